"""The directory behind `EmployerTable`: which spellings mean which organisation."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from netgraph.model import AffiliationKind, Employer, MatchTier, Target
from netgraph.resolve.organisations.domains import domain_of
from netgraph.resolve.organisations.names import base_key, parse_organisation, spelling_key
from netgraph.resolve.organisations.othernames import Place, Voice, meaning_of, settled, voices_of
from netgraph.resolve.tables import KnownEmployer, known_employers

_WORK = AffiliationKind.WORK
_ORDER = {tier: rank for rank, tier in enumerate(MatchTier)}


@dataclass(frozen=True, slots=True)
class Words:
    """What the user says of names.

    ``aliases`` map other name to name, pairs ``apart`` are two bodies, and rows of the user's
    ``own`` table stand in the place of netgraph's of the same name.
    """

    aliases: Mapping[str, str] = field(default_factory=dict)
    apart: Sequence[tuple[str, str]] = ()
    own: Sequence[KnownEmployer] = ()

    def with_the_known(self) -> tuple[KnownEmployer, ...]:
        """The user's rows, then those of netgraph's table that they do not replace."""
        mine = {base_key(each.name) for each in self.own}
        return (*self.own, *(k for k in known_employers() if base_key(k.name) not in mine))


@dataclass(frozen=True, slots=True)
class Directory:
    """Organisations and the spellings that mean them; made by `collect`."""

    employers: tuple[Employer, ...]
    by_id: Mapping[str, Employer]
    by_domain: Mapping[str, str]
    ids: Mapping[Place, str]
    meant: Mapping[Place, str]
    voices: tuple[Voice, ...]

    def look_up(self, name: str, kind: AffiliationKind) -> tuple[str, MatchTier] | None:
        """The id of the organisation a parsed name means, and how it was recognised."""
        meaning = meaning_of(self.meant, kind, name)
        employer = self.ids.get((kind, meaning))
        if employer is None:
            return None
        if spelling_key(self.by_id[employer].name) == spelling_key(name):
            return employer, MatchTier.EXACT
        return employer, MatchTier.LEGAL_FORM if meaning == base_key(name) else MatchTier.ALIAS

    def claimants(self, name: str) -> list[Employer]:
        """The organisations of which somebody says that they are called ``name``, by name."""
        key = base_key(name)
        found = {}
        for voice in self.voices:
            for kind in AffiliationKind:
                for meaning in voice.claims.get((kind, key), ()):
                    if employer := self.ids.get((kind, meaning)):
                        found[employer] = self.by_id[employer]
        return sorted(found.values(), key=lambda employer: (employer.name, employer.id))

    def of_target(self, target: Target) -> tuple[tuple[str, MatchTier], ...]:
        """The employers that are the target or part of it, strictest tier first, then by id."""
        found: dict[str, MatchTier] = {}
        for employer, tier in self._direct(target):
            if employer not in found or _ORDER[tier] < _ORDER[found[employer]]:
                found[employer] = tier
        whole = set(found)
        for part in self.employers:
            if part.id not in whole and not whole.isdisjoint(self._parents(part)):
                found[part.id] = MatchTier.PART_OF
        return tuple(sorted(found.items(), key=lambda item: (_ORDER[item[1]], item[0])))

    def _direct(self, target: Target) -> Iterator[tuple[str, MatchTier]]:
        if match := self.look_up(target.name, _WORK):
            yield match
        wanted = {domain_of(domain) for domain in target.domains}
        for employer in self.employers:
            if not wanted.isdisjoint(employer.domains):
                yield employer.id, MatchTier.DOMAIN

    def _parents(self, employer: Employer) -> set[str]:
        seen: set[str] = set()
        while employer.parent and employer.parent not in seen:
            seen.add(employer.parent)
            employer = self.by_id[employer.parent]
        return seen


@dataclass(slots=True)
class _Draft:
    """An organisation in the making; ``spellings`` counts the names as written."""

    place: Place
    spellings: Counter[str] = field(default_factory=Counter)
    preferred: str = ""
    domains: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        joined = "\x1f".join(("employer", *self.place))
        return hashlib.sha256(joined.encode()).hexdigest()[:16]

    @property
    def name(self) -> str:
        """The user's or the table's name, else the best spelling.

        That is no other name, not all small or all capitals, the most frequent, the smallest.
        """

        def worth(name: str) -> tuple[bool, bool, int, str]:
            shouted = name.islower() or (name.isupper() and " " in name)
            return base_key(name) != self.place[1], shouted, -self.spellings[name], name

        return self.preferred or min(self.spellings, key=worth)


class _Drafts:
    """Every organisation in the making; ``reasons`` tell why a domain is somebody's."""

    def __init__(self, meant: Mapping[Place, str]) -> None:
        self.reasons: dict[str, str] = {}
        self._meant = meant
        self._all: dict[Place, _Draft] = {}

    def _place(self, name: str, kind: AffiliationKind = _WORK) -> Place:
        return kind, meaning_of(self._meant, kind, name)

    def mention(self, counted: Mapping[tuple[str, AffiliationKind], int]) -> None:
        for (text, kind), count in sorted(counted.items()):
            if parsed := parse_organisation(text):
                place = self._place(parsed.name, kind)
                draft = self._all.setdefault(place, _Draft(place))
                draft.spellings[parsed.name] += count

    def want(self, targets: Iterable[Target]) -> None:
        for target in targets:
            place = self._place(target.name)
            if not place[1]:
                continue
            draft = self._all.setdefault(place, _Draft(place))
            draft.spellings[target.name] += 1
            if base_key(target.name) == place[1]:
                draft.preferred = draft.preferred or target.name
            for domain in filter(None, map(domain_of, target.domains)):
                draft.domains.append(domain)
                self.reasons[domain] = "you said so"

    def sizes_of(self, targets: Iterable[Target]) -> dict[str, int]:
        """What the user says of the sizes of targets, by key; it stands above every table."""
        return {self._place(one.name)[1]: one.size for one in targets if one.size}

    def prefer(self, names: Iterable[str]) -> None:
        for name in names:
            draft = self._all.get((_WORK, base_key(name)))
            if draft and not draft.preferred:
                draft.preferred = name

    def add_domains(self, domains: Iterable[tuple[str, str]], reason: str) -> None:
        """Add (domain, name) pairs; what came earlier is more trusted."""
        for domain, name in domains:
            draft, registered = self._all.get(self._place(name)), domain_of(domain)
            if draft and registered:
                draft.domains.append(registered)
                self.reasons.setdefault(registered, reason)

    def finished(
        self,
        parents: Mapping[str, str],
        sizes: Mapping[str, int],
        known: Mapping[str, KnownEmployer],
    ) -> tuple[Employer, ...]:
        made = []
        for draft in self._all.values():
            parent = self._nearest_parent(draft.place, parents)
            told = known.get(draft.place[1]) if draft.place[0] is _WORK else None
            made.append(
                Employer(
                    id=draft.id,
                    name=draft.name,
                    names=tuple(dict.fromkeys((draft.name, *sorted(draft.spellings)))),
                    domains=tuple(dict.fromkeys(draft.domains)),
                    kind=draft.place[0],
                    parent=self._all[parent].id if parent else "",
                    size=sizes.get(draft.place[1]) if draft.place[0] is _WORK else None,
                    industry=told.industry if told else "",
                    city=told.city if told else "",
                )
            )
        return tuple(sorted(made, key=lambda employer: employer.id))

    def _nearest_parent(self, place: Place, parents: Mapping[str, str]) -> Place | None:
        """The closest body above ``place`` that is mentioned; only employers have one."""
        kind, key = place
        while kind is _WORK and key in parents:
            key = parents[key]
            if (kind, key) in self._all:
                return kind, key
        return None

    def ids(self) -> dict[Place, str]:
        return {place: draft.id for place, draft in self._all.items()}

    def by_domain(self, targets: Iterable[Target]) -> dict[str, str]:
        """Whose each domain is: a target's before anybody else's."""
        found: dict[str, str] = {}
        wanted = [self._all.get(self._place(target.name)) for target in targets]
        for draft in (*wanted, *sorted(self._all.values(), key=lambda draft: draft.id)):
            for domain in draft.domains if draft else ():
                found.setdefault(domain, draft.id if draft else "")
        return found


