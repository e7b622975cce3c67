"""``netgraph close``: how well I know somebody."""

from __future__ import annotations

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, format_option, now
from netgraph.errors import NetgraphError
from netgraph.model import HowWell

WORDS = [str(word) for word in HowWell if word is not HowWell.NOT_AT_ALL]


@click.command("close", short_help="Say how well you know somebody.")
@click.argument("person")
@click.argument("how", type=click.Choice(WORDS), metavar="well|some|barely|unknown")
@format_option
@click.pass_obj
def command(session: Session, person: str, how: str, form: str) -> None:
    """Say how well you know PERSON; it stands above all messages and lists, and lasts.

    "unknown" takes back what you said.
    """
    from netgraph.analyse.goals import choose
    from netgraph.present.plain import plain
    from netgraph.workflow import resolve
    from netgraph.workflow.saying import say_how_well

    with session.open() as store:
        who = resolve(store)
        found = choose(who.people, person)
        me = next((one for one in who.people if one.is_me), None)
        if me is None or found.is_me:
            msg = f"{found.name} is you; how well you know others is the question"
            raise NetgraphError(msg)
        say_how_well(store, me, found, HowWell(how), now=now())
    name = plain(found.name)
    told = f"Noted: you know {name} {'a little' if how == 'some' else how}."
    if how == HowWell.UNKNOWN:
        told = f"Taken back: how close you and {name} are is what your files tell."
    confirm(form, {"id": found.id, "name": name, "how": how}, told)
