"""Keys and subjects: hashes that let the same thing be recognised when it is read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from netgraph.model import Affiliation, AffiliationKind, Card


def hash_of(*parts: object) -> str:
    """The first 16 hex digits of a SHA-256 over ``parts``, unambiguously joined."""
    joined = "\x1f".join(map(str, parts))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def mail_key(message_id: str) -> str:
    """``hash_of("mail", message_id)``, which every mailbox asks for a hundred thousand times."""
    joined = f"mail\x1f{message_id}"
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def seal(draft: Card, source_id: str = "") -> Card:
    """``draft`` tidied, with its key and subject.

    ``source_id`` is the source's own id of the person (profile slug, vCard UID); without one
    the subject is made of the strong identifiers and the names, and of the employers, else
    the occupations, when nothing but the name points at the person: two namesakes in one list
    are two subjects. Blank names and identifiers are dropped, and repeated ones kept once, in
    their order.
    """
    names = tuple(dict.fromkeys(n for n in (" ".join(n.split()) for n in draft.names) if n))
    identifiers = tuple(dict.fromkeys(i for i in draft.identifiers if i.value.strip()))
    affiliations = tuple(dict.fromkeys(draft.affiliations))
    labels = tuple(dict.fromkeys(label for label in draft.labels if label.strip()))
    strong = sorted(f"{i.kind}:{i.value.casefold()}" for i in identifiers if i.kind != "name")
    # the name too: a family may share one telephone number
    naming = [source_id] if source_id else [*strong, *(name.casefold() for name in names)]
    if not source_id and not strong:
        naming += _work(affiliations)
    importer = draft.origin.importer
    content = (names, identifiers, affiliations, labels, draft.is_contact, draft.is_owner)
    return Card(
        key=hash_of("card", importer, source_id, *content),
        subject=hash_of("subject", importer, *naming),
        origin=draft.origin,
        names=names,
        identifiers=identifiers,
        affiliations=affiliations,
        labels=labels,
        is_contact=draft.is_contact,
        is_owner=draft.is_owner,
    )


def _work(affiliations: Iterable[Affiliation]) -> list[str]:
    """Where somebody works, else as what, after a mark that no name holds; may be empty."""
    jobs = [a for a in affiliations if a.kind is AffiliationKind.WORK]
    places = {" ".join(job.organisation.casefold().split()) for job in jobs} - {""}
    roles = {" ".join(job.role.casefold().split()) for job in jobs} - {""}
    return [f"\x1e{work}" for work in sorted(places or roles)]
