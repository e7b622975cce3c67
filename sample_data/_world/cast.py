"""The people the story is about, written by hand."""

from __future__ import annotations

from datetime import date

from _world.people import Someone

NOOR = Someone("noor", "Noor", "Saldana", "me", "", "Operations manager", date(2014, 3, 3))
NOOR.private = "noor.saldana@example.org"
NOOR.work = "noor.saldana@pellmarsh.example"
NOOR.slug = "noor-saldana-example"
NOOR.phone = "+44 7700 900100"

#: id, given, family, circle, company, title, year met, sources.
PRINCIPALS = """
dana|Dana|Fox|university|Fennel Health Partners|Data programme lead|2014|linkedin google phone hand
tomasz|Tomasz|Wilk|brightwater|Lantern Systems Integration|Delivery lead|2014|linkedin google phone mail
ilse|Ilse|Quandel|strangers|Nordwind Analytics GmbH|Head of hospital data|2025|mail
henrik|Henrik|Aalto|trade|Lantern Systems Integration|Data engineer|2025|linkedin mail
grace|Grace|Adeyemi|university|Solstice Grid Ltd|Energy data lead|2014|linkedin google dana mail
priya|Priya|Raman|brightwater|Brightwater Stores Ltd|Head of replenishment|2014|linkedin google phone
colin|Colin|Abernathy|choir|ex-Meridian Care Data|Retired data manager|2017|linkedin google hand
gareth|Gareth|Pugh|football||Football coach|2021|phone hand
frances|Frances|Whitlock|choir||Choir leader|2016|google hand
kasia|Katarzyna|Nowak|pellmarsh|Pell & Marsh Logistics|Transport planner|2020|linkedin google phone
liz|Elizabeth|Penhaligon|meetup|Harbour Council|Open data officer|2022|linkedin google
sasha|Aleksandr|Petrov|meetup|Confidential|Data scientist|2022|linkedin google
fang|Fang|Wang|course|Self-employed|Analyst|2025|linkedin phone
bob|Robert|Maddox|pellmarsh|Pell & Marsh Logistics|Depot manager|2020|linkedin phone
zoe|Zoë|Lindqvist|meetup|Tern & Tide Research|Researcher|2022|linkedin google
sian|Siân|Price|pellmarsh|Pell & Marsh Logistics|Customer operations lead|2020|linkedin google
james1|James|Carter|pellmarsh|Pell & Marsh Logistics|Warehouse lead|2020|linkedin google
james2|James|Carter|choir||Piano tuner|2017|google phone
sara1|Sara|Ahmed|university|Kestrel Foods|Buyer|2014|linkedin google
sara2|Sara|Ahmed|trade|Cobalt Packaging|Account manager|2019|linkedin
tunde|Tunde|Bakare|trade|Ferry & Co Consulting|Supply chain adviser|2019|linkedin mail
marta|Marta|Rossi|trade|Tern & Tide Research|Project manager|2024|linkedin mail
leila|Leila|Farsi|dana|Harbour Clinic|Informatics nurse|2026|linkedin mail dana
shona|Shona|Reid|trade|Reid Recruitment|Recruiter|2026|linkedin mail
wren|Wren|Talbach|trade|Pine Systems|Talent partner|2026|linkedin mail
anselm|Anselm|Brandt|dana|Heliaworks Energy plc|Grid data manager|2018|dana
yuki|Yuki|Tanabe|dana|Heliaworks|Forecast analyst|2019|dana
ruth|Ruth|Kessler|dana|Meridian Care Data Ltd|Analytics manager|2017|dana
bea|Bea|Lindholm|dana|Nordwind Analytics, Inc.|Product manager|2019|dana
emil|Emil|Sørensen|dana|Nordwind|Data steward|2021|dana
"""  # noqa: E501

