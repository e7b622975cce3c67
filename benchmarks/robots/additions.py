"""Senders added after the halves were drawn: they go into the development half alone.

The held-out half stays as it was written before the rules. An address whose hash would fall into
it is written at another domain.
"""

from __future__ import annotations

from run import HALVES, half_of
from words import OWNER
from writing import Desk, named

#: Kind, language, display name, what stands before the @, and the beginning of the domain.
MACHINES = [
    ("confirmation", "de", "Morgenrot.de", "bestellbestaetigung", "morgenrot"),
    ("confirmation", "de", "Morgenrot", "versandbestaetigung", "morgenrot-shop"),
    ("confirmation", "de", "Auenbahn Buchungsbestätigung", "buchungsbestaetigung", "auenbahn"),
    ("confirmation", "nl", "Duinrand", "orderbevestiging", "duinrand"),
    ("confirmation", "fr", "Petitpont", "confirmation-commande", "petitpont"),
    ("confirmation", "es", "Rioverde", "confirmacion", "rioverde"),
    ("confirmation", "pt", "Vilaflor", "confirmacao", "vilaflor"),
    ("confirmation", "it", "Lagoverde", "conferma", "lagoverde"),
    ("confirmation", "pl", "Modrzew", "potwierdzenie", "modrzew"),
    ("bill", "de", "Seeblick", "rechnungonline", "seeblick"),
    ("bill", "it", "Montalto", "fatturaonline", "montalto"),
    ("ticket shop", "es", "Solclaro", "billetes", "solclaro"),
    ("ticket shop", "it", "Rivabella", "biglietti", "rivabella"),
    ("ticket shop", "pl", "Bursztyn", "bilety", "bursztyn"),
    ("ticket shop", "nl", "Molenwijk", "kaartjes", "molenwijk"),
    ("reminder", "fr", "Chantelune", "rappel", "chantelune"),
    ("reminder", "es", "Mareazul", "recordatorio", "mareazul"),
    ("reminder", "pt", "Serramar", "lembrete", "serramar"),
    ("reminder", "nl", "Havenlicht", "herinnering", "havenlicht"),
    ("reminder", "pl", "Zielonka", "przypomnienie", "zielonka"),
    ("job agent", "de", "Falkenberg Jobagent", "jobagent", "falkenberg"),
    ("job agent", "en", "Oakmoor", "jobalerts", "oakmoor"),
    ("automatic", "nl", "Zonnehof.nl", "automail", "zonnehof"),
    ("automatic", "en", "Tidemark", "automated", "tidemark"),
    ("automatic", "fr", "Bellecour", "reponse.automatique", "bellecour"),
    ("device", "en", "Xerox", "xerox5335", "pennyfield"),
    ("device", "de", "Drucker 2. OG", "drucker2", "steinbach"),
    ("device", "fr", "Copieur", "imprimante", "clairval"),
    ("digest", "en", "Foxglove", "english-foxglove-digest", "foxglove"),
    ("tracker", "en", "Bug Tracking System", "owner", "bugs.distro"),
    ("tracker", "en", "", "12345-done", "bugs.distro"),
    ("tracker", "en", "", "control", "bugs.distro"),
    ("tracker", "en", "Ada Whitlock", "77120", "bugs.launch"),
    ("tracker", "en", "Forge", "forge-bugzilla", "forge"),
    ("build machine", "en", "Koji", "buildsys", "distro"),
    ("build machine", "en", "", "pkg-fallout", "ports"),
    ("bot", "en", "", "patchwork-bot+net", "kernel"),
    ("bot", "en", "tip-bot for Nell Ashdown", "tipbot", "kernel"),
    ("desk", "de", "Kupferkanne", "kundendialog", "kupferkanne"),
    ("desk", "de", "Lindenhof", "direktportal", "lindenhof"),
    ("desk", "en", "Kestrel Support", "support", "kestrel"),
    ("desk", "en", "Nell from Brightquay", "contact", "brightquay"),
    ("desk", "fr", "Mistral Vert", "contact", "mistralvert"),
    ("desk", "es", "Altamira Luz", "info", "altamiraluz"),
]
#: Somebody who writes from a desk under a full name, in mail without a machine's fields.
PEOPLE = [
    ("de", "Holger Amsel", "kontakt", "holgeramsel"),
    ("de", "Dr. Anna Birkner", "praxis", "annabirkner"),
    ("de", "Uwe Tannert", "kanzlei", "tannert"),
    ("en", "John Pickard", "office", "pickardlaw"),
    ("en", "Karl Wexler", "support", "smallworks"),
    ("en", "Odalys Trent", "sales", "smallworks"),
    ("es", "Ana Gilabert", "info", "anagilabert"),
    ("es", "Marta Soler", "administracion", "fincas"),
    ("fr", "Marie Corbin", "contact", "mariecorbin"),
    ("fr", "Hervé Lachaud", "accueil", "mairie-bourg"),
    ("it", "Paola Serri", "segreteria", "scuola"),
    ("pt", "Joana Vilar", "geral", "oficina"),
    ("nl", "Joost Wieringa", "kantoor", "notaris"),
    ("pl", "Marek Zawada", "biuro", "warsztat"),
]


def additions(desk: Desk) -> None:
    """Everybody, each with a message or two."""
    for kind, language, name, local, domain in MACHINES:
        _add(desk, kind, language, (name, local, domain), is_person=False)
    for language, name, local, domain in PEOPLE:
        _add(desk, "full name at a desk", language, (name, local, domain), is_person=True)


def _add(
    desk: Desk, kind: str, language: str, who: tuple[str, str, str], *, is_person: bool
) -> None:
    name, local, domain = who
    address = next(
        address
        for number in range(100)
        for address in [f"{local}@{domain}{number or ''}.example"]
        if half_of(address) == HALVES[0]
    )
    messages = [
        desk.mail(named(name, address), OWNER, subject=desk.subject(language))
        for _ in range(desk.random.randint(1, 2))
    ]
    desk.add(address, is_person, kind, language, messages)
