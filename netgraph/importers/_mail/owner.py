"""Whose mailbox it is: a table of the addresses seen, and a careful decision at the end.

The table and the ids of the owner's own messages are all that is kept while a mailbox is
read, so the memory grows with the number of different people, not with the size of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from netgraph.importers._mail.addresses import Mailbox, is_cut
from netgraph.importers._mail.names import (
    has_full_name,
    is_firm,
    is_person_at_desk,
    speaks_for_list,
)
from netgraph.importers._mail.roles import is_machine, is_person
from netgraph.importers._people.notpeople import is_list
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

    def is_new_as(self, name: str) -> bool:
        """Whether the address was not seen under this display name before."""
        return self.names is None or (name != "" and name not in self.names)

    @property
    def seems_mine(self) -> bool:
        """Whether the messages so far point at the owner of the mailbox."""
        return self.delivered > 0 or self.labelled > 0


class AddressTable:
    """The addresses of one file, by lower-case address and by mailbox as written."""

    def __init__(self) -> None:
        self._known: dict[str, Known] = {}
        self._lists: set[str] = set()
        self._by_mailbox: dict[Mailbox, Known] = {}
        self._n_messages = 0
        self._n_delivered = 0
        self._n_labelled = 0

    def look_up(self, mailbox: Mailbox) -> Known:
        """The entry for an address, made when it is new."""
        known = self._by_mailbox.get(mailbox)
        return known or self._look_up_new(mailbox)

    def look_up_all(self, mailboxes: Iterable[Mailbox]) -> list[Known]:
        """The entries of several, in their order."""
        known = self._by_mailbox.get
        return [known(mailbox) or self._look_up_new(mailbox) for mailbox in mailboxes]

    def _look_up_new(self, mailbox: Mailbox) -> Known:
        address = mailbox.address
        known = self._known.get(address.lower())
        if known is None:
            known = self._new(mailbox)
        if speaks_for_list(mailbox.name):
            known.is_person = False
        else:
            self._by_mailbox[mailbox] = known
        return known

    def _new(self, mailbox: Mailbox) -> Known:
        name, address = mailbox
        if address and not is_cut(address):
            identifier = Identifier(IdentifierKind.EMAIL, address)
            is_somebody = is_person(address) or is_person_at_desk(mailbox)
            is_somebody = is_somebody and not is_list(address) and not is_firm(mailbox)
            known = Known(identifier, is_somebody)
            self._known[address.lower()] = known
            return known
        # Two people may share what is left of their addresses, so the name tells them apart.
        known = Known(Identifier(IdentifierKind.NAME, name), has_full_name(mailbox))
        return self._known.setdefault(f"{address.lower()} {name}", known)

    def seems_mine(self, mailbox: Mailbox) -> bool:
        """Whether the messages so far point at this address as the owner's."""
        known = self._known.get(mailbox.address.lower())
        return known is not None and known.seems_mine

    def is_person(self, address: str) -> bool:
        """Whether an address, noted or not, may be a person's."""
        known = self._known.get(address.lower())
        return known.is_person if known else is_person(address) and not is_list(address)

    def note_lists(self, addresses: Iterable[str]) -> None:
        """Remember addresses [lower case] as those of lists, which are nobody."""
        self._lists.update(addresses)
        for address in addresses:
            self.look_up(Mailbox("", address)).is_person = False

    def is_list(self, address: str) -> bool:
        """Whether an address is a list's, by what was noted or by its form."""
        return address.lower() in self._lists or is_list(address)

    def note_delivery(self, arrived_at: Iterable[Mailbox], origin: Origin) -> None:
        """Count where a message between people arrived; the owner may use a role address.

        What arrived at a list is in the archive of that list, which is nobody's mailbox.
        """
        entries: list[Known] = []
        for mailbox in arrived_at:
            if self.is_list(mailbox.address):
                continue
            known = self.look_up(mailbox)
            # by identity: two entries may look alike
            if not entries or not any(known is other for other in entries):
                entries.append(known)
                known.delivered += 1
                if known.origin is None or not known.is_person:
                    _mark(known, origin)
        self._n_delivered += bool(entries)

    def note_sent_label(self, sender: Known, origin: Origin) -> None:
        """Count a message that Gmail labels as sent by the owner."""
        sender.labelled += 1
        self._n_labelled += 1
        _mark(sender, origin)

    def note_message(self, sender: Known, people: list[Known], when: datetime | None) -> None:
        """Count a message between people."""
        self._n_messages += 1
        sender.sent += 1
        for known in (sender, *people):
            known.present += 1
            if when and (known.earliest is None or when < known.earliest):
                known.earliest = when

    def owners(self) -> tuple[Known, ...]:
        """The entries that are the owner's, most certain first; empty when it is not certain.

        Delivered-To and Gmail's "sent" count first; without them, an address that sent or
        received nearly all messages (Thunderbird's and Apple's folders), while no other comes
        near.
        """
        everyone = [known for known in self._known.values() if known.is_person]
        chosen = _by_share([(k.delivered, k) for k in everyone], self._n_delivered, 1)
        chosen += _by_share([(k.labelled, k) for k in everyone], self._n_labelled, MIN_LABELLED)
        if not chosen:
            chosen = _by_presence(everyone, self._n_messages)
        return tuple({known.identifier: known for known in chosen}.values())


def _mark(known: Known, origin: Origin) -> None:
    known.origin = known.origin or origin
    known.is_person = known.is_person or not is_machine(known.identifier.value)


def _by_share(counts: Iterable[tuple[int, Known]], total: int, minimum: int) -> list[Known]:
    """The address that most marked messages name, and others that many of them name."""
    ranked = sorted(
        ((n, known) for n, known in counts if n),
        key=lambda pair: (-pair[0], pair[1].identifier.value),
    )
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
