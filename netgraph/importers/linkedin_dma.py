"""LinkedIn's data portability API (Digital Markets Act), saved as JSON: the same rows as CSV.

``GET /rest/memberSnapshotData`` answers pages of ``{"elements": [{"snapshotDomain": ...,
"snapshotData": [row, ...]}]}`` with the column names of the CSV files as keys. A file may hold
one page, a list of pages, or pages one after the other.
Source: learn.microsoft.com, linkedin/dma/member-data-portability.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from netgraph.errors import UnreadableFileError
from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import (
    is_connections,
    is_education,
    is_email_addresses,
    is_invitations,
    is_messages,
    is_phone_numbers,
    is_positions,
    is_profile,
)
from netgraph.importers._linkedin.invitations import Invitations
from netgraph.importers._linkedin.named import (
    company_follow,
    connection_note,
    endorsement,
    is_company_follows,
    is_endorsements,
    is_job_applications,
    is_notes,
    is_recommendations,
    is_uploaded_contacts,
    job_application,
    recommendation,
    uploaded_contact,
)
from netgraph.importers._linkedin.rows import (
    connection,
    education,
    own_address,
    own_number,
    own_profile,
    position,
)
from netgraph.importers._linkedin.talks import Talks
from netgraph.importers._tables.delimited import Cells, Signature
from netgraph.importers._text.jsonfiles import looks_like_json
from netgraph.model import Origin, Record, Reject, RejectKind

NAME = "linkedin_dma"
Convert = Callable[[Cells, Origin], Iterable[Record]]
#: How to read rows, by their columns; by the domain's name where the API left columns out.
ROWS: tuple[tuple[str, Signature, Convert], ...] = (
    ("CONNECTIONS", is_connections, connection),
    ("POSITIONS", is_positions, position),
    ("EDUCATION", is_education, education),
    ("PROFILE", is_profile, own_profile),
    ("EMAIL_ADDRESSES", is_email_addresses, own_address),
    ("PHONE_NUMBERS", is_phone_numbers, own_number),
    ("ENDORSEMENTS", is_endorsements, endorsement),
    ("RECOMMENDATIONS", is_recommendations, recommendation),
    ("CONTACTS", is_uploaded_contacts, uploaded_contact),
    ("COMPANY_FOLLOWS", is_company_follows, company_follow),
    ("JOB_APPLICATIONS", is_job_applications, job_application),
    ("NOTES", is_notes, connection_note),
)
#: Talks with a machine have the columns of messages.
MACHINE_DOMAINS = ("COACH", "GUIDE", "LEARNING", "ROLE_PLAY")


class _Row(dict[str, str]):
    """A row by column name (lower case); the API leaves out columns that are empty."""

    def __missing__(self, _column: str) -> str:
        return ""


def recognises(document: Document) -> bool:
    """Whether this is JSON with snapshots of domains."""
    return '"snapshotD' in looks_like_json(document)


def read(document: Document) -> Iterator[Record]:
    """The records of every domain in file order, as its CSV file would give them."""
    numbers: dict[str, int] = {}
    talks, invitations = Talks(), Invitations()
    is_empty = True
    for domain, rows in _domains(_pages(document), document.name):
        is_empty = False
        first = numbers.get(domain, 0) + 1
        numbers[domain] = first + len(rows) - 1
        columns = frozenset(name for row in rows for name in row)
        convert = _converter(domain, columns, talks, invitations)
        if convert is None:
            yield _unused(document.origin(NAME, f"{domain} row {first}"), domain, len(rows))
            continue
        for number, row in enumerate(rows, start=first):
            origin = document.origin(NAME, f"{domain} row {number}")
            yield from convert(row, origin) if row else [Reject(origin, "is not a row")]
    if is_empty:
        yield Reject(document.origin(NAME, "row 1"), "holds no rows", RejectKind.LEFT_OUT)
    yield from talks.cast.cards()


def _converter(
    domain: str, columns: frozenset[str], talks: Talks, invitations: Invitations
) -> Convert | None:
    if is_messages(columns):
        return None if domain.upper().startswith(MACHINE_DOMAINS) else talks.convert
    if is_invitations(columns):
        return invitations.convert
    by_columns = [convert for _name, signature, convert in ROWS if signature(columns)]
    by_name = [convert for name, _signature, convert in ROWS if name == domain and columns]
    return next(iter(by_columns + by_name), None)


def _unused(origin: Origin, domain: str, count: int) -> Reject:
    what = domain.replace("_", " ").lower()
    amount = f"{count:,} {'row' if count == 1 else 'rows'}"
    reason = f"{what}: not used by netgraph ({amount})" if count else f"{what}: holds no rows"
    return Reject(origin, reason, RejectKind.LEFT_OUT)


def _pages(document: Document) -> Iterator[Any]:
    """The JSON values of the file, one after the other."""
    text, decoder, start = document.text().lstrip("\ufeff"), json.JSONDecoder(), 0
    while start < len(text):
        if text[start].isspace():
            start += 1
            continue
        try:
            page, start = decoder.raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            msg = f"{document.name}: the JSON is damaged or incomplete"
            raise UnreadableFileError(msg) from error
        yield page


def _domains(pages: Iterable[Any], file: str) -> Iterator[tuple[str, list[_Row]]]:
    """Every snapshot with its domain's name and its rows; `UnreadableFileError` for none."""
    found = False
    for page in pages:
        for element in _elements(page):
            found = True
            data = element.get("snapshotData")
            rows = data if isinstance(data, list) else [data]
            domain = "".join(c for c in str(element.get("snapshotDomain")) if c.isprintable())
            yield domain[:60], [_row(row) for row in rows]
    if not found:
        msg = f"{file}: holds no LinkedIn snapshot"
        raise UnreadableFileError(msg)


def _elements(page: Any) -> Iterator[dict[str, Any]]:
    """The snapshots of a page: in "elements", in a list, or the page itself."""
    waiting = [page]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict) and "snapshotData" in value:
            yield value
        elif isinstance(value, dict):
            waiting.append(value.get("elements", []))


def _row(row: Any) -> _Row:
    """A row by column name; empty for anything that is none."""
    cells = row.items() if isinstance(row, dict) else ()
    return _Row({" ".join(name.split()).casefold(): _text(value) for name, value in cells})


def _text(value: Any) -> str:
    """A value as it would stand in a cell."""
    if value is None or isinstance(value, dict):
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    # half of a surrogate pair cannot be stored
    return str(value).strip().replace("\0", "").encode("utf-8", "replace").decode("utf-8")


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn data portability (JSON)",
    how_to_export="the zip of Get a copy of your data holds the same and is easier; only members "
    "in the EEA and Switzerland: at learn.microsoft.com/linkedin/dma find Member Data Portability "
    "(Member); make an app and a token there; save the answers of memberSnapshotData as .json",
    unit="rows",
    recognises=recognises,
    read=read,
)
