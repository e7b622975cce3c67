"""Exports in parts and over the years: one member stays one person under two names."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from netgraph.store import Store
from netgraph.workflow import import_paths, resolve

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ILSE = "https://www.linkedin.com/in/ilse-quandel-example"
TOBIN = "https://www.linkedin.com/in/tobin-marrash-example"


def people(tmp_path: Path, parts: dict[str, str]) -> list[tuple[str, ...]]:
    with zipfile.ZipFile(tmp_path / "Basic_LinkedInDataExport_11-24-2026.zip", "w") as archive:
        for name, rows in parts.items():
            archive.writestr(name, HEADER + rows)
    with Store.open(tmp_path / "netgraph.db") as store:
        reports = list(import_paths(store, sorted(tmp_path.glob("*.zip")), now=NOW))
        assert not any(report.error for report in reports)
        found = [person.names for person in resolve(store).people]
    return [names for names in found if names != ("Me",)]


def test_parts_of_one_list_are_one_list(tmp_path: Path) -> None:
    found = people(
        tmp_path,
        {
            "Connections_1.csv": f"Ilse,Quandel,{ILSE},,Nordwind,Director,08 Feb 2026\n",
            "Connections_2.csv": f"Tobin,Marrash,{TOBIN},,Orbit,Engineer,3 Jan 2019\n"
            f"Ilse,Quandel,{ILSE},,Nordwind,Director,08 Feb 2026\n",
        },
    )
    assert sorted(found) == [("Ilse Quandel",), ("Tobin Marrash",)]


def test_a_member_with_a_new_name_is_the_same_person(tmp_path: Path) -> None:
    found = people(
        tmp_path,
        {
            "2024/Connections.csv": f"Ilse,Quandel,{ILSE},,Nordwind,Director,08 Feb 2020\n",
            "2026/Connections.csv": f"Ilse,Weißgerber,{ILSE}/?trk=x,,Pine,CTO,08 Feb 2020\n",
        },
    )
    assert [set(names) for names in found] == [{"Ilse Quandel", "Ilse Weißgerber"}]
