"""The directory behind `EmployerTable`: which spellings mean which organisation."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from netgraph.model import AffiliationKind, Employer, MatchTier, Target
from netgraph.resolve.domains import domain_of
from netgraph.resolve.legalforms import without_legal_form
from netgraph.resolve.organisations import parse_organisation, spelling_key
from netgraph.resolve.tables import known_employers

_Place = tuple[AffiliationKind, str]
_WORK = AffiliationKind.WORK
_ORDER = {tier: rank for rank, tier in enumerate(MatchTier)}


def base_key(name: str) -> str:
    """The spelling without legal form: what makes two names one organisation."""
    return spelling_key(without_legal_form(name))


@dataclass(slots=True)
class Draft:
    """An organisation in the making; ``spellings`` counts the names as written."""

    kind: AffiliationKind
    key: str
    spellings: Counter[str] = field(default_factory=Counter)
    preferred: str = ""
    domains: set[str] = field(default_factory=set)
    parent: str = ""

    @property
    def id(self) -> str:
        """A hash of the kind and the key."""
        joined = f"employer\x1f{self.kind}\x1f{self.key}"
        return hashlib.sha256(joined.encode()).hexdigest()[:16]

    @property
    def name(self) -> str:
        """The user's or table's name, else the most frequent spelling, then the smallest."""
        if self.preferred:
            return self.preferred
        return min(self.spellings, key=lambda name: (-self.spellings[name], name))


@dataclass(frozen=True, slots=True)
class Directory:
    """Organisations and the spellings that mean them; made by `collect`."""

    employers: tuple[Employer, ...]
    by_id: Mapping[str, Employer]
    by_domain: Mapping[str, str]
    _ids: Mapping[_Place, str]
    _other_names: Mapping[str, str]
    _claims: Mapping[str, frozenset[str]]

    def look_up(self, name: str, kind: AffiliationKind) -> tuple[str, MatchTier] | None:
        """The id of the organisation a parsed name means, and how it was recognised."""
        key = base_key(name)
        other = self._other_names.get(key, key) if kind is _WORK else key
        employer = self._ids.get((kind, other))
        if employer is None:
            return None
        if other != key:
            return employer, MatchTier.ALIAS
        exact = spelling_key(self.by_id[employer].name) == spelling_key(name)
        return employer, MatchTier.EXACT if exact else MatchTier.LEGAL_FORM

    def claimants(self, key: str) -> list[Employer]:
        """The organisations that claim one short name, by name."""
        ids = (self._ids.get((_WORK, claim)) for claim in self._claims.get(key, ()))
        found = (self.by_id[each] for each in ids if each)
        return sorted(found, key=lambda employer: (employer.name, employer.id))

    def of_target(self, target: Target) -> tuple[tuple[str, MatchTier], ...]:
        """The employers that are the target or part of it, strictest first."""
        found: dict[str, MatchTier] = {}
        for employer, tier in self._direct(target):
            if employer not in found or _ORDER[tier] < _ORDER[found[employer]]:
                found[employer] = tier
        for part in self.employers:
            if part.id not in found and any(parent in found for parent in self._parents(part)):
                found[part.id] = MatchTier.PART_OF
        return tuple(sorted(found.items(), key=lambda item: (_ORDER[item[1]], item[0])))

    def _direct(self, target: Target) -> Iterator[tuple[str, MatchTier]]:
        if match := self.look_up(target.name, _WORK):
            yield match
        for alias in target.aliases:
            if match := self.look_up(alias, _WORK):
                yield match[0], MatchTier.ALIAS
        for domain in target.domains:
            owner = self.by_domain.get(domain_of(domain) or "")
            if owner:
                yield owner, MatchTier.DOMAIN

    def _parents(self, employer: Employer) -> Iterator[str]:
        seen = {employer.id}
        while employer.parent and employer.parent not in seen:
            yield employer.parent
            seen.add(employer.parent)
            employer = self.by_id[employer.parent]


def collect(
    mentions: Iterable[tuple[str, AffiliationKind]],
    aliases: Mapping[str, str],
    targets: Sequence[Target],
    domains: Mapping[str, str],
) -> Directory:
    """Group ``mentions`` into organisations; see `resolve_employers`."""
    counted: Counter[tuple[str, AffiliationKind]] = Counter(mentions)
    claims = _claims(counted, aliases, targets)
    other_names = _settle(claims)
    drafts: dict[_Place, Draft] = {}
    for (text, kind), count in sorted(counted.items()):
        if parsed := parse_organisation(text):
            _draft(drafts, other_names, parsed.name, kind).spellings[parsed.name] += count
    for known in known_employers():
        place = (_WORK, base_key(known.name))
        if place in drafts:
            drafts[place].preferred = known.name
    for known in known_employers():
        _complete(drafts, other_names, known.name, known.domains, known.parent)
    for target in targets:
        draft = _draft(drafts, other_names, target.name, _WORK)
        if base_key(target.name) == draft.key:
            draft.preferred = target.name
        draft.spellings[target.name] += 1
        draft.domains.update(filter(None, map(domain_of, target.domains)))
    for domain, name in domains.items():
        place = (_WORK, other_names.get(base_key(name), base_key(name)))
        taken = any(domain in draft.domains for draft in drafts.values())
        if place in drafts and not taken:
            drafts[place].domains.add(domain)
    return _directory(drafts, other_names, claims)


def _draft(
    drafts: dict[_Place, Draft], other_names: Mapping[str, str], name: str, kind: AffiliationKind
) -> Draft:
    key = base_key(name)
    key = other_names.get(key, key) if kind is _WORK else key
    return drafts.setdefault((kind, key), Draft(kind, key))


def _complete(
    drafts: dict[_Place, Draft],
    other_names: Mapping[str, str],
    name: str,
    domains: Sequence[str],
    parent: str,
) -> None:
    """Add what the table knows of an organisation that is mentioned."""
    key = base_key(name)
    draft = drafts.get((_WORK, other_names.get(key, key)))
    if draft is None:
        return
    draft.domains.update(domains)
    if parent:
        draft.parent = base_key(parent)


def _claims(
    counted: Mapping[tuple[str, AffiliationKind], int],
    aliases: Mapping[str, str],
    targets: Sequence[Target],
) -> list[dict[str, set[str]]]:
    """Other names and what they are said to mean, by who says so, most trusted first."""
    user: dict[str, set[str]] = {}
    for other, name in aliases.items():
        user.setdefault(base_key(other), set()).add(base_key(name))
    wanted: dict[str, set[str]] = {}
    for target in targets:
        for other in target.aliases:
            wanted.setdefault(base_key(other), set()).add(base_key(target.name))
    table: dict[str, set[str]] = {}
    for known in known_employers():
        for other in known.aliases:
            table.setdefault(base_key(other), set()).add(base_key(known.name))
    written: dict[str, set[str]] = {}
    for text, kind in counted:
        parsed = parse_organisation(text) if kind is _WORK else None
        for other in parsed.aliases if parsed else ():
            if parsed and _spells(other, parsed.name):
                written.setdefault(base_key(other), set()).add(base_key(parsed.name))
    return [user, wanted, table, written]


def _spells(short: str, name: str) -> bool:
    """Whether a short name is made of the initials of the words of ``name``."""
    words = [word for word in spelling_key(name).split() if word != "and"]
    return short.replace("&", "").casefold() == "".join(word[0] for word in words)


def _settle(claims: Sequence[Mapping[str, set[str]]]) -> dict[str, str]:
    """What each other name means; one that a voice gives two meanings means neither."""
    settled: dict[str, str] = {}
    disputed: set[str] = set()
    for voice in claims:
        for other, meanings in sorted(voice.items()):
            real = meanings - {other}
            if len(real) == 1 and other not in settled and other not in disputed:
                settled[other] = next(iter(real))
            elif len(real) > 1 and other not in settled:
                disputed.add(other)
    return {other: _end(settled, other) for other in settled}


def _end(settled: Mapping[str, str], other: str) -> str:
    seen = [other]
    while seen[-1] in settled and settled[seen[-1]] not in seen:
        seen.append(settled[seen[-1]])
    return seen[-1]


def _directory(
    drafts: Mapping[_Place, Draft],
    other_names: Mapping[str, str],
    claims: Sequence[Mapping[str, set[str]]],
) -> Directory:
    ids = {place: draft.id for place, draft in drafts.items()}
    employers = []
    by_domain: dict[str, str] = {}
    for draft in sorted(drafts.values(), key=lambda each: each.id):
        names = (draft.name, *sorted(draft.spellings))
        parent = other_names.get(draft.parent, draft.parent)
        employers.append(
            Employer(
                id=draft.id,
                name=draft.name,
                names=tuple(dict.fromkeys(names)),
                domains=tuple(sorted(draft.domains)),
                kind=draft.kind,
                parent=ids.get((_WORK, parent), "") if parent else "",
            )
        )
        for domain in sorted(draft.domains):
            by_domain.setdefault(domain, draft.id)
    every: dict[str, set[str]] = {}
    for voice in claims:
        for other, meanings in voice.items():
            every.setdefault(other, set()).update(meanings)
    return Directory(
        employers=tuple(employers),
        by_id={employer.id: employer for employer in employers},
        by_domain=by_domain,
        _ids=ids,
        _other_names=other_names,
        _claims={other: frozenset(meanings) for other, meanings in every.items()},
    )
