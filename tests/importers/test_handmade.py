from __future__ import annotations

import tracemalloc
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.errors import NetgraphError, UnreadableFileError
from netgraph.importers import Document, find_importer
from netgraph.importers._columns.cells import (
    closeness,
    day,
    introducer,
    person_name,
    several_names,
    ways_to_reach,
)
from netgraph.importers._columns.headers import field_of
from netgraph.importers._columns.peopletables import tables_of
from netgraph.importers._files import walk
from netgraph.importers._tables.survey import FilledRows, survey
from netgraph.importers.handmade import (
    IMPORTER,
    HandEntry,
    column_mapping,
    explain,
    hand_card,
)
from netgraph.model import (
    OWNER,
    Affiliation,
    Card,
    Closeness,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
    Relation,
    RelationKind,
)
from tests.importers.mutations import document_of

ORIGIN = Origin("handmade", "people.csv", "0123456789ab", "row 2")


def named(name: str) -> Identifier:
    return Identifier(IdentifierKind.NAME, name)


def table(
    text: str, name: str = "people.csv", columns: Mapping[str, str] | None = None
) -> Document:
    return replace(document_of(name, text.encode()), columns=columns or {})


def read(text: str) -> list[Record]:
    return list(IMPORTER.read(table(text)))


def people(records: list[Record]) -> list[Card]:
    return [r for r in records if isinstance(r, Card) and r.is_contact]


def relations(records: list[Record]) -> list[tuple[RelationKind, str, str]]:
    found = []
    for record in records:
        if isinstance(record, Relation):
            right = record.right if isinstance(record.right, str) else record.right.value
            found.append((record.kind, record.left.value, right))
    return found


def rejects(records: list[Record]) -> list[str]:
    return [record.reason for record in records if isinstance(record, Reject)]


def sheet(fixtures: Path, name: str) -> Document:
    (found,) = walk(fixtures / "sheets" / name)
    assert isinstance(found, Document)
    return found


class TestHandCard:
    def test_the_hairdresser(self) -> None:
        entry = HandEntry(
            name="Maria Lopez",
            occupation="hairdresser",
            circles=("neighbourhood",),
            closeness=Closeness.SOME,
            knows=("Karim Haddad",),
            knows_at=("St. Mary Hospital",),
        )
        card, close, knows, knows_at, other = hand_card(entry, ORIGIN)
        assert isinstance(card, Card)
        assert card.names == ("Maria Lopez",)
        assert card.identifiers == (named("Maria Lopez"),)
        assert card.affiliations == (Affiliation("", "hairdresser"),)
        assert card.labels == ("circle:neighbourhood",)
        assert card.is_contact
        assert isinstance(close, Relation)
        assert (close.kind, close.left, close.right) == (
            RelationKind.KNOWS,
            OWNER,
            named("Maria Lopez"),
        )
        assert close.closeness is Closeness.SOME
        assert isinstance(knows, Relation)
        assert (knows.left, knows.right) == (named("Maria Lopez"), named("Karim Haddad"))
        assert isinstance(knows_at, Relation)
        assert (knows_at.kind, knows_at.right) == (RelationKind.KNOWS_AT, "St. Mary Hospital")
        assert isinstance(other, Card)
        assert other.names == ("Karim Haddad",)
        assert not other.is_contact

    def test_the_most_reliable_identifier_stands_for_the_person(self) -> None:
        entry = HandEntry(
            name="Ilse Quandel",
            emails=("ilse@example.com",),
            phones=("+1 555-0100",),
            met_through=("Wren Talbach",),
            last_contact=date(2025, 5, 12),
        )
        _, contact, met, _ = hand_card(entry, ORIGIN)
        email = Identifier(IdentifierKind.EMAIL, "ilse@example.com")
        assert isinstance(contact, Interaction)
        assert contact.kind is InteractionKind.CALL
        assert contact.when == datetime(2025, 5, 12, tzinfo=UTC)
        assert (contact.sender, contact.participants) == (OWNER, (email,))
        assert isinstance(met, Relation)
        assert (met.kind, met.left) == (RelationKind.MET_THROUGH, email)
        assert met.right == named("Wren Talbach")

    def test_a_job_and_a_trade(self) -> None:
        entry = HandEntry(name="Ada", occupation="vet", employers=("Small Paws",))
        (card,) = hand_card(entry, ORIGIN)
        assert isinstance(card, Card)
        assert card.affiliations == (Affiliation("Small Paws", "vet"), Affiliation("", "vet"))
        entry = HandEntry(name="Ada", role="Head of IT", employers=("Nordwind",))
        (card,) = hand_card(entry, ORIGIN)
        assert isinstance(card, Card)
        assert card.affiliations == (Affiliation("Nordwind", "Head of IT"),)

    def test_nobody_is_nobody(self) -> None:
        assert hand_card(HandEntry(name="  ", occupation="vet"), ORIGIN) == ()

    def test_what_is_repeated_or_blank_is_said_once(self) -> None:
        entry = HandEntry(name="Ada", knows=("Bo", "Bo", " "), knows_at=(" ", "Clinic", "Clinic"))
        records = list(hand_card(entry, ORIGIN))
        assert relations(records) == [
            (RelationKind.KNOWS, "Ada", "Bo"),
            (RelationKind.KNOWS_AT, "Ada", "Clinic"),
        ]


