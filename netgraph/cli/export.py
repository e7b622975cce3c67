"""``netgraph export``: the graph for other programs."""

from __future__ import annotations

import shlex
from datetime import datetime
from pathlib import Path

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, as_of_option, format_option
from netgraph.errors import NetgraphError

FORMS = ("graphml", "json", "csv")


@click.command("export", short_help="The graph as GraphML, JSON or CSV.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True,
              help="Where to write: a file, or for csv a folder.")  # fmt: skip
@click.option("--to", "kind", type=click.Choice(FORMS), help="Default: by the ending of the name.")
@click.option("--with-me", is_flag=True, help="Keep you in the GraphML (left out by default).")
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session,
    output: Path,
    kind: str | None,
    *,
    with_me: bool,
    as_of: datetime | None,
    form: str,
) -> None:
    """Write the whole graph as GraphML, JSON, or CSV (people.csv and ties.csv).

    The files hold other people's data and are readable by you alone.
    """
    from netgraph.present.export import graph_json, graphml, people_csv, ties_csv, write_private

    kind = kind or output.suffix[1:].lower() or "csv"
    if kind not in FORMS:
        msg = f"{output.name}: export knows .graphml, .json, or a folder for csv; see --to"
        raise NetgraphError(msg)
    if kind == "csv" and (output.suffix.lower() == ".csv" or output.is_file()):
        folder = output.with_name(f"{output.stem}-csv" if output.is_file() else output.stem)
        msg = (
            f"{output.name}: csv is two files, people.csv and ties.csv, in a folder; name one: "
            f"netgraph export -o {shlex.quote(str(folder))} --to csv"
        )
        raise NetgraphError(msg)
    graph = session.graph(as_of)
    if kind == "csv":
        output.mkdir(parents=True, exist_ok=True)
        write_private(output / "people.csv", people_csv(graph))
        write_private(output / "ties.csv", ties_csv(graph))
    else:
        text = graph_json(graph) if kind == "json" else graphml(graph, include_me=with_me)
        write_private(output, text)
    left_out = kind == "graphml" and not with_me and bool(graph.me)
    people = len(graph.people) - left_out
    ties = sum(not (left_out and graph.me in (tie.left, tie.right)) for tie in graph.ties)
    shape = {"file": str(output), "people": people, "ties": ties}
    confirm(form, shape, f"Wrote {people} people and {ties} ties to {output}.")
