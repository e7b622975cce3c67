"""A large page's data by columns, so that they pack well; templates/unpack.js turns them back.

A value is written as a list that begins with how it is to be read:

* ``["raw", [value, ...]]`` as they are; ``["same", value, count]`` one value throughout
* ``["rec", [key, ...], [column, ...]]`` objects, ``["row", [column, ...]]`` lists of one length,
  ``["list", lengths, column]`` lists of any length, their items one after another
* ``["gap", present, column]`` where some are null: ``present`` 0 or 1, then those that are not
* ``["int", [number, ...]]``, ``["each", count]`` the numbers from 0, ``["sum", [step, ...]]``
  differences, ``["tenth", column]`` tenths,
  ``["next", [code, ...]]`` positions in a list in the order of first use: 0 for one more than
  the largest so far, else the position + 1
* ``["one", column, positions]`` few different texts; ``["day", days]`` ISO dates as days since
  1970; ``["form", [form, ...], positions, [[column, ...], ...]]`` texts alike but for their
  numbers: NUL in a form stands for the next number of that form's columns
* ``["slug", key, start, column]`` within objects: ``start``, the text under ``key`` in small
  letters with hyphens for spaces where NUL stands, and the rest
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

#: Shorter lists of the document are left as they are.
FEW = 50
#: Different texts for each text, up to which they are told by their position.
_REPEATED = 0.5
#: Texts that are alike but for their numbers, for each form that they have.
_ALIKE = 8
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"(?<!\d)(?:0|[1-9]\d{0,8})(?!\d)")
_HOLE = "\0"
#: Where profiles stand, which mostly go on with the name.
_PROFILES, _NAME, _LINK = "https://www.linkedin.com/in/", "name", "link"
_EPOCH = date(1970, 1, 1).toordinal()
#: Whole numbers from here on are left as they are, so that no sum of them is too large.
_LARGE = 2**40
#: Where the evidence stands in a tie.
_EVIDENCE = 4

Column = list[Any]


def packed(document: dict[str, Any]) -> dict[str, Any]:
    """The long lists of ``document`` (JSON values) as columns, under ``columns``."""
    long = {k for k, value in document.items() if isinstance(value, list) and len(value) >= FEW}
    short = {key: value for key, value in document.items() if key not in long}
    return {**short, "columns": {key: column(document[key]) for key in document if key in long}}


def deferred(document: dict[str, Any], ties: int) -> dict[str, Column]:
    """Take out of a `packed` document what only cards show; {} when that is short.

    ``strings`` is the column under that name, ``proofs`` that of the ties' evidence, in whose
    place stands the position of the tie.
    """
    columns = document["columns"]
    if not {"ties", "strings"} <= columns.keys():
        return {}
    parts = columns["ties"][1]
    proofs, parts[_EVIDENCE] = parts[_EVIDENCE], ["each", ties]
    return {"strings": columns.pop("strings"), "proofs": proofs}


def column(values: Sequence[Any]) -> Column:
    """``values`` written as the module says; nothing of them is lost, nor their order."""
    kinds = set(map(type, values))
    if len(kinds) == 2 and type(None) in kinds:
        present = [int(value is not None) for value in values]
        return ["gap", column(present), column([value for value in values if value is not None])]
    if not values or len(kinds) != 1:
        return ["raw", list(values)]
    kind = kinds.pop()
    if kind in {str, int, bool} and values.count(values[0]) == len(values):
        return ["same", values[0], len(values)]
    pack = _PACKS.get(kind)
    return pack(values) if pack else ["raw", list(values)]


def _objects(values: Sequence[dict[str, Any]]) -> Column:
    keys = list(values[0])
    if any(list(value) != keys for value in values):
        return ["raw", list(values)]
    columns = {key: column([value[key] for value in values]) for key in keys}
    if _NAME in columns and _LINK in columns:
        columns[_LINK] = _slugs(values) or columns[_LINK]
    return ["rec", keys, list(columns.values())]


def _slugs(values: Sequence[dict[str, Any]]) -> Column | None:
    """The profiles, without what the name tells; None when any of them is elsewhere."""
    rests = []
    for value in values:
        name, link = value[_NAME], value[_LINK]
        rest = link.removeprefix(_PROFILES)
        if (link and rest in {link, ""}) or _HOLE in link:
            return None
        slug = name.lower().replace(" ", "-")
        told = slug and slug.isascii() and rest.startswith(slug)
        rests.append(_HOLE + rest[len(slug) :] if told else rest)
    return ["slug", _NAME, _PROFILES, column(rests)]


def _lists(values: Sequence[list[Any]]) -> Column:
    lengths = [len(value) for value in values]
    if len(set(lengths)) == 1 and lengths[0]:
        return ["row", [column(part) for part in zip(*values, strict=True)]]
    return ["list", column(lengths), column([item for value in values for item in value])]


def _whole(values: Sequence[int]) -> Column:
    import numpy as np

    if max(values) >= _LARGE or min(values) <= -_LARGE:
        return ["int", list(values)]
    whole = np.array(values, dtype=np.int64)
    # the largest so far before each of them
    newest = np.maximum.accumulate(np.concatenate([[-1], whole[:-1]]))
    fresh = whole == newest + 1
    if fresh.sum() > len(values) / 4:
        return ["next", np.where(fresh, 0, whole + 1).tolist()]
    steps = np.diff(whole, prepend=0)
    if np.abs(steps).sum() < np.abs(whole).sum() / 2:
        return ["sum", steps.tolist()]
    return ["int", list(values)]


def _tenths(values: Sequence[float]) -> Column:
    tenths = [round(value * 10) for value in values]
    if any(tenth / 10 != value for tenth, value in zip(tenths, values, strict=True)):
        return ["raw", list(values)]
    return ["tenth", column(tenths)]


def _texts(values: Sequence[str]) -> Column:
    places: dict[str, int] = {}
    at = [places.setdefault(value, len(places)) for value in values]
    if len(places) <= _REPEATED * len(values):
        return ["one", column(list(places)), column(at)]
    if all(map(_DAY.fullmatch, values)) and (days := _days(values)):
        return ["day", column(days)]
    if any(_HOLE in value for value in values):
        return ["raw", list(values)]
    return _forms(values) or ["raw", list(values)]


def _days(values: Sequence[str]) -> list[int]:
    """Days since 1970; none when any is no day."""
    try:
        return [date.fromisoformat(value).toordinal() - _EPOCH for value in values]
    except ValueError:
        return []


def _forms(values: Sequence[str]) -> Column | None:
    """By form and numbers; None when the texts are not alike."""
    places: dict[str, int] = {}
    at = [places.setdefault(_NUMBER.sub(_HOLE, value), len(places)) for value in values]
    if len(places) * _ALIKE > len(values):
        return None
    numbers: list[list[list[int]]] = [[] for _ in places]
    for place, value in zip(at, values, strict=True):
        numbers[place].append([int(found) for found in _NUMBER.findall(value)])
    slots = [[column(slot) for slot in zip(*rows, strict=True)] for rows in numbers]
    return ["form", list(places), column(at), slots]


_PACKS: dict[type, Callable[[Sequence[Any]], Column]] = {
    dict: _objects,
    list: _lists,
    str: _texts,
    int: _whole,
    float: _tenths,
}
