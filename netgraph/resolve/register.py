"""Who is who, kept up to date: what an import or a word of the user touches is resolved anew.

What is decided of a card depends on

* the cards that share a link with it (`Linked`), and those that share one with these: they are
  joined by `matching.join_strongly`, for itself, into sets;
* the sets that such a set is compared with (`Blocks`), their `Scores`, and how common the names of
  the two are (`Population`): `matching.join_by_evidence`, for itself wherever no pair that is
  worth a question leads from one group of sets to another;
* how many people in the end bear a name two of them share (`matching.with_namesakes`).

So three things are looked for when cards come or go: sets that are made of other cards, sets
whose pairs may score otherwise (those, and the bearers of names that `Population.change` tells),
and groups in which either is now or was before. Only these are resolved anew, by the very
functions that resolve everybody. Whose files are whose and the country of numbers touch everybody;
when these change, or when the files name several owners, everything is resolved anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from netgraph.model import Decision, Resolution, Source, StoredCard
from netgraph.resolve.bestfirst import Pair
from netgraph.resolve.clusters import Clusters
from netgraph.resolve.comparing.scores import Scores
from netgraph.resolve.cycles import cycles_unsought
from netgraph.resolve.linked import Linked
from netgraph.resolve.matching import (
    Outcome,
    full_names,
    join_by_evidence,
    join_strongly,
    names_of_both,
)
from netgraph.resolve.outcomes import Outcomes
from netgraph.resolve.owners import owners_of_files, surely_one_owner
from netgraph.resolve.people import resolve_people


class Register:
    """Resolves cards again and again, each time only what has changed since the last time."""

    def __init__(self) -> None:
        self._start("")

    def _start(self, region: str) -> None:
        self._region = region
        self._linked = Linked(region)
        self._scores = Scores()
        self._outcomes = Outcomes()
        self._circle_of: dict[int, int] = {}
        self._given = 0

    def resolve(
        self,
        cards: Sequence[StoredCard],
        decisions: Sequence[Decision],
        *,
        region: str = "",
        files: Sequence[Source] = (),
    ) -> Resolution:
        """What `resolve_people` says of the same, whatever was resolved here before."""
        with cycles_unsought():
            found = self._resolved(cards, decisions, region, files)
        if found is None:
            self._start(region)
            found = resolve_people(cards, decisions, region=region, files=files)
        return found

    def _resolved(
        self,
        cards: Sequence[StoredCard],
        decisions: Sequence[Decision],
        region: str,
        files: Sequence[Source],
    ) -> Resolution | None:
        """None when it must be resolved as a whole."""
        if region != self._region:
            self._start(region)
        changed = self._linked.change(cards, decisions)
        if changed is None or not self._is_mine(decisions, files):
            return None
        self._settle(*changed, decisions)
        return self._outcomes.resolution()

    def _is_mine(self, decisions: Sequence[Decision], files: Sequence[Source]) -> bool:
        """Whether the files tell of no other owner than me, which would touch every card."""
        stored, traits = self._linked.stored, self._linked.traits
        owned = self._linked.owned
        mine, said = [stored[n] for n in owned], [traits[n] for n in owned]
        if surely_one_owner(mine, said, decisions):
            return True
        numbers = sorted(stored, key=self._linked.order)
        found = owners_of_files(
            [stored[n] for n in numbers], [traits[n] for n in numbers], decisions, files
        )
        return not (found.owners or found.questions)

    def _settle(
        self, gone: Collection[int], touched: Collection[int], decisions: Sequence[Decision]
    ) -> None:
        order = self._linked.order
        numbers = sorted(touched, key=order)
        clusters, disputed = self._strong(numbers, decisions)
        kin = self._linked.groups(numbers)
        members = [
            (tuple(numbers[n] for n in places), clusters.traits(root), kin[numbers[root]])
            for root, places in clusters.sets().items()
        ]
        left, again = self._scores.change({*gone, *touched}, members, order, self._circle_of)
        if len(again) != len(members):
            numbers = sorted((n for s in again for n in self._scores.sets[s].members), key=order)
            clusters, disputed = self._strong(numbers, decisions)
        circle_of = self._circle_of
        self._outcomes.forget({circle_of.pop(s) for s in left | again if s in circle_of})
        self._decide(numbers, clusters, disputed, again)

    def _strong(
        self, numbers: Sequence[int], decisions: Sequence[Decision]
    ) -> tuple[Clusters, list[Pair]]:
        stored, traits = self._linked.stored, self._linked.traits
        return join_strongly([stored[n] for n in numbers], [traits[n] for n in numbers], decisions)

    def _decide(
        self,
        numbers: Sequence[int],
        clusters: Clusters,
        disputed: Sequence[Pair],
        sets: Collection[int],
    ) -> None:
        """Decide of ``sets``, whose cards are ``numbers`` in their order."""
        place = {number: n for n, number in enumerate(numbers)}
        for each in sets:
            known = self._scores.sets[each]
            clusters.restate(place[known.members[0]], known.traits)
        outcome = join_by_evidence(
            clusters, disputed, self._likely(clusters, place, sets), self._scores.population
        )
        for circle in self._scores.circles(sets):
            self._given += 1
            self._circle_of.update(dict.fromkeys(circle, self._given))
        circle_of = {
            place[number]: self._circle_of[each]
            for each in sets
            for number in self._scores.sets[each].members
        }
        self._keep(clusters, outcome, [self._linked.stored[n] for n in numbers], circle_of)

    def _likely(
        self, clusters: Clusters, place: Mapping[int, int], sets: Iterable[int]
    ) -> Iterator[Pair]:
        for one, other, found in self._scores.pairs(sets):
            a, b = sorted((place[one], place[other]))
            if not clusters.contradict(a, b):
                yield Pair(a, b, found, (clusters.traits(a), clusters.traits(b)))

    def _keep(
        self,
        clusters: Clusters,
        outcome: Outcome,
        cards: Sequence[StoredCard],
        circle_of: Mapping[int, int],
    ) -> None:
        kept, sets = self._outcomes, clusters.sets()
        for root, places in sets.items():
            group = [cards[place] for place in places]
            kept.add_person(circle_of[root], group, full_names(clusters, root))
        for pair in outcome.joined:
            kept.add_joined(circle_of[pair.left], cards, pair)
        for pair in outcome.open:
            left, right = (len(sets[clusters.find(end)]) for end in (pair.left, pair.right))
            shared = names_of_both(clusters, pair)
            kept.add_question(circle_of[pair.left], cards, pair, (left, right), shared)
