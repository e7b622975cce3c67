"""A store with the sample data, imported once and copied for every test that changes it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from netgraph.cli import main


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory, sample_data: Path) -> Path:
    path = tmp_path_factory.mktemp("store") / "netgraph.db"
    for arguments in (
        ["import", str(sample_data / "mine")],
        [
            "import",
            "--owner",
            "Dana Fox <dana.fox@example.org>",
            str(sample_data / "friend_dana.zip"),
        ],
        ["target", "add", "--from", str(sample_data / "targets.csv")],
    ):
        result = CliRunner().invoke(main, ["--store", str(path), *arguments])
        assert result.exit_code == 0, result.output
    return path


@pytest.fixture
def run(sample_store: Path) -> Callable[..., Result]:
    """Run a verb that only reads on the shared sample store."""

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(main, ["--store", str(sample_store), *arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def own(sample_store: Path, tmp_path: Path) -> Callable[..., Result]:
    """Run a verb on a copy of the sample store that this test may change."""
    path = tmp_path / "own.db"
    shutil.copy(sample_store, path)
    return runner_on(path)


@pytest.fixture
def empty(tmp_path: Path) -> Callable[..., Result]:
    """Run a verb on a store that does not exist yet."""
    return runner_on(tmp_path / "new" / "netgraph.db")


def runner_on(path: Path) -> Callable[..., Result]:
    def invoke(*arguments: str, **options: Any) -> Result:
        result = CliRunner().invoke(main, ["--store", str(path), *arguments], **options)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke


@pytest.fixture
def ask(run: Callable[..., Result]) -> Callable[..., Any]:
    """The JSON answer of a verb on the sample store."""

    def read(*arguments: str) -> Any:
        result = run(*arguments, "--format", "json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return read
