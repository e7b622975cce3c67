"""How common names are among the people of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from netgraph.resolve.likeness import Likeness, likeness, sound
from netgraph.resolve.names import NameParts
from netgraph.resolve.traits import Traits

_COLLEAGUES = 3
#: Bearers taken to be met of a name that nobody else is known to have, after Good and Turing.
_UNSEEN = 0.5
#: Fewer names than this say little of how common a name is: as many are supposed then.
_FEW_NAMES = 30
_NOBODY = NameParts("")
_PROFILE = frozenset(("profile",))


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
    def abbreviations(self) -> frozenset[str]:
        """What in an e-mail address of one abbreviates the full name of the other."""
        ours, theirs = self.left, self.right
        return (ours.locals & theirs.short_spellings) | (theirs.locals & ours.short_spellings)

    @property
    def is_named(self) -> bool:
        """Whether the name the two share is a full one, be it in an address."""
        if self.alike is not Likeness.GIVEN_ONLY:
            return self.is_spelled or self.alike not in (Likeness.NONE, Likeness.INITIAL)
        given = sound(self.ours.given)
        return self.is_spelled or any(not text.startswith(given) for text in self.abbreviations)

    @property
    def first_name(self) -> str:
        """How the first name sounds that is all the two share of their names; "" without one."""
        if self.alike is Likeness.GIVEN_ONLY:
            return sound(self.ours.given)
        if self.alike:
            return ""
        pairs = ((self.left.locals, self.right.names), (self.right.locals, self.left.names))
        sounds = ((locals_, sound(n.given)) for locals_, names in pairs for n in names)
        return next((heard for locals_, heard in sounds if heard in locals_), "")

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
        abbreviated: dict[str, set[str]] = {}
        self._of_name: dict[str, list[Traits]] = {}
        self._at_work: dict[tuple[str, str], set[str]] = {}
        for traits in everybody:
            for name in traits.names:
                if name.is_full:
                    full[_plain(name)] = name
            marks = _marks(traits)
            for key in {_plain(name) for name in traits.names}:
                apart.setdefault(key, Counter()).update(marks)
                self._of_name.setdefault(key, []).append(traits)
            first = next((_plain(name) for name in traits.names if name.is_full), "")
            for text in traits.short_spellings:
                abbreviated.setdefault(text, set()).add(first)
            short = traits.short_spellings.union(sound(n.given) for n in traits.names if n.is_full)
            for place in places_of(traits):
                for text in short:
                    self._at_work.setdefault((text, place), set()).add(first)
        self._apart = apart
        self._given = Counter(name.given for name in full.values())
        self._first_initial = Counter(name.given[:1] for name in full.values())
        self._last_initial = Counter(name.family[:1] for name in full.values())
        self._family = Counter(name.family for name in full.values())
        self._fitting: Counter[str] = Counter()
        for key, name in full.items():
            bearers = max(apart[key].values(), default=1)
            initial, shortened = (
                f"{name.given[:1]} {name.family}",
                f"{name.given} {name.family[:1]}",
            )
            for short in {sound(name.given), initial, shortened}:
                self._fitting[short] += bearers
        self._abbreviated = Counter({
            text: sum(max(apart[key].values(), default=1) for key in keys)
            for text, keys in abbreviated.items()
        })
        self._total = max(len(full), _FEW_NAMES)
        self.workplaces = _workplaces(everybody)

    def bearers(self, pair: Pairing) -> int:
        """How many people at least bear the name the two have in common; 0 when none is.

        People are told apart by their profiles and by standing side by side in one address
        book (save the two themselves, which may be one contact kept twice); a first name and
        a name with an initial are borne by everybody they fit.
        """
        if not pair.is_named and pair.abbreviations:
            return max(self._abbreviated[text] for text in pair.abbreviations)
        if not pair.is_named and pair.first_name:
            return max(self._fitting[pair.first_name], 1)
        if pair.alike is Likeness.INITIAL:
            short = pair.theirs if pair.ours.is_full else pair.ours
            return max(self._fitting[_plain(short)], 1)
        shared = _marks(pair.left) & _marks(pair.right)
        counts = [
            count - (mark in shared)
            for name in pair.full_names
            for mark, count in self._apart.get(_plain(name), {}).items()
        ]
        return max(max(counts, default=0), min(len(pair.full_names), 1))

    def called_so_there(self, pair: Pairing) -> int:
        """How many full names stand, where both work, that what the two share may be short for.

        That is an abbreviation in an address, else a first name; 0 when they share neither.
        """
        there = places_of(pair.left) & places_of(pair.right)
        shared = pair.abbreviations or {pair.first_name}
        names = (self._at_work.get((text, place), ()) for text in shared for place in there)
        return max(map(len, names), default=0)

    def others_elsewhere(self, pair: Pairing) -> bool:
        """Whether all others of the name are known to work elsewhere than both of the pair."""
        there = places_of(pair.left) & places_of(pair.right)
        return all(
            traits is pair.left or traits is pair.right or _is_elsewhere(traits, there)
            for name in pair.full_names
            for traits in self._of_name.get(_plain(name), ())
        )

    def expected(self, pair: Pairing) -> float:
        """How many strangers of this full name one would expect by chance [>= 0].

        For independent first and last names among as many people as are known: other bearers
        of the first name times other bearers of the last name over all names. 1 when the two
        share no full name.
        """
        if not (pair.is_named or pair.abbreviations):
            return 1.0
        short = frozenset() if pair.is_named else pair.abbreviations
        return max((self._strangers(name, short) for name in pair.full_names), default=1.0)

    def _strangers(self, name: NameParts, short: frozenset[str]) -> float:
        """For independent parts; of a name in ``short`` one part is there by its first letter."""
        given, family = self._given[name.given], self._family[name.family]
        if any(text.startswith(sound(name.given)) for text in short):
            family = self._last_initial[name.family[:1]]
        elif short:
            given = self._first_initial[name.given[:1]]
        return max(given - 1, _UNSEEN) * max(family - 1, _UNSEEN) / self._total


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


def _plain(name: NameParts) -> str:
    """First and last name without what stands between them."""
    return f"{name.given} {name.family}".strip()
