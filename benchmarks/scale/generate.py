"""A seeded network as files: a mailbox of mine, a list of contacts and a list of targets.

Circles of heavy-tailed sizes, drawn from near neighbours, give the ties between others; every
message is from one of two who are tied to the other, with a copy to me, three a tie on average.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ME = "Noor Saldana <noor@example.org>"
#: Messages for every tie, on average.
MESSAGES = 3
EMPLOYERS_PER = 60
TARGETS = 20
START = datetime(2019, 1, 1, tzinfo=UTC)
GIVEN = ("Ilse", "Wren", "Tobin", "Zora", "Jonas", "Casimir", "Anais", "Bruna", "Maria", "Lucja")
PARTS = ("qua", "tal", "mar", "lin", "odu", "had", "lop", "mul", "ser", "vin", "kor", "bel")
NEWER = ("ndel", "bach", "rash", "quist", "ya", "dad", "ez", "ler", "gio", "cent", "nik", "lo")


def pairs_of(people: int, ties: int, seed: int = 1) -> NDArray[np.int64]:
    """``ties`` different pairs of people (smaller first), shape (ties, 2), in order."""
    rng = np.random.default_rng(seed)
    keys = np.array([], dtype=np.int64)
    while len(keys) < ties:
        starts = rng.integers(0, people, max(people // 20, 10))
        sizes = np.clip(rng.pareto(1.2, len(starts)) * 4, 3, 60).astype(int)
        found = [keys]
        for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
            near = np.unique((start + rng.integers(0, 200, size)) % people)
            left, right = np.triu_indices(len(near), 1)
            found.append(near[left] * people + near[right])
        keys = np.unique(np.concatenate(found))
    keys = np.sort(rng.permutation(keys)[:ties])
    return np.stack([keys // people, keys % people], axis=1)


def name(number: int) -> str:
    """The full name of somebody by number, no two alike."""
    rest, given = divmod(number, len(GIVEN))
    rest, first = divmod(rest, len(PARTS))
    rest, second = divmod(rest, len(NEWER))
    letters = ""
    while rest:
        rest, letter = divmod(rest, len(PARTS))
        letters += PARTS[letter]
    return f"{GIVEN[given]} {(letters + PARTS[first] + NEWER[second]).capitalize()}"


def write(folder: Path, people: int, ties: int, seed: int = 1) -> None:
    """Write ``mail.mbox``, ``contacts.csv`` and ``targets.csv`` into ``folder``."""
    rng = np.random.default_rng(seed + 1)
    employers = max(people // EMPLOYERS_PER, TARGETS)
    names = [name(number) for number in range(people)]
    rows = [
        f"{who},p{number}@mail.example,Firm {number % employers:05} Works\n"
        for number, who in enumerate(names)
        if number % 3 == 0
    ]
    heading = "Name,Email,Where they work\n"
    (folder / "contacts.csv").write_text(heading + "".join(rows), "utf-8")
    targets = "".join(f"Firm {number:05} Works\n" for number in range(TARGETS))
    (folder / "targets.csv").write_text("name\n" + targets, "utf-8")
    pairs = pairs_of(people, ties, seed)
    which = np.concatenate([np.arange(ties), rng.integers(0, ties, (MESSAGES - 1) * ties)])
    minutes = np.sort(rng.integers(0, 7 * 365 * 24 * 60, len(which)))
    turned = rng.random(len(which)) < 0.4
    ends = np.where(turned[:, None], pairs[which][:, ::-1], pairs[which])
    with (folder / "mail.mbox").open("w", encoding="utf-8") as file:
        for number, ((one, other), minute) in enumerate(
            zip(ends.tolist(), minutes.tolist(), strict=True)
        ):
            when = START + timedelta(minutes=minute)
            file.write(
                f"From - {when:%a %b %d %H:%M:%S %Y}\nMessage-ID: <m{number}@mail.example>\n"
                f"Date: {when:%a, %d %b %Y %H:%M:%S +0000}\n"
                f"From: {names[one]} <p{one}@mail.example>\n"
                f"To: {names[other]} <p{other}@mail.example>\nCc: {ME}\n\nx\n\n"
            )
