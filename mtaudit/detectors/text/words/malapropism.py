"""Malapropism: a word stands in an established phrase in the place of one that it was confused with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, NamedTuple

from rapidfuzz.distance import JaroWinkler, Levenshtein

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.bound_words import Frame, frames_at, is_established
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.pivots import bases, bundled
from mtaudit.lexicon.spelling import same_word
from mtaudit.lexicon.wordnet import Relation, parts_of_speech, phrases, relation, share, synonymy
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Role, Suspicion, Word
from mtaudit.text.names import sounds_alike
from mtaudit.text.phrases import SURE, is_hyphened, is_plain
from mtaudit.text.words import DOUBLE_QUOTES

KINDRED = frozenset((Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM, Relation.SIMILAR, Relation.DERIVED))
"""Relations of a word with the bound one that a writer may have wanted."""

STEM = 6
"""Letters at the beginning by which words of one family are told where the lexicon does not join them."""

SILENT = frozenset((Role.DEBRIS, Role.BYLINE))
"""Where no phrases are to be expected."""


class _Confused(NamedTuple):
    """How two words could be taken for each other, put so that it ends a sentence, and how sure that is."""

    how: str
    severity: Severity
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Malapropism:
    """A word stands in an established phrase in the place of another that looks like it, or that shares a translation.

    "Torturous interference" is tortious interference, "the balance of actions" one of equities: French “action” is
    both an act and a share. In the phrase the word makes no sense, and one who knows the phrase can tell what was
    meant; one who does not is misled. Phrases are those of law, trade, medicine, sport and everyday English that any
    dictionary has. Nothing is said where the words as they stand are a phrase too, and where the two words are of
    one family or of one sense, since writers vary phrases on purpose.
    """

    alike: float = 0.88
    """Jaro-Winkler similarity of spelling from which one word can be taken for the other: "torturous" has 0.90 with
    "tortious", "spectrum" 0.92 with "specter", "statue" 0.97 with "statute"."""

    letters: int = 6
    """Letters that both must have: among shorter ones too many are alike ("plan", "plant")."""

    slip: int = 3
    """Most letters in which the two differ: "spectrum" and "specter" do in three. With these, and two words confused by
    a translation, nothing is found in 24,000 words of sound news nor in 280,000 of human translations."""

    category: ClassVar[Category] = Category.TERM
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The suit alleges [[torturous interference]] with a sale.", severity=Severity.MAJOR),
        Case("The claim is barred by the [[statue of limitations]].", severity=Severity.MAJOR),
        Case("The report [[raised the “spectrum of]] a default”.", severity=Severity.MAJOR),
        Case("The judge weighed the [[balance of actions]] between the two firms.", severity=Severity.MAJOR),
        Case("The patient was treated for [[prostrate cancer]] in Oslo.", severity=Severity.MAJOR),
        Case("Troops found an [[unexploded ordinance]] near the school.", severity=Severity.MAJOR),
        Case("Losses in the last [[physical year]] doubled.", severity=Severity.MAJOR),
        Case("The driver faces [[capitol punishment]] for the crime.", severity=Severity.MAJOR),
        Case("The ruling may [[set a dangerous president]].", severity=Severity.MAJOR),
        Case("Parliament passed a [[constitutional amazement]] in May.", severity=Severity.MAJOR),
        Case("Tortious interference and the statute of limitations were named.", why="the phrases themselves"),
        Case("Crowds came to the Statue of Liberty.", why="another phrase"),
        Case("The balance of power and the balance of trade shifted.", why="phrases with the same rest"),
        Case("The plane covers a spectrum of colours.", why="no phrase"),
        Case("Security cameras filmed the home address; a government order came.", why="nouns go with many others"),
        Case("A torturous road led to the village.", why="no phrase"),
        Case("The White Pepper Company and its power plan failed.", why="words of everyday that are alike"),
        Case("The striker saw a red car behind the net.", why="words of everyday that are alike"),
        Case("Interest rates and interest payments rose.", why="no other word"),
        Case("The city ordinance bans fires; unexploded ordnance is rare.", why="each in its phrase"),
        Case("The court's contempt is plain, on the ground of delay.", why="an inflection"),
        Case("The rules of engagement and the rules of procedure differ.", why="phrases with the same rest"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Words around which an established phrase stands, of which they are no part."""
        for segment, side in zip(text.segments, text.words, strict=True):
            if segment.role not in SILENT:
                yield from self._found(tuple(w for w in side if w.text not in DOUBLE_QUOTES))

    def _found(self, side: Sequence[Word]) -> Iterator[Suspicion]:
        forms = [word.form for word in side]
        for k, word in enumerate(side):
            if not is_plain(word) or is_function_word(word.form):
                continue
            for start, frame in frames_at(forms, k):
                confused = self._confused(word.form, frame)
                if confused and not _is_sound(side, forms, start, frame):
                    where = range(start, start + len(frame.words))
                    yield self._told(side, where, word, frame, confused)
                    break

    def _told(self, side: Sequence[Word], where: range, word: Word, frame: Frame, confused: _Confused) -> Suspicion:
        return symptom(
            side,
            where,
            confused.severity,
            f"“{{}}” is no phrase; “{' '.join(frame.words)}” is one.",
            f"“{word.text}” was likely put for “{frame.bound}”, {confused.how}; the sense is lost.",
            confused.confidence,
        )

    def _confused(self, form: str, frame: Frame) -> _Confused | None:
        """How the form could be taken for the bound word; None where it is that word, akin to it, or unlike it."""
        if frame.open or not parts_of_speech(form) or not _is_unrelated(form, frame.bound):
            return None
        if self._is_alike(form, frame.bound):
            return _Confused("which is near in sound or spelling", Severity.MAJOR, 0.75)
        shared = _shared(form, frame.bound)
        if not shared or _is_object(frame) or not (len(frame.words) > 2 or _is_qualified(frame)):
            return None
        firm = len(frame.words) > 2
        return _Confused(shared, Severity.MAJOR if firm else Severity.MINOR, 0.65 if firm else 0.4)

    def _is_alike(self, form: str, bound: str) -> bool:
        long = min(len(form), len(bound)) >= self.letters
        near = float(JaroWinkler.similarity(form, bound)) >= self.alike
        return long and ((near and Levenshtein.distance(form, bound) <= self.slip) or sounds_alike(form, bound))


