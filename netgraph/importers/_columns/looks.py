"""What values look like: e-mail addresses, telephone numbers, profile links, dates, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

#: Share of a column's filled cells that must look alike before its values are believed.
SHARE = 0.6
#: An address begins where a word does: tried at every letter of a long word it would take minutes.
EMAIL = re.compile(
    r"(?:(?<![^\s@,;<>()\[\]])|(?<=mailto:)|(?<=:::))"
    r"[^\s@,;<>()\[\]]+@[^\s@,;<>()\[\]]+\.[^\s@,;<>()\[\]/]{2,}"
)
#: One address, or several parted as people part them.
EMAILS = re.compile(
    rf"(?:mailto:)?{EMAIL.pattern}(?:(?:\s*[,;|/]\s*|\s+|\s*:::\s*){EMAIL.pattern})*"
)
PHONE = re.compile(r"\+?\(?\d[\d \u00a0()./-]{5,}\d")
#: What a customer number does not look like.
SPACED_PHONE = re.compile(r"(?=[+(0]|\d+[ ()/-])" + PHONE.pattern)
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*(?:linkedin\.com/(?:in|pub)/|xing\.com/profile/|github\.com/|"
    r"facebook\.com/|instagram\.com/|twitter\.com/|(?<![\w.])x\.com/)[^\s,;<>]+",
    re.IGNORECASE,
)
DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}.*|\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})(?: .*)?")
PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?:,? [^\W\d_][\w.'’-]*){1,3}")
#: Values decide in this order; a date must not pass for a phone number.
LOOKS = (("email", EMAILS), ("profile", PROFILE), ("date", DATE), ("phone", SPACED_PHONE))
#: The value of so many rows in a row says whether they differ at all.
TELLING_ROWS = 3


def look(filled: Sequence[str]) -> str:
    """What the values look like: "email", "profile", "date", "phone", or "" for anything else."""
    for field, pattern in LOOKS:
        if share(filled, pattern.fullmatch) >= SHARE:
            return field
    return ""


def differ(filled: Sequence[str]) -> bool:
    """Whether the values tell people apart: most rows have one of their own."""
    return len(filled) < TELLING_ROWS or len({v.casefold() for v in filled}) > len(filled) / 2


def is_like_a_name(text: str) -> bool:
    """Whether ``text`` is two to four words with a capital ("Ilse Quandel")."""
    return bool(PERSON.fullmatch(text)) and text != text.casefold()


def share(filled: Sequence[str], matches: Callable[[str], object]) -> float:
    """The share of the values that match [0-1]; 0 for no values."""
    return sum(bool(matches(value)) for value in filled) / len(filled) if filled else 0.0
