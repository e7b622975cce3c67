"""``netgraph formats``: everything that can be read, and how to get it."""

from __future__ import annotations

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import format_option


@click.command("formats", short_help="Every format netgraph reads.")
@format_option
def command(form: str) -> None:
    """Every format netgraph reads, its name, and how to get such a file."""
    from netgraph.importers import importers
    from netgraph.present.sources import format_shape, tell_formats

    found = importers()
    answer(form, [format_shape(one) for one in found], lambda: tell_formats(found))
