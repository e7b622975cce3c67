"""An invented network of about 300 people with its results, built by hand and a seed."""

from __future__ import annotations

import hashlib
import itertools
import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from netgraph.analyse.bridges import Bridge, Bridges
from netgraph.analyse.ends import End
from netgraph.analyse.paths import Path, Paths, Suggestion
from netgraph.analyse.reach import Reach
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import (
    Chance,
    Employer,
    Evidence,
    EvidenceKind,
    Identifier,
    IdentifierKind,
    MatchTier,
    Membership,
    Origin,
    Person,
    Target,
    TargetMatch,
    Tie,
)

AS_OF = datetime(2026, 3, 1, tzinfo=UTC)
FIRST = [
    "Ilse",
    "Karim",
    "Nadia",
    "Tomas",
    "Yuki",
    "Femi",
    "Greta",
    "Oskar",
    "Leila",
    "Mateo",
    "Anneke",
    "Rashid",
    "Solveig",
    "Dmitri",
    "Amara",
    "Benoit",
    "Chiara",
    "Dawit",
    "Elif",
    "Fiona",
    "Hugo",
    "Ingrid",
    "Jamal",
    "Katya",
    "Lorenzo",
    "Mirela",
    "Nils",
    "Olena",
    "Pavel",
    "Quentin",
    "Rosalind",
    "Selin",
    "Tariq",
    "Ursula",
    "Viktor",
    "Wanda",
    "Xenia",
    "Yannick",
    "Zofia",
    "Aoife",
]
LAST = [
    "Brandt",
    "Haddad",
    "Okafor",
    "Lindqvist",
    "Tanaka",
    "Moreau",
    "Petrov",
    "Silva",
    "Novak",
    "Castellano",
    "Adeyemi",
    "Becker",
    "Dvorak",
    "Eriksson",
    "Ferreira",
    "Gruber",
    "Hakimi",
    "Ivanova",
    "Jansen",
    "Kowalski",
    "Laurent",
    "Mbeki",
    "Nakamura",
    "Ozturk",
    "Papadaki",
    "Quintero",
    "Rossi",
    "Sorensen",
    "Thorne",
    "Ueda",
    "Vargas",
    "Weiss",
    "Yilmaz",
    "Zanetti",
]
FIRMS = [
    "Harbour Mutual",
    "Alder Books",
    "Quarry Software",
    "Lakeside School",
    "Meridian Freight",
    "Copper Kettle",
    "Tidewater Clinic",
    "Northfield University",
]
ROLES = [
    "Analyst",
    "Office manager",
    "Data engineer",
    "Teacher",
    "Buyer",
    "Nurse",
    "Sales lead",
    "Editor",
]
EVERYDAY = ("hairdresser", "mechanic", "vet", "neighbour")
TARGETS = (
    Target("Nordwind Analytics", industry="data"),
    Target("St. Mary Hospital"),
    Target("Bluefin Energy"),
    Target("Cedar Bank"),
    Target("Solstice Media"),
    Target("Aurora Rail"),
)
CIRCLES = ("Harbour Mutual", "choir", "around Ilse Brandt", "Lakeside parents", "running club")


def key(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:12]


def proof(kind: EvidenceKind, text: str, file: str, place: str, when: date) -> Evidence:
    amount = 0.4 if kind is not EvidenceKind.INFERRED else 0.2
    return Evidence(kind, text, Origin("demo", file, "0" * 12, place), when, amount)


def evidence(rng: random.Random, kind: EvidenceKind, firm: str) -> Evidence:
    when = date(2019 + rng.randrange(7), rng.randrange(1, 13), rng.randrange(1, 28))
    if kind is EvidenceKind.OBSERVED:
        number = rng.randrange(2, 40)
        return proof(
            kind, f"{number} mails both ways", "mailbox.mbox", f"message {number * 31}", when
        )
    if kind is EvidenceKind.STATED:
        return proof(kind, "you said you know each other well", "people.xlsx", "row 12", when)
    return proof(kind, f"both at {firm}, about 80 people", "Connections.csv", "row 41", when)


def tie(rng: random.Random, a: str, b: str, kind: EvidenceKind, firm: str) -> Tie:
    strength = None if rng.random() < 0.15 else round(rng.uniform(0.05, 0.9), 2)
    mid = 0.3 if strength is None else strength
    left, right = sorted((a, b))
    pieces = tuple(evidence(rng, kind, firm) for _ in range(rng.randrange(1, 4)))
    chance = Chance(mid / 2, mid, min(1, mid * 1.4), "a documented prior, no outcomes of yours yet")
    return Tie(left, right, kind, strength, chance, pieces)


