"""The senders that are people: friends, colleagues, list members, offices with a human inside."""

from __future__ import annotations

from words import OWNER, ROLE
from writing import Desk, named, plain

CLIENTS = [
    "X-Mailer: Microsoft Outlook 16.0",
    "User-Agent: Mozilla Thunderbird",
    "X-Mailer: Apple Mail (2.3774.300.61)",
    "X-Mailer: iPhone Mail (19G82)",
    "User-Agent: K-9 Mail for Android",
    "X-Mailer: Microsoft Outlook Express 6.00.2900.5512",
]


def correspondents(desk: Desk) -> None:
    """People who write to and hear from the owner, at firms and on web mail."""
    for at in range(62):
        language = desk.language()
        given, family = desk.person(language)
        g, f = plain(given), plain(family)
        domain = desk.webmail() if at % 2 else desk.firm(language)[1]
        local = desk.random.choice(
            [f"{g}.{f}", f"{g[0]}.{f}", f"{g}{f}", f"{g}_{f}", f"{g}{f[0]}", g, f"{f}.{g}"]
        )
        if at % 2:
            local += desk.random.choice(["", "", "77", "1984", ".x", "_nl"])
        name = desk.random.choice([f"{given} {family}", f"{family}, {given}", given, ""])
        who = named(name, f"{local}@{domain}")
        client = [desk.random.choice(CLIENTS)]
        messages = desk.talk(who, language, client)
        if at % 3 == 0:
            messages = messages[1:]
        elif at % 7 == 0:
            messages = [desk.mail(who, OWNER, client, subject=desk.subject(language))]
        desk.add(f"{local}@{domain}", True, "correspondent", language, messages)


def nicknames(desk: Desk) -> None:
    """Free-mail addresses that tell nothing, or numbers only."""
    locals_ = [
        "mausi1984", "s1234567", "13800100042", "lucky.star", "bigbadwolf", "the.real.mo",
        "xx_dark_xx", "u0042", "kleinermuck", "papillon22", "solecito", "gattonero", "stokrotka",
        "qwertz", "abc", "mvdb", "jdoe3", "fam-tuin", "the-newsies", "infinity88", "supportive.pal",
        "robotnik1", "no.regrets", "bouncy.castle", "listening2u",
    ]  # fmt: skip
    for local in locals_:
        language = desk.language()
        address = f"{local}@{desk.webmail()}"
        given, family = desk.person(language)
        name = desk.random.choice(["", f"{given} {family}", given.lower()])
        messages = desk.talk(named(name, address), language)
        if desk.turn % 4 == 0:
            messages = messages[1:]
        desk.add(address, True, "nickname", language, messages)


def written_to(desk: Desk) -> None:
    """People the owner wrote to without an answer, or who stood in copy of a small message."""
    for at in range(26):
        language = desk.language()
        given, family = desk.person(language)
        _, domain = desk.firm(language)
        address = f"{plain(given)}.{plain(family)}@{domain}"
        who = named(f"{given} {family}" if at % 4 else "", address)
        if at % 2:
            messages = [desk.mail(OWNER, who, subject=desk.subject(language))]
        else:
            other = named("Tess Marlow", f"tess@{domain}")
            messages = [desk.mail(other, OWNER, [f"Cc: {who}"], subject=desk.subject(language))]
        desk.add(address, True, "addressee", language, messages)


def list_members(desk: Desk) -> None:
    """People whose posts reached the owner through a discussion list; their address is theirs."""
    for at in range(34):
        language = desk.language()
        given, family = desk.person(language)
        domain = desk.webmail() if at % 2 else desk.firm(language)[1]
        address = f"{plain(given)}.{plain(family)}@{domain}"
        who = named(f"{given} {family}", address)
        if at % 5 == 4:
            who = f"{address} ({given} {family})" if given.isascii() and family.isascii() else who
        town = f"chor-{at}.lists.example"
        post = f"chor-{at}@lists.example"
        headers = [
            f"List-Id: The choir <{town}>",
            "Precedence: list",
            f"List-Post: <mailto:{post}>",
            f"List-Unsubscribe: <mailto:chor-{at}-request@lists.example?subject=unsubscribe>",
            f"Sender: Chor <chor-{at}-bounces@lists.example>",
            f"Return-Path: <chor-{at}-bounces@lists.example>",
            "X-Mailman-Version: 2.1.39",
            f"X-BeenThere: {post}",
            "Errors-To: chor-bounces@lists.example",
        ]
        extra = desk.some(headers, 3)
        subject = f"[choir] {desk.subject(language)}"
        parent = "<parent@id.example>" if at % 3 else ""
        to = f"The choir <{post}>"
        if at % 4 == 0:
            extra = [f"Cc: {OWNER}", *extra]
        messages = [desk.mail(who, to, extra, subject=subject, reply_to=parent)]
        if at % 6 == 0:
            messages += desk.talk(who, language)
        desk.add(address, True, "list member", language, messages)


