"""What to ask somebody, by where they stand: needs, trends, key people, and never for a job.

The coach's second mistake is to look for openings alone. People can tell of an industry's needs,
its key people, its employers and how hiring happens, whether or not they can hire.
"""

from __future__ import annotations

from dataclasses import dataclass

from netgraph.outreach.aboutme import AboutMe
from netgraph.outreach.logbook import Logbook
from netgraph.outreach.speaking import (
    blank,
    first_name,
    is_blank,
    long_day,
    month,
    spoken_name,
    spoken_place,
)
from netgraph.outreach.standpoints import Position, Standpoint
from netgraph.outreach.texts import texts

#: The order in which topics are told.
TOPICS = ("you", "needs", "trends", "people", "others", "hiring", "next")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask; ``topic`` is a heading for it."""

    topic: str
    text: str


@dataclass(frozen=True, slots=True)
class Questions:
    """What to ask ``standpoint.person``, in the order of a talk.

    ``reasons`` say of each position why, in its order. ``notes`` are what to mind first, may be
    empty; ``blanks`` are places that only the person can fill.
    """

    standpoint: Standpoint
    reasons: tuple[str, ...]
    questions: tuple[Question, ...]
    notes: tuple[str, ...]
    blanks: tuple[str, ...]


def questions_for(at: Standpoint, me: AboutMe, *, through: str = "") -> Questions:
    """What to ask about ``at.employer``, or about my field when they lead to none.

    ``through`` names somebody who knows them when I do not, "" for nobody.
    """
    table, values = texts("questions"), _values(at, me)
    chosen = dict(table[_section(at)])
    if Position.SENIOR in at.positions:
        chosen |= table["senior"]
    if Position.DORMANT in at.positions:
        chosen |= table["dormant"]
    found = tuple(
        Question(table["topics"][topic], chosen[topic].format(**values))
        for topic in TOPICS
        if topic in chosen
    )
    said = " ".join(one.text for one in found)
    blanks = tuple(dict.fromkeys(v for v in values.values() if is_blank(v) and v in said))
    reasons = tuple(_reason(at, position, values) for position in at.positions)
    return Questions(at, reasons, found, _notes(at, values, through), blanks)


def _section(at: Standpoint) -> str:
    """The table of questions for where they stand."""
    names = {Position.INSIDER: "insider", Position.FORMER: "former"}
    if at.main in names:
        return names[at.main]
    if at.main is Position.BRIDGE:
        return "bridge" if at.next_person and spoken_name(at.next_person[1]) else "bridge_told"
    kind = "everyday" if at.main is Position.EVERYDAY else "contact"
    return kind if at.employer else f"{kind}_field"


def _values(at: Standpoint, me: AboutMe) -> dict[str, str]:
    blanks = texts("phrases")["blanks"]
    name = spoken_name(at.person.name)
    then = at.silent_since
    return {
        "employer": spoken_place(at.employer) or blank(blanks["employer"]),
        "field": at.field or me.fields or blank(blanks["field"]),
        "next": spoken_name(at.next_person[1]) if at.next_person else "",
        "name": name or blank(blanks["name"]),
        "first": first_name(at.person.name) or blank(blanks["first_name"]),
        "title": at.title,
        "silence": f"not in touch since {month(then)}" if then else "",
    }


def _reason(at: Standpoint, position: Position, values: dict[str, str]) -> str:
    why = texts("questions")["why"]
    if position is Position.BRIDGE and not values["next"]:
        return str(why["bridge_told"].format(**values))
    keys = {Position.INSIDER: "insider", Position.FORMER: "former", Position.BRIDGE: "bridge",
            Position.EVERYDAY: "everyday", Position.CONTACT: "contact",
            Position.SENIOR: "senior", Position.DORMANT: "dormant"}  # fmt: skip
    if not at.mine and position is Position.CONTACT:
        return "somebody you know of, and do not know yourself"
    return str(why[keys[position]].format(**values))


def _notes(at: Standpoint, values: dict[str, str], through: str) -> tuple[str, ...]:
    notes, found = texts("questions")["notes"], []
    if not at.mine:
        key = "stranger_through" if through else "stranger"
        found.append(notes[key].format(name=values["name"], through=through))
    if at.silent_since:
        found.append(notes["dormant"].format(when=month(at.silent_since)))
    return (*found, notes["choose"])


def before_writing(at: Standpoint, log: Logbook, through: str = "") -> tuple[str, ...]:
    """What to mind before writing to them; empty for nothing.

    ``through`` names somebody who knows them when I do not, "" for nobody.
    """
    notes, name = texts("questions")["notes"], spoken_name(at.person.name) or at.person.name
    found = []
    if not at.mine:
        key = "stranger_through" if through else "stranger"
        found.append(notes[key].format(name=name, through=through))
    if ask := log.open_ask(at.person.id):
        found.append(notes["open"].format(name=name, day=long_day(ask.entry.on)))
    return tuple(found)
