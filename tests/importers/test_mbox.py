"""Mailboxes: where messages part, what a message says, whose mailbox it is."""

from __future__ import annotations

import io
import random
import re
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.importers import find_importer
from netgraph.importers._files import walk
from netgraph.importers._keys import hash_of
from netgraph.importers._mail.addresses import Mailbox, _listed, _parse, mailboxes
from netgraph.importers._mail.headers import decode_words, message_id, pick, when_of
from netgraph.importers.mbox import _SEPARATOR, IMPORTER, MAX_MESSAGE_BYTES, messages, read
from netgraph.model import (
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Record,
    Reject,
    RejectKind,
)
from tests.importers.mutations import document_of, mutated

SEPARATOR = "From wren@pine.example Mon Mar  4 11:20:34 2024\n"
WREN = "Wren Talbach <wren@pine.example>"
NOOR = "Noor Saldana <noor@example.org>"


def message(number: int = 1, body: str = "x", **fields: str) -> str:
    """A message from Wren to Noor; underscores in names of fields stand for hyphens."""
    headers = {"From": WREN, "To": NOOR, "Date": "Mon, 4 Mar 2024 11:20:34 +0000"}
    headers |= {"Message-ID": f"<m{number}@pine.example>"}
    headers |= {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return f"{SEPARATOR}{chr(10).join(lines)}\n\n{body}\n\n"


def records(data: str | bytes) -> list[Record]:
    content = data if isinstance(data, bytes) else data.encode()
    return list(read(document_of("All mail.mbox", content)))


def from_fixture(fixtures: Path, name: str) -> list[Record]:
    (document,) = walk(fixtures / "mail" / name)
    assert not isinstance(document, Exception)
    assert find_importer(document) is IMPORTER
    return list(read(document))


def mails(found: list[Record]) -> list[Interaction]:
    return [r for r in found if isinstance(r, Interaction) and r.kind is InteractionKind.MAIL]


def cards(found: list[Record]) -> list[tuple[str, str]]:
    """(name, address) of every card of a correspondent."""
    people = [r for r in found if isinstance(r, Card) and not r.is_owner]
    assert not any(card.is_contact for card in people)
    return [(" ".join(c.names), c.identifiers[0].value) for c in people]


def owner(found: list[Record]) -> list[str]:
    """The addresses of the owner's card, [] when there is none."""
    owners = [r for r in found if isinstance(r, Card) and r.is_owner]
    assert len(owners) < 2
    return [i.value for card in owners for i in card.identifiers]


def left_out(found: list[Record]) -> dict[str, str]:
    """Reason by place."""
    rejects = [r for r in found if isinstance(r, Reject)]
    assert all(r.kind is RejectKind.LEFT_OUT for r in rejects)
    return {r.origin.place: r.reason for r in rejects}


class TestTakeout:
    def test_people_and_mail(self, fixtures: Path) -> None:
        found = from_fixture(fixtures, "takeout.mbox")
        assert cards(found) == [
            ("Wren Talbach", "wren@pine.example"),
            ("Quandel, Ilse", "ilse@nordwind.example"),
            ("", "noor@example.org"),
            ("Lindqvist, Zoë", "zoe@example.se"),
            ("Jörg", "joerg@example.de"),
            ("Ilse Quandel", "ilse@nordwind.example"),
        ]
        first, second = mails(found)
        assert first.key == hash_of("mail", "m1@pine.example")
        assert first.when == datetime(2024, 3, 4, 11, 20, 34, tzinfo=UTC)
        assert first.sender is not None
        assert first.sender.value == "wren@pine.example"
        assert first.n_participants == len(first.participants) == 4
        assert second.reply_to == first.key

    def test_newsletter_is_left_out(self, fixtures: Path) -> None:
        found = from_fixture(fixtures, "takeout.mbox")
        assert left_out(found) == {"message 3": "newsletter or mailing list"}

    def test_owner_is_where_mail_arrives(self, fixtures: Path) -> None:
        assert owner(from_fixture(fixtures, "takeout.mbox")) == ["noor@example.org"]


class TestWhereMessagesPart:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("quoting.mbox", ["q1", "q2"]),
            ("phantom.mbox", ["p1", "p2", "p3", "p4"]),
            ("crlf.mbox", ["crlf1", "crlf2"]),
            ("bom.mbox", ["bom1"]),
        ],
    )
    def test_only_at_separators(self, fixtures: Path, name: str, expected: list[str]) -> None:
        path = fixtures / "mail" / name
        with path.open("rb") as stream:
            ids = [
                message_id(pick(m.replace(b"\r\n", b"\n"))[b"message-id"]) for m in messages(stream)
            ]
        assert [found.decode().partition("@")[0] for found in ids] == expected
        assert len(mails(from_fixture(fixtures, name))) == len(expected)

    def test_thunderbird_separators_and_deleted_messages(self, fixtures: Path) -> None:
        found = from_fixture(fixtures, "thunderbird.mbox")
        assert left_out(found) == {"message 1": "deleted message"}
        (mail,) = mails(found)
        assert mail.origin.place == "message 2"
        assert mail.reply_to == hash_of("mail", "t1@pine.example"), "the last of References"

    def test_cut_short(self, fixtures: Path) -> None:
        assert len(mails(from_fixture(fixtures, "truncated.mbox"))) == 2
        cut = records(message() + SEPARATOR)
        assert [r.reason for r in cut if isinstance(r, Reject)] == ["no mail header found"]

    def test_empty_and_blank_files(self) -> None:
        assert records(b"") == []
        (reject,) = records(b"\n\n \n")
        assert isinstance(reject, Reject)
        assert reject.reason == "no message found"

    def test_text_before_the_first_message_is_reported(self) -> None:
        found = records("some prose\n\n" + message())
        assert [r.origin.place for r in found if isinstance(r, Reject)] == ["message 1"]
        assert mails(found)[0].origin.place == "message 2"

    @pytest.mark.parametrize("block", [7, 64, 1000, 5000])
    def test_blocks_may_end_anywhere(self, monkeypatch: pytest.MonkeyPatch, block: int) -> None:
        text = "".join(message(n, body="From here on\n" * n) for n in range(40)).encode()
        whole = list(messages(io.BytesIO(text)))
        monkeypatch.setattr("netgraph.importers.mbox.BLOCK_BYTES", block)
        assert list(messages(io.BytesIO(text))) == whole
        assert b"".join(whole) == text

    def test_noise_without_end_stays_small(self) -> None:
        class Noise(io.RawIOBase):
            """Four hundred blocks of header without a line end, read as from a huge file."""

            left = 400

            def read(self, size: int = -1) -> bytes:
                self.left -= 1
                return b"x" * size if self.left >= 0 else b""

        (kept,) = messages(Noise())  # type: ignore[arg-type]
        assert len(kept) <= MAX_MESSAGE_BYTES < 300_000

    def test_giant_header_is_cut_and_the_rest_goes_on(self) -> None:
        giant = message(1, X_Noise="y" * 2_000_000)
        crowd = ", ".join(f"p{n}@example.org" for n in range(60_000))
        found = records(giant + message(2, Cc=crowd) + message(3))
        assert [mail.origin.place for mail in mails(found)] == [
            "message 1",
            "message 2",
            "message 3",
        ]
        assert len(cards(found)) == 2


