"""What chats share: who took part, which groups they were in, and messages without their text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from netgraph.importers._keys import seal
from netgraph.importers._people.notpeople import is_company_name
from netgraph.model import (
    OWNER,
    Affiliation,
    AffiliationKind,
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
)

#: In a larger group nobody writes to anybody: only how many were addressed is kept.
LARGEST_GROUP = 50
#: Characters that turn the direction of text; chat programs put them around names.
_DIRECTION = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_PHONE = re.compile(r"\+?[\d\s()./-]{7,}")
MIN_DIGITS = 7
#: What services write in the place of somebody who has left them, and their machines.
_NOBODY = re.compile(
    r"(facebook|instagram)[ -](user|nutzer|gebruiker)|utilisateur (de |d['’])?(facebook|instagram)"
    r"|utilisat(eur|rice) instagram|usuario de (facebook|instagram)|utente (di )?facebook"
    r"|utilizador do facebook|usuário do facebook|deleted (account|user)|meta ai",
    re.IGNORECASE,
)


@dataclass
class _Talker:
    """One participant: where first seen, how pointed at, how written, in which groups."""

    origin: Origin
    identifiers: dict[Identifier, None] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    groups: dict[str, None] = field(default_factory=dict)
    is_contact: bool = False
    source_id: str = ""


@dataclass
class Talkers:
    """The people of one file, each by the identifier that the file itself uses for them."""

    known: dict[Identifier, _Talker] = field(default_factory=dict)

    def add(self, who: Identifier, origin: Origin, names: Iterable[str] = ()) -> _Talker:
        """Take note of somebody seen at ``origin``; the owner is nobody to take note of."""
        talker = self.known.get(who)
        if talker is None:
            talker = _Talker(origin, {who: None})
            if who.kind is IdentifierKind.NAME:
                talker.names[who.value] = None
            if who != OWNER:
                self.known[who] = talker
        talker.names.update(dict.fromkeys(name for name in names if name))
        return talker

    def join(self, group: str, people: Iterable[Identifier]) -> None:
        """Everybody of ``people`` (those already known) belongs to ``group``; "" is none."""
        for who in people:
            if group and who in self.known:
                self.known[who].groups[group] = None

    def cards(self) -> Iterator[Card]:
        """A card for everybody, in order of appearance."""
        for talker in self.known.values():
            groups = [Affiliation(g, kind=AffiliationKind.GROUP) for g in talker.groups]
            draft = Card(
                key="",
                subject="",
                origin=talker.origin,
                names=tuple(talker.names),
                identifiers=tuple(talker.identifiers),
                affiliations=tuple(groups),
                is_contact=talker.is_contact,
            )
            yield seal(draft, talker.source_id)


def message(
    key: str,
    origin: Origin,
    when: datetime,
    sender: Identifier,
    everybody: Collection[Identifier],
) -> Interaction:
    """A message of ``sender`` to ``everybody`` else; in a large group they are only counted."""
    others = len(everybody) - (sender in everybody)
    shown = tuple(w for w in everybody if w != sender) if others <= LARGEST_GROUP else ()
    return Interaction(
        key=key,
        origin=origin,
        kind=InteractionKind.MESSAGE,
        when=when,
        sender=sender,
        participants=shown,
        n_participants=max(others, 1),
    )


def plain(name: str) -> str:
    """A name without direction marks and doubled spaces."""
    return " ".join(_DIRECTION.sub("", name).split())


@lru_cache(maxsize=4096)
def person(name: str) -> Identifier | None:
    """A name or telephone number as a chat shows it; None for machines and companies."""
    shown = plain(name)
    if not shown or _NOBODY.fullmatch(shown) or is_company_name(shown):
        return None
    digits = sum(character.isdigit() for character in shown)
    if digits >= MIN_DIGITS and _PHONE.fullmatch(shown):
        return Identifier(IdentifierKind.PHONE, shown)
    return Identifier(IdentifierKind.NAME, shown)


def handle(service: str, account: object) -> Identifier:
    """An account of a service, told apart from the accounts of others."""
    return Identifier(IdentifierKind.HANDLE, f"{service}:{account}" if account else "")


def phone(text: str) -> Identifier:
    """A telephone number as text; "" for anything that is none."""
    digits = sum(character.isdigit() for character in text)
    return Identifier(IdentifierKind.PHONE, text if digits >= MIN_DIGITS else "")
