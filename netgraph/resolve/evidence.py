"""What speaks for and against two groups of cards being one person.

Each comparison answers yes or no; the first line of its docstring is the sentence the user
reads, so it names nobody. What an answer weighs stands in `rules`.
"""

from __future__ import annotations

from netgraph.model import IdentifierKind
from netgraph.resolve.likeness import Likeness, best_likeness
from netgraph.resolve.population import Population
from netgraph.resolve.traits import Traits

_EMAIL, _PHONE = IdentifierKind.EMAIL, IdentifierKind.PHONE


def same_full_name(left: Traits, right: Traits, _: Population) -> bool:
    """The first and last names are the same."""
    return best_likeness(left.names, right.names) is Likeness.SAME


def turned_name(left: Traits, right: Traits, _: Population) -> bool:
    """The names have the same words in another order."""
    return best_likeness(left.names, right.names) is Likeness.TURNED


def respelled_name(left: Traits, right: Traits, _: Population) -> bool:
    """The names are spelled a little differently."""
    return best_likeness(left.names, right.names) is Likeness.RESPELLED


def nickname(left: Traits, right: Traits, _: Population) -> bool:
    """One first name is short for the other, and the last name is the same."""
    return best_likeness(left.names, right.names) is Likeness.NICKNAME


def part_of_family_name(left: Traits, right: Traits, _: Population) -> bool:
    """The first name is the same, and the last names share a word."""
    return best_likeness(left.names, right.names) is Likeness.PART_OF_FAMILY


def initials(left: Traits, right: Traits, _: Population) -> bool:
    """One name is the other with an initial."""
    return best_likeness(left.names, right.names) is Likeness.INITIAL


def first_name_only(left: Traits, right: Traits, _: Population) -> bool:
    """The first name is the same; one card has no last name."""
    return best_likeness(left.names, right.names) is Likeness.GIVEN_ONLY


def address_spells_name(left: Traits, right: Traits, _: Population) -> bool:
    """The e-mail address of one spells the full name of the other."""
    return bool(left.locals & right.full_spellings or right.locals & left.full_spellings)


def address_abbreviates_name(left: Traits, right: Traits, _: Population) -> bool:
    """The e-mail address of one abbreviates the name of the other."""
    return bool(left.locals & right.short_spellings or right.locals & left.short_spellings)


def rare_only_bearer(left: Traits, right: Traits, population: Population) -> bool:
    """Nobody else among your contacts has this name, and its parts are rare there too."""
    return only_bearer(left, right, population) and population.is_rare(left, right)


def only_bearer(left: Traits, right: Traits, population: Population) -> bool:
    """Nobody else among your contacts has this name."""
    return population.bearers(left, right) == 1


def several_bearers(left: Traits, right: Traits, population: Population) -> bool:
    """Several of your contacts have this name."""
    return population.bearers(left, right) > 1


def same_employer(left: Traits, right: Traits, _: Population) -> bool:
    """They name the same employer."""
    return bool(left.employers & right.employers)


def employer_in_address(left: Traits, right: Traits, _: Population) -> bool:
    """The e-mail address of one is at the employer of the other."""
    return bool(left.work_words & right.employer_words or right.work_words & left.employer_words)


def same_work_domain(left: Traits, right: Traits, _: Population) -> bool:
    """Their e-mail addresses are at the same organisation."""
    return bool(left.work_domains & right.work_domains)


def phone_ends_alike(left: Traits, right: Traits, _: Population) -> bool:
    """The phone numbers end in the same eight digits."""
    return bool(left.phone_ends & right.phone_ends)


def owner_of_a_file(left: Traits, right: Traits, _: Population) -> bool:
    """One of them is the owner of a file you imported."""
    return bool(left.owner_of) != bool(right.owner_of)


def other_generation(left: Traits, right: Traits, _: Population) -> bool:
    """One is called junior or senior, the other is not."""
    ours = {name.generation for name in left.names}
    theirs = {name.generation for name in right.names}
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def other_middle_name(left: Traits, right: Traits, _: Population) -> bool:
    """The middle names differ."""
    ours = {name.middle[0] for name in left.names if name.middle}
    theirs = {name.middle[0] for name in right.names if name.middle}
    return bool(ours and theirs) and not any(
        a.startswith(b) or b.startswith(a) for a in ours for b in theirs
    )


def listed_apart(left: Traits, right: Traits, _: Population) -> bool:
    """The same file lists them as two contacts."""
    return not left.books.isdisjoint(right.books)


def other_peoples_contact(left: Traits, right: Traits, _: Population) -> bool:
    """They come from the files of different people."""
    return left.owners.isdisjoint(right.owners) and not (left.owner_of or right.owner_of)
