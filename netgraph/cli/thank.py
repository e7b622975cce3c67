"""``netgraph thank``: a thank-you note that says what somebody did."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from netgraph.cli.session import Session, as_of_option, format_option, now
from netgraph.cli.writing import letter_options, show_letter, templates_of


@click.command("thank", short_help="Draft a thank-you note.")
@click.argument("person")
@letter_options
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, /, person: str, as_of: datetime | None, form: str, **asked: Any
) -> None:
    """Draft a thank-you note to PERSON with what they did, from your log.

    Thanks are due within a day of any help, also when the news is bad. Nothing is sent.
    """
    from netgraph.analyse.goals import find_person
    from netgraph.outreach.messages import Channel, Tone, thank_you
    from netgraph.present.letters import write_letter
    from netgraph.workflow.approaching import approach

    with session.open() as store:
        start = approach(store, as_of or now(), today=not as_of)
    one = find_person(start.graph, person)
    channel, tone = Channel(asked["channel"]), Tone(asked["tone"])
    made = thank_you(start.graph, one, start.me, start.log, channel, tone)
    letter = write_letter(made, templates_of(session, asked["templates"]))
    show_letter(form, letter)
