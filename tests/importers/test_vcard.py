"""vCard: real producers' files, broken ones, relations, companies and groups."""

from __future__ import annotations

import base64
from pathlib import Path
from random import Random

import pytest

from netgraph.importers._text.contentlines import split, unescape
from netgraph.importers._vcards.relations import kind_of
from netgraph.importers.vcard import IMPORTER, read
from netgraph.model import Affiliation, Card, Record, Reject, RejectKind, Relation, RelationKind
from tests.importers.mutations import document_of, mutated

HEAD = b"BEGIN:VCARD\r\nVERSION:3.0\r\n"
TAIL = b"END:VCARD\r\n"


def records(data: bytes) -> list[Record]:
    return list(read(document_of("cards.vcf", data)))


def contacts(data: bytes) -> list[Card]:
    return [r for r in records(data) if isinstance(r, Card) and r.is_contact]


def values(card: Card) -> list[str]:
    return [f"{i.kind}:{i.value}" for i in card.identifiers]


def stated(found: list[Record]) -> list[tuple[str, str, str]]:
    """(left, kind, right) of every relation."""
    relations = [r for r in found if isinstance(r, Relation)]
    return [
        (r.left.value, str(r.kind), r.right if isinstance(r.right, str) else r.right.value)
        for r in relations
    ]


def fixture_bytes(fixtures: Path, name: str) -> bytes:
    return (fixtures / "vcard" / name).read_bytes()


def test_android_joins_soft_breaks_before_folds(fixtures: Path) -> None:
    found = records(fixture_bytes(fixtures, "android21.vcf"))
    card = found[0]
    assert isinstance(card, Card)
    assert card.names == ("Zoë Vanderstraat",)
    assert values(card) == ["phone:+32470000001", "email:zoe@example.be"]
    assert stated(found) == [
        ("zoe@example.be", "manager", "Tobin Marrash"),
        ("zoe@example.be", "referred by", "Ilse Quandel"),
    ]
    named = [r for r in found if isinstance(r, Card) and not r.is_contact]
    assert [values(c) for c in named] == [["name:Tobin Marrash"], ["name:Ilse Quandel"]]


def test_apple_relations_profile_and_company(fixtures: Path) -> None:
    found = records(fixture_bytes(fixtures, "apple30.vcf"))
    lia = found[0]
    assert isinstance(lia, Card)
    assert "profile:https://www.linkedin.com/in/lia-ferrante-example" in values(lia)
    assert lia.affiliations == (Affiliation("Esempio S.p.A.", "Talent Lead"),)
    assert stated(found) == [("lia@example.it", "family", "Nico Ferrante")]
    company = found[-1]
    assert isinstance(company, Reject)
    assert (company.origin.place, company.kind) == ("card 2", RejectKind.LEFT_OUT)
    assert company.reason == "a company, not a person"


def test_google_nameless_card_is_a_person(fixtures: Path) -> None:
    nameless, ilse = contacts(fixture_bytes(fixtures, "google_takeout30.vcf"))
    assert nameless.names == ()
    assert values(nameless) == ["email:only.mail@example.com"]
    assert nameless.labels == ("Book Club",)
    assert ilse.names == ("Ilse Quandel",)


def test_outlook_charset_and_department(fixtures: Path) -> None:
    (card,) = contacts(fixture_bytes(fixtures, "outlook21_cp1252.vcf"))
    assert card.names == ("Jörg Weißgerber",)
    assert card.affiliations == (Affiliation("Beispiel GmbH", "Einkauf"),)


