"""Which fields of work people and employers are in, by job titles, trades and names: a guess."""

from __future__ import annotations

from collections import Counter, defaultdict

from netgraph.analyse.insiders import is_inside
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, Membership, TargetMatch
from netgraph.resolve.industries import industries_in, industry_and_city


class Fields:
    """Which industries everybody and every employer of ``graph`` is in."""

    def __init__(self, graph: ContactGraph) -> None:
        self._graph = graph
        self._targets = {e: match for match in graph.targets for e, _ in match.employers}
        self.near = graph.chances_from(graph.me)
        self.jobs: dict[str, list[tuple[Membership, frozenset[str]]]] = defaultdict(list)
        for one in graph.memberships:
            left_out = one.person == graph.me or (one.employer, one.person) in graph.barred
            if one.kind is AffiliationKind.WORK and not left_out:
                fields = industries_in(one.role) | self.of_employer(one.employer)
                self.jobs[one.person].append((one, fields))

    def of_target(self, match: TargetMatch) -> frozenset[str]:
        """By what I said of it, else by the table, else by its name."""
        target = match.target
        told = target.industry or industry_and_city(target.name)[0] or target.name
        return industries_in(told)

    def of_employer(self, employer: str) -> frozenset[str]:
        """By what I said of the target, else by the table, else by its name."""
        if employer in self._targets:
            return self.of_target(self._targets[employer])
        body = self._graph.employer_by_id[employer]
        return industries_in(body.industry or body.name)

    @property
    def counts(self) -> Counter[str]:
        """How many of my people are in each industry now, by work or occupation."""
        found: Counter[str] = Counter()
        for person in self.near:
            jobs = self.jobs.get(person, [])
            fields = {field for one, those in jobs if is_inside(one) for field in those}
            fields |= industries_in(self._graph.person(person).occupation)
            found.update(sorted(fields))
        return found
