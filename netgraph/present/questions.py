"""The questions of identity: pairs that may be one person, with what speaks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import listed
from netgraph.model import IdentifierKind, Person, Question
from netgraph.present.plain import plain
from netgraph.present.terminal import grid, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]


def question_shape(question: Question) -> Shape:
    """One row of ``netgraph review``."""
    return {
        "left": _side(question.left),
        "right": _side(question.right),
        "score": question.decision.score,
        "evidence": list(question.decision.evidence),
        "opens": list(question.opens),
        "ties": question.ties,
    }


def _side(person: Person) -> Shape:
    return {"id": person.id, "name": person.name, "known_by": known_by(person)}


def known_by(person: Person) -> list[str]:
    """What tells a person apart: addresses, else the files that hold them."""
    addresses = [i.value for i in person.identifiers if i.kind != IdentifierKind.NAME]
    return addresses or list(person.files)


def _count(pairs: int) -> str:
    return "1 pair may be one person" if pairs == 1 else f"{pairs} pairs may be one person"


def tell_questions(
    waiting: Sequence[Question], aside: str = "", *, limit: int = 20
) -> Iterator[RenderableType]:
    """The pairs that may be one person, at most ``limit``, with the evidence."""
    if not waiting:
        yield line("Nothing to review: nobody looks like two people, or two like one.")
        return
    title = "May these two be one person?" if aside else _count(len(waiting))
    yield heading(title, aside)
    for question in waiting[:limit]:
        yield line("")
        rows = grid()
        for side in (question.left, question.right):
            known = ", ".join(known_by(side)[:3])
            rows.add_row("    ", plain(f"{side.name} · {known} · {side.id[:8]}"))
        for reason in question.decision.evidence:
            rows.add_row("    ", line(f"- {reason}", style="dim"))
        if question.opens:
            better = f"As one person they are a better way to {listed(list(question.opens))}."
            rows.add_row("    ", plain(better))
        yield rows
    if not aside:
        yield line("")
        yield line("Settle one with: netgraph review --same A B, or --different A B (names or ids)")
    if len(waiting) > limit:
        yield line(f"{len(waiting) - limit} more follow; --format json shows all.")
