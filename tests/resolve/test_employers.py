from __future__ import annotations

import csv
import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.errors import AmbiguousNameError, NotFoundError
from netgraph.model import AffiliationKind, MatchTier, Target
from netgraph.resolve.employers import EmployerTable, Words, resolve_employers
from netgraph.resolve.organisations.domains import domain_of, learn_domains, workplaces_of
from netgraph.resolve.organisations.names import base_key, parse_organisation, spelling_key
from netgraph.resolve.people import resolve_people
from netgraph.resolve.tables import SIZES, known_employer, known_employers
from tests.resolve.labelled import stored

WORK, SCHOOL, GROUP = AffiliationKind.WORK, AffiliationKind.SCHOOL, AffiliationKind.GROUP
NORDWIND = Target("Nordwind Analytics", ("Nordwind",), ("nordwind.example",))


def table(
    *names: str, targets: tuple[Target, ...] = (), aliases: dict[str, str] | None = None
) -> EmployerTable:
    return resolve_employers([(name, WORK) for name in names], targets, words=Words(aliases or {}))


def tier(found: EmployerTable, text: str) -> MatchTier | None:
    match = found.match(text)
    return match[1] if match else None


def test_legal_forms_and_spelling_make_one_employer() -> None:
    found = table("Orbit Foods", "ORBIT FOODS", "Orbit Foods GmbH", "Orbit Foods Inc.")
    assert [employer.name for employer in found.employers] == ["Orbit Foods"]
    assert tier(found, "orbit foods") is MatchTier.EXACT
    assert tier(found, "Orbit Foods GmbH") is MatchTier.LEGAL_FORM


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Citadel", "Citadel LLC"),
        ("Plan A", "Plan"),
        ("Orbit Foods", "Orbit"),
        ("Orbit Foods", "Orbit Foods Deutschland"),
        ("Larch", "Larch Group"),
        ("Alpine Spa", "Alpine"),
        ("Nordwind", "Nordwnd"),
    ],
)
def test_names_are_never_matched_by_substring_or_likeness(left: str, right: str) -> None:
    assert len(table(left, right).employers) == 2


def test_a_target_is_an_employer_even_when_nobody_works_there() -> None:
    found = table(targets=(NORDWIND,))
    (employer,) = found.employers
    assert (employer.name, employer.domains) == ("Nordwind Analytics", ("nordwind.example",))
    assert found.target(NORDWIND).employers == ((employer.id, MatchTier.EXACT),)


def test_a_targets_alias_and_past_jobs_lead_to_it() -> None:
    found = table("Nordwind Analytics, Inc.", "ex-Nordwind", targets=(NORDWIND,))
    (employer,) = found.employers
    assert found.match("ex-Nordwind") == (employer.id, MatchTier.ALIAS, True)
    assert found.match("Nordwind Analytics, Inc.") == (employer.id, MatchTier.LEGAL_FORM, False)


def test_an_alias_of_two_targets_means_neither() -> None:
    twins = (Target("North Wind", ("NW",)), Target("New Wave", ("NW",)))
    found = table("NW", targets=twins)
    assert len(found.employers) == 3
    assert all(len(found.target(target).employers) == 1 for target in twins)


def test_the_user_s_alias_outranks_the_table() -> None:
    found = table("AWS", aliases={"AWS": "Alpine Welding School"})
    (employer,) = found.employers
    assert employer.name == "Alpine Welding School"
    assert tier(found, "AWS") is MatchTier.ALIAS


def test_aliases_in_a_circle_end() -> None:
    found = table("Ash", "Birch", aliases={"Ash": "Birch", "Birch": "Ash"})
    assert len(found.employers) == 1


def test_a_short_name_in_brackets_is_learned_when_it_is_the_initials() -> None:
    found = table("Harbour Energy Works (HEW)", "HEW", "Orbit Foods (UK)", "UK")
    assert tier(found, "HEW") is MatchTier.ALIAS
    assert sorted(e.name for e in found.employers) == ["Harbour Energy Works", "Orbit Foods", "UK"]


def test_a_short_name_claimed_twice_is_ambiguous() -> None:
    found = table("Harbour Energy Works (HEW)", "Hill End Winery (HEW)")
    with pytest.raises(AmbiguousNameError) as caught:
        found.find("HEW")
    assert caught.value.candidates == ("Harbour Energy Works", "Hill End Winery")


def test_parts_belong_to_a_target_by_the_table_only() -> None:
    amazon = Target("Amazon")
    found = table(
        "AWS | hiring!", "Amazon Web Services (AWS)", "Amazon River Tours", targets=(amazon,)
    )
    tiers = {found.find(n).id: n for n in ("Amazon", "Amazon Web Services")}
    match = [(tiers[employer], tier_) for employer, tier_ in found.target(amazon).employers]
    assert match == [("Amazon", MatchTier.EXACT), ("Amazon Web Services", MatchTier.PART_OF)]


