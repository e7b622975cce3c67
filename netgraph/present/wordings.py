"""Sentences made of structure alone, so that no free text can carry a name."""

from __future__ import annotations

from collections.abc import Sequence

from netgraph.graph.chances import band
from netgraph.model import EvidenceKind, Tie
from netgraph.present.viewtypes import Ref

Plain = tuple[str | Ref, ...]

KINDS = {
    EvidenceKind.OBSERVED: "seen",
    EvidenceKind.STATED: "said",
    EvidenceKind.INFERRED: "inferred",
}


def way_plain(people: Sequence[str], target: str) -> Plain:
    """How a chain (person ids, source first) leads to a target."""
    goal = Ref("t", target)
    chain: list[str | Ref] = []
    for person in people[1:-1]:
        chain += [Ref("p", person), ", who can introduce you to "]
    if len(people) < 2:
        return ("You are at ", goal, " yourself.")
    if not chain:
        return ("You know ", Ref("p", people[-1]), " at ", goal, " yourself.")
    return ("Ask ", *chain, Ref("p", people[-1]), " at ", goal, ".")


def weakest_plain(people: Sequence[str], tie: Tie | None, weakest: int) -> Plain:
    """Which hop is least certain and what it rests on."""
    if tie is None or weakest + 1 >= len(people):
        return ()
    left, right = Ref("p", people[weakest]), Ref("p", people[weakest + 1])
    return ("Least certain step: ", left, " to ", right, f", {_basis(tie)}.")


def _basis(tie: Tie) -> str:
    if tie.kind is EvidenceKind.INFERRED:
        return "which is concluded, not seen"
    if tie.strength is None:
        return "where the closeness is unknown"
    seen = "seen in your files" if tie.kind is EvidenceKind.OBSERVED else "as you were told"
    return f"a {band(tie.strength)} tie, {seen}"


def bridge_plain(person: str, opens: Sequence[str], introduced: int) -> Plain:
    """What a bridge is good for."""
    who = "1 person" if introduced == 1 else f"{introduced} people"
    brought = f" Has brought {who} to you before." if introduced else ""
    if not opens:
        return (Ref("p", person), " joins circles that would otherwise be apart." + brought)
    parts: list[str | Ref] = [Ref("p", person), " opens a way to "]
    for k, target in enumerate(opens):
        parts += ([", "] if k else []) + [Ref("t", target)]
    return (*parts, "." + brought)


def loss_plain(cut_off: int) -> Plain:
    """What would be lost without a bridge."""
    if not cut_off:
        return ("Nobody would be out of reach, but the way round is longer.",)
    who = "1 person" if cut_off == 1 else f"{cut_off} people"
    return (f"{who} would be out of reach.",)


def hint_plain(person: str, target: str) -> tuple[Plain, Plain]:
    """Why somebody is worth asking, and the question."""
    why: Plain = ("Closest to ", Ref("t", target), " on the evidence we have.")
    ask: Plain = ("Ask ", Ref("p", person), " whom they know at ", Ref("t", target), ".")
    return why, ask


def blind_plain(state: str, insiders: int, former: int) -> Plain:
    """What is missing for a target."""
    if state == "direct":
        return ()
    if insiders:
        return ("You know of people inside, but none of them directly.",)
    if former:
        return ("Nobody known inside now, only people who have left.",)
    return ("Nobody known inside.",)


def circle_plain(number: int) -> Plain:
    """A circle without its name."""
    return (f"Circle {number}",)


def letters(index: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …."""
    index, text = index + 1, ""
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
