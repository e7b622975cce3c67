"""The one page before a meeting: in a terminal, as JSON, and as a page to print."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import day
from netgraph.outreach.briefs import Brief
from netgraph.present.asking import tell_blanks
from netgraph.present.onefile import own_text, policy, template, write
from netgraph.present.plain import plain
from netgraph.present.shapes import evidence_shape
from netgraph.present.terminal import KIND_WORDS, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from netgraph.graph.contactgraph import ContactGraph

Shape = dict[str, Any]
#: Pieces of evidence that one page has room for.
EVIDENCE = 4


def brief_shape(one: Brief) -> Shape:
    """``{"person", "for", "purpose", "snapshot", "how_known", "band", "evidence", "shared",
    "knows", "questions", "offer", "open_points", "notes", "blanks"}``.
    """  # noqa: D205
    return {
        "person": {"id": one.person.id, "name": one.person.name},
        "for": one.employer or None,
        "questions": [{"topic": q.topic, "question": q.text} for q in one.questions.questions],
        "purpose": one.purpose,
        "snapshot": list(one.snapshot),
        "how_known": one.known or None,
        "band": one.band or None,
        "evidence": [evidence_shape(piece) for piece in (one.tie.evidence if one.tie else ())],
        "shared": [{"name": name, "tie": word} for name, word in one.shared],
        "knows": list(one.knows),
        "offer": list(one.offer),
        "open_points": list(one.open_points),
        "notes": list(one.questions.notes),
        "blanks": list(one.blanks),
    }


def _sections(one: Brief) -> list[tuple[str, list[str]]]:
    """Every section with its lines, in the order of the page; empty ones are left out."""
    evidence = one.tie.evidence if one.tie else ()
    known = [f"{one.known[0].upper()}{one.known[1:]}."] if one.known else []
    known += [f"{KIND_WORDS[piece.kind]}: {piece.text}" for piece in evidence[:EVIDENCE]]
    shared = [f"{name} (likely)" if word == "likely" else name for name, word in one.shared]
    found = [
        ("Mind first", list(one.questions.notes)),
        ("Purpose", [one.purpose]),
        ("Thirty seconds about you", list(one.snapshot)),
        ("How you know each other", known),
        ("Whom you both know", [", ".join(shared)] if shared else []),
        ("What they can tell of", list(one.knows)),
        ("Five questions", [q.text for q in one.questions.questions]),
        ("What to offer in return", list(one.offer)),
        ("Open from last time", list(one.open_points)),
    ]
    return [(title, lines) for title, lines in found if lines]


def tell_brief(one: Brief) -> Iterator[RenderableType]:
    """The page as lines."""
    about = f" about {one.employer}" if one.employer else ""
    yield heading(f"Meeting {one.person.name}{about}")
    for title, lines in _sections(one):
        yield line("")
        yield heading(title)
        for number, text in enumerate(lines, 1):
            mark = f"{number}. " if title == "Five questions" else ""
            yield line(f"{mark}{text}", indent=2)
    yield from tell_blanks(one.blanks)


def save_brief(one: Brief, graph: ContactGraph, path: Path) -> Path:
    """Write the page as HTML to ``path`` (mode 0600); it fits one sheet and needs no network."""
    from markupsafe import Markup

    sections = [(title, [plain(text) for text in lines]) for title, lines in _sections(one)]
    about = f" about {plain(one.employer)}" if one.employer else ""
    text = template("brief.html.j2").render(
        title=f"Meeting {plain(one.person.name)}{about}",
        as_of=day(graph.as_of),
        sections=sections,
        blanks=[plain(text) for text in one.blanks],
        policy=policy(),
        # our own style, which holds no "<"
        style=Markup(own_text("brief.css")),  # noqa: S704
    )
    return write(text, path)
