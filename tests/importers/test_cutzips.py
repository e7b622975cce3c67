from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from random import Random

import pytest

from netgraph.errors import NetgraphError
from netgraph.importers._archives.cutzips import BOMB, CUT_OFF, Cut, open_zip
from netgraph.importers._files import Document, walk

MEMBERS = {
    "Connections.csv": b"First Name,Last Name\n" + b"Ann,Lee\n" * 40,
    "photos/": b"",
    "photos/kätzchen.jpg": Random(1).randbytes(300),
    "messages.csv": b"FROM,TO\n" + b"Ann Lee,Tom Fox\n" * 30,
}


class Pipe(io.RawIOBase):
    """What a server writes an archive to: it cannot go back and fill in the sizes."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(data)  # type: ignore[arg-type]


def zipped(
    members: dict[str, bytes],
    method: int = zipfile.ZIP_DEFLATED,
    *,
    piped: bool = False,
    wide: bool = False,
) -> bytes:
    target = Pipe() if piped else io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:  # type: ignore[arg-type]
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            with archive.open(info, "w", force_zip64=wide) as member:
                member.write(data)
    return target.data if isinstance(target, Pipe) else target.getvalue()


def left_of(data: bytes) -> tuple[dict[str, bytes], tuple[tuple[str, str], ...]]:
    """The members that can be read of an archive that has no list of contents, and the losses."""
    opened = open_zip(io.BytesIO(data), 1000)
    assert isinstance(opened, Cut)
    names = opened.archive.namelist()
    return {name: opened.archive.read(name) for name in names}, opened.lost


def walked(path: Path) -> tuple[dict[str, bytes], list[str]]:
    found = list(walk(path))
    read = {d.name: d.bytes() for d in found if isinstance(d, Document)}
    return read, [str(error) for error in found if isinstance(error, NetgraphError)]


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("piped", [False, True])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_wherever_it_is_cut_the_whole_members_are_read_and_the_next_is_told(
    method: int, piped: bool, wide: bool
) -> None:
    data = zipped(MEMBERS, method, piped=piped, wide=wide)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        begins = {info.header_offset: info.filename for info in archive.infolist()}
        packed = {info.filename: info.compress_size for info in archive.infolist()}
        contents = archive.start_dir
    most = 0
    for cut in [*range(4, contents, 3), contents, len(data) - 1]:
        read, lost = left_of(data[:cut])
        assert read.items() <= MEMBERS.items()
        assert len(read) >= most
        most = len(read)
        started = [name for at, name in begins.items() if at < min(cut, contents)]
        assert len(read) + len(lost) == len(started)
        whole = [n for at, n in begins.items() if cut >= at + 100 + len(n) + packed[n]]
        assert set(whole) <= read.keys()
        for name, reason in lost:
            assert name in {"", started[-1]}
            assert reason == CUT_OFF
    assert most == len(MEMBERS)


def test_it_is_said_what_was_read_and_what_was_not(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    whole = zipped(MEMBERS)
    path.write_bytes(whole[: whole.rindex(b"PK\x03\x04") + 60])
    read, errors = walked(path)
    assert read == {
        "export.zip/Connections.csv": MEMBERS["Connections.csv"],
        "export.zip/photos/kätzchen.jpg": MEMBERS["photos/kätzchen.jpg"],
    }
    archive, member = errors
    assert archive == (
        "export.zip: this archive is cut off, as by a broken download; the 2 files that are whole "
        "are read; get it once more"
    )
    assert member == "export.zip/messages.csv: is cut off and could not be read"


def test_an_archive_of_which_nothing_is_whole_says_so(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(zipped(MEMBERS)[:40])
    read, errors = walked(path)
    assert read == {}
    archive, member = errors
    assert "cut off, as by a broken download; none of its files is whole" in archive
    assert member == "export.zip/the last file: is cut off and could not be read"


def test_the_end_of_an_archive_inside_does_not_pass_for_that_of_the_whole(tmp_path: Path) -> None:
    inner = zipped({"inner.csv": b"x,y\n"})
    outer = zipped({"a.csv": b"a,b\n", "inner.zip": inner, "z.csv": b"z\n"}, zipfile.ZIP_STORED)
    path = tmp_path / "outer.zip"
    path.write_bytes(outer[: outer.index(inner) + len(inner)])
    read, errors = walked(path)
    assert read == {"outer.zip/a.csv": b"a,b\n", "outer.zip/inner.zip/inner.csv": b"x,y\n"}
    assert len(errors) == 1


def test_an_archive_inside_may_be_cut_off_too(tmp_path: Path) -> None:
    inner = zipped(MEMBERS)
    path = tmp_path / "outer.zip"
    path.write_bytes(zipped({"inner.zip": inner[: inner.rindex(b"PK\x03\x04") + 9], "a.csv": b"a"}))
    read, errors = walked(path)
    assert "outer.zip/inner.zip/Connections.csv" in read
    assert read["outer.zip/a.csv"] == b"a"
    assert errors[0].startswith("outer.zip/inner.zip: this archive is cut off")


@pytest.mark.parametrize("piped", [False, True])
def test_a_bomb_stays_closed_and_the_others_are_read(tmp_path: Path, piped: bool) -> None:
    members = {"a.csv": b"a,b\n", "bomb.csv": bytes(2**24), "z.csv": b"z\n"}
    whole = zipped(members, piped=piped)
    path = tmp_path / "export.zip"
    path.write_bytes(whole[: whole.index(b"PK\x01\x02")])
    read, errors = walked(path)
    assert read == {"export.zip/a.csv": b"a,b\n", "export.zip/z.csv": b"z\n"}
    assert f"export.zip/bomb.csv: {BOMB}" in errors


def test_a_size_that_lies_and_a_flipped_bit_cost_their_member_alone(tmp_path: Path) -> None:
    whole = bytearray(zipped({"a.csv": b"hello", "b.csv": b"world"}, zipfile.ZIP_STORED))
    whole[whole.index(b"hello")] ^= 1
    path = tmp_path / "export.zip"
    path.write_bytes(whole[: whole.index(b"PK\x01\x02")])
    read, errors = walked(path)
    assert read == {"export.zip/b.csv": b"world"}
    assert errors[1].startswith("export.zip/a.csv: cannot be read")
    header = whole.index(b"PK\x03\x04")
    whole[header + 18 : header + 22] = struct.pack("<L", 2**31)
    path.write_bytes(whole[: whole.index(b"PK\x01\x02")])
    read, errors = walked(path)
    assert f"export.zip/a.csv: {CUT_OFF}" in errors


def test_no_more_members_are_looked_for_than_are_allowed() -> None:
    data = zipped({f"{n}.csv": b"x" for n in range(50)})
    opened = open_zip(io.BytesIO(data[:-30]), 20)
    assert isinstance(opened, Cut)
    assert len(opened.archive.namelist()) == 21


def test_random_damage_never_raises(tmp_path: Path) -> None:
    random = Random(5)
    path = tmp_path / "export.zip"
    for piped in (False, True):
        data = zipped(MEMBERS, piped=piped)
        for _ in range(300):
            broken = bytearray(data[: random.randrange(30, len(data))])
            for _ in range(random.randrange(4)):
                broken[random.randrange(4, len(broken))] = random.randrange(256)
            path.write_bytes(broken)
            for found in walk(path):
                assert isinstance(found, Document | NetgraphError)
                assert "\n" not in str(found)
