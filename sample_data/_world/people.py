"""What a person of the sample world is, and the places people belong to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from _world.names import plain

#: Employers with an address of their own; anybody working there may have a work address.
DOMAINS = {
    "Brightwater Stores Ltd": "brightwater.example",
    "Brightwater Stores": "brightwater.example",
    "Pell & Marsh Logistics": "pellmarsh.example",
    "Pell & Marsh": "pellmarsh.example",
    "Fennel Health Partners": "fennel.example",
    "Lantern Systems Integration": "lantern.example",
    "Nordwind Analytics GmbH": "nordwind.example",
    "Nordwind Analytics, Inc.": "nordwind.example",
    "Nordwind": "nordwind.example",
    "St. Mary Hospital": "stmary.example",
    "Heliaworks Energy plc": "heliaworks.example",
    "Heliaworks": "heliaworks.example",
    "Solstice Grid Ltd": "solsticegrid.example",
    "Meridian Care Data Ltd": "meridiancare.example",
    "Alder University": "alder-university.example",
}

#: What each circle is called in labels and stories.
CIRCLES = {
    "brightwater": "Brightwater 2014-2020",
    "pellmarsh": "Pell & Marsh 2020-2026",
    "university": "Alder University",
    "choir": "Tidewater Choir",
    "football": "Alder Juniors under-tens",
    "neighbours": "Quay Street",
    "meetup": "Port Alder Data Meet-up",
    "course": "Evening data certificate",
    "trade": "Trade fairs and suppliers",
    "family": "Family",
    "everyday": "Everyday people",
    "dana": "Dana's world",
}


@dataclass(slots=True, eq=False)
class Someone:
    """One invented person; ``sources`` names the files that know them.

    ``spelled`` gives the name as a source writes it when it differs from the real one.
    ``since`` is when Noor (or, in Dana's world, Dana) first met them.
    """

    id: str
    given: str
    family: str
    circle: str
    company: str = ""
    title: str = ""
    since: date = date(2016, 5, 2)
    sources: set[str] = field(default_factory=set)
    spelled: dict[str, str] = field(default_factory=dict)
    phone: str = ""
    slug: str = ""
    private: str = ""
    work: str = ""

    @property
    def name(self) -> str:
        """The full name as the person would write it."""
        return f"{self.given} {self.family}".strip()

    def written(self, source: str) -> str:
        """The full name as ``source`` writes it."""
        return self.spelled.get(source, self.name)

    def mail(self) -> str:
        """The address the person writes to Noor from; "mail" people do so from work."""
        return self.work if "mail" in self.sources and self.work else self.private


def furnish(person: Someone, number: int) -> None:
    """Give ``person`` the addresses, telephone number and profile that were left open."""
    base = plain(f"{person.given}.{person.family}").lower()
    base = "".join(c for c in base.replace(" ", "") if c.isalnum() or c in ".-").strip(".")
    if not base.isascii() or not base:
        base = f"friend{number}"
    if person.company in DOMAINS and not person.work:
        person.work = f"{base}@{DOMAINS[person.company]}"
    if not person.private:
        person.private = f"{base}@example.{('org', 'com', 'net')[number % 3]}"
    person.phone = person.phone or f"+44 7700 900{number % 1000:03d}"
    person.slug = person.slug or f"{base.replace('.', '-')}-example"
