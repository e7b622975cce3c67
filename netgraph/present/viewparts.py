"""The small parts of a view: a stay, a proof, a tie, a hint."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from netgraph.analyse.dormant import last_in_touch
from netgraph.analyse.paths import Suggestion
from netgraph.graph.chances import band
from netgraph.model import Evidence, EvidenceKind, Membership, Tie
from netgraph.present import wordings
from netgraph.present.viewtypes import HintView, Proof, Stay, TieView, Wording

#: Pieces of evidence shown for a tie; the page says how many more there are.
PROOFS = 4


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
    """A tie with its best evidence first: seen, said, inferred, the latest of each."""
    order = list(EvidenceKind)
    best = sorted(tie.evidence, key=lambda e: _day(e.when), reverse=True)
    best.sort(key=lambda e: order.index(e.kind))
    return TieView(
        left=tie.left,
        right=tie.right,
        kind=wordings.KINDS[tie.kind],
        band=band(tie.strength),
        proofs=tuple(proof_view(e) for e in best[:PROOFS]),
        total=len(best),
    )


def hint_views(suggestions: Sequence[Suggestion], target: str) -> tuple[HintView, ...]:
    """People worth asking about ``target`` (its id), in the order given."""
    views = []
    for hint in suggestions:
        why, ask = wordings.hint_plain(hint.id, target)
        views.append(HintView(hint.id, Wording(hint.why, why), Wording(hint.ask, ask)))
    return tuple(views)


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


def _day(when: datetime | date | None) -> str:
    if when is None:
        return ""
    return (when.date() if isinstance(when, datetime) else when).isoformat()
