"""What cards say about a person, in a form that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from netgraph.model import AffiliationKind, Card, IdentifierKind, StoredCard
from netgraph.resolve.domains import domain_of
from netgraph.resolve.likeness import sound
from netgraph.resolve.names import NameParts, name_parts
from netgraph.resolve.normalise import identifier_key, tells_apart
from netgraph.resolve.organisations import organisation_key

_NOTHING: frozenset[str] = frozenset()
_NO_LETTER = re.compile(r"[^a-z]")
_SHORTEST_SPELLING = 5
#: Digits at the end of a number that stay the same with and without its country.
PHONE_END = 8


@dataclass(frozen=True, slots=True)
class Traits:
    """One card, or several cards already known to be one person.

    ``names`` are those on the cards and those that profiles spell; ``keys`` are those of `identifier_key` without NAME; ``slugs`` the profile slugs that tell
    people apart; ``employers`` keys of organisations worked at and ``employer_words`` what
    these may be called in a domain; ``callings`` are occupations without an employer, ``circles``
    the life areas the user named; ``work_domains`` registered mail domains (no free mail)
    and ``work_words`` their first labels, ``work_addresses`` and ``private_addresses`` the
    addresses there and at free mail; ``locals`` what stands before the ``@``, and
    ``full_spellings`` and ``short_spellings`` what a name may look like there;
    ``phone_ends`` last eight digits, ``national_ends`` those of numbers without a country;
    ``books`` the digests of the files that keep this person as a contact; ``owners`` whose
    files they are; ``owner_of`` the owners this person is.
    """

    names: tuple[NameParts, ...] = ()
    keys: frozenset[str] = _NOTHING
    slugs: frozenset[str] = _NOTHING
    subjects: frozenset[str] = _NOTHING
    employers: frozenset[str] = _NOTHING
    employer_words: frozenset[str] = _NOTHING
    callings: frozenset[str] = _NOTHING
    circles: frozenset[str] = _NOTHING
    work_domains: frozenset[str] = _NOTHING
    work_words: frozenset[str] = _NOTHING
    work_addresses: frozenset[str] = _NOTHING
    private_addresses: frozenset[str] = _NOTHING
    locals: frozenset[str] = _NOTHING
    full_spellings: frozenset[str] = _NOTHING
    short_spellings: frozenset[str] = _NOTHING
    phone_ends: frozenset[str] = _NOTHING
    national_ends: frozenset[str] = _NOTHING
    books: frozenset[str] = _NOTHING
    owners: frozenset[str] = _NOTHING
    owner_of: frozenset[str] = _NOTHING

    @property
    def jobs(self) -> frozenset[str]:
        """What this person does for a living, and where."""
        return self.employers | self.callings

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a name is known."""
        return bool(self.names) and not (self.keys or self.jobs or self.owner_of)

    def __or__(self, other: Traits) -> Traits:
        """What both say together; the names of ``self`` come first."""
        added = tuple(name for name in other.names if name not in self.names)
        return Traits(
            self.names + added,
            *[getattr(self, part) | getattr(other, part) for part in _SETS],
        )


_SETS = tuple(part for part in Traits.__slots__ if part != "names")


def traits_of(stored: StoredCard, region: str) -> Traits:
    """What one card says."""
    card = stored.card
    keys = frozenset(_keys(card, region))
    slugs = frozenset(filter(tells_apart, _of_kind(keys, IdentifierKind.PROFILE)))
    names = _names(card)
    names += tuple(_names_in_profiles(slugs, names))
    work = (a.organisation for a in card.affiliations if a.kind is AffiliationKind.WORK)
    employers = frozenset(key for name in work if (key := organisation_key(name)))
    emails = _of_kind(keys, IdentifierKind.EMAIL)
    at_work = {email: domain for email in emails if (domain := domain_of(email))}
    domains = frozenset(at_work.values())
    phones = _of_kind(keys, IdentifierKind.PHONE)
    return Traits(
        names=names,
        keys=keys,
        slugs=slugs,
        subjects=frozenset((card.subject,)),
        employers=employers,
        employer_words=frozenset(word for key in employers for word in _as_domain(key)),
        callings=frozenset(_callings(card)),
        circles=frozenset(x.casefold() for x in card.labels if x.startswith("circle:")),
        work_domains=domains,
        work_words=frozenset(d.partition(".")[0].replace("-", "") for d in domains),
        work_addresses=frozenset(at_work),
        private_addresses=frozenset(email for email in emails if email not in at_work),
        locals=frozenset(local for email in emails if (local := _local(email))),
        full_spellings=frozenset(text for name in names for text in _full_spellings(name)),
        short_spellings=frozenset(text for name in names for text in _short_spellings(name)),
        phone_ends=_ends(phones),
        national_ends=_ends(filter(is_national, phones)),
        books=frozenset((card.origin.digest,)) if card.is_contact else _NOTHING,
        owners=frozenset((stored.owner,)),
        owner_of=frozenset((stored.owner,)) if card.is_owner else _NOTHING,
    )


