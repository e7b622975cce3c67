"""A copy that can be shown to others.

Nothing is searched and replaced: names become numbers, sentences are the ones built from
structure, and a free text that holds any word of anybody's name is dropped whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from netgraph.present.formats import format_of, work_of
from netgraph.present.namewords import NameWords
from netgraph.present.viewtypes import (
    VIEWS,
    BridgeView,
    CircleView,
    EmployerView,
    Free,
    HintView,
    InsideView,
    PersonView,
    Proof,
    Ref,
    Stay,
    TargetView,
    TieView,
    ViewModel,
    WayView,
    Wording,
)


def redact(view: ViewModel, how: str = "full", salt: str = "") -> ViewModel:
    """Take names, addresses and links out of ``view``.

    ``how`` "names" keeps employers, roles and dates; "full" keeps of these only the targets,
    the field of work and the year. ``salt`` decides who gets which number: another salt,
    other numbers, so that two copies cannot be laid side by side. ValueError for another
    ``how``; a view already redacted is returned as it is.
    """
    if how not in {"names", "full"}:
        raise ValueError(how)
    return view if view.redacted else _Redaction(view, how == "full", salt).view()


def shuffled(ids: Iterable[str], salt: str) -> list[str]:
    """``ids`` in an order that only ``salt`` decides."""
    return sorted(ids, key=lambda key: hashlib.sha256(f"{salt}\0{key}".encode()).digest())


@dataclass(frozen=True, slots=True)
class Texts:
    """How free text, dates and files are kept."""

    words: NameWords
    full: bool

    def safe(self, text: str) -> str:
        """``text``, or "" when it holds a word of anybody's name."""
        return "" if self.words.touches(text) else text

    def work(self, role: str) -> str:
        """A title; in a full copy its field of work only."""
        return work_of(role) if self.full else self.safe(role)

    def day(self, iso: str) -> str:
        """An ISO date; in a full copy its year."""
        return iso[:4] if self.full else iso

    def proof(self, proof: Proof) -> Proof:
        """Evidence by the sort of its file; in a full copy nothing else of it but the year."""
        source = format_of(proof.file)
        kept = "" if self.full else self.safe(proof.text)
        if not kept and source:
            kept, source = f"{'from' if proof.kind == 'inferred' else 'in'} {source}", ""
        place = "" if self.full else self.safe(proof.place)
        return Proof(proof.kind, kept, source, place, self.day(proof.date))

    def proofs(self, proofs: Iterable[Proof]) -> tuple[Proof, ...]:
        """`proof` of each."""
        return tuple(self.proof(p) for p in proofs)


