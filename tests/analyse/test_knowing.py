"""Since when two people have known each other: only what is dated counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from netgraph.analyse.knowing import known_since
from netgraph.graph.wording import I_SAID, undated
from netgraph.model import Chance, Evidence, EvidenceKind, Tie

LATE = datetime(2024, 5, 6, 7, tzinfo=UTC)
SEEN, SAID, INFERRED = EvidenceKind.OBSERVED, EvidenceKind.STATED, EvidenceKind.INFERRED


def tie(*pieces: Evidence) -> Tie:
    return Tie("a", "b", SEEN, 0.4, Chance(0.1, 0.3, 0.6, "prior"), pieces)


def test_the_first_of_several_exchanges_counts_not_the_last() -> None:
    mails = Evidence(SEEN, "12 mails", None, LATE, 0.4, first=datetime(2016, 1, 2, tzinfo=UTC))
    met = Evidence(SEEN, "1 meeting", None, datetime(2018, 1, 1, tzinfo=UTC), 0.3)
    assert known_since(tie(met, mails)) == date(2016, 1, 2)
    assert known_since(tie(met)) == date(2018, 1, 1)


@pytest.mark.parametrize(
    ("kind", "text", "since"),
    [
        (SEEN, f"in your address book {undated(LATE)}", None),
        (SEEN, "connected on 6 May 2024", date(2024, 5, 6)),
        (SAID, "in your LinkedIn connections since 6 May 2024", date(2024, 5, 6)),
        (SAID, f"{I_SAID} spoke on 6 May 2024", date(2024, 5, 6)),
        (SAID, "you said how close: well, on 6 May 2024", None),
        (INFERRED, "both at Acme from 2019", None),
    ],
)
def test_the_day_of_an_import_or_of_a_word_is_no_sign(
    kind: EvidenceKind, text: str, since: date | None
) -> None:
    assert known_since(tie(Evidence(kind, text, None, LATE, 0.4))) == since


def test_nothing_dated_is_not_known() -> None:
    assert known_since(None) is None
    assert known_since(tie(Evidence(SEEN, "an edge", None, None, 0.4))) is None
    assert known_since(replace(tie(), evidence=())) is None
