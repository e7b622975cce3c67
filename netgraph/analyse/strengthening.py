"""What would make an uncertain step of a path more certain."""

from __future__ import annotations

from netgraph.analyse.dormant import reconnecting
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import EvidenceKind, Tie


def what_would_strengthen(graph: ContactGraph, chain: tuple[str, ...], step: int) -> str:
    """What to do about step number ``step`` of ``chain`` (person ids, source first).

    A step of my own: a word on how close, or to be in touch. A step between two others: to
    ask, first of all whoever I ask anyway, and to write down the answer.
    """
    one, other = chain[step : step + 2]
    tie = graph.tie_between[min(one, other), max(one, other)]
    names = [graph.person(person).name for person in (one, other)]
    if graph.me in (one, other):
        return _of_mine(graph, tie, names[one == graph.me])
    asked = chain[1] if chain[0] == graph.me else one
    know = "they know" if asked == one else f"{names[0]} knows"
    guessed = tie.kind is EvidenceKind.INFERRED
    what = f"{'whether' if guessed else 'how well'} {know} {names[1]}"
    words = "well, barely, not-at-all" if guessed else "well, barely"
    say = f'netgraph say "{names[0]}" knows "{names[1]}" --how some'
    return f"ask {graph.person(asked).name} {what}; then: {say} (or {words})"


def asking_onward(name: str, goal: str) -> str:
    """What to ask somebody called ``name`` who is not at ``goal`` themselves, and what then."""
    say = f'netgraph say "{name}" knows "NAME" --how some'
    return f"ask {name} whom they know at {goal} now; then: {say} (or well, barely)"


def _of_mine(graph: ContactGraph, tie: Tie, name: str) -> str:
    close = f'netgraph close "{name}" some (or well, barely)'
    if tie.strength is None:
        return f"say how close you are: {close}"
    silent = reconnecting(tie, graph.as_of.date())
    if silent:
        return silent[0].lower() + silent[1:].removesuffix(".")
    if tie.by_word:
        return f"it is as close as was said; when that changes: {close}"
    if any(", only from you," in one.text for one in tie.evidence):
        return "an answer from them: so far only you wrote"
    if any(", only to you," in one.text for one in tie.evidence):
        return "an answer from you: so far only they wrote"
    return "a message or a meeting now: the last one counts most"
