"""The senders that are no people: newsletters, notices, lists, desks, firms."""

from __future__ import annotations

from words import BANK, FROM_FIRM, NEWSLETTER, NO_REPLY, OWNER, RECEIPT, ROLE
from writing import Desk, named, plain

BULK = [
    "List-Unsubscribe: <https://click.mailer.example/u/88>",
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    "Precedence: bulk",
    "Feedback-ID: 88:campaign:mailer",
    "List-Id: <88.list-id.mailer.example>",
    "Return-Path: <bounces+88-noor=example.org@em.mailer.example>",
    "X-Mailer: Mailchimp Mailer - **CID88**",
    "X-CSA-Complaints: abuse@mailer.example",
    "X-Campaign: 88",
    "X-Report-Abuse: Please report abuse for this campaign",
]
AUTOMATIC = [
    "Auto-Submitted: auto-generated",
    "X-Auto-Response-Suppress: All",
    "Precedence: bulk",
    "Return-Path: <>",
    "Feedback-ID: tx:88:mailer",
    "List-Unsubscribe: <https://account.example/settings>",
]


def _one(desk: Desk, kind: str, language: str, mailbox: tuple[str, str], extra: list[str]) -> None:
    """A sender with one to three messages; `mailbox` is the name and the address."""
    messages = [
        desk.mail(named(*mailbox), OWNER, extra, subject="News for you")
        for _ in range(desk.random.randint(1, 3))
    ]
    desk.add(mailbox[1], False, kind, language, messages)


def newsletters(desk: Desk) -> None:
    for at in range(36):
        language = desk.language()
        firm, domain = desk.firm(language)
        local, name = NEWSLETTER[language][at % len(NEWSLETTER[language])]
        domain = f"{desk.random.choice(['', 'mail.', 'e.', 'news.'])}{domain}"
        _one(desk, "newsletter", language, (name.format(f=firm), f"{local}@{domain}"),
             desk.some(BULK, 2))  # fmt: skip


def anna_from_acme(desk: Desk) -> None:
    """Marketing signed with a given name."""
    locals_ = ["hello", "team", "hi", "welcome", "marketing", "community", "crew", "success"]
    for at in range(26):
        language = desk.language()
        given, _ = desk.person(language)
        firm, domain = desk.firm(language)
        name = desk.random.choice(FROM_FIRM[language]).format(g=given, f=firm)
        local = locals_[at % len(locals_)] if at % 3 else plain(given)
        _one(desk, "marketer", language, (name, f"{local}@{domain}"), desk.some(BULK, 3))


def shops_like_people(desk: Desk) -> None:
    """Brands that bear somebody's name, and founders who write only through a campaign tool."""
    for at in range(12):
        language = desk.language()
        given, family = desk.person(language)
        local = ["shop", "news", "style", "love", "vip", "club"][at % 6]
        domain = f"{plain(given)}{plain(family)}.example"
        mailbox = (f"{given} {family}", f"{local}@{domain}")
        _one(desk, "brand", language, mailbox, desk.some(BULK, 4))


def no_replies(desk: Desk) -> None:
    for at in range(30):
        language = desk.language()
        firm, domain = desk.firm(language)
        local = NO_REPLY[language][at % len(NO_REPLY[language])]
        name = desk.random.choice([firm, f"{firm} Account", ""])
        _one(desk, "no reply", language, (name, f"{local}@{domain}"), desk.some(AUTOMATIC, 0))


