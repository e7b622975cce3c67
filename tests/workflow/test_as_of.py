"""A graph of an earlier day knows nothing that was imported later, save dated events."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.graph.contactgraph import ContactGraph
from netgraph.importers._keys import seal
from netgraph.model import (
    OWNER,
    Affiliation,
    AffiliationKind,
    Card,
    Closeness,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Judgement,
    MatchTier,
    Origin,
    Record,
    Relation,
    RelationKind,
    Source,
    Target,
)
from netgraph.store import Store
from netgraph.store.decided import Owner
from netgraph.workflow import import_paths, load_graph, resolve

SAMPLE = Path(__file__).parents[2] / "sample_data"
DAY_1 = datetime(2026, 11, 3, 12, tzinfo=UTC)
DAY_2 = DAY_1 + timedelta(days=1)
LATER = DAY_2 + timedelta(days=1)


def card(
    name: str,
    *addresses: str,
    works_at: str = "",
    labels: tuple[str, ...] = (),
    kind: AffiliationKind = AffiliationKind.WORK,
    is_owner: bool = False,
) -> Card:
    """A row of an address book."""
    jobs = (Affiliation(works_at, "engineer", kind=kind),) if works_at else ()
    identifiers = tuple(Identifier(IdentifierKind.EMAIL, one) for one in addresses)
    origin = Origin("vcard", "book.vcf", "", f"card {name} {addresses} {works_at} {labels}")
    return Card("", "", origin, (name,), identifiers, jobs, labels, not is_owner, is_owner)


def mail(when: datetime | None, sender: str, *others: str, number: int = 0) -> Interaction:
    """A message among addresses."""
    return Interaction(
        key=f"mail {number} {when} {sender} {others}",
        origin=Origin("mbox", "all.mbox", "", f"message {number}"),
        kind=InteractionKind.MAIL,
        when=when,
        sender=Identifier(IdentifierKind.EMAIL, sender),
        participants=tuple(Identifier(IdentifierKind.EMAIL, other) for other in others),
        n_participants=len(others),
    )


def bring(store: Store, when: datetime, *records: Record, file: str = "", owner: str = "") -> None:
    """Import ``records`` as the file of that name."""
    name = file or f"file of {when:%d %b}"
    digest = name.encode().hex()[-12:].rjust(12, "0")
    placed: list[Record] = []
    for one in records:
        origin = Origin(one.origin.importer, name, digest, one.origin.place)
        moved = {f: getattr(one, f) for f in one.__dataclass_fields__} | {"origin": origin}
        made = type(one)(**moved)
        placed.append(seal(made) if isinstance(made, Card) else made)
    store.imported.add(Source(0, "vcard", name, digest, owner, when), "row", placed)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "netgraph.db")


def test_a_spelling_learned_later_is_not_shown_earlier(store: Store) -> None:
    bring(store, DAY_1, card("Ann Marsh", "ann@nord.example", works_at="Nordwind"))
    before = load_graph(store, DAY_1)
    bring(store, DAY_2, card("Bob Reed", works_at="Nordwind GmbH"))
    assert load_graph(store, DAY_1) == before
    assert [one.names for one in before.employers] == [("Nordwind",)]
    assert load_graph(store, DAY_2).employers[0].names != ("Nordwind",)


def test_a_mail_domain_learned_later_proves_nothing_earlier(store: Store) -> None:
    bring(store, DAY_1, card("Ann Marsh", "ann@nord.example"))
    learned = [
        card(name, f"{name[0]}@nord.example", works_at="Nordwind")
        for name in ("Bo Reed", "Cy Lamb")
    ]
    bring(store, DAY_2, *learned)
    assert load_graph(store, DAY_1).memberships == ()
    tiers = [one.tier for one in load_graph(store, DAY_2).memberships]
    assert tiers.count(MatchTier.DOMAIN) == 1


def test_an_organisation_that_somebody_is_said_to_know_later(store: Store) -> None:
    bring(store, DAY_1, card("Ann Marsh", "ann@example.org", works_at="Nordwind"))
    before = load_graph(store, DAY_1)
    person = Identifier(IdentifierKind.EMAIL, "ann@example.org")
    origin = Origin("handmade", "list.csv", "", "row 1")
    said = Relation("r", origin, RelationKind.KNOWS_AT, person, "NORDWIND Ltd.")
    bring(store, DAY_2, said)
    assert load_graph(store, DAY_1) == before
    assert len(load_graph(store, DAY_2).knows_at) == 1


def test_two_people_joined_by_a_later_card_were_two(store: Store) -> None:
    bring(
        store,
        DAY_1,
        card("Ann Marsh", "ann@example.org"),
        card("A. M.", "a.m@example.net"),
    )
    before = load_graph(store, DAY_1)
    bring(store, DAY_2, card("Ann Marsh", "ann@example.org", "a.m@example.net"))
    assert load_graph(store, DAY_1) == before
    assert len(before.people) == 3
    assert len(load_graph(store, DAY_2).people) == 2


def test_what_the_user_decides_holds_on_every_day(store: Store) -> None:
    ann, other = card("Ann Marsh", "ann@example.org"), card("Nan", "nan@example.net")
    bring(store, DAY_1, ann, other)
    bring(store, DAY_2, card("Bob Reed", "bob@example.org"))
    assert len(load_graph(store, DAY_1).people) == 3
    left, right = (s.card.subject for s in store.imported.cards() if s.imported == DAY_1)
    store.decided.decide(left, right, Judgement.SAME, LATER)
    assert len(load_graph(store, DAY_1).people) == 2


def test_a_friend_declared_later_is_not_known_earlier(store: Store) -> None:
    bring(store, DAY_1, card("Ann Marsh", "ann@example.org"))
    before = load_graph(store, DAY_1)
    store.decided.set_owner(Owner("dana", "Dana Fox", "dana@example.org"))
    bring(store, DAY_2, card("Bob Reed", "bob@example.org"), owner="dana")
    assert load_graph(store, DAY_1) == before
    assert {p.name for p in load_graph(store, DAY_2).people} >= {"Dana Fox", "Bob Reed"}


def test_my_name_is_the_one_known_then_or_given_by_me(store: Store) -> None:
    bring(store, DAY_1, card("Ann Marsh", "ann@example.org"))
    before = load_graph(store, DAY_1)
    bring(store, DAY_2, card("Ida Berg", "ida@example.org", is_owner=True))
    assert load_graph(store, DAY_1) == before
    names = {moment: my_name(load_graph(store, moment)) for moment in (DAY_1, DAY_2)}
    assert names == {DAY_1: "Me", DAY_2: "Ida Berg"}
    store.decided.set_owner(Owner("", "Ida Berg", "ida@example.org"))
    assert my_name(load_graph(store, DAY_1)) == "Ida Berg"


def my_name(graph: ContactGraph) -> str:
    return next(person.name for person in graph.people if person.is_me)


def test_dated_events_of_a_later_file_count_by_their_time(store: Store) -> None:
    bring(store, DAY_1, card("Ann Marsh", "ann@example.org"))
    early, late = DAY_1 - timedelta(days=30), DAY_2
    bring(
        store,
        DAY_2,
        card("Ida Berg", "ida@example.org", is_owner=True),
        card("Bob Reed", "bob@example.org", "bob@nord.example", works_at="Nordwind"),
        card("Cy Lamb", "cy@example.org"),
        mail(early, "ida@example.org", "bob@example.org"),
        mail(late, "ida@example.org", "cy@example.org", number=1),
    )
    then = load_graph(store, DAY_1)
    assert {person.name for person in then.people} == {"Ann Marsh", "Bob Reed", "Ida Berg"}
    (bob,) = (person for person in then.people if person.name == "Bob Reed")
    assert [one.value for one in bob.identifiers] == ["bob@example.org"]
    assert then.memberships == ()
    assert then.tie(then.me, bob.id) is not None
    assert len(load_graph(store, LATER).people) == 4


def test_an_address_used_in_one_later_file_and_kept_in_another(store: Store) -> None:
    bring(store, DAY_1, card("Ann Marsh", "ann@example.org"))
    early = DAY_1 - timedelta(days=30)
    bring(store, DAY_2, card("Bob Reed", "bob@example.org", works_at="Nordwind"), file="book")
    bring(
        store,
        DAY_2,
        card("Ida Berg", "ida@example.org", is_owner=True),
        mail(early, "ida@example.org", "bob@example.org"),
        file="mails",
    )
    then = load_graph(store, DAY_1)
    assert {p.name for p in then.people} == {"Ann Marsh", "bob@example.org", "Ida Berg"}
    assert then.employers == ()


@pytest.mark.parametrize("later", ["google_contacts.csv", "phone.vcf", "hand_list.csv"])
def test_files_of_the_sample_imported_later_change_nothing_earlier(
    store: Store, later: str
) -> None:
    earlier = [one for one in sorted((SAMPLE / "mine").iterdir()) if one.name != later]
    reports = list(import_paths(store, earlier, now=DAY_1))
    store.decided.set_target(Target("Nordwind Analytics"))
    assert all(not report.error for report in reports)
    before = load_graph(store, DAY_1)
    (report,) = import_paths(store, [SAMPLE / "mine" / later], now=DAY_2)
    assert report.counts.kept > 0
    # what the list says of a last contact has a day of its own, before day 1
    moment = DAY_1 if later != "hand_list.csv" else datetime(2014, 1, 1, tzinfo=UTC)
    if moment != DAY_1:
        before = load_graph_without(earlier, moment, store)
    after = load_graph(store, moment)
    for part in ("people", "ties", "memberships", "employers", "introductions", "knows_at", "me"):
        assert getattr(after, part) == getattr(before, part), part
    assert after.targets == before.targets
    assert load_graph(store, DAY_2) != load_graph(store, DAY_1)


def load_graph_without(earlier: Sequence[Path], moment: datetime, beside: Store) -> ContactGraph:
    """The graph of a store that holds only the files of ``earlier``."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "a.db") as alone:
        list(import_paths(alone, earlier, now=DAY_1))
        for target in beside.decided.targets():
            alone.decided.set_target(target)
        return load_graph(alone, moment)


