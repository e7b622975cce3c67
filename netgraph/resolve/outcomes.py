"""What was decided of everybody, circle by circle, and the resolution that this makes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from netgraph.model import Decision, Judgement, Person, Resolution, StoredCard
from netgraph.resolve.bestfirst import Pair
from netgraph.resolve.linked import Order, order_of
from netgraph.resolve.matching import decision_of, with_namesakes, worth
from netgraph.resolve.people import owner_people, person_of_cards

#: For every name, that several bear it.
_CROWDED: Mapping[str, int] = defaultdict(lambda: 3)
#: The place of a decision among its like.
_Turn = tuple[float, float, Order, Order]


@dataclass(frozen=True, slots=True)
class _Told:
    """A decision of a circle, and its place."""

    turn: _Turn
    decision: Decision
    circle: int


@dataclass(frozen=True, slots=True)
class _Question:
    """A question, and as it is asked when others have one of the ``shared`` names."""

    shared: frozenset[str]
    alone: _Told
    among: _Told


class Outcomes:
    """People and decisions; a circle is a number for cards that are decided together."""

    def __init__(self) -> None:
        self._circles: dict[int, list[tuple[Person, Collection[str]]]] = {}
        self._people: dict[str, Person] = {}
        self._person_of: dict[str, str] = {}
        self._bearers: Counter[str] = Counter()
        self._owned: dict[str, Sequence[StoredCard]] = {}
        self._cards = 0
        # these are in the order of the last time, so that they are sorted quickly
        self._ids: list[str] = []
        self._joined: list[_Told] = []
        self._asked: list[_Question] = []

    def forget(self, circles: Collection[int]) -> None:
        """Leave out what was decided in ``circles``."""
        for circle in circles:
            for person, names in self._circles.pop(circle):
                self._people.pop(person.id, None)
                self._owned.pop(person.id, None)
                self._bearers.subtract(names)
                self._cards -= len(person.cards)
                for key in person.cards:
                    self._person_of.pop(key, None)
        self._ids = [each for each in self._ids if each in self._people]
        self._joined = [told for told in self._joined if told.circle in self._circles]
        self._asked = [asked for asked in self._asked if asked.alone.circle in self._circles]

    def add_person(self, circle: int, group: Sequence[StoredCard], names: Collection[str]) -> None:
        """The cards of ``group``, in their order, are one person; ``names`` are the full ones."""
        person = person_of_cards(group)
        self._circles.setdefault(circle, []).append((person, names))
        self._people[person.id] = person
        self._ids.append(person.id)
        self._bearers.update(names)
        self._cards += len(person.cards)
        self._person_of.update(dict.fromkeys(person.cards, person.id))
        if any(stored.card.is_owner for stored in group):
            self._owned[person.id] = group

    def add_joined(self, circle: int, cards: Sequence[StoredCard], pair: Pair) -> None:
        """Two sets of ``cards``, by position, were joined; people of the circle are there."""
        decision = decision_of(cards, pair, Judgement.SAME)
        if decision.left != decision.right:
            self._joined.append(_Told((*pair.turn, *_ends(cards, pair)), decision, circle))

    def add_question(
        self,
        circle: int,
        cards: Sequence[StoredCard],
        pair: Pair,
        sizes: tuple[int, int],
        shared: Collection[str],
    ) -> None:
        """Two sets, which have ``sizes`` [cards] and ``shared`` full names, may be one."""
        alone, among = (
            _Told(
                (-worth(each, *sizes), each.order[0], *_ends(cards, each)),
                decision_of(cards, each, Judgement.UNSURE),
                circle,
            )
            for each in (pair, with_namesakes(pair, shared, _CROWDED))
        )
        if alone.decision.left != alone.decision.right:
            self._asked.append(_Question(frozenset(shared), alone, among))

    def resolution(self) -> Resolution | None:
        """All together, as `resolve_people` gives it; None when a card is two people's."""
        if len(self._person_of) != self._cards:
            return None
        self._ids.sort()
        self._joined.sort(key=_turn)
        chosen = [
            (q.alone if all(self._bearers[name] <= 2 for name in q.shared) else q.among, q)
            for q in self._asked
        ]
        chosen.sort(key=lambda both: both[0].turn)
        self._asked = [question for _told, question in chosen]
        told = [*self._joined, *(asked for asked, _question in chosen)]
        owners = owner_people(self._owned.values())
        me = owners.get("", "")
        people = [self._people[each] for each in self._ids]
        if me:
            at = self._ids.index(me)
            people[at] = replace(people[at], is_me=True)
        return Resolution(
            people=tuple(people),
            person_of=dict(self._person_of),
            decisions=tuple([each.decision for each in told]),
            me=me,
            owners=dict(sorted(owners.items())),
        )


def _turn(told: _Told) -> _Turn:
    return told.turn


def _ends(cards: Sequence[StoredCard], pair: Pair) -> tuple[Order, Order]:
    return order_of(cards[pair.left]), order_of(cards[pair.right])
