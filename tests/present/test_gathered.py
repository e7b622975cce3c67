"""Many files of one kind are told as one; few, and those that differ, one by one."""

from __future__ import annotations

from netgraph.model import FileReport, ImportCounts
from netgraph.present.gathered import FEW, gathered

NOTHING = ImportCounts(0, 0, 0, 0, 0)
UNKNOWN = "not a format netgraph knows"


def message(name: str, note: str = "", understood: tuple[str, ...] = ()) -> FileReport:
    counts = ImportCounts(1, 1, 0, 0, 0)
    return FileReport(name, "Mail message (.eml)", "messages", counts, note, understood=understood)


def unknown(name: str) -> FileReport:
    return FileReport(name, "", "", NOTHING, note=UNKNOWN)


def test_a_folder_of_messages_is_one_line() -> None:
    reports = [message(f"mail/{number}.eml") for number in range(500)]
    (line,) = gathered(reports)
    assert line.name == "mail/500 files"
    assert (line.counts.read, line.counts.kept) == (500, 500)
    assert (line.title, line.note) == ("Mail message (.eml)", "")


def test_few_are_told_one_by_one() -> None:
    reports = [message(f"mail/{number}.eml") for number in range(FEW)]
    assert list(gathered(reports)) == reports


def test_folders_formats_and_notes_are_kept_apart() -> None:
    one = [message(f"mail/a/{number}") for number in range(6)]
    two = [message(f"mail/b/{number}", "imported before: nothing changed") for number in range(7)]
    three = [message(f"mail/b/new{number}") for number in range(6)]
    names = [(r.name, r.note) for r in gathered([*one, *two, *three])]
    assert names == [
        ("mail/a/6 files", ""),
        ("mail/b/7 files", "imported before: nothing changed"),
        ("mail/b/6 files", ""),
    ]


def test_what_nobody_knows_is_counted_by_ending_over_all_folders() -> None:
    pictures = [unknown(f"t.zip/Takeout/Photos/{n // 3}/IMG {n}.JPG") for n in range(1200)]
    notes = [unknown(f"t.zip/Takeout/Photos/{n // 3}/IMG {n}.JPG.json") for n in range(600)]
    odd = [unknown(f"t.zip/Takeout/{name}") for name in ("a.html", "b.pdf", "LICENCE", "c.x1")]
    (line,) = gathered([*pictures, *notes, *odd])
    assert line.name == "t.zip/1,804 files"
    assert line.note == f"{UNKNOWN}: 1,200 .jpg, 600 .json, 1 .html, 1 .pdf, 2 others"


def test_a_line_stands_where_its_first_file_stood() -> None:
    card = FileReport("t.zip/b.vcf", "vCard", "cards", NOTHING)
    reports = [unknown("t.zip/a.jpg"), card, *(unknown(f"t.zip/{n}.jpg") for n in range(6))]
    assert [r.name for r in gathered(reports)] == ["t.zip/7 files", "t.zip/b.vcf"]


def test_tables_whose_columns_are_explained_stand_alone() -> None:
    reports = [message(f"lists/{number}.csv", understood=("Name = name",)) for number in range(8)]
    assert list(gathered(reports)) == reports
