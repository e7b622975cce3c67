"""``netgraph split``: one person who is two."""

from __future__ import annotations

import click

from netgraph.cli.answer import answer, confirm
from netgraph.cli.session import Session, format_option, now


@click.command("split", short_help="Take cards out of a person who is two.")
@click.argument("person")
@click.option("--card", "numbers", type=int, multiple=True, metavar="N", help="Take card N out.")
@format_option
@click.pass_obj
def command(session: Session, person: str, numbers: tuple[int, ...], form: str) -> None:
    """Show the cards of PERSON by number, or take some out as another person.

    Your word lasts through every later import. netgraph merge undoes it.
    """
    from netgraph.analyse.goals import choose
    from netgraph.present.identity import cards_shape, tell_cards
    from netgraph.workflow import cards_of, resolve, split

    with session.open() as store:
        chosen = choose(resolve(store).people, person)
        if not numbers:
            cards = cards_of(store, chosen.id)
            answer(form, cards_shape(chosen, cards), lambda: tell_cards(chosen, cards))
            return
        left, taken = split(store, chosen.id, numbers, now=now())
    shown = [{"id": p.id, "name": p.name, "cards": len(p.cards)} for p in (left, taken)]
    confirm(
        form,
        {"left": shown[0], "taken": shown[1]},
        f"Noted: {left.name} ({left.id[:8]}) and {taken.name} ({taken.id[:8]}) are two people.",
        f"To take it back: netgraph merge {left.id[:8]} {taken.id[:8]}",
    )
