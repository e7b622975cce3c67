"""Bring in: files of any known format, one transaction each, with an honest report."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice
from pathlib import Path

from netgraph.errors import EmptyImportError, NetgraphError, UnknownFormatError
from netgraph.importers import Document, Importer, find_importer, importer_named, mbox
from netgraph.importers._columns.targets import is_target_list, may_be_targets
from netgraph.importers._files import walk
from netgraph.importers._keys import hash_of
from netgraph.importers._lengths import bounded
from netgraph.importers._text.codepages import TITLES
from netgraph.model import Bulk, FileReport, ImportCounts, Reject, Source
from netgraph.store import Store
from netgraph.workflow.firstsight import (
    add_on_trust,
    mailboxes_of_new_names,
    settled,
    while_read,
)
from netgraph.workflow.mapping import Mappings, hint_for_table
from netgraph.workflow.screening import Screen, file_mark, filed_as
from netgraph.workflow.watching import watched

NOTHING = ImportCounts(0, 0, 0, 0, 0)
#: Formats of which a file is the user's last word: it takes the place of its earlier version.
REPLACED = frozenset({"handmade"})
#: How importers say that a file of their format holds nothing.
HOLLOW = "holds no "
#: Encodings that are worth a word only when they are in doubt.
COMMONEST = frozenset({"utf-8", "cp1252"})
#: Line ends, blanks and byte-order marks.
BLANK = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"
FORGOTTEN = "you asked to forget this file; netgraph import --again FILE brings it back"


def import_paths(
    store: Store,
    paths: Sequence[Path],
    *,
    now: datetime,
    owner: str = "",
    as_format: str = "",
    progress: Callable[[str, int], None] | None = None,
) -> Iterator[FileReport]:
    """Import every file below ``paths``, one transaction a file, in name order.

    ``owner`` is a key that `declare_owner` gave, ``as_format`` the name of an importer to use
    for every file. ``progress`` is called with the file's name and how far it has been read
    [bytes]; a file may be read more than once. A bad file becomes a report with an ``error`` and
    the others go on. A file of an unknown format is an error when it was named, and a note when
    a folder or zip held it; a note too stands for one that was forgotten. Forgotten people are
    left out, and counted. A file with a header and no rows is an error when it was named, or when
    all that a folder or zip holds is such files: a LinkedIn archive always has some.
    """
    forced = importer_named(as_format) if as_format else None
    mappings = Mappings(store)
    for path in paths:
        named = path.is_file()
        reports: list[FileReport] = []
        for found in walk(path, mailboxes_of_new_names(store)):
            if isinstance(found, NetgraphError):
                yield FileReport("", "", "", NOTHING, error=str(found))
                continue
            document = watched(found, progress) if progress else found
            is_itself = named and found.name == path.name
            document, mapped = mappings.of(document)
            moment = max(now, mapped or now)
            whence = _whence(path, document.name)
            name = filed_as(store, document.name)
            source = Source(0, "", name, document.digest, owner, moment, whence)
            report = _report_on(store, document, forced, source, mapped, is_itself=is_itself)
            reports.append(report)
            yield report
        if reports and all(map(_is_hollow, reports)):
            error = f"{path.name}: nothing could be read from it (none of its files holds any row)"
            yield FileReport("", "", "", NOTHING, error=error)


def _report_on(
    store: Store,
    document: Document,
    forced: Importer | None,
    source: Source,
    mapped: datetime | None,
    *,
    is_itself: bool,
) -> FileReport:
    """Import a document, on trust when its digest is not known yet."""
    if document.late:
        try:
            importer = forced or find_importer(document)
            if importer.name == mbox.NAME:
                source = replace(source, importer=importer.name)
                records = _records(store, while_read(document), importer, is_itself=is_itself)
                counts = add_on_trust(store, document, source, importer.unit, records)
                if counts:
                    return FileReport(document.name, importer.title, importer.unit, counts)
            document = settled(document)
        except (NetgraphError, OSError) as error:
            return FileReport(document.name, "", "", NOTHING, error=str(error))
        source = replace(source, digest=document.digest)
    return _import_document(store, document, forced, source, mapped, is_itself=is_itself)


def _import_document(
    store: Store,
    document: Document,
    forced: Importer | None,
    source: Source,
    mapped: datetime | None,
    *,
    is_itself: bool,
) -> FileReport:
    passed = _passed_over(store, document)
    if passed:
        return FileReport(document.name, "", "", NOTHING, note=passed)
    try:
        importer = forced or find_importer(document)
        source = replace(source, importer=importer.name)
        owners = store.imported.owners_of(source)
        was_mine = bool(source.owner) and "" in owners
        seen = None if was_mine else _seen_before(store, document, importer, source, mapped)
        if seen:
            return seen
        records = _records(store, document, importer, is_itself=is_itself)
        earlier = store.imported.versions(source) if importer.name in REPLACED else ()
        again = source.owner in owners
        counts = store.imported.add(source, importer.unit, records, again=again, instead_of=earlier)
        note = _of_versions(store, source, counts)
        if was_mine:
            note = f"was in as yours; is {_name_of(store, source.owner)}'s now"
        understood = importer.explain(document) if importer.explain else ()
        if mapped and mapped < source.imported.replace(microsecond=0):
            understood = (f"mapping remembered from {mapped.date()}", *understood)
    except UnknownFormatError as error:
        return _unknown(document, error if is_itself else None)
    except (NetgraphError, OSError) as error:
        return FileReport(document.name, "", "", NOTHING, error=str(error))
    report = FileReport(document.name, importer.title, importer.unit, counts, note, "", understood)
    return _with_letters(report, document)


def _passed_over(store: Store, document: Document) -> str:
    """Why a file is not even looked at; "" for one that is."""
    if document.size == 0:
        return "empty file: 0 bytes"
    if document.size == len(document.head) and not document.head.strip(BLANK):
        return "empty file: only blank lines"
    return FORGOTTEN if store.forgotten.has(file_mark(document.digest)) else ""


def _with_letters(report: FileReport, document: Document) -> FileReport:
    """``report`` with the code page that was guessed, unless it goes without saying."""
    guess = document.assumed
    if guess is None or guess.codec not in TITLES or (guess.is_sure and guess.codec in COMMONEST):
        return report
    return replace(report, letters=TITLES[guess.codec], letters_sure=guess.is_sure)


def _seen_before(
    store: Store,
    document: Document,
    importer: Importer,
    source: Source,
    mapped: datetime | None,
) -> FileReport | None:
    """The report on a file that is in already, as mine or as a friend's; None to read it."""
    owners = store.imported.owners_of(source)
    if source.owner in owners:
        before = store.imported.imported_at(source.digest, source.importer, source.owner)
        if before and mapped and before < mapped and importer.explain:
            return None
        store.imported.now_lies_at(source)
        counts = store.imported.known(source.digest, source.importer, source.owner) or NOTHING
        note = "imported before: nothing changed"
    elif owners and not source.owner:
        (owner, number), *_ = owners.items()
        counts = NOTHING
        note = (
            f"in already as {_name_of(store, owner)}'s: nothing changed; is it yours? netgraph "
            f"forget {number}, then import it with --again"
        )
    else:
        return None
    return FileReport(document.name, importer.title, importer.unit, counts, note=note)


