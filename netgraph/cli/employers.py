"""``netgraph employers``: the organisations in the files, and what each is called."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import SCREENFUL, Session, as_of_option, format_option, list_limit_option


@click.command("employers", short_help="The organisations, and what each is called.")
@click.argument("text", required=False, default="")
@click.option("--why", is_flag=True, help="Tell of every name and domain how it is known.")
@list_limit_option
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, text: str, why: bool, limit: int | None, as_of: datetime | None, form: str
) -> None:
    """Every employer, school and group in your files, or those whose name holds TEXT."""
    from netgraph.analyse.employers import employers
    from netgraph.present.employers import employer_shape, tell_employers

    found = employers(session.graph(as_of, everybody=True), text)
    shown = found.employers[:limit]
    answer(
        form,
        [employer_shape(one) for one in shown],
        lambda: tell_employers(found, limit or SCREENFUL, why=why),
    )
