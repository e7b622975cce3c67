"""What others would do with the same cards: exact keys, splink, recordlinkage.

splink and recordlinkage come with ``pip install netgraph-contacts[bench]``; without them their
rows say so.
"""

from __future__ import annotations

import logging
import warnings
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise
from typing import Any

from scoring import joined

from netgraph.model import Card, IdentifierKind, StoredCard
from netgraph.resolve.names.parts import name_parts
from netgraph.resolve.normalise import identifier_key
from netgraph.resolve.organisations.names import organisation_key

Sets = dict[str, str]


def exact_address(cards: Sequence[StoredCard]) -> Sets:
    """Cards with one e-mail address are one person."""
    return joined(_alike(cards, _addresses), _keys(cards))


def address_and_name(cards: Sequence[StoredCard]) -> Sets:
    """Cards with one e-mail address, or one full name, are one person."""
    pairs = [*_alike(cards, _addresses), *_alike(cards, _names)]
    return joined(pairs, _keys(cards))


def splink(cards: Sequence[StoredCard]) -> Sets:
    """Splink's unsupervised model on DuckDB, clustered at a probability of .9."""
    import splink as library
    from splink import comparison_library as compare

    settings = library.SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("given", [0.9, 0.8]),
            compare.JaroWinklerAtThresholds("family", [0.95, 0.88]),
            compare.ExactMatch("email"),
            compare.ExactMatch("phone"),
            compare.ExactMatch("firm"),
        ],
        blocking_rules_to_generate_predictions=[
            library.block_on("family"), library.block_on("email"),
            library.block_on("phone"), library.block_on("given", "firm"),
        ],
    )  # fmt: skip
    frame = _frame(cards)
    table = library.DuckDBAPI().register(frame)
    linker = library.Linker(table, settings, log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    # a rule must bring pairs together; FEBRL has no addresses
    for rule in ("family", "email" if frame["email"].notna().any() else "given"):
        linker.training.estimate_parameters_using_expectation_maximisation(
            library.block_on(rule), fix_u_probabilities=True
        )
    found = linker.inference.predict(threshold_match_probability=0.9).as_pandas_dataframe()
    pairs = zip(found["unique_id_l"], found["unique_id_r"], strict=True)
    return joined(pairs, _keys(cards))


def recordlinkage(cards: Sequence[StoredCard]) -> Sets:
    """recordlinkage's expectation-maximisation classifier on the same columns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import recordlinkage as library

        frame = _frame(cards).set_index("unique_id").fillna("")
        blocks = library.Index()
        for columns in (["family"], ["email"], ["given", "firm"]):
            blocks.block(columns)
        pairs = blocks.index(frame)
        compare = library.Compare()
        compare.string("given", "given", method="jarowinkler", threshold=0.9)
        compare.string("family", "family", method="jarowinkler", threshold=0.9)
        for column in ("email", "phone", "firm"):
            compare.exact(column, column)
        features = compare.compute(pairs, frame)
        found = library.ECMClassifier(binarize=0.5).fit_predict(features)
    return joined(list(found), _keys(cards))


BASELINES: dict[str, Callable[[Sequence[StoredCard]], Sets]] = {
    "exact e-mail": exact_address,
    "e-mail or full name": address_and_name,
    "splink": splink,
    "recordlinkage": recordlinkage,
}


def _keys(cards: Sequence[StoredCard]) -> list[str]:
    return [stored.card.key for stored in cards]


def _alike(
    cards: Sequence[StoredCard], marks: Callable[[Card], Sequence[Hashable]]
) -> list[tuple[str, str]]:
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for stored in cards:
        for mark in marks(stored.card):
            groups[mark].append(stored.card.key)
    return [pair for members in groups.values() for pair in pairwise(members)]


def _addresses(card: Card) -> list[str]:
    emails = (i for i in card.identifiers if i.kind is IdentifierKind.EMAIL)
    return [key for email in emails if (key := identifier_key(email, ""))]


def _names(card: Card) -> list[str]:
    return [parts.key for name in card.names if (parts := name_parts(name)).is_full]


def _frame(cards: Sequence[StoredCard]) -> Any:
    import pandas as pd

    rows = []
    for stored in cards:
        card = stored.card
        parts = name_parts(card.names[0]) if card.names else None
        values = {i.kind: i.value.casefold() for i in card.identifiers}
        rows.append({
            "unique_id": card.key,
            "given": (parts.given if parts else "") or None,
            "family": (parts.family if parts else "") or None,
            "email": values.get(IdentifierKind.EMAIL),
            "phone": values.get(IdentifierKind.PHONE),
            "firm": organisation_key(card.affiliations[0].organisation)
            if card.affiliations else None,
        })  # fmt: skip
    return pd.DataFrame(rows)
