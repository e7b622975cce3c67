"""What a display name tells of a sender: a human being, or a firm, a desk, a list.

A name counts only together with its address: "Ilse Quandel" at ``info@nordwind.example`` is
somebody who answers there, "Nordwind" is not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from netgraph.importers._mail.addresses import Mailbox
from netgraph.importers._mail.roles import is_personal_desk, is_role
from netgraph.importers._mail.text import fold
from netgraph.importers._people.givennames import GIVEN_NAMES
from netgraph.importers._people.notpeople import is_company_name
from netgraph.importers._people.robotwords import is_desk_word

_WORD = re.compile(r"[^\W\d_]{2,}")
#: Words in the names of desks, firms and lists, folded; names of people seldom hold them.
_NOT_PEOPLE_WORDS = """
    team equipe equipo equipa zespol support soporte suporte assistenza assistance service
    servicedesk desk helpdesk kundenservice kundendienst klantenservice pomoc customer newsletter
    news notizie boletin boletim biuletyn bulten nyhetsbrev zpravodaj nieuwsbrief infolettre shop
    store sklep tienda boutique bank banque banco banca hotel restaurant museum online official
    talent jobs careers recruiting recrutement rekrutacja empleo bewerbermanagement account
    billing receipts orders bestellungen pedidos ordini encomendas versand envios daemon mailer
    system subsystem list liste lista group groups noreply reply tickets notifications info office
    newsroom marketing sales reception sekretariat verwaltung praxis kanzlei media works digest
    alerts updates abuse privacy datenschutz administrator postmaster delivery root
    ticketsystem otrs servicecenter callcenter
"""
_NOT_PEOPLE = frozenset(_NOT_PEOPLE_WORDS.split())
#: What firms call a part of themselves beside their own name.
_DEPARTMENTS = frozenset({*_NOT_PEOPLE, "report", "reports", "payments", "rewards", "travel"})
#: "Anna from Acme" and "Anna von Acme".
_FROM_FIRM = re.compile(r"\s(?:from|at|@|\||von|vom|de|chez|di|da|van|z|på|-)\s+(.+)$", re.I)
#: "jane.doe@": nobody calls a firm so.
_PERSONAL = re.compile(r"[^\W\d_]{2,}[._-][^\W\d_]{2,}\d*@.+")
#: "van den Berg" is a family.
_PARTICLES = re.compile(r"(?:den|der|dem|het|la|las|los|ter|ten)\s", re.IGNORECASE)
_BULK_HOST = re.compile(
    r"(?:mailings?|newsletters?|news|mailer|notif(?:y|ications?)|bounces?|no-?reply|em|e|crm|mkt"
    r"|campaigns?|marketing|emails?|mailout|reply|updates?)\.[^.]+\.[^.]+",
    re.IGNORECASE,
)
#: A name as people write theirs, titles and particles among it, without a firm behind it.
_FULL_NAME = re.compile(
    r"(?:(?:dr|prof|mag|ing|dipl|med|mr|mrs|ms|mme|m|sra?|sig|dott|ir|drs|herr|frau|lic|arch|avv)"
    r"\.?\s+)*([^\W\d_][\w'’.-]*)((?:\s+[^\W\d_][\w'’.-]*){1,4})",
    re.IGNORECASE,
)
#: A firm that is called like its site: "Amazon.de".
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}", re.IGNORECASE)
#: Parts of domains at which a machine of the same name writes: "OBS <obs@build.suse.example>".
_MACHINE_HOST = re.compile(
    r"(?:builds?|ci|git|svn|bugs?|lists?|review|forum|status|monitor\w*|jenkins)\..+\..+"
)
#: Desks that a person who works alone likes to use, at a domain of their own name.
_SOFT_DESKS = frozenset({"hello", "hi", "hey", "hallo", "hola", "ciao", "bonjour"})
#: At these a name is not enough; a mail program must show that somebody typed.
_CONTACTS = frozenset({"contact", "kontakt", "contacto", "contato", "contatti", "info", "office"})
_BY_HAND = re.compile(
    rb"outlook(?! express bulk)|thunderbird|apple mail|iphone mail|ipad mail|k-9|evolution|kmail"
    rb"|the bat|claws|mutt|pine\b|eudora|lotus notes|gnus|webmail|roundcube|squirrelmail",
    re.IGNORECASE,
)


def speaks_for_list(name: str) -> bool:
    """Whether a display name is that of a person at the address of a list.

    "Ada Stone via Team <team@...>" names Ada, but nobody of that name reads ``team@``.
    """
    return ("via " in name and (" via " in name or "(via " in name)) or (
        " über " in name or " par le biais de " in name
    )


def names_person_at(sender: Mailbox) -> bool:
    """Whether the name at a desk (``info@``) is somebody's, not the firm's or the desk's."""
    words = _name_words(sender.name)
    if not words or not words.isdisjoint(_NOT_PEOPLE) or is_company_name(sender.name):
        return False
    return not all(word in _domain(sender) for word in words)


def has_full_name(mailbox: Mailbox) -> bool:
    """Whether the name alone is enough to tell somebody: two words, and nobody's desk."""
    return " " in mailbox.name and names_person_at(mailbox)


