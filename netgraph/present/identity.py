"""The cards of a person, and why they are one, in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.model import IdentifierKind, Judgement, Person, Reason, StoredCard, Why
from netgraph.present.plain import plain
from netgraph.present.terminal import grid, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]
_BETWEEN = {
    Judgement.DIFFERENT: "two people",
    Judgement.UNSURE: "may be one person",
    Judgement.SAME: "one person by your word, but more speaks for two",
}


def cards_shape(person: Person, cards: Sequence[StoredCard]) -> Shape:
    """The answer of ``netgraph split PERSON``: the cards by number."""
    return {
        "id": person.id,
        "name": person.name,
        "cards": [_card_shape(number, stored) for number, stored in enumerate(cards, 1)],
    }


def why_shape(why: Why) -> Shape:
    """The answer of ``netgraph people NAME --why``."""
    return cards_shape(why.person, why.cards) | {
        "joined": [
            {"cards": list(reason.cards), "why": list(reason.evidence), "by": _by(reason.by)}
            for reason in why.joined
        ],
        "others": [
            {
                "id": one.other.id,
                "name": one.other.name,
                "judgement": one.judgement.value,
                "why": list(one.evidence),
                "by": _by(one.by),
            }
            for one in why.others
        ],
    }


def _by(who: str) -> str:
    return "you" if who == "user" else who


def _card_shape(number: int, stored: StoredCard) -> Shape:
    card = stored.card
    return {
        "number": number,
        "file": card.origin.file,
        "place": card.origin.place,
        "names": list(card.names),
        "identifiers": [{"kind": i.kind.value, "value": i.value} for i in card.identifiers],
        "work": [{"organisation": a.organisation, "role": a.role} for a in card.affiliations],
        "is_friends": bool(stored.owner),
    }


def tell_cards(person: Person, cards: Sequence[StoredCard]) -> Iterator[RenderableType]:
    """The cards of ``person`` by number, and how to take some out."""
    yield from _table(person, cards)
    if len(cards) < 2:
        yield line("There is only one card, so there is nothing to split.")
        return
    yield line("")
    yield line(
        "Somebody else among them? Take the cards out, by number, with: "
        f"netgraph split {person.id[:8]} --card N [--card M]"
    )


def tell_why(why: Why, *, then: bool = False) -> Iterator[RenderableType]:
    """The cards, the evidence that joined them, and what stands between this and others.

    ``then``: as it was on an earlier day, whose numbers of cards are not today's.
    """
    yield from _table(why.person, why.cards)
    yield line("")
    if why.joined:
        yield line("Why they are one person", style="bold")
    for reason in why.joined:
        yield line(f"{_numbers(reason)}: {' '.join(reason.evidence)}", indent=4)
    if not why.joined:
        yield line("One card: nothing had to be joined.")
    if why.others:
        yield line("")
        yield line("Others", style="bold")
        for one in why.others:
            told = f"{_BETWEEN[one.judgement]}: {' '.join(one.evidence)}"
            yield line(f"{one.other.name} · {one.other.id[:8]}, {told}", indent=4)
    if then:
        return
    yield line("")
    yield line(
        "Put it right with: netgraph merge A B, or netgraph split "
        f"{why.person.id[:8]} --card N [--card M]"
    )


def _numbers(reason: Reason) -> str:
    *first, last = map(str, reason.cards)
    return f"cards {', '.join(first)} and {last}" if first else f"card {last}"


def _table(person: Person, cards: Sequence[StoredCard]) -> Iterator[RenderableType]:
    from rich.text import Text

    count = "1 card" if len(cards) == 1 else f"{len(cards)} cards"
    yield heading(person.name, f"{person.id[:8]} · {count}")
    rows = grid()
    for number, stored in enumerate(cards, 1):
        card = stored.card
        names = list(card.names)
        known = [i.value for i in card.identifiers if i.kind != IdentifierKind.NAME]
        work = [" at ".join(filter(None, (a.role, a.organisation))) for a in card.affiliations]
        what = " · ".join(dict.fromkeys(filter(None, (*names, *known[:3], *work[:2]))))
        place = ", ".join(filter(None, (card.origin.file, card.origin.place)))
        rows.add_row(f"{number:>4}", plain(what or "no name"))
        rows.add_row("", Text(plain(place), style="dim"))
    yield rows
