"""LinkedIn messages.csv: who wrote to whom, and who introduced whom.

The text is looked at for set phrases of introduction and for the marks of advertisements, and
is not kept. Recipients are told apart by their profile addresses; exports from before mid-2023
have none and give names. The owner is found from drafts, else from taking part in nearly every
conversation; left-out messages count as evidence for that.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of
from netgraph.importers._linkedin import (
    HOW_TO_EXPORT,
    bad_date,
    is_machine_talk,
    is_messages,
    parse_stamp,
    split_urls,
)
from netgraph.importers._linkedin_people import Cast, is_hidden, is_introduction, split_names
from netgraph.importers._tables import Cells, has_header, records
from netgraph.model import (
    Identifier,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

NAME = "linkedin_messages"
ADVERTISEMENT_MARKS = ("spinmail-quill-editor", "%FIRSTNAME%")


def recognises(document: Document) -> bool:
    """Whether the header is that of messages.csv, and people talk in it."""
    return has_header(document, is_messages) and not is_machine_talk(document)


def read(document: Document) -> Iterator[Record]:
    """Every message in file order; then a card for everybody, the owner's last."""
    reader = _Reader()
    yield from records(document, NAME, is_messages, reader.convert)
    yield from reader.cast.cards()


class _Reader:
    """Reads row by row, and remembers the people and which conversations were introductions."""

    def __init__(self) -> None:
        self.cast = Cast()
        self._introductions: set[tuple[str, str]] = set()

    def convert(self, cells: Cells, origin: Origin) -> Iterator[Record]:
        """The message of one row, with the introduction it makes, or why it is left out."""
        recipients, n_recipients = _recipients(cells)
        refusal = _left_out(cells)
        sender = self.cast.add(cells["from"], cells.get("sender profile url", ""), origin)
        marks = [self.cast.add(name, url, origin) for name, url in recipients]
        marks = [mark for mark in dict.fromkeys(marks) if mark and mark != sender]
        conversation = cells.get("conversation id") or "\n".join(sorted({sender, *marks}))
        present = self.cast.conversations.setdefault(conversation, set())
        present.update(mark for mark in (sender, *marks) if mark)
        self._declare(cells, sender, marks)
        if not refusal and not (sender and marks):
            names = [cells["from"], *(name for name, _ in recipients)]
            refusal = "the other side is a hidden member" if any(map(is_hidden, names)) else ""
        when = parse_stamp(cells["date"])
        if refusal:
            yield Reject(origin, refusal, RejectKind.LEFT_OUT)
        elif not (sender and marks):
            yield Reject(origin, "does not say who wrote to whom")
        elif when is None:
            yield bad_date(origin, "the date", cells["date"])
        else:
            self.cast.keep((sender, *marks), origin)
            people = tuple(self.cast.members[mark].identifier for mark in marks)
            writer = self.cast.members[sender].identifier
            key = hash_of("linkedin message", conversation, when.isoformat(), sender)
            message = Interaction(
                key, origin, InteractionKind.MESSAGE, when, writer, people, n_recipients
            )
            yield message
            names = [name for name, _ in recipients if name]
            is_first = (conversation, sender) not in self._introductions
            if is_first and len(people) > 1 and is_introduction(cells["content"], names):
                self._introductions.add((conversation, sender))
                yield _introduction(message, conversation, writer)

    def _declare(self, cells: Cells, sender: str, marks: list[str]) -> None:
        """Only the owner has drafts; old exports say which way a message went."""
        direction = cells.get("direction", "").upper()
        if sender and (_is_draft(cells) or direction == "OUTGOING"):
            self.cast.declared[sender] += 1
        elif direction == "INCOMING" and len(marks) == 1:
            self.cast.declared[marks[0]] += 1


def _introduction(message: Interaction, conversation: str, writer: Identifier) -> Interaction:
    return Interaction(
        key=hash_of("linkedin introduction", conversation, writer.value),
        origin=message.origin,
        kind=InteractionKind.INTRODUCED,
        when=message.when,
        sender=writer,
        participants=message.participants,
        n_participants=message.n_participants,
    )


def _is_draft(cells: Cells) -> bool:
    flags = (cells.get("is message draft", ""), cells.get("is conversation draft", ""))
    return any(flag.casefold() in {"yes", "true"} for flag in flags)


def _left_out(cells: Cells) -> str:
    """Why the message is left out on purpose, or ""."""
    is_unsigned = not cells.get("sender profile url", "")
    if _is_draft(cells):
        return "a draft that was never sent"
    if is_unsigned and any(mark in cells["content"] for mark in ADVERTISEMENT_MARKS):
        return "an advertisement"
    if "/company/" in cells.get("sender profile url", ""):
        return "written by a company page"
    if is_unsigned and is_hidden(cells["from"]):
        return "written by a hidden member"
    if cells.get("folder", "").upper() == "SPAM":
        return "in the spam folder"
    return ""


def _recipients(cells: Cells) -> tuple[list[tuple[str, str]], int]:
    """Name and address of every recipient (either may be ""), and how many were addressed."""
    urls = split_urls(cells.get("recipient profile urls", ""))
    if not urls:
        names = split_names(cells["to"])
        return [(name, "") for name in names], len(names)
    names = [cells["to"]] if len(urls) == 1 else split_names(cells["to"])
    n_hidden = sum(map(is_hidden, names)) if len(urls) > 1 else 0
    names = [name for name in names if not is_hidden(name)]
    if len(names) != len(urls):
        names = [""] * len(urls)
    return list(zip(names, urls, strict=True)), len(urls) + n_hidden


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn messages",
    how_to_export=HOW_TO_EXPORT,
    unit="messages",
    recognises=recognises,
    read=read,
)
