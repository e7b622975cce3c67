"""A smaller page of a large network, for a notebook, which keeps all that it shows in its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netgraph.present.renderers import PYVIS
from netgraph.present.viewtypes import PersonView, ViewModel

_BANDS = ("strong", "good", "fair", "weak", "unknown", "")


def cut_down(view: ViewModel, most: int) -> ViewModel:
    """``view`` with at most ``most`` people (me apart), and a note that says so.

    Whoever is a bridge, on a way in or named as worth asking stays first, then the closest. A
    view with no more people is returned as it is.
    """
    others = [person for person in view.people if person.id != view.me]
    if len(others) <= most:
        return view
    rank = {person: place for place, person in reversed(list(enumerate(_named(view))))}

    def order(person: PersonView) -> tuple[int, int, str]:
        return rank.get(person.id, len(others)), _BANDS.index(person.band), person.id

    kept = {person.id for person in sorted(others, key=order)[:most]} | {view.me}
    note = (
        f"In a notebook this page holds {most:,} of {len(others):,} people: bridges, people on a "
        'way in, then the closest. .save("network.html") writes all of them.'
    )
    return replace(
        view,
        people=tuple(person for person in view.people if person.id in kept),
        ties=tuple(tie for tie in view.ties if tie.left in kept and tie.right in kept),
        notes=(*view.notes, note),
        renderer=PYVIS.name,
    )


def _named(view: ViewModel) -> Iterator[str]:
    """Whoever the page speaks of outside the table of people, most important first."""
    yield from (bridge.person for bridge in (*view.bridges, *view.everyday))
    for way in view.ways:
        yield from way.people
    for target in view.targets:
        yield from target.through
        yield from (hint.person for hint in target.hints)
