"""Bridges and paths told in a terminal, block by block: who, what for, why, from which file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from netgraph.analyse.bridges import NO_EVERYDAY, Bridge, Bridges
from netgraph.analyse.calculation import calculation
from netgraph.analyse.ends import Inside
from netgraph.analyse.paths import Path, Paths, Suggestion
from netgraph.analyse.portfolio import Pick
from netgraph.analyse.working import in_telling_order
from netgraph.graph.wording import counted, listed
from netgraph.model import Evidence
from netgraph.present.plain import plain
from netgraph.present.sums import tell_calculation
from netgraph.present.terminal import (
    BAND_STYLES,
    KIND_STYLES,
    KIND_WORDS,
    cite,
    day,
    grid,
    heading,
    line,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

#: Pieces of evidence shown for one person or step; the rest is counted.
SHOWN = 2
PICKS_TITLE = "The few who cover most of your targets"
DOORS_TITLE = "Who opens doors, whatever the target"
_WHERE = {Inside.NOW: "inside", Inside.FORMERLY: "left", Inside.PARENT: "group"}
EVERYDAY_TITLE = "Everyday people who may reach further"


def tell_bridges(
    bridges: Bridges, as_of: str, *, explain: bool = False
) -> Iterator[RenderableType]:
    """The ranked bridges, then the everyday people who may reach further; or those wanted.

    With ``explain`` everybody has both sums and where they stand among others.
    """
    if bridges.who != "everyday":
        yield from _tell_ranked(bridges, as_of, explain=explain)
    if bridges.who == "dormant":
        return
    if bridges.picks:
        yield line("")
        yield heading(PICKS_TITLE, "each adds most to those before")
        yield _tell_picks(bridges.picks)
    if bridges.doors:
        yield line("")
        yield heading(DOORS_TITLE, "by your tie and whom they brought to you")
        yield _tell_doors(bridges.doors)
    if not bridges.who:
        yield line("")
    aside = f"for {bridges.aim}" if bridges.aim and bridges.who else ""
    yield heading(EVERYDAY_TITLE, aside)
    if not bridges.everyday:
        yield line(NO_EVERYDAY)
    for bridge in bridges.everyday:
        yield from _tell_bridge(bridge, number=False, explain=explain)


def _tell_ranked(bridges: Bridges, as_of: str, *, explain: bool) -> Iterator[RenderableType]:
    what = "by the targets they open" if bridges.by == "targets" else "by the doors they open"
    what = f"to {bridges.aim}" if bridges.aim else what
    dormant = bridges.who == "dormant"
    title = "Old ties worth reviving" if dormant else "Your bridges"
    yield heading(title, f"{what}, as of {as_of}")
    if not bridges.ranked:
        yield line(bridges.nobody)
    for bridge in bridges.ranked:
        yield from _tell_bridge(bridge, explain=explain)


def _tell_picks(picks: tuple[Pick, ...]) -> Table:
    """The few to ask, and for which targets."""
    rows = grid()
    for place, one in enumerate(picks, 1):
        rows.add_row(f"{place:>2} ", plain(f"{one.name}, for {listed([*one.targets])}"))
    return rows


def _tell_doors(doors: tuple[Bridge, ...]) -> Table:
    """Those who open doors in general, a few words each."""
    rows = grid()
    for one in doors:
        brought = f"brought {counted(one.introduced, 'person', 'people')} to you"
        parts = [f"tie to you: {one.band}", *([brought] if one.introduced else [])]
        joins = [f"joins {' — '.join(one.groups[:3])}"] if one.groups else []
        rows.add_row(f"{one.rank:>2} ", f"{plain(one.name)}: {plain('; '.join(parts + joins))}")
    return rows


def _tell_bridge(
    bridge: Bridge, *, number: bool = True, explain: bool = False
) -> Iterator[RenderableType]:
    from rich.text import Text

    title = Text(f"{bridge.rank:>2}  " if number else "    ")
    title.append(plain(bridge.name), style="bold")
    title.append("   tie to you: ", style="dim")
    title.append(bridge.band, style=BAND_STYLES.get(bridge.band, "dim"))
    if bridge.stability:
        title.append("   among the first five: ", style="dim")
        title.append(bridge.stability)
    yield line("")
    yield title
    rows = grid()
    if bridge.opens:
        _row(rows, "opens", ", ".join(bridge.opens))
    if bridge.groups:
        _row(rows, "joins", " — ".join(bridge.groups))
    if bridge.loss:
        _row(rows, "loss", bridge.loss)
    _row(rows, "why", bridge.reason)
    told = [*zip(bridge.evidence, (name for _, name in bridge.about), strict=True)]
    # one piece of mine, then what ties them to others: that is what makes a bridge
    told[1:] = sorted(told[1:], key=lambda piece: not piece[1])
    _add_evidence(rows, told, "see --format json")
    if explain:
        doors, unlocks = bridge.sums.lines
        _row(rows, "doors", doors)
        _row(rows, "unlocks", unlocks)
        _row(rows, "stands", f"{bridge.standing.line}. This describes; it ranks nobody.")
    yield rows


def tell_paths(
    paths: Paths, me: str, *, narrowed: str = "", explain: bool = False
) -> Iterator[RenderableType]:
    """The paths to one goal, or who is most likely to know somebody there.

    ``me`` is my person id: paths that start there say "You". ``narrowed`` says which chains
    alone were wanted, as in "without Dana Fox"; with ``explain`` every chance is calculated.
    """
    start = "" if paths.source[0] == me else f"from {paths.source[1]}, "
    only = f"{narrowed}, " if narrowed else ""
    yield heading(f"Paths to {paths.target}", f"{start}{only}as of {day(paths.as_of)}")
    if not any(path.end.inside is Inside.NOW for path in paths.paths):
        only = f"{plain(narrowed)} " if narrowed else ""
        whom = "to anybody there now " if paths.paths else ""
        yield line(f"No path {only}{whom}on the evidence we have.")
    for path in paths.paths:
        yield from _tell_path(path, _people(path, me), paths.target)
        if explain:
            yield tell_calculation(calculation(path, me))
    for basis in dict.fromkeys(path.chance.basis for path in paths.paths):
        yield line("")
        yield line(f"Chances: {basis}.", style="dim")
    if paths.suggestions:
        yield line("")
        yield line(f"Whom to ask about {paths.target}:", style="bold")
        yield _tell_suggestions(paths.hints())


def _people(path: Path, me: str) -> list[str]:
    return ["You" if person == me else plain(name) for person, name in path.people]


def _tell_path(path: Path, names: list[str], target: str) -> Iterator[RenderableType]:
    from rich.text import Text

    title = Text(f"{path.rank:>2}  ")
    title.append(" → ".join(names), style="bold")
    if path.end.said:
        title.append(f" ({plain(path.end.said)})")
    title.append("   chance: ", style="dim")
    title.append(path.band, style=BAND_STYLES.get(path.band, "dim"))
    if path.span:
        title.append(f" ({path.span})", style="dim")
    if path.stability:
        title.append("   among the first five: ", style="dim")
        title.append(path.stability)
    yield line("")
    yield title
    rows = grid()
    if path.inside:
        left = path.end.inside is Inside.FORMERLY
        role = path.inside.role or ("worked there" if left else "works there")
        firm = next(iter(path.inside.evidence.names), target)
        where = f", at {firm}" if firm != target else ""
        told = f"{names[-1]}: {role}{where} ({cite(path.inside.evidence)})"
        _row(rows, _WHERE[path.end.inside], told)
    for number, tie in enumerate(path.ties):
        _row(rows, f"step {number + 1}", f"{names[number]} → {names[number + 1]}")
        two = [f'"{name}"' for name in names[number : number + 2] if name != "You"]
        pieces = [(one, "") for one in in_telling_order(tie)]
        _add_evidence(rows, pieces, f"netgraph tie {' '.join(two)}")
    if path.reconnect:
        _row(rows, "first", path.reconnect)
    if path.hops > 1 or path.end.leads:
        steps = [*names, "somebody there now"][path.weakest : path.weakest + 2]
        _row(rows, "unsure", f"least certain is step {path.weakest + 1}, {' → '.join(steps)}")
    if path.weakest or not path.reconnect:
        _row(rows, "firmer", path.strengthen)
    yield rows


def _tell_suggestions(suggestions: tuple[Suggestion, ...]) -> Table:
    """Whom to ask and why; a question that several share is said once."""
    rows = grid()
    for number, suggestion in enumerate(suggestions):
        _row(rows, suggestion.basis, f"{suggestion.name}: {suggestion.why}")
        following = suggestions[number + 1].ask if number + 1 < len(suggestions) else ""
        if suggestion.ask and suggestion.ask != following:
            _row(rows, "", f"“{suggestion.ask}”")
    return rows


def _row(rows: Table, label: str, content: str) -> None:
    rows.add_row(f"    {label:<7}", plain(content))


def _add_evidence(rows: Table, told: Sequence[tuple[Evidence, str]], rest: str) -> None:
    """The first pieces, each after the name it is about, and where to see the ``rest``."""
    from rich.text import Text

    for piece, name in told[:SHOWN]:
        text = Text(plain(f"and {name}: {piece.text}" if name else piece.text))
        source = cite(piece)
        if source:
            text.append(f"  ({source})", style="dim")
        label = Text(f"    {KIND_WORDS[piece.kind]:<7}", style=KIND_STYLES[piece.kind])
        rows.add_row(label, text)
    if len(told) > SHOWN:
        _row(rows, "", f"and {len(told) - SHOWN} more ({rest})")
