"""What people write into one cell: names, ways to reach somebody, dates, closeness."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from netgraph.importers._columns.headers import normalised
from netgraph.importers._columns.looks import EMAIL, PHONE, PROFILE, URL
from netgraph.importers._people.couples import couple
from netgraph.model import Closeness

AT = re.compile(r"\s*[\[({]\s*(?:at|@|ät)\s*[\])}]\s*", re.IGNORECASE)
DOT = re.compile(r"\s*[\[({]\s*(?:dot|punkt)\s*[\])}]\s*", re.IGNORECASE)
FLOAT_PHONE = re.compile(r"\d(?:\.\d+)?e\+?\d{1,2}", re.IGNORECASE)
SUFFIXES = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "dds", "cpa", "rn"}
    | {"dr", "ba", "ma", "msc", "bsc", "dipl ing", "ph d"}
)
VIA = re.compile(
    r"(?:we )?(?:met )?(?:via|through|thru|introduced by|intro by|intro|durch|über|par|por|tramite|"
    r"através de|a través de)[: ]\s*(?P<who>\S.*)",
    re.IGNORECASE,
)
CROWD = re.compile(
    r"(?:half|most|everyone|everybody|people|lots|many|someone|somebody|all|staff|colleagues|"
    r"the whole|halb\w*|viele|leute|alle|jemand\w*)\b.*?\b(?:at|of|in|from|bei|von|der|des|im)\s+"
    r"(?:the\s+)?(?P<where>\S.*?)(?:\s+(?:staff|crowd|people|team))?",
    re.IGNORECASE,
)
WELL = "well very well close very close good strong high best great a 4 5 gut sehr gut eng nah"
SOME = "some somewhat ok okay medium fair middle average b 3 mittel etwas mittelgut assez moyen"
BARELY = "barely loose loosely weak low distant slightly little hardly poor c 1 2 kaum wenig lose"
CLOSENESS = {
    **dict.fromkeys(WELL.split(), Closeness.WELL),
    **dict.fromkeys(SOME.split(), Closeness.SOME),
    **dict.fromkeys(BARELY.split(), Closeness.BARELY),
    **dict.fromkeys(("bien", "tres bien", "bene", "bem", "goed", "proche"), Closeness.WELL),
    **dict.fromkeys(("algo", "regular", "abbastanza", "mais ou menos"), Closeness.SOME),
    **dict.fromkeys(("a bit", "a little", "peu", "poco", "pouco", "weinig"), Closeness.BARELY),
    **dict.fromkeys(("very well", "very close", "sehr gut"), Closeness.WELL),
    **dict.fromkeys(("geht so", "so so", "not bad"), Closeness.SOME),
    **dict.fromkeys(("not well", "not very well", "not close"), Closeness.BARELY),
}
MONTHS = (
    "jan januar january janvier enero gennaio janeiro januari janv ene gen",
    "feb februar february fevrier febrero febbraio fevereiro februari fevr fev",
    "mar marz march mars marzo marco maart mrz maa",
    "apr april avril abril aprile avr abr",
    "may mai mayo maggio maio mei mag",
    "jun juni june juin junio giugno junho giu",
    "jul juli july juillet julio luglio julho juil lug",
    "aug august aout agosto augustus ago",
    "sep sept september septembre septiembre settembre setembro set",
    "oct okt october oktober octobre octubre ottobre outubro ott out",
    "nov november novembre noviembre novembro",
    "dec dez december dezember decembre diciembre dicembre dezembro dic",
)
MONTH_OF = {word: month for month, words in enumerate(MONTHS, 1) for word in words.split()}
ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
ISO_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
NUMBERS = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})")
YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Reachable:
    """Ways to reach somebody found in a cell, in their order; ``rest`` is what was no such way."""

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    rest: str = ""


def ways_to_reach(text: str) -> Reachable:
    """The addresses, numbers and profile links in ``text`` ("ilse[at]example.org / +1 555-0100").

    A number a spreadsheet has rounded ("4.91511e+12") has lost digits and stays in ``rest``; one
    that only lost its plus (twelve digits and more) gets it back.
    """
    if "@" in text and EMAIL.fullmatch(text):
        return Reachable(emails=(text,))
    if "(" in text or "[" in text or "{" in text:
        text = DOT.sub(".", AT.sub("@", text))
    text = text.replace("mailto:", "").replace("tel:", "")
    emails: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    if "@" in text:
        emails, text = tuple(EMAIL.findall(text)), EMAIL.sub(" ", text)
    if "/" in text or "www." in text:
        profiles = tuple(match.group() for match in PROFILE.finditer(text))
        text = URL.sub(" ", PROFILE.sub(" ", text))
    whole = re.sub(r"\.0$", "", text.strip())
    if FLOAT_PHONE.fullmatch(whole):
        return Reachable(emails, (), profiles, whole)
    pieces = re.split(r"\s+/\s+|[;,|\n\r]|:::", whole)
    phones = tuple(with_plus(m.group().strip()) for piece in pieces for m in PHONE.finditer(piece))
    rest = re.sub(r"[\s/;,|<>():-]+", " ", PHONE.sub(" ", whole)).strip()
    return Reachable(emails, phones, profiles, rest)


def with_plus(phone: str) -> str:
    """A number that has only lost its plus (twelve digits and more) with it."""
    long = phone.isdecimal() and len(phone) >= 12 and not phone.startswith("0")
    return f"+{phone}" if long else phone


def person_name(text: str) -> str:
    """``text`` with "Last, First" turned round; "Ilse Quandel, PhD" loses nothing."""
    if text.startswith("="):
        return text
    parts = [" ".join(part.split()) for part in text.split(",")]
    parts = [part for part in parts if part]
    if len(parts) < 2:
        return " ".join(parts)
    titles = [part for part in parts[1:] if normalised(part) in SUFFIXES]
    names = [parts[0], *(part for part in parts[1:] if part not in titles)]
    if len(names) == 2:
        names = [f"{names[1]} {names[0]}"]
    return ", ".join([" ".join(names), *titles])


def has_title(name: str) -> bool:
    """Whether what follows a comma is a degree or a suffix ("Ilse Quandel, PhD")."""
    return any(normalised(part) in SUFFIXES for part in name.split(",")[1:])


def is_turned(name: str) -> bool:
    """Whether a name is written "Last, First"."""
    last, _, first = name.partition(",")
    if "," in first or name.startswith("="):
        return False
    return 0 < len(last.split()) <= 3 and 0 < len(first.split()) <= 2 and not has_title(name)


#: Without one of these a cell holds one item.
SEPARATING = frozenset(";\n\r:")
BULLETS = frozenset(" •*–-")


def several(text: str) -> tuple[str, ...]:
    """Items divided by semicolon, line break or Google's " ::: ", without their bullets.

    A spreadsheet formula is left whole.
    """
    if not (SEPARATING & set(text)) and text[:1] not in BULLETS:
        return (text.strip(),) if text.strip() else ()
    parts = [text] if text.startswith("=") else re.split(r"\s*(?:;|\n|\r|:::)\s*", text)
    items = (re.sub(r"^[•*–-]+\s+", "", part.strip()).strip() for part in parts)
    return tuple(item for item in items if item)


def several_names(text: str, *, turned: bool = False) -> tuple[str, ...]:
    """The people named in one cell; a comma divides unless the list writes "Last, First".

    "Ana Gil & Bo Gil" are two (`couple`).

    ``turned``: the list does. Even so two whole names, or three parts, are several people.
    """
    found: list[str] = []
    for item in several(text):
        parts = [part.strip() for part in item.split(",") if part.strip()]
        whole_names = all(len(part.split()) > 1 for part in parts)
        is_plain = not has_title(item) and not item.startswith("=")
        if len(parts) > 1 and is_plain and (whole_names or len(parts) > 2 or not turned):
            found.extend(parts)
        else:
            found.append(person_name(item))
    return tuple(one for name in found for one in couple(name) or (name,))


def crowd(text: str) -> str:
    """The place, where no person is named: "hospital" of "half of the hospital staff"; else ""."""
    match = CROWD.fullmatch(text.strip())
    return match["where"].strip() if match else ""


def introducer(text: str) -> str:
    """Who brought two people together, when "how we met" says so ("via Wren"); else ""."""
    match = VIA.fullmatch(text.strip())
    return match["who"].strip() if match else ""


def closeness(text: str) -> Closeness | None:
    """A user's word or a figure from 1 (barely) to 5 (well); None when it is neither."""
    key = " ".join(normalised(text).split()) or text.strip().removesuffix(".0")
    return CLOSENESS.get(key)


