"""The command line: one verb a file; arguments in, one library call, text out.

Exit codes: 0 done, 1 an expected error told in one line on standard error, 2 wrong usage, 130
stopped by Ctrl-C.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import click

from netgraph import __version__
from netgraph.cli.session import Session, default_store
from netgraph.cli.stopping import STOPPED
from netgraph.errors import NetgraphError

#: Verbs by what they are for, in the order of the help page.
SECTIONS: dict[str, tuple[str, ...]] = {
    "Bring in": ("import", "add", "prompts", "formats", "sources"),
    "See": ("summary", "people", "employers", "who", "tie", "bridges", "paths", "reach", "explore"),
    "Correct": (
        "close",
        "say",
        "exclude",
        "target",
        "employer",
        "questions",
        "review",
        "merge",
        "split",
        "forget",
    ),
    "Ask": ("profile", "landscape", "ask", "draft", "check", "brief", "thank"),
    "Follow up": ("plan", "limits", "log", "due", "keep", "quiet", "give", "calibration", "report"),
    "Share": ("export",),
}


class Verbs(click.Group):
    """The verbs, in sections; expected errors become one line and exit code 1."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """Every verb, in the order of the help page."""
        return [verb for verbs in SECTIONS.values() for verb in verbs]

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """The verb called ``name``; its module is read only now."""
        if not any(name in verbs for verbs in SECTIONS.values()):
            return None
        module = import_module(
            f"netgraph.cli.{name}_" if iskeyword(name) else f"netgraph.cli.{name}"
        )
        return module.command  # type: ignore[no-any-return]

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; a mistyped one is answered with the nearest."""
        verbs = self.list_commands(context)
        if args and args[0] not in verbs and not args[0].startswith("-"):
            whole = [verb for verb in verbs if verb.startswith(args[0])]
            near = whole or get_close_matches(args[0], verbs, n=2, cutoff=0.6)
            if near:
                context.fail(f"no verb is called {args[0]!r}; did you mean {' or '.join(near)}?")
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page's list of verbs, a section each."""
        for section, verbs in SECTIONS.items():
            commands = [(verb, self.get_command(context, verb)) for verb in verbs]
            with formatter.section(section):
                formatter.write_dl(
                    [(verb, c.get_short_help_str(58)) for verb, c in commands if c is not None]
                )

    def invoke(self, context: click.Context) -> object:
        """Run the verb and turn expected errors into one line."""
        try:
            return super().invoke(context)
        except NetgraphError as error:
            click.echo(f"netgraph: {one_line(error)}", err=True)
            for line in _choices(error):
                click.echo(f"  {line}", err=True)
            context.exit(1)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            context.exit(STOPPED)
        except BrokenPipeError:
            # the reader (head, less) has had enough; nothing is lost
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
            context.exit(0)


def one_line(error: Exception) -> str:
    """The message without line breaks or control characters."""
    return "".join(c if c.isprintable() else " " for c in str(error)).strip()


def _choices(error: NetgraphError) -> Iterable[str]:
    return getattr(error, "candidates", ())


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--store",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="NETGRAPH_STORE",
    help="The file that keeps your contacts (default: netgraph.db in your data folder).",
)
@click.version_option(__version__, prog_name="netgraph")
@click.pass_context
def main(context: click.Context, store: Path | None) -> None:
    """Find out whom you know, who can open doors, and how to reach an employer.

    Everything stays on this machine: netgraph never goes online.
    """
    # records live to the end of the command: looking for garbage among them is half the time
    gc.set_threshold(200_000, 50, 1000)
    context.obj = Session(store or default_store())
    if context.invoked_subcommand is None:
        from netgraph.cli.overview import show_overview

        show_overview(context.obj)
