"""One page before a meeting: why, who I am, how we know each other, what to ask and to give."""

from __future__ import annotations

from dataclasses import dataclass

from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import counted, day
from netgraph.model import AffiliationKind, Did, EvidenceKind, Membership, Person, Tie
from netgraph.outreach.aboutme import AboutMe
from netgraph.outreach.acquaintance import known_from
from netgraph.outreach.asks import Questions, questions_for
from netgraph.outreach.logbook import Logbook, deserves_thanks, is_after, is_help
from netgraph.outreach.speaking import blank, spoken_name, spoken_place
from netgraph.outreach.standpoints import Position, Standpoint
from netgraph.outreach.texts import texts
from netgraph.resolve.industries import industries_in

#: Questions prepared, examples told, shared people and lines of the log shown at most.
QUESTIONS, EXAMPLES, SHARED, LINES = 5, 2, 6, 3


@dataclass(frozen=True, slots=True)
class Brief:
    """What to have in mind when meeting ``person``.

    ``snapshot`` are the sentences to say of me in half a minute; ``known`` how we know each
    other, in words that both would use ("" for none); ``tie`` the evidence, None without one.
    ``shared`` are (name, word for their tie with ``person``), likeliest first. ``knows`` is what
    they can tell of, ``offer`` what to give in return, ``open_points`` what is left from last
    time; each may be empty, but for ``offer``. ``blanks`` are what only I can fill.
    """

    person: Person
    employer: str
    purpose: str
    snapshot: tuple[str, ...]
    known: str
    tie: Tie | None
    band: str
    shared: tuple[tuple[str, str], ...]
    knows: tuple[str, ...]
    questions: Questions
    offer: tuple[str, ...]
    open_points: tuple[str, ...]
    blanks: tuple[str, ...]


def brief(
    graph: ContactGraph, at: Standpoint, me: AboutMe, log: Logbook, through: str = ""
) -> Brief:
    """One page on ``at.person``; ``through`` names who knows them when I do not."""
    asked = questions_for(at, me, through=through)
    aside = texts("questions")["topics"]["others"]
    *first, last = [one for one in asked.questions if one.topic != aside]
    prepared = (*first[: QUESTIONS - 1], last)
    chosen = Questions(at, asked.reasons, prepared, asked.notes[:-1], asked.blanks)
    tie = graph.tie(graph.me, at.person.id)
    snapshot = _snapshot(me)
    known = known_from(graph, at.person)
    pieces = (*snapshot, known)
    found = [one[one.index("[") : one.index("]") + 1] for one in pieces if "[" in one]
    return Brief(
        person=at.person,
        employer=at.employer,
        purpose=_purpose(at, me),
        snapshot=snapshot,
        known=known,
        tie=tie,
        band=band(tie.strength) if tie else "",
        shared=_shared(graph, at.person),
        knows=_knows(graph, at.person),
        questions=chosen,
        offer=_offer(graph, at.person, me, log),
        open_points=_open_points(log, at.person),
        blanks=tuple(dict.fromkeys((*found, *chosen.blanks))),
    )


def _purpose(at: Standpoint, me: AboutMe) -> str:
    words, blanks = texts("questions")["brief"], texts("phrases")["blanks"]
    following = spoken_name(at.next_person[1]) if at.next_person else ""
    values = {
        "employer": spoken_place(at.employer) or blank(blanks["employer"]),
        "field": me.fields or blank(blanks["field"]),
        "next": following,
    }
    if at.silent_since:
        return str(words["purpose_dormant"])
    if at.main is Position.BRIDGE and following:
        return str(words["purpose_next"].format(**values))
    return str(words["purpose_employer" if at.employer else "purpose_field"].format(**values))


def _snapshot(me: AboutMe) -> tuple[str, ...]:
    """Who I am, what I have done, what I look for: about thirty seconds when said aloud."""
    examples = [one.text.rstrip(" .") for one in me.examples[-EXAMPLES:]]
    missing = blank(texts("questions")["brief"]["example"])
    return tuple(f"{one}." for one in (me.about, *(examples or [missing]), me.aim))


