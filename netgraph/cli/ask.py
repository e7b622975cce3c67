"""``netgraph ask``: what to ask somebody."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, now


@click.command("ask", short_help="What to ask somebody.")
@click.argument("person")
@click.option("--for", "employer", default="", metavar="EMPLOYER",
              help="What you want to learn about (else the target they lead to).")  # fmt: skip
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, person: str, employer: str, as_of: datetime | None, form: str
) -> None:
    """Questions for PERSON by where they stand: what is needed, key people, how people come there.

    Inside, formerly inside, on the way, from daily life, silent for years, or senior. Nobody is
    ever asked for a job. Example: netgraph ask "Maria Lopez" --for "St. Mary Hospital"
    """
    from netgraph.analyse.goals import find_person
    from netgraph.outreach.asks import questions_for
    from netgraph.outreach.standpoints import through_whom
    from netgraph.present.asking import asks_shape, tell_asks
    from netgraph.workflow.approaching import approach

    with session.open() as store:
        start = approach(store, as_of or now(), today=not as_of)
    at = start.standpoints.of(find_person(start.graph, person), employer)
    between = None if at.mine else through_whom(start.graph, at.person)
    found = questions_for(at, start.me, through=between.name if between else "")
    answer(form, asks_shape(found), lambda: tell_asks(found))
