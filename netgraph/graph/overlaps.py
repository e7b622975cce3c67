"""Shared workplaces and schools: the likely, never confirmed ties between others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations, combinations_with_replacement

from netgraph.graph.chances import (
    MEMBERS_LIMIT,
    UNSEEN,
    USUAL_SIZE,
    overlap_chance,
    overlap_working,
)
from netgraph.model import AffiliationKind, Employer, Evidence, EvidenceKind, Membership

_DAYS_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class _Shared:
    """Time two memberships have in common; ``months`` None when the files do not say."""

    months: float | None
    start: date | None = None
    end: date | None = None
    years_since: float = 0.0


def overlaps(
    memberships: Iterable[Membership],
    employers: Iterable[Employer],
    told_by: Mapping[tuple[str, str], Collection[str]],
    left_out: frozenset[str],
    as_of: datetime,
) -> Iterator[tuple[tuple[str, str], Evidence]]:
    """Pairs (smaller id first) that were at one organisation together, and what it is worth.

    People in ``left_out`` (me: I know whom I know) get none. Where the files of two owners
    (``told_by``, per person and employer) together tell of more than `MEMBERS_LIMIT` members,
    these are not paired; another friend's file adds pairs and takes none away. Skipped is
    also what is worth no more than the chance of two people without any evidence. In order
    of employer, then pair; the best shared time of a pair at an employer counts.
    """
    table = {employer.id: employer for employer in employers}
    members: dict[tuple[str, AffiliationKind], dict[str, list[Membership]]] = {}
    for one in memberships:
        if one.person not in left_out:
            at = members.setdefault((one.employer, one.kind), defaultdict(list))
            at[one.person].append(one)
    for (employer, _), people in sorted(members.items()):
        tellers = {person: told_by.get((person, employer), ()) for person in people}
        for pair in _pairs(tellers):
            evidence = _best(people[pair[0]], people[pair[1]], table[employer], as_of.date())
            if evidence:
                yield pair, evidence


def _pairs(tellers: Mapping[str, Collection[str]]) -> list[tuple[str, str]]:
    """Pairs of people at one place, in order, of whom no crowd of two files' people is made."""
    if len(tellers) <= MEMBERS_LIMIT:
        return list(combinations(sorted(tellers), 2))
    groups: dict[str, set[str]] = defaultdict(set)
    for person, owners in tellers.items():
        for owner in owners:
            groups[owner].add(person)
    found: set[tuple[str, str]] = set()
    for one, other in combinations_with_replacement(sorted(groups), 2):
        together = groups[one] | groups[other]
        if len(together) <= MEMBERS_LIMIT:
            found.update(combinations(sorted(together), 2))
    return sorted(found)


def _best(
    ones: list[Membership], others: list[Membership], employer: Employer, today: date
) -> Evidence | None:
    best: Evidence | None = None
    dated = any(one.start for one in ones) and any(other.start for other in others)
    for one in ones:
        for other in others:
            if dated and not (one.start and other.start):
                continue
            shared = _shared(one, other, today)
            if shared is None:
                continue
            numbers = employer.size or USUAL_SIZE, shared.months, shared.years_since
            chance = overlap_chance(*numbers)
            if chance > UNSEEN and (best is None or chance > (best.amount or 0)):
                best = Evidence(
                    EvidenceKind.INFERRED,
                    _text(shared, employer, one.kind),
                    one.evidence.origin,
                    shared.end or shared.start,
                    chance,
                    (employer.name,),
                    overlap_working(*numbers),
                )
    return best


def _shared(one: Membership, other: Membership, today: date) -> _Shared | None:
    """Their time together; None when the dates exclude any."""
    if (one.start and other.end and other.end < one.start) or (
        other.start and one.end and one.end < other.start
    ):
        return None
    if not (one.start and other.start):
        return _Shared(None)
    start = max(one.start, other.start)
    end = min(one.end or today, other.end or today, today)
    if end < start:
        return None
    months = max((end - start).days / _DAYS_A_MONTH, 1.0)
    return _Shared(months, start, end, max(0.0, (today - end).days / 365.25))


def _text(shared: _Shared, employer: Employer, kind: AffiliationKind) -> str:
    school = kind is AffiliationKind.SCHOOL
    what = _size(employer.size)
    if shared.start is None or shared.end is None:
        verb = "both went to" if school else "both at"
        return f"{verb} {employer.name}, when is not known, {what}; possible, not confirmed"
    years = f"{shared.start.year}–{shared.end.year}"
    if shared.start.year == shared.end.year:
        years = str(shared.start.year)
    verb = "were together at" if school else "overlapped at"
    return f"{verb} {employer.name} {years}, {what}; likely, not confirmed"


def _size(people: int | None) -> str:
    """The size in words; the largest are a class without an upper end."""
    if people is None:
        return "size not known"
    return "10,000 people or more" if people >= 10_000 else f"about {people:,} people"
