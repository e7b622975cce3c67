from __future__ import annotations

from datetime import date

from netgraph.analyse.moves import Moves, moves
from netgraph.model import AffiliationKind
from tests.graph.builders import member, network, tie


def test_people_went_from_a_firm_or_came_from_the_employer() -> None:
    graph = network(
        [tie("me", "ann")],
        memberships=[
            # went: by the job of today, and by the dates although both ended
            member("ann", "Quill", current=False),
            member("ann", "Acme"),
            member("bob", "Quill", current=False, start=date(2010, 1, 1), end=date(2012, 1, 1)),
            member("bob", "Acme", current=False, start=date(2012, 2, 1), end=date(2015, 1, 1)),
            # came from there
            member("eve", "Acme", current=False),
            member("eve", "Quill"),
            member("eve", "Heron"),
            # no move: both today, a school, and I myself
            member("dan", "Acme"),
            member("dan", "Finch"),
            member("fay", "Acme"),
            member("fay", "Gull", current=False, kind=AffiliationKind.SCHOOL),
            member("me", "Acme"),
            member("me", "Ibis", current=False),
        ],
    )
    assert moves(graph, ["Acme"]) == {"Heron": Moves(0, 1), "Quill": Moves(2, 1)}
    assert moves(graph, ["Nowhere"]) == {}
    assert moves(graph, []) == {}


def test_a_person_counts_once_a_firm_and_both_ways_as_having_gone() -> None:
    graph = network(
        [tie("me", "ann")],
        memberships=[
            member("ann", "Quill", current=False, start=date(2001, 1, 1)),
            member("ann", "Acme", current=False, start=date(2005, 1, 1)),
            member("ann", "Quill", start=date(2009, 1, 1)),
        ],
    )
    assert moves(graph, ["Acme"]) == {"Quill": Moves(1, 0)}
