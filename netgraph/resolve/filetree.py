"""Where files lay: in which archive or folder, and with which others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from netgraph.model import Source, StoredCard

#: A folder or archive at the time of an import, or (with None) at any time.
_Spot = tuple[str, datetime | None]


def stand_of(file: str) -> str:
    """The archive ``file`` is a member of, else its folder, else the file itself.

    >>> stand_of("Takeout.zip/Mail/All mail.mbox"), stand_of("mine/phone.vcf"), stand_of("a.vcf")
    ('Takeout.zip', 'mine', 'a.vcf')
    """
    above = list(_above(file))
    archives = [folder for folder in above if folder.casefold().endswith(".zip")]
    return archives[-1] if archives else above[0] if above else file


def _above(file: str) -> Iterator[str]:
    """The folders and archives that hold ``file``, the nearest first."""
    folder = file.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


class FileTree:
    """My files by digest, each with its name and the time of its import."""

    def __init__(self, cards: Iterable[StoredCard], sources: Iterable[Source]) -> None:
        places = {(s.card.origin.digest, s.card.origin.file, s.imported) for s in cards}
        places |= {(s.digest, s.file, s.imported) for s in sources if not s.owner}
        self._places = sorted(places)

    def spread(self, told: Collection[tuple[str, str]]) -> dict[str, str]:
        """What is ``told`` of some files (digest, word), carried to those around them.

        A file that is told nothing gets the word of the nearest folder or archive in which
        all told files agree, those of the same import before others; none where the nearest
        disagree. A file with two words keeps the smaller.
        """
        own = dict(sorted(told, reverse=True))
        words: dict[_Spot, set[str]] = {}
        for digest, file, imported in self._places:
            if digest in own:
                for folder in _above(file):
                    words.setdefault((folder, imported), set()).add(own[digest])
                    words.setdefault((folder, None), set()).add(own[digest])
        found = dict(own)
        for digest, file, imported in self._places:
            if digest not in found and (word := _nearest(file, imported, words)):
                found[digest] = word
        return found


def _nearest(file: str, imported: datetime, words: dict[_Spot, set[str]]) -> str:
    for folder in _above(file):
        near = words.get((folder, imported)) or words.get((folder, None), set())
        if near:
            return next(iter(near)) if len(near) == 1 else ""
    return ""
