"""The JSON shapes of the answers: documented in the README, stable, numbers included.

Every function gives plain dictionaries and lists, in the order of the answer.
"""

from __future__ import annotations

from dataclasses import asdict
from itertools import pairwise
from typing import Any

from netgraph.analyse.bridges import Bridge, Bridges
from netgraph.analyse.calculation import calculation
from netgraph.analyse.ends import End
from netgraph.analyse.losses import Loss
from netgraph.analyse.paths import Path, Paths, Suggestion
from netgraph.analyse.reach import Reach
from netgraph.analyse.standing import Standing
from netgraph.model import Chance, Evidence, Membership, Person, Target, Tie
from netgraph.present.sums import calculation_shape

Shape = dict[str, Any]


def evidence_shape(evidence: Evidence) -> Shape:
    """``{"kind", "text", "file", "place", "date"}``; unknown parts are null."""
    return {
        "kind": str(evidence.kind),
        "text": evidence.text,
        "file": evidence.origin.file if evidence.origin else None,
        "place": evidence.origin.place if evidence.origin else None,
        "date": evidence.when.isoformat() if evidence.when else None,
    }


def chance_shape(chance: Chance) -> Shape:
    """``{"low", "mid", "high", "basis"}``: a probability range [0, 1] and what it rests on."""
    return {
        "low": round(chance.low, 4),
        "mid": round(chance.mid, 4),
        "high": round(chance.high, 4),
        "basis": chance.basis,
    }


def tie_shape(tie: Tie, source: str, target: str) -> Shape:
    """A tie as a step from ``source`` to ``target`` (person ids)."""
    return {
        "from": source,
        "to": target,
        "kind": str(tie.kind),
        "strength": None if tie.strength is None else round(tie.strength, 4),
        "chance": chance_shape(tie.chance),
        "evidence": [evidence_shape(evidence) for evidence in tie.evidence],
    }


def path_shape(path: Path) -> Shape:
    """One path; ``weakest`` names the least certain step and why.

    Its ``to`` is null when it is whether the last person still knows somebody there.
    """
    ids = [person for person, _name in path.people]
    steps = list(pairwise(ids))
    weakest = [*steps, (ids[-1], None)][path.weakest]
    return {
        "rank": path.rank,
        "people": [{"id": person, "name": name} for person, name in path.people],
        "hops": path.hops,
        "score": round(path.score, 6),
        "chance": chance_shape(path.chance),
        "band": path.band,
        "span": path.span or None,
        "weakest": {
            "from": weakest[0],
            "to": weakest[1],
            "why": path.weakest_why,
            "strengthen": path.strengthen,
        },
        "reconnect": path.reconnect or None,
        "ties": [tie_shape(tie, *step) for tie, step in zip(path.ties, steps, strict=True)],
        "inside": inside_shape(path.end),
        "stability": path.stability or None,
        "in_first_five": path.in_first,
        "reason": path.reason,
    }


def inside_shape(end: End) -> Shape | None:
    """Where the last person is; None when the person is the goal.

    ``when`` is "now", "formerly" or "parent" (at the parent or a sister), ``leads`` the chance
    that they lead to somebody there, null for somebody inside. ``employer`` may be a part of
    the target.
    """
    if not end.membership:
        return None
    return {
        "when": end.inside.value,
        "said": end.said or None,
        "leads": chance_shape(end.leads) if end.leads else None,
        "employer": next(iter(end.membership.evidence.names), ""),
        **membership_shape(end.membership),
    }


def membership_shape(membership: Membership) -> Shape:
    """What a person is or was at an organisation."""
    return {
        "role": membership.role,
        "current": membership.current,
        "start": membership.start.isoformat() if membership.start else None,
        "end": membership.end.isoformat() if membership.end else None,
        "match": str(membership.tier),
        "evidence": evidence_shape(membership.evidence),
    }


def suggestion_shape(suggestion: Suggestion) -> Shape:
    """Somebody to ask, whether that is said or a guess, why, and what to ask."""
    return {
        "id": suggestion.id,
        "name": suggestion.name,
        "basis": suggestion.basis,
        "why": suggestion.why,
        "ask": suggestion.ask,
    }


