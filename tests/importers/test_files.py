from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path
from random import Random

import pytest

from netgraph.errors import NetgraphError, UnreadableFileError
from netgraph.importers._files import Document, walk
from netgraph.importers._text.encodings import HEAD_BYTES, decode, marked_encoding
from tests.importers.mutations import mutated

TEXT = "First Name,Last Name\nJörg,Weißgerber\n"


def documents(path: Path) -> dict[str, Document]:
    """What can be opened; fails when something cannot."""
    found = list(walk(path))
    assert all(isinstance(item, Document) for item in found), found
    return {item.name: item for item in found if isinstance(item, Document)}


def errors(path: Path) -> list[str]:
    return [str(item) for item in walk(path) if isinstance(item, NetgraphError)]


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in members.items():
            written.writestr(name, data)
    return path


class TestPlainFiles:
    def test_a_file_is_one_document(self, tmp_path: Path) -> None:
        path = tmp_path / "Connections.csv"
        path.write_text(TEXT, encoding="utf-8")
        (document,) = documents(path).values()
        assert document.name == document.basename == "Connections.csv"
        assert document.size == len(TEXT.encode())
        assert document.text() == document.head_text() == TEXT
        assert len(document.digest) == 12
        origin = document.origin("linkedin", "row 2")
        assert (origin.file, origin.digest, origin.place) == (path.name, document.digest, "row 2")

    def test_only_the_first_64_kib_are_held(self, tmp_path: Path) -> None:
        path = tmp_path / "big.txt"
        path.write_bytes(b"x" * (HEAD_BYTES - 1) + "é".encode() + b"y" * 100)
        (document,) = documents(path).values()
        assert len(document.head) == HEAD_BYTES
        assert document.head_text() == "x" * (HEAD_BYTES - 1)
        assert document.text().endswith("xé" + "y" * 100)

    def test_an_empty_file_is_a_document_without_content(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.csv"
        path.touch()
        (document,) = documents(path).values()
        assert (document.size, document.text()) == (0, "")

    def test_a_missing_file_is_named(self, tmp_path: Path) -> None:
        (error,) = errors(tmp_path / "nowhere.csv")
        assert "nowhere.csv: there is no such file or folder" in error

    def test_bytes_like_a_zip_at_the_end_make_no_zip(self, tmp_path: Path) -> None:
        inner = archive(tmp_path / "a.zip", {"a.txt": b"a"}).read_bytes()
        path = tmp_path / "all.mbox"
        path.write_bytes(b"From a@example.com Mon Jan  1 00:00:00 2024\n\n" + inner)
        assert list(documents(path)) == ["all.mbox"]

    def test_a_pipe_is_refused_and_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert errors(tmp_path / "pipe") == ["pipe: not an ordinary file"]


class TestEncodings:
    @pytest.mark.parametrize(
        "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
    )
    def test_text_survives(self, encoding: str) -> None:
        mark = "\ufeff" if encoding in {"utf-16-le", "utf-16-be"} else ""
        assert decode((mark + TEXT).encode(encoding)) == TEXT

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_a_character_cut_in_two_is_dropped(self, encoding: str) -> None:
        whole = "naïve 👩".encode(encoding)
        assert decode(whole[:-1], final=False) == "naïve "

    def test_a_broken_character_at_the_very_end_is_not_hidden(self) -> None:
        assert decode(b"Ren\xc3") == "RenÃ"

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    @pytest.mark.parametrize(
        "text",
        [
            TEXT,
            "Name,Город\r\nЮлия Щукина,Новый Дом\r\nСергей Жаров,Ёлка\r\n",
            "姓名,公司\r\n王一,一家公司\r\n李二,北京\r\n",
            "x",
        ],
    )
    def test_utf16_needs_no_mark(self, encoding: str, text: str) -> None:
        assert decode(text.encode(encoding)) == text

    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    def test_half_a_character_of_utf16_is_dropped(self, encoding: str) -> None:
        assert decode("naïve 👩".encode(encoding)[:-2], final=False) == "naïve "

    @pytest.mark.parametrize(
        "data",
        [
            b"Name\x00,Town\nAnn Lee,Port Alder\n",
            b"\x00\x01\x00\x02\x00\x03\x00\x04",
            b"PK\x03\x04\x14\x00\x00\x00\x08\x00",
            bytes(range(256)),
        ],
    )
    def test_zero_bytes_alone_are_no_utf16(self, data: bytes) -> None:
        assert marked_encoding(data) == ""

    def test_a_whole_file_is_told_by_all_its_letters(self, tmp_path: Path) -> None:
        path = tmp_path / "list.csv"
        text = "Name\n" + "Ann Lee\n" * 20_000 + "José Muñoz\nJürgen Müller\n"
        path.write_bytes(text.encode("mac_roman"))
        (document,) = documents(path).values()
        assert document.assumed is None
        assert document.text() == text
        assert document.assumed == document.encoding == ("mac_roman", True)

    def test_no_bytes_are_too_strange(self) -> None:
        random = Random(7)
        for length in range(200):
            assert isinstance(decode(random.randbytes(length)), str)


class TestFolders:
    def test_files_come_in_name_order_and_rubbish_is_passed_over(self, tmp_path: Path) -> None:
        base = tmp_path / "mine"
        for name in ("b.csv", "a.csv", "sub/c.csv", ".hidden", "__MACOSX/._a.csv", "Thumbs.db"):
            (base / name).parent.mkdir(parents=True, exist_ok=True)
            (base / name).write_text("x")
        assert list(documents(base)) == ["mine/a.csv", "mine/b.csv", "mine/sub/c.csv"]

    def test_an_empty_folder_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "nothing").mkdir()
        assert errors(tmp_path / "nothing") == ["nothing: holds no files"]

    def test_links_in_a_circle_end(self, tmp_path: Path) -> None:
        base = tmp_path / "mine"
        base.mkdir()
        (base / "a.csv").write_text("x")
        (base / "round").symlink_to(base, target_is_directory=True)
        (base / "itself.csv").symlink_to(base / "itself.csv")
        found = list(walk(base))
        assert [item.name for item in found if isinstance(item, Document)] == ["mine/a.csv"]
        assert sorted(errors(base)) == [
            "mine/itself.csv: not an ordinary file",
            "mine/round: a link to a folder; not followed",
        ]

    def test_a_link_to_a_file_is_read(self, tmp_path: Path) -> None:
        (tmp_path / "real.csv").write_text("x")
        base = tmp_path / "mine"
        base.mkdir()
        (base / "link.csv").symlink_to(tmp_path / "real.csv")
        assert list(documents(base)) == ["mine/link.csv"]

    def test_names_that_would_spoil_a_screen_are_shown_harmlessly(self, tmp_path: Path) -> None:
        (tmp_path / "m").mkdir()
        (tmp_path / "m" / "a\x1b[31m\n.csv").write_text("x")
        (tmp_path / "m" / os.fsdecode(b"b\xff.csv")).write_text("x")
        assert list(documents(tmp_path / "m")) == ["m/a\ufffd[31m\ufffd.csv", "m/b\ufffd.csv"]


