from __future__ import annotations

import gc

import pytest

from netgraph.resolve.cycles import cycles_unsought
from netgraph.resolve.people import resolve_people
from tests.resolve.labelled import stored


def test_cycles_are_sought_again_afterwards_also_after_an_error() -> None:
    assert gc.isenabled()
    with cycles_unsought():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="spoiled"), cycles_unsought():
        raise ValueError("spoiled")
    assert gc.isenabled()


def test_who_put_the_search_off_finds_it_put_off() -> None:
    gc.disable()
    try:
        resolve_people([stored(("Ann Roe",))], [])
        assert not gc.isenabled()
    finally:
        gc.enable()
