"""What goes when something is forgotten, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from netgraph.model import Forgetting, IdentifierKind
from netgraph.present.plain import plain

Shape = dict[str, Any]
#: Files named in the question; the rest is counted.
NAMED = 6


def forgetting_shape(told: Forgetting) -> Shape:
    """The answer of ``netgraph forget``."""
    person = told.person
    return {
        "forgotten": "person" if person else "file",
        "person": {"id": person.id, "name": person.name} if person else None,
        "files": [source.file for source in told.sources],
        "people": told.people,
        "cards": told.cards,
        "interactions": told.interactions,
        "shortened": told.shortened,
        "relations": told.relations,
        "added_by_hand": told.added,
        "kept_from_other_files": told.elsewhere,
    }


def tell_forgetting(told: Forgetting) -> list[str]:
    """What goes, for the user to say yes or no to."""
    return [plain(row) if not row.startswith(" ") else f"  {plain(row)}" for row in _rows(told)]


def _rows(told: Forgetting) -> Iterable[str]:
    if told.person:
        yield from _person_rows(told)
    else:
        yield f"Forget {_files(told)}?"
        if told.people:
            yield f"  {_people(told.people)} known from nothing else"
    yield f"  {_count(told.cards, 'card')}{_where(told)}"
    if told.elsewhere:
        stands = "stands" if told.elsewhere == 1 else "stand"
        yield f"  ({told.elsewhere:,} more {stands} in other files too, and stay for these)"
    if told.interactions:
        what = "mail, meeting or message", "mails, meetings and messages"
        yield f"  {_count(told.interactions, *what)}"
    if told.shortened:
        yield f"  {_count(told.shortened, 'more stays', 'more stay')} without them"
    if told.relations:
        yield f"  {_count(told.relations, 'thing', 'things')} said about who knows whom"
    if told.added:
        yield f"  {_count(told.added, 'entry', 'entries')} added by hand"
    if told.person:
        yield "  Later imports will leave them out."
    else:
        again = "netgraph import --again FILE brings it back"
        yield f"  A later import will not read the file; {again}."


def _person_rows(told: Forgetting) -> Iterable[str]:
    person = told.person
    assert person is not None
    known = [i.value for i in person.identifiers if i.kind is not IdentifierKind.NAME]
    aside = f" ({', '.join(known[:3])})" if known else ""
    yield f"Forget {person.name}{aside}, id {person.id[:8]}?"
    if told.sources:
        yield f"  {_count(len(told.sources), 'file')} of theirs, with everybody in it"


def _where(told: Forgetting) -> str:
    if told.person is None:
        return ""
    names = list(dict.fromkeys(file.rsplit("/", 1)[-1] for file in told.files))
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f" in {', '.join(names[:NAMED])}{more}" if names else ""


def _files(told: Forgetting) -> str:
    shown = ", ".join(told.files[:NAMED])
    more = f" and {len(told.files) - NAMED} more files" if len(told.files) > NAMED else ""
    return f"{shown}{more}"


def tell_forgotten(told: Forgetting) -> str:
    """One line on what is done."""
    what = "that person" if told.person else _files(told)
    return plain(f"Forgotten: {what}. Nothing of it is left in the store.")


def _people(number: int) -> str:
    return _count(number, "person", "people")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
