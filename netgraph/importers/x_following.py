"""X (Twitter) archive: followed accounts and followers, which are numbers without names.

``data/following.js`` and ``data/follower.js`` hold ``[{"following": {"accountId",
"userLink"}}]`` behind ``window.YTD.following.part0 =``. Nothing in them points at a person.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._text.jsonfiles import items, load_assigned
from netgraph.model import Record, Reject, RejectKind

NAME = "x_following"
REASON = "X gives the number of an account and no name, so it cannot be matched to anybody"


def recognises(document: Document) -> bool:
    """Whether this is a list of followed accounts or followers."""
    text = document.head_text().lstrip("\ufeff \t\r\n")
    return text.startswith(("window.YTD.following.part", "window.YTD.follower.part"))


def read(document: Document) -> Iterator[Record]:
    """Every account as left out, with the reason."""
    entries = items(load_assigned(document))
    for number in range(1, len(entries) + 1):
        yield Reject(document.origin(NAME, f"account {number}"), REASON, RejectKind.LEFT_OUT)
    if not entries:
        origin = document.origin(NAME, "account 1")
        yield Reject(origin, "holds no accounts", RejectKind.LEFT_OUT)


IMPORTER = Importer(
    name=NAME,
    title="X (Twitter) accounts",
    how_to_export="not worth it for contacts: X exports only the numbers of accounts, without "
    "names",
    unit="accounts",
    recognises=recognises,
    read=read,
)
