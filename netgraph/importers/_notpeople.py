"""What stands in address books beside people: companies, shared desks, lists and robots.

A company is told by the legal form in its name or by a name that is only its organisation's;
an address like ``first.last@`` is a person's even then. Legal forms are listed only where they
are nobody's surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from netgraph.importers._mailroles import is_machine, is_role
from netgraph.model import Identifier, IdentifierKind, Origin, Reject, RejectKind

#: At the end of a name, whatever its case.
_FORMS = (
    r"g?gmbh|g?mbh|e\.\s?v\.|e\.\s?k\.|ohg|kg|kgaa|gbr|inc\.?|incorporated|l\.?l\.?c\.?|l\.?l\.?p\.?"
    r"|ltd\.?|limited|plc|corp\.?|corporation|s\.p\.a\.?|s\.?r\.?l\.?s?|s\.?a\.?r\.?l\.?|sasu|eurl"
    r"|s\.a\.|s\.l\.u?\.?|s\.l\.|b\.v\.|n\.v\.|vzw|asbl|oyj?|a/s|aps|sp\.\s?z\s?o\.\s?o\.|s\.r\.o\."
    r"|a\.s\.|kft\.?|zrt\.?|d\.o\.o\.?|ltda\.?|s\.a\. de c\.v\.|pty\.? ltd\.?|k\.k\.|ooo|ооо|зао"
    r"|(?:and|&) company|& co\.?"
)
_COMPANY = re.compile(
    rf"\w[\s.,&()]*[\s,&(](?:(?i:{_FORMS})|SpA)\)?(?:\s*(?:&|und|\+)\s*Co\.?(?:\s*KG(?:aA)?)?)?$"
)
#: How every name ends that ends with a form, but for points and brackets: a quick look before
#: the pattern is tried at every letter.
_END_LETTERS = (
    "bh|.v|. v|.k|. k|.c|.p|.a|.l|.s|.u|.o|. o|hg|kg|aa|br|nc|ed|lc|lp|td|rp|on|pa|rl|ls|su|zw|bl"
    "|oy|yj|/s|ps|ft|rt|da|oo|ny|co|оо|ао"
)
_ENDINGS = tuple(_END_LETTERS.split("|"))
_EAST_ASIAN = re.compile(r"株式会社.*|.*(?:株式会社|有限公司|有限会社|주식회사)|주식회사.*")
#: "Priya AG" may be somebody with initials.
_SEVERAL_WORDS_AG = re.compile(r"(?:\S+\s){2,}AG")
#: Longer names are nobody's; only their end is looked at.
MAX_NAME = 120
_LIST = re.compile(
    r".+@(?:googlegroups\.com|groups\.io|yahoogroups\.[a-z.]+|(?:lists?|listen|listas|listes|liste"
    r"|groups|mailman|listserv)\.[^@]+|[^@]+\.lists?\.[^@]+|freelists\.org|group\.calendar\.google"
    r"\.com)|.+-(?:request|owner|subscribe|announce|l)@.+",
    re.IGNORECASE,
)
#: "jane.doe@": nobody calls a desk so.
_PERSONAL = re.compile(r"[^\W\d_]{2,}[._-][^\W\d_]{2,}@.+")


@lru_cache(maxsize=4096)
def is_company_name(name: str) -> bool:
    """Whether ``name`` ends (or in Japanese and Korean begins) with a legal form."""
    end = " ".join(name.split())[-MAX_NAME:]
    if end.endswith(" AG") and _SEVERAL_WORDS_AG.fullmatch(end):
        return True
    has_form = end.rstrip(").").casefold().endswith(_ENDINGS) and _COMPANY.search(end)
    return bool(has_form or (not end.isascii() and _EAST_ASIAN.fullmatch(end)))


@lru_cache(maxsize=16_384)
def is_list(address: str) -> bool:
    """Whether ``address`` passes on to many what is sent there."""
    return _LIST.fullmatch(address) is not None


def personal_names(names: Iterable[str], organisations: Iterable[str]) -> tuple[str, ...]:
    """Those ``names`` that are neither blank, nor an organisation's, nor a company's by form."""
    known = {_plain(organisation) for organisation in organisations}
    return tuple(
        name
        for name in names
        if name.strip() and _plain(name) not in known and not is_company_name(name)
    )


def refusal(
    names: Sequence[str],
    identifiers: Sequence[Identifier],
    organisations: Sequence[str],
    origin: Origin,
) -> Reject | None:
    """Why an entry of an address book is no person; None when it may be one.

    ``names`` are all its names, ``identifiers`` how it can be reached, ``organisations`` where
    it belongs. An entry without anything is a reject that counts as unreadable.
    """
    own = personal_names(names, organisations)
    reason = _reason(own, names, identifiers, organisations)
    if reason:
        return Reject(origin, reason, RejectKind.LEFT_OUT)
    return None if own or identifiers else Reject(origin, "has no name, address or number")


def _reason(
    own: Sequence[str],
    names: Sequence[str],
    identifiers: Sequence[Identifier],
    organisations: Sequence[str],
) -> str:
    """What the entry is instead of a person; "" when it may be one."""
    addresses = [i.value for i in identifiers if i.kind is IdentifierKind.EMAIL]
    is_mail_only = 0 < len(addresses) == len(identifiers)
    reason = ""
    if is_mail_only and all(map(is_machine, addresses)):
        reason = "an automatic address, not a person"
    elif is_mail_only and all(map(is_list, addresses)):
        reason = "a mailing list, not a person"
    elif (own and not _is_desk(own, addresses)) or _is_personal(identifiers):
        reason = ""
    elif own:
        reason = "a shared address, not a person"
    elif any(name.strip() for name in names) or (any(organisations) and _all_desks(addresses)):
        reason = "an organisation, not a person"
    elif is_mail_only and _all_desks(addresses):
        reason = "a shared address, not a person"
    return reason


def _is_personal(identifiers: Sequence[Identifier]) -> bool:
    """Whether a profile or an address such as "jane.doe@" is among them."""
    return any(
        i.kind is IdentifierKind.PROFILE
        or (
            i.kind is IdentifierKind.EMAIL
            and _PERSONAL.fullmatch(i.value) is not None
            and not is_role(i.value)
        )
        for i in identifiers
    )


def _all_desks(addresses: Sequence[str]) -> bool:
    return all(map(is_role, addresses))


def _is_desk(names: Sequence[str], addresses: Sequence[str]) -> bool:
    """Whether all addresses are desks and the names are called like them ("Acme Support")."""
    if not addresses or not _all_desks(addresses):
        return False
    desks = {re.split(r"[+@._-]", address.casefold())[0] for address in addresses}
    return all(desks & set(re.findall(r"\w+", name.casefold())) for name in names)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
