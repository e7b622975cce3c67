"""Old ties that have gone silent: as useful as current ones, after a word of reconnecting."""

from __future__ import annotations

from datetime import date, datetime

from netgraph.analyse.positions import Positions
from netgraph.graph.wording import I_SAID, THEY_SAID, counted, day
from netgraph.model import Evidence, EvidenceKind, Tie

#: Silent for so long, a tie is dormant [years] (Levin, Walter & Murnighan 2011, Organization
#: Science: dormant ties are as useful as current ones).
SILENT = 3


def last_in_touch(tie: Tie | None) -> date | None:
    """The day of the latest contact; a connection date or an entry in a list is none.

    None when no contact was seen or said.
    """
    pieces = tie.evidence if tie else ()
    return max((_day(e.when) for e in pieces if e.when and _is_contact(e)), default=None)


def _is_contact(one: Evidence) -> bool:
    seen = one.kind is EvidenceKind.OBSERVED and one.amount is not None
    return seen or one.text.startswith((I_SAID, THEY_SAID))


def _day(when: datetime | date) -> date:
    return when.date() if isinstance(when, datetime) else when


def dormant_people(at: Positions, by: str) -> list[tuple[int, str]]:
    """My people with whom the last contact is `SILENT` years old or more, and how old it is.

    In the order of `Positions.ranked`. People without any known contact are not dormant: when
    they were last in touch is not known.
    """
    graph = at.graph
    today = graph.as_of.date()
    found = []
    for number in at.ranked(by):
        why = reconnecting(graph.tie(graph.me, graph.people[number].id), today)
        if why:
            found.append((number, why))
    return found


def reconnecting(tie: Tie | None, today: date) -> str:
    """That the two should first reconnect, and since when they are silent; "" when not dormant."""
    last = last_in_touch(tie)
    years = _years(last, today) if last else 0
    if not last or years < SILENT:
        return ""
    return f"Last in touch on {day(last)}, {counted(years, 'year')} ago: reconnect first."


def _years(since: date, until: date) -> int:
    """Full years between two days."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))
