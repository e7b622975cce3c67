"""``netgraph paths``: how to reach an employer or a person."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, limit_option
from netgraph.errors import NetgraphError

if TYPE_CHECKING:
    from netgraph.analyse.goals import Goal
    from netgraph.analyse.routes import Allowed
    from netgraph.graph.contactgraph import ContactGraph

_STEPS = {1: "in one step", 2: "in at most two steps", 3: ""}


@click.command("paths", short_help="How to reach an employer or a person.")
@click.argument("goal", required=False, metavar="[EMPLOYER|PERSON]")
@click.option("--from", "start", default="", metavar="PERSON", help="Start at somebody else.")
@click.option("--avoid", multiple=True, metavar="PERSON",
              help="Leave somebody out; may be given several times.")  # fmt: skip
@click.option("--via", default="", metavar="PERSON", help="Only paths on which this person is.")
@click.option("--max-hops", type=click.IntRange(1, 3), default=3, show_default=True, metavar="N",
              help="At most so many steps from you to the last person.")  # fmt: skip
@click.option("--explain", is_flag=True, help="Show how every chance is calculated.")
@limit_option(5)
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, /, goal: str | None, as_of: datetime | None, form: str, **asked: Any
) -> None:
    """Introduction paths to an employer or a person; without a name, to every target."""
    from netgraph.analyse.goals import find_goal
    from netgraph.analyse.paths import paths
    from netgraph.present.csvrows import path_rows
    from netgraph.present.shapes import paths_shape
    from netgraph.present.stories import tell_paths

    graph = session.graph(as_of)
    names = [goal] if goal else [match.target.name for match in graph.targets]
    if not names:
        msg = 'name an employer or a person, or set targets: netgraph target add "Nordwind"'
        raise NetgraphError(msg)
    goals = [find_goal(graph, name) for name in names]
    source, allowed = _wanted(graph, goals[0] if goal else None, asked)
    limit, explain = asked["limit"], asked["explain"]
    found = [paths(graph, one, source=source, limit=limit, allowed=allowed) for one in goals]
    shapes = [paths_shape(item, explain_to=graph.me if explain else None) for item in found]
    if form == "csv":
        answer(form, path_rows(shapes), tuple)
        return
    only = _narrowed(graph, allowed)
    answer(
        form,
        shapes[0] if goal else shapes,
        lambda: [
            part
            for item in found
            for part in (*tell_paths(item, graph.me, narrowed=only, explain=explain), "")
        ],
    )


def _wanted(graph: ContactGraph, goal: Goal | None, asked: dict[str, Any]) -> tuple[str, Allowed]:
    """The source (an id, "" for me) and the chains wanted; contradictions are errors."""
    from netgraph.analyse.goals import find_person
    from netgraph.analyse.routes import Allowed

    source = find_person(graph, asked["start"]).id if asked["start"] else ""
    avoid = frozenset(find_person(graph, text).id for text in asked["avoid"])
    via = find_person(graph, asked["via"]).id if asked["via"] else ""
    first, last = source or graph.me, goal.person if goal else ""
    wrong = ""
    if last and last == first:
        wrong = f"{graph.person(first).name} is where the paths start; name somebody else"
    elif avoid & {first, last, via} - {""}:
        both = graph.person(min(avoid & {first, last, via})).name
        wrong = f"{both} cannot be avoided: the paths start or end there, or are to go that way"
    elif via and via in {first, last}:
        wrong = f"--via names somebody on the way; {graph.person(via).name} is at an end of it"
    if wrong:
        raise NetgraphError(wrong)
    return source, Allowed(avoid, via, asked["max_hops"])


def _narrowed(graph: ContactGraph, allowed: Allowed) -> str:
    """Which chains alone are wanted, in words; "" for all."""
    from netgraph.graph.wording import listed

    without = listed(sorted(graph.person(one).name for one in allowed.avoid))
    parts = [
        f"through {graph.person(allowed.via).name}" if allowed.via else "",
        f"without {without}" if without else "",
        _STEPS[allowed.max_hops],
    ]
    return ", ".join(part for part in parts if part)
