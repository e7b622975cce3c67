"""Import at its edges: odd files, odd owners, odd arguments, each told in plain words."""

from __future__ import annotations

import json
import zipfile
from random import Random

import pytest


def test_a_name_of_two_million_letters_is_cut_and_told(empty, tmp_path):
    file = tmp_path / "phone.vcf"
    name = "Ann " + "x" * 2_000_000
    file.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:ann@example.com\nEND:VCARD\n")
    told = " ".join(empty("import", str(file)).stdout.split())
    assert "1 a text has more than 1,000 characters and is cut there" in told
    (person,) = json.loads(empty("people", "--format", "json").stdout)
    assert person["name"] == name[:1000]
    assert "cut there" not in empty("import", str(file)).stdout


@pytest.mark.parametrize("option", ["--knows", "--met-through"])
@pytest.mark.parametrize("name", ["Maria Lopez", "maria  LOPEZ"])
def test_nobody_knows_just_themselves(empty, option, name):
    result = empty("add", "Maria Lopez", option, name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"netgraph: {option} {name!r} is Maria Lopez again; say somebody else\n"
    assert empty("add", "Maria Lopez").exit_code == 0
    assert empty("add", "Maria Lopez", option, name).exit_code == 1
    assert len(json.loads(empty("people", "--format", "json").stdout)) == 1


def test_somebody_who_is_known_must_have_a_name(empty):
    result = empty("add", "Maria Lopez", "--knows", "Karim Haddad", "--knows", " ")
    assert result.exit_code == 1
    assert "names nobody" in result.stderr
    assert "1,000 are kept" in empty("add", "x" * 1001).stderr


@pytest.mark.parametrize(
    "text",
    [
        "Employer\nNordwind Analytics\nOrbit Foods\n",
        "Company,City\nNordwind Analytics,Port Alder\nOrbit Foods,Turin\n",
        "Organisation,Priority\nNordwind Analytics,A\n",
        "Name,Industry,Priority\nNordwind Analytics,Data,1\n",
    ],
)
def test_a_list_of_employers_is_told_from_one_of_people(empty, tmp_path, text):
    file = tmp_path / "my targets.csv"
    file.write_text(text, encoding="utf-8")
    result = empty("import", str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "netgraph target add --from 'my targets.csv'" in result.stderr
    assert empty("target", "add", "--from", str(file)).exit_code == 0
    (tmp_path / "list.csv").write_text("Name,Circle\nAnn Lee,choir\n", encoding="utf-8")
    assert empty("import", str(tmp_path / "list.csv")).exit_code == 0


def test_a_target_list_among_other_files_is_a_note(empty, sample_data, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "t.csv").write_bytes((sample_data / "targets.csv").read_bytes())
    (tmp_path / "mine" / "list.csv").write_text("Name,Circle\nAnn Lee,choir\n", encoding="utf-8")
    result = empty("import", str(tmp_path / "mine"))
    assert result.exit_code == 0
    assert "netgraph target add --from FILE" in " ".join(result.stdout.split())


def test_of_one_file_that_fails_only_the_error_is_told(empty, tmp_path):
    result = empty("import", str(tmp_path / "no.csv"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"netgraph: {tmp_path}/no.csv: there is no such file or folder\n"
    result = empty("import", str(tmp_path / "no.csv"), str(tmp_path / "nor.csv"))
    assert result.stdout == "2 could not be read; see the messages above.\n"


@pytest.mark.parametrize("data", [b"\n\r\n  \n", b"\xef\xbb\xbf", b"\xff\xfe\r\x00\n\x00"])
def test_a_file_of_blank_lines_is_empty(empty, tmp_path, data):
    (tmp_path / "blank.csv").write_bytes(data)
    result = empty("import", str(tmp_path / "blank.csv"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "empty file: only blank lines" in " ".join(result.stdout.split())


def test_noise_is_no_table(empty, tmp_path):
    for seed in range(30):
        (tmp_path / "noise.bin").write_bytes(Random(seed).randbytes(3000))
        result = empty("import", str(tmp_path / "noise.bin"))
        assert result.stderr == "netgraph: noise.bin: not a format netgraph knows\n"


@pytest.mark.parametrize("length", [60, 250, -30])
@pytest.mark.parametrize("first", ["[Content_Types].xml", "mimetype"])
def test_a_spreadsheet_that_was_cut_off_is_no_archive_of_files(empty, tmp_path, first, length):
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(first, Random(1).randbytes(50))
        book.writestr("xl/worksheets/sheet1.xml", Random(2).randbytes(300))
    path = tmp_path / "list.xlsx"
    path.write_bytes(path.read_bytes()[:length])
    result = empty("import", str(path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("netgraph: list.xlsx: ")
    assert "archive" not in result.stderr