@lru_cache(maxsize=16_384)
def is_person_at_desk(mailbox: Mailbox) -> bool:
    """Whether a desk's mailbox bears a person's full name: "John Smith <office@smithlaw...>".

    Firms share words with their domain; a name that does so must begin with a given name.
    """
    match = _FULL_NAME.fullmatch(mailbox.name.strip())
    if not match or not is_personal_desk(mailbox.address):
        return bool("," in mailbox.name and _is_turned(mailbox))
    words = _name_words(mailbox.name)
    if not words.isdisjoint(_NOT_PEOPLE) or is_company_name(mailbox.name):
        return False
    firm = _FROM_FIRM.search(mailbox.name)
    if firm and not _PARTICLES.match(firm[1]) and _is_of_domain(firm[1], mailbox):
        return False
    if _plain(match[1].partition("-")[0]) in GIVEN_NAMES:
        return True
    initials = "".join(word[0] for word in mailbox.name.casefold().split())
    return not _is_of_domain(mailbox.name, mailbox) and not _domain(mailbox).startswith(initials)


def _is_of_domain(text: str, mailbox: Mailbox) -> bool:
    return any(word in _domain(mailbox) for word in _name_words(text))


def _is_turned(mailbox: Mailbox) -> bool:
    """Whether it is so with the family name first: "Smith, John" as "John Smith"."""
    family, comma, given = mailbox.name.partition(", ")
    turned = Mailbox(f"{given} {family}", mailbox.address)
    return bool(comma and given and family) and "," not in given and is_person_at_desk(turned)


@lru_cache(maxsize=16_384)
def is_firm(sender: Mailbox) -> bool:
    """Whether the name is a firm's, and the address nobody's in it.

    A legal form tells it ("Nordwind GmbH"), a desk's word ("Personalabteilung"), or a name that
    is the domain's and the address's alike ("Orbit <orbit@orbit.example>").
    """
    words = _name_words(sender.name)
    if _is_department(sender, words) or is_desk_word(_plain(sender.name)):
        return True
    if not sender.name or _PERSONAL.fullmatch(sender.address):
        return False
    if " " in sender.name or not sender.name.isascii():
        return is_company_name(sender.name)
    if _SITE.fullmatch(sender.name):
        return _plain(sender.name.partition(".")[0]) in _domain(sender)
    if _MACHINE_HOST.fullmatch(sender.address.rpartition("@")[2].lower()):
        return words == _name_words(sender.address.partition("@")[0])
    return (
        len(words) == 1
        and words == _name_words(sender.address.partition("@")[0])
        and all(_domain(sender).startswith(word) for word in words)
    )


def _is_department(sender: Mailbox, words: frozenset[str]) -> bool:
    """Whether a name is a firm's and its desk's: "Uber Receipts <uber.us@uber...>"."""
    rest = words - _DEPARTMENTS
    local, domain = _plain(sender.address.partition("@")[0]), _domain(sender)
    return (
        0 < len(rest) < len(words)
        and any(word in domain for word in rest)
        and all(word in domain or word in local for word in rest)
    )


@lru_cache(maxsize=16_384)
def is_at_bulk_host(sender: Mailbox) -> bool:
    """Whether the address is at a part of a domain for newsletters, and bears no name."""
    return _BULK_HOST.match(sender.address.rpartition("@")[2]) is not None and not is_signed(sender)


def works_alone(sender: Mailbox, mailer: bytes) -> bool:
    """Whether the desk is that of one person: at a domain that is the person's own name.

    ``mailer`` is the mail program the message names.
    """
    words = _name_words(sender.name)
    if len(words) < 2 or not words.isdisjoint(_NOT_PEOPLE) or is_company_name(sender.name):
        return False
    desk = sender.address.partition("@")[0].lower()
    own = sum(word in _domain(sender) for word in words)
    if own < 2:
        return False
    return desk in _SOFT_DESKS or (desk in _CONTACTS and _BY_HAND.search(mailer) is not None)


@lru_cache(maxsize=16_384)
def is_signed(sender: Mailbox) -> bool:
    """Whether name and address agree on a person: "Wren Talbach <wren@pine.example>"."""
    words = _name_words(sender.name)
    if len(words) < 2 or is_role(sender.address) or not words.isdisjoint(_NOT_PEOPLE):
        return False
    firm = _FROM_FIRM.search(sender.name)
    if firm and _is_of_domain(firm[1], sender):
        return False
    return shares_word(sender.name, sender.address)


def shares_word(name: str, address: str) -> bool:
    """Whether a word of the name, longer than two letters, stands before the address's @."""
    local = _plain(address.partition("@")[0])
    return any(word in local for word in _name_words(name) if len(word) > 2)


@lru_cache(maxsize=16_384)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in _WORD.findall(fold(name)))


def _domain(sender: Mailbox) -> str:
    return _plain(sender.address.rpartition("@")[2].rpartition(".")[0])


@lru_cache(maxsize=16_384)
def _plain(text: str) -> str:
    """Umlauts both ways: "ue" counts as "u" and so on, also where it never was one."""
    folded = fold(text)
    return re.sub(r"([aou])e", r"\1", folded).replace("ı", "i").replace("ł", "l").replace("ø", "o")
