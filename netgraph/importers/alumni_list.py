"""Any list of former students: who went to the same school and year; never acquaintance.

Alumni platforms (Graduway, Hivebrite, school directories) have no documented export, so the
columns are free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from netgraph.importers import Importer
from netgraph.importers._columns.peopletables import Found, explain, glanced_tables
from netgraph.importers._files import Document
from netgraph.importers._guests.rosters import (
    STUDIES,
    cell_below,
    group_named,
    is_of_alumni,
    listed_people,
)
from netgraph.model import Affiliation, AffiliationKind, Record

NAME = "alumni_list"
SCHOOL = ("school", "school name", "university", "college", "institution", "alma mater", "schule")
SCHOOLS = ("hochschule", "universitat", "ecole", "universite", "etablissement", "escuela")
MORE_SCHOOLS = ("universidad", "scuola", "universita", "escola", "universidade", "universiteit")
DEGREE = ("degree", "degree name", "major", "programme", "program", "course", "studiengang")
DEGREES = ("abschluss", "diplome", "titulacion", "carrera", "corso di laurea", "curso", "studie")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def recognises(document: Document) -> bool:
    """Whether the file is a table of people with a class or graduation year, or called so."""
    return is_of_alumni(document, glanced_tables(document))


def read(document: Document) -> Iterator[Record]:
    """A card for everybody, with the school and, as a smaller group, the class."""
    named = group_named(document)

    def groups(found: Found) -> tuple[Affiliation, ...]:
        school = cell_below(found, (*SCHOOL, *SCHOOLS, *MORE_SCHOOLS)) or named
        degree = cell_below(found, (*DEGREE, *DEGREES))
        text = cell_below(found, STUDIES)
        year = YEAR.search(text)
        end = date(int(year[0]), 12, 31) if year else None
        whole = Affiliation(school, degree, None, end, AffiliationKind.SCHOOL)
        if not text:
            return (whole,)
        name = f"{school}, class of {year[0] if year else text}"
        return (whole, Affiliation(name, "", None, end, AffiliationKind.GROUP))

    return listed_people(document, NAME, groups)


IMPORTER = Importer(
    name=NAME,
    title="Alumni list",
    how_to_export="ask your school's or university's alumni office, or save the directory you "
    "can see; as .csv or .xlsx with a column of names, and the class year if there is one; leave "
    "the school's name in the file's name, with 'alumni' (schoolmates you know: --as handmade)",
    unit="rows",
    recognises=recognises,
    read=read,
    fallback=True,
    explain=explain,
)
