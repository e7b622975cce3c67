"""Keys and subjects: hashes that let the same thing be recognised when it is read again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import TypeVar

from netgraph.model import Affiliation, AffiliationKind, Card, Identifier, IdentifierKind

T = TypeVar("T")
_KINDS = {kind._value_: repr(kind) for kind in (*IdentifierKind, *AffiliationKind)}


def hash_of(*parts: object) -> str:
    """The first 16 hex digits of a SHA-256 over ``parts``, unambiguously joined."""
    return _hash("\x1f".join(map(str, parts)))


def _hash(joined: str) -> str:
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def mail_key(message_id: str) -> str:
    """``hash_of("mail", message_id)``, which every mailbox asks for a hundred thousand times."""
    return _hash(f"mail\x1f{message_id}")


def seal(draft: Card, source_id: str = "") -> Card:
    """``draft`` tidied, with its key and subject.

    ``source_id`` is the source's own id of the person (profile slug, vCard UID); without one
    the subject is made of the strong identifiers and the names, and of the employers, else
    the occupations, when nothing but the name points at the person: two namesakes in one list
    are two subjects. Blank names and identifiers are dropped, and repeated ones kept once, in
    their order.
    """
    names = tuple(dict.fromkeys([n for n in [" ".join(n.split()) for n in draft.names] if n]))
    identifiers = _once([i for i in draft.identifiers if i.value.strip()])
    affiliations = _once(draft.affiliations)
    labels = draft.labels and tuple(
        dict.fromkeys([label for label in draft.labels if label.strip()])
    )
    kinds = [(i.kind._value_, i.value.casefold()) for i in identifiers]
    strong = sorted([f"{kind}:{value}" for kind, value in kinds if kind != "name"])
    # the name too: a family may share one telephone number
    naming = [source_id] if source_id else [*strong, *[name.casefold() for name in names]]
    if not source_id and not strong:
        naming += _work(affiliations)
    importer = draft.origin.importer
    people = _shown([_identifier_shown(i) for i in identifiers])
    jobs = _shown([_affiliation_shown(a) for a in affiliations]) if affiliations else "()"
    content = f"{names}\x1f{people}\x1f{jobs}\x1f{labels}\x1f{draft.is_contact}\x1f{draft.is_owner}"
    return Card(
        _hash(f"card\x1f{importer}\x1f{source_id}\x1f{content}"),
        _hash("\x1f".join(("subject", importer, *naming))),
        draft.origin,
        names,
        identifiers,
        affiliations,
        labels,
        draft.is_contact,
        draft.is_owner,
    )


def _work(affiliations: Iterable[Affiliation]) -> list[str]:
    """Where somebody works, else as what, after a mark that no name holds; may be empty."""
    jobs = [a for a in affiliations if a.kind is AffiliationKind.WORK]
    places = {" ".join(job.organisation.casefold().split()) for job in jobs} - {""}
    roles = {" ".join(job.role.casefold().split()) for job in jobs} - {""}
    return [f"\x1e{work}" for work in sorted(places or roles)]


def _once(values: tuple[T, ...] | list[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values)) if len(values) > 1 else tuple(values)


# What ``repr`` gives of a tuple, written out: asking the values for it takes ten times as long.
def _shown(values: list[str]) -> str:
    return f"({', '.join(values)},)" if len(values) == 1 else f"({', '.join(values)})"


def _identifier_shown(identifier: Identifier) -> str:
    return f"Identifier(kind={_KINDS[identifier.kind._value_]}, value={identifier.value!r})"


def _affiliation_shown(affiliation: Affiliation) -> str:
    a = affiliation
    words = f"organisation={a.organisation!r}, role={a.role!r}, start={a.start!r}, end={a.end!r}"
    return f"Affiliation({words}, kind={_KINDS[a.kind._value_]})"
