"""What I say of myself, in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from netgraph.model import Fact
from netgraph.outreach.aboutme import AboutMe
from netgraph.outreach.speaking import is_blank
from netgraph.present.plain import plain
from netgraph.present.terminal import grid, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType


#: What is not from the files when it is not said.
_ELSE = {Fact.USE: "netgraph"}


def _texts(me: AboutMe) -> dict[Fact, str]:
    return {
        Fact.NAME: me.name,
        Fact.WHO: me.about,
        Fact.SEEKING: me.aim,
        Fact.FIELD: me.field,
        Fact.USE: me.use,
        Fact.OFFER: me.offer,
        Fact.PHONE: me.phone,
        Fact.EMAIL: me.email,
    }


def profile_shape(me: AboutMe) -> dict[str, Any]:
    """``{"facts": [{"fact", "text", "from"}], "examples": [{"number", "text"}]}``.

    ``text`` is null for what is not known, and so is ``from`` then: "you", "files", or "netgraph"
    for what stands there while you say nothing.
    """
    facts = []
    for fact, text in _texts(me).items():
        known = bool(text) and not is_blank(text)
        whence = ("you" if fact in me.said else _ELSE.get(fact, "files")) if known else None
        facts.append({"fact": fact.value, "text": text if known else None, "from": whence})
    examples = [{"number": one.number, "text": one.text} for one in me.examples]
    return {"facts": facts, "examples": examples}


def tell_profile(me: AboutMe) -> Iterator[RenderableType]:
    """Every fact with where it comes from, then the examples, then how to say more."""
    yield heading("What messages say of you")
    rows = grid(indent=10)
    for row in profile_shape(me)["facts"]:
        aside = "  (from your files)" if row["from"] == "files" else ""
        rows.add_row(f"  {row['fact']}", plain(f"{row['text']}{aside}" if row["text"] else "–"))
    yield rows
    yield line("")
    yield heading("Success examples")
    for one in me.examples:
        yield line(f"{one.number}. {one.text}", indent=2)
    if not me.examples:
        yield line('None yet: netgraph profile add-example "What you did, and what came of it."')
    yield line("")
    yield line('To say more: netgraph profile set --who "…" --seeking "…" --offer "…"')
