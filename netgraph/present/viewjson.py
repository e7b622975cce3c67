"""The page's data as JSON, schema version 1.

People, employers, circles and targets are lists; everything refers to them by position, -1
for none. A wording is ``[full, plain]`` where ``plain`` is a list of texts and references
``["p"|"e"|"t", position]``. A proof is ``[kind, text, file, place, date]`` with ``text`` and
``file`` as positions in ``strings``. Keys:

* ``schema`` 1, ``title``, ``as_of`` (ISO date), ``me`` (person), ``redacted`` ("", "names",
  "full"), ``notes``, ``strings``, ``wanted`` (``[what, how]``), ``steps`` (see `stepsjson`)
* ``people``: ``{n: number, name, occ, circle, band, last, link, files, stays, xy, since}`` where
  a stay is ``[employer, role, period, current]``
* ``employers``: ``{name, alias, target}``; ``circles``: ``{name: wording, size}``
* ``ties``: ``[left, right, kind, band, proofs, total, since]``, since a year or ""
* ``targets``: ``{name, alias, state, band, insiders, former, independent, through, blind,
  hints, inside, left}``, a hint being ``[person, why, ask]``, inside and left ``[person, stay]``
* ``ways``: ``{target, rank, people, ties, band, basis, weakest, weakest_why, reason, inside,
  proof, stability, where, said}``, said being what the last tie rests on most, "" for nothing
* ``bridges``, ``everyday``: ``{rank, person, band, groups, opens, loss, reason, introduced,
  everyday, proofs, stability, adds, alone}``, adds being ``[target, how much, said]``
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from netgraph.present.packing import deferred, packed
from netgraph.present.stepsjson import steps_document
from netgraph.present.viewtypes import (
    BridgeView,
    Free,
    PersonView,
    Proof,
    Ref,
    Stay,
    TargetView,
    ViewModel,
    WayView,
    Wording,
)

#: How these characters are written so that no HTML parser can see a tag in the JSON.
UNSAFE = str.maketrans(
    {"&": "\\u0026", "<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def to_json(view: ViewModel) -> str:
    """The view as compact JSON that can stand inside a ``<script>`` element."""
    return _dumped(_Encoding(view).document()).decode().translate(UNSAFE)


def to_columns(view: ViewModel) -> bytes:
    """The same by columns (see `netgraph.present.packing`), as JSON to be compressed."""
    document = packed(_Encoding(view).document())
    if later := deferred(document, len(view.ties)):
        document["later"] = _dumped(later).decode()
    return _dumped(document)


def _dumped(document: dict[str, Any]) -> bytes:
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # a lone surrogate from a damaged file cannot be written as UTF-8
    return text.encode("utf-8", "replace")


class _Encoding:
    """Positions of everything that is referred to."""

    def __init__(self, view: ViewModel) -> None:
        self.view = view
        self.places = {
            "p": {p.id: k for k, p in enumerate(view.people)},
            "e": {e.id: k for k, e in enumerate(view.employers)},
            "t": {t.id: k for k, t in enumerate(view.targets)},
            "c": {c.id: k for k, c in enumerate(view.circles)},
        }
        self.ties = {(t.left, t.right): k for k, t in enumerate(view.ties)}
        self.strings: dict[str, int] = {}

    def document(self) -> dict[str, Any]:
        view = self.view
        body = {
            "people": [self.person(p) for p in view.people],
            "employers": [
                {"name": e.name, "alias": e.alias, "target": self.at("t", e.target)}
                for e in view.employers
            ],
            "circles": [{"name": self.wording(c.name), "size": c.size} for c in view.circles],
            "ties": [
                [
                    self.at("p", t.left),
                    self.at("p", t.right),
                    t.kind,
                    t.band,
                    self.proofs(t.proofs),
                    t.total,
                    t.since,
                ]
                for t in view.ties
            ],
            "targets": [self.target(t) for t in view.targets],
            "ways": [self.way(w) for w in view.ways],
            "bridges": [self.bridge(b) for b in view.bridges],
            "everyday": [self.bridge(b) for b in view.everyday],
        }
        head = {
            "schema": 1,
            "title": view.title,
            "as_of": view.as_of,
            "me": self.at("p", view.me),
            "redacted": view.redacted,
            "notes": list(view.notes),
            "wanted": [list(one) for one in view.wanted],
            "steps": steps_document(view.steps, self.at),
        }
        return {**head, **body, "strings": list(self.strings)}

    def at(self, kind: str, key: str) -> int:
        return self.places[kind].get(key, -1)

    def wording(self, wording: Wording) -> list[Any]:
        return [wording.full, [self.part(part) for part in wording.plain]]

    def part(self, part: str | Ref | Free) -> str | list[Any]:
        if isinstance(part, Ref):
            return [part.kind, self.at(part.kind, part.id)]
        if isinstance(part, Free):
            # shown while names are hidden: only what holds none
            return part.alias if self.view.private.touches(part.text) else part.text
        return part

    def proof(self, proof: Proof) -> list[Any]:
        return [
            proof.kind,
            self.strings.setdefault(proof.text, len(self.strings)),
            self.strings.setdefault(proof.file, len(self.strings)),
            proof.place,
            proof.date,
        ]

    def proofs(self, proofs: Iterable[Proof]) -> list[list[Any]]:
        return [self.proof(p) for p in proofs]

    def stay(self, stay: Stay) -> list[Any]:
        return [self.at("e", stay.employer), stay.role, stay.period, stay.current]

    def person(self, person: PersonView) -> dict[str, Any]:
        return {
            "n": person.number,
            "name": person.name,
            "occ": person.occupation,
            "circle": self.at("c", person.circle),
            "band": person.band,
            "last": person.last,
            "link": person.link,
            "files": [self.strings.setdefault(file, len(self.strings)) for file in person.files],
            "stays": [self.stay(s) for s in person.stays],
            "xy": person.xy,
            "since": person.since,
        }

    def target(self, target: TargetView) -> dict[str, Any]:
        return {
            "name": target.name,
            "alias": target.alias,
            "state": target.state,
            "band": target.band,
            "insiders": target.insiders,
            "former": target.former,
            "independent": target.independent,
            "through": [self.at("p", p) for p in target.through],
            "blind": self.wording(target.blind),
            "hints": [
                [self.at("p", h.person), self.wording(h.why), self.wording(h.ask)]
                for h in target.hints
            ],
            "inside": [[self.at("p", i.person), self.stay(i.stay)] for i in target.inside],
            "left": [[self.at("p", i.person), self.stay(i.stay)] for i in target.left],
        }

    def way(self, way: WayView) -> dict[str, Any]:
        return {
            "target": self.at("t", way.target),
            "rank": way.rank,
            "people": [self.at("p", p) for p in way.people],
            "ties": [self.ties.get(tie, -1) for tie in way.ties],
            "band": way.band,
            "basis": way.basis,
            "weakest": way.weakest,
            "weakest_why": self.wording(way.weakest_why),
            "reason": self.wording(way.reason),
            "inside": self.stay(way.inside) if way.inside else None,
            "proof": self.proof(way.proof) if way.proof else None,
            "stability": way.stability,
            "where": way.where,
            "said": self.said(way),
        }

    def said(self, way: WayView) -> str:
        last = self.ties.get(way.ties[-1], -1) if way.ties else -1
        proofs = self.view.ties[last].proofs if last >= 0 else ()
        return proofs[0].text if proofs else ""

    def bridge(self, bridge: BridgeView) -> dict[str, Any]:
        return {
            "rank": bridge.rank,
            "person": self.at("p", bridge.person),
            "band": bridge.band,
            "groups": [self.wording(g) for g in bridge.groups],
            "opens": [self.at("t", t) for t in bridge.opens],
            "loss": self.wording(bridge.loss),
            "reason": self.wording(bridge.reason),
            "introduced": bridge.introduced,
            "everyday": bridge.everyday,
            "proofs": self.proofs(bridge.proofs),
            "stability": bridge.stability,
            "adds": [[self.at("t", one.target), one.much, one.said] for one in bridge.adds],
            "alone": bridge.alone,
        }
