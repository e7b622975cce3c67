"""Two people in one name: "Ana Gil & Bo Gil", "Eve and Tom Hill", "Ana/Bo Hill".

Firms are called like that too ("Smith & Sons", "Ernst & Young"), and families bear two names
("Ramón y Cajal"); what may be one of these stays one name.
"""

from __future__ import annotations

import re

from netgraph.importers._mail.text import fold
from netgraph.importers._people.givennames import GIVEN_NAMES
from netgraph.importers._people.notpeople import is_company_name

_JOINED = re.compile(
    r"(?P<left>[^\W\d_][^&+/]*?)(?:\s*(?P<mark>&|/|\s\+\s)\s*|\s+(?P<word>and|und|et|y|e|en|i|og|och"
    r"|oraz|plus)\s+)(?P<right>[^\W\d_][^&+/]*)",
    re.IGNORECASE,
)
#: Without one of these a name is one person's.
JOINING = re.compile(r"[&+/]|\s(?:and|und|et|y|e|en|i|og|och|oraz|plus)\s", re.IGNORECASE)
#: Between these two parts of a family name may stand, or a given name and a family name.
_FAMILY_JOINTS = frozenset({"y", "e", "i"})
_FIRM_WORD_LIST = """
    sons son brothers bros daughters co company partner partners associates group team family
    families familie famille familia famiglia familien soehne sohne gebrueder gebruder fils filles
    freres hijos hermanos figli fratelli filhos irmaos zonen zoon synowie friends friend freunde
    amis amigos kids kinder children colleagues kollegen mr mrs ms herr frau mme m sr sra
    consulting law legal design media studio studios services solutions systems labs foods bank
    museum hotel restaurant church school university foundation analytics law lawyers
"""
_FIRM_WORDS = frozenset(_FIRM_WORD_LIST.split())


def couple(name: str) -> tuple[str, ...]:
    """The two people of ``name``, or () when it may be one person's or a firm's.

    A family name that stands once is both people's.
    """
    if not JOINING.search(name) or "," in name or name.startswith("="):
        return ()
    match = _JOINED.fullmatch(name.strip())
    if not match or JOINING.search(match["right"]) or is_company_name(name):
        return ()
    words = fold(name).replace(".", "").split()
    if any(character.isdigit() for character in name) or not _FIRM_WORDS.isdisjoint(words):
        return ()
    left, right = match["left"].split(), match["right"].split()
    if len(left) > 4 or len(right) > 4 or not all(_is_capital(part) for part in (left, right)):
        return ()
    return _parted(left, right, (match["mark"] or match["word"]).strip().lower())


def _parted(left: list[str], right: list[str], joint: str) -> tuple[str, ...]:
    given = _is_given(left), _is_given(right)
    if len(left) > 1 and len(right) > 1:
        # What else is two names with a stroke between them may be a person and a firm.
        is_couple = given[1] if joint in _FAMILY_JOINTS else any(given) or joint != "/"
        return (" ".join(left), " ".join(right)) if is_couple else ()
    if len(left) == 1 and len(right) > 1:
        is_couple = given[1] or (given[0] and joint not in {"&", "/"})
        return (" ".join([*left, *right[1:]]), " ".join(right)) if is_couple else ()
    is_couple = given[1] if len(left) > 1 else all(given)
    return (" ".join(left), " ".join(right)) if is_couple else ()


def _is_given(words: list[str]) -> bool:
    return fold(words[0]).partition("-")[0] in GIVEN_NAMES


def _is_capital(words: list[str]) -> bool:
    return words[0][0] == words[0][0].upper() and words[-1][0] == words[-1][0].upper()
