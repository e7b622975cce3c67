"""Say how well people know each other: the user's word, above everything in the files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import product

from netgraph.errors import NetgraphError
from netgraph.model import HowWell, Person, StoredCard, TieWord
from netgraph.store import Store
from netgraph.workflow.loading import ME, all_records


def say_how_well(store: Store, one: Person, other: Person, how: HowWell, *, now: datetime) -> None:
    """Remember how well the two know each other, through every later import and rebuild.

    The word is kept on the subjects of their cards, so that it outlives the ids; a later word
    on the same two counts. `HowWell.UNKNOWN` takes back what I said. Raises `NetgraphError`
    when the two are one person.
    """
    if one.id == other.id:
        msg = f"{one.name} is one person; name two"
        raise NetgraphError(msg)
    cards = all_records(store).cards
    subjects = [subjects_of(cards, person) for person in (one, other)]
    store.tie_words.say(TieWord(left, right, how, now) for left, right in product(*subjects))


def subjects_of(cards: Iterable[StoredCard], person: Person) -> list[str]:
    """What the user's words on ``person`` are kept on: the subjects of the cards, `ME` for me."""
    if person.is_me:
        return [ME]
    return sorted({stored.card.subject for stored in cards if stored.card.key in person.cards})
