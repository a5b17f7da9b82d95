"""The values passed between the stages: frozen, with tuples inside, each true from the moment it is made.

All positions are code points in a document's `text`, which never changes after ingest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from mtaudit.mqm import Category, Severity


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in one document's text: 0 ≤ start < end.

    Raises ValueError for an empty, inverted or negative range.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    @staticmethod
    def cover(*spans: Span) -> Span:
        """The smallest span over all given ones (at least one)."""
        return Span(min(s.start for s in spans), max(s.end for s in spans))


class Role(StrEnum):
    """What a segment is within its article."""

    HEADLINE = "headline"
    CAPTION = "caption"
    BYLINE = "byline"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    DEBRIS = "debris"


PROSE = frozenset((Role.BODY, Role.QUOTE))
"""Roles of running text, where sentences are whole and capitals, stops and marks follow their rules."""


class Url(str):
    """The web address of a page or a feed; a plain `str` is always a text, and nothing in it is ever fetched."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph whose role the page's own markup gave, which is surer than what its words suggest."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `text` is final at ingest, so that every span stays true.

    `id` names it where the run speaks of it; `path` is the file it came out of, which may hold others. `published`
    has a time zone. `remarks` are what ingest noticed and an editor should know: an encoding guessed, mojibake found.
    `marked` are the paragraphs whose role was read from markup, in order. A `primary` document is the thing itself that
    articles speak of: a ruling, a press release, the transcript of a speech.
    """

    id: str
    text: str
    language: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: datetime | None = None
    remarks: tuple[str, ...] = ()
    author: str | None = None
    marked: tuple[Marked, ...] = ()
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, headline or caption: the unit of alignment. `paragraph` counts from 0."""

    span: Span
    role: Role
    paragraph: int


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


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of punctuation with its place in the document.

    `form` is the text as words are matched: lower case, plain quotation marks, clitics in full
    ("n’t" → "not"). `spaced` tells whether white space (or the segment's start) precedes it, `is_punctuation` whether
    it has neither letter nor digit.
    """

    span: Span
    text: str
    form: str
    spaced: bool
    is_punctuation: bool = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        mark = not self.text[0].isalnum() and not any(c.isalnum() for c in self.text)
        object.__setattr__(self, "is_punctuation", mark)


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A document by itself: its segments in order, and the words of each.

    Two are equal only if they are the same one, so that what is read from one can be remembered for it cheaply.
    """

    document: Document
    segments: tuple[Segment, ...]
    words: tuple[tuple[Word, ...], ...]


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


@dataclass(frozen=True, slots=True)
class Wording:
    """What one article of an event puts between quotation marks, the marks not included.

    `article` is an index into `Event.articles`. Where the saying is interrupted (“…,” she said, “…”) each part is a
    wording of its own. `speaker` is who says it by that article, None where it does not tell.
    """

    article: int
    span: Span
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """One saying, with the wordings of it that the articles give, in the order of the articles."""

    wordings: tuple[Wording, ...]


class FactKind(StrEnum):
    """What several articles tell of the same event."""

    NAME = "name"
    ROLE = "role"
    TERM = "term"
    FIGURE = "figure"
    DATE = "date"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A fact as one article has it: where, and its value in plain form, by which mentions agree or do not."""

    article: int
    span: Span
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that articles tell of the same thing, `about`, in the order of the articles."""

    kind: FactKind
    about: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """Articles on one event, with the sayings that they quote and the facts that they tell.

    `voices` has a number for each article: outlets that copy one another speak with one voice, and count once. `trust`
    tells for each how probable it is, by its own text, that it is sound, 0 to 1.
    """

    articles: tuple[Parsed, ...]
    voices: tuple[int, ...]
    trust: tuple[float, ...]
    utterances: tuple[Utterance, ...]
    facts: tuple[Fact, ...]

    def __post_init__(self) -> None:
        if not len(self.articles) == len(self.voices) == len(self.trust):
            raise ValueError("an event needs a voice and a trust for each of its articles")


@dataclass(frozen=True, slots=True)
class Witness:
    """What another article on the event says where a finding lies, and whether that contradicts the copy.

    `words` stand at `span` in its text, within `sentence`. Those with the same `voice` copy one another and count once.
    """

    id: str
    outlet: str | None
    url: str | None
    span: Span
    words: str
    sentence: str
    voice: int
    primary: bool
    contradicts: bool


@dataclass(frozen=True, slots=True)
class Consulted:
    """Another article on the event that a copy was held against, and the voice with which it counts."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    voice: int
    primary: bool


class Basis(StrEnum):
    """What a copy was judged by: its original, other articles on the same event, or its own text alone."""

    PAIR = "pair"
    COVERAGE = "coverage"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspicion:
    """What a detector sees: where, how bad, why. The pipeline signs it into a `Finding`.

    At least one span is given; an omission marks the original, an addition the copy. `message` says in a
    sentence what happened here, `explanation` what it means to a reader and what likely caused it.
    Suspicions with the same `group` are one decision for an editor. `witnesses` are the other articles on the event
    that it rests on, where there is no original, and `voice` is that of the copy among them.
    """

    original: Span | None
    copy: Span | None
    severity: Severity
    message: str
    explanation: str
    confidence: float
    group: str | None = None
    witnesses: tuple[Witness, ...] = ()
    voice: int | None = None

    def __post_init__(self) -> None:
        if self.original is None and self.copy is None:
            raise ValueError("a suspicion needs a span on at least one side")

    @property
    def agreement(self) -> tuple[int, int]:
        """How many independent voices contradict the copy, and how many speak of it, the copy's own included."""
        against = {w.voice for w in self.witnesses if w.contradicts}
        return len(against), len({self.voice, *(w.voice for w in self.witnesses)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A person's decision that findings of some kind are no matter here, with its reason.

    It holds for findings that have all of what it names: a fingerprint, detector, category, outlet of the copy,
    document (a glob over the copy's name, path and address), phrase of the original and of the copy. `expires` is the
    last day on which it holds; `origin` tells where it stands: the file and the entry in it.
    """

    reason: str
    origin: str
    author: str | None = None
    expires: date | None = None
    fingerprint: str | None = None
    detector: str | None = None
    category: Category | None = None
    outlet: str | None = None
    document: str | None = None
    original: str | None = None
    copy: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Suspicion):
    """A suspicion with the detector and category it belongs to, and names that last.

    `id` is unique within its audit; `fingerprint` is made of what was found and the words around it and
    survives edits elsewhere in the text. `suppression` is given where a person decided that it is no matter here.
    `near` is the copy's word before the gap, where the copy lacks what was found.
    """

    id: str
    detector: str
    category: Category
    fingerprint: str
    suppression: Suppression | None = None
    near: Span | None = None

    @property
    def at(self) -> Span | None:
        """Where in the copy a person should look; None where all of the copy is lacking."""
        return self.copy or self.near


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A name or term that must survive, and what may stand for it in a copy besides itself."""

    term: str
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a difference: harmless by the equivalence `reason`, or part of the finding `reason`."""

    difference: Difference
    bead: int
    harmless: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    """The value of a metric with the signature that makes it reproducible."""

    metric: str
    value: float
    signature: str


PLUGINS = ("detector", "equivalence", "metric")
"""What a failure names that is one of a plug-in."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What broke, where, and why; the rest of the run goes on.

    Where a plug-in broke, `sentences` begin those that it could not look at; without any it looked at nothing.
    """

    what: str
    where: str
    why: str
    sentences: tuple[str, ...] = ()

    @property
    def of_plugin(self) -> bool:
        """Whether a plug-in broke, so that something was not looked at which can be read."""
        return self.what in PLUGINS


LANGUAGE = "language"
"""What a failure is called where a text is in a language that the detectors do not read."""


@dataclass(frozen=True, slots=True)
class Pivot:
    """The language, or those, through which a copy was most likely translated.

    `languages` are named with the probability of each, likeliest first; they need not add up to 1. `evidence` says in
    sentences what speaks for them, most telling first.
    """

    languages: tuple[tuple[str, float], ...]
    evidence: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.languages or not self.evidence:
            raise ValueError("a pivot needs a language and evidence")


@dataclass(frozen=True, slots=True)
class Translated:
    """How much a text looks, from 0 to 1, like the output of a rule-based engine, judged by the text alone.

    On the output of neural engines it is no better than chance: it weighs witnesses, and no report shows it.
    """

    probability: float


@dataclass(frozen=True, slots=True)
class Audit:
    """All that is known of one copy. Without an original there is no comparison and no score.

    `pivot` is None where nothing tells the language that the copy went through. `bead_scores` say of each of the
    comparison's beads how much of its meaning was kept, 0 to 1, None where one text lacks it; there are none where
    the detectors did not run. `basis` tells what it was judged by; `consulted` are the other articles on the event,
    where these were it. `translated` is given where there is no original.
    """

    copy: Document
    original: Document | None
    relation: Relation
    comparison: Comparison | None
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    scores: tuple[Score, ...]
    failures: tuple[Failure, ...]
    pivot: Pivot | None = None
    bead_scores: tuple[float | None, ...] = ()
    basis: Basis = Basis.PAIR
    consulted: tuple[Consulted, ...] = ()
    translated: Translated | None = None

    @property
    def unread(self) -> str | None:
        """Why nothing was judged, where the detectors do not read the language; None where they do."""
        return next((failure.why for failure in self.failures if failure.what == LANGUAGE), None)


@dataclass(frozen=True, slots=True)
class Trace:
    """A copy's audits against the originals that it was made of, and, where there are none, those of its quotations."""

    audits: tuple[Audit, ...]
    related: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The audits made by one call, the copies left without an original, and what could not be read.

    Same signature, same input, same output: it names version, options and lexicons.
    """

    audits: tuple[Audit, ...]
    unmatched: tuple[Document, ...]
    failures: tuple[Failure, ...]
    signature: str
