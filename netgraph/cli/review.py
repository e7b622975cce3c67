"""``netgraph review``: settle who is one person."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, format_option, now
from netgraph.errors import NetgraphError
from netgraph.model import Judgement, Question

if TYPE_CHECKING:
    from netgraph.store import Store

WORDS = {"same": Judgement.SAME, "different": Judgement.DIFFERENT}


@click.command("review", short_help="Settle who is one person.")
@click.option("--same", nargs=2, multiple=True, metavar="A B", help="A and B are one person.")
@click.option("--different", nargs=2, multiple=True, metavar="A B", help="They are two people.")
@click.option("--list", "only_list", is_flag=True, help="Show the questions without asking.")
@format_option
@click.pass_obj
def command(
    session: Session,
    same: tuple[tuple[str, str], ...],
    different: tuple[tuple[str, str], ...],
    *,
    only_list: bool,
    form: str,
) -> None:
    """Settle pairs that may be one person: same, different, or skip.

    A and B are names, addresses or ids. Your word lasts: no import or rebuild undoes it.
    """
    from netgraph.analyse.worth import most_valuable_first
    from netgraph.present.questions import question_shape, tell_questions
    from netgraph.workflow import questions
    from netgraph.workflow.kept import kept_graph

    with session.open() as store:
        for pairs, word in ((same, "same"), (different, "different")):
            for left, right in pairs:
                _settle(store, left, right, word)
        if same or different:
            return
        waiting = most_valuable_first(kept_graph(store, now(), today=True), questions(store))
        if form == "table" and not only_list and waiting and sys.stdin.isatty():
            _ask(store, waiting)
            return
    answer(form, [question_shape(item) for item in waiting], lambda: tell_questions(waiting))


def _settle(store: Store, left: str, right: str, word: str) -> None:
    from netgraph.analyse.goals import SHOWN_ID, choose
    from netgraph.workflow import answer as decide
    from netgraph.workflow import resolve

    people = resolve(store).people
    one, other = choose(people, left), choose(people, right)
    if one.id == other.id:
        msg = f"{left!r} and {right!r} are one person already: {one.name}"
        if word == "different":
            msg += f"; see the cards, and take some out, with: netgraph split {one.id[:SHOWN_ID]}"
        raise NetgraphError(msg)
    decide(store, one.id, other.id, WORDS[word], now=now())
    what = "one person" if word == "same" else "two people"
    click.echo(f"Noted: {one.name} and {other.name} are {what}.")


def _ask(store: Store, waiting: tuple[Question, ...]) -> None:
    from netgraph.present.questions import tell_questions
    from netgraph.present.terminal import show
    from netgraph.workflow import answer as decide

    for number, question in enumerate(waiting, 1):
        show(*tell_questions((question,), f"{number} of {len(waiting)}"))
        word = click.prompt(
            "one person?",
            type=click.Choice(["same", "different", "skip", "stop"]),
            default="skip",
        )
        if word == "stop":
            return
        if word in WORDS:
            decide(store, question.left.id, question.right.id, WORDS[word], now=now())
