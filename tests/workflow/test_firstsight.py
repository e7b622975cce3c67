"""A large mailbox of a new name is read once, and gives what it gives by the other road."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.errors import UnreadableFileError
from netgraph.importers import Document
from netgraph.importers._checksums import Late
from netgraph.importers._files import LARGE_BYTES, walk
from netgraph.importers.mbox import begins_mailbox
from netgraph.store import Store
from netgraph.workflow import declare_owner, import_paths
from netgraph.workflow.forgetting import forget, plan_to_forget
from netgraph.workflow.screening import take_back

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Stone\r\nEMAIL:ada@example.org\r\nEND:VCARD\r\n"
TABLES = ("source", "card", "interaction", "relation", "reject", "repeat")


@pytest.fixture(scope="module")
def nasty(fixtures: Path) -> bytes:
    """Every sample of a mailbox, again and again, with letters of its own in between."""
    samples = [path.read_bytes() for path in sorted((fixtures / "mail").glob("*.mbox"))]
    samples = [sample for sample in samples if begins_mailbox(sample)]
    assert len(samples) > 5
    parts, size = [], 0
    while size <= LARGE_BYTES:
        number = len(parts)
        letter = (
            f"From - Mon Mar  4 11:20:34 2024\nFrom: p{number}@pine.example\n"
            f"To: Ilse Quandel <ilse@nordwind.example>, Noor Saldana <noor@example.org>\n"
            f"Date: Mon, 4 Mar 2024 11:20:34 +0000\nMessage-ID: <n{number}@pine.example>\n\n"
            f"Ilse, meet Noor.\n{'x' * 3000}\n\n"
        )
        parts += [letter.encode(), samples[number % len(samples)], b"\n"]
        size = sum(map(len, parts))
    return b"".join(parts)


def written(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of what was imported."""
    return {t: store._database.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}


def imported(store: Store, path: Path, owner: str = "") -> str:
    """What is said of the one file at ``path``."""
    [report] = import_paths(store, [path], now=NOW, owner=owner)
    return report.error or report.note or f"{report.counts.read} read"


def zipped(path: Path, data: bytes, name: str = "All mail.mbox") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return path


def without_trust(folder: Path) -> Store:
    """A store in which something was forgotten, so that a file is known before it is read."""
    store = Store.open(folder / "careful.db")
    (folder / "ada.vcf").write_text(CARD, newline="")
    imported(store, folder / "ada.vcf")
    forget(store, plan_to_forget(store, "1"), salt=bytes(16))
    assert not store.forgotten.is_empty()
    return store


@pytest.mark.parametrize("is_zip", [False, True])
def test_the_rows_are_the_same_by_both_roads(tmp_path: Path, nasty: bytes, is_zip: bool) -> None:
    path = tmp_path / "All mail.mbox"
    path.write_bytes(nasty)
    if is_zip:
        path = zipped(tmp_path / "takeout.zip", nasty)
    with Store.open(tmp_path / "new.db") as new, without_trust(tmp_path) as careful:
        said = imported(new, path)
        assert said.endswith(" read")
        assert said == imported(careful, path)
        rows = written(new)
        assert rows == written(careful)
        [source] = rows["source"]
        assert hashlib.sha256(nasty).hexdigest()[:12] in source
        assert all(rows[table] for table in ("card", "interaction", "reject", "repeat"))


def test_a_known_file_under_another_name_changes_nothing(tmp_path: Path, nasty: bytes) -> None:
    with Store.open(tmp_path / "s.db") as store:
        (tmp_path / "All mail.mbox").write_bytes(nasty)
        assert "read" in imported(store, tmp_path / "All mail.mbox")
        before = written(store)
        (tmp_path / "Inbox.mbox").write_bytes(nasty)
        assert imported(store, tmp_path / "Inbox.mbox") == "imported before: nothing changed"
        for name in ("one.mbox", "two.mbox"):
            path = zipped(tmp_path / "again.zip", nasty, name)
            assert imported(store, path) == "imported before: nothing changed"
        after = written(store)
        places = [(*row[:-1], "") for row in before.pop("source")]
        assert [(*row[:-1], "") for row in after.pop("source")] == places
        assert after == before