def who_also_send_newsletters(desk: Desk) -> None:
    """Friends with a newsletter: bulk from their own address, and personal mail as well."""
    for at in range(20):
        language = desk.language()
        given, family = desk.person(language)
        domain = f"{plain(given)}-{plain(family)}.example"
        address = f"{desk.random.choice([plain(given), 'hello', 'me', plain(family)])}@{domain}"
        who = named(f"{given} {family}", address)
        bulk = desk.some(
            [
                f"List-Unsubscribe: <https://mailer.example/u/{at}>",
                f"List-Id: <{at}.list-id.mailer.example>",
                "Precedence: bulk",
                f"Feedback-ID: {at}:campaign:mailer",
                f"Return-Path: <bounce-{at}@mailer.example>",
                "X-Mailer: Mailchimp Mailer - **CID1234**",
                "X-Campaign: mailer.12.34",
            ],
            3,
        )
        letters = [desk.mail(who, OWNER, bulk, subject=f"{given}'s letter no. {n}") for n in (1, 2)]
        desk.add(
            address, True, "newsletter and friend", language, letters + desk.talk(who, language)
        )


def offices(desk: Desk) -> None:
    """Role addresses behind which a named human answers in the thread."""
    for at in range(30):
        language = desk.language()
        given, family = desk.person(language)
        firm, domain = desk.firm(language)
        local = ROLE[language][at % len(ROLE[language])]
        address = f"{local}@{domain}"
        name = [f"{given} {family}", f"{given} {family}", f"{given} {family} | {firm}",
                f"{firm} - {given} {family}", f"{given} {family} ({firm})"][at % 5]  # fmt: skip
        desk.add(
            address,
            True,
            "office with a human",
            language,
            desk.talk(named(name, address), language),
        )


def one_person_firms(desk: Desk) -> None:
    """Freelancers at hello@ or mail@ of a domain that bears their name."""
    for at in range(22):
        language = desk.language()
        given, family = desk.person(language)
        local = ["hello", "mail", "me", "contact", "kontakt", "hi", "post", "ciao", "studio"][
            at % 9
        ]
        address = f"{local}@{plain(given)}{plain(family)}.example"
        name = f"{given} {family}" if at % 3 else f"{given} {family} Design"
        who = named(name, address)
        messages = desk.talk(who, language) if at % 4 else [
            desk.mail(who, OWNER, [desk.random.choice(CLIENTS)], subject=desk.subject(language))
        ]  # fmt: skip
        desk.add(address, True, "one-person firm", language, messages)


def named_like_robots(desk: Desk) -> None:
    """Names and local parts that merely look like a machine's."""
    table = [
        ("Robert Bot", "robert.bot"), ("Ann Newsletter-Smith", "ann.newsletter-smith"),
        ("Bill Support", "bill.support"), ("Mark Billing", "mbilling"), ("Noreen Reply", "n.reply"),
        ("Tim Robotham", "robotham"), ("Marie Service", "marie.service"), ("Max List", "max.list"),
        ("Clara Post", "clara.post"), ("Nora Team", "nora.team"), ("Jan Bouncer", "jbouncer"),
        ("Alert Jensen", "alert.jensen"), ("Info Okafor", "info.okafor"), ("Vera News", "vnews"),
        ("Dominik Mailer", "dominik.mailer"), ("Eva Digest", "eva.digest"), ("Lea Group", "lgroup"),
        ("Sven Daemon", "sven.daemon"), ("Karl Postmeister", "postmeister"),
        ("Ida Auto", "ida.auto"),
        ("Hans Kontakt", "hans.kontakt"), ("Pia Vertrieb", "p.vertrieb"),
        ("Olga Listova", "listova"),
        ("Jo Noreplay", "noreplay"), ("Hugo Facture", "hugo.facture"), ("Inge Bank", "inge.bank"),
        ("Abbas Admin", "abbas.admin"), ("Rosa Bulletin", "rosa.bulletin"),
        ("Joy Sales", "joy.sales"),
        ("Nico Notify", "nico.notify"), ("Otto Versand", "otto.versand"),
        ("Ana Ventas", "ana.ventas"),
    ]  # fmt: skip
    for at, (name, local) in enumerate(table):
        language = desk.language()
        domain = desk.webmail() if at % 2 else desk.firm(language)[1]
        who = named(name, f"{local}@{domain}")
        messages = desk.talk(who, language)
        if at % 3 == 0:
            messages = messages[1:]
        elif at % 5 == 0:
            messages = [desk.mail(who, OWNER, subject=desk.subject(language))]
        desk.add(f"{local}@{domain}", True, "named like a robot", language, messages)


