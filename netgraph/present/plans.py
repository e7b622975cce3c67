"""The plan of a week in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import listed
from netgraph.outreach.plan import Limits, Plan
from netgraph.present.plain import plain
from netgraph.present.terminal import day, grid, heading, line, table

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]

#: What each limit means, by its name.
MEANING = {
    "week": "people asked in seven days",
    "month": "people asked in thirty days",
    "person": "times one person is asked in a year",
    "circle": "people of one circle asked in thirty days",
    "pause": "days between two requests to one person",
}


def plan_shape(found: Plan) -> Shape:
    """The answer of ``netgraph plan``."""
    return {
        "week_of": found.today.isoformat(),
        "ask": [
            {
                "rank": rank,
                "id": one.id,
                "name": one.name,
                "targets": list(one.targets),
                "circle": one.circle or None,
                "tie": one.tie,
                "why": list(one.why),
                "first": one.reconnect or None,
            }
            for rank, one in enumerate(found.proposals, 1)
        ],
        "later": [
            {"id": one.id, "name": one.name, "targets": list(one.targets), "why": one.why}
            for one in found.later
        ],
        "asked_in_7_days": found.week,
        "asked_in_30_days": found.month,
        "unreached": list(found.unreached),
        "refused": [
            {"id": one.id, "name": one.name, "target": one.target, "why": one.why}
            for one in found.refused
        ],
    }


def tell_plan(found: Plan, *, targets: bool) -> Iterator[RenderableType]:
    """Whom to ask this week and why, and whom later; ``targets``: there are any."""
    yield heading(f"This week, from {day(found.today)}", asked_lately(found))
    if not targets:
        yield line('Say whom you want to reach first: netgraph target add "EMPLOYER"')
        return
    if not found.proposals:
        yield line(nobody_left(found))
    for rank, one in enumerate(found.proposals, 1):
        yield line("")
        yield heading(f" {rank}  {one.name}", f"tie to you: {one.tie}")
        rows = grid(indent=9)
        rows.add_row("    for", plain(listed(list(one.targets))))
        if one.circle:
            rows.add_row("    circle", plain(one.circle))
        rows.add_row("    you two", plain("; ".join(one.why)))
        if one.reconnect:
            rows.add_row("    first", plain(one.reconnect))
        yield rows
    if found.later:
        yield line("")
        yield heading("Left for later")
        for each in found.later:
            yield line(f"{each.name}, for {listed(list(each.targets))}. {each.why}", indent=4)
    if found.refused:
        yield line("")
        yield heading("Not asked again")
        for no in found.refused:
            yield line(f"{no.name}, for {plain(no.target)}. {no.why}", indent=4)
    yield from _endings(found)


def asked_lately(found: Plan) -> str:
    """How many were asked lately."""
    return f"{found.week} asked in the last 7 days, {found.month} in the last 30"


def nobody_left(found: Plan) -> str:
    """Why a plan proposes nobody."""
    if not found.room:
        return "Nobody more: you have asked as many as your limits allow (netgraph limits)."
    return "Nobody: on the evidence we have nobody who may be asked now leads to a target."


def _endings(found: Plan) -> Iterator[RenderableType]:
    if found.unreached:
        yield line("")
        names = listed(list(found.unreached))
        yield line(
            f"Nobody you know leads to {names} yet; whom to ask all the same: netgraph paths"
        )
    yield line("")
    yield line('What to ask: netgraph ask "NAME"')
    yield line('When you did: netgraph log "NAME" --did asked')


def limits_shape(found: Limits) -> Shape:
    """The answer of ``netgraph limits``."""
    return asdict(found)


def tell_limits(found: Limits) -> Iterator[RenderableType]:
    """How much is asked at most."""
    yield heading("What you ask at most")
    usual = asdict(Limits())
    rows = table("At most", "Of what", "To change it", numbers=("At most",))
    for name, value in asdict(found).items():
        own = "" if value == usual[name] else f" (usually {usual[name]})"
        rows.add_row(str(value), f"{MEANING[name]}{own}", f"netgraph limits --{name} N")
    yield rows
