"""An invented life in which every text of every file is an attack, written as real exports are."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

from click.testing import CliRunner

from netgraph.cli import main

FLAG = "window.__pwned=1"
OUTSIDE = "http://outside.example"
#: What a stranger may write where a name is expected, and what it would do to a careless page.
PAYLOADS = {
    "end of script": f"</script><script>{FLAG}</script>",
    "image": f'<img src=x onerror="{FLAG}">',
    "image of another host": f"<img src={OUTSIDE}/pixel.png>",
    "link": f'<a href="javascript:{FLAG}">href</a>',
    "end of select": f"</select><img src=x onerror={FLAG}>",
    "end of textarea": f"</textarea></title><svg onload={FLAG}>",
    "attribute": f"\" autofocus onfocus=\"{FLAG}\" ' onmouseover='{FLAG}' x='",
    "comment": f"<!--<script>{FLAG}//",
    "line separator": f"\u2028{FLAG};\u2029//",
    "prototype": "__proto__",
    "constructor": "constructor",
    "template": f"{{{{ 7 * 7 }}}} ${{{FLAG}}} {{% raw %}}",
    "style": f"</style><style>@import url({OUTSIDE}/a.css);</style>",
    "frame": f'<iframe src="{OUTSIDE}/"></iframe>',
    "base": f"<base href={OUTSIDE}/><meta http-equiv=refresh content=0;url={OUTSIDE}>",
    "entity": f"]]><!DOCTYPE x [<!ENTITY e SYSTEM '{OUTSIDE}/e'>]>&e;",
    "address": f"{OUTSIDE}/pixel.png",
    "script address": f"javascript:{FLAG}",
    "graphviz": f'digraph {{ a [label="<img src=x onerror={FLAG}>"] }}',
    "formula": f'=HYPERLINK("{OUTSIDE}")',
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "control": "Bell\x07 and\x0b\x1b[31m red",
    "direction": "\u202egnp.exe\u202c \u200f",
}
#: Half of a character, as damaged chats hold it.
HALF = "half \ud83d smile"


def haunt(folder: Path) -> Path:
    """A store that holds every payload in every field; below ``folder``."""
    archive = folder / "it's <img src=x onerror=alert(1)>.zip"
    with zipfile.ZipFile(archive, "w") as made:
        name = f"a </script><script>{FLAG}</script>/{{}}"
        made.writestr(name.format("book <b>.vcf"), _cards())
        made.writestr(name.format("list.csv"), _list())
        made.writestr(name.format("Connections.csv"), _connections())
        made.writestr(name.format("meetings.ics"), _calendar())
        made.writestr(name.format("box.mbox"), _mail())
        friends = {"friends_v2": [{"name": HALF, "timestamp": 1_600_000_000}]}
        made.writestr("facebook/your_friends.json", json.dumps(friends))
    store = folder / "netgraph.db"
    image = PAYLOADS["image"]
    run(store, "import", "--me", "Robin Vale <me@example.com>", str(archive))
    alias = f"also {PAYLOADS['style']}"
    for name in ("end of script", "image", "link", "formula", "prototype", "control"):
        run(store, "target", "add", f"{PAYLOADS[name]} works", "--alias", alias,
            "--industry", image, "--city", image)  # fmt: skip
    known = f"{PAYLOADS['end of script']} Stone"
    run(store, "add", f"By hand {image}", "--new", "--as", image, "--circle", image, "--close",
        "well", "--knows", known, "--knows-at", PAYLOADS["link"])  # fmt: skip
    return store


def run(store: Path, *arguments: str) -> str:
    """What a verb prints; it must succeed."""
    result = CliRunner().invoke(main, ["--store", str(store), *arguments])
    assert result.exit_code == 0, (arguments, result.output, result.exception)
    return result.stdout


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _cards() -> str:
    cards = []
    for number, text in enumerate(PAYLOADS.values()):
        value = _escaped(text)
        cards.append(
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{value} Lee\r\nNICKNAME:{value}\r\n"
            f"ORG:{value} works\r\nTITLE:{value}\r\nROLE:{value}\r\n"
            f"NOTE:{value}\r\nCATEGORIES:{value}\r\n"
            f"ADR:;;{value};{value};;;\r\nTEL:+44 7700 9001{number:02}\r\n"
            f"EMAIL:p{number}@example.org\r\nURL:https://www.linkedin.com/in/{value}\r\n"
            f"URL:{value}\r\nPHOTO;VALUE=uri:{OUTSIDE}/{number}.png\r\n"
            f"X-ABRELATEDNAMES:{value}\r\nEND:VCARD\r\n"
        )
    return "".join(cards)


def _table(head: str, rows: list[list[str]]) -> str:
    stream = io.StringIO()
    csv.writer(stream).writerows([head.split(","), *rows])
    return stream.getvalue()


def _list() -> str:
    texts = list(PAYLOADS.values())
    rows = [
        [
            f"{one} Lee",
            f"{one} works",
            one,
            one,
            one,
            texts[(k + 1) % len(texts)],
            f"p{k}@example.org",
        ]
        for k, one in enumerate(texts)
    ]
    return _table("Name,Employer,Occupation,Circle,Note,Knows,Email", rows)


def _connections() -> str:
    rows = [
        [one, "Stone", one, f"q{k}@example.org", f"{one} works", one, "11 Apr 2023"]
        for k, one in enumerate(PAYLOADS.values())
    ]
    return _table("First Name,Last Name,URL,Email Address,Company,Position,Connected On", rows)


def _calendar() -> str:
    guests = "".join(
        f'ATTENDEE;CN="{text.replace(chr(34), chr(39))}":mailto:p{number}@example.org\r\n'
        for number, text in enumerate(PAYLOADS.values())
        if number % 4 == 0 and text.isprintable()
    )
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        "DTSTART:20260401T100000Z\r\nDTEND:20260401T110000Z\r\n"
        f"SUMMARY:{_escaped(PAYLOADS['image'])}\r\nLOCATION:{_escaped(PAYLOADS['frame'])}\r\n"
        f"ORGANIZER:mailto:me@example.com\r\n{guests}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def _mail() -> str:
    mails = [
        f"From x@example.org Tue Apr 11 10:00:00 2023\nFrom: me@example.com\n"
        f'To: "{text.replace(chr(34), chr(39))}" <p{number}@example.org>\n'
        f"Subject: {text}\nDate: Tue, 11 Apr 2023 10:00:00 +0000\n"
        f"Message-ID: <{number}{PAYLOADS['image']}@example.org>\n\n{text}\n\n"
        for number, text in enumerate(PAYLOADS.values())
        if text.isprintable()
    ]
    return "".join(mails)
