"""``netgraph profile``: what you say of yourself."""

from __future__ import annotations

import click

from netgraph.cli.answer import answer, confirm
from netgraph.cli.session import Session, format_option, now
from netgraph.errors import NetgraphError, NotFoundError

_FACTS = {
    "name": "Your name as it stands below a message.",
    "who": 'Who you are: "a planner who has moved goods for twelve years".',
    "seeking": 'The work you look for: "work with data in health care".',
    "field": 'The field you want to learn about: "health care".',
    "use": 'What you will do with what you are told: "which course to take".',
    "offer": 'What you could do for others: "a second pair of eyes on a spreadsheet".',
    "phone": "Your telephone number.",
    "email": "Your e-mail address.",
}


@click.group("profile", short_help="What you say of yourself.", invoke_without_command=True)
@format_option
@click.pass_context
def command(context: click.Context, form: str) -> None:
    """Who you are, what you look for, and your success examples; messages and briefs use it.

    What you do not say is taken from your files where they tell.
    """
    if context.invoked_subcommand is not None:
        return
    from netgraph.present.profile import profile_shape, tell_profile
    from netgraph.workflow.approaching import approach

    session: Session = context.obj
    with session.open(create=True) as store:
        me = approach(store, now(), today=True).me
    answer(form, profile_shape(me), lambda: tell_profile(me))


def _fact_options(function: click.decorators.FC) -> click.decorators.FC:
    for name, words in reversed(_FACTS.items()):
        function = click.option(f"--{name}", metavar="TEXT", help=words)(function)
    return function


@command.command("set")
@_fact_options
@format_option
@click.pass_obj
def set_(session: Session, /, form: str, **said: str | None) -> None:
    """Say something of yourself; an empty text ("") takes it back.

    Example: netgraph profile set --seeking "work with data in health care"
    """
    from netgraph.model import Fact

    facts = {Fact(name): " ".join(text.split()) for name, text in said.items() if text is not None}
    if not facts:
        msg = f"say at least one of: {', '.join(f'--{name}' for name in _FACTS)}"
        raise NetgraphError(msg)
    with session.open(create=True) as store:
        store.profile.say(facts, now())
    told = [f"{fact.value}: {text or '(taken back)'}" for fact, text in facts.items()]
    confirm(form, {fact.value: text or None for fact, text in facts.items()}, *told)


@command.command("add-example")
@click.argument("text")
@format_option
@click.pass_obj
def add_example(session: Session, text: str, form: str) -> None:
    """Add a success example: what was the matter, what you did, what came of it.

    Example: netgraph profile add-example "Cut the depot's empty runs by a third in one winter."
    """
    plain = " ".join(text.split())
    if not plain:
        msg = "say what was the matter, what you did, and what came of it"
        raise NetgraphError(msg)
    with session.open(create=True) as store:
        number = store.profile.add_example(plain, now())
    confirm(form, {"number": number, "text": plain}, f"Example {number}: {plain}")


@command.command("remove-example")
@click.argument("number", type=click.IntRange(1))
@format_option
@click.pass_obj
def remove_example(session: Session, number: int, form: str) -> None:
    """Remove a success example by its number."""
    with session.open() as store:
        if not store.profile.remove_example(number):
            numbers = [str(one.number) for one in store.profile.all().examples]
            msg = f"no example has the number {number}; there are: {', '.join(numbers) or 'none'}"
            raise NotFoundError(msg)
    confirm(form, {"removed": number}, f"Example {number} is removed.")