def behind_technique(desk: Desk) -> None:
    """Human mail that carries headers which machines are known by."""
    habits = [
        ["X-Auto-Response-Suppress: DR, OOF, AutoReply"],
        ["List-Unsubscribe: <https://crm.example/u/7>", "X-CRM-Message: 1to1"],
        ["Feedback-ID: 1.eu-west-1.abc:relay"],
        ["Return-Path: <bounce+7a3f@relay.example>"],
        ["Precedence: bulk"],
        ["X-Report-Abuse: abuse@relay.example", "X-Relay-SID: 77aa"],
        ["Sender: assistant@office.example"],
        ["Auto-Submitted: no"],
        ["Reply-To: someone.else@office.example", "X-Priority: 1"],
        ["List-Unsubscribe: <mailto:leave@crm.example>",
         "List-Unsubscribe-Post: List-Unsubscribe=One-Click"],
    ]  # fmt: skip
    for at in range(30):
        language = desk.language()
        given, family = desk.person(language)
        address = f"{plain(given)}.{plain(family)}@{desk.firm(language)[1]}"
        messages = desk.talk(
            named(f"{given} {family}", address), language, habits[at % len(habits)]
        )
        desk.add(address, True, "human with machine headers", language, messages)


def away(desk: Desk) -> None:
    """The owner wrote, and only the absence notice of a person came back."""
    words = {"de": "Abwesenheitsnotiz", "fr": "Absence du bureau", "es": "Respuesta automática",
             "it": "Fuori sede", "pl": "Nieobecność", "nl": "Afwezig"}  # fmt: skip
    for at in range(14):
        language = desk.language()
        given, family = desk.person(language)
        address = f"{plain(given)}.{plain(family)}@{desk.firm(language)[1]}"
        who = named(f"{given} {family}", address)
        asked = desk.message_id()
        subject = f"{words.get(language, 'Out of office')}: {desk.subject(language)}"
        headers = [
            ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All"],
            ["Auto-Submitted: auto-generated", "Precedence: bulk", "X-Autoreply: yes"],
            ["Auto-Submitted: auto-replied (vacation)", "Return-Path: <>"],
        ][at % 3]
        messages = [
            desk.mail(OWNER, who, [f"Message-ID: {asked}"], subject=desk.subject(language)),
            desk.mail(who, OWNER, headers, subject=subject, reply_to=asked),
        ]
        desk.add(address, True, "away", language, messages)


def other_scripts(desk: Desk) -> None:
    """Names in other scripts, families' initials, bosses written for by an assistant."""
    table = [
        ("田中 花子", "hanako.tanaka"), ("Иван Петренко", "ivan.petrenko"), ("李 小龙", "lixl"),
        ("Νίκος Παπαδάκης", "npapad"), ("محمد العلي", "m.alali"), ("דנה לוי", "dana.levi"),
        ("김 민수", "minsu.kim"), ("Ольга Н.", "olga_n"), ("Priya V.", "priya.v"),
        ("nguyen", "ntt"),
        ("Prof. Dr. Eva Lenz", "lenz"), ("Dr. med. Paul Abt", "abt"), ("J.-P. Roux", "jp.roux"),
        ("Carla Diaz (for Prof. Meier)", "office.meier"), ("Mo Ba, PhD", "mo.ba"),
        ("M. O'Shea", "oshea"),
        ("'Lena Fox'", "lena.fox"), ("lena@fox.example", "lena"), ("DE VRIES Pieter", "pdevries"),
        ("Ana María de la Cruz", "amcruz"), ("van den Berg, Lotte", "lvdberg"), ("K. (home)", "kk"),
    ]  # fmt: skip
    for at, (name, local) in enumerate(table):
        domain = "fox.example" if local == "lena" else f"school-{at}.example"
        who = named(name, f"{local}@{domain}")
        messages = desk.talk(who, "en")
        if at % 3 == 1:
            messages = messages[1:]
        desk.add(f"{local}@{domain}", True, "other names", "en", messages)


def first_contacts(desk: Desk) -> None:
    """People who wrote once to the owner alone and were not answered."""
    for at in range(18):
        language = desk.language()
        given, family = desk.person(language)
        domain = desk.firm(language)[1] if at % 3 else desk.webmail()
        local = [f"{plain(given)}", f"{plain(given)}.{plain(family)}", plain(family)][at % 3]
        extra = [desk.random.choice(CLIENTS)]
        if at % 6 == 5:
            extra += ["List-Unsubscribe: <https://crm.example/u/9>"]
        who = named(f"{given} {family}", f"{local}@{domain}")
        message = desk.mail(who, OWNER, extra, subject=desk.subject(language))
        desk.add(f"{local}@{domain}", True, "first contact", language, [message])


def everybody(desk: Desk) -> None:
    """All kinds of people."""
    for kind in (correspondents, nicknames, written_to, list_members, who_also_send_newsletters,
                 offices, one_person_firms, named_like_robots, behind_technique, away,
                 other_scripts, first_contacts):  # fmt: skip
        kind(desk)
