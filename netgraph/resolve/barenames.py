"""Contacts of whom a list says nothing but a name, and perhaps a job: "Ann, cleaner".

Nothing points at such a person, so one name in one list, or in two versions of it, may be one
person or several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from netgraph.model import StoredCard
from netgraph.resolve.clusters import Clusters
from netgraph.resolve.comparing.traits import Traits

#: More people of one name than this in one list make no questions.
MOST_ASKED = 4
OTHER_JOB = "Two versions of a list have this name, with different employers or occupations."
TWICE_LISTED = "One list has this name twice, and not both say what they do."
ONE_OF_SEVERAL = "A list has several people of this name, and nothing tells which one this is."
#: Positions of two cards that may be one person, and why that is a question.
Doubt = tuple[int, int, str]


class BareNames:
    """Names of one list (owner and format) that nothing but the name stands for."""

    def __init__(self, cards: Sequence[StoredCard], traits: Sequence[Traits]) -> None:
        self._cards, self._traits = cards, traits
        self._groups: dict[tuple[object, ...], list[int]] = {}
        for item, (stored, each) in enumerate(zip(cards, traits, strict=True)):
            if each.names and not each.keys and not each.owner_of:
                names = frozenset(name.key for name in each.names)
                where = (stored.owner, stored.card.origin.importer, names)
                self._groups.setdefault(where, []).append(item)

    def apart(self) -> Iterator[tuple[int, int]]:
        """Pairs that one file lists with different jobs: two people."""
        for group in self._groups.values():
            listed: dict[str, list[int]] = {}
            for item in group:
                if self._traits[item].books and self._traits[item].jobs:
                    listed.setdefault(self._cards[item].card.origin.digest, []).append(item)
            for items in listed.values():
                for one, other in combinations(items, 2):
                    if self._traits[one].jobs.isdisjoint(self._traits[other].jobs):
                        yield one, other

    def join(self, clusters: Clusters) -> list[Doubt]:
        """Join what is one person over the versions of a list; gives what is not clear.

        Two cards are one when they share an employer or occupation, or a circle while neither
        says another job. Once that is done, a card without a job is the only one of its name
        in another file, and somebody merely named the only one of that name.
        """
        doubts: list[Doubt] = []
        for group in self._groups.values():
            if len(group) > 1:
                doubts += self._join_group(clusters, group)
        return doubts

    def _join_group(self, clusters: Clusters, group: Sequence[int]) -> Iterator[Doubt]:
        heads = _heads(clusters, [item for item in group if self._traits[item].books])
        for share in (_share_job, _share_circle):
            _join_unless_torn(clusters, heads, share)
            heads = _heads(clusters, heads)
        if len(heads) == 2 and _is_later_word(*map(clusters.traits, heads)):
            clusters.join(*heads)
            heads = _heads(clusters, heads)
        if len(heads) == 1:
            for item in group:
                if not _have_other_jobs(clusters.traits(heads[0]), clusters.traits(item)):
                    clusters.join(heads[0], item)
        elif len(heads) <= MOST_ASKED:
            for one, other in combinations(heads, 2):
                yield one, other, _why(clusters.traits(one), clusters.traits(other))


def _heads(clusters: Clusters, items: Sequence[int]) -> list[int]:
    return sorted(set(map(clusters.find, items)))


def _join_unless_torn(
    clusters: Clusters, heads: Sequence[int], share: Callable[[Traits, Traits], bool]
) -> None:
    """Join sets that share something, but none that shares it with two people at once."""
    alike = {
        head: [o for o in heads if o != head and share(clusters.traits(head), clusters.traits(o))]
        for head in heads
    }
    torn = {h for h, o in alike.items() if any(clusters.contradict(*p) for p in combinations(o, 2))}
    for head in heads:
        for other in alike[head]:
            if not torn & {head, other}:
                clusters.join(head, other)


def _share_job(left: Traits, right: Traits) -> bool:
    return not left.jobs.isdisjoint(right.jobs)


def _share_circle(left: Traits, right: Traits) -> bool:
    if left.circles.isdisjoint(right.circles) or not left.books.isdisjoint(right.books):
        return False
    return not (left.jobs and right.jobs)


def _have_other_jobs(left: Traits, right: Traits) -> bool:
    return bool(left.jobs and right.jobs) and left.jobs.isdisjoint(right.jobs)


def _is_later_word(left: Traits, right: Traits) -> bool:
    """Whether two files have the name once each, and one of them says no job."""
    return left.books.isdisjoint(right.books) and not (left.jobs and right.jobs)


def _why(left: Traits, right: Traits) -> str:
    if left.jobs and right.jobs:
        return OTHER_JOB
    return ONE_OF_SEVERAL if left.books.isdisjoint(right.books) else TWICE_LISTED
