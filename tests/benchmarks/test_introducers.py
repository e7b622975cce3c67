"""The arithmetic of benchmarks/ranking, and that its short way to a graph is exact."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from itertools import permutations
from math import log2
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks" / "ranking"
START = datetime(2021, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def benchmark() -> Iterator[dict[str, ModuleType]]:
    """The modules of the benchmark, imported as its own command does."""
    names = ["messages", "network", "events", "past", "intervals", "introducers", "bridges"]
    sys.path.insert(0, str(FOLDER))
    try:
        yield {name: import_module(name) for name in names}
    finally:
        sys.path.remove(str(FOLDER))


def rows(seed: int, count: int = 200) -> list[str]:
    """A file of invented mail among nine people, some of it answers, some to a crowd."""
    rng = random.Random(seed)
    lines = ["time,message,reply_to,sender,sender_org,recipients,n_recipients"]
    for number in range(count):
        when = START + timedelta(days=number * 3, hours=rng.randrange(24))
        sender, *others = rng.sample([f"p{n}" for n in range(9)], rng.randint(2, 5))
        parent = str(rng.randrange(number)) if number and rng.random() < 0.6 else ""
        people = rng.choice([len(others), len(others) + 2, 40])
        when_told = f"{when:%Y-%m-%dT%H:%M:%SZ}"
        lines.append(f"{when_told},{number},{parent},{sender},org,{' '.join(others)},{people}")
    return lines


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mail") / "mail.csv.gz"
    path.write_bytes(gzip.compress("\n".join(rows(3)).encode()))
    return path


def test_ranks_are_averaged_over_equals_in_every_order(benchmark: dict[str, ModuleType]) -> None:
    intervals = benchmark["intervals"]
    scores = {"a": 0.9, "b": 0.5, "c": 0.5, "d": 0.5 + 1e-15, "e": 0.1}
    above, same = intervals.standing(scores, "c")
    assert (above, same) == (1, 3)
    orders = [["a", *middle, "e"] for middle in permutations("bcd")]
    places = [order.index("c") + 1 for order in orders]
    assert intervals.reciprocal_rank(above, same) == pytest.approx(np.mean(1 / np.array(places)))
    for first in (1, 2, 3, 4, 5):
        share = np.mean([place <= first for place in places])
        assert intervals.hit(above, same, first) == pytest.approx(share)


def test_gains_are_averaged_over_equals_in_every_order(benchmark: dict[str, ModuleType]) -> None:
    intervals = benchmark["intervals"]
    scores = {"a": 3.0, "b": 2.0, "c": 2.0, "d": 2.0, "e": 1.0}
    gains = {"b": 2.0, "e": 1.0}
    orders = [["a", *middle, "e"] for middle in permutations("bcd")]
    for first in (2, 3, 5):
        got = [
            sum(gains.get(one, 0.0) / log2(place + 2) for place, one in enumerate(order[:first]))
            for order in orders
        ]
        best = 2.0 + (1 / log2(3) if first > 1 else 0.0)
        assert intervals.ndcg(scores, gains, first) == pytest.approx(np.mean(got) / best)
    assert intervals.ndcg(scores, {}, 10) == 0.0
    assert intervals.area(scores, {"b"}) == pytest.approx((1 + 0.5 + 0.5) / 4)
    assert intervals.area(scores, set()) is None


def test_whole_groups_are_drawn_again(benchmark: dict[str, ModuleType]) -> None:
    bootstrap = benchmark["intervals"].Bootstrap
    values = [1.0] * 50 + [0.0] * 50
    low, high = bootstrap(["one"] * 50 + ["other"] * 50, 500, 1).interval(values)
    assert (low, high) == (0.0, 1.0)
    low, high = bootstrap(list(range(100)), 2000, 1).interval(values)
    assert low == pytest.approx(0.4, abs=0.03)
    assert high == pytest.approx(0.6, abs=0.03)
    assert bootstrap([], 10, 1).interval([]) == (0.0, 0.0)


def test_the_graph_of_pairs_ranks_as_the_graph_of_all_messages(
    benchmark: dict[str, ModuleType], mail: Path
) -> None:
    messages = benchmark["messages"].read(mail)
    network, ranked = benchmark["network"], benchmark["introducers"].by_netgraph
    compared = 0
    for day in (100, 300, 601):
        moment = START + timedelta(days=day)
        for me, goal in permutations([f"p{n}" for n in range(9)], 2):
            whole = network.whole_graph(messages, me, moment)
            contacts = {one for one in whole.chances_from(me) if one != goal}
            short = network.graph_before(messages, me, contacts | {goal}, {goal}, moment)
            assert ranked(short, goal, contacts) == ranked(whole, goal, contacts)
            assert {one for one in short.chances_from(me) if one != goal} == contacts
            compared += len(contacts)
    assert compared > 500


def test_only_what_was_sent_strictly_before_counts(
    benchmark: dict[str, ModuleType], mail: Path
) -> None:
    messages = benchmark["messages"].read(mail)
    last = messages.all[-1]
    found = benchmark["network"].whole_graph(messages, last.sender, last.time)
    assert found.as_of < last.time
    assert messages.before(last.time) == len(messages.all) - 1
    steps = list(benchmark["events"].steps(messages))
    assert [one for _, earlier in steps for one in earlier] == list(messages.all[:-1])


def test_events_are_first_meetings_that_were_followed_up(
    benchmark: dict[str, ModuleType], mail: Path
) -> None:
    messages, events = benchmark["messages"].read(mail), benchmark["events"]
    found = list(events.events(messages, "any", 1))
    assert found
    for event in found:
        before = [one for one in messages.all if one.time < event.moment and one.people <= 25]
        assert not any({event.ego, event.goal} <= set(one.everybody) for one in before)
        assert {event.ego, event.goal} <= set(event.message.recipients)
    looped = list(events.events(messages, "thread", 1))
    parents = [messages.by_key[event.message.parent].everybody for event in looped]
    assert all(e.ego in p and e.goal not in p for e, p in zip(looped, parents, strict=True))


def test_my_own_messages_tell_of_my_ties_and_introductions_as_all_would(
    benchmark: dict[str, ModuleType], mail: Path
) -> None:
    messages, network = benchmark["messages"].read(mail), benchmark["network"]
    introductions = 0
    for me in (f"p{n}" for n in range(9)):
        moment = START + timedelta(days=400)
        whole = network.whole_graph(messages, me, moment)
        mine = network.ego_graph(messages, me, moment)
        assert mine.introductions == whole.introductions
        ties = [one for one in whole.ties if me in (one.left, one.right)]
        assert ties == [one for one in mine.ties if me in (one.left, one.right)]
        introductions += len(mine.introductions)
    assert introductions


def test_whoever_brought_people_together_is_counted_for_both(
    benchmark: dict[str, ModuleType], mail: Path
) -> None:
    messages, bridges = benchmark["messages"].read(mail), benchmark["bridges"]
    found = bridges.brought_to(messages)
    made = [(ego, one) for ego, all_of in found.items() for one in all_of]
    assert made
    assert len(made) % 2 == 0
    for ego, one in made:
        assert timedelta(0) < one.answered - one.when <= timedelta(days=60)
        on = [each for each in messages.all if each.time == one.when]
        assert any(each.sender == one.introducer and ego in each.recipients for each in on)


def test_the_command_answers_in_the_shape_that_was_agreed(mail: Path) -> None:
    command = [sys.executable, str(FOLDER / "run.py"), "--messages", str(mail), "--json"]
    command += ["--only", "introducer", "bridges"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    found = json.loads(told.stdout)["introducer"]
    assert "ndcg10" in json.loads(told.stdout)["bridges"]["netgraph"]
    assert set(found["netgraph"]) >= {"hit1", "hit5", "mrr", "n"}
    assert {"hop_count", "random", "strongest_tie", "personalised_pagerank"} < set(found)
    assert len({figures["n"] for figures in found.values()}) == 1
