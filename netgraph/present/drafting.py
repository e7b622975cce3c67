"""A drafted message in a terminal and as JSON; it is shown, never sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import day
from netgraph.outreach.messages import Kind
from netgraph.present.letters import Letter
from netgraph.present.plain import plain
from netgraph.present.terminal import line

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]
#: Parts the message from what goes with it; `netgraph check` knows it.
PARTING = "────"


def letter_shape(letter: Letter, notes: tuple[str, ...] = ()) -> Shape:
    """``{"person", "for", "kind", "channel", "tone", "phone_on", "subject", "message",
    "forward", "phone", "blanks", "notes"}``; what a message has not is null.
    """  # noqa: D205
    made = letter.message
    return {
        "person": {"id": made.person.id, "name": made.person.name},
        "for": made.employer or None,
        "kind": made.kind.value,
        "channel": made.channel.value,
        "tone": made.tone.value,
        "phone_on": made.phone_on.isoformat() if made.phone_on else None,
        "subject": letter.subject or None,
        "message": letter.text,
        "forward": letter.forward or None,
        "phone": letter.phone or None,
        "blanks": list(letter.blanks),
        "notes": list(notes),
    }


def letter_row(letter: Letter, notes: tuple[str, ...] = ()) -> Shape:
    """`letter_shape` as one row of a table."""
    shape = letter_shape(letter, notes)
    name = letter.message.person.name
    joined = {"blanks": "; ".join(letter.blanks), "notes": " ".join(notes)}
    return {**shape, "person": name, **joined}


def letter_lines(letter: Letter, notes: tuple[str, ...] = ()) -> list[str]:
    """The message, what they can pass on, how to begin the call, and what is to be filled in.

    Paragraphs are one line each: what goes into a file is to be copied.
    """
    made = letter.message
    text = letter.text
    if letter.forward:
        first = made.slots["their_first_name"]
        text += f"\n\n{PARTING} For {first} to pass on\n\n{letter.forward}"
    if letter.phone and made.phone_on:
        text += f"\n\n{PARTING} When you phone, on {day(made.phone_on)}\n\n{letter.phone}"
    aside = list(notes)
    if letter.blanks:
        aside += [f"For you to fill in: {', '.join(letter.blanks)}"]
    if made.kind is Kind.RECONNECT:
        aside.append(
            "This asks for nothing. When you are in touch again, note it with netgraph log."
        )
    if aside:
        text += f"\n\n{PARTING} Before you send it\n\n" + "\n\n".join(aside)
    return [plain(one) for one in text.split("\n")]


def tell_letter(letter: Letter, notes: tuple[str, ...] = ()) -> Iterator[RenderableType]:
    """`letter_lines`, folded where a screen ends."""
    for one in letter_lines(letter, notes):
        yield line(one)
