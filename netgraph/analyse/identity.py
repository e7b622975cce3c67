"""Who is one person: the cards behind somebody, and the pairs that only the user can settle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netgraph.analyse.results import Result
from netgraph.model import IdentifierKind, Judgement, Question, Why

_BETWEEN = {
    Judgement.DIFFERENT: "two people",
    Judgement.UNSURE: "perhaps the same person",
    Judgement.SAME: "the same person by your word",
}
ALONE = "The only card: nothing had to be joined."


@dataclass(frozen=True, slots=True)
class Identity(Result):
    """The cards of one person in the order they came, numbered from 1, and what joined them.

    ``others`` of ``found`` are whom the person may be taken for.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "card", "file", "place", "names", "addresses", "work", "why",
    )  # fmt: skip

    found: Why

    def rows(self) -> list[dict[str, object]]:
        """One line a card; ``why`` says which other cards it goes with, and for what reason."""
        return [
            {
                "card": number,
                "file": stored.card.origin.file,
                "place": stored.card.origin.place,
                "names": stored.card.names,
                "addresses": tuple(
                    one.value
                    for one in stored.card.identifiers
                    if one.kind is not IdentifierKind.NAME
                ),
                "work": tuple(one.organisation for one in stored.card.affiliations),
                "why": self._why(number),
            }
            for number, stored in enumerate(self.found.cards, 1)
        ]

    def asides(self) -> list[tuple[str, list[str]]]:
        """Who has been or may be taken for this person, and what speaks for it."""
        lines = [
            f"{one.other.name}, {_BETWEEN[one.judgement]}: {' '.join(one.evidence)}"
            for one in self.found.others
        ]
        return [(f"Others beside {self.found.person.name}:", lines)] if lines else []

    def _why(self, number: int) -> str:
        told = [
            f"With {_cards(number, reason.cards)}: {' '.join(reason.evidence)}"
            for reason in self.found.joined
            if number in reason.cards
        ]
        return " ".join(told) or ALONE


@dataclass(frozen=True, slots=True)
class Doubts(Result):
    """Pairs that may be one person, in the order the rules found them; empty when none is open."""

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "left", "right", "left_files", "right_files", "left_id", "right_id", "why",
    )  # fmt: skip

    pairs: tuple[Question, ...]

    def rows(self) -> list[dict[str, object]]:
        """One line a pair."""
        return [
            {
                "left": one.left.name,
                "right": one.right.name,
                "left_files": one.left.files,
                "right_files": one.right.files,
                "left_id": one.left.id,
                "right_id": one.right.id,
                "why": " ".join(one.decision.evidence),
            }
            for one in self.pairs
        ]

    def asides(self) -> list[tuple[str, list[str]]]:
        """That no pair is open."""
        return [] if self.pairs else [("No pair waits for your word.", [])]


def _cards(number: int, cards: tuple[int, ...]) -> str:
    *first, last = (str(one) for one in cards if one != number)
    return f"cards {', '.join(first)} and {last}" if first else f"card {last}"
