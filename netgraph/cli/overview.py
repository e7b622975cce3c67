"""A bare ``netgraph``: what is in the store, and the one next step worth taking."""

from __future__ import annotations

import click

from netgraph.cli.session import Session


def show_overview(session: Session) -> None:
    """Say what there is and what to do next."""
    click.echo("netgraph finds the people you know and the doors they open. Nothing leaves")
    click.echo("this machine. All verbs: netgraph --help\n")
    if not session.path.exists():
        click.echo(f"Nothing is imported yet (the store will be {session.path}).")
        click.echo("Next: netgraph import FILE...   (LinkedIn export, address book, mailbox …)")
        return
    from netgraph.workflow import questions, resolve

    with session.open() as store:
        known = sum(1 for person in resolve(store).people if not person.is_me)
        files = len(store.imported.sources())
        by_hand = len(store.decided.hand_entries())
        targets = len(store.decided.targets())
        waiting = len(questions(store))
    click.echo(f"Store: {session.path}")
    click.echo(
        f"{known} people from {files} files, {by_hand} added by hand; "
        f"{targets} target employers; {waiting} pairs that may be one person."
    )
    click.echo(f"Next: {_next_step(known, by_hand, targets, waiting)}")


def _next_step(known: int, by_hand: int, targets: int, waiting: int) -> str:
    if not known:
        return "netgraph import FILE...   (nobody is in the store yet)"
    if not targets:
        return 'netgraph target add "EMPLOYER"   (say whom you want to reach)'
    if waiting:
        return "netgraph review   (settle who is one person; it sharpens every answer)"
    if not by_hand:
        return "netgraph prompts   (bring everyday people to mind, then: netgraph add)"
    return "netgraph paths   (whom to ask first)"
