"""Who wrote to whom on LinkedIn, and who introduced whom, from the rows of messages.

The text is looked at for set phrases of introduction and for the marks of advertisements, and
is not kept. Recipients are told apart by their profile addresses; exports from before mid-2023
have none and give names. The owner is found from drafts, else from taking part in nearly every
conversation; left-out messages count as evidence for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netgraph.importers._keys import hash_of
from netgraph.importers._linkedin.export import bad_date, parse_stamp, split_urls
from netgraph.importers._linkedin.people import Cast, is_hidden, is_introduction, split_names
from netgraph.importers._tables.delimited import Cells
from netgraph.model import (
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

ADVERTISEMENT_MARKS = ("spinmail-quill-editor", "%FIRSTNAME%")


class Talks:
    """Reads row by row, and remembers the people and which conversations were introductions."""

    def __init__(self) -> None:
        self.cast = Cast()
        self._introductions: set[tuple[str, str]] = set()

    def convert(self, cells: Cells, origin: Origin) -> Iterator[Record]:
        """The message of one row, with the introduction it makes, or why it is left out."""
        recipients, n_recipients = _recipients(cells)
        sender = self.cast.add(cells["from"], cells.get("sender profile url", ""), origin)
        marks = [self.cast.add(name, url, origin) for name, url in recipients]
        marks = [mark for mark in dict.fromkeys(marks) if mark and mark != sender]
        conversation = cells.get("conversation id") or "\n".join(sorted({sender, *marks}))
        self.cast.conversations.setdefault(conversation, set()).update({sender, *marks} - {""})
        self._declare(cells, sender, marks)
        when = parse_stamp(cells["date"])
        left_out = _left_out(cells, is_whole=bool(sender and marks))
        if left_out:
            yield Reject(origin, left_out, RejectKind.LEFT_OUT)
        elif not (sender and marks):
            yield Reject(origin, "does not say who wrote to whom")
        elif when is None:
            yield bad_date(origin, "DATE", cells["date"])
        else:
            self.cast.keep((sender, *marks), origin)
            message = Interaction(
                key=hash_of("linkedin message", conversation, when.isoformat(), sender),
                origin=origin,
                kind=InteractionKind.MESSAGE,
                when=when,
                sender=self.cast.members[sender].identifier,
                participants=tuple(self.cast.members[mark].identifier for mark in marks),
                n_participants=n_recipients,
            )
            yield message
            yield from self._introduction(message, (conversation, sender), cells)

    def _introduction(
        self, message: Interaction, place: tuple[str, str], cells: Cells
    ) -> Iterator[Interaction]:
        """The introduction a message makes, once for a writer in a conversation."""
        names = [name for name in split_names(cells.get("to", "")) if not is_hidden(name)]
        if len(message.participants) < 2 or place in self._introductions:
            return
        if is_introduction(cells.get("content", ""), names):
            self._introductions.add(place)
            key = hash_of("linkedin introduction", *place)
            yield replace(message, key=key, kind=InteractionKind.INTRODUCED)

    def _declare(self, cells: Cells, sender: str, marks: list[str]) -> None:
        """Only the owner has drafts; old exports say which way a message went."""
        direction = cells.get("direction", "").upper()
        if sender and (_is_draft(cells) or direction == "OUTGOING"):
            self.cast.declared[sender] += 1
        elif direction == "INCOMING" and len(marks) == 1:
            self.cast.declared[marks[0]] += 1


def _is_draft(cells: Cells) -> bool:
    flags = (cells.get("is message draft", ""), cells.get("is conversation draft", ""))
    return any(flag.casefold() in {"yes", "true"} for flag in flags)


def _left_out(cells: Cells, *, is_whole: bool) -> str:
    """Why the message is left out on purpose, or ""; not ``is_whole``: a side is missing."""
    url = cells.get("sender profile url", "")
    content, to = cells.get("content", ""), cells.get("to", "")
    reasons = {
        "a draft that was never sent": _is_draft(cells),
        "an advertisement": not url and any(mark in content for mark in ADVERTISEMENT_MARKS),
        "written by a company page": "/company/" in url,
        "written by a hidden member": not url and is_hidden(cells["from"]),
        "in the spam folder": cells.get("folder", "").upper() == "SPAM",
        "written to a hidden member": not is_whole and any(map(is_hidden, split_names(to))),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _recipients(cells: Cells) -> tuple[list[tuple[str, str]], int]:
    """Name and address of every recipient (either may be ""), and how many were addressed."""
    urls = split_urls(cells.get("recipient profile urls", ""))
    if not urls:
        names = split_names(cells.get("to", ""))
        return [(name, "") for name in names], len(names)
    parts = split_names(cells.get("to", ""))
    names = [name for name in parts if not is_hidden(name)]
    n_hidden = len(parts) - len(names)
    if len(urls) == 1:
        names = [", ".join(names)]
    if len(names) != len(urls):
        names = [""] * len(urls)
    return list(zip(names, urls, strict=True)), len(urls) + n_hidden
