"""A number written without its country is the same number written with it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from netgraph import workflow
from netgraph.store import Store

NOW = datetime(2026, 11, 1, tzinfo=UTC)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nTEL:{}\r\nEND:VCARD\r\n"


def test_the_country_is_learned_from_the_other_numbers(tmp_path: Path) -> None:
    known = [CARD.format(f"Omar Fenby {n}", f"+44 7700 90010{n}") for n in range(5)]
    for name, cards in {
        "old.vcf": CARD.format("Tobin", "07700 900123"),
        "new.vcf": "".join([*known, CARD.format("T. Marrash", "+44 7700 900123")]),
    }.items():
        (tmp_path / name).write_text(cards, encoding="utf-8", newline="")
    with Store.open(tmp_path / "s.sqlite") as store:
        files = [tmp_path / "old.vcf", tmp_path / "new.vcf"]
        assert [report.counts.kept for report in workflow.import_paths(store, files, now=NOW)]
        (found,) = (p for p in workflow.resolve(store).people if "Tobin" in p.names)
        assert set(found.files) == {"old.vcf", "new.vcf"}
        assert set(found.names) == {"Tobin", "T. Marrash"}
