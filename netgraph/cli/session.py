"""What every verb starts from: the store, the clock, and the shared options."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netgraph.errors import NetgraphError

if TYPE_CHECKING:
    from netgraph.graph.contactgraph import ContactGraph
    from netgraph.store import Store


@dataclass(frozen=True, slots=True)
class Session:
    """Where the store is; opened by the verbs that need it."""

    path: Path

    def open(self, *, create: bool = False) -> Store:
        """The store. Without ``create`` a missing one is an error that names the next step."""
        from netgraph.store import Store

        if not create and not self.path.exists():
            msg = f"nothing is imported yet ({self.path}); start with: netgraph import FILE..."
            raise NetgraphError(msg)
        return Store.open(self.path)

    def graph(self, as_of: datetime | None, *, everybody: bool = False) -> ContactGraph:
        """The contact graph as of then, or as of now; ``everybody``: also who is left out."""
        from netgraph.workflow.kept import kept_graph
        from netgraph.workflow.learning import with_lessons

        with self.open() as store:
            graph = kept_graph(store, as_of or now(), today=not as_of, everybody=everybody)
            return with_lessons(store, graph)


def now() -> datetime:
    """The present moment; the one place where netgraph reads the clock."""
    return datetime.now(UTC)


def default_store() -> Path:
    """``netgraph.db`` in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("netgraph", appauthor=False) / "netgraph.db"


class Day(click.DateTime):
    """A day in ISO 8601."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read YYYY-MM-DD; the message shows how to write it."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is not a day; write it like 2024-12-31", param, ctx)


DAY = Day(formats=["%Y-%m-%d"])


def end_of_day(
    _context: click.Context, _parameter: click.Parameter, day: datetime | None
) -> datetime | None:
    """The last moment of ``day`` in UTC; None for None."""
    return day and datetime.combine(day.date(), time.max, UTC)


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--as-of DATE``."""
    return click.option(
        "--as-of",
        type=DAY,
        callback=end_of_day,
        metavar="DATE",
        help="Show the network as it was on that day (YYYY-MM-DD).",
    )(command)


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--format table|json|csv``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        show_default=True,
        help="How to print the answer.",
    )(command)


def limit_option(default: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add ``--limit N``."""
    return click.option(
        "--limit",
        type=click.IntRange(1, 100_000),
        default=default,
        show_default=True,
        metavar="N",
        help="How many rows at most.",
    )


#: Rows of a long list on a screen, which a person scrolls through.
SCREENFUL = 50


def list_limit_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--limit N`` to a list that may be long: programs get all of it unless they say."""
    return click.option(
        "--limit",
        type=click.IntRange(1),
        metavar="N",
        help=f"How many rows at most (unless you say: {SCREENFUL} in a table, all in json and "
        "csv).",
    )(command)


def is_terminal() -> bool:
    """Whether a person reads standard error as it comes."""
    return sys.stderr.isatty()
