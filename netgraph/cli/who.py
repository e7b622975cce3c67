"""``netgraph who``: whom I know at an employer, now and formerly."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option


@click.command("who", short_help="Whom you know at an employer, now and formerly.")
@click.argument("employer")
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, employer: str, as_of: datetime | None, form: str) -> None:
    """Whom you know (or your people know) at EMPLOYER, now and formerly."""
    from netgraph.analyse.goals import find_employers
    from netgraph.analyse.insiders import insiders
    from netgraph.present.tables import insider_shape, tell_insiders

    graph = session.graph(as_of, everybody=True)
    name, ids = find_employers(graph, employer)
    found = insiders(graph, ids, everybody=True)
    parts = (("now", found.now), ("formerly", found.formerly), ("studied there", found.others))
    shapes = [insider_shape(graph, when, item) for when, part in parts for item in part]
    answer(form, shapes, lambda: tell_insiders(graph, name, found))