def paths_shape(paths: Paths, explain_to: str | None = None) -> Shape:
    """The answer of ``netgraph paths``.

    With ``explain_to``, the id of whoever is "You", every path has its ``calculation``.
    """
    found = [path_shape(path) for path in paths.paths]
    if explain_to is not None:
        for shape, path in zip(found, paths.paths, strict=True):
            shape["calculation"] = calculation_shape(calculation(path, explain_to))
    return {
        "source": {"id": paths.source[0], "name": paths.source[1]},
        "target": paths.target,
        "as_of": paths.as_of.isoformat(),
        "paths": found,
        "suggestions": [suggestion_shape(item) for item in paths.suggestions],
    }


def bridge_shape(bridge: Bridge) -> Shape:
    """One row of ``netgraph bridges``."""
    return {
        "rank": bridge.rank,
        "id": bridge.id,
        "name": bridge.name,
        "score": round(bridge.score, 6),
        "doors": round(bridge.sums.doors, 6),
        "unlocks": round(bridge.sums.unlocks, 6),
        "band": bridge.band,
        "groups": list(bridge.groups),
        "opens": list(bridge.opens),
        "loss": bridge.loss,
        "cut_off": bridge.cut_off,
        "lost": lost_shape(bridge.lost),
        "introduced": bridge.introduced,
        "effective_size": round(bridge.effective_size, 4),
        "participation": round(bridge.participation, 4),
        "standing": standing_shape(bridge.standing),
        "everyday": bridge.everyday,
        "stability": bridge.stability or None,
        "in_first_five": bridge.in_first,
        "reason": bridge.reason,
        "evidence": [
            {**evidence_shape(one), "about": {"id": other, "name": name} if other else None}
            for one, (other, name) in zip(bridge.evidence, bridge.about, strict=True)
        ],
    }


def lost_shape(lost: Loss) -> Shape:
    """What a removal takes away: ``{"targets", "people", "circles"}``."""
    targets, circles = list(lost.targets), list(lost.circles)
    return {"targets": targets, "people": lost.people, "circles": circles}


def standing_shape(standing: Standing) -> Shape:
    """The textbook measures of a position; ``constraint`` and ``betweenness`` may be null."""
    measures = asdict(standing)
    return {
        n: round(value, 4) if isinstance(value, float) else value for n, value in measures.items()
    }


def bridges_shape(bridges: Bridges) -> list[Shape]:
    """The answer of ``netgraph bridges``: section "ranked", then section "everyday".

    A person may stand in both, each time with the reason of that section.
    """
    sections = (("ranked", bridges.ranked), ("everyday", bridges.everyday))
    picks = {one.id: place for place, one in enumerate(bridges.picks, 1)}
    return [
        {**bridge_shape(one), "pick": picks.get(one.id), "section": name}
        for name, part in sections
        for one in part
    ]


def reach_shape(reach: Reach) -> Shape:
    """One row of ``netgraph reach``."""
    return {
        "target": reach.target,
        "state": reach.state,
        "band": reach.band,
        "score": round(reach.score, 6),
        "insiders": reach.insiders,
        "former": reach.former,
        "independent_paths": reach.independent,
        "through": [{"id": person, "name": name} for person, name in reach.through],
        "best": path_shape(reach.best) if reach.best else None,
        "blind": reach.blind,
        "suggestions": [suggestion_shape(item) for item in reach.suggestions],
    }


def target_shape(target: Target) -> Shape:
    """One target employer."""
    return {
        "name": target.name,
        "aliases": list(target.aliases),
        "domains": list(target.domains),
        "industry": target.industry,
        "city": target.city,
        "weight": target.weight,
        "size": target.size,
    }


def person_shape(person: Person) -> Shape:
    """One person."""
    return {
        "id": person.id,
        "name": person.name,
        "names": list(person.names),
        "identifiers": [{"kind": str(i.kind), "value": i.value} for i in person.identifiers],
        "occupation": person.occupation,
        "labels": list(person.labels),
        "files": list(person.files),
        "is_contact": person.is_contact,
        "is_me": person.is_me,
    }
