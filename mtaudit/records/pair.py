"""A copy beside its original: which segments and words correspond, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from mtaudit.records.document import Document, Segment, Span, Word


@dataclass(frozen=True, slots=True)
class Pair:
    """A copy with its original."""

    original: Document
    copy: Document


class RelationKind(StrEnum):
    """How a copy stands to an original.

    In another language than the original's, its words do not tell whether it is a copy; without an original there is
    nothing that it could be related to.
    """

    COPY = "copy"
    PARTIAL = "partial"
    SHARES_QUOTES = "shares-quotes"
    UNRELATED = "unrelated"
    OTHER_LANGUAGE = "other-language"
    NO_ORIGINAL = "no-original"


@dataclass(frozen=True, slots=True)
class Relation:
    """Whether one text is a copy of the other, how sure that is (0–1), and why in a sentence.

    The confidence is 0 where nothing can be told: of texts in two languages, and without an original. `doubt` is
    another sentence, given where something speaks against it that a person should look at.
    """

    kind: RelationKind
    confidence: float
    why: str
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments of both sides that correspond; one side may be empty, never both."""

    original: tuple[Segment, ...]
    copy: tuple[Segment, ...]
    similarity: float
    moved: bool = False

    def __post_init__(self) -> None:
        if not self.original and not self.copy:
            raise ValueError("a bead needs a segment on at least one side")

    @property
    def kind(self) -> str:
        """matched (1:1), split (1:n), merged (m:1 and m:n), omitted (m:0) or added (0:n)."""
        if not self.copy:
            return "omitted"
        if not self.original:
            return "added"
        if len(self.original) > 1:
            return "merged"
        return "split" if len(self.copy) > 1 else "matched"


@dataclass(frozen=True, slots=True)
class Alignment:
    """A pair with its beads in the order of the copy; each segment stands in exactly one bead."""

    pair: Pair
    beads: tuple[Bead, ...]


class DifferenceKind(StrEnum):
    """What happened to the words of the original."""

    REPLACED = "replaced"
    OMITTED = "omitted"
    ADDED = "added"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One edit between the words of a bead, as indices into `ComparedBead.original` and `.copy`.

    Where a side has no words its range is empty and stands at the place of the gap. A moved difference has
    words on both sides, which need
    not stand at corresponding places. `similarity` is 0–1, 0 where one side is empty. `equivalence` names
    the reason why it is harmless, once one was found.
    """

    kind: DifferenceKind
    original: range
    copy: range
    similarity: float
    equivalence: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Word `original` of a bead corresponds to word `copy`, this alike (0–1; 1 is the same form)."""

    original: int
    copy: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Counterparts:
    """For each word of either side of a bead a link with the word of the other side that is most alike in context.

    `original` has one for each word of the original and `copy` one for each of the copy, in order; similarity is the
    cosine of the two words' contextual vectors, 0 to 1. Several words may have the same counterpart.
    """

    original: tuple[Link, ...]
    copy: tuple[Link, ...]


REMEMBERED = 512
"""Beads of which a reading is remembered: each detector in turn goes through all beads of an article."""


@dataclass(frozen=True, slots=True)
class WordTags:
    """What a language model tells of the words of one side of a bead: of each, in order, four numbers from 0 to 1.

    `linked` and `alike` say how surely a word has a counterpart of its own on the other side, by place and by meaning;
    `bad` how probably it is wrong where it stands, and `gap` how probably a word is missing before it, as the BAD tags
    of word-level quality estimation do.
    """

    linked: tuple[float, ...]
    alike: tuple[float, ...]
    bad: tuple[float, ...]
    gap: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ComparedBead:
    """The words of a bead with their links and differences.

    `counterparts` are given where a language model is at hand and the two sides have not the same words in the same
    order; with a model known for them also the `tags` of the original's words and of the copy's, and the log-odds that
    the copy does `harm` to what the original says. Law: the differences and the words linked with equal text tile both
    sides. Two beads are equal only if they are the same one, so that what is read from a bead can be remembered for it
    cheaply.
    """

    bead: Bead
    original: tuple[Word, ...]
    copy: tuple[Word, ...]
    links: tuple[Link, ...]
    differences: tuple[Difference, ...]
    counterparts: Counterparts | None = None
    tags: tuple[WordTags, WordTags] | None = None
    harm: float | None = None

    @property
    def closeness(self) -> float:
        """The share of words, on both sides, that are linked with the same form: 0 is rewritten, 1 verbatim."""
        return _closeness(self)

    def lost(self, difference: Difference) -> tuple[Word, ...]:
        """The difference's words of the original."""
        return self.original[difference.original.start : difference.original.stop]

    def gained(self, difference: Difference) -> tuple[Word, ...]:
        """The difference's words of the copy."""
        return self.copy[difference.copy.start : difference.copy.stop]

    def changed(self, *, of_copy: bool) -> set[int]:
        """The words of the original, or of the copy, that lie in a difference."""
        return {k for d in self.differences for k in (d.copy if of_copy else d.original)}

    def differing_in(self, differences: Iterable[Difference]) -> ComparedBead:
        """The bead with these differences; itself where it has them, so that what was read from it is remembered."""
        found = tuple(differences)
        return self if found == self.differences else replace(self, differences=found)

    def original_span(self, words: range) -> Span | None:
        """Where these words of the original stand in its text; None for no words."""
        return _extent(self.original, words)

    def copy_span(self, words: range) -> Span | None:
        """Where these words of the copy stand in its text; None for no words."""
        return _extent(self.copy, words)


@lru_cache(maxsize=REMEMBERED)
def _closeness(bead: ComparedBead) -> float:
    spoken = [not w.is_punctuation for w in bead.copy]
    words = sum(spoken) + sum(not w.is_punctuation for w in bead.original)
    same = sum(spoken[k.copy] and bead.original[k.original].form == bead.copy[k.copy].form for k in bead.links)
    return 2 * same / words if words else 1.0


def _extent(words: tuple[Word, ...], which: range) -> Span | None:
    return Span(words[which[0]].span.start, words[which[-1]].span.end) if which else None


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """An alignment with every bead compared word by word, in the order of the alignment's beads.

    `vectors` names the language model and layer from which the similarity of replaced phrases in context is read; None
    where there is none, and similarity is that of form and lexical relation.
    """

    alignment: Alignment
    beads: tuple[ComparedBead, ...]
    vectors: str | None = None

    @property
    def original(self) -> Document:
        """The original's document."""
        return self.alignment.pair.original

    @property
    def contextual(self) -> bool:
        """Whether phrases were held against each other by their meaning in context."""
        return self.vectors is not None

    @property
    def copy(self) -> Document:
        """The copy's document."""
        return self.alignment.pair.copy
