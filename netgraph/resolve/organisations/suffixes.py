"""Which part of a host name is registered: the Public Suffix List, without a network.

The list comes inside tldextract and is read as a file: importing that package opens a socket
(urllib3 tries whether IPv6 works). Format and algorithm: publicsuffix.org/list.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

_SNAPSHOT = ".tld_set_snapshot"
_PRIVATE = "===BEGIN PRIVATE DOMAINS==="


@lru_cache(maxsize=1 << 16)
def registered_domain(host: str) -> str | None:
    """The public suffix and one label more (``mail.x.co.uk``: ``x.co.uk``), lower-case.

    None for a bare suffix or a host without a dot. An unknown ending counts as a suffix.
    """
    labels = host.casefold().split(".")
    if len(labels) < 2 or not all(labels):
        return None
    start = len(labels) - _suffix_length(labels) - 1
    return ".".join(labels[start:]) if start >= 0 else None


def _suffix_length(labels: list[str]) -> int:
    rules = _rules()
    for start in range(len(labels)):
        rest = labels[start:]
        if "!" + ".".join(rest) in rules:
            return len(rest) - 1
        if ".".join(rest) in rules or ".".join(["*", *rest[1:]]) in rules:
            return len(rest)
    return 1


@cache
def _rules() -> frozenset[str]:
    spec = find_spec("tldextract")
    folders = spec.submodule_search_locations if spec else None
    text = "".join(
        (Path(folder) / _SNAPSHOT).read_text(encoding="utf-8") for folder in folders or ()
    )
    lines = text.partition(_PRIVATE)[0].splitlines()
    return frozenset(line for line in map(str.strip, lines) if line and line[:2] != "//")
