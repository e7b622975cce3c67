"""``netgraph plan`` and ``netgraph limits``."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result


def names(own: Callable[..., Result], *arguments: str) -> list[str]:
    result = own("plan", "--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    return [one["name"] for one in json.loads(result.stdout)["ask"]]


def test_the_week_counts_what_was_asked_and_leaves_out_whom_you_said(
    own: Callable[..., Result],
) -> None:
    first = names(own)
    assert len(first) == 3
    text = own("plan").output
    assert "Left for later" in text
    assert "Nobody you know leads to Aldous Genomics yet" in text
    own("log", first[0], "--did", "asked")
    left = names(own)
    assert len(left) == 2
    assert first[0] not in left
    assert "no answer is noted yet" in " ".join(own("plan").output.split())
    own("exclude", left[0])
    assert left[0] not in names(own, "--people", "20")
    assert left[0] not in own("plan", "--people", "20").output
    csv = own("plan", "--format", "csv").stdout.splitlines()
    assert csv[0].startswith("rank,id,name,targets")


def test_limits_last(own: Callable[..., Result]) -> None:
    assert json.loads(own("limits", "--format", "json").stdout) == {
        "week": 3, "month": 8, "person": 3, "circle": 2, "pause": 60,
    }  # fmt: skip
    own("limits", "--week", "1", "--pause", "90")
    told = " ".join(own("limits").output.split())
    assert "1 people asked in seven days (usually 3)" in told
    assert len(names(own)) == 1
    assert len(names(own, "--people", "2")) == 2
    own("limits", "--month", "0")
    assert names(own) == []
    assert "as many as your limits allow" in own("plan").output


def test_without_targets_it_asks_for_one(own: Callable[..., Result]) -> None:
    for target in json.loads(own("target", "list", "--format", "json").stdout):
        own("target", "remove", target["name"])
    assert "netgraph target add" in own("plan").output
