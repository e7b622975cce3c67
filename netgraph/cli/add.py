"""``netgraph add``: one person from memory."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import DAY, Session, format_option, now
from netgraph.errors import AmbiguousNameError, NetgraphError, NotFoundError
from netgraph.model import Closeness

if TYPE_CHECKING:
    from netgraph.importers.handmade import HandEntry
    from netgraph.model import Person
    from netgraph.store import Store

#: As in the cells of tables [characters].
MAX_NAME = 1_000


@click.command("add", short_help="Add a person from memory, or say more about one.")
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
@click.option("--new", "is_new", is_flag=True, help="Another person, though the name is known.")
@format_option
@click.pass_obj
def command(session: Session, /, form: str, *, is_new: bool, **fields: object) -> None:
    """Add one person by hand, or say more about somebody you have: hairdresser, neighbour, vet.

    NAME may be an address or id of somebody who is there already; then nobody new is made.

    Example: netgraph add "Maria Lopez" --as hairdresser --circle neighbourhood --close some
    --knows "Karim Haddad" --knows-at "St. Mary Hospital"
    """
    from netgraph.present.plain import plain
    from netgraph.workflow import add_by_hand

    entry = _entry(fields)
    with session.open(create=True) as store:
        known = None if is_new else _known(store, entry.name)
        _check_others(entry, (entry.name, *(known.names if known else ())))
        others = _bearers(store, entry.name) if is_new else []
        new = add_by_hand(store, entry, now=now(), about=known, apart_from=others)
    name = plain(known.name if known else entry.name)
    done = f"Noted about {name}, whom you have already." if known else f"Added {name}."
    lines = [done if new else f"{name} was there already, exactly so."]
    if entry.closeness is None and not known:
        lines.append("How well do you know each other? Say it with --close well|some|barely.")
    confirm(form, {"name": name, "added": new, "already_known": known is not None}, *lines)


def _known(store: Store, text: str) -> Person | None:
    """The person meant, if there is one already; several of a name are told apart."""
    from netgraph.analyse.goals import choose
    from netgraph.resolve.names.parts import name_key
    from netgraph.workflow import resolve

    try:
        found = choose(resolve(store).people, text)
    except AmbiguousNameError as error:
        msg = f"{str(error).rstrip(':')}, or make another one with --new:"
        raise AmbiguousNameError(msg, error.candidates) from None
    except NotFoundError:
        return None
    exact = any(name_key(text) == name_key(name) for name in found.names)
    by_name = bool(name_key(text)) and " " in text.strip()
    return found if exact or not by_name else None


def _bearers(store: Store, name: str) -> list[Person]:
    from netgraph.resolve.names.parts import name_key
    from netgraph.workflow import resolve

    key = name_key(name)
    return [p for p in resolve(store).people if key in {name_key(n) for n in p.names}]


def _entry(fields: dict[str, object]) -> HandEntry:
    from netgraph.importers.handmade import HandEntry

    values = dict(fields)
    close, last = values.pop("close"), values.pop("last_contact")
    values["name"] = " ".join(str(values["name"]).split())
    values["closeness"] = Closeness(str(close)) if close else None
    values["last_contact"] = last.date() if isinstance(last, datetime) else None
    entry = HandEntry(**values)  # type: ignore[arg-type]
    _check(entry)
    return entry


def _check(entry: HandEntry) -> None:
    """Refuse what cannot be meant, in one line."""
    wrong = [address for address in entry.emails if "@" not in address.strip("@")]
    wrong += [number for number in entry.phones if sum(c.isdigit() for c in number) < 5]
    wrong += [link for link in entry.profiles if "/" not in link or " " in link]
    msg = f"{wrong[0]!r} cannot be right; look at it once more" if wrong else ""
    if len(entry.name) > MAX_NAME:
        msg = f"a name of {len(entry.name):,} characters? {MAX_NAME:,} are kept at most"
    if not any(c.isalnum() for c in entry.name):
        msg = 'a person needs a name: netgraph add "Maria Lopez" --as hairdresser'
    if entry.last_contact and entry.last_contact > now().date():
        msg = f"{entry.last_contact} is still to come; when did you last speak?"
    if msg:
        raise NetgraphError(msg)


def _check_others(entry: HandEntry, names: Iterable[str]) -> None:
    """Refuse somebody who knows, or was introduced by, nobody but themselves, or no one."""
    from netgraph.resolve.names.parts import name_key

    own = {name_key(name) for name in names}
    for option, others in (("--knows", entry.knows), ("--met-through", entry.met_through)):
        for other in others:
            if not any(c.isalnum() for c in other):
                msg = f"{option} {other!r} names nobody; say whom, like {option} 'Karim Haddad'"
                raise NetgraphError(msg)
            if name_key(other) in own:
                msg = f"{option} {other!r} is {entry.name} again; say somebody else"
                raise NetgraphError(msg)