def test_version_four_handles_and_group_labels(fixtures: Path) -> None:
    found = records(fixture_bytes(fixtures, "v40.vcf"))
    ines, label = (r for r in found if isinstance(r, Card) and r.is_contact)
    assert "phone:+1-555-555-0100;ext=5555" in values(ines)
    assert stated(found) == [
        ("ines@example.org", "colleague", "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        ("ines@example.org", "colleague", "Bo Lindqvist"),
    ]
    assert label.labels == ("Team X",)
    assert label.subject == ines.subject
    assert label.key != ines.key


def test_broken_cards_cost_no_neighbour(fixtures: Path) -> None:
    found = records(fixture_bytes(fixtures, "broken21.vcf"))
    names = [r.names[0] for r in found if isinstance(r, Card)]
    assert names == ["Renée Dupré", "Bea Unfinished", "Jürgen Kühn", "Lower Case", "Last One"]
    rejects = [(r.origin.place, r.kind) for r in found if isinstance(r, Reject)]
    assert rejects == [("card 5", RejectKind.UNREADABLE)]
    assert values(found[-1]) == ["phone:+1 555 0101"]  # type: ignore[arg-type]


def test_folds_inside_characters_and_hard_parameters(fixtures: Path) -> None:
    (card,) = contacts(fixture_bytes(fixtures, "folds30.vcf"))
    assert card.names == ("Зоя Ильинична Преображенская", "Zoyka", "Zo, the boss", "Зоя Иванова")
    assert values(card) == [
        "email:zoya@example.org",
        "phone:+44 7700 900112",
        "profile:https://uk.linkedin.com/in/zoya-example?trk=x",
        "profile:https://www.linkedin.com/in/zoya-two-example",
        "handle:twitter:zoyka",
        "handle:skype:zoya.p",
        "handle:jabber:zoya@jabber.example",
    ]
    assert card.affiliations == (Affiliation("Café R;B, Ltd", "Head of Bread"),)


@pytest.mark.parametrize(
    ("name", "person"), [("utf16.vcf", "Ülkü Şahin"), ("cr_only.vcf", "Old Mac")]
)
def test_other_encodings_and_line_ends(fixtures: Path, name: str, person: str) -> None:
    data = fixture_bytes(fixtures, name)
    assert IMPORTER.recognises(document_of(name, data))
    assert [card.names for card in contacts(data)] == [(person,)]


def test_nested_agent_is_an_assistant(fixtures: Path) -> None:
    found = records(fixture_bytes(fixtures, "agent21.vcf"))
    cards = [r for r in found if isinstance(r, Card)]
    assert [(c.names[0], c.origin.place) for c in cards] == [
        ("Petra Boss", "card 1"),
        ("Sam Helper", "card 1"),
        ("Next Person", "card 2"),
    ]
    assert cards[0].affiliations == (Affiliation("", "Director"),)
    assert stated(found) == [("petra@example.com", "assistant", "+1 555 0102")]


def test_agent_without_address_is_named() -> None:
    data = HEAD + b"FN:Boss\r\nAGENT:BEGIN:VCARD\r\nFN:Aide\r\nEND:VCARD\r\n" + TAIL
    assert stated(records(data)) == [("Boss", "assistant", "Aide")]


def test_a_file_that_breaks_off_says_so_and_keeps_what_it_holds() -> None:
    whole = HEAD + b"FN:Ada Stone\r\n" + TAIL
    found = records(whole + HEAD + b"FN:Bo Dahl\r\nEMAIL:bo@exam")
    assert [r.names for r in found if isinstance(r, Card)] == [("Ada Stone",), ("Bo Dahl",)]
    (told,) = (r for r in found if isinstance(r, Reject))
    assert (told.origin.place, told.reason) == ("card 2", "the file breaks off in this card")
    assert not any(isinstance(r, Reject) for r in records(whole))


def test_an_agents_agent_is_the_agents_alone() -> None:
    inner = b"FN:Third\r\n"
    for name in (b"Second", b"First"):
        card = b"BEGIN:VCARD\r\n" + inner + b"END:VCARD\r\n"
        inner = b"FN:" + name + b"\r\nAGENT:" + card
    data = HEAD + inner + TAIL
    assert set(stated(records(data))) == {
        ("First", "assistant", "Second"), ("Second", "assistant", "Third"),
    }  # fmt: skip


def test_cards_nested_a_thousand_deep_cost_no_more_than_a_thousand_cards() -> None:
    depth = 1_000
    data = HEAD + b"FN:Boss\r\n"
    for number in range(depth):
        data += b"AGENT:BEGIN:VCARD\r\nFN:Aide Number%d\r\n" % number
    found = records(data + b"END:VCARD\r\n" * depth + TAIL)
    assert len({card.names for card in found if isinstance(card, Card)}) == depth + 1
    assert len(found) <= 2 * depth + 1


def test_relations_of_every_producer(fixtures: Path) -> None:
    found = records(fixture_bytes(fixtures, "relations.vcf"))
    anna = "urn:uuid:c1a5a5d4-0000-4000-8000-000000000001"
    ben = "urn:uuid:c1a5a5d4-0000-4000-8000-000000000002"
    assert stated(found) == [
        (anna, "friend", ben),
        (anna, "family", "karl@example.com"),
        (anna, "knows", "+1-555-0103"),
        (anna, "knows", "https://www.linkedin.com/in/lou-example"),
        (ben, "manager", "Carla Chief"),
        (ben, "assistant", "Dan Desk"),
        (ben, "knows", "Eve Coach"),
        (ben, "family", "Fay Sister"),
    ]
    assert len({r.key for r in found if isinstance(r, Relation)}) == 8


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("X-KADDRESSBOOK-X-SpousesName", "family"),
        ("X-KADDRESSBOOK-X-SpouseName", "family"),
        ("X-KADDRESSBOOK-X-ManagersName", "manager"),
        ("X-PARTNER", "family"),
        ("X-MANAGER-NAME", "manager"),
    ],
)
def test_relatives_named_by_the_property(name: str, kind: str) -> None:
    data = f"BEGIN:VCARD\nFN:Ada Stone\nEMAIL:ada@example.org\n{name}:Bo Lind\nEND:VCARD\n"
    assert stated(records(data.encode())) == [("ada@example.org", kind, "Bo Lind")]


