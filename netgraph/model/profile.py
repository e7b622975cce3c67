"""What the user says of themselves when they ask somebody for a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fact(StrEnum):
    """One thing the user says of themselves, in their own words.

    WHO: who they are, in one line. SEEKING: the work they look for. FIELD: the field they want
    to learn about. USE: what they will do with what they are told. OFFER: what they can do for
    others. NAME, PHONE and EMAIL stand below a message.
    """

    NAME = "name"
    WHO = "who"
    SEEKING = "seeking"
    FIELD = "field"
    USE = "use"
    OFFER = "offer"
    PHONE = "phone"
    EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Example:
    """One success of mine, told in a sentence or two; ``number`` stays the same for good."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What I say of myself.

    ``facts`` has no empty text, and no entry for what was not said; ``examples`` are in the
    order they were entered. Both may be empty.
    """

    facts: tuple[tuple[Fact, str], ...] = ()
    examples: tuple[Example, ...] = ()

    def of(self, fact: Fact) -> str:
        """What was said of ``fact``, "" for nothing."""
        return dict(self.facts).get(fact, "")
