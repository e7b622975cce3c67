"""``netgraph plan``: this week's few people."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, now


@click.command("plan", short_help="Whom to ask this week, and whom later.")
@click.option("--people", type=click.IntRange(1, 50), metavar="N",
              help="How many people instead of your limit for a week.")  # fmt: skip
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, people: int | None, as_of: datetime | None, form: str) -> None:
    """Pick the few people who together open most of your targets, and wear nobody out.

    No second request while one is open, a pause between two, and never a whole circle at once:
    netgraph limits. What you note with netgraph log counts. Nothing is sent.
    """
    from netgraph.present.plans import plan_shape, tell_plan
    from netgraph.workflow.planning import plan_week

    with session.open() as store:
        found = plan_week(store, as_of or now(), most=people, today=not as_of)
        targets = bool(store.decided.targets())
    answer(form, plan_shape(found), lambda: tell_plan(found, targets=targets))
