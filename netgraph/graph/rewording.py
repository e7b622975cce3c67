"""The graph with one more word of the user, without loading it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from netgraph.graph import evidence as words_of
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.weighing import Facts, tie_of
from netgraph.model import HowWell, Tie, TieWord


def with_word(
    graph: ContactGraph, left: str, right: str, how: HowWell, when: datetime
) -> ContactGraph:
    """``graph`` as it is once the user has said how well two people (ids) know each other.

    The same as loading it again, for a tie on which the user has said nothing yet. ``how`` is
    not `HowWell.UNKNOWN`, which takes back a word: ``ValueError``.
    """
    if how is HowWell.UNKNOWN:
        msg = "unknown takes back a word; load the graph again"
        raise ValueError(msg)
    pair = (min(left, right), max(left, right))
    ties = {**graph.tie_between}
    old = ties.pop(pair, None)
    if how is not HowWell.NOT_AT_ALL:
        ties[pair] = _reworded(old, TieWord(*pair, how, when), graph.me)
    ordered = tuple(ties[each] for each in sorted(ties))
    return replace(graph, ties=ordered, settled=graph.settled | {pair})


def without_question(graph: ContactGraph, left: str, right: str) -> ContactGraph:
    """``graph`` with two people (ids) about whom nothing is to be asked."""
    return replace(graph, settled=graph.settled | {(min(left, right), max(left, right))})


def _reworded(old: Tie | None, word: TieWord, me: str) -> Tie:
    pair = (word.left, word.right)
    facts = Facts(mine=me in pair, evidence=list(old.evidence) if old else [])
    facts.say(words_of.by_me(word, of_me=facts.mine), "")
    return tie_of(pair, facts)
