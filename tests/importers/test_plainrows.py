"""Plain rows of tables with free headers: the straight road gives what the long way gives."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.importers.handmade import IMPORTER
from tests.importers.mutations import document_of
from tests.importers.roads import both_ways, share_of_plain, short_cells

PLAIN = {
    "Name": "Ilse Quandel",
    "First name": "Ilse",
    "Last name": "Quandel",
    "Email": "i.q@a.example",
    "Phone": "+1 555-0100",
    "Employer": "Acme",
    "Job title": "nurse",
    "Occupation": "cook",
    "Circle": "choir",
    "Notes": "tall",
    "City": "",
    "Knows": "",
    "Profile": "",
    "Contact": "",
}
ODD = {
    **dict.fromkeys(
        ("Name", "First name", "Last name"),
        ("", "Quandel, Ilse", "ilse", "Ilse", "Wren; Tobin", "Zoë  Q", "= A1", "• Ilse", "²", "42",
         "Ilse <ilse@example.org>", "Acme GmbH", "Acme", "Copyright (c) Acme", "B" * 20,
         "Ana Gil & Bo Gil", "Eve and Tom Hill", "Ana/Bo Hill", "Ana\tand\tBo Gil",
         "Ramón y Cajal"),
    ),
    "Email": ("", "a@a.example, b@b.example", "ilse[at]example.org", "info@a.example", "unknown",
              "noreply@a.example", "x@lists.example"),
    "Phone": ("", "4.91511e+12", "4915112345678", "+1 555-0100 / +1 555-0101", "00 44", "none"),
    "Employer": ("", "Ilse Quandel", "Acme; Beta", "Acme, Inc.", "Acme: Beta", "E" * 20),
    "Job title": ("", "head; nurse", "R" * 20),
    "Occupation": ("", "cook, baker"),
    "Circle": ("", "work, choir", "choir; work"),
    "Notes": ("", "N" * 20, "n" * 19),
}  # fmt: skip
FURTHER = ("", "Wren Talbach", "ilse@example.org", "linkedin.com/in/ilse-quandel-example")
NAMING = st.sampled_from([["Name"], ["First name", "Last name"], ["Name", "Last name"]])
OTHERS = st.lists(st.sampled_from([h for h in PLAIN if "ame" not in h]), min_size=1, unique=True)
HEADERS = st.builds(list.__add__, NAMING, OTHERS)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """A table with plain rows, some of them odd in one or two cells, blank, or the header."""
    headers = draw(HEADERS)
    rows = []
    for kind in draw(st.lists(st.sampled_from("pppoooooobhs"), min_size=3, max_size=8)):
        row = [PLAIN[header] for header in headers]
        for at in draw(st.lists(st.integers(0, len(row) - 1), max_size=2)) if kind == "o" else ():
            row[at] = draw(st.sampled_from(ODD.get(headers[at], FURTHER)))
        if kind == "s":
            row = ["Copyright (c) Acme", *row[1:]]
        rows.append({"b": [], "h": headers}.get(kind, row))
    return table(headers, rows)


def table(headers: list[str], rows: list[list[str]]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows([headers, *rows])
    return stream.getvalue().encode()


@settings(max_examples=400, derandomize=True, deadline=None, database=None)
@given(tables())
def test_the_straight_road_gives_what_the_long_way_gives(content: bytes) -> None:
    with short_cells(20):
        document = document_of("list.csv", content)
        if IMPORTER.recognises(document):
            straight, long = both_ways(IMPORTER, document)
            assert straight == long


@pytest.mark.parametrize(
    ("headers", "row"),
    [
        ("Name,Email,Phone,Employer,Notes", "Ilse Quandel,i.q@a.example,+1 555-0100,Acme,tall"),
        ("First name,Last name,Email,Job title", "Ilse,Quandel,i.q@a.example,nurse"),
        ("Name,Occupation,Circle", "Wren Talbach,hairdresser,neighbourhood"),
        (
            "Name,Email,Employer,Occupation,Job title",
            "Zoë López,zoe.lopez@a.example,Acme,cook,head",
        ),
    ],
)
def test_plain_rows_go_the_straight_road(headers: str, row: str) -> None:
    document = document_of("list.csv", f"{headers}\n{row}\n".encode())
    straight, long = both_ways(IMPORTER, document)
    assert straight == long
    assert share_of_plain(IMPORTER, document) == 1
