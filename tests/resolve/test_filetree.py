from __future__ import annotations

from datetime import UTC, datetime

import pytest

from netgraph.model import Source
from netgraph.resolve.filetree import FileTree, stand_of

EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)


def tree(*files: tuple[str, datetime]) -> FileTree:
    return FileTree([], [Source(0, "x", name, name, "", when) for name, when in files])


@pytest.mark.parametrize(
    ("file", "stand"),
    [
        ("Takeout.zip/Mail/All mail.mbox", "Takeout.zip"),
        ("mine/Export.ZIP/Profile.csv", "mine/Export.ZIP"),
        ("mine/mail/a.mbox", "mine/mail"),
        ("Profile.csv", "Profile.csv"),
        ("export.zip", "export.zip"),
    ],
)
def test_a_file_stands_in_its_archive_or_folder(file: str, stand: str) -> None:
    assert stand_of(file) == stand


def test_a_word_is_carried_to_the_files_around() -> None:
    files = tree(("d.zip/Profile.csv", EARLY), ("d.zip/Jobs/a.csv", EARLY), ("b.vcf", EARLY))
    told = files.spread({("d.zip/Profile.csv", "dana")})
    assert told == {"d.zip/Profile.csv": "dana", "d.zip/Jobs/a.csv": "dana"}


def test_where_files_disagree_nothing_is_carried() -> None:
    files = tree(("all/d.zip/P.csv", EARLY), ("all/m.zip/P.csv", EARLY), ("all/book.vcf", EARLY))
    told = files.spread({("all/d.zip/P.csv", "dana"), ("all/m.zip/P.csv", "")})
    assert "all/book.vcf" not in told


def test_a_later_export_of_the_same_name_is_another_one() -> None:
    names = "e.zip/Profile.csv", "e.zip/Connections.csv"
    sources = [
        Source(0, "x", name, f"{name}{when.month}", "", when)
        for name in names
        for when in (EARLY, LATE)
    ]
    told = FileTree([], sources).spread({(f"{names[0]}1", ""), (f"{names[0]}2", "dana")})
    assert told[f"{names[1]}2"] == "dana"
    assert f"{names[1]}1" not in told


def test_a_friend_s_files_are_not_in_the_tree() -> None:
    files = FileTree([], [Source(0, "x", "d.zip/C.csv", "c", "friend", EARLY)])
    assert files.spread({("p", "dana")}) == {"p": "dana"}
