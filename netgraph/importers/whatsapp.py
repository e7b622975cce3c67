"""WhatsApp's text export of one chat: who wrote to whom, who was in the group; never the text.

People are named as in the exporter's own address book, or by number. In a chat of two the
owner is the one who is not the chat's title (the name of the file, or the author of the first
notice on iOS). In a group the file does not tell who the owner is. Times are local, without a
zone, and kept as if they were UTC.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from netgraph.errors import UnreadableFileError
from netgraph.importers import Importer
from netgraph.importers._chats.conversation import Talkers, message, person, plain
from netgraph.importers._chats.whatsapp import Line, entries, is_export, reading_of
from netgraph.importers._chats.whatsapp_notices import YOU, Change, Notice, is_encryption, notice
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of
from netgraph.model import OWNER, Identifier, Origin, Record, Reject, RejectKind

NAME = "whatsapp"
_FILE = re.compile(
    r"whatsapp\b.*?(?: (?:with|mit|con|avec|com|met)| -) (.+?)(?: ?\(\d+\))?(?:\.(?:txt|zip))+$",
    re.IGNORECASE,
)
#: What programs that copy WhatsApp's manner write for the owner.
OWN_NAMES = frozenset({"Me", "You"})
_QUOTE = re.compile('["\u201c\u201e\u00ab]')
#: Two people talk; three are a group.
PAIR = 2


@dataclass
class _Chat:
    """What the whole file says: title, whether a group, and who was there at the start."""

    title: str
    is_group: bool = False
    first: dict[Identifier, bool] = field(default_factory=dict)
    speakers: dict[Identifier, None] = field(default_factory=dict)
    owner: Identifier | None = None

    def who(self, name: str) -> Identifier | None:
        """Whom a name means: the owner, somebody else, or nobody (None)."""
        if plain(name) in OWN_NAMES:
            return OWNER
        found = person(plain(name).lstrip("~ "))
        return OWNER if found is not None and found == self.owner else found

    def people(self, names: tuple[str, ...]) -> list[Identifier]:
        """Everybody among the ``names`` of a notice."""
        found = [OWNER if name.casefold() in YOU else self.who(name) for name in names]
        return [who for who in found if who is not None]


def recognises(document: Document) -> bool:
    """Whether the file begins with a WhatsApp entry and holds another."""
    return is_export(document.head_text(), document.name)


def read(document: Document) -> Iterator[Record]:
    """The messages in file order, then a card for everybody who took part."""
    text = document.text()
    marked = list(_marked(text))
    if not marked:
        msg = f"{document.name}: holds no WhatsApp messages"
        raise UnreadableFileError(msg)
    when_of = reading_of([line for line, _told in marked], text)
    chat = _survey(marked, _title(document.name))
    talkers = Talkers()
    present = {who: None for who, is_there in chat.first.items() if is_there}
    repeated: Counter[str] = Counter()
    for line, told in marked:
        origin = document.origin(NAME, f"message {line.number}")
        if told:
            yield from _told(told, chat, origin, talkers, present)
            continue
        when = when_of(line)
        sender = chat.who(line.author)
        if when is None or sender is None:
            yield _unusable(line, origin, sender)
            continue
        talkers.add(sender, origin)
        present[sender] = None
        mark = _mark(chat.title or document.digest, sender, when)
        repeated[mark] += 1
        key = mark if repeated[mark] == 1 else hash_of(mark, repeated[mark])
        yield message(key, origin, when, sender, present)
    if chat.is_group:
        talkers.join(chat.title, chat.first)
    elif chat.title and chat.owner:
        for who in chat.first:
            talkers.add(who, document.origin(NAME, "message 1"))
    yield from talkers.cards()


def _marked(text: str) -> Iterator[tuple[Line, Notice | None]]:
    """Every entry and the notice that it is; what people wrote is not kept."""
    for line in entries(text):
        told = _notice(line)
        line.body = ""
        yield line, told


def _mark(chat: str, sender: Identifier, when: datetime) -> str:
    return hash_of("whatsapp", chat, sender.value, when.isoformat())


def _unusable(line: Line, origin: Origin, sender: Identifier | None) -> Reject:
    if sender is None:
        reason = "written by a machine, or by nobody"
        return Reject(origin, reason, RejectKind.LEFT_OUT)
    return Reject(origin, f"the date {'/'.join(line.date)} cannot be read")


def _notice(line: Line) -> Notice | None:
    """The notice a line is, or None for a message of somebody."""
    if not line.author:
        return notice(line.body) or Notice(Change.OTHER)
    if line.is_marked:
        told = notice(line.body)
        is_about = line.body.startswith(line.author.lstrip("~ "))
        if told and is_encryption(line.body):
            return Notice(Change.OTHER, title=plain(line.author))
        return told or (Notice(Change.OTHER) if is_about else None)
    # a group's name may hold ": ", and so look like an author
    if not _QUOTE.search(line.author):
        return None
    whole = notice(f"{line.author}: {line.body}")
    return whole if whole and whole.change is Change.NAMED else None


def _survey(marked: list[tuple[Line, Notice | None]], title: str) -> _Chat:
    """Read the file once: the title, the kind of chat, who was there from the start."""
    titles = [told.title for _, told in marked if told and told.title]
    chat = _Chat(titles[-1] if titles else title)
    for line, told in marked:
        chat.is_group |= told is not None and told.change is not Change.OTHER
        who = None if told else chat.who(line.author)
        if who:
            chat.speakers[who] = None
    chat.is_group |= len(chat.speakers) > PAIR
    if chat.is_group:
        _attendance(chat, marked)
    else:
        _pair(chat)
    return chat


def _attendance(chat: _Chat, marked: list[tuple[Line, Notice | None]]) -> None:
    for line, told in marked:
        came = told is not None and told.change is Change.CAME
        doer = chat.people((told.who,)) if told else [chat.who(line.author)]
        for who in doer:
            if who:
                chat.first.setdefault(who, True)
        for who in chat.people(told.whom if told else ()):
            chat.first.setdefault(who, not came)


def _pair(chat: _Chat) -> None:
    """Of two, the title is the other one; with one speaker only, who is not the title."""
    titled = person(chat.title)
    others = [who for who in chat.speakers if who not in (titled, OWNER)]
    if titled and len(others) == 1 and len(chat.speakers) <= PAIR and _is_sure(chat, titled):
        chat.owner = others[0]
    mine = OWNER if chat.owner or OWNER in chat.speakers else None
    people = [who for who in chat.speakers if who != chat.owner]
    if mine or (titled in chat.speakers and len(chat.speakers) == 1):
        people = [OWNER, *people]
    if titled and mine and titled not in people and len(people) < PAIR:
        people.append(titled)
    chat.first = dict.fromkeys(people, True)


def _is_sure(chat: _Chat, titled: Identifier) -> bool:
    return titled in chat.speakers or len(chat.speakers) == 1


def _told(
    told: Notice,
    chat: _Chat,
    origin: Origin,
    talkers: Talkers,
    present: dict[Identifier, None],
) -> Iterator[Reject]:
    """Take note of who came and went; a notice that names nobody new is left out."""
    before = len(talkers.known)
    affected = chat.people(told.whom)
    for who in (*chat.people((told.who,)), *affected):
        talkers.add(who, origin)
        present[who] = None
    if told.change is Change.WENT:
        for who in affected:
            present.pop(who, None)
    if len(talkers.known) == before:
        yield Reject(origin, "a notice by WhatsApp, not a message", RejectKind.LEFT_OUT)


def _title(name: str) -> str:
    """The chat's name as the file or its archive is called, or ""."""
    for part in reversed(name.split("/")):
        found = _FILE.search(part.replace("_", " "))
        if found:
            return plain(found[1])
    return ""


IMPORTER = Importer(
    name=NAME,
    title="WhatsApp chat",
    how_to_export="in WhatsApp open the chat and its three dots or its name; choose Export "
    "chat, Without media; send the file to yourself; do so for every chat that "
    "matters, and keep the name of the file",
    unit="messages",
    recognises=recognises,
    read=read,
)
