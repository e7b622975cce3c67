"""What is really so in this world, for tests; no import ever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from _world.cast import everyday_rows
from _world.letters import FRIENDS, INTRODUCTIONS, ROUNDS, teams
from _world.people import Someone
from _world.writing import table

LINKEDIN_ZIP = "mine/Basic_LinkedInDataExport_11-02-2026.zip"
MBOX = "mine/mail/All mail.mbox"
#: People only named by others stand in the hand list, save those.
NAMED_IN = {"ewa": "mine/google_contacts.csv"}
#: Ties that carry the story: who, whom, how well, how come.
STORY = (
    ("maria", "karim", "well", "cuts his hair every month"),
    ("tomasz", "ilse", "well", "run the ward stock pilot together"),
    ("tomasz", "ewa", "well", "married"),
    ("henrik", "ilse", "some", "same pilot"),
    ("dana", "anselm", "well", "old project, still in touch"),
    ("dana", "yuki", "some", "same project"),
    ("dana", "ruth", "some", "conference committee"),
    ("dana", "bea", "barely", "met once"),
    ("dana", "emil", "barely", "met once"),
    ("colin", "ruth", "well", "worked together at Meridian Care Data until he retired"),
    ("grace", "dana", "well", "university"),
    ("liz", "zoe", "well", "introduced her to Noor"),
    ("anselm", "yuki", "well", "same team at Heliaworks"),
)
#: Target, how it is reached, first persons to ask, people inside, why.
ANSWERS = (
    ("Nordwind Analytics", "bridge", "tomasz", "ilse;bea;emil", "Tomasz works with Ilse"),
    ("St. Mary Hospital", "bridge", "maria", "karim", "only the hairdresser knows somebody"),
    ("Heliaworks Energy", "bridge", "dana", "anselm;yuki", "Dana's own contacts"),
    ("Solstice Grid", "direct", "grace", "grace", "a friend from university works there"),
    ("Meridian Care Data", "bridge", "dana;colin", "ruth", "Colin used to work with Ruth"),
    ("Aldous Genomics", "none", "", "", "nobody in these files; the garage is another Aldous"),
)


def people_table(people: Mapping[str, Someone]) -> str:
    """people.csv: every person once."""
    rows = [[p.id, p.name, p.circle, p.company, p.title] for p in people.values()]
    return table(["person", "true_name", "true_circle", "true_employer", "true_title"], rows)


def cards_table(people: Mapping[str, Someone], mbox: str, diary: str) -> str:
    """cards.csv: which card of which file is whom; the identifier is as the file writes it."""
    unfolded = diary.replace("\r\n ", "")
    rows = []
    for person in people.values():
        page = f"https://www.linkedin.com/in/{person.slug}"
        seen = (
            ("linkedin", f"{LINKEDIN_ZIP}/Connections.csv", page),
            ("dana", "friend_dana.zip/Connections.csv", page),
            ("google", "mine/google_contacts.csv", person.private),
            ("phone", "mine/phone.vcf", person.phone),
            ("hand", "mine/hand_list.csv", person.name),
            ("named", NAMED_IN.get(person.id, "mine/hand_list.csv"), person.name),
        )
        for source, file, identifier in seen:
            if source in person.sources:
                rows.append([file, person.written(source), identifier, person.id])
        for file, text in ((MBOX, mbox), ("mine/calendar.ics", unfolded)):
            rows += [
                [file, person.written("mail"), address, person.id]
                for address in filter(None, (person.private, person.work))
                if f"<{address}>" in text or f":mailto:{address}\r" in text
            ]
    noor = people["noor"]
    rows.append([f"{LINKEDIN_ZIP}/Profile.csv", noor.name, "", "noor"])
    dana = people["dana"]
    rows.append(["friend_dana.zip/Profile.csv", dana.name, "", "dana"])
    page = f"https://www.linkedin.com/in/{noor.slug}"
    rows.append(["friend_dana.zip/Connections.csv", noor.name, page, "noor"])
    return table(["file", "name", "identifier", "person"], sorted(rows))


def ties_table(people: Mapping[str, Someone]) -> str:
    """ties.csv: who really knows whom, and how well; the first reason given stands."""
    ties: dict[tuple[str, str], tuple[str, str]] = {}
    for left, right, closeness, why in [*STORY, *_noors(people), *_circles(people)]:
        ties.setdefault((min(left, right), max(left, right)), (closeness, why))
    rows = [[*pair, *words] for pair, words in sorted(ties.items())]
    return table(["left", "right", "closeness", "why"], rows)


def answers_table() -> str:
    """answers.csv: what an honest tool should find out about each target."""
    return table(["target", "state", "first", "inside", "why"], ANSWERS)


def _noors(people: Mapping[str, Someone]) -> list[tuple[str, str, str, str]]:
    by_name = {person.name: person.id for person in people.values() if "named" in person.sources}
    by_name |= {person.name: person.id for person in people.values() if "hand" in person.sources}
    by_name |= {people[key].name: key for key in ("shona", "liz")}
    ties = []
    for name, _, _, _, closeness, knows, *_ in everyday_rows():
        if closeness:
            ties.append(("noor", by_name[name], closeness, "Noor says so"))
        others = [by_name[other] for other in knows.split("; ") if other in by_name]
        ties += [(by_name[name], other, "some", "Noor says so") for other in others]
    for key, count, *_ in FRIENDS:
        ties.append(("noor", key, "well" if count >= 12 else "some", "they write to each other"))
    for by, new, _ in INTRODUCTIONS:
        ties.append((by, new, "well", "introduced the two"))
        ties.append(("noor", new, "some", "were introduced"))
    mine = {"linkedin", "google", "phone", "hand"}
    for person in people.values():
        if person.sources & mine:
            ties.append(("noor", person.id, "barely", "an entry in Noor's files"))
        if "dana" in person.sources:
            ties.append(("dana", person.id, "barely", "connected with Dana"))
    return ties


def _circles(people: Mapping[str, Someone]) -> list[tuple[str, str, str, str]]:
    ties = []
    for plan in ROUNDS:
        for team in teams(plan.circle, people):
            pairs = combinations(sorted(person.id for person in team), 2)
            ties += [(left, right, "some", f"same team: {plan.circle}") for left, right in pairs]
    return ties
