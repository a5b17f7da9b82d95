"""The house's glossary: names and terms that must survive, each with the renderings that are allowed too."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.closed_class import ARTICLES
from mtaudit.lexicon.wordnet import lemma
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Document, Span, Suspicion, Term, Word
from mtaudit.text.words import words

SURE = 1.0
"""Its confidence: the house said so itself."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a side of a bead has a term or, in a copy, what may stand for it: the term's number, the words' range."""

    term: int
    words: range


@dataclass(frozen=True, slots=True)
class Glossary:
    """Names and terms of the original that the copy renders neither by themselves nor by what is allowed for them.

    It judges like a detector, and silences what others find on a rendering that is allowed. A capital letter in a term
    asks for one in the text; a term without any is found inflected too. What stands in another sentence is not lost.
    """

    category: ClassVar[Category] = Category.TERM
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = ()

    terms: tuple[Term, ...]
    _original: _Phrases = field(init=False, repr=False, compare=False)
    _copy: _Phrases = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Makes the tables by which phrases are found, however long the glossary."""
        object.__setattr__(self, "_original", _Phrases([(t.term,) for t in self.terms]))
        object.__setattr__(self, "_copy", _Phrases([(t.term, *t.allowed) for t in self.terms]))

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """A suspicion for each place where a term is not rendered."""
        surplus = self._surplus(comparison)
        for bead in comparison.beads:
            if not bead.original or not bead.copy:
                continue
            missing = self._missing(bead)
            for found in self._original.among(bead.original):
                if not missing[found.term] or self._kept(bead, found):
                    continue
                missing[found.term] -= 1
                if surplus[found.term]:
                    surplus[found.term] -= 1
                else:
                    yield self._suspicion(bead, found)

    def allowed(self, comparison: Comparison) -> Callable[[Suspicion], bool]:
        """What tells whether a suspicion is about nothing but an allowed rendering of a term."""
        before, after = _Places(), _Places()
        for number, bead in enumerate(comparison.beads):
            if bead.original and bead.copy:
                for o in self._original.among(bead.original):
                    before.add(bead.original_span(o.words), (number, o.term))
                for o in self._copy.among(bead.copy):
                    after.add(bead.copy_span(o.words), (number, o.term))
        before.sort()
        after.sort()

        def holds(s: Suspicion) -> bool:
            if s.original is None or s.copy is None:
                return False
            lost = before.at(_trimmed(comparison.original, s.original))
            return lost is not None and lost == after.at(_trimmed(comparison.copy, s.copy))

        return holds

    def _counts(self, bead: ComparedBead) -> tuple[Counter[int], Counter[int]]:
        """How often each term stands in the original, and how often it is rendered in the copy."""
        return (
            Counter(o.term for o in self._original.among(bead.original)),
            Counter(o.term for o in self._copy.among(bead.copy)),
        )

    def _missing(self, bead: ComparedBead) -> Counter[int]:
        asked, given = self._counts(bead)
        return asked - given

    def _surplus(self, comparison: Comparison) -> Counter[int]:
        """How often each term stands in sentences of the copy whose originals have it not."""
        spare: Counter[int] = Counter()
        for bead in comparison.beads:
            asked, given = self._counts(bead)
            spare += given - asked
        return spare

    def _kept(self, bead: ComparedBead, found: Occurrence) -> bool:
        """Whether every word of it is linked with its like in the copy."""
        same = {k.original for k in bead.links if bead.original[k.original].form == bead.copy[k.copy].form}
        return all(k in same for k in found.words)

    def _suspicion(self, bead: ComparedBead, found: Occurrence) -> Suspicion:
        term = self.terms[found.term]
        instead = _instead(bead, found.words)
        others = f" or {' or '.join(f'“{a}”' for a in term.allowed)}" if term.allowed else ""
        return became(
            *both(bead, found.words, instead),
            Severity.MAJOR,
            f"The glossary asks for “{term.term}”{others}.",
            SURE,
            message="“{}” is “{}” in the copy." if instead else "“{}” is gone.",
            group=f"glossary: {term.term}",
        )


class _Phrases:
    """Phrases looked up by their first word: `phrases` has, for each term, what counts as it."""

    def __init__(self, phrases: Sequence[Sequence[str]]) -> None:
        self._by_first: dict[str, list[tuple[int, tuple[Word, ...]]]] = {}
        for number, renderings in enumerate(phrases):
            for rendering in renderings:
                if told := words(rendering):
                    for key in {told[0].form, lemma(told[0].form)} if len(told) == 1 else {told[0].form}:
                        self._by_first.setdefault(key, []).append((number, told))
        for found in self._by_first.values():
            found.sort(key=lambda entry: (-len(entry[1]), entry[0]))

    def among(self, side: Sequence[Word]) -> tuple[Occurrence, ...]:
        """Where they stand, the longest first at each place, none inside another."""
        found: list[Occurrence] = []
        at = 0
        while at < len(side):
            here = next((o for o in self._at(side, at)), None)
            if here:
                found.append(here)
            at = here.words.stop if here else at + 1
        return tuple(found)

    def _at(self, side: Sequence[Word], at: int) -> Iterator[Occurrence]:
        form = side[at].form
        for key in dict.fromkeys((form, lemma(form))):
            for number, told in self._by_first.get(key, ()):
                there = side[at : at + len(told)]
                if len(there) == len(told) and all(map(_same, told, there)):
                    yield Occurrence(number, range(at, at + len(told)))


class _Places:
    """Where terms stand in a text, each with its bead and the term's number; no two overlap."""

    def __init__(self) -> None:
        self._spans: list[tuple[Span, tuple[int, int]]] = []

    def add(self, span: Span | None, what: tuple[int, int]) -> None:
        """One more."""
        if span:
            self._spans.append((span, what))

    def sort(self) -> None:
        """To be called when all are there."""
        self._spans.sort()

    def at(self, span: Span) -> tuple[int, int] | None:
        """The one that the span lies in."""
        behind = bisect_right(self._spans, span.start, key=lambda entry: entry[0].start)
        found = self._spans[behind - 1] if behind else None
        return found[1] if found and found[0].contains(span) else None


@lru_cache(maxsize=65536)
def _inflected(a: str, b: str) -> bool:
    return lemma(a) == lemma(b)


def _same(asked: Word, there: Word) -> bool:
    """Whether a word of a text is a word of the glossary."""
    if asked.text != asked.text.lower():
        return asked.form == there.form and there.text != there.text.lower()
    return asked.form == there.form or _inflected(asked.form, there.form)


def _instead(bead: ComparedBead, lost: range) -> range:
    """The words of the copy that stand in the place of these of the original; none where it has a gap."""
    there = [d.copy for d in bead.differences if d.original.start < lost.stop and lost.start < d.original.stop]
    there += [range(k.copy, k.copy + 1) for k in bead.links if k.original in lost]
    filled = [r for r in there if r]
    return range(min(r.start for r in filled), max(r.stop for r in filled)) if filled else range(0)


def _trimmed(document: Document, span: Span) -> Span:
    """The span without articles at its beginning, which come and go before names."""
    inside = list(words(document.text, span.start, span.end))
    while len(inside) > 1 and inside[0].form in ARTICLES:
        inside.pop(0)
    return Span(inside[0].span.start, span.end) if inside else span
