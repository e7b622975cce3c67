"""``netgraph report``: a career action plan to print."""

from __future__ import annotations

import secrets
from datetime import datetime
from pathlib import Path

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, as_of_option, format_option, now


@click.command("report", short_help="A career action plan to look at and print.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True,
              help="The page to write.")  # fmt: skip
@click.option("--redact", is_flag=False, flag_value="full", type=click.Choice(["names", "full"]),
              help="Make a copy that is safe to show: --redact or --redact=names.")  # fmt: skip
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, output: Path, redact: str | None, as_of: datetime | None, form: str
) -> None:
    """Write the state of things: targets, this month's people, what is due, kept and missed.

    For yourself or your coach. Several clients are several stores: netgraph --store FILE report.
    """
    from netgraph.present.actionplan import action_plan
    from netgraph.present.onefile import write
    from netgraph.workflow.reporting import state_of

    with session.open() as store:
        state = state_of(store, as_of or now(), today=not as_of)
    write(action_plan(state, redact=redact or "", salt=secrets.token_hex(16)), output)
    what = "a redacted copy" if redact else "with personal data of other people: keep it private"
    confirm(form, {"file": str(output), "redacted": redact}, f"Wrote {output} ({what}).")