def _shared(graph: ContactGraph, person: Person) -> tuple[tuple[str, str], ...]:
    """Whom both of us know."""
    near, theirs = graph.chances_from(graph.me), graph.chances_from(person.id)
    both = [one for one in near if one in theirs and one != person.id]
    both.sort(key=lambda one: (-near[one] * theirs[one], graph.person(one).name, one))
    found = []
    for one in both[:SHARED]:
        tie = graph.tie(one, person.id)
        likely = tie is not None and tie.kind is EvidenceKind.INFERRED
        found.append((graph.person(one).name, "likely" if likely else "known"))
    return tuple(found)


def _knows(graph: ContactGraph, person: Person) -> tuple[str, ...]:
    """What somebody can tell of: work today, then formerly, schools, and where they know people."""
    theirs = [one for one in graph.memberships if one.person == person.id]
    theirs.sort(key=lambda one: (one.current is False, one.kind is not AffiliationKind.WORK))
    found = [_tells(graph, one) for one in theirs]
    if person.occupation and not any(one.role == person.occupation for one in theirs):
        found.insert(0, person.occupation)
    found += [one.evidence.text for one in graph.knows_at if one.person == person.id]
    return tuple(dict.fromkeys(found))


def _tells(graph: ContactGraph, one: Membership) -> str:
    words = texts("questions")["brief"]
    place = graph.employer_by_id[one.employer].name
    kinds = {AffiliationKind.SCHOOL: "studied", AffiliationKind.GROUP: "member"}
    past = "worked" if one.current is False else "works"
    key = kinds.get(one.kind, past if one.role else f"{past}_there")
    return str(words[key].format(role=one.role, place=place))


def _offer(graph: ContactGraph, person: Person, me: AboutMe, log: Logbook) -> tuple[str, ...]:
    words, found = texts("questions")["brief"], []
    lines = log.of(person.id)
    helped = sum(is_help(one) for one in lines)
    gave = sum(one.did is Did.GAVE for one in lines)
    if helped:
        times = {"helped": counted(helped, "time"), "gave": counted(gave, "time")}
        found.append(words["balance"].format(**times))
    if me.offer:
        found.append(words["offer_said"].format(offer=me.offer))
    met = _could_meet(graph, person)
    if met:
        found.append(words["offer_meet"].format(who=met[0], field=met[1]))
    return (*found, words["offer_learn"], words["offer_tell"])


def _could_meet(graph: ContactGraph, person: Person) -> tuple[str, str] | None:
    """Whom of my people in the same field ``person`` might like to meet, and the field."""
    fields: dict[str, set[str]] = {}
    for one in graph.memberships:
        if one.kind is AffiliationKind.WORK and one.current is not False:
            name = graph.employer_by_id[one.employer].name
            fields.setdefault(one.person, set()).update(industries_in(f"{one.role} {name}"))
    mine, near = fields.get(person.id, set()), graph.chances_from(graph.me)
    fits = [
        (-chance, graph.person(other).name, min(mine & fields.get(other, set())))
        for other, chance in near.items()
        if other != person.id
        and mine & fields.get(other, set())
        and graph.tie(other, person.id) is None
    ]
    return min(fits)[1:] if fits else None


def _open_points(log: Logbook, person: Person) -> tuple[str, ...]:
    """What the log leaves open: an ask without answer, thanks, next steps, and the last lines."""
    words, lines = texts("questions")["brief"], log.of(person.id)
    found = []
    if ask := log.open_ask(person.id):
        about = f" about {ask.entry.employer}" if ask.entry.employer else ""
        found.append(words["open_ask"].format(day=day(ask.entry.on), about=about))
    thanked = [one for one in lines if one.did is Did.THANKED]
    owed = [
        one
        for one in lines
        if deserves_thanks(one) and not (thanked and is_after(thanked[-1], one))
    ]
    if owed:
        found.append(words["thanks"].format(day=day(owed[-1].on), name=person.name))
    found += [
        words["next_step"].format(day=day(one.next), did=f"“{one.did}”", on=day(one.on))
        for one in lines[-1:]
        if one.next
    ]
    for one in reversed(lines[-LINES:]):
        values = {
            "day": day(one.on),
            "did": one.did.value,
            "about": f", about {one.employer}" if one.employer else "",
            "outcome": f", outcome {one.outcome}" if one.outcome else "",
            "note": f": {one.note}" if one.note else "",
        }
        found.append(words["last"].format(**values))
    return tuple(found)