def _callings(card: Card) -> Iterator[str]:
    for job in card.affiliations:
        if job.kind is AffiliationKind.WORK and job.role.strip() and not job.organisation.strip():
            yield f"as {' '.join(job.role.casefold().split())}"


def _keys(card: Card, region: str) -> Iterator[str]:
    for identifier in card.identifiers:
        key = identifier_key(identifier, region)
        if key and identifier.kind is not IdentifierKind.NAME:
            yield key


def _of_kind(keys: Iterable[str], kind: IdentifierKind) -> tuple[str, ...]:
    mark = f"{kind}:"
    return tuple(key.removeprefix(mark) for key in keys if key.startswith(mark))


def is_national(key: str) -> bool:
    """Whether a phone key (with its kind or without) lacks the country."""
    return "~" in key


def _ends(phones: Iterable[str]) -> frozenset[str]:
    return frozenset(phone[-PHONE_END:] for phone in phones if len(phone) > PHONE_END)


def _names(card: Card) -> tuple[NameParts, ...]:
    named = (i.value for i in card.identifiers if i.kind is IdentifierKind.NAME)
    parts = dict.fromkeys(name_parts(name) for name in (*card.names, *named))
    return tuple(name for name in parts if name.key)


def _names_in_profiles(slugs: Iterable[str], names: Sequence[NameParts]) -> Iterator[NameParts]:
    """Names that chosen profile slugs spell: an earlier last name often lives on there.

    Only those whose first name is on the card too, as a slug may be anything.
    """
    given, known = {sound(name.given) for name in names}, {name.key for name in names}
    for slug in sorted(slugs):
        words = [word for word in slug.split("-") if not any(map(str.isdigit, word))]
        found = name_parts(" ".join(words))
        if found.is_full and sound(found.given) in given and found.key not in known:
            yield found


def _local(email: str) -> str:
    """The local part as it sounds, without digits, dots and tag; "" when too short."""
    return _spelling(re.sub(r"[\W\d_]+", "", email.partition("@")[0].partition("+")[0]))


@lru_cache(maxsize=1 << 16)
def _spelling(*parts: str) -> str:
    plain = sound("".join(parts).replace(" ", "").replace("-", ""))
    plain = plain if plain.isalpha() else _NO_LETTER.sub("", plain)
    return plain if len(plain) >= _SHORTEST_SPELLING else ""


def _full_spellings(name: NameParts) -> Iterator[str]:
    if name.is_full and name.given:
        yield from filter(None, (_spelling(name.given, name.family),))
        yield from filter(None, (_spelling(name.family, name.given),))


def _short_spellings(name: NameParts) -> Iterator[str]:
    """One part in full and the other's first letter; "rebecca" alone is not Rebecca A."""
    if name.is_full and name.given:
        alone = _spelling(name.given), _spelling(name.family), ""
        short = (
            _spelling(name.given[:1], name.family),
            _spelling(name.family, name.given[:1]),
            _spelling(name.given, name.family[:1]),
        )
        yield from (text for text in short if text not in alone)


def _as_domain(key: str) -> Iterator[str]:
    """What an organisation may be called in a domain: whole, first word, initials."""
    words = key.split()
    yield "".join(words)
    if len(words[0]) > 3:
        yield words[0]
    if len(words) > 2:
        yield "".join(word[0] for word in words)
