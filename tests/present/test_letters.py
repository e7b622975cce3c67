"""Every text for everybody of the sample data and of hostile files is one somebody could send."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.model import Profile, Target
from netgraph.outreach.aboutme import about_me
from netgraph.outreach.asks import questions_for
from netgraph.outreach.briefs import brief
from netgraph.outreach.checking import check
from netgraph.outreach.logbook import Logbook
from netgraph.outreach.messages import Channel, Tone, first_message, thank_you
from netgraph.outreach.standpoints import Standpoints
from netgraph.present.briefing import brief_shape, save_brief
from netgraph.present.letters import write_letter
from netgraph.store import Store
from netgraph.workflow import add_target, import_paths, import_targets, load_graph

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ODD = [
    "</script><img src=x onerror=alert(1)>",
    "=HYPERLINK(0)",
    "\u202eevil gnp.exe\u202c",
    "Bell\x07 and\x1b[31m red",
    "Robert'); DROP TABLE card;--",
    "[bold red]markup[/]",
    "{{ 7 * 7 }} {% for x in y %}",
    "A" * 5000,
    "None",
    "nan",
    "J. R.",
    "mail@example.org",
    "+1 555-0123",
    "王芳",
    "Dr. Ångström-O'Neill, PhD",
]
DOUBLED = re.compile(r"\b(\w+)[ \n]+\1\b", re.IGNORECASE)
ABSURD = re.compile(
    r"\{\{|\{%|\bNone\b|\bnan\b|\bnull\b| [,.;:?!]|[,;:]\s*[.,;:]|\.\.|\(\)|\[\]|^[,.;:?!]"
    r"|\b(?:at|in|until|as an?|the) ?[.,;?!]",
    re.MULTILINE,
)
PAIRS = [(channel, tone) for channel in Channel for tone in Tone]


@pytest.fixture(scope="module")
def sample(tmp_path_factory, sample_data):
    with Store.open(tmp_path_factory.mktemp("letters") / "n.db") as store:
        list(import_paths(store, [sample_data / "mine"], now=NOW))
        import_targets(store, sample_data / "targets.csv")
        return load_graph(store, NOW)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("hostile")
    cards = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nORG:Works {name}\nTITLE:{name} lead\nEND:VCARD\n"
        for name in ODD
    )
    (folder / "odd.vcf").write_text(cards, encoding="utf-8")
    rows = "".join(f'"{name} Stone","{name}","{name} Ltd",choir,some\n' for name in ODD)
    rows = rows.replace("\x07", "").replace("\x1b", "")
    text = f"Name,Occupation,Works at,Circle,Closeness\n{rows}"
    (folder / "odd.csv").write_text(text, encoding="utf-8")
    with Store.open(folder / "n.db") as store:
        list(import_paths(store, [folder / "odd.vcf", folder / "odd.csv"], now=NOW))
        for name in ODD[:6]:
            add_target(store, Target(f"Works {name}", industry=name))
        return load_graph(store, NOW)


def faults(text: str, listed: tuple[str, ...]) -> list[str]:
    """What nobody would send: half a sentence, a word twice, a blank that is not listed."""
    found = [match.group() for match in ABSURD.finditer(text)]
    found += [match.group() for match in DOUBLED.finditer(text)]
    return found + [one for one in re.findall(r"\[[^\]]*\]", text) if one not in listed]


@pytest.mark.parametrize("which", ["sample", "hostile"])
def test_every_message_can_be_sent_and_passes_the_check(which, request):
    graph = request.getfixturevalue(which)
    places, me, log = Standpoints(graph), about_me(graph, Profile()), Logbook()
    checked = {}
    for number, person in enumerate(one for one in graph.people if one.id != graph.me):
        at = places.of(person)
        # everybody in some, and all in everything
        for channel, tone in PAIRS if number % 9 == 0 else PAIRS[number % 9 :: 4]:
            for ask_now in (False, True) if at.silent_since else (False,):
                made = first_message(graph, at, me, channel, tone, ask_now=ask_now)
                letter = write_letter(made)
                whole = "\n────\n".join((letter.text, letter.forward, letter.phone))
                assert faults(whole, letter.blanks) == [], (person.name, whole)
                shape = re.sub(r"\d+", "0", whole.replace(person.name, "X"))
                if shape not in checked:
                    checked[shape] = [one.phrase for one in check(whole)]
                    assert checked[shape] == [], (person.name, whole)
        letter = write_letter(thank_you(graph, person, me, log, *PAIRS[number % 9]))
        assert faults(letter.text, letter.blanks) == [], (person.name, letter.text)
    assert checked


@pytest.mark.parametrize("which", ["sample", "hostile"])
def test_every_question_and_brief_is_whole(which, request):
    graph = request.getfixturevalue(which)
    places, me, log = Standpoints(graph), about_me(graph, Profile()), Logbook()
    for person in graph.people:
        if person.id == graph.me:
            continue
        at = places.of(person)
        asked = questions_for(at, me)
        text = "\n".join(one.text for one in asked.questions)
        assert faults(text, asked.blanks) == [], (person.name, text)
        assert not re.search(r"\b(?:openings?|vacanc|hiring|cv)\b", text, re.IGNORECASE)
        assert len({one.text for one in asked.questions}) == len(asked.questions)
        page = brief(graph, at, me, log)
        shape = brief_shape(page)
        own = "\n".join((page.purpose, *page.snapshot, page.known))
        assert faults(own, page.blanks) == [], (person.name, own)
        assert shape["questions"]
        assert shape["offer"]


def test_a_page_to_print_holds_no_live_name(hostile, tmp_path):
    places, me = Standpoints(hostile), about_me(hostile, Profile())
    for number, person in enumerate(one for one in hostile.people if one.id != hostile.me):
        page = brief(hostile, places.of(person), me, Logbook())
        text = save_brief(page, hostile, tmp_path / f"{number}.html").read_text("utf-8")
        assert "<img" not in text
        assert "<script" not in text
        assert not any(c in text for c in "\x07\x1b\u202e")


def test_what_is_mine_alone_is_never_quoted(sample):
    """Labels of the address book and counts of messages say nothing to the other."""
    places, me = Standpoints(sample), about_me(sample, Profile())
    labelled = 0
    for person in sample.people:
        private = set(person.labels) & {
            "Tidewater Choir",
            "Quay Street",
            "Trade fairs and suppliers",
        }
        if private and person.id != sample.me:
            labelled += 1
            made = first_message(sample, places.of(person), me, *PAIRS[0], ask_now=False)
            text = write_letter(made).text
            assert not any(label in text for label in private)
            assert not re.search(r"\d+ (?:mails|messages|meetings)|closeness|weak|strong", text)
    assert labelled > 15
