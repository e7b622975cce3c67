"""The questions about ties, in a terminal and as JSON."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.analyse.questions import NOTHING, TieQuestion
from netgraph.graph.wording import listed
from netgraph.present.plain import plain
from netgraph.present.terminal import grid, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]
#: Characters of an id that stand for the whole.
SHOWN_ID = 8
#: Targets named.
NAMED = 3


def tie_question_shape(rank: int, question: TieQuestion) -> Shape:
    """One row of ``netgraph questions``; ``gain`` orders only."""
    return {
        "rank": rank,
        "question": question.text,
        "people": [{"id": one, "name": name} for one, name in (question.one, question.other)],
        "about_me": question.is_mine,
        "matters_for": list(question.targets),
        "so_far": question.so_far,
        "gain": round(question.gain, 6),
        "answer_with": command(question),
    }


def command(question: TieQuestion) -> str:
    """The command that answers the question."""
    people = [question.other] if question.is_mine else [question.one, question.other]
    one, *other = [shlex.quote(person[:SHOWN_ID]) for person, _name in people]
    if question.is_mine:
        return f"netgraph close {one} well|some|barely"
    return f"netgraph say {one} knows {other[0]} --how well|some|barely|not-at-all"


def tell_tie_questions(found: Sequence[TieQuestion]) -> Iterator[RenderableType]:
    """The questions, most valuable first, each with the command that answers it."""
    yield heading("What you could tell", "the answer that changes most first")
    if not found:
        yield line(NOTHING)
        return
    for rank, question in enumerate(found, 1):
        yield line("")
        yield heading(f"{rank:>2}  {question.text}")
        yield _details(question, answer=True)
    yield line("")
    yield line("On a terminal, netgraph questions asks them one by one.")


def tell_tie_question(question: TieQuestion, aside: str) -> Iterator[RenderableType]:
    """One question, as it is asked."""
    yield line("")
    yield heading(question.text, aside)
    yield _details(question, answer=False)


def tell_nothing(*, asked: bool) -> Iterator[RenderableType]:
    """That there is nothing to ask, or nothing more."""
    yield line("")
    yield line("Nothing else would change your ways." if asked else NOTHING)


def _details(question: TieQuestion, *, answer: bool) -> RenderableType:
    rows = grid()
    people = [question.other] if question.is_mine else [question.one, question.other]
    for (_, name), who in zip(people, question.about, strict=True):
        if who:
            rows.add_row("    who", plain(f"{name}: {who}"))
    if question.targets:
        names = list(question.targets[:NAMED])
        more = len(question.targets) - len(names)
        names += [f"{more} more"] if more else []
        rows.add_row("    for", plain(listed(names)))
    rows.add_row("    so far", plain(question.so_far))
    if answer:
        rows.add_row("    answer", plain(command(question)))
    return rows
