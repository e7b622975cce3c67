"""How every verb prints its answer: a table for people, or JSON or CSV for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]


def answer(
    form: str, shape: list[Shape] | Shape, tell: Callable[[], Iterable[RenderableType]]
) -> None:
    """Print ``shape`` as JSON or CSV, or what ``tell`` gives for people.

    A CSV answer has one row an item of the list; an object gives the rows of its first list.
    """
    if form == "json":
        click.echo(json.dumps(shape, ensure_ascii=False, indent=1))
    elif form == "csv":
        from netgraph.present.csvrows import flat
        from netgraph.present.export import csv_text

        click.echo(csv_text(flat(_rows(shape))), nl=False)
    else:
        from netgraph.present.terminal import show

        show(*tell())


def _rows(shape: list[Shape] | Shape) -> list[Shape]:
    if isinstance(shape, list):
        return shape
    lists = [value for value in shape.values() if isinstance(value, list)]
    return lists[0] if lists else [shape]


def confirm(form: str, shape: Shape, *lines: str) -> None:
    """Print what was done: ``lines`` for people, or ``shape`` as JSON or as one CSV row."""
    if form == "table":
        for content in lines:
            click.echo(content)
    else:
        answer(form, [shape] if form == "csv" else shape, tuple)
