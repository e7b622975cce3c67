"""What the files of LinkedIn besides the connections prove, and what they do not."""

from __future__ import annotations

import pytest

from netgraph.model import Affiliation, EvidenceKind, RelationKind
from tests.graph.builders import ByName, World


@pytest.mark.parametrize(
    ("importer", "current"),
    [
        ("linkedin_connections", True),
        ("linkedin_dma", True),
        ("linkedin_recommendations", None),
        ("linkedin_uploaded_contacts", None),
    ],
)
def test_only_connections_say_where_somebody_works_today(
    importer: str, current: bool | None
) -> None:
    world = (
        World(employers=ByName("Acme"))
        .card("me")
        .card("ann", Affiliation("Acme"), importer=importer)
    )
    (membership,) = world.graph().memberships
    assert membership.current is current


def test_an_uploaded_address_book_is_said_not_seen() -> None:
    world = World().card("me").card("ann", contact=True, importer="linkedin_uploaded_contacts")
    (tie,) = world.graph().ties
    assert tie.kind is EvidenceKind.STATED
    assert tie.strength is None
    assert tie.evidence[0].text.startswith("in your uploaded LinkedIn contacts")


def test_an_endorsement_is_acquaintance_without_strength_and_a_recommendation_has_some() -> None:
    world = World().card("me").card("ann").card("bob")
    world.said(RelationKind.KNOWS, "me", "ann").said(RelationKind.KNOWS, "me", "bob")
    world.said(RelationKind.COLLEAGUE, "me", "bob")
    graph = world.graph()
    ann, bob = graph.tie("me", "ann"), graph.tie("me", "bob")
    assert ann is not None
    assert bob is not None
    assert ann.strength is None
    assert bob.strength == 0.5
