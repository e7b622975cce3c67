"""What every page of ours is made with: template, security policy, and a private file."""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from netgraph.errors import NetgraphError

if TYPE_CHECKING:
    from jinja2 import Template


def template(name: str) -> Template:
    """One of our templates, which escapes whatever it is given."""
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("netgraph.present", "templates")
    return Environment(loader=loader, autoescape=True).get_template(name)


def own_text(name: str) -> str:
    """One of our scripts or styles as it is."""
    return (files("netgraph.present") / "templates" / name).read_text("utf-8")


def policy(*scripts: str) -> str:
    """A content security policy that allows these scripts, by hash, and no request."""
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def write(text: str, path: str | os.PathLike[str]) -> Path:
    """Write ``text`` to ``path`` as UTF-8, readable by its owner only (mode 0600).

    The file is complete or not there at all: it is written beside the old one and then put
    in its place. NetgraphError when the folder cannot be written to.
    """
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".netgraph-", suffix=".html")
    except OSError as error:
        msg = f"cannot write {target}: {error.strerror}"
        raise NetgraphError(msg) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).replace(target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        msg = f"cannot write {target}: {error.strerror}"
        raise NetgraphError(msg) from error
    return target


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
