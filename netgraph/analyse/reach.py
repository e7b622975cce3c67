"""How well each target employer is reached, by whom, and where I am blind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from netgraph.analyse.ends import Inside
from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import Insiders, insiders
from netgraph.analyse.paths import NO_PATH, Path, Paths, Suggestion, paths
from netgraph.analyse.results import Result
from netgraph.analyse.said import Named, Said, told
from netgraph.analyse.unlocks import Coverage, coverage
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import counted
from netgraph.model import Person, TargetMatch

NO_TARGETS = 'No targets yet: netgraph target add "EMPLOYER"'
#: First persons named per target.
THROUGH = 5


@dataclass(frozen=True, slots=True)
class Reach:
    """One target.

    ``state`` is "direct" (I know somebody inside), "through bridges", or, when no path leads to
    somebody inside, "through people who left", "through its parent" (or a sister), or "not
    reached". ``score`` in [0, 1] orders only, by people inside alone. ``insiders`` counts known
    people inside now, ``former`` those who left, ``independent`` the paths to people inside that
    `paths` finds without a limit, each with a different first person. ``through`` names the first
    to ask, on paths to people inside when there are any, best first; ``best`` is the first such.
    ``blind`` says what is missing, ``blind_said`` the same in parts.
    """

    target: str
    state: str
    band: str
    score: float
    insiders: int
    former: int
    independent: int
    through: tuple[tuple[str, str], ...]
    best: Path | None
    blind: str
    suggestions: tuple[Suggestion, ...]
    blind_said: Said = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ReachTable(Result):
    """One row a target: heaviest first, then best reached, then by name."""

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "target",
        "state",
        "chance",
        "insiders",
        "former",
        "independent",
        "through",
        "blind",
        "why",
    )

    targets: tuple[Reach, ...]

    def rows(self) -> list[dict[str, object]]:
        """One line a target."""
        return [
            {
                "target": one.target,
                "state": one.state,
                "chance": one.band,
                "insiders": one.insiders,
                "former": one.former,
                "independent": one.independent,
                "through": tuple(name for _, name in one.through),
                "blind": one.blind,
                "why": one.best.reason if one.best else NO_PATH,
            }
            for one in self.targets
        ]

    def asides(self) -> list[tuple[str, list[str]]]:
        """That there are no targets; whom to ask about those that are not reached."""
        if not self.targets:
            return [(NO_TARGETS, [])]
        return [
            (
                f"Whom to ask about {one.target}:",
                [s.line for s in one.suggestions[:3]],
            )
            for one in self.targets
            if one.best is None and one.suggestions
        ]


def reach(graph: ContactGraph, ways: Mapping[str, Paths] | None = None) -> ReachTable:
    """How well I reach each of ``graph.targets``; empty without targets.

    ``ways`` may give the paths to a target by its name, all there are, where they are at hand.
    The score is R(T) of `coverage`: the more people inside to whom a good way leads, the more
    (ranking §1.3; the damping is a prior).
    """
    rows = []
    for match in graph.targets:
        found = (ways or {}).get(match.target.name) or all_paths(graph, match)
        rows.append((match.target.weight, _row(graph, match, found)))
    rows.sort(key=lambda pair: (-pair[0], -pair[1].score, pair[1].target.casefold()))
    return ReachTable(tuple(row for _, row in rows))


def all_paths(graph: ContactGraph, match: TargetMatch) -> Paths:
    """Every path from me to a target, the best first; see `paths`."""
    return paths(graph, Goal.of(match), limit=len(graph.people))


def _row(graph: ContactGraph, match: TargetMatch, found: Paths) -> Reach:
    goal = Goal.of(match)
    there = insiders(graph, goal.employers)
    covered = coverage(graph, goal)
    inside = [path for path in found.paths if path.end.inside is Inside.NOW]
    ways = inside or found.paths
    best = ways[0] if ways else None
    blind = _blind(graph, match, there, covered, inside)
    return Reach(
        target=goal.name,
        state=_state(best),
        band=best.band if best else "",
        score=covered.score,
        insiders=len(there.now),
        former=len(there.formerly),
        independent=len(inside),
        through=tuple(path.people[1] for path in ways[:THROUGH]),
        best=best,
        blind=told(blind),
        suggestions=found.suggestions,
        blind_said=blind,
    )


def _state(best: Path | None) -> str:
    if best is None:
        return "not reached"
    if best.end.inside is not Inside.NOW:
        left = best.end.inside is Inside.FORMERLY
        return "through people who left" if left else "through its parent"
    return "direct" if best.hops == 1 else "through bridges"


def _blind(
    graph: ContactGraph,
    match: TargetMatch,
    there: Insiders,
    covered: Coverage,
    found: Sequence[Path],
) -> Said:
    name = Named("target", match.target.name)
    if not match.employers:
        return "No file names ", name, ": add another spelling or its mail domain."
    if not there.now:
        return "Nobody in your files is known to work at ", name, "."
    if not found:
        known = counted(len(there.now), "person", "people")
        return (f"You know of {known} there, but of no chain of acquaintances to them.",)
    hanging = _bottleneck(graph, there, covered)
    if not hanging and all(path.band == "unknown" for path in found):
        return ("How close you are to the people to ask is not known: say it in a word.",)
    return hanging


def _bottleneck(graph: ContactGraph, there: Insiders, covered: Coverage) -> Said:
    """Who is on every usable chain: somebody to ask, else somebody between, else the last one."""
    everywhere = [graph.people[number] for number in covered.alone]
    inside = {one.id for one in there.now}
    asked = [one for one in everywhere if one.id not in inside and graph.tie(graph.me, one.id)]
    if asked:
        return "Everything hangs on ", _person(asked[0]), ": look for a second way in."
    between = [one for one in everywhere if one.id not in inside]
    if between:
        return "Everything goes through ", _person(between[0]), ", whom you do not know yourself."
    if not everywhere:
        return ()
    last = _person(everywhere[0])
    if len(there.now) == 1:
        return last, " is the only one you know of inside."
    return last, " is the only one inside to whom a way leads."


def _person(person: Person) -> Named:
    return Named("person", person.name, person.id)
