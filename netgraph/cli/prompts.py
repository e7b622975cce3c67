"""``netgraph prompts``: questions that bring people to mind."""

from __future__ import annotations

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import format_option


@click.command("prompts", short_help="Questions that bring people to mind.")
@click.argument("area", required=False)
@format_option
def command(area: str | None, form: str) -> None:
    """Questions that bring people to mind, by area of life."""
    from netgraph.outreach.prompts import prompts
    from netgraph.present.tables import prompt_shape, tell_prompts

    found = prompts(area)
    answer(form, [prompt_shape(prompt) for prompt in found], lambda: tell_prompts(found))
