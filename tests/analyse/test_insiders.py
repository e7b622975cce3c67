from __future__ import annotations

from datetime import date

from netgraph.analyse.insiders import insiders
from netgraph.model import AffiliationKind
from tests.graph.builders import member, network, tie

GRAPH = network(
    [tie("me", "ann", 0.2), tie("me", "bob", 0.8), tie("me", "old", None)],
    memberships=[
        member("ann", "Acme", current=None),
        member("bob", "Acme", start=date(2020, 1, 1)),
        member("me", "Acme"),
        member("old", "Acme", current=False, end=date(2022, 5, 1)),
        member("far", "Acme Labs"),
        member("pupil", "Acme", kind=AffiliationKind.SCHOOL),
        member("back", "Acme", current=False),
        member("back", "Acme", start=date(2024, 1, 1)),
        member("else", "Nord"),
    ],
)


def test_now_and_formerly_by_my_tie() -> None:
    found = insiders(GRAPH, ["Acme", "Acme Labs"])
    assert [(one.id, one.band) for one in found.now] == [
        ("bob", "strong"),
        ("ann", "fair"),
        ("back", ""),
        ("far", ""),
    ]
    assert [(one.id, one.band) for one in found.formerly] == [("old", "unknown")]
    assert [one.id for one in found.others] == ["pupil"]


def test_as_a_frame() -> None:
    frame = insiders(GRAPH, ["Acme"]).to_frame()
    assert frame["when"].tolist() == ["now"] * 3 + ["formerly", "studied or member"]
    assert frame["tier"].unique().tolist() == ["exact"]
    assert frame["since"].tolist()[0] == date(2020, 1, 1)


def test_nobody_there() -> None:
    found = insiders(GRAPH, ["Blank"])
    assert (found.now, found.formerly, found.others) == ((), (), ())
    assert found.to_frame().empty
