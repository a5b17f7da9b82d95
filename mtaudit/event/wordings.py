"""Wordings of one utterance held against each other: which of their words stand for which, and where they differ.

Two wordings are aligned on the stretch that both have: a fragment lies anywhere in a longer quotation. The
wording that has most in common with all is the measure; a place of it at which others have other words has a reading
for each that covers it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mtaudit.lexicon import tables
from mtaudit.lexicon.alike import correspondence
from mtaudit.lexicon.closed_class import ARTICLES, AUXILIARIES, is_function_word
from mtaudit.lexicon.number_words import Form
from mtaudit.lexicon.spelling import common_spelling
from mtaudit.records import Event, Mention, Span, Utterance, Word, Wording
from mtaudit.text.numerals import numerals
from mtaudit.text.words import words

CONTENT, FUNCTION = 2.0, 0.4
"""What an equal pair of words is worth: content, or of a closed class."""

ALIKE = 0.55
"""Correspondence from which unlike words are linked; they count so much of `HALF`."""

HALF = 0.6 * CONTENT
"""What two unlike content words that correspond wholly would be worth."""

SMALL, LINKED = 1 / 3, 1 / 2
"""Parts of an equal content word that an equal small word, and two words that correspond, count as shared."""

SKIPPED = 0.1
"""What each word costs that stands alone between two linked ones."""

EDGE = 4
"""Words before the first or behind the last that two wordings share which may stand for each other, one for one."""

LONGEST = 240
"""Words of a wording that are aligned; what lies behind is left out."""

MEASURES = 8
"""Wordings of a saying, the longest unlike ones, that may be the measure of the others."""

SLURRED = dict(tables.pairs("slurred"))
"""Words as they are spoken, in the form that others join the same words to."""

SPELT = 4
"""Letters up to which a word is spelt alike everywhere."""

FILLERS = frozenset("um uh er erm ah hmm".split())
FILLING = frozenset((("you", "know"), ("i", "mean")))
"""What speakers say while they think, and outlets leave out; the phrases only between commas."""

_CUT = re.compile(r"…|\.\.\.?|\. \. \.|\[")
"""What tells that words were left out or put in by an editor."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as wordings are compared: a number by its value, others by spelling; `content` unless a small word."""

    span: Span
    word: Word
    norm: str
    content: bool


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two wordings on the stretch that both have: pairs of words in order, equal ones and such as correspond.

    `score` is the share of the shorter wording's weight that is linked, 0 to 1; `shared` counts equal content words,
    an equal small word as a third and a linked one as a half of one.
    """

    pairs: tuple[tuple[int, int, bool], ...]
    score: float
    shared: float

    @property
    def equal(self) -> tuple[tuple[int, int], ...]:
        """The pairs that are the same word."""
        return tuple((i, j) for i, j, same in self.pairs if same)

    def turned(self) -> Aligned:
        """The same with the sides changed."""
        return Aligned(tuple((j, i, same) for i, j, same in self.pairs), self.score, self.shared)


@lru_cache(maxsize=4096)
def tokens(text: str, span: Span) -> tuple[Token, ...]:
    """The words there, without marks and what an editor put in brackets."""
    side = _spoken(words(text, span.start, span.end))
    bracketed = [Span(m.start(), m.end()) for m in re.finditer(r"\[[^\[\]]{1,200}\]", span.of(text))]
    found = [
        Span(span.start + n.start, span.start + n.end)
        for n in numerals(span.of(text))
        if n.form is Form.CARDINAL and span.start + n.end <= span.end
    ]
    values = {
        Span(span.start + n.start, span.start + n.end): f"#{n.value}"
        for n in numerals(span.of(text))
        if n.form is Form.CARDINAL
    }
    made: list[Token] = []
    for word in side:
        around = next((s for s in found if s.contains(word.span)), None)
        if any(b.start <= word.span.start - span.start < b.end for b in bracketed):
            continue
        if around is None:
            norm = "percent" if word.text == "%" else SLURRED.get(word.form) or _spelt(word.form)
            made.append(Token(word.span, word, norm, not is_function_word(word.form)))
        elif not made or made[-1].span != around:
            made.append(Token(around, word, values[around], True))
    return tuple(made[:LONGEST])


def _spelt(form: str) -> str:
    """The form that British and American spellings share; short words have one."""
    return common_spelling(form) if len(form) > SPELT else form


def _spoken(side: Sequence[Word]) -> list[Word]:
    """The words without marks and without what fills a pause."""
    spoken = []
    for k, word in enumerate(side):
        forms = [w.form for w in side[max(0, k - 2) : k + 3]]
        at = min(k, 2)
        filling = any(
            tuple(forms[start : start + 2]) in FILLING
            and forms[start - 1 : start] == forms[start + 2 : start + 3] == [","]
            for start in (at, at - 1)
            if start > 0
        )
        if (not word.is_punctuation or word.text == "%") and word.form not in FILLERS and not filling:
            spoken.append(word)
    return spoken


@lru_cache(maxsize=16384)
def held(a: str, at: Span, b: str, there: Span) -> Aligned:
    """What stands at the one place of a text held against what stands at a place of another."""
    return aligned(tokens(a, at), tokens(b, there))


def weight(side: Sequence[Token]) -> float:
    """What the words are worth when all are linked with themselves."""
    return sum(CONTENT if t.content else FUNCTION for t in side)


def aligned(a: Sequence[Token], b: Sequence[Token]) -> Aligned:
    """The best monotone path through any stretch of the one and any stretch of the other, the same from either side."""
    one, other = [t.norm for t in a], [t.norm for t in b]
    if (len(one), one) > (len(other), other):
        return aligned(b, a).turned()
    if one == other:
        return Aligned(tuple((k, k, True) for k in range(len(a))), 1.0, sum(1.0 if t.content else SMALL for t in a))
    totals, steps = _table(a, b)
    best = max(((totals[i][j], -i, -j) for i in range(len(a) + 1) for j in range(len(b) + 1)), default=(0.0, 0, 0))
    pairs = _walked(steps, -best[1], -best[2], a, b)
    total = min(weight(a), weight(b))
    linked = sum((CONTENT if a[i].content else FUNCTION) if same else HALF * ALIKE for i, j, same in pairs)
    shared = sum((1.0 if a[i].content else SMALL) if same else LINKED for i, _, same in pairs)
    return Aligned(pairs, min(1.0, linked / total) if total else 0.0, round(shared, 4))


def _table(a: Sequence[Token], b: Sequence[Token]) -> tuple[list[list[float]], list[list[int]]]:
    """The gain of the best path that ends before each place, and the step that it came by: 1 link, 2 and 3 skip."""
    totals = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    steps = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    both = {t.norm for t in a} & {t.norm for t in b}
    for i, x in enumerate(a):
        row, below, step = totals[i], totals[i + 1], steps[i + 1]
        for j, y in enumerate(b):
            gain = _gain(x, y, both)
            best, came = 0.0, 0
            if gain > 0 and row[j] + gain > best:
                best, came = row[j] + gain, 1
            if row[j + 1] - SKIPPED > best:
                best, came = row[j + 1] - SKIPPED, 2
            if below[j] - SKIPPED > best:
                best, came = below[j] - SKIPPED, 3
            below[j + 1], step[j + 1] = best, came
    return totals, steps


def _gain(x: Token, y: Token, both: set[str]) -> float:
    if x.norm == y.norm:
        return CONTENT if x.content else FUNCTION
    if not (x.content and y.content) or x.norm in both or y.norm in both or "#" in (x.norm[0], y.norm[0]):
        return 0.0
    alike = correspondence(x.word, y.word)
    return alike * HALF if alike >= ALIKE else 0.0


def _walked(
    steps: list[list[int]], i: int, j: int, a: Sequence[Token], b: Sequence[Token]
) -> tuple[tuple[int, int, bool], ...]:
    pairs = []
    while steps[i][j]:
        if steps[i][j] == 1:
            i, j = i - 1, j - 1
            pairs.append((i, j, a[i].norm == b[j].norm))
        elif steps[i][j] == 2:
            i -= 1
        else:
            j -= 1
    return tuple(reversed(pairs))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one wording has at a place: `said` may be empty; `mention` then has the words on both sides of the gap.

    Two readings agree where the values of their mentions are equal, which are without articles and auxiliaries.
    """

    wording: int
    mention: Mention
    said: tuple[Token, ...]


