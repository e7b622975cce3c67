"""A redacted copy holds nobody's name, address, phone or link, wherever they might hide."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import netgraph
from netgraph import workflow
from netgraph.analyse.said import Named
from netgraph.model import Identifier, IdentifierKind, Person
from netgraph.present.formats import format_of, work_of
from netgraph.present.namewords import name_words
from netgraph.present.page import render
from netgraph.present.redact import redact
from netgraph.present.viewjson import to_json
from netgraph.present.viewmodel import view_model
from netgraph.present.viewtypes import Free, Ref, ViewModel, Wording
from tests.present.builders import Demo, demo


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory, sample_data: Path) -> ViewModel:
    """The whole page of the sample life, one person of which has no tie and no group."""
    path = tmp_path_factory.mktemp("life") / "netgraph.db"
    with netgraph.Store.open(path) as store:
        day = datetime(2026, 11, 15, tzinfo=UTC)
        list(netgraph.import_paths(store, [sample_data / "mine"], now=day))
        workflow.import_targets(store, sample_data / "targets.csv")
    return netgraph.explore(netgraph.load(path)).view


def said(view: ViewModel, wording: Wording, *, hidden: bool = False) -> str:
    """The plain side of a wording; with ``hidden`` people are nobody in particular."""
    people = {p.id: "Person" if hidden else p.name for p in view.people}
    names = {**people, **{t.id: t.name for t in view.targets}}
    parts = []
    for part in wording.plain:
        if isinstance(part, Ref):
            parts.append(names[part.id])
        else:
            parts.append(part.text if isinstance(part, Free) else part)
    return "".join(parts)


def sentences(view: ViewModel) -> list[Wording]:
    """What the page says in the analysis' own words, in a stable order."""
    found = [hint for t in view.targets for h in t.hints for hint in (h.why, h.ask)]
    found += [t.blind for t in view.targets]
    for bridge in (*view.bridges, *view.everyday):
        found += [bridge.loss, bridge.reason, *bridge.groups]
    return [*found, *(c.name for c in view.circles)]


def holds_a_name(view: ViewModel, wording: Wording) -> bool:
    return any(isinstance(p, Free) and view.private.touches(p.text) for p in wording.plain)


@pytest.fixture(scope="module")
def telling() -> Demo:
    """Names hide in employers, roles, occupations and circles; one target is a surname."""
    return demo(extra=" of Ilse Brandt, ilse@example.com, +44 7700 900123")


def parts(made: Demo) -> set[str]:
    found = set()
    for person in made.graph.people:
        for name in person.names:
            found |= {w.casefold() for w in re.findall(r"[^\W\d_]{3,}", name)}
    return found


def leaks(made: Demo, text: str) -> set[str]:
    words = set(re.findall(r"[^\W\d_]{3,}", text.casefold()))
    addresses = {i.value for p in made.graph.people for i in p.identifiers}
    addresses |= {"ilse@example.com", "+44 7700 900123", "friend_nadia"}
    return (words & parts(made)) | {a for a in addresses if a in text}


@pytest.mark.parametrize("how", ["names", "full"])
def test_nothing_of_a_name_is_left(telling: Demo, how: str) -> None:
    view = view_model(*telling.arguments(), telling.circles)
    assert leaks(telling, to_json(view))
    assert leaks(telling, to_json(redact(view, how, "salt"))) == set()


@pytest.mark.parametrize("how", ["names", "full"])
def test_whole_page_of_the_demo_is_clean(view: ViewModel, how: str) -> None:
    made = demo()
    assert leaks(made, render(redact(view, how, "salt"))) == set()


def test_a_sentence_in_parts_is_the_sentence(life: ViewModel) -> None:
    assert len(sentences(life)) > 100
    for wording in sentences(life):
        assert said(life, wording) == wording.full


def test_names_copy_says_what_the_page_says(life: ViewModel) -> None:
    """Word for word, people aside; only what holds a name itself is called otherwise."""
    copy = redact(life, "names", "salt")
    pairs = list(zip(sentences(life), sentences(copy), strict=True))
    kept = [(old, new) for old, new in pairs if not holds_a_name(life, old)]
    assert len(kept) > 0.8 * len(pairs)
    for old, new in kept:
        assert said(copy, new, hidden=True) == said(life, old, hidden=True)
    losses = {said(copy, b.loss) for b in copy.bridges}
    assert "Without them no chain to Solstice Grid is left." in losses
    circles = {said(copy, c.name) for c in copy.circles}
    assert {"Quay Street", "choir"} & circles
    assert not any(name.startswith("people around") for name in circles)


