"""Job moves (E4): does netgraph's reach R(T) point at the organisation that somebody moves to?

An organisation is what `sender_org` says, the mail domain somebody writes from. Somebody moves
when they begin to write from one they never wrote from: in the year before they mostly wrote from
another, which they then all but leave (`settled`). As of just before the first message, every
organisation that anybody wrote from last is ranked, save those the mover was at. netgraph's score
is R(T) of `coverage` on the product's ties of all that was written by then.

Where a file knows one organisation only (Enron) nobody moves, and the answer says so. Domains say
little: providers of mail and addresses of a project look like employers. What is called
``small`` leaves out moves to organisations that more than `MANY` people ever wrote from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean
from typing import Any

from events import Pair, pair
from intervals import Bootstrap, hit, reciprocal_rank, standing
from messages import Message, Messages
from network import JUST_BEFORE
from options import Options

from netgraph.analyse.goals import Goal
from netgraph.analyse.unlocks import coverage
from netgraph.graph.chances import CROWD_LIMIT
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.evidence import direct
from netgraph.graph.tally import Tally
from netgraph.graph.weighing import Facts, tie_of
from netgraph.model import (
    AffiliationKind,
    Employer,
    Evidence,
    EvidenceKind,
    InteractionKind,
    MatchTier,
    Membership,
    Origin,
    Person,
)

YEAR = timedelta(days=365)
#: Messages from the old and from the new organisation within the year that make a move.
ENOUGH = 3
#: The share of the year after that may still come from the old one.
LEFT = 0.1
#: More people than this write from providers of mail and from addresses of a project.
MANY = 100
NETGRAPH = "netgraph"
_WROTE_FROM = Evidence(EvidenceKind.OBSERVED, "wrote from there", None, None)


@dataclass(frozen=True, slots=True)
class Move:
    """``person`` began to write from ``new`` at ``moment``."""

    person: str
    moment: datetime
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A move, how many organisations were ranked, and by method how many are above and equal."""

    move: Move
    candidates: int
    places: Mapping[str, tuple[int, int]]


class Known:
    """What was written so far: every pair's tally, and where everybody wrote from last."""

    def __init__(self) -> None:
        self.tallies: dict[Pair, Tally] = {}
        self.at: dict[str, str] = {}
        self.been: dict[str, set[str]] = defaultdict(set)

    def add(self, message: Message) -> None:
        """Take in a message; one to a crowd only says where its sender is."""
        if message.organisation:
            self.at[message.sender] = message.organisation
            self.been[message.sender].add(message.organisation)
        people = max(message.people, len(message.recipients), 1)
        if people > CROWD_LIMIT:
            return
        for other in message.recipients:
            both = pair(message.sender, other)
            tally = self.tallies.get(both)
            if tally is None:
                origin = Origin("mbox", "messages", "0" * 12, message.key)
                tally = self.tallies[both] = Tally(message.time, origin)
            tally.add(message.time, 1 / people)
            tally.counts[InteractionKind.MAIL] = tally.counts.get(InteractionKind.MAIL, 0) + 1
            tally.forward |= message.sender == both[0]
            tally.back |= message.sender != both[0]

    def graph(self, me: str, moment: datetime) -> ContactGraph:
        """The contact graph of ``me`` just before ``moment``, of ties by messages alone."""
        as_of = moment - JUST_BEFORE
        ties = []
        for both, tally in sorted(self.tallies.items()):
            facts = Facts(mine=me in both, cases=tally.weight)
            facts.add(direct(both, tally, me, as_of), (me,))
            ties.append(tie_of(both, facts))
        people = {me, *self.at, *(one for both in self.tallies for one in both)}
        return ContactGraph(
            people=tuple(Person(one, one, is_me=one == me) for one in sorted(people)),
            employers=tuple(Employer(one, one) for one in sorted(set(self.at.values()))),
            ties=tuple(ties),
            memberships=tuple(
                _membership(one, at) for one, at in sorted(self.at.items()) if one != me
            ),
            introductions=(),
            targets=(),
            me=me,
            as_of=as_of,
        )


def _membership(person: str, organisation: str) -> Membership:
    work, tier = AffiliationKind.WORK, MatchTier.EXACT
    return Membership(person, organisation, "", work, None, None, True, tier, _WROTE_FROM)