class TestCells:
    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("Quandel, Ilse", "Ilse Quandel"),
            ("  van der Berg ,  Jan ", "Jan van der Berg"),
            ("Ilse Quandel, PhD", "Ilse Quandel, PhD"),
            ("Quandel, Ilse, Ph.D.", "Ilse Quandel, Ph.D."),
            ("Martin Luther King, Jr.", "Martin Luther King, Jr."),
            ("Ilse Quandel,", "Ilse Quandel"),
            ("Mononym", "Mononym"),
            ('=HYPERLINK("a","Ilse")', '=HYPERLINK("a","Ilse")'),
        ],
    )
    def test_names(self, written: str, shown: str) -> None:
        assert person_name(written) == shown

    @pytest.mark.parametrize(
        ("cell", "turned", "names"),
        [
            ("Anna; Karim", False, ("Anna", "Karim")),
            ("Anna\n- Karim\n• Bo", False, ("Anna", "Karim", "Bo")),
            ("Anna, Karim", False, ("Anna", "Karim")),
            ("Haddad, Karim", True, ("Karim Haddad",)),
            ("Karim Haddad, Ada Okafor", True, ("Karim Haddad", "Ada Okafor")),
            ("Kim, Lee, Sam", True, ("Kim", "Lee", "Sam")),
            ("Ilse Quandel, PhD", False, ("Ilse Quandel, PhD",)),
            ("Haddad, Karim; Okafor, Ada", True, ("Karim Haddad", "Ada Okafor")),
        ],
    )
    def test_several_names(self, cell: str, turned: bool, names: tuple[str, ...]) -> None:
        assert several_names(cell, turned=turned) == names

    @pytest.mark.parametrize(
        ("cell", "emails", "phones"),
        [
            ("ilse@example.com / +1 555-0100", ("ilse@example.com",), ("+1 555-0100",)),
            ("tobin[at]example.org", ("tobin@example.org",), ()),
            ("tobin (at) example (dot) org", ("tobin@example.org",), ()),
            ("mailto:Ilse@Example.com; b@example.net", ("Ilse@Example.com", "b@example.net"), ()),
            ("Ilse <ilse@example.com>", ("ilse@example.com",), ()),
            ("030/123456 / 0171 5550100", (), ("030/123456", "0171 5550100")),
            ("4477009001230.0", (), ("+4477009001230",)),
            ("447700900123", (), ("+447700900123",)),
            ("15550100", (), ("15550100",)),
            ("4.91511e+12", (), ()),
            ("ask her sister", (), ()),
        ],
    )
    def test_ways_to_reach(
        self, cell: str, emails: tuple[str, ...], phones: tuple[str, ...]
    ) -> None:
        found = ways_to_reach(cell)
        assert (found.emails, found.phones) == (emails, phones)

    def test_only_personal_pages_identify_a_person(self) -> None:
        text = "https://www.linkedin.com/in/ilse-example, https://nordwind.example/team"
        assert ways_to_reach(text).profiles == ("https://www.linkedin.com/in/ilse-example",)

    @pytest.mark.parametrize(
        ("word", "meant"),
        [
            ("well", Closeness.WELL),
            ("Very close!", Closeness.WELL),
            ("5", Closeness.WELL),
            ("4.0", Closeness.WELL),
            ("some", Closeness.SOME),
            ("3", Closeness.SOME),
            ("geht so", Closeness.SOME),
            ("kaum", Closeness.BARELY),
            ("loose", Closeness.BARELY),
            ("not very well", Closeness.BARELY),
            ("1", Closeness.BARELY),
            ("7", None),
            ("meh", None),
        ],
    )
    def test_closeness(self, word: str, meant: Closeness | None) -> None:
        assert closeness(word) is meant

    @pytest.mark.parametrize(
        ("text", "day_first", "meant"),
        [
            ("2025-05-12", None, date(2025, 5, 12)),
            ("2025-05-12 00:00:00", None, date(2025, 5, 12)),
            ("12.05.2025", None, date(2025, 5, 12)),
            ("1.4.24", None, date(2024, 4, 1)),
            ("25/12/2024", None, date(2024, 12, 25)),
            ("12/25/2024", None, date(2024, 12, 25)),
            ("3/4/2025", None, None),
            ("3/4/2025", True, date(2025, 4, 3)),
            ("3/4/2025", False, date(2025, 3, 4)),
            ("May 2024", None, date(2024, 5, 1)),
            ("März 2024", None, date(2024, 3, 1)),
            ("3rd of May, 2024", None, date(2024, 5, 3)),
            ("12 de enero de 2024", None, date(2024, 1, 12)),
            ("5/2024", None, date(2024, 5, 1)),
            ("2023", None, date(2023, 1, 1)),
            ("31.02.2024", None, None),
            ("last summer", None, None),
            ("", None, None),
        ],
    )
    def test_days(self, text: str, day_first: bool | None, meant: date | None) -> None:
        assert day(text, day_first=day_first) == meant

    @pytest.mark.parametrize(
        ("story", "who"),
        [("via Wren", "Wren"), ("introduced by Wren Talbach", "Wren Talbach"), ("uni", "")],
    )
    def test_introducers(self, story: str, who: str) -> None:
        assert introducer(story) == who


