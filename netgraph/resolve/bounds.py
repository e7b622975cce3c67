"""The most that pairs can score, for all of them at once, so that few are weighed in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from netgraph.resolve import evidence
from netgraph.resolve.ledger import Ledger, Pairs
from netgraph.resolve.population import Population
from netgraph.resolve.rarity import EXTREMELY_RARE, RARE, VERY_RARE
from netgraph.resolve.rules import GROUPS, UNSURE_FROM, Comparison, Rule
from netgraph.resolve.traits import Traits

_Foresight = Callable[[Pairs], Any]

#: When a comparison may hold; one that is not here always may.
MAY: dict[Comparison, _Foresight] = {
    evidence.same_full_name: lambda pairs: pairs.may_be_same,
    evidence.turned_name: lambda pairs: pairs.may_be_turned,
    evidence.respelled_name: lambda pairs: pairs.may_be_respelled,
    evidence.nickname: lambda pairs: pairs.may_be_nickname,
    evidence.part_of_family_name: lambda pairs: pairs.may_be_part,
    evidence.address_spells_name: lambda pairs: pairs.may_spell,
    evidence.initials: lambda pairs: pairs.may_be_initial,
    evidence.address_abbreviates_name: lambda pairs: pairs.meet("locals", "short_spellings"),
    evidence.first_name_and_address: lambda pairs: pairs.may_be_first & pairs.may_be_written,
    evidence.first_name_only: lambda pairs: pairs.may_be_first,
    evidence.first_name_in_address: lambda pairs: pairs.meet("locals", "firsts"),
    evidence.extremely_rare_only_bearer: (lambda pairs: pairs.may_be_rarer(EXTREMELY_RARE)),
    evidence.very_rare_only_bearer: lambda pairs: pairs.may_be_rarer(VERY_RARE),
    evidence.rare_only_bearer: lambda pairs: pairs.may_be_rarer(RARE),
    evidence.only_bearer: lambda pairs: ~pairs.must_be_several,
    evidence.only_bearer_there: lambda pairs: pairs.may_be_same,
    evidence.only_one_so_called_there: lambda pairs: ~pairs.full,
    evidence.one_of_few_bearers: lambda pairs: pairs.may_be_same,
    evidence.same_employer: lambda pairs: pairs.meet("employers"),
    evidence.employer_in_address: lambda pairs: pairs.meet("work_words", "employer_words"),
    evidence.same_work_domain: lambda pairs: pairs.meet("work_domains"),
    evidence.same_occupation: lambda pairs: pairs.meet("callings"),
    evidence.same_circle: lambda pairs: pairs.meet("circles"),
    evidence.same_event: lambda pairs: pairs.meet("events"),
    evidence.phone_ends_alike: lambda pairs: pairs.meet("national_ends", "phone_ends"),
    evidence.owner_of_a_file: lambda pairs: pairs.one_says("owner_of"),
}
#: When a comparison must hold; one that is not here need not.
MUST: dict[Comparison, _Foresight] = {
    evidence.several_bearers: lambda pairs: pairs.must_be_several,
    evidence.other_workplace: lambda pairs: pairs.differ("work_domains"),
    evidence.other_employer: lambda pairs: pairs.differ("employer_words", "work_words"),
    evidence.other_occupation: lambda pairs: pairs.differ("callings"),
    evidence.other_last_name: lambda pairs: pairs.unlike & pairs.both("families"),
    evidence.other_private_address: lambda pairs: pairs.differ("private_addresses"),
    evidence.other_phone: lambda pairs: pairs.differ("phone_ends"),
}


def may_be_asked(
    everybody: Sequence[Traits], population: Population, lefts: Any, rights: Any
) -> Any:
    """Whether pairs of positions may reach `UNSURE_FROM`: false only for those that cannot."""
    return most_points(Pairs(Ledger(everybody, population), lefts, rights)) >= UNSURE_FROM


def most_points(pairs: Pairs) -> Any:
    """At least the points [points] that `score` gives; -inf where not even the names agree."""
    first, *others = GROUPS
    points = _most(pairs, first, -np.inf)
    for group in others:
        points += _most(pairs, group, 0.0)
    return np.where(pairs.may_be_same, np.maximum(points, UNSURE_FROM), points)


def _most(pairs: Pairs, group: Sequence[Rule], otherwise: float) -> Any:
    """The most that a group adds; ``otherwise`` when none of its rules holds."""
    found = np.full(len(pairs.lefts), -np.inf)
    undecided = np.full(len(pairs.lefts), fill_value=True)
    for rule in group:
        may = MAY[rule.compare](pairs) if rule.compare in MAY else np.True_
        found = np.where(undecided & may, np.maximum(found, rule.weight), found)
        if rule.compare in MUST:
            undecided &= ~MUST[rule.compare](pairs)
    return np.where(undecided, np.maximum(found, otherwise), found)
