"""The career action plan: one page for the screen and for paper, also without names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from netgraph.graph.wording import counted, listed
from netgraph.present.namewords import name_words
from netgraph.present.onefile import own_text, policy, template
from netgraph.present.plain import plain
from netgraph.present.redact import shuffled
from netgraph.present.reminders import TITLES
from netgraph.present.terminal import day

if TYPE_CHECKING:
    from netgraph.outreach.promises import Promises, State
    from netgraph.outreach.reminders import Reminder

#: A heading of a column, and its cells.
Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


class Mask:
    """How people, employers, days and sentences are told: as they are, or redacted.

    ``how`` is "" for nothing, "names", or "full" (also employers that are no targets, and days).
    ``salt`` decides who gets which number.
    """

    def __init__(self, state: State, how: str, salt: str) -> None:
        graph = state.graph
        self.how = how
        self._words = name_words((*graph.people, *graph.excluded))
        ids = {person.id for person in (*graph.people, *graph.excluded)}
        ids |= {one.person or one.name for one in state.due}
        self._numbers = {key: n for n, key in enumerate(shuffled(ids, salt), 1)}
        self._targets = {match.target.name: n for n, match in enumerate(graph.targets, 1)}

    def person(self, key: str, name: str) -> str:
        """Somebody's name, or a number; ``key`` is the id, else the name noted."""
        return f"Person {self._numbers[key or name]}" if self.how else plain(name)

    def employer(self, name: str) -> str:
        """An employer's name; redacted, one that tells a person's name is not told."""
        if not self.how or not name:
            return plain(name)
        known = name in self._targets
        if self._words.touches(name) or (self.how == "full" and not known):
            return f"Target {self._targets[name]}" if known else "an employer"
        return plain(name)

    def day(self, when: date) -> str:
        """A day; in a full copy its year."""
        return str(when.year) if self.how == "full" else day(when)

    def said(self, text: str) -> str:
        """A sentence; nothing where a copy must not tell it."""
        gone = self.how == "full" or (self.how and self._words.touches(text))
        return "" if gone else plain(text)


def action_plan(state: State, *, redact: str = "", salt: str = "") -> str:
    """The page (HTML) of ``state``; one file that asks nothing of the network."""
    mask, graph = Mask(state, redact, salt), state.graph
    me = graph.person(graph.me).name if graph.me in graph.index and not redact else ""
    today = graph.as_of.date()
    late = [one for one in state.due if one.day < today]
    coming = [one for one in state.due if one.day >= today]
    return template("actionplan.html.j2").render(
        policy=policy(),
        style=own_text("brief.css") + own_text("actionplan.css"),
        title=f"Career action plan{f' of {plain(me)}' if me else ''}",
        as_of=mask.day(today),
        redacted=bool(redact),
        sections=[
            ("How well the targets are reached", _reach(state, mask), _blind(state, mask)),
            ("Whom to ask this month", _month(state, mask), _left(state, mask)),
            ("Overdue", _due(late, mask), [] if late else ["Nothing."]),
            ("In the next thirty days", _due(coming, mask), [] if coming else ["Nothing."]),
            ("Kept and missed in the last ninety days", ((), []), kept_told(state.kept)),
        ],
    )


def _filled(table: Table) -> Table:
    """``table`` without columns that hold nothing."""
    heads, rows = table
    kept = [place for place in range(len(heads)) if any(row[place] for row in rows)]
    return tuple(heads[i] for i in kept), [tuple(row[i] for i in kept) for row in rows]


def _names(mask: Mask, people: Iterable[tuple[str, str]]) -> str:
    return ", ".join(mask.person(one, name) for one, name in people)


def _reach(state: State, mask: Mask) -> Table:
    rows: list[tuple[str, ...]] = [
        (
            mask.employer(one.target), one.state, one.band or "", str(one.insiders),
            _names(mask, one.through[:3]),
        )
        for one in state.reach
    ]  # fmt: skip
    return _filled((("Target", "Reached", "Chance", "Known inside", "Through"), rows))


def _blind(state: State, mask: Mask) -> list[str]:
    if not state.reach:
        return ["No targets yet."]
    told = [(mask.employer(one.target), mask.said(one.blind)) for one in state.reach if one.blind]
    return [f"{name}: {blind}" for name, blind in told if blind]


def _month(state: State, mask: Mask) -> Table:
    rows: list[tuple[str, ...]] = [
        (
            mask.person(one.id, one.name),
            listed([mask.employer(name) for name in one.targets]),
            one.tie,
            ("reconnect first" if one.reconnect else ""),
        )
        for one in state.month.proposals
    ]
    return _filled((("Whom", "For", "Tie", "First"), rows))


def _left(state: State, mask: Mask) -> list[str]:
    later = [
        f"Later: {mask.person(one.id, one.name)}. {mask.said(one.why)}".strip()
        for one in state.month.later
    ]
    return [*([] if state.month.proposals else ["Nobody more at present."]), *later]


def _due(found: list[Reminder], mask: Mask) -> Table:
    rows: list[tuple[str, ...]] = [
        (
            mask.day(one.day), TITLES[one.kind], mask.person(one.person, one.name),
            mask.employer(one.employer), mask.said(one.why),
        )
        for one in found
    ]  # fmt: skip
    return _filled((("Due", "What", "Whom", "About", "Why"), rows))


def kept_told(kept: Promises) -> list[str]:
    """What was kept and missed, in sentences."""
    came = f"{kept.unanswered} without an answer, {kept.open} open"
    return [
        f"Thanks: {kept.thanked} within a day, {kept.late} later, {kept.owed} still owed.",
        f"Requests: {kept.asked}, of these {kept.yes} yes, {kept.no} no, {came}.",
        f"Given: {counted(kept.gave, 'time')} something was done for others.",
    ]
