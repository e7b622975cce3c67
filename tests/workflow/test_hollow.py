"""A file with a header and no rows is told as an error, unless it is one of many."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime

import pytest

from netgraph.importers import find_importer, importer_named
from netgraph.importers._files import walk
from netgraph.store import Store
from netgraph.workflow import import_paths

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ADA = "Ada,Stone,https://www.linkedin.com/in/ada-example,,,,08 Feb 2026\n"
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "netgraph.db") as store:
        yield store


def bring(store, *paths):
    return list(import_paths(store, list(paths), now=NOW))


def headers_only(fixtures, tmp_path):
    """A file of each table format that holds the lines up to its header, and nothing else."""
    made = {}
    for sample in sorted(fixtures.rglob("*.csv")):
        name = find_importer_name(sample)
        lines = sample.read_bytes().splitlines(keepends=True)
        if name in made or name is None or sample.read_bytes()[:2] in (b"\xff\xfe", b"\xfe\xff"):
            continue
        path = tmp_path / name / sample.name
        path.parent.mkdir()
        for count in range(1, 12):
            path.write_bytes(b"".join(lines[:count]))
            if find_importer_name(path) == name:
                made[name] = path
                break
    return made


def find_importer_name(path):
    try:
        return find_importer(next(iter(walk(path)))).name
    except Exception:  # noqa: BLE001 - whatever no importer claims is no sample here
        return None


def test_a_header_alone_is_an_error_in_every_table_format(store, fixtures, tmp_path):
    made = headers_only(fixtures, tmp_path)
    # not read for their rows: these are left out whatever they hold
    made.pop("linkedin_other", None)
    made.pop("discord", None)
    assert len(made) > 20
    # a list without a header is read from its first line
    made = {name: path for name, path in made.items() if not importer_named(name).fallback}
    for name, path in made.items():
        (report,) = bring(store, path)
        assert report.error.startswith(f"{path.name}: "), name
        assert "\n" not in report.error
    assert store.imported.sources() == ()
    assert {"linkedin_connections", "google_csv", "outlook_csv"} <= set(made)


def test_the_error_says_why_and_the_other_files_are_read(store, tmp_path):
    hollow, full = tmp_path / "Connections.csv", tmp_path / "more.csv"
    hollow.write_text(CONNECTIONS, encoding="utf-8")
    full.write_text(CONNECTIONS + ADA, encoding="utf-8")
    first, second = bring(store, hollow, full)
    assert first.error == (
        "Connections.csv: holds no rows; was there nothing to export, or was it cut short?"
    )
    assert (second.error, second.counts.kept) == ("", 1)
    assert [source.file for source, _counts in store.imported.sources()] == ["more.csv"]


def test_a_calendar_without_events_is_an_error_and_an_empty_file_is_not(store, tmp_path):
    calendar, mailbox = tmp_path / "empty.ics", tmp_path / "empty.mbox"
    calendar.write_text(CALENDAR, encoding="utf-8")
    mailbox.write_bytes(b"")
    first, second = bring(store, calendar, mailbox)
    assert "holds no events" in first.error
    assert (second.error, second.note) == ("", "empty file: 0 bytes")


def test_one_such_file_among_others_in_an_archive_is_no_error(store, tmp_path):
    export = tmp_path / "export.zip"
    with zipfile.ZipFile(export, "w") as archive:
        archive.writestr("Connections.csv", CONNECTIONS + ADA)
        archive.writestr("Imported Contacts.csv", "")
        archive.writestr("Messages/calendar.ics", CALENDAR)
    reports = bring(store, export)
    assert [report.error for report in reports] == ["", "", ""]
    assert ("holds no events", 1) in [r for report in reports for r in report.counts.reasons]


def test_an_archive_of_nothing_but_headers_is_an_error(store, tmp_path):
    export = tmp_path / "export.zip"
    with zipfile.ZipFile(export, "w") as archive:
        archive.writestr("Connections.csv", CONNECTIONS)
        archive.writestr("calendar.ics", CALENDAR)
    reports = bring(store, export)
    assert [report.error for report in reports] == [
        "", "", "export.zip: nothing could be read from it (none of its files holds any row)"
    ]  # fmt: skip


def test_an_archive_of_headers_alone_is_the_same_error_every_time(store, tmp_path):
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Connections.csv", CONNECTIONS)
        archive.writestr("Positions.csv", "Company Name,Title,Started On,Finished On\n")
    first, second = bring(store, path), bring(store, path)
    error = "export.zip: nothing could be read from it (none of its files holds any row)"
    for reports in (first, second):
        assert [report.error for report in reports] == ["", "", error]
        assert [report.counts.reasons for report in reports[:2]] == [(("holds no rows", 1),)] * 2
    assert [report.note for report in second[:2]] == ["imported before: nothing changed"] * 2
