"""``netgraph quiet``: good ties gone silent."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.keep import Span
from netgraph.cli.session import Session, as_of_option, format_option, limit_option, now


@click.command("quiet", short_help="Good ties gone silent, and why to write.")
@click.option("--after", type=Span(), default="180d", show_default=True, metavar="180d",
              help="Silent for so long: 90d, 6w, 3m, 1y.")  # fmt: skip
@limit_option(10)
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, after: int, limit: int, as_of: datetime | None, form: str) -> None:
    """Show good ties that have gone silent, the most valuable first.

    Each comes with a reason to write that asks for nothing. Whom you told netgraph keep --stop of
    is left out.
    """
    from netgraph.present.caring import quiet_shape, tell_quiet
    from netgraph.workflow.caring import quiet

    with session.open() as store:
        found = quiet(store, as_of or now(), after, today=not as_of)
    shown = found[:limit]
    answer(
        form,
        [quiet_shape(one) for one in shown],
        lambda: tell_quiet(shown, len(found) - len(shown)),
    )
