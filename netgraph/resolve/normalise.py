"""Keys of identifiers: two spellings of one address, number or profile get one key."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from urllib.parse import unquote

from netgraph.model import Identifier, IdentifierKind, StoredCard
from netgraph.resolve.names.parts import name_key

_HIDDEN_AT = re.compile(r"\s*[\[({]\s*at\s*[\])}]\s*", re.IGNORECASE)
#: An address that is written as its key already, or in capitals.
_PLAIN_ADDRESS = re.compile(r"([a-z0-9][a-z0-9._+-]*)@([a-z0-9][a-z0-9.-]*[a-z0-9])")
_PLAIN_NUMBER = re.compile(r"\+[1-9][0-9 ]*", re.ASCII)
_ADDRESS = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;:\"@]+")
_LINKEDIN = re.compile(
    r"^(?:https?://)?(?:[a-z]{1,3}\.)?linkedin\.com/(in|pub)/([^?#]+)", re.IGNORECASE
)
_OPAQUE = re.compile(r"^(ACoAA|ACwAA|AEMAA)")
_GOOGLE = frozenset({"gmail.com", "googlemail.com"})
_SHORTEST_NUMBER = 5
_EMAIL, _PHONE, _PROFILE, _NAME = (
    IdentifierKind.EMAIL,
    IdentifierKind.PHONE,
    IdentifierKind.PROFILE,
    IdentifierKind.NAME,
)
#: So many numbers [count], and so great a part of them [0, 1], tell where I live.
_ENOUGH_NUMBERS, _MOST_OF_THEM = 5, 0.6


def email_key(text: str) -> str | None:
    """One spelling of an e-mail address, or None when ``text`` holds none.

    Lower-cased (RFC 5321 allows case to matter, no provider lets it); Gmail ignores dots and
    ``+tags`` in the local part and calls itself googlemail.com too (Google's help page
    "Dots don't matter in Gmail addresses"), so these are folded there and nowhere else.
    """
    if text.isascii() and (plain_address := _PLAIN_ADDRESS.fullmatch(text.lower())):
        local, domain = plain_address.groups()
    else:
        plain = _HIDDEN_AT.sub("@", unicodedata.normalize("NFKC", text)).strip().casefold()
        found = _ADDRESS.search(plain.removeprefix("mailto:"))
        if found is None:
            return None
        local, _, domain = found.group().rpartition("@")
        local, domain = local.strip("'"), domain.rstrip(".'>")
    if domain in _GOOGLE:
        local, domain = local.partition("+")[0].replace(".", ""), "gmail.com"
    return f"{local}@{domain}" if local and domain else None


@lru_cache(maxsize=1 << 17)
def phone_key(text: str, region: str = "") -> str | None:
    """The number in E.164 (``+447700900123``), or None when ``text`` holds none.

    ``region`` is the two-letter country whose numbers are written without a country code.
    A possible number counts even if nobody can hold it. Without a region a national number
    becomes ``~`` and its digits: equal only to itself.
    """
    if _PLAIN_NUMBER.fullmatch(text):
        digits = text.replace(" ", "")[1:]
        if len(digits) >= _SHORTEST_NUMBER and (known := _international(digits)) is not None:
            return f"+{digits}" if known else f"~{digits}"
    plain = unicodedata.normalize("NFKC", text).removeprefix("tel:").strip()
    digits = "".join(str(unicodedata.digit(c)) for c in plain if c.isdigit())
    if len(digits) < _SHORTEST_NUMBER:
        return None
    parsed = _e164(plain, region.upper())
    return parsed or f"~{digits}"


def _international(digits: str) -> bool | None:
    """Whether a number that begins with its country is a possible one; None to look closer.

    Closer looks need numbers with more than the country in front, as "+44 (0)7700 900123".
    """
    import phonenumbers

    codes = phonenumbers.COUNTRY_CODE_TO_REGION_CODE
    code = next((int(digits[:n]) for n in (1, 2, 3) if int(digits[:n]) in codes), None)
    if code is None:
        return False
    number = digits[len(str(code)) :]
    prefix = _prefix_of(code)
    if number[:1] in ("", "0") or prefix is None or prefix.match(number):
        return None
    return _is_possible(code, len(number))


@cache
def _prefix_of(code: int) -> re.Pattern[str] | None:
    """What may stand before a national number of a country; None when that is not known."""
    import phonenumbers

    region = phonenumbers.region_code_for_country_code(code)
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    if metadata is None:
        return None
    return re.compile(metadata.national_prefix_for_parsing or r"(?!)")


@cache
def _is_possible(code: int, length: int) -> bool | None:
    """Whether numbers of a country may have so many digits; None when it does not say."""
    import phonenumbers

    if not 2 < length < 17:
        return None
    number = phonenumbers.PhoneNumber(country_code=code, national_number=int("9" * length))
    return bool(phonenumbers.is_possible_number(number))


def _e164(text: str, region: str) -> str | None:
    import phonenumbers

    national = not text.startswith(("+", "00"))
    if national and not region:
        return None
    international = f"+{text[2:]}" if text.startswith("00") else text
    try:
        number = phonenumbers.parse(text if national else international, region or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def region_of(cards: Iterable[StoredCard]) -> str:
    """The two-letter country (upper case) of numbers written without one, or "" when unclear.

    That of most of my own numbers in international form; without these, that of at least
    60 % of all such numbers, when there are five or more, each counted once.
    """
    mine: set[str] = set()
    everybody: set[str] = set()
    for stored in cards:
        for identifier in stored.card.identifiers:
            if identifier.kind is IdentifierKind.PHONE:
                key = phone_key(identifier.value) or ""
                if key.startswith("+"):
                    everybody.add(key)
                    if stored.card.is_owner and not stored.owner:
                        mine.add(key)
    return _main_region(mine, 1, 0.5) or _main_region(everybody, _ENOUGH_NUMBERS, _MOST_OF_THEM)


def _main_region(numbers: Iterable[str], enough: int, part: float) -> str:
    """The country of at least ``part`` of the numbers, when there are ``enough`` and no tie."""
    found = Counter(_region(number) for number in numbers)
    (first, most), (_, next_most) = [*found.most_common(2), ("", 0), ("", 0)][:2]
    total = found.total()
    return first if total >= enough and most >= part * total and most > next_most else ""


def _region(number: str) -> str:
    """The main country of an E.164 number's country code; "" for none (``+800``)."""
    import phonenumbers

    codes = (int(number[1:end]) for end in (2, 3, 4))
    regions = (phonenumbers.region_code_for_country_code(code) for code in codes)
    return next((region for region in regions if region.isalpha() and region != "ZZ"), "")


