"""Which of my people open doors, and to where."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from netgraph.analyse.bridgesums import BridgeSums, bridge_sums
from netgraph.analyse.dormant import dormant_people
from netgraph.analyse.everyday import everyday_people, is_everyday
from netgraph.analyse.goals import find_employers
from netgraph.analyse.losses import Loss, loss_of
from netgraph.analyse.portfolio import Pick, portfolio
from netgraph.analyse.positions import Positions
from netgraph.analyse.proofs import proofs_of
from netgraph.analyse.results import Result
from netgraph.analyse.said import Named, Said, listed_said, named, told
from netgraph.analyse.sides import PERHAPS
from netgraph.analyse.stability import FIRST, label, places
from netgraph.analyse.standing import Standing, standing
from netgraph.analyse.working import resting_on
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import counted
from netgraph.model import Evidence, MatchTier, Target, TargetMatch

#: Circles named per person.
GROUPS = 4
NO_EVERYDAY = "Nobody from daily life is in your files yet. See: netgraph prompts"


@dataclass(frozen=True, slots=True)
class Bridge:
    """One person ranked as a bridge.

    ``score`` orders only and has no unit. ``band`` is the tie to me: "weak", "fair", "good",
    "strong" or "unknown". ``groups`` names the circles (me taken out) on either side, largest
    first; "perhaps" where they only may know somebody. ``loss`` says in words what would be lost
    without this person, ``cut_off`` counts the people reachable only through them. ``opens``
    names targets, best opened first.
    ``everyday``: known from daily life (a hand-made entry, an occupation, a circle), not from
    a profession's network. ``sums`` are the two numbers that one may rank by, and how they come
    about. ``lost`` is ``loss`` in parts. ``standing`` describes, and ranks nobody;
    ``effective_size`` and ``participation`` are two of its measures.
    ``stability`` says how firm a place among the first five is: "firm", "likely" or "fragile"
    (see `places`), by ``in_first``, the share [0, 1] of draws; "" and None for everybody else.
    ``about`` has one entry a piece of ``evidence``: (id, name) of whom it tells beside this
    person, ("", "") for me or nobody. ``loss_said`` and ``reason_said`` are the two
    sentences in parts.
    """

    rank: int
    id: str
    name: str
    score: float
    band: str
    groups: tuple[str, ...]
    opens: tuple[str, ...]
    loss: str
    cut_off: int
    evidence: tuple[Evidence, ...]
    reason: str
    everyday: bool = False
    sums: BridgeSums = field(default_factory=BridgeSums)
    lost: Loss = field(default_factory=Loss)
    standing: Standing = field(default_factory=Standing)
    effective_size: float = 0.0
    participation: float = 0.0
    introduced: int = 0
    stability: str = ""
    in_first: float | None = None
    about: tuple[tuple[str, str], ...] = ()
    loss_said: Said = field(default=(), repr=False, compare=False)
    reason_said: Said = field(default=(), repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Bridges(Result):
    """The ranked bridges, best first, and the everyday people who may reach further.

    ``who`` is "everyday" or "dormant" when only such people were wanted, ``aim`` the employer
    that alone was wanted. ``doors`` are the first five by the doors they open in general, when
    the ranked go by targets, and ``picks`` the few who then together cover most of the targets
    (see `portfolio`); both may stand among the ranked as well.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "rank",
        "id",
        "name",
        "list",
        "tie",
        "groups",
        "opens",
        "loss",
        "why",
    )

    by: str
    ranked: tuple[Bridge, ...]
    everyday: tuple[Bridge, ...]
    who: str = ""
    aim: str = ""
    doors: tuple[Bridge, ...] = ()
    picks: tuple[Pick, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """One line a person: the ranked, then the everyday people."""
        parts = (("bridge", self.ranked), ("everyday", self.everyday))
        return [
            {
                "rank": one.rank,
                "id": one.id,
                "name": one.name,
                "list": title,
                "tie": one.band,
                "groups": one.groups,
                "opens": one.opens,
                "loss": one.loss,
                "why": one.reason,
            }
            for title, part in parts
            for one in part
        ]

    @property
    def nobody(self) -> str:
        """What is said when nobody is ranked."""
        if self.who == "dormant":
            return "Nobody: with no one you were in touch has the last contact been years ago."
        if self.aim:
            see = f"See: netgraph paths {self.aim!r}"
            return f"Nobody you know leads there on the evidence we have. {see}"
        return "Nobody yet: import more of what you have, or add people by hand."

    def asides(self) -> list[tuple[str, list[str]]]:
        """That nobody is ranked, or nobody known from daily life."""
        no_rank = [(self.nobody, list[str]())] if self.who != "everyday" and not self.ranked else []
        daily = self.everyday or self.who == "dormant"
        return no_rank if daily else [*no_rank, (NO_EVERYDAY, [])]


def bridges(
    graph: ContactGraph,
    *,
    by: str | None = None,
    limit: int = 20,
    who: str = "",
    explain: bool = False,
) -> Bridges:
    """My people ranked as bridges (ranking §1.4), and the five everyday people to ask.

    ``by`` "doors": p · (1/2 + I)^(1/4), I the people they brought to me, each halving with
    every year passed; "targets": what the targets would lose without them, then doors; None:
    targets when there are any. Remaining ties go by name. Circles, losses and facets are
    measured with me taken out. ``who`` "everyday" gives people from daily life alone, as many
    as ``limit``; "dormant" ranks those not in touch for years (see `dormant_people`). With
    ``explain`` betweenness is estimated where exactly it takes too long (see `Standing`). Empty
    when nobody knows who I am; ``ValueError`` for another ``by`` or ``who``.
    """
    if by not in {None, "doors", "targets"}:
        msg = f'by is "doors" or "targets", not {by!r}'
        raise ValueError(msg)
    if who not in {"", "everyday", "dormant"}:
        msg = f'who is "everyday" or "dormant", not {who!r}'
        raise ValueError(msg)
    chosen = by or ("targets" if graph.targets else "doors")
    at = Positions(graph, explain=explain)
    ranked = [(one, "") for one in at.ranked(chosen)]
    found = _answer(at, chosen, ranked, limit, who)
    if who or chosen == "doors":
        return found
    doors = enumerate(at.ranked("doors")[:FIRST], 1)
    by_doors = tuple(_bridge(at, rank, one, "doors") for rank, one in doors)
    return replace(found, doors=by_doors, picks=portfolio(at))


def _answer(at: Positions, by: str, ranked: list[tuple[int, str]], limit: int, who: str) -> Bridges:
    """The answer of which ``ranked`` (numbers, and something to say first) is the main part."""
    firm = {} if who else _firm_places(at, by, [one for one, _ in ranked])
    if who:
        ranked = dormant_people(at, by) if who == "dormant" else []
    everyday = everyday_people(at, limit) if who == "everyday" else everyday_people(at)
    return Bridges(
        by=by,
        ranked=tuple(
            replace(_bridge(at, rank, one, by, aside=why), **firm.get(one, {}))
            for rank, (one, why) in enumerate(ranked[:limit], 1)
        ),
        everyday=tuple(
            _bridge(at, rank, one, "doors", why)
            for rank, (one, why) in enumerate(everyday if who != "dormant" else (), 1)
        ),
        who=who,
    )


def _firm_places(at: Positions, by: str, ranked: list[int]) -> dict[int, dict[str, Any]]:
    """For each of the first five how firm the place is; nothing when there are not more."""
    if len(ranked) <= FIRST:
        return {}
    shares = places(at, by, ranked)
    mine = {one: at.graph.tie(at.graph.me, at.graph.people[one].id) for one in ranked[:FIRST]}
    return {
        one: {
            "stability": label(shares.get(one, 0.0), known=bool(tie and tie.strength is not None)),
            "in_first": shares.get(one, 0.0),
        }
        for one, tie in mine.items()
    }


def bridges_for(
    graph: ContactGraph, employer: str, *, limit: int = 20, who: str = "", explain: bool = False
) -> Bridges:
    """Who of my people leads to one employer (a target or not): who adds most, then by doors.

    After those who add to the best ways come those who lead there as well. ``employer`` in
    words as in `find_employers`, whose errors it raises; the answer's ``aim`` is its name.
    With ``who`` as in `bridges` people need not lead there; ``explain`` as there.
    """
    name, ids = find_employers(graph, employer)
    graph = graph.without(graph.barred_from(ids))
    one = next((match for match in graph.targets if match.target.name == name), None)
    aim = one or TargetMatch(Target(name), tuple((e, MatchTier.EXACT) for e in ids))
    at = Positions(replace(graph, targets=(aim,)), explain=explain)
    leads = at.coverages[0][2].leads
    ranked = [
        (number, "" if at.opens(number) else f"Another way to {name}, should a better one fail.")
        for number in at.ranked("targets")
        if number in leads or at.opens(number)
    ]
    return replace(_answer(at, "targets", ranked, limit, who), aim=name)


def _bridge(
    at: Positions, rank: int, number: int, by: str, why: Said = (), *, aside: str = ""
) -> Bridge:
    person = at.graph.people[number]
    tie = at.graph.tie(at.graph.me, person.id)
    groups = at.sides.groups(number)[:GROUPS]
    opens = at.opens(number)
    lost, loss = loss_of(at, number, GROUPS)
    proofs = proofs_of(at, number)
    place = standing(at, number)
    reason = why or _reason(at, number, groups, opens)
    if aside:
        reason = (Named("place", aside), " ", *reason)
    return Bridge(
        rank=rank,
        id=person.id,
        name=person.name,
        score=at.unlocks.get(number, 0.0) if by == "targets" else at.doors(number),
        band=band(tie.strength if tie else None),
        groups=groups,
        opens=opens,
        loss=told(loss),
        cut_off=int(at.cuts.cut_off[number]),
        evidence=tuple(one for one, _ in proofs),
        about=tuple(other for _, other in proofs),
        reason=told(reason),
        everyday=is_everyday(at.graph, person),
        sums=bridge_sums(at, number),
        lost=lost,
        standing=place,
        effective_size=round(place.effective_size, 3),
        participation=round(place.participation, 3),
        introduced=len(at.brought.get(number, ())),
        loss_said=loss,
        reason_said=reason,
    )


def _reason(at: Positions, number: int, groups: tuple[str, ...], opens: tuple[str, ...]) -> Said:
    person = at.graph.people[number]
    tie = at.graph.tie(at.graph.me, person.id)
    parts: list[Said] = []
    groups = tuple(name for name in groups if name not in opens)
    if opens:
        parts.append(("opens ", *listed_said(named("target", opens[:3]))))
    if len(groups) > 1 and groups[0].startswith(PERHAPS):
        both = [name.removeprefix(PERHAPS) for name in groups[:2]]
        parts.append(("may link ", *listed_said(named("group", both))))
    elif len(groups) > 1:
        parts.append(("links ", *listed_said(named("group", groups[:2]))))
    elif groups:
        parts.append(("belongs to ", *listed_said(named("group", groups[:1]))))
    brought = len(at.brought.get(number, ()))
    if brought:
        parts.append((f"has brought {counted(brought, 'person', 'people')} to you before",))
    what = listed_said(parts) or ("is somebody you can ask",)
    said: Said = (Named("person", person.name, person.id), " ", *what, ".")
    if not tie:
        return said
    first, *rest = (Named("proof", one.text, one.kind) for one in resting_on(tie))
    more = [part for one in rest for part in ("; ", one)]
    return *said, " You two: ", first, *more, "."