def test_a_voicemail_is_nobody() -> None:
    found = records(b"BEGIN:VCARD\nFN:Voicemail\nTEL:*86\nEND:VCARD\n")
    (refused,) = found
    assert isinstance(refused, Reject)
    assert refused.reason == "a service number, not a person"


def test_a_repeated_uid_joins_nobody(fixtures: Path) -> None:
    anna, ben, copied, label = contacts(fixture_bytes(fixtures, "relations.vcf"))
    assert values(copied) == ["email:copied@example.com"]
    assert copied.subject != ben.subject
    assert (label.labels, label.subject) == (("Choir",), anna.subject)


def test_companies_and_things_are_left_out(fixtures: Path) -> None:
    found = records(fixture_bytes(fixtures, "companies.vcf"))
    rejects = [(r.origin.place, r.reason) for r in found if isinstance(r, Reject)]
    assert rejects == [
        ("card 1", "a company, not a person"),
        ("card 2", "a company, not a person"),
        ("card 3", "not a person"),
    ]
    maria, mail, plumber, hostile = (r for r in found if isinstance(r, Card))
    assert maria.names == ("Maria Lopez",)
    assert (mail.names, values(mail)) == ((), ["email:just.mail@example.com"])
    assert plumber.affiliations == (Affiliation("", "Plumber"),)
    assert hostile.names == ("</script><img src=x onerror=alert(1)>",)


def test_a_line_cut_in_the_middle_is_not_believed(fixtures: Path) -> None:
    (card,) = contacts(fixture_bytes(fixtures, "truncated.vcf"))
    assert values(card) == ["email:whole@example.com"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (b"FN;ENCODING=QUOTED-PRINTABLE:Ji=C5=99=C3=AD", "Jiří"),
        (b"FN;QUOTED-PRINTABLE;CHARSET=windows-1250:Ji=F8=ED", "Jiří"),
        (b"FN;ENCODING=B:QW5uYSBMZWU=", "Anna Lee"),
        (b"FN;ENCODING=b:no base64!", "no base64!"),
        (b"FN:Andr\xe9", "André"),
        (b'FN;SORT-AS="Doe: J";X="^n^^^\'":Jane', "Jane"),
        (b'FN;X="unbalanced:Jane', "Jane"),
        (b"FN;CHARSET=utf-7:Jane", "Jane"),
        (b"item1.fn:Jane", "Jane"),
        (b"FN : Jane", "Jane"),
        (b"FN:\r\n Jane", "Jane"),
        (b"FN:Ja\x00ne", "Jane"),
        (b"FN:\r\nN:Doe,Roe;Jane;M.;Dr.;PhD", "Jane M. Doe Roe"),
        (b"N:Doe", "Doe"),
        (b"NICKNAME:Jay", "Jay"),
        (b"KEY;ENCODING=B:\r\nAAAA\r\nBBBB=\r\n\r\nFN:Jane", "Jane"),
        (b"PHOTO:data:image/png;base64,AAAA\r\n BBBB:CC\r\nFN:Jane", "Jane"),
        (b"NOTE;ENCODING=QUOTED-PRINTABLE:x=\r\nFN:John=\r\n\r\nFN:Jane", "Jane"),
    ],
)
def test_names_however_written(lines: bytes, name: str) -> None:
    (card,) = contacts(HEAD + lines + b"\r\nEMAIL:x@example.com\r\n" + TAIL)
    assert card.names[0] == name


