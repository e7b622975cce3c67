"""The kinds: the words that records, decisions and evidence are sorted by."""

from __future__ import annotations

from enum import StrEnum


class IdentifierKind(StrEnum):
    """How a person is pointed at; NAME is only meaningful inside its own source."""

    EMAIL = "email"
    PHONE = "phone"
    PROFILE = "profile"
    HANDLE = "handle"
    NAME = "name"


class AffiliationKind(StrEnum):
    """What sort of body somebody belongs to."""

    WORK = "work"
    SCHOOL = "school"
    GROUP = "group"


class InteractionKind(StrEnum):
    """Something that happened between people at a time."""

    MAIL = "mail"
    MESSAGE = "message"
    CALL = "call"
    MEETING = "meeting"
    CONNECTED = "connected"
    INTRODUCED = "introduced"


class RelationKind(StrEnum):
    """Something said about two people (or a person and an organisation)."""

    KNOWS = "knows"
    COLLEAGUE = "colleague"
    FAMILY = "family"
    FRIEND = "friend"
    MANAGER = "manager"
    ASSISTANT = "assistant"
    REFERRED_BY = "referred by"
    MET_THROUGH = "met through"
    KNOWS_AT = "knows people at"
    FOLLOWS = "follows"


class Closeness(StrEnum):
    """The user's own word for a tie; [0.8, 0.5, 0.2] as a chance (ranking prior)."""

    WELL = "well"
    SOME = "some"
    BARELY = "barely"


class HowWell(StrEnum):
    """The user's word on a tie, above all files: a `Closeness`, none known, or no tie at all."""

    WELL = "well"
    SOME = "some"
    BARELY = "barely"
    UNKNOWN = "unknown"
    NOT_AT_ALL = "not-at-all"


class Judgement(StrEnum):
    """Whether two cards are one person."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class EvidenceKind(StrEnum):
    """Seen in a file, said by somebody, or concluded; the last never poses as proof."""

    OBSERVED = "observed"
    STATED = "stated"
    INFERRED = "inferred"


class RejectKind(StrEnum):
    """Why an item gave no record: it could not be read, or it was left out on purpose."""

    UNREADABLE = "unreadable"
    LEFT_OUT = "left out"


class MatchTier(StrEnum):
    """How an organisation's name was recognised; the strictest first."""

    EXACT = "exact"
    LEGAL_FORM = "legal form"
    ALIAS = "alias"
    DOMAIN = "domain"
    PART_OF = "part of"
