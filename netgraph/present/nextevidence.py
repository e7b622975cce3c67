"""What to add next when nothing yet says which of my people know one another."""

from __future__ import annotations

from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import EvidenceKind
from netgraph.present.formats import format_of

#: The least effort first; the last word is the sort of file that makes it needless to say.
_STEPS = (
    (
        "A few questions, two minutes: who of your people know each other?",
        "netgraph questions",
        "",
    ),
    (
        "Ten people from daily life, from memory, and whom they know.",
        "netgraph prompts",
        "",
    ),
    (
        "Your calendar: who sat in the same meetings.",
        "netgraph import calendar.ics",
        "a calendar",
    ),
    (
        "Your mailbox: who was written to together. No text of a mail is kept.",
        "netgraph import mail.mbox",
        "mail",
    ),
    (
        "A friend's LinkedIn export, if they agree: whom they know, where you know nobody.",
        'netgraph import --owner "NAME <ADDRESS>" FILE',
        "",
    ),
)


def wanted(graph: ContactGraph) -> tuple[tuple[str, str], ...]:
    """What to add and how, the least effort first; empty when two contacts are seen to be tied.

    A tie that is only concluded does not count: it comes from two people naming one employer.
    Sorts of files that are at hand already are not named again.
    """
    inferred = EvidenceKind.INFERRED
    if any(t.kind is not inferred and graph.me not in (t.left, t.right) for t in graph.ties):
        return ()
    have = {format_of(file) for person in graph.people for file in person.files}
    return tuple((what, how) for what, how, sort in _STEPS if sort not in have or not sort)
