"""Values of the model as JSON and back: nothing but values can come out of a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Decode = Callable[[Any], Any]


def encoded(value: Any) -> Any:
    """``value`` as `json` writes it: a dataclass as the list of its fields, sets in order."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, frozenset):
        return [encoded(one) for one in sorted(value)]
    if isinstance(value, Sequence):
        return [encoded(one) for one in value]
    kind: Any = type(value)
    return [encoded(getattr(value, name)) for name in _names(kind)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    if not is_dataclass(kind):
        msg = f"no way to write a {kind.__name__}"
        raise TypeError(msg)
    return tuple(field.name for field in fields(kind))


@cache
def decoder(kind: Any) -> Decode:
    """The inverse of `encoded` for values of the type ``kind``, as it is written in hints."""
    if get_origin(kind) in {Union, UnionType}:
        return _one_of(tuple(one for one in get_args(kind) if one is not NoneType))
    if get_origin(kind) in {tuple, frozenset, Sequence}:
        return _many(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in {datetime, date}:
        return _moment
    if not is_dataclass(kind):
        return _same
    return _made(kind)


def _made(kind: Any) -> Decode:
    parts = tuple(decoder(hint) for hint in field_types(kind).values())

    def make(values: list[Any]) -> Any:
        return kind(*[part(value) for part, value in zip(parts, values, strict=True)])

    return make


def field_types(kind: Any) -> dict[str, Any]:
    """The types of the fields of a dataclass, in order."""
    hints = get_type_hints(kind)
    return {name: hints[name] for name in _names(kind)}


def _same(value: Any) -> Any:
    return value


def _moment(text: str) -> datetime | date:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _one_of(kinds: tuple[Any, ...]) -> Decode:
    one = _moment if set(kinds) <= {datetime, date} else decoder(kinds[0])
    return lambda value: None if value is None else one(value)


def _many(kind: Any) -> Decode:
    whole = frozenset if get_origin(kind) is frozenset else tuple
    inner = [one for one in get_args(kind) if one is not Ellipsis]
    if len(inner) == 1:
        each = decoder(inner[0])
        return whole if each is _same else lambda values: whole([each(one) for one in values])
    parts = [decoder(one) for one in inner]
    return lambda values: tuple([part(one) for part, one in zip(parts, values, strict=True)])
