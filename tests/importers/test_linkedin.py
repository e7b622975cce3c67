from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.importers import Document, find_importer
from netgraph.importers._files import walk
from netgraph.importers._linkedin.export import (
    parse_day,
    parse_month,
    parse_stamp,
    slug_of,
    split_urls,
    stem_of,
)
from netgraph.importers._linkedin.people import is_introduction, split_names
from netgraph.model import (
    OWNER,
    AffiliationKind,
    Card,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Record,
    Reject,
    RejectKind,
)
from tests.importers.mutations import document_of

LINKEDIN = Path(__file__).parent.parent / "fixtures" / "linkedin"
IN = "https://www.linkedin.com/in/"
NOOR, ILSE, TOBIN = (
    f"{IN}{name}-example" for name in ("noor-saldana", "ilse-quandel", "tobin-marrash")
)
HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER\n"
)


def document(name: str) -> Document:
    (found,) = walk(LINKEDIN / name)
    assert isinstance(found, Document)
    return found


def read(source: str | Document) -> list[Record]:
    found = document(source) if isinstance(source, str) else source
    return list(find_importer(found).read(found))


def messages(*lines: str) -> list[Record]:
    return read(document_of("messages.csv", (HEADER + "\n".join(lines)).encode()))


def of(kind: InteractionKind, records: list[Record]) -> list[Interaction]:
    return [r for r in records if isinstance(r, Interaction) and r.kind is kind]


def cards(records: list[Record]) -> dict[str, Card]:
    return {" / ".join(r.names): r for r in records if isinstance(r, Card)}


def rejects(records: list[Record]) -> dict[str, Reject]:
    return {r.origin.place: r for r in records if isinstance(r, Reject)}


def values(card: Card, kind: IdentifierKind) -> list[str]:
    return [i.value for i in card.identifiers if i.kind is kind]


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        (f"{IN}ilse-quandel-example", "ilse-quandel-example"),
        ("http://de.linkedin.com/in/Ilse-Quandel-Example/?trk=x", "ilse-quandel-example"),
        ("www.linkedin.com/in/yuna-p%C3%A9trakis-example", "yuna-pétrakis-example"),
        ("linkedin.com/in/yuna-pe\u0301trakis-example#top", "yuna-pétrakis-example"),
        (f"{IN}ACoAABcDeFgH", "ACoAABcDeFgH"),
        (f"{IN}ACwAABcDeFgH/", "ACwAABcDeFgH"),
        (f"{IN}acorn-example", "acorn-example"),
        ("https://www.linkedin.com/pub/old-timer/12/345/678", "old-timer/12/345/678"),
        ("https://www.linkedin.com/company/pine-systems/", ""),
        ("https://www.linkedin.com/in/", ""),
        ("https://example.com/in/ilse", ""),
        ("", ""),
    ],
)
def test_slug(url: str, slug: str) -> None:
    assert slug_of(url) == slug


def test_urls_are_split_by_their_shape() -> None:
    assert split_urls(f"{NOOR},www.linkedin.com/in/a, {ILSE},") == [
        NOOR,
        "www.linkedin.com/in/a",
        ILSE,
    ]
    assert split_urls(" ") == []


