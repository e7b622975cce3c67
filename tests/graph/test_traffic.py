"""How much one event counts for two of those on it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from netgraph.graph.chances import CROWD_LIMIT
from netgraph.graph.traffic import Sight, traffic
from netgraph.model import (
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    StoredInteraction,
)

MAY = datetime(2026, 5, 1, tzinfo=UTC)


def by_value(identifier: Identifier, owner: str, digest: str) -> str | None:
    """Everybody is called what they are pointed at by."""
    del owner, digest
    return identifier.value


def weights(kind: InteractionKind, *events: str) -> dict[tuple[str, str], float]:
    """Weight per pair; each event is its sender and those addressed, a letter each."""
    found = traffic(
        [
            StoredInteraction(
                Interaction(
                    f"event {number}",
                    Origin("mbox", "all.mbox", "0" * 12, f"message {number}"),
                    kind,
                    MAY,
                    Identifier(IdentifierKind.EMAIL, event[0]),
                    tuple(Identifier(IdentifierKind.EMAIL, one) for one in event[1:]),
                    len(event) - 1,
                ),
                "",
                MAY,
            )
            for number, event in enumerate(events)
        ],
        by_value,
        me="",
        as_of=MAY,
    )
    total: dict[tuple[str, str], float] = {}
    for (pair, sight), tally in found.pairs.items():
        assert sight in {Sight.WROTE, Sight.RECEIVED, Sight.MET}
        total[pair] = total.get(pair, 0.0) + tally.weight
    return total


@pytest.mark.parametrize("kind", [InteractionKind.MAIL, InteractionKind.MEETING])
def test_an_event_of_n_people_counts_one_in_n_less_one_as_in_newman(kind: InteractionKind) -> None:
    """Newman 2001, Physical Review E 64: papers {a, b, c} and {a, b}.

    With the sender among the n people this is 1 / (n - 1); they address n - 1 others, whom
    `Interaction.n_participants` counts.
    """
    found = weights(kind, "abc", "ab")
    assert found == pytest.approx({("a", "b"): 1.5, ("a", "c"): 0.5, ("b", "c"): 0.5})


@pytest.mark.parametrize("kind", [InteractionKind.MAIL, InteractionKind.MEETING])
def test_a_crowd_counts_nothing(kind: InteractionKind) -> None:
    letters = [chr(200 + number) for number in range(CROWD_LIMIT + 1)]
    full = weights(kind, "a" + "".join(letters[:CROWD_LIMIT]))
    assert list(full.values()) == pytest.approx([1 / CROWD_LIMIT] * len(full))
    assert len(full) == (CROWD_LIMIT + 1) * CROWD_LIMIT // 2
    assert weights(kind, "a" + "".join(letters)) == {}
