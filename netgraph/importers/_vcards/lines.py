"""Cards as lists of properties, each card on its own: a broken one never costs its neighbours.

A card without END ends where the next begins; a card inside a card (vCard 2.1 AGENT) is kept
apart as its agent. Photos, sounds, keys and notes are never held in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from netgraph.importers._text.contentlines import UNTERMINATED, Property, logical_lines, parse

_MESSENGERS = """
X-AIM X-GADUGADU X-GOOGLE-TALK X-GROUPWISE X-ICQ X-JABBER X-MATRIX X-MS-IMADDRESS X-MSN X-QQ
X-SIP X-SKYPE X-SKYPE-USERNAME X-TELEGRAM X-TWITTER X-YAHOO
"""
_RELATIVES = """
X-EVOLUTION-ASSISTANT X-EVOLUTION-MANAGER X-EVOLUTION-SPOUSE X-ASSISTANT X-MANAGER X-SPOUSE
X-KADDRESSBOOK-X-ASSISTANTSNAME X-KADDRESSBOOK-X-MANAGERSNAME X-KADDRESSBOOK-X-SPOUSENAME
X-KADDRESSBOOK-X-SPOUSESNAME X-PARTNER X-CHILD X-ASSISTANT-NAME X-MANAGER-NAME X-SPOUSE-NAME
X-MS-ASSISTANT X-MS-MANAGER X-MS-SPOUSE X-MS-CHILD
"""
_OTHERS = """
BEGIN END UID FN N NICKNAME EMAIL TEL ORG TITLE ROLE CATEGORIES KIND MEMBER URL IMPP RELATED
AGENT X-MAIDENNAME X-MAIDEN-NAME SOCIALPROFILE X-SOCIALPROFILE X-ABSHOWAS X-ABLABEL
X-ABRELATEDNAMES X-ANDROID-CUSTOM X-ADDRESSBOOKSERVER-KIND X-ADDRESSBOOKSERVER-MEMBER
"""
#: Instant-message properties older than IMPP and X-SOCIALPROFILE.
MESSENGERS = frozenset(_MESSENGERS.split())
#: Properties that name a related person and say how in their own name.
RELATIVES = frozenset(_RELATIVES.split())
WANTED = frozenset(name.encode() for name in (*MESSENGERS, *RELATIVES, *_OTHERS.split()))
_BEGINNINGS = frozenset((b"B", b"b", b"A", b"a"))
_LAST_LETTERS = frozenset((b"D", b"d"))
_ENDINGS = frozenset((b"E", b"e"))
#: Cards nested deeper than this (a card's agent's agent …) count as agents of this depth.
DEEPEST = 4
_BEGIN = re.compile(rb"(?:[\w-]+\.)?(AGENT[^:]*:\s*)?BEGIN\s*:\s*VCARD\s*$", re.IGNORECASE)
#: Files put behind one another may stick together: "END:VCARDBEGIN:VCARD".
_END = re.compile(rb"END\s*:\s*VCARD\s*(BEGIN\s*:\s*VCARD\s*)?$", re.IGNORECASE)


@dataclass(slots=True)
class RawCard:
    """One card: its ``number`` in the file from 1, its properties in order, its agents.

    ``is_cut`` tells that the file breaks off in it.
    """

    number: int
    properties: list[Property] = field(default_factory=list)
    agents: list[RawCard] = field(default_factory=list)
    is_cut: bool = False
    named: dict[str, list[Property]] = field(default_factory=dict)

    def add(self, line: Property) -> None:
        """Append a property."""
        self.properties.append(line)
        alike = self.named.get(line.name)
        if alike is None:
            self.named[line.name] = [line]
        else:
            alike.append(line)

    def all(self, *names: str) -> list[Property]:
        """The properties called ``names``, by name in that order, then in file order."""
        if len(names) == 1:
            return self.named.get(names[0], [])
        return [line for name in names for line in self.named.get(name, ())]

    def value(self, *names: str) -> str:
        """The first value of any of ``names`` that is not blank, else ""."""
        for name in names:
            for line in self.named.get(name, ()):
                if value := line.value.strip():
                    return value
        return ""


def is_fax(types: frozenset[str]) -> bool:
    """Whether a TEL of these ``types`` only takes paper or pages, and no calls."""
    return bool(types & {"fax", "pager"}) and types.isdisjoint({"voice", "cell", "mobile", "msg"})


def raw_cards(stream: IO[bytes]) -> Iterator[RawCard]:
    """Every card of a file, one at a time, in file order; text outside cards is passed over.

    When the file breaks off, the last card is what was read of it up to its last whole line.
    """
    number = 0
    nest: list[RawCard] = []
    for line in logical_lines(stream, WANTED):
        is_likely = line[:1] in _BEGINNINGS or line[-1:] in _LAST_LETTERS
        begin = _BEGIN.match(line) if is_likely else None
        if begin:
            if nest and (begin[1] or _awaits_agent(nest[-1])):
                agent = RawCard(number)
                nest[:DEEPEST][-1].agents.append(agent)
                nest.append(agent)
                continue
            if nest:
                yield nest[0]
            number += 1
            nest = [RawCard(number)]
        elif nest and line[:1] in _ENDINGS and (end := _END.match(line)):
            if len(nest) == 1:
                yield nest[0]
            nest.pop()
            if end[1]:
                number += 1
                nest = [RawCard(number)]
        elif nest and line is not UNTERMINATED:
            nest[-1].add(parse(line))
    if nest:
        nest[0].is_cut = True
        yield nest[0]


def _awaits_agent(card: RawCard) -> bool:
    last = card.properties[-1] if card.properties else None
    return last is not None and last.name == "AGENT" and not last.value.strip()
