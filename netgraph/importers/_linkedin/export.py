"""What the files of a LinkedIn export share: header signatures, profile addresses, dates.

Sources: header eras and date formats as seen in real exports of 2017 to 2026 (org-signal,
docs/formats/linkedin.md; szabgab/linkedin-csv.rs; silkyrich/linkedin-export-viewer). Every
file has its own date format, and each parser below takes that one only: general parsers turn
"Jan 2015" into some day of that month. Times without a zone are taken as UTC.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import unquote

from netgraph.importers._files import Document
from netgraph.importers._keys import seal
from netgraph.importers._tables.delimited import Cells, Signature
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Card,
    Identifier,
    IdentifierKind,
    Origin,
    Record,
    Reject,
)

HOW_TO_EXPORT = (
    "on linkedin.com: Me > Settings & Privacy > Data privacy > Get a copy of your data; choose "
    "the larger data archive and request it; LinkedIn mails a link, often a first part within "
    "minutes and the rest (connections, messages) within two days: take the later one; give "
    "the zip to netgraph import as it is"
)
HIDDEN_MEMBERS = {"linkedin member", "linkedin user", "a linkedin member"}
#: Files with the header of messages.csv that hold talks with a machine.
MACHINE_TALKS = {
    "coachmessages",
    "guidemessages",
    "learningcoachmessages",
    "learningroleplaymessages",
}

_PROFILE = re.compile(r"linkedin\.com/(in|pub)/([^?#\s,;\"<>]+)", re.IGNORECASE)
_BETWEEN_URLS = re.compile(r"[,;\s]+(?=(?:https?://)?(?:[\w-]+\.)*linkedin\.com)", re.IGNORECASE)
_OPAQUE_ID = re.compile(r"AC[ow]AA", re.ASCII)
_DAY = re.compile(r"(\d{1,2})[ .\-/]+([^\W\d_]+)\.?[ \-/]+(\d{4}|\d{2})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_STAMP = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?: ?UTC|Z)?"
)
_US_STAMP = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2}),?\s+(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*([AP])\.?M\.?)?",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?:([^\W\d_]+)\.?[ \-])?(\d{4})")
#: English as always seen; the others in case a localised export turns up.
_MONTH_WORDS = (
    "jan january janv januar janvier ene enero gen gennaio janeiro januari",
    "feb february févr fév février februar febrero febbraio fev fevereiro februari",
    "mar march mars mär märz mrz marzo março mrt maart",
    "apr april avr avril abr abril aprile",
    "may mai mayo mag maggio maio mei",
    "jun june juni juin junio giu giugno junho",
    "jul july juli juil juillet julio lug luglio julho",
    "aug august août aoû ago agosto augustus",
    "sep sept september septembre septiembre set settembre setembro",
    "oct october okt oktober octobre octubre ott ottobre out outubro",
    "nov november novembre noviembre novembro",
    "dec december dez dezember déc décembre dic diciembre dicembre dezembro",
)
_MONTHS = {word: n for n, words in enumerate(_MONTH_WORDS, start=1) for word in words.split()}


def is_connections(columns: frozenset[str]) -> bool:
    """Connections.csv of every era."""
    return {"first name", "last name", "connected on"} <= columns


def is_messages(columns: frozenset[str]) -> bool:
    """messages.csv of every era."""
    return {"conversation id", "from", "date"} <= columns or (
        {"from", "to", "date", "content", "direction", "folder"} <= columns
    )


def is_invitations(columns: frozenset[str]) -> bool:
    """Invitations.csv of every era."""
    return {"from", "to", "sent at", "direction"} <= columns


def is_positions(columns: frozenset[str]) -> bool:
    """Positions.csv."""
    return {"company name", "title", "started on", "finished on"} <= columns


def is_education(columns: frozenset[str]) -> bool:
    """Education.csv."""
    return {"school name", "start date", "end date", "degree name"} <= columns


def is_profile(columns: frozenset[str]) -> bool:
    """Profile.csv of every era."""
    return {"first name", "last name", "headline", "industry"} <= columns


def is_email_addresses(columns: frozenset[str]) -> bool:
    """Email Addresses.csv of every era."""
    return {"email address", "confirmed"} <= columns and bool({"primary", "is primary"} & columns)


def is_phone_numbers(columns: frozenset[str]) -> bool:
    """PhoneNumbers.csv and Whatsapp Phone Numbers.csv."""
    kinds = {"type", "is_whatsapp_number"}
    return {"extension", "number"} <= columns and bool(kinds & columns) and len(columns) <= 5


#: The files that have an importer of their own.
READ_SIGNATURES: tuple[Signature, ...] = (
    is_connections,
    is_messages,
    is_invitations,
    is_positions,
    is_education,
    is_profile,
    is_email_addresses,
    is_phone_numbers,
)


def stem_of(document: Document) -> str:
    """The file's name in lower-case letters and digits: ``Comments_123.csv`` is "comments"."""
    stem = re.sub(r"\.csv$", "", document.basename.casefold())
    stem = re.sub(r"([_ -]+\d+|\s*\(\d+\))+$", "", stem)
    return re.sub(r"[^a-z0-9]", "", stem)


