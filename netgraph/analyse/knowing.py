"""Since when two people have known each other, as far as the files say."""

from __future__ import annotations

from datetime import date, datetime

from netgraph.graph.wording import I_SAID, THEY_SAID, UNDATED
from netgraph.model import Evidence, EvidenceKind, Tie


def known_since(tie: Tie | None) -> date | None:
    """The day of the first dated sign: an exchange, a meeting, a connection, a said contact.

    None when nothing of the tie is dated; the day of an import, or of saying how close two
    people are, is no sign, and neither is what is only concluded.
    """
    pieces = tie.evidence if tie else ()
    return min((_day(one.first or one.when) for one in pieces if _is_sign(one)), default=None)


def _is_sign(one: Evidence) -> bool:
    if one.when is None or UNDATED in one.text:
        return False
    if one.kind is EvidenceKind.STATED:
        return one.text.startswith((I_SAID, THEY_SAID)) or " since " in one.text
    return one.kind is EvidenceKind.OBSERVED


def _day(when: datetime | date | None) -> date:
    return when.date() if isinstance(when, datetime) else when or date.max
