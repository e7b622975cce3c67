from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.model import (
    OWNER,
    Affiliation,
    Decision,
    Identifier,
    IdentifierKind,
    Judgement,
    Resolution,
    StoredCard,
)
from netgraph.resolve.people import IdentityIndex, resolve_people
from tests.resolve.labelled import NOW, address_book, pair_scores, stored


def decided(left: StoredCard, right: StoredCard, judgement: Judgement) -> Decision:
    return Decision(left.card.subject, right.card.subject, judgement, 0.0, (), "user")


def same_person(found: Resolution, *cards: StoredCard) -> bool:
    return len({found.person_of[each.card.key] for each in cards}) == 1


def contact(name: str, *known: tuple[str, str], source: str = "g", **more: str) -> StoredCard:
    names = (name,) if name else ()
    return stored(names, known, source=source, is_contact=True, **more)


ILSE_IN = contact("Ilse Quandel", ("profile", "linkedin.com/in/ilse"), source="l")
ILSE_G = contact("Quandel, Ilse", ("email", "star7@gmail.com"))
ILSE_MAIL = stored((), (("email", "Star.7@gmail.com"),), source="m")
TOBIN = contact("Tobin Marrash", ("email", "tobin@example.org"), source="g")


def test_strong_keys_and_unique_full_names_make_people() -> None:
    found = resolve_people([ILSE_IN, ILSE_G, ILSE_MAIL, TOBIN], [])
    assert same_person(found, ILSE_IN, ILSE_G, ILSE_MAIL)
    assert not same_person(found, ILSE_IN, TOBIN)
    assert {person.name for person in found.people} == {"Ilse Quandel", "Tobin Marrash"}
    assert [person.id for person in found.people] == sorted(set(found.person_of.values()))
    (same,) = found.decisions
    assert (same.judgement, same.by) == (Judgement.SAME, "rules")
    assert same.score >= 7
    assert "The first and last names are the same." in same.evidence


def test_nothing_gives_nothing() -> None:
    assert resolve_people([], []) == Resolution((), {}, (), "", {})


def test_a_person_holds_what_the_cards_say() -> None:
    early = replace(
        contact("Lopez, Maria", ("phone", "07700 900123"), source="a"),
        imported=NOW - timedelta(days=9),
    )
    job = Affiliation("", role="hairdresser")
    late = contact("MARIA LOPEZ", ("phone", "+44 7700 900123"), source="b")
    late = replace(late, card=replace(late.card, affiliations=(job,), labels=("circle:street",)))
    (person,) = resolve_people([late, early], [], region="GB").people
    assert (person.name, person.occupation) == ("Maria Lopez", "hairdresser")
    assert set(person.names) == {"Lopez, Maria", "MARIA LOPEZ"}
    assert set(person.files) == {"a.csv", "b.csv"}
    assert (person.labels, person.since) == (("circle:street",), early.imported)
    assert (person.is_contact, person.is_me) == (True, False)
    assert len(person.id) == 16


@pytest.mark.parametrize(
    ("card", "name"),
    [
        (stored((), (("email", "x@example.org"), ("phone", "+1 555-0100"))), "x@example.org"),
        (stored((), (("phone", "+1 555-0100"),)), "+1 555-0100"),
        (stored((), (("handle", "telegram:7"),)), "telegram:7"),
        (stored((), (("name", "Mum"),)), "Mum"),
        (stored(("Ilse Quandel, PhD 🚀",)), "Ilse Quandel"),
        (stored(("</script><img src=x>",)), "</script><img src=x>"),
        (stored(), "unknown"),
    ],
)
def test_the_name_of_a_person(card: StoredCard, name: str) -> None:
    assert resolve_people([card], []).people[0].name == name


def test_the_best_name_is_the_most_complete() -> None:
    cards = [
        stored(("Ilse",), (("email", "i@example.org"),), source="a"),
        stored(("Ilse",), (("email", "i@example.org"),), source="b"),
        stored(("ilse quandel",), (("email", "i@example.org"),), source="c"),
        stored(("Ilse Quandel",), (("email", "i@example.org"),), source="d"),
    ]
    assert resolve_people(cards, []).people[0].name == "Ilse Quandel"


