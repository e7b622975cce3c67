"""Legal forms at the end of an organisation's name: "Orbit Foods GmbH & Co. KG"."""

from __future__ import annotations

import re
from functools import lru_cache

from netgraph.resolve.tables import legal_forms

_SPACED = re.compile(
    r"(?:[\s,]+(?:Sp\.?\s*z\.?\s*o\.?\s*o\.?|S\.?\s?A\.?\s+de\s+C\.?\s?V\.?|d\.\s?o\.\s?o\.?"
    r"|s\.\s?r\.\s?o\.?|S\.\s?p\.\s?A\.?|Ges\.?\s?m\.?\s?b\.?\s?H\.?|(?:&|and|und|et)\s+Co\.?(?:mpany)?|haftungsbeschränkt"
    r"|\(haftungsbeschränkt\)|i\.\s?L\.?))$",
    re.IGNORECASE,
)
_LAST = re.compile(r"^(.*?)[\s,]+([^\s,]+)$")


@lru_cache(maxsize=1 << 16)
def without_legal_form(name: str) -> str:
    """``name`` without the legal forms at its end; at least one word is always left.

    "GmbH & Co. KG" is three forms and goes whole. Nothing is taken from the front or the
    middle, and "Group" or "Holding" are part of a name.
    """
    left = name.strip()
    while True:
        shorter = _SPACED.sub("", left).rstrip(" ,&")
        if shorter in (left, ""):
            shorter = _without_last_word(left)
        if shorter in (left, ""):
            return left
        left = shorter


def _without_last_word(name: str) -> str:
    found = _LAST.match(name)
    if not found:
        return name
    rest, word = found.group(1), found.group(2)
    bare = word.replace(".", "")
    if bare.casefold() in legal_forms("any") or bare in legal_forms("as written"):
        return rest.rstrip(" ,&")
    return name