def receipts_and_banks(desk: Desk) -> None:
    for at in range(44):
        language = desk.language()
        firm, domain = desk.firm(language)
        table = (RECEIPT if at % 2 else BANK)[language]
        local, name = table[at // 2 % len(table)]
        _one(desk, "receipt or bank", language, (name.format(f=firm), f"{local}@{domain}"),
             desk.some(AUTOMATIC, 0))  # fmt: skip


def on_behalf(desk: Desk) -> None:
    """Trackers, documents and networks that write in a person's name."""
    table = [
        ("notifications", "forge.example", "{p}"), ("noreply", "codehub.example", "{p}"),
        ("jira", "tracker.example", "{p} (Jira)"), ("gitlab", "git.example", "{p}"),
        ("reply+ABCD7788QQ", "reply.forge.example", "{p}"),
        ("notify", "board.example", "{p} (Board)"),
        ("drive-shares-dm-noreply", "docs.example", "{p} (via Docs)"),
        ("comments-noreply", "docs.example.net", "{p} (Docs)"),
        ("dse", "sign.example", "{p} via Sign"),
        ("messages-noreply", "netpro.example", "{p} via NetPro"),
        ("invitations", "netpro.example", "{p}"),
        ("inmail-hit-reply", "netpro.example", "{p}"),
        ("notification+kr4xw", "faces.example", "{p}"),
        ("feedback", "chatroom.example", "{p} (Chatroom)"),
        ("noreply", "hire.example", "{p} via Hire"),
        ("no-reply", "meet.example", "{p} is inviting you"),
        ("mention", "wiki.example", "{p} (Wiki)"),
        ("invite", "shareplan.example", "{p} via Shareplan"),
        ("confluence", "intra.example", "{p}"),
        ("reply-7f3a9c2e41d0", "post.crowd.example", "{p}"), ("share", "photos.example", "{p}"),
        ("review-bot", "gerrit.example", "{p} (Code Review)"),
        ("bugzilla-daemon", "bugs.example", "{p}"),
        ("m_88aa77bb66cc55dd", "inbound.market.example", "{p} via Market"),
    ]  # fmt: skip
    trackers = [
        "X-Forge-Reason: mention", "X-JIRA-FingerPrint: 77", "Precedence: bulk",
        "Auto-Submitted: auto-generated", "List-Id: acme/site <site.acme.forge.example>",
        "X-Auto-Response-Suppress: All", "List-Unsubscribe: <https://forge.example/unsub>",
    ]  # fmt: skip
    for at, (local, domain, name) in enumerate(table):
        language = desk.language()
        address = f"{local}@{domain}"
        messages = []
        for _ in range(2 if at % 2 else 1):
            given, family = desk.person(language)
            who = named(name.format(p=f"{given} {family}"), address)
            parent = "<thread@forge.example>" if at % 3 == 0 else ""
            extra = desk.some(trackers, 2 if at % 3 == 0 else 1)
            messages.append(
                desk.mail(who, OWNER, extra, subject="[site] broken link", reply_to=parent)
            )
        desk.add(address, False, "on behalf", language, messages)


def rewritten_lists(desk: Desk) -> None:
    """Lists that send in members' names, and lists that only stand as recipients."""
    for at in range(16):
        language = desk.language()
        given, family = desk.person(language)
        local = ["dev", "talk", "users", "chor", "eltern", "voisins", "vecinos", "lista"][at % 8]
        host = f"lists{at}.example"
        via = ["via", "via", "über", "par le biais de"][at % 4] if at % 8 > 3 else "via"
        extra = desk.some(
            [
                f"List-Id: {local} <{local}.{host}>",
                f"List-Post: <mailto:{local}@{host}>",
                "Precedence: list",
                f"X-Original-From: {named(f'{given} {family}', f'x{at}@freemail.example')}",
                f"Reply-To: {named(f'{given} {family}', f'x{at}@freemail.example')}",
                f"List-Unsubscribe: <mailto:{local}-leave@{host}>",
            ],
            2,
        )
        quote = "'" if at % 2 else ""
        who = named(f"{quote}{given} {family}{quote} {via} {local.title()}", f"{local}@{host}")
        message = desk.mail(who, f"{local}@{host}", extra, subject=f"[{local}] Saturday")
        desk.add(f"{local}@{host}", False, "rewritten list", language, [message])
    for at in range(16):
        language = desk.language()
        given, family = desk.person(language)
        local = ["kollegium", "everyone", "all-staff", "team-mobile", "verteiler", "bureau-liste",
                 "todos", "tutti", "python-users", "r-help", "announce", "board", "jury-2019",
                 "zespol", "alle", "elternbeirat"][at]  # fmt: skip
        host = f"groups{at}.example"
        writer = named(f"{given} {family}", f"w{at}@freemail.example")
        headers = [f"List-Id: <{local}.{host}>", "Precedence: list",
                   f"List-Post: <mailto:{local}@{host}>"]  # fmt: skip
        messages = [desk.mail(writer, f"{local}@{host}", desk.some(headers, 1), subject="Agenda")]
        if at % 2:
            messages.append(desk.mail(OWNER, f"{local}@{host}", subject="Re: Agenda"))
        desk.add(f"{local}@{host}", False, "list as recipient", language, messages)
    for at, local in enumerate(["chor-request", "chor-owner", "chor-bounces", "mailman",
                                "majordomo", "listserv", "sympa", "chor-subscribe",
                                "chor+unsubscribe",
                                "mailman-owner", "chor-admin", "chor-confirm+77aa88"]):  # fmt: skip
        who = f"{local}@chorlists{at}.example"
        message = desk.mail(who, OWNER, desk.some(["Precedence: bulk", "X-List-Administrivia: yes",
                                                   "Auto-Submitted: auto-replied"], 1))  # fmt: skip
        messages = [message, desk.mail(OWNER, who, subject="subscribe")] if at % 2 else [message]
        desk.add(who, False, "list manager", "en", messages)


def desks(desk: Desk) -> None:
    """Ticket systems, application systems, assistants without a human."""
    table = [
        ("support", "{f} Support"), ("helpdesk", "{f} Helpdesk"),
        ("servicedesk", "IT Service Desk"),
        ("ticket", "{f} Tickets"), ("kundenservice", "{f} Kundenservice"),
        ("soporte", "Soporte {f}"),
        ("assistance", "Assistance {f}"), ("assistenza", "Assistenza {f}"),
        ("suporte", "Suporte {f}"),
        ("pomoc", "Pomoc {f}"), ("help", "{g} ({f})"), ("support+id7788", "{g} ({f} Support)"),
        ("careers", "{f} Talent Team"), ("bewerbung", "{f} Bewerbermanagement"),
        ("jobs", "{f} Jobs"),
        ("recrutement", "Recrutement {f}"), ("rekrutacja", "Rekrutacja {f}"),
        ("empleo", "Empleo {f}"),
        ("service-client", "{f}"), ("klantenservice", "Klantenservice {f}"),
        ("abuse", "Abuse Desk"), ("hostmaster", "Hostmaster"), ("privacy", "{f} Privacy"),
        ("datenschutz", "{f} Datenschutz"),
    ]  # fmt: skip
    for at, (local, name) in enumerate(table):
        language = desk.language()
        given, _ = desk.person(language)
        firm, domain = desk.firm(language)
        who = named(name.format(f=firm, g=given), f"{local}@{domain}")
        asked = desk.message_id()
        headers = desk.some(
            ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All", "X-Ticket-Id: 7788",
             "X-Zendesk-Priority-Mail: no", "Precedence: bulk", "X-OTRS-Loop: otrs"],
            2)  # fmt: skip
        if not any(header.startswith(("Auto-Sub", "X-Auto", "Prec")) for header in headers):
            headers.append("Auto-Submitted: auto-replied")
        messages = [
            desk.mail(OWNER, who, [f"Message-ID: {asked}"], subject="Broken lamp"),
            desk.mail(who, OWNER, headers, subject="[#7788] Re: Broken lamp", reply_to=asked),
        ]
        desk.add(f"{local}@{domain}", False, "ticket desk", language, messages[at % 2 :])


