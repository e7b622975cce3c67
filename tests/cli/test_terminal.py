"""On a real terminal: questions one by one, and a progress bar that leaves nothing behind."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path


def on_terminal(store: Path, *arguments: str, say: str = "") -> str:
    """What a person sees, who types ``say`` when the program waits for input."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "COLUMNS": "80", "TERM": "xterm"}
    process = subprocess.Popen(
        [sys.executable, "-m", "netgraph", "--store", str(store), *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment,
        close_fds=True,
    )
    os.close(follower)
    seen = b""
    pending = say.splitlines(keepends=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if select.select([leader], [], [], 0.1)[0]:
            try:
                block = os.read(leader, 65536)
            except OSError:
                break
            if not block:
                break
            seen += block
            if pending and seen.rstrip().endswith(b"[skip]:"):
                os.write(leader, pending.pop(0).encode())
                seen += b"\n"
        elif process.poll() is not None:
            break
    process.wait()
    os.close(leader)
    return seen.decode("utf-8", "replace")


def test_review_asks_pair_by_pair_and_keeps_the_word(sample_store, own, tmp_path):
    asked = json.loads(own("review", "--format", "json").stdout)
    store = tmp_path / "own.db"
    screen = on_terminal(store, "review", say="different\nskip\nstop\n")
    assert f"1 of {len(asked)}" in screen
    assert "May these two be one person?" in screen
    assert "The first and last names are the same" in screen
    left = json.loads(own("review", "--format", "json").stdout)
    assert len(left) == len(asked) - 1


def test_import_shows_a_bar_on_a_terminal_and_none_in_a_pipe(sample_data, tmp_path):
    mail = tmp_path / "All mail.mbox"
    shutil.copy(sample_data / "mine" / "mail" / "All mail.mbox", mail)
    screen = on_terminal(tmp_path / "new.db", "import", str(mail))
    assert "All mail.mbox" in screen
    assert "\x1b[" in screen
    command = [sys.executable, "-m", "netgraph", "--store", str(tmp_path / "b.db"), "import"]
    piped = subprocess.run([*command, str(mail)], capture_output=True, text=True, check=True)
    assert piped.stderr == ""
    assert "\x1b[" not in piped.stdout


def test_questions_are_asked_one_by_one_and_answered_in_a_word(sample_store, own, tmp_path):
    first = json.loads(own("questions", "--format", "json").stdout)
    screen = on_terminal(tmp_path / "own.db", "questions", "--limit", "3", say="n\nskip\nstop\n")
    assert "1 of at most 3" in screen
    assert first[0]["question"] in screen
    assert "3 of at most 3" in screen
    asked = {row["question"] for row in json.loads(own("questions", "--format", "json").stdout)}
    assert first[0]["question"] not in asked
    assert len(screen.split("your answer?")) == 4
    [left, right] = [person["id"] for person in first[0]["people"]]
    assert json.loads(own("tie", left, right, "--format", "json").stdout)["tie"] is None