def test_a_family_s_number_is_a_question() -> None:
    anna = contact("Anna Hart", ("phone", "+44 7700 900111"), source_id="uid-1")
    peter = contact("Peter Hart", ("phone", "+44 7700 900111"), source_id="uid-2")
    found = resolve_people([anna, peter], [])
    assert not same_person(found, anna, peter)
    (asked,) = found.decisions
    assert asked.judgement is Judgement.UNSURE
    assert {asked.left, asked.right} == {anna.card.subject, peter.card.subject}
    assert asked.evidence == ("They share a phone number, but the first names differ.",)
    assert same_person(
        resolve_people([anna, peter], [decided(anna, peter, Judgement.SAME)]), anna, peter
    )
    told = resolve_people([anna, peter], [decided(anna, peter, Judgement.DIFFERENT)])
    assert (len(told.people), told.decisions) == (2, ())


def test_father_and_son_at_one_number_are_a_question() -> None:
    father = contact("Sam Reed", ("phone", "+44 7700 900111"), source="a")
    son = contact("Sam Reed Jr.", ("phone", "+44 7700 900111"), source="b")
    found = resolve_people([father, son], [])
    assert not same_person(found, father, son)
    (asked,) = found.decisions
    assert asked.judgement is Judgement.UNSURE
    assert asked.evidence == (
        "They share a phone number, but one is called junior or senior, the other is not.",
    )


@pytest.mark.parametrize(
    ("known", "what"),
    [
        (("email", "reeds@example.org"), "an e-mail address"),
        (("handle", "telegram:7"), "an account name"),
    ],
)
def test_father_and_son_at_one_address_are_a_question(known: tuple[str, str], what: str) -> None:
    father = contact("Sam Reed", known, source="a")
    son = contact("Sam Reed Jr.", known, source="b")
    daughter = contact("Noor Reed", known, source="c")
    found = resolve_people([father, son, daughter], [])
    assert len(found.people) == 3
    told = {d.evidence for d in found.decisions}
    assert (f"They share {what}, but one is called junior or senior, the other is not.",) in told
    assert (f"They share {what}, but the first names differ.",) in told
    assert {d.judgement for d in found.decisions} == {Judgement.UNSURE}
    as_one = [decided(father, son, Judgement.SAME)]
    assert same_person(resolve_people([father, son, daughter], as_one), father, son)


AT_ACME = contact(
    "Casimir Oduya", ("profile", "linkedin.com/in/co"), source="l", organisation="Acme"
)
AT_BETA = contact("Casimir Oduya", ("email", "casimir@beta.example"), source="g")
BARE = stored(("Casimir Oduya",), (("name", "Casimir Oduya"),), source="chat")


def questions(found: Resolution) -> set[frozenset[str]]:
    return {
        frozenset((d.left, d.right)) for d in found.decisions if d.judgement is Judgement.UNSURE
    }


def test_a_bare_name_joins_no_two_people_and_hides_no_question() -> None:
    pair = frozenset((AT_ACME.card.subject, AT_BETA.card.subject))
    assert questions(resolve_people([AT_ACME, AT_BETA], [])) == {pair}
    found = resolve_people([AT_ACME, AT_BETA, BARE], [])
    assert len(found.people) == 3
    bare = BARE.card.subject
    assert questions(found) == {
        pair, frozenset((AT_ACME.card.subject, bare)), frozenset((AT_BETA.card.subject, bare)),
    }  # fmt: skip
    assert same_person(resolve_people([AT_ACME, BARE], []), AT_ACME, BARE)


def test_once_the_two_are_settled_as_one_the_bare_name_is_theirs() -> None:
    said = [decided(AT_ACME, AT_BETA, Judgement.SAME)]
    assert len(resolve_people([AT_ACME, AT_BETA, BARE], said).people) == 1
    apart = [decided(AT_ACME, AT_BETA, Judgement.DIFFERENT)]
    found = resolve_people([AT_ACME, AT_BETA, BARE], apart)
    assert len(found.people) == 3
    assert len(questions(found)) == 2


def test_a_join_is_weighed_again_with_all_that_it_brings() -> None:
    maria = contact("Ann Maria Petwood", ("profile", "linkedin.com/in/amp"), source="l")
    beate = contact("Ann Beate Petwood", ("email", "star7@gmail.com"), source="g")
    plain = contact("Ann Petwood", ("phone", "+44 7700 900123"), source="v")
    found = resolve_people([maria, beate, plain], [])
    assert not same_person(found, maria, beate)
    assert len(found.people) == 2


