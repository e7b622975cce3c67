from __future__ import annotations

import pytest

from netgraph.errors import NotFoundError
from netgraph.outreach.prompts import prompts

PROMISED = {
    "family",
    "school",
    "work",
    "sport",
    "faith",
    "repairs",
    "health",
    "children",
    "clubs",
    "shops",
    "neighbourhood",
    "travel",
    "volunteering",
    "pets",
    "online",
    "public life",
}


def test_every_promised_area_is_there_once() -> None:
    areas = [prompt.area for prompt in prompts()]
    assert set(areas) >= PROMISED
    assert len(areas) == len(set(areas))


def test_areas_can_be_typed_as_a_circle() -> None:
    for prompt in prompts():
        assert prompt.area == prompt.area.casefold().strip()
        assert "," not in prompt.area
        assert ";" not in prompt.area


def test_questions_are_questions_and_none_comes_twice() -> None:
    questions = [question for prompt in prompts() for question in prompt.questions]
    assert all(question.endswith("?") and len(question) <= 100 for question in questions)
    assert all(question[0].isupper() for question in questions)
    assert len(questions) == len(set(questions))
    assert all(len(prompt.questions) >= 3 for prompt in prompts())


def test_the_everyday_people_are_asked_for() -> None:
    text = " ".join(question for prompt in prompts() for question in prompt.questions)
    for everyday in ("cuts your hair", "other side of the fence", "mends your car", "your vet"):
        assert everyday in text


@pytest.mark.parametrize("wanted", ["faith", "Faith", "  FAITH ", "Faith and community"])
def test_one_area_by_name_or_label(wanted: str) -> None:
    (found,) = prompts(wanted)
    assert found.area == "faith"


@pytest.mark.parametrize(
    ("wanted", "nearest"),
    [("famly", "family"), ("neighbours", "neighbourhood"), ("helth", "health"), ("pet", "pets")],
)
def test_a_misspelt_area_names_the_nearest(wanted: str, nearest: str) -> None:
    with pytest.raises(NotFoundError, match=nearest) as caught:
        prompts(wanted)
    assert caught.value.nearest[0] == nearest


def test_an_unknown_area_lists_all() -> None:
    with pytest.raises(NotFoundError, match="the areas are: family") as caught:
        prompts("zzz")
    assert caught.value.nearest == ()
    assert "\n" not in str(caught.value)
