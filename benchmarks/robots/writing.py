"""How one message of the labelled senders is written down, and the desk that invents them."""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime

from words import FAMILY, FIRMS, GIVEN, OWNER, SUBJECT, WEBMAIL

LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "en", "de", "sv", "cs", "tr"]


@dataclass
class Sender:
    """One address with the messages that speak of it and what it is in truth."""

    address: str
    is_person: bool
    kind: str
    language: str
    messages: list[str]


@dataclass
class Desk:
    """Draws names and firms in a fixed order and numbers the messages."""

    random: random.Random = field(default_factory=lambda: random.Random("robots and lists"))
    number: int = 0
    turn: int = 0
    minutes: int = 0
    taken: set[str] = field(default_factory=set)
    senders: list[Sender] = field(default_factory=list)

    def language(self) -> str:
        self.turn += 1
        return LANGUAGES[self.turn % len(LANGUAGES)]

    def person(self, language: str) -> tuple[str, str]:
        while True:
            given = self.random.choice(GIVEN[language].split())
            family = self.random.choice(FAMILY[language].split())
            if f"{given} {family}" not in self.taken:
                self.taken.add(f"{given} {family}")
                return given, family

    def firm(self, language: str) -> tuple[str, str]:
        """A firm's name and a domain of its own."""
        name = self.random.choice(FIRMS[language].split())
        ends = ["", "-group", "-media", "-shop", "24", "-online", "-service", "-partner"]
        while True:
            domain = plain(name) + self.random.choice(ends) + self.random.choice(["", "", "1", "2"])
            if domain not in self.taken:
                self.taken.add(domain)
                return name.replace("-", " "), f"{domain}.example"

    def webmail(self) -> str:
        return self.random.choice(WEBMAIL)

    def subject(self, language: str) -> str:
        return self.random.choice(SUBJECT[language])

    def message_id(self) -> str:
        self.number += 1
        return f"<{hashlib.sha256(str(self.number).encode()).hexdigest()[:12]}@id.example>"

    def some(self, headers: list[str], least: int = 1) -> list[str]:
        """A few of the headers, in their order."""
        count = self.random.randint(min(least, len(headers)), len(headers))
        chosen = set(self.random.sample(range(len(headers)), count))
        return [header for at, header in enumerate(headers) if at in chosen]

    def mail(
        self,
        sender: str,
        to: str = OWNER,
        extra: list[str] | None = None,
        *,
        subject: str = "Hello",
        reply_to: str = "",
        body: str = "",
    ) -> str:
        """One message as text, header lines first; `extra` are whole header lines."""
        lines = []
        if OWNER not in sender:
            lines.append("Delivered-To: noor@example.org")
        lines.append(f"Date: {self.date()}")
        lines.append(f"From: {sender}")
        if to:
            lines.append(f"To: {to}")
        lines.append(f"Subject: {coded(subject)}")
        if not any(line.lower().startswith("message-id:") for line in extra or []):
            lines.append(f"Message-ID: {self.message_id()}")
        if reply_to:
            lines += [f"In-Reply-To: {reply_to}", f"References: {reply_to}"]
        lines += extra or []
        return "\n".join(lines) + "\n\n" + (body or subject) + "\n"

    def date(self) -> str:
        """A time later than all before it."""
        self.minutes += self.random.randint(20, 4000)
        when = datetime(2014, 1, 7, 8, tzinfo=UTC) + timedelta(minutes=self.minutes)
        return format_datetime(when)

    def talk(self, sender: str, language: str, extra: list[str] | None = None) -> list[str]:
        """The owner writes, the sender answers."""
        subject = self.subject(language)
        asked = self.message_id()
        mine = self.mail(OWNER, sender, [f"Message-ID: {asked}"], subject=subject)
        return [mine, self.mail(sender, OWNER, extra, subject=f"Re: {subject}", reply_to=asked)]

    def add(
        self, address: str, is_person: bool, kind: str, language: str, messages: list[str]
    ) -> None:
        if address.lower() in self.taken:
            raise ValueError(address)
        self.taken.add(address.lower())
        self.senders.append(Sender(address, is_person, kind, language, messages))


def plain(text: str) -> str:
    """Lower case and ASCII, as in addresses."""
    table = {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "å": "a", "ł": "l", "ż": "z",
        "ź": "z", "ś": "s", "ć": "c", "ń": "n", "ó": "o", "ą": "a", "ę": "e", "é": "e", "è": "e",
        "ë": "e", "ê": "e", "í": "i", "ï": "i", "î": "i", "á": "a", "à": "a", "â": "a", "ã": "a",
        "ç": "c", "ğ": "g", "ı": "i", "ş": "s", "ú": "u", "ñ": "n", "č": "c", "ě": "e", "š": "s",
        "ř": "r", "ý": "y", "ž": "z", "ò": "o", "ô": "o", "'": "", " ": "",
    }  # fmt: skip
    small = text.lower().replace("i̇", "i")
    return "".join(table.get(letter, letter) for letter in small)


def named(name: str, address: str) -> str:
    """A mailbox for a header, coded and quoted where it must be."""
    if not name:
        return address
    if not name.isascii():
        return f"{coded(name)} <{address}>"
    if any(letter in '(),.:;<>@[]"|' for letter in name):
        return f'"{name}" <{address}>'
    return f"{name} <{address}>"


def coded(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=500).encode()
