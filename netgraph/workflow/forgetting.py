"""Forget: files or a person go for good, and what is forgotten stays forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from netgraph.errors import AmbiguousNameError, NetgraphError, NotFoundError
from netgraph.importers._files import walk
from netgraph.model import Forgetting, Person, Source
from netgraph.store import Store
from netgraph.workflow.loading import all_records, region, resolve
from netgraph.workflow.mentions import NOWHERE, Mentions, mentions, nameless
from netgraph.workflow.screening import file_mark, person_marks
from netgraph.workflow.traces import Traces, traces_of

#: Files named in an error message.
NAMED = 8


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be forgotten: ``told`` counts it, the rest says where it stands."""

    told: Forgetting
    traces: Traces | None = None
    marks: frozenset[str] = frozenset()
    renamed: tuple[tuple[int, str], ...] = ()
    noted: Mentions = NOWHERE


def plan_to_forget(store: Store, text: str) -> Plan:
    """What goes when ``text`` is forgotten: a file of `netgraph sources`, else a person.

    A file is meant by its number, its name as shown or without folders, the folder or archive
    it came in, or where it lies on this computer. Raises `NotFoundError` when nothing is
    meant, `AmbiguousNameError` when several are, `NetgraphError` when it is me.
    """
    sources = _sources_meant(store, text)
    if sources:
        return Plan(_count_files(store, sources))
    return _plan_person(store, _person_meant(store, text))


def forget(store: Store, plan: Plan, *, salt: bytes) -> Forgetting:
    """Carry out ``plan``, all of it or nothing, so that no byte stays in the store's files.

    ``salt`` [16 random bytes] is used when nothing was forgotten before. Raises
    `UnreadableFileError` while another process uses the store.
    """
    sources = plan.told.sources
    subjects = _orphaned_subjects(store, plan)
    region = _region(store) if plan.traces else ""
    with store.erasing() as removal:
        marks = [file_mark(source.digest) for source in sources]
        store.forgotten.remember(marks, "file", salt=salt)
        if plan.traces:
            traces = plan.traces
            store.forgotten.remember(plan.marks, "person", salt=salt, region=region)
            removal.records("card", [(s.card.key, s.owner) for s in traces.cards])
            removal.records("interaction", traces.interactions)
            removal.records("relation", traces.relations)
            removal.participants(traces.shortened)
            removal.hand_entries(traces.gone_entries, traces.kept_entries)
            removal.files(dict(plan.renamed))
            removal.log_lines(plan.noted.lines)
            removal.log_notes(dict(plan.noted.notes))
            removal.success_examples(dict(plan.noted.examples))
            removal.facts(dict(plan.noted.facts))
        if sources:
            removal.sources([source.id for source in sources])
        removal.decisions(subjects)
    resolve(store)
    return plan.told


def forget_everything(path: Path) -> tuple[Path, ...]:
    """Remove the store at ``path`` with all that netgraph wrote beside it; gives what went.

    Raises `StoreVersionError` when the file is no store.
    """
    with Store.open(path) as store:
        kept = store.kept_files()
    for file in kept:
        file.unlink(missing_ok=True)
    gone = list(kept)
    for ending in ("-wal", "-shm", "-journal", ""):
        file = path.with_name(path.name + ending)
        if file.exists():
            # emptied first: what still holds it open, or another name of it, finds nothing
            with file.open("r+b") as stream:
                stream.truncate(0)
            file.unlink()
            gone.append(file)
    return tuple(gone)


def _sources_meant(store: Store, text: str) -> tuple[Source, ...]:
    sources = [source for source, _counts in store.imported.sources()]
    number = text.strip().removeprefix("#")
    if number.isdecimal() and len(number) < 8:
        return tuple(source for source in sources if source.id == int(number))
    lying = _digests_at(Path(text))
    found = [source for source in sources if source.digest in lying]
    wanted = text.strip().replace("\\", "/").removeprefix("./").rstrip("/").casefold()
    whole = [s for s in sources if f"{s.file.casefold()}/".startswith(f"{wanted}/")]
    if found or whole:
        return tuple(found or whole)
    last = wanted.rsplit("/", 1)[-1]
    alike = [s for s in sources if f"/{s.file.casefold()}/".find(f"/{last}/") >= 0]
    if len({source.file for source in alike}) > 1:
        lines = [f"{s.id}  {s.file} · imported {s.imported:%Y-%m-%d}" for s in alike[:NAMED]]
        msg = f"{len(alike)} files are called {text!r}; say which by number:"
        raise AmbiguousNameError(msg, lines)
    return tuple(alike)