NAMES = ("Ann Marsh", "A. Marsh", "Bob Reed", "Bob", "Ida Berg")
ADDRESSES = ("ann@nord.example", "ann@example.org", "bob@nord.example", "ida@example.org")
PLACES = ("", "Nordwind", "Nordwind GmbH", "NORDWIND", "Acme", "Acme Ltd")


@st.composite
def _records(draw: st.DrawFn, *, dated: tuple[int, int]) -> Record:
    """Anything a file may hold; ``dated`` bounds the days of its events, from day 1."""
    kind = draw(st.sampled_from([Card, Card, Interaction, Relation]))
    number = draw(st.integers(0, 99))
    if kind is Card:
        return card(
            draw(st.sampled_from(NAMES)),
            *draw(st.lists(st.sampled_from(ADDRESSES), max_size=2, unique=True)),
            works_at=draw(st.sampled_from(PLACES)),
            labels=draw(st.sampled_from([(), ("choir",)])),
            is_owner=draw(st.integers(0, 5)) == 0,
        )
    one, *others = draw(st.lists(st.sampled_from(ADDRESSES), min_size=2, max_size=3, unique=True))
    if kind is Interaction:
        days = draw(st.one_of(st.none(), st.integers(*dated)))
        when = None if days is None else DAY_1 + timedelta(days=days)
        return mail(when, one, *others, number=number)
    stated = draw(st.sampled_from([RelationKind.KNOWS, RelationKind.KNOWS_AT]))
    right = (
        draw(st.sampled_from(PLACES[1:]))
        if stated is RelationKind.KNOWS_AT
        else Identifier(IdentifierKind.EMAIL, others[0])
    )
    left = draw(st.sampled_from([OWNER, Identifier(IdentifierKind.EMAIL, one)]))
    close = Closeness.SOME if stated is RelationKind.KNOWS and number % 2 else None
    origin = Origin("handmade", "", "", f"row {number}")
    return Relation(f"{stated} {left} {right} {close}", origin, stated, left, right, close)


@given(
    st.lists(_records(dated=(-900, 0)), min_size=1, max_size=6),
    st.lists(_records(dated=(1, 900)), min_size=1, max_size=6),
    st.sampled_from(["", "dana"]),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_what_comes_later_changes_no_earlier_day(
    earlier: list[Record], later: list[Record], owner: str, resolved: bool
) -> None:
    """Equal in everything, ids too: nothing was decided by the user."""
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "n.db") as store:
        bring(store, DAY_1, *earlier)
        before = load_graph(store, DAY_1)
        if owner:
            store.decided.set_owner(Owner(owner, "Dana Fox", "dana@example.org"))
        bring(store, DAY_2, *later, owner=owner)
        if resolved:
            resolve(store)
        assert load_graph(store, DAY_1) == before
