"""``netgraph explore``: the interactive page, one file, offline."""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, as_of_option, format_option
from netgraph.cli.writing import templates_of


@click.command("explore", short_help="Write the interactive page.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="The page to write.")  # fmt: skip
@click.option("--redact", is_flag=False, flag_value="full", type=click.Choice(["names", "full"]),
              help="Make a copy that is safe to show: --redact or --redact=names.")  # fmt: skip
@click.option("--renderer", type=click.Choice(["auto", "pyvis", "sigma"]), default="auto",
              show_default=True,
              help="What draws the map: pyvis up to 2,500 people, sigma more.")  # fmt: skip
@click.option("--view", default="paths", show_default=True,
              type=click.Choice(["paths", "week", "map", "bridges", "employers", "people"]),
              help="What the page opens on.")  # fmt: skip
@click.option("--open", "open_it", is_flag=True, help="Open it in your browser.")
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, /, output: Path, as_of: datetime | None, form: str, **asked: Any
) -> None:
    """Write the interactive page: paths, this week, map, bridges, employers and people.

    One file that asks nothing of the network. It holds other people's data unless redacted.
    """
    from netgraph.present.explorer import explore
    from netgraph.workflow.mywork import my_work

    redact, mine = asked["redact"], None
    graph = session.graph(as_of)
    if not redact:
        with session.open() as store:
            letters = templates_of(session, None)
            mine = my_work(store, graph, today=not as_of, letters=letters)
    page = explore(
        graph,
        redact=redact or "",
        salt=secrets.token_hex(16),
        renderer=asked["renderer"],
        view=asked["view"],
        mine=mine,
    )
    page.save(output)
    what = "a redacted copy" if redact else "with personal data of other people: keep it private"
    shape = {"file": str(output), "redacted": redact}
    confirm(form, shape, f"Wrote {output} ({what}).")
    if asked["open_it"]:
        click.launch(str(output))
