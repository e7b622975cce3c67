"""Messages: the slots of `netgraph.outreach.messages` put into templates that anybody can edit.

Templates are plain text in jinja2, run in a sandbox: they see their slots and nothing else, and
a name that is no slot is an error. The ones that come with netgraph are copied into a folder to
be changed; a template there stands before ours of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netgraph.errors import NetgraphError
from netgraph.outreach.messages import Message, Slot
from netgraph.outreach.texts import LANGUAGE
from netgraph.present.checking import BLANK
from netgraph.present.onefile import write

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

#: The folder beside the store that is looked for when none is named.
OWN_FOLDER = "letters"
_GAP = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in words: ``subject`` is "" where the channel has none, ``text`` all of it.

    ``forward`` is what they can pass on, ``phone`` how to begin the call; "" for none.
    ``blanks`` are the places that only the person can fill, in the order they stand.
    """

    message: Message
    subject: str
    text: str
    forward: str
    phone: str
    blanks: tuple[str, ...]


def write_letter(message: Message, folder: Path | None = None) -> Letter:
    """Put ``message`` into words with the templates of ``folder`` where it has them, else ours.

    Raises `NetgraphError` that names the template when one cannot be used.
    """
    made = _environment(folder)
    slots = message.slots
    subject = _render(made, "subject.txt", slots)
    body = _render(made, f"{message.kind}-{message.tone}.txt", slots)
    framed = _render(made, f"{message.channel}.txt", slots | {"subject": subject, "body": body})
    forward = _render(made, "forward.txt", slots) if "forward" in message.parts else ""
    phone = _render(made, "phone.txt", slots) if "phone" in message.parts else ""
    everything = "\n".join((framed, forward, phone))
    blanks = tuple(dict.fromkeys(BLANK.findall(everything)))
    shown = subject if message.channel == "email" else ""
    return Letter(message, shown, framed, " ".join(forward.split()), phone, blanks)


@cache
def _environment(folder: Path | None) -> SandboxedEnvironment:
    from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    ours = PackageLoader("netgraph.present", f"templates/letters/{LANGUAGE}")
    loaders = [FileSystemLoader(folder)] if folder else []
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*loaders, ours]),
        # these are plain texts, shown in a terminal or copied; escaping would spoil them
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _render(made: SandboxedEnvironment, name: str, slots: dict[str, Slot]) -> str:
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        text = made.get_template(name).render(slots)
    except UnicodeDecodeError as error:
        msg = f"{name}: is not written in UTF-8"
        raise NetgraphError(msg) from error
    except TemplateSyntaxError as error:
        msg = f"{error.name or name}, line {error.lineno}: {error.message}"
        raise NetgraphError(msg) from error
    except (
        TemplateError,
        TypeError,
        ValueError,
        AttributeError,
        LookupError,
        ArithmeticError,
    ) as error:
        msg = f"{name}: {error}; the slots are: {', '.join(sorted(slots))}"
        raise NetgraphError(msg) from error
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return _GAP.sub("\n\n", "\n".join(lines)).strip()


def copy_templates(folder: Path) -> list[Path]:
    """Copy our templates into ``folder`` to be edited; those that are there stay as they are.

    The paths of those that were written, by name. NetgraphError when it cannot be written to.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        msg = f"cannot write {folder}: {error.strerror}"
        raise NetgraphError(msg) from error
    written = []
    for source in sorted(_ours(), key=lambda one: one.name):
        target = folder / source.name
        if not target.exists():
            written.append(write(source.read_text("utf-8"), target))
    return written


def _ours() -> Iterator[Any]:
    shipped = files("netgraph.present") / "templates" / "letters" / LANGUAGE
    return (one for one in shipped.iterdir() if one.name.endswith(".txt"))
