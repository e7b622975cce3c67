"""The architecture, as far as a machine can hold it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "netgraph").rglob("*.py"))
#: External package -> the only places that may import it.
KEPT_IN = {
    "click": ("cli/",),
    "jinja2": ("present/",),
    "pyvis": ("present/",),
    "sqlite3": ("store/",),
    "networkit": ("graph/engine.py",),
    "socket": (),
    "urllib.request": (),
    "http": (),
    "requests": (),
}
#: Imported inside the function that needs them: `netgraph --help` must answer at once.
HEAVY = {"pandas", "networkx", "networkit", "numba", "pyvis", "phonenumbers", "icalendar", "rich"}
VAGUE = {"utils", "common", "helpers", "misc", "core", "manager"}


def imported(tree: ast.AST) -> set[str]:
    """The modules imported anywhere in ``tree``, and the packages they stand in."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found | {name.split(".")[0] for name in found}


def place(path: Path) -> str:
    return path.relative_to(ROOT / "netgraph").as_posix()


def test_a_layer_imports_those_below_it_never_above_never_its_sibling():
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Contracts: 1 kept, 0 broken" in result.stdout


def test_importers_do_not_import_each_other():
    for path in (ROOT / "netgraph" / "importers").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                parts = node.module.split(".")
                other = parts[2] if parts[:2] == ["netgraph", "importers"] and parts[2:] else "_"
                assert other.startswith("_"), f"{path.name} imports {other}"


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_libraries_stay_in_their_rooms(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for name in imported(tree) & KEPT_IN.keys():
        assert place(path).startswith(KEPT_IN[name]), f"{place(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_heavy_imports_stand_inside_functions(path):
    top = ast.parse(path.read_text(encoding="utf-8")).body
    for node in top:
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert not imported(node) & HEAVY, f"{place(path)}: {ast.unparse(node)}"


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_modules_are_short_and_have_a_noun(path):
    assert path.stem not in VAGUE
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            first = node.body[1] if ast.get_docstring(node) and node.body[1:] else node.body[0]
            length = (node.end_lineno or 0) - first.lineno + 1
            assert length <= 40, f"{place(path)}: {node.name} has {length} lines"