class _Redaction:
    """New ids for everybody, and every part rewritten with them."""

    def __init__(self, view: ViewModel, full: bool, salt: str) -> None:
        self.old = view
        self.texts = Texts(view.private, full)
        numbered = enumerate(shuffled((p.id for p in view.people), salt), 1)
        self.numbers = {key: number for number, key in numbered}
        firms = shuffled((e.id for e in view.employers), salt)
        self.firms = {key: number for number, key in enumerate(firms, 1)}
        self.kept_targets = {t.id for t in view.targets if self.texts.safe(t.name)}

    def view(self) -> ViewModel:
        old = self.old
        people = sorted((self.person(p) for p in old.people), key=lambda p: p.number)
        employers = sorted((self.employer(e) for e in old.employers), key=lambda e: int(e.id[1:]))
        ties = sorted((self.tie(t) for t in old.ties), key=lambda t: (t.left, t.right))
        return ViewModel(
            title="A network, redacted",
            as_of=self.texts.day(old.as_of),
            me=self.who(old.me),
            redacted="full" if self.texts.full else "names",
            people=tuple(people),
            employers=tuple(employers),
            circles=tuple(CircleView(c.id, self.wording(c.name), c.size) for c in old.circles),
            ties=tuple(ties),
            targets=tuple(self.target(t) for t in old.targets),
            ways=tuple(self.way(w) for w in old.ways),
            bridges=tuple(self.bridge(b) for b in old.bridges),
            everyday=tuple(self.bridge(b) for b in old.everyday),
            notes=old.notes,
            renderer=old.renderer,
            opens_on=old.opens_on if old.opens_on != "week" else VIEWS[0],
            wanted=old.wanted,
        )

    def who(self, key: str) -> str:
        return f"p{self.numbers[key]}" if key in self.numbers else ""

    def firm(self, key: str) -> str:
        return f"e{self.firms[key]}" if key in self.firms else ""

    def pair(self, left: str, right: str) -> tuple[str, str]:
        a, b = sorted((self.who(left), self.who(right)))
        return a, b

    def wording(self, wording: Wording) -> Wording:
        return Wording("", tuple(self.part(part) for part in wording.plain))

    def part(self, part: str | Ref | Free) -> str | Ref:
        if isinstance(part, str):
            return part
        if isinstance(part, Free):
            return part.alias if self.texts.full else self.texts.safe(part.text) or part.alias
        return Ref(part.kind, self.who(part.id) if part.kind == "p" else part.id)

    def person(self, person: PersonView) -> PersonView:
        number = self.numbers[person.id]
        return PersonView(
            id=f"p{number}",
            number=number,
            name=f"Person {number}",
            occupation=self.texts.work(person.occupation),
            circle=person.circle,
            band=person.band,
            last=self.texts.day(person.last),
            files=tuple(sorted({format_of(file) for file in person.files})),
            stays=tuple(self.stay(s) for s in person.stays),
            xy=person.xy,
            since=person.since,
        )

    def stay(self, stay: Stay) -> Stay:
        return replace(stay, employer=self.firm(stay.employer), role=self.texts.work(stay.role))

    def employer(self, employer: EmployerView) -> EmployerView:
        key = self.firm(employer.id)
        hidden = self.texts.full and employer.target not in self.kept_targets
        alias = f"Employer {self.firms[employer.id]}"
        name = "" if hidden else self.texts.safe(employer.name)
        return EmployerView(key, name or alias, alias, employer.target)

    def tie(self, tie: TieView) -> TieView:
        left, right = self.pair(tie.left, tie.right)
        return replace(tie, left=left, right=right, proofs=self.texts.proofs(tie.proofs))

    def hint(self, hint: HintView) -> HintView:
        return HintView(self.who(hint.person), self.wording(hint.why), self.wording(hint.ask))

    def target(self, target: TargetView) -> TargetView:
        return replace(
            target,
            name=target.name if target.id in self.kept_targets else target.alias,
            through=tuple(self.who(p) for p in target.through),
            blind=self.wording(target.blind),
            hints=tuple(self.hint(h) for h in target.hints),
            inside=self.people_at(target.inside),
            left=self.people_at(target.left),
        )

    def people_at(self, held: Iterable[InsideView]) -> tuple[InsideView, ...]:
        return tuple(InsideView(self.who(one.person), self.stay(one.stay)) for one in held)

    def way(self, way: WayView) -> WayView:
        return replace(
            way,
            people=tuple(self.who(p) for p in way.people),
            ties=tuple(self.pair(*tie) for tie in way.ties),
            basis=self.texts.safe(way.basis),
            weakest_why=self.wording(way.weakest_why),
            reason=self.wording(way.reason),
            inside=self.stay(way.inside) if way.inside else None,
            proof=self.texts.proof(way.proof) if way.proof else None,
        )

    def bridge(self, bridge: BridgeView) -> BridgeView:
        return replace(
            bridge,
            person=self.who(bridge.person),
            groups=tuple(self.wording(g) for g in bridge.groups),
            loss=self.wording(bridge.loss),
            reason=self.wording(bridge.reason),
            proofs=self.texts.proofs(bridge.proofs),
        )
