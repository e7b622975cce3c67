"""Invented networks of any size, as full of names, stays and evidence as a real one.

People belong to one or two circles of heavy-tailed size and know about six others in them; I know
half of them. Every tie has one to three pieces of evidence (7, 2 and 1 in ten) with file,
place and day, worded as netgraph words them. From a seed: the same size gives the same network.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta

import numpy as np

from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import day
from netgraph.model import (
    AffiliationKind,
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

NOW = datetime(2026, 11, 3, tzinfo=UTC)
TARGETS = 6
#: Share of people in no circle but mine.
LOOSE = 0.1
_STARTS = (
    "Ba",
    "Ka",
    "Mo",
    "Ri",
    "Sa",
    "Te",
    "Lu",
    "No",
    "Va",
    "Zi",
    "Pe",
    "Do",
    "Fi",
    "Ha",
    "Ju",
    "El",
    "An",
    "Os",
    "Ir",
    "Ya",
)
_MIDDLES = ("la", "ri", "no", "me", "ta", "si", "de", "vo", "ne", "ka")
_FIRST_ENDS = ("n", "a", "s", "ra", "lia", "no", "m", "k")
_LAST_ENDS = ("ssen", "berg", "ova", "ini", "etti", "man", "lund", "ez", "ard", "wicz")
_FIRMS = (
    "Harbour",
    "Copper",
    "Lantern",
    "Quarry",
    "Meadow",
    "Granite",
    "Willow",
    "Beacon",
    "Cobalt",
    "Juniper",
)
_TRADES = (
    "Mutual",
    "Logistics",
    "Software",
    "Books",
    "Clinic",
    "Energy",
    "Analytics",
    "Foods",
    "Press",
    "Rail",
)
_ROLES = (
    "Analyst",
    "Office manager",
    "Data engineer",
    "Teacher",
    "Buyer",
    "Nurse",
    "Account manager",
    "Editor",
    "Accountant",
    "Head of operations",
    "Product manager",
    "Research assistant",
)
_FILES = ("Basic_LinkedInDataExport.zip/Connections.csv", "mailbox.mbox", "contacts.vcf")


def network(people: int) -> ContactGraph:
    """``people`` contacts and me, with employers, targets and ties."""
    return _Inventing(people).graph()


def _key(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]


class _Inventing:
    def __init__(self, people: int) -> None:
        self.rng = np.random.default_rng(people)
        self.count = people
        self.firms = [self.firm(k) for k in range(max(TARGETS * 2, people // 12))]
        self.ids = sorted(_key("person", k) for k in range(people))
        self.circles = self.drawn_circles()

    def pick(self, choices: tuple[str, ...] | list[str]) -> str:
        return choices[int(self.rng.integers(len(choices)))]

    def name(self) -> str:
        first = self.pick(_STARTS) + self.pick(_MIDDLES) + self.pick(_FIRST_ENDS)
        last = self.pick(_STARTS) + self.pick(_MIDDLES) + self.pick(_LAST_ENDS)
        return f"{first} {last}"

    def firm(self, number: int) -> Employer:
        tens, ones = divmod(number % 100, 10)
        town = "" if number < 100 else f" {self.pick(_STARTS)}{self.pick(_MIDDLES)}{number // 100}"
        name = f"{_FIRMS[tens]} {_TRADES[ones]}{town}"
        return Employer(_key("firm", number), name, (name,), size=int(self.rng.integers(10, 5000)))

    def drawn_circles(self) -> list[list[int]]:
        """Members by number, 4 to 120 of them; a fifth of the people are in a second one."""
        order = self.rng.permutation(self.count)[: int(self.count * (1 - LOOSE))].tolist()
        circles: list[list[int]] = []
        while order:
            size = int(min(4 + self.rng.pareto(1.1) * 8, 120))
            circles.append(order[:size])
            order = order[size:]
        for circle in circles:
            guests = self.rng.integers(0, self.count, len(circle) // 5).tolist()
            circle.extend(one for one in guests if one not in circle)
        return circles

    def day(self) -> date:
        return NOW.date() - timedelta(days=int(self.rng.integers(20, 4000)))

    def evidence(self, kind: EvidenceKind, firm: str) -> Evidence:
        when = self.day()
        number = int(self.rng.integers(2, 60))
        if kind is EvidenceKind.OBSERVED:
            text = f"{number} mails, both ways, last on {day(when)}"
            origin = Origin("mbox", _FILES[1], "0" * 12, f"message {number * 731}")
        elif kind is EvidenceKind.STATED:
            text = f"in your address book (undated, imported {day(NOW)})"
            origin = Origin("vcard", _FILES[2], "1" * 12, f"card {number * 13}")
        else:
            text = f"both at {firm}, about {number * 20} people, at the same time; possible"
            origin = Origin("linkedin_connections", _FILES[0], "2" * 12, f"row {number * 41}")
        return Evidence(kind, text, origin, when, 0.3)

    def tie(self, left: str, right: str) -> Tie:
        kind = list(EvidenceKind)[int(self.rng.integers(3))]
        mid = float(np.round(self.rng.uniform(0.05, 0.9), 3))
        chance = Chance(mid * 0.6, mid, min(1.0, mid * 1.3), "a documented prior")
        firm = self.firms[int(self.rng.integers(len(self.firms)))].name
        pieces = tuple(self.evidence(kind, firm) for _ in range(self.how_many()))
        strength = None if kind is EvidenceKind.STATED and mid < 0.3 else mid
        return Tie(left, right, kind, strength, chance, pieces)

    def how_many(self) -> int:
        return int(self.rng.choice(3, p=(0.7, 0.2, 0.1))) + 1

    def pairs(self) -> list[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        for circle in self.circles:
            size = len(circle)
            for place, one in enumerate(circle):
                for other in self.rng.integers(0, size, min(3, size - 1)).tolist():
                    if other != place:
                        found.add((min(one, circle[other]), max(one, circle[other])))
        across = self.rng.integers(0, self.count, (self.count // 8, 2)).tolist()
        found.update((min(a, b), max(a, b)) for a, b in across if a != b)
        return sorted(found)

    def person(self, key: str) -> Person:
        name = self.name()
        slug = name.casefold().replace(" ", "-")
        profile = f"https://www.linkedin.com/in/{slug}-{key[:5]}"
        known = (
            Identifier(IdentifierKind.EMAIL, f"{slug}@example.com"),
            Identifier(IdentifierKind.PROFILE, profile),
        )
        files = tuple(file for file in _FILES if self.rng.random() < 0.5) or _FILES[:1]
        return Person(key, name, (name,), known, files=files, is_contact=True)

    def stays(self) -> list[Membership]:
        held = []
        of = {one: number for number, circle in enumerate(self.circles) for one in circle}
        for number, key in enumerate(self.ids):
            firm = self.firms[of.get(number, number) % len(self.firms)]
            start = self.day()
            origin = Origin("linkedin_connections", _FILES[0], "2" * 12, f"row {number + 4}")
            why = Evidence(EvidenceKind.OBSERVED, f"works at {firm.name}", origin, start)
            role, work = self.pick(_ROLES), AffiliationKind.WORK
            exact, now = MatchTier.EXACT, number % 6 != 0
            held.append(Membership(key, firm.id, role, work, start, None, now, exact, why))
        return held

    def graph(self) -> ContactGraph:
        me = "f" * 17
        people = (*(self.person(key) for key in self.ids), Person(me, "Robin Vale", is_me=True))
        among = [self.tie(self.ids[a], self.ids[b]) for a, b in self.pairs()]
        mine = [self.tie(key, me) for key in self.ids if self.rng.random() < 0.5]
        goals = self.firms[:TARGETS]
        return ContactGraph(
            people=people,
            employers=tuple(sorted(self.firms, key=lambda firm: firm.id)),
            ties=tuple(sorted((*among, *mine), key=lambda tie: (tie.left, tie.right))),
            memberships=tuple(self.stays()),
            introductions=(),
            targets=tuple(
                TargetMatch(Target(goal.name), ((goal.id, MatchTier.EXACT),)) for goal in goals
            ),
            me=me,
            as_of=NOW,
        )
