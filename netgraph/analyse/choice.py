"""Which chains to offer, so that the alternatives do not all share one bottleneck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from netgraph.analyse.routes import PLACES, Chain, Chains, Flags, Numbers, Routes
from netgraph.model import Evidence

#: At most this many paths through the same second person, unless that is the one goal itself.
SAME_SECOND = 2


def options(routes: Routes) -> list[Chain]:
    """The best usable chain for every pair of a first and a second person, best first.

    Direct ones to people inside come first. Each part is in order of score, inside before
    beside, fewer ties, more recent contact with the first person, and the names along the chain.
    Whoever knows somebody inside is not asked for somebody beside: a name beats "someone there".
    """
    direct = routes.direct
    recent = dict(zip(direct, _recent(routes, direct), strict=True))
    direct.sort(key=lambda one: (-round(float(routes.first[one]), PLACES), -recent[one]))
    found, lasts = _best_by_pair(routes)
    beside = _beside(routes, found)
    apart = np.repeat([False, True], [len(lasts), len(beside.firsts)])
    found = Chains.joined([found, beside])
    lasts = np.concatenate([lasts, beside.seconds])
    order = _order(routes, found, lasts, apart)
    firsts, seconds = found.firsts[order].tolist(), found.seconds[order].tolist()
    start = routes.source
    return [(start, one) for one in direct] + [
        (start, *dict.fromkeys((first, second, last)))
        for first, second, last in zip(firsts, seconds, lasts[order].tolist(), strict=True)
    ]


def _beside(routes: Routes, found: Chains) -> Chains:
    """The chains to people beside, without those whose first person knows somebody inside."""
    every = Chains.joined([routes.to_beside(person) for person in routes.beside])
    return every.only(~np.isin(every.firsts, found.firsts[found.slots < 0]))


def chosen(routes: Routes, found: Sequence[Chain], limit: int) -> list[Chain]:
    """At most ``limit`` of the chains ``found`` (as `options` orders them), best first.

    All direct ones to people inside are taken. Of the others one is taken when its first person
    is not asked yet and its second person is on fewer than `SAME_SECOND` chains taken, or is the
    only one inside; where all must pass the first person, each second person once. The person
    whom the chains must pass is no bottleneck: only the people beside them count. The gain
    1 - product(1 - .3 s) of a chain grows with its own score s alone, so that this is the greedy
    choice.
    """
    free_second = {-1, routes.via, *(routes.inside if len(routes.inside) == 1 else ())}
    asked: set[int] = set()
    paired: set[tuple[int, int]] = set()
    passed: Counter[int] = Counter()
    taken: list[Chain] = []
    for chain in found:
        if len(taken) == limit:
            break
        first, second = chain[1], chain[2] if len(chain) > 2 else -1
        is_told = first in asked or (first, second) in paired
        if is_told or passed[second] >= SAME_SECOND:
            continue
        paired.add((first, second))
        if first != routes.via:
            asked.add(first)
        if second not in free_second:
            passed[second] += 1
        taken.append(chain)
    return taken


def _order(routes: Routes, found: Chains, lasts: Numbers, beside: Flags) -> Numbers:
    people = routes.graph.people
    named, where = np.unique(
        np.concatenate([found.firsts, found.seconds, lasts]), return_inverse=True
    )
    who = [people[one] for one in named.tolist()]
    by_name = sorted(range(len(who)), key=lambda i: (who[i].name.casefold(), who[i].id))
    place = np.empty(len(named), dtype=np.intp)
    place[by_name] = np.arange(len(named))
    first, second, last = np.split(place[where], 3)
    asked, which = np.unique(found.firsts, return_inverse=True)
    recent = np.array(_recent(routes, asked.tolist()), dtype=np.intp)[which]
    hops = (found.firsts != found.seconds) + (found.slots >= 0).astype(np.intp)
    return np.lexsort((last, second, first, -recent, hops, beside, -found.scores))


def _best_by_pair(routes: Routes) -> tuple[Chains, Numbers]:
    """The best chain for every pair of a first and a second person, and whom it ends at.

    A pair is a tie in one direction, so the best so far stand in arrays parallel to the rows
    of the graph. Those inside come by name: the earlier name keeps its place among equals.
    """
    starts, others, _, _ = routes.graph.flat.rows
    slots = len(others)
    best, ends = np.zeros(slots), np.full(slots, -1, dtype=np.intp)
    parts, lasts = [], []
    for insider in routes.inside:
        found = routes.to(insider)
        short = found.only(found.slots < 0)
        parts.append(short)
        lasts.append(short.seconds)
        long = found.only(found.slots >= 0)
        better = long.scores > best[long.slots]
        best[long.slots[better]] = long.scores[better]
        ends[long.slots[better]] = insider
    used = np.flatnonzero(best)
    seconds = (np.searchsorted(starts, used, side="right") - 1).astype(np.intp)
    parts.append(Chains(others[used].astype(np.intp), seconds, used, best[used]))
    lasts.append(ends[used])
    return Chains.joined(parts), np.concatenate(lasts)


def _recent(routes: Routes, people: list[int]) -> list[int]:
    """The day (ordinal) of the latest contact of the source with each; 0 when not known.

    What I said to netgraph of a tie is no contact.
    """
    graph, source = routes.graph, routes.graph.people[routes.source].id
    found = []
    for person in people:
        tie = graph.tie(source, graph.people[person].id)
        seen = [e for e in tie.evidence if not _is_my_word(e)] if tie else []
        found.append(max((e.when.toordinal() for e in seen if e.when), default=0))
    return found


def _is_my_word(one: Evidence) -> bool:
    return one.origin is not None and one.origin.importer == "netgraph"
