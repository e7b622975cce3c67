"""How two people know each other, as a message may say it: what both know, and nothing private.

Labels of an address book, notes and counts of messages are mine alone and are never quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from netgraph.analyse.everyday import is_everyday
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, Evidence, EvidenceKind, Membership, Person
from netgraph.outreach.speaking import (
    blank,
    month,
    spoken_name,
    spoken_place,
    with_article,
)
from netgraph.outreach.texts import texts

#: Occupations of more words are descriptions.
MOST_WORDS = 4


def known_from(graph: ContactGraph, person: Person) -> str:
    """How ``person`` and I know each other, as a clause without the full stop.

    The best of: who introduced us, a circle we share, where we both worked, their occupation, a
    school, a connection on LinkedIn, when we last wrote or met. "" where it needs no words, a
    blank where nothing tells.
    """
    blanks = texts("phrases")["blanks"]
    if graph.tie(graph.me, person.id) is None:
        return blank(blanks["known_through"])
    return next(_clauses(graph, person), blank(blanks["known"]))


def _clauses(graph: ContactGraph, person: Person) -> Iterator[str]:
    words = texts("phrases")["known"]
    yield from _introduced(graph, person)
    for label in person.labels:
        circle = label.removeprefix("circle:")
        if circle != label and circle in words["circles"] and not _serves(person, circle):
            yield words["circles"][circle]
    yield from _shared(graph, person, AffiliationKind.WORK, words["worked"])
    occupation = spoken_occupation(person)
    if occupation and is_everyday(graph, person):
        yield words["occupation"].format(occupation=with_article(occupation))
    yield from _shared(graph, person, AffiliationKind.SCHOOL, words["studied"])
    yield from _traces(graph, person)


def _serves(person: Person, circle: str) -> bool:
    """Whether somebody of the neighbourhood is better known by what they do there."""
    return circle == "neighbourhood" and bool(spoken_occupation(person))


def spoken_occupation(person: Person) -> str:
    """The occupation for a sentence ("hairdresser"); "" for one of the past, or a description."""
    words = texts("phrases")["occupation"]
    # "aunt, retired bookkeeper" and "school friend, florist" tell of two things
    text = person.occupation.casefold().strip()
    plain = spoken_place(text)
    if not plain or "," in plain or re.match(words["gone"], plain):
        return ""
    fits = plain.endswith(tuple(words["endings"])) and len(plain.split()) <= MOST_WORDS
    return plain if fits and all(c.isalpha() or c in " -'" for c in plain) else ""


def _introduced(graph: ContactGraph, person: Person) -> Iterator[str]:
    words = texts("phrases")["known"]
    for one in reversed(graph.introductions):
        who = spoken_name(graph.person(one.introducer).name)
        if one.introduced == person.id and who and one.evidence.text.startswith("introduced"):
            yield words["introduced"].format(who=who, when=month(one.when))


def _shared(
    graph: ContactGraph, person: Person, kind: AffiliationKind, phrase: str
) -> Iterator[str]:
    """Where we both were, the longest ago first left out: those at the same time before others."""
    mine = [one for one in graph.memberships if one.person == graph.me and one.kind is kind]
    theirs = [one for one in graph.memberships if one.person == person.id and one.kind is kind]
    common = [(a, b) for a in mine for b in theirs if a.employer == b.employer]
    common.sort(key=lambda pair: (not _together(*pair), -_end(pair[0]).toordinal()))
    for here, _ in common:
        place = spoken_place(graph.employer_by_id[here.employer].name)
        if place:
            yield phrase.format(place=place)


def _together(one: Membership, other: Membership) -> bool:
    if not (one.start and other.start):
        return False
    return one.start <= _end(other) and other.start <= _end(one)


def _end(one: Membership) -> date:
    return one.end or date.max


def _traces(graph: ContactGraph, person: Person) -> Iterator[str]:
    """What the files show that both know: a connection, messages both ways, a meeting."""
    words = texts("phrases")["known"]
    tie = graph.tie(graph.me, person.id)
    evidence = tie.evidence if tie else ()
    seen = [(e, e.when) for e in evidence if e.kind is EvidenceKind.OBSERVED and e.when]
    for one, when in seen:
        if one.text.startswith("connected"):
            yield words["linkedin"].format(year=when.year)
    for one, when in seen:
        if key := _kind(one):
            yield words[key].format(when=month(when))


def _kind(one: Evidence) -> str:
    if "both ways" in one.text:
        return "wrote"
    return "met" if "meeting" in one.text and "together" in one.text else ""
