"""Small things every writer needs: tables, archives that never change, plausible moments."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

#: The story's last day; nothing in the world happens later.
LAST_DAY = date(2026, 11, 14)


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], quoting: int = csv.QUOTE_MINIMAL
) -> str:
    """A comma-separated table with line feeds, as the services write it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=quoting)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def archive(members: Mapping[str, str]) -> bytes:
    """A zip of UTF-8 texts whose bytes depend on nothing but ``members``.

    Stored, not deflated: compressors differ between versions of zlib.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive_:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, (2026, 11, 2, 9, 30, 0))
            info.create_system = 3
            info.external_attr = 0o600 << 16
            archive_.writestr(info, text.encode())
    return out.getvalue()


def moment(rng: random.Random, first: date, last: date) -> datetime:
    """A moment in waking hours between two days [UTC]."""
    last = min(last, LAST_DAY)
    day = first + timedelta(days=rng.randrange(max((last - first).days, 0) + 1))
    at = time(rng.randrange(7, 21), rng.randrange(60), rng.randrange(60), tzinfo=UTC)
    return datetime.combine(day, at)


def soon(rng: random.Random, when: datetime) -> datetime:
    """A moment an answer may come: within three days of ``when``."""
    return when + timedelta(minutes=rng.randrange(20, 3 * 24 * 60))
