"""``netgraph check``: what in a message is vague or a burden."""

from __future__ import annotations

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import format_option
from netgraph.errors import UnreadableFileError

#: No message is longer [bytes]; what is has been given by mistake.
LONGEST = 100_000


@click.command("check", short_help="Find what is vague or a burden in a message.")
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True, dir_okay=True))
@format_option
def command(file: str, form: str) -> None:
    """Read the message in FILE (- for standard input) and name what is vague or burdensome.

    Each phrase comes with the reason and a better way. Finding something is advice, not an
    error. Nothing is kept. Example: netgraph check letter.txt
    """
    from netgraph.outreach.checking import check
    from netgraph.present.checking import findings_shape, tell_findings

    found = check(text := _read(file))
    answer(form, findings_shape(found), lambda: tell_findings(found, text))


def _read(file: str) -> str:
    try:
        with click.open_file(file, "rb") as stream:
            raw: bytes = stream.read(LONGEST + 1)
    except OSError as error:
        msg = f"{file}: cannot be read ({error.strerror})"
        raise UnreadableFileError(msg) from error
    if len(raw) > LONGEST:
        msg = f"{file}: too long for a message; give the message alone, as text"
        raise UnreadableFileError(msg)
    if raw[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return raw.decode("utf-16", "replace")
    if b"\0" in raw:
        msg = f"{file}: not plain text; save the message as text (.txt), or paste it after: check -"
        raise UnreadableFileError(msg)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # a message typed on Windows; letters it has not are no reason to refuse
        return raw.decode("cp1252", "replace")