def test_letters_after_a_name_stay_with_it() -> None:
    assert split_names("Ilse Quandel, Tobin Marrash, PhD, Wren Talbach, Ph.D., MBA, ") == [
        "Ilse Quandel",
        "Tobin Marrash, PhD",
        "Wren Talbach, Ph.D., MBA",
    ]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("x/Comments_123.csv", "comments"),
        ("Job Applications_1.csv", "jobapplications"),
        ("Connections (1).csv", "connections"),
        ("learning_role_play_messages.csv", "learningroleplaymessages"),
    ],
)
def test_stem_of_file_name(name: str, stem: str) -> None:
    assert stem_of(document_of(name, b"")) == stem


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("08 Feb 2026", date(2026, 2, 8)),
        ("3 Jan 2019", date(2019, 1, 3)),
        ("4-Apr-21", date(2021, 4, 4)),
        ("07 Mär 2020", date(2020, 3, 7)),
        ("12/22/16, 7:05 PM", date(2016, 12, 22)),
        ("2026-02-08", date(2026, 2, 8)),
        ("31 Feb 2026", None),
        ("08 Foo 2026", None),
        ("8/2/2026", None),
        ("Feb 2026", None),
        ("", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2025-06-01 14:03:22 UTC", datetime(2025, 6, 1, 14, 3, 22, tzinfo=UTC)),
        ("12/22/16, 7:05 PM", datetime(2016, 12, 22, 19, 5, tzinfo=UTC)),
        ("1/3/17, 12:15 AM", datetime(2017, 1, 3, 0, 15, tzinfo=UTC)),
        ("1/3/17, 12:15\u202fPM", datetime(2017, 1, 3, 12, 15, tzinfo=UTC)),
        ("1/3/17, 13:15 PM", None),
        ("1/3/17, 25:15", None),
        ("2025-13-01 14:03:22 UTC", None),
        ("2025-06-01 24:03:22 UTC", None),
        ("Jan 2015", None),
    ],
)
def test_stamps(text: str, when: datetime | None) -> None:
    assert parse_stamp(text) == when


def test_months_are_whole_months() -> None:
    assert parse_month("Jan 2015") == date(2015, 1, 1)
    assert parse_month("Feb 2016", is_end=True) == date(2016, 2, 29)
    assert parse_month("2019") == date(2019, 1, 1)
    assert parse_month("2019", is_end=True) == date(2019, 12, 31)
    assert parse_month("1066") is None
    assert parse_month("today") is None


class TestConnections:
    def test_of_today(self) -> None:
        records = read("2026/Connections.csv")
        tobin = cards(records)["Tobin Marrash, PhD"]
        assert values(tobin, IdentifierKind.PROFILE) == [TOBIN]
        assert values(tobin, IdentifierKind.EMAIL) == ["tobin@example.org"]
        assert tobin.affiliations[0].organisation == "Orbit Foods GmbH"
        assert tobin.affiliations[0].role == "Engineer, Platform"
        assert tobin.is_contact
        connected = of(InteractionKind.CONNECTED, records)
        assert [i.when and i.when.date() for i in connected] == [
            date(2026, 2, 8),
            date(2019, 1, 3),
            date(2019, 11, 14),
        ]
        assert connected[1].sender == OWNER
        assert connected[1].participants == (tobin.identifiers[0],)
        assert rejects(records)["row 8"].kind is RejectKind.LEFT_OUT

    def test_without_profile_addresses_the_mail_address_or_name_points(self) -> None:
        (mailed,) = of(InteractionKind.CONNECTED, read("2017/Connections.csv"))
        (only_named,) = of(InteractionKind.CONNECTED, read("2021/Connections.csv"))
        assert mailed.participants[0].value == "tobin@example.org"
        assert only_named.participants[0].value == "Tobin Marrash"
        assert only_named.participants[0].kind is IdentifierKind.NAME

    def test_saved_again_by_a_spreadsheet(self) -> None:
        records = read("resaved/Connections.csv")
        assert list(cards(records)) == ["Jörg Weißgerber", "Zoë Vanderstraat 🚀", "Änne Großkopf"]
        assert len(of(InteractionKind.CONNECTED, records)) == 3
        assert not rejects(records)

    def test_hostile(self) -> None:
        records = read("hostile/Connections.csv")
        reasons = {place: reject.reason for place, reject in rejects(records).items()}
        assert reasons == {
            "row 8": "Connected On cannot be read as a date: '31 Feb 2026'",
            "row 10": "has more filled cells than the header row has columns",
            "row 11": "has no name, profile or address",
            "row 12": "hidden member: only a date",
            "row 14": "a quotation mark opened in this row is never closed",
        }
        found = cards(records)
        assert "</script><img src=x onerror=alert(1)>" in found
        assert found["\u202eevil Bi\u2066di"].affiliations[0].organisation == "ex-Stripe"
        assert {"Bad Date", "No Date", "Short Row", "After Quote", "Last One"} <= set(found)

    def test_subject_outlives_a_change_of_employer_and_of_spelling(self) -> None:
        head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        before = f"Ilse,Quandel,{ILSE},,Orbit Foods,Clerk,08 Feb 2026\n"
        after = f"Ilse,Quandel-Ro,{ILSE.upper()}/,,Pine Systems,,08 Feb 2026\n"
        one, two = (
            next(
                r for r in read(document_of("c.csv", (head + row).encode())) if isinstance(r, Card)
            )
            for row in (before, after)
        )
        assert one.subject == two.subject
        assert one.key != two.key

    def test_header_only(self) -> None:
        (reject,) = read("empty/Connections.csv")
        assert isinstance(reject, Reject)
        assert (reject.reason, reject.kind) == ("holds no rows", RejectKind.LEFT_OUT)