@dataclass
class Demo:
    """Everything `view_model` asks for."""

    graph: ContactGraph
    bridges: Bridges
    paths: tuple[Paths, ...]
    reach: tuple[Reach, ...]
    circles: dict[str, str] = field(default_factory=dict)

    def arguments(self) -> tuple[ContactGraph, Bridges, tuple[Paths, ...], tuple[Reach, ...]]:
        return self.graph, self.bridges, self.paths, self.reach


def demo(size: int = 300, rename: dict[int, str] | None = None, extra: str = "") -> Demo:
    """``rename`` gives the n-th person another name, ``extra`` is added to every free text."""
    rng = random.Random(7)
    people = _people(size, rename or {}, extra)
    ids = [p.id for p in people]
    me = ids[0]
    firms = [Employer(key("firm", n), n + extra, (n,)) for n in (*FIRMS, "Haddad Consulting")]
    goals = [Employer(key("goal", t.name), t.name, (t.name,)) for t in TARGETS]
    circles = {p: CIRCLES[k % 5] + extra for k, p in enumerate(ids) if k % 6 and k}
    ties = _ties(rng, ids, FIRMS, circles)
    at = [_member(p, firms[k % len(firms)], ROLES[k % 8] + extra, k) for k, p in enumerate(ids)]
    inside = [ids[k] for k in range(20, 36)]
    at += [_member(p, goals[k % 4], ROLES[k % 8], k) for k, p in enumerate(inside)]
    matches = tuple(
        TargetMatch(t, ((g.id, MatchTier.EXACT),)) for t, g in zip(TARGETS, goals, strict=True)
    )
    graph = ContactGraph(
        people=tuple(sorted(people, key=lambda p: p.id)),
        employers=tuple(sorted((*firms, *goals), key=lambda e: e.id)),
        ties=tuple(ties[k] for k in sorted(ties)),
        memberships=tuple(at),
        introductions=(),
        targets=matches,
        me=me,
        as_of=AS_OF,
    )
    found = tuple(_paths(rng, graph, people, inside, at, k) for k in range(len(TARGETS)))
    return Demo(
        graph, _bridges(people, ties, extra), found, tuple(_reach(f) for f in found), circles
    )


def _people(size: int, rename: dict[int, str], extra: str) -> list[Person]:
    people = []
    for k in range(size):
        name = rename.get(k, f"{FIRST[k % 40]} {LAST[(k * 7 + k // 40) % 34]}")
        if k == 0:
            name = "Robin Castellano"
        slug = name.lower().replace(" ", "-")
        identifiers = (
            Identifier(IdentifierKind.EMAIL, f"{slug}@example.com"),
            Identifier(IdentifierKind.PHONE, f"+1 555-01{k % 100:02d}"),
            Identifier(IdentifierKind.PROFILE, f"https://www.linkedin.com/in/{slug}"),
        )
        people.append(
            Person(
                id=key("person", k),
                name=name,
                names=(name,),
                identifiers=identifiers,
                occupation=EVERYDAY[k % 4] + extra if 10 <= k < 20 else "",
                files=("friend_nadia.zip/Connections.csv" if k % 3 else "mailbox.mbox",),
                is_me=k == 0,
                is_contact=True,
            )
        )
    return people


