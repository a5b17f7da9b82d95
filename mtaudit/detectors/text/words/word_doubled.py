"""Word doubled: a word stands twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import prose, seen
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import ARTICLES, COORDINATORS, PREPOSITIONS, is_function_word
from mtaudit.lexicon.wordnet import known, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Span, Suspicion
from mtaudit.text.names import is_capitalised

DOUBLED = tables.words("doubled-words")
"""Words that English doubles in sound sentences ("had had", "so so", "turned in in May"), or as an outcry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordDoubled:
    """The same word stands twice side by side, with nothing between.

    A machine that lost its place says the last word again, and where two pieces are joined both bring their article or
    preposition. Nobody is misled: minor. Words that sound English doubles ("had had", "very very", "bye bye"), names,
    figures, and repetitions with a mark between are left alone.
    """

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The mayor of [[the the]] town left before noon.", severity=Severity.MINOR),
        Case("The bridge was closed [[and and]] its towers were lit.", severity=Severity.MINOR),
        Case("The judge spoke [[of of]] a plain breach of the lease.", severity=Severity.MINOR),
        Case("The vaccine [[works works]] in old people, the trial found.", severity=Severity.MINOR),
        Case("Police held two men in the [[harbour harbour harbour]] on Monday.", severity=Severity.MINOR),
        Case("Rain fell [[for for]] nine days in the valley.", severity=Severity.MINOR),
        Case("Hale won [[with with]] a margin of nine points.", severity=Severity.MINOR),
        Case("The probe sent [[pictures pictures]] home in May.", severity=Severity.MINOR),
        Case("Shares of [[a a]] bank in Oslo fell by half.", severity=Severity.MINOR),
        Case("He knew that that was wrong and that he had had enough.", why="words that English doubles"),
        Case("It was a very very long day on a long long road.", why="for emphasis"),
        Case("Duran Duran played in Walla Walla.", why="names"),
        Case("The code is 7 7 9 and the score 2 2.", why="figures"),
        Case("“No, no,” he said. “Never, never again.”", why="a mark between"),
        Case("What it is is a farce, and what it was was worse.", why="a clause as subject"),
        Case("The ferry came in in May, and the strike went on on Monday.", why="a particle before a preposition"),
        Case("She gave her her coat and told him so so quietly.", why="words that English doubles"),
        Case("The win-win deal was a so-so one.", why="hyphens"),
        Case("They sang la la la and ate couscous.", why="a song"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Every run of one word in prose."""
        for _, words in prose(text):
            position = 0
            for form, group in groupby(words, key=lambda w: w.form):
                run = tuple(group)
                position += len(run)
                if len(run) > 1 and _is_slip(form) and all(w.spaced for w in run[1:]) and not is_capitalised(run[-1]):
                    near = words[max(0, position - len(run) - 1) : position + 1]
                    if not any(a.text in "-‐‑" or b.text in "-‐‑" for a, b in pairwise(near)):
                        yield _suspicion(Span(run[0].span.start, run[-1].span.end), run[-1].text)


def _is_slip(form: str) -> bool:
    """Whether no sound sentence doubles the word."""
    if not form.isalpha() or form in DOUBLED:
        return False
    if is_function_word(form):
        return form in ARTICLES | PREPOSITIONS | COORDINATORS or form in ("this", "their", "its", "his", "with", "were")
    return (
        known(form)
        and not parts_of_speech(form) & {"r"}
        and parts_of_speech(form) != {"a"}
        and len(form) > 3
        and not ("a" in parts_of_speech(form) and len(form) < 6)
    )


def _suspicion(span: Span, word: str) -> Suspicion:
    return seen(
        span,
        f"“{word}” stands twice in a row.",
        "The word was said again where two translated pieces were joined, or the machine lost its place.",
        confidence=0.8,
    )
