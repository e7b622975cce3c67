"""What I say of myself, what I noted, and what this week holds: beside the network itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from netgraph.outreach.aboutme import AboutMe
from netgraph.outreach.logbook import Logbook
from netgraph.outreach.plan import Plan
from netgraph.outreach.reminders import Reminder


@dataclass(frozen=True, slots=True)
class MyWork:
    """All that is mine alone and none of the network's.

    ``week`` is whom to ask this week, ``due`` everything due sooner or later, by day. ``letters``
    is the folder of my own templates, None for none.
    """

    me: AboutMe
    log: Logbook
    week: Plan
    due: tuple[Reminder, ...]
    letters: Path | None = None
