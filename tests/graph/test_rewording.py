"""A reworded graph is the one that loading again gives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from netgraph.graph.rewording import with_word
from netgraph.model import HowWell, Person
from netgraph.store import Store
from netgraph.workflow import import_paths, load_graph, resolve
from netgraph.workflow.saying import say_how_well

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
SAID = NOW + timedelta(minutes=5)
LIST = (
    "name,email,employer,knows\n"
    "Ann Marsh,ann@example.org,Acme,Ida Stone\n"
    "Bob Reed,bob@example.org,Acme,\n"
    "Ida Stone,ida@example.org,Nord,\n"
)
MAIL = (
    "From x Mon Nov  2 10:00:00 2026\nMessage-ID: <{0}@example.org>\nDate: {1}\n"
    "From: Ann Marsh <ann@example.org>\nTo: me@example.net, Bob Reed <bob@example.org>\n"
    "Delivered-To: me@example.net\nSubject: x\n\nHello\n\n"
)


@pytest.mark.parametrize("how", [h for h in HowWell if h is not HowWell.UNKNOWN])
def test_a_word_makes_of_every_pair_what_loading_again_makes(tmp_path: Path, how: HowWell) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    mails = MAIL.format(1, "Mon, 2 Nov 2026 10:00:00 +0000")
    mails += MAIL.format(2, "Mon, 26 Oct 2026 10:00:00 +0000")
    (tmp_path / "all.mbox").write_text(mails, encoding="utf-8")
    for number in range(6):
        with Store.open(tmp_path / f"{number}.db") as store:
            reports = import_paths(store, [tmp_path / "list.csv", tmp_path / "all.mbox"], now=NOW)
            assert not [report.error for report in reports if report.error]
            people = sorted(resolve(store).people, key=lambda person: person.name)
            assert len(people) == 4
            one, other = list(combinations(people, 2))[number]
            before = load_graph(store, SAID)
            found = with_word(before, one.id, other.id, how, SAID)
            say_how_well(store, one, other, how, now=SAID)
            assert found == load_graph(store, SAID), names(one, other)
            assert found != before


def names(*people: Person) -> str:
    return " and ".join(person.name for person in people)
