"""WhatsApp: fifteen manners of dates, members over time, and who the owner is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from netgraph.errors import UnreadableFileError
from netgraph.importers import Document, importer_named
from netgraph.importers._chats.whatsapp_notices import Change, notice
from netgraph.importers._files import walk
from netgraph.model import OWNER, Card, IdentifierKind, Interaction, Record, Reject, RejectKind
from tests.importers.mutations import document_of

FIXTURES = Path(__file__).parent.parent / "fixtures" / "whatsapp"
WHATSAPP = importer_named("whatsapp")
CHAT = "WhatsApp Chat with Ilse Quandel.txt"
#: Two headers each, 14 March 2025 at five past two in the afternoon and a day later at nine.
HEADERS = {
    "ios": ("[14/03/25, 14:05:09] ", "[15/03/25, 09:00:00] "),
    "ios german": ("[14.03.25, 14:05:09] ", "[15.03.25, 09:00:00] "),
    "ios marked": ("\u200e[14/03/2025, 14:05:09] ", "\u200e[15/03/2025, 09:00:00] "),
    "ios american": ("[3/14/25, 2:05:09\u202fPM] ", "[3/15/25, 9:00:00\u202fAM] "),
    "ios dutch": ("[14-03-2025 14:05:09] ", "[15-03-2025 09:00:00] "),
    "ios old": ("14/03/25, 14:05:09: ", "15/03/25, 09:00:00: "),
    "android": ("14/03/2025, 14:05 - ", "15/03/2025, 09:00 - "),
    "android american": ("3/14/25, 2:05 PM - ", "3/15/25, 9:00 AM - "),
    "android dotted": ("14.03.25, 14:05 - ", "15.03.25, 09:00 - "),
    "android iso": ("2025-03-14, 14:05 - ", "2025-03-15, 09:00 - "),
    "android year first": ("2025/03/14 14:05 - ", "2025/03/15 09:00 - "),
    "spanish": ("14/3/25, 2:05\u202fp.\u00a0m. - ", "15/3/25, 9:00\u202fa.\u00a0m. - "),
    "finnish": ("14.3.2025 klo 14.05 - ", "15.3.2025 klo 9.00 - "),
    "chinese": ("2025/3/14 \u4e0b\u53482:05 - ", "2025/3/15 \u4e0a\u53489:00 - "),
    "korean": ("2025. 3. 14. \uc624\ud6c4 2:05, ", "2025. 3. 15. \uc624\uc804 9:00, "),
}


def read(text: str, name: str = CHAT) -> list[Record]:
    document = document_of(name, text.encode())
    assert WHATSAPP.recognises(document)
    return list(WHATSAPP.read(document))


def fixture(name: str) -> list[Record]:
    return read((FIXTURES / name).read_text(encoding="utf-8-sig"), name)


def messages(records: list[Record]) -> list[Interaction]:
    return [record for record in records if isinstance(record, Interaction)]


def cards(records: list[Record]) -> list[Card]:
    return [record for record in records if isinstance(record, Card)]


def words(message: Interaction) -> tuple[str, set[str]]:
    assert message.sender
    return message.sender.value, {who.value for who in message.participants}


@pytest.mark.parametrize("manner", HEADERS)
def test_every_manner_of_writing_the_time(manner: str) -> None:
    first, second = HEADERS[manner]
    found = messages(read(f"{first}Ilse Quandel: hello\nmore\n{second}Noor: yes: I do\n"))
    assert [str(message.when)[:16] for message in found] == ["2025-03-14 14:05", "2025-03-15 09:00"]
    assert [message.sender for message in found] == [found[1].participants[0], OWNER]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["03/04/25, 10:00 - A", "05/04/25, 10:00 - B"], ["2025-04-03", "2025-04-05"]),
        (["4/3/25, 9:00 AM - A", "4/5/25, 9:00 AM - B"], ["2025-04-03", "2025-04-05"]),
        (["03/04/25, 10:00 - A", "02/05/25, 10:00 - B"], ["2025-04-03", "2025-05-02"]),
        (["25/03/14, 10:00 - A", "25/03/15, 10:00 - B", "25/04/02, 10:00 - B"],
         ["2025-03-14", "2025-03-15", "2025-04-02"]),
        (["01/02/25, 10:00 - A", "01/31/25, 10:00 - B"], ["2025-01-02", "2025-01-31"]),
    ],
)  # fmt: skip
def test_the_order_of_day_and_month_follows_from_the_whole_file(
    lines: list[str], days: list[str]
) -> None:
    found = messages(read("".join(f"{line}: hi\n" for line in lines)))
    assert [str(message.when)[:10] for message in found] == days


@pytest.mark.parametrize(
    "text",
    [
        "2025-03-14 14:05:09 - INFO: started\n2025-03-14 14:05:10 - INFO: stopped\n",
        "date,name\n14/03/2025,Ilse\n15/03/2025,Noor\n",
        "Minutes\n14/03/2025, 14:05 - Ilse: hello\n14/03/2025, 14:06 - Noor: hello\n",
        "",
    ],
)
def test_logs_and_tables_are_no_chats(text: str) -> None:
    assert not WHATSAPP.recognises(document_of("notes.txt", text.encode()))


class TestTwo:
    def test_the_owner_is_the_one_the_chat_is_not_named_after(self) -> None:
        records = fixture(CHAT)
        assert [words(message) for message in messages(records)] == [
            ("Ilse Quandel", {OWNER.value}),
            (OWNER.value, {"Ilse Quandel"}),
            (OWNER.value, {"Ilse Quandel"}),
            ("Ilse Quandel", {OWNER.value}),
        ]
        (card,) = cards(records)
        assert card.names == ("Ilse Quandel",)
        assert not card.affiliations
        assert not card.is_contact

    def test_ios_names_the_other_in_the_first_notice(self) -> None:
        text = (FIXTURES / "WhatsApp Chat - Tobin Marrash/_chat.txt").read_text("utf-8-sig")
        found = messages(read(text, "_chat.txt"))
        assert [words(message)[0] for message in found] == [
            "Tobin Marrash",
            OWNER.value,
            OWNER.value,
        ]

    def test_the_archive_names_the_other(self, tmp_path: Path) -> None:
        path = tmp_path / "WhatsApp Chat - Wren Talbach.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("_chat.txt", "[14/03/25, 14:05:09] Noor: a\n")
            archive.writestr("00000002-PHOTO-2025-03-14-14-05-09.jpg", b"\xff\xd8\xff")
        photo, chat = walk(path)
        assert isinstance(photo, Document)
        assert isinstance(chat, Document)
        assert not WHATSAPP.recognises(photo)
        (message,) = messages(list(WHATSAPP.read(chat)))
        assert words(message) == (OWNER.value, {"Wren Talbach"})

    def test_no_guess_when_nothing_tells(self) -> None:
        records = read("14/03/25, 14:05 - Ilse: a\n14/03/25, 14:06 - Noor: b\n", "chat.txt")
        assert [words(m) for m in messages(records)] == [("Ilse", {"Noor"}), ("Noor", {"Ilse"})]
        assert not any(card.is_owner for card in cards(records))

    def test_only_i_wrote(self) -> None:
        records = read("14/03/25, 14:05 - Noor: a\n14/03/25, 14:06 - Noor: b\n")
        assert [words(m) for m in messages(records)] == [(OWNER.value, {"Ilse Quandel"})] * 2
        assert [card.names for card in cards(records)] == [("Ilse Quandel",)]

    def test_two_messages_in_a_minute_are_two(self) -> None:
        found = messages(fixture(CHAT))
        assert len({message.key for message in found}) == len(found)

    def test_a_day_that_is_not_is_said(self) -> None:
        reasons = [r.reason for r in fixture(CHAT) if isinstance(r, Reject)]
        assert "the date 31/02/2025 cannot be read" in reasons


class TestGroups:
    def test_members_come_and_go(self) -> None:
        found = messages(fixture("WhatsApp-Chat mit Chor am Hafen.txt"))
        assert [(*words(message), message.n_participants) for message in found] == [
            ("+44 7700 900145", {"Jürgen Groß", OWNER.value, "Ilse Quandel"}, 3),
            ("Jürgen Groß", {OWNER.value, "+44 7700 900145"}, 2),
        ]

    def test_all_who_ever_belonged_do_and_the_last_name_counts(self) -> None:
        found = cards(fixture("WhatsApp-Chat mit Chor am Hafen.txt"))
        assert [card.affiliations[0].organisation for card in found] == ["Chor am Hafen"] * 3
        assert found[2].identifiers[0].kind is IdentifierKind.PHONE

    def test_a_colon_in_the_name_of_a_group(self) -> None:
        records = fixture("colon_group.txt")
        names = {card.names[0] for card in cards(records)}
        assert names == {"Casimir Oduya", "Wren Talbach", "Tobin Marrash"}
        assert {card.affiliations[0].organisation for card in cards(records)} == {"Jobs: Club"}
        assert [words(message)[1] for message in messages(records)] == [
            {OWNER.value, "Casimir Oduya", "Tobin Marrash"},
            {OWNER.value, "Tobin Marrash"},
        ]

    def test_a_push_name_loses_its_tilde_and_notices_are_counted(self) -> None:
        records = fixture("ios.txt")
        assert [card.names for card in cards(records)] == [("Ilse Quandel",), ("Tobin",)]
        rejects = [record for record in records if isinstance(record, Reject)]
        assert [reject.kind for reject in rejects] == [RejectKind.LEFT_OUT]


@pytest.mark.parametrize(
    ("text", "change", "who", "whom", "title"),
    [
        ('Ilse created group "Choir"', Change.NAMED, "Ilse", (), "Choir"),
        ('Ilse changed the group name from "A" to "B c"', Change.NAMED, "Ilse", (), "B c"),
        ("Ana creó el grupo «Coro»", Change.NAMED, "Ana", (), "Coro"),
        ("Ilse a créé le groupe « Le chœur »", Change.NAMED, "Ilse", (), "Le chœur"),
        ("Ilse added Wren, Tobin and you", Change.CAME, "Ilse", ("Wren", "Tobin", "you"), ""),
        ("Wren was added", Change.CAME, "", ("Wren",), ""),
        ("Ana añadió a Wren y Tobin", Change.CAME, "Ana", ("Wren", "Tobin"), ""),
        ("Ilse a ajouté Wren", Change.CAME, "Ilse", ("Wren",), ""),
        ("Wren joined from the community", Change.CAME, "", ("Wren",), ""),
        ("Wren left", Change.WENT, "", ("Wren",), ""),
        ("Jan heeft de groep verlaten", Change.WENT, "", ("Jan",), ""),
        ("Ilse hat Wren entfernt", Change.WENT, "Ilse", ("Wren",), ""),
    ],
)
def test_notices(text: str, change: Change, who: str, whom: tuple[str, ...], title: str) -> None:
    told = notice(text)
    assert told
    assert (told.change, told.who, told.whom, told.title) == (change, who, whom, title)


def test_other_notices_say_nothing_about_members() -> None:
    assert notice("Ilse changed this group's icon") is None
    assert notice("image omitted") is None
    assert notice("x" * 10_000) is None


def test_a_file_without_entries_is_an_error() -> None:
    with pytest.raises(UnreadableFileError, match="holds no WhatsApp messages"):
        list(WHATSAPP.read(document_of(CHAT, b"nothing here")))


def test_a_company_that_writes_is_nobody() -> None:
    chat = "".join(
        f"14/03/2025, 14:0{minute} - {who}: hi\n"
        for minute, who in enumerate(["Bo Lind", "Orbit Foods GmbH", "Ilse Quandel", "Wren"])
    )
    records = read(chat, "WhatsApp Chat with Shopping.txt")
    assert [c.names[0] for c in cards(records)] == ["Bo Lind", "Ilse Quandel", "Wren"]
    assert [r.origin.place for r in records if isinstance(r, Reject)] == ["message 2"]
