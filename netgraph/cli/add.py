"""``netgraph add``: one person from memory."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import DAY, Session, format_option, now
from netgraph.model import Closeness

if TYPE_CHECKING:
    from netgraph.importers.handmade import HandEntry


@click.command("add")
@click.argument("name")
@click.option("--as", "occupation", default="", metavar="ROLE", help="hairdresser, vet, coach …")
@click.option("--circle", "circles", multiple=True, metavar="AREA", help="neighbourhood, choir …")
@click.option(
    "--close",
    type=click.Choice([str(word) for word in Closeness]),
    help="How well you know each other.",
)
@click.option("--knows", multiple=True, metavar="NAME", help="Somebody they know.")
@click.option(
    "--knows-at", multiple=True, metavar="PLACE", help="An employer where they know people."
)
@click.option("--works-at", "employers", multiple=True, metavar="PLACE", help="Where they work.")
@click.option("--role", default="", help="Their job there.")
@click.option("--email", "emails", multiple=True, metavar="ADDRESS")
@click.option("--phone", "phones", multiple=True, metavar="NUMBER")
@click.option("--profile", "profiles", multiple=True, metavar="LINK", help="A LinkedIn link.")
@click.option("--met-through", multiple=True, metavar="NAME", help="Who introduced you.")
@click.option("--last-contact", type=DAY, metavar="DATE", help="When you last spoke.")
@format_option
@click.pass_obj
def command(session: Session, /, form: str, **fields: object) -> None:
    r"""Add one person by hand: the hairdresser, the neighbour, the vet.

    \b
    netgraph add "Maria Lopez" --as hairdresser --circle neighbourhood \
        --close some --knows "Karim Haddad" --knows-at "St. Mary Hospital"
    """
    from netgraph.errors import NetgraphError
    from netgraph.present.plain import plain
    from netgraph.workflow import add_by_hand

    entry = _entry(fields)
    if not entry.name:
        msg = 'a person needs a name: netgraph add "Maria Lopez" --as hairdresser'
        raise NetgraphError(msg)
    with session.open(create=True) as store:
        new = add_by_hand(store, entry, now=now())
    name = plain(entry.name)
    lines = [f"Added {name}." if new else f"{name} was there already, exactly so."]
    if entry.closeness is None:
        lines.append("How well do you know each other? Say it with --close well|some|barely.")
    confirm(form, {"name": name, "added": new}, *lines)


def _entry(fields: dict[str, object]) -> HandEntry:
    from netgraph.importers.handmade import HandEntry

    values = dict(fields)
    close, last = values.pop("close"), values.pop("last_contact")
    values["name"] = " ".join(str(values["name"]).split())
    values["closeness"] = Closeness(str(close)) if close else None
    values["last_contact"] = last.date() if isinstance(last, datetime) else None
    return HandEntry(**values)  # type: ignore[arg-type]
