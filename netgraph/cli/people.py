"""``netgraph people``: everybody, everybody who matches a text, or why somebody is one."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import SCREENFUL, Session, as_of_option, format_option, list_limit_option


@click.command("people", short_help="Everybody, or those who match a text.")
@click.argument("text", required=False, default="")
@click.option("--why", "is_why", is_flag=True, help="Show the cards of one person, and why.")
@list_limit_option
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session,
    text: str,
    limit: int | None,
    as_of: datetime | None,
    form: str,
    *,
    is_why: bool,
) -> None:
    """Everybody you know, or those whose name, address, employer or circle holds TEXT.

    With --why: where the one person called TEXT stands in your files, the evidence that this
    is one person, and what you said.
    """
    from netgraph.analyse.people import people
    from netgraph.present.tables import known_shape, tell_people

    if is_why:
        _tell_why(session, text, as_of, form)
        return
    found = people(session.graph(as_of, everybody=True), text)
    shown = found.people[:limit]
    answer(
        form,
        [known_shape(known) for known in shown],
        lambda: tell_people(found, limit or SCREENFUL),
    )


def _tell_why(session: Session, text: str, as_of: datetime | None, form: str) -> None:
    from netgraph.analyse.goals import choose
    from netgraph.present.identity import tell_why, why_shape
    from netgraph.workflow import explain, known_cards

    if not text:
        msg = "say whom: netgraph people NAME --why"
        raise click.UsageError(msg)
    with session.open() as store:
        people = known_cards(store, as_of)[0].people
        why = explain(store, choose(people, text), as_of)
    answer(form, why_shape(why), lambda: tell_why(why, then=as_of is not None))
