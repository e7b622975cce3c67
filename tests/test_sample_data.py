"""The sample data: invented, the same on every machine, and true to its own story."""

from __future__ import annotations

import csv
import io
import mailbox
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph import workflow
from netgraph.analyse.reach import reach
from netgraph.store import Store

FOLDER = Path(__file__).resolve().parent.parent / "sample_data"
LINKEDIN = "mine/Basic_LinkedInDataExport_11-02-2026.zip"
MADE = ("mine", "truth", "friend_dana.zip", "targets.csv")
ADDRESS = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[\w-]+)")
EXAMPLE = re.compile(r"(?:[\w-]+\.)+example|example\.(?:org|com|net)")
PHONE = re.compile(r"\+[1-9][\d ()-]{7,}")
RESERVED = re.compile(r"\+447700900\d{3}|\+1\d{3}55501\d{2}")
HOST = re.compile(r"https?\\?://([^/\s\"<>]+)")


def made_files() -> dict[str, bytes]:
    """Every generated file by its path below ``sample_data``."""
    paths = [path for name in MADE for path in (FOLDER / name, *(FOLDER / name).rglob("*"))]
    return {p.relative_to(FOLDER).as_posix(): p.read_bytes() for p in paths if p.is_file()}


def texts() -> dict[str, str]:
    """The same as text, zips unpacked in memory, folded calendar lines joined."""
    found = {}
    for name, data in made_files().items():
        if name.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for member in archive.namelist():
                    found[f"{name}/{member}"] = archive.read(member).decode()
        else:
            found[name] = data.decode().replace("\r\n ", "")
    return found


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of the truth (or of the targets)."""
    return list(csv.DictReader(io.StringIO((FOLDER / name).read_text(encoding="utf-8"))))


@pytest.fixture(scope="module")
def everything() -> dict[str, str]:
    return texts()


def test_running_the_generator_again_gives_the_same_bytes(tmp_path: Path) -> None:
    script = FOLDER / "generate.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    again = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }
    assert again == made_files()


def test_all_of_it_is_less_than_a_megabyte() -> None:
    assert sum(len(data) for data in made_files().values()) < 1_000_000


def test_every_address_is_at_an_example_domain(everything: dict[str, str]) -> None:
    domains = {
        match[1] for text in everything.values() for match in ADDRESS.finditer(text.casefold())
    }
    assert len(domains) > 10
    assert [domain for domain in domains if not EXAMPLE.fullmatch(domain)] == []


def test_every_telephone_number_is_reserved_for_fiction(everything: dict[str, str]) -> None:
    numbers = {
        re.sub(r"\D", "", match[0])
        for text in everything.values()
        for match in PHONE.finditer(text)
    }
    assert len(numbers) > 50
    assert [number for number in numbers if not RESERVED.fullmatch(f"+{number}")] == []
    telephone_lines = re.findall(r"^TEL.*", everything["mine/phone.vcf"], re.MULTILINE)
    assert all(PHONE.search(line) for line in telephone_lines)


def test_every_link_leads_to_an_invented_profile(everything: dict[str, str]) -> None:
    for name, text in everything.items():
        for host in HOST.findall(text):
            assert host == "www.linkedin.com" or EXAMPLE.fullmatch(host), name
    slugs = {
        match
        for text in everything.values()
        for match in re.findall(r"linkedin\.com/in/(\S+)", text)
    }
    assert all("-example" in slug for slug in slugs)


def test_nothing_happens_after_the_story_ends(everything: dict[str, str]) -> None:
    sent = re.findall(r"^Date: \w+, (\d+) (\w+) (\d+)", everything["mine/mail/All mail.mbox"], re.M)
    assert {int(year) for _, _, year in sent} <= set(range(2014, 2027))
    assert not [day for day, month, year in sent if (month, year) == ("Dec", "2026")]
    started = re.findall(r"DTSTART\S*:(\d{8})", everything["mine/calendar.ics"])
    assert max(started) < "20261115"
    assert max(re.findall(r"\"(20\d\d-\d\d-\d\d) ", everything[f"{LINKEDIN}/messages.csv"])) < (
        "2026-11-03"
    )


def test_about_three_hundred_and_fifty_people_each_in_some_file() -> None:
    people = {row["person"] for row in rows("truth/people.csv")}
    cards = rows("truth/cards.csv")
    assert 300 <= len(people) <= 400
    assert {card["person"] for card in cards} == people
    assert {card["file"] for card in cards} <= set(texts())


def test_every_card_of_the_truth_stands_in_its_file(everything: dict[str, str]) -> None:
    missing = [
        card
        for card in rows("truth/cards.csv")
        if card["identifier"] not in everything[card["file"]]
        and card["identifier"].replace(" ", "") not in everything[card["file"]]
    ]
    assert missing == []


def test_many_people_stand_in_several_files_and_some_share_a_name() -> None:
    files: dict[str, set[str]] = {}
    for card in rows("truth/cards.csv"):
        files.setdefault(card["person"], set()).add(card["file"])
    assert sum(len(seen) >= 2 for seen in files.values()) > 120
    names = [row["true_name"] for row in rows("truth/people.csv")]
    assert {name for name in names if names.count(name) > 1} == {"James Carter", "Sara Ahmed"}


def test_ties_join_two_people_of_the_world_once() -> None:
    people = {row["person"] for row in rows("truth/people.csv")}
    ties = rows("truth/ties.csv")
    pairs = [(tie["left"], tie["right"]) for tie in ties]
    assert len(set(pairs)) == len(pairs) > 500
    assert all(left < right for left, right in pairs)
    assert {person for pair in pairs for person in pair} <= people
    assert {tie["closeness"] for tie in ties} == {"well", "some", "barely"}


def test_the_six_targets_have_the_answers_the_story_tells() -> None:
    answers = rows("truth/answers.csv")
    employers = {row["person"]: row["true_employer"] for row in rows("truth/people.csv")}
    ties = {(tie["left"], tie["right"]) for tie in rows("truth/ties.csv")}
    assert [row["name"] for row in rows("targets.csv")] == [row["target"] for row in answers]
    assert [row["state"] for row in answers] == [
        "bridge", "bridge", "bridge", "direct", "bridge", "none",
    ]  # fmt: skip
    for answer in answers:
        first, inside = (list(filter(None, answer[key].split(";"))) for key in ("first", "inside"))
        word = answer["target"].split()[0]
        assert all(employers[person].startswith(word) for person in inside)
        assert all(tuple(sorted(("noor", person))) in ties for person in first)
        if answer["state"] == "bridge":
            pairs = {tuple(sorted((one, other))) for one in first for other in inside}
            assert pairs & ties
            assert not {tuple(sorted(("noor", person))) for person in inside} & ties


def test_names_that_only_look_like_a_target_are_among_the_contacts(
    everything: dict[str, str],
) -> None:
    connections = everything[f"{LINKEDIN}/Connections.csv"]
    for trap in ("Nordwind Bakery", "St. Mary School", "Solstice Yoga Studio", "Meridian Cycles"):
        assert trap in connections
    assert "Aldous Road Garage" in everything["mine/hand_list.csv"]


def test_the_linkedin_export_is_of_the_newest_kind(everything: dict[str, str]) -> None:
    connections = everything[f"{LINKEDIN}/Connections.csv"]
    assert connections.startswith("Notes:\n")
    table = list(csv.DictReader(io.StringIO(connections.split("\n\n", 1)[1])))
    hidden = [row for row in table if not row["First Name"]]
    assert 180 <= len(table) <= 210
    assert len(hidden) == 8
    assert all(row["Connected On"] for row in table)
    assert everything[f"{LINKEDIN}/messages.csv"].startswith('"CONVERSATION ID","CONVERSATION')


def test_the_mailbox_has_people_machines_and_introductions() -> None:
    box = mailbox.mbox(str(FOLDER / "mine/mail/All mail.mbox"), create=False)
    try:
        messages = list(box)
    finally:
        box.close()
    assert 380 <= len(messages) <= 480
    assert len({message["Message-ID"] for message in messages}) == len(messages)
    assert sum("Precedence" in message for message in messages) > 40
    assert sum("Introduction:" in str(message["Subject"]) for message in messages) >= 5
    mine = [m for m in messages if "noor.saldana@example.org" in str(m["From"])]
    assert len(mine) > 60
    parents = {m["In-Reply-To"] for m in messages if m["In-Reply-To"]}
    assert parents <= {m["Message-ID"] for m in messages}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with Noor's files, Dana's export and the targets."""
    now = datetime(2026, 11, 15, tzinfo=UTC)
    with Store.open(tmp_path_factory.mktemp("noor") / "noor.db") as store:
        reports = list(workflow.import_paths(store, [FOLDER / "mine"], now=now))
        dana = workflow.declare_owner(store, "Dana Fox <dana.fox@example.org>", friend=True)
        friends = [FOLDER / "friend_dana.zip"]
        reports += workflow.import_paths(store, friends, now=now, owner=dana.key)
        workflow.import_targets(store, FOLDER / "targets.csv")
        assert [report.error for report in reports if report.error] == []
        yield store


