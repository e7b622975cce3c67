"""``netgraph say``: how well two others know each other."""

from __future__ import annotations

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, format_option, now
from netgraph.model import HowWell


@click.command("say", short_help="Say how well two people know each other.")
@click.argument("person")
@click.argument("verb", type=click.Choice(["knows"]), metavar="knows")
@click.argument("other")
@click.option(
    "--how",
    type=click.Choice([str(word) for word in HowWell]),
    default="some",
    show_default=True,
    help="How well; unknown takes back what you said.",
)
@format_option
@click.pass_obj
def command(session: Session, person: str, verb: str, other: str, how: str, form: str) -> None:
    """Say that PERSON knows OTHER, or not at all; it stands above all files, and lasts.

    Example: netgraph say "Anna Berg" knows "Karim Haddad" --how some
    """
    from netgraph.analyse.goals import choose
    from netgraph.present.plain import plain
    from netgraph.workflow import resolve
    from netgraph.workflow.saying import say_how_well

    with session.open() as store:
        everybody = resolve(store).people
        one, two = (choose(everybody, text) for text in (person, other))
        say_how_well(store, one, two, HowWell(how), now=now())
    names = [plain(found.name) for found in (one, two)]
    told = f"Noted: {names[0]} {verb} {names[1]} ({how})."
    if how == HowWell.NOT_AT_ALL:
        told = f"Noted: {names[0]} and {names[1]} do not know each other."
    elif how == HowWell.UNKNOWN:
        told = f"Taken back: what ties {names[0]} and {names[1]} is what your files tell."
    people = [{"id": found.id, "name": found.name} for found in (one, two)]
    confirm(form, {"people": people, "how": how}, told)
