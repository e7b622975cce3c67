"""What everybody says, as columns: the traits of many at once, none of them worked out singly."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.resolve.comparing.columns import Column, together
from netgraph.resolve.comparing.traits import PHONE_END, Traits, is_national
from netgraph.resolve.names.hearing import letters_alone, spellings
from netgraph.resolve.names.mail import SHORTEST_SPELLING, as_domain, work_word
from netgraph.resolve.names.table import NameTable
from netgraph.resolve.normalise import tells_apart
from netgraph.resolve.organisations.domains import domain_of

if TYPE_CHECKING:
    from netgraph.resolve.comparing.columns import Ints

_SAID = ("employers", "callings", "circles", "events", "guest_lists", "books", "owners", "owner_of")
_OF_KEYS = (
    "slugs", "work_domains", "work_words", "work_addresses", "private_addresses", "locals",
    "phone_ends", "national_ends",
)  # fmt: skip


class Everybody:
    """The traits of ``people`` in columns, with a row for each; their ``numbers`` name them.

    ``names`` are rows of the ``table``, in which every name stands at least once. ``column``
    gives the codes (`codes_of`) of any other part of `Traits`, and of "places", what the
    employers may be called in a domain and the words of the mail domains.
    """

    def __init__(self, people: Sequence[Traits], numbers: Sequence[int] | None = None) -> None:
        self.people = people
        self.numbers = np.array(range(len(people)) if numbers is None else numbers, np.int64)
        names = list(map(attrgetter("names"), people))
        flat = list(chain.from_iterable(names))
        ids = np.fromiter(map(id, flat), np.int64, len(flat))
        _ids, firsts, rows = np.unique(ids, return_index=True, return_inverse=True)
        self.table = NameTable([flat[first] for first in firsts.tolist()])
        self.names = Column(np.fromiter(map(len, names), np.int64, len(names)), rows)
        self._columns: dict[str, Column] = {}

    def __len__(self) -> int:
        return len(self.people)

    def column(self, part: str) -> Column:
        """The codes of a part of the traits."""
        if part not in self._columns:
            self._fill(part)
        return self._columns[part]

    def _fill(self, part: str) -> None:
        columns = self._columns
        if part in _SAID:
            columns[part] = Column.of(list(map(attrgetter(part), self.people)))
        elif part in _OF_KEYS:
            self._fill_keys()
        elif part == "employer_words":
            employers = map(attrgetter("employers"), self.people)
            columns[part] = Column.of([as_domain(said) if said else () for said in employers])
        elif part == "jobs":
            columns[part] = together(self.column("employers"), self.column("callings"))
        elif part == "places":
            columns[part] = together(self.column("employer_words"), self.column("work_words"))
        else:
            columns[part] = self.names.through(getattr(self.table, part))

    @cached_property
    def full(self) -> Any:
        """Which of the ``names`` are full."""
        return self.table.full[self.names.what]

    @cached_property
    def first(self) -> Ints:
        """The first name of each, as a row of the table; -1 without one."""
        found = np.full(len(self), -1, np.int64)
        some = self.names.counts > 0
        found[some] = self.names.what[self.names.starts[some]]
        return found

    def _fill_keys(self) -> None:
        """What addresses, numbers and profiles tell."""
        keys = list(map(attrgetter("keys"), self.people))
        counts = np.fromiter(map(len, keys), np.int64, len(keys))
        who = np.repeat(np.arange(len(keys)), counts).tolist()
        told: dict[str, tuple[list[int], list[int]]] = {part: ([], []) for part in _OF_KEYS}
        owners: list[int] = []
        texts: list[str] = []
        domains: dict[str, str | None] = {}
        for whose, key in zip(who, chain.from_iterable(keys), strict=True):
            kind, _, value = key.partition(":")
            if kind == "email":
                owners.append(whose)
                texts.append(value.partition("@")[0].partition("+")[0])
                _put_address(told, whose, value, domains)
            elif kind == "phone" and len(value) > PHONE_END:
                end = hash(value[-PHONE_END:])
                _put(told, "phone_ends", whose, end)
                if is_national(value):
                    _put(told, "national_ends", whose, end)
            elif kind == "profile" and tells_apart(value):
                _put(told, "slugs", whose, hash(value))
        heard = spellings(letters_alone(texts), SHORTEST_SPELLING)
        for whose, text in zip(owners, heard, strict=True):
            if text:
                _put(told, "locals", whose, hash(text))
        for part, (ours, what) in told.items():
            sizes = np.bincount(np.array(ours, np.int64), minlength=len(keys))
            self._columns[part] = Column(sizes, np.array(what, np.int64))


_Told = dict[str, tuple[list[int], list[int]]]


def _put(told: _Told, part: str, whose: int, code: int) -> None:
    ours, what = told[part]
    ours.append(whose)
    what.append(code)


def _put_address(told: _Told, whose: int, address: str, domains: dict[str, str | None]) -> None:
    domain = _domain(address, domains)
    if domain is None:
        _put(told, "private_addresses", whose, hash(address))
        return
    _put(told, "work_addresses", whose, hash(address))
    _put(told, "work_domains", whose, hash(domain))
    _put(told, "work_words", whose, hash(work_word(domain)))


def _domain(address: str, known: dict[str, str | None]) -> str | None:
    """`domain_of`, once for each host."""
    local, _, host = address.rpartition("@")
    if not address.isascii() or any(sign in local for sign in "[({"):
        return domain_of(address)
    if host not in known:
        known[host] = domain_of(address)
    return known[host]
