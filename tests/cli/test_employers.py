"""``employers`` and ``employer``: what organisations are called, and the user's word on it."""

from __future__ import annotations

import json

LONG, SHORT = "Pell & Marsh Logistics", "Pell & Marsh"


def named(result):
    return {row["name"]: row for row in json.loads(result.stdout)}


def test_every_employer_says_how_many_are_there_and_why_it_is_one(ask):
    rows = {row["name"]: row for row in ask("employers", "--limit", "1000")}
    brightwater = rows["Brightwater Stores Ltd"]
    assert brightwater["now"] > 0
    assert {"text": "Brightwater Stores", "reason": "the same but for the legal form"} in (
        brightwater["why"]
    )
    counts = [row["now"] + row["formerly"] for row in rows.values()]
    assert counts == sorted(counts, reverse=True)


def test_why_is_told_line_by_line(run):
    told = run("employers", "brightwater", "--why").stdout
    assert "Brightwater Stores: the same but for the legal form" in told


def test_a_text_that_no_employer_holds_says_what_to_do(run):
    assert "0 organisations for 'zzz'" in run("employers", "zzz").stdout


def test_another_name_joins_two_and_the_last_word_counts(own):
    before = named(own("employers", "pell", "--format", "json"))
    assert {LONG, SHORT} <= before.keys()
    assert own("employer", "alias", SHORT, LONG).exit_code == 0
    joined = named(own("employers", "pell", "--format", "json"))
    assert SHORT not in joined
    assert joined[LONG]["now"] >= max(before[LONG]["now"], before[SHORT]["now"])
    assert {"text": SHORT, "reason": "you said so"} in joined[LONG]["why"]
    assert own("employer", "split", LONG, SHORT).exit_code == 0
    assert named(own("employers", "pell", "--format", "json")) == before


def test_what_is_written_almost_alike_can_be_split_and_joined_again(own):
    names = ("Brightwater Stores", "Brightwater Stores Ltd")
    before = named(own("employers", "brightwater", "--format", "json"))
    own("employer", "split", *names)
    apart = named(own("employers", "brightwater", "--format", "json"))
    assert set(names) <= apart.keys()
    assert own("who", names[0], "--format", "json").stdout != (
        own("who", names[1], "--format", "json").stdout
    )
    own("employer", "alias", *names)
    assert named(own("employers", "brightwater", "--format", "json")).keys() == before.keys()


def test_what_is_no_employer_or_unknown_is_told_in_one_line(own):
    for arguments, said in (
        (("alias", "Freelance", SHORT), "does not name one employer"),
        (("alias", "Pell", "No Such Firm"), "no employer is called"),
        (("split", SHORT, "Pell and Marsh"), "written alike"),
        (("alias", "Brightwater Stores", "Brightwater Stores Ltd"), "one employer already"),
    ):
        result = own("employer", *arguments)
        assert result.exit_code == 1
        assert said in result.stderr
        assert result.stderr.count("\n") == 1


def test_a_table_of_my_own_gives_names_parents_and_sizes(own, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        f"name,aliases,parent,size\n{LONG},{SHORT},Ironbridge Games,large\n", encoding="utf-8"
    )
    assert own("employer", "table", str(path)).exit_code == 0
    row = named(own("employers", "pell", "--format", "json"))[LONG]
    assert (row["parent"], row["size"]) == ("Ironbridge Games", 2000)
    assert {"text": SHORT, "reason": "another name of it, well known"} in row["why"]


def test_a_wrong_table_leaves_everything_as_it_was(own, tmp_path):
    path = tmp_path / "mine.csv"
    before = own("employers", "--format", "json").stdout
    for text, said in (
        ("employer\nAcme\n", "column 'employer' is unknown"),
        ("aliases\nAcme\n", "no column 'name'"),
        ("name,size\nAcme,huge\n", "size 'huge'"),
        ("name\nAcme\nFreelance\n", "'Freelance' does not name one employer"),
    ):
        path.write_text(text, encoding="utf-8")
        result = own("employer", "table", str(path))
        assert result.exit_code == 1
        assert said in result.stderr
    assert own("employers", "--format", "json").stdout == before