def test_a_part_hangs_on_the_nearest_body_that_is_known() -> None:
    alphabet = Target("Alphabet")
    found = table("YouTube", targets=(alphabet,))
    youtube = found.find("YouTube")
    assert youtube.parent == found.find("Alphabet").id
    assert (youtube.id, MatchTier.PART_OF) in found.target(alphabet).employers
    whole = Target("YouTube")
    assert len(table("Google", targets=(whole,)).target(whole).employers) == 1


def test_a_target_by_an_other_name_is_an_alias() -> None:
    facebook = Target("Facebook")
    found = table("Meta", targets=(facebook,))
    (employer,) = found.employers
    assert (employer.name, found.target(facebook).employers) == (
        "Meta",
        ((employer.id, MatchTier.ALIAS),),
    )


def test_a_school_of_the_same_name_is_another_body() -> None:
    hospital = Target("St. Mary Hospital")
    found = resolve_employers(
        [("St. Mary Hospital", WORK), ("St Mary Hospital", SCHOOL), ("St. Mary Hospital", GROUP)],
        (hospital,),
    )
    assert {employer.kind for employer in found.employers} == {WORK, SCHOOL, GROUP}
    work, school = found.match("St. Mary Hospital"), found.match("St. Mary Hospital", SCHOOL)
    assert work is not None
    assert school is not None
    assert work[0] != school[0]
    assert found.target(hospital).employers == ((work[0], MatchTier.EXACT),)
    assert found.find("St. Mary Hospital").kind is WORK


def test_a_mail_domain_leads_to_its_employer() -> None:
    found = table("Nordwind Analytics", targets=(NORDWIND,))
    (employer,) = found.employers
    assert found.employer_of_address("ilse@mail.nordwind.example") == employer.id
    assert found.by_domain("nordwind.example") == employer.id
    assert found.employer_of_address("ilse@gmail.com") is None
    assert found.employer_of_address("nordwind") is None


def test_an_employer_that_shares_the_targets_domain_matches_by_domain() -> None:
    learned = {"nordwind.example": "Northern Wind Labs"}
    found = resolve_employers([("Northern Wind Labs", WORK)], (NORDWIND,), domains=learned)
    labs = found.find("Northern Wind Labs").id
    assert (labs, MatchTier.DOMAIN) in found.target(NORDWIND).employers
    assert found.by_domain("nordwind.example") == found.find("Nordwind Analytics").id


def test_domains_are_learned_from_two_people_who_agree() -> None:
    pairs = [
        ("p1", "ann@orbit.example", "Orbit Foods GmbH"),
        ("p2", "bob@berlin.orbit.example", "Orbit Foods"),
        ("p3", "cat@orbit.example", "Larch"),
        ("p4", "dan@pine.example", "Pine Systems"),
        ("p4", "dan2@pine.example", "Pine Systems"),
        ("p5", "eve@gmail.com", "Larch"),
        ("p6", "fay@gmail.com", "Larch"),
        ("p7", "guy@old.example", "ex-Falcon"),
        ("p8", "hal@old.example", "ex-Falcon"),
    ]
    assert learn_domains(pairs) == {"orbit.example": "Orbit Foods"}


def test_domains_are_learned_over_the_cards_of_a_person() -> None:
    cards = [
        stored(("Ann Petwood",), (("email", "ann@orbit.example"),), source="mail"),
        stored(("Ann Petwood",), (("profile", "ann"),), organisation="Orbit Foods", source="l"),
        stored(("Bob Talbach",), (("email", "bob@orbit.example"),), source="mail"),
        stored(("Bob Talbach",), (("profile", "bob"),), organisation="Orbit Foods", source="l"),
    ]
    found = resolve_people(cards, [])
    assert len(found.people) == 2
    assert learn_domains(workplaces_of(found, cards)) == {"orbit.example": "Orbit Foods"}
    assert list(workplaces_of(resolve_people([], []), cards)) == []


def test_a_tie_between_employers_teaches_nothing() -> None:
    pairs = [(f"p{n}", f"p{n}@x.example", name) for n, name in enumerate("AABB")]
    assert learn_domains([(p, a, f"{o} Works") for p, a, o in pairs]) == {}


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("ann@orbit.co.uk", "orbit.co.uk"),
        ("ann@mail.orbit.co.uk", "orbit.co.uk"),
        ("orbit.example", "orbit.example"),
        ("https://www.orbit.example/jobs", "orbit.example"),
        ("ann@hey.com", None),
        ("ann@privaterelay.appleid.com", None),
        ("ann@googlemail.com", None),
        ("localhost", None),
        ("co.uk", None),
        ("ann@www.ck", "www.ck"),
        ("ann@a.b.ck", "a.b.ck"),
        ("", None),
        ("ann@", None),
    ],
)
def test_the_registered_domain(address: str, domain: str | None) -> None:
    assert domain_of(address) == domain


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    found = table("Nordwind Analytics", "Orbit Foods")
    with pytest.raises(NotFoundError, match="Nordwind Analytics") as caught:
        found.find("Nordwnd")
    assert caught.value.nearest == ("Nordwind Analytics",)
    with pytest.raises(NotFoundError):
        table().find("Nordwind")


