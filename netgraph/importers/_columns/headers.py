"""What a header means: the words of seven languages, and the word of the user before them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from netgraph.errors import NetgraphError
from netgraph.importers._columns.aliases import ALIASES
from netgraph.importers._keys import hash_of


def word_set(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


SUGGESTED_FROM = 90
#: Below this a misspelt word is another word.
MISSPELT_FROM = 84
HUMP = re.compile(r"(?<=[a-zà-ÿ\d])(?=[A-ZÀ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])")
#: Words before or behind the word that counts: "Person - Email - Work", "Primary phone".
OF_A_PERSON = word_set(
    "person personal persons contact contacts attendee member alumni alumnus participant guest"
    " delegate registrant your their primary main preferred current present latest visitor lead"
    " client customer candidate student employee subscriber applicant speaker prospect recipient"
)
OF_A_WAY = word_set(
    "work home business private personal other primary secondary alternate alternative additional"
    " mobile direct office main default best privat geschaftlich geschaeftlich dienstlich"
    " beruflich professionnel professionnelle personnel personnelle perso pro prive privee trabajo"
    " personale lavoro ufficio casa pessoal prive zakelijk"
)
WAYS = frozenset({"email", "phone", "profile"})
#: Whose address it is when it is not that of the person in the row.
OF_ANOTHER = word_set(
    "owner manager assistant supervisor creator created modified updated assigned assignee sender"
    " sent parent spouse partner referrer referred referral introduced introducer invited inviter"
    " login username user added emergency reports account buyer purchaser company corporate firm"
    " employer organisation organization"
    " besitzer eigentumer verantwortlich zustandig erstellt geandert vorgesetzter vorgesetzte"
    " firma unternehmen responsable proprietaire cree entreprise societe propietario creado empresa"
    " proprietario creato azienda responsavel criado eigenaar verantwoordelijke bedrijf"
)
#: With one of these a header speaks of something that no field holds.
OF_NOTHING = word_set(
    "id type status source owner address url website site domain domains size industry country"
    " count label login username user emergency parent valid code number lead deal stage score"
    " join leave duration activity changed seit since group"
)
NOTHING = frozenset({"", "ignore", "nothing", "none", "left out", "leave out"})


@lru_cache(maxsize=65_536)
def normalised(header: str) -> str:
    """``header`` without case, accents, punctuation and whole numbers."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", header).casefold())
    text = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return " ".join(word for word in text.split() if not word.isdecimal())


def words_of(aliases: Mapping[str, str]) -> dict[str, str]:
    """Header word to field; a word given to two fields belongs to the first."""
    words: dict[str, str] = {}
    for field, lines in aliases.items():
        for word in lines.replace("\n", "|").split("|"):
            if key := normalised(word):
                words.setdefault(key, field)
    return words


@cache
def person_words() -> Mapping[str, str]:
    """Header word to field of an address list."""
    return words_of(ALIASES)


@cache
def _joined_words() -> Mapping[str, str]:
    """The same words without blanks, as programs write them ("emailaddress")."""
    return {word.replace(" ", ""): field for word, field in person_words().items()}


@lru_cache(maxsize=65_536)
def field_of(header: str) -> str:
    """The field a header stands for, or ""; only whole words of the tables count."""
    key = normalised(header)
    words = person_words()
    if key in words:
        return words[key]
    humped = normalised(HUMP.sub(" ", header))
    for text in (humped, re.sub(r"\d+\b", "", humped)):
        if text in words:
            return words[text]
        if (joined := text.replace(" ", "")) in _joined_words():
            return _joined_words()[joined]
    return _core(humped.split())


def _core(parts: Sequence[str]) -> str:
    """The field when words that say whose or which one are left off."""
    words = person_words()
    rest = [part for part in parts if part not in OF_A_PERSON]
    field = words.get(" ".join(rest), "")
    if field and len(rest) < len(parts):
        return field
    rest = [part for part in rest if part not in OF_A_WAY]
    field = words.get(" ".join(rest), "")
    return field if field in WAYS else ""


def is_of_another(header: str) -> bool:
    """Whether an address below ``header`` is that of somebody else ("Contact owner")."""
    return not OF_ANOTHER.isdisjoint(words_in(header))


def words_in(header: str) -> frozenset[str]:
    """The words of a header, normalised; "createdAt" is two."""
    return frozenset(normalised(HUMP.sub(" ", header)).split())


def similar(header: str) -> str:
    """The field whose word resembles the header most, or ""; only ever a suggestion."""
    key = normalised(HUMP.sub(" ", header))
    if len(key) < 3 or OF_NOTHING & words_in(header):
        return ""
    from rapidfuzz import fuzz, process

    words = [word for word in person_words() if len(word) > 3]
    found = process.extractOne(
        key, words, scorer=fuzz.token_set_ratio, score_cutoff=SUGGESTED_FROM
    ) or process.extractOne(key, words, scorer=fuzz.ratio, score_cutoff=MISSPELT_FROM)
    return person_words()[found[0]] if found else ""


def on_one_line(header: str) -> str:
    """A header as it can be shown, and given back with ``--map``: line breaks are blanks."""
    return " ".join(header.split())


def plain_field(field: str) -> str:
    """A field as people write it ("first name")."""
    return field.replace("_", " ")


def field_named(text: str) -> str:
    """The field the user means, "" to leave the column out; `NetgraphError` for no field."""
    key = normalised(text)
    if key in NOTHING:
        return ""
    own = {normalised(plain_field(field)): field for field in ALIASES}
    field = own.get(key) or person_words().get(key, "")
    if not field:
        known = ", ".join(plain_field(field) for field in ALIASES)
        msg = f"no field is called {text.strip()!r}; the fields are: {known}"
        raise NetgraphError(msg)
    return field


def parse_choices(said: Iterable[str]) -> dict[str, str]:
    """``Where they work=employer`` as header to field; ``Notes=`` leaves a column out.

    The last of two words on one column counts. `NetgraphError` says what is wrong.
    """
    choices: dict[str, str] = {}
    for text in said:
        header, mark, field = text.rpartition("=")
        if not (mark and header.strip()):
            msg = f"{text!r} maps no column; write it like 'Where they work=employer'"
            raise NetgraphError(msg)
        choices[header.strip()] = field_named(field)
    return choices


def chosen_fields(headers: Sequence[str], choices: Mapping[str, str]) -> dict[int, str]:
    """What the user said of each column, by its index: by the header as written, else loosely."""
    found: dict[int, str] = {}
    for header, field in choices.items():
        exact = [i for i, cell in enumerate(headers) if _as_shown(cell) == _as_shown(header)]
        key = normalised(header)
        loose = [i for i, cell in enumerate(headers) if key and normalised(cell) == key]
        found.update(dict.fromkeys(exact or loose, field))
    return found


def header_key(headers: Sequence[str]) -> str:
    """What a table is known by: the hash of its header row, letter case and blanks aside."""
    shown = [_as_shown(header) for header in headers]
    while shown and not shown[-1]:
        shown.pop()
    return hash_of("header", *shown)


def _as_shown(header: str) -> str:
    return on_one_line(unicodedata.normalize("NFKC", header).casefold())
