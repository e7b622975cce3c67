"""``netgraph brief``: one page before a meeting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from netgraph.cli.answer import answer, confirm
from netgraph.cli.session import Session, as_of_option, format_option, now


@click.command("brief", short_help="One page before you meet somebody.")
@click.argument("person")
@click.option("--for", "employer", default="", metavar="EMPLOYER",
              help="What you want to learn about (else the target they lead to).")  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write a page to print (.html) instead.")  # fmt: skip
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, /, person: str, as_of: datetime | None, form: str, **asked: Any
) -> None:
    """One page before you meet PERSON: purpose, who you are, how you know each other.

    With success examples of yours (netgraph profile), whom you both know, what they can tell
    of, five questions, what to offer in return, and what is open from last time.
    """
    from netgraph.analyse.goals import find_person
    from netgraph.outreach.briefs import brief
    from netgraph.outreach.standpoints import through_whom
    from netgraph.present.briefing import brief_shape, save_brief, tell_brief
    from netgraph.workflow.approaching import approach

    with session.open() as store:
        start = approach(store, as_of or now(), today=not as_of)
    at = start.standpoints.of(find_person(start.graph, person), asked["employer"])
    between = None if at.mine else through_whom(start.graph, at.person)
    one = brief(start.graph, at, start.me, start.log, between.name if between else "")
    if asked["output"]:
        path = save_brief(one, start.graph, asked["output"])
        confirm(form, {"file": str(path)}, f"Written to {path}. It is for your eyes only.")
        return
    answer(form, brief_shape(one), lambda: tell_brief(one))
