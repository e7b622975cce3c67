"""The telephone's address book: Android cards (vCard 2.1) and later Apple ones (3.0)."""

from __future__ import annotations

from collections.abc import Sequence

from _world.people import Someone

#: Android's number for a kind of relation: card, related name, kind.
ANDROID_RELATIONS = {
    "bob": ("Priya Raman", 6),
    "kasia": ("Robert Maddox", 7),
    "stan": ("Bill Prentice", 6),
}
APPLE_RELATIONS = {
    "dana": (("Leila Farsi", "_$!<Friend>!$_"), ("Noor Saldana", "_$!<Friend>!$_")),
    "gareth": (("Beatrice Okonkwo", "_$!<Friend>!$_"),),
    "tariq": (("Margit Saldana", "Aunt"), ("Noor Saldana", "_$!<Sister>!$_")),
    "james2": (("Frances Whitlock", "_$!<Friend>!$_"),),
}
COMPANY = (
    "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Apple Inc.//iPhone OS 17.5//EN\nN:;;;;\n"
    "FN:Harbour Clinic\nORG:Harbour Clinic;\nTEL;type=WORK:+44 7700 900999\n"
    "X-ABShowAs:COMPANY\nEND:VCARD\n"
)
LINE = 76


def address_book(people: Sequence[Someone]) -> str:
    """phone.vcf: the older half from Android, the newer from Apple, and a company's card."""
    cards = []
    for index, person in enumerate(people):
        apple = person.id in APPLE_RELATIONS or (
            index % 2 == 1 and person.id not in ANDROID_RELATIONS
        )
        cards.append(_apple(person, index) if apple else _android(person, index))
    cards.insert(len(cards) // 2, COMPANY)
    return "".join(cards)


def _android(person: Someone, index: int) -> str:
    given, _, family = person.written("phone").partition(" ")
    lines = ["BEGIN:VCARD", "VERSION:2.1"]
    if (given + family).isascii():
        lines += [f"N:{family};{given};;;", f"FN:{person.written('phone')}"]
    else:
        coding = ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
        lines.append(_soft(f"N{coding}", f"{_quoted(family)};{_quoted(given)};;;"))
        lines.append(_soft(f"FN{coding}", _quoted(person.written("phone"))))
    lines.append(f"TEL;CELL;PREF:{person.phone.replace(' ', '')}")
    if index % 4 == 0:
        lines.append(f"EMAIL;HOME:{person.private}")
    if index % 10 == 0 and person.company:
        lines.append(f"ORG:{person.company}")
    if person.id in ANDROID_RELATIONS:
        name, kind = ANDROID_RELATIONS[person.id]
        field = f"vnd.android.cursor.item/relation;{name};{kind}"
        lines.append(f"X-ANDROID-CUSTOM:{field};;;;;;;;;;;;;")
    return "\r\n".join([*lines, "END:VCARD", ""])


def _apple(person: Someone, index: int) -> str:
    given, _, family = person.written("phone").partition(" ")
    lines = ["BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Apple Inc.//iPhone OS 17.5//EN"]
    lines += [f"N:{family};{given};;;", f"FN:{person.written('phone')}"]
    lines.append(f"TEL;type=CELL;type=VOICE;type=pref:{person.phone}")
    if index % 3 == 0 or not person.written("phone").isascii():
        lines.append("item1.EMAIL;type=INTERNET:" + person.private)
        lines.append("item1.X-ABLabel:_$!<Home>!$_")
    if index % 8 == 1 and "linkedin" in person.sources:
        lines.append(f"item2.URL;type=pref:https\\://www.linkedin.com/in/{person.slug}")
        lines.append("item2.X-ABLabel:LinkedIn")
    if index % 7 == 1:
        lines.append(f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{index % 12 + 1:02d}-04")
    for number, (name, label) in enumerate(APPLE_RELATIONS.get(person.id, ()), 3):
        lines.append(f"item{number}.X-ABRELATEDNAMES;type=pref:{name}")
        lines.append(f"item{number}.X-ABLabel:{label}")
    return "\n".join([*lines, "END:VCARD", ""])


def _quoted(text: str) -> str:
    return "".join(f"={byte:02X}" for byte in text.encode())


def _soft(head: str, value: str) -> str:
    """Quoted-printable with soft breaks that are not indented, as Android writes it."""
    lines, line = [], head
    for token in value.replace("=", "\0=").split("\0"):
        if len(line) + len(token) > LINE - 1:
            lines.append(line + "=")
            line = ""
        line += token
    return "\r\n".join([*lines, line])
