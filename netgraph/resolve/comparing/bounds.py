"""The most that pairs can score, for all of them at once, so that few are weighed in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from netgraph.resolve import evidence
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.ledger import Ledger
from netgraph.resolve.comparing.pairs import Pairs
from netgraph.resolve.names.population import Population
from netgraph.resolve.names.rarity import EXTREMELY_RARE, FAIRLY_RARE, RARE, VERY_RARE
from netgraph.resolve.rules import GROUPS, UNSURE_FROM, Comparison, Rule

_Foresight = Callable[[Pairs], Any]

#: When a comparison holds, no more and no less.
KNOWN: dict[Comparison, _Foresight] = {
    evidence.address_spells_name: lambda pairs: pairs.spells,
    evidence.address_abbreviates_name: lambda pairs: pairs.abbreviates,
    evidence.same_employer: lambda pairs: pairs.meet("employers"),
    evidence.employer_in_address: lambda pairs: pairs.meet("work_words", "employer_words"),
    evidence.same_work_domain: lambda pairs: pairs.meet("work_domains"),
    evidence.same_occupation: lambda pairs: pairs.meet("callings"),
    evidence.same_circle: lambda pairs: pairs.meet("circles"),
    evidence.phone_ends_alike: lambda pairs: pairs.meet("national_ends", "phone_ends"),
    evidence.owner_of_a_file: lambda pairs: pairs.one_says("owner_of"),
    evidence.other_workplace: lambda pairs: pairs.differ("work_domains"),
    evidence.other_employer: lambda pairs: pairs.differ("places"),
    evidence.other_occupation: lambda pairs: pairs.differ("callings"),
    evidence.other_private_address: lambda pairs: pairs.differ("private_addresses"),
    evidence.other_phone: lambda pairs: pairs.differ("phone_ends"),
    evidence.same_event: lambda pairs: pairs.meet("events") & ~pairs.meet("guest_lists"),
    evidence.other_address_there: (
        lambda pairs: pairs.meet("work_domains") & ~pairs.meet("work_addresses")
    ),
    evidence.listed_apart: lambda pairs: pairs.meet("books"),
    evidence.other_peoples_contact: (
        lambda pairs: ~pairs.meet("owners") & ~pairs.either_says("owner_of")
    ),
}
#: When one of the others may hold; one that is not here always may.
MAY: dict[Comparison, _Foresight] = {
    evidence.same_full_name: lambda pairs: pairs.may_be_same,
    evidence.turned_name: lambda pairs: pairs.may_be_turned,
    evidence.respelled_name: lambda pairs: pairs.may_be_respelled,
    evidence.nickname: lambda pairs: pairs.may_be_nickname,
    evidence.part_of_family_name: lambda pairs: pairs.may_be_part,
    evidence.initials: lambda pairs: pairs.may_be_initial,
    evidence.first_name_and_address: (
        lambda pairs: pairs.may_be_first & (pairs.spells | pairs.abbreviates)
    ),
    evidence.first_name_only: lambda pairs: pairs.may_be_first,
    evidence.first_name_in_address: lambda pairs: pairs.meet("locals", "firsts"),
    evidence.extremely_rare_only_bearer: lambda pairs: pairs.may_be_rarer(EXTREMELY_RARE),
    evidence.very_rare_only_bearer: lambda pairs: pairs.may_be_rarer(VERY_RARE),
    evidence.fairly_rare_only_bearer: lambda pairs: pairs.may_be_rarer(FAIRLY_RARE),
    evidence.rare_only_bearer: lambda pairs: pairs.may_be_rarer(RARE),
    evidence.only_bearer: lambda pairs: ~pairs.must_be_several,
    evidence.only_bearer_there: lambda pairs: pairs.may_be_same,
    evidence.only_one_so_called_there: lambda pairs: ~pairs.same & pairs.meet("places"),
    evidence.one_of_few_bearers: lambda pairs: pairs.may_be_same & pairs.one_is_bare,
    evidence.other_first_name: lambda pairs: ~pairs.same,
    evidence.other_last_name: lambda pairs: pairs.families & ~pairs.same,
    evidence.anothers_address: lambda pairs: pairs.may_fit_another,
    evidence.other_last_name_in_address: lambda pairs: pairs.may_write_another,
    evidence.other_generation: lambda pairs: pairs.generations,
    evidence.other_middle_name: lambda pairs: pairs.middle_names,
}
#: When one of them must hold, unless a rule before it in its group does; one that is not here
#: need not.
MUST: dict[Comparison, _Foresight] = {
    evidence.same_full_name: lambda pairs: pairs.same,
    evidence.extremely_rare_only_bearer: lambda pairs: pairs.must_be_rarer(EXTREMELY_RARE),
    evidence.very_rare_only_bearer: lambda pairs: pairs.must_be_rarer(VERY_RARE),
    evidence.fairly_rare_only_bearer: lambda pairs: pairs.must_be_rarer(FAIRLY_RARE),
    evidence.rare_only_bearer: lambda pairs: pairs.must_be_rarer(RARE),
    evidence.only_bearer: lambda pairs: pairs.same & pairs.must_be_one,
    evidence.many_bearers: lambda pairs: pairs.must_be_several,
    evidence.other_last_name: lambda pairs: pairs.unlike & pairs.families,
}


class Foreseen:
    """What is known of pairs before they are weighed, comparison by comparison."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = pairs
        self._known: dict[tuple[bool, Comparison], Any] = {}

    def may(self, compare: Comparison) -> Any:
        """Whether a comparison may hold: an array of truth values, or one for all."""
        return self._told(compare, MAY, otherwise=True)

    def must(self, compare: Comparison) -> Any:
        """Whether a comparison must hold."""
        return self._told(compare, MUST, otherwise=False)

    def _told(
        self, compare: Comparison, table: dict[Comparison, _Foresight], *, otherwise: bool
    ) -> Any:
        look = KNOWN.get(compare) or table.get(compare)
        if look is None:
            return np.bool_(otherwise)
        asked = otherwise and compare not in KNOWN, compare
        if asked not in self._known:
            self._known[asked] = look(self.pairs)
        return self._known[asked]


def foreseen(everybody: Everybody, population: Population, lefts: Any, rights: Any) -> Foreseen:
    """What is known of the pairs of positions."""
    return Foreseen(Pairs(Ledger(everybody, population), lefts, rights))


def most_points(foreseen: Foreseen) -> Any:
    """At least the points [points] that `score` gives; -inf where not even the names agree."""
    first, *others = GROUPS
    points = _most(foreseen, first, -np.inf)
    for group in others:
        points += _most(foreseen, group, 0.0)
    pairs = foreseen.pairs
    named = pairs.may_be_same | pairs.may_be_initial | pairs.may_be_nickname
    written = pairs.spells | pairs.abbreviates
    return np.where(named | written, np.maximum(points, UNSURE_FROM), points)


def _most(foreseen: Foreseen, group: Sequence[Rule], otherwise: float) -> Any:
    """The most that a group adds; ``otherwise`` when none of its rules holds."""
    found = np.full(len(foreseen.pairs.lefts), -np.inf)
    undecided = np.full(len(found), fill_value=True)
    for rule in group:
        may = foreseen.may(rule.compare)
        found = np.where(undecided & may, np.maximum(found, rule.weight), found)
        undecided &= ~foreseen.must(rule.compare)
    return np.where(undecided, np.maximum(found, otherwise), found)
