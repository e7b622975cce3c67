"""A seeded mailbox like the one Google Takeout gives: 25,000 messages in 250 MB by default.

Two fifths of the messages come from machines and lists, the rest from 2,000 invented people;
the headers are as long as real ones, and bodies hold unescaped lines that begin with "From ".
"""

from __future__ import annotations

import random
from base64 import encodebytes
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from pathlib import Path
from typing import BinaryIO

ME = "Noor Saldana <noor@example.org>"
GIVEN = ("Ilse", "Wren", "Tobin", "Zoë", "Jörg", "Casimir", "Anaïs", "Björn", "Maria", "Łucja")
FAMILY = ("Quandel", "Talbach", "Marrash", "Lindqvist", "Oduya", "Haddad", "López", "Müller")
DOMAINS = ("pine.example", "nordwind.example", "orbit.example", "mail.example", "example.org")
WORDS = ("we", "had", "the", "team", "about", "plans", "from", "next", "week", "so", "for", "all")
START = datetime(2016, 1, 4, 8, tzinfo=UTC)
TRACE = (
    "Received: by 2002:a05:6402:{n} with SMTP id k{n}csp{n}; {date}\n"
    "X-Received: by 2002:a17:906:{n} with SMTP id {n}mr{n}; {date}\n"
    "ARC-Seal: i=1; a=rsa-sha256; t={n}; cv=none; d=mail.example; s=arc-20160816;\n"
    "        b={noise}\n         {noise}\n         {noise}\n"
    "ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=mail.example;\n"
    "        h=to:subject:message-id:date:from:mime-version:dkim-signature;\n"
    "        bh={noise};\n        b={noise}\n         {noise}\n"
    "Received-SPF: pass (mail.example: domain of {n}@mail.example designates 192.0.2.1)\n"
    "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=mail.example; s=20230601;\n"
    "        h=to:subject:message-id:date:from; bh={noise};\n        b={noise}\n         {noise}\n"
)


def write_mailbox(path: Path, n_messages: int, size: int, seed: int = 1) -> None:
    """Write ``n_messages`` [> 0] of about ``size`` bytes altogether; the same for one seed."""
    rng = random.Random(seed)
    people = _people(rng)
    filler = _filler(rng)
    each = size // n_messages
    with path.open("wb") as out:
        for number in range(n_messages):
            _write_message(out, rng, people, number)
            # A few mails carry attachments, most are short.
            length = int(each * rng.choice((0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.5, 0.5, 1.5, 5.5)))
            start = rng.randrange(len(filler) // 2)
            out.write(filler[start : start + length] + b"\n\n")


def _people(rng: random.Random) -> list[str]:
    found = []
    for number in range(2000):
        given, family = rng.choice(GIVEN), rng.choice(FAMILY)
        name = f"{given} {family}"
        if not name.isascii():
            name = Header(name, "utf-8").encode()
        elif number % 7 == 0:
            name = f'"{family}, {given}"'
        found.append(f"{name} <person{number}@{rng.choice(DOMAINS)}>")
    return found


def _filler(rng: random.Random) -> bytes:
    """8 MB of prose with tricky lines, and of Base64."""
    lines = []
    for number in range(60_000):
        lines.append(" ".join(rng.choices(WORDS, k=12)))
        if number % 400 == 0:
            lines.append("\nFrom the desk of nobody: body text.")
    text = "\n".join(lines).encode()
    return text + encodebytes(rng.randbytes(3_000_000))


def _write_message(out: BinaryIO, rng: random.Random, people: list[str], number: int) -> None:
    when = START + timedelta(hours=3 * number, minutes=rng.randrange(60))
    date = format_datetime(when)
    noise = rng.randbytes(32).hex()
    headers = [
        f"From 17901234567890{number:05}@xxx {when:%a %b %d %H:%M:%S} +0000 {when:%Y}",
        f"X-GM-THRID: 17901200000000{number:05}",
        "X-Gmail-Labels: =?UTF-8?Q?Messages_archiv=C3=A9s,Bo=C3=AEte_de_r=C3=A9ception?=",
    ]
    # Aware readers see the crowd: one to three friends, now and then fifteen.
    others = rng.sample(people, rng.choice((1, 1, 1, 2, 3, 4, 15)))
    draw = rng.random()
    if draw < 0.2:
        headers += [f"From: {ME}", f"To: {', '.join(others)}"]
    else:
        headers += ["Delivered-To: noor@example.org"]
        headers += TRACE.format(n=number, date=date, noise=noise).rstrip("\n").split("\n")
        if draw < 0.6:
            headers += [f"From: {others[0]}", f"To: {', '.join([ME, *others[1:]])}"]
        else:
            headers += ["From: Weekly <news@lists.example>", f"To: {ME}"]
            headers += ["List-Unsubscribe: <https://lists.example/u>", "Precedence: bulk"]
    if number and rng.random() < 0.4:
        headers.append(f"In-Reply-To: <m{rng.randrange(number)}@example.org>")
    headers += [f"Date: {date}", f"Subject: Plan {number}", f"Message-ID: <m{number}@example.org>"]
    headers += ["MIME-Version: 1.0", 'Content-Type: text/plain; charset="UTF-8"', "", ""]
    out.write("\n".join(headers).encode())
