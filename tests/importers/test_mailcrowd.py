"""A mail to many is kept for its sender, and the report says of whom it makes no contacts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from netgraph.model import Card
from netgraph.store import Store
from netgraph.workflow import import_paths

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
WHY = "to more than 25 people: kept for the sender, its recipients are not contacts"


@pytest.mark.parametrize(("people", "told"), [(25, {}), (26, {WHY: 1})])
def test_recipients_of_a_crowd_are_counted_as_no_contacts(tmp_path, people, told):
    crowd = ", ".join(f"Guest Number{n} <guest{n}@example.org>" for n in range(people))
    mailbox = tmp_path / "mail.mbox"
    mailbox.write_text(
        "From ada Mon Mar  2 10:00:00 2026\nFrom: Ada Stone <ada@example.org>\n"
        f"To: {crowd}\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n"
        "Message-ID: <1@mail.example>\n\nAll welcome\n",
        encoding="utf-8",
    )
    with Store.open(tmp_path / "netgraph.db") as store:
        (report,) = import_paths(store, [mailbox], now=NOW)
        names = {s.card.names for s in store.imported.cards() if isinstance(s.card, Card)}
        ((_source, counts),) = store.imported.sources()
    assert dict(report.counts.doubts) == told
    assert (report.counts.read, report.counts.kept, report.counts.skipped) == (1, 1, 0)
    assert len(names) == (people + 1 if not told else 1)
    assert ("Ada Stone",) in names
    assert (dict(counts.reasons), counts.left_out) == (told, 0)
