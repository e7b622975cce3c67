"""Header rows that real programs write; the rows below them are invented.

Copied as facts from public code and documentation of contact managers, address books, shops,
clubs and schools. Nobody with a name or an address may be lost below any of them.
"""

from __future__ import annotations

import pytest

from netgraph.importers import find_importer
from netgraph.model import Affiliation, Card, IdentifierKind
from tests.importers.mutations import document_of

PEOPLE = (("Ilse", "Quandel"), ("Tobin", "Marrash"), ("Wren", "Talbach"))
#: Header words (letter case aside) whose cells hold what the person in the row is known by.
FIRST = {"first name", "first_name", "firstname", "first", "vorname", "prénom", "voornaam"}
FIRST |= {"given name", "person - first name", "nombre"}
LAST = {"last name", "last_name", "lastname", "last", "nachname", "achternaam", "family name"}
LAST |= {"nom", "apellidos", "cognome", "person - last name"}
WHOLE = {"name", "full name", "naam", "lead_name", "visitor name", "person - name", "fullname"}
MAIL = {"email", "e-mail", "emails", "e-mail address", "email address", "e-mailadres"}
MAIL |= {"correo electrónico", "e-mail 1 - value", "person - email", "person - email - work"}
PHONE = {"phone", "telefon", "phones", "mobile phone", "téléphone", "telefoonnummer", "telefone"}
PHONE |= {"phone 1 - value", "person - phone", "person - phone - mobile", "phone number"}
PHONE |= {"teléfono", "telefono", "phone_1", "phone 1", "phone numbers", "telefon privat"}
COMPANY = {"company", "firma", "organisation", "organization - name", "company name", "empresa"}
COMPANY |= {"azienda", "associated company"}
MEMBER = {"linkedin", "linkedin url", "person linkedin url"}
#: Cells about other people and things, which must become nobody's.
OTHERS = {
    "company linkedin url": "https://www.linkedin.com/company/nordwind-example",
    "company phone": "+1 555-0199",
    "contact owner": "Noor Saldana",
    "owner": "noor@example.org",
    "person - owner": "noor@example.org",
    "organization - owner": "noor@example.org",
    "host": "Noor Saldana",
    "parent name": "Ada Okafor",
    "parent email": "ada@example.org",
    "parent phone": "+1 555-0188",
    "emergency contact name": "Ada Okafor",
    "emergency contact phone": "+1 555-0177",
    "assigned to": "Noor Saldana",
    "created": "2024-05-01",
    "event": "Hiring Night",
}
HEADERS = [
    "ID,First Name,Last Name,Company,Title,Email,Phone,Domain,LinkedIn URL,Country,State,City",
    "First Name,Last Name,Company,Email,Phone,City,State,Status,StageId",
    "First Name,Last Name,Company,Phone 1,Phone 2,Email,Birthday,Tags",
    "First Name,Last Name,Company,Address 1,City,State,ZIP,Country,Email,Balance",
    "First Name,Last Name,Company,Job Title,Where Met,Topics,Notes",
    "ID,First Name,Last Name,Company,Email,Details",
    "Name,Company,Title",
    "First Name,Last Name,Company,Mobile Phone,Home Phone,E-mail Address,E-mail 2 Address,Notes",
    "First Name,Last Name,Company,Position,Email Address",
    "Vorname;Nachname;Email;Position;Organisation;LoginName",
    "Vorname;Nachname;Straße;Hausnummer;PLZ;Ort;Telefon;E-Mail",
    "Vorname;Nachname;Firma;E-Mail;Telefon;Mobil;Strasse;PLZ;Ort;Typ;Notiz",
    "kennung;anrede;titel;vorname;nachname;email;telefon;adresse;kontoinhaber;iban;bic",
    "Email;Vorname;Nachname;Sprache;Reset-Link",
    "Name,Email,Phone,Company,JobTitle,LinkedIn,EmailStatus,Domain",
    "Pass Number,Visitor Name,Email,Phone,Company,Host,Department,Status,Valid From",
    "ID,Name,Email,Phone,Company,PostalCode,City,Status,Type,Newsletter",
    "First_Name,Last_Name,Email,Phone,Company,Designation,Title,Account_Name,Created_Time",
    "Nom,Prénom,Téléphone,Email",
    "ID,Nom,Prénom,Email,Téléphone,Type,Date Création,Total Transactions",
    "First Name,Last Name,Emails,Phones,Stage,Source,Tags,Background,Created",
    "Id,First name,Last name,Emails,Work,Mobile,Sales account,Tags",
    (
        "Person - First name,Person - Last name,Person - Email - Work,Person - Phone - Mobile,"
        "Person - Owner,Person - Source of contact"
    ),
    (
        "Deal - Status,Organization - Name,Organization - Owner,Person - Name,Person - Owner,"
        "Person - Email,Person - Phone,Person - Label,Note"
    ),
    (
        "First Name,Last Name,Title,Company,Company Name for Emails,Email,Seniority,Departments,"
        "Mobile Phone,Industry,Person Linkedin Url,Company Linkedin Url,Company Phone,Email Status"
    ),
    "First Name,Last Name,Title,Company Name,Person Linkedin Url,Website,Company Linkedin Url",
    "First Name,Last Name,Company,E-mail Address,E-mail Display Name,Mobile Phone,Home Street",
    "First Name,Last Name,Phone 1 - Value,Phone 2 - Value,E-mail 1 - Value,E-mail 2 - Value",
    "Name,Given Name,Family Name,Birthday,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value",
    (
        "UID,Last Name,First Name,Full Name,Email,Phone,Street,Approved,Emergency Contact Name,"
        "Emergency Contact Phone,Parent Name,Parent Email,Parent Phone"
    ),
    "First Name,Last Name,Full Name,Email,Group Site Name,Studio Address",
    "Name,Company,Title,Email,Phone,Website,Address,RawText",
    "firstName,lastName,company,title,email,linkedin",
    "created_at,lead_name,company,title,email,lead_source,asset_requested,owner,stage",
    "Full Name,Company,Title,Email,LinkedIn URL,Persona,Wave,Region,Sector,Source",
    "Vorname;Nachname;E-Mail;Telefon Privat;Adresse;PLZ;Ort;Geburtsdatum;Gruppen;Status",
    "Vorname;Nachname;E-Mail;Telefon;Begleitpersonen;Event;Event-Datum;Anmeldedatum;Walk-in",
    "Vorname;Nachname;E-Mail;Telefon;Ort;PLZ;Beruf;Ausbildung",
    "Kategorie;Name;E-Mail;Telefon;PLZ;Ort",
    "Name;E-Mail;Telefon;Stadt;PLZ;Straße;Land;Easybill-Status",
    "Relatienummer;Voornaam;Achternaam;E-mailadres;Team",
    "Voornaam;Achternaam;E-mail;Rol",
    "Voornaam;Achternaam;Email;telefoonnummer",
    "Voornaam;Achternaam;Naam;E-mailadres",
    "name;email;telefone;empresa;documento_empresa;cargo;perfil;grupo;segmento",
    "UID,Categorie,Lastname,Firstname,Title,Company,Phone_1,Phone_2,Address,City",
    "phone,name,first_name,email,url,icon,source,notes",
    "Record ID,First name,Last name,Email,Phone Number,Contact owner,Lead Status,Company",
    "Nombre;Apellidos;Correo electrónico;Teléfono;Empresa;Cargo",
]


