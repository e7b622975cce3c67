"""What speaks for and against two groups of cards being one person.

Each comparison answers yes or no; the first line of its docstring is the sentence the user
reads, so it names nobody. What an answer weighs stands in `rules`.
"""

from __future__ import annotations

from netgraph.resolve.comparing.pairing import Pairing
from netgraph.resolve.names.likeness import Likeness, clearly_different
from netgraph.resolve.names.population import FEW
from netgraph.resolve.names.rarity import EXTREMELY_RARE, FAIRLY_RARE, RARE, VERY_RARE
from netgraph.resolve.names.written import writes_another_name


def same_full_name(pair: Pairing) -> bool:
    """The first and last names are the same."""
    return pair.alike is Likeness.SAME


def turned_name(pair: Pairing) -> bool:
    """The names have the same words in another order."""
    return pair.alike is Likeness.TURNED


def respelled_name(pair: Pairing) -> bool:
    """The names are spelled a little differently."""
    return pair.alike is Likeness.RESPELLED


def nickname(pair: Pairing) -> bool:
    """The first names are forms of one name, and the last name is the same."""
    return pair.alike is Likeness.NICKNAME


def part_of_family_name(pair: Pairing) -> bool:
    """The first name is the same, and the last names share a word."""
    return pair.alike is Likeness.PART_OF_FAMILY


def initials(pair: Pairing) -> bool:
    """One name is the other with an initial."""
    return pair.alike is Likeness.INITIAL


def first_name_only(pair: Pairing) -> bool:
    """The first name is the same; one card has no last name."""
    return pair.alike is Likeness.GIVEN_ONLY


def address_spells_name(pair: Pairing) -> bool:
    """The e-mail address of one spells the full name of the other."""
    return pair.is_spelled


def address_abbreviates_name(pair: Pairing) -> bool:
    """The e-mail address of one abbreviates the name of the other."""
    return bool(pair.abbreviations)


def first_name_and_address(pair: Pairing) -> bool:
    """The first name is the same, and the e-mail address of one has the last name of the other."""
    return pair.alike is Likeness.GIVEN_ONLY and pair.is_named


def first_name_in_address(pair: Pairing) -> bool:
    """The e-mail address of one has the first name of the other."""
    return not pair.alike and bool(pair.first_name)


def only_one_so_called_there(pair: Pairing) -> bool:
    """Nobody else who may be called so is known at that employer."""
    return not pair.is_named and pair.population.called_so_there(pair) == 1


def extremely_rare_only_bearer(pair: Pairing) -> bool:
    """No other contact of yours is known to have this name, nor its first or last part."""
    return only_bearer(pair) and pair.expected < EXTREMELY_RARE


def very_rare_only_bearer(pair: Pairing) -> bool:
    """No other contact of yours is known to have this name, and hardly any a part of it."""
    return only_bearer(pair) and pair.expected < VERY_RARE


def fairly_rare_only_bearer(pair: Pairing) -> bool:
    """No other contact of yours is known to have this name, and few a part of it."""
    return only_bearer(pair) and pair.expected < FAIRLY_RARE


def rare_only_bearer(pair: Pairing) -> bool:
    """No other contact of yours is known to have this name, and its parts are rare there too."""
    return only_bearer(pair) and pair.expected < RARE


def only_bearer(pair: Pairing) -> bool:
    """No other contact of yours is known to have this name."""
    return pair.bearers == 1


def only_bearer_there(pair: Pairing) -> bool:
    """Others of your contacts have this name, but they are at other employers."""
    if not (same_employer(pair) or employer_in_address(pair)):
        return False
    return pair.alike is Likeness.SAME and pair.population.others_elsewhere(pair)


def one_of_few_bearers(pair: Pairing) -> bool:
    """A few of your contacts have this name, and nothing else is known of one of them."""
    if not (pair.left.is_bare or pair.right.is_bare):
        return False
    is_same = pair.alike is Likeness.SAME and pair.ours.is_full
    return is_same and 1 < pair.bearers <= FEW


def several_bearers(pair: Pairing) -> bool:
    """Several of your contacts have this name."""
    return 1 < pair.bearers <= FEW


def many_bearers(pair: Pairing) -> bool:
    """Many of your contacts have this name."""
    return pair.bearers > FEW


