"""How common names are among the people of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Any

from netgraph.resolve.likeness import Likeness, sound
from netgraph.resolve.names import NameParts
from netgraph.resolve.pairing import Pairing
from netgraph.resolve.rarity import FullNames
from netgraph.resolve.traits import Traits

#: Up to so many bearers of a name, it is worth asking which one somebody is.
FEW = 3
_PROFILE = frozenset(("profile",))
_NONE: Counter[str] = Counter()
_NOTHING: frozenset[str] = frozenset()


#: Something counted: "name" and a full name, "fit" and what names may be shortened to, "address"
#: and what an address may make of them; "work" with a place is what it may make of them there.
Count = tuple[str, ...]


class Population:
    """Counts of names among everybody, kept up to date."""

    def __init__(self, everybody: Iterable[Traits]) -> None:
        self._apart: dict[str, Counter[str]] = {}
        self._of_name: dict[str, list[Traits]] = {}
        #: Full names by what an address may make of them, and by what it may make of them at work.
        #: As often as there are bearers; a list takes less room than a set.
        self._in_address: dict[str, list[str]] = {}
        self._at_work: dict[tuple[str, str], list[str]] = {}
        self._full = FullNames()
        self._fitting: Counter[str] = Counter()
        self._take(everybody, ())

    def change(self, gone: Sequence[Traits], come: Sequence[Traits]) -> set[Count]:
        """Count ``gone`` no more and ``come`` too; gives the counts that say other things now.

        ``gone`` are the very objects that were counted. What `score` says of two whom none of
        these concern (`counts_for`) is the same as before.
        """
        every = (*gone, *come)
        names = {name.plain for traits in every for name in traits.names}
        watched = {count for traits in every for count in _counts_made(traits)}
        alike = (t for name in names for t in self._of_name.get(name, ()))
        watched.update(("address", text) for t in alike for text in t.short_spellings)
        before, levels = {count: self._said(count) for count in watched}, self._full.levels()
        for name in names:
            if name in self._full:
                self._fit(self._full.drop(name), -1)
        for traits in gone:
            self._leave(traits)
        self._take(come, names)
        found = {count for count, said in before.items() if said != self._said(count)}
        names |= self._full.changed(levels)
        return found.union(("name", name) for name in names)

    def _said(self, count: Count) -> object:
        """As much of a count as makes a difference."""
        kind, text = count[:2]
        if kind == "fit":
            return min(self._fitting[text], FEW + 1)
        if kind == "address":
            names = frozenset(self._in_address.get(text, ()))
            return min(sum(map(self._most_apart, names)), FEW + 1), names
        return min(len(set(self._at_work.get((text, count[2]), ()))), 2)

    def _take(self, come: Iterable[Traits], names: Iterable[str]) -> None:
        """Count ``come``, and the full ones of ``names`` anew."""
        full: dict[str, NameParts] = {}
        for traits in come:
            full.update((name.plain, name) for name in traits.names if name.is_full)
            marks = _marks(traits)
            for key in {name.plain for name in traits.names}:
                self._apart.setdefault(key, Counter()).update(marks)
                self._of_name.setdefault(key, []).append(traits)
            for where, key, name in self._addresses(traits):
                where.setdefault(key, []).append(name)
        for key in names:
            for traits in self._of_name.get(key, ()):
                full.update((n.plain, n) for n in traits.names if n.is_full and n.plain == key)
        for found in full.values():
            self._full.add(found)
            self._fit(found, 1)

    def _leave(self, traits: Traits) -> None:
        marks = _marks(traits)
        for key in {name.plain for name in traits.names}:
            self._apart[key].subtract(marks)
            self._apart[key] = +self._apart[key]
            self._of_name[key] = [each for each in self._of_name[key] if each is not traits]
            if not self._of_name[key]:
                del self._of_name[key], self._apart[key]
        for where, key, name in self._addresses(traits):
            where[key].remove(name)
            if not where[key]:
                del where[key]

    def _addresses(self, traits: Traits) -> Iterator[tuple[dict[Any, list[str]], Any, str]]:
        full = [name for name in traits.names if name.is_full]
        if full:
            name, texts = full[0].plain, traits.short_spellings
            for text in texts:
                yield self._in_address, text, name
            called = texts.union(sound(each.given) for each in full)
            for place in places_of(traits):
                for text in called:
                    yield self._at_work, (text, place), name

    def _fit(self, name: NameParts, sign: int) -> None:
        for short in _shorts(name):
            self._fitting[short] += sign * self._most_apart(name.plain)

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
                return max(
                    sum(map(self._most_apart, set(self._in_address[text]))) for text in shared
                )
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
        return max(map(len, map(set, names)), default=0)

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
        return max((self._full.strangers(name, short) for name in pair.full_names), default=1.0)

    def rarity(self, names: Sequence[NameParts]) -> tuple[float, float, float]:
        """Of names: the most strangers of a full one, the most who bear one in one place.

        The last is how many full names fit the first of ``names`` as a first name alone. -inf
        strangers without a full name.
        """
        strangers = (self._full.strangers(name) for name in names if name.is_full)
        crowds = (max(self._apart.get(name.plain, _NONE).values(), default=0) for name in names)
        fitting = self._fitting[sound(names[0].given)] if names else 0
        return max(strangers, default=-inf), max(crowds, default=0), fitting


def _counts_made(traits: Traits) -> Iterator[Count]:
    """What somebody's full names are counted in, besides by themselves."""
    full = [name for name in traits.names if name.is_full]
    if full:
        yield from (("fit", short) for name in full for short in _shorts(name))
        yield from (("address", text) for text in traits.short_spellings)
        called = traits.short_spellings.union(sound(name.given) for name in full)
        yield from (("work", text, place) for place in places_of(traits) for text in called)


def counts_for(traits: Traits) -> Iterator[Count]:
    """The counts that a score of somebody may depend on; of "work" the two parts by themselves."""
    for name in traits.names:
        yield "name", name.plain
        yield "text", sound(name.given)
        if not name.is_full:
            yield "fit", name.plain
            yield "fit", sound(name.given)
    for text in traits.locals:
        yield from (("text", text), ("fit", text), ("address", text))
    yield from (("place", place) for place in places_of(traits))


def _shorts(name: NameParts) -> set[str]:
    """What fits a full name: the first name as it sounds, and the name with an initial."""
    given, family = name.given, name.family
    return {sound(given), f"{given[:1]} {family}", f"{given} {family[:1]}"}


def places_of(traits: Traits) -> frozenset[str]:
    """What the employers of somebody may be called in a mail domain, and the domains' words."""
    return traits.employer_words | traits.work_words


def _is_elsewhere(traits: Traits, there: frozenset[str]) -> bool:
    places = places_of(traits)
    return bool(places) and places.isdisjoint(there)


def _marks(traits: Traits) -> frozenset[str]:
    """Where somebody stands apart from all others who stand there too."""
    return traits.books | _PROFILE if traits.slugs else traits.books
