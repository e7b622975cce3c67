"""The contact graph as pandas frames, one row a thing, in a stable order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.graph.contactgraph import ContactGraph

if TYPE_CHECKING:
    import pandas as pd


def people_frame(graph: ContactGraph) -> pd.DataFrame:
    """People by id: ``id, name, occupation, labels, files, since, is_contact, is_me``."""
    import pandas as pd

    columns = ["id", "name", "occupation", "labels", "files", "since", "is_contact", "is_me"]
    rows = [[getattr(person, name) for name in columns] for person in graph.people]
    return pd.DataFrame(rows, columns=columns)


def ties_frame(graph: ContactGraph) -> pd.DataFrame:
    """Ties by (left, right).

    Columns ``left, right, left_name, right_name, kind, strength [0, 1] (missing when unknown),
    chance [0, 1], evidence`` (texts joined by "; ").
    """
    import pandas as pd

    columns = ["left", "right", "left_name", "right_name", "kind", "strength", "chance", "evidence"]
    name = {person.id: person.name for person in graph.people}
    rows = [
        [
            tie.left,
            tie.right,
            name[tie.left],
            name[tie.right],
            str(tie.kind),
            tie.strength,
            tie.chance.mid,
            "; ".join(evidence.text for evidence in tie.evidence),
        ]
        for tie in graph.ties
    ]
    return pd.DataFrame(rows, columns=columns).astype({"strength": "float64", "chance": "float64"})


def memberships_frame(graph: ContactGraph) -> pd.DataFrame:
    """Who is or was where, in the order of the graph.

    Columns ``person, name, organisation, role, kind, start, end, current, match``.
    """
    import pandas as pd

    columns = [
        "person", "name", "organisation", "role", "kind", "start", "end", "current", "match",
    ]  # fmt: skip
    name = {person.id: person.name for person in graph.people}
    organisation = {employer.id: employer.name for employer in graph.employers}
    rows = [
        [
            one.person,
            name[one.person],
            organisation[one.employer],
            one.role,
            str(one.kind),
            one.start,
            one.end,
            one.current,
            str(one.tier),
        ]
        for one in graph.memberships
    ]
    return pd.DataFrame(rows, columns=columns)
