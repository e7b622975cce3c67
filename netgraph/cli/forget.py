"""``netgraph forget``: files or people go for good."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, format_option
from netgraph.errors import NetgraphError

if TYPE_CHECKING:
    from netgraph.model import Person


@click.command("forget", short_help="Remove a file, a person or everything, for good.")
@click.argument("what", metavar="SOURCE|PERSON", required=False)
@click.option("--all", "everything", is_flag=True, help="Remove the whole store.")
@click.option("--yes", is_flag=True, help="Do not ask (for scripts).")
@format_option
@click.pass_obj
def command(session: Session, what: str | None, *, everything: bool, yes: bool, form: str) -> None:
    """Remove a file, a person or everything, so that no byte of it stays in the store.

    SOURCE is a number or name that netgraph sources shows, a folder or archive, or a path.
    PERSON is a full name, an address or an id; their name and addresses go from everybody
    else's records too. What is forgotten is left out of every later import.
    """
    if bool(what) == everything:
        msg = "say what to forget: a file, a person, or --all"
        raise click.UsageError(msg)
    if everything:
        _forget_all(session, form, yes=yes)
    else:
        _forget(session, what or "", form, yes=yes)


def _forget(session: Session, what: str, form: str, *, yes: bool) -> None:
    from netgraph.present.forgetting import forgetting_shape, tell_forgetting, tell_forgotten
    from netgraph.workflow.forgetting import forget, plan_to_forget

    with session.open() as store:
        plan = plan_to_forget(store, what)
        if yes and plan.told.person:
            _check_whole(plan.told.person, what)
        _ask(tell_forgetting(plan.told), yes=yes)
        forget(store, plan, salt=secrets.token_bytes(16))
    confirm(form, forgetting_shape(plan.told), tell_forgotten(plan.told))


def _check_whole(person: Person, what: str) -> None:
    """Nobody goes unasked for a part of a name."""
    from netgraph.resolve.names.parts import name_key

    sought = what.strip()
    known = {identifier.value.casefold() for identifier in person.identifiers}
    is_named = name_key(sought) in {name_key(name) for name in person.names}
    if not is_named and sought.casefold() not in known and not person.id.startswith(sought):
        msg = f"{what!r} may be {person.name}; with --yes say the whole name, an address or the id"
        raise NetgraphError(msg)


def _forget_all(session: Session, form: str, *, yes: bool) -> None:
    from netgraph.workflow import resolve
    from netgraph.workflow.forgetting import forget_everything

    with session.open() as store:
        files = len(store.imported.sources())
        people = sum(1 for person in resolve(store).people if not person.is_me)
    question = [
        f"Forget everything in {session.path}?",
        f"  {people:,} people from {files:,} files, all that you added by hand or decided, your",
        "  targets, and the memory of what you asked to forget. The files that you imported stay.",
    ]
    _ask(question, yes=yes)
    forget_everything(session.path)
    shape = {"forgotten": "everything", "people": people, "files": files}
    confirm(form, shape, f"Everything is forgotten: {session.path} is gone.")


def _ask(question: list[str], *, yes: bool) -> None:
    """Show what goes and ask; `NetgraphError` when the answer is no, or there is none."""
    if yes:
        return
    for row in question:
        click.echo(row, err=True)
    try:
        wanted = click.confirm("This cannot be undone. Forget it?", err=True)
    except click.Abort:
        click.echo(err=True)
        msg = "nothing was forgotten; to go ahead without being asked, say --yes"
        raise NetgraphError(msg) from None
    if not wanted:
        msg = "nothing was forgotten"
        raise NetgraphError(msg)
