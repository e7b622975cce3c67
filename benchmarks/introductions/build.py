"""Writes `examples.jsonl`: small mailboxes with and without an introduction, all invented.

Every text in `en.txt`, `de.txt`, `fr.txt` and `es.txt` (`+` an introduction, `-` none, then
subject and body, `//` a new line) becomes a mail from one person to the owner and one more
person who was never seen with the owner before: structure alone tells nothing there.
`structures.txt` holds introducing words in mail whose structure forbids it. Bodies come in the
encodings that mail programs use; in half of the mailboxes the new person later writes.

`python benchmarks/introductions/build.py` writes the same file again on every machine.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
NAMES = {
    "en": "Wren Talbach|Ida Quill|Rufus Okoro|Nell Garston|Piers Odell|Una Marsh",
    "de": "Jörg Lindau|Käthe Brandt|Till Overbeck|Änne Voss|Ruth Seidel|Emil Kranz",
    "fr": "Zoé Lambert|Rémi Vasseur|Odette Blin|Gaël Morin|Flore Tissot|Yann Pavic",
    "es": "Íñigo Salas|Marta Oliva|Raúl Pinto|Noa Vergara|Jimena Ríos|Tomás Arce",
}
SIGNED = {"en": "Best wishes", "de": "Viele Grüße", "fr": "Bien à vous", "es": "Un abrazo"}
ENCODINGS = ["8bit", "quoted-printable", "base64", "html", "alternative", "latin"]
OWNER = "Noor Saldana <noor@example.org>"


@dataclass(frozen=True)
class Text:
    """One written line: what it says and in which structure it stands."""

    language: str
    is_introduction: bool
    structure: str
    subject: str
    body: str


def texts() -> list[Text]:
    """All written lines, languages in order."""
    found = []
    for language in NAMES:
        for line in (HERE / f"{language}.txt").read_text("utf-8").splitlines():
            sign, _, rest = line.partition(" ")
            subject, _, body = rest.partition(" | ")
            found.append(Text(language, sign == "+", "pair", subject, body))
    for line in (HERE / "structures.txt").read_text("utf-8").splitlines():
        kind, _, body = line.partition(" | ")
        language, structure = kind.split()
        found.append(Text(language, False, structure, "{o} / {me}", body))
    return found


def mailbox(text: Text, number: int) -> dict[str, object]:
    """The example that a text becomes, as a line of `examples.jsonl`."""
    people = NAMES[text.language].split("|")
    sender, other = people[number % 6], people[(number + 1 + number // 6 % 5) % 6]
    words = {"s": sender.split()[0], "o": other.split()[0], "O": other, "me": "Noor"}
    subject, body = (part.format(**words).replace("//", "\n") for part in (text.subject, text.body))
    if text.subject.startswith("> "):
        subject = subject[2:]
    body = f"{body}\n\n{SIGNED[text.language]}\n{words['s']}\n"
    if number % 3 == 0:
        body += "\n-- \nLet me introduce our new product: meet Quill.\nTel. +1 555 0142\n"
    mail = _mail(_address(sender), subject, number)
    _address_it(mail, text.structure, _address(other))
    _fill(mail, body, ENCODINGS[number % len(ENCODINGS)])
    messages = [mail]
    if text.structure == "known":
        messages.insert(0, _note(_address(other), OWNER, "Earlier", number, "01"))
    if number % 2:
        messages.append(_note(_address(other), OWNER, f"Re: {subject}", number, "20"))
    return {
        "id": hashlib.sha256(f"{text.language}{text.subject}{text.body}".encode()).hexdigest()[:12],
        "language": text.language,
        "is_introduction": text.is_introduction,
        "structure": text.structure,
        "introducer": sender.split()[0],
        "introduced": _plain(other) if text.is_introduction else "",
        "message_id": mail["Message-ID"],
        "messages": [_written(message) for message in messages],
    }


def _mail(sender: str, subject: str, number: int) -> EmailMessage:
    mail = EmailMessage(policy=SMTP.clone(linesep="\n", max_line_length=200))
    mail["Delivered-To"] = "noor@example.org"
    mail["Date"] = f"{number % 9 + 10} Mar 2021 09:30:00 +0100"
    mail["From"] = sender
    mail["Subject"] = subject
    mail["Message-ID"] = f"<intro{number}@id.example>"
    return mail


def _address_it(mail: EmailMessage, structure: str, other: str) -> None:
    if structure == "alone":
        mail["To"] = OWNER
    elif structure == "list":
        mail["To"] = f"Choir <choir@lists.example>, {OWNER}, {other}"
        mail["List-Id"] = "Choir <choir.lists.example>"
        mail["Precedence"] = "bulk"
        mail["List-Unsubscribe"] = "<https://lists.example/u/1>"
    elif structure == "crowd":
        crowd = ", ".join(f"p{at}@tennis.example" for at in range(22))
        mail["To"] = f"{OWNER}, {other}, {crowd}"
    elif structure == "robot":
        mail.replace_header("From", "Platform <no-reply@platform.example>")
        mail["To"] = f"{OWNER}, {other}"
        mail["Auto-Submitted"] = "auto-generated"
    elif mail["Message-ID"].count("7"):
        mail["To"] = OWNER
        mail["Cc"] = other
    else:
        mail["To"] = f"{other}, {OWNER}"


def _note(sender: str, to: str, subject: str, number: int, day: str) -> EmailMessage:
    note = EmailMessage(policy=SMTP.clone(linesep="\n", max_line_length=200))
    note["Delivered-To"] = "noor@example.org"
    note["Date"] = f"{day} Mar 2021 10:00:00 +0100"
    note["From"] = sender
    note["To"] = to
    note["Subject"] = subject
    note["Message-ID"] = f"<note{number}-{day}@id.example>"
    note.set_content("Ok.\n")
    return note


def _fill(mail: EmailMessage, body: str, encoding: str) -> None:
    markup = "".join(f"<p>{escape(line)}</p>" for line in body.splitlines())
    if encoding == "html":
        mail.set_content(markup, subtype="html")
    elif encoding == "latin":
        mail.set_content(body, charset="iso-8859-1", cte="quoted-printable")
    elif encoding == "alternative":
        mail.set_content(body, cte="quoted-printable")
        mail.add_alternative(markup, subtype="html")
        mail.set_boundary("=-part-=")
    else:
        mail.set_content(body, cte=encoding)


def _address(person: str) -> str:
    return f"{person} <{_plain(person)}>"


def _plain(person: str) -> str:
    given = person.split(maxsplit=1)[0].lower()
    folded = given.translate(str.maketrans("äöüáéëíúñ", "aouaeeiun"))
    return f"{folded}@{len(person)}.example"


def _written(mail: EmailMessage) -> str:
    return mail.as_bytes().decode("utf-8")


def main() -> None:
    """Write all examples, one a line."""
    rows = [mailbox(text, number) for number, text in enumerate(texts())]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (HERE / "examples.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
