"""How common names are among the people of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import inf

from netgraph.resolve.likeness import Likeness, sound
from netgraph.resolve.names import NameParts
from netgraph.resolve.pairing import Pairing
from netgraph.resolve.traits import Traits

_COLLEAGUES = 3
#: Bearers taken to be met of a name that nobody else is known to have, after Good and Turing.
_UNSEEN = 0.5
#: Fewer names than this say little of how common a name is: as many are supposed then.
_FEW_NAMES = 30
_PROFILE = frozenset(("profile",))
_NONE: Counter[str] = Counter()
_NOTHING: frozenset[str] = frozenset()


class Population:
    """Counts of names, made once from everybody.

    ``workplaces`` are the first labels of mail domains that are an employer's somebody names,
    or where at least three people have an address: others may be somebody's own.
    """

    def __init__(self, everybody: Sequence[Traits]) -> None:
        self._apart: dict[str, Counter[str]] = {}
        self._of_name: dict[str, list[Traits]] = {}
        #: Full names by what an address may make of them, and by what it may make of them at work.
        self._in_address: dict[str, set[str]] = {}
        self._at_work: dict[tuple[str, str], set[str]] = {}
        full: dict[str, NameParts] = {}
        for traits in everybody:
            full.update((name.plain, name) for name in traits.names if name.is_full)
            marks = _marks(traits)
            for key in {name.plain for name in traits.names}:
                self._apart.setdefault(key, Counter()).update(marks)
                self._of_name.setdefault(key, []).append(traits)
            self._add_addresses(traits)
        self._given = Counter(name.given for name in full.values())
        self._family = Counter(name.family for name in full.values())
        self._first_letters = Counter(name.given[:1] for name in full.values())
        self._last_letters = Counter(name.family[:1] for name in full.values())
        self._fitting: Counter[str] = Counter()
        for key, name in full.items():
            given, family = name.given, name.family
            for short in {sound(given), f"{given[:1]} {family}", f"{given} {family[:1]}"}:
                self._fitting[short] += self._most_apart(key)
        self._total = max(len(full), _FEW_NAMES)
        self.workplaces = _workplaces(everybody)

    def _add_addresses(self, traits: Traits) -> None:
        name = next((name.plain for name in traits.names if name.is_full), "")
        if not name:
            return
        for text in traits.short_spellings:
            self._in_address.setdefault(text, set()).add(name)
        called = traits.short_spellings.union(sound(n.given) for n in traits.names if n.is_full)
        for place in places_of(traits):
            for text in called:
                self._at_work.setdefault((text, place), set()).add(name)

    def _most_apart(self, name: str) -> int:
        return max(self._apart[name].values(), default=1)

    def bearers(self, pair: Pairing) -> int:
        """How many people at least bear the name the two have in common; 0 when none is.

        People are told apart by their profiles and by standing side by side in one address
        book (save the two themselves, which may be one contact kept twice); a first name, a
        name with an initial and one abbreviated in an address are borne by everybody they fit.
        """
        if not pair.is_named:
            if shared := pair.abbreviations:
                return max(sum(map(self._most_apart, self._in_address[text])) for text in shared)
            if pair.first_name:
                return max(self._fitting[pair.first_name], 1)
            if pair.alike is Likeness.INITIAL:
                short = pair.theirs if pair.ours.is_full else pair.ours
                return max(self._fitting[short.plain], 1)
        shared = _marks(pair.left) & _marks(pair.right)
        counts = [
            count - (mark in shared)
            for name in self._names_borne(pair)
            for mark, count in self._apart.get(name.plain, _NONE).items()
        ]
        return max(max(counts, default=0), min(len(pair.full_names), 1))

    @staticmethod
    def _names_borne(pair: Pairing) -> Iterable[NameParts]:
        """All full names of the two: who is called Kate too may be Katherine's namesake."""
        return [name for side in (pair.left, pair.right) for name in side.names if name.is_full]

    def called_so_there(self, pair: Pairing) -> int:
        """How many full names stand, where both work, that what the two share may be short for.

        That is an abbreviation in an address, else a first name; 0 when they share neither.
        """
        there = places_of(pair.left) & places_of(pair.right)
        shared = pair.abbreviations or {pair.first_name}
        names = (self._at_work.get((text, place), ()) for text in shared for place in there)
        return max(map(len, names), default=0)

    def fits_another(self, pair: Pairing) -> bool:
        """Whether the addresses of one abbreviate another contact's name, and not the two's.

        Only a name with a first name of the two counts: "hmorard" beside Hélène Morèvre, when
        there is a Hélène Morard too.
        """
        names = (*pair.left.names, *pair.right.names)
        given = {sound(name.given) for name in names if name.given}
        own = {name.plain for name in names}
        both = (pair.left.full_spellings | pair.right.full_spellings
                | pair.left.short_spellings | pair.right.short_spellings)  # fmt: skip
        for side in (pair.left, pair.right):
            if side.locals.isdisjoint(both):
                fits = (n for text in side.locals for n in self._in_address.get(text, ()))
                if any(n not in own and sound(n.partition(" ")[0]) in given for n in fits):
                    return True
        return False

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
        if not (pair.is_named or pair.abbreviations):
            return 1.0
        short = _NOTHING if pair.is_named else pair.abbreviations
        return max((self._strangers(name, short) for name in pair.full_names), default=1.0)

    def rarity(self, names: Sequence[NameParts]) -> tuple[float, float, float]:
        """Of names: the most strangers of a full one, the most who bear one in one place.

        The last is how many full names fit the first of ``names`` as a first name alone. -inf
        strangers without a full name.
        """
        strangers = (self._strangers(name, _NOTHING) for name in names if name.is_full)
        crowds = (max(self._apart.get(name.plain, _NONE).values(), default=0) for name in names)
        fitting = self._fitting[sound(names[0].given)] if names else 0
        return max(strangers, default=-inf), max(crowds, default=0), fitting

    def _strangers(self, name: NameParts, short: frozenset[str]) -> float:
        """For independent parts; of a name in ``short`` one part is there by its first letter."""
        given, family = self._given[name.given], self._family[name.family]
        if any(text.startswith(sound(name.given)) for text in short):
            family = self._last_letters[name.family[:1]]
        elif short:
            given = self._first_letters[name.given[:1]]
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
