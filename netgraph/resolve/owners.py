"""Whose each file is, when files brought in as mine name several people as their owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from netgraph.model import Decision, Judgement, Source, StoredCard
from netgraph.resolve.comparing.traits import Traits
from netgraph.resolve.filetree import FileTree, stand_of
from netgraph.resolve.names.likeness import Likeness, clearly_different, likeness
from netgraph.resolve.names.parts import NameParts

#: The importer of the card that the user's own word makes.
BY_WORD = "netgraph"
_SHARED = "Your files name two owners; they share an address, number or profile."
_TOGETHER = "Your files name two owners, side by side in one folder or archive."
_UNCLEAR = "This file names another owner than your other files; it may be you all the same."
_APART = Judgement.DIFFERENT


@dataclass(frozen=True, slots=True)
class Ownership:
    """``owners`` names the owner of a file that is not mine, by digest; empty for most stores.

    ``questions`` are pairs of card positions (one of mine, one of theirs) and a sentence each.
    """

    owners: Mapping[str, str]
    questions: tuple[tuple[int, int, str], ...] = ()

    def rightful(self, stored: StoredCard) -> StoredCard:
        """``stored`` under the owner whose file it stands in."""
        owner = "" if stored.owner else self.owners.get(stored.card.origin.digest, "")
        return replace(stored, owner=owner) if owner else stored


@dataclass(slots=True)
class _Group:
    """Owner cards taken to be one person, by position, and what these say.

    ``subjects`` are theirs, ``near`` also those of other cards with a key of theirs.
    """

    members: list[int]
    names: dict[NameParts, None]
    keys: set[str]
    subjects: set[str]
    stands: set[str]
    near: set[str]

    def take(self, other: _Group) -> None:
        self.members = sorted({*self.members, *other.members})
        self.names.update(other.names)
        self.keys |= other.keys
        self.subjects |= other.subjects
        self.stands |= other.stands
        self.near |= other.near

    @property
    def is_full(self) -> bool:
        return any(name.is_full for name in self.names)


class _Word:
    """What the user said of pairs of subjects."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        said = [
            (min(d.left, d.right), max(d.left, d.right), d) for d in decisions if d.by == "user"
        ]
        self._said = {(left, right): d.judgement for left, right, d in said if left != right}

    def parts(self, subjects: set[str]) -> bool:
        """Whether two of ``subjects`` were called different people."""
        return any(
            found is _APART and a in subjects and b in subjects
            for (a, b), found in self._said.items()
        )

    def says(self, judgement: Judgement, left: _Group, right: _Group) -> bool:
        """Whether it was said of somebody in ``left`` and somebody in ``right``.

        SAME counts also when it was said of other cards with an address of theirs.
        """
        ours, theirs = left.subjects, right.subjects
        if judgement is Judgement.SAME:
            ours, theirs = left.near, right.near
        return any(
            found is judgement and ((a in ours and b in theirs) or (b in ours and a in theirs))
            for (a, b), found in self._said.items()
        )


def owners_of_files(
    cards: Sequence[StoredCard],
    traits: Sequence[Traits],
    decisions: Iterable[Decision],
    files: Iterable[Source] = (),
) -> Ownership:
    """Tell my files from those of somebody else that were brought in as mine.

    ``cards`` are ordered by key, ``traits`` belong to them; ``files`` may name more files than
    the cards stand in. Owner cards belong together when they share an address, number or
    profile or agree in their full names; a card without a name goes with its file, folder or
    archive, else with me. I am the one the user declared, else no friend whose files are
    known, then the one named in most folders and archives, then first imported, then in most
    files.
    """
    owned = [i for i, s in enumerate(cards) if s.card.is_owner and not s.owner]
    names = _effective_names(owned, traits)
    word = _Word(decisions)
    doubted = word.parts({cards[i].card.subject for i in owned})
    if len({name for i in owned for name in names[i]}) < 2 and not doubted:
        return Ownership({})
    single = [_group(cards, traits, i, names[i]) for i in owned]
    groups = _joined((g for g in single if g.names), word)
    if len(groups) < 2 and not doubted:
        return Ownership({})
    rest = _joined((g for g in single if not g.names), word)
    groups = groups or [rest.pop(0)]
    friends = _friends(cards, traits)
    me = min(groups, key=lambda group: _rank(cards, group, friends))
    tree = FileTree((stored for stored in cards if not stored.owner), files)
    _settle(cards, rest, groups, me, tree, word)
    owners = _owner_keys(cards, groups, friends, me)
    keys = {i: owner for owner, group in owners for i in group.members}
    told = tree.spread({(cards[i].card.origin.digest, key) for i, key in keys.items()})
    asked = tuple(_questions(groups, me, word))
    return Ownership({digest: owner for digest, owner in told.items() if owner}, asked)


def surely_one_owner(
    owned: Sequence[StoredCard], traits: Sequence[Traits], decisions: Iterable[Decision]
) -> bool:
    """Whether the cards of owners, which these are, tell of one by themselves.

    Then `owners_of_files` finds nothing, whatever the other cards say; else it may.
    """
    if any(each.keys and not each.names for each in traits):
        return False
    names = {name for each in traits for name in each.names}
    return len(names) < 2 and not _Word(decisions).parts({s.card.subject for s in owned})


def _group(
    cards: Sequence[StoredCard], traits: Sequence[Traits], item: int, names: Iterable[NameParts]
) -> _Group:
    card, keys = cards[item].card, traits[item].keys
    near = {card.subject}.union(*(t.subjects for t in traits if keys and t.keys & keys))
    stands = {stand_of(card.origin.file)}
    return _Group([item], dict.fromkeys(names), set(keys), {card.subject}, stands, near)


