"""A bare ``netgraph``: what is in the store, and the one next step worth taking."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.cli.session import Session


def show_overview(session: Session) -> None:
    """Say what there is and what to do next."""
    from netgraph.present.terminal import line, show

    show(*(line(text) for text in _lines(session)))


def _lines(session: Session) -> Iterator[str]:
    yield (
        "netgraph finds the people you know and the doors they open. Nothing leaves "
        "this machine. All verbs: netgraph --help"
    )
    yield ""
    if not session.path.exists():
        yield f"Nothing is imported yet (the store will be {session.path})."
        yield "Next: netgraph import FILE...   (LinkedIn export, address book, mailbox …)"
        return
    from netgraph.present.reports import is_told
    from netgraph.workflow import questions, resolve

    with session.open() as store:
        everybody = resolve(store).people
        known = sum(1 for person in everybody if not person.is_me)
        files = len(store.imported.sources())
        me_known = not files or any(person.is_me and is_told(person) for person in everybody)
        by_hand = len(store.decided.hand_entries())
        targets = len(store.decided.targets())
        waiting = len(questions(store))
    yield f"Store: {session.path}"
    yield (
        f"{_count(known, 'person', 'people')} from {_count(files, 'file')}, {by_hand} entered by "
        f"hand; {_count(targets, 'target employer')}; "
        f"{_count(waiting, 'pair')} that may be one person."
    )
    yield f"Next: {_next_step(known, by_hand, targets, waiting, me_known=me_known)}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _next_step(known: int, by_hand: int, targets: int, waiting: int, *, me_known: bool) -> str:
    if not known:
        return "netgraph import FILE...   (nobody is in the store yet)"
    if not me_known:
        return "netgraph import --me 'NAME <ADDRESS>'   (your files do not say who you are)"
    if not targets:
        return 'netgraph target add "EMPLOYER"   (say whom you want to reach)'
    if waiting:
        return "netgraph review   (settle who is one person; it sharpens every answer)"
    if not by_hand:
        return "netgraph prompts   (bring everyday people to mind, then: netgraph add)"
    return "netgraph paths   (whom to ask first)"
