from __future__ import annotations

import inspect
from dataclasses import replace

import pytest

from netgraph.importers._keys import seal
from netgraph.model import Affiliation, Judgement, StoredCard
from netgraph.resolve import evidence
from netgraph.resolve.candidates import candidate_pairs
from netgraph.resolve.comparing.traits import traits_of
from netgraph.resolve.names.population import Population
from netgraph.resolve.people import resolve_people
from netgraph.resolve.rules import GROUPS, SAME_FROM, UNSURE_FROM, score
from tests.resolve.labelled import stored

LINKEDIN = stored(
    ("Tobin Marrash",),
    (("profile", "linkedin.com/in/tobin-marrash"),),
    organisation="Orbit Foods GmbH",
    source="linkedin",
    is_contact=True,
)


def points(left: StoredCard, right: StoredCard, *others: StoredCard) -> float:
    everybody = [traits_of(each, "GB") for each in (left, right, *others)]
    found = score(everybody[0], everybody[1], Population(everybody))
    return found.points if found else 0.0


def contact(name: str, *known: tuple[str, str], job: str = "", source: str = "g") -> StoredCard:
    return stored((name,), known, organisation=job, source=source, is_contact=True)


SAME = [
    contact("Tobin Marrash", ("email", "star7@gmail.com")),
    contact("Marrash, Tobin, PhD", ("phone", "07700 900123")),
    contact("Marrash Tobin", ("email", "tobin@orbit-foods.example")),
    contact("Tobin Marash", ("email", "t@orbit.example")),
    stored((), (("email", "tobin.marrash@orbit-foods.example"),), source="mail"),
    stored((), (("email", "tobin.marrash@gmail.com"),), source="mail"),
    stored(("Tobin Marrash",), (("name", "Tobin Marrash"),), source="chat"),
    contact("Tobin M.", ("email", "tobin.m@orbit-foods.example")),
]
UNSURE = [
    contact("T. Marrash", job="Orbit Foods"),
    contact("Tobin Marrash", ("email", "x@pine.example"), job="Pine", source="linkedin"),
    contact("Tobin", job="Orbit Foods GmbH"),
]
NEITHER = [
    contact("Noor Marrash", ("email", "noor@gmail.com")),
    contact("Tobin", ("email", "star7@gmail.com")),
    contact("Casimir Oduya", job="Orbit Foods GmbH"),
    stored((), (("email", "info@orbit-foods.example"),), source="mail"),
    contact("Tobin Marrash Jr.", ("email", "tj@pine.example"), job="Pine"),
]


@pytest.mark.parametrize("card", SAME)
def test_surely_the_same(card: StoredCard) -> None:
    assert points(LINKEDIN, card) >= SAME_FROM
    assert points(card, LINKEDIN) == points(LINKEDIN, card)


@pytest.mark.parametrize("card", UNSURE)
def test_a_question_for_the_user(card: StoredCard) -> None:
    assert UNSURE_FROM <= points(LINKEDIN, card) < SAME_FROM
    assert points(card, LINKEDIN) == points(LINKEDIN, card)


@pytest.mark.parametrize("card", NEITHER)
def test_not_even_a_question(card: StoredCard) -> None:
    assert points(LINKEDIN, card) < UNSURE_FROM


def test_a_name_that_two_bear_needs_more() -> None:
    namesake = stored(
        ("Tobin Marrash",),
        (("profile", "linkedin.com/in/tobin-marrash-2"),),
        source="linkedin",
        is_contact=True,
    )
    google = contact("Tobin Marrash", ("email", "star7@gmail.com"))
    at_work = contact("Tobin Marrash", ("email", "tobin@orbit-foods.example"))
    assert points(LINKEDIN, google) >= SAME_FROM
    assert points(LINKEDIN, google, namesake) == UNSURE_FROM
    assert UNSURE_FROM <= points(LINKEDIN, at_work, namesake) < SAME_FROM


