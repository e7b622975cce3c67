"""Two groups of cards side by side: what their names and addresses have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netgraph.resolve.comparing.traits import Traits
from netgraph.resolve.names.likeness import Likeness, likeness, sound
from netgraph.resolve.names.parts import NameParts

if TYPE_CHECKING:
    from netgraph.resolve.names.population import Population

_NOBODY = NameParts("")


@dataclass(slots=True)
class Pairing:
    """Two groups of cards side by side, with the two names of theirs that are most alike.

    ``bearers`` is what `Population.bearers` says of it, and ``full_names`` are the full ones of
    the two most alike names, else of all names; both are looked up once. ``spelled`` and
    ``abbreviated`` tell `is_spelled` and whether there are `abbreviations` where it is known.
    """

    left: Traits
    right: Traits
    population: Population
    alike: Likeness
    ours: NameParts
    theirs: NameParts
    spelled: bool | None = None
    abbreviated: bool | None = None
    _full_names: list[NameParts] | None = None
    _bearers: int | None = None
    _expected: float | None = None

    @classmethod
    def of(cls, left: Traits, right: Traits, population: Population) -> Pairing:
        """Compare the names of ``left`` and ``right``; the first of equally alike ones count."""
        best = (Likeness.NONE, _NOBODY, _NOBODY)
        for ours in left.names:
            for theirs in right.names:
                alike = likeness(ours, theirs)
                if alike > best[0]:
                    best = (alike, ours, theirs)
        return cls(left, right, population, *best)

    @classmethod
    def same(cls, left: Traits, right: Traits, population: Population) -> Pairing:
        """As `of`, where each has one name and both are the same full one."""
        return cls(left, right, population, Likeness.SAME, left.names[0], right.names[0])

    @property
    def is_spelled(self) -> bool:
        """Whether an e-mail address of one spells the full name of the other."""
        if self.spelled is None:
            ours, theirs = self.left, self.right
            self.spelled = not (
                ours.locals.isdisjoint(theirs.full_spellings)
                and theirs.locals.isdisjoint(ours.full_spellings)
            )
        return self.spelled

    @property
    def abbreviations(self) -> frozenset[str]:
        """What in an e-mail address of one abbreviates the full name of the other."""
        if self.abbreviated is False:
            return frozenset()
        ours, theirs = self.left, self.right
        return (ours.locals & theirs.short_spellings) | (theirs.locals & ours.short_spellings)

    @property
    def is_named(self) -> bool:
        """Whether the name the two share is a full one, be it in an address."""
        if self.alike > Likeness.INITIAL:
            return True
        if self.alike is not Likeness.GIVEN_ONLY:
            return self.is_spelled
        given = sound(self.ours.given)
        return self.is_spelled or any(not text.startswith(given) for text in self.abbreviations)

    @property
    def first_name(self) -> str:
        """How the first name sounds that is all the two share of their names; "" without one.

        One of the two may have it as an address alone, as anna@example.org.
        """
        if self.alike is Likeness.GIVEN_ONLY:
            return sound(self.ours.given)
        if self.alike:
            return ""
        sides = ((self.left.locals, self.right.names), (self.right.locals, self.left.names))
        heard = ((sound(name.given), locals_) for locals_, names in sides for name in names)
        return next((given for given, locals_ in heard if given in locals_), "")

    @property
    def full_names(self) -> list[NameParts]:
        """The full ones of the two most alike names, else of all names."""
        if self._full_names is None:
            found = [name for name in (self.ours, self.theirs) if name.is_full]
            every = (*self.left.names, *self.right.names)
            self._full_names = found or [name for name in every if name.is_full]
        return self._full_names

    @property
    def bearers(self) -> int:
        """How many people at least bear the name the two have in common."""
        if self._bearers is None:
            self._bearers = self.population.bearers(self)
        return self._bearers

    @property
    def expected(self) -> float:
        """How many strangers of the name would be expected (`Population.expected`)."""
        if self._expected is None:
            self._expected = self.population.expected(self)
        return self._expected
