"""How large a sheet claims to be, read before the compiled reader is let near it.

The reader holds a sheet as a full rectangle and believes every count in the file, so that one
flipped bit in a cell's address would ask for all memory and end the process.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from xml.parsers import expat

#: A hundred thousand people in thirty columns; no list of people comes near.
MAX_CELLS = 3_000_000
CELL = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
ODS_TAG = re.compile(
    rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*?)(/?)>"
)
COLUMNS_REPEATED = re.compile(rb'number-columns-repeated="(\d+)"')
ROWS_REPEATED = re.compile(rb'number-rows-repeated="(\d+)"')

# Record numbers of the Excel 97-2003 binary format ([MS-XLS] 2.3.1).
BOF, DIMENSIONS, STRINGS = 0x0809, 0x0200, 0x00FC
CELLS = frozenset({0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E})
CELL_RUNS = frozenset({0x00BD, 0x00BE})
END_OF_CHAIN = 0xFFFFFFFA
#: Smaller streams are stored elsewhere; Excel pads its own beyond that size.
SMALLEST_STREAM = 4096


def check_well_formed(xml: bytes) -> None:
    """Raise ``ValueError`` unless ``xml`` is well formed and declares no entities.

    The reader waits for ever for an end tag that does not come.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        msg = f"not well formed ({error})"
        raise ValueError(msg) from error


def _refuse_doctype(*_: object) -> None:
    msg = "declares a document type, as no spreadsheet does"
    raise ValueError(msg)


def xlsx_cells(xml: bytes) -> int:
    """Cells of the rectangle from A1 to the last cell of an xlsx sheet."""
    width = height = 0
    for letters, digits in CELL.findall(xml):
        height = max(height, int(digits))
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        width = max(width, column)
    return width * height


def ods_cells(xml: bytes) -> int:
    """Cells of the largest rectangle of an ods file's sheets."""
    largest = width = height = rows = repeat = columns = 0
    for tag, attributes, is_closed in ODS_TAG.findall(xml):
        if tag == b"table":
            largest, width, height, rows = max(largest, width * height), 0, 0, 0
        elif tag == b"table-row":
            repeat, columns = _count(ROWS_REPEATED, attributes), 0
            rows += repeat
        else:
            columns += _count(COLUMNS_REPEATED, attributes)
            if not is_closed or b"value" in attributes:
                width, height = max(width, columns), max(height, rows)
    return max(largest, width * height)


def _count(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return int(match[1][:12]) if match else 1


def xls_cells(data: bytes) -> int:
    """Cells of the largest rectangle of an xls file's sheets, or the strings it announces.

    Raises ``ValueError``, ``IndexError`` or ``struct.error`` for a damaged file.
    """
    largest = width = height = 0
    for kind, body in _records(_workbook_stream(data)):
        if kind == BOF:
            largest, width, height = max(largest, width * height), 0, 0
        elif kind in CELLS:
            row, column = struct.unpack_from("<HH", body)
            width, height = max(width, column + 1), max(height, row + 1)
        elif kind in CELL_RUNS:
            (row,), (column,) = struct.unpack_from("<H", body), struct.unpack("<H", body[-2:])
            width, height = max(width, column + 1), max(height, row + 1)
        elif kind == DIMENSIONS:
            layout = "<IIHH" if len(body) >= 14 else "<HHHH"
            top, bottom, left, right = struct.unpack_from(layout, body)
            if bottom < top or right < left:
                msg = "a sheet ends before it starts"
                raise ValueError(msg)
            largest = max(largest, (bottom + 1) * (right + 1))
        elif kind == STRINGS:
            largest = max(largest, struct.unpack_from("<4xI", body)[0])
    return max(largest, width * height)


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _workbook_stream(data: bytes) -> bytes:
    """The stream "Workbook" (or "Book") of a compound file ([MS-CFB])."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in {9, 12}:
        msg = "no sector size"
        raise ValueError(msg)
    size = 1 << shift
    table: list[int] = []
    for sector in struct.unpack_from("<109I", data, 76):
        if sector < END_OF_CHAIN:
            table.extend(struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size))
    directory = _chain(data, struct.unpack_from("<I", data, 48)[0], table, size)
    for at in range(0, len(directory) - 127, 128):
        entry = directory[at : at + 128]
        name = entry[: max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)].decode("utf-16-le")
        start, length = struct.unpack_from("<II", entry, 116)
        if name in {"Workbook", "Book"} and length >= SMALLEST_STREAM:
            return _chain(data, start, table, size)[:length]
    msg = "no workbook inside"
    raise ValueError(msg)


def _chain(data: bytes, sector: int, table: list[int], size: int) -> bytes:
    parts: list[bytes] = []
    while sector < END_OF_CHAIN:
        if len(parts) > len(table):
            msg = "a chain of sectors without an end"
            raise ValueError(msg)
        part = data[(sector + 1) * size : (sector + 2) * size]
        if len(part) < size:
            msg = "a sector is cut short"
            raise ValueError(msg)
        parts.append(part)
        sector = table[sector]
    return b"".join(parts)
