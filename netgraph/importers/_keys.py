"""Keys and subjects: hashes that let the same thing be recognised when it is read again."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple, TypeVar

from netgraph.model import Affiliation, AffiliationKind, Card, Identifier, IdentifierKind, Origin

T = TypeVar("T")
_KINDS = {kind._value_: repr(kind) for kind in (*IdentifierKind, *AffiliationKind)}


class Draft(NamedTuple):
    """What a card says, before `seal` gives it key and subject; cheaper than a card without."""

    origin: Origin
    names: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    labels: tuple[str, ...] = ()
    is_contact: bool = False
    is_owner: bool = False


def hash_of(*parts: object) -> str:
    """The first 16 hex digits of a SHA-256 over ``parts``, unambiguously joined."""
    return _hash("\x1f".join(map(str, parts)))


def _hash(joined: str) -> str:
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def mail_key(message_id: str) -> str:
    """``hash_of("mail", message_id)``, which every mailbox asks for a hundred thousand times."""
    return _hash(f"mail\x1f{message_id}")


def seal(draft: Draft | Card, source_id: str = "") -> Card:
    """``draft`` tidied, with its key and subject.

    ``source_id`` is the source's own id of the person (profile slug, vCard UID); without one
    the subject is made of the strong identifiers and the names, and of the employers, else
    the occupations, when nothing but the name points at the person: two namesakes in one list
    are two subjects. Blank names and identifiers are dropped, and repeated ones kept once, in
    their order.
    """
    origin, is_contact, is_owner = draft.origin, draft.is_contact, draft.is_owner
    names, affiliations = _names(draft.names), draft.affiliations
    identifiers = _identifiers(draft.identifiers)
    if len(affiliations) > 1:
        affiliations = _once(affiliations)
    labels = draft.labels and _once([label for label in draft.labels if label.strip()])
    people = ""
    strong: list[str] = []
    for one in identifiers:
        kind, value = one.kind._value_, one.value
        people += f"Identifier(kind={_KINDS[kind]}, value={value!r}), "
        if kind != "name":
            strong.append(f"{kind}:{value.casefold()}")
    people = people[: -1 if len(identifiers) == 1 else -2]
    naming = f"\x1f{source_id}" if source_id else _naming(strong, names, affiliations)
    known = f"{_shown(names)}\x1f({people})\x1f{_jobs_shown(affiliations)}\x1f{labels or '()'}"
    content = f"{source_id}\x1f{known}\x1f{is_contact!r}\x1f{is_owner!r}"
    return Card(
        _hash(f"card\x1f{origin.importer}\x1f{content}"),
        _hash(f"subject\x1f{origin.importer}{naming}"),
        origin,
        names,
        identifiers,
        affiliations,
        labels,
        is_contact,
        is_owner,
    )


# One name and one job is what nearly every card holds, a million times in a file: the short ways
# for it below halve the time.
def _names(given: tuple[str, ...]) -> tuple[str, ...]:
    if len(given) == 1:
        name = " ".join(given[0].split())
        return (name,) if name else ()
    return _once([n for n in [" ".join(name.split()) for name in given] if n])


def _identifiers(given: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
    """Those that are not blank, each once."""
    if len(given) == 1 and given[0].value.strip():
        return given
    values = {i.value for i in given}
    if len(values) == len(given) and all(map(str.strip, values)):
        return given
    return _once([i for i in given if i.value.strip()])


def _naming(
    strong: list[str], names: tuple[str, ...], affiliations: tuple[Affiliation, ...]
) -> str:
    """What a subject is made of when the source has no id, each after a mark, or ""."""
    if len(strong) == len(names) == 1:
        return f"\x1f{strong[0]}\x1f{names[0].casefold()}"
    # the name too: a family may share one telephone number
    folded = [name.casefold() for name in names]
    naming = [*sorted(strong), *folded] if strong else [*folded, *_work(affiliations)]
    return "".join([f"\x1f{word}" for word in naming])


def _work(affiliations: Iterable[Affiliation]) -> list[str]:
    """Where somebody works, else as what, after a mark that no name holds; may be empty."""
    jobs = [a for a in affiliations if a.kind is AffiliationKind.WORK]
    places = {" ".join(job.organisation.casefold().split()) for job in jobs} - {""}
    roles = {" ".join(job.role.casefold().split()) for job in jobs} - {""}
    return [f"\x1e{work}" for work in sorted(places or roles)]


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))


# What ``repr`` gives, written out: asking the values for it takes ten times as long.
def _shown(names: tuple[str, ...]) -> str:
    return f"({names[0]!r},)" if len(names) == 1 else repr(names)


def _jobs_shown(affiliations: tuple[Affiliation, ...]) -> str:
    if len(affiliations) == 1:
        return f"({_job_shown(affiliations[0])},)"
    return f"({', '.join([_job_shown(a) for a in affiliations])})" if affiliations else "()"


def _job_shown(affiliation: Affiliation) -> str:
    a = affiliation
    words = f"organisation={a.organisation!r}, role={a.role!r}, start={a.start!r}, end={a.end!r}"
    return f"Affiliation({words}, kind={_KINDS[a.kind._value_]})"
