"""Plain words for evidence: dates, counts and where a thing stands; never a person's name."""

from __future__ import annotations

from datetime import date, datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PLACES = (
    ("linkedin_connection", "LinkedIn connections"),
    ("linkedin_uploaded", "uploaded LinkedIn contacts"),
    ("linkedin", "LinkedIn export"),
    ("luma", "Luma guest list"),
    ("eventbrite", "Eventbrite attendees"),
    ("meetup", "Meetup list"),
    ("google", "Google contacts"),
    ("vcard", "address book"),
    ("hand", "hand-made list"),
    ("mbox", "mail"),
    ("eml", "mail"),
    ("ical", "calendar"),
)

#: How the mark of a record without a time of its own begins.
UNDATED = "(undated, imported"
#: How a last contact by somebody's word begins: mine, and somebody else's.
I_SAID, THEY_SAID = "you said you last", "said that they last"


def day(when: datetime | date) -> str:
    """``when`` as "3 Aug 2026", the same in every locale."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def undated(imported: datetime) -> str:
    """The mark of a record without a time of its own."""
    return f"{UNDATED} {day(imported)})"


def counted(number: int, one: str, many: str = "") -> str:
    """As in "1 mail" and "12 mails"; ``many`` defaults to ``one`` with an s."""
    return f"1 {one}" if number == 1 else f"{number:,} {many or one + 's'}"


def place_of(importer: str, owner: str) -> str:
    """Where a record stands: "your LinkedIn connections", "a friend's address book"."""
    title = next((words for start, words in _PLACES if importer.startswith(start)), "")
    return f"{'a friend’s' if owner else 'your'} {title or importer.replace('_', ' ')}"


def listed(words: list[str]) -> str:
    """As in "a", "a and b", "a, b and c"; "" for none."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