class TestMessages:
    def test_of_today(self) -> None:
        records = read("2026/messages.csv")
        (message,) = of(InteractionKind.MESSAGE, records)
        assert message.sender is not None
        assert message.sender.value == NOOR
        assert [p.value for p in message.participants] == [ILSE, TOBIN]
        assert message.n_participants == 2
        (introduction,) = of(InteractionKind.INTRODUCED, records)
        assert introduction.participants == message.participants
        reasons = {place: r.reason for place, r in rejects(records).items()}
        assert reasons == {"row 3": "an advertisement", "row 4": "a draft that was never sent"}
        found = cards(records)
        assert list(found) == ["Ilse Quandel", "Tobin Marrash, PhD", "Noor Saldana"]
        assert [name for name, card in found.items() if card.is_owner] == ["Noor Saldana"]

    def test_no_text_is_kept(self) -> None:
        assert "Over to you" not in repr(read("2026/messages.csv"))

    def test_of_2017_by_direction(self) -> None:
        records = read("2017/Messages.csv")
        assert len(of(InteractionKind.MESSAGE, records)) == 2
        assert [n for n, c in cards(records).items() if c.is_owner] == ["Noor Saldana"]

    def test_without_recipients_addresses(self) -> None:
        records = read("2022/messages.csv")
        found = cards(records)
        assert list(found) == ["Tobin Marrash", "Ilse Quandel", "Casimir Oduya", "Noor Saldana"]
        assert values(found["Tobin Marrash"], IdentifierKind.PROFILE) == [TOBIN]
        assert values(found["Casimir Oduya"], IdentifierKind.NAME) == ["Casimir Oduya"]
        assert found["Noor Saldana"].is_owner
        assert {r.reason for r in rejects(records).values()} == {
            "written by a hidden member",
            "written to a hidden member",
        }

    def test_hostile(self) -> None:
        records = read("hostile/messages.csv")
        assert {place: r.reason for place, r in rejects(records).items()} == {
            "row 6": "written by a company page",
            "row 7": "in the spam folder",
            "row 8": "DATE cannot be read as a date: 'yesterday'",
            "row 9": "does not say who wrote to whom",
        }
        (introduction,) = of(InteractionKind.INTRODUCED, records)
        assert introduction.origin.place == "row 2"
        found = cards(records)
        assert list(found) == [
            "Wren Talbach",
            "Tobin Marrash, Ph.D.",
            "Ilse Quandel",
            "Yuna Petrakis",
            "Noor Saldana",
        ]
        assert [name for name, card in found.items() if card.is_owner] == ["Noor Saldana"]

    def test_a_hidden_member_among_several_counts_but_is_nobody(self) -> None:
        to = f'"Ilse, LinkedIn Member, Tobin","{ILSE},{TOBIN}"'
        line = f"1,,Noor,{NOOR},{to},2025-06-01 14:03:22 UTC,,Hi,"
        (message,) = of(InteractionKind.MESSAGE, messages(line))
        assert len(message.participants) == 2
        assert message.n_participants == 3

    def test_a_very_long_text(self) -> None:
        line = f"1,,Noor,{NOOR},Ilse,{ILSE},2025-06-01 14:03:22 UTC,,{'x' * 200_000},"
        assert len(of(InteractionKind.MESSAGE, messages(line))) == 1

    def test_nobody_is_taken_for_the_owner_on_one_conversation(self) -> None:
        line = f"1,,Noor,{NOOR},Ilse,{ILSE},2025-06-01 14:03:22 UTC,,Hi,"
        assert not any(card.is_owner for card in cards(messages(line)).values())

    def test_nobody_is_taken_for_the_owner_when_two_are_everywhere(self) -> None:
        lines = [f"{n},,Noor,{NOOR},Ilse,{ILSE},2025-06-0{n} 14:03:22 UTC,,Hi," for n in (1, 2, 3)]
        assert not any(card.is_owner for card in cards(messages(*lines)).values())

    def test_same_message_in_two_exports_has_one_key(self) -> None:
        line = f"1,,Noor,{NOOR},Ilse,{ILSE},2025-06-01 14:03:22 UTC,,Hi,"
        other = line.replace(NOOR, f"{NOOR.upper()}/")
        (one,), (two,) = (of(InteractionKind.MESSAGE, messages(each)) for each in (line, other))
        assert one.key == two.key

    @pytest.mark.parametrize(
        ("text", "is_one"),
        [
            ("Ilse, meet Tobin. Over to you both!", True),
            ("Ilse - please meet my colleague Tobin", True),
            ("Hi Ilse, I would like to introduce you to Tobin.", True),
            ("Ilse, let me introduce you two!", True),
            ("Tobin and Ilse: putting you in touch as promised", True),
            ("I am connecting you with Tobin", True),
            ("Ilse und Tobin, ich stelle euch beide vor", True),
            ("Ilse, this is Tobin, whom I told you about. Tobin, Ilse hires.", True),
            ("Ilse, je te présente Tobin, qui cherche un poste.", True),
            ("Tobin, kennst du Ilse? Sie fährt auch mit.", False),
            ("Ilse, shall we meet Tobin tomorrow?", False),
            ("Ilse, let me introduce you both to our new pricing", False),
            ("Let me introduce you two", False),
            ("Ilse, meet Ilse", False),
            ("The introduction was long, Ilse", False),
            ("Tobin says hello", False),
        ],
    )
    def test_introductions_are_set_phrases(self, text: str, is_one: bool) -> None:
        assert is_introduction(text, ["Ilse Quandel", "Tobin Marrash, PhD"]) is is_one

    def test_an_introduction_needs_two_to_five(self) -> None:
        text = "Ilse, meet Tobin"
        assert not is_introduction(text, ["Ilse Quandel"])
        assert not is_introduction(text, ["Ilse A", "Tobin B", "C C", "Dd D", "Ee E", "Ff F"])


