"""Which findings a person has decided on: suppressions are put on the findings that they name."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase

from mtaudit.lexicon.closed_class import ARTICLES
from mtaudit.records import Audit, Document, Finding, Run, Span, Suppression
from mtaudit.renamed import current
from mtaudit.text.words import words


def suppressed(run: Run, suppressions: Sequence[Suppression], today: date) -> Run:
    """The run with each finding's first suppression that holds today; its signature says so."""
    holding = [s for s in suppressions if holds(s, today)]
    if not holding:
        return run
    digest = hashlib.sha256(repr(holding).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    audits = tuple(_decided(audit, holding) for audit in run.audits)
    return replace(run, audits=audits, signature=f"{run.signature}|suppressions:{digest}")


def holds(suppression: Suppression, today: date) -> bool:
    """Whether it has not expired."""
    return suppression.expires is None or today <= suppression.expires


def concerns(suppression: Suppression, copy: Document) -> bool:
    """Whether the copy is one of those that it is about, by outlet and document."""
    if suppression.outlet is not None and suppression.outlet != copy.outlet:
        return False
    names = [name for name in (copy.id, copy.path, copy.url) if name]
    asked = suppression.document
    return asked is None or any(fnmatchcase(n, glob) for n in names for glob in (asked, f"*/{asked}"))


def _decided(audit: Audit, holding: Sequence[Suppression]) -> Audit:
    here = [s for s in holding if concerns(s, audit.copy)]

    def decided(finding: Finding) -> Finding:
        found = next((s for s in here if _about(s, finding, audit)), None)
        return replace(finding, suppression=found) if found else finding

    return replace(audit, findings=tuple(map(decided, audit.findings))) if here else audit


def _about(s: Suppression, finding: Finding, audit: Audit) -> bool:
    """Whether the finding has all that the suppression names."""
    named = (
        (s.fingerprint, finding.fingerprint),
        (s.detector, current(finding.detector)),
        (s.category, finding.category),
    )
    return (
        all(asked is None or asked == there for asked, there in named)
        and (s.original is None or _within(s.original, audit.original, finding.original))
        and (s.copy is None or _within(s.copy, audit.copy, finding.copy))
    )


def _within(phrase: str, document: Document | None, span: Span | None) -> bool:
    """Whether the span, without articles at its beginning, lies in a place where the document has the phrase."""
    if document is None or span is None:
        return False
    asked = [w.form for w in words(phrase)]
    everything = words(document.text)
    first = bisect_right(everything, span.start, key=lambda w: w.span.end)
    behind = bisect_left(everything, span.end, key=lambda w: w.span.start)
    while first < behind - 1 and everything[first].form in ARTICLES and asked[:1] != [everything[first].form]:
        first += 1
    if not first < behind <= first + len(asked):
        return False
    starts = range(max(0, behind - len(asked)), first + 1)
    return any([w.form for w in everything[k : k + len(asked)]] == asked for k in starts)
