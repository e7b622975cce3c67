"""Names told by addresses and profiles, and several people of one name."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from netgraph.model import Affiliation, AffiliationKind, Judgement, StoredCard
from netgraph.resolve.comparing.traits import traits_of
from netgraph.resolve.names.likeness import formal_names
from netgraph.resolve.names.population import Population
from netgraph.resolve.people import resolve_people
from netgraph.resolve.rules import SAME_FROM, UNSURE_FROM, score
from tests.resolve.labelled import stored


def contact(name: str, *known: tuple[str, str], job: str = "", source: str = "g") -> StoredCard:
    named = (name,) if name else ()
    return stored(named, known, organisation=job, source=source, is_contact=True)


def profile(name: str, slug: str, job: str = "") -> StoredCard:
    return contact(name, ("profile", f"linkedin.com/in/{slug}"), job=job, source="linkedin")


def points(left: StoredCard, right: StoredCard, *others: StoredCard) -> float:
    everybody = [traits_of(each, "GB") for each in (left, right, *others)]
    found = score(everybody[0], everybody[1], Population(everybody))
    return found.points if found else 0.0


def asked(*cards: StoredCard) -> list[frozenset[str]]:
    found = resolve_people(cards, ()).decisions
    return [frozenset((d.left, d.right)) for d in found if d.judgement is Judgement.UNSURE]


def of(*cards: StoredCard) -> frozenset[str]:
    return frozenset(card.card.subject for card in cards)


@pytest.mark.parametrize(
    ("nickname", "name"),
    [
        ("bill", "william"), ("rike", "friederike"), ("pepe", "jose"), ("gigi", "luigi"),
        ("wojtek", "wojciech"), ("ze", "jose"), ("kees", "cornelis"), ("nico", "nicolas"),
        ("саша", "aleksandr"), ("honza", "jan"), ("lasse", "lars"),
    ],
)  # fmt: skip
def test_nicknames_of_many_languages(nickname: str, name: str) -> None:
    assert name in formal_names(nickname)


def test_the_table_of_nicknames_is_in_order_and_in_small_letters() -> None:
    text = files("netgraph.resolve").joinpath("data", "nicknames.csv").read_text(encoding="utf-8")
    rows = [tuple(row) for row in csv.reader(text.splitlines())][1:]
    keys = [(nickname, language) for nickname, _names, language in rows]
    assert keys == sorted(set(keys))
    for nickname, names, language in rows:
        assert len(language) == 2
        assert all(word.isascii() and word.isalpha() and word.islower()
                   for word in (nickname, *names.split(";")))  # fmt: skip
        assert nickname not in names.split(";")


def test_an_earlier_name_lives_on_in_a_profile() -> None:
    married = profile("Ilse Quandel", "ilse-marrash-4b1", job="Orbit Foods")
    before = contact("", ("email", "imarrash@orbit-foods.example"))
    assert points(married, before) >= SAME_FROM
    # a slug that does not begin with the first name on the card, or says more, may be anything
    assert "phd" not in {
        name.family for name in traits_of(profile("Ilse Quandel", "ilse-q-phd"), "").names
    }
    assert points(profile("Ilse Quandel", "noor-marrash-4b1", "Orbit Foods"), before) < UNSURE_FROM


def test_an_address_that_fits_another_contact_speaks_against() -> None:
    left = profile("Ilse Quandel", "ilse-q-1", job="Orbit Foods")
    right = contact("Ilse Quandel", ("email", "ipetwood@pine.example"))
    other = profile("Ilse Petwood", "ilse-petwood")
    assert points(left, right) - points(left, right, other) >= 4
    # an address that spells the name of the two is theirs, whoever else it fits
    own = contact("Ilse Quandel", ("email", "ilse.quandel@pine.example"))
    assert points(left, own) == points(left, own, other)


def test_a_first_name_alone_abbreviates_no_name() -> None:
    rebecca = contact("", ("email", "rebecca@orbit.example"))
    assert "rebeka" not in traits_of(contact("Rebecca Ashwell"), "").short_spellings
    assert points(profile("Rebecca Ashwell", "ra", job="Orbit"), rebecca) < SAME_FROM


def test_a_first_name_and_an_address_with_the_last_are_a_full_name() -> None:
    jose = contact("José", ("email", "fernandilloj@orbit.example"))
    assert points(profile("José Fernándillo", "jf", job="Orbit"), jose) >= SAME_FROM
    by_first = contact("José", ("email", "josef@orbit.example"))
    assert points(profile("José Fernándillo", "jf", job="Pine"), by_first) < SAME_FROM


def test_a_first_name_at_an_employer_is_a_question_when_nobody_else_there_has_it() -> None:
    bego = profile("Begoña Lópedo", "bl", job="Falcon Media")
    phone = contact("Begoña", ("phone", "+44 7700 900123"), job="Falcon Media", source="p")
    mail = contact("", ("email", "begona@falconmedia.example"), source="m")
    assert asked(bego, phone) == [of(bego, phone)]
    assert asked(bego, mail) == [of(bego, mail)]
    other = profile("Begoña Petwood", "bp", job="Falcon Media")
    assert asked(bego, other, phone) == asked(bego, other, mail) == []


def test_somebodys_own_address_tells_nothing_of_the_other() -> None:
    begona = contact("Begoña Hart", ("email", "begona@falconmedia.example"), job="Falcon Media")
    other = contact("", ("email", "marlene7@falconmedia.example"), source="m")
    everybody = [traits_of(each, "") for each in (begona, other)]
    assert score(*everybody, Population(everybody)) is None


def test_who_else_fits_an_abbreviated_address_counts() -> None:
    mail = contact("", ("email", "hmorard@orbit.example"))
    helene = profile("Hélène Morard", "hm1", job="Pine")
    henri = profile("Henri Morard", "hm2", job="Larch")
    # whom of the two an address means is asked, after all that only one can be
    assert points(helene, mail) > points(helene, mail, henri) == UNSURE_FROM


def test_which_of_two_namesakes_is_a_question() -> None:
    one, other = profile("Ilse Quandel", "iq-1"), profile("Ilse Quandel", "iq-2")
    phone = contact("Ilse Quandel", ("phone", "+44 7700 900123"))
    found = asked(one, other, phone)
    assert sorted(map(sorted, found)) == sorted(map(sorted, (of(one, phone), of(other, phone))))


def test_the_full_name_of_a_namesake_warns_of_the_nickname_too() -> None:
    one, other = profile("Katherine Brook", "kb-1"), profile("Katherine Brook", "kb-2")
    kate = contact("Kate Brook", ("email", "star7@gmail.com"))
    both = traits_of(one, "") | traits_of(contact("Kate Brook", ("email", "kb@x.example")), "")
    everybody = [both, traits_of(other, ""), traits_of(kate, "")]
    found = score(both, everybody[2], Population(everybody))
    assert found is not None
    assert found.points < SAME_FROM


def test_a_last_name_with_several_other_letters_is_another() -> None:
    zofia = contact("Zofia Nowakarek")
    assert points(zofia, contact("Zofia Nowakoldarek", source="b")) < UNSURE_FROM
    assert points(zofia, contact("Zofia Nowakerek", source="b")) >= UNSURE_FROM


def test_the_question_that_brings_most_together_comes_first() -> None:
    known = [
        profile("Michael Marrash", "mm", job="Orbit"),
        contact("Michael Marrash", ("email", "michael.marrash@orbit.example")),
    ]
    mike = contact("Mike Marrash", ("phone", "+44 7700 900123"), source="p")
    robert = profile("Robert Petwood", "rp")
    bob = contact("Bob Petwood", ("phone", "+44 7700 900124"), source="p")
    first, second = asked(*known, mike, robert, bob)
    assert mike.card.subject in first
    assert second == of(robert, bob)


def test_two_lists_of_one_event_on_one_day_speak_for_one_person() -> None:
    def guest(source: str, event: str, day: date, where: str = "gmail.com") -> StoredCard:
        known = ("email", f"star{source}@{where}")
        plain = contact("Robert Petwood", known, source=source)
        group = Affiliation(event, start=day, kind=AffiliationKind.GROUP)
        card = replace(plain.card, affiliations=(group,), is_contact=False)
        return replace(plain, card=card)

    day = date(2026, 3, 2)
    one = guest("a", "Hiring Night", day)
    same, other_day = guest("b", "hiring  night", day), guest("b", "Hiring Night", date(2025, 3, 2))
    assert points(one, same) == points(one, other_day) + 1
    # two rows of one list are two guests
    assert points(one, guest("a", "Hiring Night", day, "gmx.de")) == points(one, other_day)
