"""The product's own contact graph of the messages before a moment, as somebody would have it.

Paths of two ties from B to C are made of the ties of B and of those between B's contacts and C.
A tie of two people comes from the messages that both are on, and each message counts for them by
itself, so each is given once for every two people it tells of: the sender and somebody addressed
(a record with these two and the number of all addressed), or two who were both addressed (the
same without a sender). Left out are the pairs that are on no such path. `whole_graph` builds the
graph of all messages as they are; the tests hold the one against the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from messages import Message, Messages, pair_record

from netgraph.graph.build import GraphInputs, build_graph
from netgraph.graph.chances import CROWD_LIMIT
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import (
    OWNER,
    AffiliationKind,
    Employer,
    Identifier,
    MatchTier,
    Person,
    Resolution,
    StoredCard,
    StoredInteraction,
    Target,
    TargetMatch,
)

#: Strictly before a moment is at the latest so much earlier.
JUST_BEFORE = timedelta(microseconds=1)


class NoEmployers:
    """A table of employers without any."""

    employers: Sequence[Employer] = ()

    def match(self, text: str, kind: AffiliationKind) -> tuple[str, MatchTier, bool] | None:
        """No organisation is known."""

    def target(self, target: Target) -> TargetMatch:
        """A target that nobody is at."""
        return TargetMatch(target, ())

    def employer_of_address(self, email: str) -> str | None:
        """No address tells."""


def graph_before(
    messages: Messages,
    me: str,
    contacts: Collection[str],
    goals: Collection[str],
    moment: datetime,
) -> ContactGraph:
    """B's (``me``) graph strictly before ``moment``, exact for paths of two ties to ``goals``.

    ``contacts`` are those whose ties to the goals are wanted.
    """
    records = list(_pairs(messages.before_of(me, moment), me, None))
    for goal in sorted(goals):
        records += _pairs(messages.before_of(goal, moment), goal, contacts)
    return _graph(records, me, moment)


def _pairs(
    found: Iterable[Message], person: str, others: Collection[str] | None
) -> Iterator[StoredInteraction]:
    """What messages tell of ``person`` and each of ``others``; None for everybody they wrote with.

    To be addressed together with somebody tells me nothing of the two of us, so that is left out
    for None.
    """
    for message in found:
        if message.sender == person:
            for other in message.recipients:
                if others is None or other in others:
                    yield pair_record(message, other)
            continue
        if others is None or message.sender in others:
            yield pair_record(message, person)
        if others is not None and message.people <= CROWD_LIMIT:
            for other in message.recipients:
                if other != person and other in others:
                    yield pair_record(message, *sorted((person, other)), sender=False)


def ego_graph(messages: Messages, me: str, moment: datetime) -> ContactGraph:
    """The graph of all messages that ``me`` was on strictly before ``moment``.

    Exact for the ties of ``me`` and for who was introduced to me: both rest on those alone.
    """
    found = messages.places_of.get(me, [])
    places = found[: bisect_left(found, messages.before(moment))]
    return _graph([messages.stored[place] for place in places], me, moment)


def whole_graph(messages: Messages, me: str, moment: datetime) -> ContactGraph:
    """The graph of all messages strictly before ``moment``, with ``me`` as its owner."""
    return _graph(messages.stored[: messages.before(moment)], me, moment)


def _graph(records: Sequence[StoredInteraction], me: str, moment: datetime) -> ContactGraph:
    named = {me}
    for record in records:
        item = record.interaction
        named.update(one.value for one in (item.sender, *item.participants) if one)
    people = tuple(Person(one, one, is_me=one == me) for one in sorted(named))
    return build_graph(
        GraphInputs(
            resolution=Resolution(people, {}, (), me, {**{one: one for one in named}, "": me}),
            person=_person,
            describe=_unchanged,
            cards=(),
            interactions=records,
            relations=(),
            employers=NoEmployers(),
            targets=(),
            as_of=moment - JUST_BEFORE,
        )
    )


def _person(identifier: Identifier, *, owner: str, digest: str) -> str:
    """Handles are the people's ids, and a file belongs to its owner."""
    del digest
    return owner if identifier == OWNER else identifier.value


def _unchanged(person: Person, cards: Sequence[StoredCard]) -> Person:
    del cards
    return person
