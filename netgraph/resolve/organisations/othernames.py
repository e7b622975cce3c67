"""Other names of organisations: who says that "AWS" means Amazon Web Services."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from netgraph.model import AffiliationKind, Target
from netgraph.resolve.organisations.names import base_key, parse_organisation, spelling_key
from netgraph.resolve.tables import KnownEmployer

#: A kind and the key of a name: what tells organisations apart.
Place = tuple[AffiliationKind, str]
#: One voice's other names, and the keys of what each may mean.
Claims = Mapping[Place, frozenset[str]]

_WORK = AffiliationKind.WORK


@dataclass(frozen=True, slots=True)
class Voice:
    """One who says that names mean the same; ``reason`` tells of it in words."""

    reason: str
    claims: Claims


def voices_of(
    mentions: Iterable[tuple[str, AffiliationKind]],
    aliases: Mapping[str, str],
    targets: Sequence[Target],
    known: Sequence[KnownEmployer],
) -> tuple[Voice, ...]:
    """What each voice says, the most trusted first: user, targets, table, mentions.

    A short name in brackets counts only when it is made of the initials of the name.
    """
    user = [((kind, other), name) for other, name in aliases.items() for kind in AffiliationKind]
    wanted = [((_WORK, other), target.name) for target in targets for other in target.aliases]
    table = [((_WORK, other), each.name) for each in known for other in each.other_names]
    parsed = [(kind, found) for text, kind in mentions if (found := parse_organisation(text))]
    written = [
        ((kind, other), found.name)
        for kind, found in parsed
        for other in found.aliases
        if _are_initials(other, found.name)
    ]
    return (
        Voice("you said so", _collected(user)),
        Voice("another name of your target", _collected(wanted)),
        Voice("its legal name, well known", _legal_names(known)),
        Voice("another name of it, well known", _collected(table)),
        Voice("its short name, written in brackets beside it", _collected(written)),
    )


def _legal_names(known: Sequence[KnownEmployer]) -> Claims:
    """The table's legal names, by spelling: their legal form is what tells some of them apart."""
    found: dict[Place, set[str]] = {}
    for each in known:
        for legal in each.legal_names:
            found.setdefault((_WORK, spelling_key(legal)), set()).add(base_key(each.name))
    return {place: frozenset(meanings) for place, meanings in found.items()}


def meaning_of(meant: Mapping[Place, str], kind: AffiliationKind, name: str) -> str:
    """The key of the organisation that a parsed ``name`` means: as written, else its base."""
    exact = meant.get((kind, spelling_key(name)))
    if exact is not None:
        return exact
    key = base_key(name)
    return meant.get((kind, key), key)


def _collected(said: Iterable[tuple[Place, str]]) -> Claims:
    found: dict[Place, set[str]] = {}
    for (kind, other), name in said:
        place, meaning = (kind, base_key(other)), base_key(name)
        if place[1] and meaning and meaning != place[1]:
            found.setdefault(place, set()).add(meaning)
    return {place: frozenset(meanings) for place, meanings in found.items()}


def _are_initials(short: str, name: str) -> bool:
    words = [word for word in spelling_key(name).split() if word != "and"]
    return short.replace("&", "").casefold() == "".join(word[0] for word in words)


def settled(voices: Sequence[Voice], apart: Iterable[tuple[str, str]] = ()) -> dict[Place, str]:
    """What each other name means in the end; one to which a voice gives two meanings, none.

    A more trusted voice settles a name, or leaves it open, for those after it. Of two names in
    ``apart`` one means only itself, as it is written: the first, unless that is the bare name
    and the second has a legal form.
    """
    meant: dict[Place, str] = {}
    for one, other in apart:
        bare = spelling_key(one) == base_key(one) == base_key(other)
        own = spelling_key(other if bare else one)
        meant.update({(kind, own): own for kind in AffiliationKind})
    disputed: set[Place] = set()
    for voice in voices:
        for place, meanings in sorted(voice.claims.items()):
            if place in meant or place in disputed:
                continue
            if len(meanings) == 1:
                meant[place] = next(iter(meanings))
            else:
                disputed.add(place)
    return {place: _end(meant, place) for place in meant}


def _end(meant: Mapping[Place, str], place: Place) -> str:
    """Where following other names ends; a circle ends at its smallest member."""
    kind, seen = place[0], [place[1]]
    while (kind, seen[-1]) in meant:
        following = meant[kind, seen[-1]]
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]
