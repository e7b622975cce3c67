"""``netgraph report``."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result


def test_the_plan_is_one_private_page_and_a_copy_names_nobody(
    own: Callable[..., Result], tmp_path: Path
) -> None:
    own("log", "Dana Fox", "--did", "met")
    path, copy = tmp_path / "plan.html", tmp_path / "copy.html"
    assert "keep it private" in own("report", "-o", str(path)).output
    shape = json.loads(own("report", "-o", str(copy), "--redact", "--format", "json").stdout)
    assert shape == {"file": str(copy), "redacted": "full"}
    page, redacted = path.read_text("utf-8"), copy.read_text("utf-8")
    assert "Dana Fox" in page
    assert "Nordwind Analytics" in redacted
    people = json.loads(own("people", "--format", "json").stdout)
    for person in people:
        if len(person["name"].split()) > 1:
            assert person["name"] not in redacted
    assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600
