"""Plans: which column of a table says what, as far as plain rows go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from netgraph.importers._keys import Groups, Work
from netgraph.model import IdentifierKind


@dataclass(frozen=True)
class Plan:
    """Where a table says what; a column is given by its index, one that there is not by None.

    The name stands in ``whole``, else in ``parts``. ``ways`` to reach somebody are in the order
    in which a card has them. ``work_of`` takes the columns of ``work``, and ``doubts`` whether
    they are not plain, row by row; ``groups_of`` takes the cells of ``groups`` in one row and had
    better remember its answers. ``names_point``: the name is an identifier even beside an
    address. ``slug_of`` gives the source's own id from a profile
    ("" for none), and ``day_of`` when the owner met the person from the cell of ``met``.

    In a plain row all of ``blank`` are, none of ``bounded`` is longer than a cell may be, and
    the ``header`` (the text of some columns) is not said again. ``is_name`` and ``is_phone``
    tell plain ones from others. ``sifts``: companies, desks and robots are told from people.
    """

    importer: str
    width: int
    whole: int | None
    parts: tuple[int, ...]
    ways: Mapping[IdentifierKind, int]
    work: tuple[int | None, ...]
    work_of: Callable[..., Work]
    doubts: Callable[..., Iterable[Iterable[object]]]
    groups: tuple[int | None, ...]
    groups_of: Callable[..., Groups]
    blank: tuple[int, ...] = ()
    bounded: tuple[int, ...] = ()
    header: Mapping[int, str] = field(default_factory=dict)
    is_name: Callable[[str], object] | None = None
    is_phone: Callable[[str], object] | None = None
    sifts: bool = True
    names_point: bool = False
    slug_of: Callable[[str], str] | None = None
    met: int | None = None
    day_of: Callable[[str], datetime | None] | None = None
    place: str = "row "
