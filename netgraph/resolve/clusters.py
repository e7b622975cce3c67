"""Sets of cards that are one person, and what must never be put into one set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netgraph.resolve.comparing.traits import Traits


class Clusters:
    """Disjoint sets of cards that refuse to hold contradictions.

    Items are positions in ``traits``. Two sets stay apart, whatever speaks for joining them,
    when they have different telling profile slugs, are the owners of different files, hold
    two subjects of ``different``, the pairs the user called different people, or two positions
    of ``apart``.
    """

    def __init__(
        self,
        traits: Sequence[Traits],
        different: Iterable[tuple[str, str]],
        apart: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._parent = list(range(len(traits)))
        self._traits = list(traits)
        self._enemies: dict[str, set[str]] = {}
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
        for left, right in different:
            if left != right:
                self._enemies.setdefault(left, set()).add(right)
                self._enemies.setdefault(right, set()).add(left)

    def find(self, item: int) -> int:
        """The smallest position in the set of ``item``."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def traits(self, item: int) -> Traits:
        """What all cards in the set of ``item`` say together."""
        return self._traits[self.find(item)]

    def restate(self, item: int, traits: Traits) -> None:
        """Let ``traits``, which say the same, stand for what the set of ``item`` says."""
        self._traits[self.find(item)] = traits

    def are_different(self, left: int, right: int) -> bool:
        """Whether the user said of somebody in one set that he is not somebody in the other."""
        if not self._enemies:
            return False
        theirs = self.traits(right).subjects
        watched = self.traits(left).subjects & self._enemies.keys()
        return any(not self._enemies[subject].isdisjoint(theirs) for subject in watched)

    def contradict(self, left: int, right: int) -> bool:
        """Whether the two sets must stay apart."""
        left, right = self.find(left), self.find(right)
        ours, theirs = self._traits[left], self._traits[right]
        if _conflict(ours.slugs, theirs.slugs) or _conflict(ours.owner_of, theirs.owner_of):
            return True
        if not (self._apart or self._enemies):
            return False
        return self._are_apart(left, right) or self.are_different(left, right)

    def _are_apart(self, left: int, right: int) -> bool:
        if not self._apart:
            return False
        root = self.find(right)
        return any(self.find(item) == root for item in self._apart.get(self.find(left), ()))

    def join(self, left: int, right: int, *, by_user: bool = False) -> bool:
        """Make one set of two, unless they contradict; whether they are one set now.

        ``by_user``: only the user's own DIFFERENT stands against the user's SAME.
        """
        left, right = sorted((self.find(left), self.find(right)))
        if left == right:
            return True
        if self.are_different(left, right) or (not by_user and self.contradict(left, right)):
            return False
        self._parent[right] = left
        self._traits[left] |= self._traits[right]
        if right in self._apart:
            self._apart.setdefault(left, set()).update(self._apart.pop(right))
        return True

    def sets(self) -> dict[int, list[int]]:
        """Every set by its smallest position; both in ascending order."""
        found: dict[int, list[int]] = {}
        parents = self._parent
        # a parent comes before its children, so its own is the root by then
        for item, parent in enumerate(parents):
            if item == parent:
                found[item] = [item]
            else:
                root = parents[item] = parents[parent]
                found[root].append(item)
        return found


def _conflict(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and not (ours <= theirs or theirs <= ours)
