"""The tie of two people, in a terminal and as a JSON shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from netgraph.analyse.between import Between
from netgraph.analyse.working import number
from netgraph.model import Evidence, Person
from netgraph.present.plain import plain
from netgraph.present.shapes import evidence_shape, tie_shape
from netgraph.present.terminal import (
    BAND_STYLES,
    KIND_STYLES,
    KIND_WORDS,
    cite,
    day,
    grid,
    heading,
    line,
)

if TYPE_CHECKING:
    from rich.console import RenderableType


def between_shape(found: Between) -> dict[str, Any]:
    """``{"people": [{"id", "name", "left_out"}], "band", "tie", "working", "around", "denied"}``.

    ``around`` is ``{"common", "overlap", "span"}`` or null (see `Around`). ``tie`` is null where
    nothing tells of one, ``denied`` unless the user said there is none.
    """
    people = [
        {"id": one.id, "name": one.name, "left_out": one.id in found.left_out}
        for one in (found.left, found.right)
    ]
    tie = tie_shape(found.tie, found.left.id, found.right.id) if found.tie else None
    if tie:
        tie["evidence"] = evidence_rows(found)
    denied = found.denied.isoformat() if found.denied else None
    shape = {"people": people, "band": found.band, "tie": tie, "working": list(found.working)}
    around = found.around and {**asdict(found.around), "overlap": round(found.around.overlap, 4)}
    return {**shape, "around": around, "denied": denied}


def evidence_rows(found: Between, *, why: bool = True) -> list[dict[str, Any]]:
    """Every piece of evidence; with ``why`` the ``amount`` [0, 1] it is worth, and ``how``."""
    evidence = found.tie.evidence if found.tie else ()
    if not why:
        return [{"band": found.band, **evidence_shape(one)} for one in evidence]
    return [
        {
            **evidence_shape(one),
            "amount": None if one.amount is None else round(one.amount, 4),
            "how": one.how,
        }
        for one in evidence
    ]


def tell_between(found: Between, *, why: bool) -> Iterator[RenderableType]:
    """Every piece of evidence with file, place and date; with ``why`` the numbers too."""
    from rich.text import Text

    names = [_name(one) for one in (found.left, found.right)]
    if found.denied:
        them = f"{names[0]} and {names[1]}"
        yield line(f"You said on {day(found.denied)} that {them} do not know each other.")
        back = f'netgraph say "{names[0]}" knows "{names[1]}" --how unknown'
        yield line(f"That stands above all files. To take it back: {back}")
        return
    if found.tie is None:
        yield line(f"Nothing in your files tells of a tie between {names[0]} and {names[1]}.")
        yield line("If you know better: netgraph say NAME knows NAME --how some")
        return
    aside = " (left out)"
    marks = [aside if one.id in found.left_out else "" for one in (found.left, found.right)]
    yield heading(" – ".join(name + mark for name, mark in zip(names, marks, strict=True)))
    yield Text.assemble(("tie: ", "dim"), (found.band, BAND_STYLES.get(found.band, "dim")))
    rows = grid()
    for one in found.tie.evidence:
        text = Text(plain(one.text))
        source = cite(one)
        if source:
            text.append(f"  ({source})", style="dim")
        rows.add_row(Text(f"    {KIND_WORDS[one.kind]:<7}", style=KIND_STYLES[one.kind]), text)
        if why:
            rows.add_row("", Text(_worth(one), style="dim"))
    yield rows
    if why:
        for step in found.working:
            yield line(step)


def _worth(one: Evidence) -> str:
    if one.amount is None:
        return "no number: it proves acquaintance, not how close"
    if not one.how:
        return f"{number(one.amount)}, a documented prior"
    return f"{number(one.amount)} = {one.how}"


def _name(person: Person) -> str:
    return "You" if person.is_me else plain(person.name)