class TestColumns:
    def test_the_mapping_says_what_and_how(self, fixtures: Path) -> None:
        mapping = [
            (m.header, m.field, m.how) for m in column_mapping(sheet(fixtures, "handmade.csv"))
        ]
        assert mapping == [
            ("Who", "name", "alias"),
            ("Where they work", "employer", "alias"),
            ("Contact", "contact", "alias"),
            ("How we met", "how_met", "alias"),
            ("Last spoke", "last_contact", "alias"),
        ]

    def test_what_merely_resembles_is_suggested_and_not_applied(self) -> None:
        text = "Name,Email,Company she worked for,Shoe size\nIlse,ilse@example.com,Nordwind,38\n"
        mapping = {m.header: m for m in column_mapping(table(text))}
        assert mapping["Company she worked for"].field == ""
        assert mapping["Company she worked for"].suggestion == "employer"
        assert mapping["Shoe size"].suggestion == ""
        assert people(read(text))[0].affiliations == ()

    def test_values_speak_for_a_column_without_a_known_header(self) -> None:
        text = "Name,Company,x,y,z\nIlse,Nordwind,ilse@example.com,+1 555-0100,12500000\n"
        mapping = [(m.field, m.how) for m in column_mapping(table(text))][2:]
        assert mapping == [("email", "values"), ("phone", "values"), ("", "")]

    def test_the_user_can_map_columns(self) -> None:
        text = "Name,Email,Firm she worked for\nIlse,ilse@example.com,Nordwind\n"
        document = table(text, columns={"Firm she worked for": "employer", "Email": ""})
        card = people(list(IMPORTER.read(document)))[0]
        assert card.affiliations == (Affiliation("Nordwind"),)
        assert card.identifiers == (named("Ilse"),)
        hows = [m.how for m in column_mapping(document)]
        assert hows == ["alias", "chosen by you", "chosen by you"]

    @pytest.mark.parametrize(
        ("overrides", "message"),
        [({"Name": "nmae"}, "no field is called"), ({"Nmae": "name"}, "no column is called")],
    )
    def test_a_wrong_mapping_is_refused(self, overrides: dict[str, str], message: str) -> None:
        with pytest.raises(NetgraphError, match=message):
            list(IMPORTER.read(table("Name,Email\nIlse,ilse@example.com\n", columns=overrides)))

    def test_the_explanation_is_in_words(self) -> None:
        text = "Who,Company she worked for,E-Mail,How we met,Notes,Age\nA,b,a@example.com,c,d,40\n"
        assert explain(table(text)) == (
            "Who -> name (by its name)",
            "E-Mail -> email (by its name)",
            "How we met -> how met (by its name, only who introduced you)",
            "left out: Company she worked for, Notes, Age",
            (
                "Did you mean: 'Company she worked for' = employer? "
                'say --map "Company she worked for=employer"'
            ),
        )

    @pytest.mark.parametrize(
        ("header", "row", "name"),
        [
            ("Nachname;Vorname;Handy", "Weißgerber;Jörg;+49 151 00000000", "Jörg Weißgerber"),
            ("Nom,Prénom,Courriel", "Dupré,Hélène,h@example.org", "Hélène Dupré"),
            ("Nombre,Apellidos,Móvil", "Inés,Muñoz,+34 600 000 000", "Inés Muñoz"),
            ("Nome,Cognome,Cellulare", "Giulia,Conti,+39 06 0000000", "Giulia Conti"),
            ("Nome,Sobrenome,Telemóvel", "João,Sá,+351 910 000 000", "João Sá"),
            ("Voornaam,Achternaam,Werkgever", "Zoë,Straat,Voorbeeld NV", "Zoë Straat"),
            ("CONTACT NAME|E-MAIL ADDRESS", "Ilse Quandel|i@example.com", "Ilse Quandel"),
            ("Contact,Company", "Ilse Quandel,Nordwind", "Ilse Quandel"),
        ],
    )
    def test_headers_in_seven_languages(self, header: str, row: str, name: str) -> None:
        document = table(f"{header}\n{row}\n")
        assert find_importer(document) is IMPORTER
        assert people(list(IMPORTER.read(document)))[0].names == (name,)


