"""What names are counted in, and which counts somebody's scores depend on."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.resolve.comparing.columns import Column, mixed_pair, together
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.traits import Traits
from netgraph.resolve.names.likeness import sound
from netgraph.resolve.names.parts import NameParts

_PROFILE = frozenset(("profile",))
#: Something counted, by codes: "name" and a full name, "fit" and what names may be shortened to,
#: "address" and what an address may make of them; "work" with a place is what it may make of them
#: there, and 0 stands for no place.
Count = tuple[str, int, int]


def full_name(traits: Traits) -> str:
    """The first full name of somebody who has one."""
    return next(name.plain for name in traits.names if name.is_full)


def counts_made(traits: Traits) -> Iterator[Count]:
    """What somebody's full names are counted in, besides by themselves."""
    full = [name for name in traits.names if name.is_full]
    if full:
        yield from (("fit", hash(short), 0) for name in full for short in shorts(name))
        yield from (("address", hash(text), 0) for text in traits.short_spellings)
        called = traits.short_spellings.union(sound(name.given) for name in full)
        for place in places_of(traits):
            yield from (("work", hash(text), hash(place)) for text in called)


#: What tells the counts of one kind from those of another.
_KINDS = {kind: number for number, kind in enumerate(("name", "text", "fit", "address", "place"))}


def counted(kind: str, code: int) -> int:
    """What a count is called in `counts_for`; of "work" its "text" and its "place"."""
    return mixed_pair(_KINDS[kind], code)


def counts_for(everybody: Everybody) -> Column:
    """The counts that a score of somebody may depend on; of "work" the two parts by themselves."""
    table, names, locals_ = everybody.table, everybody.names, everybody.column("locals")
    short = names.only(~everybody.full)
    said = [
        ("name", Column(names.counts, table.plain[names.what])),
        ("name", everybody.column("forms")),
        ("text", Column(names.counts, table.first[names.what])),
        ("fit", Column(short.counts, table.plain[short.what])),
        ("fit", Column(short.counts, table.first[short.what])),
        *((kind, locals_) for kind in ("text", "fit", "address")),
        ("place", everybody.column("places")),
    ]
    return together(*(column.marked(_KINDS[kind]) for kind, column in said))


def shorts(name: NameParts) -> set[str]:
    """What fits a full name: the first name as it sounds, and the name with an initial."""
    given, family = name.given, name.family
    return {sound(given), f"{given[:1]} {family}", f"{given} {family[:1]}"}


def places_of(traits: Traits) -> frozenset[str]:
    """What the employers of somebody may be called in a mail domain, and the domains' words."""
    return traits.employer_words | traits.work_words


def is_elsewhere(traits: Traits, there: frozenset[str]) -> bool:
    """Whether somebody is known to work, and nowhere ``there``."""
    places = places_of(traits)
    return bool(places) and places.isdisjoint(there)


def marks(traits: Traits) -> frozenset[str]:
    """Where somebody stands apart from all others who stand there too."""
    return traits.books | _PROFILE if traits.slugs else traits.books
