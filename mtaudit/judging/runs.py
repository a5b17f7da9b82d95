"""A run: one loop over the copies, which asks what was found before, and only for the rest what judges.

What judges takes its time to load, ten times as long as all else, and is loaded where something has to be judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from mtaudit.records import Document, Failure, Run, Trace

if TYPE_CHECKING:
    from mtaudit.judging.judges import Plugins
    from mtaudit.matching import Archive

Progress = Callable[[int, int, str], None]
"""Called with how many copies are done, how many there are, and the one that comes next."""

NOBODY = Document("", "")
"""Stands between documents of two kinds, so that those moved from the first to the second are other ones together."""


class Bench(Protocol):
    """What judges, and what copies are held against; any of it may be made when it is first asked for."""

    @property
    def archives(self) -> Sequence[Archive]:
        """The originals."""
        ...

    @property
    def plugins(self) -> Plugins:
        """What judges."""
        ...

    @property
    def signature(self) -> str:
        """What names the judges in a report."""
        ...

    @property
    def sought(self) -> bool:
        """Whether there are any archives."""
        ...


@dataclass(frozen=True, slots=True)
class Seated:
    """A bench of which all is made."""

    archives: Sequence[Archive]
    plugins: Plugins
    signature: str

    @property
    def sought(self) -> bool:
        """Whether there are any archives."""
        return bool(self.archives)


class Cache(Protocol):
    """What the same judges found before, by the documents that they found it in."""

    def found(self, *documents: Document) -> Trace | None:
        """What was found in these documents together; None where they were not judged."""
        ...

    def keep(self, found: Trace, *documents: Document) -> Trace:
        """Keeps what was found in these documents; returns what a later run will find of it."""
        ...

    def signature(self, bench: Bench) -> str:
        """What names the judges."""
        ...


class Forgetful:
    """A cache that keeps nothing."""

    def found(self, *_: Document) -> Trace | None:
        """None: nothing was judged."""
        return None

    def keep(self, found: Trace, *_: Document) -> Trace:
        """All that was found."""
        return found

    def signature(self, bench: Bench) -> str:
        """What the bench says."""
        return bench.signature


NOTHING = Forgetful()
"""Where nothing is kept."""


def audit_all(
    copies: Sequence[Document],
    bench: Bench,
    *,
    coverage: Sequence[Document] = (),
    failures: Iterable[Failure] = (),
    progress: Progress | None = None,
    kept: Cache = NOTHING,
) -> Run:
    """Every copy with the original, from any of the archives, that it is a copy of; those without are `unmatched`
    where there are archives.

    A copy made of several originals has an audit for each of them, one behind the other. One without an original is
    held against the articles on the same event, among `coverage`, the other such copies, and the originals that share
    its quotations; where there are none it is judged by its own text. `kept` has what need not be judged again.
    """
    traces: list[Trace] = []
    for done, copy in enumerate(copies):
        if progress:
            progress(done, len(copies), copy.id)
        traces.append(kept.found(copy) or kept.keep(_traced(copy, bench), copy))
    orphans = [copy for copy, trace in zip(copies, traces, strict=True) if not (trace.audits or trace.failures)]
    others = [*coverage, *chain.from_iterable(trace.related for trace in traces)]
    if orphans:
        together = (*orphans, NOBODY, *others)
        traces.append(kept.found(*together) or kept.keep(_alone(orphans, others, bench), *together))
    if progress:
        progress(len(copies), len(copies), "")
    return Run(
        tuple(audit for trace in traces for audit in trace.audits),
        tuple(orphans) if bench.sought else (),
        (*failures, *chain.from_iterable(trace.failures for trace in traces)),
        kept.signature(bench),
    )


def _traced(copy: Document, bench: Bench) -> Trace:
    from mtaudit.judging.tracing import traced

    return traced(copy, bench.archives, bench.plugins)


def _alone(orphans: Sequence[Document], others: Sequence[Document], bench: Bench) -> Trace:
    from mtaudit.judging.tracing import alone

    return alone(orphans, others, bench.plugins, sought=sum(map(len, bench.archives)))
