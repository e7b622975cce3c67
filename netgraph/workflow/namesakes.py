"""What a row says of a person it only names, when its file has several of that name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from netgraph.model import Identifier, Origin, StoredInteraction, StoredRelation

#: Gives the identifier that points at the one person of the row, else the same one.
Pin = Callable[[Identifier, Origin], Identifier]


def pinned_interaction(stored: StoredInteraction, pin: Pin) -> StoredInteraction:
    """``stored`` with the person of its own row in the place of a name that several bear."""
    item = stored.interaction
    people = tuple(pin(one, item.origin) for one in item.participants)
    sender = item.sender and pin(item.sender, item.origin)
    if (sender, people) == (item.sender, item.participants):
        return stored
    return replace(stored, interaction=replace(item, sender=sender, participants=people))


def pinned_relation(stored: StoredRelation, pin: Pin) -> StoredRelation:
    """The same for what is said of two people."""
    said = stored.relation
    left = pin(said.left, said.origin)
    right = said.right if isinstance(said.right, str) else pin(said.right, said.origin)
    if (left, right) == (said.left, said.right):
        return stored
    return replace(stored, relation=replace(said, left=left, right=right))
