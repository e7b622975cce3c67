"""Talks: what the verbs of asking do, in Python."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from netgraph.errors import NotFoundError
from netgraph.model import Fact, Target
from netgraph.present.letters import write_letter
from netgraph.store import Store
from netgraph.workflow import add_target, import_paths
from netgraph.workflow.talking import Talks

NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)
LIST = "name,email,works at,role,how close\nAnn Marsh,ann@example.org,Nord,nurse,well\n"


@pytest.fixture
def store(tmp_path):
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    with Store.open(tmp_path / "netgraph.db") as made:
        (report,) = import_paths(made, [tmp_path / "list.csv"], now=NOW)
        assert not report.error
        add_target(made, Target("Nord"))
        yield made


def test_from_questions_to_a_letter_that_passes_its_own_check(store):
    talks = Talks(store, NOW)
    talks.say(who="a planner", seeking="work with data", use="which course to take")
    assert store.profile.all().of(Fact.WHO) == "a planner"
    questions = talks.ask("Ann Marsh", "Nord").to_frame()
    assert list(questions.columns) == ["topic", "question"]
    assert len(questions) >= 5
    letter = write_letter(talks.message("Ann Marsh", "Nord", channel="letter", tone="warm"))
    assert "Ann" in letter.text
    assert "a planner" in letter.text
    assert talks.check(letter.text).rows() == []
    assert talks.check("May I pick your brain?").rows()[0]["phrase"] == "pick your brain"


def test_the_plan_and_what_is_due_follow_what_is_noted(store):
    talks = Talks(store, NOW)
    assert [(one["name"], one["targets"]) for one in talks.plan().rows()] == [
        ("Ann Marsh", ("Nord",))
    ]
    assert talks.due().to_frame().empty
    talks.log("Ann Marsh", "met", date(2026, 11, 15), "the new ward")
    (first, *_rest) = talks.due(days=1).rows()
    assert (first["day"], first["what"], first["name"]) == (
        date(2026, 11, 16), "thank", "Ann Marsh",
    )  # fmt: skip
    assert "<td>thank</td>" in talks.due()._repr_html_()


def test_what_nobody_knows_is_an_error(store):
    talks = Talks(store, NOW)
    with pytest.raises(NotFoundError):
        talks.ask("Karim Haddad")
    with pytest.raises(ValueError, match="hobby"):
        talks.say(hobby="chess")
    with pytest.raises(ValueError, match="fax"):
        talks.message("Ann Marsh", channel="fax")