def machines(desk: Desk) -> None:
    """Mail systems, servers, calendars, scanners, deliveries."""
    table = [
        ("MAILER-DAEMON", "Mail Delivery Subsystem"), ("mailer-daemon", "Mail Delivery System"),
        ("postmaster", "Postmaster"), ("bounce-77", ""), ("bounces+8877-noor=example.org", ""),
        ("MAILER_DAEMON", ""), ("microsoftexchange329e71", "Microsoft Outlook"),
        ("root", "Cron Daemon"), ("nagios", "Nagios"), ("wordpress", "WordPress"), ("www-data", ""),
        ("apache", "Apache"), ("backup", "Nightly Backup"), ("monitoring", "Uptime"), ("cron", ""),
        ("jenkins", "CI"), ("builds", "Builds"), ("scanner", "Scan 2nd floor"),
        ("fax", "Fax server"),
        ("voicemail", "Voice mail"), ("calendar-notification", "Calendar"),
        ("calendar", "Calendar"),
        ("notifications", "Bookings"), ("reminder", "Termine"), ("alert", "Weather"),
        ("daily-digest", "Digest"), ("digest-noreply", "Crowd Digest"),
        ("jobalerts-noreply", "Jobs"),
        ("jobs-listings", "Jobs for you"), ("stellenangebote", "Jobagent"),
        ("emploi-alerte", "Alerte"),
        ("paket", "Paketdienst"), ("tracking", "Parcel"), ("colis", "Suivi"),
        ("przesylka", "Kurier"),
        ("tickets", "Ticket Shop"), ("boardingpass", "Airline"), ("checkin", "Hotel"),
        ("umfrage", "Umfrage"), ("survey", "Survey Panel"), ("encuesta", "Encuestas"),
        ("verify", "Account"), ("security-noreply", "Account"), ("password-reset", ""),
        ("confirm", "Confirm"), ("auto-confirm", "Shop"), ("autoreply", "Auto"),
        ("system", "System"),
        ("storage-noreply", "Storage"), ("invoice+statements", "Payments"), ("donotreply", ""),
        ("info", "Info"), ("automailer", ""), ("echosign", "Sign"),
        ("0100018f77aa88bb-1122ccdd", ""), ("noor+caf_=noor=example.org", ""),
    ]  # fmt: skip
    for at, (local, name) in enumerate(table):
        language = desk.language()
        domain = f"machine{at}.example"
        headers = desk.some(AUTOMATIC, 1)
        _one(desk, "machine", language, (name, f"{local}@{domain}"), headers)


def firms(desk: Desk) -> None:
    """Firms and offices that write without any header that tells, and were never answered."""
    for at in range(30):
        language = desk.language()
        firm, domain = desk.firm(language)
        local = ROLE[language][(at // 2) % len(ROLE[language])]
        ends = {"de": "GmbH", "en": "Ltd", "fr": "SARL", "es": "S.L.", "it": "S.r.l.", "pt": "Lda",
                "nl": "B.V.", "pl": "Sp. z o.o.", "sv": "AB", "cs": "s.r.o.",
                "tr": "A.Ş."}  # fmt: skip
        name = desk.random.choice([f"{firm} {ends[language]}", firm, f"Hotel {firm}", ""])
        if at % 3:
            _one(desk, "firm", language, (name, f"{local}@{domain}"), [])
        else:
            message = desk.mail(OWNER, named(name, f"{local}@{domain}"), subject="A question")
            desk.add(f"{local}@{domain}", False, "firm", language, [message])


def all_machines(desk: Desk) -> None:
    """All kinds of senders that are no people."""
    for kind in (newsletters, anna_from_acme, shops_like_people, no_replies, receipts_and_banks,
                 on_behalf, rewritten_lists, desks, machines, firms):  # fmt: skip
        kind(desk)
