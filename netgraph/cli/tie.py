"""``netgraph tie``: what is known of two people."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option
from netgraph.errors import NetgraphError


@click.command("tie", short_help="What ties two people, piece by piece.")
@click.argument("person")
@click.argument("other", required=False, default="")
@click.option("--why", is_flag=True, help="Show how the number comes about, piece by piece.")
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, person: str, other: str, as_of: datetime | None, form: str, *, why: bool
) -> None:
    """What ties PERSON to OTHER (to you, when only one is named), with file, place and date."""
    from netgraph.analyse.between import between
    from netgraph.analyse.goals import find_person
    from netgraph.present.between import between_shape, evidence_rows, tell_between

    graph = session.graph(as_of, everybody=True)
    one = find_person(graph, person)
    two = find_person(graph, other or graph.me)
    if one.id == two.id:
        msg = f"{one.name} is one person; name two"
        raise NetgraphError(msg)
    left, right = (two, one) if two.is_me else (one, two)
    found = between(graph, left, right)
    shape = evidence_rows(found, why=why) if form == "csv" else between_shape(found)
    answer(form, shape, lambda: tell_between(found, why=why))