def _digests_at(path: Path) -> set[str]:
    """The digests of the files at ``path`` on this computer; none when there is nothing."""
    try:
        if not path.exists():
            return set()
    except OSError:
        return set()
    return {found.digest for found in walk(path) if not isinstance(found, NetgraphError)}


def _person_meant(store: Store, text: str) -> Person:
    from netgraph.analyse.goals import choose

    try:
        person = choose(resolve(store).people, text)
    except NotFoundError as error:
        msg = f"no file of 'netgraph sources' and {error}"
        raise NotFoundError(msg, error.nearest) from None
    if person.is_me:
        msg = f"{person.name} is you; to remove everything: netgraph forget --all"
        raise NetgraphError(msg)
    return person


def _count_files(store: Store, sources: Sequence[Source]) -> Forgetting:
    """What goes with ``sources``; what stands in other files too stays."""
    lying = {(s.importer, s.digest, s.owner) for s in sources}
    stays = store.standing_elsewhere([source.id for source in sources])
    records = all_records(store)
    cards = [
        stored
        for stored in records.cards
        if (stored.card.origin.importer, stored.card.origin.digest, stored.owner) in lying
    ]
    gone = {s.card.key for s in cards if (s.card.key, s.owner) not in stays["card"]}
    people = resolve(store).people
    return Forgetting(
        person=None,
        sources=tuple(sources),
        files=tuple(dict.fromkeys(source.file for source in sources)),
        people=sum(1 for p in people if p.cards and gone.issuperset(p.cards) and not p.is_me),
        cards=len(gone),
        interactions=sum(
            1
            for s in records.interactions
            if (s.interaction.origin.importer, s.interaction.origin.digest, s.owner) in lying
            and (s.interaction.key, s.owner) not in stays["interaction"]
        ),
        relations=sum(
            1
            for s in records.relations
            if (s.relation.origin.importer, s.relation.origin.digest, s.owner) in lying
            and (s.relation.key, s.owner) not in stays["relation"]
        ),
        elsewhere=len(stays["card"]),
    )


def _plan_person(store: Store, person: Person) -> Plan:
    resolution = resolve(store)
    traces = traces_of(store, person, resolution)
    theirs = {owner for owner, bearer in resolution.owners.items() if owner and bearer == person.id}
    everything = [source for source, _counts in store.imported.sources()]
    sources = tuple(source for source in everything if source.owner in theirs)
    renamed = tuple(
        (source.id, name)
        for source in everything
        if source.file in traces.files and (name := nameless(source.file, person)) != source.file
    )
    told = Forgetting(
        person=person,
        sources=sources,
        files=tuple(sorted(traces.files)),
        people=1,
        cards=len(traces.cards),
        interactions=len(traces.interactions),
        relations=len(traces.relations),
        shortened=len(traces.shortened),
        added=len(traces.gone_entries),
    )
    marks = person_marks(traces, all_records(store).cards, _region(store))
    noted = mentions(store, person, resolution)
    return Plan(told, traces, frozenset(marks), renamed, noted)


def _region(store: Store) -> str:
    return region(store, all_records(store).cards)


def _orphaned_subjects(store: Store, plan: Plan) -> set[str]:
    """Subjects of the cards that go, of which no card is left."""
    lying = {(s.importer, s.digest, s.owner) for s in plan.told.sources}
    theirs = {stored.card.key for stored in plan.traces.cards} if plan.traces else set()
    stays = store.standing_elsewhere([source.id for source in plan.told.sources])["card"]
    gone: set[str] = set()
    left: set[str] = set()
    for stored in all_records(store).cards:
        origin = stored.card.origin
        in_file = (origin.importer, origin.digest, stored.owner) in lying
        goes = stored.card.key in theirs or (
            in_file and (stored.card.key, stored.owner) not in stays
        )
        (gone if goes else left).add(stored.card.subject)
    return gone - left