def test_a_name_of_which_many_are_known_is_no_question() -> None:
    crowd = [
        contact("Casimir Oduya", ("profile", f"linkedin.com/in/co{n}"), source="l")
        for n in range(5)
    ]
    assert questions(resolve_people([*crowd, BARE], [])) == set()
    assert len(questions(resolve_people([*crowd[:3], BARE], []))) == 3


def test_a_family_in_a_source_without_ids_is_kept_apart() -> None:
    anna = contact("Anna Hart", ("phone", "+44 7700 900111"))
    peter = contact("Peter Hart", ("phone", "+44 7700 900111"))
    assert anna.card.subject != peter.card.subject
    assert not same_person(resolve_people([anna, peter], []), anna, peter)


def test_one_subject_over_the_years_is_one_person() -> None:
    before = contact("Ann Roe", ("email", "ann@old.example"), source_id="uid-1")
    after = contact("Ann Stone", ("email", "ann@new.example"), source_id="uid-1")
    assert same_person(resolve_people([before, after], []), before, after)


def test_a_switchboard_number_is_no_question() -> None:
    names = ["Anna Hart", "Peter Stone", "Omar Fenby", "Mei Talos", "Ivan Zimkov", "Kai Polby"]
    cards = [contact(name, ("phone", "+1 555-0100")) for name in names]
    found = resolve_people(cards, [])
    assert (len(found.people), found.decisions) == (6, ())


def test_the_user_s_word_wins() -> None:
    apart = [decided(ILSE_IN, ILSE_G, Judgement.DIFFERENT)]
    assert not same_person(resolve_people([ILSE_IN, ILSE_G], apart), ILSE_IN, ILSE_G)
    other = contact("Ilse Quandel", ("profile", "linkedin.com/in/ilse-2"), source="l")
    assert not same_person(resolve_people([ILSE_IN, other], []), ILSE_IN, other)
    together = [decided(ILSE_IN, other, Judgement.SAME)]
    assert same_person(resolve_people([ILSE_IN, other], together), ILSE_IN, other)
    stranger = [decided(ILSE_IN, TOBIN, Judgement.SAME)]
    assert same_person(resolve_people([ILSE_IN, TOBIN], stranger), ILSE_IN, TOBIN)


def test_different_splits_even_a_shared_address() -> None:
    left = contact("Ann Roe", ("email", "roe@example.org"), source="a")
    right = contact("Ann Roe", ("email", "roe@example.org"), source="b")
    assert same_person(resolve_people([left, right], []), left, right)
    told = [decided(left, right, Judgement.DIFFERENT)]
    assert not same_person(resolve_people([left, right], told), left, right)


def test_the_last_of_two_decisions_counts() -> None:
    said = [decided(ILSE_IN, TOBIN, Judgement.SAME), decided(TOBIN, ILSE_IN, Judgement.DIFFERENT)]
    assert not same_person(resolve_people([ILSE_IN, TOBIN], said), ILSE_IN, TOBIN)
    rules = [replace(said[0], by="rules")]
    assert not same_person(resolve_people([ILSE_IN, TOBIN], rules), ILSE_IN, TOBIN)


def test_me_is_one_person_over_all_my_cards() -> None:
    mine = [
        stored(("Noor Saldana",), source="l", is_owner=True),
        stored((), (("email", "noor@example.org"),), source="l2", is_owner=True),
        stored(("N. Saldana",), (("email", "noor@example.org"),), source="m"),
        contact("Me", ("email", "noor@example.org")),
    ]
    found = resolve_people([*mine, TOBIN], [])
    assert same_person(found, mine[0], mine[1], mine[2])
    assert found.me == found.person_of[mine[0].card.key] == found.owners[""]
    assert [person.is_me for person in found.people if person.id == found.me] == [True]
    assert not any(person.is_me for person in found.people if person.id != found.me)