def _ties(
    rng: random.Random, ids: list[str], firms: list[str], circles: dict[str, str]
) -> dict[tuple[str, str], Tie]:
    ties: dict[tuple[str, str], Tie] = {}

    def put(a: str, b: str, kind: EvidenceKind) -> None:
        made = tie(rng, a, b, kind, rng.choice(firms))
        ties.setdefault((made.left, made.right), made)

    kinds = list(EvidenceKind)
    for p in [*ids[1:26], *ids[36 : len(ids) * 3 // 4]]:
        put(ids[0], p, rng.choice(kinds[:2]))
    for a in ids[1:]:
        near = [b for b in ids[1:] if b != a and circles.get(a) == circles.get(b)]
        for b in rng.sample(near, min(2, len(near))):
            put(a, b, rng.choice(kinds))
    for a in ids[1:9]:
        for b in rng.sample(ids[20:36], 4):
            put(a, b, rng.choice(kinds))
    for a in ids[9:13]:
        put(a, ids[30 + len(a) % 5], EvidenceKind.STATED)
    return ties


def _member(person: str, employer: Employer, role: str, k: int) -> Membership:
    start = date(2012 + k % 10, 1 + k % 12, 1)
    current = k % 7 != 3
    end = None if current else date(2024, 5, 1)
    why = proof(EvidenceKind.OBSERVED, "profile says so", "Connections.csv", f"row {k + 2}", start)
    tier = MatchTier.EXACT
    return Membership(person, employer.id, role, employer.kind, start, end, current, tier, why)


def _paths(
    rng: random.Random,
    graph: ContactGraph,
    people: list[Person],
    inside: list[str],
    at: list[Membership],
    k: int,
) -> Paths:
    names = {p.id: p.name for p in people}
    me = people[0]
    target = graph.targets[k].target.name
    lookup = {(t.left, t.right): t for t in graph.ties}
    goal = {p for n, p in enumerate(inside) if n % 4 == k} if k < 4 else set()
    held = {m.person: m for m in at}
    chains: list[tuple[str, ...]] = []
    for person in sorted(goal):
        if _pair(me.id, person) in lookup:
            chains.append((me.id, person))
        chains += [
            (me.id, b.id, person)
            for b in people[1:20]
            if _pair(b.id, person) in lookup and _pair(me.id, b.id) in lookup
        ]
    if chains and k == 2:
        via = next(b.id for b in people[40:] if _pair(b.id, chains[0][1]) in lookup)
        chains.append((me.id, via, *chains[0][1:]))
    made = [_path(rng, names, lookup, c, held[c[-1]], target) for c in dict.fromkeys(chains)]
    made = [p for p in made if p is not None]
    made.sort(key=lambda p: -p.score)
    ranked = tuple(_ranked(p, n) for n, p in enumerate(made[:10], 1))
    hint = people[12]
    hints = (
        Suggestion(
            hint.id,
            hint.name,
            f"{hint.name} hears from half the town as a {hint.occupation}",
            f"Ask {hint.name} whom they know at {target}.",
            0.1,
        ),
    )
    return Paths((me.id, me.name), target, graph.as_of, ranked, () if ranked else hints)


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _ranked(path: Path, rank: int) -> Path:
    fields = {name: getattr(path, name) for name in Path.__dataclass_fields__}
    return Path(**{**fields, "rank": rank})


def _path(
    rng: random.Random,
    names: dict[str, str],
    lookup: dict[tuple[str, str], Tie],
    ids: tuple[str, ...],
    inside: Membership,
    target: str,
) -> Path | None:
    ties = [lookup.get(_pair(a, b)) for a, b in itertools.pairwise(ids)]
    if any(t is None for t in ties):
        return None
    whole = tuple(t for t in ties if t is not None)
    weakest = min(range(len(whole)), key=lambda n: whole[n].chance.mid)
    score = 1.0
    for t in whole:
        score *= t.chance.mid
    reason = f"{names[ids[1]]} " + (
        f"works at {target}" if len(ids) == 2 else f"knows {names[ids[-1]]} at {target}"
    )
    return Path(
        rank=0,
        people=tuple((p, names[p]) for p in ids),
        ties=whole,
        score=score,
        chance=Chance(score / 2, score, min(1.0, score * 2), "a documented prior"),
        band="good" if score > 0.35 else "fair" if score > 0.12 else "weak",
        weakest=weakest,
        weakest_why=f"The uncertain step is {names[ids[weakest]]} to {names[ids[weakest + 1]]}.",
        end=End(inside),
        reason=reason + ".",
    )


def _bridges(people: list[Person], ties: dict[tuple[str, str], Tie], extra: str) -> Bridges:
    ranked = tuple(_bridge(people[n], n, ties, extra) for n in range(1, 13))
    everyday = tuple(_bridge(people[n], n - 12, ties, extra) for n in range(13, 18))
    return Bridges("targets", ranked, everyday)


def _bridge(person: Person, rank: int, ties: dict[tuple[str, str], Tie], extra: str) -> Bridge:
    mine = next(iter(t for t in ties.values() if person.id in (t.left, t.right)))
    groups = (CIRCLES[rank % 5] + extra, CIRCLES[(rank + 2) % 5] + extra)
    return Bridge(
        rank=rank,
        id=person.id,
        name=person.name,
        score=1 / rank,
        band=("strong", "good", "fair", "unknown")[rank % 4],
        groups=groups,
        opens=tuple(t.name for t in TARGETS[rank % 4 : rank % 4 + 2]) if rank < 9 else (),
        loss=f"Without {person.name} you would not reach the {groups[0]} circle.",
        cut_off=rank % 3 * 4,
        evidence=mine.evidence,
        about=(("", ""),) * len(mine.evidence),
        reason=f"{person.name} joins {groups[0]} and {groups[1]}.",
        everyday=bool(person.occupation),
        introduced=rank % 3,
    )


def _reach(found: Paths) -> Reach:
    best = found.paths[0] if found.paths else None
    state = "not reached"
    if best:
        state = "direct" if any(p.hops == 1 for p in found.paths) else "through bridges"
    firsts = {p.people[1]: None for p in found.paths}
    return Reach(
        target=found.target,
        state=state,
        band=best.band if best else "unknown",
        score=best.score if best else 0.0,
        insiders=len({p.people[-1] for p in found.paths}),
        former=1 if best else 0,
        independent=len(firsts),
        through=tuple(firsts)[:5],
        best=best,
        blind="" if best else "Nobody known inside, and no former member of staff either.",
        suggestions=found.suggestions,
    )
