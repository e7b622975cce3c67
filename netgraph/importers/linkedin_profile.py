"""LinkedIn Profile.csv: the owner's names; the own profile address is not in it."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._keys import seal
from netgraph.importers._linkedin import HOW_TO_EXPORT, full_name, is_profile, named
from netgraph.importers._tables import Cells, has_header, records
from netgraph.model import Card, Origin, Record, Reject

NAME = "linkedin_profile"


def recognises(document: Document) -> bool:
    """Whether the header is that of Profile.csv."""
    return has_header(document, is_profile)


def read(document: Document) -> Iterator[Record]:
    """The card of the owner, also under the maiden name."""
    return records(document, NAME, is_profile, _convert)


def _convert(cells: Cells, origin: Origin) -> Iterator[Record]:
    name, maiden = full_name(cells), cells.get("maiden name", "")
    if not name:
        yield Reject(origin, "has no name")
        return
    former = f"{cells['first name']} {maiden}" if maiden else ""
    draft = Card("", "", origin, (name, former), (named(name),), is_owner=True)
    yield seal(draft)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn profile",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
