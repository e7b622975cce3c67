"""``netgraph check`` reads a file or standard input, and never fails on what it finds."""

from __future__ import annotations

import json
import time

import pytest

BAD = "Hi Jane, I'd love to pick your brain. Let me know of any openings. Cheers, Tom"


def test_findings_have_a_phrase_a_reason_and_a_better_way_and_are_no_error(empty, tmp_path):
    path = tmp_path / "message.txt"
    path.write_text(BAD, encoding="utf-8")
    shown = empty("check", str(path), "--format", "json")
    assert shown.exit_code == 0
    shape = json.loads(shown.stdout)
    assert list(shape) == ["findings"]
    assert all(list(one) == ["phrase", "why", "better"] for one in shape["findings"])
    phrases = [one["phrase"] for one in shape["findings"]]
    assert phrases[:2] == ["pick your brain", "know of any openings"]
    table = empty("check", str(path)).stdout
    assert "“pick your brain”" in table
    assert "better" in table
    rows = empty("check", str(path), "--format", "csv").stdout.splitlines()
    assert rows[0] == "phrase,why,better"
    assert len(rows) > len(phrases)


def test_standard_input_is_read(empty):
    shown = empty("check", "-", "--format", "json", input=BAD)
    assert json.loads(shown.stdout)["findings"][0]["phrase"] == "pick your brain"


def test_a_good_message_has_none_and_its_blanks_are_listed(empty):
    text = (
        "Dear Ann, I am moving into care and would like to ask you two things about [your field]. "
        "I will phone on Tuesday; a line is enough if you would rather not."
    )
    assert json.loads(empty("check", "-", "--format", "json", input=text).stdout) == {
        "findings": []
    }
    shown = empty("check", "-", input=text).stdout
    assert shown.startswith("Nothing vague or burdensome found.")
    assert "Still to be filled in: [your field]" in shown


def test_other_encodings_are_read_and_a_missing_file_is_one_line(empty, tmp_path):
    for encoding in ("utf-16", "cp1252", "utf-8-sig"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(BAD.replace("'", "’").encode(encoding))
        found = json.loads(empty("check", str(path), "--format", "json").stdout)["findings"]
        assert found[0]["phrase"] == "pick your brain"
    gone = empty("check", str(tmp_path / "none.txt"))
    assert (gone.exit_code, gone.stderr.count("\n")) == (1, 1)
    assert empty("check", str(tmp_path)).exit_code == 1


def test_what_is_no_message_is_refused_in_one_line(empty, tmp_path):
    long, binary = tmp_path / "long.txt", tmp_path / "letter.docx"
    long.write_bytes(b"a" * 100_001)
    binary.write_bytes(b"PK\x03\x04\x14\x00\x06\x00 letter")
    for path, why in ((long, "too long for a message"), (binary, "not plain text")):
        refused = empty("check", str(path))
        assert refused.exit_code == 1
        assert refused.output.count("\n") == 1
        assert why in refused.output
    just = tmp_path / "just.txt"
    just.write_bytes(b"any thoughts " * 7_692)
    assert empty("check", str(just)).exit_code == 0


@pytest.mark.parametrize("noise", ["a", "any ", "\n", "- ", "?", "https://", "not a job "])
def test_noise_as_long_as_may_be_is_read_at_once(empty, noise):
    start = time.process_time()
    assert empty("check", "-", input=noise * (100_000 // len(noise))).exit_code == 0
    assert time.process_time() - start < 20
