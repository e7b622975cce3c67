"""``netgraph merge``: two people who are one."""

from __future__ import annotations

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, format_option, now
from netgraph.errors import NetgraphError


@click.command("merge", short_help="Make one person of two.")
@click.argument("one")
@click.argument("other")
@format_option
@click.pass_obj
def command(session: Session, one: str, other: str, form: str) -> None:
    """Make one person of ONE and OTHER (names, addresses or ids).

    Your word lasts through every later import; it also takes back that they were called two
    people. netgraph split undoes it.
    """
    from netgraph.analyse.goals import choose
    from netgraph.workflow import merge, resolve

    with session.open() as store:
        people = resolve(store).people
        left, right = choose(people, one), choose(people, other)
        if left.id == right.id:
            msg = f"{one!r} and {other!r} are one person already: {left.name}"
            raise NetgraphError(msg)
        made = merge(store, left.id, right.id, now=now())
    confirm(
        form,
        {"id": made.id, "name": made.name, "cards": len(made.cards)},
        f"Noted: {left.name} and {right.name} are one person, {made.name} ({made.id[:8]}).",
        f"To take it back: netgraph split {made.id[:8]}",
    )
