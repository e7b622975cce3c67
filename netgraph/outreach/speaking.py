"""What files say, made fit for a sentence that somebody will read aloud.

Names, employers and job titles come as people typed them: with signs, brackets, credentials, or
a whole career in one line. What cannot stand in a sentence becomes "", and the message then has
a blank (`blank`) that only the person can fill.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from netgraph.resolve.names.parts import clean_name

#: Longer names, places and titles are no words of a sentence [characters].
LONGEST_NAME, LONGEST_PLACE, LONGEST_TITLE = 50, 60, 45
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
#: Days between a message and the call that follows it, by e-mail or chat, and by letter.
CALL_AFTER, CALL_AFTER_LETTER = 5, 7
#: A call is foreseen on Tuesday, Wednesday or Thursday.
CALL_DAYS = frozenset({1, 2, 3})
_NAME = re.compile(r"[\w'’.\- ]+")
_PLACE = re.compile(r"[\w'’.,&+/()\- !:#–]+")
_TITLE = re.compile(r"[\w'’&/,\- ]+")
#: Where a job title ends and a headline goes on.
_HEADLINE = re.compile(r"\s+[|•·@–—/]\s+|\s+-\s+|;|\||•|, | at | bei | chez |\(")
_LEGAL = re.compile(
    r",? (?:ltd|limited|llc|inc|incorporated|plc|gmbh|ag|corp|corporation|co|b\.?v|s\.?a|llp)\.?$",
    re.IGNORECASE,
)
#: What programs write for nothing; Nan with a capital is a name.
_EMPTY = re.compile(r"(?:None|null|NULL|nan|NaN|n/a|N/A|undefined)")


def blank(what: str) -> str:
    """A place that only the person can fill: ``[how you know each other]``."""
    return f"[{what}]"


def is_blank(text: str) -> bool:
    """Whether ``text`` is nothing but a blank."""
    return text.startswith("[") and text.endswith("]")


def spoken_name(name: str) -> str:
    """A person's name for a sentence, "" for an address, a number or what is no name."""
    plain = _spoken(clean_name(name) or name, _NAME, LONGEST_NAME)
    return "" if any(letter.isdigit() for letter in plain) else plain


def first_name(name: str) -> str:
    """The first word of a spoken name; the whole where names have no spaces, "" for none."""
    spoken = spoken_name(name)
    first = spoken.split(" ")[0] if spoken else ""
    # an initial is no name to be called by
    return spoken if len(first.rstrip(".")) < 2 else first


def spoken_place(name: str) -> str:
    """An employer's name for a sentence, without its legal form; "" for what is none."""
    spoken = _spoken(name, _PLACE, LONGEST_PLACE)
    return _LEGAL.sub("", spoken) or spoken


def spoken_field(name: str) -> str:
    """A trade for the middle of a sentence: "clean energy", "IT"; "" for none."""
    spoken = spoken_place(name)
    return spoken[:1].lower() + spoken[1:] if spoken[1:2].islower() else spoken


def spoken_title(title: str) -> str:
    """The first part of a job title, in small letters where it is no name: "data engineer"."""
    head = _HEADLINE.split(" ".join(title.split()), maxsplit=1)[0]
    spoken = _spoken(head, _TITLE, LONGEST_TITLE)
    words = spoken.split(" ")
    return " ".join(w.lower() if w[:1].isupper() and w[1:].islower() else w for w in words)


def _spoken(text: str, allowed: re.Pattern[str], longest: int) -> str:
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    plain = " ".join(visible.split())
    fits = allowed.fullmatch(plain) and len(plain) <= longest
    telling = any(letter.isalpha() for letter in plain)
    telling = telling and not any(_EMPTY.fullmatch(word) for word in plain.split())
    return plain if fits and telling else ""


def with_article(noun: str) -> str:
    """As in "a planner", "an operations manager", "an HR adviser"."""
    first = noun.partition(" ")[0]
    if first.isupper() and len(first) > 1:
        # spelled out letter by letter
        return f"{'an' if first[0] in 'AEFHILMNORSX' else 'a'} {noun}"
    vowel = noun[:1].casefold() in {*"aeiou"}
    silent = first.casefold().startswith(("uni", "use", "eu", "one", "ut"))
    return f"{'an' if vowel and not silent else 'a'} {noun}"


def month(when: date | datetime) -> str:
    """As in "June 2026"."""
    return f"{MONTHS[when.month - 1]} {when.year}"


def long_day(when: date) -> str:
    """As in "Tuesday, 1 December"."""
    return f"{WEEKDAYS[when.weekday()]}, {when.day} {MONTHS[when.month - 1]}"


def call_day(today: date, *, by_letter: bool = False) -> date:
    """The day to phone: in the middle of a week, some days on, not between the years."""
    day = today + timedelta(days=CALL_AFTER_LETTER if by_letter else CALL_AFTER)
    while (
        day.weekday() not in CALL_DAYS or (day.month, day.day) >= (12, 22) or day == _new_year(day)
    ):
        day += timedelta(days=1)
    return day


def _new_year(day: date) -> date:
    return date(day.year, 1, 1)


def listed_or(words: list[str]) -> str:
    """As in "a", "a or b", "a, b or c"; "" for none."""
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)
