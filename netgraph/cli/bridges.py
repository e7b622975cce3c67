"""``netgraph bridges``: who opens doors, and to where."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, limit_option
from netgraph.errors import NetgraphError


@click.command("bridges", short_help="Who can open doors, and to where.")
@click.option(
    "--by",
    type=click.Choice(["doors", "targets"]),
    help="Rank by doors opened in general, or by your targets (default when there are any).",
)
@click.option("--for", "aim", default="", metavar="EMPLOYER", help="Who leads to one employer.")
@click.option("--everyday", is_flag=True, help="Only people from daily life.")
@click.option("--dormant", is_flag=True, help="Only people not in touch for years.")
@click.option("--explain", is_flag=True, help="Show both sums, and where everybody stands.")
@limit_option(10)
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, /, by: str | None, limit: int, as_of: datetime | None, form: str, **asked: Any
) -> None:
    """People who can open doors: which groups they join and which targets they open."""
    from netgraph.analyse.bridges import bridges, bridges_for
    from netgraph.present.shapes import bridges_shape
    from netgraph.present.stories import tell_bridges
    from netgraph.present.terminal import day

    if asked["everyday"] and asked["dormant"]:
        msg = "ask for --everyday or for --dormant people, not for both at once"
        raise NetgraphError(msg)
    if asked["aim"] and by == "doors":
        msg = "--for ranks by what leads to the employer; leave out --by doors"
        raise NetgraphError(msg)
    who = "everyday" if asked["everyday"] else "dormant" if asked["dormant"] else ""
    graph = session.graph(as_of)
    if asked["aim"]:
        found = bridges_for(graph, asked["aim"], limit=limit, who=who, explain=asked["explain"])
    else:
        found = bridges(graph, by=by, limit=limit, who=who, explain=asked["explain"])
    answer(
        form,
        bridges_shape(found),
        lambda: tell_bridges(found, day(graph.as_of), explain=asked["explain"]),
    )