@lru_cache(maxsize=256)
def places(event: Event, utterance: Utterance) -> tuple[tuple[Reading, ...], ...]:
    """The places at which wordings of the utterance differ, in the order of its measure, with all that cover them."""
    sides = [tokens(event.articles[w.article].document.text, w.span) for w in utterance.wordings]
    measure = _measure(event, utterance, sides)
    longest = utterance.wordings[measure]
    whole = _whole(event.articles[longest.article].document.text, longest.span)
    rows = [
        _Row(event, k, wording, sides[k], sides[measure], whole, _to(event, utterance, measure, k))
        for k, wording in enumerate(utterance.wordings)
    ]
    found = []
    for start, stop in _merged(run for row in rows for run in row.runs()):
        readings = tuple(r for row in rows if (r := row.reading(start, stop)))
        if len({r.mention.value for r in readings}) > 1:
            found.append(readings)
    return tuple(found)


def _measure(event: Event, utterance: Utterance, sides: Sequence[Sequence[Token]]) -> int:
    """The wording, among the longest, that has most words in common with all others."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for k in sorted(range(len(sides)), key=lambda k: _origin(event, utterance.wordings[k])):
        alike.setdefault(tuple(t.norm for t in sides[k]), []).append(k)
    unlike = [same for _, same in sorted(alike.items(), key=lambda found: (-len(found[0]), found[0]))]

    def common(k: int) -> int:
        others = ((len(same) - (k in same), _to(event, utterance, k, same[0])) for same in unlike)
        return sum(times * len(to.equal) for times, to in others)

    return max((same[0] for same in unlike[:MEASURES]), key=lambda k: (common(k), len(sides[k])))


def _origin(event: Event, wording: Wording) -> tuple[object, ...]:
    """By what wordings are told apart, whatever order the articles come in."""
    document = event.articles[wording.article].document
    return not document.primary, wording.span.of(document.text), document.id, document.text, wording.span


def _to(event: Event, utterance: Utterance, measure: int, other: int) -> Aligned:
    """The wording that is the measure held against another one."""
    a, b = (utterance.wordings[k] for k in (measure, other))
    return held(event.articles[a.article].document.text, a.span, event.articles[b.article].document.text, b.span)


def _merged(runs: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """The runs of words as few that do not overlap; such as only touch stay apart."""
    merged: list[tuple[int, int]] = []
    for start, stop in sorted(set(runs)):
        if merged and (start < merged[-1][1] or (start, stop) == merged[-1]):
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return merged


_Sides = tuple[tuple[bool, bool], tuple[bool, bool]]


def _whole(text: str, span: Span) -> tuple[bool, bool]:
    """Whether the words there begin a sentence, and whether they end one."""
    said = span.of(text)
    return said[:1].isupper(), said.rstrip("’'”\"»")[-1:] in (".", "!", "?")


class _Row:
    """One wording laid along the measure."""

    def __init__(
        self,
        event: Event,
        number: int,
        wording: Wording,
        side: Sequence[Token],
        measure: Sequence[Token],
        whole: tuple[bool, bool],
        to: Aligned,
    ) -> None:
        self._text = event.articles[wording.article].document.text
        self._number, self._wording, self._side, self._measure = number, wording, side, measure
        self._equal = dict(to.equal)
        self._head, self._tail = self._edges((whole, _whole(self._text, wording.span)), to.equal)

    def _edges(self, to: _Sides, equal: Sequence[tuple[int, int]]) -> tuple[bool, bool]:
        """Whether what lies before the first and behind the last equal word stands for each other.

        It does where it is as many words, and where both wordings begin, or end, a sentence there.
        """
        if not equal:
            return False, False
        (i, j), (m, n) = equal[0], equal[-1]
        behind = len(self._measure) - 1 - m, len(self._side) - 1 - n
        return (
            0 < min(i, j) <= max(i, j) <= EDGE and (i == j or all(begins for begins, _ in to)),
            0 < min(behind) <= max(behind) <= EDGE and (behind[0] == behind[1] or all(ends for _, ends in to)),
        )

    def runs(self) -> Iterator[tuple[int, int]]:
        """Where in the measure this one has other words, more, or less."""
        equal = sorted(self._equal.items())
        if self._head:
            yield 0, equal[0][0]
        for (i, j), (m, n) in pairwise(equal):
            if m - i > 1 or n - j > 1:
                yield i + 1, m
        if self._tail:
            yield equal[-1][0] + 1, len(self._measure)

    def reading(self, start: int, stop: int) -> Reading | None:
        """What it has there; None where it does not go so far, or where words were left out or put in by an editor."""
        left, right = self._left(start, stop), self._right(start, stop)
        if left is None or right is None or left > right or self._is_cut(start, stop, left, right):
            return None
        said = list(self._side[left:right])
        norms = [t.norm for t in said]
        first, last = self._first(start, stop), self._last(start, stop)
        if first is not None or last is not None:  # a fragment begins or ends within the place
            if not any(t.content for t in said):
                return None
            norms = [t.norm for t in self._measure[start : first or start]] + norms
            norms += [t.norm for t in self._measure[stop if last is None else last : stop]]
        span = self._span(left, right)
        if span is None:
            return None
        return Reading(self._number, Mention(self._wording.article, span, _value(norms)), tuple(said))

    def _left(self, start: int, stop: int) -> int | None:
        if start < stop and start in self._equal:
            return self._equal[start]
        if start - 1 in self._equal:
            return self._equal[start - 1] + 1
        first = self._first(start, stop)
        return 0 if (start == 0 and self._head) or first is not None else None

    def _right(self, start: int, stop: int) -> int | None:
        if start < stop and stop - 1 in self._equal:
            return self._equal[stop - 1] + 1
        if stop in self._equal:
            return self._equal[stop]
        last = self._last(start, stop)
        return len(self._side) if (stop == len(self._measure) and self._tail) or last is not None else None

    def _first(self, start: int, stop: int) -> int | None:
        """Where in the place a fragment begins whose first word is equal."""
        first = next(((i, j) for i, j in self._equal.items()), None)
        return first[0] if first and first[1] == 0 and start < first[0] < stop else None

    def _last(self, start: int, stop: int) -> int | None:
        """Behind which word in the place a fragment ends whose last word is equal."""
        last = max(self._equal.items(), default=None)
        ends = last and last[1] == len(self._side) - 1 and start < last[0] + 1 < stop
        return last[0] + 1 if last and ends else None

    def _is_cut(self, start: int, stop: int, left: int, right: int) -> bool:
        """Whether words were left out or put in there: between the equal words on both sides, if these are others."""
        begin = self._side[left - 1].span.end if left else self._wording.span.start
        end = self._side[right].span.start if right < len(self._side) else self._wording.span.end
        if start < stop and start in self._equal:
            begin = self._side[left].span.start
        if start < stop and stop - 1 in self._equal:
            end = self._side[right - 1].span.end
        return _CUT.search(self._text[begin:end].rstrip(".")) is not None

    def _span(self, left: int, right: int) -> Span | None:
        """The words, or where there are none those on both sides of the gap."""
        around = self._side[left:right] or self._side[max(0, left - 1) : right + 1]
        return Span.cover(*(t.span for t in around)) if around else None


IDLE = (
    ARTICLES | frozenset(form for form, base in AUXILIARIES.items() if base in ("be", "have")) | {"that", "both", "'s"}
)
"""Words that come and go in a quotation without a reader's being told anything else."""


def _value(norms: Sequence[str]) -> str:
    """The words in plain form, without the idle ones unless there are no others; how they are joined says nothing."""
    return "".join(n for n in norms if n not in IDLE) or "".join(n for n in norms if n not in ARTICLES)
