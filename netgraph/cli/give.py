"""``netgraph give``: give and take."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, now


@click.command("give", short_help="Who helped you, and what you can give.")
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, as_of: datetime | None, form: str) -> None:
    """Show who helped you and what you gave, and whom you could introduce to whom.

    Help is what you noted with netgraph log, and introductions in your files; what you did for
    somebody is noted with --did gave.
    """
    from netgraph.present.caring import giving_shape, tell_giving
    from netgraph.workflow.caring import giving

    with session.open() as store:
        found = giving(store, as_of or now(), today=not as_of)
    answer(form, giving_shape(found), lambda: tell_giving(found))
