from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.errors import UnreadableFileError
from netgraph.importers import Document
from netgraph.importers._columns.targets import is_target_list, read_targets, size_of
from netgraph.importers._files import walk
from netgraph.importers.handmade import IMPORTER
from netgraph.model import Reject, Target
from netgraph.resolve.tables import SIZES as TABLE_SIZES
from tests.importers.mutations import document_of


def document(path: Path) -> Document:
    (found,) = walk(path)
    assert isinstance(found, Document)
    return found


def read(text: str) -> list[Target | Reject]:
    return list(read_targets(document_of("targets.csv", text.encode())))


def test_free_headers_and_several_per_cell(fixtures: Path) -> None:
    nordwind, lumen, nameless, unclear, hospital = read_targets(
        document(fixtures / "targets" / "targets.csv")
    )
    assert nordwind == Target(
        "Nordwind Analytics", ("Nordwind", "NWA"), ("nordwind.example",), "software", "Lisbon", 2.0
    )
    assert lumen == Target("Lumen Bank", (), ("lumen.example",), "banking", "", 0.5)
    assert isinstance(nameless, Reject)
    assert nameless.reason == "no employer's name"
    assert nameless.origin.place == "row 4"
    assert isinstance(unclear, Reject)
    assert "'someday'" in unclear.reason
    assert hospital == Target(
        "St. Mary Hospital", ("St Mary's", "Mary's"), (), "health", "Porto", 1.0
    )


def test_a_german_workbook_with_a_title(fixtures: Path) -> None:
    assert list(read_targets(document(fixtures / "targets" / "ziele.xlsx"))) == [
        Target("Orbit Foods GmbH", ("Orbit",), (), "Lebensmittel", "Köln", 2.0),
        Target("Pine Systems", weight=1.5),
    ]


def test_a_list_of_names_needs_no_header() -> None:
    assert read("Nordwind Analytics\n\nLumen Bank\n") == [
        Target("Nordwind Analytics"),
        Target("Lumen Bank"),
    ]


@pytest.mark.parametrize(
    ("said", "weight"),
    [("3", 3.0), ("0.25", 0.25), ('"1,5"', 1.5), ("high", 2.0), ("Low", 0.5), ("", 1.0)],
)
def test_weights(said: str, weight: float) -> None:
    assert read(f"Company,Weight\nNordwind,{said}\n") == [Target("Nordwind", weight=weight)]


@pytest.mark.parametrize("said", ["0", "-1", "nan", "1e999", "9" * 400])
def test_a_weight_that_is_none_is_named_and_counts_one(said: str) -> None:
    reject, target = read(f"Company,Weight\nNordwind,{said}\n")
    assert isinstance(reject, Reject)
    assert said in reject.reason
    assert target == Target("Nordwind")


@pytest.mark.parametrize("website", ["http://WWW.nordwind.example/a?b#c", "@nordwind.example"])
def test_websites_become_domains(website: str) -> None:
    assert read(f"Employer,Website\nNordwind,{website}\n") == [
        Target("Nordwind", domains=("nordwind.example",))
    ]


def test_a_table_of_something_else_is_an_error() -> None:
    with pytest.raises(UnreadableFileError, match="no column of employers"):
        read("Month,Amount\nMay,12\n")


def test_a_target_list_is_not_taken_for_people(fixtures: Path) -> None:
    for path in sorted((fixtures / "targets").iterdir()):
        assert is_target_list(document(path))
        assert not IMPORTER.recognises(document(path))


@pytest.mark.parametrize(
    "header", ["Name,Company,Role", "Name,Employer,City,Email,Industry", "Who,Where they work"]
)
def test_a_list_of_people_is_not_taken_for_targets(header: str) -> None:
    assert not is_target_list(document_of("a.csv", f"{header}\na,b,c\n".encode()))


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("120", 120), ('"1,200"', 1200), ("1.200", 1200), ("201-500", 317), ("51 – 200", 101),
        ("10001+", 10001), ("about 40 people", 40), ("medium", 150), ("Very Large", 30_000),
        ("klein", 25), ("", None),
    ],
)  # fmt: skip
def test_sizes(said: str, size: int | None) -> None:
    assert read(f"Company,Employees\nNordwind,{said}\n") == [Target("Nordwind", size=size)]


@pytest.mark.parametrize("said", ["huge", "0", "99999999999", "12 floors"])
def test_a_size_that_is_none_is_named_and_left_out(said: str) -> None:
    reject, target = read(f"Company,Size\nNordwind,{said}\n")
    assert isinstance(reject, Reject)
    assert said in reject.reason
    assert target == Target("Nordwind")


def test_the_words_for_sizes_mean_the_same_as_in_the_table_of_employers() -> None:
    assert {word: size_of(word) for word in TABLE_SIZES} == TABLE_SIZES
