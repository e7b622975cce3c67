"""How common names are among the people of the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import Any

import numpy as np

from netgraph.resolve.comparing.columns import NOTHING, Column, mixed, mixed_pair, ranges, together
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.lookup import Lookup
from netgraph.resolve.comparing.pairing import Pairing
from netgraph.resolve.comparing.traits import Traits
from netgraph.resolve.names.counts import (
    Count,
    counts_made,
    full_name,
    is_elsewhere,
    marks,
    places_of,
    shorts,
)
from netgraph.resolve.names.likeness import Likeness, formal_forms, sound
from netgraph.resolve.names.parts import NameParts
from netgraph.resolve.names.rarity import FullNames

#: Up to so many bearers of a name, it is worth asking which one somebody is.
FEW = 3
_NOTHING: frozenset[str] = frozenset()


class Population:
    """Counts of names among everybody, kept up to date; everybody has a number."""

    def __init__(self, everybody: Everybody | Sequence[Traits] = ()) -> None:
        self._people: dict[int, Traits] = {}
        self._of_name = Lookup()
        #: Who has a full name that an address may make this of, and who may be called so at work.
        self._in_address = Lookup()
        self._at_work = Lookup()
        self._full = FullNames()
        self._fitting: dict[int, int] = {}
        #: How many bear a full name at least, by its code; one where nothing is said.
        self._several: dict[int, int] = {}
        told = everybody if isinstance(everybody, Everybody) else Everybody(everybody)
        self._begin(told)

    def change(self, gone: Mapping[int, Traits], come: Everybody) -> set[Count]:
        """Count ``gone`` no more and ``come`` too; gives the counts that say other things now.

        What `score` says of two whom none of these concern (`counts_for`) is the same as before;
        nothing is given where nobody was counted before.
        """
        if not self._people:
            self._begin(come)
            return set()
        every = (*gone.values(), *come.people)
        borne = {name.plain: name for traits in every for name in traits.names}
        watched = {count for traits in every for count in counts_made(traits)}
        alike = (self._people[n] for name in borne for n in self._of_name.who(hash(name)))
        watched.update(("address", hash(text), 0) for t in alike for text in t.short_spellings)
        before, levels = {count: self._said(count) for count in watched}, self._full.levels()
        for name in borne.values():
            if name.plain in self._full:
                self._fit(self._full.drop(name.plain), -1)
        self._leave(gone)
        self._take(come)
        full = [n for n in borne.values() if n.is_full and self._of_name.count(hash(n.plain))]
        for text in borne:
            self._several.pop(hash(text), None)
        for name in full:
            self._several[hash(name.plain)] = max(self._crowd(name.plain).values(), default=1)
            self._fit(name, 1)
        self._full.add_all({name.plain: name for name in full})
        found = {count for count, said in before.items() if said != self._said(count)}
        plain = borne.keys() | self._full.changed(levels)
        return found.union(("name", hash(name), 0) for name in plain)

    def _said(self, count: Count) -> object:
        """As much of a count as makes a difference."""
        kind, text, place = count
        if kind == "fit":
            return min(self._fitting.get(text, 0), FEW + 1)
        if kind == "address":
            names = frozenset(self._addressed(text))
            return min(sum(map(self._most_apart, names)), FEW + 1), names
        return min(len(self._called(text, place)), 2)

    def _begin(self, everybody: Everybody) -> None:
        """Count ``everybody``, where nobody is counted yet."""
        self._take(everybody)
        table = everybody.table
        self._count_apart(everybody)
        rows = np.nonzero(table.full)[0]
        rows = rows[np.unique(table.plain[rows], return_index=True)[1]]
        self._full.add_all({table.names[n].plain: table.names[n] for n in rows.tolist()})
        fits = table.fits.take(rows)
        most = np.fromiter(map(self._most, table.plain[rows].tolist()), np.int64, len(rows))
        codes, places = np.unique(fits.what, return_inverse=True)
        sums = np.bincount(places, np.repeat(most, fits.counts), len(codes)).astype(np.int64)
        self._fitting = dict(zip(codes.tolist(), sums.tolist(), strict=True))

    def _count_apart(self, everybody: Everybody) -> None:
        """How often a full name stands in one place, where it does so several times."""
        names, table = everybody.names.only(everybody.full), everybody.table
        plain = table.plain[names.what]
        once = np.unique(mixed(names.who, plain), return_index=True)[1]
        who, plain = names.who[once], plain[once]
        slugs = everybody.column("slugs")
        some = slugs.counts > 0
        profile = Column(some.astype(np.int64), np.full(some.sum(), hash("profile")))
        places = together(everybody.column("books"), profile)
        counts = places.counts[who]
        told = mixed(np.repeat(plain, counts), places.what[ranges(places.starts[who], counts)])
        _told, firsts, sizes = np.unique(told, return_index=True, return_counts=True)
        several = sizes > 1
        codes = np.repeat(plain, counts)[firsts[several]].tolist()
        for code, size in zip(codes, sizes[several].tolist(), strict=True):
            self._several[code] = max(size, self._most(code))

    def _take(self, come: Everybody) -> None:
        numbers, table, names = come.numbers, come.table, come.names
        self._people.update(zip(numbers.tolist(), come.people, strict=True))
        self._of_name.change((), numbers, Column(names.counts, table.plain[names.what]))
        short = come.column("short_spellings")
        self._in_address.change((), numbers, short)
        full = names.only(come.full)
        called = together(short, Column(full.counts, table.first[full.what]))
        self._at_work.change((), numbers, called.times(come.column("places")))
        told = (full.counts > 0) & (come.column("slugs").counts > 0)
        rows = full.what[full.starts[told]].tolist()
        self._full.tell_apart((table.names[row] for row in rows), 1)

    def _leave(self, gone: Mapping[int, Traits]) -> None:
        for lookup in (self._of_name, self._in_address, self._at_work):
            lookup.change(gone, (), NOTHING)
        for number in gone:
            del self._people[number]
        told = ([n for n in t.names if n.is_full][:1] for t in gone.values() if t.slugs)
        self._full.tell_apart((name for names in told for name in names), -1)

    def _fit(self, name: NameParts, sign: int) -> None:
        for short in map(hash, shorts(name)):
            many = self._fitting.get(short, 0) + sign * self._most_apart(name.plain)
            self._fitting[short] = many

    def _most_apart(self, name: str) -> int:
        return self._most(hash(name))

    def _most(self, code: int) -> int:
        return self._several.get(code, 1)

    def _crowd(self, *names: str) -> dict[str, int]:
        """How often one of the names stands in each place where people stand apart."""
        found: dict[str, int] = {}
        for number in {number for name in names for number in self._of_name.who(hash(name))}:
            for mark in marks(self._people[number]):
                found[mark] = found.get(mark, 0) + 1
        return found

    def _addressed(self, text: int) -> set[str]:
        """The full names that an address may make a text of."""
        return {full_name(self._people[number]) for number in self._in_address.who(text)}

    def _called(self, text: int, place: int) -> set[str]:
        """The full names there that a text may stand for."""
        who = self._at_work.who(mixed_pair(text, place))
        return {full_name(self._people[number]) for number in who}

    def bearers(self, pair: Pairing) -> int:
        """How many people at least bear the name the two have in common; 0 when none is.

        People are told apart by their profiles and by standing side by side in one address
        book (save the two themselves, which may be one contact kept twice); a first name, a
        name with an initial and one abbreviated in an address are borne by everybody they fit.
        """
        if not pair.is_named:
            if shared := pair.abbreviations:
                return max(
                    sum(map(self._most_apart, self._addressed(hash(text)))) for text in shared
                )
            if pair.first_name:
                return max(self._fitting.get(hash(pair.first_name), 0), 1)
            if pair.alike is Likeness.INITIAL:
                short = pair.theirs if pair.ours.is_full else pair.ours
                return max(self._fitting.get(hash(short.plain), 0), 1)
        names = self._names_borne(pair)
        if all(len(n) == 1 and self._most_apart(n[0]) == 1 for n in names):
            return min(len(names), 1)
        shared = marks(pair.left) & marks(pair.right)
        counts = [
            count - (mark in shared) for n in names for mark, count in self._crowd(*n).items()
        ]
        return max(max(counts, default=0), min(len(pair.full_names), 1))

    def _names_borne(self, pair: Pairing) -> set[tuple[str, ...]]:
        """All full names of the two: who is called Kate too may be Katherine's namesake.

        Each with those that are borne of what it may be short for.
        """
        full = (n for side in (pair.left, pair.right) for n in side.names if n.is_full)
        return {(n.plain, *self._forms(n)) for n in full}

    def _forms(self, name: NameParts) -> list[str]:
        return [form for form in formal_forms(name) if self._of_name.count(hash(form))]

    def called_so_there(self, pair: Pairing) -> int:
        """How many full names stand, where both work, that what the two share may be short for.

        That is an abbreviation in an address, else a first name; 0 when they share neither.
        """
        there = places_of(pair.left) & places_of(pair.right)
        shared = pair.abbreviations or {pair.first_name}
        names = (self._called(hash(text), hash(place)) for text in shared for place in there)
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
                fits = (name for text in side.locals for name in self._addressed(hash(text)))
                if any(n not in own and sound(n.partition(" ")[0]) in given for n in fits):
                    return True
        return False

    def may_be_addressed(self, texts: Any) -> Any:
        """Which of the codes ``texts`` an address may make of a full name."""
        return self._in_address.counts(texts) > 0

    def others_elsewhere(self, pair: Pairing) -> bool:
        """Whether all others of the name are known to work elsewhere than both of the pair."""
        there = places_of(pair.left) & places_of(pair.right)
        others = (
            self._people[number]
            for name in pair.full_names
            for number in self._of_name.who(hash(name.plain))
        )
        return all(
            traits is pair.left or traits is pair.right or is_elsewhere(traits, there)
            for traits in others
        )

    def expected(self, pair: Pairing) -> float:
        """How many strangers of this full name one would expect by chance [>= 0].

        For independent first and last names among as many people as are known: other bearers
        of the first name times other bearers of the last name over all names, and that as often
        as names are shared among profiles (`FullNames.clumping`). 1 when the two share no full
        name.
        """
        if not (pair.is_named or pair.abbreviations):
            return 1.0
        short = _NOTHING if pair.is_named else pair.abbreviations
        return max((self._full.strangers(name, short) for name in pair.full_names), default=1.0)

    def rarity(self, everybody: Everybody) -> tuple[Any, Any, Any]:
        """For each: the most strangers of a full name, the most who bear one in one place.

        The last is how many full names fit the first of the names as a first name alone. -inf
        strangers without a full name.
        """
        table = everybody.table
        strangers = np.full(len(table), -inf)
        rows = np.nonzero(table.full)[0]
        strangers[rows] = self._full.strangers_of([table.names[row] for row in rows.tolist()])
        crowds = np.fromiter(map(self._most, table.plain.tolist()), np.int64, len(table))
        borne = table.forms.who[self._of_name.counts(table.forms.what) > 0]
        for row in np.unique(borne).tolist():
            name = table.names[row]
            crowds[row] = max(self._crowd(name.plain, *self._forms(name)).values(), default=1)
        fitting = np.zeros(len(everybody), np.int64)
        named = everybody.first >= 0
        called = table.first[everybody.first[named]].tolist()
        fitting[named] = [self._fitting.get(code, 0) for code in called]
        names = everybody.names
        return names.most(strangers, -inf), names.most(crowds, 0), fitting