class TestHeaders:
    def test_letters_survive(self, fixtures: Path) -> None:
        assert cards(from_fixture(fixtures, "charsets.mbox")) == [
            ("Jörg Müller", "joerg@example.de"),
            ("Adá", "ada@example.org"),
            ("Lind, Zoë", "zoe@example.se"),
            ("Taťána", "tatana@example.cz"),
            ("Zoë Lindqvist", "zoe@exämple.example"),
            ("☃", "snow@example.org"),
            ("", "b@example.org"),
        ]

    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("=?utf-8?B?w6k=?= =?utf-8?B?w6k=?=", "éé"),
            ("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", "é"),
            ("=?iso-8859-1?q?=E9?= =?utf-8?q?=C3=A9?= x", "éé x"),
            ("A =?utf-8*en?q?b_c?= d", "A b c d"),
            ("=?nonsense?q?=C3=A9?=", "é"),
            ("=?utf-8?B?!!!?=", ""),
            ("=?utf-8?B?abcde?=", "abcde"),
            ("=?unicode_escape?q?=5Cud800?=", "?"),
            ("=?rot13?q?abc?=", "abc"),
            ("no =? word", "no =? word"),
        ],
    )
    def test_encoded_words(self, raw: str, text: str) -> None:
        assert decode_words(raw) == text

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ('"Ada <ada@x.example>" <b@y.example>', [("", "b@y.example")]),
            ("'Ada Stone' <ada@x.example>", [("Ada Stone", "ada@x.example")]),
            ("a@x.example; B <b@y.example>", [("", "a@x.example"), ("B", "b@y.example")]),
            ("a@x.example (Ada Stone)", [("Ada Stone", "a@x.example")]),
            ('T: a@x.example, "B, C" <b@y>;', [("", "a@x.example"), ("B, C", "b@y")]),
            ("undisclosed-recipients:;", []),
            ("Ilse </O=EXAMPLE/CN=ILSE>, Ada <a@x.example>", [("Ada", "a@x.example")]),
            ("Ada <ada@x.example", [("Ada", "ada@x.example")]),
            ("ada@x.example <ada@x.example>", [("", "ada@x.example")]),
            (f"{'n' * 300} <a@x.example>", [("", "a@x.example")]),
            (f"{'a' * 300}@x.example", []),
            ('"Quo\\"ted" <q@x.example>', [('Quo"ted', "q@x.example")]),
        ],
    )  # fmt: skip
    def test_addresses(self, value: str, expected: list[tuple[str, str]]) -> None:
        assert mailboxes(value.encode()) == tuple(Mailbox(*pair) for pair in expected)

    def test_entries_remembered_one_by_one_are_those_of_the_whole_list(self) -> None:
        entries = [
            "a@x.example", "Ada <a@x.example>", '"Stone, Ada" <a@x.example>', "<b@y.example>",
            '"odd>, quote" <c@z.example>', '"open <d@z.example>', "", " ", "no address",
            "=?utf-8?q?Zo=C3=AB?= <zoe@x.example>", "Zoë <z@x.example>", "x (y) <e@x.example>", ">",
            f"{'a' * 300}@x.example>",
        ]  # fmt: skip
        draw = random.Random(5)
        lists = [draw.choices(entries, k=draw.randrange(1, 6)) for _ in range(2000)]
        values = [draw.choice([",", ", ", ",  "]).join(found).encode() for found in lists]
        assert [mailboxes(v) for v in values] == [_parse(v) if b"@" in v else () for v in values]
        assert sum(_listed(v) is not None for v in values) > 100

    def test_nested_comments_do_not_exhaust_the_stack(self) -> None:
        value = b"(" * 50_000 + b" a@x.example"
        assert all(isinstance(found, Mailbox) for found in mailboxes(value))

    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            ("Mon, 4 Mar 2024 12:20:34 +0100", datetime(2024, 3, 4, 11, 20, 34, tzinfo=UTC)),
            ("4 Mar 2024 12:20 GMT", datetime(2024, 3, 4, 12, 20, tzinfo=UTC)),
            ("14 Jul 17 02:40 GMT", datetime(2017, 7, 14, 2, 40, tzinfo=UTC)),
            ("Fri, 5 Apr 2024 18:00:00 -0430 (x)", datetime(2024, 4, 5, 22, 30, tzinfo=UTC)),
            ("Mon, 4 Mar 2024 11:20:60 +0000", datetime(2024, 3, 4, 11, 20, 59, tzinfo=UTC)),
            ("Mon, 4 Mar 2024 11:20:34", datetime(2024, 3, 4, 11, 20, 34, tzinfo=UTC)),
            ("Mon, 4 Mar 0117 11:20:34 +0000", None),
            ("Mon, 4 Mar 2124 11:20:34 +0000", None),
            ("Ven, 14 juil. 2017 10:00:00 +0200", None),
            ("Mon, 45 Mar 2024 11:20:34 +0000", None),
            ("Mon, 4 Mar 2024 11:20:34 +9999", None),
            ("2024-03-04T11:20:34", None),
            ("", None),
        ],
    )
    def test_dates(self, date: str, expected: datetime | None) -> None:
        assert when_of({b"date": date.encode()}) == expected

    def test_a_bad_date_is_taken_from_separator_or_received(self, fixtures: Path) -> None:
        (mail,) = mails(from_fixture(fixtures, "bom.mbox"))
        assert mail.when == datetime(2024, 3, 4, 11, 20, 34, tzinfo=UTC)
        received = {b"received": b"from a by b; Tue, 5 Mar 2024 09:00:00 +0000"}
        assert when_of(received) == datetime(2024, 3, 5, 9, tzinfo=UTC)

    def test_repeated_and_folded_fields(self) -> None:
        headers = pick(b"\nTO: a@x.example,\n\tb@y.example\nto: c@z.example\nX-Other: 1\nDate: d")
        assert headers == {b"to": b"a@x.example,\tb@y.example, c@z.example", b"date": b"d"}


