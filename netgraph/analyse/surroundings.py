"""The trade and the town of a target, and what my people have to do with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, Membership, Person, Target
from netgraph.resolve.industries import close_to, industries_in, industry_and_city, words_of

#: How much a sign counts [0, 1]: a job of today, the same in the past, a circle or a label.
TODAY, PAST, CIRCLE = 1.0, 0.6, 0.6
#: Shorter words of a trade that no table knows say nothing [letters].
SHORT = 4
#: A job title that tells of the past itself.
_GONE = re.compile(r"(?:retired|former|formerly|ex)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """What about a person (``of``) has to do with a target, how (``tells``), what it counts.

    ``at_work``: it is a job of today.
    """

    of: str
    tells: str
    weight: float
    at_work: bool = False


@dataclass(frozen=True, slots=True)
class _Facet:
    """One thing known of a person: its words, what of them names a trade or a town."""

    text: str
    speaking: tuple[str, ...]
    weight: float
    employer: str = ""
    at_work: bool = False


class Surroundings:
    """The trade and the town of the organisation ``name`` (``employers`` are its ids).

    As the user says of the target, else as the table of employers does; else the trade is what
    the name itself speaks of ("Harbour Clinic"). What nobody says is empty, and fits nobody.
    """

    def __init__(self, graph: ContactGraph, name: str, employers: tuple[str, ...]) -> None:
        self._graph = graph
        self._targets = {e: one.target for one in graph.targets for e, _ in one.employers}
        target = next((m.target for m in graph.targets if m.target.name == name), Target(name))
        industry, city = industry_and_city(name)
        tabled = [graph.employer_by_id[one] for one in employers if one in graph.employer_by_id]
        industry = next((one.industry for one in tabled if one.industry), industry)
        city = next((one.city for one in tabled if one.city), city)
        self.trade = target.industry.strip() or industry
        self.town = target.city.strip() or city
        self.industries = industries_in(self.trade or name)
        self._near = frozenset(n for one in self.industries for n in close_to(one))
        known = self.trade and not self.industries
        self._words = {w for w in words_of(self.trade) if len(w) >= SHORT} if known else set()
        self._town = words_of(self.town)
        self._of_person: dict[str, list[Membership]] = {}
        for one in graph.memberships:
            self._of_person.setdefault(one.person, []).append(one)

    def same_trade(self, person: Person) -> Sign | None:
        """The best sign that the person is in the target's own trade."""

        def fits(facet: _Facet) -> str:
            both = self._industries(facet) & self.industries
            if both:
                return f"{min(both)}, the same field"
            shared = self._words & {w for text in facet.speaking for w in words_of(text)}
            return f"close to the field, {self.trade}" if shared else ""

        return self._best(person, fits)

    def near_trade(self, person: Person) -> Sign | None:
        """The best sign that the person is in a trade next to the target's."""

        def fits(facet: _Facet) -> str:
            theirs = min(self._industries(facet) & self._near, default="")
            if not theirs:
                return ""
            ours = min(close_to(theirs) & self.industries)
            return f"{theirs}, close to {ours}"

        return self._best(person, fits)

    def same_town(self, person: Person) -> Sign | None:
        """The best sign that the person is about the target's town."""

        def fits(facet: _Facet) -> str:
            if not self._town:
                return ""
            named = any(_holds(words_of(text), self._town) for text in facet.speaking)
            here = named or self._city(facet.employer) == self._town
            return f"in {self.town} as well" if here else ""

        return self._best(person, fits)

    def _best(self, person: Person, fits: Callable[[_Facet], str]) -> Sign | None:
        found = [
            Sign(facet.text, tells, facet.weight, facet.at_work)
            for facet in self._facets(person)
            if (tells := fits(facet))
        ]
        return min(found, key=lambda sign: (-sign.weight, sign.of, sign.tells), default=None)

    def _industries(self, facet: _Facet) -> frozenset[str]:
        """The trades a facet speaks of; what is known of an employer stands above its name."""
        employer = self._graph.employer_by_id.get(facet.employer)
        target = self._targets.get(facet.employer)
        told = (target.industry if target else "") or (employer.industry if employer else "")
        texts = [*facet.speaking[:-1], told] if told else facet.speaking
        return frozenset().union(*map(industries_in, texts))

    def _city(self, employer: str) -> tuple[str, ...]:
        known, target = self._graph.employer_by_id.get(employer), self._targets.get(employer)
        return words_of((target.city if target else "") or (known.city if known else ""))

    def _facets(self, person: Person) -> Iterator[_Facet]:
        memberships = self._of_person.get(person.id, [])
        named = {one.role.casefold() for one in memberships}
        for one in memberships:
            name = self._graph.employer_by_id[one.employer].name
            left = one.current is False or bool(_GONE.match(one.role))
            works = one.kind is AffiliationKind.WORK
            weight = PAST if left else TODAY if works else CIRCLE
            yield _Facet(_at(one, name), (one.role, name), weight, one.employer, works and not left)
        if person.occupation and person.occupation.casefold() not in named:
            left = bool(_GONE.match(person.occupation))
            weight = PAST if left else TODAY
            yield _Facet(person.occupation, (person.occupation,), weight, at_work=not left)
        for label in person.labels:
            name = label.removeprefix("circle:")
            whose = "in your circle" if name != label else "in"
            yield _Facet(f"{whose} “{name}”", (name,), CIRCLE)


def _at(one: Membership, name: str) -> str:
    """What somebody is or was at an organisation, in words."""
    if one.kind is AffiliationKind.SCHOOL:
        return f"studied at {name}"
    if one.kind is AffiliationKind.GROUP:
        return f"one of {name}"
    left = one.current is False
    if one.role:
        return f"{'formerly ' if left and not _GONE.match(one.role) else ''}{one.role} at {name}"
    return f"{'used to work' if left else 'works'} at {name}"


def _holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(words[i : i + size] == wanted for i in range(len(words) - size + 1))
