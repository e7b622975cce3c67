from __future__ import annotations

import pytest

from netgraph.resolve.organisations.legalforms import without_legal_form
from netgraph.resolve.organisations.names import organisation_key, parse_organisation, spelling_key

NO_EMPLOYER = """
Self-employed|self employed|SELF-EMPLOYED|Self-employed (Freelance)|Freelance|Freelancer|
Freelance Writer|
Confidential|Confidential Company|Stealth|Stealth Startup|Stealth Mode Startup|Stealth Startup 🚀|
Retired|Student|Open to work|OpenToWork|#OpenToWork|n/a|N/A|N.A.|-|--|.|Inc|Inc.|LLC|Ltd.|GmbH|None|
Unemployed|Between jobs|Looking for new opportunities in Berlin|Seeking new opportunities|
Selbständig|Selbstständig|selbstständig|Freiberuflich|Arbeitssuchend|Rentnerin|
Vertraulich|k.A.|In Elternzeit|
Indépendant|Auto-entrepreneur|Retraitée|Étudiant|Sans emploi|À la recherche d'un emploi|
Autónomo|AUTONOMO|Jubilado|Estudiante|En búsqueda activa de empleo|Por cuenta propia|
Libero professionista|Disoccupato|Pensionata|Studentessa|In cerca di occupazione|
Trabalhador independente|Desempregada|Aposentado|Estudante|
Zelfstandig|ZZP'er|Werkzoekend|Gepensioneerd|n.v.t.|
Samozatrudniony|Bezrobotna|Emeryt|Własna działalność gospodarcza|Nie dotyczy|
🚀|()|@|
"""

NAMES = [
    ("Nordwind Analytics, Inc.", "nordwind analytics", False),
    ("NORDWIND ANALYTICS", "nordwind analytics", False),
    ("Nordwind Analytics Inc", "nordwind analytics", False),
    ("@Nordwind Analytics", "nordwind analytics", False),
    ("Nordwind Analytics | we are hiring!", "nordwind analytics", False),
    ("Nordwind Analytics · Berlin", "nordwind analytics", False),
    ("Nordwind Analytics / Data", "nordwind analytics", False),
    ("Nordwind Analytics (NA)", "nordwind analytics", False),
    ("Nordwind\u200b Analytics\u202e", "nordwind analytics", False),
    ("Ｎｏｒｄｗｉｎｄ Analytics", "nordwind analytics", False),
    ("ex-Stripe", "stripe", True),
    ("Ex-Stripe", "stripe", True),
    ("ex Stripe", "stripe", True),
    ("ex-@Stripe", "stripe", True),
    ("Former Stripe", "stripe", True),
    ("formerly at Stripe, Inc.", "stripe", True),
    ("Previously @Stripe", "stripe", True),
    ("ehemals Orbit Foods GmbH", "orbit foods", True),
    ("Retired from Orbit Foods", "orbit foods", True),
    ("Export Partners", "export partners", False),
    ("Exeter College", "exeter college", False),
    ("Ex Libris", "ex libris", False),
    ("Orbit Foods GmbH", "orbit foods", False),
    ("Orbit Foods GmbH & Co. KG", "orbit foods", False),
    ("Orbit Foods Ges.m.b.H.", "orbit foods", False),
    ("Orbit Foods AG", "orbit foods", False),
    ("Orbit Foods ag", "orbit foods ag", False),
    ("Larch S.p.A.", "larch", False),
    ("Larch SpA", "larch", False),
    ("Alpine Spa", "alpine spa", False),
    ("Larch S.r.l.", "larch", False),
    ("Larch Sp. z o.o.", "larch", False),
    ("Larch S.A. de C.V.", "larch", False),
    ("Larch S.A.", "larch", False),
    ("Larch SARL", "larch", False),
    ("Larch B.V.", "larch", False),
    ("Larch A/S", "larch", False),
    ("Larch Pty Ltd", "larch", False),
    ("Larch Pvt. Ltd.", "larch", False),
    ("Larch d.o.o.", "larch", False),
    ("Larch & Co.", "larch", False),
    ("Larch & Company", "larch", False),
    ("Larch Group", "larch group", False),
    ("Larch Holding", "larch holding", False),
    ("Ernst & Young", "ernst and young", False),
    ("Ernst and Young", "ernst and young", False),
    ("The Citadel", "the citadel", False),
    ("Citadel LLC", "citadel", False),
    ("Plan A", "plan a", False),
    ("Studio C", "studio c", False),
    ("L'Oréal", "loreal", False),
    ("Nestlé", "nestle", False),
    ("AT&T", "at and t", False),
    ("3M", "3m", False),
    ("株式会社トヨタ", "株式会社トヨタ", False),
    ("ООО Ромашка", "ооо ромашка", False),
    ("Students' Union", "students union", False),
    ("Confidential Records Ltd", "confidential records", False),
    ("Retirement Planning Inc", "retirement planning", False),
    ("Freelancers Union", "freelancers union", False),
    ("Incyte", "incyte", False),
]


@pytest.mark.parametrize("text", [t for t in NO_EMPLOYER.replace("\n", "").split("|") if t])
def test_text_that_names_no_employer(text: str) -> None:
    assert parse_organisation(text) is None
    assert organisation_key(text) == ""


@pytest.mark.parametrize(("text", "key", "former"), NAMES)
def test_what_an_organisation_is_called(text: str, key: str, former: bool) -> None:
    parsed = parse_organisation(text)
    assert parsed is not None
    assert (organisation_key(text), parsed.former) == (key, former)


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("Amazon Web Services (AWS)", "Amazon Web Services", ("AWS",)),
        ("Procter & Gamble (P&G)", "Procter & Gamble", ("P&G",)),
        ("Orbit Foods (Berlin)", "Orbit Foods", ()),
        ("Orbit Foods (part-time)", "Orbit Foods", ()),
    ],
)
def test_short_names_come_from_brackets(text: str, name: str, aliases: tuple[str, ...]) -> None:
    parsed = parse_organisation(text)
    assert parsed is not None
    assert (parsed.name, parsed.aliases) == (name, aliases)


@pytest.mark.parametrize("text", ["", "  ", "Co", "GmbH", "Inc."])
def test_a_legal_form_alone_is_left(text: str) -> None:
    assert without_legal_form(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    ["=HYPERLINK(1)", "</script><img src=x onerror=alert(1)>", "a" * 50_000, "((((((", "|" * 999],
)
def test_hostile_text_is_only_text(text: str) -> None:
    parsed = parse_organisation(text)
    assert parsed is None or spelling_key(parsed.name)