class TestMessages:
    def test_odd_recipients(self, fixtures: Path) -> None:
        found = from_fixture(fixtures, "undisclosed.mbox")
        assert not any(isinstance(r, Reject) for r in found)
        to_nobody, hidden, exchange, grouped = mails(found)
        assert to_nobody.participants == ()
        assert exchange.sender == Identifier(IdentifierKind.NAME, "Ilse Quandel")
        assert ("Ilse Quandel", "Ilse Quandel") in cards(found)
        assert [i.value for i in hidden.participants] == ["ilse@nordwind.example"]
        assert [i.value for i in grouped.participants] == [
            "evil@example.net",
            "tobin@example.org",
            "joerg@example.de",
            "a@example.org",
            "b@example.org",
        ]

    def test_without_message_id_the_key_comes_from_the_content(self) -> None:
        same, again, other = mails(
            records(
                message(Message_ID="")
                + message(Message_ID="", body="y")
                + message(Message_ID="", Subject="z")
            )
        )
        assert same.key == again.key != other.key

    def test_a_card_for_every_name_of_an_address_once(self) -> None:
        renamed = "Wren Oduya <WREN@pine.example>"
        found = records(message(1) + message(2) + message(3, From=renamed) + message(4))
        assert cards(found) == [
            ("Wren Talbach", "wren@pine.example"),
            ("Noor Saldana", "noor@example.org"),
            ("Wren Oduya", "wren@pine.example"),
        ]

    def test_cards_stand_before_their_mail_at_the_same_place(self) -> None:
        found = records(message(1) + message(2, Cc="Ilse <ilse@nordwind.example>"))
        assert [(type(r).__name__, r.origin.place) for r in found] == [
            ("Card", "message 1"),
            ("Card", "message 1"),
            ("Interaction", "message 1"),
            ("Card", "message 2"),
            ("Interaction", "message 2"),
        ]

    def test_a_mail_to_many_makes_nobody_known(self) -> None:
        crowd = ", ".join(f"P{n} <p{n}@example.org>" for n in range(26))
        found = records(message(To=crowd))
        assert cards(found) == [("Wren Talbach", "wren@pine.example")]
        (mail,) = mails(found)
        assert mail.n_participants == 26
        assert owner(found) == []

    def test_the_sender_is_no_recipient(self) -> None:
        (mail,) = mails(records(message(Cc="WREN@pine.example, info@salon.example")))
        assert [i.value for i in mail.participants] == ["noor@example.org"]
        assert mail.n_participants == 2
        assert left_out(records(message(To=WREN))) == {
            "message 1": "addressed to no person by name"
        }

    def test_no_word_of_a_message_is_kept(self) -> None:
        secret = "Xylophone"
        found = records(
            message(Subject=secret, body=f"Noor, meet {secret}", Cc="Ilse <i@x.example>")
        )
        assert secret not in repr(found)  # fmt: skip