def is_day_first(texts: Iterable[str]) -> bool | None:
    """How a column writes "3/4/2025"; None when no date in it settles the question."""
    answer = None
    for match in filter(None, map(NUMBERS.fullmatch, texts)):
        if int(match[1]) > 12:
            return True
        if int(match[3]) > 12:
            answer = False
    return answer


def day(text: str, *, day_first: bool | None) -> date | None:
    """A date as people write it; a month or year alone is its first day.

    None when it is no date, or when "3/4/2025" could be two dates. Points ("3.4.2025") always
    mean day first.
    """
    text = text.strip()
    if match := ISO_DAY.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := ISO_MONTH.fullmatch(text):
        return _date(int(match[1]), int(match[2]), 1)
    if match := MONTH_YEAR.fullmatch(text):
        return _date(int(match[2]), int(match[1]), 1)
    if match := NUMBERS.fullmatch(text):
        return _numeric(match, day_first)
    return _worded(text)


def _numeric(match: re.Match[str], day_first: bool | None) -> date | None:
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if mark == "." or first > 12 or first == second:
        return _date(year, second, first)
    if second > 12:
        return _date(year, first, second)
    if day_first is None:
        return None
    return _date(year, second, first) if day_first else _date(year, first, second)


def _worded(text: str) -> date | None:
    words = normalised_keeping_numbers(text)
    years = [word for word in words if YEAR.fullmatch(word)]
    months = [MONTH_OF[word] for word in words if word in MONTH_OF]
    days = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    if len(years) != 1 or len(months) > 1 or len(days) > 1 or (days and not months):
        return None
    known = len(years) + len(months) + len(days)
    if known != len([word for word in words if word not in {"de", "of", "the"}]):
        return None
    return _date(int(years[0]), months[0] if months else 1, days[0] if days else 1)


def normalised_keeping_numbers(text: str) -> list[str]:
    """Words and numbers of ``text``, normalised; "3rd" is "3"."""
    pieces = re.findall(r"\d+|[^\W\d_]+", text)
    words = [piece if piece.isdecimal() else normalised(piece) for piece in pieces]
    return [word for word in words if word not in {"st", "nd", "rd", "th"}]


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
