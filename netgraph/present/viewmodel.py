"""From results to what the page shows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from netgraph.analyse.bridges import Bridge, Bridges
from netgraph.analyse.insiders import insiders
from netgraph.analyse.paths import Path, Paths
from netgraph.analyse.reach import Reach
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import IdentifierKind, Membership, Person
from netgraph.present import wordings
from netgraph.present.discs import Point, packed, scaled
from netgraph.present.namewords import name_words
from netgraph.present.nextevidence import wanted
from netgraph.present.renderers import PYVIS, Renderer
from netgraph.present.viewparts import (
    PROOFS,
    additions,
    closeness,
    last_contact,
    other_end,
    people_at,
    proof_view,
    since_year,
    stay_view,
    tie_view,
)
from netgraph.present.viewtypes import (
    BridgeView,
    CircleView,
    EmployerView,
    PersonView,
    TargetView,
    ViewModel,
    WayView,
    Wording,
)

_STAYS = 6
_PROFILE = re.compile(r"https://([a-z]{2,3}\.)?linkedin\.com/in/[\w%.-]+/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the map is drawn: by ``renderer``, which limits how many people it shows.

    ``positions`` maps person id to a place in any unit; without any, circles become discs.
    """

    renderer: Renderer = PYVIS
    positions: Mapping[str, Point] = field(default_factory=dict)


def view_model(
    graph: ContactGraph,
    bridges: Bridges,
    paths: Sequence[Paths],
    reach: Sequence[Reach],
    circles: Mapping[str, str] | None = None,
    drawing: Drawing = Drawing(),
) -> ViewModel:
    """Gather what the page shows.

    ``paths`` and ``reach`` have one entry a target. ``circles`` maps person id to the name of
    the circle; without any, people at the same employer stand together and a note says so.
    """
    return _Gathering(graph, circles or {}, drawing).view(bridges, paths, reach)