class TestRecognising:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "Dear all,\nI am looking for a job.\n",
            "Month,Amount\nMay,12\n",
            "Name,Proficiency\nPortuguese,Native\n",
            "Name,Price\nHammer,12\n",
            "Task,Who,Due\nSweep,Maria,Monday\n",
            '{"name": "Ilse", "email": "ilse@example.com"}\n',
            "From ilse@example.com Mon Jan  1 00:00:00 2024\nName,Email\n",
            "BEGIN:VCARD\nName,Email\nEND:VCARD\n",
            "\x00\x01Name,Email\n",
            "2024-01-01,ilse@example.com,logged in\n2024-01-02,tobin@example.org,logged out\n",
            (
                "folder,name,notes,login_uri,login_username,login_password\n"
                ",Shop,,https://a.example,ilse@example.com,x\n,Bank,,https://b.example,noor@x.example,y\n"
            ),
            "Name,E-Mail,Passwort\nShop,ilse@example.com,x\n",
            "Track Name,Artist Name,Added By\nSong One,Ada Okafor,noor@example.org\n",
            "ID,Title,Assignee,Status\n1,Fix it,Ilse Quandel,Open\n2,Do it,Tobin Marrash,Done\n",
            "Buchungstag;Auftraggeber;Betrag\n01.02.2024;Ilse Quandel;5\n",
            "Company name,Phone Number,Company owner\nNordwind,+1 555-0100,noor@example.org\n",
        ],
    )
    def test_other_tables_and_texts_are_not_people(self, text: str) -> None:
        assert not IMPORTER.recognises(table(text))

    def test_a_list_of_skills_is_not_a_list_of_names(self) -> None:
        text = "Name\nProject Management\nSpreadsheets\n"
        assert not IMPORTER.recognises(table(text, "export.zip/Skills.csv"))
        assert IMPORTER.recognises(table(text, "friends.csv"))

    def test_reading_a_table_without_people_is_an_error(self) -> None:
        with pytest.raises(UnreadableFileError, match="no column of names"):
            read("Month,Amount\nMay,12\n")

    def test_another_office_file_is_not_a_table(self, tmp_path: Path) -> None:
        import zipfile

        path = tmp_path / "letter.docx"
        with zipfile.ZipFile(path, "w") as written:
            written.writestr("[Content_Types].xml", "<x/>")
            written.writestr("word/document.xml", "<x/>")
        (document,) = walk(path)
        assert isinstance(document, Document)
        assert not IMPORTER.recognises(document)