def test_two_profiles_of_a_name_count_also_for_two_entries_of_one_address_book() -> None:
    known = [
        stored(
            ("Tobin Marrash",),
            (("profile", f"linkedin.com/in/tobin-{number}"),),
            source="linkedin",
            is_contact=True,
        )
        for number in (1, 2)
    ]
    pair = [contact("Tobin Marrash", ("email", f"t{n}@orbit.example")) for n in (1, 2)]
    everybody = [traits_of(each, "GB") for each in (*pair, *known)]
    for population in (Population(everybody), Population(everybody[::-1])):
        found = score(everybody[0], everybody[1], population)
        assert found is not None
        assert "Several of your contacts have this name." in found.evidence


def test_a_common_name_needs_more() -> None:
    crowd = [contact(f"Tobin {c}{v}lund", source="x") for c in "bdfgklmnprst" for v in "aeiou"]
    crowd += [contact(f"{c}{v}lo Marrash", source="x") for c in "bdfgklmnprst" for v in "aeiou"]
    google = contact("Tobin Marrash", ("email", "star7@gmail.com"))
    assert UNSURE_FROM <= points(LINKEDIN, google, *crowd) < SAME_FROM


def test_nicknames_count_with_more_evidence() -> None:
    robert = stored(("Robert Petwood",), (("profile", "linkedin.com/in/rp"),), source="l")
    bob = contact("Bob Petwood", ("email", "star7@gmail.com"))
    bob_spelled = contact("Bob Petwood", ("email", "robert.petwood@gmail.com"))
    assert UNSURE_FROM <= points(robert, bob) < SAME_FROM <= points(robert, bob_spelled)


def test_a_number_without_its_country_speaks_for_one_person() -> None:
    full = contact("Maria Lopez", ("phone", "+44 7700 900123"), source="a")
    national = contact("Maria", ("phone", "(7700) 900123"), source="b")
    abroad = contact("Maria", ("phone", "+49 7700 900123"), source="b")
    everybody = [traits_of(each, "") for each in (full, national, abroad)]
    population = Population(everybody)
    found, other = (score(everybody[0], each, population) for each in everybody[1:])
    assert found is not None
    assert found.points >= UNSURE_FROM
    assert other is not None
    assert other.points == found.points - 3


def test_middle_names_that_differ_speak_against() -> None:
    left = contact("Ann Maria Petwood", ("email", "star7@gmail.com"), source="a")
    right = contact("Ann Beate Petwood", ("email", "star8@gmail.com"), source="b")
    plain = contact("Ann Petwood", ("email", "star8@gmail.com"), source="b")
    assert points(left, right) == points(left, plain) - 2


def test_every_comparison_stands_in_the_table_with_a_sentence() -> None:
    listed = {rule.compare.__name__ for group in GROUPS for rule in group}
    written = {
        name
        for name, function in inspect.getmembers(evidence, inspect.isfunction)
        if function.__module__ == evidence.__name__
    }
    assert listed == written
    for group in GROUPS:
        for rule in group:
            assert rule.sentence.endswith(".")


def test_large_blocks_are_skipped_but_not_those_of_one_full_name() -> None:
    michaels = [contact("Michael", job="Orbit Foods", source=f"s{n}") for n in range(300)]
    assert len(candidate_pairs([traits_of(card, "") for card in michaels])) == 299
    families = [f"{a}{b}{c}ford" for a in "BDFGKLMNPR" for b in "aeiou" for c in "dglmnr"]
    full = [contact(f"Michael {name}", job="Orbit Foods", source="a") for name in families]
    one = contact("Michael", job="Orbit Foods", source="b")
    assert len(full) == 300
    assert candidate_pairs([traits_of(card, "") for card in (one, *full)]) == []


def test_an_initial_asks_for_full_names() -> None:
    cards = [LINKEDIN, contact("Tobin M.", source="h"), contact("T. Marrash", source="h")]
    assert candidate_pairs([traits_of(card, "") for card in cards]) == [(0, 1), (0, 2)]


