"""The organisations in the files, and how they are known to be one each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import ClassVar

from netgraph.analyse.results import Result
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Employer
from netgraph.resolve.names.parts import name_key


@dataclass(frozen=True, slots=True)
class Peopled:
    """An organisation with how many people are there ``now`` (or nobody says) and ``formerly``.

    ``parent`` is the name of what it is part of, "" when it is part of nothing known here.
    """

    employer: Employer
    now: int
    formerly: int
    parent: str


@dataclass(frozen=True, slots=True)
class Employers(Result):
    """The organisations that match ``text``: most people first, then by name."""

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "id", "name", "kind", "now", "formerly", "names", "domains", "parent", "size",
    )  # fmt: skip

    text: str
    employers: tuple[Peopled, ...]

    def rows(self) -> list[dict[str, object]]:
        """One line an organisation."""
        return [
            {
                "id": one.employer.id,
                "name": one.employer.name,
                "kind": str(one.employer.kind),
                "now": one.now,
                "formerly": one.formerly,
                "names": one.employer.names,
                "domains": one.employer.domains,
                "parent": one.parent,
                "size": one.employer.size,
            }
            for one in self.employers
        ]


def employers(graph: ContactGraph, text: str = "") -> Employers:
    """Every organisation of which a name, mail domain or id holds ``text``; empty means all.

    Letter case and accents do not count. Whom I know there does not count me.
    """
    now: dict[str, set[str]] = defaultdict(set)
    formerly: dict[str, set[str]] = defaultdict(set)
    for one in graph.memberships:
        if one.person != graph.me:
            (formerly if one.current is False else now)[one.employer].add(one.person)
    sought, keyed = text.casefold().strip(), name_key(text)
    names = graph.employer_by_id
    found = [
        Peopled(
            employer,
            len(now[employer.id]),
            len(formerly[employer.id] - now[employer.id]),
            names[employer.parent].name if employer.parent else "",
        )
        for employer in graph.employers
        if _matches(employer, sought, keyed)
    ]
    found.sort(key=lambda p: (-p.now - p.formerly, p.employer.name.casefold(), p.employer.id))
    return Employers(text, tuple(found))


def _matches(employer: Employer, sought: str, keyed: str) -> bool:
    texts = (employer.name, *employer.names, *employer.domains)
    if not sought or employer.id.startswith(sought):
        return True
    return any(sought in t.casefold() or (keyed and keyed in name_key(t)) for t in texts)
