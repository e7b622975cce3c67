"""The organisations, in a terminal and as JSON shapes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from netgraph.analyse.employers import Employers, Peopled
from netgraph.model import AffiliationKind
from netgraph.present.plain import plain
from netgraph.present.terminal import heading, line, table

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]

_KINDS = {
    AffiliationKind.WORK: "",
    AffiliationKind.SCHOOL: "school",
    AffiliationKind.GROUP: "group",
}


def employer_shape(one: Peopled) -> Shape:
    """One row of ``netgraph employers``."""
    employer = one.employer
    return {
        "id": employer.id,
        "name": employer.name,
        "kind": str(employer.kind),
        "now": one.now,
        "formerly": one.formerly,
        "parent": one.parent,
        "size": employer.size,
        "names": list(employer.names),
        "domains": list(employer.domains),
        "why": [{"text": text, "reason": reason} for text, reason in employer.why],
    }


def tell_employers(found: Employers, limit: int, *, why: bool) -> Iterator[RenderableType]:
    """The organisations, at most ``limit``; ``why`` tells of each name how it is known."""
    about = f" for {found.text!r}" if found.text else ""
    count = len(found.employers)
    yield heading(f"{count} {'organisation' if count == 1 else 'organisations'}{about}")
    if not found.employers:
        yield line("Try a part of the name, or netgraph employers for all of them.")
        return
    if why:
        for one in found.employers[:limit]:
            yield from _reasons(one)
    else:
        yield _table(found, limit)
    if count > limit:
        yield line(f"{count - limit} more: raise --limit, or give a text to look for.")


def _table(found: Employers, limit: int) -> RenderableType:
    rows = table("Name", "Now", "Formerly", "Also written", "Mail domains", "Part of")
    for one in found.employers[:limit]:
        employer = one.employer
        kind = _KINDS[employer.kind]
        rows.add_row(
            plain(f"{employer.name} ({kind})" if kind else employer.name),
            str(one.now or ""),
            str(one.formerly or ""),
            plain(", ".join(name for name in employer.names if name != employer.name)),
            plain(", ".join(employer.domains)),
            plain(one.parent),
        )
    return rows


def _reasons(one: Peopled) -> Iterator[RenderableType]:
    yield line("")
    yield heading(one.employer.name, f"part of {one.parent}" if one.parent else "")
    for text, reason in one.employer.why:
        yield line(f"{text}: {reason}", indent=2)
