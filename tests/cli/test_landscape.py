"""``netgraph landscape``: what the network itself knows of a field."""

from __future__ import annotations

import json


def test_the_fields_of_the_targets_are_told_without_a_name(ask):
    shapes = ask("landscape")
    assert [one["field"] for one in shapes] == ["Health-care data", "Hospital", "Clean energy"]
    data = shapes[0]
    known = {one["name"]: one for one in data["knowers"]}
    assert known["Dana Fox"]["now"]
    assert not known["Colin Abernathy"]["now"]
    assert list(known) == ["Dana Fox", "Colin Abernathy"]
    targets = [one["name"] for one in data["employers"] if one["target"]]
    assert set(targets) == {"Nordwind Analytics", "Meridian Care Data", "Aldous Genomics"}
    nobody = "Nobody you know of works at Aldous Genomics, and no chain leads there."
    assert nobody in data["gaps"]
    assert any("Dana Fox knows them" in one["why"] for one in data["key_people"])


def test_an_employer_leads_to_its_field(ask):
    [shape] = ask("landscape", "St. Mary Hospital")
    assert (shape["field"], shape["employer"]) == ("Hospital", "St. Mary Hospital")
    places = {one["name"]: one for one in shape["employers"]}
    assert places["St. Mary Hospital"]["target"]
    assert places["St. Mary Hospital"]["now"] == 0
    assert places["Harbour Clinic"]["now"] == 3
    assert "The only way to St. Mary Hospital leads through Maria Lopez." in shape["gaps"]
    assert {"field": "public sector", "people": 9} in shape["neighbours"]


def test_an_industry_may_be_named_and_an_unknown_one_gets_those_of_the_files(run, ask):
    [shape] = ask("landscape", "logistics")
    assert shape["employers"][0]["name"] == "Pell & Marsh Logistics"
    assert len(shape["knowers"]) > 20
    unknown = run("landscape", "xyzzy")
    assert unknown.exit_code == 1
    assert "fields in your files: logistics" in unknown.stderr


def test_the_table_reads_and_csv_has_a_row_a_person(run):
    shown = run("landscape", "logistics", "--limit", "4").stdout
    assert "more: --limit" in shown
    assert "Fields next to it in which you know people" in shown
    rows = run("landscape", "logistics", "--format", "csv").stdout.splitlines()
    assert rows[0] == "field,name,what,now,band"
    assert len(rows) > 20


def test_whom_i_left_out_of_an_employer_is_not_told_of_there(own):
    own("exclude", "Grace Adeyemi", "--for", "Solstice Grid")
    [shape] = json.loads(own("landscape", "Solstice Grid", "--format", "json").stdout)
    assert "Grace Adeyemi" not in json.dumps(shape)


def test_without_files_nothing_is_known(empty):
    assert "no field yet" in " ".join(
        [empty("target", "list").stdout, empty("profile").stdout, empty("landscape").stdout]
    )
