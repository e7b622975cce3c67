"""What a card's person is called, and whether the card is of a company instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.importers._people.notpeople import is_company_name
from netgraph.importers._text.contentlines import split, unescape
from netgraph.importers._vcards.lines import RawCard

#: Names in these scripts have the family first and no blank.
_EAST_ASIAN = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"


def card_names(raw: RawCard) -> Iterator[str]:
    """The names as written, the full one first; one that only repeats the employer's is none.

    A full name "Last, First" gives way to the same name from its parts.
    """
    named = raw.named
    parts = [_parts(line.value) for line in named.get("N", ())]
    for line in named.get("FN", ()):
        name = unescape(line.value).strip().strip("\"'")
        is_filed = "," in name and any(
            name.casefold() == f"{p[0]}, {p[1]}".casefold() for p in parts
        )
        if not is_filed and not (_is_organisation(name, raw) and _names_another(name, parts, raw)):
            yield name
    yield from (_joined(part) for part in parts)
    for line in named.get("NICKNAME", ()):
        yield from split(line.value, ",")
    for line in named.get("X-ANDROID-CUSTOM", ()):
        kind, *fields = split(line.value, ";")
        if kind == _ANDROID_NICKNAME and fields:
            yield fields[0]
    given = parts[-1][1] if parts else ""
    for line in raw.all("X-MAIDENNAME", "X-MAIDEN-NAME"):
        if line.value.strip():
            yield f"{given} {unescape(line.value)}"


def is_company(raw: RawCard) -> bool:
    """Marked as one, or called like its ORG or by a legal form, and without a personal name."""
    full = unescape(raw.value("FN")).strip() or _joined(_parts(raw.value("N")))
    is_marked = raw.value("X-ABSHOWAS").upper() == "COMPANY"
    if not is_marked and not (full and _is_organisation(full, raw)):
        return False
    return not any(_is_personal(_parts(line.value), raw) for line in raw.named.get("N", ()))


def _is_organisation(name: str, raw: RawCard) -> bool:
    organisation = split(raw.value("ORG"), ";")[0]
    return is_company_name(name) or (bool(name) and name.casefold() == organisation.casefold())


def _parts(value: str) -> tuple[str, str, str]:
    """Family, given and additional names; several of one kind are joined by blanks."""
    family, given, middle, *_ = [p.replace(",", " ") for p in split(value, ";")] + ["", ""]
    return family, given, middle


def _joined(parts: tuple[str, str, str]) -> str:
    family, given, middle = parts
    if _EAST_ASIAN.fullmatch(f"{family}{given}{middle}"):
        return f"{family}{given}{middle}"
    return " ".join(f"{given} {middle} {family}".split())


def _names_another(name: str, parts: list[tuple[str, str, str]], raw: RawCard) -> bool:
    """Whether the card says who works at the organisation that its full name is."""
    personal = [_joined(part).casefold() for part in parts if _is_personal(part, raw)]
    return bool(personal) and name.casefold() not in personal


def _is_personal(parts: tuple[str, str, str], raw: RawCard) -> bool:
    """Whether the parts name somebody; a company's name stands whole in one of them."""
    name = _joined(parts)
    if not name or is_company_name(name):
        return False
    is_whole = sum(map(bool, parts)) == 1
    return not (is_whole and _is_organisation(name, raw))
