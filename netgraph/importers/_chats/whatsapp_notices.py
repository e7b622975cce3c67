"""What WhatsApp itself writes into a chat: who came, who went, what the group is called.

In English, German, Spanish, French, Italian, Portuguese and Dutch; other notices, and those
in other languages, say nothing about members and are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from netgraph.importers._chats.conversation import plain


class Change(StrEnum):
    """What a notice tells about the members."""

    NAMED = "named"
    CAME = "came"
    WENT = "went"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Notice:
    """``who`` did it, ``whom`` it was done to (as written); ``title`` the group's name or ""."""

    change: Change
    who: str = ""
    whom: tuple[str, ...] = ()
    title: str = ""


_TABLE: tuple[tuple[Change, str], ...] = (
    (Change.NAMED, r"(?P<who>.+?) created (?:the |this )?(?:group|community)\b.*"),
    (Change.NAMED, r"(?P<who>.+?) ha(?:t|st) die Gruppe .+ erstellt\.?"),
    (Change.NAMED, r"(?P<who>.+?) creó el grupo\b.*"),
    (Change.NAMED, r"(?P<who>.+?) (?:a|avez) créé le groupe\b.*"),
    (Change.NAMED, r"(?P<who>.+?) ha(?:i)? creato il gruppo\b.*"),
    (Change.NAMED, r"(?P<who>.+?) criou o grupo\b.*"),
    (Change.NAMED, r"(?P<who>.+?) he(?:eft|bt) (?:de )?groep .+ (?:aan)?gemaakt\.?"),
    (Change.NAMED, r"(?P<who>.+?) changed the (?:subject|group name)\b.* to .*"),
    (Change.NAMED, r"(?P<who>.+?) ha(?:t|st) den (?:Betreff|Gruppennamen) .* geändert\.?"),
    (Change.NAMED, r"(?P<who>.+?) cambió el (?:asunto|nombre del grupo)\b.*"),
    (Change.NAMED, r"(?P<who>.+?) (?:a|avez) (?:changé|modifié) le (?:sujet|nom du groupe)\b.*"),
    (Change.CAME, r"(?P<whom>.+?) (?:was|were) added\b.*"),
    (Change.CAME, r"(?P<who>.+?) added (?P<whom>.+?)(?: to the group)?\.?"),
    (Change.CAME, r"(?P<whom>.+?) wurdest? hinzugefügt\.?"),
    (Change.CAME, r"(?P<who>.+?) ha(?:t|st) (?P<whom>.+?) hinzugefügt\.?"),
    (Change.CAME, r"(?P<who>.+?) (?:añadió|agregó) a (?P<whom>.+?)\.?"),
    (Change.CAME, r"(?P<who>.+?) (?:a|avez) ajouté (?P<whom>.+?)\.?"),
    (Change.CAME, r"(?P<who>.+?) ha(?:i)? aggiunto (?P<whom>.+?)\.?"),
    (Change.CAME, r"(?P<who>.+?) adicionou (?P<whom>.+?)\.?"),
    (Change.CAME, r"(?P<who>.+?) he(?:eft|bt) (?P<whom>.+?) toegevoegd\.?"),
    (Change.CAME, r"(?P<whom>.+?) joined(?: (?:using|via|from|the group|this group)\b.*)?\.?"),
    (Change.CAME, r"(?P<whom>.+?) ist .*beigetreten\.?"),
    (Change.CAME, r"(?P<whom>.+?) se unió\b.*"),
    (Change.CAME, r"(?P<whom>.+?) a rejoint\b.*"),
    (Change.CAME, r"(?P<whom>.+?) entrou\b.*"),
    (Change.WENT, r"(?P<whom>.+?) (?:was|were) removed\b.*"),
    (Change.WENT, r"(?P<who>.+?) removed (?P<whom>.+?)(?: from the group)?\.?"),
    (Change.WENT, r"(?P<whom>.+?) left(?: the group)?\.?"),
    (Change.WENT, r"(?P<whom>.+?) ha(?:t|st) die Gruppe verlassen\.?"),
    (Change.WENT, r"(?P<who>.+?) ha(?:t|st) (?P<whom>.+?) entfernt\.?"),
    (Change.WENT, r"(?P<who>.+?) (?:eliminó|quitó) a (?P<whom>.+?)\.?"),
    (Change.WENT, r"(?P<whom>.+?) salió(?: del grupo)?\.?"),
    (Change.WENT, r"(?P<whom>.+?) (?:a quitté(?: le groupe)?|est parti(?:\(e\)|e)?)\.?"),
    (Change.WENT, r"(?P<who>.+?) (?:a|avez) (?:retiré|supprimé) (?P<whom>.+?)\.?"),
    (Change.WENT, r"(?P<whom>.+?) ha abbandonato(?: il gruppo)?\.?"),
    (Change.WENT, r"(?P<who>.+?) ha(?:i)? rimosso (?P<whom>.+?)\.?"),
    (Change.WENT, r"(?P<who>.+?) removeu (?P<whom>.+?)\.?"),
    (Change.WENT, r"(?P<whom>.+?) saiu(?: do grupo)?\.?"),
    (Change.WENT, r"(?P<whom>.+?) he(?:eft|bt) de groep verlaten\.?"),
)
_PATTERNS = tuple((change, re.compile(pattern)) for change, pattern in _TABLE)
_ENCRYPTED = re.compile(
    r"end-to-end[ -](?:encrypted|versleuteld)|Ende-zu-Ende[ -]verschlüsselt|extremo a extremo"
    r"|bout en bout|crittografia end-to-end|ponta a ponta",
    re.IGNORECASE,
)
_QUOTED = re.compile('["\u201c\u201e\u00ab](.+?)["\u201d\u201c\u00bb](?=\\W*$|\\W* \\w+\\.?$)')
_OPENING = re.compile('["\u201c\u201e\u00ab]')
_AND = re.compile(r", |,? (?:and|und|y|et|e|en) (?=\S)")
#: "You" as WhatsApp writes it for the owner of the phone in notices.
YOU = frozenset(
    ["you", "du", "dich", "tú", "te", "ti", "vous", "você", "tu", "jij", "je"],
)
#: Longer lines are messages; the table is not tried on them.
LONGEST = 600


def is_encryption(text: str) -> bool:
    """Whether this is the first notice of a chat; on iOS its author is the chat's title."""
    return _ENCRYPTED.search(text[:LONGEST]) is not None


def notice(text: str) -> Notice | None:
    """What a notice says about members, OTHER when about encryption, None for anything else."""
    said = plain(text)
    if len(said) > LONGEST:
        return None
    if is_encryption(said):
        return Notice(Change.OTHER)
    for change, pattern in _PATTERNS:
        match = pattern.fullmatch(said)
        if match:
            parts = match.groupdict()
            title = _title(said) if change is Change.NAMED else ""
            return Notice(change, parts.get("who") or "", _people(parts.get("whom")), title)
    return None


def _title(said: str) -> str:
    """The last thing in quotation marks; a renamed group has its new name there."""
    if "\u00ab" in said or len(_OPENING.findall(said)) > 2:
        said = re.split(r" to (?=[\"\u201c])| in (?=\u201e)| a (?=[\"\u201c\u00ab])", said)[-1]
    found = _QUOTED.search(said)
    return plain(found[1]) if found else ""


def _people(text: str | None) -> tuple[str, ...]:
    return tuple(part for part in map(str.strip, _AND.split(text or "")) if part)