def is_machine_talk(document: Document) -> bool:
    """Whether a file with the header of messages.csv holds no talk between people."""
    return stem_of(document) in MACHINE_TALKS


@lru_cache(maxsize=4096)
def slug_of(url: str) -> str:
    """The part of a profile address that names the person, or "" for any other address.

    Percent-decoded and in lower case, except opaque ids (``ACoAA…``), which are
    case-sensitive. Old ``/pub/name/1/2/3`` addresses keep their tail.
    """
    match = _PROFILE.search(url)
    if match is None:
        return ""
    kind, path = match.groups()
    parts = [part for part in (unquote(path) if "%" in path else path).split("/") if part.strip()]
    if not parts:
        return ""
    slug = "/".join(parts[:4]) if kind.lower() == "pub" else parts[0].strip()
    slug = slug if slug.isascii() else unicodedata.normalize("NFC", slug)
    return slug if _OPAQUE_ID.match(slug) else slug.lower()


def split_urls(cell: str) -> list[str]:
    """The addresses of a cell that joins several by commas."""
    return [url for url in (part.strip(" ,;") for part in _BETWEEN_URLS.split(cell)) if url]


def profile(url: str) -> Identifier:
    """A profile address as written."""
    return Identifier(IdentifierKind.PROFILE, url)


def named(name: str) -> Identifier:
    """A person of whom this file knows the name only."""
    return Identifier(IdentifierKind.NAME, name)


def full_name(cells: Cells) -> str:
    """First and last name as written, joined; "" when there is none."""
    return f"{cells['first name']} {cells['last name']}".strip()


def bad_date(origin: Origin, what: str, text: str) -> Reject:
    """The note that a date is not in the form this file has."""
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    return Reject(origin, f"{what} cannot be read as a date: {shown!r}")


def owner_history(
    kind: AffiliationKind, what: tuple[str, str], span: tuple[str, str], origin: Origin
) -> Iterator[Record]:
    """The owner at one employer or school: ``what`` is name and role, ``span`` the months.

    The subject is made from the file, as the row does not say who the owner is.
    """
    if not any(what):
        yield Reject(origin, "names neither an organisation nor a role")
        return
    start, end = parse_month(span[0]), parse_month(span[1], is_end=True)
    affiliation = Affiliation(what[0], what[1], start, end, kind)
    draft = Card("", "", origin, affiliations=(affiliation,), is_owner=True)
    yield seal(draft, f"owner of {origin.digest}")
    for label, text, day in (("the start", span[0], start), ("the end", span[1], end)):
        if text and day is None:
            yield bad_date(origin, label, text)


@lru_cache(maxsize=4096)
def parse_day(text: str) -> date | None:
    """``08 Feb 2026``, ``7-Feb-22``, ``12/22/16, 7:05 PM`` or ``2026-02-08``, else None."""
    match = _DAY.fullmatch(text)
    if match:
        return _date(_year(match[3]), _MONTHS.get(match[2].lower(), 0), int(match[1]))
    match = _ISO_DAY.fullmatch(text)
    if match:
        return _date(int(match[1]), int(match[2]), int(match[3]))
    stamp = parse_us_stamp(text)
    return stamp.date() if stamp else None


@lru_cache(maxsize=4096)
def midnight(day: date) -> datetime:
    """The beginning of ``day`` [UTC]."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def parse_us_stamp(text: str) -> datetime | None:
    """``1/29/26, 2:37 PM`` (month first) [UTC], else None."""
    match = _US_STAMP.fullmatch(text)
    if match is None:
        return None
    hour, half = int(match[4]), (match[6] or "").upper()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "P" else 0)
    day = _date(_year(match[3]), int(match[1]), int(match[2]))
    return _time(day, hour, int(match[5]), 0)


def parse_stamp(text: str) -> datetime | None:
    """``2025-06-01 14:03:22 UTC`` or the older ``12/22/16, 7:05 PM`` [UTC], else None."""
    match = _STAMP.fullmatch(text)
    if match is None:
        return parse_us_stamp(text)
    day = _date(int(match[1]), int(match[2]), int(match[3]))
    return _time(day, int(match[4]), int(match[5]), int(match[6] or 0))


def parse_month(text: str, *, is_end: bool = False) -> date | None:
    """``Jan 2015`` or ``2015`` as its first day, or its last with ``is_end``, else None."""
    match = _MONTH.fullmatch(text)
    if match is None:
        return None
    year = int(match[2])
    month = _MONTHS.get(match[1].lower(), 0) if match[1] else (12 if is_end else 1)
    if not (1 <= month <= 12 and 1900 <= year <= 2100):
        return None
    return date(year, month, monthrange(year, month)[1] if is_end else 1)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _date(year: int, month: int, day: int) -> date | None:
    if not 1970 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(day: date | None, hour: int, minute: int, second: int) -> datetime | None:
    if day is None or hour > 23 or minute > 59 or second > 59:
        return None
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=UTC)
