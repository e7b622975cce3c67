"""Words of addresses that machines and desks use, told by how they are built.

Languages join what a machine does into long words ("bestellbestaetigung", "rechnungonline",
"potwierdzenie"), trackers number their addresses ("12345-done@bugs."), devices are called by
their maker. Words are looked at without accents, in lower case, without digits at their end.

Source: addresses that shops, carriers, trackers and devices send from, in nine languages.
"""

from __future__ import annotations

import re

#: Nobody reads an address of which a part is such a word.
_MACHINE_WORD = re.compile(
    r"auto(?:mail\w*|mated?|mati[ckq]\w*|matisch\w*|matizad\w*|matyczn\w*|mati[sz]er\w*|antwort\w*"
    r"|respond\w*|respuesta|risposta|resposta|reponse|reply|confirm\w*|notif\w*|send\w*|generat\w*"
    r"|build\w*)|geautomatiseerd\w*"
    r"|\w{3,}(?:bestaetigung|bestatigung|benachrichtigung|bevestiging|bekraeftelse|bekraftelse"
    r"|bekreftelse)(?:en)?"
    r"|(?:jobs?|stellen)(?:agent|alarm|alerts?|bot|finder|letter|mailer|newsletter|radar|robot"
    r"|scout|mails?)"
    r"|(?:tip|build|test|git|patch|merge|issue|news|chat|spam|mail|ci|deploy|release|review|slack"
    r"|web|sys|kernel|syz|dependa|lint|info|bug|triage|label|stale|job|support|service"
    r"|data|alert|status|sync|ops|update|backup|monitor|admin|forum|list)bots?"
    r"|xerox|ricoh|kyocera|lexmark|konica|minolta|bizhub|workcentre|imagerunner|taskalfa"
    r"|drucker|kopierer|multifunktion\w*|imprimante|copieur|impresora|fotocopiadora|stampante"
    r"|fotocopiatrice|impressora|kopieermachine|drukarka|kserokopiarka|skaner|docuscan|mfp"
    r"|buildsys|buildd|builder|debbugs|\w*bugzilla|devnull|syslog\w*|cron(?:job|tab|d)s?"
    r"|notifier"
)
#: Only bills, tickets, confirmations and reminders come from these.
_NOTICE_WORD = re.compile(
    r"(?:rechnung|factur|faktur|fattur|fatur|invoic|factuur)\w*|\w{3,}rechnung(?:en)?"
    r"|billetes?|billets|billetter|biglietti|biglietteria|bilhetes|bilety|bilet|fahrkarten?"
    r"|fahrschein\w*|kaartjes|kaartverkoop|entradas|ingressos|jizdenky|eticket\w*"
    r"|buchung\w*|\w{3,}buchung(?:en)?|boeking(?:en)?|prenotazione|rezerwacj[aei]"
    r"|recordatorios?|rappels?|promemoria|lembretes?|herinnering(?:en)?|przypomnieni[ae]"
    r"|\w*erinnerung(?:en)?|confirmacion(?:es)?|confirmac(?:ao|oes)|conferm[ae]|potwierdzeni[ae]"
    r"|bevestiging(?:en)?|bestaetigung(?:en)?|notificacion(?:es)?|notificac(?:ao|oes)"
    r"|notific(?:a|he)|benachrichtigung(?:en)?|meddelelser?|online|reports?"
)
#: Somebody may sit at such a desk.
_DESK_WORD = re.compile(
    r"(?:kunden|customer|klant|klient|client)\w{3,}|clienti|clientes"
    r"|\w{3,}(?:portal|portail|portale|dienst|center|centrum|zentrum|hotline)"
    r"|[a-z]{2,}admin|(?:ftp|list|dns|build|cvs|svn|repo|key|irc|pack)masters?"
    r"|\w{3,}(?:abteilung|stelle)|control|submit|submissions?|requests?|portal|portail|portale"
)
#: Lists, trackers and build machines, behind a hyphen: "pkg-fallout", "english-quora-digest".
_ADDED = re.compile(
    r".+[-_](?:digest|fallout|abteil|stelle|bugs?|tracker|commits?|builds?|ci|alerts?|notices?|submissions?"
    r"|bot\d*|daemon|(?:auto)?mailer)"
)
#: "12345-done" and what else a tracker does with a numbered bug.
_NUMBERED = re.compile(r"(?:bug|ticket|issue|case)?[-_]?\d+-[a-z]+(?:-[a-z]+)?")
_TRACKER_HOST = re.compile(
    r"(?:bugs?|debbugs|bugzilla|bugtracker|tracker|issues?|tickets?|jira|otrs|rt|redmine|trac"
    r"|mantis|patchwork)\.[^.]+\..+"
)
_AT_TRACKER = re.compile(
    r"\d+|(?:bug|ticket|issue|case)[-_]?\d+|owner|control|submit|requests?|reports?|admin|done"
    r"|quiet|maintonly|help|info|bugs?|issues?|tracker|tickets?|nobody"
)
#: Letters one of which is in every word above, and whole words that hold none of them.
TELLING = re.compile(
    "auto|tigung|bevest|bekr|job|stellen|bot|xerox|ricoh|kyoc|lexm|konic|minol|bizh|workcen|imager"
    "|taskal|drucke|kopier|multif|imprim|copieur|impres|fotoco|stampa|kopieer|drukar|ksero|skaner"
    "|docusc|build|debbug|bugz|devnull|syslog|cron|tifier|kunden|customer|klant|klient|client"
    "|porta|dienst|cente|centru|zentr|hotl|rechn|fact|fakt|fatt|fatu|invo|billet|bigli|bilh|bilet|fahr|kaart"
    "|entrad|ingres|jizd|etick|buchu|boeki|prenot|rezerw|record|rappel|promem|lembr|herinn|przyp"
    "|erinn|confer|potwi|notif|meddel|admin|master|submi|repor|reque|fallout|abteil|stelle"
)
_MARKED_WORDS = """
    mfp mfps owner control online digest bug bugs tracker commit ci alert alerts notice notices
    daemon mailer quiet maintonly done help issue issues
"""
MARKED = frozenset(_MARKED_WORDS.split())


def is_machine_local(local: str, domain: str) -> bool:
    """Whether what stands before the @ [lower case] is a machine's by its words or its place."""
    plain = local.partition("+")[0]
    if _ADDED.fullmatch(plain) or _NUMBERED.fullmatch(plain):
        return True
    if _TRACKER_HOST.fullmatch(domain) and _AT_TRACKER.fullmatch(plain):
        return True
    return any(_MACHINE_WORD.fullmatch(word.rstrip("0123456789")) for word in _words(plain))


def is_desk_word(word: str) -> bool:
    """Whether a word of an address [lower case, no digits at its end] is a desk's."""
    return _DESK_WORD.fullmatch(word) is not None or is_notice_word(word)


def is_notice_word(word: str) -> bool:
    """Whether only notices come from an address of this word, and nobody's own letters."""
    return _NOTICE_WORD.fullmatch(word) is not None


def _words(local: str) -> list[str]:
    return [word for word in re.split(r"[._-]", local) if word]
