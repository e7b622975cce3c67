"""``netgraph quiet`` and ``netgraph give``."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result


def test_silent_ties_come_with_a_reason_to_write(own: Callable[..., Result]) -> None:
    found = json.loads(own("quiet", "--format", "json", "--limit", "500").stdout)
    assert len(found) > 10
    assert set(found[0]) == {"id", "name", "last_contact", "targets", "was", "reason"}
    text = own("quiet", "--limit", "3").output
    assert f"{len(found) - 3} more people: --limit {len(found)}" in text
    longer = json.loads(own("quiet", "--format", "json", "--limit", "500", "--after", "3y").stdout)
    assert 0 < len(longer) < len(found)
    name = found[0]["name"]
    own("log", name, "--did", "wrote")
    assert name not in own("quiet", "--limit", "3").output
    own("exclude", found[1]["name"])
    assert found[1]["name"] not in own("quiet", "--limit", "500").output


def test_give_and_take(own: Callable[..., Result]) -> None:
    own("log", "Maria Lopez", "--did", "met")
    found = json.loads(own("give", "--format", "json").stdout)
    people = {one["name"]: one for one in found["people"]}
    assert (people["Maria Lopez"]["helped_you"], people["Maria Lopez"]["you_gave"]) == (1, 0)
    own("log", "Maria Lopez", "--did", "gave")
    text = own("give").output
    assert "Maria Lopez" in text
    assert "Even." in text
    assert 0 < len(found["introductions"]) <= 10
    assert "Whom you could introduce to whom" in text
    assert own("give", "--format", "csv").stdout.startswith("id,name,helped_you")
