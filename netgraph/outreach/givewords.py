"""The sentences of `giving`, all in one place; none holds a person's name."""

from __future__ import annotations


def turn(helped: int, gave: int) -> str:
    """Whose turn it is."""
    if helped > gave:
        return "Your turn: what could you do for them?" if gave else "You have not given yet."
    if gave > helped:
        return "You may ask them for a favour."
    return "Even."


def same_field(field: str) -> str:
    """That both work in one field."""
    return f"both are in {field}, and nothing tells that they know each other"


def near_fields(one: str, other: str) -> str:
    """That their fields are next to each other."""
    return f"{one} and {other} are neighbouring fields"


def same_place(place: str) -> str:
    """That both were at one place."""
    return f"both were at {place}, and nothing tells that they met"