def test_full_copy_says_nothing_else_of_anybody(life: ViewModel) -> None:
    """Groups, occupations and evidence are called otherwise; what is said of them stays."""
    copy = redact(life, "full", "salt")
    for old, new in zip(sentences(life), sentences(copy), strict=True):
        text = said(copy, new, hidden=True)
        words = [part for part in old.plain if isinstance(part, str)]
        assert [word for word in words if word not in text] == []
    assert "Without them no chain to Solstice Grid is left." in {
        said(copy, b.loss) for b in copy.bridges
    }


def test_somebody_without_any_group_joins_none() -> None:
    made = demo(60)
    first = made.bridges.ranked[0]
    name = Named("person", first.name, first.id)
    alone = replace(
        first,
        groups=(),
        opens=(),
        reason_said=(name, " is somebody you can ask."),
        loss_said=("Nothing you know of would be cut off.",),
    )
    made.bridges = replace(made.bridges, ranked=(alone,))
    view = view_model(*made.arguments(), made.circles)
    for how in ("names", "full"):
        bridge = redact(view, how, "salt").bridges[0]
        assert bridge.reason.plain == (Ref("p", bridge.person), " is somebody you can ask.")
        assert bridge.loss.plain == ("Nothing you know of would be cut off.",)


def test_names_keeps_employers_roles_and_dates(view: ViewModel) -> None:
    text = to_json(redact(view, "names", "salt"))
    assert "Harbour Mutual" in text
    assert "Data engineer" in text
    assert "mails both ways" in text
    assert re.search(r"\d{4}-\d\d-\d\d", text)
    assert "Haddad Consulting" not in text


def test_full_keeps_targets_years_and_the_kind_of_evidence(view: ViewModel) -> None:
    made = redact(view, "full", "salt")
    text = to_json(made)
    assert [t.name for t in made.targets] == [t.name for t in view.targets]
    assert not re.search(r"\d{4}-\d\d", text)
    for gone in ("Harbour Mutual", "Data engineer", "mails both ways", "message 62", ".mbox"):
        assert gone not in text
    assert "software and data" in text
    assert "in mail" in text


def test_a_target_that_is_somebodys_name_becomes_a_letter(view: ViewModel) -> None:
    first = replace(view.targets[0], name="Lindqvist Holding")
    made = redact(replace(view, targets=(first, *view.targets[1:])), "full", "salt")
    assert made.targets[0].name == "Target A"


def test_another_salt_gives_other_numbers_and_the_same_salt_the_same(view: ViewModel) -> None:
    one, again, other = (redact(view, "full", salt) for salt in ("a", "a", "b"))
    assert one == again
    assert one.me != other.me
    assert {p.name for p in one.people} == {p.name for p in other.people}


def test_structure_is_kept(view: ViewModel) -> None:
    made = redact(view, "names", "salt")
    old, new = json.loads(to_json(view)), json.loads(to_json(made))
    for key in ("people", "employers", "circles", "ties", "targets", "ways", "bridges"):
        assert len(old[key]) == len(new[key])
    assert [len(w["people"]) for w in new["ways"]] == [len(w["people"]) for w in old["ways"]]
    assert all(min(w["people"] + w["ties"]) >= 0 for w in new["ways"])
    bands = [[t[2], t[3]] for t in old["ties"]]
    assert sorted(bands) == sorted([t[2], t[3]] for t in new["ties"])


def test_wrong_word_is_an_error_and_twice_is_once(view: ViewModel) -> None:
    with pytest.raises(ValueError, match="some"):
        redact(view, "some")
    once = redact(view, "full", "x")
    assert redact(once, "names", "y") is once


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Assistant to ILSE", True),
        ("brandt_holding", True),
        ("Petrov's café", True),
        ("write to a@example.org", True),
        ("see www.example.org", True),
        ("call +44 7700 900123", True),
        ("Xu & partners", True),
        ("xu", False),
        ("王小明工作室", True),
        ("Zoe and others", True),
        ("von der Küste", False),
        ("Petrovka street, 2019–2024", False),
        ("12 mails, last on 2 Sep 2023", False),
        ("", False),
    ],
)
def test_what_counts_as_telling(text: str, told: bool) -> None:
    made = demo(
        60,
        {2: "Ilse von Brandt", 3: "Dmitri Petrov", 4: "Li Xu", 5: "王小明", 6: "Zoë Ueda"},
    )
    assert name_words(made.graph.people).touches(text) is told


