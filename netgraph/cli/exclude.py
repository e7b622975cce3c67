"""``netgraph exclude``: whom to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netgraph.cli.answer import answer, confirm
from netgraph.cli.session import Session, format_option, now
from netgraph.errors import NetgraphError

if TYPE_CHECKING:
    from netgraph.store import Store


@click.command("exclude", short_help="Leave somebody out of every answer.")
@click.argument("person", required=False, default="")
@click.option("--for", "employer", default="", metavar="EMPLOYER",
              help="Leave them out only of what concerns one employer.")  # fmt: skip
@click.option("--undo", is_flag=True, help="Take back what you said.")
@format_option
@click.pass_obj
def command(session: Session, person: str, employer: str, form: str, *, undo: bool) -> None:
    """Leave PERSON out of paths, bridges, suggestions, questions and pages, or say who is.

    Your word lasts through every later import. Without PERSON: everybody who is left out.
    Example: netgraph exclude "Karim Haddad" --for "St. Mary Hospital"
    """
    from netgraph.present.excluding import left_out_shape, tell_left_out
    from netgraph.workflow.excluding import left_out

    with session.open() as store:
        if person:
            _settle(store, person, employer, form, undo=undo)
            return
        if undo or employer:
            msg = 'name a person: netgraph exclude "Karim Haddad"'
            raise NetgraphError(msg)
        found = left_out(store)
    answer(form, [left_out_shape(one) for one in found], lambda: tell_left_out(found))


def _settle(store: Store, person: str, employer: str, form: str, *, undo: bool) -> None:
    from netgraph.analyse.goals import choose, find_employers
    from netgraph.present.plain import plain
    from netgraph.workflow import resolve
    from netgraph.workflow.excluding import exclude, include
    from netgraph.workflow.kept import kept_graph

    one = choose(resolve(store).people, person)
    said = ""
    if employer:
        said = find_employers(kept_graph(store, now(), today=True), employer)[0]
    name = plain(one.name)
    where = f"what concerns {plain(said)}" if said else "everything"
    if undo:
        include(store, one, said, now=now())
        told = f"Taken back: {name} is no longer left out of {where}."
    elif exclude(store, one, said, now=now()):
        told = f"Noted: {name} is left out of {where}. To take it back: --undo"
    else:
        told = f"{name} was left out of {where} already."
    shape = {"id": one.id, "name": one.name, "for": said or None, "left_out": not undo}
    confirm(form, shape, told)
