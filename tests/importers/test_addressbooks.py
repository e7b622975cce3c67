"""Outlook, Yahoo, Thunderbird, HubSpot, Salesforce: people out of rows, and only people."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.errors import UnreadableFileError
from netgraph.importers import Document, find_importer
from netgraph.importers._columns.bookwords import mail_columns, phone_columns
from netgraph.importers._files import walk
from netgraph.importers._people.addressbook import addresses, names_in, phones, shown_name
from netgraph.model import (
    Affiliation,
    Card,
    IdentifierKind,
    Record,
    Reject,
    RejectKind,
    Relation,
    RelationKind,
)
from tests.importers.mutations import document_of

FIXTURES = Path(__file__).parent.parent / "fixtures"


def opened(name: str) -> Document:
    (walked,) = walk(FIXTURES / name)
    assert isinstance(walked, Document)
    return walked


def read(name: str) -> list[Record]:
    document = opened(name)
    return list(find_importer(document).read(document))


def contacts(records: list[Record]) -> list[Card]:
    return [r for r in records if isinstance(r, Card) and r.is_contact]


def relations(records: list[Record]) -> set[tuple[RelationKind, str]]:
    found = (r for r in records if isinstance(r, Relation) and not isinstance(r.right, str))
    return {(r.kind, r.right.value) for r in found if not isinstance(r.right, str)}


def rejects(records: list[Record]) -> dict[str, tuple[str, RejectKind]]:
    return {r.origin.place: (r.reason, r.kind) for r in records if isinstance(r, Reject)}


def values(card: Card, kind: IdentifierKind) -> list[str]:
    return [i.value for i in card.identifiers if i.kind is kind]


@pytest.mark.parametrize(
    ("name", "person", "work", "label", "manager"),
    [
        ("de", "Jörg Weißgerber", ("Beispiel GmbH & Co. KG", "Leiter"), "Kunden", ""),
        ("fr", "Hélène Dupré", ("Lumière SARL", "Acheteuse"), "Amis", "Anne-Sophie Lœuvre"),
        ("es", "Íñigo Ibáñez Peña", ("Ejemplo S.A.", "Jefe"), "Clientes", "Begoña Ruiz"),
        ("it", "Niccolò Bianchì", ("Esempio S.p.A.", "Acquisti"), "Fiera", "Chiara Verdi"),
        ("pt", "João Conceição", ("Exemplo Ltda", "Gestor"), "Feira", "Inês Brandão"),
        ("nl", "Daniël van Coördt", ("Voorbeeld BV", "Inkoper"), "Beurs", "Zoë de Vries"),
        (
            "pl_cp1250",
            "Łucja Wiśniewska",
            ("Przykład sp. z o.o.", "Kierowniczka"),
            "Targi",
            "Żaneta Górska",
        ),
    ],
)
def test_classic_outlook_in_each_language(
    name: str, person: str, work: tuple[str, str], label: str, manager: str
) -> None:
    records = read(f"outlook/classic_{name}.csv")
    card = contacts(records)[0]
    assert card.names == (person,)
    assert card.affiliations[0] == Affiliation(*work)
    assert card.labels[0] == label
    assert len(values(card, IdentifierKind.EMAIL)) >= 1
    if manager:
        assert (RelationKind.MANAGER, manager) in relations(records)
    # neither the firm's number nor a fax points at a person
    assert not [p for p in values(card, IdentifierKind.PHONE) if p.endswith(("9", "8", "3"))]


class TestOutlook:
    def test_an_exchange_name_is_no_address(self) -> None:
        card = contacts(read("outlook/classic_en.csv"))[0]
        assert values(card, IdentifierKind.EMAIL) == ["ilse@nordwind.example"]
        assert values(card, IdentifierKind.PHONE) == ["+1 555-0100"]
        (by_name_only,) = (
            c for c in contacts(read("outlook/classic_de.csv")) if "Änne" in c.names[0]
        )
        assert [i.kind for i in by_name_only.identifiers] == [IdentifierKind.NAME]

    def test_everybody_named_beside_a_contact_gets_a_card_and_a_relation(self) -> None:
        records = read("outlook/classic_en.csv")
        assert relations(records) == {
            (RelationKind.MANAGER, "Wren Talbach"),
            (RelationKind.ASSISTANT, "Noor Saldana"),
            (RelationKind.FAMILY, "Tobin"),
            (RelationKind.REFERRED_BY, "Casimir Oduya"),
            (RelationKind.REFERRED_BY, "Maria Lopez"),
        }
        named = {c.names for c in records if isinstance(c, Card) and not c.is_contact}
        assert ("Wren Talbach",) in named

    def test_companies_and_robots_are_no_people_and_are_left_out_by_name(self) -> None:
        left = rejects(read("outlook/classic_en.csv"))
        assert left["row 3"] == ("an organisation, not a person", RejectKind.LEFT_OUT)
        assert left["row 4"] == ("an organisation, not a person", RejectKind.LEFT_OUT)
        assert left["row 8"] == ("an automatic address, not a person", RejectKind.LEFT_OUT)
        assert left["row 9"][1] is RejectKind.UNREADABLE

    def test_a_name_is_made_of_the_display_name_when_there_is_no_other(self) -> None:
        cards = {c.origin.place: c for c in contacts(read("outlook/classic_en.csv"))}
        assert cards["row 6"].names == ("Yuna Petrakis",)
        assert cards["row 5"].names == ()

    def test_googles_own_dialect(self) -> None:
        first, second = contacts(read("outlook/google_outlook.csv"))
        assert first.labels == ("Book Club",)
        assert values(first, IdentifierKind.PROFILE)
        assert second.labels == second.names == ()

    def test_linkedins_old_export(self) -> None:
        cards = contacts(read("outlook/linkedin_connections_export_microsoft_outlook.csv"))
        assert [c.affiliations[0].organisation for c in cards] == ["Lumen Bank", "Lumen Bank"]

    def test_a_hand_made_list_with_similar_headers_is_not_claimed(self) -> None:
        text = "Vorname;Nachname;Firma;E-Mail-Adresse\nIlse;Quandel;Nordwind;ilse@example.com\n"
        assert find_importer(document_of("x.csv", text.encode())).name == "handmade"

    @pytest.mark.parametrize("name", ["archive.pst", "Hello Wren.msg"])
    def test_its_own_files_are_refused_with_a_way_out(self, name: str) -> None:
        with pytest.raises(UnreadableFileError, match=r"CSV|\.eml"):
            read(f"outlook/{name}")

    def test_a_spreadsheet_is_no_message(self) -> None:
        assert find_importer(opened("sheets/agenda.xls")).name == "handmade"


class TestYahoo:
    def test_an_old_british_export(self) -> None:
        records = read("yahoo/uk_old.csv")
        ilse, handle, vet = contacts(records)
        assert ilse.names == ("Ilse Quandel", "Ili")
        assert ilse.labels == ("Friends", "Choir")
        # linked in the comments: perhaps somebody else
        assert values(ilse, IdentifierKind.PROFILE) == []
        assert values(ilse, IdentifierKind.PHONE) == ["+44 7700 900111"]
        assert values(handle, IdentifierKind.HANDLE) == ["yahoo:wren_t_example"]
        assert vet.names == ("Maria the vet",)
        assert sorted(rejects(records)) == ["row 5", "row 6", "row 7"]


class TestThunderbird:
    def test_names_addresses_and_work(self) -> None:
        records = read("thunderbird/contacts.csv")
        ilse, tobin, maria = contacts(records)
        assert ilse.names == ("Ilse Quandel", "Ili")
        assert values(ilse, IdentifierKind.EMAIL) == ["ilse@nordwind.example", "ilse@example.net"]
        assert values(ilse, IdentifierKind.PHONE) == ["+1 555-0100"]
        assert tobin.names == ()
        assert values(maria, IdentifierKind.PHONE) == ["+1 555-0105"]
        assert list(rejects(records)) == ["row 5"]

    def test_german_and_tab_separated(self) -> None:
        (card,) = contacts(read("thunderbird/adressbuch.txt"))
        assert card.affiliations == (Affiliation("Beispiel GmbH", "Leiter"),)


class TestHubSpot:
    def test_several_companies_addresses_and_a_referrer(self) -> None:
        records = read("crm/hubspot_now.csv")
        tobin, maria = contacts(records)
        assert len(values(tobin, IdentifierKind.EMAIL)) == 3
        assert [a.organisation for a in tobin.affiliations] == ["Orbit Foods", "Lumen Bank"]
        assert relations(records) == {(RelationKind.REFERRED_BY, "Wren Talbach")}
        assert maria.names == ()
        assert sorted(rejects(records)) == ["row 3", "row 4", "row 5"]

    def test_zoho_is_neither_hubspot_nor_salesforce(self) -> None:
        text = "Record Id,First Name,Last Name,Email,Account Name\n1,Ilse,Quandel,,Nordwind\n"
        assert find_importer(document_of("x.csv", text.encode())).name == "handmade"


class TestSalesforce:
    def test_the_small_print_is_left_out(self) -> None:
        records = read("crm/salesforce_report.csv")
        assert [c.names for c in contacts(records)] == [("Ilse Quandel",)]
        below = ("a line below the table", RejectKind.LEFT_OUT)
        assert rejects(records) == dict.fromkeys(("row 5", "row 6", "row 7"), below)

    def test_a_blank_row_does_not_end_the_table(self) -> None:
        records = read("crm/salesforce_gap.csv")
        assert [c.names for c in contacts(records)] == [("Ilse Quandel",), ("Tobin Marrash",)]
        assert rejects(records)["row 5"][0] == "an organisation, not a person"

    def test_data_loader_tells_who_reports_to_whom(self) -> None:
        records = read("crm/salesforce_loader.csv")
        assert relations(records) == {
            (RelationKind.MANAGER, "Wren Talbach"),
            (RelationKind.ASSISTANT, "Noor Saldana"),
        }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jörg Weißgerber (joerg@example.org)", "Jörg Weißgerber"),
        ("'Quandel, Ilse' <ilse@example.org>", "Ilse Quandel"),
        ("joerg@example.org", ""),
        ("Ilse (Berlin)", "Ilse (Berlin)"),
        ("", ""),
    ],
)
def test_display_names(text: str, name: str) -> None:
    assert shown_name(text) == name


def test_cells_of_several() -> None:
    assert names_in("Talbach, Wren; Ilse Quandel") == ("Wren Talbach", "Ilse Quandel")
    assert [i.value for i in addresses(["a@example.com ; b@example.org", "/O=X/CN=a@b"])] == [
        "a@example.com",
        "b@example.org",
    ]
    assert [i.value for i in phones(["+1 555-0100; +1 555-0101", "call me"])] == [
        "+1 555-0100",
        "+1 555-0101",
    ]


def test_columns_of_numbers_are_the_persons_own() -> None:
    columns = ("company main phone", "business phone", "assistant's phone", "home fax", "pager")
    assert phone_columns(columns) == ("business phone",)
    assert mail_columns(("e-mail 2 address", "e-mail 2: adresse", "e-mail type")) == (
        "e-mail 2 address",
        "e-mail 2: adresse",
    )
