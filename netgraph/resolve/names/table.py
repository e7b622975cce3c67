"""Names, each once, as columns: how they sound, and what an address may make of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.resolve.comparing.columns import Column, codes_of
from netgraph.resolve.names.hearing import heard, spellings
from netgraph.resolve.names.likeness import family_words, formal_forms, formal_names, latin
from netgraph.resolve.names.mail import SHORTEST_SPELLING
from netgraph.resolve.names.parts import NameParts
from netgraph.resolve.tables import name_words

if TYPE_CHECKING:
    from netgraph.resolve.comparing.columns import Ints

#: What a name with an initial shares with the full one, apart from what other blocks are.
_INITIAL = "initial"


class NameTable:
    """Columns with a row for each of ``names``; codes are those of `codes_of`.

    ``full`` says whether a name is full, ``plain`` is the code of `NameParts.plain`.
    """

    def __init__(self, names: Sequence[NameParts]) -> None:
        self.names = names
        self.given = list(map(attrgetter("given"), names))
        self.family = list(map(attrgetter("family"), names))
        self._keys = list(map(attrgetter("key"), names))
        self.full = np.fromiter(map(attrgetter("is_full"), names), np.bool_, len(names))
        self.plain = codes_of(map(attrgetter("plain"), names))
        words = chain.from_iterable(key.split() for key in self._keys)
        parts = chain.from_iterable(k.replace("-", " ").split() for k in self._keys if "-" in k)
        self._heard = heard({*self.given, *self.family, *words, *parts})

    def __len__(self) -> int:
        return len(self.names)

    @cached_property
    def first(self) -> Ints:
        """How the first names sound; the code of "" without one."""
        return codes_of(map(self._heard.__getitem__, self.given))

    @cached_property
    def last(self) -> Ints:
        """How the last names sound."""
        return codes_of(map(self._heard.__getitem__, self.family))

    @cached_property
    def has_given(self) -> Any:
        """Whether there is a first name."""
        return np.fromiter(map(bool, self.given), np.bool_, len(self.given))

    @cached_property
    def has_family(self) -> Any:
        """Whether there is a last name."""
        return np.fromiter(map(bool, self.family), np.bool_, len(self.family))

    @cached_property
    def has_middle(self) -> Any:
        """Whether there is a middle name."""
        return np.fromiter((bool(name.middle) for name in self.names), np.bool_, len(self))

    @cached_property
    def has_generation(self) -> Any:
        """Whether a name ends in junior or senior, or in a number."""
        return np.fromiter((bool(name.generation) for name in self.names), np.bool_, len(self))

    @cached_property
    def codes(self) -> Any:
        """A row for each name: key, first and last name, the words in any order; 0 for nothing."""
        both = zip(self.given, self.family, strict=True)
        columns = (
            map(hash, self._keys),
            (hash(word) if word else 0 for word in self.given),
            (hash(word) if word else 0 for word in self.family),
            (hash(" ".join(sorted(key.split()))) for key in self._keys),
            (hash((one[:1], other[:1])) if one and other else 0 for one, other in both),
        )
        return np.stack([np.fromiter(c, np.int64, len(self)) for c in columns], axis=1)

    @cached_property
    def shorts(self) -> Any:
        """64 bits each for what the first names may be short for."""
        known: dict[tuple[str, ...], int] = {}
        asked = [(name.given, *name.others) for name in self.names]
        for words in set(asked):
            told = set(map(latin, words))
            known[words] = _bits(told.union(*map(formal_names, told)))
        return np.fromiter(map(known.__getitem__, asked), np.uint64, len(asked))

    @cached_property
    def forms(self) -> Column:
        """What a full name with a nickname may be short for (`formal_forms`)."""
        nicknames = {given for given in set(self.given) if formal_names(given)}
        names = zip(self.names, self.given, strict=True)
        return Column.of([formal_forms(n) if given in nicknames else () for n, given in names])

    @cached_property
    def parts(self) -> Any:
        """64 bits each for the words of the last names."""
        particles = name_words("particle")
        return np.fromiter((_bits(_last(n, particles)) for n in self.names), np.uint64, len(self))

    @cached_property
    def full_spellings(self) -> Column:
        """`Traits.full_spellings` of each name."""
        return self._spelled[0]

    @cached_property
    def short_spellings(self) -> Column:
        """`Traits.short_spellings` of each name."""
        return self._spelled[1]

    @cached_property
    def _spelled(self) -> tuple[Column, Column]:
        """A full name in both orders, and with an initial in three ways."""
        rows = np.nonzero(self.full & self.has_given)[0].tolist()
        pairs = [(self.given[row], self.family[row]) for row in rows]
        texts: list[str] = []
        for given, family in pairs:
            first, last = given[:1], family[:1]
            texts += (given + family, family + given, first + family, family + first, given + last)
        written = spellings(texts, SHORTEST_SPELLING)
        parts = {word for pair in pairs for word in pair}
        alone = dict(zip(parts, spellings(list(parts), SHORTEST_SPELLING), strict=True))
        full: list[int] = []
        short: list[int] = []
        counts = np.zeros((2, len(self)), np.int64)
        for at, (row, (given, family)) in enumerate(zip(rows, pairs, strict=True)):
            five = written[5 * at : 5 * at + 5]
            # what sounds like one part alone ("rebecca" for Rebecca A) abbreviates nothing
            nothing = ("", alone[given], alone[family])
            ours = [hash(text) for text in five[:2] if text]
            theirs = {hash(text) for text in five[2:] if text not in nothing}
            full += ours
            short += theirs
            counts[0, row], counts[1, row] = len(ours), len(theirs)
        return Column(counts[0], np.array(full, np.int64)), Column(
            counts[1], np.array(short, np.int64)
        )

    @cached_property
    def fits(self) -> Column:
        """What fits each full name (`population.shorts_of`)."""
        rows = np.nonzero(self.full)[0]
        said = (
            (self._heard[given], f"{given[:1]} {family}", f"{given} {family[:1]}")
            for given, family in zip(self.given, self.family, strict=True)
        )
        return _of_rows(rows, len(self), said, self.full)

    @cached_property
    def named(self) -> Ints:
        """The block of the same full name."""
        sound = self._heard
        return codes_of(" ".join(sorted([sound[word] for word in k.split()])) for k in self._keys)

    @cached_property
    def initials(self) -> Column:
        """What a name with an initial has in common with the full name."""
        return _collected(
            ((_INITIAL, g[:1], f[:1], part) for part in (g, f) if len(part) > 1) if g and f else ()
            for g, f in zip(self.given, self.family, strict=True)
        )

    @cached_property
    def words(self) -> Column:
        """How all words of a name sound, also those of former ones and nicknames."""
        return _collected(
            [
                self._sound(word)
                for text in (key, *name.others)
                for word in text.replace("-", " ").split(" ")
                if word
            ]
            for key, name in zip(self._keys, self.names, strict=True)
        )

    @cached_property
    def families(self) -> Column:
        """Last name and first letter of the first name, also of what it is short for."""
        known: dict[tuple[str, ...], set[str]] = {}
        asked = [(name.given, *name.others) for name in self.names]
        for words in set(asked):
            known[words] = {word[:1] for word in (*words, *formal_names(words[0]))}
        return _collected(
            ((letter, said) for said in self._family_sounds(name) for letter in known[words])
            for name, words in zip(self.names, asked, strict=True)
        )

    def _family_sounds(self, name: NameParts) -> Iterable[str]:
        if not name.family:
            return ()
        text = " ".join((name.family, *name.middle)) if name.middle else name.family
        words = [word for word in text.replace("-", " ").split() if len(word) > 2]
        return [self._sound(word) for word in words]

    def _sound(self, word: str) -> str:
        if word not in self._heard:
            self._heard |= heard([word])
        return self._heard[word]


def _last(name: NameParts, particles: frozenset[str]) -> Iterable[str]:
    """`family_words`, of which most are one."""
    family = name.family
    if name.middle or name.others or not family.isalpha():
        return family_words(name)
    return () if len(family) < 3 or family in particles else (family,)


def _bits(words: Iterable[str]) -> int:
    found = 0
    for word in words:
        found |= 1 << (hash(word) & 63)
    return found


def _collected(said: Iterable[Iterable[object]]) -> Column:
    """The codes of what is said in each row."""
    counts: list[int] = []
    what: list[int] = []
    for words in said:
        before = len(what)
        what.extend(map(hash, words))
        counts.append(len(what) - before)
    return Column(np.array(counts, np.int64), np.array(what, np.int64))


def _of_rows(rows: Any, size: int, said: Iterator[Sequence[str]], chosen: Any) -> Column:
    """The codes of what the chosen rows say, three each."""
    told = (words for words, yes in zip(said, chosen.tolist(), strict=True) if yes)
    counts = np.zeros(size, np.int64)
    counts[rows] = 3
    return Column(counts, codes_of(chain.from_iterable(told)))
