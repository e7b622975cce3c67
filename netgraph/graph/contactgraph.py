"""The contact graph: people, ties and memberships, as values and as flat arrays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from html import escape
from math import log
from typing import TYPE_CHECKING

import numpy as np

from netgraph.graph.columns import Columns, TiesByPair, columns_of
from netgraph.graph.flat import FlatGraph, Floats
from netgraph.graph.wording import day
from netgraph.model import (
    AffiliationKind,
    Employer,
    Evidence,
    EvidenceKind,
    Introduction,
    Lessons,
    Membership,
    Person,
    TargetMatch,
    Tie,
    TieWord,
)

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class KnowsAt:
    """``person`` is said to know people at ``employer`` (ids); somebody to ask, not a tie."""

    person: str
    employer: str
    evidence: Evidence


@dataclass(frozen=True)
class ContactGraph:
    """Who knows whom and who works where, as of a moment.

    ``people`` are ordered by id, ``ties`` by (left, right), both unique. ``me`` is my person
    id, or "" when unknown. ``introductions`` are those made to me, oldest first. ``owners``
    are the ids of the friends whose files are at hand: they are tied to everybody in them.
    ``excluded`` are the people whom the user wants left out; they stand in nothing else of it,
    unless it was loaded with everybody. ``barred`` pairs (employer id, person id) say who is
    left out of what concerns one employer. ``settled`` are pairs of ids, the smaller first, that
    are not to be asked about: the user has said how well they know each other, or would not say.
    ``denied`` are the user's words that two do not know each other, ``lessons`` their outcomes.
    """

    people: Sequence[Person]
    employers: Sequence[Employer]
    ties: Sequence[Tie]
    memberships: Sequence[Membership]
    introductions: Sequence[Introduction]
    targets: tuple[TargetMatch, ...]
    me: str
    as_of: datetime
    knows_at: tuple[KnowsAt, ...] = ()
    owners: frozenset[str] = frozenset()
    excluded: tuple[Person, ...] = ()
    barred: frozenset[tuple[str, str]] = frozenset()
    settled: frozenset[tuple[str, str]] = frozenset()
    denied: tuple[TieWord, ...] = field(default=(), compare=False)
    lessons: Lessons = field(default_factory=Lessons)

    def __repr__(self) -> str:
        """How much it holds; the whole would fill a notebook."""
        held = ", ".join(f"{count:,} {name}" for name, count in self._counts().items())
        return f"<ContactGraph of {held}; as of {day(self.as_of)}>"

    def _repr_html_(self) -> str:
        rows = "".join(f"<tr><th>{n}</th><td>{k:,}</td></tr>" for n, k in self._counts().items())
        name = self.person(self.me).name if self.me in self.index else "not known"
        about = f"Contact graph as of {day(self.as_of)}; me: {escape(name)}"
        return f"<p>{about}</p><table><tbody>{rows}</tbody></table>"

    def _counts(self) -> dict[str, int]:
        kinds = self.columns.counts
        return {
            "people": len(self.people),
            "ties seen": kinds[EvidenceKind.OBSERVED],
            "ties said": kinds[EvidenceKind.STATED],
            "ties only likely": kinds[EvidenceKind.INFERRED],
            "employers, schools and groups": len(self.employers),
            "targets": len(self.targets),
        }

    @cached_property
    def index(self) -> dict[str, int]:
        """Person id to its number in ``people``."""
        ids = getattr(self.people, "ids", None) or [person.id for person in self.people]
        return {one: number for number, one in enumerate(ids)}

    @cached_property
    def employer_by_id(self) -> dict[str, Employer]:
        """Employer id to employer."""
        return {employer.id: employer for employer in self.employers}

    @cached_property
    def tie_between(self) -> Mapping[tuple[str, str], Tie]:
        """(left, right) person ids, left < right, to their tie."""
        return TiesByPair(self.ties, self.index, self.flat, self.index.get(self.me, -1))

    @cached_property
    def colleagues(self) -> frozenset[str]:
        """The ids of those who are or were at an employer of mine, whenever that was."""
        work = AffiliationKind.WORK
        jobs = [one for one in self.memberships if one.kind is work]
        mine = {one.employer for one in jobs if one.person == self.me}
        return frozenset(one.person for one in jobs if one.employer in mine) - {self.me}

    @cached_property
    def flat(self) -> FlatGraph:
        """The ties as arrays in the order of ``people`` and ``ties``; weight is the chance."""
        flat = self.columns.flat(len(self.people))
        rows = getattr(self.ties, "rows", None)
        return flat if rows is None else flat.with_rows(rows)

    @cached_property
    def columns(self) -> Columns:
        """What is asked of all ties at once, as arrays in the order of ``ties``."""
        kept: Columns | None = getattr(self.ties, "columns", None)
        return columns_of(self.ties, self.index) if kept is None else kept

    @property
    def warmth(self) -> Floats:
        """How warm each of ``ties`` is (0, 1], in their order: what orders whom to ask."""
        return self.columns.warmth

    @cached_property
    def flat_without_me(self) -> FlatGraph:
        """`flat` with my own ties taken away: I am tied to everybody and hide every hole."""
        return self.flat.without(self.index.get(self.me, -1))

    def person(self, person_id: str) -> Person:
        """The person with this id; ``KeyError`` when there is none."""
        return self.people[self.index[person_id]]

    def tie(self, one: str, other: str) -> Tie | None:
        """The tie between two people by id, in either order, or None."""
        return self.tie_between.get((min(one, other), max(one, other)))

    def ties_of(self, person_id: str) -> list[Tie]:
        """The ties of a person in their order in ``ties``; none for an unknown id."""
        mine = self.columns.of(self.index.get(person_id, -1))
        return [self.ties[number] for number in np.flatnonzero(mine).tolist()]

    @cached_property
    def said_of_others(self) -> tuple[Tie, ...]:
        """The ties between others of which somebody said something, in the order of ``ties``."""
        mine = self.columns.of(self.index.get(self.me, -1))
        numbers = np.flatnonzero(self.columns.stated & ~mine).tolist()
        return tuple(self.ties[number] for number in numbers)

    def chances_from(self, person_id: str) -> dict[str, float]:
        """The people tied to a person, by id, to the middle chance; empty for an unknown id."""
        number = self.index.get(person_id)
        if number is None:
            return {}
        starts, others, chances, _ = self.flat.rows
        here = slice(starts[number], starts[number + 1])
        pairs = zip(others[here].tolist(), chances[here].tolist(), strict=True)
        return {self.people[other].id: chance for other, chance in pairs}

    def barred_from(self, employers: Iterable[str]) -> frozenset[str]:
        """The ids of the people left out of what concerns any of ``employers`` (ids)."""
        if not self.barred:
            return frozenset()
        concerned = set(employers)
        return frozenset(person for employer, person in self.barred if employer in concerned)

    def without(self, people: Collection[str]) -> ContactGraph:
        """The graph without ``people`` (ids) and all that is tied to them; itself for nobody.

        Employers and targets stay, whoever is left of their people; so do I.
        """
        gone = frozenset(people) - {self.me}
        if not gone:
            return self
        return replace(
            self,
            people=tuple(one for one in self.people if one.id not in gone),
            ties=tuple(t for t in self.ties if t.left not in gone and t.right not in gone),
            memberships=tuple(m for m in self.memberships if m.person not in gone),
            introductions=tuple(
                i for i in self.introductions if not gone & {i.introducer, i.introduced}
            ),
            knows_at=tuple(k for k in self.knows_at if k.person not in gone),
            owners=self.owners - gone,
            barred=frozenset(pair for pair in self.barred if pair[1] not in gone),
        )

    def to_networkx(self, *, employers: bool = False, include_me: bool = True) -> nx.Graph:
        """An undirected ``networkx.Graph`` without self-loops; node key = id.

        People have ``kind`` "person", ``label`` (name), ``occupation``, ``me``; ties have
        ``strength`` (0-1, larger = closer; the middle chance when unknown, and then ``known``
        is False), ``cost`` = -ln(chance) [nat] and ``kind``. With ``employers`` the
        organisations are nodes too (``kind`` "employer"), tied to their people by edges of
        ``kind`` "member" with ``current`` ("yes", "no", "unknown") and without strength.
        """
        import networkx as nx

        graph = nx.Graph(as_of=self.as_of.isoformat(), me=self.me)
        hidden = "" if include_me else self.me
        graph.add_nodes_from(
            (
                p.id,
                {"kind": "person", "label": p.name, "occupation": p.occupation, "me": p.is_me},
            )
            for p in self.people
            if p.id != hidden or not hidden
        )
        graph.add_edges_from(
            (tie.left, tie.right, _edge(tie))
            for tie in self.ties
            if not hidden or hidden not in (tie.left, tie.right)
        )
        if employers:
            self._add_employers(graph)
        return graph

    def _add_employers(self, graph: nx.Graph) -> None:
        graph.add_nodes_from((e.id, {"kind": "employer", "label": e.name}) for e in self.employers)
        words = {True: "yes", False: "no", None: "unknown"}
        graph.add_edges_from(
            (m.person, m.employer, {"kind": "member", "current": words[m.current]})
            for m in self.memberships
            if m.person in graph
        )


def _edge(tie: Tie) -> dict[str, object]:
    known = tie.strength is not None
    return {
        "strength": tie.strength if known else tie.chance.mid,
        "cost": -log(max(tie.chance.mid, 1e-9)),
        "kind": tie.kind.value,
        "known": known,
    }
