"""Who belongs where: memberships from cards and work addresses, and what people say of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from netgraph.graph.traffic import Traffic
from netgraph.graph.wording import place_of, undated
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Employer,
    Evidence,
    EvidenceKind,
    IdentifierKind,
    MatchTier,
    Membership,
    StoredCard,
    Target,
    TargetMatch,
)


class Employers(Protocol):
    """What the graph asks of the table of employers."""

    @property
    def employers(self) -> Sequence[Employer]:
        """Every organisation known."""

    def match(self, text: str, kind: AffiliationKind) -> tuple[str, MatchTier, bool] | None:
        """(employer id, how it was recognised, whether the text says "ex-"), or None."""

    def target(self, target: Target) -> TargetMatch:
        """The organisations a target stands for."""

    def employer_of_address(self, email: str) -> str | None:
        """The employer whose own domain the address has; None for free-mail and unknown."""


#: An address not used for so long speaks of a former employer [days] [prior].
STALE = 3 * 365

#: Files of LinkedIn whose companies are those of some day in the past.
_OF_ANY_TIME = {"linkedin_recommendations", "linkedin_uploaded_contacts"}
_VERBS = {
    AffiliationKind.WORK: "works at",
    AffiliationKind.SCHOOL: "school",
    AffiliationKind.GROUP: "member of",
}


def memberships(
    cards: Iterable[StoredCard],
    person_of: dict[str, str],
    employers: Employers,
    traffic: Traffic,
    as_of: datetime,
) -> list[Membership]:
    """The memberships known by ``as_of``, by (person, employer, start, role).

    Dated affiliations count from their start, undated ones from their import; an end that is
    still to come is not known yet. ``current`` is
    None when the files do not say; LinkedIn's "company" is the one of the day of the export,
    so a later export with another company ends an earlier one. A work address adds a
    membership of tier DOMAIN where no card names the employer; it is a former one when the
    address was not used for long or the files name another company of today.
    """
    found: dict[tuple[object, ...], Membership] = {}
    by_address: list[Membership] = []
    names = {employer.id: employer.name for employer in employers.employers}
    for stored in sorted(cards, key=lambda s: (s.imported, s.card.key)):
        person = person_of.get(stored.card.key, "")
        if not person:
            continue
        for affiliation in stored.card.affiliations:
            one = _membership(stored, person, affiliation, employers, names, as_of)
            if one:
                key = (person, one.employer, one.kind, one.role.casefold(), one.start, one.end)
                found[key] = one
        by_address += _by_address(stored, person, employers, names, traffic, as_of)
    result = _latest_company(list(found.values()))
    named = {(one.person, one.employer) for one in result}
    elsewhere = {one.person for one in result if one.current and one.kind is AffiliationKind.WORK}
    for one in by_address:
        if (one.person, one.employer) not in named:
            named.add((one.person, one.employer))
            result.append(replace(one, current=False) if one.person in elsewhere else one)
    return sorted((_told(one) for one in result), key=_order)


def told_by(
    cards: Iterable[StoredCard], person_of: dict[str, str], employers: Employers
) -> dict[tuple[str, str], set[str]]:
    """Whose files (owner keys) speak of a person at an employer, by (person, employer)."""
    found: dict[tuple[str, str], set[str]] = {}
    for stored in cards:
        person = person_of.get(stored.card.key, "")
        places = [employers.match(a.organisation, a.kind) for a in stored.card.affiliations]
        named = {matched[0] for matched in places if matched}
        for identifier in stored.card.identifiers:
            if identifier.kind is IdentifierKind.EMAIL:
                named.add(employers.employer_of_address(identifier.value) or "")
        for employer in named - {""}:
            found.setdefault((person, employer), set()).add(stored.owner)
    return found


def _told(one: Membership) -> Membership:
    """``one``, whose evidence speaks of the past when it is past, however that is known."""
    verb = _VERBS[AffiliationKind.WORK]
    if one.current is not False or not one.evidence.text.startswith(f"{verb} "):
        return one
    text = f"used to work at{one.evidence.text.removeprefix(verb)}"
    return replace(one, evidence=replace(one.evidence, text=text))


def _order(one: Membership) -> tuple[str, ...]:
    return one.person, one.employer, str(one.start or ""), str(one.end or ""), one.role


def _membership(
    stored: StoredCard,
    person: str,
    affiliation: Affiliation,
    employers: Employers,
    names: dict[str, str],
    as_of: datetime,
) -> Membership | None:
    if not affiliation.organisation:
        return None
    today = as_of.date()
    dated = affiliation.start is not None
    if (affiliation.start > today) if affiliation.start else (stored.imported > as_of):
        return None
    matched = employers.match(affiliation.organisation, affiliation.kind)
    if not matched:
        return None
    employer, tier, former = matched
    current: bool | None = None
    end = affiliation.end if affiliation.end and affiliation.end <= today else None
    if affiliation.end is not None:
        current = end is None
    elif dated or _says_today(stored, affiliation):
        current = True
    origin = stored.card.origin
    text = f"{_VERBS[affiliation.kind]} {names.get(employer, affiliation.organisation)}"
    text += f", in {place_of(origin.importer, stored.owner)}"
    if not dated:
        text += f" {undated(stored.imported)}"
    when = affiliation.start or stored.imported
    evidence = Evidence(EvidenceKind.STATED, text, origin, when, names=(names.get(employer, ""),))
    return Membership(
        person=person,
        employer=employer,
        role=affiliation.role,
        kind=affiliation.kind,
        start=affiliation.start,
        end=end,
        current=False if former else current,
        tier=tier,
        evidence=evidence,
    )


def _says_today(stored: StoredCard, affiliation: Affiliation) -> bool:
    importer = stored.card.origin.importer
    linkedin = importer.startswith("linkedin") and importer not in _OF_ANY_TIME
    return linkedin and affiliation.kind is AffiliationKind.WORK


def _latest_company(found: list[Membership]) -> list[Membership]:
    """End undated LinkedIn companies that a later export has replaced by another."""
    latest: dict[str, Membership] = {}
    for one in found:
        if _undated_company(one):
            known = latest.get(one.person)
            if known is None or _seen(one) >= _seen(known):
                latest[one.person] = one
    return [
        replace(one, current=False)
        if _undated_company(one)
        and _seen(one) < _seen(latest[one.person])
        and one.employer != latest[one.person].employer
        else one
        for one in found
    ]


def _undated_company(one: Membership) -> bool:
    return one.current is True and one.start is None and one.end is None


def _seen(one: Membership) -> datetime:
    """When an undated company was imported; its evidence always says."""
    when = one.evidence.when
    assert isinstance(when, datetime)
    return when


def _by_address(
    stored: StoredCard,
    person: str,
    employers: Employers,
    names: dict[str, str],
    traffic: Traffic,
    as_of: datetime,
) -> list[Membership]:
    result = []
    for identifier in stored.card.identifiers:
        if identifier.kind is not IdentifierKind.EMAIL:
            continue
        used, origin = traffic.addresses.get(identifier, (None, stored.card.origin))
        if used is None and stored.imported > as_of:
            continue
        employer = employers.employer_of_address(identifier.value)
        if employer is None:
            continue
        name = names.get(employer, "")
        when = f"last used {used:%Y}" if used else undated(stored.imported)
        evidence = Evidence(
            EvidenceKind.INFERRED,
            f"has an address at {name}, {when}",
            origin,
            used or stored.imported,
            names=(name,),
        )
        result.append(
            Membership(
                person=person,
                employer=employer,
                role="",
                kind=AffiliationKind.WORK,
                start=None,
                end=None,
                current=False if used and (as_of - used).days > STALE else None,
                tier=MatchTier.DOMAIN,
                evidence=evidence,
            )
        )
    return result