class TestRows:
    def test_the_sample_list(self, fixtures: Path) -> None:
        records = list(IMPORTER.read(sheet(fixtures, "handmade.csv")))
        ilse, tobin = people(records)
        assert ilse.names == ("Ilse Quandel",)
        assert [i.value for i in ilse.identifiers[:2]] == ["ilse@example.com", "+1 555-0100"]
        assert ilse.affiliations == (Affiliation("Nordwind"),)
        assert tobin.identifiers[0].value == "tobin@example.org"
        assert relations(records) == [(RelationKind.MET_THROUGH, "ilse@example.com", "Wren")]
        dates = [r.when for r in records if isinstance(r, Interaction)]
        assert dates == [datetime(2025, 5, 12, tzinfo=UTC), datetime(2024, 5, 1, tzinfo=UTC)]
        assert next(r.origin.place for r in records if isinstance(r, Card)) == "row 4"

    def test_a_workbook_with_titles_merged_cells_and_numbers(self, fixtures: Path) -> None:
        records = list(IMPORTER.read(sheet(fixtures, "people.xlsx")))
        by_name = {card.names: card for card in people(records)}
        assert set(by_name) == {
            ("Maria Lopez",),
            ("Karim Haddad",),
            ("Ada Okafor",),
            ("Tobin Marrash",),
            (),
        }
        maria = by_name["Maria Lopez",]
        assert maria.identifiers[0] == Identifier(IdentifierKind.PHONE, "+4477009001230")
        assert maria.origin.place == "sheet Everyday people, row 5"
        met = [r for r in records if isinstance(r, Interaction)]
        assert met[0].kind is InteractionKind.MEETING
        assert met[0].when == datetime(2025, 3, 9, tzinfo=UTC)
        budget = [r for r in records if isinstance(r, Reject) and "Budget" in r.origin.place]
        assert [r.kind for r in budget] == [RejectKind.LEFT_OUT]

    def test_old_and_open_workbooks(self, fixtures: Path) -> None:
        for name, first in (("agenda.xls", "Inés Muñoz"), ("rubrica.ods", "Giulia Conti")):
            assert people(list(IMPORTER.read(sheet(fixtures, name))))[0].names == (first,)

    def test_people_named_get_a_card_unless_they_have_a_row(self) -> None:
        records = read("Name,Company,Knows\nMaria,Salon,Karim; Lea\nKarim,Garage,\n")
        named_only = [r.names for r in records if isinstance(r, Card) and not r.is_contact]
        assert named_only == [("Lea",)]

    def test_half_of_the_hospital_is_a_place(self) -> None:
        records = read("Who,As,Knows\nMaria,hairdresser,half of the hospital staff\n")
        assert relations(records) == [(RelationKind.KNOWS_AT, "Maria", "hospital")]

    def test_two_people_in_a_row_share_the_job_but_not_the_address(self, fixtures: Path) -> None:
        records = list(IMPORTER.read(sheet(fixtures, "several.tsv")))
        emails = {card.names: card.identifiers[0].value for card in people(records)}
        assert emails["Karim Haddad",] == "karim@example.org"
        assert emails["Lea Haddad",] == "lea@example.org"
        assert emails["Ada Okafor",] == "Ada Okafor"
        assert "2 people in a row with 1 e-mail: whose?" in rejects(records)

    def test_what_cannot_be_used_is_said(self, fixtures: Path) -> None:
        records = list(IMPORTER.read(sheet(fixtures, "kontakte_cp1252.csv")))
        assert rejects(records) == [
            "the header once more",
            "the e-mail address 'keine' cannot be used",
            "the phone number '0' cannot be used",
            "the date 'irgendwann' is unclear; write it like 2025-12-31",
            "closeness 'na ja' is unknown; write well, some or barely",
        ]
        assert [card.names[0] for card in people(records)] == [
            "Jörg Weißgerber",
            "Änne Großkopf",
            "Søren",
            "Ößür Ünal",
        ]

    def test_a_rounded_phone_number_is_not_kept(self) -> None:
        records = read("Name,Phone\nIlse,4.91511e+12\n")
        assert rejects(records) == ["'4.91511e+12' is a phone number that has lost its digits"]
        assert people(records)[0].identifiers == (named("Ilse"),)

    def test_a_column_settles_its_own_dates(self) -> None:
        text = "Name,Last contact\nIlse,3/4/2025\nTobin,4/25/2025\n"
        dates = [r.when for r in read(text) if isinstance(r, Interaction)]
        assert dates[0] == datetime(2025, 3, 4, tzinfo=UTC)
        assert rejects(read("Name,Last contact\nIlse,3/4/2025\n")) == [
            "the date '3/4/2025' is unclear; write it like 2025-12-31"
        ]

    def test_a_missing_quotation_mark_costs_nobody(self, fixtures: Path) -> None:
        records = list(IMPORTER.read(sheet(fixtures, "unclosed.csv")))
        assert [card.names[0] for card in people(records)] == [
            "Ilse Quandel",
            "Tobin Marrash",
            "Wren Talbach",
            "Casimir Oduya",
        ]
        assert rejects(records) == []

    def test_a_table_without_a_header(self, fixtures: Path) -> None:
        records = list(IMPORTER.read(sheet(fixtures, "headerless.csv")))
        names = [card.names[0] for card in people(records)]
        assert names == ["Maria Lopez", "Karim Haddad", "Ada Okafor"]

    def test_hostile_text_stays_text(self, fixtures: Path) -> None:
        records = list(IMPORTER.read(sheet(fixtures, "hostile.csv")))
        names = [card.names[0] for card in people(records)]
        assert names[:2] == [
            '=HYPERLINK("https://example.com/steal";"Ilse")',
            "</script><img src=x onerror=alert(1)>",
        ]
        profiles = {i.value for c in people(records) for i in c.identifiers if i.kind == "profile"}
        assert not any("javascript" in value for value in profiles)

    def test_the_small_print_of_a_report_is_left_out(self) -> None:
        text = (
            '"First Name","Last Name","Email"\n"Ilse","Quandel","ilse@example.com"\n\n\n'
            '"Contacts report"\n"Copyright (c) 2026 Example Org"\n"Confidential Information"\n'
        )
        records = read(text)
        assert len(people(records)) == 1
        assert rejects(records) == ["a line below the table"] * 3

    def test_words_that_name_nobody(self) -> None:
        records = read("Name,Company,Met via\nIlse,Nordwind,choir rehearsal\n")
        assert rejects(records) == [
            "'choir rehearsal' is not a person's name; write names with a capital"
        ]
        assert relations(records) == []
        lower = read("Name,Company,Met via\nilse,nordwind,wren\n")
        assert relations(lower) == [(RelationKind.MET_THROUGH, "ilse", "wren")]

    def test_a_long_list_is_read_to_its_end(self) -> None:
        rows = "".join(f"Ann {n},ann{n}@example.com,Nordwind\n" for n in range(3_000))
        assert len(people(read("Name,Email,Company\n" + rows))) == 3_000


