"""The files of a LinkedIn export that say nothing about whom one knows, left out by name.

They are recognised so that the export can be given to netgraph as it comes and the report
is complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import (
    HOW_TO_EXPORT,
    READ_SIGNATURES,
    is_machine_talk,
    stem_of,
)
from netgraph.importers._linkedin.named import NAMED_SIGNATURES
from netgraph.importers._tables.delimited import has_header, rows
from netgraph.model import Record, Reject, RejectKind

NAME = "linkedin_other"
#: What the file holds -> columns that only this file has.
SIGNATURES: dict[str, tuple[set[str], ...]] = {
    "advertisements clicked": ({"ad clicked date", "ad title/id"},),
    "advertising profile": ({"member age", "company names", "member gender"},),
    "events": ({"event name", "event time", "external url"},),
    "followed members": ({"date", "status", "fullname"},),
    "job preferences": ({"preferred job types", "open to recruiters", "dream companies"},),
    "saved jobs": ({"saved date", "job url", "job title"},),
    "job alerts": ({"alert_parameters", "saved_search_id"},),
    "courses": ({"content title", "content type", "content saved"},),
    "registration": ({"registered at", "registration ip"},),
    "pictures": ({"date/time", "media description", "media link"},),
    "posts": ({"date", "sharelink"},),
    "comments": ({"date", "link", "message"},),
    "reactions": ({"date", "type", "link"},),
    "votes": ({"date", "link", "optiontext"},),
    "saved items": ({"saveditem", "createdtime"},),
    "searches": ({"time", "search query"},),
    "receipts": ({"transaction made at", "invoice number", "total amount"},),
    "projects": ({"title", "url", "started on", "finished on"},),
    "publications": ({"name", "published on", "publisher"},),
    "patents": ({"title", "patent number"},),
    "certificates": ({"name", "authority", "license number"},),
    "volunteering": ({"company name", "role", "cause", "started on"},),
    "honours": ({"title", "issued on"},),
    "organisations": ({"name", "position", "description", "started on"},),
    "private identity": ({"private identity asset name"},),
    "verifications": ({"verification type", "verified date"},),
    "sign-ins": ({"login date", "ip address", "user agent"},),
    "guesses about you": ({"type of inference", "inference"},),
}
#: Files whose header could stand in anybody's table: what they hold by name and full header.
WEAK_SIGNATURES: dict[str, tuple[str, set[str]]] = {
    "skills": ("skills", {"name"}),
    "languages": ("languages", {"name", "proficiency"}),
    "courses": ("courses", {"name", "number"}),
    "causesyoucareabout": ("causes", {"supported cause"}),
    "profilesummary": ("profile summary", {"profile summary"}),
    "jobapplicantsavedanswers": ("job application answers", {"question", "answer"}),
    "jobapplicantsavedscreeningquestionresponses": (
        "job application answers",
        {"question", "answer"},
    ),
}
ARTICLES = "own articles"
MACHINE_TALKS = "talks with a machine"
NO_TALKS = "talks with the learning coach"
UNKNOWN = "an unknown part of the LinkedIn export"
EXPORT_FOLDER = re.compile(r"(basic|complete)_linkedindataexport", re.IGNORECASE)
ARTICLE = re.compile(r"articles/[^/]+\.html?$", re.IGNORECASE)


def recognises(document: Document) -> bool:
    """Whether this is a file of a LinkedIn export that has no importer of its own."""
    return bool(_contents(document))


def read(document: Document) -> Iterator[Record]:
    """One `Reject` that says what the file holds and how many rows are left out."""
    what = _contents(document) or UNKNOWN
    reason = f"{what}: not used by netgraph"
    if what not in {ARTICLES, NO_TALKS} and has_header(document, bool):
        count = sum(1 for _ in rows(document, bool))
        amount = f"{count:,} {'row' if count == 1 else 'rows'}"
        reason = f"{what}: not used by netgraph ({amount})" if count else f"{what}: holds no rows"
    yield Reject(document.origin(NAME, "row 1"), reason, RejectKind.LEFT_OUT)


def _contents(document: Document) -> str:
    """What the file holds, in the words of the report; "" when it is not ours."""
    if document.head.strip().startswith(b"No conversations found") and document.size < 200:
        return NO_TALKS
    if _is_article(document):
        return ARTICLES
    if is_machine_talk(document) and has_header(document, {"conversation id"}.issubset):
        return MACHINE_TALKS
    if any(has_header(document, signature) for signature in (*READ_SIGNATURES, *NAMED_SIGNATURES)):
        return ""
    for what, signatures in SIGNATURES.items():
        if any(has_header(document, wanted.issubset) for wanted in signatures):
            return what
    return _contents_by_name(document)


def _contents_by_name(document: Document) -> str:
    what, wanted = WEAK_SIGNATURES.get(stem_of(document), ("", {""}))
    if what and has_header(document, wanted.__eq__):
        return what
    is_table = document.basename.lower().endswith(".csv")
    return UNKNOWN if is_table and EXPORT_FOLDER.search(document.name) else ""


def _is_article(document: Document) -> bool:
    is_page = document.head.lstrip().lower().startswith((b"<html", b"<!doctype html"))
    return is_page and ARTICLE.search(document.name) is not None


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn other files",
    how_to_export=HOW_TO_EXPORT,
    unit="files",
    recognises=recognises,
    read=read,
)
