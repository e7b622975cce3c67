"""The rules by which cards become one person, as a table to read and change.

After Fellegi and Sunter (1969, J. Am. Stat. Assoc. 64:1183): points for and against are added
up [points, larger = surer]; the weights were set by hand and checked on labelled data.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from netgraph.resolve import evidence
from netgraph.resolve.comparing.pairing import Pairing
from netgraph.resolve.comparing.traits import Traits
from netgraph.resolve.names.population import Population

#: From here on two are taken to be one person without asking.
SAME_FROM = 7.0
#: From here on the user is asked.
UNSURE_FROM = 4.0
#: What a shared address or number weighs when the first names differ: always a question, but
#: seldom one person.
SHARED_BUT_DIFFERENT = 4.0
#: From here on a question is nearly always answered with yes.
LIKELY_FROM = 5.5

Comparison = Callable[[Pairing], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a comparison weighs [points] when it holds."""

    compare: Comparison
    weight: float

    @property
    def sentence(self) -> str:
        """The comparison in words: the first line of its docstring."""
        return (self.compare.__doc__ or "").partition("\n")[0]


#: Of each group only the first rule that holds counts. The first group must hold.
GROUPS: tuple[tuple[Rule, ...], ...] = (
    (
        Rule(evidence.same_full_name, 4.0),
        Rule(evidence.turned_name, 3.5),
        Rule(evidence.respelled_name, 2.5),
        Rule(evidence.nickname, 2.75),
        Rule(evidence.first_name_and_address, 2.5),
        Rule(evidence.part_of_family_name, 2.0),
        Rule(evidence.address_spells_name, 2.75),
        Rule(evidence.initials, 2.0),
        Rule(evidence.address_abbreviates_name, 2.25),
        Rule(evidence.first_name_only, 0.5),
        Rule(evidence.first_name_in_address, 0.5),
    ),
    (
        Rule(evidence.extremely_rare_only_bearer, 4.25),
        Rule(evidence.very_rare_only_bearer, 3.5),
        Rule(evidence.fairly_rare_only_bearer, 3.0),
        Rule(evidence.rare_only_bearer, 2.0),
        Rule(evidence.only_bearer, 1.0),
        Rule(evidence.only_bearer_there, 0.5),
        Rule(evidence.only_one_so_called_there, 1.5),
        Rule(evidence.one_of_few_bearers, 0.0),
        Rule(evidence.several_bearers, -2.0),
        Rule(evidence.many_bearers, -2.0),
    ),
    (
        Rule(evidence.same_employer, 3.0),
        Rule(evidence.employer_in_address, 3.5),
        Rule(evidence.same_work_domain, 2.0),
        Rule(evidence.same_occupation, 2.0),
        Rule(evidence.other_workplace, -2.0),
        Rule(evidence.other_employer, -1.0),
        Rule(evidence.other_occupation, -1.5),
    ),
    (
        Rule(evidence.address_spells_name, 1.0),
        Rule(evidence.address_abbreviates_name, 0.75),
    ),
    (Rule(evidence.same_circle, 1.0),),
    (Rule(evidence.same_event, 1.0),),
    (Rule(evidence.phone_ends_alike, 3.0),),
    (Rule(evidence.owner_of_a_file, 1.5),),
    (Rule(evidence.other_first_name, -4.0), Rule(evidence.other_last_name, -1.5)),
    (Rule(evidence.other_address_there, -2.0),),
    (Rule(evidence.other_private_address, -1.0),),
    (Rule(evidence.other_phone, -1.5),),
    (Rule(evidence.anothers_address, -4.0),),
    (Rule(evidence.other_last_name_in_address, -1.5),),
    (Rule(evidence.other_generation, -4.0),),
    (Rule(evidence.other_middle_name, -2.0),),
    (Rule(evidence.listed_apart, -2.0),),
    (Rule(evidence.other_peoples_contact, -1.0),),
)


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the weights [points] and the sentences of the rules that held, in order."""

    points: float
    evidence: tuple[str, ...]


#: The rules of a group that are to be asked, in order; None for one that is known to hold.
_Asked = list[tuple[Comparison | None, float, str]]


@dataclass(frozen=True, slots=True)
class Plan:
    """`GROUPS` without what is known of a pair; ``same``: both have one name, and it is the same.

    ``spelled`` and ``abbreviated`` are what `Pairing` may be told; ``score`` is what comes out
    where nothing is left to ask. A large address book asks a million times, so it is spared the
    detour over attributes too.
    """

    groups: list[_Asked]
    same: bool = False
    spelled: bool | None = None
    abbreviated: bool | None = None
    score: Score | None = None


def plan_of(no: Collection[Comparison] = (), yes: Collection[Comparison] = ()) -> Plan:
    """How to weigh a pair of whom some comparisons are known not to hold, and others to do so."""
    groups: list[_Asked] = []
    for group in GROUPS:
        asked: _Asked = []
        for rule in group:
            if rule.compare in yes:
                asked.append((None, rule.weight, rule.sentence))
                break
            if rule.compare not in no:
                asked.append((rule.compare, rule.weight, rule.sentence))
        groups.append(asked)
    known = {**dict.fromkeys(no, False), **dict.fromkeys(yes, True)}
    spelled, abbreviated = map(known.get, _OF_ADDRESSES)
    held = [rule for asked in groups for rule in asked]
    found = None
    if groups[0] and not any(compare for compare, _weight, _sentence in held):
        sentences = list(dict.fromkeys(sentence for _none, _weight, sentence in held))
        found = _summed(sum(weight for _none, weight, _sentence in held), sentences)
    return Plan(groups, evidence.same_full_name in yes, spelled, abbreviated, found)


#: Every combination of sentences, once for all scores that have it.
_EVIDENCE: dict[tuple[str, ...], tuple[str, ...]] = {}


_OF_ADDRESSES = (evidence.address_spells_name, evidence.address_abbreviates_name)
_AGAINST = {r.sentence for group in GROUPS for r in group if r.weight < 0}
_OTHER_JOB = Rule(evidence.other_employer, 0.0).sentence
_SEVERAL, _ONE_NAME, _INITIALS, _NICKNAME, _SPELLED, _ABBREVIATED = (
    Rule(compare, 0.0).sentence
    for compare in (
        evidence.several_bearers, evidence.same_full_name,
        evidence.initials, evidence.nickname, evidence.address_spells_name,
        evidence.address_abbreviates_name,
    )
)  # fmt: skip
_NAMED, _SELDOM = {_ONE_NAME, _SPELLED}, {_INITIALS, _NICKNAME}
_ALMOST_NAMED = _SELDOM | {_ABBREVIATED}
_WHOLE = plan_of()


def score(left: Traits, right: Traits, population: Population, plan: Plan = _WHOLE) -> Score | None:
    """What speaks for one person, or None when not even the names agree."""
    if plan.score is not None:
        return plan.score
    compared = Pairing.same if plan.same else Pairing.of
    pair = compared(left, right, population)
    pair.spelled, pair.abbreviated = plan.spelled, plan.abbreviated
    points, sentences = 0.0, []
    for group in plan.groups:
        for compare, weight, sentence in group:
            if compare is None or compare(pair):
                points += weight
                if sentence not in sentences:
                    sentences.append(sentence)
                break
        else:
            if not sentences:
                return None
    return _summed(points, sentences)


def _summed(points: float, sentences: Sequence[str]) -> Score:
    if _is_question(sentences):
        points = max(points, UNSURE_FROM)
    told = tuple(sentences)
    return Score(points, _EVIDENCE.setdefault(told, told))


def _is_question(sentences: Sequence[str]) -> bool:
    """Whether a pair is worth a question even when others may bear the name the two share."""
    if not _AGAINST.intersection(sentences) <= {_SEVERAL, _OTHER_JOB}:
        return False
    return not _NAMED.isdisjoint(sentences) or sentences[0] in _ALMOST_NAMED


def chance_of_yes(found: Score) -> float:
    """How likely the answer to a question is yes [0.3, 1], as seen on labelled worlds."""
    if found.points <= UNSURE_FROM and _SEVERAL in found.evidence:
        return 0.3 if found.evidence[0] in _SELDOM else 0.5
    part = (found.points - UNSURE_FROM) / (LIKELY_FROM - UNSURE_FROM)
    return 0.8 + 0.2 * min(max(part, 0.0), 1.0)


def bear_one_name(found: Score) -> bool:
    """Whether the two have the same full name."""
    return _ONE_NAME in found.evidence


def only_a_job_more(before: Score, now: Score) -> bool:
    """Whether nothing more speaks against the pair than that an employer is another.

    People change their job; a pair that was sure without it stays so when a join brings it.
    """
    return _AGAINST.intersection(now.evidence).difference(before.evidence) <= {_OTHER_JOB}


def among_namesakes(found: Score) -> Score:
    """``found`` when others of the same name remain once all sure pairs are joined.

    "No other contact" gives way to "several", with its weight; a question stays a question.
    """
    *only, several, _many = GROUPS[1]
    said = next((rule for rule in only if rule.sentence in found.evidence), None)
    if said is None:
        return found
    sentences = (several.sentence if s == said.sentence else s for s in found.evidence)
    points = found.points - said.weight + several.weight
    return Score(max(points, UNSURE_FROM), tuple(sentences))