@pytest.mark.parametrize(
    "name",
    ["excel.csv", "excel.tsv", "odfpy.ods", "openpyxl.xlsx", "xlsxwriter.xlsx", "xlwt.xls"],
)
def test_every_kind_of_table_says_the_same(fixtures: Path, name: str) -> None:
    document = sheet(fixtures, f"written/{name}")
    assert find_importer(document) is IMPORTER
    assert [(m.header, m.field, m.how) for m in column_mapping(document)] == [
        ("Beste Bekannte", "name", "values"),
        ("Wo jetzt", "", ""),
        ("Erreichbar am besten", "email", "values"),
        ("Handynr.", "phone", "alias"),
        ("LinkedIn", "profile", "alias"),
        ("Zuletzt gesprochen", "last_contact", "alias"),
        ("Kundennr.", "", ""),
    ]
    records = list(IMPORTER.read(document))
    ilse, tobin, aenne = people(records)
    assert [i.value for i in ilse.identifiers] == [
        "ilse@nordwind.example",
        "+447700900111",
        "https://www.linkedin.com/in/ilse-quandel-example",
        "Ilse Quandel",
    ]
    assert tobin.identifiers[2].value == "https://www.linkedin.com/in/tobin-marrash-example"
    assert aenne.names == ("Änne Großkopf",)
    met = [record.when for record in records if isinstance(record, Interaction)]
    assert met == [datetime(2026, 3, 9, tzinfo=UTC), datetime(2025, 12, 1, tzinfo=UTC)]
    mapped = replace(document, columns={"Wo jetzt": "employer", "Handynr.": ""})
    first = people(list(IMPORTER.read(mapped)))[0]
    assert first.affiliations == (Affiliation("Nordwind Analytics"),)
    assert len(first.identifiers) == 3


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Person - Name", "name"),
        ("Person - Email - Work", "email"),
        ("Email (Personal)", "email"),
        ("Primary Phone", "phone"),
        ("emailAddress", "email"),
        ("phone_number", "phone"),
        ("linkedinUrl", "profile"),
        ("companyName", "employer"),
        ("Attendee first name", "first_name"),
        ("Current Company", "employer"),
        ("E-mail professionnel", "email"),
        ("Contact owner", ""),
        ("Emergency contact name", ""),
        ("Company phone", ""),
        ("Business name", "employer"),
        ("Event name", ""),
        ("Email status", ""),
        ("Dónde trabaja", "employer"),
        ("Dove lavora", "employer"),
        ("Onde trabalha", "employer"),
        ("Où travaille", "employer"),
        ("Waar werkt", "employer"),
        ("Gdzie pracuje", "employer"),
        ("A qué se dedica", "occupation"),
        ("Zawód", "occupation"),
        ("Poznany przez", "met_through"),
        ("Przedstawiony przez", "met_through"),
        ("Imię", "first_name"),
        ("Nazwisko", "last_name"),
        ("Numer telefonu", "phone"),
        ("Skąd się znamy", "how_met"),
    ],
)
def test_words_that_say_whose_are_left_off(header: str, field: str) -> None:
    assert field_of(header) == field


def test_addresses_of_others_are_nobodys_in_the_row() -> None:
    text = (
        "Name,Email,Account manager,Created by,Team\n"
        "Ilse Quandel,ilse@example.com,boss@example.org,a@example.net,team@example.org\n"
        "Tobin Marrash,tobin@example.com,chief@example.org,b@example.net,team@example.org\n"
        "Wren Talbach,wren@example.com,head@example.org,c@example.net,team@example.org\n"
    )
    assert [m.field for m in column_mapping(table(text))] == ["name", "email", "", "", ""]


