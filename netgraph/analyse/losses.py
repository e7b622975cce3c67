"""What would be lost without a person: ways to targets, people, and the link of two circles."""

from __future__ import annotations

from dataclasses import dataclass

from netgraph.analyse.positions import Positions
from netgraph.analyse.said import Named, Said, listed_said, named
from netgraph.analyse.sides import Link
from netgraph.graph.wording import counted


@dataclass(frozen=True, slots=True)
class Loss:
    """What taking a person away takes with them; me taken out, people I know stay in reach.

    ``targets``: to which no chain is left. ``people``: who would hang on nobody I know.
    ``circles``: two that nobody else I know of links; empty when somebody does.
    """

    targets: tuple[str, ...] = ()
    people: int = 0
    circles: tuple[str, ...] = ()


def loss_of(at: Positions, number: int, among: int) -> tuple[Loss, Said]:
    """What is lost without somebody, and the same as a sentence; ``among`` so many circles."""
    targets = at.only_way(number)
    people = int(at.cuts.cut_off[number])
    link = at.sides.link(number, among)
    alone = link is not None and not link.others
    circles = (link.one, link.other) if link and alone else ()
    return Loss(targets, people, circles), _said(at, targets, people, link)


def _said(at: Positions, targets: tuple[str, ...], people: int, link: Link | None) -> Said:
    ways = ("no chain to ", *listed_said(named("target", targets)), " is left") if targets else ()
    gone: Said = (f"{counted(people, 'person', 'people')} would be out of your reach",)
    both = (*ways, ", and ", *gone) if ways and people else ways or (gone if people else ())
    without: Said = ("Without them ", *both, ".") if both else ()
    if link and not link.others:
        return (*without, " ", *_linking(at, link)) if without else _linking(at, link)
    if without:
        return without
    return _linking(at, link) if link else ("Nothing you know of would be cut off.",)


def _linking(at: Positions, link: Link) -> Said:
    both = listed_said(named("group", (link.one, link.other)))
    if not link.others:
        return "Nobody else you know of links ", *both, "."
    first, rest = at.graph.person(link.others[0]), len(link.others) - 1
    if at.graph.tie(at.graph.me, first.id) is None:
        return "Others also link ", *both, "."
    one = Named("person", first.name, first.id)
    if not rest:
        return one, " also links ", *both, "."
    return one, f" and {counted(rest, 'other')} also link ", *both, "."
