"""Give and take: who helped me, what I gave, and whom I could introduce to whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import sqrt

from netgraph.analyse.positions import Positions
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, Did
from netgraph.outreach.logbook import Logbook, is_help
from netgraph.outreach.texts import texts
from netgraph.resolve.industries import close_to, industries_in

#: So many of my people, the closest, are thought of for introductions, and each so often.
THOUGHT_OF, EACH = 200, 2
#: What a fit is worth, before it is divided by the root of how many share it [prior].
SAME, NEXT, PLACE = 3.0, 1.5, 2.0
#: Too wide to be a field that two people share.
_WIDE = frozenset({"services"})


@dataclass(frozen=True, slots=True)
class Balance:
    """Give and take with one person: how often they helped me and I them, ``last`` of either.

    ``word`` says whose turn it is.
    """

    id: str
    name: str
    helped: int
    gave: int
    last: date
    word: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two of my people who do not know each other and fit: (id, name) each, and ``why``."""

    left: tuple[str, str]
    right: tuple[str, str]
    why: str


@dataclass(frozen=True, slots=True)
class Giving:
    """``balances``, those I owe most first, then by name; ``matches``, the best first."""

    balances: tuple[Balance, ...]
    matches: tuple[Match, ...]


def giving(at: Positions, book: Logbook, most: int = 10) -> Giving:
    """Who helped me and what I gave, and at most ``most`` introductions that I could make.

    Help is what the log tells, and introductions in the files. Two people fit when they work in
    the same field or in fields next to each other, or were at one place at different times; they
    do not know each other as far as anything here tells: no tie, no common circle. Both are at
    least fairly close to me. Rare things in common count more; to whom I owe comes first.
    """
    balances = _balances(at, book)
    owed = {one.id for one in balances if one.helped > one.gave}
    return Giving(balances, tuple(_matches(at, owed, most)))


def _balances(at: Positions, book: Logbook) -> tuple[Balance, ...]:
    graph = at.graph
    helped: dict[str, list[date]] = {}
    gave: dict[str, list[date]] = {}
    for entry in book.entries:
        if entry.person in graph.index and (is_help(entry) or entry.did is Did.GAVE):
            side = gave if entry.did is Did.GAVE else helped
            side.setdefault(entry.person, []).append(entry.on)
    for number, made in at.brought.items():
        helped.setdefault(graph.people[number].id, []).extend(i.when.date() for i in made)
    found = []
    for person in helped.keys() | gave.keys():
        took, given = helped.get(person, []), gave.get(person, [])
        word = texts("giving")["turn"][_turn(len(took), len(given))]
        name = graph.person(person).name
        found.append(Balance(person, name, len(took), len(given), max(took + given), word))
    return tuple(sorted(found, key=lambda one: (one.gave - one.helped, one.name, one.id)))


def _turn(helped: int, gave: int) -> str:
    """Whose turn it is, as the texts call it."""
    if helped > gave:
        return "mine" if gave else "not_yet"
    return "theirs" if gave > helped else "even"


def _matches(at: Positions, owed: set[str], most: int) -> Iterator[Match]:
    graph = at.graph
    near = sorted(at.near.tolist(), key=lambda one: (-at.chance[one], graph.people[one].id))
    people = [
        graph.people[one].id
        for one in near
        if band(getattr(graph.tie(graph.me, graph.people[one].id), "strength", None))
        not in {"weak", "unknown"}
    ][:THOUGHT_OF]
    fits = _Fits(graph, people)
    scored = []
    for left, right in combinations(people, 2):
        if graph.tie(left, right) or _same_circle(at, left, right):
            continue
        worth, why = fits.of(left, right)
        if worth:
            worth *= 2 if {left, right} & owed else 1
            pair = tuple(sorted((graph.person(one).name, one) for one in (left, right)))
            scored.append((-round(worth, 9), pair, why))
    used: Counter[str] = Counter()
    for _, ((left_name, left), (right_name, right)), why in sorted(scored):
        if most and max(used[left], used[right]) < EACH:
            used.update((left, right))
            most -= 1
            yield Match((left, left_name), (right, right_name), why)


def _same_circle(at: Positions, left: str, right: str) -> bool:
    circle = at.circles.of.get(left)
    return circle is not None and circle == at.circles.of.get(right)


def _fit(kind: str, **slots: str) -> str:
    return str(texts("giving")["fit"][kind].format(**slots))


class _Fits:
    """What pairs of ``people`` have in common."""

    def __init__(self, graph: ContactGraph, people: list[str]) -> None:
        self._graph = graph
        self._fields: dict[str, set[str]] = {one: set() for one in people}
        self._now: dict[str, set[str]] = {one: set() for one in people}
        self._past: dict[str, set[str]] = {one: set() for one in people}
        for person in people:
            self._fields[person] |= industries_in(graph.person(person).occupation) - _WIDE
        for one in graph.memberships:
            if one.person in self._fields:
                self._add(one.person, one.employer, one.role, left=one.current is False)
        self._of_field = Counter(f for fields in self._fields.values() for f in fields)
        self._of_place = Counter(p for places in self._past.values() for p in places)

    def _add(self, person: str, employer: str, role: str, *, left: bool) -> None:
        at = self._graph.employer_by_id[employer]
        if left:
            self._past[person].add(employer)
            return
        self._now[person].add(employer)
        if at.kind is AffiliationKind.WORK:
            found = industries_in(role) or industries_in(at.industry or at.name)
            self._fields[person] |= found - _WIDE

    def of(self, left: str, right: str) -> tuple[float, str]:
        """What the fit of two people is worth, and why; (0, "") for none."""
        if self._now[left] & self._now[right]:
            return 0.0, ""
        both = self._fields[left] & self._fields[right]
        if both:
            field = min(both, key=lambda one: (self._of_field[one], one))
            return SAME / sqrt(self._of_field[field]), _fit("same_field", field=field)
        places = self._past[left] & self._past[right]
        if places:
            place = min(places, key=lambda one: (self._of_place[one], one))
            name = self._graph.employer_by_id[place].name
            return PLACE / sqrt(self._of_place[place]), _fit("same_place", place=name)
        return self._next_to(self._fields[left], self._fields[right], self._of_field)

    @staticmethod
    def _next_to(left: set[str], right: set[str], held: Mapping[str, int]) -> tuple[float, str]:
        pairs = [(held[a] + held[b], a, b) for a in left for b in right if b in close_to(a)]
        if not pairs:
            return 0.0, ""
        count, one, other = min(pairs)
        return NEXT / sqrt(count), _fit("near_fields", one=one, other=other)
