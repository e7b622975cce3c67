"""Write the sample data: the address books, mailbox and calendar of Noor Saldana.

``python sample_data/generate.py [FOLDER]`` rewrites ``mine/``, ``friend_dana.zip``,
``targets.csv`` and ``truth/`` in FOLDER (by default beside this script). Every run gives the
same bytes: one seed, fixed dates, no clock. Everybody in it is invented.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from _world import addressbooks, diary, exports, letters, phone, truth
from _world.crowd import everybody

SEED = 20261115


def world() -> dict[str, bytes]:
    """Every file of the sample data by its path below the folder."""
    # Each part has a generator of its own, so that a change in one leaves the others alone.
    people = {person.id: person for person in everybody(random.Random(SEED))}
    known = {
        source: [person for person in people.values() if source in person.sources]
        for source in ("google", "phone")
    }
    mbox = letters.mailbox(people, random.Random(SEED + 1))
    ics = diary.calendar(people)
    texts = {
        "mine/google_contacts.csv": addressbooks.google(known["google"]),
        "mine/phone.vcf": phone.address_book(known["phone"]),
        truth.MBOX: mbox,
        "mine/calendar.ics": ics,
        "mine/hand_list.csv": addressbooks.hand_list(people),
        "targets.csv": addressbooks.targets(),
        "truth/people.csv": truth.people_table(people),
        "truth/cards.csv": truth.cards_table(people, mbox, ics),
        "truth/ties.csv": truth.ties_table(people),
        "truth/answers.csv": truth.answers_table(),
    }
    files = {name: text.encode() for name, text in texts.items()}
    files[truth.LINKEDIN_ZIP] = exports.noors(people, random.Random(SEED + 2))
    files["friend_dana.zip"] = exports.danas(people, random.Random(SEED + 3))
    return files


def main(folder: Path) -> None:
    """Write every file below ``folder``."""
    for name, data in sorted(world().items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(f"{len(data):>9,} bytes  {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
