"""Introductions by mail: what counts as one, and what only looks like one."""

from __future__ import annotations

import base64
import quopri

import pytest

from netgraph.importers._keys import hash_of
from netgraph.importers.mbox import read
from netgraph.model import Interaction, InteractionKind
from tests.importers.mutations import document_of

SEPARATOR = "From - Mon Mar  4 11:20:34 2024\n"
WREN = "Wren Talbach <wren@pine.example>"
ILSE = "Ilse Quandel <ilse@nordwind.example>"
ZOE = "Zoë Lindqvist <zoe@example.se>"
NOOR = "Noor Saldana <noor@example.org>"
BOTH = f"{ILSE}, {NOOR}"


def message(body: str, number: int = 1, day: int = 4, **fields: str) -> str:
    """A message from Wren to Ilse and Noor as it arrives in Noor's mailbox."""
    headers = {"Delivered-To": "noor@example.org", "From": WREN, "To": BOTH}
    headers |= {"Date": f"Mon, {day} Mar 2024 11:20:34 +0000"}
    headers |= {"Subject": "Hello", "Message-ID": f"<m{number}@pine.example>"}
    headers |= {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return f"{SEPARATOR}{chr(10).join(lines)}\n\n{body}\n\n"


def introductions(*texts: str) -> list[tuple[str, list[str]]]:
    """(introducer, people), by the part of the address before the @."""
    found = read(document_of("All mail.mbox", "".join(texts).encode()))
    return [
        (short(r.sender.value), [short(i.value) for i in r.participants])
        for r in found
        if isinstance(r, Interaction) and r.kind is InteractionKind.INTRODUCED and r.sender
    ]


def short(address: str) -> str:
    return address.partition("@")[0]


MADE = [("wren", ["ilse", "noor"])]


@pytest.mark.parametrize(
    "body",
    [
        "Ilse, meet Noor. I'll let you two take it from here.",
        "Noor, please meet Ilse, who runs people operations at Nordwind.",
        "Hi both,\n\nI'd like to introduce you to each other: Ilse leads the team, Noor builds it.",
        "Noor, I'm happy to introduce you to Ilse.",
        "Ilse, I would love for you to meet Noor, who is changing careers.",
        "Introducing Ilse, who can tell you more about Nordwind.",
        "I wanted to connect you two, since you work on the same things.",
        "Connecting you with Ilse as promised, Noor.",
        "I promised to put you two in touch.",
        "Dear Ilse,\nI would love to introduce\nyou both.",
        "Noor, I am putting you in touch with Ilse.",
        "Liebe Ilse, lieber Noor,\n\nich möchte euch beide miteinander bekannt machen.",
        "Ilse, darf ich dir Noor vorstellen? Noor sucht eine neue Aufgabe.",
        "Hiermit stelle ich Ihnen Noor vor, die gerade umsattelt.",
        "Ich würde euch gern vernetzen: Ilse kennt die Branche, Noor will hinein.",
        "Hallo ihr zwei, ich bringe euch beide in Kontakt.",
        "Ilse, je te présente Noor, qui change de métier.",
        "Bonjour à vous, je vous mets en relation : Ilse, Noor.",
        "Je voulais vous mettre en contact tous les deux.",
        "Ilse, te presento a Noor, que busca trabajo.",
        "Os pongo en contacto: Ilse conoce el sector y Noor quiere entrar.",
        "Quería poneros en contacto a los dos.",
        "Ilse, this is Noor. Noor, this is Ilse. Enjoy!",
        "Noor, Ilse here is in copy and is the one I told you about.",
        "Noor wants to learn weaving. Ilse, you have looms. I'll bow out.",
        "You two would enjoy knowing each other.",
        "Ilse, das hier ist Noor aus dem Chor.",
        "Ich mache euch beide hiermit bekannt.",
        "Noor, Ilse liest hier mit, von der ich dir erzählt habe.",
        "Hiermit stelle ich den Kontakt zu Ilse her, Noor.",
        "Noor, voici Ilse ; Ilse, voici Noor.",
        "Il est temps que vous fassiez connaissance.",
        "Noor cherche du travail. Ilse, tu en as. Je vous laisse échanger.",
        "Noor, esta es mi prima Ilse.",
        "Los conecto por aquí.",
        "Noor, Ilse va en copia; es la persona que te comenté.",
        "Ilse, Noor. Noor, Ilse. Have fun.",
        "Noor, wanted to loop in Ilse, my boss. Ilse, Noor is the one I told you about.",
        "Noor, I have been meaning to get you together with Ilse.",
        "It would be good for the two of you to be in touch.",
        "Ilse, I'm sending Noor your way. Noor, Ilse is expecting your mail.",
        "Ilse - Noor. Noor - Ilse. You both love maps.",
        "Allow me to introduce Ilse, who runs the museum, Noor.",
        "It gives me great pleasure to introduce Noor to you, Ilse.",
        "Noor, connecting you here with Ilse from Nordwind.",
        "Ilse, Noor (in cc) is the one I spoke of. Could the two of you find a time?",
        "Ilse, may I introduce my neighbour Noor?",
        "Noor, ich verbinde dich hiermit mit Ilse.",
        "Ilse, in cc ist Noor, von der ich erzählt hatte.",
        "Ich würde dir gern Ilse vorstellen, Noor.",
        "Liebe Ilse, ich möchte dich gern mit Noor bekannt machen.",
        "Darf ich euch bekannt machen? Ilse, Noor.",
        "Noor, wie besprochen hier der Kontakt zu Ilse.",
        "Ich habe euch beide in Kopie gesetzt, damit ihr euch kennenlernt.",
        "Noor, permets-moi de te présenter Ilse.",
        "Ilse, je souhaite te présenter Noor.",
        "Je me permets de vous mettre en relation, Ilse et Noor.",
        "Noor, je te présente mon amie Ilse.",
        "Je vous ai mis tous les deux en copie pour que vous fassiez connaissance.",
        "Noor, te presento a mi amiga Ilse.",
        "Quiero presentarte a Noor, Ilse.",
        "Aprovecho para presentaros: Ilse, Noor.",
        "Noor, quería que conocieras a Ilse.",
        "Os pongo en contacto para que habléis.",
    ],
)
def test_introductions_are_found(body: str) -> None:
    assert introductions(message(body)) == MADE


@pytest.mark.parametrize(
    "body",
    [
        "Nice to meet you both, Ilse and Noor!",
        "Introducing our new plan: more for less, dear Ilse and Noor.",
        "Join with Google Meet: Ilse, Noor, the link is below.",
        "Ilse, could you introduce me to somebody at Orbit? Noor asks too.",
        "Can we meet Ilse and Noor on Thursday?",
        "Thanks for introducing me to Noor last week, Ilse.",
        "Let me introduce myself: I am new here. Ilse and Noor know me already.",
        "The meeting with Ilse and Noor is moved to ten.",
        "Ilse and Noor, please find the minutes below.",
        "Shall we meet? Ilse can do Monday, Noor Tuesday.",
        "Noor, would you connect us with Ilse's colleague?",
        "Please connect the cable before Noor and Ilse come.",
        "Könntest du mich Ilse vorstellen, Noor?",
        "Ich möchte mich kurz vorstellen, Ilse und Noor kennen mich noch nicht.",
        "Wir stellen vor: unser neues Programm für Ilse und Noor.",
        "Das Vorstellungsgespräch mit Ilse und Noor ist am Montag.",
        "Pourriez-vous me présenter à Noor, Ilse ?",
        "Je me présente : je suis nouveau, Ilse et Noor le savent.",
        "¿Podrías presentarme a Noor, Ilse?",
        "Me presento: soy nuevo, Ilse y Noor ya lo saben.",
        "Please meet Ilse and Noor at the station.",
        "Ilse, meet me and Noor there.",
        "Ilse, introduce Bob to the team, and say hello to his boss.",
        "I'm linking you to the document, Ilse and Noor.",
        "Let me introduce you to the new system, Ilse and Noor.",
        "We put you in touch with our billing department.",
        "Introducing Python to Ilse and Noor was fun.",
        "Ich möchte euch bitten, vor Freitag zu antworten, Ilse und Noor.",
        "Ich stelle euch die Zahlen vor, Ilse und Noor.",
        "Ilse und Noor, ich stelle euch die Unterlagen zur Verfügung.",
        "Ilse et Noor, je vous présente mes meilleurs vœux.",
        "Vous pouvez vous mettre en contact avec Noor ou Ilse.",
        "Je vous mets en relation avec notre service, Ilse et Noor.",
        "Podéis poneros en contacto con Ilse o Noor.",
        "The introduction of the report is done; Ilse and Noor, please read it.",
        "I will introduce you to Ilse at the party, Noor.",
        "Am Samstag stelle ich dir dann Ilse vor, Noor.",
        "Ilse et Noor, je vous présenterai samedi.",
        "Over to you both, Ilse and Noor: the numbers are still missing.",
        "You two know each other already, Ilse and Noor.",
        "Stell dir vor, Ilse, Noor hat den Zug verpasst!",
        "Os dejo los archivos, Ilse y Noor.",
        "Je vous laisse les clés, Ilse. Noor, à demain.",
        "Meet Ilse, our customer of the month, dear Noor!",
        "Ilse, this is not Noor's file.",
        "Ilse, can you meet Noor at the station?",
        "Noor and Ilse, I will put you in touch with the printer next week.",
        "Ilse and Noor, let's connect on Friday.",
        "Ilse, this is for Noor.",
        "Noor, this is what Ilse wrote.",
        "Ilse, I know you talk to Noor. Please tell her the room changed.",
        "I'm copying Ilse so that she has the invoice, Noor. As promised, it is attached.",
        "Noor, here is Ilse's report.",
        "Ilse, hier ist der Bericht von Noor.",
        "Das ist Ilses Idee, Noor.",
        "Noor, kennst du Ilse? Sie fährt auch mit.",
        "Ilse, könnt ihr euch mit Noor verbinden? Der Anschluss fehlt.",
        "Ilse, ich stelle Noor und dir die Unterlagen vor.",
        "Noor, voici le rapport d'Ilse.",
        "Noor, c'est Ilse qui a la clé.",
        "Ilse et Noor, je vous mets en copie du contrat.",
        "Je vous présente notre budget, Ilse et Noor.",
        "Noor, esta es la factura de Ilse.",
        "Os pongo en copia del contrato, Ilse y Noor.",
        "Os presento el presupuesto, Ilse y Noor.",
        "Ilse, in Kopie wie besprochen Noor für die Rechnung.",
        "As discussed, Ilse in cc will send you the invoice, Noor.",
        "Take it from here please, Ilse: Noor has the file.",
        "I'll leave you the keys, Ilse. Noor, water the plants.",
        "Noor, Ilse, you should talk about the budget before Friday.",
        "You both met Ilse in May, Noor.",
        "Hope you two had fun meeting each other, Ilse and Noor.",
        "Ilse, Noor: please find the offer attached.",
        "Noor will take over from Ilse on Monday.",
        "Noor, Ilse and I would like to meet you on Monday.",
        "Great connecting with you both, Ilse and Noor.",
        "Ilse will introduce the topic, Noor takes notes.",
        "I'd like to introduce Ilse's proposal to you, Noor.",
        "Noor, meet Ilse halfway on the price.",
        "Noor, do you know Ilse? She sings too.",
        "Dear Ilse and Noor, I would like to introduce a small change to the rota.",
        "Ilse, please introduce Noor's slides.",
        "You two need to talk to the landlord, Ilse and Noor.",
        "Ilse, Noor, thank you for meeting me yesterday.",
        "Noor, could you put Ilse in touch with the bank?",
        "We should introduce Noor to Ilse some day.",
        "I introduced Noor to Ilse last year.",
        "Ilse was introduced to Noor in May.",
        "Noor, I forgot to introduce you to Ilse at the party.",
        "Please connect Ilse and Noor to the call.",
        "Can you connect Noor with Ilse's office?",
        "Ilse, who introduced you to Noor?",
        "Ilse und Noor, ihr solltet euch warm anziehen.",
        "Ilse, stell Noor bitte den Schlüssel hin.",
        "Noor, Ilse stellt sich am Montag vor.",
        "Ich stelle euch das Auto vor die Tür, Ilse und Noor.",
        "Habt ihr euch gut kennengelernt, Ilse und Noor?",
        "Ilse, du kennst Noor ja schon.",
        "Ich habe Noor gestern Ilse vorgestellt.",
        "Noor, lernst du mit Ilse für die Prüfung?",
        "Ilse und Noor, bitte stellt den Kontakt zum Amt her.",
        "Ilse, présente Noor au public.",
        "Ilse et Noor, vous devriez parler au propriétaire.",
        "Noor, connais-tu Ilse ?",
        "J'ai présenté Noor à Ilse hier.",
        "Vous présenterez le projet, Ilse et Noor.",
        "Je vous laisse le dossier, Ilse et Noor.",
        "Ilse, mets-toi en relation avec Noor.",
        "Ilse, presenta a Noor al público.",
        "Ayer presenté a Noor y a Ilse.",
        "Noor, ¿conoces a Ilse?",
        "Os dejo que decidáis la fecha, Ilse y Noor.",
        "Ilse, ponte en contacto con Noor.",
        "Los dejo con la agenda, Ilse y Noor.",
        "Presentarte el informe, Noor, le toca a Ilse.",
        "Please welcome Ilse, who is joining us. Noor, show her around.",
        "On Monday Wren wrote:\n> Ilse, meet Noor. I'll let you two take it from here.",
        "-----Original Message-----\nFrom: x\n\nIlse, meet Noor.",
        "",
    ],
)
def test_what_only_looks_like_one_is_not_taken(body: str) -> None:
    assert introductions(message(body)) == []


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Ilse <> Noor", MADE),
        ("Intro: Noor / Ilse", MADE),
        ("Introduction Ilse and Noor", MADE),
        ("Re: Ilse <> Noor", []),
        ("Dinner with Ilse and Noor", []),
        ("Intro to Python", []),
        ("Ilse and Noor meet for dinner", []),
    ],
)
def test_subjects(subject: str, expected: list[tuple[str, list[str]]]) -> None:
    assert introductions(message("As discussed.", Subject=subject)) == expected


