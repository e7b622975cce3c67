"""Sentences in which names and what the files say are marked, so that no name slips through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from netgraph.analyse.ends import Inside
from netgraph.analyse.said import Named, Said
from netgraph.analyse.sides import OWN_CIRCLE, PERHAPS
from netgraph.analyse.suggestions import Suggestion
from netgraph.graph.chances import band
from netgraph.model import EvidenceKind, Tie
from netgraph.present.formats import work_of
from netgraph.present.namewords import NameWords
from netgraph.present.viewtypes import Free, HintView, Ref, Wording

Plain = tuple[str | Ref | Free, ...]

KINDS = {
    EvidenceKind.OBSERVED: "seen",
    EvidenceKind.STATED: "said",
    EvidenceKind.INFERRED: "inferred",
}
#: What stands for the text of evidence where that is hidden.
PROVEN = {
    EvidenceKind.OBSERVED: "it was seen in your files",
    EvidenceKind.STATED: "it was said",
    EvidenceKind.INFERRED: "it is concluded, not seen",
}


#: Where the last person of a way is.
_AT = {
    Inside.NOW: " at ",
    Inside.FORMERLY: ", who was at ",
    Inside.PARENT: ", who is in the same group as ",
}


def way_plain(people: Sequence[str], target: str, inside: Inside = Inside.NOW) -> Plain:
    """How a chain (person ids, source first) leads to a target, where its last person is."""
    goal, at = Ref("t", target), _AT[inside]
    chain: list[str | Ref | Free] = []
    for person in people[1:-1]:
        chain += [Ref("p", person), ", who can introduce you to "]
    if len(people) < 2:
        return ("You are at ", goal, " yourself.")
    if not chain:
        mine = " yourself." if inside is Inside.NOW else "."
        return ("You know ", Ref("p", people[-1]), at, goal, mine)
    return ("Ask ", *chain, Ref("p", people[-1]), at, goal, ".")


def weakest_plain(people: Sequence[str], tie: Tie | None, weakest: int) -> Plain:
    """Which hop is least certain and what it rests on."""
    if tie is None or weakest + 1 >= len(people):
        return ()
    left, right = Ref("p", people[weakest]), Ref("p", people[weakest + 1])
    return ("Least certain step: ", left, " to ", right, f", {_basis(tie)}.")


def _basis(tie: Tie) -> str:
    if tie.kind is EvidenceKind.INFERRED:
        return "which is concluded, not seen"
    if tie.strength is None:
        return "where the closeness is unknown"
    seen = "seen in your files" if tie.kind is EvidenceKind.OBSERVED else "as you or others said"
    return f"a {band(tie.strength)} tie, {seen}"


class Plainly:
    """Sentences of the analysis with references in place of names.

    ``targets`` and ``circles`` map names to ids; circles are numbered by size. ``private``
    knows people's names.
    """

    def __init__(
        self, targets: Mapping[str, str], circles: Mapping[str, str], private: NameWords
    ) -> None:
        self.targets = targets
        self.circles = circles
        self.private = private

    def wording(self, full: str, said: Said) -> Wording:
        """``full``, and the same from its parts; without parts it is a text as any other."""
        parts = said or ((Named("proof", full),) if full else ())
        return Wording(full, tuple(one for part in parts for one in self._part(part)))

    def group(self, name: str) -> Wording:
        """What a bridge joins: a circle, a target, people or a place."""
        return Wording(name, self._group(name))

    def circle(self, name: str) -> Wording:
        """A circle by its name, or else its number."""
        return Wording(name, (Free(name, f"Circle {int(self.circles[name][1:]) + 1}"),))

    def hints(self, suggestions: Sequence[Suggestion], target: str) -> tuple[HintView, ...]:
        """People worth asking about ``target``, in the order given."""
        return tuple(
            HintView(
                hint.id,
                Wording(hint.why, (Free(hint.why, "worth asking on the evidence we have"),)),
                Wording(hint.ask, self._question(hint.ask, target)),
            )
            for hint in suggestions
        )

    def _question(self, text: str, target: str) -> Plain:
        """Our own words, with the target wherever it is named."""
        goal = Ref("t", self.targets[target])
        first, *rest = text.split(target)
        if any(map(self.private.touches, (first, *rest))):
            return ("Do you know anybody who works at ", goal, "?")
        return (first, *(part for words in rest for part in (goal, words)))

    def _part(self, part: str | Named) -> Plain:
        if isinstance(part, str):
            return (part,)
        if part.kind == "person":
            return (Ref("p", part.key),)
        if part.kind == "group" or part.text in self.targets:
            return self._group(part.text)
        alias = {"work": work_of(part.text), "place": "another place"}.get(part.kind, "")
        return (Free(part.text, alias or (PROVEN[EvidenceKind(part.key)] if part.key else "")),)

    def _group(self, name: str) -> Plain:
        if name.startswith(PERHAPS):
            return (PERHAPS, *self._group(name.removeprefix(PERHAPS)))
        if name in self.targets:
            return (Ref("t", self.targets[name]),)
        if name in self.circles:
            return self.circle(name).plain
        return (name,) if name == OWN_CIRCLE else (Free(name, "another circle"),)


def letters(index: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …."""
    index, text = index + 1, ""
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
