"""Silent ties, and give and take, in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import counted, listed
from netgraph.outreach.giving import Balance, Giving
from netgraph.outreach.quiet import Quiet
from netgraph.present.plain import plain
from netgraph.present.terminal import day, grid, heading, line, table

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]


def quiet_shape(one: Quiet) -> Shape:
    """One row of ``netgraph quiet``."""
    return {
        "id": one.id,
        "name": one.name,
        "last_contact": one.last.isoformat(),
        "targets": list(one.targets),
        "was": one.was,
        "reason": one.reason,
    }


def tell_quiet(found: Sequence[Quiet], more: int) -> Iterator[RenderableType]:
    """Good ties gone silent; ``more`` are not shown."""
    yield heading("Good ties gone quiet", "a word to them asks for nothing")
    if not found:
        yield line("Nobody: you are in touch with all whose last contact is known.")
    for one in found:
        yield line("")
        yield heading(f"{one.name}", f"last in touch on {day(one.last)}")
        rows = grid(indent=9)
        rows.add_row("    was", plain(one.was))
        if one.targets:
            rows.add_row("    opens", plain(listed(list(one.targets))))
        rows.add_row("    write", plain(one.reason))
        yield rows
    if more:
        yield line("")
        yield line(f"{counted(more, 'more person', 'more people')}: --limit {len(found) + more}")
    yield line("")
    yield line('To keep in touch from now on: netgraph keep "NAME" --every 90d')


def giving_shape(found: Giving) -> Shape:
    """The answer of ``netgraph give``."""
    return {
        "people": [
            {
                "id": one.id,
                "name": one.name,
                "helped_you": one.helped,
                "you_gave": one.gave,
                "last": one.last.isoformat(),
                "word": one.word,
            }
            for one in found.balances
        ],
        "introductions": [
            {
                "people": [{"id": one, "name": name} for one, name in (each.left, each.right)],
                "why": each.why,
            }
            for each in found.matches
        ],
    }


def tell_giving(found: Giving) -> Iterator[RenderableType]:
    """Who helped and what was given, and whom to introduce to whom."""
    yield heading("Give and take")
    if found.balances:
        yield _balances(found.balances)
    else:
        yield line("Nothing is noted yet of who helped you or what you did for others.")
    yield line('Noted with: netgraph log "NAME" --did gave')
    yield line("")
    yield heading("Whom you could introduce to whom", "ask both before")
    if not found.matches:
        yield line("Nobody: no two of your people fit who are not known to know each other.")
    for one in found.matches:
        yield line(f"{one.left[1]} and {one.right[1]}: {one.why}.", indent=2)


def _balances(balances: Sequence[Balance]) -> RenderableType:
    numbers = ("Helped you", "You gave")
    rows = table("Name", *numbers, "Last", "", numbers=numbers)
    for one in balances:
        rows.add_row(plain(one.name), str(one.helped), str(one.gave), day(one.last), one.word)
    return rows