class TestInvitations:
    def test_of_today(self) -> None:
        records = read("2026/Invitations.csv")
        found = cards(records)
        assert list(found) == ["Noor Saldana", "Casimir Oduya", "Wren Talbach"]
        assert [card.is_owner for card in found.values()] == [True, False, False]
        assert not any(card.is_contact for card in found.values())
        (note,) = of(InteractionKind.MESSAGE, records)
        assert note.when == datetime(2026, 9, 20, 16, 10, tzinfo=UTC)
        assert note.sender == found["Wren Talbach"].identifiers[0]
        assert note.participants == (OWNER,)

    def test_without_addresses(self) -> None:
        records = read("2022/Invitations.csv")
        (note,) = of(InteractionKind.MESSAGE, records)
        assert note.sender == OWNER
        assert note.participants[0].value == "Casimir Oduya"
        assert {place: r.reason for place, r in rejects(records).items()} == {
            "row 3": "hidden member: no name and no profile",
            "row 4": "Sent At cannot be read as a date: '31/31/22, 4:10 PM'",
            "row 5": "does not say whether it came in or went out",
        }


class TestOwner:
    def test_positions(self) -> None:
        records = read("2026/Positions.csv")
        now, then = (r.affiliations[0] for r in records if isinstance(r, Card))
        assert (now.organisation, now.start, now.end) == (
            "Orbit Foods GmbH",
            date(2023, 1, 1),
            None,
        )
        assert (then.start, then.end) == (date(2019, 1, 1), date(2022, 12, 31))
        assert all(r.is_owner for r in records if isinstance(r, Card))

    def test_positions_with_odd_dates(self) -> None:
        records = read("hostile/Positions.csv")
        assert {place: r.reason for place, r in rejects(records).items()} == {
            "row 2": "the end cannot be read as a date: 'heute'",
            "row 3": "names neither an organisation nor a role",
        }

    def test_two_owners_with_the_same_job_are_two(self) -> None:
        head = b"Company Name,Title,Description,Location,Started On,Finished On\n"
        mine = document_of("a.csv", head + b"Orbit Foods,Clerk,,,2009,")
        hers = Document(mine.name, mine.size, mine.head, "1" * 12, mine.open)
        (one,), (two,) = ([r for r in read(d) if isinstance(r, Card)] for d in (mine, hers))
        assert one.key != two.key
        assert one.subject != two.subject

    def test_education(self) -> None:
        first, second = (r for r in read("2026/Education.csv") if isinstance(r, Card))
        assert first.is_owner
        assert first.affiliations[0].kind is AffiliationKind.SCHOOL
        assert first.affiliations[0].role == "BSc"
        assert second.affiliations[0].end == date(2014, 6, 30)

    def test_profile(self) -> None:
        (card,) = read("2026/Profile.csv")
        assert isinstance(card, Card)
        assert card.names == ("Noor Saldana", "Noor Haddad")
        assert card.is_owner

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("2026/Email Addresses.csv", ["noor@example.com", "noor.saldana@example.org"]),
            ("2017/Email Addresses.csv", ["noor@example.net"]),
            ("2026/PhoneNumbers.csv", ["+44 7700 900222"]),
            ("2026/Whatsapp Phone Numbers.csv", ["+1 555-0102"]),
        ],
    )
    def test_own_addresses_and_numbers(self, name: str, expected: list[str]) -> None:
        found = [r for r in read(name) if isinstance(r, Card)]
        assert [card.identifiers[0].value for card in found] == expected
        assert all(card.is_owner for card in found)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("2026/Ad_Targeting.csv", "advertising profile: not used by netgraph (1 row)"),
        ("2026/Learning.csv", "courses: not used by netgraph (1 row)"),
        ("2026/Skills.csv", "skills: not used by netgraph (2 rows)"),
        ("2026/Rich_Media.csv", "pictures: holds no rows"),
        ("2026/guide_messages.csv", "talks with a machine: holds no rows"),
        (
            "2026/learning_role_play_messages.csv",
            "talks with a machine: not used by netgraph (1 row)",
        ),
        (
            "2026/LearningCoachMessages.csv",
            "talks with the learning coach: not used by netgraph",
        ),
        ("2026/Jobs/Saved Jobs.csv", "saved jobs: not used by netgraph (1 row)"),
    ],
)
def test_the_rest_is_left_out_by_name(name: str, reason: str) -> None:
    (reject,) = read(name)
    assert isinstance(reject, Reject)
    assert (reject.reason, reject.kind) == (reason, RejectKind.LEFT_OUT)


