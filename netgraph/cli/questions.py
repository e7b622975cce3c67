"""``netgraph questions``: the few words of yours that would change the answers most."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, now
from netgraph.model import HowWell

if TYPE_CHECKING:
    from netgraph.workflow.asking import Asking

#: What may be typed, and what it means; the rest skips or stops.
WORDS = {
    "well": HowWell.WELL,
    "some": HowWell.SOME,
    "barely": HowWell.BARELY,
    "y": HowWell.SOME,
    "n": HowWell.NOT_AT_ALL,
}
#: Questions at a time.
AT_MOST = 10


@click.command("questions", short_help="Answer what would change your ways most.")
@click.option("--list", "only_list", is_flag=True, help="Show the questions without asking.")
@click.option("--limit", type=click.IntRange(1, AT_MOST), default=AT_MOST, show_default=True,
              metavar="N", help="How many questions at most.")  # fmt: skip
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, limit: int, as_of: datetime | None, form: str, *, only_list: bool
) -> None:
    """Answer the few questions that would change most how well you reach your targets.

    How well do you know Maria? Do Anna and Karim know each other? One word is enough, and it
    stands above all files, as with netgraph close and netgraph say. What you skip is not asked
    again for a month.
    """
    from netgraph.analyse.questions import questions
    from netgraph.present.tiequestions import tell_tie_questions, tie_question_shape
    from netgraph.workflow.asking import Asking
    from netgraph.workflow.kept import kept_graph

    with session.open() as store:
        graph = kept_graph(store, as_of or now(), today=not as_of)
        asks = form == "table" and not only_list and as_of is None and sys.stdin.isatty()
        if asks:
            _ask(Asking(store, graph), limit)
            return
    found = questions(graph, limit=limit).questions
    shapes = [tie_question_shape(rank, one) for rank, one in enumerate(found, 1)]
    if form == "csv":
        shapes = [{k: v for k, v in shape.items() if k != "gain"} for shape in shapes]
    answer(form, shapes, lambda: tell_tie_questions(found))


def _ask(asking: Asking, limit: int) -> None:
    """Ask one question after the other; each answer bears on the next."""
    from netgraph.present.terminal import line, show
    from netgraph.present.tiequestions import tell_nothing, tell_tie_question

    for number in range(1, limit + 1):
        question = asking.next()
        if question is None:
            show(*tell_nothing(asked=number > 1))
            return
        show(*tell_tie_question(question, f"{number} of at most {limit}"))
        # who is known to know somebody is asked how well: a mere yes says nothing new
        words = [word for word in WORDS if word != "y" or not question.knows]
        choice = click.Choice([*words, "skip", "stop"], case_sensitive=False)
        word = click.prompt("your answer?", type=choice, default="skip")
        if word == "stop":
            return
        if word == "skip":
            asking.skip(question, now=now())
        else:
            asking.answer(question, WORDS[word], now=now())
    show(line("That is enough for now. See what it changed: netgraph reach, netgraph paths"))
