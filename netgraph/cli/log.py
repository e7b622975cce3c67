"""``netgraph log``: what was done, with whom, and what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from netgraph.cli.answer import answer, confirm
from netgraph.cli.session import (
    DAY,
    SCREENFUL,
    Session,
    as_of_option,
    format_option,
    list_limit_option,
    now,
)
from netgraph.errors import NetgraphError
from netgraph.model import Did, Outcome

if TYPE_CHECKING:
    from netgraph.model import LogEntry
    from netgraph.store import Store

#: What stands for the last line.
LAST = "the last"


@click.command("log", short_help="Note what you did and what came of it.")
@click.argument("person", required=False, default="")
@click.option("--did", type=click.Choice([str(one) for one in Did]),
              help="What happened: introduced and answered are what they did, gave is what you "
              "did for them, the rest is what you did.")  # fmt: skip
@click.option("--for", "employer", default="", metavar="EMPLOYER", help="What it was about.")
@click.option("--outcome", type=click.Choice([str(one) for one in Outcome]),
              help="What came of it; none means that no answer came.")  # fmt: skip
@click.option("--note", default="", help="A word for yourself.")
@click.option("--next", "following", type=DAY, metavar="DATE", help="When the next step is due.")
@click.option("--on", "when", type=DAY, metavar="DATE", help="When it was, if not today.")
@click.option("--undo", is_flag=False, flag_value=LAST, metavar="[NO.]",
              help="Take back a line, or the last one.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Show also what was taken back.")
@list_limit_option
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, /, person: str, form: str, **said: Any) -> None:
    """Note what you did with PERSON and what came of it, or show what you noted.

    Nothing is ever sent or ticked off by itself: what is due ends when you note what you did.
    With --outcome alone an answer is noted. Without PERSON: everything, latest first.
    Example: netgraph log "Karim Haddad" --did asked --for "St. Mary Hospital" --next 2026-11-10
    """
    writes = said["did"] or said["outcome"]
    with session.open() as store:
        if said["undo"]:
            _undo(store, str(said["undo"]), form, named=bool(person or writes))
        elif writes:
            _write(store, person, form, said)
        else:
            _show(store, person, form, said)


def _write(store: Store, text: str, form: str, said: dict[str, Any]) -> None:
    from netgraph.analyse.goals import choose
    from netgraph.present.logbook import log_shape, tell_noted
    from netgraph.workflow import resolve
    from netgraph.workflow.logbook import Deed, employer_meant, write

    if not text:
        msg = 'name a person: netgraph log "Karim Haddad" --did asked'
        raise NetgraphError(msg)
    moment = now()
    deed = Deed(
        did=Did(said["did"] or Did.ANSWERED),
        on=said["when"].date() if said["when"] else moment.date(),
        note=said["note"],
        outcome=Outcome(said["outcome"]) if said["outcome"] else None,
        employer=employer_meant(store, said["employer"], now=moment),
        next=said["following"].date() if said["following"] else None,
    )
    noted = write(store, choose(resolve(store).people, text), deed, now=moment)
    confirm(form, log_shape(noted), *tell_noted(noted))


def _undo(store: Store, number: str, form: str, *, named: bool) -> None:
    from netgraph.present.logbook import log_shape, what_was_done
    from netgraph.present.plain import plain
    from netgraph.present.terminal import day
    from netgraph.workflow.logbook import undo

    if named or (number != LAST and not number.isdecimal()):
        msg = "say which line by its number alone: netgraph log --undo 7"
        raise NetgraphError(msg)
    one, line = undo(store, None if number == LAST else int(number), now=now())
    which = f"line {one.number}, {plain(one.name)}, {what_was_done(one)} on {day(one.on)}."
    if not one.undone:
        confirm(form, log_shape(one), f"It stands again: {which}")
        return
    again = f"To let it stand after all: netgraph log --undo {line}"
    confirm(form, log_shape(one), f"Taken back: {which}", again)


def _show(store: Store, text: str, form: str, said: dict[str, Any]) -> None:
    from netgraph.present.logbook import log_shape, tell_log

    if said["note"] or said["following"] or said["when"] or said["employer"]:
        msg = "say what you did: --did asked, met, called, wrote, introduced, thanked …"
        raise NetgraphError(msg)
    found = _lines(store, text, said["as_of"], everything=said["everything"])
    most = said["limit"] or (SCREENFUL if form == "table" else len(found))
    shown = found[:most]
    answer(
        form, [log_shape(one) for one in shown], lambda: tell_log(shown, len(found) - len(shown))
    )


def _lines(store: Store, text: str, as_of: datetime | None, *, everything: bool) -> list[LogEntry]:
    """The lines on one or all, latest first."""
    from netgraph.analyse.goals import choose
    from netgraph.workflow import known_cards
    from netgraph.workflow.logbook import logbook

    book = logbook(store, as_of, undone=everything)
    if not text:
        return list(reversed(book.entries))
    everybody = known_cards(store, as_of)[0].people
    return list(reversed(book.of(choose(everybody, text).id)))
