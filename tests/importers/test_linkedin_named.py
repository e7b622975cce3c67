"""LinkedIn's endorsements, recommendations, uploaded contacts, follows; and all of it as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from netgraph.errors import UnreadableFileError
from netgraph.importers import Document, find_importer
from netgraph.importers._files import walk
from netgraph.model import (
    OWNER,
    Affiliation,
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    Origin,
    Record,
    Reject,
    RejectKind,
    Relation,
    RelationKind,
)
from tests.importers.mutations import document_of

LINKEDIN = Path(__file__).parent.parent / "fixtures" / "linkedin"
SNAPSHOT = "dma/memberSnapshotData.json"
NOWHERE = Origin("", "", "", "")


def read(source: str | Document) -> list[Record]:
    if isinstance(source, str):
        (source,) = walk(LINKEDIN / source)  # type: ignore[assignment]
        assert isinstance(source, Document)
    return list(find_importer(source).read(source))


def cards(records: list[Record]) -> list[Card]:
    return [record for record in records if isinstance(record, Card)]


def said(records: list[Record]) -> list[tuple[RelationKind, str]]:
    found = [record for record in records if isinstance(record, Relation)]
    assert all(relation.left == OWNER and relation.closeness is None for relation in found)
    return [(r.kind, r.right if isinstance(r.right, str) else r.right.value) for r in found]


class TestEndorsements:
    def test_who_endorsed_me_knows_me(self) -> None:
        records = read("2026/Endorsement_Received_Info.csv")
        (card,) = cards(records)
        assert not card.is_contact
        assert said(records) == [
            (RelationKind.KNOWS, "www.linkedin.com/in/ilse-quandel-example"),
        ]

    def test_two_skills_of_one_person_are_said_once(self) -> None:
        records = read("2026/Endorsement_Given_Info.csv")
        assert len({card.key for card in cards(records)}) == 1
        assert len({r.key for r in records if isinstance(r, Relation)}) == 1
        assert [r.kind for r in records if isinstance(r, Reject)] == [RejectKind.LEFT_OUT]

    def test_without_addresses_the_name_stands(self) -> None:
        records = read("2022/Endorsement_Received_Info.csv")
        (card,) = cards(records)
        assert card.identifiers == (Identifier(IdentifierKind.NAME, "Wren Talbach, MBA"),)
        assert said(records) == [(RelationKind.KNOWS, "Wren Talbach, MBA")]


@pytest.mark.parametrize(
    ("name", "person", "work"),
    [
        ("Recommendations_Received.csv", "Wren Talbach", Affiliation("Pine Systems", "CTO")),
        ("Recommendations_Given.csv", "Tobin Marrash", Affiliation("Orbit Foods GmbH", "Engineer")),
    ],
)
def test_a_recommendation_makes_colleagues(name: str, person: str, work: Affiliation) -> None:
    records = read(f"2026/{name}")
    (card,) = cards(records)
    assert card.names == (person,)
    assert card.affiliations == (work,)
    assert said(records) == [(RelationKind.KNOWS, person), (RelationKind.COLLEAGUE, person)]


class TestUploadedContacts:
    @pytest.mark.parametrize(
        ("name", "person", "expected"),
        [
            (
                "2026/ImportedContacts.csv",
                "Ilse Quandel",
                ["ilse@example.com", "ilse.q@example.net", "+1 555-0100"],
            ),
            (
                "2017/Imported Contacts.csv",
                "Tobin Marrash",
                ["tobin@example.org", "tobin.m@example.net", "+1 555-0111", "+1 555-0112"],
            ),
            (
                "2026/Imported_Contacts_2.csv",
                "Yuna Mae Petrakis",
                ["yuna@example.com", "yuna.petrakis@example.org", "+1 555-0103", "+1 555-0104"],
            ),
        ],
    )
    def test_every_address_and_number_of_a_cell(
        self, name: str, person: str, expected: list[str]
    ) -> None:
        card = cards(read(name))[0]
        assert card.is_contact
        assert card.names[0] == person
        assert [identifier.value for identifier in card.identifiers] == expected

    def test_profiles_and_full_names_of_contacts_csv(self) -> None:
        ilse, wren, dana = cards(read("2026/Contacts.csv"))
        assert ilse.identifiers[0].kind is IdentifierKind.PROFILE
        assert wren.names == ("Wren Talbach",)
        assert dana.names == ()
        assert dana.identifiers == (Identifier(IdentifierKind.EMAIL, "dana@example.org"),)

    def test_the_maiden_name_and_a_nickname_in_need(self) -> None:
        yuna, mum = cards(read("2026/Imported_Contacts_2.csv"))
        assert yuna.names == ("Yuna Mae Petrakis", "Yuna Sato")
        assert mum.names == ("Mum",)

    def test_companies_and_machines_are_nobody(self) -> None:
        records = read("2017/Imported Contacts.csv")
        assert len(cards(records)) == 1
        reasons = [r.reason for r in records if isinstance(r, Reject)]
        assert reasons == [
            "only the address of a machine or an office",
            "only the address of a machine or an office",
            "a company, not a person",
            "has no name and no address",
        ]


def test_followed_companies() -> None:
    assert said(read("2026/Company Follows.csv")) == [(RelationKind.FOLLOWS, "Pine Systems")]
    records = read("hostile/Company_Follows.csv")
    assert said(records) == [(RelationKind.FOLLOWS, "Orbit Foods, GmbH")]


def bare(record: Record) -> Record:
    """The record without where it was read and without the hashes made of that."""
    if isinstance(record, Card):
        return replace(record, origin=NOWHERE, key="", subject="")
    return replace(record, origin=NOWHERE)


class TestJson:
    @pytest.mark.parametrize(
        ("domain", "name"),
        [
            ("CONNECTIONS", "2026/Connections.csv"),
            ("INVITATIONS", "2026/Invitations.csv"),
            ("INBOX", "2026/messages.csv"),
            ("RECOMMENDATIONS", "2026/Recommendations_Received.csv"),
            ("CONTACTS", "2026/Contacts.csv"),
            ("PROFILE", "2026/Profile.csv"),
            ("POSITIONS", "2026/Positions.csv"),
            ("EDUCATION", "2026/Education.csv"),
            ("EMAIL_ADDRESSES", "2026/Email Addresses.csv"),
            ("PHONE_NUMBERS", "2026/PhoneNumbers.csv"),
            ("COMPANY_FOLLOWS", "2026/Company Follows.csv"),
            ("JOB_APPLICATIONS", "2026/Jobs/Job Applications_1.csv"),
            ("NOTES", "2026/Notes.csv"),
        ],
    )
    def test_a_domain_gives_the_records_of_its_csv(self, domain: str, name: str) -> None:
        of_domain = [r for r in read(SNAPSHOT) if r.origin.place.startswith(f"{domain} ")]
        assert [bare(r) for r in of_domain] == [bare(r) for r in read(name)]

    def test_interactions_of_both_are_the_same_event(self) -> None:
        def keys(name: str) -> set[str]:
            return {r.key for r in read(name) if isinstance(r, Interaction)}

        assert keys("2026/Connections.csv") | keys("2026/messages.csv") <= keys(SNAPSHOT)

    def test_domains_without_use_are_left_out_by_name(self) -> None:
        reasons = [r.reason for r in read(SNAPSHOT) if isinstance(r, Reject)]
        assert "saved jobs: not used by netgraph (1 row)" in reasons
        assert "articles: holds no rows" in reasons

    def test_pages_one_after_the_other_and_odd_values(self) -> None:
        records = read("dma/pages.json")
        assert [card.names for card in cards(records)] == [
            ("Ilse Quandel",),
            ("Tobin Marrash",),
            ("Wren Talbach",),
        ]
        rejects = {r.origin.place: r.reason for r in records if isinstance(r, Reject)}
        assert rejects["CONNECTIONS row 3"] == "is not a row"
        assert rejects["CONNECTIONS row 4"] == "hidden member: only a date"

    @pytest.mark.parametrize(
        "text",
        [
            '{"elements": [{"snapshotDomain": "CONNECTIONS", "snapshotData": [{',
            '{"elements": [{"snapshotDomain": "CONNECTIONS"}]}',
            '{"snapshotDomain": ' + "[" * 100_000,
        ],
    )
    def test_damage_is_told_in_one_line(self, text: str) -> None:
        with pytest.raises(UnreadableFileError):
            read(document_of("x.json", text.encode()))

    def test_an_empty_answer_holds_no_rows(self) -> None:
        page = {"elements": [{"snapshotDomain": "CONNECTIONS", "snapshotData": []}]}
        (reject,) = read(document_of("x.json", json.dumps(page).encode()))
        assert isinstance(reject, Reject)
        assert reject.reason == "connections: holds no rows"


def test_an_application_names_the_employer_and_my_own_address() -> None:
    me, follows = read("2026/Jobs/Job Applications_1.csv")
    assert isinstance(me, Card)
    assert me.is_owner
    assert [i.value for i in me.identifiers] == ["noor@example.com"]
    assert isinstance(follows, Relation)
    assert (follows.kind, follows.right) == (RelationKind.FOLLOWS, "Pine Systems")


def test_a_note_tells_of_whom_and_not_what() -> None:
    card, knows = read("2026/Notes.csv")
    assert isinstance(card, Card)
    assert card.names == ("Ilse Quandel",)
    assert isinstance(knows, Relation)
    assert knows.kind is RelationKind.KNOWS
    assert "expo" not in repr((card, knows))


#: Every file that an export is known to hold, with its header -> who reads it.
FILES = {
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On": "connections",
    "First Name,Last Name,Email Address,Current Company,Current Position,Connected On": (
        "connections"
    ),
    "From,To,Date,Subject,Content,Direction,Folder": "messages",
    "From,To,Sent At,Message,Direction": "invitations",
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status": (
        "endorsements"
    ),
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status": "recommendations",
    "Company Name,Title,Description,Location,Started On,Finished On": "positions",
    "School Name,Start Date,End Date,Notes,Degree Name,Activities": "education",
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry": "profile",
    "Organization,Followed On": "company_follows",
    "Date,Status,FullName": "other",
    "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt": (
        "uploaded_contacts"
    ),
    "First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At": (
        "uploaded_contacts"
    ),
    "Extension,Number,Type": "phone_numbers",
    "Number,Extension,Is_WhatsApp_Number": "phone_numbers",
    "Email Address,Confirmed,Primary,Updated On": "email_addresses",
    "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url": (
        "job_applications"
    ),
    "Saved Date,Job Url,Job Title,Company Name": "other",
    "Connection First Name,Connection Last Name,Connection Profile URL,Note": "notes",
    "Registered At,Registration Ip,Subscription Types": "other",
    "Event Name,Event Time,Status,External Url": "other",
}


@pytest.mark.parametrize("header", FILES)
def test_every_known_file_is_read_or_left_out_by_name(header: str) -> None:
    document = document_of("export/some.csv", f"{header}\n".encode())
    assert find_importer(document).name == f"linkedin_{FILES[header]}"