def test_netgraph_finds_the_answers_of_the_story(imported: Store) -> None:
    graph = workflow.load_graph(imported, datetime(2026, 11, 15, tzinfo=UTC))
    names = {row["person"]: row["true_name"] for row in rows("truth/people.csv")}
    found = {row.target: row for row in reach(graph).targets}
    states = {"direct": "direct", "bridge": "through bridges", "none": "not reached"}
    for answer in rows("truth/answers.csv"):
        row = found[answer["target"]]
        assert row.state == states[answer["state"]], answer
        expected = [names[key] for key in answer["first"].split(";") if key]
        asked = [name for _, name in row.through]
        assert asked[:1] == expected[:1]
        assert set(expected) <= set(asked)


def test_the_hairdresser_is_the_only_way_into_the_hospital(imported: Store) -> None:
    graph = workflow.load_graph(imported, datetime(2026, 11, 15, tzinfo=UTC))
    hospital = next(row for row in reach(graph).targets if row.target == "St. Mary Hospital")
    assert [name for _, name in hospital.through] == ["Maria Lopez"]
    assert hospital.best is not None
    assert [name for _, name in hospital.best.people] == [
        "Noor Saldana", "Maria Lopez", "Karim Haddad",
    ]  # fmt: skip


def test_no_two_people_of_the_world_become_one(imported: Store) -> None:
    resolution = workflow.resolve(imported)
    truth = {
        (card["file"].rsplit("/", 1)[-1], card["identifier"].replace(" ", "")): card["person"]
        for card in rows("truth/cards.csv")
    }
    mixed = []
    people_of: dict[str, set[str]] = {}
    for person in resolution.people:
        files = {file.rsplit("/", 1)[-1] for file in person.files}
        values = {identifier.value.replace(" ", "") for identifier in person.identifiers}
        real = {truth[file, value] for file in files for value in values if (file, value) in truth}
        if len(real) > 1:
            mixed.append((person.name, real))
        for one in real:
            people_of.setdefault(one, set()).add(person.id)
    whole = sum(len(ids) == 1 for ids in people_of.values())
    assert mixed == []
    assert whole > 0.9 * len(people_of)
