"""The slots of a message: what a template may name, filled from what is known.

`netgraph.present.letters` renders them; the words around them are templates that anybody can
edit. What only the person can say is a blank, ``[…]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Did, IdentifierKind, LogEntry, Outcome, Person
from netgraph.outreach.aboutme import AboutMe
from netgraph.outreach.acquaintance import known_from
from netgraph.outreach.logbook import Logbook, deserves_thanks, is_after
from netgraph.outreach.speaking import (
    blank,
    call_day,
    first_name,
    long_day,
    month,
    spoken_name,
    spoken_place,
)
from netgraph.outreach.standpoints import Position, Standpoint
from netgraph.outreach.texts import texts


class Channel(StrEnum):
    """How a message goes; nothing is ever sent."""

    EMAIL = "email"
    LETTER = "letter"
    LINKEDIN = "linkedin"


class Tone(StrEnum):
    """How it sounds."""

    PLAIN = "plain"
    WARM = "warm"
    FORMAL = "formal"


class Kind(StrEnum):
    """What it is for: a first request, a greeting after silent years, or thanks."""

    FIRST = "first"
    RECONNECT = "reconnect"
    THANK = "thank"


#: What a slot holds: text, or whether something is so.
Slot = str | bool


@dataclass(frozen=True, slots=True)
class Message:
    """What a message is made of, before any words are put around it.

    ``phone_on`` is the day to phone, None when nobody is to be phoned. ``parts`` are the
    templates beside the message itself: "forward" (what they can pass on) and "phone".
    """

    kind: Kind
    channel: Channel
    tone: Tone
    person: Person
    employer: str
    phone_on: date | None
    parts: tuple[str, ...]
    slots: dict[str, Slot]


def first_message(
    graph: ContactGraph, at: Standpoint, me: AboutMe, channel: Channel, tone: Tone, *, ask_now: bool
) -> Message:
    """The first message to ``at.person``; a greeting that asks for nothing after silent years.

    ``ask_now`` writes the request also after silent years. The call is foreseen some days after
    the moment of ``graph``.
    """
    today = graph.as_of.date()
    silent = at.silent_since is not None and not ask_now
    kind = Kind.RECONNECT if silent else Kind.FIRST
    phone_on = call_day(today, by_letter=channel is Channel.LETTER)
    passes_on = at.main in {Position.BRIDGE, Position.EVERYDAY, Position.CONTACT}
    parts = () if silent else ("forward", "phone") if passes_on and at.mine else ("phone",)
    slots = _shared(graph, at.person, me, kind, channel, tone) | {
        "known": known_from(graph, at.person),
        "is_close": _is_close(graph, at.person),
        "employer": spoken_place(at.employer) or _missing(at.employer),
        "position": at.main.value,
        "next_name": _next(at, first=False),
        "next_first_name": _next(at, first=True),
        "phone_day": long_day(phone_on),
        "has_forward": "forward" in parts,
        "last_month": month(at.silent_since) if at.silent_since else "",
        "reminded": blank(texts("phrases")["blanks"]["reminded"]),
    }
    day = None if silent else phone_on
    return Message(kind, channel, tone, at.person, at.employer, day, parts, slots)


def thank_you(
    graph: ContactGraph, person: Person, me: AboutMe, log: Logbook, channel: Channel, tone: Tone
) -> Message:
    """Thanks for what ``person`` did since I last thanked them; blanks when the log is silent."""
    blanks = texts("phrases")["blanks"]
    lines = _to_thank_for(log, person)
    last = lines[-1] if lines else None
    employer = next((one.employer for one in reversed(lines) if one.employer), "")
    note = next((_plain(one.note) for one in reversed(lines) if one.note.strip()), "")
    slots = _shared(graph, person, me, Kind.THANK, channel, tone) | {
        "known": known_from(graph, person),
        "employer": spoken_place(employer),
        "deed": _deed(lines) or blank(blanks["deed"]),
        "note": blank(blanks["note"].format(note=note)) if note else "",
        "bad_news": bool(last and last.outcome is Outcome.NO),
        "used": blank(blanks["use"]),
    }
    return Message(Kind.THANK, channel, tone, person, employer, None, (), slots)


def _shared(
    graph: ContactGraph, person: Person, me: AboutMe, kind: Kind, channel: Channel, tone: Tone
) -> dict[str, Slot]:
    """The slots that every message has."""
    blanks, today = texts("phrases")["blanks"], graph.as_of.date()
    return {
        "kind": kind.value,
        "channel": channel.value,
        "tone": tone.value,
        "their_name": spoken_name(person.name) or blank(blanks["name"]),
        "their_first_name": first_name(person.name) or blank(blanks["first_name"]),
        "their_phone": any(i.kind is IdentifierKind.PHONE for i in person.identifiers),
        "my_name": me.name,
        "my_first_name": me.first,
        "about_me": me.about,
        "my_aim": me.aim,
        "third": me.third,
        "field": me.field or blank(blanks["field"]),
        "field_or": me.fields or blank(blanks["field"]),
        "use": me.use,
        "offer": me.offer,
        "reach_me": me.reach,
        "today": f"{long_day(today).partition(', ')[2]} {today.year}",
    }


def _missing(employer: str) -> str:
    return blank(texts("phrases")["blanks"]["employer"]) if employer else ""


def _next(at: Standpoint, *, first: bool) -> str:
    if at.main is not Position.BRIDGE or not at.next_person:
        return ""
    name = at.next_person[1]
    return (first_name(name) if first else "") or spoken_name(name)


def _is_close(graph: ContactGraph, person: Person) -> bool:
    """Whether I know somebody so well that I need not say who I am."""
    tie = graph.tie(graph.me, person.id)
    return bool(tie) and band(tie.strength if tie else None) == "strong"


def _plain(note: str) -> str:
    """A note as a part of a blank: on one line, without brackets."""
    return " ".join(note.split()).translate(str.maketrans("[]{}", "()()")).rstrip(" .")


def _to_thank_for(log: Logbook, person: Person) -> list[LogEntry]:
    """What deserves thanks since the last thanks, oldest first."""
    lines = log.of(person.id)
    thanked = [one for one in lines if one.did is Did.THANKED]
    return [
        one
        for one in lines
        if deserves_thanks(one) and not (thanked and is_after(thanked[-1], one))
    ]


def _deed(lines: list[LogEntry]) -> str:
    """What they did, as what follows "thank you for"; "" for nothing."""
    deeds, blanks = texts("phrases")["deeds"], texts("phrases")["blanks"]
    said = [
        deeds[one.did.value].format(day=long_day(one.on), whom=blank(blanks["met_whom"]))
        for one in lines
        if one.did.value in deeds
    ]
    return " and ".join(dict.fromkeys(said[-2:]))
