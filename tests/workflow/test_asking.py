"""Questions asked and answered: the answers last, and nothing is asked again too soon."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netgraph.analyse.questions import questions
from netgraph.model import HowWell, Target
from netgraph.store import Store
from netgraph.workflow import add_target, import_paths, load_graph, resolve
from netgraph.workflow.asking import Asking
from netgraph.workflow.excluding import exclude
from netgraph.workflow.forgetting import forget, plan_to_forget
from netgraph.workflow.settling import LATELY

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
LIST = (
    "name,email,employer\n"
    "Ann Marsh,ann@example.org,Acme\n"
    "Bob Reed,bob@example.org,Acme\n"
    "Ida Stone,ida@example.org,Nord\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.open(tmp_path / "netgraph.db")
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (report,) = import_paths(made, [tmp_path / "list.csv"], now=NOW)
    assert not report.error
    add_target(made, Target("Acme"))
    add_target(made, Target("Nord"))
    return made


def after(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def waiting(store: Store, when: datetime) -> list[str]:
    return [one.text for one in questions(load_graph(store, when)).questions]


def test_answers_last_and_are_what_the_graph_goes_on_with(store: Store) -> None:
    asking = Asking(store, load_graph(store, NOW))
    asked = {}
    for minute, how in enumerate((HowWell.WELL, HowWell.NOT_AT_ALL, HowWell.BARELY), 1):
        question = asking.next()
        assert question is not None
        asked[question.text] = how
        asking.answer(question, how, now=after(minute))
        again = load_graph(store, after(minute))
        assert (again.ties, again.settled) == (asking.graph.ties, asking.graph.settled)
    assert len(asked) == 3
    assert asking.next() is None
    assert waiting(store, after(10)) == []
    store.close()
    with Store.open(store.path) as reopened:
        strengths = {t.strength for t in load_graph(reopened, after(10)).ties}
        assert strengths >= {0.8, 0.2}
        assert len(reopened.tie_words.all()) == 3


def test_what_is_skipped_comes_again_after_a_month(store: Store) -> None:
    asking = Asking(store, load_graph(store, NOW))
    first = asking.next()
    assert first is not None
    asking.skip(first, now=after(1))
    second = asking.next()
    assert second is not None
    assert second.text != first.text
    assert first.text not in waiting(store, after(2))
    assert first.text not in waiting(store, after(1) + LATELY - timedelta(seconds=1))
    assert first.text in waiting(store, after(1) + LATELY)
    assert first.text in waiting(store, NOW), "as of an earlier day it was not skipped yet"


def test_nobody_left_out_is_asked_about(store: Store) -> None:
    assert any("Ida" in text for text in waiting(store, after(1)))
    people = {person.name: person for person in resolve(store).people}
    exclude(store, people["Ida Stone"], now=after(1))
    exclude(store, people["Ann Marsh"], "Acme", now=after(1))
    assert waiting(store, after(2)) == ["How well do you know Bob Reed?"]


def test_who_is_forgotten_is_forgotten_among_the_skipped(store: Store) -> None:
    asking = Asking(store, load_graph(store, NOW))
    while question := asking.next():
        asking.skip(question, now=after(1))
    assert len(store.skips.all()) == 3
    forget(store, plan_to_forget(store, "Ann Marsh"), salt=b"0" * 16)
    assert len(store.skips.all()) == 2