def test_only_those_named_are_introduced() -> None:
    to_four = message("Ilse, meet Noor.", Cc=f"{ZOE}, Tobin <tobin@example.org>")
    assert introductions(to_four) == MADE
    one_named = message("Noor, I'd like you to know Zoë. Please meet Zoe!", Cc=ZOE)
    outsider = message("Zoe, I'd like to connect you with Bob.", Cc=ZOE)
    assert introductions(outsider) == []
    assert introductions(one_named) == [("wren", ["zoe", "noor"])]


def test_a_shared_family_name_names_nobody() -> None:
    siblings = "Ilse Quandel <ilse@nordwind.example>, Jörg Quandel <joerg@example.de>"
    text = message("Introducing Quandel & Quandel.", To=siblings, Cc=ZOE)
    assert introductions(text) == []


def test_somebody_known_before_is_not_introduced() -> None:
    earlier = message("Hello Noor", 1, 2, From=ILSE, To=NOOR)
    later = message("Hello Noor", 1, 7, From=ILSE, To=NOOR)
    assert introductions(earlier, message("Ilse, meet Noor.", 2)) == []
    assert introductions(later, message("Ilse, meet Noor.", 2)) == MADE


def test_the_owner_introduces_people_she_knows() -> None:
    known = message("Hello", 1, 2, From=ILSE, To=NOOR)
    text = message("Ilse, meet Zoë.", 2, From=NOOR, To=f"{ILSE}, {ZOE}", Delivered_To="")
    assert introductions(known, text) == [("noor", ["ilse", "zoe"])]


