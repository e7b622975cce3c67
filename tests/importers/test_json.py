"""JSON files: damage is an error of the file, odd values are empty ones."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from netgraph.errors import UnreadableFileError
from netgraph.importers._text.jsonfiles import (
    has_keys,
    items,
    load_assigned,
    load_json,
    load_lines,
    looks_like_json,
    members,
    moment,
    repaired,
    text_of,
)
from tests.importers.mutations import document_of


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b'{"a":', b"[" * 100_000, b'{"a":' * 100_000, b"9" * 5_000, b"\xff\xfe"],
)
def test_damage_and_depth_are_one_plain_error(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match=r"^x\.json: the JSON is damaged or incomplete$"):
        load_json(document_of("x.json", data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding(encoding: str) -> None:
    document = document_of("x.json", '{"name": "Zoë"}'.encode(encoding))
    assert load_json(document) == {"name": "Zoë"}
    assert has_keys(looks_like_json(document), "name")


def test_what_people_wrote_is_not_kept_in_memory() -> None:
    data = b'{"text": [1], "of": [{"id": 7, "text": "hello", "deep": {"text": {"id": 8}}}]}'
    found = load_json(document_of("x.json", data), frozenset({"text"}))
    assert found == {"of": [{"id": 7, "deep": {}}]}


def test_what_does_not_begin_as_json_is_none() -> None:
    assert looks_like_json(document_of("x.json", b'name: {"a": 1}')) == ""
    assert looks_like_json(document_of("x.json", b"")) == ""


def test_a_script_holds_its_value_behind_the_equals_sign() -> None:
    assert load_assigned(document_of("x.js", b'window.a.b = [{"c": "="}];\n')) == [{"c": "="}]


def test_a_bad_line_is_none_and_the_others_stand() -> None:
    document = document_of("x.jsonl", b'\xef\xbb\xbf{"a":1}\n\n{"a":\n' + b"[" * 99_999 + b"\n2\n")
    assert list(load_lines(document)) == [(1, {"a": 1}), (3, None), (4, None), (5, 2)]


def test_values_of_another_type_are_empty() -> None:
    value = {"a": {"b": [1]}, "c": "text", "d": None}
    assert members(value, "a") == {"b": [1]}
    assert items(value, "a", "b") == [1]
    assert members(value, "c", "b") == members(value, "d") == members([1], "a") == {}
    assert items(value, "a") == items(value, "c", "b") == items("text") == []
    odd: tuple[object, ...] = (True, None, [], {}, 7, " a\0\n b ", "\ud800")
    assert [text_of(v) for v in odd] == ["", "", "", "", "7", "a b", "?"]


@pytest.mark.parametrize("name", ["Zoë à Brandt", "Łucja", "李雷", "Ångström", "O'Neil", "✨ Ilse"])
def test_broken_letters_are_repaired_once_and_for_all(name: str) -> None:
    broken = name.encode().decode("latin-1")
    assert repaired(broken) == name
    assert repaired(repaired(broken)) == name


def test_clean_letters_are_left_alone() -> None:
    assert repaired("Björn Łuk") == "Björn Łuk"
    assert repaired("Jörg") == "Jörg"
    assert repaired(None) == ""


def test_moments() -> None:
    when = datetime(2024, 11, 14, 8, 12, 44, tzinfo=UTC)
    assert moment("1731571964") == moment(1_731_571_964) == moment("1731571964000", 1000) == when
    odd: tuple[object, ...] = (
        0,
        "0",
        "",
        None,
        "soon",
        "1e999",
        "nan",
        -1,
        10**30,
        10**400,
        [],
        True,
    )
    assert [moment(value) for value in odd] == [None] * len(odd)
