"""Why cards are one person: what they share, what the rules found, and what the user said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from netgraph.model import (
    Decision,
    IdentifierKind,
    Judgement,
    Person,
    Reason,
    StoredCard,
    Verdict,
    Why,
)
from netgraph.store import Store
from netgraph.workflow.identity import cards_among, questions
from netgraph.workflow.loading import known_cards, region

if TYPE_CHECKING:
    from netgraph.analyse.identity import Doubts, Identity

_WORDS = {
    IdentifierKind.EMAIL: "e-mail address",
    IdentifierKind.PHONE: "phone number",
    IdentifierKind.PROFILE: "profile",
    IdentifierKind.HANDLE: "account",
}
_ONE_ENTRY = "They are one entry of one source."
_OWNER = "Files name them as their owner."
_BY_NAME = "The name is the same, and nobody else of that name stands there."
_YOU_SAID = "You said so."


def explain(store: Store, person: Person, as_of: datetime | None = None) -> Why:
    """The cards of ``person``, numbered from 1, what joined them, and what was said of others.

    Reasons come from the firmest to the user's word; ``others`` are by name. With ``as_of``
    by what was known then; ``person`` is one of those people.
    """
    resolution, records = known_cards(store, as_of)
    cards = cards_among(resolution, records, person.id)
    said = list(store.decided.decisions())
    number: dict[str, int] = {}
    for n, stored in enumerate(cards, 1):
        number.setdefault(stored.card.subject, n)
    joined = [*_shared(cards, region(store, records)), *_told(resolution.decisions, number)]
    joined += _told(said, number)
    joined += _by_name(cards, joined)
    people = {each.id: each for each in resolution.people}
    bearers = {s.card.subject: people[resolution.person_of[s.card.key]] for s in records}
    others = list(_others([*said, *resolution.decisions], person, number, bearers))
    return Why(person, cards, tuple(joined), tuple(others))


def identity(store: Store, text: str, as_of: datetime | None = None) -> Identity:
    """The cards of the one person ``text`` means, and why they are one, as `explain` has it.

    ``text`` is a name, an address or an id. Raises `NotFoundError` with the nearest names and
    `AmbiguousNameError` with the candidates.
    """
    from netgraph.analyse.goals import choose
    from netgraph.analyse.identity import Identity

    people = known_cards(store, as_of)[0].people
    return Identity(explain(store, choose(people, text), as_of))


def doubts(store: Store, as_of: datetime | None = None) -> Doubts:
    """The pairs that may be one person and wait for the user's word, as the rules order them.

    With ``as_of`` those that what was known by then leaves open. ``netgraph review`` asks about
    them.
    """
    from netgraph.analyse.identity import Doubts

    return Doubts(questions(store, as_of))


def _shared(cards: Sequence[StoredCard], region: str) -> Iterator[Reason]:
    from netgraph.resolve.normalise import identifier_key

    groups: dict[tuple[str, str], list[int]] = {}
    for n, stored in enumerate(cards, 1):
        groups.setdefault((_ONE_ENTRY, f"{stored.owner} {stored.card.subject}"), []).append(n)
        if stored.card.is_owner:
            groups.setdefault((_OWNER, stored.owner), []).append(n)
        for identifier in stored.card.identifiers:
            if identifier.kind in _WORDS and (key := identifier_key(identifier, region)):
                text = f"They have the same {_WORDS[identifier.kind]}."
                groups.setdefault((text, key), []).append(n)
    for (text, _key), numbers in sorted(groups.items(), key=lambda group: group[1]):
        if len(set(numbers)) > 1:
            yield Reason(tuple(dict.fromkeys(numbers)), (text,), "rules")


def _told(decisions: Iterable[Decision], number: Mapping[str, int]) -> Iterator[Reason]:
    for one in decisions:
        if one.judgement is Judgement.SAME and {one.left, one.right} <= number.keys():
            numbers = tuple(sorted((number[one.left], number[one.right])))
            yield Reason(numbers, one.evidence or (_YOU_SAID,), one.by)


def _by_name(cards: Sequence[StoredCard], joined: Iterable[Reason]) -> Iterator[Reason]:
    """A reason for what the others leave apart: nothing but the name stands for it."""
    parts = [{n} for n in range(1, len(cards) + 1)]
    for reason in joined:
        touched = [part for part in parts if part & set(reason.cards)]
        parts = [part for part in parts if part not in touched] + [set().union(*touched)]
    if len(parts) > 1:
        yield Reason(tuple(sorted(map(min, parts))), (_BY_NAME,), "rules")


def _others(
    decisions: Iterable[Decision],
    person: Person,
    number: Mapping[str, int],
    bearers: Mapping[str, Person],
) -> Iterator[Verdict]:
    """What was said or asked about ``person`` and others, once each; mine first, then by name."""
    found: dict[str, Verdict] = {}
    for one in decisions:
        for here, there in ((one.left, one.right), (one.right, one.left)):
            other = bearers.get(there)
            if here in number and other and other.id != person.id:
                evidence = one.evidence or (_YOU_SAID,)
                found.setdefault(other.id, Verdict(one.judgement, other, evidence, one.by))
    yield from sorted(found.values(), key=lambda v: (v.by != "user", v.other.name, v.other.id))