def test_a_soft_break_before_the_end_swallows_nothing() -> None:
    data = HEAD + b"FN;ENCODING=QUOTED-PRINTABLE:Jane=\r\n" + TAIL + HEAD + b"FN:Joe\r\n" + TAIL
    assert [card.names for card in contacts(data)] == [("Jane",), ("Joe",)]


def test_several_jobs_stay_in_step() -> None:
    data = HEAD + b"FN:A\r\nORG:One\r\nORG:Two;Shop\r\nTITLE:Chief\r\n" + TAIL
    (card,) = contacts(data)
    assert card.affiliations == (Affiliation("One", "Chief"), Affiliation("Two", "Shop"))


def test_subject_survives_a_new_job_and_the_key_does_not() -> None:
    uid = b"UID:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\r\n"
    (old,) = contacts(HEAD + uid + b"FN:A\r\nORG:One\r\n" + TAIL)
    (new,) = contacts(HEAD + uid + b"FN:A\r\nORG:Two\r\n" + TAIL)
    assert old.subject == new.subject
    assert old.key != new.key


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("_$!<Mother>!$_", RelationKind.FAMILY),
        ("_$!<MotherInLaw>!$_", RelationKind.FAMILY),
        ("co-worker", RelationKind.COLLEAGUE),
        ("friend,contact", RelationKind.FRIEND),
        ("Boss", RelationKind.MANAGER),
        ("referred by", RelationKind.REFERRED_BY),
        ("neighbor", RelationKind.KNOWS),
        ("person", RelationKind.KNOWS),
        ("", RelationKind.KNOWS),
    ],
)
def test_kinds_of_relation(label: str, kind: RelationKind) -> None:
    assert kind_of(label) is kind


def test_splitting_respects_backslashes() -> None:
    assert split(r"a\;b;c\\;d", ";") == ["a;b", "c\\", "d"]
    assert split("", ",") == [""]
    assert split("a\\", ";") == ["a"]
    assert unescape(r"a\nb\,c") == "a\nb,c"


def test_only_cards_are_recognised() -> None:
    assert IMPORTER.recognises(document_of("x.txt", b"\xef\xbb\xbf\r\nbegin : vcard\r\n"))
    assert not IMPORTER.recognises(document_of("x.vcf", b"From a@example.com\nBEGIN:VCARD\n"))
    assert not IMPORTER.recognises(document_of("x.vcf", b""))


def test_blocks_end_anywhere() -> None:
    """A card astride the blocks in which the file is read, and a photo of one huge line."""
    photo = b"PHOTO;ENCODING=b:" + base64.b64encode(Random(1).randbytes(2_000_000)) + b"\r\n"
    card = HEAD + b"FN:P%d\r\nEMAIL:p%d@example.com\r\n" + b"NOTE:" + b"n" * 300 + b"\r\n" + TAIL
    data = b"".join(card % (n, n) for n in range(1500)) + HEAD + photo + b"FN:Last\r\n" + TAIL
    found = contacts(data)
    assert [c.names[0] for c in found] == [*(f"P{n}" for n in range(1500)), "Last"]


@pytest.mark.parametrize("name", ["apple30.vcf", "broken21.vcf", "relations.vcf", "utf16.vcf"])
def test_damaged_copies_only_ever_give_records(fixtures: Path, name: str) -> None:
    data = fixture_bytes(fixtures, name)
    random = Random(name)
    for _ in range(150):
        for record in records(mutated(data, random)):
            assert record.origin.place.startswith("card ")


def outcomes(found: list[Record]) -> dict[str, str]:
    """By place: the first name (or address) of the contact, or why there is none."""
    told = {}
    for record in found:
        if isinstance(record, Card) and record.is_contact:
            told[record.origin.place] = (record.names or (record.identifiers[0].value,))[0]
        elif isinstance(record, Reject):
            told[record.origin.place] = record.reason
    return told