def test_a_friends_mailbox_is_asked_about_as_ever(tmp_path: Path, nasty: bytes) -> None:
    with Store.open(tmp_path / "s.db") as store:
        friend = declare_owner(store, "Ilse Quandel <ilse@nordwind.example>", friend=True)
        (tmp_path / "a.mbox").write_bytes(nasty)
        (tmp_path / "b.mbox").write_bytes(nasty)
        imported(store, tmp_path / "a.mbox", owner=friend.key)
        assert "in already as Ilse Quandel's" in imported(store, tmp_path / "b.mbox")


def test_a_forgotten_mailbox_is_not_even_written_for_a_while(tmp_path: Path, nasty: bytes) -> None:
    with Store.open(tmp_path / "s.db") as store:
        (tmp_path / "a.mbox").write_bytes(nasty)
        imported(store, tmp_path / "a.mbox")
        forget(store, plan_to_forget(store, "1"), salt=bytes(16))
        (tmp_path / "b.mbox").write_bytes(nasty)
        assert "you asked to forget this file" in imported(store, tmp_path / "b.mbox")
        beside = [path.read_bytes() for path in tmp_path.glob("s.db*")]
        assert not any(b"ilse@nordwind.example" in content for content in beside)
        take_back(store, [tmp_path / "b.mbox"])
        assert "read" in imported(store, tmp_path / "b.mbox")


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_damage_at_the_end_of_a_zip_leaves_nothing(tmp_path: Path, nasty: bytes, kind: int) -> None:
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w", kind) as archive:
        archive.writestr("All mail.mbox", nasty)
        archive.getinfo("All mail.mbox").CRC ^= 1
    with Store.open(tmp_path / "s.db") as store, without_trust(tmp_path) as careful:
        said = imported(store, path)
        assert said.startswith("takeout.zip/All mail.mbox: cannot be read (the archive is damaged")
        assert said == imported(careful, path)
        assert not any(written(store).values())


class TestLate:
    @pytest.fixture
    def opened(self) -> list[int]:
        return []

    @pytest.fixture
    def late(self, opened: list[int]) -> Late:
        def opener() -> io.BytesIO:
            opened.append(1)
            return io.BytesIO(b"mail" * 100_000)

        return Late("a.mbox", opener)

    def test_what_was_read_through_is_not_read_again(self, late: Late, opened: list[int]) -> None:
        with late.while_read(late.opener)() as stream:
            while stream.read(1000):
                pass
        assert late.digest() == hashlib.sha256(b"mail" * 100_000).hexdigest()[:12]
        assert opened == [1]

    def test_what_was_read_in_part_is_read_for_it(self, late: Late, opened: list[int]) -> None:
        with late.while_read(late.opener)() as stream:
            stream.read(1000)
        assert late.digest() == hashlib.sha256(b"mail" * 100_000).hexdigest()[:12]
        assert opened == [1, 1]

    def test_the_label_of_a_folder_counts_as_ever(self, tmp_path: Path, nasty: bytes) -> None:
        name = "Takeout/Contacts/Choir/Choir.vcf"
        path = zipped(tmp_path / "takeout.zip", nasty, name)
        [known] = walk(path)
        [later] = walk(path, lambda _name, _head: True)
        assert isinstance(known, Document)
        assert isinstance(later, Document)
        assert later.digest == ""
        assert later.late is not None
        assert later.late.digest() == known.digest
        assert known.digest != hashlib.sha256(nasty).hexdigest()[:12]

    def test_a_file_that_is_gone_is_told(self, tmp_path: Path) -> None:
        late = Late("a.mbox", (tmp_path / "a.mbox").open)  # type: ignore[arg-type]
        with pytest.raises(UnreadableFileError, match=r"a\.mbox: cannot be read"):
            late.digest()
