"""Who I am, as a message says it: what I said of myself, else what my files tell, else a blank."""

from __future__ import annotations

from dataclasses import dataclass

from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import listed
from netgraph.model import (
    AffiliationKind,
    Example,
    Fact,
    IdentifierKind,
    Membership,
    Person,
    Profile,
)
from netgraph.outreach.speaking import (
    blank,
    first_name,
    month,
    spoken_field,
    spoken_name,
    spoken_place,
    spoken_title,
    with_article,
)
from netgraph.outreach.texts import texts

#: Fields of my targets that are named when I did not say which I am after.
FIELDS = 2


@dataclass(frozen=True, slots=True)
class AboutMe:
    """What a message says of me.

    ``about`` ("I worked as …"), ``aim`` ("I am now looking for …") and ``third`` (both, of
    somebody else) are sentences without the full stop. ``reach`` is how to reach me, ``field`` a
    noun; each may be a blank, but for ``field``, ``offer``, ``phone`` and ``email``, which are
    "" when nothing is known. ``said`` are the facts that are my own words.
    """

    name: str
    first: str
    about: str
    aim: str
    third: str
    field: str
    use: str
    offer: str
    phone: str
    email: str
    examples: tuple[Example, ...]
    said: frozenset[Fact]

    @property
    def fields(self) -> str:
        """``field`` for a question about one of several: "care or energy"."""
        return self.field if Fact.FIELD in self.said else self.field.replace(" and ", " or ")

    @property
    def reach(self) -> str:
        """My telephone number and address, a blank for neither."""
        found = ", ".join(filter(None, (self.phone, self.email)))
        return found or blank(texts("phrases")["blanks"]["reach_me"])


def about_me(graph: ContactGraph, profile: Profile) -> AboutMe:
    """Put together what I said (``profile``) and what the files tell of me."""
    words, blanks = texts("phrases")["me"], texts("phrases")["blanks"]
    me = graph.person(graph.me) if graph.me in graph.index else None
    name = _line(profile.of(Fact.NAME)) or (spoken_name(me.name) if me else "")
    # a store without an owner calls me "Me"
    name = blank(blanks["my_name"]) if name in {"", "Me"} else name
    first = name if name.startswith("[") else first_name(name) or name
    field = _line(profile.of(Fact.FIELD)) or _fields(graph)
    who, seeking = _line(profile.of(Fact.WHO)), _line(profile.of(Fact.SEEKING))
    about, third = _who(graph, who, first)
    aim, third_aim = _aim(seeking, field)
    return AboutMe(
        name=name,
        first=first,
        about=about,
        aim=aim,
        third=f"{third}, and {third_aim}",
        field=field,
        use=_line(profile.of(Fact.USE)) or words["use"],
        offer=_line(profile.of(Fact.OFFER)),
        phone=_line(profile.of(Fact.PHONE)) or _identifier(graph, me, IdentifierKind.PHONE),
        email=_line(profile.of(Fact.EMAIL)) or _identifier(graph, me, IdentifierKind.EMAIL),
        examples=profile.examples,
        said=frozenset(fact for fact, _ in profile.facts),
    )


def _line(text: str) -> str:
    """My own words as a part of a sentence: on one line, without a full stop or brackets."""
    plain = " ".join(text.split()).translate(str.maketrans("[]{}", "()()"))
    return plain.rstrip(" .,;")


def _fields(graph: ContactGraph) -> str:
    """The trades of my targets, heaviest first, as a noun; "" when none is known."""
    targets = sorted(graph.targets, key=lambda match: -match.target.weight)
    lower = [spoken_field(match.target.industry) for match in targets]
    counts = {name: lower.count(name) for name in lower if name}
    return listed(sorted(counts, key=lambda name: (-counts[name], lower.index(name)))[:FIELDS])


def _who(graph: ContactGraph, who: str, first: str) -> tuple[str, str]:
    """Who I am, in the first person and in the third."""
    words = texts("phrases")["me"]
    if who.startswith(("I ", "I'm ", "I’m ")):
        return who, words["third_is"].format(me=first, who=blank("who you are, without “I”"))
    if who:
        return words["is"].format(who=who), words["third_is"].format(me=first, who=who)
    found = _latest(graph)
    if found is None:
        missing = blank(texts("phrases")["blanks"]["about_me"])
        return missing, words["third_is"].format(me=first, who=missing)
    place = spoken_place(graph.employer_by_id[found.employer].name)
    role = spoken_title(found.role)
    ending = f"{month(found.end)}" if found.end else ""
    key = _tense(found, role, ending)
    values = {"role": with_article(role) if role else "", "place": place, "until": ending}
    return words[key].format(**values), words[f"third_{key}"].format(me=first, **values)


def _tense(found: Membership, role: str, ending: str) -> str:
    if found.kind is AffiliationKind.SCHOOL:
        return "studied"
    if found.current is not False:
        return "works" if role else "works_there"
    return "worked_there" if not role else "worked" if ending else "worked_undated"


def _latest(graph: ContactGraph) -> Membership | None:
    """My work of today, else the last I left, else my last school."""
    mine = [
        one
        for one in graph.memberships
        if one.person == graph.me
        and one.kind is not AffiliationKind.GROUP
        and spoken_place(graph.employer_by_id[one.employer].name)
    ]
    today = graph.as_of.date()

    def order(one: Membership) -> tuple[bool, bool, str, str, str]:
        works = one.kind is AffiliationKind.WORK
        last = one.end or (today if one.current is not False else None)
        start = one.start.isoformat() if one.start else ""
        return works, bool(last), last.isoformat() if last else "", start, one.employer

    return max(mine, key=order, default=None)


def _aim(seeking: str, field: str) -> tuple[str, str]:
    """What I look for, in the first person and in the third."""
    words = texts("phrases")["me"]
    if not seeking and field:
        values = {"field": field}
        return words["seeking_field"].format(**values), words["third_seeking_field"].format(
            **values
        )
    seeking = seeking or blank(texts("phrases")["blanks"]["seeking"])
    key = "seeking_to" if seeking.startswith("to ") else "seeking"
    return words[key].format(seeking=seeking), words[f"third_{key}"].format(seeking=seeking)


def _identifier(graph: ContactGraph, me: Person | None, kind: IdentifierKind) -> str:
    """My first number or address; one of an employer's domain only when there is no other."""
    found = [one.value for one in me.identifiers if one.kind is kind] if me else []
    domains = {domain for employer in graph.employers for domain in employer.domains}
    private = [value for value in found if value.rpartition("@")[2] not in domains]
    return _line(next(iter((*private, *found)), ""))