class TestOwner:
    def test_sent_mail_tells(self, fixtures: Path) -> None:
        assert owner(from_fixture(fixtures, "sent.mbox")) == ["noor@example.org"]

    def test_labels_tell(self, fixtures: Path) -> None:
        found = from_fixture(fixtures, "labels.mbox")
        assert owner(found) == ["wren@pine.example"]

    def test_two_people_writing_to_each_other_do_not(self) -> None:
        pair = [message(n) if n % 2 else message(n, From=NOOR, To=WREN) for n in range(10)]
        assert owner(records("".join(pair))) == []

    def test_an_archive_of_a_list_does_not(self) -> None:
        members = [message(n, From=f"m{n}@example.org", To="choir@example.org") for n in range(10)]
        assert owner(records("".join(members))) == []

    def test_a_newsletter_does_not(self) -> None:
        letter = message(Delivered_To="noor@example.org", Precedence="bulk")
        assert owner(records(letter)) == []

    def test_two_mailboxes_in_one_file_do_not(self) -> None:
        halves = [message(n, Delivered_To=f"m{n % 2}@example.org") for n in range(10)]
        assert owner(records("".join(halves))) == []

    def test_forwarded_mail_gives_both_addresses(self) -> None:
        both = "noor@example.org\nDelivered-To: noor.saldana@example.com"
        found = records("".join(message(n, Delivered_To=both) for n in range(3)))
        assert owner(found) == ["noor.saldana@example.com", "noor@example.org"]

    def test_a_list_that_delivers_does_not(self) -> None:
        assert owner(records(message(Delivered_To="mailing list choir@example.org"))) == []

    def test_a_role_address_may_be_the_owners(self) -> None:
        mine = "Noor <hello@salon.example>"
        incoming = message(1, To=mine, Delivered_To="hello@salon.example")
        found = records(incoming + message(2, From=mine, To=WREN))
        assert owner(found) == ["hello@salon.example"]
        assert len(mails(found)) == 2