def test_mum_and_dad_with_one_address_are_asked_about() -> None:
    home = (("email", "home@example.com"), ("phone", "+44 20 7946 0000"))
    found = resolve_people([contact("Mum Smith", *home), contact("Dad Smith", *home)], [])
    assert len(found.people) == 2
    assert [decision.judgement for decision in found.decisions] == [Judgement.UNSURE]
    again = resolve_people([contact("Mum Smith", *home), contact("Mutter", *home)], [])
    assert len(again.people) == 1


AGAINST = {
    evidence.other_workplace: ("ann@orbit.example", "ann@larch.example"),
    evidence.other_address_there: ("ann@orbit.example", "ab@orbit.example"),
    evidence.other_private_address: ("star7@gmail.com", "moon8@gmx.de"),
    evidence.other_phone: ("07700 900123", "07700 900456"),
}


@pytest.mark.parametrize("against", AGAINST)
def test_what_differs_speaks_against_one_person_and_what_is_missing_does_not(against) -> None:
    kinds = ["email" if "@" in value else "phone" for value in AGAINST[against]]
    ours, theirs = zip(kinds, AGAINST[against], strict=True)
    one, other = contact("Ann Bee", ours, source="a"), contact("Ann Bee", theirs, source="b")
    silent = contact("Ann Bee", source="c")
    assert against.__doc__ in told(one, other)
    assert against.__doc__ not in told(one, silent)
    assert against.__doc__ not in told(one, one)
    weights = [r.weight for group in GROUPS for r in group if r.compare is against]
    assert len(weights) == 1
    assert weights[0] < 0


def told(left: StoredCard, right: StoredCard) -> tuple[str, ...]:
    both = [traits_of(each, "GB") for each in (left, right)]
    found = score(*both, Population(both))
    return found.evidence if found else ()


def test_a_nameless_card_at_a_shared_number_joins_only_with_an_address_that_fits() -> None:
    number = ("phone", "07700 900123")
    tobin = contact("Tobin Marrash", number, source="a")
    his = stored((), (number, ("email", "tobin.marrash@gmail.com")), source="b")
    another = stored((), (number, ("email", "zed.yu@gmail.com")), source="b")
    assert len(resolve_people([tobin, his], [], region="GB").people) == 1
    asked = resolve_people([tobin, another], [], region="GB")
    assert len(asked.people) == 2
    assert [decision.judgement for decision in asked.decisions] == [Judgement.UNSURE]


def test_one_rare_name_in_two_lists_with_other_occupations_is_asked_about() -> None:
    def listed(source: str, occupation: str) -> StoredCard:
        made = contact("Tobin Marrash", source=source)
        card = replace(made.card, affiliations=(Affiliation("", occupation),))
        return replace(made, card=seal(replace(card, key="", subject="")))

    plumber, vet = listed("a", "plumber"), listed("b", "vet")
    asked = resolve_people([plumber, vet], [])
    assert len(asked.people) == 2
    assert [decision.judgement for decision in asked.decisions] == [Judgement.UNSURE]
    assert len(resolve_people([plumber, listed("b", "plumber")], []).people) == 1


@pytest.mark.parametrize(
    ("employer", "domain", "is_there"),
    [
        ("Pell & Marsh Logistics", "pellmarsh.example", True),
        ("Pell and Marsh Logistics Ltd", "pellandmarsh.example", True),
        ("Quill & Sons", "quillsons.example", True),
        ("Pell & Marsh Logistics", "marshlogistics.example", False),
        ("Marsh Logistics", "pellmarsh.example", False),
    ],
)
def test_an_address_may_be_made_of_the_two_names_of_an_employer(employer, domain, is_there):
    ours = contact("James Carter", ("profile", "linkedin.com/in/jc"), job=employer)
    theirs = contact("James Carter", ("email", f"james.carter@{domain}"))
    both = [traits_of(ours, "GB"), traits_of(theirs, "GB")]
    found = score(*both, Population(both))
    assert found
    told = "The e-mail address of one is at the employer of the other." in found.evidence
    assert told is is_there
    assert ("They are at different employers." in found.evidence) is not is_there