def cell(header: str, first: str, last: str) -> str:
    key = header.strip().casefold()
    known = [
        (FIRST, first),
        (LAST, last),
        (WHOLE, f"{first} {last}"),
        (MAIL, mail_of(first)),
        (PHONE, phone_of(first)),
        (COMPANY, "Nordwind Analytics"),
        (MEMBER, f"https://www.linkedin.com/in/{first.lower()}-example"),
    ]
    return next((value for words, value in known if key in words), OTHERS.get(key, ""))


def mail_of(first: str) -> str:
    return f"{first.lower()}@example.com"


def phone_of(first: str) -> str:
    return f"+1 555-010{len(first)}"


@pytest.mark.parametrize("header", HEADERS)
def test_nobody_is_lost_and_nobody_invented(header: str) -> None:
    mark = ";" if ";" in header else ","
    columns = header.split(mark)
    rows = [mark.join(cell(c, *person) for c in columns) for person in PEOPLE]
    document = document_of("export.csv", "\n".join([header, *rows, ""]).encode())
    records = list(find_importer(document).read(document))
    cards = [record for record in records if isinstance(record, Card)]
    keys = {column.casefold() for column in columns}
    assert [card.names[:1] for card in cards] == [(f"{f} {n}",) for f, n in PEOPLE]
    for card, (first, _last) in zip(cards, PEOPLE, strict=True):
        ways = {i.value for i in card.identifiers if i.kind != IdentifierKind.NAME}
        assert ways == expected_ways(keys, first)
        works = Affiliation("Nordwind Analytics") in card.affiliations
        assert works == bool(keys & COMPANY)


def expected_ways(keys: set[str], first: str) -> set[str]:
    member = f"https://www.linkedin.com/in/{first.lower()}-example"
    given = ((MAIL, mail_of(first)), (PHONE, phone_of(first)), (MEMBER, member))
    return {value for words, value in given if words & keys}