def test_what_is_no_employer_is_not_in_the_table() -> None:
    found = table("Self-employed", "n/a", "Stealth Startup", "Inc")
    assert found.employers == ()
    assert found.match("Self-employed") is None


def test_the_table_of_known_employers_is_sound() -> None:
    rows = known_employers()
    names = [known.name for known in rows]
    assert len(names) >= 600
    assert len({base_key(name) for name in names}) == len(names)
    assert {known.parent for known in rows} - {""} <= set(names)
    meanings = {base_key(name): name for name in names}
    owners: dict[str, str] = {}
    legals: dict[str, str] = {}
    for known in rows:
        assert parse_organisation(known.name), known.name
        for other in known.other_names:
            assert meanings.setdefault(base_key(other), known.name) == known.name, other
        for domain in known.domains:
            assert domain_of(domain) == domain
            assert owners.setdefault(domain, known.name) == known.name, domain
        for legal in known.legal_names:
            assert legals.setdefault(spelling_key(legal), known.name) == known.name, legal
        assert known.industry, known.name
        assert known.city, known.name
        assert re.fullmatch(r"[A-Z]{2}", known.country), known.name


def test_two_bodies_of_one_name_are_told_apart_by_their_legal_form() -> None:
    found = table("Merck KGaA", "Merck & Co., Inc.", "MSD")
    assert {employer.name for employer in found.employers} == {"Merck Group", "MSD"}


def test_what_the_user_calls_two_is_two_however_alike_they_are_written() -> None:
    names = ("Acme", "Acme GmbH", "AWS", "Amazon Web Services")
    apart = (("Acme", "Acme GmbH"), ("AWS", "Amazon Web Services"))
    found = resolve_employers([(name, WORK) for name in names], (), words=Words(apart=apart))
    assert {employer.name for employer in found.employers} == set(names)
    assert tier(found, "Acme GmbH") is MatchTier.EXACT
    assert tier(found, "Acme Inc.") is MatchTier.LEGAL_FORM


def test_a_row_of_the_users_own_stands_before_the_well_known() -> None:
    own = known_employer({"name": "Siemens", "domains": "siemens.example", "size": "small"})
    found = resolve_employers([("Siemens", WORK)], (), words=Words(own=(own,)))
    (employer,) = found.employers
    assert (employer.domains, employer.size) == (("siemens.example",), SIZES["small"])


def test_every_name_and_domain_of_an_employer_is_accounted_for() -> None:
    target = Target("Larch", ("Larch Trees",), ("larch.example",))
    names = ("AWS", "Amazon Web Services Inc.", "Larch Trees", "Orbit", "Orbit AG", "Old Orbit")
    found = resolve_employers(
        [(name, WORK) for name in names],
        (target,),
        domains={"orbit.example": "Orbit"},
        words=Words({"Old Orbit": "Orbit"}),
    )
    why = {employer.name: dict(employer.why) for employer in found.employers}
    assert why == {
        "Amazon Web Services": {
            "AWS": "another name of it, well known",
            "Amazon Web Services": "as it is written",
            "Amazon Web Services Inc.": "the same but for the legal form",
        },
        "Larch": {
            "Larch": "as it is written",
            "Larch Trees": "another name of your target",
            "larch.example": "you said so",
        },
        "Orbit": {
            "Old Orbit": "you said so",
            "Orbit": "as it is written",
            "Orbit AG": "the same but for the legal form",
            "orbit.example": "people who work there write from it",
        },
    }


def test_no_known_employer_is_part_of_itself() -> None:
    parents = {known.name: known.parent for known in known_employers()}
    for name, parent in parents.items():
        above, steps = parent, 0
        while above:
            assert above != name
            assert steps < 5
            above, steps = parents[above], steps + 1


def test_a_size_class_is_one_of_four_or_not_known() -> None:
    text = files("netgraph.resolve").joinpath("data/employers.csv").read_text("utf-8")
    assert {row["size"] for row in csv.DictReader(text.splitlines())} <= {"", *SIZES}


def test_the_size_of_a_known_employer_is_known_and_of_others_is_not() -> None:
    found = table("Siemens AG", "Orbit Foods")
    sizes = {employer.name: employer.size for employer in found.employers}
    assert sizes == {"Siemens": SIZES["very large"], "Orbit Foods": None}


@given(st.permutations(["Orbit Foods", "orbit foods", "Orbit Foods GmbH", "AWS", "Larch", "Larch"]))
def test_the_order_of_mentions_does_not_matter(names: list[str]) -> None:
    assert table(*names).employers == table(*sorted(names)).employers


@given(st.lists(st.text(max_size=30), max_size=8))
def test_every_mention_is_found_or_is_no_employer(names: list[str]) -> None:
    found = table(*names)
    ids = {employer.id for employer in found.employers}
    for name in names:
        match = found.match(name)
        assert match is None or match[0] in ids
