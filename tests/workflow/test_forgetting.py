"""What is forgotten leaves no byte behind, takes nobody else along, and stays forgotten."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.errors import AmbiguousNameError, NetgraphError, NotFoundError
from netgraph.importers.handmade import HandEntry
from netgraph.model import IdentifierKind, Judgement
from netgraph.store import Store
from netgraph.workflow import add_by_hand, answer, declare_owner, import_paths, resolve
from netgraph.workflow.forgetting import forget, forget_everything, plan_to_forget
from netgraph.workflow.screening import take_back

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
SALT = bytes(range(16))
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\n{}END:VCARD\r\n"
MAIL = """From noor Mon Mar  2 10:00:00 2026
From: {}
To: {}
Date: Mon, 2 Mar 2026 10:00:0{} +0000
Message-ID: <{}@mail.example>

Good morning
"""


def card(name: str, *lines: str) -> str:
    return CARD.format(name, "".join(f"{line}\r\n" for line in lines))


def mail(number: int, sender: str, *to: str) -> str:
    return MAIL.format(sender, ", ".join(to), number, number) + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A life in four files in which Jörg Ünal stands everywhere."""
    made = tmp_path / "mine"
    made.mkdir()
    joerg = card("Jörg Ünal", "EMAIL:joerg.uenal@example.org", "TEL:+44 7700 900321")
    (made / "phone.vcf").write_text(
        joerg + card("Ada Stone", "EMAIL:ada@example.org", "TEL:+44 7700 900322"),
        encoding="utf-8", newline="",
    )  # fmt: skip
    (made / "more.vcf").write_text(
        card("Ada Stone", "EMAIL:ada@example.org", "TEL:+44 7700 900322")
        + card("J. Ünal", "EMAIL:joerg.uenal@example.org"),
        encoding="utf-8", newline="",
    )  # fmt: skip
    (made / "people.csv").write_text(
        "Name,Employer,How close,Knows\nAda Stone,Quandel,well,Jörg Ünal\nOtto Vogel,,some,\n",
        encoding="utf-8",
    )
    noor, ada = "Noor Saldana <noor@example.org>", "Ada Stone <ada@example.org>"
    gone = "=?utf-8?q?J=C3=B6rg_=C3=9Cnal?= <joerg.uenal@example.org>"
    (made / "All mail of Jörg-Ünal.mbox").write_text(
        mail(1, noor, ada, gone)
        + mail(2, gone, noor, ada)
        + mail(3, ada, noor)
        + mail(4, gone, ada),
        encoding="utf-8",
    )  # fmt: skip
    return made


@pytest.fixture
def store(tmp_path, folder):
    with Store.open(tmp_path / "netgraph.db") as store:
        bring(store, folder)
        yield store


def bring(store, *paths, **options):
    return list(import_paths(store, list(paths), now=NOW, **options))


def brought_back(store, path):
    take_back(store, [path])
    return bring(store, path)


def leave(store, text):
    return forget(store, plan_to_forget(store, text), salt=SALT)


def names(store):
    return {person.name for person in resolve(store).people if not person.is_me}


