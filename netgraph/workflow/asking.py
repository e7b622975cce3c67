"""Ask about ties, one question after the other, and keep the answers as the user's word."""

from __future__ import annotations

from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING

from netgraph.model import HowWell, TieWord
from netgraph.store import Store
from netgraph.workflow.loading import all_records
from netgraph.workflow.saying import subjects_of

if TYPE_CHECKING:
    from netgraph.analyse.questions import TieQuestion
    from netgraph.graph.contactgraph import ContactGraph


class Asking:
    """The questions about one store's graph; each answer bears on the next question.

    The graph is loaded once and reworded after each answer, as loading it again would.
    """

    def __init__(self, store: Store, graph: ContactGraph) -> None:
        self._store = store
        self._cards = all_records(store).cards
        self.graph = graph

    def next(self) -> TieQuestion | None:
        """The question that is worth most now; None when no answer would change anything."""
        from netgraph.analyse.questions import questions

        return next(iter(questions(self.graph, limit=1).questions), None)

    def answer(self, question: TieQuestion, how: HowWell, *, now: datetime) -> None:
        """Keep the answer like any word said with `netgraph close` or `netgraph say`."""
        from netgraph.graph.rewording import with_word

        words = [TieWord(left, right, how, now) for left, right in self._subjects(question)]
        self._store.tie_words.say(words)
        self.graph = with_word(self.graph, *question.pair, how, now)

    def skip(self, question: TieQuestion, *, now: datetime) -> None:
        """Do not ask this again for some time (see `settled`)."""
        from netgraph.graph.rewording import without_question

        self._store.skips.skip(self._subjects(question), now)
        self.graph = without_question(self.graph, *question.pair)

    def _subjects(self, question: TieQuestion) -> list[tuple[str, str]]:
        left, right = (subjects_of(self._cards, self.graph.person(one)) for one in question.pair)
        return list(product(left, right))
