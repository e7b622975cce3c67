from __future__ import annotations

import socket

import pytest

from tests.conftest import GUARD, SocketGuard


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_network_sockets_are_refused_and_remembered(family: socket.AddressFamily) -> None:
    guard = SocketGuard()
    guard.is_on = True
    with pytest.raises(PermissionError, match="offline"):
        guard("socket.__new__", (None, family, socket.SOCK_STREAM, 0))
    with pytest.raises(PermissionError, match="offline"):
        guard("socket.getaddrinfo", ("example.com", 80, 0, 0, 0))
    assert guard.attempts == ["socket.__new__", "socket.getaddrinfo"]


def test_the_guard_of_this_very_run_is_on_and_cannot_be_swallowed() -> None:
    assert GUARD.is_on
    with pytest.raises(PermissionError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    assert GUARD.attempts.pop() == "socket.__new__"


@pytest.mark.sockets
def test_a_marked_test_may_open_sockets() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as opened:
        assert opened.family == socket.AF_INET
