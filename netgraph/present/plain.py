"""Text that is safe to print: what a file says never moves the cursor or starts a formula."""

from __future__ import annotations

import re
import unicodedata

#: Directional overrides and isolates: they can make a name read as something else.
BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
#: How a formula begins; some spreadsheets take the wide, small and mathematical forms too.
FORMULA_STARTS = ("=", "+", "-", "@", "\u2212")
#: Characters that XML 1.0 forbids; a vCard may hold them.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """``text`` on one line, without control characters and directional overrides."""
    spaced = text.translate(BIDI)
    kept = (" " if unicodedata.category(c) in {"Cc", "Zl", "Zp", "Cs"} else c for c in spaced)
    return " ".join("".join(kept).split())


def xml_text(text: str) -> str:
    """`plain` text without what XML 1.0 forbids; it has still to be escaped."""
    return " ".join(_NOT_XML.sub(" ", plain(text)).split())


def safe_cell(value: object) -> object:
    """A value for a CSV cell; text that a spreadsheet would take for a formula gets a "'"."""
    if isinstance(value, str):
        text = plain(value)
        first = unicodedata.normalize("NFKC", text[:1])
        return f"'{text}" if first.startswith(FORMULA_STARTS) else text
    return value
