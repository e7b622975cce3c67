"""What the user says of a table's columns is used, remembered and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netgraph.errors import NetgraphError
from netgraph.model import Affiliation, FileReport
from netgraph.store import Store
from netgraph.workflow import declare_owner, import_paths, map_columns

NOW = datetime(2026, 11, 24, 9, 30, 0, 700_000, tzinfo=UTC)
UNKNOWN = "Alpha;Beta;Gamma\nIlse Quandel;Nordwind;Director\nTobin Marrash;Orbit;Buyer\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "netgraph.db") as store:
        yield store


def bring(
    store: Store, path: Path, said: Sequence[str] = (), now: datetime = NOW, **how: str
) -> FileReport:
    map_columns(store, [path], said, now=now, **how)
    (report,) = import_paths(store, [path], now=now, **how)
    return report


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def jobs(store: Store) -> dict[str, tuple[Affiliation, ...]]:
    return {stored.card.names[0]: stored.card.affiliations for stored in store.imported.cards()}


def test_a_table_nobody_knows_is_read_by_the_users_word(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", UNKNOWN)
    told = bring(store, path).error
    assert "--map 'Alpha=name' (columns: Alpha, Beta, Gamma)" in told
    assert not store.imported.cards()
    report = bring(store, path, ["Alpha=name", "beta = company", "Gamma=job title"])
    assert report.counts.kept == 2
    assert jobs(store)["Ilse Quandel"] == (Affiliation("Nordwind", "Director"),)
    assert report.understood[0] == "Alpha -> name (chosen by you)"


def test_the_mapping_is_remembered_for_the_same_header(store: Store, tmp_path: Path) -> None:
    bring(store, written(tmp_path / "may.csv", UNKNOWN), ["Alpha=name", "Beta=employer"])
    later = written(tmp_path / "june.csv", " alpha ;BETA;gamma\nWren Talbach;Pine;CTO\n")
    report = bring(store, later, now=NOW + timedelta(days=30))
    assert report.understood[0] == "mapping remembered from 2026-11-24"
    assert jobs(store)["Wren Talbach"] == (Affiliation("Pine"),)
    other = written(tmp_path / "other.csv", "Alpha;Beta;Delta\nWren Talbach;Pine;CTO\n")
    assert bring(store, other).error


def test_a_new_word_replaces_what_the_file_gave(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "Full name,Firm she left,Age\nIlse Quandel,Nordwind,4\n")
    assert bring(store, path).counts.kept == 1
    assert jobs(store) == {"Ilse Quandel": ()}
    report = bring(store, path, ["Firm she left=employer"])  # within the same second
    assert report.counts.kept == 1
    assert jobs(store) == {"Ilse Quandel": (Affiliation("Nordwind"),)}
    again = bring(store, path, ["Firm she left=employer"])
    assert (again.note, again.counts.kept) == ("imported before: nothing changed", 0)
    bring(store, path, ["Firm she left="])
    assert jobs(store) == {"Ilse Quandel": ()}
    assert len(store.imported.sources()) == 1


def test_a_column_mapped_before_keeps_its_field(store: Store, tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", UNKNOWN)
    bring(store, path, ["Alpha=name", "Beta=employer"])
    bring(store, path, ["Gamma=role"])
    assert jobs(store)["Tobin Marrash"] == (Affiliation("Orbit", "Buyer"),)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("Alpha=nmae", "no field is called 'nmae'; the fields are: name, first name"),
        ("Alhpa=name", "no column is called 'Alhpa'; the columns are: Alpha, Beta, Gamma"),
        ("Alpha", "'Alpha' maps no column; write it like"),
        ("=name", "'=name' maps no column; write it like"),
    ],
)
def test_a_wrong_word_changes_nothing(
    store: Store, tmp_path: Path, said: str, message: str
) -> None:
    path = written(tmp_path / "list.csv", UNKNOWN)
    with pytest.raises(NetgraphError, match=message):
        map_columns(store, [path], ["Beta=employer", said], now=NOW)
    assert store.decided.column_mappings() == ()


def test_a_known_format_is_mapped_only_when_asked_for(store: Store, tmp_path: Path) -> None:
    text = "First Name,Last Name,Connected On,Club\nIlse,Quandel,01 Jan 2024,Chess\n"
    path = written(tmp_path / "Connections.csv", text)
    with pytest.raises(NetgraphError, match=r"is read as LinkedIn connections.*--as handmade"):
        map_columns(store, [path], ["Club=circle"], now=NOW)
    report = bring(store, path, ["Club=circle"], as_format="handmade")
    assert report.title == "Hand-made list"
    (stored,) = store.imported.cards()
    assert stored.card.labels == ("circle:Chess",)


def test_in_a_folder_only_tables_with_the_column_are_mapped(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    written(folder / "a.csv", UNKNOWN)
    written(folder / "b.csv", "Name,Email\nWren Talbach,wren@example.com\n")
    written(folder / "c.txt", "Dear all,\nI am looking for a job.\n")
    map_columns(store, [folder], ["Alpha=name", "Beta=employer"], now=NOW)
    reports = list(import_paths(store, [folder], now=NOW))
    assert [report.counts.kept for report in reports] == [2, 1, 0]
    assert not any(report.error for report in reports)


def test_phone_two_is_not_phone_one(store: Store, tmp_path: Path) -> None:
    text = "Name,Phone 1,Phone 2\nIlse Quandel,+1 555-0100,+1 555-0101\n"
    bring(store, written(tmp_path / "list.csv", text), ["Phone 2="])
    (stored,) = store.imported.cards()
    assert [i.value for i in stored.card.identifiers] == ["+1 555-0100", "Ilse Quandel"]


def test_a_header_of_two_lines_is_shown_and_given_on_one(store: Store, tmp_path: Path) -> None:
    text = 'Alpha,"Where\nnow"\nIlse Quandel,Nordwind\nTobin Marrash,Orbit\n'
    path = written(tmp_path / "list.csv", text)
    assert "(columns: Alpha, Where now)" in bring(store, path).error
    report = bring(store, path, ["Alpha=name", "Where now=employer"])
    assert report.understood[1] == "Where now -> employer (chosen by you)"
    assert jobs(store)["Ilse Quandel"] == (Affiliation("Nordwind"),)


def test_every_sheet_with_the_header_is_mapped(store: Store, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for name, person in (("Work", "Ilse Quandel"), ("Choir", "Tobin Marrash")):
        sheet = book.create_sheet(name)
        sheet.append(["My people"])
        sheet.append(["Alpha", "Beta"])
        sheet.append([person, "Nordwind"])
    book.remove(book.worksheets[0])
    path = tmp_path / "people.xlsx"
    book.save(path)
    assert bring(store, path, ["Alpha=name", "Beta=employer"]).counts.kept == 2
    assert set(jobs(store)) == {"Ilse Quandel", "Tobin Marrash"}


def test_a_friends_file_is_read_again_too(store: Store, tmp_path: Path) -> None:
    text = "Full name,Firm she left\nIlse Quandel,Nordwind\n"
    path = written(tmp_path / "list.csv", text)
    dana = declare_owner(store, "Dana Fox <dana@example.org>", friend=True).key
    list(import_paths(store, [path], now=NOW, owner=dana))
    map_columns(store, [path], ["Firm she left=employer"], now=NOW)
    (report,) = import_paths(store, [path], now=NOW, owner=dana)
    assert report.counts.kept == 1
    (stored,) = store.imported.cards()
    assert (stored.owner, stored.card.affiliations) == (dana, (Affiliation("Nordwind"),))