def _effective_names(
    owned: Sequence[int], traits: Sequence[Traits]
) -> dict[int, tuple[NameParts, ...]]:
    """The names of owner cards; for one without, the full names that others give its address.

    Else those of people whose full name its address spells. Mail shows an address without a
    name where nobody wrote from it.
    """
    names = {i: traits[i].names for i in owned}
    nameless = [i for i in owned if not names[i] and traits[i].keys]
    if not nameless:
        return names
    keys = frozenset().union(*(traits[i].keys for i in nameless))
    spelled = frozenset().union(*(traits[i].locals for i in nameless))
    bearers = [
        t for t in traits
        if t.names and not (t.keys.isdisjoint(keys) and t.full_spellings.isdisjoint(spelled))
    ]  # fmt: skip
    for i in nameless:
        alike = [t.names for t in bearers if t.keys & traits[i].keys]
        alike = alike or [t.names for t in bearers if t.full_spellings & traits[i].locals]
        names[i] = tuple(dict.fromkeys(n for each in alike for n in each if n.is_full))
    return names


def _is_one(left: _Group, right: _Group) -> bool:
    """Whether two groups have names, and these agree; what they share makes up for a surname."""
    if left.keys & right.keys or left.stands & right.stands:
        return any(not clearly_different(a, b) for a in left.names for b in right.names)
    return any(likeness(a, b) > Likeness.NONE for a in left.names for b in right.names)


def _joined(groups: Iterable[_Group], word: _Word) -> list[_Group]:
    """Join groups that are one until none is left to join; full names go first.

    A bare first name that fits several stays with the first, unless the user says otherwise.
    """

    def belongs(one: _Group, other: _Group) -> bool:
        if word.says(_APART, one, other):
            return False
        nameless = not (one.names or other.names)
        if word.says(Judgement.SAME, one, other) or _is_one(one, other):
            return True
        return nameless and bool(one.subjects & other.subjects or one.keys & other.keys)

    found: list[_Group] = []
    for group in sorted(groups, key=lambda g: not g.is_full):
        same = [other for other in found if belongs(group, other)]
        if group.names and not group.is_full:
            said = [other for other in same if word.says(Judgement.SAME, group, other)]
            same = said + [other for other in same if other not in said][:1]
        for other in same:
            if not word.says(_APART, group, other):
                group.take(other)
                found.remove(other)
        found.append(group)
    return sorted(found, key=lambda group: group.members)


def _friends(cards: Sequence[StoredCard], traits: Sequence[Traits]) -> dict[str, _Group]:
    """Friends who were declared or whose own files name them, by owner."""
    found: dict[str, _Group] = {}
    for i, stored in enumerate(cards):
        if stored.card.is_owner and stored.owner and traits[i].names:
            group = _group(cards, traits, i, traits[i].names)
            found.setdefault(stored.owner, group).take(group)
    return found


def _rank(
    cards: Sequence[StoredCard], group: _Group, friends: Mapping[str, _Group]
) -> tuple[object, ...]:
    """What makes a group me; the smallest wins."""
    own = [cards[i] for i in group.members]
    by_word = any(stored.card.origin.importer == BY_WORD for stored in own)
    is_friend = any(_is_one(group, friend) for friend in friends.values())
    first = min(stored.imported for stored in own)
    files = {stored.card.origin.digest for stored in own}
    return not by_word, is_friend, -len(group.stands), first, -len(files), group.members


def _settle(
    cards: Sequence[StoredCard],
    nameless: Iterable[_Group],
    groups: list[_Group],
    me: _Group,
    tree: FileTree,
    word: _Word,
) -> None:
    """Put every nameless group to the group it shares a key with, or its folder, or to me."""
    places = {
        (cards[i].card.origin.digest, str(n)) for n, g in enumerate(groups) for i in g.members
    }
    nearest = tree.spread(places)
    known = list(groups)
    for group in nameless:
        said = [g for g in known if word.says(Judgement.SAME, group, g)]
        shared = [g for g in known if group.keys & g.keys]
        digests = (cards[i].card.origin.digest for i in group.members)
        near = [known[int(nearest[digest])] for digest in digests if digest in nearest]
        choices = [*said, *(shared if len(shared) == 1 else ()), *near, me]
        free = [g for g in choices if not word.says(_APART, group, g)]
        if free:
            free[0].take(group)
        else:
            groups.append(group)


def _owner_keys(
    cards: Sequence[StoredCard],
    groups: Sequence[_Group],
    friends: Mapping[str, _Group],
    me: _Group,
) -> list[tuple[str, _Group]]:
    """The owner of every group: me, a friend, else one of its own."""
    found = []
    for group in groups:
        known = [owner for owner, friend in sorted(friends.items()) if _is_one(group, friend)]
        own = f"other-{min(cards[i].card.key for i in group.members)[:12]}"
        found.append(("" if group is me else known[0] if known else own, group))
    return found


def _questions(groups: Sequence[_Group], me: _Group, word: _Word) -> Iterator[tuple[int, int, str]]:
    for group in groups:
        if group is me or word.says(_APART, me, group):
            continue
        pair = me.members[0], group.members[0]
        if me.keys & group.keys:
            yield *pair, _SHARED
        elif me.stands & group.stands:
            yield *pair, _TOGETHER
        elif not _are_strangers(me, group):
            yield *pair, _UNCLEAR


def _are_strangers(left: _Group, right: _Group) -> bool:
    """Whether both say a full name, and no two of them can be one person's."""
    full = [[name for name in group.names if name.is_full] for group in (left, right)]
    return all(full) and all(clearly_different(a, b) for a in full[0] for b in full[1])