@lru_cache(maxsize=4096)
def _is_unrelated(form: str, bound: str) -> bool:
    """Whether the two are of unlike families (those begin alike: "minister", "ministry") and share no sense."""
    if form[:STEM] == bound[:STEM]:
        return False
    return relation(form, bound) not in KINDRED and not same_word(form, bound) and synonymy(form, bound) == 0


@lru_cache(maxsize=4096)
def _shared(form: str, bound: str) -> str:
    """Which other language's word can be either of the two, in senses apart; empty where none is known."""
    found = bundled().confusions(bases(form), bases(bound))
    return f"since “{found[0].word}” in {found[0].language} can be either" if found else ""


def _is_object(frame: Frame) -> bool:
    """Whether the phrase is a verb with the bound noun as its object: most verbs take others as well."""
    return frame.slot == len(frame.words) - 1 and share(frame.words[0], "v") >= SURE


def _is_qualified(frame: Frame) -> bool:
    """Whether the phrase is an adjective and the bound noun; a noun before it goes with too many others."""
    before = frame.words[0]
    return frame.slot == 1 and share(before, "a") >= SURE and not before.endswith(("ed", "ing"))


def _is_sound(side: Sequence[Word], forms: Sequence[str], start: int, frame: Frame) -> bool:
    """Whether the words as they stand are a phrase too, or a hyphen joins one of them to another word."""
    length, k = len(frame.words), start + frame.slot
    listed = is_established(forms, start, length)
    known = any(begin <= k < begin + size for begin in range(max(0, k - 2), k + 1) for size, _ in phrases(forms, begin))
    return listed or known or is_hyphened(side, start) or is_hyphened(side, start + length - 1)
