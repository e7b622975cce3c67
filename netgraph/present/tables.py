"""The answers that are tables, in a terminal and as JSON shapes: people, insiders, reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.analyse.insiders import Insider, Insiders
from netgraph.analyse.people import Known, People
from netgraph.analyse.reach import NO_TARGETS, Reach
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import MatchTier, Target
from netgraph.outreach.prompts import Prompt
from netgraph.present.plain import plain
from netgraph.present.shapes import membership_shape, person_shape
from netgraph.present.terminal import band_text, cite, day, grid, heading, line, table

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]

TIER_WORDS = {
    MatchTier.EXACT: "named so",
    MatchTier.LEGAL_FORM: "legal form aside",
    MatchTier.ALIAS: "alias",
    MatchTier.DOMAIN: "mail address",
    MatchTier.PART_OF: "part of it",
}


def known_shape(known: Known) -> Shape:
    """One row of ``netgraph people``."""
    return {
        **person_shape(known.person),
        "organisations": list(known.organisations),
        "band": known.band,
        "strength": known.tie.strength if known.tie else None,
        "left_out": known.left_out,
    }


def tell_people(found: People, limit: int) -> Iterator[RenderableType]:
    """The people who match, at most ``limit``, and how many there are."""
    about = f" for {found.text!r}" if found.text else ""
    yield heading(f"{len(found.people)} {'person' if len(found.people) == 1 else 'people'}{about}")
    if not found.people:
        yield line("Try a part of the name, an employer, or netgraph people for everybody.")
        return
    rows = table("Name", "What and where", "Circles", "Tie", "Id")
    for known in found.people[:limit]:
        circles = (label.removeprefix("circle:") for label in known.person.labels)
        what = " · ".join(filter(None, (known.person.occupation, ", ".join(known.organisations))))
        rows.add_row(
            plain(known.person.name + (" (left out)" if known.left_out else "")),
            plain(what),
            plain(", ".join(circles)),
            band_text(known.band or "not tied to you"),
            known.person.id[:8],
        )
    yield rows
    if len(found.people) > limit:
        yield line(f"{len(found.people) - limit} more: raise --limit, or give a text to look for.")


def insider_shape(graph: ContactGraph, when: str, insider: Insider) -> Shape:
    """One row of ``netgraph who``; ``when`` is "now", "formerly" or "studied there"."""
    return {
        "when": when,
        "id": insider.id,
        "name": insider.name,
        "employer": graph.employer_by_id[insider.membership.employer].name,
        "band": insider.band,
        "left_out": left_out(graph, insider.id, insider.membership.employer),
        **membership_shape(insider.membership),
    }


def tell_insiders(graph: ContactGraph, name: str, found: Insiders) -> Iterator[RenderableType]:
    """Who is there now, who left, and who studied there or belongs to it."""
    everybody = (*found.now, *found.formerly, *found.others)
    yield heading(f"Whom you know at {name}", f"as of {day(graph.as_of)}")
    if not everybody:
        yield line(f"Nobody on the evidence we have. Try: netgraph paths {name!r}")
        return
    parts = (("now", found.now), ("formerly", found.formerly), ("studied there", found.others))
    rows = table("When", "Name", "Role", "Match", "Tie")
    for when, insiders in parts:
        for insider in insiders:
            member = insider.membership
            since = f" (since {day(member.start)})" if member.start and when == "now" else ""
            until = f" (until {day(member.end)})" if member.end and when != "now" else ""
            rows.add_row(
                when,
                plain(_marked(graph, insider)),
                plain(f"{member.role}{since}{until}"),
                TIER_WORDS[member.tier],
                band_text(insider.band or "not tied to you"),
                below=cite(member.evidence),
            )
    yield rows


def left_out(graph: ContactGraph, person: str, employer: str = "") -> str:
    """How far the user wants a person (an id) left out: "everywhere", "here", or "" for not."""
    if any(one.id == person for one in graph.excluded):
        return "everywhere"
    return "here" if (employer, person) in graph.barred else ""


def _marked(graph: ContactGraph, insider: Insider) -> str:
    how = left_out(graph, insider.id, insider.membership.employer)
    return f"{insider.name} (left out{' here' if how == 'here' else ''})" if how else insider.name


def tell_reach(found: Sequence[Reach]) -> Iterator[RenderableType]:
    """Every target with how it is reached, then the blind spots."""
    yield heading("How well you reach your targets")
    if not found:
        yield line(NO_TARGETS)
        return
    rows = table("Target", "Reached", "Chance", "Inside", "Left", "Ways", "Through",
                 numbers=("Inside", "Left", "Ways"))  # fmt: skip
    for reach in found:
        through = ", ".join(name for _person, name in reach.through[:3])
        rows.add_row(
            plain(reach.target),
            reach.state,
            band_text(reach.band),
            str(reach.insiders),
            str(reach.former),
            str(reach.independent),
            plain(through),
        )
    yield rows
    blind = [reach for reach in found if reach.blind]
    if blind:
        yield line("Blind spots:", style="bold")
        spots = grid()
        for reach in blind:
            spots.add_row(f"  {plain(reach.target)}", plain(reach.blind))
        yield spots


def tell_targets(targets: Sequence[Target]) -> Iterator[RenderableType]:
    """The target employers."""
    if not targets:
        yield line(NO_TARGETS)
        return
    rows = table("Target", "Also called", "Domains", "Industry", "City", "Weight",
                 numbers=("Weight",))  # fmt: skip
    for target in targets:
        people = f"{target.size:,} people" if target.size else ""
        trade = " · ".join(filter(None, (target.industry, people)))
        cells = (", ".join(target.aliases), ", ".join(target.domains), trade)
        weight = f"{target.weight:g}"
        rows.add_row(plain(target.name), *map(plain, cells), plain(target.city), weight)
    yield rows


def prompt_shape(prompt: Prompt) -> Shape:
    """One area of ``netgraph prompts``."""
    return {"area": prompt.area, "label": prompt.label, "questions": list(prompt.questions)}


def tell_prompts(found: Sequence[Prompt]) -> Iterator[RenderableType]:
    """The questions, area by area, and how to write an answer down."""
    for prompt in found:
        yield heading(prompt.label, f"--circle {prompt.area!r}")
        for question in prompt.questions:
            yield line(question, indent=2)
        yield line("")
    yield line('Somebody came to mind? netgraph add "NAME" --as ROLE --circle AREA --close some')
