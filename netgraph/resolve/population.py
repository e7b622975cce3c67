"""How common names are among the people of the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from netgraph.resolve.likeness import Likeness, likeness
from netgraph.resolve.names import NameParts
from netgraph.resolve.traits import Traits

#: Others expected to bear a name by chance, under which it counts as rare.
_RARE = 0.3


class Population:
    """Counts of names, made once from everybody."""

    def __init__(self, everybody: Sequence[Traits]) -> None:
        apart: Counter[tuple[str, str]] = Counter()
        full: dict[str, NameParts] = {}
        for traits in everybody:
            for name in traits.names:
                if name.is_full:
                    full[_plain(name)] = name
            marks = {*traits.books, "profile"} if traits.slugs else traits.books
            keys = {_plain(name) for name in traits.names}
            apart.update((key, mark) for key in keys for mark in marks)
        self._apart: dict[str, int] = {}
        for (key, _), count in apart.items():
            self._apart[key] = max(count, self._apart.get(key, 0))
        self._given = Counter(name.given for name in full.values())
        self._family = Counter(name.family for name in full.values())
        self._short: Counter[str] = Counter()
        for name in full.values():
            self._short.update(
                {f"{name.given[:1]} {name.family}", f"{name.given} {name.family[:1]}"}
            )
        self._total = max(len(full), 1)

    def bearers(self, left: Traits, right: Traits) -> int:
        """How many people at least bear the name the two have in common; 0 when none is.

        People are told apart by their profiles and by standing side by side in one address
        book; a name with an initial is borne by everybody it fits.
        """
        alike, ours, theirs = self._common(left, right)
        if alike is Likeness.NONE:
            named = [n for n in (*left.names, *right.names) if n.is_full]
            return max((self._apart.get(_plain(n), 1) for n in named), default=0)
        if alike is Likeness.GIVEN_ONLY:
            return max(self._given[ours.given], 1)
        if alike is Likeness.INITIAL:
            short = ours if not ours.is_full else theirs
            return max(self._short[_plain(short)], 1)
        return max(self._apart.get(_plain(ours), 1), self._apart.get(_plain(theirs), 1))

    def is_rare(self, left: Traits, right: Traits) -> bool:
        """Whether a stranger of this full name is unlikely [< 0.3 expected].

        The expectation for independent first and last names among as many people as are
        known: bearers of the first name times bearers of the last name over all names.
        """
        alike, ours, theirs = self._common(left, right)
        if alike in (Likeness.GIVEN_ONLY, Likeness.INITIAL):
            return False
        full = [n for n in (ours, theirs) if n.is_full] or [
            n for n in (*left.names, *right.names) if n.is_full
        ]
        return all(self._expected(name) < _RARE for name in full)

    def _expected(self, name: NameParts) -> float:
        given, family = self._given[name.given], self._family[name.family]
        return (given - 1) * (family - 1) / self._total

    @staticmethod
    def _common(left: Traits, right: Traits) -> tuple[Likeness, NameParts, NameParts]:
        pairs = [(likeness(a, b), a, b) for a in left.names for b in right.names]
        nobody = NameParts("")
        return max(pairs, key=lambda pair: pair[0], default=(Likeness.NONE, nobody, nobody))


def _plain(name: NameParts) -> str:
    """First and last name without what stands between them."""
    return f"{name.given} {name.family}".strip()
