"""The trade and the town of a target, and what my people have to do with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, Membership, Person, Target
from netgraph.resolve.industries import close_to, industries_in, industry_and_city, words_of

#: How much a sign counts [0, 1]: a job of today, the same in the past, a circle or a label.
TODAY, PAST, CIRCLE = 1.0, 0.6, 0.6
#: Shorter words of a trade that no table knows say nothing [letters].
SHORT = 4
#: A job title that tells of the past itself.
_GONE = re.compile(r".*\bretired\b|(?:former|formerly|ex)\b", re.IGNORECASE)


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
class Signs:
    """The best sign of each sort that a person has, None for none."""

    same_trade: Sign | None = None
    near_trade: Sign | None = None
    same_town: Sign | None = None


#: What a text speaks of: how it is in the target's trade, next to it, about its town; "" for not.
_Fit = tuple[str, str, str]
_NOTHING: _Fit = ("", "", "")


class Surroundings:
    """The trade and the town of the organisation ``name`` (``employers`` are its ids).

    As the user says of the target, else as the table of employers does; else the trade is what
    the name itself speaks of ("Harbour Clinic"). What nobody says is empty, and fits nobody. To
    have been at the organisation itself is no sign: that tells more than a trade.
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
        self._own = frozenset(employers)
        self._fits: dict[tuple[str, str], _Fit] = {}
        self._of_person: dict[str, list[Membership]] = {}
        for one in graph.memberships:
            self._of_person.setdefault(one.person, []).append(one)

    def fitting(self, people: Iterable[Person]) -> Iterator[Person]:
        """Those of ``people``, in their order, of whom anything fits the target."""
        fits, nothing = self._fit_of, _NOTHING
        jobs = self._graph.memberships
        held = {one.person for one in jobs if fits(one.employer, one.role) is not nothing}
        for person in people:
            if person.id in held or person.labels or fits("", person.occupation) is not nothing:
                yield person

    def signs(self, person: Person) -> Signs:
        """What about ``person`` has to do with the target."""
        found: tuple[list[Sign], ...] = ([], [], [])
        for fit, weight, at_work, of in self._facets(person):
            for place, tells in enumerate(fit):
                if tells:
                    found[place].append(Sign(of(), tells, weight, at_work))
        return Signs(*(min(signs, key=_order, default=None) for signs in found))

    def _facets(self, person: Person) -> Iterator[tuple[_Fit, float, bool, Callable[[], str]]]:
        """What of the person fits: how, what it counts, whether it is a job of today, the words."""
        memberships = self._of_person.get(person.id, ())
        for one in memberships:
            fit = self._fit_of(one.employer, one.role)
            if fit is not _NOTHING and one.employer not in self._own:
                left = one.current is False or bool(_GONE.match(one.role))
                works = one.kind is AffiliationKind.WORK
                weight = PAST if left else TODAY if works else CIRCLE
                yield fit, weight, works and not left, partial(self._at, one)
        job = person.occupation
        if job and job.casefold() not in {one.role.casefold() for one in memberships}:
            left = bool(_GONE.match(job))
            yield self._fit_of("", job), PAST if left else TODAY, not left, partial(str, job)
        for label in person.labels:
            name = label.removeprefix("circle:")
            words = f"{'in your circle' if name != label else 'in'} “{name}”"
            yield self._fit_of("", name), CIRCLE, False, partial(str, words)

    def _fit_of(self, employer: str, text: str) -> _Fit:
        """How a role at an ``employer`` (an id, "" for none) fits; every pair is looked at once."""
        known = self._fits.get((employer, text))
        if known is None:
            fit = (*self._trade(employer, text), self._about_town(employer, text))
            known = self._fits[employer, text] = fit if any(fit) else _NOTHING
        return known

    def _trade(self, employer: str, text: str) -> tuple[str, str]:
        """What is known of an employer stands above what its name speaks of."""
        body, target = self._graph.employer_by_id.get(employer), self._targets.get(employer)
        name = body.name if body else ""
        told = (target.industry if target else "") or (body.industry if body else "")
        theirs = industries_in(text) | industries_in(told or name)
        if same := min(theirs & self.industries, default=""):
            return f"{same}, the same field", ""
        if self._words & {*words_of(text), *words_of(name)}:
            return f"close to the field, {self.trade}", ""
        near = min(theirs & self._near, default="")
        return "", f"{near}, close to {min(close_to(near) & self.industries)}" if near else ""

    def _about_town(self, employer: str, text: str) -> str:
        if not self._town:
            return ""
        body, target = self._graph.employer_by_id.get(employer), self._targets.get(employer)
        city = (target.city if target else "") or (body.city if body else "")
        named = any(_holds(words_of(one), self._town) for one in (text, body.name if body else ""))
        return f"in {self.town} as well" if named or words_of(city) == self._town else ""

    def _at(self, one: Membership) -> str:
        """What somebody is or was at an organisation, in words."""
        name = self._graph.employer_by_id[one.employer].name
        if one.kind is AffiliationKind.SCHOOL:
            return f"studied at {name}"
        if one.kind is AffiliationKind.GROUP:
            return f"one of {name}"
        left = one.current is False
        if one.role:
            gone = left and not _GONE.match(one.role)
            return f"{'formerly ' if gone else ''}{one.role} at {name}"
        return f"{'used to work' if left else 'works'} at {name}"


def _order(sign: Sign) -> tuple[float, str, str]:
    return -sign.weight, sign.of, sign.tells


def _holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(words[i : i + size] == wanted for i in range(len(words) - size + 1))