def _name_of(store: Store, owner: str) -> str:
    known = {one.key: one.name or one.address for one in store.decided.owners()}
    return known.get(owner, "a friend")


def _whence(path: Path, name: str) -> str:
    """A hash of where the document called ``name`` lies, which came from ``path``."""
    folder = path.resolve().parent if path.is_dir() else path.parent.resolve()
    return hash_of("whence", folder / name)


def _of_versions(store: Store, source: Source, counts: ImportCounts) -> str:
    """What the report says of an earlier version of the same file; "" without one."""
    replaced = counts.replaced
    if replaced:
        changes = f"{replaced.new} new, {replaced.changed} changed, {len(replaced.gone)} gone"
        return f"replaces the version of {_day(replaced.when)}: {changes}"
    alike = store.imported.alike(source) if source.importer in REPLACED else None
    if alike:
        return (
            f"most of {alike.file} of {_day(alike.imported)} stands in it too; if this is a newer "
            f"version, take the old one out: netgraph forget {alike.id}"
        )
    return ""


def _day(when: datetime) -> str:
    return f"{when.day} {when:%b %Y}"


def _records(
    store: Store, document: Document, importer: Importer, *, is_itself: bool
) -> Iterator[Bulk]:
    """The records of a document as they are to be kept, many at once where that is faster."""
    records: Iterator[Bulk]
    if store.forgotten.is_empty():
        records = bounded((importer.bulk or importer.read)(document))
    else:
        records = Screen(store.forgotten).records(bounded(importer.read(document)))
    return _filled(records, document.name) if is_itself else records


def _filled(records: Iterator[Bulk], name: str) -> Iterator[Bulk]:
    """``records``; raises `EmptyImportError` when all they say is that there are none."""
    first = list(islice(records, 2))
    if len(first) == 1 and isinstance(first[0], Reject) and first[0].reason.startswith(HOLLOW):
        msg = f"{name}: {first[0].reason}; was there nothing to export, or was it cut short?"
        raise EmptyImportError(msg)
    return chain(first, records)


def _is_hollow(report: FileReport) -> bool:
    """Whether a file of a known format held nothing at all."""
    reasons = report.counts.reasons
    return report.counts.read == 1 == len(reasons) and reasons[0][0].startswith(HOLLOW)


def _unknown(document: Document, error: UnknownFormatError | None) -> FileReport:
    """A note on a file among others, an error on one that was named."""
    if is_target_list(document) or (error and may_be_targets(document)):
        note = "a list of employers; add it with: netgraph target add --from FILE"
        said = f"{document.name}: {note.replace('FILE', shlex.quote(document.name))}"
    else:
        note = "not a format netgraph knows"
        said = str(error)
        if error:
            said = hint_for_table(document) or said
    if error:
        return FileReport(document.name, "", "", NOTHING, error=said)
    return FileReport(document.name, "", "", NOTHING, note=note)
