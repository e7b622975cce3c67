"""What the user says later joins what is known, and never makes a second one unasked."""

from __future__ import annotations

import csv
import io
import json

import pytest


def people(run, text=""):
    arguments = ["people", text] if text else ["people"]
    return json.loads(run(*arguments, "--format", "json").stdout)


def test_closeness_is_said_of_somebody_who_is_there(own):
    [before] = people(own, "Grace Adeyemi")
    result = own("add", "Grace Adeyemi", "--close", "barely")
    assert "Noted about Grace Adeyemi, whom you have already." in result.stdout
    [after] = people(own, "Grace Adeyemi")
    assert after["strength"] == pytest.approx(0.2)
    assert before["strength"] > 0.5


@pytest.mark.parametrize("way", ["address", "id", "shown id"])
def test_a_person_is_meant_by_address_or_id_too(own, way):
    [grace] = people(own, "Grace Adeyemi")
    address = next(i["value"] for i in grace["identifiers"] if i["kind"] == "email")
    meant = {"address": address, "id": grace["id"], "shown id": grace["id"][:8]}[way]
    own("add", meant, "--circle", "allotment")
    [after] = people(own, "Grace Adeyemi")
    assert "circle:allotment" in after["labels"]


def test_two_of_a_name_are_made_only_on_demand_and_stay_two(empty):
    empty("add", "Maria Lopez", "--as", "hairdresser")
    empty("add", "Maria Lopez", "--close", "well")
    assert len(people(empty)) == 1
    refused = empty("add", "Maria Lopez", "--new")
    assert refused.exit_code == 1
    assert "tells two people called 'Maria Lopez' apart" in refused.stderr
    empty("add", "Maria Lopez", "--new", "--email", "maria@example.org")
    assert len(people(empty)) == 2
    asked = empty("add", "Maria Lopez", "--close", "some")
    assert asked.exit_code == 1
    assert "maria@example.org" in asked.stderr
    empty("add", "maria@example.org", "--close", "barely")
    assert sorted(row["strength"] for row in people(empty)) == [0.2, 0.8]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--email", "notanemail"),
        ("--phone", "abc"),
        ("--profile", "not a link"),
        ("--last-contact", "2999-01-01"),
    ],
)
def test_what_cannot_be_meant_is_refused(empty, option, value):
    result = empty("add", "Ada Stone", option, value)
    assert result.exit_code == 1
    assert result.stderr.startswith("netgraph: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_target_keeps_what_is_known_of_it(empty):
    empty("target", "add", "Nordwind Analytics", "--alias", "Nordwind", "--city", "Port Alder",
          "--size", "120")  # fmt: skip
    empty("target", "add", "Nordwind", "--domain", "nordwind.example", "--weight", "2")
    [target] = json.loads(empty("target", "list", "--format", "json").stdout)
    assert target == {
        "name": "Nordwind Analytics",
        "aliases": ["Nordwind"],
        "domains": ["nordwind.example"],
        "industry": "",
        "city": "Port Alder",
        "weight": 2.0,
        "size": 120,
    }
    assert "exactly so" in empty("target", "add", "Nordwind").stdout
    assert empty("target", "add", "Acme", "--domain", "not a domain").exit_code == 1


def test_a_part_of_a_word_is_not_a_name(run):
    answer = json.loads(run("paths", "Dana", "--format", "json").stdout)
    assert answer["target"] == "Dana Fox"


def test_one_person_is_not_reviewed_against_themselves(own):
    result = own("review", "--same", "Grace Adeyemi", "Grace Adeyemi")
    assert result.exit_code == 1
    assert "one person already" in result.stderr


def test_a_mistaken_same_is_answered_with_how_to_take_it_back(own):
    own("review", "--same", "Grace Adeyemi", "Ilse Quandel")
    result = own("review", "--different", "Grace Adeyemi", "Ilse Quandel")
    assert result.exit_code == 1
    person = result.stderr.split("netgraph split ")[1].strip()
    assert "Grace" in own("split", person).stdout
    assert "Ilse Quandel" in own("split", person).stdout


def test_a_mistyped_verb_is_answered_with_the_nearest(run):
    result = run("bridge")
    assert result.exit_code == 2
    assert "did you mean bridges?" in result.stderr


def test_csv_rows_hold_what_the_answer_holds(run):
    rows = list(csv.DictReader(io.StringIO(run("paths", "--format", "csv").stdout)))
    hospital = next(row for row in rows if row["target"] == "St. Mary Hospital")
    assert hospital["path"] == "Noor Saldana → Maria Lopez → Karim Haddad"
    assert "hand_list.csv, row" in hospital["evidence"]
    assert next(row for row in rows if row["target"] == "Aldous Genomics")["path"] == ""
    [maria] = csv.DictReader(io.StringIO(run("people", "maria lopez", "--format", "csv").stdout))
    assert "maria.lopez@example.net" in maria["identifiers"]
    reach = list(csv.DictReader(io.StringIO(run("reach", "--format", "csv").stdout)))
    assert reach[0]["best"].startswith("Noor Saldana → ")


def test_an_export_says_what_the_file_holds(run, tmp_path):
    import networkx as nx

    told = json.loads(run("export", "-o", str(tmp_path / "g.graphml"), "--format", "json").stdout)
    graph = nx.read_graphml(tmp_path / "g.graphml")
    assert (told["people"], told["ties"]) == (graph.number_of_nodes(), graph.number_of_edges())
    assert run("export", "-o", str(tmp_path / "g.xlsx")).exit_code == 1
    missing = run("export", "-o", str(tmp_path / "no" / "g.json"))
    assert missing.exit_code == 1
    assert "cannot write" in missing.stderr


def test_csv_is_two_files_in_a_folder_and_never_one_called_so(run, tmp_path):
    result = run("export", "-o", str(tmp_path / "contacts.csv"))
    assert result.exit_code == 1
    assert "csv is two files, people.csv and ties.csv, in a folder" in result.stderr
    assert list(tmp_path.iterdir()) == []
    said = result.stderr.split("netgraph ")[1].split()
    assert run(*said).exit_code == 0
    assert {file.name for file in (tmp_path / "contacts").iterdir()} == {"people.csv", "ties.csv"}
    taken = tmp_path / "taken"
    taken.write_text("mine", "utf-8")
    result = run("export", "-o", str(taken), "--to", "csv")
    assert result.exit_code == 1
    assert taken.read_text("utf-8") == "mine"
    assert f"-o {taken}-csv" in result.stderr


def test_what_was_kept_is_not_counted_as_skipped(empty, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text("Name,Email,Last spoke\nAda Stone,ada@example.org,3/4/2025\n", "utf-8")
    [row] = json.loads(empty("import", str(table), "--format", "json").stdout)
    assert (row["kept"], row["skipped"], row["reasons"]) == (1, 0, [])
    assert len(row["doubts"]) == 1


def test_the_last_word_on_closeness_counts_even_when_it_was_said_before(empty):
    for word in ("some", "barely", "some"):
        empty("add", "Maria Lopez", "--close", word)
    assert people(empty)[0]["strength"] == pytest.approx(0.5)
    assert "exactly so" in empty("add", "Maria Lopez", "--close", "some").stdout


def test_a_name_that_is_no_employer_is_no_target(empty, tmp_path):
    for name in ("Inc", "Confidential", "self-employed"):
        assert empty("target", "add", name).exit_code == 1
    assert empty("target", "add", "Acme", "--alias", "Inc.").exit_code == 1
    table = tmp_path / "targets.csv"
    table.write_text(
        'employer,aliases\n"Baker, Mills and Partners LLP","Baker, Mills LLP; BMP"\nInc,\n', "utf-8"
    )
    result = empty("target", "add", "--from", str(table))
    [target] = json.loads(empty("target", "list", "--format", "json").stdout)
    assert target["aliases"] == ["Baker, Mills LLP", "BMP"]
    assert "'Inc' does not name one employer" in result.stderr


def test_an_employer_nobody_names_is_no_error_but_no_path(run):
    result = run("paths", "Zqx Turbines Worldwide", "--format", "json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer["paths"] == []
    assert answer["suggestions"]


def test_not_knowing_who_i_am_is_the_next_step(empty, sample_data):
    empty("import", str(sample_data / "mine" / "google_contacts.csv"))
    assert "netgraph import --me" in empty().stdout
    assert "does not know who you are yet" in empty("summary").stdout


def test_who_i_am_can_be_said_without_any_file(empty):
    empty("add", "Maria Lopez", "--as", "hairdresser", "--close", "some")
    told = " ".join(empty("summary").stdout.split())
    assert "Tell it with: netgraph import --me 'NAME <ADDRESS>' By area" in told
    result = empty("import", "--me", "Noor  Saldana <noor@example.org>", "--region", "de")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Numbers without a country code are read as those of DE.",
        "You are Noor Saldana · noor@example.org.",
    ]
    assert "You are Noor Saldana (noor@example.org)" in empty("summary").stdout
    assert json.loads(empty("import", "--me", "Noor Saldana", "--format", "json").stdout) == []


def test_one_person_in_reach_is_one(empty):
    empty("add", "Maria Lopez", "--close", "some", "--knows", "Karim Haddad")
    assert "Through them, 1 more is in reach." in empty("summary").stdout


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--owner", "Dana Fox <dana@example.org>"),
        ("--me", "Noor Saldana", "--as", "vcard"),
        ("--me", "Noor Saldana", "--again"),
    ],
)
def test_what_is_about_files_needs_some(empty, tmp_path, options):
    result = empty("import", *options)
    assert result.exit_code == 2
    assert "name the files to read: netgraph import PATHS..." in result.stderr
    assert not (tmp_path / "new" / "netgraph.db").exists()


def test_my_own_word_stands_above_a_friends_list(empty, tmp_path):
    empty("add", "Dana Fox", "--email", "dana.fox@example.org", "--close", "barely")
    mine = tmp_path / "mine.csv"
    mine.write_text("Name,Email\nIlse Quandel,ilse@example.org\n", "utf-8")
    empty("import", "--me", "Noor Saldana <noor.saldana@example.org>", str(mine))
    hers = tmp_path / "hers.csv"
    hers.write_text("Name,Email,Closeness\nNoor Saldana,noor.saldana@example.org,well\n", "utf-8")
    assert empty("import", "--owner", "Dana Fox <dana.fox@example.org>", str(hers)).exit_code == 0
    answer = json.loads(empty("paths", "Dana Fox", "--format", "json").stdout)
    [tie] = answer["paths"][0]["ties"]
    assert tie["strength"] == pytest.approx(0.2)
    said = {e["text"].split(",")[0] for e in tie["evidence"] if "how close" in e["text"]}
    assert said == {"you said how close: barely", "said how close: well"}
