"""What stands in address books beside people: companies, shared desks, lists and robots.

A company is told by the legal form in its name or by a name that is only its organisation's;
an address like ``first.last@`` is a person's even then. Legal forms are listed only where they
are nobody's surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from netgraph.importers._mail.roles import is_machine, is_plain_local, is_plain_word, is_role
from netgraph.model import Identifier, IdentifierKind, Origin, Reject, RejectKind

#: What nearly every address is: a word or two before the @ (see `is_plain`), and a domain.
_PLAIN_LOCAL = re.compile(r"([A-Za-z]+)(?:[._-]([A-Za-z]+))?[0-9]{0,8}")
_PLAIN_HOST = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
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
#: The last two letters of every such name, but for points and brackets; of "e. v." only one.
_END_LETTERS = (
    "bh .v .k .c .p .a .l .s .u .o hg kg aa br nc ed lc lp td rp on pa rl ls su zw bl oy yj /s ps"
    " ft rt da oo ny co ag оо ао 会社 公司 회사 v k o"
)
_ENDINGS = frozenset([*_END_LETTERS.split(), ""])
#: The last two letters of a whole name in lower case that may be a company's.
_TAILS = frozenset([end if len(end) == 2 else f" {end}" for end in _ENDINGS])
_EAST_ASIAN = re.compile(r"株式会社.*|.*(?:株式会社|有限公司|有限会社|주식회사)|주식회사.*")
_FIRST_LETTERS = ("株式会社", "주식회사")
_FIRST_SIGNS = frozenset(form[0] for form in _FIRST_LETTERS)
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
#: What a telephone's own network answers: "*86", "#225#".
_SERVICE_NUMBER = re.compile(r"\s*[*#][\d*#\s-]{1,8}")
_SERVICE_NAME = re.compile(
    r"(?:my |the )?(?:voice-?\s?mail(?:box)?|mailbox|anrufbeantworter|sprachbox"
    r"|messagerie(?: vocale)?|r[ée]pondeur|buz[óo]n(?: de voz)?|contestador"
    r"|segreteria(?: telefonica)?|correio de voz|caixa postal|poczta g[łl]osowa)(?: \d+)?",
    re.IGNORECASE,
)
#: "jane.doe@": nobody calls a desk so.
_PERSONAL = re.compile(r"[^\W\d_]{2,}[._-][^\W\d_]{2,}@.+")


def is_company_name(name: str) -> bool:
    """Whether ``name`` ends (or in Japanese and Korean begins) with a legal form."""
    words = name.split()
    if not words or not (_may_be_form(words[-1]) or words[0].startswith(_FIRST_LETTERS)):
        return False
    return _is_company(" ".join(words)[-MAX_NAME:])


def _may_be_form(word: str) -> bool:
    """Whether a name that ends with ``word`` may be a company's: a quick look."""
    return word.rstrip(").").casefold()[-2:] in _ENDINGS


@lru_cache(maxsize=4096)
def _is_company(end: str) -> bool:
    if end.endswith(" AG") and _SEVERAL_WORDS_AG.fullmatch(end):
        return True
    return bool(_COMPANY.search(end) or (not end.isascii() and _EAST_ASIAN.fullmatch(end)))


def are_companies(names: Sequence[str], folded: Sequence[str]) -> list[bool]:
    """What `is_company_name` says of ``names``, which are given ``folded`` (without case) too."""
    return [
        (f[-2:] in _TAILS or not f[-1:].isalnum() or n[:1] in _FIRST_SIGNS) and is_company_name(n)
        for n, f in zip(names, folded, strict=True)
    ]


@lru_cache(maxsize=16_384)
def is_list(address: str) -> bool:
    """Whether ``address`` passes on to many what is sent there."""
    return _LIST.fullmatch(address) is not None


def personal_names(names: Iterable[str], organisations: Sequence[str]) -> tuple[str, ...]:
    """Those ``names`` that are neither blank, nor an organisation's, nor a company's by form."""
    own = [name for name in names if name.strip() and not is_company_name(name)]
    if organisations:
        known = _plain_names(tuple(organisations))
        own = [name for name in own if _plain(name) not in known]
    return tuple(own)


@lru_cache(maxsize=4096)
def _plain_names(organisations: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(_plain, organisations))


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
    sifted = sift(names, identifiers, organisations, origin)
    return sifted if isinstance(sifted, Reject) else None


def sift(
    names: Sequence[str],
    identifiers: Sequence[Identifier],
    organisations: Sequence[str],
    origin: Origin,
) -> tuple[str, ...] | Reject:
    """The names of an entry that are a person's (`personal_names`), or why it is no person."""
    own = personal_names(names, organisations)
    addresses = [i.value for i in identifiers if i.kind is IdentifierKind.EMAIL]
    if own and (is_plain(addresses[0]) if addresses else not _is_service(own, identifiers)):
        return own
    reason = _reason(own, names, identifiers, organisations)
    if reason:
        return Reject(origin, reason, RejectKind.LEFT_OUT)
    return own if own or identifiers else Reject(origin, "has no name, address or number")


def is_plain(address: str) -> bool:
    """Whether ``address`` is surely neither a robot's, nor a desk's, nor a list's: a quick look.

    Where it is not sure it says False.
    """
    local, _, domain = address.partition("@")
    return is_plain_local(local) and _is_plain_domain(domain)


def are_plain(addresses: Iterable[str]) -> list[bool]:
    """Whether each is one that `is_plain` knows for a person's, or blank; a doubtful one is not."""
    halves = [address.partition("@") for address in addresses]
    return [
        (
            _is_plain_host(domain)
            and (parts := _PLAIN_LOCAL.fullmatch(local)) is not None
            and _is_plain_part(parts[1])
            and _is_plain_part(parts[2])
        )
        or not (local or at)
        for local, at, domain in halves
    ]


@lru_cache(maxsize=65_536)
def _is_plain_part(word: str | None) -> bool:
    return word is None or is_plain_word(word.lower())


@lru_cache(maxsize=16_384)
def _is_plain_host(domain: str) -> bool:
    return _PLAIN_HOST.fullmatch(domain) is not None and _is_plain_domain(domain)


def is_service_name(name: str) -> bool:
    """Whether a telephone's own service is called so ("Voicemail")."""
    return _SERVICE_NAME.fullmatch(name) is not None


@lru_cache(maxsize=16_384)
def _is_plain_domain(domain: str) -> bool:
    address = f"x@{domain}"
    return bool(domain) and "@" not in domain and not (is_machine(address) or is_list(address))


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
    if own and not addresses and _is_service(own, identifiers):
        reason = "a service number, not a person"
    elif is_mail_only and all(map(is_machine, addresses)):
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


def _is_service(names: Sequence[str], identifiers: Sequence[Identifier]) -> bool:
    """Whether only a network's service answers: at "*86", or as "Voicemail" with a number alone."""
    if not identifiers or identifiers[0].kind is not IdentifierKind.PHONE:
        return False
    if not all(i.kind is IdentifierKind.PHONE for i in identifiers):
        return False
    is_coded = all(_SERVICE_NUMBER.fullmatch(i.value) for i in identifiers)
    return is_coded or all(_SERVICE_NAME.fullmatch(name) for name in names)


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
