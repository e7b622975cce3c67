"""Who is who by the user's word: questions and answers, merging, splitting, and why.

A word is kept on the subjects of cards, so that it outlives person ids, re-import and rebuild;
the last word on two subjects counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise

from netgraph.errors import NetgraphError, NotFoundError
from netgraph.model import Judgement, Person, Question, Resolution, StoredCard
from netgraph.store import Store
from netgraph.workflow.loading import known_cards, resolve

_Word = tuple[str, str, Judgement]


def questions(store: Store, as_of: datetime | None = None) -> tuple[Question, ...]:
    """The unsure pairs that wait for the user's word, as the rules order them.

    With ``as_of`` those that what was known by then leaves open.
    """
    resolution, cards = known_cards(store, as_of)
    people = {person.id: person for person in resolution.people}
    bearer: dict[str, Person] = {}
    # of a subject that stands in a friend's file as well, mine is meant
    for stored in sorted(cards, key=lambda s: s.owner):
        bearer.setdefault(stored.card.subject, people[resolution.person_of[stored.card.key]])
    found: dict[tuple[str, str], Question] = {}
    for decision in resolution.decisions:
        if decision.judgement is Judgement.UNSURE:
            left, right = bearer[decision.left], bearer[decision.right]
            if left.id != right.id:
                pair = (min(left.id, right.id), max(left.id, right.id))
                found.setdefault(pair, Question(left, right, decision))
    return tuple(found.values())


def answer(store: Store, left: str, right: str, judgement: Judgement, *, now: datetime) -> None:
    """Say whether two people are the same; kept for ever, through re-import and rebuild.

    ``left`` and ``right`` are person ids. SAME also takes back what was said of the two
    before. Raises `NotFoundError` when one of them is not a person.
    """
    ours, theirs = cards_of(store, left), cards_of(store, right)
    pairs = [(a, b) for a in _subjects(ours) for b in _subjects(theirs)]
    if judgement is not Judgement.SAME:
        store.decided.decide_all([(a, b, judgement) for a, b in pairs], now)
        return
    apart = {
        frozenset((d.left, d.right))
        for d in store.decided.decisions()
        if d.judgement is Judgement.DIFFERENT
    }
    taken_back = [(a, b, judgement) for a, b in pairs if frozenset((a, b)) in apart]
    store.decided.decide_all([*taken_back, (_speaker(ours), _speaker(theirs), judgement)], now)


def cards_of(store: Store, person: str) -> tuple[StoredCard, ...]:
    """The cards of a person (by id) in the order they came; a card's number is its place here.

    Raises `NotFoundError` when there is no such person.
    """
    return cards_among(*known_cards(store), person)


def cards_among(
    resolution: Resolution, cards: Iterable[StoredCard], person: str
) -> tuple[StoredCard, ...]:
    """`cards_of` by what is known alone."""
    found = tuple(s for s in cards if resolution.person_of[s.card.key] == person)
    if not found:
        msg = f"there is no person {person!r}"
        raise NotFoundError(msg)
    return found


def split(
    store: Store, person: str, numbers: Iterable[int], *, now: datetime
) -> tuple[Person, Person]:
    """Take cards (by number, from 1) out of a person; gives who is left and who was taken out.

    What else stands in the same entry of a source goes with a card. Both parts stay one person
    each. Raises `NetgraphError` when there is no such card or nothing would be left.
    """
    cards = cards_of(store, person)
    wanted = set(numbers)
    for number in sorted(wanted):
        if not 1 <= number <= len(cards):
            msg = f"there is no card {number}; the cards are 1 to {len(cards)}"
            raise NetgraphError(msg)
    subjects = {cards[number - 1].card.subject for number in wanted}
    taken = [stored for stored in cards if stored.card.subject in subjects]
    left = [stored for stored in cards if stored.card.subject not in subjects]
    if not left or not taken:
        msg = "take out some cards and leave some; versions of one entry stay together"
        raise NetgraphError(msg)
    words: list[_Word] = [
        (a, b, Judgement.DIFFERENT) for a in _subjects(taken) for b in _subjects(left)
    ]
    store.decided.decide_all(words, now)
    person_of = resolve(store).person_of
    for part in (left, taken):
        if len({person_of[stored.card.key] for stored in part}) > 1:
            chain = pairwise(_subjects(part))
            store.decided.decide_all([(a, b, Judgement.SAME) for a, b in chain], now)
    resolution = resolve(store)
    people = {each.id: each for each in resolution.people}
    rest, out = (people[resolution.person_of[part[0].card.key]] for part in (left, taken))
    return rest, out


def merge(store: Store, left: str, right: str, *, now: datetime) -> Person:
    """Make one person of two (by id), whatever was said before; gives the one they are now."""
    first = cards_of(store, left)[0].card.key
    answer(store, left, right, Judgement.SAME, now=now)
    resolution = resolve(store)
    return next(p for p in resolution.people if p.id == resolution.person_of[first])


def _subjects(cards: Iterable[StoredCard]) -> list[str]:
    return sorted({stored.card.subject for stored in cards})


def _speaker(cards: Sequence[StoredCard]) -> str:
    """The subject that stands for a person: an owner's card first, then one of my files."""
    return min((not s.card.is_owner, s.owner, s.card.subject) for s in cards)[-1]
