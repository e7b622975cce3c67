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
PROSE = """I hope you are well and that the move went smoothly.
Thank you for sending the draft over on Tuesday.
I had a look at it this morning and have a few remarks.
The second section is a little long, and I am not sure that the table is needed there.
Could you send me the numbers of last year as well?
We should meet before the end of the month and decide what to do about the office.
My sister is visiting us next week, so I will be away on Thursday and Friday.
If you have time, we could have lunch at the new place near the station.
Let me know what you think of it.
I spoke with the people from the council, and they are happy with the plan.
There is one thing that worries me, which is the date of the delivery.
The supplier says that it will take at least six weeks, but I have heard that before.
Please find the minutes of our last meeting attached.
He said that he would call back, but I have not heard from him since.
It would be great if somebody could take care of the invitations.
As you know, the budget is rather tight this year.
I will write to her again and tell you as soon as I know more.
Did you get the tickets for the concert?
The children send their love and ask when you are coming.
Best wishes, and have a good weekend."""
SENTENCES = PROSE.split("\n")
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
        lines.append(rng.choice(SENTENCES))
        if number % 6 == 0:
            lines.append("")
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
    if rng.random() < 0.5:
        # every second letter is to somebody by name, and of these half to two
        named = [other.strip('"').replace(",", "").split()[0] for other in others[:2]]
        greeted = " and ".join(named[: rng.choice((1, 2))])
        out.write(f"Hi {greeted},\n\n".encode())
