"""What my network knows of a field, in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import counted, listed
from netgraph.outreach.landscape import Landscape
from netgraph.present.plain import plain
from netgraph.present.terminal import heading, line, table

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]


def landscape_shape(one: Landscape) -> Shape:
    """``{"field", "employer", "knowers": [{"id", "name", "what", "now", "band"}], "employers":
    [{"name", "target", "now", "known_of", "formerly", "band"}], "key_people": [{"id", "name",
    "why"}], "gaps", "neighbours": [{"field", "people"}]}``.
    """  # noqa: D205
    return {
        "field": one.field,
        "employer": one.employer or None,
        "knowers": [
            {"id": k.id, "name": k.name, "what": k.what, "now": k.now, "band": k.band}
            for k in one.knowers
        ],
        "employers": [
            {
                "name": place.name,
                "target": place.is_target,
                "now": place.now,
                "known_of": place.known_of,
                "formerly": place.formerly,
                "band": place.band or None,
            }
            for place in one.places
        ],
        "key_people": [{"id": i, "name": name, "why": why} for i, name, why in one.key_people],
        "gaps": list(one.gaps),
        "neighbours": [{"field": name, "people": count} for name, count in one.neighbours],
    }


def landscape_rows(found: Sequence[Landscape]) -> list[Shape]:
    """One row a person who knows a field."""
    return [
        {"field": one.field, "name": k.name, "what": k.what, "now": k.now, "band": k.band}
        for one in found
        for k in one.knowers
    ]


def tell_landscapes(found: Sequence[Landscape], limit: int) -> Iterator[RenderableType]:
    """Each field: who knows it, the employers, key people, gaps, and fields next to it."""
    if not found:
        yield line("Your files tell of no field yet.")
        yield line('Name one: netgraph landscape "health care", or set targets with --industry.')
    for number, one in enumerate(found):
        if number:
            yield line("")
        yield from _tell(one, limit)


def _tell(one: Landscape, limit: int) -> Iterator[RenderableType]:
    aside = f"the field of {one.employer}" if one.employer else ""
    yield heading(one.field[:1].upper() + one.field[1:], aside)
    if one.knowers:
        rows = table("Who knows it", "What they do", "Your tie")
        for k in one.knowers[:limit]:
            rows.add_row(plain(k.name), plain(k.what), k.band)
        yield rows
        if len(one.knowers) > limit:
            yield line(f"{len(one.knowers) - limit} more: --limit {len(one.knowers)}", style="dim")
    else:
        yield line("Nobody you know is in this field, as far as your files tell.")
    if one.places:
        rows = table("Employer", "You know", "Known of", "Left", "Best tie",
                     numbers=("You know", "Known of", "Left"))  # fmt: skip
        for place in one.places[:limit]:
            name = f"{place.name} (target)" if place.is_target else place.name
            counts = (str(place.now), str(place.known_of), str(place.formerly))
            rows.add_row(plain(name), *counts, place.band)
        yield rows
    yield from _part("Key people", [f"{name}: {why}" for _, name, why in one.key_people])
    yield from _part("Nearest gaps", list(one.gaps[:limit]), spaced=bool(one.key_people))
    beside = [f"{name} ({counted(n, 'person', 'people')})" for name, n in one.neighbours]
    if beside:
        yield line("")
        yield line(f"Fields next to it in which you know people: {listed(beside)}.")


def _part(title: str, lines: list[str], *, spaced: bool = False) -> Iterator[RenderableType]:
    if lines:
        if spaced:
            yield line("")
        yield heading(title)
        for text in lines:
            yield line(text, indent=2)
