"""``netgraph calibration``: what was foreseen, and what came of it."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, now


@click.command("calibration", short_help="How the chances kept their word with you.")
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, as_of: datetime | None, form: str) -> None:
    """Hold what was foreseen of your requests against what came of them.

    It counts requests whose outcome you noted, with the chance that stood on the day you asked.
    Nothing is called calibrated below thirty of them.
    """
    from netgraph.outreach.learning import calibration, settled_cases
    from netgraph.present.calibrating import calibration_shape, tell_calibration
    from netgraph.workflow.learning import asks_by

    with session.open() as store:
        found = calibration(settled_cases(asks_by(store, as_of or now())))
    answer(form, calibration_shape(found), lambda: tell_calibration(found))
