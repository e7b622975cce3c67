"""What is given away holds nobody's name, address, phone, link or file, in any format.

Names stand in every place that an import can bring one: every one is searched in every copy.
"""

from __future__ import annotations

import base64
import gzip
import html
import json
import re
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from netgraph.cli import main
from netgraph.present import page

#: Surnames that are no words of ours, and what else gives somebody away.
SECRETS = (
    "Torvald", "Quandahl", "Zwicknagl", "Oyelaran", "Folasade", "Wrzosek", "Xanthippe", "Vuorela",
    "Ferencz", "Szabolcs", "Mbongeni", "Dlaminisky", "עדינה", "佐々木", "quandahl.t", "xqz",
    "tq-1f2e3d", "zwick-fan", "night_owl77", "Kvistgaard", "Brzeska",
)  # fmt: skip
#: Somebody left out of everything, whose name stands in that of a firm.
LEFT_OUT = "Bogdana Wrzosek"
PHONES = ("+44 7700 900461", "+1 555-0142")
FILES = ("torvald quandahl.vcf", "zwicknagl", "list of xanthippe", "connections.csv")
#: What a copy with names hidden keeps and a full one does not.
KEPT_BY_NAMES = ("Larkspur Foundry", "Chief glazier", "Thursday quartet", "2023-04-11")

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Torvald Quandahl
N:Quandahl;Torvald;;;
ORG:Larkspur Foundry
TITLE:Chief glazier
EMAIL:quandahl.t@larkspur.example
TEL:+44 7700 900461
URL:https://www.linkedin.com/in/tq-1f2e3d
ADR:;;Zwicknagl-Gasse 5;Port Alder;;;
NOTE:sings with Xanthippe
CATEGORIES:Quandahl clan,Thursday quartet
X-ABRELATEDNAMES:Folasade Oyelaran
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:עדינה Vuorela
ORG:Nordwind
EMAIL:xqz@example.org
END:VCARD
"""
LIST = """Name,Employer,Occupation,Circle,Email,Phone,Note,Knows
Xanthippe Zwicknagl,Larkspur Foundry,aide of Torvald,friends of F. Oyelaran,,+1 555-0142,zwick-fan,\
Torvald Quandahl
Folasade Oyelaran,Quandahl & Sons,nanny at the Zwicknagls,Thursday quartet,\
night_owl77@example.org,,,
Bogdana Wrzosek,Larkspur Foundry,,Thursday quartet,,,,Folasade Oyelaran
佐々木 Ferencz,WrzosekCatering,cook,佐々木の会,,,,Xanthippe Zwicknagl
Mbongeni Dlaminisky,Oyelaran Partners,"Dlaminisky & co, cook",Thursday quartet,,,,
,Larkspur Foundry,,,xqz.ferencz@example.org,,,
"""
LINKEDIN = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Szabolcs,Ferencz,https://www.linkedin.com/in/szabolcs-tq-1f2e3d,,Larkspur Foundry,\
Aide to Xanthippe,11 Apr 2023
Mbongeni,Dlaminisky,https://www.linkedin.com/in/zwick-fan,,Nordwind,Chief glazier,12 Apr 2023
"""
MAIL = """From me@example.com Tue Apr 11 10:00:00 2023
From: Me Zwicknagl <me@example.com>
To: Torvald Quandahl <quandahl.t@larkspur.example>, "Folasade O." <night_owl77@example.org>
Subject: Xanthippe
Date: Tue, 11 Apr 2023 10:00:00 +0000
Message-ID: <1@example.com>

Torvald

"""


def invoke(store: Path, *arguments: str) -> None:
    result = CliRunner().invoke(main, ["--store", str(store), *arguments])
    assert result.exit_code == 0, (arguments, result.output)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("telling")
    files = folder / "Zwicknagl"
    files.mkdir()
    for name, text in {
        "Torvald Quandahl.vcf": CARD,
        "list of Xanthippe.csv": LIST,
        "Connections.csv": LINKEDIN,
        "Quandahl.mbox": MAIL,
    }.items():
        (files / name).write_text(text, encoding="utf-8")
    path = folder / "netgraph.db"
    invoke(path, "import", "--me", "Me Zwicknagl <me@example.com>", str(files))
    invoke(path, "target", "add", "Nordwind", "--alias", "Quandahl's dream")
    invoke(path, "target", "add", "Oyelaran Partners", "--domain", "oyelaran.example")
    invoke(path, "add", "Szabolcs Ferencz", "--met-through", "Folasade Oyelaran", "--close", "well")
    invoke(path, "exclude", LEFT_OUT)
    # what only the log and the drafts hold
    invoke(path, "profile", "set", "--who", "a glazier trained by Kvistgaard")
    invoke(path, "log", "Torvald Quandahl", "--did", "asked", "--note", "as Brzeska says")
    return path


