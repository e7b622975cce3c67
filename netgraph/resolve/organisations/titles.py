"""Past employers that a title tells of: "Engineer, ex-Stripe", "formerly at Orbit Foods"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from netgraph.model import Affiliation, AffiliationKind, StoredCard, Target
from netgraph.resolve.organisations.names import base_key, organisation_key
from netgraph.resolve.tables import KnownEmployer, known_employers

_PAST = re.compile(
    r"(?<!\w)(?:ex[-–\s]\s*|(?:former|formerly|previously|prev\.?|past|ehem\.|ehemals|früher|vormals"
    r"|anciennement|antes|già|voorheen|dawniej)(?!\w)\s*)"
    r"(?:(?:at|with|bei|beim|chez|en|in|bij|w)\s+|[:@]\s*)*"
    r"(?P<names>[^,;|·•()\[\]]+)",
    re.IGNORECASE,
)
_APART = re.compile(r"\s+[-–—]\s+|/|\s+&\s+ex[-–\s]|\s+and\s+ex[-–\s]")


def with_past_employers(
    cards: Sequence[StoredCard], targets: Iterable[Target], own: Iterable[KnownEmployer]
) -> tuple[StoredCard, ...]:
    """``cards``, in their order, each with what its titles say of earlier employers added.

    Only an organisation that is known otherwise counts, by its whole name: one that another
    card names, a target, a well-known one or one of the user's ``own`` table. A "former
    teacher" was at no employer called "teacher".
    """
    telling = [bool(_titles(stored)) for stored in cards]
    if not any(telling):
        return tuple(cards)
    known = _known(cards, targets, own)
    return tuple(
        _told(stored, known) if tells else stored
        for stored, tells in zip(cards, telling, strict=True)
    )


def past_employers(title: str, known: Collection[str]) -> Iterator[str]:
    """The names in ``title`` called past whose `organisation_key` is in ``known``, in order.

    What follows the name counts as part of the title: "ex-Stripe engineer".
    """
    for found in _PAST.finditer(title):
        for piece in _APART.split(found["names"]):
            words = piece.split()
            for end in range(len(words), 0, -1):
                name = " ".join(words[:end])
                if organisation_key(name) in known:
                    yield name
                    break
                if not _may_follow(words[end - 1]):
                    break


def _may_follow(word: str) -> bool:
    """Whether a word may be the end of a title rather than of a name: "engineer", "PM"."""
    return word.islower() or (word.isupper() and len(word) <= 3)


def _titles(stored: StoredCard) -> list[str]:
    return [a.role for a in stored.card.affiliations if a.role and _PAST.search(a.role)]


def _told(stored: StoredCard, known: Collection[str]) -> StoredCard:
    card = stored.card
    there = {organisation_key(a.organisation) for a in card.affiliations}
    names = dict.fromkeys(n for title in _titles(stored) for n in past_employers(title, known))
    added = [
        Affiliation(f"ex-{name}", kind=AffiliationKind.WORK)
        for name in names
        if organisation_key(name) not in there
    ]
    if not added:
        return stored
    return replace(stored, card=replace(card, affiliations=(*card.affiliations, *added)))


def _known(
    cards: Iterable[StoredCard], targets: Iterable[Target], own: Iterable[KnownEmployer]
) -> set[str]:
    keys = {
        organisation_key(a.organisation)
        for stored in cards
        for a in stored.card.affiliations
        if a.organisation and a.kind is AffiliationKind.WORK
    }
    for target in targets:
        keys.update(map(base_key, (target.name, *target.aliases)))
    for each in (*known_employers(), *own):
        keys.update(map(base_key, (each.name, *each.other_names, *each.legal_names)))
    return keys - {""}
