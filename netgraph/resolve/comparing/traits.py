"""What cards say about a person, in a form that can be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from netgraph.model import AffiliationKind, Card, IdentifierKind, StoredCard
from netgraph.resolve.names.likeness import sound
from netgraph.resolve.names.mail import as_domain, local_spelling, spellings_of, work_word
from netgraph.resolve.names.parts import NameParts, is_first_and_last, name_parts
from netgraph.resolve.normalise import identifier_key, tells_apart
from netgraph.resolve.organisations.domains import domain_of
from netgraph.resolve.organisations.names import organisation_key

_NOTHING: frozenset[str] = frozenset()
_NAME = IdentifierKind.NAME
_PROFILE = f"{IdentifierKind.PROFILE}:"
#: Digits at the end of a number that stay the same with and without its country.
PHONE_END = 8
_SAID = (
    "keys", "subjects", "employers", "callings", "circles", "events", "guest_lists", "books",
    "owners", "owner_of",
)  # fmt: skip


class Traits:
    """One card, or several cards already known to be one person.

    ``names`` are the names in order, each once, after those on the cards the ones that profiles
    spell; ``keys`` those of `identifier_key` without
    NAME; ``subjects`` the cards' subjects; ``employers`` keys of organisations worked at;
    ``callings`` are occupations without an employer, ``circles`` the life areas the user named;
    ``events`` what they were at and on which day, ``guest_lists`` the files that tell so;
    ``books`` the digests of the files that keep this person as a contact; ``owners`` whose
    files they are; ``owner_of`` the owners this person is.

    The rest follows from these, word by word, when it is first asked for, and is then kept:
    ``slugs`` the profile slugs that tell people apart; ``employer_words`` what the employers may
    be called in a domain; ``work_domains`` registered mail domains (no free mail) and
    ``work_words`` their first labels, ``work_addresses`` and ``private_addresses`` the
    addresses there and at free mail; ``locals`` what stands before the ``@``, and
    ``full_spellings`` and ``short_spellings`` what a name may look like there; ``phone_ends``
    last eight digits, ``national_ends`` those of numbers without a country; ``jobs`` what this
    person does for a living, and where; ``is_bare`` whether nothing but a name is known.
    """

    names: tuple[NameParts, ...]
    keys: frozenset[str]
    subjects: frozenset[str]
    employers: frozenset[str]
    callings: frozenset[str]
    circles: frozenset[str]
    events: frozenset[str]
    guest_lists: frozenset[str]
    books: frozenset[str]
    owners: frozenset[str]
    owner_of: frozenset[str]
    slugs: frozenset[str]
    employer_words: frozenset[str]
    work_domains: frozenset[str]
    work_words: frozenset[str]
    work_addresses: frozenset[str]
    private_addresses: frozenset[str]
    locals: frozenset[str]
    full_spellings: frozenset[str]
    short_spellings: frozenset[str]
    phone_ends: frozenset[str]
    national_ends: frozenset[str]
    jobs: frozenset[str]
    is_bare: bool

    __slots__ = (
        "names", *_SAID, "slugs", "employer_words", "work_domains", "work_words",
        "work_addresses", "private_addresses", "locals", "full_spellings", "short_spellings",
        "phone_ends", "national_ends", "jobs", "is_bare",
    )  # fmt: skip

    def __init__(
        self,
        names: tuple[NameParts, ...] = (),
        **said: frozenset[str],
    ) -> None:
        self.names = names
        for part in _SAID:
            setattr(self, part, said.get(part, _NOTHING))

    def __getattr__(self, part: str) -> Any:
        """Work out what follows, with all that follows from the same; called once for each."""
        if part not in _FOLLOWS:
            raise AttributeError(part)
        _FOLLOWS[part](self)
        return getattr(self, part)

    def __or__(self, other: Traits) -> Traits:
        """What both say together; the names of ``self`` come first."""
        added = tuple(name for name in other.names if name not in self.names)
        both = Traits.__new__(Traits)
        both.names = self.names + added
        for part in _SAID:
            setattr(both, part, _together(getattr(self, part), getattr(other, part)))
        return both


def _together(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    return ours if theirs <= ours else theirs if ours <= theirs else ours | theirs


def traits_of(stored: StoredCard, region: str) -> Traits:
    """What one card says."""
    card = stored.card
    found = Traits.__new__(Traits)
    found.names, found.keys = _names_and_keys(card, region)
    found.subjects = frozenset((card.subject,))
    found.employers, found.callings = _work(card) if card.affiliations else (_NOTHING, _NOTHING)
    circles = [x.casefold() for x in card.labels if x.startswith("circle:")]
    found.circles = frozenset(circles) if circles else _NOTHING
    found.events = _events(card) if card.affiliations else _NOTHING
    found.guest_lists = _alone(card.origin.digest) if found.events else _NOTHING
    found.books = _alone(card.origin.digest) if card.is_contact else _NOTHING
    found.owners = _alone(stored.owner)
    found.owner_of = found.owners if card.is_owner else _NOTHING
    return found


@lru_cache(maxsize=1 << 14)
def _alone(word: str) -> frozenset[str]:
    """A set of one, the same for the many cards that say the same."""
    return frozenset((word,))


def _names_and_keys(card: Card, region: str) -> tuple[tuple[NameParts, ...], frozenset[str]]:
    names, keys = list(card.names), []
    for identifier in card.identifiers:
        if identifier.kind is _NAME:
            names.append(identifier.value)
        elif key := identifier_key(identifier, region):
            keys.append(key)
    parts = dict.fromkeys(map(name_parts, names)) if len(names) > 1 else map(name_parts, names)
    found = tuple(name for name in parts if name.key)
    return found + tuple(_names_in_profiles(keys, found)), frozenset(keys)


def _names_in_profiles(keys: Iterable[str], names: Sequence[NameParts]) -> Iterator[NameParts]:
    """Names that chosen profile slugs spell: an earlier last name often lives on there.

    Only a first name that is on the card too and one word more, as a slug may be anything.
    """
    for key in keys:
        if not key.startswith(_PROFILE):
            continue
        slug = key[len(_PROFILE) :]
        words = [word for word in slug.split("-") if _has_no_digit(word)]
        text = " ".join(words)
        if len(words) != 2 or (is_first_and_last(text) and any(n.key == text for n in names)):
            continue
        found = name_parts(text)
        known = any(name.key == found.key for name in names)
        if found.is_full and not known and _is_called(found, names) and tells_apart(slug):
            yield found


def _has_no_digit(word: str) -> bool:
    return word.isalpha() or not any(map(str.isdigit, word))


def _is_called(name: NameParts, names: Iterable[NameParts]) -> bool:
    return any(sound(name.given) == sound(other.given) for other in names)


def _work(card: Card) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of employers, and occupations without one."""
    employers, callings = [], []
    for job in card.affiliations:
        if job.kind is not AffiliationKind.WORK:
            continue
        if key := organisation_key(job.organisation):
            employers.append(key)
        if job.role.strip() and not job.organisation.strip():
            callings.append(f"as {' '.join(job.role.casefold().split())}")
    return (
        _alone(employers[0]) if len(employers) == 1 else frozenset(employers),
        frozenset(callings),
    )


