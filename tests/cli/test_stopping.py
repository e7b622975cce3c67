"""Ctrl-C in the middle of an import, and the bar that tells how far it has got."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from netgraph.__main__ import run
from netgraph.cli import main
from netgraph.cli.progress import Meter, sizes_below
from netgraph.model import FileReport, ImportCounts
from netgraph.store import Store
from netgraph.workflow import import_paths

NOW = datetime(2026, 11, 1, tzinfo=UTC)
MESSAGE = """From ada Mon Mar  2 10:00:00 2026
From: Ada Stone <ada{0}@example.org>
To: Noor Saldana <noor@example.org>
Date: Mon, 2 Mar 2026 10:00:00 +0000
Message-ID: <{0}@mail.example>

{1}

"""


def command(store: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "netgraph", "--store", str(store), "import", *arguments]


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A small list that comes first, then a mailbox that takes a second or more."""
    made = tmp_path_factory.mktemp("long") / "mine"
    made.mkdir()
    (made / "a list.csv").write_text("Name,Circle\nOtto Vogel,choir\n", encoding="utf-8")
    body = "Good morning, how are you these days?\n" * 20
    with (made / "mail.mbox").open("w", encoding="utf-8") as stream:
        for number in range(20_000):
            stream.write(MESSAGE.format(number, body))
    return made


def test_ctrl_c_keeps_whole_files_and_says_how_to_go_on(tmp_path, folder):
    store = tmp_path / "netgraph.db"
    process = subprocess.Popen(
        [*command(store, str(folder)), "--format", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        # a shell starts what it puts in the background with SIGINT ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )  # fmt: skip
    wait_for_the_list(store)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == (
        "Stopped. 1 file is in; run the same command again to go on: what is in is not read "
        "twice.\n"
    )
    assert [row["file"] for row in json.loads(out)] == ["mine/a list.csv"]
    with Store.open(store) as opened:
        assert [s.file for s, _counts in opened.imported.sources()] == ["mine/a list.csv"]
        assert opened.imported.interactions() == ()
        assert [stored.card.names for stored in opened.imported.cards()] == [("Otto Vogel",)]
    again = subprocess.run([*command(store, str(folder)), "--format", "json"], check=True,
                           capture_output=True, text=True)  # fmt: skip
    first, second = json.loads(again.stdout)
    assert "imported before" in first["note"]
    assert second["kept"] == 20_000


def wait_for_the_list(store: Path) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        time.sleep(0.02)
        if store.exists() and store.stat().st_size and b"Otto Vogel" in beside(store):
            return
    raise AssertionError("the list was never imported")


def beside(store: Path) -> bytes:
    return b"".join(file.read_bytes() for file in store.parent.glob(f"{store.name}*"))


def test_a_terminal_shows_rate_and_time_left_and_a_pipe_nothing(tmp_path, folder):
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(tmp_path / "one.db", str(folder)), stdout=subprocess.DEVNULL, stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    )  # fmt: skip
    os.close(theirs)
    shown = read_to_the_end(ours)
    assert process.wait() == 0
    assert "mail.mbox" in shown
    assert re.search(r"\d+(\.\d)? [kM]B/s", shown)
    assert re.search(r"\d+(\.\d)?/\d+(\.\d)? MB", shown)
    assert re.search(r"\b\d\d:\d\d\b", shown)
    quiet = subprocess.run(
        command(tmp_path / "two.db", str(folder)), check=True, capture_output=True
    )
    assert quiet.stderr == b""


def read_to_the_end(terminal: int) -> str:
    shown = b""
    while True:
        try:
            block = os.read(terminal, 65_536)
        except OSError:
            break
        if not block:
            break
        shown += block
    os.close(terminal)
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.decode("utf-8", "replace"))


def test_the_sizes_are_those_of_files_and_members(tmp_path):
    base = tmp_path / "mine"
    (base / "deep").mkdir(parents=True)
    (base / "deep" / "a.csv").write_bytes(b"12345")
    with zipfile.ZipFile(base / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("in/b.csv", b"1" * 1000)
    assert dict(sizes_below(base)) == {"mine/deep/a.csv": 5, "mine/export.zip/in/b.csv": 1000}
    assert dict(sizes_below(base / "deep" / "a.csv")) == {"a.csv": 5}
    assert dict(sizes_below(tmp_path / "nowhere")) == {}


def test_a_file_is_as_far_as_its_last_reading_and_what_is_not_read_counts_when_done():
    meter = Meter({"a.csv": 100, "b.zip/inner.zip": 50, "c.jpg": 7})
    for position in (60, 120, 0, 30):
        meter.move("a.csv", position)
    assert meter.done == 30
    meter.finish("a.csv")
    meter.move("b.zip/inner.zip/x.csv", 20)
    meter.move("b.zip/inner.zip/y.csv", 0)
    assert meter.done == 120
    meter.finish("b.zip/inner.zip/x.csv")
    meter.finish("c.jpg")
    meter.finish("")
    assert (meter.done, meter.total) == (127, 157)


def test_a_list_that_is_looked_through_first_is_not_done_by_that(tmp_path):
    rows = "".join(f"Ann{n},Roe{n},,,,\n" for n in range(2_000))
    path = tmp_path / "Connections.csv"
    path.write_text("First Name,Last Name,Email Address,Company,Position,Connected On\n" + rows)
    seen: list[int] = []
    with Store.open(tmp_path / "netgraph.db") as store:
        list(import_paths(store, [path], now=NOW, progress=lambda _name, at: seen.append(at)))
    size = path.stat().st_size
    assert max(seen) == seen[-1] == size
    assert min(seen[seen.index(size) :]) < size


@pytest.fixture
def as_in_a_terminal():
    """SIGINT as a terminal has it: a shell has it ignored in what it runs in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("as_in_a_terminal")
def test_ctrl_c_that_a_library_keeps_to_itself_stops_before_the_next_file(monkeypatch, tmp_path):
    def swallowed(*_arguments: object, **_options: object):
        for number in range(3):
            if number == 1:
                with contextlib.suppress(KeyboardInterrupt):
                    signal.raise_signal(signal.SIGINT)
            yield FileReport(f"{number}.csv", "List", "rows", ImportCounts(1, 1, 0, 0, 0))

    monkeypatch.setattr("netgraph.workflow.import_paths", swallowed)
    arguments = ["--store", str(tmp_path / "a.db"), "import", str(tmp_path), "--format", "json"]
    found = CliRunner().invoke(main, arguments)
    assert found.exit_code == 130
    assert [row["file"] for row in json.loads(found.stdout)] == ["0.csv", "1.csv"]
    assert "Stopped. 2 files are in" in found.stderr
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_in_any_verb_is_no_error_to_read(monkeypatch, tmp_path):
    def pressed(_path: Path) -> Store:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "open", pressed)
    found = CliRunner().invoke(main, ["--store", str(tmp_path / "a.db"), "import", "--me", "Noor"])
    assert (found.exit_code, found.stderr) == (130, "Stopped.\n")


def test_ctrl_c_while_python_starts_is_no_traceback(monkeypatch):
    def pressed(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("netgraph.cli.main", pressed)
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == 130
