"""Import at its edges: odd files, odd owners, odd arguments, each told in plain words."""

from __future__ import annotations

import json


def test_a_name_of_two_million_letters_is_cut_and_told(empty, tmp_path):
    file = tmp_path / "phone.vcf"
    name = "Ann " + "x" * 2_000_000
    file.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:ann@example.com\nEND:VCARD\n")
    told = " ".join(empty("import", str(file)).stdout.split())
    assert "1 a text has more than 1,000 characters and is cut there" in told
    (person,) = json.loads(empty("people", "--format", "json").stdout)
    assert person["name"] == name[:1000]
    assert "cut there" not in empty("import", str(file)).stdout