#: name, occupation, works at, circle, closeness, knows, knows at, met through, notes.
EVERYDAY = """
Maria Lopez|hairdresser||neighbourhood|some|Karim Haddad|St. Mary Hospital||Half the ward has its hair done there
Stan Kowalczyk|mechanic|Aldous Road Garage|repairs|some||||Twelve years of my old car
Imogen Fairweather|vet|Harbour Vets|health|some|Sunniva Dahl|||Looks after the cat
Bill Prentice|retired electrician||neighbourhood|well|Joyce Prentice; Pavel Dvořák|||Next door, number 14
Joyce Prentice|retired school secretary||neighbourhood|well|Hannah Bright|St. Mary School||Next door, number 14
Gareth Pugh|football coach||children's friends' parents|well|Shona Reid|||Coaches the under-tens
Beatrice Okonkwo|nurse|Harbour Clinic|children's friends' parents|some|Gareth Pugh|||Lifts to away matches
Ade Ogunleye|bus driver||children's friends' parents|some|Gareth Pugh|||
Colin Abernathy|retired data manager||choir|well|Frances Whitlock|||Bass; ran data at a care company
Frances Whitlock|choir leader||choir|well|Colin Abernathy|||Knows everybody who sings
Dominic Keane|priest|St. Brendan's|faith|some|Agnes Moran; Peter Osei|||
Nadia Rahman|pharmacist|Quayside Pharmacy|health|barely||||
Owen Llewellyn|dentist||health|barely||||
Hannah Bright|primary school teacher|St. Mary School|school|some|Joyce Prentice|||My daughter's teacher
Kwame Mensah|café owner||neighbourhood|some|Elspeth Munro|||Opens at six
Lucia Ferri|piano teacher||children's friends' parents|||||
Margit Saldana|aunt, retired bookkeeper||family|well|Tariq Saldana|||
Tariq Saldana|brother, chef||family|well|Margit Saldana|||
Peggy Doyle|school friend, florist|Helia Flowers|school|well||||Sat next to me at school
Victor Stanescu|plumber||repairs|barely||Brightwater Stores||Did the depot's pipes as well
Yusuf Demir|greengrocer||shops|some||||
Elspeth Munro|librarian|Harbour Council|clubs|some|Elizabeth Penhaligon|||Runs the reading group
Ravi Pillai|physiotherapist|Harbour Clinic|health|some||||
Pavel Dvořák|landlord||neighbourhood|some|Bill Prentice|||
Sunniva Dahl|dog walker||neighbourhood|some|Imogen Fairweather|||Same beach every morning
Dana Fox|health data programme lead|Fennel Health Partners|friends|well||||We shared a flat at university
"""  # noqa: E501

#: People who are only named by others, with where they really work.
NAMED = """
karim|Karim|Haddad|St. Mary Hospital|Ward data coordinator
agnes|Agnes|Moran||Retired headteacher
peter|Peter|Osei||Youth worker
ewa|Ewa|Wilk||Architect
"""

#: How sources spell some names; a family name may carry more than a name.
SPELLED = {
    "dana": {"phone": "Dana F.", "google": "Dana Fox"},
    "tomasz": {"google": "Tomek Wilk", "mail": "Tomasz Wilk", "phone": "Tomek"},
    "priya": {"linkedin": "Priya Raman, MBA", "phone": "Priya Raman (BW)"},
    "colin": {"linkedin": "Colin Abernathy, PhD"},
    "grace": {"linkedin": "Grace Adeyemi ☀️", "mail": "Adeyemi, Grace"},
    "gareth": {"phone": "Gareth football"},
    "kasia": {"google": "Kasia Nowak", "phone": "Kasia Nowak", "mail": "Kasia Nowak"},
    "liz": {"google": "Liz Penhaligon", "mail": "Liz Penhaligon"},
    "sasha": {"google": "Александр Петров", "mail": "Александр Петров"},
    "fang": {"phone": "王芳", "linkedin": "Fang (芳) Wang"},
    "bob": {"phone": "Bob Maddox", "mail": "Bob Maddox"},
    "zoe": {"google": "Zoe Lindqvist", "linkedin": "Zoë Lindqvist, PhD"},
    "henrik": {"linkedin": "Henrik Aalto 🚀"},
    "yuki": {"dana": "Yuki Tanabe 田辺"},
    "sian": {"google": "Sian Price"},
    "maria": {"phone": "Maria"},
    "stan": {"phone": "Stan"},
}


def principals() -> list[Someone]:
    """The hand-written people, Noor first."""
    people = [NOOR]
    for line in PRINCIPALS.strip().splitlines():
        key, given, family, circle, company, title, year, sources = line.split("|")
        person = Someone(key, given, family, circle, company, title, date(int(year), 9, 12))
        person.sources = set(sources.split())
        if key == "dana":
            person.private = "dana.fox@example.org"
        people.append(person)
    return people + everyday_people({person.name for person in people}) + named_people()


def everyday_rows() -> list[list[str]]:
    """The lines of the hand list, split into their nine cells."""
    return [line.split("|") for line in EVERYDAY.strip().splitlines()]


def everyday_people(known: set[str]) -> list[Someone]:
    """Those of the hand list who are not among the principals already."""
    people = []
    for name, occupation, employer, *_ in everyday_rows():
        if name in known:
            continue
        given, family = name.split(" ", 1)
        person = Someone(given.lower(), given, family, "everyday", employer, occupation)
        person.sources = {"hand"}
        people.append(person)
    for person in people:
        if person.id in {"maria", "stan", "margit", "tariq"}:
            person.sources.add("phone")
    return people


def named_people() -> list[Someone]:
    """People known from somebody else's mention only."""
    people = []
    for line in NAMED.strip().splitlines():
        key, given, family, company, title = line.split("|")
        person = Someone(key, given, family, "strangers", company, title)
        person.sources = {"named", "mail"} if company else {"named"}
        people.append(person)
    return people
