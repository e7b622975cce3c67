"""Every text of the outreach verbs that is not a whole message, by language.

A folder is a language, a file a subject: ``checks`` (what is said of a message), ``questions``
(what is asked of whom), ``phrases`` (how a message says how two people know each other),
``prompts`` (what brings people to mind), ``reminders``, ``plan``, ``quiet`` and ``giving`` (what
these modules say). A slot in {braces} is a plain name that the module fills, and an unknown one is
an error. Whole messages are templates (``present/templates/letters``), in folders of the same
names.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

#: The language of all texts, until there is another folder.
LANGUAGE = "en"


@cache
def texts(subject: str) -> dict[str, Any]:
    """The texts of one ``subject``, as its file has them."""
    path = files("netgraph.outreach") / "texts" / LANGUAGE / f"{subject}.toml"
    return tomllib.loads(path.read_text("utf-8"))
