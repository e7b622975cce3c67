"""The small parts of a view: a stay, a proof, a tie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from netgraph.analyse.dormant import last_in_touch
from netgraph.analyse.insiders import Insider
from netgraph.analyse.knowing import known_since
from netgraph.analyse.working import in_telling_order
from netgraph.graph.chances import band
from netgraph.model import Evidence, Membership, Tie
from netgraph.present import wordings
from netgraph.present.viewtypes import AddView, InsideView, Proof, Stay, TieView

#: Pieces of evidence shown for a bridge.
PROOFS = 4
#: People named per target, there now and formerly.
NAMED = 40
#: How much of my reach of a target somebody adds [0, 1], in words.
_MUCH = ((0.5, "most"), (0.2, "much"), (0.05, "some"), (0.0, "a little"))


def stay_view(membership: Membership) -> Stay:
    """A membership in words."""
    start, end = membership.start, membership.end
    period = ""
    if start or end:
        until = str(end.year) if end else ("now" if membership.current else "")
        period = f"{start.year if start else '?'}–{until}".rstrip("–")
    return Stay(membership.employer, membership.role, period, membership.current)


def proof_view(evidence: Evidence) -> Proof:
    """Evidence with the file, place and date it rests on."""
    origin = evidence.origin
    return Proof(
        kind=wordings.KINDS[evidence.kind],
        text=evidence.text,
        file=origin.file if origin else "",
        place=origin.place if origin else "",
        date=_day(evidence.when),
    )


def tie_view(tie: Tie) -> TieView:
    """A tie with all its evidence, the most telling first."""
    return TieView(
        left=tie.left,
        right=tie.right,
        kind=wordings.KINDS[tie.kind],
        band=band(tie.strength),
        proofs=tuple(proof_view(e) for e in in_telling_order(tie)),
        total=len(tie.evidence),
        since=since_year(tie),
    )


def other_end(tie: Tie, person: str) -> str:
    """The id at the other end of ``tie``."""
    return tie.right if tie.left == person else tie.left


def closeness(tie: Tie | None) -> float:
    """How likely the tie holds [0, 1]; 0 without one."""
    return tie.chance.mid if tie else 0.0


def last_contact(tie: Tie | None) -> str:
    """The latest contact; a connection date or an entry in an address book is none.

    An ISO date, "" when none was seen or said.
    """
    last = last_in_touch(tie)
    return last.isoformat() if last else ""


def people_at(held: Iterable[Insider]) -> tuple[InsideView, ...]:
    """The first `NAMED` people of a target, each with what they do or did there."""
    return tuple(InsideView(one.id, stay_view(one.membership)) for one in tuple(held)[:NAMED])


def additions(
    adds: Iterable[tuple[str, float, bool]], targets: Mapping[str, str]
) -> tuple[AddView, ...]:
    """What a bridge adds to my reach of each target, by id and in a word; most first."""
    return tuple(
        AddView(targets[name], next((word for least, word in _MUCH if much >= least), ""), said)
        for name, much, said in adds
        if name in targets
    )


def since_year(tie: Tie | None) -> str:
    """The year of the first dated sign of ``tie``, "" when nothing is dated."""
    since = known_since(tie)
    return str(since.year) if since else ""


def _day(when: datetime | date | None) -> str:
    if when is None:
        return ""
    return (when.date() if isinstance(when, datetime) else when).isoformat()
