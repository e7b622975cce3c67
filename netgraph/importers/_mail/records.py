"""Messages to records: who wrote to whom and when, never what.

One `MailReader` reads one file. It keeps the table of addresses, the keys of the owner's own
messages and the introductions found, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from netgraph.importers._files import Document
from netgraph.importers._introductions.reading import Introduced, confirmed, introduced
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._mail.addresses import Mailbox, mailboxes
from netgraph.importers._mail.headers import pick, split_message
from netgraph.importers._mail.lists import is_from_list as from_list
from netgraph.importers._mail.lists import list_addresses, writer
from netgraph.importers._mail.message import (
    Mail,
    answered,
    delivered_to,
    open_mail,
    reply_to_key,
    sender_of,
)
from netgraph.importers._mail.names import has_full_name
from netgraph.importers._mail.owner import AddressTable, Known
from netgraph.importers._mail.people import (
    addressed_in,
    gmail_labels,
    is_labelled_sent,
    is_plain_letter,
    left_out_reason,
)
from netgraph.importers._mail.text import plain_text, subject_of
from netgraph.model import (
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

#: A mail to more people than this says nothing about who knows whom.
MAX_RECIPIENTS = 25
#: Introductions are looked for in mail to this many people.
MAX_INTRODUCED = 5
NO_HEADERS = "no mail header found"
NO_SENDER = "no sender with an e-mail address"
CROWD = (
    f"to more than {MAX_RECIPIENTS} people: kept for the sender, its recipients are not contacts"
)
NO_PEOPLE = "addressed to no person by name"


class MailReader:
    """Turns the messages of one file into records."""

    def __init__(self, document: Document, importer: str) -> None:
        self._document = document
        self._importer = importer
        self._table = AddressTable()
        self._own_messages: set[str] = set()
        self._introductions: set[str] = set()
        self._first: Origin | None = None

    def read(self, message: bytes, number: int) -> Sequence[Record]:
        """The records of one message, its separator line (if any) first.

        ``number`` [>= 1] is its place in the file.
        """
        document = self._document
        origin = Origin(self._importer, document.name, document.digest, f"message {number}")
        block, body = split_message(message)
        headers = pick(block)
        sender = sender_of(headers)
        if sender is None:
            return (Reject(origin, NO_SENDER if headers else NO_HEADERS),)
        reply_to = reply_to_key(headers)
        labels = gmail_labels(headers)
        is_from_list = from_list(headers)
        if is_from_list:
            self._table.note_lists(list_addresses(headers, addressed_in(headers)))
            sender = writer(headers, sender)
        if not is_plain_letter(headers, sender, labels):
            is_mine, is_answer = self._table.seems_mine(sender), reply_to in self._own_messages
            reason = left_out_reason(
                headers, sender, labels, is_mine=is_mine, is_answer=is_answer, peek=body
            )
            if reason:
                return (Reject(origin, reason, RejectKind.LEFT_OUT),)
        mail = open_mail(origin, message, headers, sender, reply_to)
        if len(mail.recipients) > MAX_RECIPIENTS or (is_from_list and self._is_post(mail)):
            return self._crowd(mail)
        self._note_owner(mail, labels)
        return self._records(mail, body, is_from_list=is_from_list)

    def owner(self) -> Iterator[Record]:
        """The owner's card, when the messages tell safely whose mailbox it is."""
        owners = self._table.owners()
        origin = next((known.origin for known in owners if known.origin), self._first)
        if owners and origin:
            names = chain.from_iterable(known.names or () for known in owners)
            draft = Card(
                "",
                "",
                origin,
                names=tuple(names),
                identifiers=tuple(known.identifier for known in owners),
                is_owner=True,
            )
            yield seal(draft)

    def _records(self, mail: Mail, body: bytes, *, is_from_list: bool) -> list[Record]:
        look_up = self._table.look_up
        sender = look_up(mail.sender)
        known = self._table.look_up_all(mail.recipients)
        # Mail from a role address gets this far when it answers the owner: a person sits there.
        sender.is_person = True
        people = [entry for entry in known if entry.is_person]
        if sender.seems_mine:
            self._own_messages.add(mail.key)
        if not people:
            is_note = any(look_up(mailbox) is sender for mailbox in addressed_in(mail.headers))
            if sender.seems_mine or is_note:
                return [Reject(mail.origin, NO_PEOPLE, RejectKind.LEFT_OUT)]
            return self._crowd(mail)
        self._first = self._first or mail.origin
        found: list[Record] = []
        if sender.is_new_as(mail.sender.name):
            found.append(_card(mail.sender, sender, mail.origin))
        for mailbox, entry in zip(mail.recipients, known, strict=True):
            # for most it is one look at the names and no call
            may_be_new = entry.names is None or mailbox.name not in entry.names
            if may_be_new and entry.is_person and entry.is_new_as(mailbox.name):
                found.append(_card(mailbox, entry, mail.origin))
        participants = tuple([entry.identifier for entry in people])
        found.append(_interaction(mail, sender, participants, len(known)))
        is_small = len(known) <= MAX_INTRODUCED and not is_from_list
        if is_small and (len(people) > 1 or mail.reply_to):
            named = [m for m, entry in zip(mail.recipients, known, strict=True) if entry.is_person]
            found += self._introduction(mail, named, body, _are_strangers(mail, sender, people))
        self._table.note_message(sender, people, mail.when)
        return found

    def _is_post(self, mail: Mail) -> bool:
        """Whether the message went to a list, and not to the owner as well."""
        arrived_at = {m.address.lower() for m in delivered_to(mail.headers)}
        arrived_at = {address for address in arrived_at if not self._table.is_list(address)}
        for mailbox in mail.recipients:
            if mailbox.address.lower() in arrived_at or self._table.seems_mine(mailbox):
                return False
        return True

    def _crowd(self, mail: Mail) -> list[Record]:
        """A mail to many: it happened, but makes nobody known.

        The sender gets a card, and so do those whom a list's member addressed by full name.
        Mail to nobody in particular counts as a crowd too: to hidden recipients, or in an archive
        that does not say to whom. A list is a crowd of unknown size, `MAX_RECIPIENTS` and one.
        """
        sender = self._table.look_up(mail.sender)
        sender.is_person = True
        found: list[Record] = []
        named = mail.recipients if len(mail.recipients) <= MAX_RECIPIENTS else ()
        for mailbox in (mail.sender, *filter(has_full_name, named)):
            known = self._table.look_up(mailbox)
            if known.is_person and known.is_new_as(mailbox.name):
                found.append(_card(mailbox, known, mail.origin))
        people = (m.address for m in mail.recipients if self._table.is_person(m.address))
        addresses = tuple(Identifier(IdentifierKind.EMAIL, address) for address in people)
        many = max(len(mail.recipients), MAX_RECIPIENTS + 1)
        found.append(_interaction(mail, sender, addresses, many))
        if len(mail.recipients) > MAX_RECIPIENTS:
            found.append(Reject(mail.origin, CROWD, RejectKind.LEFT_OUT))
        return found

    def _note_owner(self, mail: Mail, labels: frozenset[str]) -> None:
        """Count what points at the owner of the mailbox."""
        arrived_at = delivered_to(mail.headers)
        if arrived_at:
            self._table.note_delivery(arrived_at, mail.origin)
        elif is_labelled_sent(labels):
            self._table.note_sent_label(self._table.look_up(mail.sender), mail.origin)

    def _introduction(
        self, mail: Mail, named: Sequence[Mailbox], body: bytes, are_strangers: bool
    ) -> list[Record]:
        """The introduction the message makes or confirms, if any; ``named`` are addressed."""
        named = tuple(named)
        hidden = mailboxes(mail.headers[b"bcc"]) if b"bcc" in mail.headers else ()
        # thanks are given to one of them before another
        may_thank = mail.reply_to and len(named) + len(hidden) > 1
        if not (are_strangers or may_thank):
            return []
        sender = self._table.look_up(mail.sender)
        text = plain_text(mail.headers, body)
        made, key = None, ""
        if are_strangers:
            made = introduced(mail.sender, named, subject_of(mail.headers), text)
        if made and len(made.people) == 1:
            made = self._with_owner(made, mail)
        if made and not self._is_news(mail, sender, made):
            made = None
        if made:
            key = hash_of("introduced", mail.id.decode() or mail.key)
        elif may_thank:
            made = confirmed(mail.sender, named, (*named, *hidden), text)
            key = hash_of("introduced", answered(mail.headers).decode()) if made else ""
        if not made or not self._is_first(key, made):
            return []
        introducer, *people = (self._table.look_up(m).identifier for m in (made[0], *made[1]))
        kind = InteractionKind.INTRODUCED
        origin, when = mail.origin, mail.when
        return [Interaction(key, origin, kind, when, introducer, tuple(people), len(people))]

    def _with_owner(self, made: Introduced, mail: Mail) -> Introduced | None:
        """One person was named: introduced to the owner, when the owner is addressed too."""
        owners = [m for m in mail.recipients if self._table.look_up(m).seems_mine]
        others = [m for m in owners if m not in made.people]
        return Introduced(made.introducer, (*made.people, others[0])) if others else None

    def _is_news(self, mail: Mail, sender: Known, made: Introduced) -> bool:
        """Whether an introduction to the owner brings somebody the owner had no mail with."""
        if sender.seems_mine or mail.when is None:
            return True
        entries = [self._table.look_up(m) for m in made.people]
        strangers = [k for k in entries if not k.seems_mine]
        if len(strangers) == len(entries):
            return True
        return any(k.earliest is None or k.earliest >= mail.when for k in strangers)

    def _is_first(self, key: str, made: Introduced) -> bool:
        """Whether the introduction was not recorded yet, by its message or by its people."""
        people = sorted(m.address.lower() for m in made.people)
        same = hash_of(made.introducer.address.lower(), *people)
        is_new = key not in self._introductions and same not in self._introductions
        self._introductions.update((key, same))
        return is_new


def _card(mailbox: Mailbox, known: Known, origin: Origin) -> Card:
    """The card of an address under a display name it was not seen with before."""
    names = (mailbox.name,) if mailbox.name else ()
    known.names = (*(known.names or ()), *names)
    return seal(Card("", "", origin, names=names, identifiers=(known.identifier,)))


def _are_strangers(mail: Mail, sender: Known, people: list[Known]) -> bool:
    """A look before the text is read: whether two of those addressed may be new to each other.

    Between the owner and one more person that is so when there was no mail before.
    """
    if len(people) < 2 or sender.seems_mine or mail.when is None:
        return len(people) > 1
    others = [known for known in people if not known.seems_mine]
    if len(others) > 1:
        return True
    return any(k.earliest is None or k.earliest >= mail.when for k in others)


def _interaction(
    mail: Mail, sender: Known, participants: tuple[Identifier, ...], n_participants: int
) -> Interaction:
    # by position: naming eight fields costs half as much again as making them
    return Interaction(
        mail.key,
        mail.origin,
        InteractionKind.MAIL,
        mail.when,
        sender.identifier,
        participants,
        n_participants,
        mail.reply_to,
    )
