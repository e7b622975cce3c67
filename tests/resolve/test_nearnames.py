"""Names that somebody may have meant."""

from __future__ import annotations

import pytest

from netgraph.resolve.names.near import meant, near_names

NAMES = (
    "Nordwind Bakery",
    "Nordwind Analytics",
    "Aldous Genomics",
    "Aldous & Daughters",
    "St. Mary Hospital",
    "Łukasz Żak",
    "Quay",
)


def near(text: str, **options: tuple[str, ...]) -> tuple[str, ...]:
    return near_names(text, [(name, name) for name in NAMES], **options)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Genomics", "Aldous Genomics"),
        ("st mary", "St. Mary Hospital"),
        ("Hospital St Mary", "St. Mary Hospital"),
        ("Geno", "Aldous Genomics"),
        ("hosp mary", "St. Mary Hospital"),
        ("Qua", "Quay"),
        ("Genmoics", "Aldous Genomics"),
        ("Lukazs", "Łukasz Żak"),
        ("nordwindanalytics", "Nordwind Analytics"),
        ("Nordwind Analytics Europe", "Nordwind Analytics"),
    ],
)
def test_a_word_a_beginning_or_a_typing_error_is_enough(text, name):
    assert near(text) == (name,)


@pytest.mark.parametrize("text", ["", "  ", "?!", "Qu", "Zzzyx", "Mary Genomics", "Nr", "Quax Lid"])
def test_what_has_nothing_in_common_is_near_nothing(text):
    assert near(text) == ()


def test_a_name_at_hand_comes_first_among_equals_only():
    assert near("Nordwnd")[0] == "Nordwind Bakery"
    assert near("Nordwnd", first=("Nordwind Analytics",))[0] == "Nordwind Analytics"
    names = [("Harbour Goods", "Harbour Goods"), ("Harbor Office", "Harbor Office")]
    assert near_names("Harbor", names, first=("Harbour Goods",)) == (
        "Harbor Office",
        "Harbour Goods",
    )


def test_another_name_suggests_what_it_is_called_and_at_most_three_are_told():
    assert near_names("Nordw", [("NWA Nordwind", "Nordwind Analytics")]) == ("Nordwind Analytics",)
    many = [(f"Bank {letter}", f"Bank {letter}") for letter in "EDCBA"]
    assert near_names("bank", many) == ("Bank A", "Bank B", "Bank C")
    assert meant(("A", "B", "C")) == "; did you mean A, B or C?"
    assert meant(()) == ""
