"""JSON shapes as rows for CSV: what is nested becomes one cell."""

from __future__ import annotations

from collections.abc import Iterable

from netgraph.present.shapes import Shape

#: Numbers that only order, or say how likely, what a band says in a word.
_BANDED = frozenset({"strength", "score", "doors", "unlocks", "chance", "in_first_five"})


def path_rows(answers: Iterable[Shape]) -> list[Shape]:
    """One row a path of `paths_shape` answers, for CSV; a goal without a path has a row too."""
    answers, rows = list(answers), []
    explained = any("calculation" in path for answer in answers for path in answer["paths"])
    for answer in answers:
        for path in answer["paths"] or [None]:
            row: Shape = {"target": answer["target"], "rank": "", "path": "", "hops": ""}
            row |= {"inside": "", "band": "", "weakest": "", "evidence": ""}
            if path:
                names = [person["name"] for person in path["people"]]
                seen = [piece for tie in path["ties"] for piece in tie["evidence"][:1]]
                row |= {
                    "rank": path["rank"],
                    "path": " → ".join(names),
                    "hops": path["hops"],
                    "inside": path["inside"]["when"] if path["inside"] else "",
                    "band": path["band"],
                    "weakest": path["weakest"]["why"],
                    "evidence": seen,
                }
            if explained:
                row["calculation"] = path["calculation"]["formula"] if path else ""
            rows.append(row)
    return rows


def flat(rows: Iterable[Shape]) -> list[Shape]:
    """Rows with lists and objects folded into one cell each, for CSV.

    Beside a band the numbers it stands for are left out: they mean little without their range.
    """
    return [
        {
            name: _cell(value)
            for name, value in row.items()
            if name not in _BANDED or "band" not in row
        }
        for row in rows
    ]


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(str(_cell(item)) for item in value)
    if isinstance(value, dict):
        return _folded(value)
    return value


def _folded(value: Shape) -> object:
    """An object as one text: a path as its chain, evidence with its source, else its name."""
    if "people" in value and "ties" in value:
        return " → ".join(person["name"] for person in value["people"])
    if "text" in value:
        source = ", ".join(str(value[k]) for k in ("file", "place", "date") if value.get(k))
        return f"{value['text']} ({source})" if source else value["text"]
    for name in ("name", "value", "reason"):
        if name in value:
            count = f" ({value['count']})" if "count" in value else ""
            return f"{value[name]}{count}"
    return "; ".join(f"{name}: {_cell(part)}" for name, part in value.items())
