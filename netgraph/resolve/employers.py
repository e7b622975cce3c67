"""Names become employers, strictly: exact, legal form, alias, domain, part of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from netgraph.errors import AmbiguousNameError, NotFoundError
from netgraph.model import AffiliationKind, Employer, MatchTier, Target, TargetMatch
from netgraph.resolve.organisations.directory import Directory, Words, collect
from netgraph.resolve.organisations.domains import domain_of
from netgraph.resolve.organisations.names import OrganisationName, parse_organisation

__all__ = [
    "EmployerTable",
    "OrganisationName",
    "Words",
    "parse_organisation",
    "resolve_employers",
]


def resolve_employers(
    mentions: Iterable[tuple[str, AffiliationKind]],
    targets: Sequence[Target],
    *,
    domains: Mapping[str, str] | None = None,
    words: Words | None = None,
) -> EmployerTable:
    """The organisations named in ``mentions`` (repetitions count), by strict matching.

    ``words`` are the user's; ``domains`` map mail domains to names, as `learn_domains` finds
    them. Every target becomes an employer, mentioned or not. Never a guess by similarity or
    substring.
    """
    return EmployerTable(collect(mentions, targets, domains or {}, words or Words()))


class EmployerTable:
    """The organisations of the store and what they are called."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._known: dict[tuple[str, AffiliationKind], tuple[str, MatchTier, bool] | None] = {}

    @property
    def employers(self) -> tuple[Employer, ...]:
        """Every organisation, by id."""
        return self._directory.employers

    def match(
        self, text: str, kind: AffiliationKind = AffiliationKind.WORK
    ) -> tuple[str, MatchTier, bool] | None:
        """Employer id, tier and whether ``text`` says "ex-"; None when it names no employer."""
        asked = (text, kind)
        if asked not in self._known:
            parsed = parse_organisation(text)
            found = self._directory.look_up(parsed.name, kind) if parsed else None
            self._known[asked] = (*found, parsed.former) if found and parsed else None
        return self._known[asked]

    def target(self, target: Target) -> TargetMatch:
        """The employers that are ``target`` or part of it, strictest tier first, then by id."""
        return TargetMatch(target, self._directory.of_target(target))

    def find(self, text: str) -> Employer:
        """The organisation called ``text``: an employer before a school before a group.

        Raises `NotFoundError` with the nearest names, `AmbiguousNameError` when a short name
        stands for several.
        """
        parsed = parse_organisation(text)
        name = parsed.name if parsed else text
        for kind in AffiliationKind:
            if found := self._directory.look_up(name, kind):
                return self._directory.by_id[found[0]]
        several = self._directory.claimants(name)
        if several:
            names = [employer.name for employer in several]
            msg = f"{text!r} could be {' or '.join(names)}; write the full name"
            raise AmbiguousNameError(msg, names)
        nearest = _nearest(text, sorted({e.name for e in self.employers}))
        hint = f"; the nearest are: {', '.join(nearest)}" if nearest else ""
        msg = f"no organisation is called {text!r}{hint}"
        raise NotFoundError(msg, nearest)

    def by_domain(self, domain: str) -> str | None:
        """The id of the employer whose mail domain it is (subdomains too), or None."""
        registered = domain_of(domain)
        return self._directory.by_domain.get(registered) if registered else None

    def employer_of_address(self, email: str) -> str | None:
        """The id of the employer whose address it is; None for free mail and unknown domains."""
        return self.by_domain(email)


def _nearest(text: str, names: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process

    best = process.extract(text, names, scorer=fuzz.WRatio, limit=3, score_cutoff=60)
    return [name for name, _, _ in best]
