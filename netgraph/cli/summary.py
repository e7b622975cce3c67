"""``netgraph summary``: how many people you know already."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option


@click.command("summary", short_help="How many people you know already.")
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, as_of: datetime | None, form: str) -> None:
    """How many people you know already, by area of life and by source."""
    from netgraph.analyse.summary import summary
    from netgraph.present.reports import summary_shape, tell_summary
    from netgraph.present.terminal import day
    from netgraph.workflow import me_today, other_owners, questions

    graph = session.graph(as_of, everybody=True)
    found = summary(graph)
    me = graph.person(graph.me) if graph.me else None
    with session.open() as store:
        waiting = len(questions(store, as_of))
        others = other_owners(store, as_of)
        then = (day(as_of), me_today(store)) if as_of else None
    answer(
        form,
        summary_shape(found, me, others, waiting),
        lambda: tell_summary(found, me, others, waiting, then),
    )