def _events(card: Card) -> frozenset[str]:
    """What somebody was at, as far as the day is known."""
    groups = (a for a in card.affiliations if a.kind is AffiliationKind.GROUP and a.start)
    return frozenset(f"{' '.join(a.organisation.casefold().split())} {a.start}" for a in groups)


def is_national(key: str) -> bool:
    """Whether a phone key (with its kind or without) lacks the country."""
    return "~" in key


def _follow_keys(of: Traits) -> None:
    """What addresses and numbers tell."""
    found: dict[str, set[str]] = {}
    for key in of.keys:
        kind, _, value = key.partition(":")
        if kind == "email":
            _follow_email(value, found)
        elif kind == "phone" and len(value) > PHONE_END:
            found.setdefault("phone_ends", set()).add(value[-PHONE_END:])
            if is_national(value):
                found.setdefault("national_ends", set()).add(value[-PHONE_END:])
    for part in _OF_KEYS:
        setattr(of, part, frozenset(found[part]) if part in found else _NOTHING)


def _follow_profiles(of: Traits) -> None:
    slugs = [key[len(_PROFILE) :] for key in of.keys if key.startswith(_PROFILE)]
    of.slugs = frozenset(filter(tells_apart, slugs)) if slugs else _NOTHING


def _follow_email(address: str, found: dict[str, set[str]]) -> None:
    domain = domain_of(address)
    if domain:
        found.setdefault("work_addresses", set()).add(address)
        found.setdefault("work_domains", set()).add(domain)
        found.setdefault("work_words", set()).add(work_word(domain))
    else:
        found.setdefault("private_addresses", set()).add(address)
    if local := local_spelling(address):
        found.setdefault("locals", set()).add(local)


def _follow_names(of: Traits) -> None:
    if len(of.names) == 1:
        of.full_spellings, of.short_spellings = spellings_of(of.names[0])
        return
    both = [spellings_of(name) for name in of.names]
    of.full_spellings = _NOTHING.union(*(full for full, _short in both))
    of.short_spellings = _NOTHING.union(*(short for _full, short in both))


def _follow_work(of: Traits) -> None:
    of.employer_words = as_domain(of.employers)
    of.jobs = _together(of.employers, of.callings)
    of.is_bare = bool(of.names) and not (of.keys or of.jobs or of.owner_of)


_OF_KEYS = (
    "work_domains", "work_words", "work_addresses", "private_addresses", "locals",
    "phone_ends", "national_ends",
)  # fmt: skip
#: What works out each part that is not said outright.
_FOLLOWS: dict[str, Callable[[Traits], None]] = {
    "slugs": _follow_profiles,
    **dict.fromkeys(_OF_KEYS, _follow_keys),
    **dict.fromkeys(("full_spellings", "short_spellings"), _follow_names),
    **dict.fromkeys(("employer_words", "jobs", "is_bare"), _follow_work),
}