def test_the_whole_export_is_read_without_an_unknown_file() -> None:
    names = {}
    for found in walk(LINKEDIN):
        assert isinstance(found, Document)
        names[found.name] = find_importer(found).name
    assert all(name.startswith("linkedin_") for name in names.values())
    unknown = "linkedin/Basic_LinkedInDataExport_04-17-2026/Brand New Thing.csv"
    assert names[unknown] == "linkedin_other"
    assert names["linkedin/2026/Articles/Articles/2018-07-15_on-bread.html"] == "linkedin_other"


def test_a_list_of_names_is_not_taken_for_skills() -> None:
    assert not any(
        find_importer_name == "linkedin_other"
        for find_importer_name in _claims(document_of("friends.csv", b"Name\nIlse\n"))
    )


def _claims(found: Document) -> list[str]:
    from netgraph.importers import importers

    return [i.name for i in importers() if i.recognises(found)]


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("guide_messages.csv", "CONVERSATION ID,CONVERSATION TITLE,FROM"),
        ("Ad_Targeting.csv", "Member Age,Company Names,Company Names,Member Gender"),
    ],
)
def test_shorter_headers_of_the_rest_are_known_too(name: str, header: str) -> None:
    assert _claims(document_of(name, f"{header}\n".encode())) == ["linkedin_other"]