def collect(
    mentions: Iterable[tuple[str, AffiliationKind]],
    targets: Sequence[Target],
    domains: Mapping[str, str],
    words: Words,
) -> Directory:
    """Group ``mentions`` into organisations; see `resolve_employers`."""
    counted: Counter[tuple[str, AffiliationKind]] = Counter(mentions)
    known = words.with_the_known()
    voices = voices_of(counted, words.aliases, targets, known)
    meant = settled(voices, words.apart)
    drafts = _Drafts(meant)
    drafts.mention(counted)
    drafts.want(targets)
    drafts.prefer([*words.aliases.values(), *(each.name for each in known)])
    drafts.add_domains(((d, each.name) for each in known for d in each.domains), "well known")
    drafts.add_domains(sorted(domains.items()), "people who work there write from it")
    parents = {base_key(each.name): base_key(each.parent) for each in known if each.parent}
    sizes = {base_key(k.name): k.size for k in known if k.size} | drafts.sizes_of(targets)
    table = {base_key(each.name): each for each in known}
    employers = drafts.finished(parents, sizes, table)
    found = Directory(
        employers=employers,
        by_id={employer.id: employer for employer in employers},
        by_domain=drafts.by_domain(targets),
        ids=drafts.ids(),
        meant=meant,
        voices=voices,
    )
    told = tuple(replace(each, why=_why(found, each, drafts.reasons)) for each in employers)
    return replace(found, employers=told, by_id={employer.id: employer for employer in told})


def _why(
    found: Directory, employer: Employer, reasons: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """How every name and domain of ``employer`` is known to be theirs."""
    names = ((name, _reason(found, employer, name)) for name in employer.names)
    return (*names, *((domain, reasons[domain]) for domain in employer.domains))


def _reason(found: Directory, employer: Employer, name: str) -> str:
    match = found.look_up(name, employer.kind)
    if match and match[1] is MatchTier.EXACT:
        return "as it is written"
    if match and match[1] is MatchTier.LEGAL_FORM:
        return "the same but for the legal form"
    places = {(employer.kind, key(name)) for key in (spelling_key, base_key)}
    said = (voice.reason for voice in found.voices if places & voice.claims.keys())
    return next(said, "you said that it is another one")
