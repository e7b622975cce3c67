"""Every card by number, and which cards belong together before any evidence is weighed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain

import numpy as np

from netgraph.model import Decision, Judgement, StoredCard
from netgraph.resolve.comparing.columns import NOTHING, Column
from netgraph.resolve.comparing.lookup import Lookup
from netgraph.resolve.comparing.traits import Traits, traits_of
from netgraph.resolve.matching import words_of

#: What puts cards into their order.
Order = tuple[str, str, datetime]


def order_of(stored: StoredCard) -> Order:
    """By key, owner and time of the import."""
    return stored.card.key, stored.owner, stored.imported


class Linked:
    """Cards with their traits, by number; a number is never given twice.

    Two cards are linked when they share a key, a subject, an address, number, profile or account,
    when both are the owner's of a source, when the user said that they are the same, or when one
    kind of list has nothing but their name. `matching.join_strongly` looks no further.
    """

    def __init__(self, region: str) -> None:
        self.stored: dict[int, StoredCard] = {}
        self.traits: dict[int, Traits] = {}
        self._region = region
        self._numbers: dict[Order, int] = {}
        # by identity: most cards are those of the last time, and need not be compared
        self._objects: dict[int, int] = {}
        self._owned: list[int] = []
        self._links = Lookup()
        self._words: Mapping[tuple[str, str], Judgement] = {}
        self._same: dict[str, set[str]] = {}
        self._given = 0

    def order(self, number: int) -> Order:
        """What puts the card into its place among all."""
        return order_of(self.stored[number])

    def change(
        self, cards: Sequence[StoredCard], decisions: Sequence[Decision]
    ) -> tuple[set[int], set[int]] | None:
        """Hold ``cards`` and ``decisions``, and these alone.

        Gives the numbers that are gone, and those that are here and belonged or belong, over
        links, to a card that came or went or of which something else is said. None when two
        cards have one place in the order: nothing can be said then, now or later.
        """
        objects = set(map(id, cards))
        gone = {number for each, number in self._objects.items() if each not in objects}
        new = [stored for stored in cards if id(stored) not in self._objects]
        come = [s for s in sorted(new, key=order_of) if not self._is_old(s, gone)]
        left = {number: self._numbers.pop(self.order(number)) for number in gone}
        added = self._add(come)
        if len(self._numbers) < len(cards):
            return None
        spoken = self._said_otherwise(decisions)
        reached = set(added)
        if len(added) < len(self.stored):
            told = {n for subject in spoken for n in self._links.who(_subject(subject))}
            reached = self._reached(told.union(added, gone)) - gone
            self._links.change(gone, (), NOTHING)
        for number in left:
            del self.traits[number], self._objects[id(self.stored.pop(number))]
        self._same = _partners(self._words)
        return gone, reached

    def _is_old(self, stored: StoredCard, gone: set[int]) -> bool:
        """Whether an equal card is there, which then is not gone but this one."""
        number = self._numbers.get(order_of(stored))
        if number not in gone or self.stored[number] != stored:
            return False
        del self._objects[id(self.stored[number])]
        self._objects[id(stored)], self.stored[number] = number, stored
        gone.discard(number)
        return True

    @property
    def owned(self) -> list[int]:
        """The cards of me in my own files."""
        return [n for n in self._owned if n in self.stored]

    def _add(self, cards: Iterable[StoredCard]) -> list[int]:
        numbers, links = [], []
        for stored in cards:
            number = self._given = self._given + 1
            self._numbers[order_of(stored)] = number
            self.stored[number], self._objects[id(stored)] = stored, number
            if stored.card.is_owner and not stored.owner:
                self._owned.append(number)
            self.traits[number] = traits_of(stored, self._region)
            numbers.append(number)
            links.append(self._links_of(number))
        counts = np.fromiter(map(len, links), np.int64, len(links))
        what = np.fromiter(chain.from_iterable(links), np.int64, counts.sum())
        self._links.change((), numbers, Column(counts, what))
        return numbers

    def _links_of(self, number: int) -> list[int]:
        stored, traits = self.stored[number], self.traits[number]
        card = stored.card
        found = [hash(("key", card.key)), _subject(card.subject), *map(hash, traits.keys)]
        if card.is_owner:
            found.append(hash(("owner", stored.owner)))
        if not traits.keys and not card.is_owner:
            names = frozenset(name.key for name in traits.names)
            found.append(hash((stored.owner, card.origin.importer, names)))
        return found

    def _said_otherwise(self, decisions: Sequence[Decision]) -> set[str]:
        """The subjects of which something else is said than before."""
        before, now = self._words, words_of(decisions)
        self._words = now
        self._same = _partners(before, now)
        return {
            subject
            for pair in before.keys() | now.keys()
            if before.get(pair) != now.get(pair)
            for subject in pair
        }

    def _reached(self, numbers: Iterable[int]) -> set[int]:
        found, waiting, asked = set(numbers), list(numbers), set()
        while waiting:
            for link in self._leads(waiting.pop()):
                if link not in asked:
                    asked.add(link)
                    new = set(self._links.who(link)) - found
                    found |= new
                    waiting += new
        return found

    def _leads(self, number: int) -> Iterator[int]:
        yield from self._links_of(number)
        for other in self._same.get(self.stored[number].card.subject, ()):
            # two who were called the same as somebody unknown are not linked by that
            if self._links.count(_subject(other)):
                yield _subject(other)

    def groups(self, numbers: Iterable[int]) -> dict[int, int]:
        """A name of the group for each of ``numbers``, which hold all they are linked with."""
        parent: dict[int, int] = {}

        def root(one: int) -> int:
            while parent.setdefault(one, one) != one:
                parent[one] = one = parent[parent[one]]
            return one

        # links are numbers below nought here, so that they are no cards
        seen: dict[int, int] = {}
        for number in numbers:
            for link in self._leads(number):
                parent[root(number)] = root(seen.setdefault(link, -1 - len(seen)))
        names: dict[int, int] = {}
        return {number: names.setdefault(root(number), number) for number in numbers}


def _subject(subject: str) -> int:
    return hash(("subject", subject))


def _partners(*said: Mapping[tuple[str, str], Judgement]) -> dict[str, set[str]]:
    """Who was ever said to be the same as whom."""
    found: dict[str, set[str]] = {}
    for words in said:
        for (left, right), word in words.items():
            if word is Judgement.SAME:
                found.setdefault(left, set()).add(right)
                found.setdefault(right, set()).add(left)
    return found
