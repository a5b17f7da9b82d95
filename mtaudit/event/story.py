"""What an article tells, without what its page and its desk put around it: that makes no outlet another witness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from mtaudit.records import PROSE, Parsed, Role, Segment, Span
from mtaudit.text.furniture import blanked, dateline, is_furniture, slips
from mtaudit.text.words import LINE


def story(text: Parsed) -> Parsed:
    """The article with furniture, bylines, dateline and marks too many blanked: what is left stays where it was."""
    written = text.document.text
    left_out = sorted([*_around(text), *slips(written)])
    if not left_out:
        return text
    told = blanked(written, left_out)
    segments, words = [], []
    for segment, side in zip(text.segments, text.words, strict=True):
        kept = tuple(w for w in side if not told[w.span.start].isspace())
        if kept:
            whole = len(kept) == len(side)
            start = segment.span.start if whole else kept[0].span.start
            segments.append(replace(segment, span=Span(start, segment.span.end)))
            words.append(kept)
    return Parsed(replace(text.document, text=told), tuple(_numbered(segments)), tuple(words))


def story_text(text: str) -> str:
    """The same of a text that was not read yet, by its lines."""
    lines = [Span(*line.span()) for line in LINE.finditer(text)]
    return blanked(text, [line for line in lines if is_furniture(line.of(text))])


def _around(text: Parsed) -> Iterator[Span]:
    written, opened = text.document.text, False
    for _, group in groupby(text.segments, key=lambda s: s.paragraph):
        inside = list(group)
        span = Span.cover(*(s.span for s in inside))
        byline = inside[0].role is Role.BYLINE and not span.of(written).endswith(".")  # “By noon the ferry sank.”
        if byline or inside[0].role is Role.DEBRIS or is_furniture(span.of(written)):
            yield span
        elif inside[0].role in PROSE and not opened:
            opened = True
            if length := dateline(span.of(written)):
                yield Span(span.start, span.start + length)


def _numbered(segments: list[Segment]) -> Iterator[Segment]:
    """The segments with their paragraphs numbered anew, since what stood between them parts nothing."""
    for number, (_, group) in enumerate(groupby(segments, key=lambda s: s.paragraph)):
        yield from (replace(segment, paragraph=number) for segment in group)
