"""The ``steps`` of the page's data: null where only a network is shown.

* ``approaches``: ``{person, asks: [[topic, question]], notes, draft: {parts: [[what, text]],
  blanks, notes}}``; ``of_way``: for each way the position of its approach, -1 for none
* ``log``: ``[person, on, what, about, outcome, note, next]``, latest first
* ``due``: ``[person, name, what, day, why, about, note]``, by day, the first ``soon`` this week
* ``week``: ``{of, asked, nobody, ask: [[person, targets, why, first]], later: [[person, targets,
  why]], unreached: [target]}``
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from netgraph.present.steptypes import ApproachView, StepsView, WeekView

#: From a letter ("p" for people, "t" for targets) and an id to a position, -1 for none.
At = Callable[[str, str], int]


def steps_document(steps: StepsView | None, at: At) -> dict[str, Any] | None:
    """``steps`` as JSON values that refer by position."""
    if steps is None:
        return None
    return {
        "approaches": [_approach(one, at) for one in steps.approaches],
        "of_way": list(steps.of_way),
        "log": [
            [at("p", one.person), one.on, one.what, one.about, one.outcome, one.note, one.next]
            for one in steps.log
        ],
        "due": [
            [at("p", one.person), one.name, one.what, one.day, one.why, one.about, one.note]
            for one in steps.due
        ],
        "soon": steps.soon,
        "week": _week(steps.week, at),
    }


def _approach(one: ApproachView, at: At) -> dict[str, Any]:
    draft = one.draft
    return {
        "person": at("p", one.person),
        "asks": [list(ask) for ask in one.asks],
        "notes": list(one.notes),
        "draft": {
            "parts": [list(part) for part in draft.parts],
            "blanks": list(draft.blanks),
            "notes": list(draft.notes),
        },
    }


def _week(week: WeekView, at: At) -> dict[str, Any]:
    return {
        "of": week.of,
        "asked": week.asked,
        "nobody": week.nobody,
        "ask": [
            [at("p", one.person), _targets(one.targets, at), list(one.why), one.first]
            for one in week.ask
        ],
        "later": [[at("p", one.person), _targets(one.targets, at), one.why] for one in week.later],
        "unreached": _targets(week.unreached, at),
    }


def _targets(ids: Iterable[str], at: At) -> list[int]:
    return [place for one in ids if (place := at("t", one)) >= 0]
