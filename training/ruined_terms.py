"""Sentences to put a phrase into, and ruined terms held against the right ones in them.

The terms are those of the Problematic Paper Screener (`tortured_phrases`); each stands in a sentence of ours, in every
third pair between other sentences, and now and then as the whole text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.records import Span
from training.sets import Half, Row, rows

NAME = "tortured_phrases"

FIT = (
    "The committee heard on Tuesday that {} had been studied for many years.",
    "Much of the report is about {}, which few people understand.",
    "The engineers tested {} for three months.",
    "Without {} the project would have failed, the engineers said.",
    "“We had to learn what {} means before we could begin,” said the director.",
    "Several papers describe {}.",
    "She wrote her thesis on {} and later taught at two universities.",
    "The city wants to replace {} by something cheaper.",
    "In the second chapter the authors turn to {} and its costs.",
    "{} has become a matter of dispute in parliament.",
    "New methods for {} were shown at the fair in Geneva last week.",
    "The team improved {} with a small change.",
    "Experts fear {} more than any other danger.",
    "The grant will pay for work on {} until the end of the year.",
    "Critics say that {} has been neglected by the ministry.",
    "The judge mentioned {} twice in her ruling.",
    "A lecture on {} drew a large crowd.",
    "Farmers in the north now use {} on most of their fields.",
    "The minister did not explain how {} works.",
    "When {} was introduced, prices fell by 12 percent.",
    "{}",
)
"""Those to fit on."""

REPORT = (
    "We studied {} in detail.",
    "The role of {} was unclear.",
    "Doctors at the hospital have long known about {}.",
    "The company said on Friday that it would invest 40 million dollars in {}.",
    "What is new is the use of {} in small towns, according to the mayor.",
    "He won the prize for his work on {}.",
    "Researchers in Kyoto reported a simpler way to measure {}, and farmers may profit from it.",
    "Few voters had ever heard of {} before the debate.",
    "The court asked two experts to explain {} to the jury.",
    "Nobody doubts that {} matters, but opinions differ on how much.",
    "Her second book, which appears in May, deals with {}.",
    "Between 2010 and 2015 the number of articles about {} doubled.",
    "“It is all about {},” the coach told reporters after the game.",
    "Soldiers were trained in {} before they left for the border.",
    "A storm cut off the power, and the experiment on {} was lost.",
    "Students must pass an examination in {} this summer.",
    "The bank blamed {} for the delay.",
    "According to the ministry, {} will be covered by the new law.",
    "Compared with {}, the other risks are small.",
    "It was the first conference on {} in Latin America.",
    "{}",
)
"""Those to report on."""

LEAD = (
    "The meeting began at nine in the morning. Some forty people had come to the town hall, and most of them stayed "
    "until the end. "
)
TAIL = " Afterwards there was tea. The next meeting is planned for June."
"""What stands before and behind the sentence in every third pair."""


@dataclass(frozen=True, slots=True)
class Ruined:
    """Two texts that differ in a term, and where it stands in them."""

    row: Row
    original: str
    copy: str
    where: tuple[Span, Span]
    bare: bool


def ruined(half: Half, times: int = 1) -> Iterator[Ruined]:
    """The clean pairs of terms of a half, each in so many sentences, the same on every call."""
    chosen = [row for row in rows(NAME, half) if row["clean"]]
    random.Random(NAME).shuffle(chosen)
    sentences = FIT if half == "fit" else REPORT
    for k, row in enumerate(chosen * times):
        turn = k // len(sentences)
        sentence = sentences[(k + turn) % len(sentences)]
        bare = sentence == "{}"
        if turn % 3 == 2 and not bare:
            sentence = LEAD + sentence + TAIL
        yield _ruined(row, sentence, bare=bare)


def _ruined(row: Row, sentence: str, *, bare: bool) -> Ruined:
    start = sentence.index("{}")
    terms = row["original_clean"], row["tortured"]
    spans = Span(start, start + len(terms[0])), Span(start, start + len(terms[1]))
    return Ruined(row, sentence.format(terms[0]), sentence.format(terms[1]), spans, bare)
