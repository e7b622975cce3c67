"""The README tells every key of every JSON answer, beside the verb that prints it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SHAPES = README.split("## For programs")[1].split("## In Python")[0]
READING = (
    "summary|people|who Nordwind|bridges|reach|paths Nordwind|paths Nordwind --explain|sources|"
    "tie Grace|employers --why|formats|prompts|target list|review --list|split Grace|"
    "people Grace --why|sources --how google"
)
CHANGING = (
    "add Ulla|close Grace well|say Grace knows Ilse|target add Acme|"
    "merge Grace Ilse|employer alias Nord Nordwind|export -o {folder}|explore -o {folder}/p.html|"
    "split Grace --card 1|forget grace.adeyemi@example.org --yes|import {folder}/list.csv"
)


def keys_of(shape: Any) -> set[str]:
    """The keys of an answer and of the objects within it."""
    if isinstance(shape, list):
        return set().union(*map(keys_of, shape))
    if not isinstance(shape, dict):
        return set()
    return set(shape).union(*map(keys_of, shape.values()))


def told(verb: str) -> str:
    """The entries of the README that name the verb, and what they refer to."""
    words = [word for word in verb.split() if word.islower() and word.isalpha()]
    names = {" ".join(words[:2]), words[0]}
    entries = re.split(r"\n- ", SHAPES)
    return "\n".join(e for e in entries if any(f"`{name}" in e for name in names))


@pytest.mark.parametrize("verb", READING.split("|"))
def test_every_key_of_an_answer_is_documented(run: Callable[..., Result], verb: str) -> None:
    shape = json.loads(run(*verb.split(), "--format", "json").stdout)
    shared = set(re.findall(r'"(\w+)"', told("paths"))) | {"reason", "count"}
    found = set(re.findall(r'"(\w+)"', told(verb)))
    assert found
    assert keys_of(shape) <= found | shared


@pytest.mark.parametrize("verb", CHANGING.split("|"))
def test_every_key_of_what_was_done_is_documented(
    own: Callable[..., Result], verb: str, tmp_path: Path
) -> None:
    (tmp_path / "list.csv").write_text("Name,Email\nAnn Marsh,ann@example.org\n", "utf-8")
    result = own(*verb.format(folder=tmp_path).split(), "--format", "json")
    assert result.exit_code == 0, result.output
    columns = {"Name", "Email"}
    assert keys_of(json.loads(result.stdout)) - columns <= set(re.findall(r'"(\w+)"', told(verb)))