class TestArchives:
    def test_members_are_named_below_the_archive(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "export.zip", {"b/Messages.csv": b"m", "Connections.csv": b"c"})
        assert {n: d.bytes() for n, d in documents(path).items()} == {
            "export.zip/Connections.csv": b"c",
            "export.zip/b/Messages.csv": b"m",
        }

    def test_documents_stay_open_after_the_walk(self, tmp_path: Path) -> None:
        inner = archive(tmp_path / "inner.zip", {"a.csv": b"a"}).read_bytes()
        path = archive(tmp_path / "outer.zip", {"inner.zip": inner, "b.csv": b"b"})
        found = documents(path)
        assert [d.bytes() for d in found.values()] == [b"b", b"a"]
        assert [d.bytes() for d in found.values()] == [b"b", b"a"]

    def test_hostile_names_are_only_shown(self, tmp_path: Path) -> None:
        names = ["../../evil.csv", "/etc/passwd", "C:\\boot.ini", "a/./b.csv", "x\x1b[2J.csv"]
        path = archive(tmp_path / "export.zip", dict.fromkeys(names, b"x"))
        before = sorted(tmp_path.rglob("*"))
        assert set(documents(path)) == {
            "export.zip/evil.csv",
            "export.zip/etc/passwd",
            "export.zip/C:/boot.ini",
            "export.zip/a/b.csv",
            "export.zip/x\ufffd[2J.csv",
        }
        assert sorted(tmp_path.rglob("*")) == before

    def test_rubbish_is_passed_over(self, tmp_path: Path) -> None:
        members = {"__MACOSX/._a.csv": b"x", ".DS_Store": b"x", "sub/.git/x": b"x", "a.csv": b"a"}
        path = archive(tmp_path / "export.zip", members)
        assert list(documents(path)) == ["export.zip/a.csv"]

    def test_an_empty_archive_says_so(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "export.zip", {})
        assert errors(path) == ["export.zip: holds no files"]

    def test_an_archive_in_an_archive_is_read_and_a_third_is_not(self, tmp_path: Path) -> None:
        third = archive(tmp_path / "3.zip", {"c.csv": b"c"}).read_bytes()
        second = archive(tmp_path / "2.zip", {"b.csv": b"b", "3.zip": third}).read_bytes()
        path = archive(tmp_path / "1.zip", {"a.csv": b"a", "2.zip": second})
        names = [d.name for d in walk(path) if isinstance(d, Document)]
        assert names == ["1.zip/2.zip/b.csv", "1.zip/a.csv"]
        assert errors(path) == ["1.zip/2.zip/3.zip: an archive in an archive; unpack it first"]

    def test_a_spreadsheet_is_no_archive(self, tmp_path: Path, fixtures: Path) -> None:
        book = (fixtures / "sheets" / "people.xlsx").read_bytes()
        path = archive(tmp_path / "export.zip", {"people.xlsx": book})
        assert list(documents(path)) == ["export.zip/people.xlsx"]
        assert list(documents(fixtures / "sheets" / "people.xlsx")) == ["people.xlsx"]

    def test_a_bomb_is_not_opened_and_the_rest_is(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "export.zip", {"bomb.csv": bytes(2**24), "good.csv": b"x"})
        assert [d.name for d in walk(path) if isinstance(d, Document)] == ["export.zip/good.csv"]
        (error,) = errors(path)
        assert "export.zip/bomb.csv" in error
        assert "suspiciously large" in error

    def test_many_members_sharing_their_bytes_are_stopped(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "a.zip", {"a.csv": Random(1).randbytes(1000) * 180})
        with zipfile.ZipFile(path) as read:
            info = read.infolist()[0]
        with zipfile.ZipFile(path, "a") as written:
            for index in range(2000):
                copy = zipfile.ZipInfo(f"copy{index}.csv")
                copy.header_offset = info.header_offset
                copy.compress_type = info.compress_type
                copy.CRC, copy.file_size = info.CRC, info.file_size
                copy.compress_size = info.compress_size
                written.filelist.append(copy)
            written._didModify = True
        assert any("suspiciously large" in error for error in errors(path))

    def test_a_locked_member_is_named_and_the_rest_is_read(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "export.zip", {"a.csv": b"a", "b.csv": b"b"})
        data = bytearray(path.read_bytes())
        for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(signature) + offset] |= 1
        path.write_bytes(data)
        assert [d.name for d in walk(path) if isinstance(d, Document)] == ["export.zip/b.csv"]
        assert errors(path) == [
            "export.zip/a.csv: is protected by a password; unpack it first",
        ]

    def test_a_flipped_bit_in_a_member_costs_that_member(self, tmp_path: Path) -> None:
        path = tmp_path / "export.zip"
        with zipfile.ZipFile(path, "w") as written:
            written.writestr("a.csv", b"hello")
            written.writestr("b.csv", b"world")
        path.write_bytes(path.read_bytes().replace(b"hello", b"hallo"))
        assert [d.name for d in walk(path) if isinstance(d, Document)] == ["export.zip/b.csv"]
        (error,) = errors(path)
        assert error.startswith("export.zip/a.csv: cannot be read")

    def test_a_size_that_lies_is_caught(self, tmp_path: Path) -> None:
        path = archive(tmp_path / "export.zip", {"a.csv": b"a" * 500})
        data = bytearray(path.read_bytes())
        at = data.index(b"PK\x01\x02") + 24
        data[at : at + 4] = struct.pack("<I", 5)
        path.write_bytes(data)
        (error,) = errors(path)
        assert error.startswith("export.zip/a.csv: cannot be read")

    def test_damaged_archives_never_raise(self, tmp_path: Path) -> None:
        inner = archive(tmp_path / "inner.zip", {"x.csv": b"x" * 50}).read_bytes()
        path = archive(tmp_path / "export.zip", {"a.csv": b"abc" * 30, "in.zip": inner})
        data, random = path.read_bytes(), Random(3)
        for _ in range(400):
            path.write_bytes(mutated(data, random))
            for found in walk(path):
                if isinstance(found, Document):
                    assert isinstance(found.text(), str)
                else:
                    assert isinstance(found, UnreadableFileError)
                    assert "\n" not in str(found)

    def test_a_file_too_large_to_hold_is_refused(self) -> None:
        document = Document("huge.vcf", 2**31, b"", "0" * 12, lambda: io.BytesIO(b""))
        with pytest.raises(UnreadableFileError, match=r"too large to be a file of this kind"):
            document.bytes()