def test_companies_desks_lists_and_robots_are_nobody(fixtures: Path) -> None:
    found = records((fixtures / "vcard/notpeople.vcf").read_bytes())
    assert list(outcomes(found).values()) == [
        "a company, not a person",
        "a company, not a person",
        "Ilse Quandel",
        "a company, not a person",
        "an automatic address, not a person",
        "a mailing list, not a person",
        "a shared address, not a person",
        "a shared address, not a person",
        "an organisation, not a person",
        "tobin.marrash@example.com",
        "Wren Talbach",
        "Priya AG",
        "Zoë Vanderstraat",
        "Fax Machine of Yuna",
    ]


def test_a_fax_machine_is_no_telephone_unless_nothing_else_is_said(fixtures: Path) -> None:
    found = records((fixtures / "vcard/notpeople.vcf").read_bytes())
    *_, zoe, yuna = [r for r in found if isinstance(r, Card)]
    assert values(zoe) == ["phone:+1 555 0113"]
    assert values(yuna) == ["phone:+1 555 0115"]


def test_what_address_books_write_around_a_value(fixtures: Path) -> None:
    data = (fixtures / "vcard/programs.vcf").read_bytes()
    casimir, ilse, lia, noor, fred, *members = contacts(data)
    assert (casimir.names, values(casimir)) == (
        ("Casimir Oduya",),
        ["email:casimir@example.org", "phone:+1 555 0120"],
    )
    assert ilse.names == ("Ilse Quandel", "Ilse Maria Anna Quandel")
    assert values(ilse) == [
        "email:ilse@example.com",
        "email:ili@example.net",
        "handle:ms-imaddress:ilse@chat.example",
    ]
    assert ilse.labels == ("Expo",)
    assert values(lia)[:4] == [
        "profile:https://www.linkedin.com/in/lia-ferrante-example",
        "handle:mastodon:lia",
        "handle:skype:lia.example",
        "email:lia@example.it",
    ]
    assert (noor.names, fred.names) == (("Noor Saldana",), ("Fred Friday",))
    assert [(values(m)[0], m.labels) for m in members] == [
        ("email:bo@example.org", ("Choir",)),
        ("handle:urn:uuid:0f0f0f0f-0000-4000-8000-00000000000a", ("Choir",)),
    ]


def test_eight_bit_names_of_every_declaration(fixtures: Path) -> None:
    data = (fixtures / "vcard/charsets.vcf").read_bytes()
    assert [card.names[0] for card in contacts(data)] == [
        "Jörg Weißgerber",
        "Änne Großkopf",
        "Иван Петренко",
        "Иван Петренко",
        "Γιώργος Παπάς",
        "Łukasz Wałęga",
        "王伟",
        "山田花子",
        "Añadida Núñez",
        "Široky Dvořák",
    ]


def test_files_put_behind_one_another_without_a_line_end() -> None:
    one = HEAD + b"FN:Ilse\r\nEND:VCARD"
    mark = b"\xef\xbb\xbf"
    data = one + one.replace(b"Ilse", b"Bo") + b"\r\n" + mark + one.replace(b"Ilse", b"Yuna")
    assert [card.names[0] for card in contacts(data)] == ["Ilse", "Bo", "Yuna"]
    assert [card.origin.place for card in contacts(data)] == ["card 1", "card 2", "card 3"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=5A=6F=\r\n =C3=AB\r\n", "Zoë"),
        (b"FN;CHARSET=UTF-8:=5A=6F=C3=AB\r\n", "Zoë"),
        (b"FN;CHARSET=UTF-8:Zo=E\r\n", "Zo=E"),
        (b"FN:Zo=C3=AB\r\n", "Zo=C3=AB"),
    ],
)
def test_quoted_printable_folded_twice_or_undeclared(lines: bytes, name: str) -> None:
    (card,) = contacts(HEAD + lines + TAIL)
    assert card.names == (name,)


def test_a_place_in_a_directory_is_no_address_and_a_number_no_name() -> None:
    lines = b"FN:(555) 555-0140\r\nTEL:+1 555 555 0140\r\nEMAIL:CN=Ilse/O=Nordwind@NW\r\n"
    (card,) = contacts(HEAD + lines + TAIL)
    assert card.names == ()
    assert values(card) == ["phone:+1 555 555 0140"]
    (numbered,) = contacts(HEAD + b"FN:Ilse 2\r\n" + TAIL)
    assert numbered.names == ("Ilse 2",)
