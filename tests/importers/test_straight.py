"""The straight road: byte for byte what the importer's own way gives, in the same order."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.importers import Importer, importers, linkedin_connections
from netgraph.importers.google_csv import IMPORTER as GOOGLE
from netgraph.model import CardColumns
from tests.importers.mutations import document_of, mutated
from tests.importers.roads import both_ways, share_of_plain, short_cells
from tests.importers.test_contract import SMALL, samples

LINKEDIN = linkedin_connections.IMPORTER
IN_BULK = [importer for importer in importers() if importer.bulk]
N_MUTATIONS = 300

OLD = ("Name", "Given Name", "Additional Name", "Family Name", "Nickname", "Group Membership",
       "E-mail 1 - Type", "E-mail 1 - Value", "E-mail 2 - Value", "Phone 1 - Value",
       "Organization 1 - Type", "Organization 1 - Name", "Organization 1 - Title",
       "Website 1 - Value", "Relation 1 - Type", "Relation 1 - Value", "Notes")  # fmt: skip
NEW = ("First Name", "Middle Name", "Last Name", "File As", "Organization Name",
       "Organization Title", "Labels", "E-mail 1 - Label", "E-mail 1 - Value",
       "Phone 1 - Label", "Phone 1 - Value", "Phone 2 - Value", "Notes")  # fmt: skip
LINKS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
NAMES = ("", "Ilse", "Ilse Quandel", "Zoë", "O'Neil", "Ilse  Q", "Acme GmbH", "Acme",
         "Quandel, Ilse", "\u4f1a", "Voicemail", "Dr. Wren", "Wren)", "K", "Ilse\u00a0Q",
         "株式会社Acme", "a\\b", "N" * 20)  # fmt: skip
EMAILS = ("", "i.q@a.example", "I.Q7@A.example", "info@a.example", "x", "a@b@c.example",
          "no-reply@a.example", "x@lists.example", "zoë@a.example", "a@a.example ::: b@b.example",
          "Kelvin\u212a@a.example", "e" * 12 + "@a.example")  # fmt: skip
PHONES = ("", "+1 555-0100", "(555) 0101", "*86", "#225#", "+1 555-0100 ::: +1 555-0102", "none")
WORK = ("", "Acme", "Ilse Quandel", "ILSE", "Acme ::: Beta", "Ilse  Quandel", "R" * 20, '"A" Inc')
CELLS = {
    **dict.fromkeys((h for h in (*OLD, *NEW, *LINKS) if h.endswith("Name")), NAMES),
    **dict.fromkeys(("E-mail 1 - Value", "E-mail 2 - Value", "Email Address"), EMAILS),
    **dict.fromkeys(("Phone 1 - Value", "Phone 2 - Value"), PHONES),
    **dict.fromkeys((h for h in (*OLD, *NEW, *LINKS) if h.startswith("Organization")), WORK),
    **dict.fromkeys(("Company", "Position"), WORK),
    "Organization 1 - Type": ("", "Work", "School"),
    **dict.fromkeys(("Labels", "Group Membership"), ("* myContacts", "* Work ::: * myContacts",
                     "", "* Other Contacts", "Choir ::: Choir", "L" * 20)),
    "Website 1 - Value": ("", "https://linkedin.com/in/ilse-example", "https://a.example"),
    "Relation 1 - Type": ("", "Spouse"),
    "Relation 1 - Value": ("", "Tobin Haddad"),
    "Nickname": ("", "Ili"),
    "Notes": ("", "two\nlines", "n" * 30, 'said "no"'),
    "URL": ("https://www.linkedin.com/in/ilse-example", "http://linkedin.com/in/wren-7/", "",
            "https://www.linkedin.com/in/ACoAAB12", "https://www.linkedin.com/in/Wren-7",
            "https://www.linkedin.com/in/zo%C3%AB", "https://www.linkedin.com/pub/a/1/2/3",
            "https://a.example"),
    "Connected On": ("07 Jan 2019", "7-Feb-22", "", "some day", "2019-01-07"),
}  # fmt: skip
PLAIN = {
    "Name": "Ilse Quandel", "Given Name": "Ilse", "Family Name": "Quandel", "First Name": "Ilse",
    "Last Name": "Quandel", "E-mail 1 - Value": "i.q@a.example", "Phone 1 - Value": "+1 555-0100",
    "Organization 1 - Name": "Acme", "Organization Name": "Acme", "Organization Title": "nurse",
    "Labels": "* myContacts ::: Choir", "Group Membership": "* My Contacts", "Company": "Acme",
    "URL": "https://www.linkedin.com/in/ilse-example", "Connected On": "07 Jan 2019",
}  # fmt: skip


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerows([headers, *rows])
    return stream.getvalue()


@st.composite
def files(draw: st.DrawFn) -> tuple[Importer, bytes]:
    """A file with plain rows, rows odd in some cells, blank, short, long and broken ones."""
    importer, headers = draw(st.sampled_from([(GOOGLE, OLD), (GOOGLE, NEW), (LINKEDIN, LINKS)]))
    rows = []
    for kind in draw(st.lists(st.sampled_from("ppppppoooooobslq"), min_size=1, max_size=9)):
        row = [PLAIN.get(header, "") for header in headers]
        for at in draw(st.lists(st.integers(0, len(row) - 1), max_size=4)) if kind == "o" else ():
            row[at] = draw(st.sampled_from(CELLS.get(headers[at], ("", "Work"))))
        odd = {"b": [], "s": row[:-2], "l": [*row, "", "x"], "q": [*row[:2], ' "x', *row[3:]]}
        rows.append(odd.get(kind, row))
    text = table(headers, rows)
    return importer, (text if draw(st.booleans()) else text.replace('""', '"')).encode()


@pytest.mark.parametrize(
    ("importer", "fields"),
    [
        (GOOGLE, ("Name", "Organization Name", "E-mail 1 - Value", "Phone 1 - Value")),
        (LINKEDIN, ("First Name", "Email Address", "URL", "Connected On")),
    ],
    ids=["google", "linkedin"],
)
def test_both_roads_give_the_same_rows_of_all_that_meets(
    importer: Importer, fields: tuple[str, ...]
) -> None:
    headers = [*fields, "Last Name"]
    rows = [[*row, ""] for row in product(*(CELLS[field] for field in fields))]
    content = table(headers, [*rows, *([f"{name} {name}", *row] for name, *row in rows[::97])])
    straight, long = both_ways(importer, document_of("contacts.csv", content.encode()))
    assert straight == long
    assert len(straight["card"]) > 1_000


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(files())
def test_both_roads_give_the_same_rows(file: tuple[Importer, bytes]) -> None:
    importer, content = file
    with short_cells(20):
        straight, long = both_ways(importer, document_of("contacts.csv", content))
    assert straight == long


@pytest.mark.parametrize("importer", IN_BULK, ids=lambda importer: importer.name)
def test_both_roads_give_the_same_rows_of_every_sample(importer: Importer) -> None:
    for document in samples(importer):
        straight, long = both_ways(importer, document)
        assert straight == long
        assert sum(map(len, straight.values()))


@pytest.mark.parametrize("importer", IN_BULK, ids=lambda importer: importer.name)
def test_both_roads_give_the_same_rows_of_damaged_samples(importer: Importer) -> None:
    small = [d for d in samples(importer) if d.size <= SMALL]
    random = Random(20_261_124)
    for turn in range(N_MUTATIONS):
        sample = small[turn % len(small)]
        document = document_of(sample.name, mutated(sample.bytes(), random))
        if importer.recognises(document):
            straight, long = both_ways(importer, document)
            assert straight == long


@pytest.mark.parametrize(("importer", "headers"), [(GOOGLE, OLD), (GOOGLE, NEW), (LINKEDIN, LINKS)])
def test_plain_rows_go_the_straight_road(importer: Importer, headers: tuple[str, ...]) -> None:
    row = ",".join(PLAIN.get(header, "") for header in headers)
    content = "\n".join([",".join(headers), *[row] * 600, ""])
    assert share_of_plain(importer, document_of("contacts.csv", content.encode())) == 1


def test_an_odd_row_stays_between_its_neighbours() -> None:
    rows = ["Ilse,i.q@a.example", "Info,info@a.example", "Wren,w.t@a.example"]
    content = "\n".join(["First Name,E-mail 1 - Value", *rows, ""])
    assert GOOGLE.bulk is not None
    found = list(GOOGLE.bulk(document_of("contacts.csv", content.encode())))
    places = [r.places if isinstance(r, CardColumns) else r.origin.place for r in found]
    assert places == [["row 2"], "row 3", ["row 4"]]
