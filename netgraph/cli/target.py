"""``netgraph target``: the employers to reach."""

from __future__ import annotations

from pathlib import Path

import click

from netgraph.cli.answer import answer, confirm
from netgraph.cli.session import Session, format_option
from netgraph.errors import NetgraphError, NotFoundError


@click.group("target", short_help="The employers you want to reach.")
def command() -> None:
    """The employers you want to reach: add, list, remove."""


@command.command("add")
@click.argument("name", required=False)
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name of it.")
@click.option("--domain", "domains", multiple=True, metavar="DOMAIN", help="Its mail domain.")
@click.option("--industry", default="", help="What it does.")
@click.option("--city", default="", help="Where it is.")
@click.option("--weight", type=click.FloatRange(0, min_open=True), default=1.0, show_default=True,
              help="How much it matters beside the others.")  # fmt: skip
@click.option("--size", default="", metavar="N|small|medium|large|very large",
              help="How many people work there; a rough number will do.")  # fmt: skip
@click.option("--from", "path", type=click.Path(path_type=Path), help="A csv or xlsx of targets.")
@format_option
@click.pass_obj
def add(session: Session, /, path: Path | None, form: str, **fields: object) -> None:
    """Add a target employer, or a whole list of them with --from FILE."""
    from netgraph.importers._columns.targets import SIZE_HINT, size_of
    from netgraph.model import Target
    from netgraph.present.plain import plain
    from netgraph.workflow import add_target, import_targets

    if path is None and not str(fields["name"] or "").strip():
        msg = 'name an employer: netgraph target add "Nordwind Analytics", or --from FILE'
        raise NetgraphError(msg)
    for domain in fields["domains"]:  # type: ignore[attr-defined]
        if "." not in domain.strip(".") or " " in domain:
            msg = f"{domain!r} is not a mail domain; write it like nordwind.example"
            raise NetgraphError(msg)
    size = str(fields["size"])
    fields["size"] = size_of(size)
    if size and fields["size"] is None:
        msg = f"{size!r} is no size; {SIZE_HINT}"
        raise NetgraphError(msg)
    with session.open(create=True) as store:
        if path is not None:
            kept, rejects = import_targets(store, path)
            for reject in rejects:
                click.echo(f"netgraph: {reject.origin.place}: {plain(reject.reason)}", err=True)
            names = [plain(item.name) for item in kept]
            word = "target" if len(names) == 1 else "targets"
            confirm(form, {"added": names}, f"{len(kept)} {word}: {', '.join(names)}.")
            return
        fields["name"] = " ".join(str(fields["name"]).split())
        target, new = add_target(store, Target(**fields))  # type: ignore[arg-type]
    name = plain(target.name)
    also = f" (also {', '.join(map(plain, target.aliases))})" if target.aliases else ""
    done = f"{name}{also} is a target." if new else f"{name} was a target already, exactly so."
    confirm(form, {"added": [name] if new else []}, done)


@command.command("list")
@format_option
@click.pass_obj
def list_(session: Session, form: str) -> None:
    """The target employers."""
    from netgraph.present.shapes import target_shape
    from netgraph.present.tables import tell_targets

    with session.open() as store:
        targets = store.decided.targets()
    answer(form, [target_shape(target) for target in targets], lambda: tell_targets(targets))


@command.command("remove")
@click.argument("name")
@format_option
@click.pass_obj
def remove(session: Session, name: str, form: str) -> None:
    """Remove a target employer."""
    from netgraph.resolve.names.near import meant, near_names

    with session.open() as store:
        if store.decided.remove_target(name):
            confirm(form, {"removed": [name]}, f"{name} is no target any more.")
            return
        targets = store.decided.targets()
    near = near_names(name, [(n, one.name) for one in targets for n in (one.name, *one.aliases)])
    msg = f"no target is called {name!r}{meant(near)}"
    raise NotFoundError(msg, near)
