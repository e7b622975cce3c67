"""Talks: from a ranked path to a good conversation, and after it, for notebooks and programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from netgraph.analyse.results import Result
from netgraph.model import Did, Fact
from netgraph.store import Store

if TYPE_CHECKING:
    from netgraph.model import LogEntry
    from netgraph.outreach.messages import Message
    from netgraph.workflow.approaching import Approach


@dataclass(frozen=True, slots=True)
class Rows(Result):
    """An answer of `Talks`: ``lines`` in its own order, ``notes`` what to mind; may be empty."""

    COLUMNS: ClassVar[tuple[str, ...]] = ()
    lines: tuple[tuple[object, ...], ...]
    notes: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """One line a thing, in the order of the answer."""
        return [dict(zip(self.COLUMNS, line, strict=True)) for line in self.lines]

    def asides(self) -> list[tuple[str, list[str]]]:
        """What to mind."""
        return [(note, []) for note in self.notes]


class Asked(Rows):
    """What to ask somebody, in the order of a talk."""

    __slots__ = ()
    COLUMNS = ("topic", "question")


class Checked(Rows):
    """What in a message is vague or a burden, in the order it stands."""

    __slots__ = ()
    COLUMNS = ("phrase", "why", "better")


class Week(Rows):
    """Whom to ask this week, each adding most to those before."""

    __slots__ = ()
    COLUMNS = ("name", "targets", "tie", "why")


class Due(Rows):
    """What is due, in the order of the days."""

    __slots__ = ()
    COLUMNS = ("day", "what", "name", "why")


class Talks:
    """The verbs of asking well, for the open ``store`` as of ``as_of`` (aware).

    People are named as in the verbs; who is in no file raises `NotFoundError`, a name of several
    `AmbiguousNameError`. Nothing is sent.
    """

    def __init__(self, store: Store, as_of: datetime) -> None:
        self._store = store
        self._as_of = as_of

    def say(self, **facts: str) -> None:
        """Say of myself ``who``, ``seeking``, ``field``, ``use`` …, as `netgraph profile set`.

        Raises `ValueError` for what is no fact.
        """
        self._store.profile.say({Fact(name): said for name, said in facts.items()}, self._as_of)

    def ask(self, person: str, employer: str = "") -> Asked:
        """What to ask ``person`` about ``employer``, "" for the target they lead to."""
        from netgraph.analyse.goals import find_person
        from netgraph.outreach.asks import questions_for
        from netgraph.outreach.standpoints import through_whom

        start = self._start()
        at = start.standpoints.of(find_person(start.graph, person), employer)
        between = None if at.mine else through_whom(start.graph, at.person)
        found = questions_for(at, start.me, through=between.name if between else "")
        return Asked(tuple((one.topic, one.text) for one in found.questions), found.notes)

    def message(
        self, person: str, employer: str = "", *, channel: str = "email", tone: str = "plain"
    ) -> Message:
        """A first message for `write_letter`; a greeting that asks for nothing after years.

        ``channel`` is email, letter or linkedin, ``tone`` plain, warm or formal; else
        `ValueError` is raised.
        """
        from netgraph.analyse.goals import find_person
        from netgraph.outreach.messages import Channel, Tone, first_message

        start = self._start()
        at = start.standpoints.of(find_person(start.graph, person), employer)
        how = Channel(channel), Tone(tone)
        return first_message(start.graph, at, start.me, *how, ask_now=False)

    @staticmethod
    def check(text: str) -> Checked:
        """What in a message is vague or a burden, why, and what is better."""
        from netgraph.outreach.checking import check

        return Checked(tuple((one.phrase, one.why, one.better) for one in check(text)))

    def plan(self) -> Week:
        """Whom to ask this week: few people, within the user's own limits."""
        from netgraph.workflow.planning import plan_week

        found = plan_week(self._store, self._as_of).proposals
        return Week(tuple((one.name, one.targets, one.tie, "; ".join(one.why)) for one in found))

    def log(self, person: str, did: str, on: date, note: str = "") -> LogEntry:
        """Note that I ``did`` something with ``person`` (asked, met, called …), as the verb."""
        from netgraph.analyse.goals import find_person
        from netgraph.workflow.logbook import Deed, write

        who = find_person(self._start().graph, person)
        return write(self._store, who, Deed(Did(did), on, note), now=self._as_of)

    def due(self, days: int = 7) -> Due:
        """What is due within so many ``days``, by what was noted; empty for nothing."""
        from netgraph.workflow.reminding import due

        last = self._as_of.date() + timedelta(days)
        found = (one for one in due(self._store, self._as_of) if one.day <= last)
        return Due(tuple((one.day, one.kind.value, one.name, one.why) for one in found))

    def _start(self) -> Approach:
        from netgraph.workflow.approaching import approach

        return approach(self._store, self._as_of)
