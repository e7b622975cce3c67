"""No socket, ever: not at import, not in any verb; and the package names no outside address."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

GUARDED = """
import socket, sys
def refuse(event, arguments):
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        print("SOCKET OPENED", file=sys.stderr)
        raise SystemExit(99)
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect"):
        print("NAME LOOKED UP", event, file=sys.stderr)
        raise SystemExit(99)
sys.addaudithook(refuse)
from netgraph.cli import main
main()
"""


def guarded(*arguments: str, store: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", GUARDED, "--store", str(store), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def test_no_verb_opens_a_socket_in_a_process_of_its_own(tmp_path):
    store = tmp_path / "netgraph.db"
    verbs = [
        ("--help",),
        ("import", "sample_data/mine"),
        ("import", "--owner", "Dana Fox <dana.fox@example.org>", "sample_data/friend_dana.zip"),
        ("add", "Maria Vance", "--as", "vet"),
        ("target", "add", "--from", "sample_data/targets.csv"),
        ("target", "list"),
        ("prompts",),
        ("summary",),
        ("people", "maria"),
        ("who", "Nordwind"),
        ("bridges",),
        ("paths",),
        ("reach",),
        ("review", "--list"),
        ("explore", "-o", str(tmp_path / "page.html")),
        ("export", "-o", str(tmp_path / "csv")),
        ("export", "-o", str(tmp_path / "g.graphml")),
        ("target", "remove", "Solstice Grid"),
        (),
    ]
    for verb in verbs:
        result = guarded(*verb, store=store)
        assert result.returncode == 0, (verb, result.stderr)
        assert result.stdout.strip(), verb
        assert "SOCKET" not in result.stderr


def test_the_package_asks_nothing_of_the_outside():
    loaded = re.compile(r"""(?:src|href|url)\s*[=(]\s*["']?https?://""")
    for path in (ROOT / "netgraph").rglob("*"):
        if path.suffix in {".py", ".js", ".css", ".j2"}:
            assert not loaded.search(path.read_text(encoding="utf-8")), path
