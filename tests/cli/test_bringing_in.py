"""Import, add, targets, review: what changes the store, and what never does."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing

import pytest


def contents(path):
    """Every row of every imported and decided table, times of import aside."""
    tables = ("card", "interaction", "relation", "reject", "owner", "decision", "target")
    with closing(sqlite3.connect(path)) as database:
        return {
            t: database.execute(f"SELECT * FROM {t} ORDER BY 1, 2, 3").fetchall() for t in tables
        }


def test_importing_twice_changes_nothing(own, sample_data, tmp_path):
    before = contents(tmp_path / "own.db")
    result = own("import", str(sample_data / "mine"), "--format", "json")
    assert result.exit_code == 0
    assert {row["kept"] for row in json.loads(result.stdout)} == {0}
    assert contents(tmp_path / "own.db") == before


def test_every_file_says_what_became_of_it(empty, sample_data):
    rows = json.loads(empty("import", str(sample_data / "mine"), "--format", "json").stdout)
    for row in rows:
        assert row["read"] == row["kept"] + row["merged"] + row["skipped"], row["file"]
        assert bool(row["reasons"]) == bool(row["skipped"]), row["file"]
    assert sum(row["kept"] for row in rows) > 900
    mapping = next(row["columns"] for row in rows if row["file"].endswith("hand_list.csv"))
    assert any("Knows at" in line for line in mapping)


def test_a_bad_file_is_one_line_and_the_others_go_on(empty, sample_data, tmp_path):
    noise = tmp_path / "noise.bin"
    noise.write_bytes(bytes(range(256)) * 40)
    missing = tmp_path / "missing.csv"
    result = empty("import", str(noise), str(missing), str(sample_data / "mine" / "hand_list.csv"))
    assert result.exit_code == 1
    errors = result.stderr.strip().splitlines()
    assert len(errors) == 2
    assert "noise.bin: not a format netgraph knows" in errors[0]
    assert "there is no such file" in errors[1]
    assert "26" in result.stdout


def test_an_empty_file_and_unknown_files_in_a_folder_are_notes(empty, tmp_path):
    folder = tmp_path / "takeout"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    (folder / "empty.csv").write_bytes(b"")
    result = empty("import", str(folder))
    assert result.exit_code == 0
    assert "empty file" in result.stdout
    assert "not a format" in " ".join(result.stdout.split())


def test_the_hairdresser_of_the_readme_opens_the_hospital(empty):
    arguments = [
        "add", "Maria Lopez", "--as", "hairdresser", "--circle", "neighbourhood",
        "--close", "some", "--knows", "Karim Haddad", "--knows-at", "St. Mary Hospital",
    ]  # fmt: skip
    assert "Added Maria Lopez." in empty(*arguments).stdout
    assert "was there already" in empty(*arguments).stdout
    empty("add", "Karim Haddad", "--works-at", "St. Mary Hospital")
    empty("target", "add", "St. Mary Hospital", "--alias", "St Mary's")
    answer = json.loads(empty("paths", "St Mary's", "--format", "json").stdout)
    names = [[person["name"] for person in path["people"]] for path in answer["paths"]]
    assert ["Me", "Maria Lopez", "Karim Haddad"] in names
    summary = json.loads(empty("summary", "--format", "json").stdout)
    assert {"name": "neighbourhood", "people": 1} in summary["areas"]


def test_a_person_without_a_name_is_refused(empty):
    result = empty("add", "   ")
    assert result.exit_code == 1
    assert "a person needs a name" in result.stderr


def test_me_is_said_or_found_and_never_guessed(empty, sample_data):
    google = str(sample_data / "mine" / "google_contacts.csv")
    empty("import", google)
    summary = json.loads(empty("summary", "--format", "json").stdout)
    assert summary["me"]["name"] == "Me"
    empty("import", "--me", "Noor Saldana <noor.saldana@example.org>", google)
    summary = json.loads(empty("summary", "--format", "json").stdout)
    assert summary["me"]["name"] == "Noor Saldana"
    assert "noor.saldana@example.org" in summary["me"]["known_by"]


def test_a_friends_contacts_hang_on_her_not_on_me(own, empty, sample_data):
    mine = json.loads(own("summary", "--format", "json").stdout)
    assert mine["further"] > 50
    empty(
        "import", "--owner", "Dana Fox <dana.fox@example.org>", str(sample_data / "friend_dana.zip")
    )
    alone = json.loads(empty("summary", "--format", "json").stdout)
    assert alone["known"] == 0


@pytest.mark.parametrize("word", ["same", "different"])
def test_a_users_word_outlives_rebuild_and_import(own, sample_data, word):
    asked = json.loads(own("review", "--format", "json").stdout)
    pair = {asked[0]["left"]["id"], asked[0]["right"]["id"]}
    assert own("review", f"--{word}", *pair).exit_code == 0
    own("add", "Somebody New")
    own("import", str(sample_data / "mine" / "phone.vcf"))
    waiting = json.loads(own("review", "--format", "json").stdout)
    assert pair not in [{row["left"]["id"], row["right"]["id"]} for row in waiting]
    assert len(waiting) < len(asked)
    everybody = json.loads(own("people", "--limit", "9999", "--format", "json").stdout)
    left = pair & {row["id"] for row in everybody}
    assert len(left) == (1 if word == "same" else 2)


def test_review_lists_the_questions_and_how_to_settle_them(own):
    waiting = len(json.loads(own("review", "--format", "json").stdout))
    text = own("review", "--list").stdout
    assert f"{waiting} pairs may be one person" in text
    assert "--same A B" in text


def test_targets_are_added_listed_and_removed(empty, sample_data):
    empty("target", "add", "--from", str(sample_data / "targets.csv"))
    empty("target", "add", "Quill", "--domain", "quill.example", "--industry", "software",
          "--city", "Port Alder", "--weight", "2", "--size", "large")  # fmt: skip
    targets = json.loads(empty("target", "list", "--format", "json").stdout)
    assert len(targets) == 7
    assert targets[-1] == {
        "name": "Quill", "aliases": [], "domains": ["quill.example"], "industry": "software",
        "city": "Port Alder", "weight": 2.0, "size": 2000,
    }  # fmt: skip
    assert "2,000" in empty("target", "list").stdout
    assert empty("target", "add", "Quill", "--size", "enormous").exit_code == 1
    assert empty("target", "remove", "quill").exit_code == 0
    result = empty("target", "remove", "Nordwin Analytics")
    assert result.exit_code == 1
    assert "did you mean Nordwind Analytics?" in result.stderr
    assert empty("target", "add").exit_code == 1


def test_a_bare_netgraph_says_the_next_step(empty, own):
    assert "netgraph import FILE" in empty().stdout
    empty("add", "Maria Lopez")
    assert "netgraph target add" in empty().stdout
    text = own().stdout
    assert "6 target employers" in text
    assert "Next: netgraph review" in text


def test_nothing_imported_is_told_with_the_next_step(empty):
    result = empty("bridges")
    assert result.exit_code == 1
    assert "nothing is imported yet" in result.stderr
    assert "netgraph import" in result.stderr


def test_unknown_names_come_with_the_nearest(run):
    result = run("paths", "Nordwind Analytic")
    assert result.exit_code == 1
    assert "did you mean Nordwind Analytics" in result.stderr
    assert run("who", "Nobody Ever Heard").exit_code == 1


@pytest.mark.parametrize("verb", ["paths", "who"])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nordwnd", "Nordwind Analytics"),
        ("Aldous", "Aldous Genomics"),
        ("Heliawork", "Heliaworks Energy"),
    ],
)
def test_a_part_of_a_targets_name_or_a_typing_error_asks_back(run, verb, text, name):
    result = run(verb, text)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"did you mean {name}" in result.stderr


def test_a_mistyped_person_is_suggested_and_what_is_like_nothing_is_an_employer(run):
    result = run("paths", "Grcae")
    assert result.exit_code == 1
    assert "did you mean Grace Adeyemi?" in result.stderr
    assert "netgraph target add 'Grcae'" in result.stderr
    assert "No path on the evidence we have" in run("paths", "Zzyxol").stdout


def test_several_of_a_name_are_told_apart(empty, tmp_path):
    table = tmp_path / "two.csv"
    table.write_text(
        "Name,Email\nJohn Smith,j.smith@example.com\nJohn Smith,smithy@example.org\n",
        encoding="utf-8",
    )
    empty("import", str(table))
    result = empty("paths", "John Smith")
    assert result.exit_code == 1
    assert "j.smith@example.com" in result.stderr
    assert "smithy@example.org" in result.stderr


def test_usage_errors_exit_with_two(run):
    assert run("bridges", "--by", "magic").exit_code == 2
    assert run("summary", "--as-of", "yesterday").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_export_writes_private_files_that_start_no_formula(empty, tmp_path):
    table = tmp_path / "evil.csv"
    table.write_text(
        'Name,Employer\n"=HYPERLINK(""http://evil.example"",""x"")",@SUM(A1)\n', encoding="utf-8"
    )
    assert empty("import", str(table)).exit_code == 0
    out = tmp_path / "out"
    assert empty("export", "-o", str(out)).exit_code == 0
    for file in out.iterdir():
        assert file.stat().st_mode & 0o777 == 0o600
        for line in file.read_text(encoding="utf-8").splitlines():
            for cell in line.split(","):
                assert not cell.strip('"').startswith(("=", "+", "-", "@"))


def test_graphml_and_json_can_be_read_back(run, tmp_path):
    import networkx as nx

    assert run("export", "-o", str(tmp_path / "g.graphml")).exit_code == 0
    graph = nx.read_graphml(tmp_path / "g.graphml")
    assert graph.number_of_nodes() > 300
    assert not any(data.get("me") for _node, data in graph.nodes(data=True))
    assert run("export", "-o", str(tmp_path / "g.json")).exit_code == 0
    shape = json.loads((tmp_path / "g.json").read_text(encoding="utf-8"))
    assert {"people", "ties", "employers", "memberships", "me", "as_of"} <= shape.keys()


def test_explore_writes_one_private_page(own, tmp_path):
    page = tmp_path / "network.html"
    assert own("explore", "-o", str(page)).exit_code == 0
    assert page.stat().st_mode & 0o777 == 0o600
    text = page.read_text(encoding="utf-8")
    assert "Maria Lopez" in text
    assert '<body data-start="tab=paths">' in text
    assert own("explore", "-o", str(page), "--redact", "--view", "map").exit_code == 0
    redacted = page.read_text(encoding="utf-8")
    assert '<body data-start="tab=map">' in redacted
    for name in ("Maria", "Lopez", "Haddad", "Saldana", "noor.saldana", "Quandel"):
        assert name not in redacted
    assert "Nordwind Analytics" in redacted


def test_a_zip_bomb_and_a_climbing_name_do_no_harm(empty, tmp_path):
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.csv", b"a" * (64 * 2**20))
        archive.writestr("../../escaped.csv", "Name,Email\nAda Stone,ada@example.org\n")
    result = empty("import", str(bomb))
    assert result.exit_code == 1
    assert "zip bomb" in result.stderr
    assert not (tmp_path.parent / "escaped.csv").exists()
    people = json.loads(empty("people", "--format", "json").stdout)
    assert [row["name"] for row in people] == ["Ada Stone"]


def test_a_format_can_be_said_and_an_unknown_one_is_told(empty, sample_data):
    table = str(sample_data / "mine" / "hand_list.csv")
    assert empty("import", "--as", "handmade", table).exit_code == 0
    result = empty("import", "--as", "magic", table)
    assert result.exit_code == 1
    assert "no format is called 'magic'; the formats are:" in result.stderr


def test_a_list_of_targets_is_not_taken_for_people(empty, sample_data):
    result = empty("import", str(sample_data / "targets.csv"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "netgraph: targets.csv: a list of employers; add it with: netgraph target add --from "
        "targets.csv\n"
    )


def test_rows_of_a_target_list_that_cannot_be_read_are_told(empty, tmp_path):
    table = tmp_path / "targets.csv"
    table.write_text("employer,city,weight\nAcme,Turin,2\n,Turin,1\n", encoding="utf-8")
    result = empty("target", "add", "--from", str(table))
    assert result.exit_code == 0
    assert "1 target: Acme." in result.stdout
    assert "row 3" in result.stderr
    assert empty("target", "add", "--from", str(tmp_path / "no.csv")).exit_code == 1


def test_an_owner_without_a_name_is_refused(empty, sample_data):
    result = empty("import", "--owner", "  ", str(sample_data / "friend_dana.zip"))
    assert result.exit_code == 1
    assert "write it like" in result.stderr


def test_the_overview_leads_on_step_by_step(empty):
    empty("add", "Maria Lopez", "--close", "well", "--last-contact", "2026-05-04")
    empty("target", "add", "Acme")
    assert "Next: netgraph paths" in empty().stdout


def test_a_friends_export_taken_for_mine_is_told(empty, own, sample_data):
    empty("import", str(sample_data / "mine"), str(sample_data / "friend_dana.zip"))
    text = " ".join(empty("summary").stdout.split())
    assert "Careful: your files also name" in text
    assert "--owner" in text
    assert "Careful" not in own("summary").stdout


def test_an_edited_list_tells_whom_it_no_longer_holds(empty, tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("Name,Circle\nAda Stone,choir\nOtto Vogel,choir\n", encoding="utf-8")
    empty("import", str(table))
    table.write_text("Name,Circle\nAda Stone,choir\n", encoding="utf-8")
    told = " ".join(empty("import", str(table)).stdout.split())
    assert "No longer in people.csv, and so not kept from it: Otto Vogel" in told
    table.write_text("Name,Circle\nEve Marsh,choir\n", encoding="utf-8")
    (row,) = json.loads(empty("import", str(table), "--format", "json").stdout)
    assert row["replaced"]["gone"] == ["Ada Stone"]
    assert row["replaced"]["new"] == 1


def test_numbers_without_a_country_are_of_the_country_that_was_said(empty, tmp_path):
    book, list_ = tmp_path / "book.csv", tmp_path / "list.csv"
    book.write_text("name,phone\nAnn Bee,+44 7700 900123\n", encoding="utf-8")
    list_.write_text("name,phone\nA. Bee,07700 900123\n", encoding="utf-8")
    assert empty("import", str(book), str(list_), "--region", "Xx").exit_code == 1
    told = empty("import", str(book), str(list_), "--region", "Xx").stderr
    assert told == "netgraph: 'Xx' is no country; write its two letters, like DE or US\n"
    empty("import", str(book), str(list_), "--region", "de")
    assert len(json.loads(empty("people", "--format", "json").stdout)) == 2
    empty("import", str(book), "--region", "gb")
    assert len(json.loads(empty("people", "--format", "json").stdout)) == 1


def test_an_empty_me_or_owner_is_refused(empty, sample_data):
    for option in ("--me", "--owner", "--region"):
        result = empty("import", option, "", str(sample_data / "mine" / "hand_list.csv"))
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1


def test_files_outside_any_folder_stand_under_no_slash_of_their_own(empty, tmp_path):
    folder, alone = tmp_path / "mine", tmp_path / "alone.csv"
    folder.mkdir()
    for path in (folder / "list.csv", alone):
        path.write_text(f"Name,Job\n{path.stem.title()} Bee,cook\n", encoding="utf-8")
    lines = empty("import", str(folder), str(alone)).stdout.splitlines()
    assert "mine/" in [line.strip() for line in lines]
    assert "/" not in [line.strip() for line in lines]


MAC_LIST = "Name,Employer\nJürgen Müller,Nordwind\nJosé García,Orbit Foods\n"


def test_a_list_of_excel_for_mac_keeps_its_letters_and_says_how_it_was_read(empty, tmp_path):
    file = tmp_path / "mac.csv"
    file.write_bytes(MAC_LIST.encode("mac_roman"))
    told = " ".join(empty("import", str(file)).stdout.split())
    assert "mac.csv: read as Western European (Mac), going by the letters." in told
    names = {row["name"] for row in json.loads(empty("people", "--format", "json").stdout)}
    assert names == {"Jürgen Müller", "José García"}


def test_doubtful_letters_are_told(empty, tmp_path):
    file = tmp_path / "one.csv"
    file.write_bytes("Name,Employer\nJan Jiřík,Nordwind\nEva Fox,Orbit\n".encode("cp1250"))
    (row,) = json.loads(empty("import", str(file), "--format", "json").stdout)
    assert row["letters"] == {"read_as": "Western European (Windows)", "sure": False}
    file.write_bytes(file.read_bytes() + b"Ann Lee,\n")
    told = " ".join(empty("import", str(file)).stdout.split())
    assert "one.csv: the letters are in doubt" in told
    assert "CSV UTF-8" in told


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_what_goes_without_saying_is_not_said(empty, tmp_path, encoding):
    file = tmp_path / "list.csv"
    file.write_bytes(MAC_LIST.encode(encoding))
    (row,) = json.loads(empty("import", str(file), "--format", "json").stdout)
    assert (row["kept"], row["letters"]) == (2, None)
    names = {row["name"] for row in json.loads(empty("people", "--format", "json").stdout)}
    assert names == {"Jürgen Müller", "José García"}


def test_of_an_archive_that_was_cut_off_the_whole_files_are_read(empty, tmp_path):
    rows = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    rows += "".join(f"Ann{n},Lee{n},,,Nordwind,,03 Jan 2024\n" for n in range(20))
    file = tmp_path / "export.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", rows)
        archive.writestr("messages.csv", "CONVERSATION ID,FROM,TO\n" * 50)
    file.write_bytes(file.read_bytes()[: file.read_bytes().rindex(b"PK\x03\x04") + 50])
    result = empty("import", str(file), "--format", "json")
    assert result.exit_code == 1
    assert {row["file"]: row["kept"] for row in json.loads(result.stdout)}[
        "export.zip/Connections.csv"
    ] == 20
    cut, lost = result.stderr.strip().splitlines()
    assert "this archive is cut off" in cut
    assert "the one file that is whole is read" in cut
    assert lost == "netgraph: export.zip/messages.csv: is cut off and could not be read"
