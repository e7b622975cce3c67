"""The contact graph as pandas frames, one row a thing, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from netgraph.analyse.dormant import last_in_touch
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Evidence, Tie

if TYPE_CHECKING:
    import pandas as pd


class Frames(NamedTuple):
    """A contact graph as three tables.

    ``people``, by id: ``id, name, occupation, labels, files, since, is_contact, is_me``.

    ``ties``, by (left, right), which are ids: ``left, right, left_name, right_name, kind,
    strength`` [0, 1] (missing when unknown), ``chance`` [0, 1], ``first`` (the earliest dated
    evidence), ``last_contact`` (a connection date or an entry in an address book is none; both
    missing when no date is known), ``why`` (the evidence, joined by "; ").

    ``memberships``, in the order of the graph: ``person`` (an id), ``name, organisation, role,
    kind, start, end, current, match, why`` (the evidence).
    """

    people: pd.DataFrame
    ties: pd.DataFrame
    memberships: pd.DataFrame


def frames(graph: ContactGraph) -> Frames:
    """The people, ties and memberships of ``graph`` as pandas frames.

    Where there are none a frame is empty and has its columns all the same.
    """
    return Frames(_people(graph), _ties(graph), _memberships(graph))


def _people(graph: ContactGraph) -> pd.DataFrame:
    import pandas as pd

    columns = ["id", "name", "occupation", "labels", "files", "since", "is_contact", "is_me"]
    rows = [[getattr(person, name) for name in columns] for person in graph.people]
    return pd.DataFrame(rows, columns=columns)


def _ties(graph: ContactGraph) -> pd.DataFrame:
    import pandas as pd

    name = {person.id: person.name for person in graph.people}
    rows = [
        {
            "left": tie.left,
            "right": tie.right,
            "left_name": name[tie.left],
            "right_name": name[tie.right],
            "kind": str(tie.kind),
            "strength": tie.strength,
            "chance": tie.chance.mid,
            "first": _first(tie.evidence),
            "last_contact": last_in_touch(tie),
            "why": _why(tie),
        }
        for tie in graph.ties
    ]
    columns = [
        "left", "right", "left_name", "right_name", "kind", "strength", "chance", "first",
        "last_contact", "why",
    ]  # fmt: skip
    kinds = dict.fromkeys(("strength", "chance"), "float64")
    kinds |= dict.fromkeys(("first", "last_contact"), "datetime64[s]")
    return pd.DataFrame(rows, columns=columns).astype(kinds)


def _memberships(graph: ContactGraph) -> pd.DataFrame:
    import pandas as pd

    name = {person.id: person.name for person in graph.people}
    organisation = {employer.id: employer.name for employer in graph.employers}
    rows = [
        {
            "person": one.person,
            "name": name[one.person],
            "organisation": organisation[one.employer],
            "role": one.role,
            "kind": str(one.kind),
            "start": one.start,
            "end": one.end,
            "current": one.current,
            "match": str(one.tier),
            "why": one.evidence.text,
        }
        for one in graph.memberships
    ]
    columns = [
        "person", "name", "organisation", "role", "kind", "start", "end", "current", "match", "why",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


def _first(evidence: Iterable[Evidence]) -> date | None:
    days = (one.when for one in evidence if one.when)
    return min((d.date() if isinstance(d, datetime) else d for d in days), default=None)


def _why(tie: Tie) -> str:
    return "; ".join(dict.fromkeys(evidence.text for evidence in tie.evidence))
