"""``netgraph paths``: how to reach an employer or a person."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, limit_option


@click.command("paths", short_help="How to reach an employer or a person.")
@click.argument("goal", required=False, metavar="[EMPLOYER|PERSON]")
@click.option("--from", "start", default="", metavar="PERSON", help="Start at somebody else.")
@limit_option(5)
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session,
    goal: str | None,
    start: str,
    limit: int,
    as_of: datetime | None,
    form: str,
) -> None:
    """Introduction paths to an employer or a person; without a name, to every target."""
    from netgraph.analyse.goals import find_goal, find_person
    from netgraph.analyse.paths import paths
    from netgraph.errors import NetgraphError
    from netgraph.present.shapes import path_rows, paths_shape
    from netgraph.present.stories import tell_paths

    graph = session.graph(as_of)
    source = find_person(graph, start).id if start else ""
    names = [goal] if goal else [match.target.name for match in graph.targets]
    if not names:
        msg = 'name an employer or a person, or set targets: netgraph target add "Nordwind"'
        raise NetgraphError(msg)
    goals = [find_goal(graph, name) for name in names]
    if goal and goals[0].person == (source or graph.me) != "":
        msg = f"{goals[0].name} is where the paths start; name somebody else"
        raise NetgraphError(msg)
    found = [paths(graph, one, source=source, limit=limit) for one in goals]
    shapes = [paths_shape(item) for item in found]
    if form == "csv":
        answer(form, path_rows(shapes), tuple)
        return
    answer(
        form,
        shapes[0] if goal else shapes,
        lambda: [part for item in found for part in (*tell_paths(item, graph.me), "")],
    )
