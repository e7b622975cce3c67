"""What a graph of the past must not know."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import (
    Affiliation,
    Card,
    Identifier,
    IdentifierKind,
    InteractionKind,
    Origin,
    Person,
    RelationKind,
    StoredCard,
    Target,
)
from tests.graph.builders import NOW, ByName, World, address

MAY_2024 = datetime(2024, 5, 1, 9, tzinfo=UTC)
JUNE_2024 = datetime(2024, 6, 1, 9, tzinfo=UTC)
PHONE = Identifier(IdentifierKind.PHONE, "+15550100")
OLD = Identifier(IdentifierKind.EMAIL, "ann@old.example")


def book(name: str, *, imported: datetime = NOW, label: str = "climbing") -> StoredCard:
    """A page of an address book with everything on it."""
    origin = Origin("vcard", f"book {imported:%Y}.vcf", f"book{imported:%Y}", "card 1")
    card = Card(
        key=f"{name} in the book of {imported}",
        subject=name,
        origin=origin,
        names=(f"{name.title()} Marsh",),
        identifiers=(address(name), OLD, PHONE),
        affiliations=(Affiliation("", role="hairdresser"),),
        labels=(label,),
        is_contact=True,
    )
    return StoredCard(card, "", imported)


def person(graph: ContactGraph, name: str) -> Person:
    return next(one for one in graph.people if one.id == name)


def test_a_person_shows_only_what_files_imported_by_then_tell() -> None:
    world = World().card("me")
    world.cards += [book("ann", imported=MAY_2024, label="circle:choir"), book("ann")]
    then = person(world.graph(JUNE_2024), "ann")
    assert then.labels == ("circle:choir",)
    assert then.files == ("book 2024.vcf",)
    assert then.since == MAY_2024
    assert set(person(world.graph(), "ann").labels) == {"circle:choir", "climbing"}


def test_known_by_mail_alone_is_name_and_address_of_the_mail() -> None:
    world = World().card("me").card("ann").event(MAY_2024, "ann", "me")
    world.cards.append(book("ann"))
    then = person(world.graph(JUNE_2024), "ann")
    assert (then.name, then.names) == ("ann", ("ann",))
    assert then.identifiers == (address("ann"),)
    assert (then.labels, then.occupation, then.is_contact) == ((), "", False)
    assert then.files == ("mbox.file",)
    now = person(world.graph(), "ann")
    assert (now.name, now.occupation) == ("Ann Marsh", "hairdresser")


def test_an_address_used_later_is_not_known_yet() -> None:
    world = World().card("me").card("ann").event(MAY_2024, "ann", "me")
    world.card("ann", email="ann@new.example")
    assert person(world.graph(JUNE_2024), "ann").identifiers == (address("ann"),)


def test_without_a_card_in_the_file_of_the_event_the_address_stands_for_the_name() -> None:
    world = World().card("me").event(MAY_2024, "me", "ann", kind=InteractionKind.CALL)
    world.cards.append(book("ann"))
    then = person(world.graph(JUNE_2024), "ann")
    assert (then.name, then.identifiers) == ("ann@example.org", (address("ann"),))
    assert (then.labels, then.names, then.cards) == ((), (), ())


def test_i_am_always_there_under_my_name() -> None:
    world = World().card("me")
    world.cards.append(book("me"))
    me = person(world.graph(MAY_2024), "me")
    assert (me.name, me.is_me) == ("Me Marsh", True)
    assert (me.names, me.identifiers, me.labels, me.files, me.since) == ((), (), (), (), None)


def test_an_end_still_to_come_is_not_known() -> None:
    world = World(employers=ByName("Acme")).card("me").event(MAY_2024, "me", "ann")
    world.card("ann", Affiliation("Acme", start=date(2020, 1, 1), end=date(2025, 1, 1)))
    (then,) = world.graph(JUNE_2024).memberships
    assert (then.end, then.current) == (None, True)
    (now,) = world.graph().memberships
    assert (now.end, now.current) == (date(2025, 1, 1), False)


def test_a_membership_told_by_a_later_undated_card_is_left_out() -> None:
    world = World(employers=ByName("Acme")).card("me").event(MAY_2024, "me", "ann")
    world.card("ann", Affiliation("Acme"))
    assert world.graph(JUNE_2024).memberships == ()
    assert [one.employer for one in world.graph().memberships] == ["Acme"]


def test_a_work_address_in_use_is_proved_by_the_mail_not_by_a_later_file() -> None:
    world = World(employers=ByName("old")).card("me").card("ann").event(MAY_2024, "me", "ann")
    world.cards.append(book("ann"))
    mail = world.interactions[0].interaction
    mail = replace(mail, key="to the old address", participants=(OLD,))
    world.interactions.append(replace(world.interactions[0], interaction=mail))
    for moment in (JUNE_2024, NOW):
        (found,) = world.graph(moment).memberships
        assert found.evidence.text == "has an address at old, last used 2024"
        assert found.evidence.origin == mail.origin


def test_employers_are_those_of_somebody_or_of_a_target() -> None:
    world = World(employers=ByName("Acme", "Late", "Nobody", "Said", "Wanted")).card("me")
    world.card("ann", Affiliation("Acme"), imported=MAY_2024).card("ann", Affiliation("Late"))
    world.said(RelationKind.KNOWS_AT, "ann", "Said", imported=MAY_2024)
    world.targets = [Target("Wanted")]
    then = [employer.id for employer in world.graph(JUNE_2024).employers]
    assert then == ["Acme", "Said", "Wanted"]
    now = [employer.id for employer in world.graph().employers]
    assert now == ["Acme", "Late", "Said", "Wanted"]
