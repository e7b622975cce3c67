"""What in an address book is no person: companies by name, lists and desks by address."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.importers._mail.roles import _DESKS, _MACHINE, _MANY, _PATTERN, is_machine, is_role
from netgraph.importers._people.notpeople import (
    _COMPANY,
    _EAST_ASIAN,
    _LIST,
    MAX_NAME,
    is_company_name,
    is_list,
    is_plain,
    personal_names,
    refusal,
)
from netgraph.importers._people.robotwords import (
    _ADDED,
    _AT_TRACKER,
    _DESK_WORD,
    _MACHINE_WORD,
    _NOTICE_WORD,
)
from netgraph.model import Identifier, IdentifierKind, Origin

ORIGIN = Origin("vcard", "cards.vcf", "0" * 12, "card 1")


def mail(*addresses: str) -> list[Identifier]:
    return [Identifier(IdentifierKind.EMAIL, address) for address in addresses]


@pytest.mark.parametrize(
    "name",
    [
        "Orbit Foods GmbH",
        "Orbit Foods GmbH & Co. KG",
        "Acme, Inc.",
        "Esempio S.p.A.",
        "Voorbeeld B.V.",
        "Zürich Versicherung AG",
        "Przykład Sp. z o.o.",
        "株式会社例",
        "Chor am Hafen e.V.",
    ],
)
def test_a_legal_form_makes_a_company(name: str) -> None:
    assert is_company_name(name)


@pytest.mark.parametrize(
    "name", ["Ann Lee", "João Sá", "JOAO SA", "Priya AG", "Inc", "Marco Polo", "Kim Co", ""]
)
def test_no_surname_is_a_legal_form(name: str) -> None:
    assert not is_company_name(name)


def test_a_hostile_name_takes_no_time() -> None:
    assert not is_company_name("a " * 100_000)


@pytest.mark.parametrize(
    "address", ["crew@lists.example", "crew@googlegroups.com", "crew-request@example.org"]
)
def test_lists(address: str) -> None:
    assert is_list(address)


def test_somebody_working_at_lists_is_no_list() -> None:
    assert not is_list("liste@example.org")
    assert not is_list("jane@listsmith.example")


def test_the_employers_name_is_not_the_persons() -> None:
    assert personal_names(("Orbit  foods", "Ilse", " "), ("Orbit Foods",)) == ("Ilse",)


@pytest.mark.parametrize(
    ("names", "addresses", "organisations", "reason"),
    [
        (("Ilse",), ("noreply@example.org",), (), "an automatic address, not a person"),
        ((), ("crew@lists.example",), (), "a mailing list, not a person"),
        (("Acme Support",), ("support@example.org",), (), "a shared address, not a person"),
        (("Ilse Quandel",), ("support@example.org",), (), ""),
        ((), ("info@example.org",), (), "a shared address, not a person"),
        ((), ("info@example.org",), ("Acme",), "an organisation, not a person"),
        ((), ("jane.doe@example.org",), ("Acme",), ""),
        (("Acme",), ("jane.doe@example.org",), ("Acme",), ""),
        (("Acme",), ("hello.acme@example.org", "x@example.org"), (), ""),
        (("Acme GmbH",), ("x@example.org",), (), "an organisation, not a person"),
        ((), (), (), "has no name, address or number"),
    ],
)
def test_reasons(
    names: tuple[str, ...], addresses: tuple[str, ...], organisations: tuple[str, ...], reason: str
) -> None:
    refused = refusal(names, mail(*addresses), organisations, ORIGIN)
    assert (refused.reason if refused else "") == reason


@pytest.mark.parametrize(
    ("name", "number", "reason"),
    [
        ("Voicemail", "*86", "a service number, not a person"),
        ("Balance", "#225#", "a service number, not a person"),
        ("Mailbox", "+1 555-0100", "a service number, not a person"),
        ("Buzón de voz", "123", "a service number, not a person"),
        ("Anrufbeantworter", "3311", "a service number, not a person"),
        ("Ilse Quandel", "*86 555 0100 22", ""),
        ("Ilse Quandel", "123", ""),
        ("Voice Mailboxer", "+1 555-0100", ""),
    ],
)
def test_what_a_network_answers_is_nobody(name: str, number: str, reason: str) -> None:
    refused = refusal((name,), [Identifier(IdentifierKind.PHONE, number)], (), ORIGIN)
    assert (refused.reason if refused else "") == reason


@settings(max_examples=400, derandomize=True, deadline=None, database=None)
@given(
    st.from_regex(_COMPANY)
    | st.from_regex(_COMPANY, fullmatch=True)
    | st.from_regex(_EAST_ASIAN, fullmatch=True)
    | st.from_regex(r"\w+ \w+ AG", fullmatch=True)
)
def test_no_form_is_overlooked_by_the_quick_look(name: str) -> None:
    end = " ".join(name.split())[-MAX_NAME:]
    is_long_ag = end.endswith(" AG") and end.count(" ") > 1
    if _COMPANY.search(end) or _EAST_ASIAN.fullmatch(end) or is_long_ag:
        assert is_company_name(name)


LOCALS = (
    st.from_regex(_MACHINE, fullmatch=True)
    | st.from_regex(_PATTERN, fullmatch=True)
    | st.from_regex(_MACHINE_WORD, fullmatch=True)
    | st.from_regex(_DESK_WORD, fullmatch=True)
    | st.from_regex(_NOTICE_WORD, fullmatch=True)
    | st.from_regex(_ADDED, fullmatch=True)
    | st.from_regex(_AT_TRACKER, fullmatch=True)
    | st.lists(st.sampled_from(sorted(_DESKS | _MANY)), min_size=1, max_size=2).map("-".join)
    | st.from_regex(r"[a-z]+[._-]?[a-z]*[0-9]*", fullmatch=True)
)
DOMAINS = st.sampled_from(
    [
        "bugs.nordwind.example",
        "nordwind.example",
        "lists.example",
        "googlegroups.com",
        "localhost",
        "noreply.github.com",
        "",
    ]
)


@settings(max_examples=1_000, derandomize=True, deadline=None, database=None)
@given(st.builds("{}@{}".format, LOCALS, DOMAINS) | st.from_regex(_LIST, fullmatch=True))
def test_no_robot_desk_or_list_is_overlooked_by_the_quick_look(address: str) -> None:
    if is_machine(address) or is_role(address) or is_list(address):
        assert not is_plain(address)


@pytest.mark.parametrize("local", ["ilse", "ilse.quandel", "i_quandel", "Ilse-Quandel77"])
def test_the_quick_look_spares_most_people_the_long_one(local: str) -> None:
    assert is_plain(f"{local}@nordwind.example")
    assert not is_plain(local)
