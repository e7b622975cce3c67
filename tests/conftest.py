"""What every test shares: no network, golden files, the sample folder."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
NETWORK = {socket.AF_INET, socket.AF_INET6}
LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


class SocketGuard:
    """Refuses network sockets while ``is_on``; an audit hook cannot be got round or removed."""

    def __init__(self) -> None:
        self.is_on = False
        self.attempts: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.is_on or not event.startswith("socket."):
            return
        if event in LOOKUPS or (event == "socket.__new__" and arguments[1] in NETWORK):
            self.attempts.append(event)
            msg = f"netgraph works offline, but something called {event}"
            raise PermissionError(msg)


# a busy machine makes no test fail
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

GUARD = SocketGuard()
sys.addaudithook(GUARD)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "sockets: may open sockets (drives a browser or a notebook kernel)"
    )


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that opens a network socket, even when the code swallows the refusal."""
    if request.node.get_closest_marker("sockets"):
        yield
        return
    GUARD.attempts.clear()
    GUARD.is_on = True
    yield
    GUARD.is_on = False
    assert GUARD.attempts == []


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return ROOT / "tests" / "fixtures"


@pytest.fixture(scope="session")
def sample_data() -> Path:
    return ROOT / "sample_data"