def test_addresses_below_a_wrong_header_are_addresses() -> None:
    text = "Name,Address,City\nIlse Quandel,ilse@example.com,Bonn\nTobin,tobin@example.org,Ulm\n"
    mapping = [(m.field, m.how) for m in column_mapping(table(text))]
    assert mapping[1] == ("email", "values")


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("Name,Vorname,Telefon", "Quandel,Ilse,+49 151 00000000", "Ilse Quandel"),
        ("First name,Phone", "Ilse,+1 555-0100", "Ilse"),
        ("Nickname,Email,Company", "Ili,,Nordwind", "Ili"),
        ("First Name,Middle Name,Last Name,Email", "Ilse,Maria,Quandel,", "Ilse Maria Quandel"),
    ],
)
def test_halves_of_names(header: str, row: str, name: str) -> None:
    document = table(f"{header}\n{row}\n")
    assert find_importer(document) is IMPORTER
    assert people(list(IMPORTER.read(document)))[0].names[0] == name


def test_prices_are_no_people() -> None:
    assert not IMPORTER.recognises(table("Symbol,Last,Position\nABC,12.5,4\n"))


def test_the_name_before_marriage_is_another_name() -> None:
    text = "First name,Last name,Maiden name,Email\nIlse,Quandel,Brot,ilse@example.com\n"
    assert people(read(text))[0].names == ("Ilse Quandel", "Ilse Brot")


@pytest.mark.parametrize(
    ("text", "names", "emails"),
    [
        (
            "Name,Phone\nIlse Quandel <ilse@example.com>,1\n",
            ("Ilse Quandel",),
            ["ilse@example.com"],
        ),
        (
            (
                "Display Name,First Name,Last Name,Email\n"
                "Ilse Quandel (ilse@example.com),Ilse,Quandel,ilse@example.com\n"
            ),
            ("Ilse Quandel",),
            ["ilse@example.com"],
        ),
        (
            "First Name,Preferred Name,Last Name,Email\nElisabeth,Lisa,Quandel,l@example.com\n",
            ("Elisabeth Quandel", "Lisa"),
            ["l@example.com"],
        ),
        (
            "Nombre,Primer apellido,Segundo apellido,Correo\nInés,Muñoz,Vega,i@example.org\n",
            ("Inés Muñoz Vega",),
            ["i@example.org"],
        ),
        (
            "Author,Affiliation,Email\nIlse Quandel,Port Alder,i@example.org\n",
            ("Ilse Quandel",),
            ["i@example.org"],
        ),
        (
            "Full name,Name,Email\nIlse Quandel,Ilse Q,i@x.example\n",
            ("Ilse Quandel", "Ilse Q"),
            None,
        ),
    ],
)
def test_names_in_odd_places(text: str, names: tuple[str, ...], emails: list[str] | None) -> None:
    (card,) = people(read(text))
    assert card.names == names
    if emails is not None:
        assert [i.value for i in card.identifiers if i.kind == "email"] == emails


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Ana Gil & Bo Gil", ["Ana Gil", "Bo Gil"]),
        ("Eve and Tom Hill", ["Eve Hill", "Tom Hill"]),
        ("Ana Gol und Bo Lo", ["Ana Gol", "Bo Lo"]),
        ("Ana Gil/Bo Lo", ["Ana Gil", "Bo Lo"]),
        ("Ana + Max Gil", ["Ana Gil", "Max Gil"]),
        ("Ana Gil e Bruno", ["Ana Gil", "Bruno"]),
        ("Ana Gil y Juan López", ["Ana Gil", "Juan López"]),
        ("Anne & Karl", ["Anne", "Karl"]),
        ("Wren Talbach & Casimir Oduya", ["Wren Talbach", "Casimir Oduya"]),
        ("Jean-Luc et Marie Petit", ["Jean-Luc Petit", "Marie Petit"]),
    ],
)
def test_two_people_in_one_name_are_two_and_it_is_told(name: str, names: list[str]) -> None:
    records = read(f'Name,Phone\n"{name}",\n')
    assert [card.names[0] for card in people(records)] == names
    assert rejects(records) == ["two people in one name: each is read as a person of their own"]


@pytest.mark.parametrize(
    "name",
    [
        "Bo de la Cruz y Gómez",
        "Santiago Ramón y Cajal",
        "Smith & Sons",
        "Ernst & Young",
        "Ernst & Young Global",
        "Marks and Spencer",
        "Wirth & Partner",
        "Glanzwerk & Freunde",
        "Karl Weber / Glanzwerk",
        "Wren Talbach/Orbit Harbour",
        "Rolf Meier & Kollegen",
        "Ferrand Ohanian",
        "Andrea Undine Ylva",
    ],
)
def test_firms_and_families_of_two_names_stay_one(name: str) -> None:
    records = read(f"Name,Phone\n{name},+1 555-0100\n")
    assert [card.names for card in people(records)] == [(name,)]


