"""``netgraph keep``: with whom to stay in touch, and how often."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import click

from netgraph.cli.answer import answer, confirm
from netgraph.cli.session import Session, as_of_option, format_option, now
from netgraph.errors import NetgraphError

#: Days of a unit.
UNITS = {"d": 1, "w": 7, "m": 30, "y": 365}


class Span(click.ParamType[int]):
    """A span of time: 90d, 6w, 3m, 1y."""

    name = "span"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read a number of days [1, 3650]."""
        found = re.fullmatch(r"\s*(\d{1,4})\s*([dwmy]?)[a-z]*\s*", str(value).casefold())
        days = int(found[1]) * UNITS[found[2] or "d"] if found else 0
        if not 1 <= days <= 3650:
            self.fail(f"{value!r} is no span; write it like 90d, 6w, 3m or 1y", param, ctx)
        return days


@click.command("keep", short_help="Stay in touch with somebody, every so often.")
@click.argument("person", required=False, default="")
@click.option("--every", type=Span(), metavar="90d", help="How often: 90d, 6w, 3m, 1y.")
@click.option("--stop", is_flag=True, help="No longer, or they would rather not.")
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session,
    person: str,
    every: int | None,
    as_of: datetime | None,
    form: str,
    *,
    stop: bool,
) -> None:
    """Be reminded of a sign of life to PERSON, or show with whom you stay in touch.

    The days count from the last contact, in your files or noted with netgraph log; what is due
    tells netgraph due. Example: netgraph keep "Maria Lopez" --every 90d
    """
    from netgraph.analyse.goals import choose
    from netgraph.present.keeping import kept_shape, tell_kept
    from netgraph.present.plain import plain
    from netgraph.workflow import resolve
    from netgraph.workflow.logbook import keep
    from netgraph.workflow.reminding import kept

    with session.open() as store:
        if not person:
            if every or stop:
                msg = 'name a person: netgraph keep "Maria Lopez" --every 90d'
                raise NetgraphError(msg)
            found = kept(store, as_of or now(), today=not as_of)
            answer(form, [kept_shape(one) for one in found], lambda: tell_kept(found))
            return
        if bool(every) == stop:
            msg = "say how often (--every 90d), or --stop"
            raise NetgraphError(msg)
        one = choose(resolve(store).people, person)
        keep(store, one, every or 0, now=now())
    name = plain(one.name)
    told = f"Noted: a sign of life to {name} every {every} days. What is due: netgraph due"
    if stop:
        told = f"Noted: no reminders to stay in touch with {name}."
    confirm(form, {"id": one.id, "name": one.name, "every": every or 0}, told)
