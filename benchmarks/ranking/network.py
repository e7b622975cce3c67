"""The product's own contact graph of the messages before a moment, as somebody would have it.

Paths of two ties from B to C need the ties of B and the ties of C, and nothing else. A tie of
two people comes from the messages that both are on (as sender or addressed), so the messages
that B or C is on give every such tie exactly as all messages would; a message with neither only
adds ties between others. Hence the graph is built on those alone. Bridges rank the ties of B by
B's own messages. `whole_graph` builds it on everything, to hold the short way against.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from messages import Messages

from netgraph.graph.build import GraphInputs, build_graph
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
    messages: Messages, me: str, goals: Collection[str], moment: datetime
) -> ContactGraph:
    """B's (``me``) graph strictly before ``moment``: exact for ties of B and of ``goals``."""
    return _graph(messages.touching({me, *goals}, moment), me, moment)


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
            resolution=Resolution(people, {}, (), me, {"": me}),
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