def moves(messages: Messages, options: Options) -> dict[str, Any]:
    """By method ``mrr`` with its interval, ``hit5`` and what netgraph gains; for all and small."""
    found = moves_in(messages)
    if not found:
        named = len({message.organisation for message in messages.all} - {""})
        return {"n": 0, "note": f"nobody moves: the file knows of {named} organisation(s)"}
    people: dict[str, set[str]] = defaultdict(set)
    for message in messages.all:
        people[message.organisation].add(message.sender)
    ranked = list(rank_all(messages, found[: options.sample or len(found)]))
    small = [one for one in ranked if len(people[one.move.new]) <= MANY]
    return {
        "moves": len(found),
        "n": len(ranked),
        "candidates": round(fmean(one.candidates for one in ranked), 1) if ranked else 0.0,
        **figures(ranked, options),
        "small": {"n": len(small), **figures(small, options)},
    }


def moves_in(messages: Messages) -> list[Move]:
    """All moves in the order of time."""
    written: dict[str, list[Message]] = defaultdict(list)
    for message in messages.all:
        if message.organisation:
            written[message.sender].append(message)
    found = [move for theirs in written.values() for move in _moves_of(theirs)]
    return sorted(found, key=lambda move: (move.moment, move.person))


def _moves_of(theirs: Sequence[Message]) -> Iterator[Move]:
    been: set[str] = set()
    for place, message in enumerate(theirs):
        new = message.organisation
        if new not in been and been:
            before = [one for one in theirs[:place] if message.time - one.time <= YEAR]
            after = [one for one in theirs[place:] if one.time - message.time <= YEAR]
            old = settled(before, after, new)
            if old:
                yield Move(message.sender, message.time, old, new)
        been.add(new)


def settled(before: Sequence[Message], after: Sequence[Message], new: str) -> str:
    """The organisation left for ``new`` by messages of the year before and after; "" for none."""
    if not before:
        return ""
    old, count = Counter(message.organisation for message in before).most_common(1)[0]
    later = Counter(message.organisation for message in after)
    stays = later[new] >= max(ENOUGH, len(after) / 2)
    return old if count >= ENOUGH and stays and later[old] <= LEFT * len(after) else ""


def rank_all(messages: Messages, found: Sequence[Move]) -> Iterator[Ranked]:
    """Every one of ``found`` (in order of time) whose new organisation somebody else was at."""
    known = Known()
    start = 0
    for move in found:
        end = messages.before(move.moment)
        for message in messages.all[start:end]:
            known.add(message)
        start = end
        candidates = {at for one, at in known.at.items() if one != move.person}
        candidates -= known.been[move.person]
        if move.new in candidates:
            scores = score_all(known.graph(move.person, move.moment), sorted(candidates))
            places = {name: standing(of, move.new) for name, of in scores.items()}
            yield Ranked(move, len(candidates), places)


def score_all(graph: ContactGraph, candidates: Sequence[str]) -> dict[str, dict[str, float]]:
    """By method and organisation its score, higher is better."""
    mine = graph.chances_from(graph.me)
    inside: dict[str, list[str]] = defaultdict(list)
    for membership in graph.memberships:
        inside[membership.employer].append(membership.person)
    second: set[str] = set()
    for tie in graph.ties:
        if tie.left in mine or tie.right in mine:
            second.update((tie.left, tie.right))
    hops = {one: 1.0 if one in mine else 0.5 if one in second else 0.0 for one in graph.index}
    return {
        NETGRAPH: {one: coverage(graph, Goal(one, (one,))).score for one in candidates},
        "hop_count": {one: max(hops[person] for person in inside[one]) for one in candidates},
        "size": {one: float(len(inside[one])) for one in candidates},
        "strongest_tie": {
            one: max(mine.get(person, 0.0) for person in inside[one]) for one in candidates
        },
        "contacts_inside": {
            one: float(sum(person in mine for person in inside[one])) for one in candidates
        },
        "random": dict.fromkeys(candidates, 0.0),
    }


def figures(ranked: Sequence[Ranked], options: Options) -> dict[str, Any]:
    """By method the mean reciprocal rank with its interval, and what netgraph gains over it."""
    groups = Bootstrap([one.move.person for one in ranked], options.draws, options.seed)
    best = [reciprocal_rank(*one.places[NETGRAPH]) for one in ranked]
    found: dict[str, Any] = {}
    for name in ranked[0].places if ranked else ():
        values = [reciprocal_rank(*one.places[name]) for one in ranked]
        gains = [a - b for a, b in zip(best, values, strict=True)]
        found[name] = {
            "mrr": round(fmean(values), 4),
            "interval": groups.interval(values),
            "hit5": round(fmean(hit(*one.places[name], 5) for one in ranked), 4),
            "netgraph_gains": round(fmean(gains), 4),
            "gain_interval": groups.interval(gains),
        }
    return found
