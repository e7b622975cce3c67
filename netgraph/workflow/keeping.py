"""Who is who, kept for as long as a store is open, so that one answer does not ask all again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from netgraph.model import Resolution
from netgraph.store import Store

if TYPE_CHECKING:
    from netgraph.resolve.register import Register

#: A register takes longer than a rebuild to begin with, so it begins at the second time.
_REGISTERS: WeakKeyDictionary[Store, Register] = WeakKeyDictionary()


def resolver(store: Store) -> Callable[..., Resolution]:
    """What resolves the cards of ``store``, called as `resolve_people` is.

    From the second time on that a store is resolved while it is open, only what has changed.
    """
    from netgraph.resolve.people import resolve_people
    from netgraph.resolve.register import Register

    if store not in _REGISTERS:
        _REGISTERS[store] = Register()
        return resolve_people
    return _REGISTERS[store].resolve