def bytes_beside(path: Path) -> bytes:
    """Everything that stands in the store's folder in files of its name."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))


def spellings(text: str) -> set[bytes]:
    """The bytes that ``text`` can stand as in a file."""
    escaped = json.dumps(text)[1:-1]
    return {
        spelt.encode(encoding)
        for word in (text, escaped, text.lower(), text.upper(), text.replace(" ", ""))
        for spelt in (word, json.dumps(word)[1:-1])
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    }


TRACES = ("Jörg Ünal", "J. Ünal", "joerg.uenal", "900321", "Ünal", "Jörg")


def test_a_person_leaves_no_byte_and_nobody_else_is_lost(store, folder):
    add_by_hand(store, HandEntry(name="Ada Stone", knows=("Jörg Ünal", "Otto Vogel")), now=NOW)
    resolve(store)
    before = bytes_beside(store.path)
    assert all(any(s in before for s in spellings(trace)) for trace in TRACES)
    told = leave(store, "joerg.uenal@example.org")
    assert (told.person.name, told.people) == ("Jörg Ünal", 1)
    after = bytes_beside(store.path)
    assert [trace for trace in TRACES if any(s in after for s in spellings(trace))] == []
    assert names(store) == {"Ada Stone", "Otto Vogel", "Noor Saldana"}
    (entry,) = store.decided.hand_entries()
    assert entry[1]["knows"] == ["Otto Vogel"]


def test_what_others_did_stays_without_the_person(store):
    told = leave(store, "joerg.uenal@example.org")
    assert (told.interactions, told.shortened) == (2, 1)
    left = {
        (i.interaction.sender.value, tuple(p.value for p in i.interaction.participants))
        for i in store.imported.interactions()
    }
    assert left == {
        ("noor@example.org", ("ada@example.org",)),
        ("ada@example.org", ("noor@example.org",)),
    }
    assert [r for r in store.imported.relations() if "nal" in repr(r.relation)] == []


def test_the_name_goes_from_the_name_of_a_file_too(store, tmp_path):
    chat = tmp_path / "Chat with Jörg Ünal.vcf"
    chat.write_text(card("Jörg Ünal", "EMAIL:joerg.uenal@example.org"), encoding="utf-8")
    bring(store, chat)
    leave(store, "joerg.uenal@example.org")
    assert "Chat with somebody.vcf" in {s.file for s, _counts in store.imported.sources()}


def test_a_person_stays_forgotten_whatever_is_imported(store, folder, tmp_path):
    leave(store, "joerg.uenal@example.org")
    everybody = names(store)
    again = tmp_path / "later"
    again.mkdir()
    changed = card("Dr. Joerg Unal", "EMAIL:Joerg.Uenal@Example.org") + card("New Friend")
    (again / "new.vcf").write_text(changed, encoding="utf-8", newline="")
    (again / "by number.vcf").write_text(
        card("Somebody Else", "TEL:0044 7700 900321"), encoding="utf-8", newline=""
    )
    rows = (folder / "people.csv").read_text(encoding="utf-8") + "Eve Marsh,,,Jörg Ünal\n"
    (again / "people.csv").write_text(rows, encoding="utf-8")
    reports = {report.name: report for report in bring(store, again)}
    assert names(store) == {*everybody, "New Friend", "Eve Marsh"}
    for name in ("later/new.vcf", "later/by number.vcf"):
        assert dict(reports[name].counts.reasons) == {"forgotten at your wish": 1}
        assert reports[name].counts.left_out == 1
    assert dict(reports["later/people.csv"].counts.doubts) == {"forgotten at your wish": 2}
    after = bytes_beside(store.path)
    assert [trace for trace in TRACES[:5] if any(s in after for s in spellings(trace))] == []


def test_who_was_forgotten_does_not_come_back_by_a_full_name_in_any_file(store, folder, tmp_path):
    leave(store, "Otto Vogel")
    edited = folder / "people.csv"
    edited.write_text(edited.read_text(encoding="utf-8") + "Eve Marsh,,,\n", encoding="utf-8")
    bring(store, edited)
    other = tmp_path / "choir.csv"
    other.write_text("Name,Circle\nOtto Vogel,choir\nOtto,choir\n", encoding="utf-8")
    bring(store, other)
    assert "Otto Vogel" not in names(store)
    assert {"Eve Marsh", "Otto"} <= names(store)
    # somebody of the name who has an address of his own may be another
    card_file = tmp_path / "otto.vcf"
    card_file.write_text(card("Otto Vogel", "EMAIL:otto@example.org"), encoding="utf-8")
    bring(store, card_file)
    assert "Otto Vogel" in names(store)


def test_a_namesake_whom_nobody_forgot_may_come_by_name(tmp_path):
    both = tmp_path / "both.vcf"
    cards = card("Otto Vogel", "EMAIL:otto@example.org") + card(
        "Otto Vogel", "EMAIL:ov@example.com"
    )
    both.write_text(cards, encoding="utf-8", newline="")
    with Store.open(tmp_path / "netgraph.db") as store:
        bring(store, both)
        leave(store, "otto@example.org")
        by_name = tmp_path / "choir.csv"
        by_name.write_text("Name,Circle\nOtto Vogel,choir\n", encoding="utf-8")
        (report,) = bring(store, by_name)
        assert report.counts.kept == 1


CHAT = "[01.03.26, 10:00:00] Otto: hi\n[01.03.26, 10:01:00] Noor Saldana: hi\n"


@pytest.mark.parametrize("ending", ["", " (1)", " (12)", " copy", " - Copy"])
def test_the_second_copy_of_a_file_brings_nobody_back(tmp_path, ending):
    first, later = tmp_path / "people.csv", tmp_path / f"people{ending}.csv"
    first.write_text("Name,Circle\nOtto,choir\nEve,choir\n", encoding="utf-8")
    with Store.open(tmp_path / "netgraph.db") as store:
        bring(store, first)
        leave(store, "Otto")
        later.write_text("Name,Circle\nOtto,choir\nEve,choir\nIda,choir\n", encoding="utf-8")
        bring(store, later)
        assert "Otto" not in names(store)
        assert "Ida" in names(store)


def test_the_name_of_a_file_does_not_bring_a_name_back(tmp_path):
    chat = tmp_path / "WhatsApp Chat with Otto Vogel.txt"
    chat.write_text(CHAT.replace("Otto", "Otto Vogel"), encoding="utf-8")
    with Store.open(tmp_path / "netgraph.db") as store:
        bring(store, chat)
        leave(store, "Otto Vogel")
        newer = tmp_path / "WhatsApp Chat with Otto Vogel (1).txt"
        newer.write_text(chat.read_text(encoding="utf-8") + CHAT.replace("Otto", "Otto Vogel"),
                         encoding="utf-8")  # fmt: skip
        bring(store, newer)
        assert not any(s in bytes_beside(store.path) for s in spellings("Vogel"))
        files = {source.file for source, _counts in store.imported.sources()}
        assert "WhatsApp Chat with somebody (1).txt" in files


def test_who_shares_a_number_with_the_forgotten_stays(tmp_path):
    both = tmp_path / "family.vcf"
    ann = card("Ann Fenby", "TEL:+44 7700 900400", "EMAIL:ann@example.org")
    omar = card("Omar Fenby", "TEL:+44 7700 900400", "EMAIL:omar@example.org")
    both.write_text(ann + omar, encoding="utf-8", newline="")
    with Store.open(tmp_path / "netgraph.db") as store:
        bring(store, both)
        leave(store, "ann@example.org")
        newer = tmp_path / "newer.vcf"
        again = card("Ann Fenby", "TEL:+44 7700 900400") + card("O. Fenby", "TEL:+44 7700 900400")
        newer.write_text(again, encoding="utf-8", newline="")
        (report,) = bring(store, newer)
        assert (report.counts.kept, report.counts.left_out) == (1, 1)
        assert all("Ann" not in name for p in resolve(store).people for name in p.names)


def test_a_file_goes_with_all_that_stands_in_no_other(store, folder):
    told = leave(store, "mine/more.vcf")
    assert (told.person, told.files, told.elsewhere) == (None, ("mine/more.vcf",), 1)
    assert (told.cards, told.people) == (1, 0)
    files = {stored.card.origin.file for stored in store.imported.cards()}
    assert "mine/more.vcf" not in files
    ada = [s.card for s in store.imported.cards() if "900322" in repr(s.card.identifiers)]
    assert [(c.origin.file, c.origin.place) for c in ada] == [("mine/phone.vcf", "card 2")]
    assert not any(spelt in bytes_beside(store.path) for spelt in spellings("J. Ünal"))
    leave(store, "mine/phone.vcf")
    assert b"900322" not in bytes_beside(store.path)


def test_a_forgotten_file_is_not_read_again_until_asked(store, folder, tmp_path):
    leave(store, "mine/phone.vcf")
    moved = tmp_path / "moved.vcf"
    moved.write_bytes((folder / "phone.vcf").read_bytes())
    for path in (folder / "phone.vcf", moved):
        (report,) = bring(store, path)
        assert report.counts.kept == 0
        assert not report.error
        assert "netgraph import --again" in report.note
    (report,) = brought_back(store, moved)
    assert report.counts.kept + report.counts.merged == 2
    assert "900321" in repr([s.card for s in store.imported.cards()])
    (report,) = bring(store, folder / "phone.vcf")
    assert "imported before" in report.note


@pytest.mark.parametrize("text", ["phone.vcf", "1", "#1", "PATH"])
def test_a_file_is_meant_by_name_number_or_path(store, folder, text):
    numbers = {s.file: s.id for s, _counts in store.imported.sources()}
    text = str(folder / "phone.vcf") if text == "PATH" else text
    text = text.replace("1", str(numbers["mine/phone.vcf"]))
    assert plan_to_forget(store, text).told.files == ("mine/phone.vcf",)


def test_a_folder_or_archive_means_all_that_came_in_it(store):
    assert len(plan_to_forget(store, "mine/").told.sources) == 4
    leave(store, "mine")
    assert store.imported.sources() == ()
    assert names(store) == set()
    after = bytes_beside(store.path)
    assert [w for w in (*TRACES, "Ada", "Otto") if any(s in after for s in spellings(w))] == []


def test_two_files_of_one_name_are_told_apart(store, folder, tmp_path):
    other = tmp_path / "old"
    other.mkdir()
    (other / "phone.vcf").write_text(card("Eve Marsh", "EMAIL:eve@example.org"), encoding="utf-8")
    bring(store, other)
    with pytest.raises(AmbiguousNameError, match="2 files are called") as caught:
        plan_to_forget(store, "phone.vcf")
    assert [line.split()[1] for line in caught.value.candidates] == [
        "mine/phone.vcf",
        "old/phone.vcf",
    ]
    assert plan_to_forget(store, "old/phone.vcf").told.people == 1


def test_two_people_of_a_name_are_told_apart_and_i_am_not_forgotten(store, tmp_path):
    table = tmp_path / "two.csv"
    table.write_text(
        "Name,Email\nJohn Smith,j.smith@example.com\nJohn Smith,smithy@example.net\n",
        encoding="utf-8",
    )
    bring(store, table)
    with pytest.raises(AmbiguousNameError, match="2 people") as caught:
        plan_to_forget(store, "John Smith")
    assert len(caught.value.candidates) == 2
    leave(store, "smithy@example.net")
    assert "John Smith" in names(store)
    bring(store, table)
    (left,) = (p for p in resolve(store).people if p.name == "John Smith")
    emails = [i.value for i in left.identifiers if i.kind is IdentifierKind.EMAIL]
    assert emails == ["j.smith@example.com"]
    declare_owner(store, "Noor Saldana <noor@example.org>", friend=False)
    with pytest.raises(NetgraphError, match="is you"):
        plan_to_forget(store, "noor@example.org")
    with pytest.raises(NotFoundError, match="no file of 'netgraph sources' and nobody"):
        plan_to_forget(store, "Nobody Ever")


def test_words_on_a_person_go_with_them(store):
    people = {person.name: person.id for person in resolve(store).people}
    answer(store, people["Jörg Ünal"], people["Ada Stone"], Judgement.DIFFERENT, now=NOW)
    answer(store, people["Otto Vogel"], people["Ada Stone"], Judgement.DIFFERENT, now=NOW)
    left = {frozenset((d.left, d.right)) for d in store.decided.decisions()}
    person_of = resolve(store).person_of
    joerg = people["Jörg Ünal"]
    cards = [stored.card for stored in store.imported.cards()]
    subjects = {card.subject for card in cards if person_of[card.key] == joerg}
    leave(store, "joerg.uenal@example.org")
    kept = {frozenset((d.left, d.right)) for d in store.decided.decisions()}
    assert kept == {pair for pair in left if pair.isdisjoint(subjects)}
    assert kept < left
    assert kept


def test_a_friend_goes_with_her_files(store, tmp_path):
    friend = tmp_path / "dana.vcf"
    friend.write_text(card("Lea Ortiz", "EMAIL:lea@example.org"), encoding="utf-8", newline="")
    owner = declare_owner(store, "Dana Fox <dana@example.org>", friend=True)
    bring(store, friend, owner=owner.key)
    told = leave(store, "Dana Fox")
    assert [source.file for source in told.sources] == ["dana.vcf"]
    assert "Lea Ortiz" not in names(store)
    assert store.decided.owners() == ()
    after = bytes_beside(store.path)
    assert [
        w for w in ("Dana Fox", "dana@", "Lea", "lea@") if any(s in after for s in spellings(w))
    ] == []


def test_nothing_is_forgotten_while_another_process_uses_the_store(store):
    plan = plan_to_forget(store, "Otto Vogel")
    with Store.open(store.path) as other:
        other.imported.sources()
        with pytest.raises(NetgraphError, match="another netgraph is using it"):
            forget(store, plan, salt=SALT)
    forget(store, plan, salt=SALT)
    assert "Otto Vogel" not in names(store)


def test_everything_goes_with_what_stands_beside_the_store(tmp_path, folder):
    path = tmp_path / "netgraph.db"
    with Store.open(path) as store:
        bring(store, folder)
    other = tmp_path / "netgraph.db.mine"
    other.write_text("a file of the user")
    assert forget_everything(path) == (path,)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine", "netgraph.db.mine"]
    other.write_bytes(bytes(5000))
    with pytest.raises(NetgraphError):
        forget_everything(other)
    assert other.exists()


def test_marks_cannot_be_read_back(store):
    leave(store, "joerg.uenal@example.org")
    assert not store.forgotten.is_empty()
    assert store.forgotten.has("email:joerg.uenal@example.org")
    assert not store.forgotten.has("email:ada@example.org")
    with Store.open(store.path.with_name("other.db")) as other:
        other_salt = bytes(16)
        with other.erasing():
            other.forgotten.remember(["email:joerg.uenal@example.org"], "person", salt=other_salt)
        marks = [
            {row[0] for row in one._database.execute("SELECT slow FROM forgotten")}
            for one in (store, other)
        ]
    assert marks[0].isdisjoint(marks[1])


def test_killed_at_any_instant_all_or_nothing_is_forgotten(tmp_path, sample_data):
    clean = tmp_path / "clean.db"
    command = [sys.executable, "-m", "netgraph", "--store"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    imported = [*command, str(clean), "import", str(sample_data / "mine")]
    assert subprocess.run(imported, check=False, **quiet).returncode == 0
    with Store.open(clean) as store:
        resolve(store)
    began = time.monotonic()
    copy = tmp_path / "whole.db"
    copy.write_bytes(clean.read_bytes())
    gone = ["forget", "Maria Lopez", "--yes"]
    assert subprocess.run([*command, str(copy), *gone], check=False, **quiet).returncode == 0
    whole = time.monotonic() - began
    draw, seen = random.Random(7), set()
    for trial in range(12):
        path = tmp_path / f"killed{trial}.db"
        path.write_bytes(clean.read_bytes())
        process = subprocess.Popen([*command, str(path), *gone], **quiet)
        time.sleep(draw.uniform(0.3, 1.0) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        with Store.open(path) as store:
            found = "Maria Lopez" in names(store)
            cards = len(store.imported.cards())
        left = bytes_beside(path)
        assert (b"Maria Lopez" in left) == found
        assert (b"maria.lopez" in left) <= found
        seen.add((found, cards))
        assert subprocess.run([*command, str(path), *gone], check=False, **quiet).returncode in {
            0,
            1,
        }
        assert b"Maria Lopez" not in bytes_beside(path)
    assert len(seen) <= 2
