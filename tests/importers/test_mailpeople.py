"""Who is a person in mail: machines and lists by headers and role addresses, nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.importers._mail.addresses import Mailbox
from netgraph.importers._mail.names import speaks_for_list
from netgraph.importers._mail.people import is_plain_letter, left_out_reason
from netgraph.importers._mail.roles import is_machine, is_person
from netgraph.model import Card, Interaction
from tests.importers.test_mbox import (
    cards,
    from_fixture,
    left_out,
    mails,
    message,
    owner,
    records,
)


@pytest.mark.parametrize(
    "address",
    [
        "noreply@shop.example",
        "no-reply@shop.example",
        "no_reply+abc@shop.example",
        "DoNotReply@shop.example",
        "do-not-reply@shop.example",
        "orders-noreply@shop.example",
        "MAILER-DAEMON@example.org",
        "postmaster@example.org",
        "bounces+123-456=noor@lists.example",
        "bounce@lists.example",
        "notifications@code.example",
        "newsletter@shop.example",
        "calendar-notification@calendar.example",
        "ne-pas-repondre@shop.example",
        "reply+AB12CD@code.example",
        "noor+caf_=other=example.org@example.org",
        "0123456789abcdef0123456789abcdef@example.org",
        "12345+wren@users.noreply.github.com",
        "x7y@privaterelay.appleid.com",
        "root@example.org",
        "wren@localhost",
        "12345-done@bugs.example.org",
        "98765-submitter@debbugs.example.org",
        "12345@bugs.example.org",
        "owner@bugs.example.org",
        "control@bugs.example.org",
        "patchwork-bot+netdev@kernel.example",
        "tipbot@kernel.example",
        "pkg-fallout@bsd.example",
        "english-forum-digest@forum.example",
        "buildsys@distro.example",
        "forge-bugzilla@forge.example",
        "bestellbestaetigung@shop.example",
        "versandbestaetigung@shop.example",
        "buchungsbestaetigung@bahn.example",
        "orderbevestiging@winkel.example",
        "ordrebekreftelse@butikk.example",
        "jobagent@stellen.example",
        "automail@winkel.example",
        "automated@rooms.example",
        "reponse.automatique@boite.example",
        "odpowiedz-automatyczna@sklep.example",
        "xerox5335@company.example",
        "drucker2@firma.example",
        "imprimante-3@boite.example",
    ],
)
def test_machines(address: str) -> None:
    assert is_machine(address)
    assert not is_person(address)


@pytest.mark.parametrize(
    "address",
    [
        "info@salon.example",
        "Support@shop.example",
        "billing@shop.example",
        "kontakt@praxis.example",
        "kundendialog@bahn.example",
        "rechnungonline@telefon.example",
        "billetes@tren.example",
        "biglietti@treno.example",
        "bilety@pociag.example",
        "rappel@clinique.example",
        "recordatorio@clinica.example",
        "lembrete@clinica.example",
        "herinnering@praktijk.example",
        "przypomnienie@przychodnia.example",
        "confirmacao@loja.example",
        "conferma@negozio.example",
        "confirmation-commande@boutique.example",
        "direktportal@bank.example",
        "gccadmin@forge.example",
        "ftpmaster@ftp-master.distro.example",
    ],
)
def test_desks_are_neither_machines_nor_people(address: str) -> None:
    assert not is_machine(address)
    assert not is_person(address)


@pytest.mark.parametrize(
    "address",
    [
        "wren@freemail.example",
        "jane.root@example.org",
        "newsome@example.org",
        "bouncer.brown@example.org",
        "informa@example.org",
        "ilse+shop@example.org",
        "daemona@example.org",
        "w.infor@example.org",
        "maria.support@example.org",
        "12345@example.org",
        "zoe@exämple.example",
        "12345@bugsy.example",
        "t.abbot@example.org",
        "cabot@example.org",
        "m.talbot@example.org",
        "jobst@example.org",
        "auto.matthies@example.org",
        "porta@example.org",
        "vincent.center@example.org",
        "xeno5335@example.org",
        "owner.jane@example.org",
        "jane@bugs.example.org",
        "mcmaster@example.org",
        "owner@farm.example",
        "personal@example.org",
    ],
)
def test_people(address: str) -> None:
    assert is_person(address)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("'Ada Stone' via Team List", True),
        ("Ada Stone (via Docs)", True),
        ("Ada Stone über Team", True),
        ("Viaene Ada", False),
        ("Ada Via", False),
        ("Olivia Stone", False),
        ("", False),
    ],
)
def test_names_of_people_at_lists(name: str, expected: bool) -> None:
    assert speaks_for_list(name) is expected


def test_lists_and_machines_are_left_out_and_say_why(fixtures: Path) -> None:
    assert left_out(from_fixture(fixtures, "lists.mbox")) == {
        "message 3": "automatic message",
        "message 4": "newsletter or mailing list",
        "message 7": "automatic message",
        "message 8": "automatic message",
    }


def test_whoever_answers_the_owner_is_a_person(fixtures: Path) -> None:
    found = from_fixture(fixtures, "lists.mbox")
    asked, answer, posted, invitation = mails(found)
    addressed = [i.value for i in asked.participants]
    assert addressed == ["info@salon.example", "tobin@example.org"], "Maria Lopez sits at info@"
    assert asked.n_participants == 2
    assert answer.reply_to == asked.key
    assert ("Maria", "info@salon.example") in cards(found)
    assert posted.participants == (), "a member wrote to the choir's list, to nobody by name"
    assert invitation.sender is not None
    assert invitation.sender.value == "ilse@nordwind.example", "a calendar sent it on her behalf"


def test_a_desk_that_answered_is_a_person_from_then_on() -> None:
    own = message(
        1, From="noor@example.org", To="tobin@example.org", Delivered_To="noor@example.org"
    )
    answer = message(2, From="Maria <info@salon.example>", In_Reply_To="<m1@pine.example>")
    again = message(3, From="noor@example.org", To="info@salon.example")
    last = mails(records(own + answer + again))[-1]
    assert [i.value for i in last.participants] == ["info@salon.example"]


def test_archives_with_veiled_addresses(fixtures: Path) -> None:
    found = from_fixture(fixtures, "pipermail.mbox")
    assert cards(found) == [
        ("Wren Talbach", "wren@pine.example"),
        ("Zoë Lindqvist", "zoe@example.se"),
        ("Karim Haddad", "karim@example.org"),
    ]
    assert left_out(found) == {
        "message 3": "automatic message",
        "message 4": "automatic message",
    }
    first, second, last = mails(found)
    assert second.reply_to == first.key
    assert last.reply_to == second.key


def test_the_archive_of_a_list_has_people_and_no_list(fixtures: Path) -> None:
    found = from_fixture(fixtures, "listarchive.mbox")
    assert cards(found) == [
        ("Tobin Marrash", "tobin@example.org"),
        ("Danica Šegan", "danica@pine.example"),
        ("Tobin Marrash", "tobin.lists@example.com"),
        ("Niko V. Shmyr", "niko@example.net"),
        ("Ben Lahaye", "bcr@kernel.example"),
        ("Jörn Engler", "joern@example.de"),
        ("Jochen Strieper", "jochen@tolot.example"),
        ("Lukas Stelmach", "lukas@example.net"),
        ("Pia Novak", "Pia Novak"),
        ("Pit Novak", "Pit Novak"),
    ]
    assert owner(found) == [], "what arrived at a list is nobody's mailbox"
    assert set(left_out(found).values()) == {"automatic message"}
    assert len(left_out(found)) == 4
    assert all(mail.n_participants > 25 for mail in mails(found)), "a list is a crowd"


def test_a_member_who_also_wrote_to_the_owner_is_no_crowd() -> None:
    fields = {"List_Id": "Choir <choir.lists.example>", "Cc": "choir@lists.example"}
    (mail,) = mails(records(message(Delivered_To="noor@example.org", **fields)))
    assert [i.value for i in mail.participants] == ["noor@example.org"]
    assert mail.n_participants == 2


@pytest.mark.parametrize(
    ("sender", "fields"),
    [
        ("Hotel Adler <info@adler.example>", {"In_Reply_To": "<x@example.org>"}),
        ("Nordwind GmbH <info@nordwind.example>", {"In_Reply_To": "<x@example.org>"}),
        ("Nordwind <kontakt@nordwind.example>", {"In_Reply_To": "<x@example.org>"}),
        ("Ada <help@nordwind.example>", {"In_Reply_To": "<x@a.example>", "X_OTRS_Loop": "o"}),
        ("Ada <help@nordwind.example>", {"In_Reply_To": "<x@a.example>", "Subject": "[#778] Re"}),
        ("kernel test robot <lab@desk.example>", {}),
        ("Ada Stone (Jira) <work@desk.example>", {}),
        ("MAILER-DAEMON (Mail Delivery System)", {}),
        ("pia...@example.net", {}),
        ("Nordwind <order-update@nordwind.example>", {}),
        ("customer.support@nordwind.example", {}),
        ("info2@nordwind.example", {}),
        ("Nordwind <kundeninfo@nordwind.example>", {}),
        ("Ticketsystem <ticket@uni.example>", {"In_Reply_To": "<x@example.org>"}),
        ("Praxis Dr. Huber <praxis@huber.example>", {"In_Reply_To": "<x@example.org>"}),
        ("Nordwind <nord@wind.example>", {"X_OTRS_Loop": "otrs"}),
        ("Nordwind GmbH <nordwind@freemail.example>", {}),
        ("Orbit <orbit@orbit.example>", {}),
        ("Orbit <ebon@mailing.orbit.example>", {}),
        ("tip-bot for Ada Stone <tipi-bo@kernel.example>", {}),
        ("Orbit.de <shop7@orbit.example>", {}),
        ("Orbit Receipts <orbit.us@orbit.example>", {}),
        ("Personalabteilung <p@firma.example>", {}),
        ("OBS <obs@build.orbit.example>", {}),
        ("Coverage <scan-admin@coverage.example>", {}),
        ("Acme Support <support@acme.example>", {}),
        ("Acme Cloud <info@acme.example>", {}),
        ("Nord Licht <kontakt@nordlicht.example>", {}),
        ("Burger King <service@bk.example>", {}),
        ("Anna from Acme <contact@acme.example>", {}),
        ("Anna (Acme) <contact@acme.example>", {}),
        ("Ada Stone <invitations@netpro.example>", {}),
        ("Ada Stone <news@stone.example>", {}),
        ("Ada Stone <rechnungonline@smallco.example>", {}),
        ("Ada Stone <kontakt@stone.example>", {"X_Ticket_Id": "7788"}),
        ("John Smith <office@smithlaw.example>", {"Return_Path": "<b-ada=x.example@y.example>"}),
    ],
)
def test_firms_and_robots_that_write_like_people(sender: str, fields: dict[str, str]) -> None:
    assert left_out(records(message(From=sender, **fields))) == {"message 1": "automatic message"}


@pytest.mark.parametrize(
    ("sender", "fields"),
    [
        ("Ada Stone <info@nordwind.example>", {"In_Reply_To": "<x@example.org>"}),
        ("Ada Stone | Nordwind <kontakt@nordwind.example>", {"References": "<x@example.org>"}),
        ("Ada Stone <hello@adastone.example>", {}),
        ("Holger Klein <kontakt@holgerklein.example>", {}),
        ("Anna Berg <praxis@annaberg.example>", {}),
        ("Dr. Anna Berg <praxis@annaberg.example>", {}),
        ("John Smith <office@smithlaw.example>", {}),
        ('"Smith, John" <office@smithlaw.example>', {}),
        ("Ana Gil <info@anagil.example>", {}),
        ("Karl Weber <support@smallco.example>", {}),
        ("Marie Curie <contact@mariecurie.example>", {}),
        ("Ada Stone <kundendienst@smallco.example>", {}),
        ("Casimir Oduya <sales@smallco.example>", {}),
        ("María José de la Cruz <contacto@despacho.example>", {}),
        ("Jan-Willem van den Berg <kantoor@berg.example>", {}),
        ("Amazon.de Fan <fan@orbit.example>", {}),
        ("Ada Stone <contact@ada-stone.example>", {"X_Mailer": "Apple Mail (2.3774)"}),
        ("Robert Bot <robert.bot@example.org>", {}),
        ("Ann Newsletter-Smith <ann.newsletter-smith@example.org>", {}),
        ("Pia Novak <pia...@example.net>", {}),
        ("Dr. Karl Huber <praxis@huber.example>", {"In_Reply_To": "<x@example.org>"}),
        ("Joy Sales <j.sales@example.org>", {}),
        ("Jan Kuipers <kuipers@kuipers.example>", {}),
        ("Nordwind GmbH <ilse.quandel@nordwind.example>", {}),
        ("Ann Smith <ann.smith@news.nordwind.example>", {}),
        ("Li Na <na.li@example.org>", {}),
        ("Ada Stone <ada@stone.example>", {"X_Auto_Response_Suppress": "DR, OOF, AutoReply"}),
        (
            "Ada Stone <ada@stone.example>",
            {"Precedence": "bulk", "List_Unsubscribe": "<https://x.example>", "In_Reply_To": "<x>"},
        ),
    ],
)
def test_people_at_desks_and_with_odd_names(sender: str, fields: dict[str, str]) -> None:
    found = records(message(From=sender, **fields))
    assert left_out(found) == {}
    assert len(mails(found)) == 1


CHOIR = {"List_Id": "Choir <choir.lists.example>", "Precedence": "list"}


@pytest.mark.parametrize(
    ("sender", "fields"),
    [
        ("'Ada Stone' via Choir <choir@lists.example>", {"X_Original_From": "ada@example.org"}),
        (
            "Ada Stone via Choir <choir@lists.example>",
            {"Reply_To": "Ada Stone <ada@example.org>, choir@lists.example"},
        ),
        ("Ada Stone <ada=40example.org@dmarc.lists.example>", {}),
        ("Ada Stone via groups <ada=example.org@groups.example>", {}),
    ],
)
def test_the_writer_behind_a_list_that_sends_in_its_own_name(
    sender: str, fields: dict[str, str]
) -> None:
    found = records(message(From=sender, To="choir@lists.example", **CHOIR, **fields))
    assert cards(found) == [("Ada Stone", "ada@example.org")]


@pytest.mark.parametrize(
    ("sender", "fields"),
    [
        ("Ada Stone via Choir <choir@lists.example>", CHOIR),
        ("Ada Stone via Choir <choir@lists.example>", CHOIR | {"Reply_To": "choir@lists.example"}),
        ("Ada Stone via Docs <share@docs.example>", {"Reply_To": "Ada Stone <ada@example.org>"}),
    ],
)
def test_a_list_or_service_in_a_name_of_a_person_is_nobody(
    sender: str, fields: dict[str, str]
) -> None:
    assert cards(records(message(From=sender, To="noor@example.org", **fields))) == []


def test_labels_in_several_languages(fixtures: Path) -> None:
    found = from_fixture(fixtures, "labels.mbox")
    assert left_out(found) == {
        "message 1": "draft that was not sent",
        "message 2": "draft that was not sent",
        "message 3": "deleted message",
        "message 4": "spam",
        "message 6": "newsletter or mailing list",
    }
    assert [m.origin.place for m in mails(found)] == ["message 5", "message 7", "message 8"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"List_Id": "Choir <choir.example.org>"}, "newsletter or mailing list"),
        (
            {"List_Unsubscribe": "<https://x.example>", "List_Unsubscribe_Post": "One-Click"},
            "newsletter or mailing list",
        ),
        (
            {"List_Unsubscribe": "<https://x.example>", "From": "Pine <weekly@pine.example>"},
            "newsletter or mailing list",
        ),
        ({"Precedence": "Bulk"}, "newsletter or mailing list"),
        ({"Feedback_ID": "1:2:3"}, "newsletter or mailing list"),
        ({"X_Mailer": "Campaign Maker 5"}, "newsletter or mailing list"),
        ({"X_Gmail_Labels": "Inbox,Category Promotions"}, "newsletter or mailing list"),
        ({"Auto_Submitted": "auto-generated"}, "automatic message"),
        ({"X_Auto_Response_Suppress": "All"}, "automatic message"),
        ({"X_Failed_Recipients": "a@example.org"}, "automatic message"),
        ({"Return_Path": "<>"}, "automatic message"),
        ({"From": "Maria <info@salon.example>"}, "automatic message"),
        ({"X_Spam_Flag": "YES"}, "spam"),
    ],
)
def test_header_fields_that_tell(fields: dict[str, str], reason: str) -> None:
    assert left_out(records(message(**fields))) == {"message 1": reason}


def test_a_newsletter_of_one_writer_is_no_discussion() -> None:
    fields = {"List_Id": "<ada.letters.example>", "List_Unsubscribe": "<https://x.example>"}
    letter = message(
        From="Ada Stone <ada@letters.example>",
        Precedence="list",
        Delivered_To="noor@example.org",
        **fields,
    )
    assert left_out(records(letter)) == {"message 1": "newsletter or mailing list"}


@pytest.mark.parametrize(
    "fields",
    [
        {"Auto_Submitted": "no"},
        {"List_Unsubscribe": "<https://crm.example/u/7>"},
        {"Precedence": "first-class"},
        {"X_Mailer": "Apple Mail (2.3774)"},
        {"X_Gmail_Labels": "Inbox,Category updates"},
        {"Return_Path": "<wren@pine.example>"},
        {"X_Spam_Flag": "NO"},
        {"X_Mozilla_Status": "zzzz"},
        {"From": "Wren <wren@freemail.example>"},
    ],
)
def test_header_fields_that_do_not_tell(fields: dict[str, str]) -> None:
    found = records(message(**fields))
    assert len(mails(found)) == 1
    assert left_out(found) == {}


def test_somebody_addressed_at_a_desk_under_a_full_name_gets_a_card() -> None:
    to = "Anna Berg <praxis@annaberg.example>, Acme Support <support@acme.example>"
    found = records(message(From="Wren Talbach <wren@pine.example>", To=to))
    assert cards(found) == [
        ("Wren Talbach", "wren@pine.example"),
        ("Anna Berg", "praxis@annaberg.example"),
    ]


def test_a_firm_addressed_gets_no_card() -> None:
    found = records(message(To="Noor <noor@example.org>, Nordwind GmbH <nordwind@example.com>"))
    assert ("Nordwind GmbH", "nordwind@example.com") not in cards(found)
    assert len(cards(found)) == 2


def test_a_person_at_a_list_gets_no_card() -> None:
    found = records(message(To="Noor <noor@example.org>, Ada Stone via Team <team-x@example.org>"))
    assert [c.identifiers[0].value for c in found if isinstance(c, Card)] == [
        "wren@pine.example",
        "noor@example.org",
    ]
    (mail,) = (r for r in found if isinstance(r, Interaction))
    assert mail.n_participants == 2


SENDERS = [
    Mailbox(name, address)
    for name in ("", "Wren Talbach", "Nordwind GmbH", "Nordwind", "Team via Choir", "build-bot")
    for address in (
        "wren@pine.example", "info@nordwind.example", "noreply@nordwind.example", "",
        "ann...@example.com", "news@mailing.nordwind.example", "nordwind@nordwind.example",
        "choir@lists.example",
    )
]  # fmt: skip
FIELDS = {
    b"return-path": [b"<>", b"< >", b"<wren@pine.example>"],
    b"precedence": [b"bulk"],
    b"list-unsubscribe": [b"<https://lists.example/u>"],
    b"x-mailer": [b"MailChimp", b"Apple Mail"],
    b"x-spam-flag": [b"YES", b"NO"],
    b"x-mozilla-status": [b"0008", b"0001"],
    b"x-autoreply": [b"yes"],
    b"x-failed-recipients": [b"a@example.com"],
    b"auto-submitted": [b"auto-generated", b"no"],
    b"x-auto-response-suppress": [b"All"],
    b"x-loop": [b"desk"],
    b"feedback-id": [b"1"],
    b"subject": [b"[Ticket #12345]"],
    b"in-reply-to": [b"<a@b>"],
}
LABELS = ["spam", "inbox", "category promotions", "papierkorb"]


@settings(max_examples=1500, derandomize=True, deadline=None, database=None)
@given(
    st.sampled_from(SENDERS),
    st.fixed_dictionaries({}, optional={k: st.sampled_from(v) for k, v in FIELDS.items()}),
    st.frozensets(st.sampled_from(LABELS), max_size=2),
)
def test_what_looks_plain_has_no_reason_to_be_left_out(
    sender: Mailbox, headers: dict[bytes, bytes], labels: frozenset[str]
) -> None:
    if not is_plain_letter(headers, sender, labels):
        return
    for is_mine in (False, True):
        for is_answer in (False, True):
            reason = left_out_reason(
                headers, sender, labels, is_mine=is_mine, is_answer=is_answer, peek=b""
            )
            assert reason == ""


def test_letters_of_people_look_plain() -> None:
    headers = {b"return-path": b"<wren@pine.example>", b"subject": b"Lunch"}
    wren = Mailbox("Wren Talbach", "wren@pine.example")
    assert is_plain_letter(headers, wren, frozenset(["inbox"]))
