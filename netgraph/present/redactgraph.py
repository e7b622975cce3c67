"""A contact graph that can be given away: what every export of a redacted copy is made from.

It is a graph like any other, so no format can hold more than it: no name, address, profile,
card, file name or id of the store comes with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Chance, Employer, Evidence, Membership, Origin, Person, TargetMatch, Tie
from netgraph.present.formats import format_of
from netgraph.present.namewords import name_words
from netgraph.present.redact import Texts, shuffled
from netgraph.present.viewparts import proof_view


def redact_graph(graph: ContactGraph, how: str = "full", salt: str = "") -> ContactGraph:
    """``graph`` with everybody a number, and no text that holds any word of anybody's name.

    ``how`` "names" keeps employers, roles, labels and days; "full" keeps of these the targets,
    the field of work and, in the evidence, the year, and rounds strengths to tenths. ``salt``
    decides who gets which number. ValueError for another ``how``.
    """
    if how not in {"names", "full"}:
        raise ValueError(how)
    return _Copy(graph, how == "full", salt).graph()


def _numbered(ids: Iterable[str], salt: str, letter: str) -> dict[str, str]:
    """New ids; of one length, so that they sort as their numbers do."""
    order = shuffled(ids, salt)
    width = len(str(len(order)))
    return {key: f"{letter}{number:0{width}}" for number, key in enumerate(order, 1)}


class _Copy:
    """The new ids, and each part of a graph said with them."""

    def __init__(self, graph: ContactGraph, full: bool, salt: str) -> None:
        self.old = graph
        self.texts = Texts(name_words((*graph.people, *graph.excluded)), full)
        self.who = _numbered((p.id for p in graph.people), salt, "p")
        self.firm = _numbered((e.id for e in graph.employers), salt, "e")
        self.wanted = {key for match in graph.targets for key, _ in match.employers}

    def graph(self) -> ContactGraph:
        old = self.old
        return ContactGraph(
            people=tuple(sorted((self.person(p) for p in old.people), key=lambda p: p.id)),
            employers=tuple(sorted((self.employer(e) for e in old.employers), key=lambda e: e.id)),
            ties=tuple(sorted((self.tie(t) for t in old.ties), key=lambda t: (t.left, t.right))),
            memberships=tuple(
                sorted((self.membership(m) for m in old.memberships), key=_by_person_and_place)
            ),
            introductions=(),
            targets=tuple(self.target(match, k) for k, match in enumerate(old.targets, 1)),
            me=self.who.get(old.me, ""),
            as_of=old.as_of,
            owners=frozenset(self.who[key] for key in old.owners if key in self.who),
        )

    def person(self, person: Person) -> Person:
        key = self.who[person.id]
        name = f"Person {int(key[1:])}"
        labels = () if self.texts.full else tuple(filter(None, map(self.texts.safe, person.labels)))
        return Person(
            id=key,
            name=name,
            names=(name,),
            labels=labels,
            occupation=self.texts.work(person.occupation),
            files=tuple(sorted({format_of(file) for file in person.files})),
            is_contact=person.is_contact,
            is_me=person.is_me,
        )

    def employer(self, employer: Employer) -> Employer:
        key = self.firm[employer.id]
        hidden = self.texts.full and employer.id not in self.wanted
        name = "" if hidden else self.texts.safe(employer.name)
        size = employer.size if name else None
        return Employer(key, name or f"Employer {int(key[1:])}", kind=employer.kind, size=size)

    def target(self, match: TargetMatch, number: int) -> TargetMatch:
        name = self.texts.safe(match.target.name) or f"Target {number}"
        found = tuple((self.firm[key], tier) for key, tier in match.employers if key in self.firm)
        return TargetMatch(replace(match.target, name=name, aliases=(), domains=()), found)

    def tie(self, tie: Tie) -> Tie:
        left, right = sorted((self.who[tie.left], self.who[tie.right]))
        strength = None if tie.strength is None else self.number(tie.strength)
        evidence = tuple(self.evidence(piece) for piece in tie.evidence)
        chance = Chance(
            self.number(tie.chance.low),
            self.number(tie.chance.mid),
            self.number(tie.chance.high),
            self.texts.safe(tie.chance.basis),
        )
        return Tie(left, right, tie.kind, strength, chance, evidence, tie.by_word)

    def number(self, value: float) -> float:
        """To the last digit a number would tell whose tie it is."""
        return round(value, 1) if self.texts.full else value

    def membership(self, membership: Membership) -> Membership:
        return replace(
            membership,
            person=self.who[membership.person],
            employer=self.firm[membership.employer],
            role=self.texts.work(membership.role),
            start=self.day(membership.start),
            end=self.day(membership.end),
            evidence=self.evidence(membership.evidence),
        )

    def day(self, day: date | None) -> date | None:
        return None if self.texts.full else day

    def evidence(self, piece: Evidence) -> Evidence:
        proof = self.texts.proof(proof_view(piece))
        if not self.texts.full:
            source = Origin("", proof.file, "", proof.place) if proof.file else None
            return Evidence(piece.kind, proof.text, source, piece.when)
        return Evidence(piece.kind, ", ".join(filter(None, (proof.text, proof.date))), None, None)


def _by_person_and_place(membership: Membership) -> tuple[str, str]:
    return membership.person, membership.employer