@pytest.fixture(scope="module", params=["names", "full"])
def how(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def copies(store: Path, how: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every redacted copy that can be made, by name, as somebody who searches it reads it."""
    folder = tmp_path_factory.mktemp(how)
    for name in ("g.gexf", "g.graphml", "g.json", "csv"):
        invoke(store, "export", "-o", str(folder / name), f"--redact={how}", "--with-me")
    for renderer in ("pyvis", "sigma"):
        output = str(folder / f"{renderer}.html")
        invoke(store, "explore", "-o", output, f"--redact={how}", "--renderer", renderer)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "_PLAIN_LIMIT", 0)
        invoke(store, "explore", "-o", str(folder / "packed.html"), f"--redact={how}")
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.name: read(path.read_text("utf-8")) for path in files}


def read(text: str) -> str:
    """The text, what is packed in it unpacked, and both without escapes, in small letters."""
    data = re.search(r'<script type="application/json" id="data"([^>]*)>(.*?)</script>', text, re.S)
    if data and "gzip" in data[1]:
        # in its place: three letters of a secret stand in any long base64 by chance
        unpacked = gzip.decompress(base64.b64decode(data[2])).decode("utf-8")
        text = text.replace(data[2], unpacked)
    plain = re.sub(r"\\u([0-9a-f]{4})", lambda escape: chr(int(escape[1], 16)), text)
    return "\n".join((text, html.unescape(text), plain)).casefold()


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def test_every_copy_was_made(copies: dict[str, str]) -> None:
    assert set(copies) == {
        "g.gexf", "g.graphml", "g.json", "people.csv", "ties.csv",
        "pyvis.html", "sigma.html", "packed.html",
    }  # fmt: skip
    assert all("person 1" in text for text in copies.values())


def test_the_originals_hold_all_that_is_searched(store: Path, tmp_path: Path) -> None:
    """Otherwise not finding it in the copies would say nothing."""
    for name in ("g.json", "csv"):
        invoke(store, "export", "-o", str(tmp_path / name))
    invoke(store, "explore", "-o", str(tmp_path / "page.html"))
    whole = "\n".join(read(p.read_text("utf-8")) for p in tmp_path.rglob("*") if p.is_file())
    for secret in (*SECRETS, *FILES, *KEPT_BY_NAMES):
        assert secret.casefold() in whole, secret
    assert all(digits(phone) in digits(whole) for phone in PHONES)


def test_no_copy_holds_a_name_an_address_a_link_or_a_file(copies: dict[str, str]) -> None:
    wanted = (*SECRETS, *LEFT_OUT.split(), *FILES, *PHONES)
    found = [(n, s) for (n, text), s in product(copies.items(), wanted) if s.casefold() in text]
    assert found == []


def test_no_copy_holds_a_number_of_somebody(copies: dict[str, str]) -> None:
    for name, text in copies.items():
        # the libraries of the page and the checksums of its policy are full of digits
        lines = text if not name.endswith(".html") else "".join(re.findall(r'"[^"]*"', text))
        assert not any(digits(phone)[-9:] in digits(lines) for phone in PHONES), name


def test_no_copy_holds_an_id_of_the_store(store: Path, copies: dict[str, str]) -> None:
    from netgraph import load

    graph = load(store)
    ids = [p.id for p in graph.people] + [e.id for e in graph.employers]
    ids += [origin.digest for t in graph.ties for e in t.evidence if (origin := e.origin)]
    assert len(ids) > 15
    found = [(n, i) for (n, text), i in product(copies.items(), ids) if len(i) > 4 and i in text]
    assert found == []


def test_what_is_kept(copies: dict[str, str], how: str) -> None:
    everything = "\n".join(copies.values())
    assert "nordwind" in everything
    for word in KEPT_BY_NAMES:
        assert (word.casefold() in everything) == (how == "names"), word


def test_a_copy_as_json_tells_who_is_tied_to_whom_and_no_more(
    copies: dict[str, str], how: str, store: Path
) -> None:
    from netgraph import load

    shape = json.loads(copies["g.json"].split("\n}\n")[0] + "\n}")
    graph = load(store)
    assert len(shape["ties"]) == len(graph.ties)
    assert len(shape["people"]) == len(graph.people)
    assert all(person["identifiers"] == [] for person in shape["people"])
    assert sorted(p["id"] for p in shape["people"]) == [p["id"] for p in shape["people"]]
    assert all(tie["from"] < tie["to"] for tie in shape["ties"])
    dates = {piece["date"] for tie in shape["ties"] for piece in tie["evidence"]}
    assert (dates == {None}) == (how == "full")
