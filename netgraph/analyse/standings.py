"""The best of every group, and the best of it without what the best one rests on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netgraph.analyse.routes import Flags, Floats, Numbers


@dataclass(frozen=True, slots=True)
class Pairs:
    """The largest ``value`` for every ``group`` and ``label`` that occur together."""

    group: Numbers
    label: Numbers
    value: Floats


@dataclass(frozen=True, slots=True)
class Without:
    """Per group the ``label`` of its best (-2: none) and the best score without that label."""

    label: Numbers
    score: Floats


class Standings:
    """Scores [>= 0] in groups numbered from 0; ``best`` is each group's largest, 0 when empty."""

    def __init__(self, group: Numbers, groups: int, score: Floats) -> None:
        self._group = group
        self._score = score
        self.best = np.zeros(groups)
        np.maximum.at(self.best, group, score)

    def pairs(self, labels: Numbers, values: Floats, used: Flags | None = None) -> Pairs:
        """The largest of ``values`` (one a score) by group and label, among those ``used``.

        In order of group, then label.
        """
        group, label, value = self._group, labels, values
        if used is not None:
            group, label, value = group[used], label[used], value[used]
        if not len(group):
            return Pairs(group, label, value)
        span = int(label.max()) + 2
        keys, inverse = np.unique(group * span + label + 1, return_inverse=True)
        largest = np.zeros(len(keys))
        np.maximum.at(largest, inverse, value)
        return Pairs(keys // span, keys % span - 1, largest)

    def without(self, labels: Numbers) -> Without:
        """What is left of every group when all with the label of its best are taken away.

        ``labels`` [>= -1], one a score.
        """
        found = self.pairs(labels, self._score)
        order = np.lexsort((-found.value, found.group))
        group, label, value = found.group[order], found.label[order], found.value[order]
        opens = np.flatnonzero(np.r_[True, group[1:] != group[:-1]]) if len(group) else group
        first = np.full(len(self.best), -2, dtype=np.intp)
        first[group[opens]] = label[opens]
        second = np.zeros(len(self.best))
        follows = opens + 1
        follows = follows[follows < len(group)]
        follows = follows[group[follows] == group[follows - 1]]
        second[group[follows]] = value[follows]
        return Without(first, second)

    def spared(self, labels: Numbers, pairs: Pairs) -> Floats:
        """For every one of ``pairs`` the best of its group without its label."""
        rest = self.without(labels)
        own = rest.label[pairs.group] == pairs.label
        return np.where(own, rest.score[pairs.group], self.best[pairs.group])
