"""``netgraph due``: thanks, follow-ups, and staying in touch."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import click

from netgraph.cli.answer import answer, confirm
from netgraph.cli.session import Session, as_of_option, format_option, now

#: What is due within so many days is shown.
AHEAD = 7


@click.command("due", short_help="What is due: thanks, calls, signs of life.")
@click.option("--days", type=click.IntRange(0, 3650), default=AHEAD, show_default=True, metavar="N",
              help="Show what is due within so many days.")  # fmt: skip
@click.option("--ics", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write everything, also what is far off, for any calendar.")  # fmt: skip
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, days: int, ics: Path | None, as_of: datetime | None, form: str
) -> None:
    """Show whom to thank, to call, to tell what came of it, and to give a sign of life.

    It follows from what you noted with netgraph log and netgraph keep, and ends when you note
    what you did. A calendar that reads the file again moves what it knows and adds what is new.
    """
    from netgraph.graph.wording import counted
    from netgraph.present.export import write_private
    from netgraph.present.reminders import calendar, reminder_shape, tell_due
    from netgraph.workflow.reminding import due

    moment = as_of or now()
    with session.open() as store:
        everything = due(store, moment, today=not as_of)
    if ics:
        write_private(ics, calendar(everything, moment).decode("utf-8"))
        kept = counted(len(everything), "day")
        told = f"Wrote {ics}: {kept} to remember. It holds names; it is yours alone."
        confirm(form, {"file": str(ics), "reminders": len(everything)}, told)
        return
    today = moment.date()
    found = [one for one in everything if one.day <= today + timedelta(days)]
    later = everything[len(found) :]
    shapes = [reminder_shape(one, today) for one in found]
    answer(form, shapes, lambda: tell_due(found, today, later))
