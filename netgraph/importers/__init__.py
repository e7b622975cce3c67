"""The importers: one format, one file, one value named ``IMPORTER``.

A module of this package that defines ``IMPORTER`` is found by itself; there is no list to
edit. ``recognises`` looks at the first bytes, never at the name alone; ``read`` yields
records in file order and only parses: no normalising, no database, no clock, no network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from netgraph.errors import AmbiguousFormatError, NotFoundError, UnknownFormatError
from netgraph.importers._files import Document
from netgraph.model import Bulk, Record

__all__ = [
    "Document",
    "Importer",
    "find_importer",
    "importer_named",
    "importers",
    "importers_about",
]


#: What people call services by.
_ALSO_CALLED = {
    **dict.fromkeys(("gmail", "googlemail", "google mail"), "google"),
    **dict.fromkeys(("hotmail", "live", "msn", "office 365", "microsoft", "exchange"), "outlook"),
    **dict.fromkeys(("ios", "macos", "apple contacts"), "iphone"),
    **dict.fromkeys(("excel", "spreadsheet", "numbers", "google sheets"), "hand-made"),
    "twitter": "x",
}


@dataclass(frozen=True, slots=True)
class Importer:
    """One format.

    ``unit`` names what is counted in reports ("rows", "cards", "messages", "events").
    ``how_to_export`` is a line for the user, its steps parted by "; " (another way begins with
    "or"). Two importers that recognise one file are an error, save for ``fallback`` importers
    (the column mapper), which are asked only when no other recognises it. ``explain`` gives
    lines that tell the user how a file with free headers was understood. ``bulk`` gives what
    ``read`` does, in a fraction of the time, with plain cards and meetings by columns.
    """

    name: str
    title: str
    how_to_export: str
    unit: str
    recognises: Callable[[Document], bool]
    read: Callable[[Document], Iterator[Record]]
    fallback: bool = False
    explain: Callable[[Document], tuple[str, ...]] | None = None
    bulk: Callable[[Document], Iterator[Bulk]] | None = None


@cache
def importers() -> tuple[Importer, ...]:
    """Every importer of the package, by name."""
    found = []
    for module in iter_modules(__path__):
        if not module.name.startswith("_"):
            value = getattr(import_module(f"{__name__}.{module.name}"), "IMPORTER", None)
            if isinstance(value, Importer):
                found.append(value)
    return tuple(sorted(found, key=lambda importer: importer.name))


def importer_named(name: str) -> Importer:
    """The importer called ``name``; `NotFoundError` lists the others."""
    for importer in importers():
        if importer.name == name:
            return importer
    known = ", ".join(importer.name for importer in importers())
    msg = f"no format is called {name!r}; the formats are: {known}"
    raise NotFoundError(msg)


def importers_about(words: str) -> tuple[Importer, ...]:
    """The importers that have to do with ``words`` (a service or a format), by name.

    Those whose name or title holds them; then those whose way of exporting mentions them. Words
    of one or two letters ("x") are looked for as whole words.
    `NotFoundError` lists what can be asked for.
    """
    wanted = words.casefold().replace("_", " ").strip()
    wanted = _ALSO_CALLED.get(wanted, wanted)
    names = [i for i in importers() if _speaks_of(wanted, f"{i.name} {i.title}")]
    ways = [i for i in importers() if i not in names and _speaks_of(wanted, i.how_to_export)]
    if not wanted or not (names or ways):
        known = ", ".join(importer.name for importer in importers())
        msg = f"nothing is known about {words!r}; the formats are: {known}"
        raise NotFoundError(msg)
    return (*names, *ways)


def _speaks_of(wanted: str, text: str) -> bool:
    text = text.casefold().replace("_", " ")
    return wanted in (text if len(wanted) > 2 else re.findall(r"\w+", text))


def find_importer(document: Document) -> Importer:
    """The one importer that recognises ``document``.

    A table whose columns the user has mapped is offered to the ``fallback`` importers only.
    Raises `UnknownFormatError` when none does, `AmbiguousFormatError` when several do, and
    `UnreadableFileError` for a spreadsheet that cannot be opened.
    """
    strict = () if document.columns else importers()
    claims = [i for i in strict if not i.fallback and i.recognises(document)]
    claims = claims or [i for i in importers() if i.fallback and i.recognises(document)]
    if not claims:
        from netgraph.importers._tables.sheets import check_workbook

        check_workbook(document)
        msg = f"{document.name}: not a format netgraph knows"
        raise UnknownFormatError(msg)
    if len(claims) > 1:
        names = " or ".join(f"--as {importer.name}" for importer in claims)
        msg = f"{document.name}: could be several formats; say which with {names}"
        raise AmbiguousFormatError(msg)
    return claims[0]