def same_employer(pair: Pairing) -> bool:
    """They name the same employer."""
    return bool(pair.left.employers & pair.right.employers)


def employer_in_address(pair: Pairing) -> bool:
    """The e-mail address of one is at the employer of the other."""
    return bool(
        pair.left.work_words & pair.right.employer_words
        or pair.right.work_words & pair.left.employer_words
    )


def same_work_domain(pair: Pairing) -> bool:
    """Their e-mail addresses are at the same organisation."""
    return bool(pair.left.work_domains & pair.right.work_domains)


def same_occupation(pair: Pairing) -> bool:
    """They have the same occupation."""
    return bool(pair.left.callings & pair.right.callings)


def same_circle(pair: Pairing) -> bool:
    """You put both into the same circle."""
    return bool(pair.left.circles & pair.right.circles)


def same_event(pair: Pairing) -> bool:
    """Two lists have them at the same event on the same day."""
    is_shared = not pair.left.events.isdisjoint(pair.right.events)
    return is_shared and pair.left.guest_lists.isdisjoint(pair.right.guest_lists)


def other_employer(pair: Pairing) -> bool:
    """They are at different employers."""
    ours, theirs = (
        pair.left.employer_words | pair.left.work_words,
        pair.right.employer_words | pair.right.work_words,
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def other_occupation(pair: Pairing) -> bool:
    """Their occupations differ."""
    ours, theirs = pair.left.callings, pair.right.callings
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def other_workplace(pair: Pairing) -> bool:
    """Their work addresses are at different organisations."""
    ours, theirs = pair.left.work_domains, pair.right.work_domains
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def other_address_there(pair: Pairing) -> bool:
    """They have different addresses at the same organisation."""
    ours, theirs = pair.left, pair.right
    return same_work_domain(pair) and ours.work_addresses.isdisjoint(theirs.work_addresses)


def other_private_address(pair: Pairing) -> bool:
    """Their private addresses differ."""
    ours, theirs = pair.left.private_addresses, pair.right.private_addresses
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def other_phone(pair: Pairing) -> bool:
    """Their phone numbers differ."""
    ours, theirs = pair.left.phone_ends, pair.right.phone_ends
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def other_first_name(pair: Pairing) -> bool:
    """The first names on the cards differ."""
    if pair.alike or not (pair.left.names and pair.right.names):
        return False
    return all(clearly_different(a, b) for a in pair.left.names for b in pair.right.names)


def other_last_name(pair: Pairing) -> bool:
    """The last names on the cards differ."""
    return (
        not pair.alike
        and any(a.family for a in pair.left.names)
        and any(b.family for b in pair.right.names)
    )


def phone_ends_alike(pair: Pairing) -> bool:
    """The phone numbers end in the same eight digits, one without its country."""
    left, right = pair.left, pair.right
    return bool(left.national_ends & right.phone_ends or right.national_ends & left.phone_ends)


def owner_of_a_file(pair: Pairing) -> bool:
    """One of them is the owner of a file you imported."""
    return bool(pair.left.owner_of) != bool(pair.right.owner_of)


def anothers_address(pair: Pairing) -> bool:
    """The e-mail address of one fits another contact with this first name, and neither of them."""
    return pair.population.fits_another(pair)


def other_last_name_in_address(pair: Pairing) -> bool:
    """The e-mail address of one has the first name with another last name."""
    return writes_another_name(pair.left, pair.right)


def other_generation(pair: Pairing) -> bool:
    """One is called junior or senior, the other is not."""
    ours = {name.generation for name in pair.left.names}
    theirs = {name.generation for name in pair.right.names}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def other_middle_name(pair: Pairing) -> bool:
    """The middle names differ."""
    ours = {name.middle[0] for name in pair.left.names if name.middle}
    theirs = {name.middle[0] for name in pair.right.names if name.middle}
    return bool(ours and theirs) and not any(
        a.startswith(b) or b.startswith(a) for a in ours for b in theirs
    )


def listed_apart(pair: Pairing) -> bool:
    """The same file lists them as two contacts."""
    return not pair.left.books.isdisjoint(pair.right.books)


def other_peoples_contact(pair: Pairing) -> bool:
    """They come from the files of different people."""
    return pair.left.owners.isdisjoint(pair.right.owners) and not (
        pair.left.owner_of or pair.right.owner_of
    )
