"""The column names of Outlook and Thunderbird address books in eight languages.

Facts collected from exports and from what other programs accept: English, German, French,
Spanish, Italian, Portuguese, Dutch and Polish. Columns without a place in a card are not
listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORDS = {
    "first": "first name|vorname|prénom|nombre|nome|primeiro nome|nome próprio|voornaam|imię",
    "middle": (
        "middle name|weitere vornamen|zweiter vorname|deuxième prénom|segundo nombre"
        "|secondo nome|segundo nome|nome do meio|middelste naam|tweede naam|drugie imię"
    ),
    "last": (
        "last name|nachname|nom|nom de famille|apellidos|apellido|cognome|sobrenome|último nome"
        "|apelido|achternaam|nazwisko"
    ),
    "nickname": (
        "nickname|spitzname|surnom|apodo|soprannome|apelido|alcunha|bijnaam|roepnaam"
        "|przydomek|pseudonim"
    ),
    "company": (
        "company|firma|société|organización|compañía|empresa|società|organizzazione|bedrijf"
        "|organization|organisation|organização|organisatie|organizacja"
    ),
    "role": (
        "job title|position|fonction|titre (2)|puesto|cargo|posizione|qualifica|posição"
        "|functie|stanowisko|arbeitstitel|titre professionnel|work title"
    ),
    "occupation": "profession|beruf|profesión|professione|profissão|beroep|zawód",
    "spouse": (
        "spouse|ehepartner|ehegatte/partner|partner|conjoint(e)|cónyuge|coniuge"
        "|nome coniuge/partner|cônjuge|współmałżonek|współmałżonek/partner"
    ),
    "manager": (
        "manager's name|name des/der vorgesetzten|vorgesetzter|name vorgesetzte(r)|responsable"
        "|nombre del director|nome manager|nome del responsabile|nome do gerente|nome do gestor"
        "|naam manager|menadżer|menedżer|imię i nazwisko menedżera"
    ),
    "assistant": (
        "assistant's name|name assistent|name assistent(in)|name des assistenten"
        "|nom de l'assistant(e)|nom de l'assistant|nombre del asistente|nome assistente"
        "|nome dell'assistente|nome do assistente|naam assistent|asystent"
        "|imię i nazwisko asystenta"
    ),
    "referred": (
        "referred by|empfohlen von|recommandé par|recomendado por|remitido por|presentato da"
        "|indicado por|referência de|referentie van|polecony przez"
    ),
    "categories": (
        "categories|kategorien|catégories|categorías|categorie|categorias|categorien"
        "|categorieën|kategorie"
    ),
    "display": (
        "display name|anzeigename|nom à afficher|nombre en pantalla|nombre a mostrar"
        "|nome visualizzato|mostrar nome|nome de exibição|weergavenaam|wyświetlana nazwa"
    ),
    "primary mail": (
        "primary email|primäre e-mail-adresse|adresse électronique principale"
        "|première adresse électronique|dirección de correo electrónico principal"
        "|email primaria|email principale|e-mail primário|e-mail principal"
        "|primair e-mailadres|eerste e-mailadres|podstawowy adres e-mail|główny adres e-mail"
    ),
    "secondary mail": (
        "secondary email|sekundäre e-mail-adresse|adresse électronique secondaire"
        "|adresse électronique alternative|dirección de correo electrónico secundaria"
        "|email secondaria|e-mail secundário|e-mail alternativo|secundair e-mailadres"
        "|tweede e-mailadres|dodatkowy adres e-mail|drugi adres e-mail"
    ),
}
FIELDS = {field: frozenset(words.split("|")) for field, words in _WORDS.items()}

_MAIL = re.compile(
    r"e-mail( \d)? address|e-mail-adresse( \d)?|e-mail( \d)?: adresse"
    r"|adresse (de messagerie|e-mail)( \d)?"
    r"|dirección del? correo electrónico( \d)?|indirizzo (posta elettronica|e-mail)( \d)?"
    r"|endereço de (e-?mail|correio ele[c]?trónico|correio eletrônico)( \d)?"
    r"|e-mailadres( \d)?|adres e-mail( \d)?"
)
_SHOWN = re.compile(
    r"e-mail( \d)? display name|e-mail( \d)?: angezeigter name"
    r"|nom complet de l'adresse de messagerie( \d)?"
    r"|nombre (de correo electrónico para mostrar|para mostrar del? correo electrónico)( \d)?"
    r"|nome visualizzato posta elettronica( \d)?"
    r"|nome (para exibição|a exibir|de apresentação) d[oe] (e-mail|correio eletrónico)( \d)?"
    r"|weergavenaam voor e-mail|e-mail, weergegeven naam( \d)?|nazwa wyświetlana e-mail( \d)?"
)
_TYPE = re.compile(
    r"e-mail( \d)? type|e-mail-typ|e-mail( \d)?: typ|type de messagerie( \d)?"
    r"|tipo (de correo electrónico|posta elettronica|de e-mail|de correio eletrónico)( \d)?"
    r"|e-mailtype( \d)?|(typ poczty|rodzaj) e-mail( \d)?"
)
_PHONE = re.compile(
    r"phone|telefon|teléfono|téléphone|^tél\.|telefoon|\bfone\b|mobil|móvil|movil|cellular"
    r"|celular|telemóvel|portable|gsm|handy|^particular$|^(ufficio|abitazione)( 2)?$|mobil-tel"
    r"|^tel\. |work mobile|komórkow|^domicile$"
)
#: Numbers that are not the person's: of the desk, the firm, the assistant, or no telephone.
_NOT_THEIRS = re.compile(
    r"fax|télécopie|faks|pager|assist|asyst|telex|télex|tty|tdd|company|firma|société|sociedad"
    r"|compañía|società|empresa|bedrijf|organi[sz]a|firmy|zentrale|isdn|rnis|type|- typ|radio"
)


def said(column: str) -> str:
    """A column name with the apostrophes that programs vary made one."""
    return column.replace("\u2019", "'").replace("`", "'")


def columns_of(columns: Iterable[str], field: str) -> tuple[str, ...]:
    """The columns that mean ``field`` (a key of `FIELDS`), in file order."""
    return tuple(column for column in columns if said(column) in FIELDS[field])


def mail_columns(columns: Iterable[str]) -> tuple[str, ...]:
    """Outlook's columns of addresses, in file order."""
    return tuple(column for column in columns if _MAIL.fullmatch(said(column)))


def shown_columns(columns: Iterable[str]) -> tuple[str, ...]:
    """Outlook's columns of the names shown beside addresses, in file order."""
    return tuple(column for column in columns if _SHOWN.fullmatch(said(column)))


def type_columns(columns: Iterable[str]) -> tuple[str, ...]:
    """Outlook's columns telling what kind an address is of, in file order."""
    return tuple(column for column in columns if _TYPE.fullmatch(said(column)))


def phone_columns(columns: Iterable[str]) -> tuple[str, ...]:
    """The columns of telephone numbers that are the person's own, in file order."""
    return tuple(
        column
        for column in columns
        if _PHONE.search(said(column)) and not _NOT_THEIRS.search(said(column))
    )
