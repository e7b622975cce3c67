"""``netgraph limits``: how much is asked at most."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, format_option

#: The limits, and what each means.
LIMITS = {
    "week": "People asked in seven days.",
    "month": "People asked in thirty days.",
    "person": "Times one person is asked in a year.",
    "circle": "People of one circle asked in thirty days.",
    "pause": "Days between two requests to one person.",
}


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, told in reversed(LIMITS.items()):
        command = click.option(f"--{name}", type=click.IntRange(0, 1000), metavar="N", help=told)(
            command
        )
    return command


@click.command("limits", short_help="How many people you ask at most.")
@_options
@format_option
@click.pass_obj
def command(session: Session, /, form: str, **said: int | None) -> None:
    """Say how many people netgraph plan may propose, or show it. It lasts.

    Example: netgraph limits --week 2 --pause 90
    """
    from netgraph.present.plans import limits_shape, tell_limits
    from netgraph.workflow.planning import limits

    with session.open() as store:
        store.log.set_limits([(name, value) for name, value in said.items() if value is not None])
        found = limits(store)
    answer(
        form,
        [limits_shape(found)] if form == "csv" else limits_shape(found),
        lambda: tell_limits(found),
    )
