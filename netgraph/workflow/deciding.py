"""Correct: the user's own word, which outlives every re-import and rebuild."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from netgraph.errors import NetgraphError
from netgraph.importers._columns.targets import read_targets
from netgraph.importers._files import walk
from netgraph.importers.handmade import HandEntry, hand_card
from netgraph.model import Card, Judgement, Origin, Person, Reject, Target
from netgraph.resolve.organisations.names import parse_organisation
from netgraph.store import Store
from netgraph.store.decided import Owner
from netgraph.workflow.loading import ME, all_records

ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+")


def declare_owner(store: Store, text: str, *, friend: bool) -> Owner:
    """Remember who I am, or who a friend is: ``"Dana Fox <dana@example.org>"``.

    Raises `NetgraphError` when ``text`` holds neither a full name nor an address: one word could
    be anybody.
    """
    name, address = parseaddr(text) if "@" in text else (text, "")
    name = " ".join(name.split())
    is_odd = any(mark in name + address for mark in "<>") or not any(c.isalpha() for c in text)
    if is_odd or (address and not ADDRESS.fullmatch(address)) or not (name or address):
        msg = f"{text!r} is no name; write it like 'Dana Fox <dana@example.org>'"
        raise NetgraphError(msg)
    # scripts without capital letters write no space between names
    if not address and " " not in name and name.upper() != name.lower():
        msg = (
            f"{name!r} could be anybody; say the full name, an address, or both: 'Dana Fox "
            "<dana@example.org>'"
        )
        raise NetgraphError(msg)
    key = ME
    if friend:
        subject = (address or name).casefold()
        key = "friend-" + hashlib.sha256(subject.encode()).hexdigest()[:12]
    owner = Owner(key, name, address)
    if owner not in store.decided.owners():
        store.decided.set_owner(owner)
    return owner


def declare_region(store: Store, region: str) -> str:
    """Remember the country of numbers that are written without one; gives its two letters.

    Raises `NetgraphError` for what is no country.
    """
    from phonenumbers import SUPPORTED_REGIONS

    country = region.strip().upper()
    if country not in SUPPORTED_REGIONS:
        msg = f"{region!r} is no country; write its two letters, like DE or US"
        raise NetgraphError(msg)
    if country != store.decided.region():
        store.decided.set_region(country)
    return country


def add_by_hand(
    store: Store,
    entry: HandEntry,
    *,
    now: datetime,
    about: Person | None = None,
    apart_from: Sequence[Person] = (),
) -> bool:
    """Keep one hand-made card; False when exactly the same is there already.

    ``about`` says whom the card describes: it is then kept as the same person for good;
    ``apart_from`` are people whom it does not describe. Raises `NetgraphError` when nothing
    tells it from one of those.
    """
    entry = _identified(entry, about) if about else entry
    drafts = hand_card(entry, Origin("handmade", "", "", ""))
    mine = next(record.subject for record in drafts if isinstance(record, Card))
    if about:
        subjects = _subjects(store, about)
        if mine not in subjects:
            store.decided.decide(mine, min(subjects), Judgement.SAME, now)
    others = sorted({subject for other in apart_from for subject in _subjects(store, other)})
    if mine in others:
        msg = f"nothing tells two people called {entry.name!r} apart; add an --email"
        raise NetgraphError(msg)
    for subject in others:
        store.decided.decide(mine, subject, Judgement.DIFFERENT, now)
    fields = asdict(entry)
    fields["last_contact"] = entry.last_contact and entry.last_contact.isoformat()
    return store.decided.add_hand_entry(fields, now)


def _identified(entry: HandEntry, person: Person) -> HandEntry:
    """``entry`` under the person's name, with one address of theirs that tells them apart."""
    fields = {"email": "emails", "phone": "phones", "profile": "profiles"}
    for identifier in person.identifiers:
        field = fields.get(identifier.kind, "")
        if field:
            values = dict.fromkeys((*getattr(entry, field), identifier.value))
            changed: dict[str, Any] = {"name": person.name, field: tuple(values)}
            return replace(entry, **changed)
    return replace(entry, name=person.name)


def _subjects(store: Store, person: Person) -> set[str]:
    cards = (stored.card for stored in all_records(store).cards)
    return {card.subject for card in cards if card.key in person.cards}


def add_target(store: Store, target: Target) -> tuple[Target, bool]:
    """Keep ``target``, joined with the one that bears its name or alias, if any.

    Raises `NetgraphError` for a name or alias that names no employer ("Confidential", "Inc").

    What is known stays: names and domains are added, the rest is replaced only by what is
    said. Gives the target as it is kept, and whether anything changed.
    """
    for name in (target.name, *target.aliases):
        if parse_organisation(name) is None:
            msg = f"{name!r} does not name one employer; take its full name"
            raise NetgraphError(msg)
    for known in store.decided.targets():
        names = {name.casefold() for name in (known.name, *known.aliases)}
        if target.name.casefold() in names:
            aliases = dict.fromkeys((*known.aliases, *target.aliases))
            target = Target(
                name=known.name,
                aliases=tuple(alias for alias in aliases if alias != known.name),
                domains=tuple(dict.fromkeys((*known.domains, *target.domains))),
                industry=target.industry or known.industry,
                city=target.city or known.city,
                weight=known.weight if target.weight == 1.0 else target.weight,
                size=target.size or known.size,
            )
            break
    return target, store.decided.set_target(target)


def import_targets(store: Store, path: Path) -> tuple[tuple[Target, ...], tuple[Reject, ...]]:
    """Keep the targets of a csv or xlsx file; gives them, and the rows that could not be read.

    Raises `UnreadableFileError` or `UnknownFormatError` when the file is no such table.
    """
    kept: list[Target] = []
    rejects: list[Reject] = []
    for document in walk(path):
        if isinstance(document, NetgraphError):
            raise document
        for item in read_targets(document):
            if isinstance(item, Reject):
                rejects.append(item)
            else:
                try:
                    kept.append(add_target(store, item)[0])
                except NetgraphError as error:
                    rejects.append(Reject(document.origin("targets", item.name), str(error)))
    return tuple(kept), tuple(rejects)
