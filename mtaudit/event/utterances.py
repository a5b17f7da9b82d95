"""The same saying in several articles, whatever became of its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.event.speakers import speaker
from mtaudit.event.wordings import Aligned, Token, held, tokens
from mtaudit.records import Parsed, Role, Span, Utterance, Wording
from mtaudit.text.names import sounds_alike
from mtaudit.text.quotations import quoted
from mtaudit.text.sentences import sentences

SAME = 0.45
"""Share of a wording from which it can be another's: a sentence damaged beyond half is known, two sentences of one
ruling on one subject are not taken for one another."""

SHARED = 3
"""Content words that two wordings must have in common; with less they must be the same word by word."""

VERBATIM = 0.95
"""Share of a fragment of few words that must stand in the other wording."""

SHORT, CLOSE = 4, 0.6
"""Content words of a short saying, in which two shared ones do where this share is linked and one person says it."""

DESPITE = 0.8
"""Share from which two wordings are one although two people are named as having said it."""

MANY, PATTERN = 6, 0.5
"""Content words from which it tells that no more than this share of them is the same, and none of the others alike."""

CROWD = 200
"""Wordings that may have a word before none is looked up by it."""

LIKELY = 0.3
"""Share of a wording's words that another must have too before the two are aligned."""

NEARLY = 0.9
"""Part of the best score that another sentence of the same article may reach and still be the one that is meant."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One sentence, or a part of one, that an article puts between quotation marks or sets apart as quoted."""

    article: int
    span: Span
    text: str
    speaker: str | None
    marked: bool

    @property
    def tokens(self) -> tuple[Token, ...]:
        return tokens(self.text, self.span)

    @property
    def wording(self) -> Wording:
        return Wording(self.article, self.span, self.speaker)


def utterances(articles: Sequence[Parsed]) -> tuple[Utterance, ...]:
    """Every saying that at least two articles quote, in the order in which the first of them has it."""
    pieces = [p for k, text in enumerate(articles) for p in _pieces(k, text)]
    ids = [text.document.id for text in articles]  # what is said decides ties, never the order of the articles
    pieces.sort(key=lambda p: (p.span.of(p.text), ids[p.article], p.text, p.span))
    matches = _matches(pieces)
    made: list[Utterance] = []
    taken: set[int] = set()
    for center in sorted(matches, key=lambda k: (-len(pieces[k].tokens), k)):
        if center not in taken:
            members = {center, *_chosen(center, pieces, matches)}
            taken |= members
            wordings = sorted((pieces[k].wording for k in members), key=lambda w: (w.article, w.span))
            if len({w.article for w in wordings}) > 1:
                made.append(Utterance(tuple(wordings)))
    return tuple(sorted(made, key=lambda u: (u.wordings[0].article, u.wordings[0].span)))


@lru_cache(maxsize=1024)
def _said(text: Parsed) -> tuple[tuple[Span, bool], ...]:
    """The sentences in quotation marks, and what else can be quoted: paragraphs set apart, primary documents."""
    outer: list[Span] = []
    for quotation in sorted(quoted(text.document.text), key=lambda q: (q.start, -q.end)):
        if not outer or quotation.start >= outer[-1].end:
            outer.append(quotation)
    found = [(s, True) for q in outer for s in sentences(text.document.text, q.start, q.end)]
    for segment in text.segments:
        if segment.role is Role.QUOTE or (text.document.primary and segment.role is Role.BODY):
            end = min((q.start for q in outer if q.overlaps(segment.span)), default=segment.span.end)
            if end > segment.span.start:
                found.append((Span(segment.span.start, end), False))
    return tuple(sorted(found))


def _pieces(article: int, text: Parsed) -> Iterator[_Piece]:
    for span, marked in _said(text):
        if sum(t.content for t in tokens(text.document.text, span)) > 1:
            yield _Piece(article, span, text.document.text, speaker(text, span) if marked else None, marked)


def _matches(pieces: Sequence[_Piece]) -> dict[int, dict[int, Aligned]]:
    """For each piece those of other articles that can be the same saying, among such as share two content words."""
    where: dict[str, list[int]] = defaultdict(list)
    found: dict[int, dict[int, Aligned]] = defaultdict(dict)
    for k, piece in enumerate(pieces):
        norms = {t.norm for t in piece.tokens if t.content}
        for other in sorted({other for norm in norms if len(where[norm]) <= CROWD for other in where[norm]}):
            if not _may_be_same(pieces[other], piece):
                continue
            if pieces[other].article != piece.article and (piece.marked or pieces[other].marked):
                aligned = held(pieces[other].text, pieces[other].span, piece.text, piece.span)
                if _is_same(pieces[other], piece, aligned):
                    found[other][k], found[k][other] = aligned, aligned.turned()
        for norm in norms:
            where[norm].append(k)
    return found


def _may_be_same(a: _Piece, b: _Piece) -> bool:
    """Whether the words that both have, in whatever order, are enough that it is worth while to align the two."""
    both = (Counter(t.norm for t in a.tokens) & Counter(t.norm for t in b.tokens)).total()
    return both >= LIKELY * min(len(a.tokens), len(b.tokens))


def _is_same(a: _Piece, b: _Piece, aligned: Aligned) -> bool:
    """Whether two wordings can be of one saying."""
    named = bool(a.speaker and b.speaker)
    agree = named and (a.speaker == b.speaker or sounds_alike(a.speaker or "", b.speaker or ""))
    if named and not agree and aligned.score < DESPITE:
        return False
    if _is_pattern(a, b, aligned):
        return False
    least = min(sum(t.content for t in p.tokens) for p in (a, b))
    if aligned.shared >= SHARED:
        return aligned.score >= SAME
    return aligned.score >= VERBATIM or (least <= SHORT and agree and aligned.score >= CLOSE)


def _is_pattern(a: _Piece, b: _Piece, aligned: Aligned) -> bool:
    """Whether they are built alike and say other things: of many content words half are others and none correspond.

    Speakers repeat a pattern ("we will rebuild the school … we will reopen the mill"); a machine puts words for others
    that have something to do with them.
    """
    if not aligned.pairs or len(aligned.equal) < len(aligned.pairs):
        return False
    (i, j, _), (m, n, _) = aligned.pairs[0], aligned.pairs[-1]
    told = min(sum(t.content for t in side) for side in (a.tokens[i : m + 1], b.tokens[j : n + 1]))
    same = sum(a.tokens[k].content for k, _ in aligned.equal)
    return told >= MANY and same <= told * PATTERN


def _chosen(center: int, pieces: Sequence[_Piece], matches: dict[int, dict[int, Aligned]]) -> Iterator[int]:
    """The pieces that say what the center says: of each article the best for each stretch, if it means no other."""
    article = pieces[center].article
    held_by: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for other, aligned in sorted(matches[center].items(), key=lambda m: (-m[1].score, -m[1].shared, m[0])):
        rivals = (m.score for k, m in matches[other].items() if pieces[k].article == article and k != center)
        stretch = aligned.pairs[0][0], aligned.pairs[-1][0]
        taken = held_by[pieces[other].article]
        free = all(stretch[0] > stop or stretch[1] < start for start, stop in taken)
        if aligned.score >= NEARLY * max(rivals, default=0.0) and (free or aligned.score >= VERBATIM):
            taken.append(stretch)
            yield other
