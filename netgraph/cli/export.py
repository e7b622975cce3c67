"""``netgraph export``: the graph for other programs."""

from __future__ import annotations

import secrets
import shlex
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, as_of_option, format_option
from netgraph.errors import NetgraphError

if TYPE_CHECKING:
    from netgraph.graph.contactgraph import ContactGraph

FORMS = ("gexf", "graphml", "json", "csv")
#: Formats for drawing, which leave me out: I am tied to everybody.
DRAWN = ("gexf", "graphml")


@click.command("export", short_help="The graph as GEXF, GraphML, JSON or CSV.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True,
              help="Where to write: a file, or for csv a folder.")  # fmt: skip
@click.option("--to", "kind", type=click.Choice(FORMS), help="Default: by the ending of the name.")
@click.option("--with-me", is_flag=True,
              help="Keep you in the GEXF or GraphML (left out by default).")  # fmt: skip
@click.option("--redact", is_flag=False, flag_value="full", type=click.Choice(["names", "full"]),
              help="Make a copy that is safe to show: --redact or --redact=names.")  # fmt: skip
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, /, output: Path, as_of: datetime | None, form: str, **asked: Any
) -> None:
    """Write the whole graph as GEXF (with the places of the map), GraphML, JSON, or CSV.

    CSV is a folder with people.csv and ties.csv. The files hold other people's data unless
    redacted, and are readable by you alone.
    """
    kind = _kind(output, asked["kind"])
    graph = session.graph(as_of)
    if asked["redact"]:
        from netgraph.present.redactgraph import redact_graph

        graph = redact_graph(graph, asked["redact"], secrets.token_hex(16))
    _write(graph, output, kind, with_me=asked["with_me"], redacted=bool(asked["redact"]))
    left_out = kind in DRAWN and not asked["with_me"] and bool(graph.me)
    people = len(graph.people) - left_out
    ties = len(graph.ties) - (len(graph.ties_of(graph.me)) if left_out else 0)
    shape = {"file": str(output), "people": people, "ties": ties, "redacted": asked["redact"]}
    what = ", redacted" if asked["redact"] else ""
    confirm(form, shape, f"Wrote {people} people and {ties} ties to {output}{what}.")


def _kind(output: Path, asked: str | None) -> str:
    """The format wanted; a ``NetgraphError`` for a name that fits none."""
    kind = asked or output.suffix[1:].lower() or "csv"
    if kind not in FORMS:
        msg = f"{output.name}: export knows .gexf, .graphml, .json, or a folder for csv; see --to"
        raise NetgraphError(msg)
    if kind == "csv" and (output.suffix.lower() == ".csv" or output.is_file()):
        folder = output.with_name(f"{output.stem}-csv" if output.is_file() else output.stem)
        msg = (
            f"{output.name}: csv is two files, people.csv and ties.csv, in a folder; name one: "
            f"netgraph export -o {shlex.quote(str(folder))} --to csv"
        )
        raise NetgraphError(msg)
    return kind


def _write(graph: ContactGraph, output: Path, kind: str, *, with_me: bool, redacted: bool) -> None:
    from netgraph.present.export import graph_json, graphml, people_csv, ties_csv, write_private
    from netgraph.present.gexf import gexf

    if kind == "csv":
        output.mkdir(parents=True, exist_ok=True)
        write_private(output / "people.csv", people_csv(graph))
        write_private(output / "ties.csv", ties_csv(graph))
    elif kind == "json":
        write_private(output, graph_json(graph))
    elif kind == "gexf":
        write_private(output, gexf(graph, include_me=with_me, redacted=redacted))
    else:
        write_private(output, graphml(graph, include_me=with_me))
