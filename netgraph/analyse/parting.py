"""Who belongs together: the parts that the network falls into, with me taken out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from netgraph.graph import engine
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.flat import FlatGraph, Floats, Ints

Flags = NDArray[np.bool_]
#: Whether two groups, numbers of people each, have a place in common.
Alike = Callable[[list[int], list[int]], bool]

#: Fewer people are no circle.
SMALLEST = 2
#: Two groups of one place are one circle when they are tied by this share of what chance alone
#: would give: half of what modularity asks (Reichardt & Bornholdt 2006, Phys. Rev. E 74) [prior].
OF_CHANCE = 0.5


@dataclass(slots=True)
class Part:
    """Numbers of people who belong together, ascending.

    ``host`` is the owner of a friend's file through whom alone they are known, a member or
    not; -1 for none.
    """

    members: list[int] = field(default_factory=list)
    host: int = -1


def parts(graph: ContactGraph, alike: Alike, seed: int) -> list[Part]:
    """The parts of at least `SMALLEST` people, in no order.

    What was seen or said makes them first, those that are ``alike`` and hang together made
    one; people about whom ties are only inferred make further ones among themselves. The owner
    of a friend's file is tied to everybody in it, as I am to everybody in mine, and would draw
    whole circles together: owners are left out at first, and put afterwards where their ties
    weigh most.
    """
    flat = graph.flat_without_me
    mine = graph.columns.of(graph.index.get(graph.me, -1))
    guessed = graph.columns.inferred[~mine]
    owns = np.zeros(flat.size, dtype=bool)
    owns[[graph.index[one] for one in graph.owners if one != graph.me]] = True
    seen = flat.only(~guessed)
    unseen = seen.degrees == 0
    first = seen.only(~(owns[seen.left] | owns[seen.right]))
    found = rejoined(first, _communities(first, seed), alike)
    found += _communities(flat.only(unseen[flat.left] & unseen[flat.right]), seed)
    label = np.full(flat.size, -1, dtype=np.int64)
    for place, members in enumerate(found):
        label[members] = place
    hosts = _place(seen, owns, label)
    result: dict[int, Part] = {}
    for number in np.flatnonzero(label >= 0).tolist():
        place = int(label[number])
        result.setdefault(place, Part(host=hosts.get(place, -1))).members.append(number)
    return [part for part in result.values() if len(part.members) >= SMALLEST]


def _communities(flat: FlatGraph, seed: int) -> list[list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    groups = engine.communities(flat, seed=seed).tolist()
    for number in np.flatnonzero(flat.degrees).tolist():
        found[groups[number]].append(number)
    return list(found.values())


def _place(seen: FlatGraph, owns: Flags, label: NDArray[np.int64]) -> dict[int, int]:
    """Give a ``label`` to the owners and to those known through them alone; label to its host.

    An owner joins the part the owner's ties weigh most to. Those known through owners alone
    stand together, each with the owner closest to them, as guests of that host: a part of
    their own, or the host's when they are fewer than `SMALLEST` or the host has no other.
    """
    total = {one: float(_row(seen, one)[1].sum()) for one in np.flatnonzero(owns).tolist()}
    hosts = sorted(total, key=lambda one: (-round(total[one], 9), one))
    guests: dict[int, list[int]] = defaultdict(list)
    for number in np.flatnonzero((label < 0) & ~owns & (seen.degrees > 0)).tolist():
        near = dict(zip(*(array.tolist() for array in _row(seen, number)), strict=True))
        guests[min(near, key=lambda one: (-round(near[one], 9), hosts.index(one)))].append(number)
    host_of: dict[int, int] = {}
    for host in hosts:
        others, weights = _row(seen, host)
        placed = label[others] >= 0
        pull = np.bincount(label[others[placed]], weights[placed]).round(9)
        label[host] = pull.argmax() if len(pull) else label.max(initial=-1) + 1
        if not len(pull):
            host_of[int(label[host])] = host
    for host in hosts:
        apart = len(guests[host]) >= SMALLEST and host_of.get(int(label[host])) != host
        label[guests[host]] = label.max(initial=-1) + 1 if apart else label[host]
        if apart:
            host_of[int(label.max())] = host
    return host_of


def _row(flat: FlatGraph, number: int) -> tuple[Ints, Floats]:
    starts, others, weights, _ = flat.rows
    here = slice(starts[number], starts[number + 1])
    return others[here], weights[here]


def rejoined(flat: FlatGraph, groups: list[list[int]], alike: Alike) -> list[list[int]]:
    """``groups`` with those made one that are ``alike`` and hang together.

    Ties alone cannot tell one large loose circle from two; that its people have a place in
    common makes fewer ties between them enough (`OF_CHANCE`). The pair tied most, measured
    against chance, comes first.
    """
    current = list(groups)
    while pair := max(_tied(flat, current, alike), default=None):
        _, one, other = pair
        joined = sorted(current[-one] + current[-other])
        current = [group for k, group in enumerate(current) if k not in {-one, -other}]
        current.append(joined)
    return current


def _tied(
    flat: FlatGraph, groups: list[list[int]], alike: Alike
) -> Iterator[tuple[float, int, int]]:
    """(ties between two against chance, minus their places) where enough and ``alike``."""
    place = np.full(flat.size, -1)
    for number, members in enumerate(groups):
        place[members] = number
    left, right = place[flat.left], place[flat.right]
    ends = np.concatenate([left, right])
    held = np.bincount(ends, np.tile(flat.weight, 2), len(groups))
    apart = left != right
    low, high = np.minimum(left, right)[apart], np.maximum(left, right)[apart]
    pairs, which = np.unique(low * len(groups) + high, return_inverse=True)
    ones, others = np.divmod(pairs, max(len(groups), 1))
    between = np.bincount(which, flat.weight[apart], len(pairs))
    shares = (between * 2 * flat.weight.sum() / (held[ones] * held[others])).round(9)
    for number in np.flatnonzero(shares >= OF_CHANCE).tolist():
        one, other = int(ones[number]), int(others[number])
        if alike(groups[one], groups[other]):
            yield float(shares[number]), -one, -other
