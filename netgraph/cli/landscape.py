"""``netgraph landscape``: what your network knows of a field."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, limit_option


@click.command("landscape", short_help="What your network knows of a field.")
@click.argument("field", required=False, default="", metavar="[INDUSTRY|EMPLOYER]")
@limit_option(12)
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, field: str, limit: int, as_of: datetime | None, form: str) -> None:
    """Who knows a field, which employers of it you reach, key people, and the nearest gaps.

    A field is an industry, or that of an employer; without a name, those of your targets.
    Example: netgraph landscape "health care"
    """
    from netgraph.outreach.landscape import landscape
    from netgraph.present.landscape import landscape_rows, landscape_shape, tell_landscapes

    found = landscape(session.graph(as_of), field)
    shape = landscape_rows(found) if form == "csv" else [landscape_shape(one) for one in found]
    answer(form, shape, lambda: tell_landscapes(found, limit))
