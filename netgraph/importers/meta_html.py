"""Facebook's and Instagram's exports as HTML: recognised, to say that JSON is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.model import Record, Reject

NAME = "meta_html"
REASON = "the HTML copy cannot be read; ask Facebook or Instagram for your data as JSON"
#: Classes that all pages of these exports have had since 2018.
_MARKS = re.compile(r'class="(?:_a6-g|_a706|pam _3-95|_3-95 _a6-g|_5vb_)')
_PEOPLE = re.compile(r"friends|follow|message_\d+|contacts", re.IGNORECASE)


def recognises(document: Document) -> bool:
    """Whether this is such a page of friends, followers or messages."""
    if (
        not document.head.lstrip(b"\xef\xbb\xbf \r\n\t")[:5]
        .lower()
        .startswith((b"<html", b"<!doc"))
    ):
        return False
    return bool(_PEOPLE.search(document.basename) and _MARKS.search(document.head_text()))


def read(document: Document) -> Iterator[Record]:
    """One item that cannot be read."""
    yield Reject(document.origin(NAME, "page 1"), REASON)


IMPORTER = Importer(
    name=NAME,
    title="Facebook or Instagram as HTML",
    how_to_export="on Facebook or Instagram open Settings > Accounts Centre > Your "
    "information and permissions > Export your information; choose your "
    "profile, friends and messages; choose the format JSON in place of HTML and "
    "all time; wait for the mail, then import the zip as it comes",
    unit="pages",
    recognises=recognises,
    read=read,
)
