from __future__ import annotations

from dataclasses import replace

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.model import Identifier, IdentifierKind, StoredCard
from netgraph.resolve.normalise import (
    email_key,
    identifier_key,
    phone_key,
    profile_slug,
    region_of,
    tells_apart,
)
from tests.resolve.labelled import stored


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ann@Example.ORG", "ann@example.org"),
        (" <ann@example.org> ", "ann@example.org"),
        ("mailto:ann@example.org", "ann@example.org"),
        ("tobin[at]example.org", "tobin@example.org"),
        ("tobin (at) example.org", "tobin@example.org"),
        ("'ann@example.org'", "ann@example.org"),
        ("A.n.n+jobs@googlemail.com", "ann@gmail.com"),
        ("a.n.n+jobs@example.org", "a.n.n+jobs@example.org"),
        ("jörg@bücher.example", "jörg@bücher.example"),
        ("no address", None),
        ("@example.org", None),
        ("ann@", None),
        ("", None),
    ],
)
def test_email_key(text: str, key: str | None) -> None:
    assert email_key(text) == key


@pytest.mark.parametrize(
    ("text", "region", "key"),
    [
        ("+44 7700 900123", "", "+447700900123"),
        ("0044 7700 900123", "", "+447700900123"),
        ("+44 (0)7700 900-123", "", "+447700900123"),
        ("tel:+44-7700-900123", "", "+447700900123"),
        ("07700 900123", "GB", "+447700900123"),
        ("07700 900123", "gb", "+447700900123"),
        ("07700 900123", "", "~07700900123"),
        ("+1 555-0100", "", "+15550100"),
        ("(555) 010-0123", "US", "+15550100123"),
        ("٠٧٧٠٠ ٩٠٠١٢٣", "", "~07700900123"),
        ("1234", "", None),
        ("+999 123 456", "", "~999123456"),
        ("+44 7700 900123 456 789", "", "~447700900123456789"),
        ("call me", "", None),
        ("", "GB", None),
    ],
)
def test_phone_key(text: str, region: str, key: str | None) -> None:
    assert phone_key(text, region) == key


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("https://www.linkedin.com/in/yuna-p%C3%A9trakis-example", "yuna-pétrakis-example"),
        ("www.linkedin.com/in/Ilse-Quandel/", "ilse-quandel"),
        ("linkedin.com/in/ilse-quandel?trk=x#y", "ilse-quandel"),
        ("https://de.linkedin.com/in/ilse-quandel/en", "ilse-quandel"),
        ("http://www.linkedin.com/in/ACoAAbCdE", "ACoAAbCdE"),
        ("https://www.linkedin.com/pub/Jane-Roe/1/2a/3b4", "pub/jane-roe/1/2a/3b4"),
        ("https://www.xing.com/profile/Jane_Roe?x=1", "xing.com/profile/jane_roe"),
        ("ilse-quandel", "ilse-quandel"),
        ("https://www.linkedin.com/in/", "linkedin.com/in"),
        ("", None),
    ],
)
def test_profile_slug(text: str, slug: str | None) -> None:
    assert profile_slug(text) == slug


def test_only_chosen_slugs_tell_people_apart() -> None:
    assert tells_apart("ilse-quandel")
    assert tells_apart(profile_slug("https://www.linkedin.com/in/ilse.quandel-7") or "")
    assert not tells_apart(profile_slug("https://ilse-quandel.example") or "")
    assert not any(map(tells_apart, ("", "ACoAAbC", "pub/jane-roe/1/2/3", "xing.com/profile/j")))


@pytest.mark.parametrize(
    ("kind", "value", "key"),
    [
        (IdentifierKind.EMAIL, "Ann@Example.org", "email:ann@example.org"),
        (IdentifierKind.EMAIL, "ann", None),
        (IdentifierKind.PHONE, "07700 900123", "phone:+447700900123"),
        (IdentifierKind.PROFILE, "linkedin.com/in/Ann", "profile:ann"),
        (IdentifierKind.HANDLE, " Telegram:User 1 ", "handle:telegram:user 1"),
        (IdentifierKind.NAME, "Roe, Ann", "name:ann roe"),
        (IdentifierKind.NAME, "🚀", None),
    ],
)
def test_identifier_key(kind: IdentifierKind, value: str, key: str | None) -> None:
    assert identifier_key(Identifier(kind, value), "GB") == key


@given(st.sampled_from(IdentifierKind), st.text(max_size=60))
def test_any_text_gives_a_key_or_none(kind: IdentifierKind, text: str) -> None:
    key = identifier_key(Identifier(kind, text), "GB")
    assert key is None or key.startswith(f"{kind}:")


@given(st.emails())
def test_an_address_keeps_its_key_in_capitals(address: str) -> None:
    assert email_key(address.upper()) == email_key(address)


def numbers(*texts: str, **more: object) -> list[StoredCard]:
    cards = (stored((f"Ann {text}",), (("phone", text),)) for text in texts)
    return [
        replace(
            each, card=replace(each.card, is_owner=bool(more)), owner=str(more.get("owner", ""))
        )
        for each in cards
    ]


BRITISH = [f"+44 7700 90012{n}" for n in range(5)]


@pytest.mark.parametrize(
    ("cards", "region"),
    [
        ([], ""),
        (numbers("07700 900123"), ""),
        (numbers(*BRITISH[:4]), ""),
        (numbers(*BRITISH), "GB"),
        (numbers(*BRITISH[:1] * 9), ""),
        (numbers(*BRITISH, "+1 555-555-0100", "0049 30 23125000"), "GB"),
        (numbers(*BRITISH[:3], "+1 555-555-0100", "+1 555-555-0101", "+49 30 23125000"), ""),
        (numbers(*BRITISH) + numbers("+1 555-555-0100", owner=""), "US"),
        (numbers(*BRITISH) + numbers("+1 555-555-0100", owner="dana"), "GB"),
        (numbers("+1 555-555-0100", "+44 7700 900123", owner=""), ""),
        (numbers("+800 1234 5678", owner=""), ""),
    ],
)
def test_the_country_of_numbers_without_one(cards: list[StoredCard], region: str) -> None:
    assert region_of(cards) == region
    assert region_of(reversed(cards)) == region


NUMBERS = st.builds(
    "+{}{}{}".format,
    st.sampled_from([*sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE), 999, 210]),
    st.sampled_from(["", " ", " 0", " 8", " 1"]),
    st.text("0123456789 ", min_size=1, max_size=13),
)


@settings(max_examples=600)
@given(NUMBERS)
def test_a_number_with_its_country_is_what_phonenumbers_makes_of_it(text: str) -> None:
    digits = "".join(filter(str.isdigit, text))
    found: str | None = f"~{digits}"
    try:
        number = phonenumbers.parse(text)
        if phonenumbers.is_possible_number(number):
            found = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        pass
    assert phone_key(text) == (found if len(digits) >= 5 else None)


@pytest.mark.parametrize("address", ["A.b+c@Example.org", "x.y+z@gmail.com", "q_1@googlemail.com"])
def test_a_plain_address_has_the_key_it_has_in_brackets(address: str) -> None:
    assert email_key(address) == email_key(f"<{address}>")
