"""Keys and subjects: hashes that let the same thing be recognised when it is read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


def mail_key(message_id: bytes) -> str:
    """``hash_of("mail", message_id)`` of an id in UTF-8.

    Every mailbox asks for it a hundred thousand times.
    """
    return sha256(b"mail\x1f" + message_id).hexdigest()[:16]


def seal(draft: Draft | Card, source_id: str = "") -> Card:
    """``draft`` tidied, with its key and subject.

    ``source_id`` is the source's own id of the person (profile slug, vCard UID); without one
    the subject is made of the strong identifiers and the names, and of the employers, else
    the occupations, when nothing but the name points at the person: two namesakes in one list
    are two subjects. Blank names and identifiers are dropped, and repeated ones kept once, in
    their order.
    """
    d, importer = draft, draft.origin.importer
    names, identifiers = _names(d.names), _identifiers(d.identifiers)
    affiliations, labels = _jobs(d.affiliations), _labels(d.labels)
    naming = f"\x1f{source_id}" if source_id else _naming(identifiers, names, affiliations)
    jobs = _jobs_shown(affiliations)
    known = f"{_shown(names)}\x1f{_people_shown(identifiers)}\x1f{jobs}\x1f{labels or '()'}"
    content = f"{source_id}\x1f{known}\x1f{d.is_contact!r}\x1f{d.is_owner!r}"
    return Card(
        _hash(f"card\x1f{importer}\x1f{content}"),
        _hash(f"subject\x1f{importer}{naming}"),
        d.origin,
        names,
        identifiers,
        affiliations,
        labels,
        d.is_contact,
        d.is_owner,
    )


def sealed(drafts: Sequence[Draft]) -> list[Card]:
    """What `seal` makes of each of ``drafts``, none of which has an id of its own.

    One step after the other for all of them: the processor foresees a short loop, and runs a
    step in half the time that it takes in turn with all others.
    """
    names = [_names(d.names) for d in drafts]
    identifiers = [_identifiers(d.identifiers) for d in drafts]
    affiliations = [_jobs(d.affiliations) for d in drafts]
    labels = [_labels(d.labels) for d in drafts]
    naming = [_naming(*known) for known in zip(identifiers, names, affiliations, strict=True)]
    people = [_people_shown(i) for i in identifiers]
    jobs = [_jobs_shown(a) for a in affiliations]
    shown = zip(drafts, names, people, jobs, labels, strict=True)
    contents = [
        f"{_shown(n)}\x1f{p}\x1f{j}\x1f{x or '()'}\x1f{d.is_contact!r}\x1f{d.is_owner!r}"
        for d, n, p, j, x in shown
    ]
    importers = [d.origin.importer for d in drafts]
    keys = [_hash(f"card\x1f{i}\x1f\x1f{c}") for i, c in zip(importers, contents, strict=True)]
    subjects = [_hash(f"subject\x1f{i}{n}") for i, n in zip(importers, naming, strict=True)]
    parts = zip(keys, subjects, drafts, names, identifiers, affiliations, labels, strict=True)
    return [
        Card(k, s, d.origin, n, i, a, x, d.is_contact, d.is_owner) for k, s, d, n, i, a, x in parts
    ]


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


def _jobs(given: tuple[Affiliation, ...]) -> tuple[Affiliation, ...]:
    return _once(given) if len(given) > 1 else given


def _labels(given: tuple[str, ...]) -> tuple[str, ...]:
    return given and _once([label for label in given if label.strip()])


def _naming(
    identifiers: tuple[Identifier, ...],
    names: tuple[str, ...],
    affiliations: tuple[Affiliation, ...],
) -> str:
    """What a subject is made of when the source has no id, each after a mark, or ""."""
    strong = [
        f"{kind}:{i.value.casefold()}" for i in identifiers if (kind := i.kind._value_) != "name"
    ]
    # the name too: a family may share one telephone number
    if len(strong) == len(names) == 1:
        return f"\x1f{strong[0]}\x1f{names[0].casefold()}"
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


def _people_shown(identifiers: tuple[Identifier, ...]) -> str:
    people = [f"Identifier(kind={_KINDS[i.kind._value_]}, value={i.value!r})" for i in identifiers]
    return f"({people[0]},)" if len(people) == 1 else f"({', '.join(people)})"


def _jobs_shown(affiliations: tuple[Affiliation, ...]) -> str:
    if len(affiliations) == 1:
        return f"({_job_shown(affiliations[0])},)"
    return f"({', '.join([_job_shown(a) for a in affiliations])})" if affiliations else "()"


def _job_shown(affiliation: Affiliation) -> str:
    a = affiliation
    words = f"organisation={a.organisation!r}, role={a.role!r}, start={a.start!r}, end={a.end!r}"
    return f"Affiliation({words}, kind={_KINDS[a.kind._value_]})"


# Many cards at once, of one name each and without days: the same keys, from columns.
class Work(NamedTuple):
    """Jobs and trades of many cards, as in `CardColumns`."""

    organisations: Sequence[str]
    roles: Sequence[str]
    trades: Sequence[str]


class Groups(NamedTuple):
    """Labels, whether somebody keeps the person, and what keys are made of for them."""

    labels: tuple[str, ...]
    is_contact: bool
    shown: str

    @classmethod
    def of(cls, labels: tuple[str, ...], *, is_contact: bool) -> Groups:
        """The groups of somebody with ``labels``, who is not the owner."""
        kept = _labels(labels)
        return cls(kept, is_contact, f"{kept or '()'}\x1f{is_contact!r}\x1f{False!r}")


class Columns(NamedTuple):
    """What many cards of one importer say; ``ids`` are the source's own or "".

    ``folded`` are the names without case; the rest is as in `CardColumns`.
    """

    importer: str
    ids: Sequence[str]
    names: Sequence[str]
    folded: Sequence[str]
    identifiers: Mapping[IdentifierKind, Sequence[str]]
    work: Work
    groups: Sequence[Groups]


def keys_by_columns(cards: Columns) -> list[str]:
    """The keys that `seal` gives to these cards."""
    start, (organisations, roles, trades) = f"card\x1f{cards.importer}", cards.work
    people = _tuples(
        [
            [f"Identifier(kind={_KINDS[kind]}, value={v!r})" if v else "" for v in values]
            for kind, values in cards.identifiers.items()
        ]
    )
    rest = f"start=None, end=None, kind={_KINDS[AffiliationKind.WORK]}"
    jobs = [
        f"Affiliation(organisation={o!r}, role={r!r}, {rest})" if o or r else ""
        for o, r in zip(organisations, roles, strict=True)
    ]
    further = [f"Affiliation(organisation='', role={t!r}, {rest})" if t else "" for t in trades]
    shown = zip(cards.ids, cards.names, people, _tuples([jobs, further]), cards.groups, strict=True)
    return _hashes(
        [
            f"{start}\x1f{i}\x1f({n!r},)\x1f{p}\x1f{j}\x1f{groups.shown}"
            for i, n, p, j, groups in shown
        ]
    )


def subjects_by_columns(cards: Columns) -> list[str]:
    """The subjects that `seal` gives to these cards."""
    start = f"subject\x1f{cards.importer}\x1f"
    if all(cards.ids):
        return _hashes([f"{start}{i}" for i in cards.ids])
    strong = [
        [f"{kind}:{value.casefold()}\x1f" if value else "" for value in values]
        for kind, values in sorted(cards.identifiers.items())
        if kind is not IdentifierKind.NAME and any(values)
    ]
    reached = list(map("".join, zip(*strong, strict=True))) if strong else [""] * len(cards.names)
    names = cards.folded
    if not all(reached):
        works = zip(names, reached, *cards.work, strict=True)
        names = [name if known else f"{name}{_added(*work)}" for name, known, *work in works]
    known = zip(reached, names, strict=True)
    return _hashes([f"{start}{addresses}{name}" for addresses, name in known])


def _hashes(joined: Iterable[str]) -> list[str]:
    """What `_hash` gives for each, without a call for each."""
    return [sha256(j.encode("utf-8", "surrogatepass")).hexdigest()[:16] for j in joined]


def _added(organisation: str, role: str, trade: str) -> str:
    """What is added to a bare name: the work."""
    work = _work((Affiliation(organisation, role), Affiliation("", trade)))
    return "".join([f"\x1f{word}" for word in work])


def _tuples(columns: Sequence[Sequence[str]]) -> list[str]:
    """Of every row the tuple of what stands in the columns, as it shows itself; "" is nothing."""
    filled = [column for column in columns if any(column)]
    if not filled:
        return ["()"] * len(columns[0])
    if len(filled) == 1:
        return [f"({one},)" if one else "()" for one in filled[0]]
    if len(filled) == 2:
        return [
            f"({a}, {b})" if a and b else f"({a or b},)" if a or b else "()"
            for a, b in zip(*filled, strict=True)
        ]
    rows = [list(filter(None, row)) for row in zip(*filled, strict=True)]
    return [f"({', '.join(row)}{',' * (len(row) == 1)})" for row in rows]
