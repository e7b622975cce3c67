"""Memory prompts: questions by life area that bring people back to mind.

Most of the people who could help are in no export: nobody mails a hairdresser. Asked area by
area, people recall far more acquaintances than asked at large (name generators: McCallister and
Fischer, 1978; forgetting in free recall: Brewer, Social Networks, 2000).
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from netgraph.errors import NotFoundError
from netgraph.outreach.texts import texts


@dataclass(frozen=True, slots=True)
class Prompt:
    """One life area: ``area`` is what ``--circle`` takes, ``label`` its heading.

    ``questions`` go from the nearest people to those further off.
    """

    area: str
    label: str
    questions: tuple[str, ...]


def prompts(area: str | None = None) -> tuple[Prompt, ...]:
    """Every area, from home outwards, or those that ``area`` means.

    ``area`` is a name or a label of one, or else a word of its questions ("vet").
    Raises `NotFoundError` with the nearest names for an unknown area.
    """
    if area is None:
        return _areas()
    wanted = " ".join(area.casefold().split())
    found = tuple(p for p in _areas() if wanted in {p.area, p.label.casefold()})
    found = found or tuple(p for p in _areas() if wanted and _asks_about(p, wanted))
    if found:
        return found
    nearest = _nearest(wanted)
    advice = f"did you mean {' or '.join(nearest)}? The" if nearest else "the"
    known = ", ".join(prompt.area for prompt in _areas())
    msg = f"no life area is called {area!r}; {advice} areas are: {known}"
    raise NotFoundError(msg, nearest)


@cache
def _areas() -> tuple[Prompt, ...]:
    return tuple(
        Prompt(one["area"], one["label"], tuple(one["questions"]))
        for one in texts("prompts")["areas"]
    )


def _asks_about(prompt: Prompt, wanted: str) -> bool:
    words = " ".join(prompt.questions).casefold().replace("?", " ").replace(",", " ").split()
    return wanted in words


def _nearest(wanted: str) -> tuple[str, ...]:
    """Up to three areas whose name, or a word of whose label, is like ``wanted``."""
    words = {prompt.area: prompt.area for prompt in _areas()}
    for prompt in _areas():
        for word in prompt.label.casefold().replace(",", " ").split():
            words.setdefault(word, prompt.area)
    close = get_close_matches(wanted, words, n=5, cutoff=0.6)
    return tuple(dict.fromkeys(words[word] for word in close))[:3]
