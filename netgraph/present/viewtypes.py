"""What the page shows, as plain values; see `netgraph.present.viewjson` for its JSON."""

from __future__ import annotations

from dataclasses import dataclass, field

from netgraph.present.namewords import NameWords
from netgraph.present.steptypes import StepsView

#: The views of the page, in the order of its tabs.
VIEWS = ("paths", "week", "map", "bridges", "employers", "people")


@dataclass(frozen=True, slots=True)
class Ref:
    """A person, employer or target inside a wording; ``kind`` is the first letter."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Free:
    """A name or text from the files inside a wording, and what stands for it where it is hidden."""

    text: str
    alias: str


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that may name people, and the same said from structure alone.

    ``full`` is the analysis' own sentence and "" in a redacted copy. In ``plain`` people and
    targets stand as references, and what comes from the files is marked.
    """

    full: str
    plain: tuple[str | Ref | Free, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence; ``kind`` is "seen", "said" or "inferred", ``date`` ISO or ""."""

    kind: str
    text: str
    file: str
    place: str
    date: str


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody's time at an organisation; ``current`` None when the files do not say."""

    employer: str
    role: str
    period: str
    current: bool | None


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person; ``band`` and ``last`` (ISO date or "") concern the tie to me.

    ``number`` is the person's pseudonym, ``link`` an https LinkedIn address or "", ``xy`` the
    place on the map [-1000, 1000], None when the map leaves the person out. ``since`` is the
    year of the first sign that we know each other, "" when nothing is dated.
    """

    id: str
    number: int
    name: str
    occupation: str = ""
    circle: str = ""
    band: str = ""
    last: str = ""
    link: str = ""
    files: tuple[str, ...] = ()
    stays: tuple[Stay, ...] = ()
    xy: tuple[float, float] | None = None
    since: str = ""


@dataclass(frozen=True, slots=True)
class EmployerView:
    """An organisation; ``target`` is the id of the target it belongs to, or ""."""

    id: str
    name: str
    alias: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class CircleView:
    """People who know one another, largest circle first."""

    id: str
    name: Wording
    size: int


@dataclass(frozen=True, slots=True)
class TieView:
    """Two people, by id; ``proofs`` is all the evidence, ``total`` pieces, most telling first.

    ``since`` is the year of the first dated sign of it, "" when nothing is dated.
    """

    left: str
    right: str
    kind: str
    band: str
    proofs: tuple[Proof, ...]
    total: int
    since: str = ""


@dataclass(frozen=True, slots=True)
class WayView:
    """A way in to a target: ``people`` from the source on, ``ties`` one a hop.

    ``stability`` says how firm its place among the first five is, as `analyse.paths.Path` does.
    ``where`` is the last person: "now" inside, "formerly", or "parent", in the same group.
    """

    target: str
    rank: int
    people: tuple[str, ...]
    ties: tuple[tuple[str, str], ...]
    band: str
    basis: str
    weakest: int
    weakest_why: Wording
    reason: Wording
    inside: Stay | None
    proof: Proof | None
    stability: str = ""
    where: str = "now"


@dataclass(frozen=True, slots=True)
class HintView:
    """Somebody worth asking although no path is known."""

    person: str
    why: Wording
    ask: Wording


@dataclass(frozen=True, slots=True)
class InsideView:
    """Somebody at a target, and what they do or did there."""

    person: str
    stay: Stay


@dataclass(frozen=True, slots=True)
class TargetView:
    """A target employer and how well it is reached; ``state`` as in `analyse.reach.Reach`.

    ``inside`` are the people known there now, ``left`` those who left, closest first.
    """

    id: str
    name: str
    alias: str
    state: str
    band: str
    insiders: int
    former: int
    independent: int
    through: tuple[str, ...]
    blind: Wording
    hints: tuple[HintView, ...]
    inside: tuple[InsideView, ...] = ()
    left: tuple[InsideView, ...] = ()


@dataclass(frozen=True, slots=True)
class AddView:
    """How much of my reach of ``target`` hangs on a bridge: "most", "much", "some", "a little".

    ``said``: only by what people said.
    """

    target: str
    much: str
    said: bool


@dataclass(frozen=True, slots=True)
class BridgeView:
    """A ranked bridge; ``opens`` are target ids, best opened first.

    ``stability`` says how firm the place among the first five is, as `analyse.bridges.Bridge` does.
    ``adds`` is what the rank by targets is made of, most first. ``alone`` counts the people
    reachable only through them.
    """

    rank: int
    person: str
    band: str
    groups: tuple[Wording, ...]
    opens: tuple[str, ...]
    loss: Wording
    reason: Wording
    introduced: int
    everyday: bool
    proofs: tuple[Proof, ...]
    stability: str = ""
    adds: tuple[AddView, ...] = ()
    alone: int = 0


@dataclass(frozen=True, slots=True)
class ViewModel:
    """Everything the page knows. ``redacted`` is "", "names" or "full".

    ``notes`` are sentences the page shows about what it leaves out, ``wanted`` the cheapest
    evidence to add next, as (what, how), when no tie between two contacts is known.
    ``opens_on`` is the one of `VIEWS` that is shown first. ``steps`` are my own next steps, None
    where only the network is shown; no redacted copy has any.
    ``renderer`` is the name of what draws the map (`netgraph.present.renderers`). ``private``
    knows the words of real names; it never reaches the JSON.
    """

    title: str
    as_of: str
    me: str
    redacted: str
    people: tuple[PersonView, ...]
    employers: tuple[EmployerView, ...]
    circles: tuple[CircleView, ...]
    ties: tuple[TieView, ...]
    targets: tuple[TargetView, ...]
    ways: tuple[WayView, ...]
    bridges: tuple[BridgeView, ...]
    everyday: tuple[BridgeView, ...]
    notes: tuple[str, ...]
    renderer: str = "pyvis"
    opens_on: str = "paths"
    wanted: tuple[tuple[str, str], ...] = ()
    steps: StepsView | None = None
    private: NameWords = field(default=NameWords(), repr=False, compare=False)