def test_mutations_of_every_sample_are_survived(fixtures: Path) -> None:
    contents = [path.read_bytes() for path in sorted((fixtures / "mail").glob("*.mbox"))]
    random = Random(5322)
    for turn in range(600):
        for record in records(mutated(contents[turn % len(contents)], random)):
            assert record.origin.place.startswith("message ")


#: How messages were parted first: a line feed, the separator, and a header line behind it.
PARTING = re.compile(b"\n" + _SEPARATOR.pattern)


@settings(max_examples=500, derandomize=True, deadline=None, database=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"From - Mon Mar  4 11:20:34 2024",
                b"From : Mon Mar  4 11:20:34 2024",
                b">From - Mon Mar  4 11:20:34 2024",
                b"x From - Mon Mar  4 11:20:34 2024",
                b"From the desk of nobody",
                b"From -",
                b"To: ilse@example.org",
                b"From: wren@example.org",
                b"",
                b"text",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_messages_are_parted_where_a_line_begins(lines: list[bytes], end: bytes) -> None:
    data = b"\n" + end.join(lines)
    starts = [parting.start() + 1 for parting in PARTING.finditer(data)]
    parts = [data[i:j] for i, j in zip([0, *starts], [*starts, len(data)], strict=True)]
    expected = [p for p in parts if p.startswith(b"From ") or p.strip(b"\xef\xbb\xbf\r\n\t ")]
    assert list(messages(io.BytesIO(data[1:]))) == expected
