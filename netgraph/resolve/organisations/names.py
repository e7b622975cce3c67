"""Names of organisations: what remains of "@Nordwind Analytics, Inc. | hiring!"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from netgraph.resolve.names.parts import fold
from netgraph.resolve.organisations.legalforms import without_legal_form
from netgraph.resolve.tables import stop_list

_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_FORMER = re.compile(
    r"^(?:ex[-–]\s*|ex\s+(?!libris\b|machina\b|novo\b)|retired\s+from\s+"
    r"|(?:former|formerly|previously|ehemals|ehem\.?|früher|vormals|anciennement|antes|già"
    r"|voorheen|dawniej)\s*(?:at|bei|chez|en|@|:)?\s+)",
    re.IGNORECASE,
)
_AFTER_BAR = re.compile(r"\s+[|/·•]\s*|\s*\|\s*")
_SHORT_NAME = re.compile(r"^(?=.{2,6}$)[A-Z][A-Z0-9&]+$")


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The name as one would say it, short names from brackets, and whether it is past."""

    name: str
    aliases: tuple[str, ...] = ()
    former: bool = False


@lru_cache(maxsize=1 << 16)
def parse_organisation(text: str) -> OrganisationName | None:
    """What ``text`` names, or None when it names no organisation ("Self-employed", "n/a").

    NFKC; a leading ``@`` and what follows a bar go; brackets go, and two to six capitals in
    them are an alias; "ex-" and "former" make it past.
    """
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isprintable():
        plain = "".join(c for c in plain if unicodedata.category(c)[0] != "C" or c in "\t\n")
    plain = _AFTER_BAR.split(" ".join(plain.split()))[0].strip()
    found = _FORMER.match(plain)
    former = found is not None
    plain = plain[found.end() :] if found else plain
    plain = plain.lstrip("@ ").strip(" ,;·-–—\"'“”„")
    aliases = tuple(a for a in _BRACKET.findall(plain) if _SHORT_NAME.match(a))
    name = _BRACKET.sub(" ", plain).strip(" ,;-–—") if not plain.startswith(("(", "[")) else plain
    name = " ".join(name.split())
    key = spelling_key(name)
    if not key or key.startswith(_stop_beginnings()) or {key, base_key(name)} & _stop_keys():
        return None
    return OrganisationName(name, aliases, former)


@lru_cache(maxsize=1 << 16)
def spelling_key(name: str) -> str:
    """One spelling: case, accents and punctuation do not count; legal forms do."""
    plain = unicodedata.normalize("NFKC", name).replace("&", " & ")
    plain = re.sub(r"(?<=\b\w)\.(?=\w\b|\s|$)", "", plain)
    plain = re.sub(r"['’`]", "", plain)
    words = re.sub(r"[^\w&+]+|_", " ", plain).split()
    return " ".join("and" if word == "&" else fold(word) or word for word in words)


@lru_cache(maxsize=1 << 16)
def base_key(name: str) -> str:
    """One spelling of a parsed name without legal form: what makes two names one body."""
    return spelling_key(without_legal_form(name))


@lru_cache(maxsize=1 << 16)
def organisation_key(text: str) -> str:
    """One spelling without legal form, or "" when ``text`` names no organisation."""
    parsed = parse_organisation(text)
    return base_key(parsed.name) if parsed else ""


@cache
def _stop_keys() -> frozenset[str]:
    return frozenset(spelling_key(entry.removesuffix(" *")) for entry in stop_list())


@cache
def _stop_beginnings() -> tuple[str, ...]:
    return tuple(f"{spelling_key(e[:-2])} " for e in stop_list() if e.endswith(" *"))
