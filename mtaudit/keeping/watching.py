"""Feeds looked at round after round: what is new is audited, and each item kept before it is told.

An item is seen once its audit is kept, in one transaction. Whoever is stopped before that audits it again; whoever is
stopped after that finds it in the next report.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit import registry
from mtaudit.errors import InputError
from mtaudit.judging.judges import Plugins
from mtaudit.judging.runs import Seated, audit_all
from mtaudit.keeping.store import State, Store
from mtaudit.matching import Archive, Damaged
from mtaudit.records import Audit, Document, Failure, Run

if TYPE_CHECKING:
    from mtaudit.ingest import Reader

NEWEST = 500
"""Audits in a report, and items without an original: a week of a busy outlet."""

News = Audit | Document | Failure
"""An item that was audited, one that is a copy of none of the originals, or what could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Which feeds are watched, and how their items are judged.

    `feeds` and `originals` are files, folders, globs and addresses as a user writes them, expanded anew in each
    round; an original may also be the folder of an archive.
    """

    feeds: Sequence[str]
    originals: Sequence[str]
    reader: Reader
    store: Store
    plugins: Plugins
    signature: str


@dataclass(frozen=True, slots=True)
class Report:
    """The newest items, newest first: each audit with the number that stays its item's own, and the run without them.

    `audits` reads them one after another, since all together are too many to hold. In place of one that cannot be
    read stands the failure.
    """

    audits: Callable[[], Iterator[tuple[int, Audit | Failure]]]
    rest: Run


@dataclass(frozen=True, slots=True)
class _Originals:
    """What the items of one round are held against. `known` tells a document that is itself among them."""

    archives: tuple[Archive, ...]
    known: Collection[tuple[str, str | None, str]]


def watch(
    watched: Watch,
    *,
    every: float | None,
    tell: Callable[[News], None],
    write: Callable[[Report], None],
    sleep: Callable[[float], None] = time.sleep,
) -> bool:
    """A round every so many seconds, or a single one; whether something failed in it.

    All news is told as it comes. The report is written after the first round, since an earlier watch may have been
    stopped before it wrote its own, and after each that changes it.
    """
    last: tuple[Failure, ...] | None = None
    while True:
        started, changed = time.monotonic(), False
        failures: list[Failure] = []
        for news in watch_once(watched):
            tell(news)
            if isinstance(news, Failure):
                failures.append(news)
            else:
                changed = True
        if changed or last != tuple(failures):
            write(report(watched, failures))
        if every is None:
            return bool(failures)
        last = tuple(failures)
        sleep(max(0.0, started + every - time.monotonic()))


def watch_once(watched: Watch) -> Iterator[News]:
    """One round: what is new in the feeds, each as soon as it is kept, and what failed, which is tried again next time.

    An item whose text changed is new. One without an original is tried again as long as a feed has it, and told once.
    """
    from mtaudit.ingest import expand

    watched.store.forget()
    yield from registry.failures()
    originals: _Originals | None = None
    for feed in expand(watched.feeds):
        for found in watched.reader.read_all(feed):
            if isinstance(found, Failure):
                yield replace(found, what="copy")
            elif watched.store.state(found) is not State.AUDITED:
                if originals is None:  # not read where nothing is new
                    originals = yield from _originals(watched)
                if _identity(found) not in originals.known:
                    try:
                        yield from _audited(found, originals, watched)
                    except Damaged as error:  # of which the next round may find a sound one
                        yield Failure("original", str(error.folder), str(error))
                        return


def report(watched: Watch, failures: Sequence[Failure]) -> Report:
    """What the report of all rounds shows, with what failed in the last one."""
    signature = "; ".join(dict.fromkeys((watched.signature, *watched.store.signatures(State.AUDITED, NEWEST))))
    unmatched = tuple(kept.document for kept in watched.store.items(State.UNMATCHED, NEWEST) if kept.legible)
    return Report(lambda: _kept(watched.store), Run((), unmatched, tuple(failures), signature))


def _kept(store: Store) -> Iterator[tuple[int, Audit | Failure]]:
    for kept in store.items(State.AUDITED, NEWEST):
        if not kept.legible:
            why = "what is kept of it is of another version, or damaged, and cannot be shown"
            yield kept.number, Failure("state", kept.document.id, why)
        for audit in kept.audits:
            yield kept.number, audit


def _audited(item: Document, originals: _Originals, watched: Watch) -> Iterator[News]:
    """The news of one item, once it is kept; none where it was unmatched before and is so still."""
    run = audit_all([item], Seated(originals.archives, watched.plugins, watched.signature))
    if run.failures:  # its audit broke: not seen
        yield from run.failures
    elif not run.unmatched:
        watched.store.record(item, run.audits, watched.signature)
        yield from run.audits
    elif watched.store.state(item) is None:
        watched.store.record(item, (), watched.signature)
        yield item


def _originals(watched: Watch) -> Generator[Failure, None, _Originals]:
    """Reads the originals as they are now, which it returns; yields what could not be read of them."""
    from mtaudit.ingest import expand

    folders = [name for name in watched.originals if Archive.is_archive(Path(name))]
    archives: list[Archive] = []
    texts: list[Document] = []
    for folder in folders:
        try:
            archives.append(Archive(Path(folder)))
        except InputError as error:
            yield Failure("original", folder, str(error))
    for source in expand(name for name in watched.originals if name not in folders):
        for found in watched.reader.read_all(source):
            if isinstance(found, Failure):
                yield replace(found, what="original")
            else:
                texts.append(found)
    return _Originals((*archives, Archive.of(texts)), {_identity(text) for text in texts})


def _identity(document: Document) -> tuple[str, str | None, str]:
    return document.id, document.path, document.text
