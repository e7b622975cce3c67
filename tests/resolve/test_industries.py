from __future__ import annotations

import pytest

from netgraph.model import AffiliationKind, Target
from netgraph.resolve.employers import resolve_employers
from netgraph.resolve.industries import close_to, industries_in, industry_and_city, words_of
from netgraph.resolve.tables import known_employers, rows, split_cell


def test_every_industry_of_an_employer_has_neighbours_and_nobody_else_has() -> None:
    named = [row["industry"] for row in rows("industries.csv") if row["industry"]]
    assert len(named) == len(set(named))
    assert {each.industry for each in known_employers()} <= set(named)
    for name in named:
        assert close_to(name), name
        assert name not in close_to(name)
        assert close_to(name) <= set(named)
        assert all(name in close_to(other) for other in close_to(name))


def test_an_industry_is_known_by_its_own_name_and_each_of_its_words_once() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for row in rows("industries.csv"):
        if not row["industry"]:
            continue
        assert row["industry"] in industries_in(row["industry"])
        for word in split_cell(row["words"]):
            assert row["industry"] in industries_in(word), word
            assert seen.setdefault(words_of(word), row["industry"]) == row["industry"], word


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        ("Health-care data", {"health technology"}),
        ("Harbour Clinic", {"health care"}),
        ("Klinik Süd", {"health care"}),
        ("INFIRMIERE", {"health care"}),
        ("nurse/data analyst", {"health care", "data and analytics"}),
        ("Bankside Yoga", set()),
        ("school friend, florist", {"retail"}),
        ("", set()),
    ],
)
def test_whole_words_alone_name_an_industry(text: str, industries: set[str]) -> None:
    assert industries_in(text) == industries


def test_well_known_employers_have_an_industry_and_a_city() -> None:
    assert industry_and_city("Bayer AG") == industry_and_city("Bayer")
    assert industry_and_city("Roche") == ("pharmaceuticals", "Basel")
    assert industry_and_city("Aldous Genomics") == ("", "")


def test_organisations_of_the_files_bear_the_industry_and_city_of_the_table() -> None:
    mentions = [("Roche", AffiliationKind.WORK), ("Roche", AffiliationKind.SCHOOL)]
    found = resolve_employers([*mentions, ("Quill", AffiliationKind.WORK)], [Target("Novartis")])
    told = {(one.name, one.kind): (one.industry, one.city) for one in found.employers}
    assert told["Roche", AffiliationKind.WORK] == ("pharmaceuticals", "Basel")
    assert told["Novartis", AffiliationKind.WORK] == ("pharmaceuticals", "Basel")
    assert told["Roche", AffiliationKind.SCHOOL] == ("", "")
    assert told["Quill", AffiliationKind.WORK] == ("", "")