def test_crowds_and_single_recipients_are_not_introduced() -> None:
    crowd = ", ".join(f"p{n}@example.org" for n in range(6))
    assert introductions(message("Ilse, meet Noor.", Cc=crowd)) == []
    assert introductions(message("Noor, meet Ilse.", To=NOOR)) == []


class TestConfirmation:
    THANKS = "Thanks for the intro, Wren (moving you to bcc). Noor, when works?"

    def reply(self, body: str, **fields: str) -> str:
        headers = {"From": ILSE, "To": NOOR, "Cc": WREN, "In_Reply_To": "<m1@pine.example>"}
        return message(body, 2, 5, **(headers | fields))

    def test_thanks_confirm_what_was_not_recognised(self) -> None:
        plain = message("You should talk.")
        assert introductions(plain, self.reply(self.THANKS)) == [("wren", ["ilse", "noor"])]
        assert introductions(self.reply(self.THANKS, Cc="", Bcc=WREN)) == MADE

    def test_it_is_counted_once_and_under_the_first_message(self) -> None:
        texts = message("Ilse, meet Noor.") + self.reply(self.THANKS)
        assert introductions(texts) == MADE
        (record,) = (
            r
            for r in read(document_of("m.mbox", self.reply(self.THANKS).encode()))
            if isinstance(r, Interaction) and r.kind is InteractionKind.INTRODUCED
        )
        assert record.key == hash_of("introduced", "m1@pine.example")

    @pytest.mark.parametrize(
        "body",
        [
            "Danke für die Vorstellung, Wren!",
            "Merci Wren pour la mise en relation.",
            "Gracias por ponernos en contacto, Wren.",
        ],
    )
    def test_other_languages(self, body: str) -> None:
        assert introductions(self.reply(body)) == MADE

    @pytest.mark.parametrize(
        "fields",
        [{"In_Reply_To": ""}, {"Cc": ""}, {"Cc": f"{WREN}, {ZOE}"}],
        ids=["no reply", "introducer not addressed", "more than one other"],
    )
    def test_incomplete_evidence_is_not_taken(self, fields: dict[str, str]) -> None:
        assert introductions(self.reply(self.THANKS, **fields)) == []


