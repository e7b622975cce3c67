"""A mailbox as Google hands it out: writes messages, knows threads and labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.header import Header

from _world.people import Someone

#: Google numbers messages and threads with more digits than a double can hold.
FIRST_NUMBER = 1_790_123_456_789_012_345


def shown(person: Someone, address: str = "") -> str:
    """``Name <address>`` with the name quoted or encoded when it must be."""
    name = person.written("mail")
    address = address or person.mail()
    if not name.isascii():
        return f"{Header(name, 'utf-8').encode()} <{address}>"
    if any(mark in name for mark in ",()."):
        return f'"{name}" <{address}>'
    return f"{name} <{address}>"


@dataclass(slots=True)
class Message:
    """One message of the box: ready-made headers and a short text."""

    when: datetime
    sender: str
    to: str
    subject: str
    text: str
    ident: str
    thread: int
    labels: str
    cc: str = ""
    parents: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    delivered: bool = True


@dataclass(slots=True)
class Mailbox:
    """Collects messages for ``owner``."""

    owner: Someone
    kept: list[Message] = field(default_factory=list)

    def write(
        self,
        when: datetime,
        sender: Someone,
        to: Sequence[Someone],
        words: tuple[str, str],
        cc: Sequence[Someone] = (),
    ) -> Message:
        """A message of one person to others; ``words`` are its subject and text."""
        subject, text = words
        number = len(self.kept) + 1
        mine = sender is self.owner
        message = Message(
            when,
            shown(sender),
            ", ".join(shown(person) for person in to),
            subject,
            text,
            f"<m{number:04d}@{sender.mail().partition('@')[2]}>",
            number,
            "Sent,Opened" if mine else "Inbox,Opened",
            ", ".join(shown(person) for person in cc),
            delivered=not mine,
        )
        self.kept.append(message)
        return message

    def answer(self, given: Message, when: datetime, sender: Someone, to: Someone) -> Message:
        """An answer by ``sender`` to ``to`` alone."""
        subject = given.subject.removeprefix("Re: ")
        words = (f"Re: {subject}", "Thank you for writing. More soon!")
        message = self.write(when, sender, [to], words)
        message.thread = given.thread
        message.parents = (*given.parents, given.ident)
        return message

    def machine(self, when: datetime, sender: str, words: tuple[str, str], extra: str) -> None:
        """A message nobody wrote by hand; ``extra`` holds its telling headers."""
        number = len(self.kept) + 1
        message = Message(
            when, sender, f"{self.owner.name} <{self.owner.private}>", *words,
            f"<m{number:04d}@{sender.rpartition('@')[2].rstrip('>')}>",
            number, "Inbox,Category Promotions,Unread",
        )  # fmt: skip
        message.extra = tuple(extra.split("\n"))
        self.kept.append(message)

    def text(self) -> str:
        """The whole box in the order of time, as one mbox."""
        ordered = sorted(self.kept, key=lambda message: (message.when, message.ident))
        return "".join(self._one(message, n) for n, message in enumerate(ordered))

    def _one(self, message: Message, number: int) -> str:
        stamp = message.when.strftime("%a %b %d %H:%M:%S +0000 %Y")
        lines = [f"From {FIRST_NUMBER + number}@xxx {stamp}"]
        lines.append(f"X-GM-THRID: {FIRST_NUMBER - 10**6 + message.thread}")
        lines.append(f"X-Gmail-Labels: {message.labels}")
        if message.delivered:
            lines.append(f"Delivered-To: {self.owner.private}")
        lines.append("Date: " + message.when.strftime("%a, %d %b %Y %H:%M:%S +0000"))
        lines += [f"From: {message.sender}", f"To: {_folded(message.to)}"]
        if message.cc:
            lines.append(f"Cc: {_folded(message.cc)}")
        if message.parents:
            lines.append(f"In-Reply-To: {message.parents[-1]}")
            lines.append("References: " + "\n ".join(message.parents))
        lines += message.extra
        subject = message.subject
        if not subject.isascii():
            subject = Header(subject, "utf-8").encode()
        lines += [f"Subject: {subject}", f"Message-ID: {message.ident}"]
        lines += ["MIME-Version: 1.0", 'Content-Type: text/plain; charset="UTF-8"', ""]
        return "\n".join([*lines, message.text, "", ""])


def _folded(people: str) -> str:
    return people.replace(">, ", ">,\n        ")


def hours_later(when: datetime, hours: int) -> datetime:
    """``when`` moved by whole hours."""
    return when + timedelta(hours=hours)
