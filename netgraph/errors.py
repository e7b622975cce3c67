"""Every error netgraph raises on purpose.

NetgraphError                 something the user can put right; the message says how
├── UnknownFormatError        no importer recognises the file
├── AmbiguousFormatError      two importers claim the file; names ``--as``
├── UnreadableFileError       the file cannot be opened, is unsafe, or is damaged as a whole
├── EmptyImportError          nothing kept from a non-empty file, nothing left out on purpose
├── StoreVersionError         the store was written by a newer netgraph, or is no store
├── NotFoundError             no such person, employer or target; ``nearest`` holds the closest
├── AmbiguousNameError        several people bear the name; ``candidates`` holds them
└── NoOwnerError              nobody has said who "me" is, and the files do not tell

A bad row inside a good file is a ``model.Reject``, never an exception; wrong arguments
from a programmer are ``ValueError``; "no path" is an answer, not an error.
"""

from __future__ import annotations

from collections.abc import Sequence


class NetgraphError(Exception):
    """Something the user can put right; the message is one line and says how."""


class UnknownFormatError(NetgraphError):
    """No importer recognises the file."""


class AmbiguousFormatError(NetgraphError):
    """Two or more importers claim the file; the message names ``--as``."""


class UnreadableFileError(NetgraphError):
    """The file cannot be opened, is unsafe to open, or is damaged as a whole."""


class EmptyImportError(NetgraphError):
    """Nothing was kept from a non-empty file and nothing was left out on purpose."""


class StoreVersionError(NetgraphError):
    """The store was written by a newer netgraph, or the file is not a store."""


class NotFoundError(NetgraphError):
    """No such person, employer or target; ``nearest`` holds the closest names, best first."""

    def __init__(self, message: str, nearest: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.nearest = tuple(nearest)


class AmbiguousNameError(NetgraphError):
    """Several people bear the name; ``candidates`` holds a line for each, in the order shown."""

    def __init__(self, message: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class NoOwnerError(NetgraphError):
    """Nobody has said who "me" is, and the files do not tell."""
