"""Sentences in which names are marked, for ways that end inside and beside it."""

from __future__ import annotations

import pytest

from netgraph.analyse.ends import Inside
from netgraph.present.viewtypes import Ref
from netgraph.present.wordings import way_plain


def said(people: list[str], inside: Inside) -> str:
    plain = way_plain(people, "T", inside)
    return "".join(part.id if isinstance(part, Ref) else str(part) for part in plain)


@pytest.mark.parametrize(
    ("inside", "direct", "asked"),
    [
        (Inside.NOW, "You know A at T yourself.", "B at T."),
        (Inside.FORMERLY, "You know A, who was at T.", "B, who was at T."),
        (
            Inside.PARENT,
            "You know A, who is in the same group as T.",
            "B, who is in the same group as T.",
        ),
    ],
)
def test_where_the_last_person_of_a_way_is(inside: Inside, direct: str, asked: str) -> None:
    assert said(["me", "A"], inside) == direct
    assert said(["me", "A", "B"], inside) == f"Ask A, who can introduce you to {asked}"
