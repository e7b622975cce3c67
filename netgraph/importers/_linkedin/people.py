"""Who is who in LinkedIn's messages: recipients, introductions, the owner.

Recipients' names are joined by ", " and contain ", " themselves ("Marrash, PhD"), so names
are trusted only where they can be set beside the profile addresses without doubt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from netgraph.importers._introductions.reading import introduced
from netgraph.importers._keys import seal
from netgraph.importers._linkedin.export import HIDDEN_MEMBERS, named, profile, slug_of
from netgraph.importers._mail.addresses import Mailbox
from netgraph.importers._mail.text import MAX_CHARACTERS, fold
from netgraph.model import Card, Identifier, Origin

#: The owner takes part in at least this share of the conversations [0, 1].
OWNER_SHARE = 0.8
MAX_INTRODUCED = 5
CREDENTIAL = re.compile(
    r"(?:[A-Z][a-z]{0,2}\.?){0,3}[A-Z]{1,5}[a-z]?\.?|(?:[A-Za-z]{1,3}\.)+[A-Za-z]{0,3}|[JS]r\.?"
)


def split_names(cell: str) -> list[str]:
    """The names of a cell joined by ", "; letters after a name stay with it."""
    names: list[str] = []
    for part in (part.strip() for part in cell.split(",")):
        if part and names and CREDENTIAL.fullmatch(part):
            names[-1] = f"{names[-1]}, {part}"
        elif part:
            names.append(part)
    return names


def is_hidden(name: str) -> bool:
    """Whether LinkedIn shows no name: "LinkedIn Member"."""
    return name.casefold() in HIDDEN_MEMBERS


def is_introduction(text: str, recipients: list[str]) -> bool:
    """Whether ``text`` makes its two to five ``recipients`` (names) acquainted.

    The phrases are those of mail (see `introduced`); at least one recipient must be named.
    """
    firsts = {name.split()[0].casefold() for name in recipients if len(name.split()[0]) > 1}
    if not 2 <= len(recipients) <= MAX_INTRODUCED or len(firsts) < 2:
        return False
    people = tuple(Mailbox(name, "") for name in recipients)
    said = fold(text[:MAX_CHARACTERS])
    if not any(re.search(rf"\b{re.escape(fold(name))}\b", said) for name in firsts):
        return False
    return introduced(Mailbox("", ""), people, "", said) is not None


@dataclass
class _Member:
    """One participant: where first seen (in a kept message, if there is one), how written."""

    origin: Origin
    identifier: Identifier
    names: dict[str, None] = field(default_factory=dict)


@dataclass
class Cast:
    """Everybody who took part in the messages of one file, by slug or "=name".

    ``kept`` holds, in order of appearance, who took part in a message that was kept.
    """

    members: dict[str, _Member] = field(default_factory=dict)
    kept: dict[str, None] = field(default_factory=dict)
    conversations: dict[str, set[str]] = field(default_factory=dict)
    declared: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, url: str, origin: Origin) -> str:
        """Take note of a participant; the mark of the person, or "" for a hidden one."""
        slug = slug_of(url)
        name = "" if is_hidden(name) else name
        if not (slug or name):
            return ""
        mark = slug or f"={name}"
        identifier = profile(url) if slug else named(name)
        member = self.members.setdefault(mark, _Member(origin, identifier))
        if name:
            member.names[name] = None
        return mark

    def keep(self, marks: Iterable[str], origin: Origin) -> None:
        """Take note that a message between these, read at ``origin``, was kept."""
        for mark in marks:
            if mark not in self.kept:
                self.kept[mark] = None
                self.members[mark].origin = origin

    def cards(self) -> Iterator[Card]:
        """A card for everybody kept, in order of appearance, and the owner's own last."""
        slugs_of_name = self._slugs_of_names()
        owner = self._owner(slugs_of_name)
        for mark in self.kept:
            is_named_elsewhere = mark.startswith("=") and mark[1:] in slugs_of_name
            if mark != owner and not is_named_elsewhere:
                yield self._card(mark, is_owner=False)
        if owner:
            yield self._card(owner, is_owner=True)

    def _card(self, mark: str, *, is_owner: bool) -> Card:
        member = self.members[mark]
        draft = Card(
            key="",
            subject="",
            origin=member.origin,
            names=tuple(member.names),
            identifiers=(member.identifier,),
            is_owner=is_owner,
        )
        return seal(draft, "" if mark.startswith("=") else mark)

    def _slugs_of_names(self) -> dict[str, set[str]]:
        slugs: dict[str, set[str]] = {}
        for mark, member in self.members.items():
            if not mark.startswith("="):
                for name in member.names:
                    slugs.setdefault(name, set()).add(mark)
        return slugs

    def _owner(self, slugs_of_name: dict[str, set[str]]) -> str:
        """Who wrote the drafts or the outgoing messages, else who is nearly everywhere, or ""."""

        def person(mark: str) -> str:
            slugs = slugs_of_name.get(mark[1:], set()) if mark.startswith("=") else set()
            return next(iter(slugs)) if len(slugs) == 1 else mark

        declared = Counter[str]()
        for mark, count in self.declared.items():
            declared[person(mark)] += count
        if len(declared) == 1 or _is_clear(declared, 0):
            return declared.most_common(1)[0][0]
        present = Counter[str]()
        for marks in self.conversations.values():
            present.update({person(mark) for mark in marks})
        least = OWNER_SHARE * len(self.conversations)
        if len(self.conversations) > 1 and _is_clear(present, least):
            return present.most_common(1)[0][0]
        return ""


def _is_clear(counts: Counter[str], least: float) -> bool:
    first, second = ([count for _, count in counts.most_common(2)] + [0, 0])[:2]
    return first >= max(least, 1) and first > second
