"""Everybody's columns side by side with how common their names are, and where two columns meet."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np

from netgraph.resolve.comparing.columns import Column, ranges
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.names.population import Population
from netgraph.resolve.names.written import writers

#: An array of truth values, of 64 bits or of points, one for each pair.
Array = Any


class Ledger:
    """Everybody's columns, and how common the names of each are."""

    def __init__(self, everybody: Everybody, population: Population) -> None:
        self.everybody = everybody
        self.table = everybody.table
        self.names = everybody.names
        self._population = population
        self.strangers, self.crowd, self.fitting = population.rarity(everybody)

    @cached_property
    def bare(self) -> Array:
        """Of whom nothing but a name is known."""
        said = [self.everybody.column(part).counts > 0 for part in ("jobs", "owner_of")]
        keys = np.fromiter((bool(t.keys) for t in self.everybody.people), np.bool_)
        return (self.names.counts > 0) & ~(keys | said[0] | said[1])

    @cached_property
    def fits(self) -> Array:
        """Who has an address that is short for a name of somebody, and does not fit their own."""
        locals_ = self.everybody.column("locals")
        some = self._population.may_be_addressed(locals_.what)
        found = np.bincount(locals_.who[some], minlength=len(self.everybody)) > 0
        each = np.nonzero(found)[0]
        for part in ("full_spellings", "short_spellings"):
            found[each] &= ~meet(locals_, self.everybody.column(part), each, each)
        return found

    @cached_property
    def writes(self) -> Array:
        """Who has an address with their first name and a last name that is not theirs."""
        return writers(self.everybody)

    def column(self, part: str) -> Column:
        """A part of the traits; "firsts" is how the first names sound."""
        if part != "firsts":
            return self.everybody.column(part)
        named = self.names.only(self.table.has_given[self.names.what])
        return Column(named.counts, self.table.first[named.what])

    def count(self, flag: Array) -> Array:
        """For how many names of each a flag of the table holds."""
        return np.bincount(self.names.who[flag[self.names.what]], minlength=len(self.everybody))


def beside(one: Column, other: Column, lefts: Array, rights: Array) -> tuple[Array, Array, Array]:
    """All that ``one`` has for the left beside all that ``other`` has for the right.

    Gives the pair that each belongs to, and the two numbers.
    """
    theirs = other.counts[rights]
    counts = one.counts[lefts] * theirs
    pair = np.repeat(np.arange(len(lefts)), counts)
    turn = ranges(np.zeros_like(counts), counts)
    step, rest = np.divmod(turn, theirs[pair])
    return (
        pair,
        one.what[one.starts[lefts][pair] + step],
        other.what[other.starts[rights][pair] + rest],
    )


def meet(one: Column, other: Column, lefts: Array, rights: Array) -> Array:
    """Whether a number of ``one`` for the left is one of ``other`` for the right."""
    found = (one.bits[lefts] & other.bits[rights]) != 0
    asked = np.nonzero(found)[0]
    pair, ours, theirs = beside(one, other, lefts[asked], rights[asked])
    found[asked] = np.bincount(pair[ours == theirs], minlength=len(asked)) > 0
    return found
