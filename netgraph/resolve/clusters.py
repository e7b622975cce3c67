"""Sets of cards that are one person, and what must never be put into one set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netgraph.resolve.traits import Traits


class Clusters:
    """Disjoint sets of cards that refuse to hold contradictions.

    Items are positions in ``traits``. Two sets with different telling profile slugs, or with
    two subjects the user called different, stay apart whatever speaks for joining them.
    """

    def __init__(self, traits: Sequence[Traits], different: Iterable[tuple[str, str]]) -> None:
        self._parent = list(range(len(traits)))
        self._slugs = [traits_.slugs for traits_ in traits]
        self._enemies: dict[str, set[str]] = {}
        for left, right in different:
            if left != right:
                self._enemies.setdefault(left, set()).add(right)
                self._enemies.setdefault(right, set()).add(left)
        watched = self._enemies.keys()
        self._watched = [traits_.subjects & watched for traits_ in traits]

    def find(self, item: int) -> int:
        """The smallest position in the set of ``item``."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def are_different(self, left: int, right: int) -> bool:
        """Whether the user said of somebody in one set that he is not somebody in the other."""
        left, right = self.find(left), self.find(right)
        others = self._watched[right]
        return any(not self._enemies[s].isdisjoint(others) for s in self._watched[left])

    def contradict(self, left: int, right: int) -> bool:
        """Whether the two sets must stay apart: the user's DIFFERENT or two profile slugs."""
        left, right = self.find(left), self.find(right)
        ours, theirs = self._slugs[left], self._slugs[right]
        if ours and theirs and ours != theirs and not (ours <= theirs or theirs <= ours):
            return True
        return self.are_different(left, right)

    def join(self, left: int, right: int, *, despite_slugs: bool = False) -> bool:
        """Make one set of two, unless they contradict; whether they are one set now.

        ``despite_slugs`` is for the user's word, which two profile slugs cannot gainsay.
        """
        left, right = self.find(left), self.find(right)
        if left == right:
            return True
        apart = self.are_different(left, right) if despite_slugs else self.contradict(left, right)
        if apart:
            return False
        left, right = min(left, right), max(left, right)
        self._parent[right] = left
        self._slugs[left] |= self._slugs[right]
        self._watched[left] |= self._watched[right]
        return True

    def sets(self) -> dict[int, list[int]]:
        """Every set by its smallest position; both in ascending order."""
        found: dict[int, list[int]] = {}
        for item in range(len(self._parent)):
            found.setdefault(self.find(item), []).append(item)
        return found
