"""What my network itself knows of a field: who knows it, which employers are reached, the gaps."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from netgraph.analyse.goals import Goal, find_employers
from netgraph.analyse.insiders import is_inside
from netgraph.analyse.paths import paths
from netgraph.errors import NotFoundError
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import counted
from netgraph.model import Membership
from netgraph.outreach.fields import Fields
from netgraph.outreach.standpoints import is_senior, through_whom
from netgraph.outreach.texts import texts
from netgraph.resolve.industries import close_to, industries_in

#: Rows of a part at most, but for the employers: all of them are told.
KEY_PEOPLE, NEIGHBOURS, FIELDS = 6, 5, 3
#: A job title that tells of the past itself.
_PAST = re.compile(r"(?:retired|former|ex)\b", re.IGNORECASE)
#: From so many acquaintances in the field on, somebody connects people.
CONNECTS = 3


@dataclass(frozen=True, slots=True)
class Knower:
    """Somebody who knows the field: ``what`` they do or did there, ``now`` or formerly.

    ``band`` is the word for my tie, "" for somebody I only know of.
    """

    id: str
    name: str
    what: str
    now: bool
    band: str


@dataclass(frozen=True, slots=True)
class Place:
    """An employer of the field: how many I know there ``now``, and of how many in all.

    ``formerly`` counts those who left. ``band`` is the word for my best tie inside, "" for none.
    """

    name: str
    is_target: bool
    now: int
    known_of: int
    formerly: int
    band: str


@dataclass(frozen=True, slots=True)
class Landscape:
    """One ``field``, as an ``employer`` (its name, or "") led to it.

    ``knowers`` are my people, those there now first, then by my tie, then by name. ``places``
    are targets first, then by how many I know there. ``key_people`` are (id, name, why).
    ``gaps`` are sentences, ``neighbours`` (field next to it, how many of my people are in it),
    most first. All may be empty.
    """

    field: str
    employer: str
    knowers: tuple[Knower, ...]
    places: tuple[Place, ...]
    key_people: tuple[tuple[str, str, str], ...]
    gaps: tuple[str, ...]
    neighbours: tuple[tuple[str, int], ...]


def landscape(graph: ContactGraph, text: str = "") -> tuple[Landscape, ...]:
    """What my network knows of the field ``text`` names, or of the employer's field.

    Without ``text``: of the fields of my targets, in their order, else of the three in which I
    know most people. Raises `NotFoundError` with the fields of my files for an unknown one.
    """
    known = Fields(graph)
    if text:
        return (_one(graph, known, *_meant(graph, known, text)),)
    wanted: dict[frozenset[str], str] = {}
    for match in graph.targets:
        if industries := known.of_target(match):
            wanted.setdefault(industries, match.target.industry or min(industries))
    for field, _ in known.counts.most_common(0 if wanted else FIELDS):
        wanted[frozenset({field})] = field
    return tuple(_one(graph, known, name, "", fields) for fields, name in wanted.items())


def _meant(graph: ContactGraph, known: Fields, text: str) -> tuple[str, str, frozenset[str]]:
    """The field, the employer that led to it ("" for none), and the industries."""
    try:
        name, ids = find_employers(graph, text)
    except NotFoundError:
        name, ids = "", ()
    match = next((one for one in graph.targets if one.target.name == name), None)
    industries = known.of_target(match) if match else frozenset[str]()
    for employer in ids:
        industries = industries or known.of_employer(employer)
    if industries:
        said = match.target.industry if match else ""
        return said or min(industries), name, industries
    if industries := industries_in(text):
        return " ".join(text.split()), "", industries
    fields = [field for field, _ in known.counts.most_common(8)]
    told = texts("questions")["landscape"]["no_field"]
    raise NotFoundError(told.format(text=text, fields=", ".join(fields) or "none"), fields)


def _one(
    graph: ContactGraph, known: Fields, name: str, employer: str, fields: frozenset[str]
) -> Landscape:
    inside = {
        person: [one for one, those in jobs if those & fields]
        for person, jobs in known.jobs.items()
        if any(those & fields for _, those in jobs)
    }
    near = known.counts
    beside = {other for field in fields for other in close_to(field)} - fields
    neighbours = sorted((-near[one], one) for one in beside if near[one])
    places = _places(graph, known, fields)
    return Landscape(
        field=name,
        employer=employer,
        knowers=_knowers(graph, known, inside, fields),
        places=places,
        key_people=tuple(
            (person, name, _with_way(graph, known, person, why))
            for person, name, why in islice(_key_people(graph, inside), KEY_PEOPLE)
        ),
        gaps=tuple(_gaps(graph, known, fields, places)),
        neighbours=tuple((one, -count) for count, one in neighbours[:NEIGHBOURS]),
    )


def _knowers(
    graph: ContactGraph,
    known: Fields,
    inside: dict[str, list[Membership]],
    fields: frozenset[str],
) -> tuple[Knower, ...]:
    found: list[tuple[tuple[bool, float, str, str], Knower]] = []
    for person, chance in known.near.items():
        one, jobs = graph.person(person), inside.get(person, [])
        by_trade = bool(industries_in(one.occupation) & fields)
        if not jobs and not by_trade:
            continue
        best = min(jobs, key=lambda job: (not is_inside(job), job.employer), default=None)
        now = is_inside(best) if best else True
        tie = graph.tie(graph.me, person)
        what = _what(graph, best) if best else one.occupation
        knower = Knower(person, one.name, what, now, band(tie.strength if tie else None))
        found.append(((not now, -chance, one.name.casefold(), person), knower))
    return tuple(knower for _, knower in sorted(found, key=lambda pair: pair[0]))


def _what(graph: ContactGraph, job: Membership) -> str:
    words, place = texts("questions")["landscape"], graph.employer_by_id[job.employer].name
    what = words["role_at" if job.role else "works"].format(role=job.role, place=place)
    if is_inside(job) or _PAST.match(job.role):
        return str(what)
    return str(words["formerly"].format(what=what if job.role else f"at {place}"))


def _places(graph: ContactGraph, known: Fields, fields: frozenset[str]) -> tuple[Place, ...]:
    """The employers of the field where anybody is known of, and the targets in it."""
    targets = {e: m.target.name for m in graph.targets for e, _ in m.employers}
    people: dict[str, dict[str, Membership]] = defaultdict(dict)
    for jobs in known.jobs.values():
        for one, _ in jobs:
            if known.of_employer(one.employer) & fields:
                name = targets.get(one.employer) or graph.employer_by_id[one.employer].name
                if not (one.person in people[name] and is_inside(people[name][one.person])):
                    people[name][one.person] = one
    for match in graph.targets:
        if known.of_target(match) & fields:
            people.setdefault(match.target.name, {})
    wanted = {match.target.name for match in graph.targets}
    found = [_place(graph, known, name, list(those.values()), name in wanted)
             for name, those in people.items()]  # fmt: skip
    found.sort(key=lambda one: (not one.is_target, -one.now, -one.known_of, one.name.casefold()))
    return tuple(found)


def _place(
    graph: ContactGraph, known: Fields, name: str, jobs: list[Membership], wanted: bool
) -> Place:
    now = [one.person for one in jobs if is_inside(one)]
    mine = [one for one in now if one in known.near]
    best = max(mine, key=lambda one: (known.near[one], one), default="")
    tie = graph.tie(graph.me, best) if best else None
    word = band(tie.strength) if tie else ""
    return Place(name, wanted, len(mine), len(now), len(jobs) - len(now), word)


def _with_way(graph: ContactGraph, known: Fields, person: str, why: str) -> str:
    """``why``, and who knows somebody whom I do not know myself."""
    if person in known.near:
        return why
    between = through_whom(graph, graph.person(person))
    if between is None:
        return f"{why}; {texts('questions')['landscape']['no_way']}"
    return f"{why}; {texts('questions')['landscape']['way'].format(through=between.name)}"


def _key_people(
    graph: ContactGraph, inside: dict[str, list[Membership]]
) -> Iterator[tuple[str, str, str]]:
    """Those in a leading position, who connect the others, and the longest there."""
    words = texts("questions")["landscape"]
    now = {p: [j for j in jobs if is_inside(j)] for p, jobs in inside.items()}
    here = {person for person, jobs in now.items() if jobs}
    names = {person: graph.person(person).name for person in here}
    told: set[str] = set()
    for person in sorted(here, key=lambda one: (names[one].casefold(), one)):
        if any(is_senior(job.role) for job in now[person]):
            told.add(person)
            yield person, names[person], str(words["senior"])
    ties = {one: len(graph.chances_from(one).keys() & (here - {one})) for one in here - told}
    for person in sorted(ties, key=lambda one: (-ties[one], names[one].casefold(), one))[:2]:
        if ties[person] >= CONNECTS:
            told.add(person)
            count = counted(ties[person], "person", "people")
            yield person, names[person], str(words["connector"].format(people=count))
    since = {
        one: min(job.start for job in now[one] if job.start)
        for one in here - told
        if any(job.start for job in now[one])
    }
    for person in sorted(since, key=lambda one: (since[one], names[one].casefold(), one))[:1]:
        year = since[person].year
        yield person, names[person], str(words["longest"].format(year=year))


def _gaps(
    graph: ContactGraph, known: Fields, fields: frozenset[str], places: tuple[Place, ...]
) -> Iterator[str]:
    """Targets that are not reached or hang on one person; then employers known from afar."""
    words = texts("questions")["landscape"]
    by_name = {one.name: one for one in places}
    for match in graph.targets:
        if not known.of_target(match) & fields:
            continue
        name, inside = match.target.name, by_name[match.target.name].known_of
        found = paths(graph, Goal.of(match), limit=len(graph.people)).paths
        people = counted(inside, "person", "people")
        if not found:
            key = "gap_no_chain" if inside else "gap_none"
            yield words[key].format(target=name, people=people)
        elif len(found) == 1 and found[0].hops > 1:
            yield words["gap_one"].format(target=name, through=found[0].people[1][1])
    for one in places:
        if one.is_target or one.now:
            continue
        key = "gap_others" if one.known_of else "gap_past"
        count = one.known_of or one.formerly
        yield words[key].format(place=one.name, people=counted(count, "person", "people"))
