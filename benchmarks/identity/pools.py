"""Names, employers and addresses of two invented countries of people, from ``pools.toml``.

The plain one is what rules may be tuned on.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any


@dataclass(frozen=True, slots=True)
class Script:
    """Names of one script: (as written, in Latin letters)."""

    given: tuple[tuple[str, ...], ...]
    family: tuple[tuple[str, ...], ...]
    family_first: bool

    def name(self, dice: Random) -> tuple[str, str, str]:
        """A whole name as written, and its given and family name in Latin letters."""
        (given, latin_given), (family, latin_family) = (
            dice.choice(self.given), dice.choice(self.family),
        )  # fmt: skip
        written = f"{family} {given}" if self.family_first else f"{given} {family}"
        return written, latin_given, latin_family


@dataclass(frozen=True, slots=True)
class Pool:
    """What people are made of.

    ``nicknames`` maps a given name to its short forms. ``given``, ``family`` and
    ``family_ends`` are groups of one language each; ``scripts`` are other scripts' names and how
    their bearers spell them in Latin letters. ``locals`` are patterns of the part before the @:
    g and f are the names, i and j their first letters, n a number.
    """

    given: tuple[tuple[str, ...], ...]
    family: tuple[tuple[str, ...], ...]
    family_ends: tuple[tuple[str, ...], ...]
    nicknames: dict[str, tuple[str, ...]]
    scripts: tuple[Script, ...]
    employers: tuple[str, ...]
    trades: tuple[str, ...]
    legal_forms: tuple[str, ...]
    locals: tuple[str, ...]
    credentials: tuple[str, ...]
    free_mail: tuple[str, ...]


def pool(name: str) -> Pool:
    """The pool called ``name``: "plain" or "held_out"."""
    text = (Path(__file__).parent / "pools.toml").read_text(encoding="utf-8")
    read: dict[str, Any] = tomllib.loads(text)[name]
    groups = {key: tuple(tuple(line.split()) for line in read.pop(key))
              for key in ("given", "family", "family_ends")}  # fmt: skip
    words = {key: tuple(read.pop(key).split())
             for key in ("employers", "trades", "locals", "free_mail")}  # fmt: skip
    nicknames = {given: tuple(short.split()) for given, short in read.pop("nicknames").items()}
    scripts = tuple(
        Script(_pairs(each["given"]), _pairs(each["family"]), each.get("family_first", False))
        for each in read.pop("scripts").values()
    )
    rest = {key: tuple(values) for key, values in read.items()}
    return Pool(**groups, **words, **rest, nicknames=nicknames, scripts=scripts)


def _pairs(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(pair.split("=")) for pair in text.split())