FORMS = {
    "Karim Haddad": "KarimHaddad Consulting|karimhaddad fan club|Haddads Garage|HADDAD'S|khaddad|"
    "haddadconsulting|thehaddadgroup|HaddadCo|Karim_Haddad|Hadd\u00adad|H a d d a d|Ｈａｄｄａｄ|"
    "K. H. Consulting|friends of K.H.",
    "Jean-Pierre O'Malley-Grün": "OMalley Ltd|O Malley Ltd|O’Malley|JeanPierre Bistro|Jean Pierre|"
    "Gruen & Co|Grun|Grünhaus|J.P.O. Holding|JPO Holding",
    "Łukasz Żak": "Lukasz fan|Zak Motors|ŁUKASZ",
    "Søren Ægir": "Soren fan|Soeren Boats|Aegir|Sören",
    "Heinz Mueller": "Müllers|Muller|MüllerBau",
    "Åse Ødegaard": "Odegard|Oedegaard",
    "Иван Петров": "Petrov cafe|Студия Петрова",
    "王小明": "王小明工作室|小明の店|XiaoMing studio",
    "Ana de la Cruz": "delaCruz Taxi|DELACRUZ|De la Cruz",
    "Fred McDonald": "Mc Donald|Mcdonald's",
    "Li Xu": "XU Trading|Xu",
    "k.zeppelin@example.org": "Zeppelin friends",
    "Lindqvist Ann": "Lindqvisthof",
}
OTHERS = (
    "Nordwind Analytics|Bakery|Acme S.A.|IT manager|U.S. Bank|Petrovka street|Zakopane|Mullein|"
    "both at Harbour Mutual, about 80 people|2 mails, both ways, last on 2 Jun 2023|in grid|"
    "Brightwater|Transport planner|Port Alder Ferries|Donaldson|School 2014-2020|Cruise Lines"
)


@pytest.mark.parametrize(("name", "text"), [(n, t) for n in FORMS for t in FORMS[n].split("|")])
def test_a_name_is_told_in_any_form(name: str, text: str) -> None:
    person = Person("p", name, (name,))
    assert name_words([person]).touches(text)
    assert not name_words([Person("q", "Ulla Quist", ("Ulla Quist",))]).touches(text)


@pytest.mark.parametrize("text", OTHERS.split("|"))
def test_what_is_nobodys_name_stays(text: str) -> None:
    names = [*FORMS, "Hannah Bright", "Jun Tran", "Ingrid Ferri", "Sam Adams", "Grace Baker"]
    people = [Person(name, name, (name,)) for name in names]
    assert not name_words(people).touches(text)


def test_account_names_and_profile_addresses_count_too() -> None:
    owl = Identifier(IdentifierKind.HANDLE, "night_owl77")
    slug = Identifier(IdentifierKind.PROFILE, "https://www.linkedin.com/in/anna-painter-1a2b3c/")
    words = name_words([Person("p", "Ann", ("Ann",), (owl, slug))])
    assert words.touches("NightOwl club")
    assert words.touches("AnnaPainter Ltd")
    assert not words.touches("Painter, nights")


def test_a_whole_store_keeps_no_form_of_a_name(tmp_path: Path) -> None:
    """Names joined, bent and without their marks hide in employers, occupations and circles."""
    people = tmp_path / "people.csv"
    people.write_text(
        "Name,Employer,Occupation,Circle\n"
        "Karim Haddad,Nordwind,,KarimHaddad fans\n"
        "Jean-Pierre O'Malley-Grün,KarimHaddad Consulting,,\n"
        "Łukasz Żak,Haddads Garage,Lukasz fan,choir\n"
        "Søren Ægir,OMalley Ltd,Soren fan,choir\n"
        "Ulla Quist,Soeren Boats,baker,choir\n",
        encoding="utf-8",
    )
    with netgraph.Store.open(tmp_path / "netgraph.db") as store:
        list(netgraph.import_paths(store, [people], now=datetime(2026, 11, 3, tzinfo=UTC)))
    graph = netgraph.load(tmp_path / "netgraph.db")
    text = to_json(netgraph.explore(graph, redact="names", salt="s").view)
    told = re.findall("(?i)haddad|malley|lukasz|soe?ren|quist", text)
    assert told == []
    assert "Nordwind" in text
    assert "choir" in text


@pytest.mark.parametrize(
    ("file", "sort"),
    [
        ("ilse.zip/Connections.csv", "a LinkedIn export"),
        ("C:\\mail\\ilse.mbox", "mail"),
        ("ilse.vcf", "an address book"),
        ("ilse", "a file"),
        ("", ""),
    ],
)
def test_sort_of_file(file: str, sort: str) -> None:
    assert format_of(file) == sort


@pytest.mark.parametrize(
    ("role", "field"),
    [
        ("Senior Data Engineer", "software and data"),
        ("hairdresser", "everyday services"),
        ("Head of Nothing", "leading and organising"),
        ("Wizard", "other work"),
        ("  ", ""),
    ],
)
def test_field_of_work(role: str, field: str) -> None:
    assert work_of(role) == field
