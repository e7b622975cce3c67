"""The invented network with next steps of my own: two approaches, a log, and a week."""

from __future__ import annotations

from dataclasses import replace

from netgraph.present.steptypes import (
    ApproachView,
    DraftView,
    DueView,
    LaterView,
    LineView,
    ProposalView,
    StepsView,
    WeekView,
)
from netgraph.present.viewtypes import ViewModel

BLANK = "[how you met]"
MESSAGE = f"Hello Ilse,\n\nwe know each other from {BLANK}.\n\nI am not asking for a job."


def followed(view: ViewModel) -> ViewModel:
    """``view`` with steps: the first way has an approach, the others none."""
    first, second = view.ways[0].people[1], view.ways[-1].people[1]
    goals = tuple(t.id for t in view.targets)
    aims = (view.ways[0].target, next(t for t in goals if t != view.ways[0].target))
    draft = DraftView(
        (("Subject", "Learning about Nordwind"), ("Message", MESSAGE)),
        (BLANK,),
        ("You asked them on 20 Feb 2026.",),
    )
    asks = (("What is needed", "What does your part of it need most at the moment?"),)
    steps = StepsView(
        approaches=(ApproachView(first, asks, ("Listen more than you ask.",), draft),),
        of_way=(0, *(-1 for _ in view.ways[1:])),
        log=(
            LineView(first, "2026-02-20", "asked them", "Cedar Bank", "", "Karim will help", ""),
            LineView(first, "2026-01-05", "met", "", "yes", "", "2026-03-03"),
        ),
        due=(
            DueView(first, "", "Say thank you", "2026-02-21", "Say it.", "Cedar Bank", "Karim"),
            DueView("", "Greta Gone", "Keep in touch", "2026-03-01", "A sign of life.", "", ""),
            DueView(second, "", "Follow up", "2026-05-01", "Phone.", "", ""),
        ),
        soon=2,
        week=WeekView(
            of="2026-03-01",
            asked="1 asked in the last 7 days, 2 in the last 30",
            nobody="",
            ask=(ProposalView(first, aims, ("12 mails both ways",), "Reconnect first."),),
            later=(LaterView(second, goals[2:3], "A few at a time."),),
            unreached=goals[5:6],
        ),
    )
    return replace(view, steps=steps)