class _Gathering:
    """The look-ups that the parts of a view share."""

    def __init__(self, graph: ContactGraph, circles: Mapping[str, str], drawing: Drawing) -> None:
        self.graph = graph
        self.drawing = drawing
        self.notes: list[str] = []
        self.private = name_words((*graph.people, *graph.excluded))
        self.stays: dict[str, list[Membership]] = defaultdict(list)
        for membership in graph.memberships:
            self.stays[membership.person].append(membership)
        self.mine = {other_end(tie, graph.me): tie for tie in graph.ties_of(graph.me)}
        self.target_ids: dict[str, str] = {
            match.target.name: f"t{k}" for k, match in enumerate(graph.targets)
        }
        self.circle_of = dict(circles) or self._by_employer()
        sizes = Counter(self.circle_of[p.id] for p in graph.people if p.id in self.circle_of)
        ranked = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
        self.circle_ids = {name: f"c{k}" for k, (name, _) in enumerate(ranked)}
        self.plainly = wordings.Plainly(self.target_ids, self.circle_ids, self.private)
        self.circles = tuple(
            CircleView(f"c{k}", self.plainly.circle(name), size)
            for k, (name, size) in enumerate(ranked)
        )

    def _by_employer(self) -> dict[str, str]:
        self.notes.append(
            "Nothing in your files says which of your people know one another, so people at the "
            "same employer stand together on the map."
        )
        names = {employer.id: employer.name for employer in self.graph.employers}
        at = {
            p.id: names.get(held[0].employer, "")
            for p in self.graph.people
            if (held := self.ordered_stays(p.id)) and held[0].current is not False
        }
        sizes = Counter(at.values())
        return {person: name for person, name in at.items() if name and sizes[name] >= 3}

    def view(self, bridges: Bridges, paths: Sequence[Paths], reach: Sequence[Reach]) -> ViewModel:
        for name in (*(p.target for p in paths), *(r.target for r in reach)):
            self.target_ids.setdefault(name, f"t{len(self.target_ids)}")
        ways = self._ways(paths)
        drawn = self._drawn(bridges, ways)
        graph = self.graph
        me = next((p for p in graph.people if p.id == graph.me), None)
        extra = {(t.left, t.right): t for found in paths for p in found.paths for t in p.ties}
        ties = {**extra, **{(t.left, t.right): t for t in graph.ties}}
        return ViewModel(
            title=f"The network of {me.name}" if me else "Your network",
            as_of=graph.as_of.date().isoformat(),
            me=graph.me,
            redacted="",
            people=tuple(
                self._person(p, k, drawn.get(p.id)) for k, p in enumerate(graph.people, 1)
            ),
            employers=self._employers(),
            circles=self.circles,
            ties=tuple(tie_view(ties[key]) for key in sorted(ties)),
            targets=self._targets(paths, reach),
            ways=ways,
            bridges=tuple(self._bridge(b) for b in bridges.ranked),
            everyday=tuple(self._bridge(b) for b in bridges.everyday),
            notes=tuple(self.notes),
            renderer=self.drawing.renderer.name,
            wanted=wanted(graph),
            private=self.private,
        )

    def ordered_stays(self, person: str) -> list[Membership]:
        """Present places before former ones, then the latest start first."""
        return sorted(
            self.stays[person],
            key=lambda m: (m.current is False, -(m.start or date.min).toordinal(), m.employer),
        )

    def _person(self, person: Person, number: int, xy: Point | None) -> PersonView:
        tie = self.mine.get(person.id)
        links = (i.value for i in person.identifiers if i.kind is IdentifierKind.PROFILE)
        return PersonView(
            id=person.id,
            number=number,
            name=person.name,
            occupation=person.occupation,
            circle=self.circle_ids.get(self.circle_of.get(person.id, ""), ""),
            band=band(tie.strength) if tie else "",
            last=last_contact(tie),
            link=next((v for v in links if _PROFILE.fullmatch(v)), ""),
            files=person.files,
            stays=tuple(stay_view(m) for m in self.ordered_stays(person.id)[:_STAYS]),
            xy=xy,
            since=since_year(tie),
        )

    def _employers(self) -> tuple[EmployerView, ...]:
        matched = {
            employer: self.target_ids[match.target.name]
            for match in reversed(self.graph.targets)
            for employer, _ in match.employers
        }
        return tuple(
            EmployerView(e.id, e.name, f"Employer {wordings.letters(k)}", matched.get(e.id, ""))
            for k, e in enumerate(self.graph.employers)
        )

    def _targets(self, paths: Sequence[Paths], reach: Sequence[Reach]) -> tuple[TargetView, ...]:
        hints = {found.target: found.suggestions for found in paths}
        reached = {r.target: r for r in reach}
        at = {match.target.name: [e for e, _ in match.employers] for match in self.graph.targets}
        views = []
        for k, (name, key) in enumerate(self.target_ids.items()):
            r = reached.get(name)
            state = r.state if r else "not reached"
            counted = (r.insiders, r.former) if r else (0, 0)
            there = insiders(self.graph, at.get(name, ()))
            views.append(
                TargetView(
                    id=key,
                    name=name,
                    alias=f"Target {wordings.letters(k)}",
                    state=state,
                    band=r.band if r else "unknown",
                    insiders=counted[0],
                    former=counted[1],
                    inside=people_at(there.now),
                    left=people_at(there.formerly),
                    independent=r.independent if r else 0,
                    through=tuple(person for person, _ in r.through) if r else (),
                    blind=self.plainly.wording(*(r.blind, r.blind_said) if r else ("", ())),
                    hints=self.plainly.hints(hints.get(name) or (r.suggestions if r else ()), name),
                )
            )
        return tuple(views)

    def _ways(self, paths: Sequence[Paths]) -> tuple[WayView, ...]:
        """The best-reached target first, and for each target the paths by rank."""
        best = [(-max((p.score for p in found.paths), default=0.0), found) for found in paths]
        best.sort(key=lambda pair: pair[0])
        return tuple(self._way(path, found.target) for _, found in best for path in found.paths)

    def _way(self, path: Path, target: str) -> WayView:
        people = tuple(person for person, _ in path.people)
        key = self.target_ids[target]
        weakest = path.ties[path.weakest] if path.weakest < len(path.ties) else None
        return WayView(
            target=key,
            rank=path.rank,
            people=people,
            ties=tuple((t.left, t.right) for t in path.ties),
            band=path.band,
            basis=path.chance.basis,
            weakest=path.weakest,
            stability=path.stability,
            weakest_why=Wording(
                path.weakest_why, wordings.weakest_plain(people, weakest, path.weakest)
            ),
            reason=Wording(path.reason, wordings.way_plain(people, key, path.end.inside)),
            inside=stay_view(path.inside) if path.inside else None,
            proof=proof_view(path.inside.evidence) if path.inside else None,
            where=path.end.inside.value,
        )

    def _bridge(self, bridge: Bridge) -> BridgeView:
        opens = tuple(self.target_ids[name] for name in bridge.opens if name in self.target_ids)
        return BridgeView(
            rank=bridge.rank,
            person=bridge.id,
            band=bridge.band,
            groups=tuple(map(self.plainly.group, bridge.groups)),
            opens=opens,
            loss=self.plainly.wording(bridge.loss, bridge.loss_said),
            reason=self.plainly.wording(bridge.reason, bridge.reason_said),
            introduced=bridge.introduced,
            everyday=bridge.everyday,
            proofs=tuple(proof_view(e) for e in bridge.evidence[:PROOFS]),
            stability=bridge.stability,
            adds=additions(bridge.sums.adds, self.target_ids),
            alone=bridge.lost.people,
        )

    def _drawn(self, bridges: Bridges, ways: Sequence[WayView]) -> dict[str, Point]:
        first = [b.id for b in (*bridges.ranked, *bridges.everyday)]
        first += [person for way in ways for person in way.people]
        rank = {person: k for k, person in reversed(list(enumerate(first)))}
        everyone = [p.id for p in self.graph.people if p.id != self.graph.me]
        everyone.sort(key=lambda p: (rank.get(p, len(first)), -closeness(self.mine.get(p)), p))
        chosen = everyone[: self.drawing.renderer.most]
        if len(chosen) < len(everyone):
            self.notes.append(
                f"The map draws {len(chosen):,} of {len(everyone):,} people: bridges, people on "
                "a path, then the closest. The People table has everybody."
            )
        if positions := self.drawing.positions:
            return scaled({p: positions[p] for p in chosen if p in positions})
        members: dict[str, list[str]] = {name: [] for name in self.circle_ids}
        alone: list[str] = []
        for person in sorted(chosen):
            name = self.circle_of.get(person)
            (members[name] if name is not None else alone).append(person)
        return packed({name: people for name, people in members.items() if people}, alone)