def profile_slug(text: str) -> str | None:
    """The member's part of a LinkedIn address, or None when ``text`` is none.

    Percent-decoded, without query, slash and language; lower-cased, except the opaque ids
    (``ACoAA…``, ``ACwAA…``) where case matters. An old ``/pub/`` address keeps its path
    (``pub/jane-roe/1/2a/3b4``). Other networks give host and path (``xing.com/profile/jane``,
    ``jane.example/``).
    """
    plain = unicodedata.normalize("NFC", unquote(text.strip(), errors="replace"))
    found = _LINKEDIN.match(plain)
    if found is None:
        return _other_profile(plain)
    kind, rest = found.group(1).lower(), found.group(2).strip("/ ")
    if kind == "in":
        slug = rest.partition("/")[0].strip()
        return (slug if _OPAQUE.match(slug) else slug.casefold()) or None
    return f"pub/{rest.casefold()}" if rest else None


def _other_profile(text: str) -> str | None:
    bare = re.sub(r"^https?://(www\.)?", "", text, flags=re.IGNORECASE)
    bare = re.split(r"[?#]", bare, maxsplit=1)[0].strip("/ ")
    is_host = "." in bare and "/" not in bare
    return (f"{bare}/" if is_host else bare).casefold() or None


def tells_apart(slug: str) -> bool:
    """Whether two different such slugs must be two people.

    Only LinkedIn's chosen slugs do: an old ``/pub/`` path, an opaque id and another network's
    address may stand beside a slug of the same person.
    """
    return bool(slug) and "/" not in slug and not _OPAQUE.match(slug)


def identifier_key(identifier: Identifier, region: str = "") -> str | None:
    """The identifier's kind and key (``email:ann@example.org``), or None when it is unusable.

    Two identifiers with one key point at one person, except NAME, which does so only within
    a source.
    """
    kind, value = identifier.kind, identifier.value
    if kind is _EMAIL:
        key = email_key(value)
    elif kind is _PHONE:
        key = phone_key(value, region)
    elif kind is _PROFILE:
        key = profile_slug(value)
    elif kind is _NAME:
        key = name_key(value)
    else:
        key = " ".join(value.split()).casefold()
    return f"{kind}:{key}" if key else None
