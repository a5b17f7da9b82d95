"""A run, put together from what becomes of each copy: whoever finds that out, anew or among what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from mtaudit.records import Audit, Document, Failure, Run, Trace

Progress = Callable[[int, int, str], None]
"""Called with how many copies are done, how many there are, and the one that comes next."""

Tracing = Callable[[Document], Trace | Failure]
"""Finds the originals that a copy was made of, and audits it against them."""

Alone = Callable[[Sequence[Document], Sequence[Document], list[Failure]], Sequence[Audit]]
"""Audits copies without an original, by the originals that share their quotations among others; adds what broke."""


def assembled(
    copies: Sequence[Document],
    tracing: Tracing,
    alone: Alone,
    *,
    sought: bool,
    signature: Callable[[], str],
    failures: Iterable[Failure] = (),
    progress: Progress | None = None,
) -> Run:
    """The run of these copies, each traced to its originals, and those without audited together at the end.

    Where originals were `sought` at all, these are listed as unmatched.
    """
    audits: list[Audit] = []
    related: list[Document] = []
    orphans: list[Document] = []
    broken = list(failures)
    for done, copy in enumerate(copies):
        if progress:
            progress(done, len(copies), copy.id)
        traced = tracing(copy)
        if isinstance(traced, Failure):
            broken.append(traced)
            continue
        audits += traced.audits
        related += traced.related
        orphans += [] if traced.audits else [copy]
    audits += alone(orphans, related, broken)
    if progress:
        progress(len(copies), len(copies), "")
    return Run(tuple(audits), tuple(orphans) if sought else (), tuple(broken), signature())
