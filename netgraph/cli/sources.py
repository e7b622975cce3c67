"""``netgraph sources``: what was read and when, and how to get an export."""

from __future__ import annotations

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, format_option


@click.command("sources", short_help="What was read, and how to get an export.")
@click.option("--how", metavar="NAME", help="How to get that export, step by step (linkedin ...).")
@format_option
@click.pass_obj
def command(session: Session, how: str | None, form: str) -> None:
    """What was read, when, and what was skipped and why.

    With --how NAME, how to get an export instead: a service (linkedin, google, outlook) or the
    name of a format.
    """
    from netgraph.importers import importers, importers_about
    from netgraph.present.sources import format_shape, source_shape, tell_formats, tell_sources

    if how is not None:
        wanted = importers_about(how)
        answer(form, [format_shape(one) for one in wanted], lambda: tell_formats(wanted))
        return
    formats = {one.name: one for one in importers()}
    with session.open() as store:
        found = store.imported.sources()
        owners = {owner.key: owner.name for owner in store.decided.owners()}
    shapes = [
        source_shape(source, counts, formats.get(source.importer), owners.get(source.owner, ""))
        for source, counts in found
    ]
    answer(form, shapes, lambda: tell_sources(found, formats, owners))