def test_a_friend_s_owner_card_is_the_friend_i_know() -> None:
    dana_in_mine = contact("Dana Fox", ("profile", "linkedin.com/in/dana-fox"), source="l")
    declared = stored(
        ("Dana Fox",), (("email", "dana@example.org"),), source="d", owner="dana", is_owner=True
    )
    hers = contact("Tobin Marrash", ("profile", "linkedin.com/in/tm"), source="d", owner="dana")
    me = stored(("Noor Saldana",), (("email", "n@example.org"),), is_owner=True)
    me_at_hers = contact("Noor Saldana", ("profile", "linkedin.com/in/n"), source="d", owner="dana")
    found = resolve_people([dana_in_mine, declared, hers, me, me_at_hers], [])
    assert found.owners["dana"] == found.person_of[dana_in_mine.card.key]
    assert found.me == found.person_of[me_at_hers.card.key]
    contacts = {person.name: person.is_contact for person in found.people}
    assert contacts == {"Dana Fox": True, "Tobin Marrash": False, "Noor Saldana": False}


def test_two_owners_are_never_one_person() -> None:
    shared = (("email", "home@example.org"),)
    me = stored(("Noor Fox",), shared, is_owner=True)
    dana = stored(("Noor Fox",), shared, owner="dana", is_owner=True)
    dana = replace(dana, card=replace(dana.card, key="0" * 16, subject="dana"))
    found = resolve_people([me, dana], [])
    assert found.owners[""] != found.owners["dana"]


def test_a_name_only_card_finds_its_person() -> None:
    named = stored(("Ilse Quandel",), (("name", "Ilse Quandel"),), source="chat")
    first = stored(("Ilse",), (("name", "Ilse"),), source="chat")
    found = resolve_people([ILSE_IN, named, first], [])
    assert same_person(found, ILSE_IN, named)
    assert not same_person(found, ILSE_IN, first)


def test_a_question_counts_everybody_of_the_name_not_only_the_two() -> None:
    twins = [
        contact("James Carter", ("email", f"{address}@example.org"))
        for address in ("james.carter", "james.carter.2")
    ]
    (asked,) = resolve_people(twins, []).decisions
    assert any(sentence.startswith("No other contact") for sentence in asked.evidence)
    mail = stored(("James Carter",), (("email", "james.carter@pellmarsh.example"),), source="m")
    linkedin = contact("James Carter", ("profile", "linkedin.com/in/jc"), source="l")
    found = resolve_people([*twins, mail, linkedin], [])
    assert len(found.people) > 2
    questions = [d for d in found.decisions if d.judgement is Judgement.UNSURE]
    assert questions
    for question in questions:
        assert "Several of your contacts have this name." in question.evidence
        assert not any(sentence.startswith("No other contact") for sentence in question.evidence)
    assert [q.score for q in questions] == sorted((q.score for q in questions), reverse=True)


def test_mums_of_two_owners_are_two_people() -> None:
    mine = stored(("Mum",), source="w")
    hers = stored(("Mum",), source="w", owner="dana")
    hers = replace(hers, card=replace(hers.card, key="f" * 16))
    assert not same_person(resolve_people([mine, hers], []), mine, hers)


def lookup(cards: list[StoredCard], kind: str, value: str, **where: str) -> str | None:
    found = resolve_people(cards, [], region="GB")
    names = {person.id: person.name for person in found.people}
    person = IdentityIndex(found, cards, "GB").person(
        Identifier(IdentifierKind(kind), value), **where
    )
    return names[person] if person else None


def test_the_index_finds_people_by_any_key() -> None:
    phone = contact("Omar Fenby", ("phone", "07700 900123"))
    cards = [ILSE_IN, ILSE_G, TOBIN, phone]
    assert lookup(cards, "email", "STAR7@googlemail.com") == "Ilse Quandel"
    assert lookup(cards, "profile", "https://www.linkedin.com/in/Ilse/") == "Ilse Quandel"
    assert lookup(cards, "phone", "+44 7700 900123") == "Omar Fenby"
    assert lookup(cards, "name", "Marrash, Tobin") == "Tobin Marrash"
    assert lookup(cards, "email", "nobody@example.org") is None
    assert lookup(cards, "email", "no address") is None
    assert lookup(cards, "name", "") is None


def test_a_number_without_its_country_is_found_by_its_end() -> None:
    omar = contact("Omar Fenby", ("phone", "+44 7700 900123"))
    mei = contact("Mei Talos", ("phone", "+1 555-0100"))
    found = resolve_people([omar, mei], [])
    index = IdentityIndex(found, [omar, mei])

    def person(number: str) -> str | None:
        return index.person(Identifier(IdentifierKind.PHONE, number), digest="calls")

    assert person("07700 900123") == found.person_of[omar.card.key]
    assert person("07700 900124") is None
    assert person("+49 7700 900123") is None
    assert person("0100") is None
    assert person("555-0100") is None


