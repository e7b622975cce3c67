"""How common names are among the people of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from netgraph.resolve.likeness import Likeness, likeness
from netgraph.resolve.names import NameParts
from netgraph.resolve.traits import Traits

_COLLEAGUES = 3
_NOBODY = NameParts("")
_PROFILE = frozenset(("profile",))
_NONE: Counter[str] = Counter()


@dataclass(slots=True)
class Pairing:
    """Two groups of cards side by side, with the two names of theirs that are most alike.

    ``bearers`` is what `Population.bearers` says of it, and ``full_names`` are the full ones of
    the two most alike names, else of all names; both are looked up once.
    """

    left: Traits
    right: Traits
    population: Population
    alike: Likeness
    ours: NameParts
    theirs: NameParts
    _full_names: list[NameParts] | None = None
    _bearers: int | None = None

    @classmethod
    def of(cls, left: Traits, right: Traits, population: Population) -> Pairing:
        """Compare the names of ``left`` and ``right``; the first of equally alike ones count."""
        best = (Likeness.NONE, _NOBODY, _NOBODY)
        for ours in left.names:
            for theirs in right.names:
                alike = likeness(ours, theirs)
                if alike > best[0]:
                    best = (alike, ours, theirs)
        return cls(left, right, population, *best)

    @property
    def is_spelled(self) -> bool:
        """Whether an e-mail address of one spells the full name of the other."""
        ours, theirs = self.left, self.right
        return not (
            ours.locals.isdisjoint(theirs.full_spellings)
            and theirs.locals.isdisjoint(ours.full_spellings)
        )

    @property
    def full_names(self) -> list[NameParts]:
        """The full ones of the two most alike names, else of all names."""
        if self._full_names is None:
            found = [name for name in (self.ours, self.theirs) if name.is_full]
            every = (*self.left.names, *self.right.names)
            self._full_names = found or [name for name in every if name.is_full]
        return self._full_names

    @property
    def bearers(self) -> int:
        """How many people at least bear the name the two have in common."""
        if self._bearers is None:
            self._bearers = self.population.bearers(self)
        return self._bearers


class Population:
    """Counts of names, made once from everybody.

    ``workplaces`` are the first labels of mail domains that are an employer's somebody names,
    or where at least three people have an address: others may be somebody's own.
    """

    def __init__(self, everybody: Sequence[Traits]) -> None:
        apart: dict[str, Counter[str]] = {}
        full: dict[str, NameParts] = {}
        self._of_name: dict[str, list[Traits]] = {}
        for traits in everybody:
            for name in traits.names:
                if name.is_full:
                    full[name.plain] = name
            marks = _marks(traits)
            for key in {name.plain for name in traits.names}:
                apart.setdefault(key, Counter()).update(marks)
                self._of_name.setdefault(key, []).append(traits)
        self._apart = apart
        self._given = Counter(name.given for name in full.values())
        self._family = Counter(name.family for name in full.values())
        self._fitting: Counter[str] = Counter()
        for key, name in full.items():
            bearers = max(apart[key].values(), default=1)
            initial, shortened = (
                f"{name.given[:1]} {name.family}",
                f"{name.given} {name.family[:1]}",
            )
            for short in {name.given, initial, shortened}:
                self._fitting[short] += bearers
        self._total = max(len(full), 1)
        self.workplaces = _workplaces(everybody)

    def bearers(self, pair: Pairing) -> int:
        """How many people at least bear the name the two have in common; 0 when none is.

        People are told apart by their profiles and by standing side by side in one address
        book (save the two themselves, which may be one contact kept twice); a first name and
        a name with an initial are borne by everybody they fit.
        """
        if pair.alike is Likeness.GIVEN_ONLY and not pair.is_spelled:
            return max(self._fitting[pair.ours.given], 1)
        if pair.alike is Likeness.INITIAL:
            short = pair.theirs if pair.ours.is_full else pair.ours
            return max(self._fitting[short.plain], 1)
        shared = _marks(pair.left) & _marks(pair.right)
        counts = [
            count - (mark in shared)
            for name in pair.full_names
            for mark, count in self._apart.get(name.plain, {}).items()
        ]
        return max(max(counts, default=0), min(len(pair.full_names), 1))

    def others_elsewhere(self, pair: Pairing) -> bool:
        """Whether all others of the name are known to work elsewhere than both of the pair."""
        there = places_of(pair.left) & places_of(pair.right)
        return all(
            traits is pair.left or traits is pair.right or _is_elsewhere(traits, there)
            for name in pair.full_names
            for traits in self._of_name.get(name.plain, ())
        )

    def expected(self, pair: Pairing) -> float:
        """How many strangers of this full name one would expect by chance [>= 0].

        For independent first and last names among as many people as are known: other bearers
        of the first name times other bearers of the last name over all names. 1 when the two
        share no full name.
        """
        if pair.alike in (Likeness.GIVEN_ONLY, Likeness.INITIAL) and not pair.is_spelled:
            return 1.0
        return max((self._strangers(name) for name in pair.full_names), default=1.0)

    def rarity(self, names: Sequence[NameParts]) -> tuple[float, float, float]:
        """Of names: the most strangers of a full one, the most who bear one in one place.

        The last is how many full names fit the first of ``names`` as a first name alone. -inf
        strangers without a full name.
        """
        strangers = (self._strangers(name) for name in names if name.is_full)
        crowds = (max(self._apart.get(name.plain, _NONE).values(), default=0) for name in names)
        fitting = self._fitting[names[0].given] if names else 0
        return max(strangers, default=-inf), max(crowds, default=0), fitting

    def _strangers(self, name: NameParts) -> float:
        given, family = self._given[name.given], self._family[name.family]
        return max(given - 1, 0) * max(family - 1, 0) / self._total


def places_of(traits: Traits) -> frozenset[str]:
    """What the employers of somebody may be called in a mail domain, and the domains' words."""
    return traits.employer_words | traits.work_words


def _is_elsewhere(traits: Traits, there: frozenset[str]) -> bool:
    places = places_of(traits)
    return bool(places) and places.isdisjoint(there)


def _workplaces(everybody: Sequence[Traits]) -> frozenset[str]:
    people = Counter(word for traits in everybody for word in traits.work_words)
    named = {word for traits in everybody for word in traits.employer_words}
    return frozenset(w for w, count in people.items() if w in named or count >= _COLLEAGUES)


def _marks(traits: Traits) -> frozenset[str]:
    """Where somebody stands apart from all others who stand there too."""
    return traits.books | _PROFILE if traits.slugs else traits.books