def test_a_couple_in_halves_of_names_shares_the_family() -> None:
    records = read("First name,Last name,Email\nAnne & Karl,Hill,hill@example.org\n")
    assert [card.names[0] for card in people(records)] == ["Anne Hill", "Karl Hill"]
    assert "2 people in a row with 1 e-mail: whose?" in rejects(records)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",Glanzwerk GmbH,info@glanzwerk.example,", "an organisation, not a person"),
        ("Glanzwerk GmbH,,info@glanzwerk.example,", "an organisation, not a person"),
        ("Glanzwerk,Glanzwerk,,+1 555-0100", "an organisation, not a person"),
        (",,no-reply@glanzwerk.example,", "an automatic address, not a person"),
        (",,choir@googlegroups.com,", "a mailing list, not a person"),
    ],
)
def test_companies_and_machines_are_nobody(row: str, reason: str) -> None:
    records = read(f"Name,Company,Email,Phone\n{row}\n")
    assert (rejects(records), people(records)) == ([reason], [])


@pytest.mark.parametrize(
    "row",
    [
        "Ilse Quandel,Ilse Quandel,,+1 555-0100",
        "Ilse Quandel,Glanzwerk GmbH,info@glanzwerk.example,",
        "Maria,,,",
        ",Glanzwerk GmbH,ilse@glanzwerk.example,",
        ",,,+1 555-0100",
    ],
)
def test_people_at_companies_are_people(row: str) -> None:
    assert len(people(read(f"Name,Company,Email,Phone\n{row}\n"))) == 1


def test_a_cell_of_endless_length_is_cut_and_told(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(f"Name,Job\n{'A' * 300_000},x\nBob Short,cook\n", encoding="utf-8")
    (document,) = walk(path)
    records = list(IMPORTER.read(document))
    assert [r.names for r in records if isinstance(r, Card)] == [("A" * 1_000,), ("Bob Short",)]
    (told,) = [r for r in records if isinstance(r, Reject)]
    assert "1,000 characters or more" in told.reason


@pytest.mark.parametrize("name", ["notes.md", "people.py", "conf.yaml", "app.log", "list.rst"])
def test_source_code_and_prose_are_no_list_of_people(tmp_path, name):
    path = tmp_path / name
    path.write_text("name, email\n# - name3, n@example.org\n", encoding="utf-8")
    (document,) = walk(path)
    assert not IMPORTER.recognises(document)


@pytest.mark.parametrize("name", ["list.txt", "list", "list.tsv", "LIST.CSV"])
@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
def test_lists_in_plain_text_are_read_whatever_parts_them(tmp_path, name, delimiter):
    path = tmp_path / name
    path.write_text(f"Name{delimiter}Job\nAnn Bee{delimiter}cook\n", encoding="utf-8")
    (document,) = walk(path)
    assert IMPORTER.recognises(document)
    (card,) = [r for r in IMPORTER.read(document) if isinstance(r, Card)]
    assert card.names == ("Ann Bee",)


def test_a_stray_null_byte_costs_no_list(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"Name,Job\nAnn\x00 Bee,cook\n" + b"Bob Cee,vet\n" * 20)
    (document,) = walk(path)
    assert IMPORTER.recognises(document)
    names = [r.names for r in IMPORTER.read(document) if isinstance(r, Card)]
    assert names[:2] == [("Ann Bee",), ("Bob Cee",)]


def test_a_long_table_is_looked_over_without_being_kept() -> None:
    line = "Ilse Quandel,ilse@example.org,Nordwind Analytics,Port Alder,choir\n"
    document = document_of("list.csv", ("Name,Mail,Firm,Town,Circle\n" + line * 20_000).encode())
    tracemalloc.start()
    try:
        ((_, table),) = tables_of(document)
        assert table is not None
        assert sum(1 for _ in table.rows) == 20_000
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 3 * 2**20
    assert table.footer == 20_002


def test_the_width_and_the_samples_are_those_of_all_rows() -> None:
    rows = [(n, ["a", "b"] if n % 2 else ["c"]) for n in range(2, 3_000)] + [(3_000, ["d"] * 4)]
    seen = survey(FilledRows(rows), 1)
    assert [len(sample) for sample in seen.samples] == [1_000, 1_000, 1, 1]
    assert seen.samples[0][:3] == ["c", "a", "c"]
    assert seen.footer == 3_001


def test_small_print_begins_below_the_last_gap_before_it() -> None:
    rows = [(2, ["Ilse"]), (5, ["Wren"]), (9, ["My report"]), (10, ["Copyright (c) Example Org"])]
    assert survey(FilledRows(rows), 1).footer == 9
    assert survey(FilledRows(rows[:3]), 1).footer == 10
    assert survey(FilledRows([(2, ["Copyright (c) Example Org"])]), 1).footer == 3