def test_a_card_outside_the_resolution_is_left_out() -> None:
    found = resolve_people([TOBIN], [])
    index = IdentityIndex(found, [TOBIN, ILSE_G])
    assert index.person(Identifier(IdentifierKind.NAME, "Ilse Quandel")) is None


def test_a_name_is_looked_up_in_its_file_first() -> None:
    mine = contact("Ilse Quandel", ("profile", "linkedin.com/in/ilse"), source="l")
    hers = contact("Ilse Quandel", ("profile", "linkedin.com/in/other"), source="d", owner="dana")
    twin = contact("Ilse Quandel", ("profile", "linkedin.com/in/twin"), source="d", owner="dana")
    found = resolve_people([mine, hers, twin], [])
    index = IdentityIndex(found, [mine, hers, twin])
    name = Identifier(IdentifierKind.NAME, "Ilse Quandel")
    assert index.person(name, digest="l") == found.person_of[mine.card.key]
    assert index.person(name, digest="d", owner="dana") is None
    assert index.person(name) is None


def test_a_shared_address_means_the_one_whose_card_is_in_the_file() -> None:
    anna = contact("Anna Hart", ("email", "harts@example.org"), source="g")
    peter = stored(("Peter Hart",), (("email", "harts@example.org"),), source="m")
    found = resolve_people([anna, peter], [])
    index = IdentityIndex(found, [anna, peter])
    address = Identifier(IdentifierKind.EMAIL, "harts@example.org")
    assert index.person(address, digest="m") == found.person_of[peter.card.key]
    assert index.person(address, digest="other") == found.person_of[anna.card.key]


def test_owner_stands_for_the_owner_of_the_source() -> None:
    me = stored(("Noor Saldana",), is_owner=True)
    found = resolve_people([me], [])
    index = IdentityIndex(found, [me])
    assert index.person(OWNER) == found.me
    assert index.person(OWNER, owner="dana") is None


def test_on_labelled_data_few_are_mixed_and_most_are_found() -> None:
    cards, truth = address_book(350)
    found = resolve_people(cards, [])
    precision, recall = pair_scores(found.person_of, truth)
    assert precision >= 0.99
    assert recall >= 0.85
    asked = [d for d in found.decisions if d.judgement is Judgement.UNSURE]
    assert len(asked) <= 50


@pytest.mark.parametrize("slugs", [("ann-roe-1", "ann-roe-2"), ("ann.roe-1", "ann.roe-2")])
def test_two_linkedin_profiles_are_two_people_even_at_one_address(slugs: tuple[str, str]) -> None:
    one, other = (
        contact("Ann Roe", ("profile", f"https://www.linkedin.com/in/{slug}"),
                ("email", "roe@example.org"), source=slug)
        for slug in slugs
    )  # fmt: skip
    assert not same_person(resolve_people([one, other], []), one, other)


CARDS, _ = address_book(25, seed=3)


@settings(max_examples=40, deadline=None)
@given(st.permutations(CARDS))
def test_the_order_of_cards_does_not_matter(cards: list[StoredCard]) -> None:
    assert resolve_people(cards, []) == resolve_people(CARDS, [])


PAIRS = st.tuples(
    st.integers(0, 14), st.integers(0, 14), st.sampled_from([Judgement.SAME, Judgement.DIFFERENT])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PAIRS, max_size=6))
def test_decisions_of_the_user_always_win(said: list[tuple[int, int, Judgement]]) -> None:
    decisions = [decided(CARDS[a], CARDS[b], judgement) for a, b, judgement in said if a != b]
    found = resolve_people(CARDS, decisions)
    of_subject = {c.card.subject: found.person_of[c.card.key] for c in CARDS}
    last = {tuple(sorted((d.left, d.right))): d.judgement for d in decisions}
    different = {pair for pair, judgement in last.items() if judgement is Judgement.DIFFERENT}
    for left, right in different:
        assert of_subject[left] != of_subject[right]
    if not different:
        for left, right in last:
            assert of_subject[left] == of_subject[right]
    slugs: Counter[str] = Counter()
    for card in CARDS:
        if card.card.origin.file == "linkedin.csv":
            slugs[found.person_of[card.card.key]] += 1
    if not last:
        assert max(slugs.values()) == 1
