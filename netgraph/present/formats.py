"""What is left of a file name or a job title in a redacted copy."""

from __future__ import annotations

import re

#: Files that LinkedIn always names like this, in lower case.
_LINKEDIN = frozenset(
    f"{name}.csv"
    for name in (
        "company follows",
        "connections",
        "education",
        "email addresses",
        "endorsement_given_info",
        "endorsement_received_info",
        "importedcontacts",
        "invitations",
        "messages",
        "phonenumbers",
        "positions",
        "profile",
        "recommendations_given",
        "recommendations_received",
    )
)
_ENDINGS = {
    "mbox": "mail",
    "eml": "mail",
    "vcf": "an address book",
    "ics": "a calendar",
    "csv": "a table",
    "xlsx": "a table",
    "zip": "an archive",
}
#: Fields of work and the words in titles that tell them, tried in this order.
_WORK = (
    ("software and data", "data developer engineer software programmer scientist analyst it"),
    ("health and care", "nurse doctor physician vet veterinarian dentist care health therapist"),
    ("teaching and research", "teacher professor lecturer researcher tutor school education"),
    ("people and hiring", "recruiter recruiting talent hr people human"),
    ("sales and marketing", "sales marketing account brand communications pr"),
    ("money and law", "finance accountant accounting controller lawyer legal counsel banker tax"),
    ("design and media", "designer design writer editor journalist artist media"),
    ("crafts and repairs", "mechanic plumber electrician carpenter builder gardener painter"),
    ("everyday services", "hairdresser barber baker cook waiter shop cleaner driver trainer coach"),
    ("leading and organising", "manager head director lead chief ceo founder owner president"),
)


def format_of(file: str) -> str:
    """The sort of file, never its name; "" for no file."""
    if not file:
        return ""
    base = re.split(r"[/\\]", file)[-1].casefold()
    if base in _LINKEDIN:
        return "a LinkedIn export"
    return _ENDINGS.get(base.rpartition(".")[2], "a file")


def work_of(role: str) -> str:
    """The field of work a title belongs to; "" for no title."""
    words = set(re.findall(r"[a-z]+", role.casefold()))
    if not role.strip():
        return ""
    for field, telling in _WORK:
        if not words.isdisjoint(telling.split()):
            return field
    return "other work"
