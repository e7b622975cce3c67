"""Whose mailbox it is: a table of the addresses seen, and a careful decision at the end.

The table and the ids of the owner's own messages are all that is kept while a mailbox is
read, so the memory grows with the number of different people, not with the size of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from netgraph.importers._mailaddresses import Mailbox
from netgraph.importers._mailpeople import is_person
from netgraph.model import Identifier, IdentifierKind, Origin

#: An address must stand in this many messages to be the owner's by presence alone.
MIN_PRESENT = 5
PRESENT_SHARE = 0.9
OTHERS_SHARE = 0.5
ALIAS_SHARE = 0.1
MIN_ALIAS = 3
MIN_LABELLED = 2


@dataclass(slots=True)
class Known:
    """One address and what was seen of it.

    ``present`` counts messages sent or received, ``delivered`` those whose Delivered-To names
    it, ``labelled`` those that Gmail labels as sent by the owner. ``earliest`` is the first
    time seen, ``origin`` where Delivered-To or the label pointed at it first.
    """

    identifier: Identifier
    is_person: bool
    names: tuple[str, ...] | None = None
    present: int = 0
    sent: int = 0
    delivered: int = 0
    labelled: int = 0
    earliest: datetime | None = None
    origin: Origin | None = None

    @property
    def seems_mine(self) -> bool:
        """Whether the messages so far point at the owner of the mailbox."""
        return self.delivered > 0 or self.labelled > 0


class AddressTable:
    """The addresses of one file, by lower-case address."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}

    def look_up(self, mailbox: Mailbox) -> Known:
        """The entry for an address, made when it is new."""
        address = mailbox.address
        known = self._known.get(address) or self._known.get(address.lower())
        if known is None:
            identifier = Identifier(IdentifierKind.EMAIL, address)
            known = self._known[address.lower()] = Known(identifier, is_person(mailbox))
        return known

    def owners(self, n_messages: int) -> tuple[Known, ...]:
        """The entries that are the owner's, most certain first; empty when it is not certain.

        ``n_messages`` [>= 0] is the number of messages between people. Delivered-To and
        Gmail's "sent" count first; without them, an address that sent and received nearly all
        messages (Thunderbird's and Apple's folders), while no other comes near.
        """
        everyone = [known for known in self._known.values() if known.is_person]
        chosen = _by_share([(k.delivered, k) for k in everyone], minimum=1)
        chosen += _by_share([(k.labelled, k) for k in everyone], minimum=MIN_LABELLED)
        if not chosen:
            chosen = _by_presence(everyone, n_messages)
        return tuple({known.identifier: known for known in chosen}.values())


def _by_share(counts: Iterable[tuple[int, Known]], minimum: int) -> list[Known]:
    """The address with most of the marks, and others that bear many of them."""
    ranked = sorted(
        ((n, known) for n, known in counts if n),
        key=lambda pair: (-pair[0], pair[1].identifier.value),
    )
    total = sum(n for n, _ in ranked)
    if not ranked or ranked[0][0] < minimum or ranked[0][0] * 2 <= total:
        return []
    enough = max(MIN_ALIAS, total * ALIAS_SHARE)
    return [ranked[0][1], *(known for n, known in ranked[1:] if n >= enough)]


def _by_presence(everyone: list[Known], n_messages: int) -> list[Known]:
    if n_messages < MIN_PRESENT or len(everyone) < 3:
        return []
    first, second = sorted(everyone, key=lambda known: -known.present)[:2]
    is_hub = first.sent > 0 and first.present >= PRESENT_SHARE * n_messages
    return [first] if is_hub and second.present <= OTHERS_SHARE * n_messages else []