BODY = "Ilse, je te présente Noor, qui change de métier."


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", quopri.encodestring(BODY.encode()).decode()),
        ("base64", base64.encodebytes(BODY.encode()).decode()),
        ("8bit", BODY),
    ],
)
def test_encodings_and_parts(encoding: str, body: str) -> None:
    assert introductions(message(body, Content_Transfer_Encoding=encoding)) == MADE
    part = f"--b=1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}"
    inner = (
        f'--b0\nContent-Type: multipart/alternative; boundary="b=1"\n\n{part}\n\n{body}\n--b=1--'
    )
    mixed = 'multipart/mixed;\n boundary="b0"'
    assert introductions(message(f"{inner}\n--b0--", Content_Type=mixed)) == MADE


def test_parts_nested_without_end() -> None:
    nested = "".join(
        f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"\n\n' for n in range(9)
    )
    mixed = 'multipart/mixed; boundary="b0"'
    assert introductions(message(f"{nested}Ilse, meet Noor.", Content_Type=mixed)) == []


def test_a_signature_in_html_is_not_read() -> None:
    body = "<p>Ilse and Noor, see below.</p><p>-- </p><p>Ilse, meet Noor.</p>"
    assert introductions(message(body, Content_Type="text/html")) == []


def test_html_alone() -> None:
    body = (
        "<style>p {x}</style><p>Ilse,</p><div>I&#39;d&nbsp;like to <b>introduce</b> you two.</div>"
    )
    assert introductions(message(body, Content_Type="text/html")) == MADE


@pytest.mark.parametrize(
    "kind",
    ["application/pdf", "multipart/mixed", 'multipart/mixed; boundary="missing"', "image/png"],
)
def test_bodies_without_text(kind: str) -> None:
    assert introductions(message("Ilse, meet Noor.", Content_Type=kind)) == []
