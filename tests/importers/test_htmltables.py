"""What is called a spreadsheet: pages saved as .xls, stray zero bytes, sheets that cannot open."""

from __future__ import annotations

import io
import zipfile

import pytest

from netgraph.errors import UnknownFormatError, UnreadableFileError
from netgraph.importers import find_importer
from netgraph.importers._tables.htmltables import html_rows, is_html_table
from netgraph.model import Card
from tests.importers.mutations import document_of

PAGE = (
    b"<html><head><style>td {color: red}</style></head><body><p>Report</p>\n<table border=1>"
    b"<tr><th>Name<th>Email</tr>"
    b"<tr><td>Ana <b>Gil</b></td><td>ana@example.org</td></tr>"
    b"<tr><td>Z&ouml;e\n Hay<td>zoe@example.org<br>z@example.org</table></body></html>"
)


def names(name: str, data: bytes) -> list[str]:
    document = document_of(name, data)
    found = find_importer(document).read(document)
    return [record.names[0] for record in found if isinstance(record, Card)]


def test_a_page_saved_as_a_spreadsheet_is_read() -> None:
    assert names("report.xls", PAGE) == ["Ana Gil", "Zöe Hay"]
    assert html_rows(document_of("report.xls", PAGE)) == (
        (1, ["Name", "Email"]),
        (2, ["Ana Gil", "ana@example.org"]),
        (3, ["Zöe Hay", "zoe@example.org\nz@example.org"]),
    )


def test_other_pages_are_none() -> None:
    assert not is_html_table(document_of("report.html", PAGE))
    assert not is_html_table(document_of("report.xls", b"<html><p>Name,Email</p></html>"))
    with pytest.raises(UnknownFormatError):
        find_importer(document_of("report.html", PAGE))


@pytest.mark.parametrize("data", [b"Name,Email\nAna\x00 Gil,ana@example.org\n"])
def test_a_zero_byte_in_a_short_list_costs_nobody(data: bytes) -> None:
    assert names("list.csv", data) == ["Ana Gil"]


def workbook(last_cell: str) -> bytes:
    """A workbook of one sheet with a name in A2 and something in its last cell."""
    cells = [("A1", "Name"), ("B1", "Email"), ("A2", "Ana Gil"), (last_cell, "x")]
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    rows = "".join(
        f'<row r="{place.lstrip("ABDFX")}"><c r="{place}" t="inlineStr"><is><t>{text}</t></is>'
        "</c></row>"
        for place, text in cells
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override '
        f'PartName="/xl/workbook.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="S" '
        'sheetId="1" r:id="r"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def test_a_sheet_with_a_stray_cell_far_away_says_so() -> None:
    assert names("near.xlsx", workbook("B2")) == ["Ana Gil"]
    with pytest.raises(UnreadableFileError, match="too far down or right; delete the stray cells"):
        find_importer(document_of("far.xlsx", workbook("XFD1048576")))
