"""Past employers that a title tells of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netgraph.model import Affiliation, Target
from netgraph.resolve.organisations.titles import past_employers, with_past_employers
from tests.resolve.labelled import stored

KNOWN = {"stripe", "google", "meta", "orbit foods", "mckinsey"}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Engineer, ex-Stripe", ["Stripe"]),
        ("ex-Google/Meta | Founder", ["Google", "Meta"]),
        ("Consultant | former McKinsey", ["McKinsey"]),
        ("Formerly at Orbit Foods", ["Orbit Foods"]),
        ("Beraterin (ehemals bei Orbit Foods)", ["Orbit Foods"]),
        ("ex-Stripe engineer", ["Stripe"]),
        ("ex Google PM & ex-Meta", ["Google", "Meta"]),
        ("Ex-Founder", []),
        ("former teacher", []),
        ("Formerly known as Prince", []),
        ("ex-Stripe Bakery", []),
        ("Alex-Stripe liaison", []),
        ("Extra Stripe", []),
        ("", []),
    ],
)
def test_a_title_tells_of_known_employers_only(title, names):
    assert list(past_employers(title, KNOWN)) == names


def card(organisation, role):
    made = stored(("Ann Bee",), organisation=organisation)
    affiliation = Affiliation(organisation, role)
    return replace(made, card=replace(made.card, affiliations=(affiliation,)))


def test_a_past_employer_stands_beside_the_present_one():
    (found,) = with_past_employers([card("Acme", "Cook, ex-Stripe, ex-Acme")], (), ())
    assert [a.organisation for a in found.card.affiliations] == ["Acme", "ex-Stripe"]


def test_an_employer_of_others_or_a_target_is_known():
    ann, bob = card("Acme", "Cook, ex-Larch, ex-Nord"), card("Larch", "")
    found, _ = with_past_employers([ann, bob], (Target("Nord"),), ())
    assert [a.organisation for a in found.card.affiliations] == ["Acme", "ex-Larch", "ex-Nord"]


def test_cards_without_such_titles_are_the_same():
    cards = (card("Acme", "Cook"), card("Larch", "Ex-Founder"))
    assert with_past_employers(cards, (), ()) == cards
