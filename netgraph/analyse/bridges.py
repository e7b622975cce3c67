"""Which of my people open doors, and to where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netgraph.analyse.everyday import everyday_people, is_everyday
from netgraph.analyse.positions import Positions
from netgraph.analyse.results import Result
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import counted, listed
from netgraph.model import Evidence, EvidenceKind

#: Pieces of evidence shown per person.
EVIDENCE = 6
#: Circles named per person.
GROUPS = 4


@dataclass(frozen=True, slots=True)
class Bridge:
    """One person ranked as a bridge.

    ``score`` orders only and has no unit. ``band`` is the tie to me: "weak", "fair", "good",
    "strong" or "unknown". ``groups`` names the circles (me taken out) on either side,
    largest first. ``loss`` says in words what would be lost without this person, ``cut_off``
    counts the people reachable only through them. ``opens`` names targets, best opened first.
    ``everyday``: known from daily life (a hand-made entry, an occupation, a circle), not from
    a profession's network. ``effective_size`` and ``participation`` are facets, not the rank.
    """

    rank: int
    id: str
    name: str
    score: float
    band: str
    groups: tuple[str, ...]
    opens: tuple[str, ...]
    loss: str
    cut_off: int
    evidence: tuple[Evidence, ...]
    reason: str
    everyday: bool = False
    effective_size: float = 0.0
    participation: float = 0.0
    introduced: int = 0


@dataclass(frozen=True, slots=True)
class Bridges(Result):
    """The ranked bridges, best first, and the everyday people who may reach further."""

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "rank",
        "id",
        "name",
        "list",
        "tie",
        "groups",
        "opens",
        "loss",
        "reason",
    )

    by: str
    ranked: tuple[Bridge, ...]
    everyday: tuple[Bridge, ...]

    def rows(self) -> list[dict[str, object]]:
        """One line a person: the ranked, then the everyday people."""
        parts = (("bridge", self.ranked), ("everyday", self.everyday))
        return [
            {
                "rank": one.rank,
                "id": one.id,
                "name": one.name,
                "list": title,
                "tie": one.band,
                "groups": one.groups,
                "opens": one.opens,
                "loss": one.loss,
                "reason": one.reason,
            }
            for title, part in parts
            for one in part
        ]


def bridges(graph: ContactGraph, *, by: str | None = None, limit: int = 20) -> Bridges:
    """My people ranked as bridges (ranking §1.4), and the five everyday people to ask.

    ``by`` "doors": p · (1/2 + I)^(1/4), I the people they brought to me, each halving with
    every year passed; "targets": what the targets would lose without them, then doors; None:
    targets when there are any. Remaining ties go by name. Circles, losses and facets are
    measured with me taken out. Empty when nobody knows who I am; ``ValueError`` for another
    ``by``.
    """
    if by not in {None, "doors", "targets"}:
        msg = f'by is "doors" or "targets", not {by!r}'
        raise ValueError(msg)
    chosen = by or ("targets" if graph.targets else "doors")
    at = Positions(graph)
    ranked = at.ranked(chosen)[:limit]
    return Bridges(
        by=chosen,
        ranked=tuple(_bridge(at, rank, one, chosen) for rank, one in enumerate(ranked, 1)),
        everyday=tuple(
            _bridge(at, rank, one, "doors", why)
            for rank, (one, why) in enumerate(everyday_people(at), 1)
        ),
    )


def _bridge(at: Positions, rank: int, number: int, by: str, why: str = "") -> Bridge:
    person = at.graph.people[number]
    tie = at.graph.tie(at.graph.me, person.id)
    groups = at.groups(number)[:GROUPS]
    opens = at.opens(number)
    return Bridge(
        rank=rank,
        id=person.id,
        name=person.name,
        score=at.unlocks.get(number, 0.0) if by == "targets" else at.doors(number),
        band=band(tie.strength if tie else None),
        groups=groups,
        opens=opens,
        loss=_loss(at, number, groups),
        cut_off=int(at.cuts.cut_off[number]),
        evidence=_evidence(at, number),
        reason=why or _reason(at, number, groups, opens),
        everyday=is_everyday(at.graph, person),
        effective_size=round(float(at.effective_size[number]), 3),
        participation=round(float(at.participation[number]), 3),
        introduced=len(at.brought.get(number, ())),
    )


def _loss(at: Positions, number: int, groups: tuple[str, ...]) -> str:
    alone = at.only_way(number)
    if alone:
        return f"Without them no chain to {listed(list(alone))} is left."
    lost = int(at.cuts.cut_off[number])
    if lost:
        return f"Without them {counted(lost, 'person', 'people')} would be out of your reach."
    pair = at.sole_link(number)
    if pair:
        return f"Nobody else links {pair[0]} and {pair[1]}."
    if len(groups) > 1:
        return f"Others also link {groups[0]} and {groups[1]}."
    return "Nothing you know of would be cut off."


def _reason(at: Positions, number: int, groups: tuple[str, ...], opens: tuple[str, ...]) -> str:
    tie = at.graph.tie(at.graph.me, at.graph.people[number].id)
    parts = []
    if opens:
        parts.append(f"opens {listed(list(opens[:3]))}")
    if len(groups) > 1:
        parts.append(f"links {listed(list(groups[:2]))}")
    elif groups:
        parts.append(f"belongs to {groups[0]}")
    brought = len(at.brought.get(number, ()))
    if brought:
        parts.append(f"has brought {counted(brought, 'person', 'people')} to you before")
    name = at.graph.people[number].name
    said = f"{name} {listed(parts)}." if parts else f"{name} is somebody you can ask."
    return f"{said} You two: {tie.evidence[0].text}." if tie else said


def _evidence(at: Positions, number: int) -> tuple[Evidence, ...]:
    """What is known with me, who was brought, what is said of reach, then ties to others."""
    tie = at.graph.tie(at.graph.me, at.graph.people[number].id)
    mine = list(tie.evidence[:3]) if tie else []
    brought = [one.evidence for one in at.brought.get(number, ())[:1]]
    others = sorted(
        at.ties_to_others(number), key=lambda t: (t.kind is EvidenceKind.INFERRED, -t.chance.mid)
    )
    rest = [other.evidence[0] for other in others]
    return tuple([*mine, *brought, *at.said(number), *rest][:EVIDENCE])
