"""The vocabulary: read this first.

Files become *records* (`Card`, `Interaction`, `Relation`, `Reject`); records become *people*
and *employers*; these and their *evidence* become *ties*; ties become a contact graph.

Everything here is a frozen value without logic. Tuples stand for lists. Times are aware UTC
datetimes; a day without a time is a ``date``. Text is kept as it was written: normalising
belongs to ``netgraph.resolve``. There is no field for message text or subject lines, so no
later stage can leak one.
"""

from __future__ import annotations

from netgraph.model.kinds import (
    AffiliationKind,
    Closeness,
    EvidenceKind,
    HowWell,
    IdentifierKind,
    InteractionKind,
    Judgement,
    MatchTier,
    RejectKind,
    RelationKind,
)
from netgraph.model.outreach import Did, Foreseen, Lesson, Lessons, LogEntry, Outcome, Rhythm
from netgraph.model.people import (
    Decision,
    Employer,
    Person,
    Resolution,
    Target,
    TargetMatch,
)
from netgraph.model.profile import Example, Fact, Profile
from netgraph.model.records import (
    OWNER,
    Affiliation,
    Bulk,
    Card,
    CardColumns,
    Identifier,
    Interaction,
    MeetingColumns,
    Origin,
    Record,
    Reject,
    Relation,
    Source,
    StoredCard,
    StoredInteraction,
    StoredRelation,
)
from netgraph.model.reports import (
    FileReport,
    Forgetting,
    ImportCounts,
    LeftOut,
    Question,
    Reason,
    Replaced,
    Verdict,
    Why,
)
from netgraph.model.ties import (
    Chance,
    Evidence,
    Exclusion,
    Introduction,
    Membership,
    Tie,
    TieWord,
)

__all__ = [
    "OWNER",
    "Affiliation",
    "AffiliationKind",
    "Bulk",
    "Card",
    "CardColumns",
    "Chance",
    "Closeness",
    "Decision",
    "Did",
    "Employer",
    "Evidence",
    "EvidenceKind",
    "Example",
    "Exclusion",
    "Fact",
    "FileReport",
    "Foreseen",
    "Forgetting",
    "HowWell",
    "Identifier",
    "IdentifierKind",
    "ImportCounts",
    "Interaction",
    "InteractionKind",
    "Introduction",
    "Judgement",
    "LeftOut",
    "Lesson",
    "Lessons",
    "LogEntry",
    "MatchTier",
    "MeetingColumns",
    "Membership",
    "Origin",
    "Outcome",
    "Person",
    "Profile",
    "Question",
    "Reason",
    "Record",
    "Reject",
    "RejectKind",
    "Relation",
    "RelationKind",
    "Replaced",
    "Resolution",
    "Rhythm",
    "Source",
    "StoredCard",
    "StoredInteraction",
    "StoredRelation",
    "Target",
    "TargetMatch",
    "Tie",
    "TieWord",
    "Verdict",
    "Why",
]
