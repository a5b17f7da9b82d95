"""Sentence broken: a stop or a capital cuts a sentence in two where the original goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lexicon.closed_class import is_content, is_function_word
from mtaudit.lexicon.wordnet import parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import partners, turned
from mtaudit.records import PROSE, ComparedBead, Comparison, Span, Suspicion, Word
from mtaudit.text.sentences import ABBREVIATIONS, TITLES
from mtaudit.text.words import joined

_STOPPED = re.compile(r"\b\w+[”\"]?\.[ ](?P<behind>[a-z]+)")

STOPPED = 2
"""A word and its stop."""

WIDEST = 8
"""Words of the original between the two beside a stop from which they have nothing to do with each other."""

GLUED = frozenset((")", "]", ","))
"""Marks behind which a sentence goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceBroken:
    """A sentence of the copy stops in the middle of a clause, or begins anew where none begins.

    Machine translation cuts its input at marks it does not understand and puts the pieces back as sentences: "were
    taken. for a good reason", an adjective that stands behind its noun in the other language torn off as a sentence of
    its own, an article with a capital in the middle of a clause. The reader stumbles and the words are there: minor.
    Where a content word fell into the crack the sentence says less, or something else: major. A
    capital behind a comma is no more than a slip, and only remarked on.
    """

    longest: int = 2
    """Words of the longest piece that counts as torn off: a longer one may be somebody's style."""

    category: ClassVar[Category] = Category.FLUENCY
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Steps were [[taken for]] a good reason.",
            "Steps were [[taken. for]] a good reason.",
            severity=Severity.MINOR,
        ),
        Case(
            "The rebels threatened nurses [[and unarmed doctors]] in the port.",
            "The rebels threatened nurses [[and. doctors]] in the port.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The flood reached the old [[harbour of]] Riga.",
            "The flood reached the old [[harbour. of]] Riga.",
            severity=Severity.MINOR,
        ),
        Case(
            "Shares fell by [[half in]] one morning.",
            "Shares fell by [[half. in]] one morning.",
            severity=Severity.MINOR,
        ),
        Case(
            "The vaccine protects [[infants from]] measles.",
            "The vaccine protects [[infants. from]] measles.",
            severity=Severity.MINOR,
        ),
        Case(
            "“It rose all [[night,” said]] the guard.",
            "“It rose all [[night”. said]] the guard.",
            severity=Severity.MINOR,
        ),
        Case(
            "Riots broke out near the British embassy.",
            "Riots broke out near the [[embassy. British.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "The court rejects it in light of the riots near the Danish parliament. That day was a warning.",
            "The court rejects it in light of the riots near the [[parliament. Danish.]] That day was a warning.",
            severity=Severity.MINOR,
        ),
        Case(
            "The team won its third European title.",
            "The team won its third [[title. European.]]",
            severity=Severity.MINOR,
        ),
        Case(
            "The evidence in support of the claim is thin.",
            "The evidence in support [[Of]] the claim is thin.",
            severity=Severity.MINOR,
        ),
        Case(
            "The probe landed, as planned, near a crater.",
            "The probe landed, [[As]] planned, near a crater.",
            severity=Severity.NEUTRAL,
        ),
        Case(
            "The votes (all of them) were counted again.",
            "The votes (all of them) [[Were]] counted again.",
            severity=Severity.MINOR,
        ),
        Case(
            "Prices rose by 3.5 percent, e.g. in May.",
            "Prices rose by 3.5 percent, e.g. in May.",
            why="an abbreviation",
        ),
        Case(
            "The firm, Dell Inc., of Texas, sued.", "The firm, Dell Inc. of Texas, sued.", why="an abbreviation's stop"
        ),
        Case("She sang. iTunes sold it.", "She sang. iTunes sold it.", why="the same in the original"),
        Case(
            "The bank failed, and nobody noticed it.", "The bank failed. Nobody noticed it.", why="two whole sentences"
        ),
        Case("It failed. Twice.", "It failed. Twice.", why="the original's own style"),
        Case("He read the book with the long title.", "He read the book The Long Title.", why="a title"),
        Case("He said the dam was safe.", "He said: “The dam was safe.”", why="a quotation begins with a capital"),
        Case("They asked, and she said no.", "They asked. “No,” she said.", why="an answer"),
        Case("Dr. Hale and St. John met.", "Dr. Hale and St. John met in May.", why="abbreviated titles"),
        Case("Rain fell in May, and he left.", "Rain fell in May, and I left.", why="the pronoun has a capital"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Stops before lower case, pieces torn off, and capitals where nothing begins."""
        usual = {match.group() for match in _STOPPED.finditer(comparison.original.text)}
        for bead in comparison.beads:
            if bead.original and bead.copy and all(s.role in PROSE for s in bead.bead.copy):
                yield from _stopped(comparison, bead, usual)
                yield from self._torn(bead)
                yield from _capitals(bead)
        yield from self._torn_off(comparison)

    def _torn(self, bead: ComparedBead) -> Iterator[Suspicion]:
        """Short pieces without a verb between stops, where the original's bead is a single sentence."""
        more = len(_stops(bead.copy)) > len(_stops(bead.original))
        if not more or len(bead.bead.original) > 1 or len(bead.bead.copy) + len(_stops(bead.copy)) < 3:
            return
        for before, behind in zip(_stops(bead.copy), _stops(bead.copy)[1:], strict=False):
            piece = bead.copy[before + 1 : behind]
            torn = 1 <= len(piece) <= self.longest and all(w.spaced and _is_bare(w) for w in piece)
            if torn and before and _is_bare(bead.copy[before - 1]):
                span = Span(bead.copy[before - 1].span.start, bead.copy[behind].span.end)
                said = f"“{joined(piece)}” stands as a sentence of its own."
                yield _suspicion(None, span, said, Severity.MINOR)

    def _torn_off(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Such pieces that stand for no sentence of the original, behind another in their paragraph."""
        for before, bead in pairwise(bead for bead in comparison.beads if bead.copy):
            words, last = bead.copy[:-1], before.copy[-2:]
            torn = not bead.original and bead.copy[-1].text == "." and 1 <= len(words) <= self.longest
            beside = before.bead.copy[-1].paragraph == bead.bead.copy[0].paragraph and len(last) == STOPPED
            if torn and beside and last[1].text == "." and all(map(_is_bare, (last[0], *words))):
                span = Span(last[0].span.start, bead.copy[-1].span.end)
                said = f"“{joined(words)}” stands as a sentence of its own."
                yield _suspicion(None, span, said, Severity.MINOR)


def _stops(side: tuple[Word, ...]) -> list[int]:
    """Where full stops stand."""
    return [k for k, w in enumerate(side) if w.text == "."]


def _is_bare(word: Word) -> bool:
    """Whether it is a content word that is no verb."""
    plain = word.form.isalpha() and len(word.form) > 1 and word.form not in TITLES | ABBREVIATIONS
    return plain and is_content(word) and not word.form.endswith("ly") and _is_nominal(word.form)


def _is_nominal(form: str) -> bool:
    parts = parts_of_speech(form)
    return not parts or bool(parts & {"n", "a"})


def _stopped(comparison: Comparison, bead: ComparedBead, usual: set[str]) -> Iterator[Suspicion]:
    """Stops in the copy before a word in lower case."""
    text = comparison.copy.text
    partner = partners(turned(bead))
    linked = frozenset(partner.values())
    starts = {w.span.start: k for k, w in enumerate(bead.copy)}
    for segment in bead.bead.copy:
        for match in _STOPPED.finditer(text, segment.span.start, segment.span.end):
            if match.group() in usual or _abbreviates(match.group()):
                continue
            beside = [starts.get(match.start()), starts.get(match.start("behind"))]
            ends = [partner[k] for k in beside if k in partner]
            near = len(ends) == len(beside) and 0 < ends[1] - ends[0] < WIDEST
            seam = range(ends[0], ends[1] + 1) if near else range(0)
            lost = any(is_content(bead.original[k]) and k not in linked for k in seam[1:-1])
            severity = Severity.MAJOR if lost else Severity.MINOR
            said = "A full stop breaks the sentence."
            yield _suspicion(bead.original_span(seam), Span(*match.span()), said, severity)


def _capitals(bead: ComparedBead) -> Iterator[Suspicion]:
    """Small words with a capital behind a word, where the original has none there."""
    usual = {w.text for k, w in enumerate(bead.original) if k and not _begins(bead.original, k)}
    starts = {k.copy for k in bead.links if not k.original or _begins(bead.original, k.original)}
    for k, word in enumerate(bead.copy[:-1]):
        stray = k not in starts and k and word.text.istitle() and is_function_word(word.form) and word.form != "i"
        goes_on = bead.copy[k + 1].text[0].islower() and bead.copy[k + 1].text.isalpha()
        named = k and bead.copy[k - 1].text[0].isupper()
        if stray and goes_on and not named and not _begins(bead.copy, k) and word.text not in usual:
            slight = bead.copy[k - 1].text == ","
            said = f"“{word.text}” has a capital in the middle of a sentence."
            yield _suspicion(None, word.span, said, Severity.NEUTRAL if slight else Severity.MINOR)


def _begins(side: tuple[Word, ...], k: int) -> bool:
    """Whether a sentence, a quotation or a title may begin with the word."""
    before = side[k - 1]
    return before.is_punctuation and before.text not in GLUED


def _suspicion(original: Span | None, copy: Span, message: str, severity: Severity) -> Suspicion:
    return Suspicion(
        original=original,
        copy=copy,
        severity=severity,
        message=message,
        explanation="A word was lost where the sentence was cut and joined again: it says less, or something else."
        if severity is Severity.MAJOR
        else "Machine translation cut the text at this place and joined it again; the reader stumbles.",
        confidence=0.9,
    )


def _abbreviates(found: str) -> bool:
    """Whether the stop belongs to an abbreviation and breaks nothing."""
    word = found.split(".")[0].casefold()
    return len(word) <= 1 or word in TITLES or word in ABBREVIATIONS
