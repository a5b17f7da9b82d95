"""How findings likely came about, and the language through which the copy went.

A word of the language in between that stands for both English words, a name that is a word there, a small word left
over, an order of words: each is a clue for one or more languages. A clue explains its finding; all of them together
tell the language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp, log

from mtaudit.errors import InputError
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.foreign import languages_of, small_word_of
from mtaudit.lexicon.pivots import LANGUAGES, Confusion, Lexicon, bundled, freedict, phrase_bases, phrase_pairs
from mtaudit.lexicon.spelling import same_word
from mtaudit.lexicon.wordnet import Relation, parts_of_speech, relation
from mtaudit.mqm import Category
from mtaudit.records import Comparison, Document, Failure, Finding, Pivot, Span, Word
from mtaudit.text.names import is_capitalised
from mtaudit.text.words import either, words

SENSES = frozenset(
    (Category.NAME, Category.TERM, Category.MISTRANSLATION, Category.POLARITY, Category.QUOTATION, Category.MODALITY)
)
"""Categories of findings in which a word may have come back in another of its senses."""

NOUN_FIRST = ("French", "Spanish", "Portuguese", "Italian")
"""Languages in which most adjectives follow their noun, and in which things are “he” or “she”."""

THINGS, PERSONS = frozenset(("it", "its")), frozenset("he him his she her hers".split())

LISTED = 3
"""Languages named in one sentence."""

PRIOR = 0.1
"""Of each language of the lists, before anything is known; what is left is for all others."""

SENSE, LOOSE, TELLING = 2.6, 1.0, 10.0
"""Weights of clues. A word in senses apart explains 0.77 % of the phrases judged wrong in round trips through its
language and 0.30 % in those through Hindi, Tagalog and Chinese (ContraTICO; `python -m training.pivots`). A dictionary
that tells no senses explains as many in either, so that it has no say; that a translated name or a word left over is a
word of some other language is hardly met by chance, and was not measured."""

MISSED = 0.995
"""Weight of a phrase judged wrong that no word of a language explains, by the same figures."""

TOLD, NAMED = 0.7, 0.15
"""Probability of all languages that are named together, and of each, from which they are named."""

FEWEST = 2
"""Pieces of evidence without which no language is named."""

BOTH, FRIEND = " is both “{}” and “{}”.", " means “{}” and only looks like “{}”."
"""What is said of a word of another language and two English ones."""

SHOWN = 6
"""Pieces of evidence that are told."""


@dataclass(frozen=True, slots=True)
class Clue:
    """What speaks for some languages: the word of each that was looked up ("" where none was), within a sentence.

    Clues of one `key` are one piece of evidence, however often they are met. `weight` is how many times likelier
    the clue is where the copy went through a language that it speaks for than where it did not.
    """

    key: tuple[str, ...]
    before: str
    found: tuple[tuple[str, str], ...]
    after: str
    weight: float

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it speaks for."""
        return frozenset(language for language, _ in self.found)

    def said(self, likely: Sequence[str] = ()) -> str:
        """The sentence, naming the likely languages before the others."""
        order = sorted(self.found, key=lambda f: (likely.index(f[0]) if f[0] in likely else len(likely), *f))
        told = [f"{language} “{word}”" if word else language for language, word in order[:LISTED]]
        return f"{self.before}{either(told)}{self.after}"


def caused(
    comparison: Comparison, findings: tuple[Finding, ...]
) -> tuple[tuple[Finding, ...], Pivot | None, tuple[Failure, ...]]:
    """The findings with their causes, where there is evidence, added to what they explain; and the language in between.

    Reads the dictionaries of FreeDict where they are installed; where one cannot be read there are no causes.
    """
    try:
        return *_explained(comparison, findings), ()
    except InputError as error:
        return findings, None, (Failure("dictionary", comparison.copy.id, str(error)),)


def _explained(comparison: Comparison, findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], Pivot | None]:
    seen, pivot = _read(comparison, findings, freedict.quick())
    if pivot and any(freedict.is_slow(language) for language, _ in pivot.languages):
        seen, pivot = _read(comparison, findings, freedict.everything())
    likely = [language for language, _ in pivot.languages] if pivot else []
    return tuple(_with_cause(finding, clues, likely) for finding, clues in zip(findings, seen, strict=True)), pivot


def _read(
    comparison: Comparison, findings: Sequence[Finding], dictionaries: Sequence[Lexicon]
) -> tuple[list[tuple[Clue, ...]], Pivot | None]:
    seen = [tuple(clues(comparison, finding, dictionaries)) for finding in findings]
    wrong = {
        tuple(word.form for word in _at(comparison.original, finding.original))
        for finding in findings
        if finding.original and finding.copy and finding.category in SENSES - {Category.QUOTATION}
    }
    return seen, weighed([clue for clues in seen for clue in clues], len(wrong))


def _with_cause(finding: Finding, clues: Sequence[Clue], likely: Sequence[str]) -> Finding:
    """The finding with its best clue told: one of a likely language, a telling one, the first."""
    if not clues:
        return finding
    best = max(clues, key=lambda c: (bool(c.languages.intersection(likely)), c.weight))
    return replace(finding, explanation=f"{finding.explanation} {best.said(likely)}")


def weighed(clues: Sequence[Clue], judged: int) -> Pivot | None:
    """The likeliest languages, given the clues and the number of phrases judged wrong, each of which might have one.

    Naive Bayes over the languages of the lists and none of them; None where no language is likely enough, or only one
    thing speaks for it.
    """
    distinct = list({clue.key: clue for clue in reversed(clues)}.values())[::-1]
    odds = {}
    for language in LANGUAGES.values():
        support = [clue for clue in distinct if language in clue.languages]
        missed = max(0, judged - len(support))
        odds[language] = log(PRIOR) + sum(log(clue.weight) for clue in support) + missed * log(MISSED)
    odds["another language"] = log(1 - PRIOR * len(LANGUAGES))
    highest = max(odds.values())
    total = sum(exp(value - highest) for value in odds.values())
    share = {language: exp(value - highest) / total for language, value in odds.items()}
    named = [(k, round(p, 4)) for k, p in sorted(share.items(), key=lambda kp: -kp[1]) if p >= NAMED and k in odds]
    likely = [language for language, _ in named if language in LANGUAGES.values()]
    evidence = [clue for clue in distinct if clue.weight > LOOSE and clue.languages.intersection(likely)]
    if not likely or named[0][0] not in likely or sum(share[k] for k in likely) < TOLD or len(evidence) < FEWEST:
        return None
    order = sorted(evidence, key=lambda clue: (-clue.weight, len(clue.languages)))
    return Pivot(tuple((k, p) for k, p in named if k in likely), tuple(clue.said(likely) for clue in order[:SHOWN]))


def clues(comparison: Comparison, finding: Finding, dictionaries: Sequence[Lexicon]) -> Iterator[Clue]:
    """What tells how a finding came about, from the lists and from these dictionaries."""
    lost, gained = _at(comparison.original, finding.original), _at(comparison.copy, finding.copy)
    if finding.category is Category.NAME:
        yield from _names(lost, gained, dictionaries)
    if finding.category in SENSES and lost and gained:
        yield from _senses(lost, gained, dictionaries)
    if finding.category is Category.RESIDUE:
        yield from _residues(gained)
    if finding.category is Category.PRONOUN and _forms(lost) & THINGS and _forms(gained) & PERSONS:
        yield _of_all("Things are “he” or “she” in ")
    if finding.category in (Category.FLUENCY, Category.QUOTATION, Category.TERM) and _nouns_first(lost, gained):
        yield _of_all("Most adjectives follow their noun in ")


def _at(document: Document, span: Span | None) -> Sequence[Word]:
    return words(document.text, span.start, span.end) if span else ()


def _forms(side: Sequence[Word]) -> set[str]:
    return {word.form for word in side}


def _of_all(before: str) -> Clue:
    return Clue((before,), before, tuple((language, "") for language in NOUN_FIRST), ".", SENSE)


def _names(lost: Sequence[Word], gained: Sequence[Word], dictionaries: Sequence[Lexicon]) -> Iterator[Clue]:
    """A name that is a word in other languages, and stands translated in the copy."""
    said = {base for word in gained for base in phrase_bases((word,))}
    for name in lost:
        if not is_capitalised(name):
            continue
        meant: dict[str, str] = {}
        for lexicon in (bundled(), *dictionaries):
            for entry in lexicon.translations(name.form):
                for english in sorted(said & frozenset().union(*entry.senses)):
                    meant.setdefault(entry.language, english)
        for english in sorted(set(meant.values())):
            found = tuple((language, "") for language, word in sorted(meant.items()) if word == english)
            weight = SENSE if parts_of_speech(name.form) else TELLING  # an English word may be reworded as such
            yield Clue((name.form,), f"“{name.text}” is the word for “{english}” in ", found, ".", weight)


def _senses(lost: Sequence[Word], gained: Sequence[Word], dictionaries: Sequence[Lexicon]) -> Iterator[Clue]:
    """Words of other languages that stand for both phrases, or for a word of each."""
    for bases in phrase_pairs(lost, gained):
        apart = bundled().confusions(*bases)
        yield from _told([c for c in apart if not c.false_friend], BOTH, SENSE)
        yield from _told([c for c in apart if c.false_friend], FRIEND, SENSE)
        known = {confusion.language for confusion in apart}
        shared = [c for d in dictionaries for c in d.shared(*bases) if c.language not in known]
        yield from _told([c for c in shared if relation(c.first, c.second) is Relation.NONE], BOTH, LOOSE)


def _told(confusions: Sequence[Confusion], saying: str, weight: float) -> Iterator[Clue]:
    """A clue for every two English words: `saying` is what is said of them, the first and the second."""
    for found, first, second in _merged(confusions):
        yield Clue((first, second), "", found, saying.format(first, second), weight)


def _merged(confusions: Sequence[Confusion]) -> Iterator[tuple[tuple[tuple[str, str], ...], str, str]]:
    """For each two English words the languages, each with its first word for both."""
    for pair in sorted({(c.first, c.second) for c in confusions}):
        if all(map(is_function_word, pair)):
            continue
        words_ = {c.language: c.word for c in reversed(confusions) if (c.first, c.second) == pair}
        yield tuple(sorted(words_.items())), *pair


def _residues(gained: Sequence[Word]) -> Iterator[Clue]:
    """Small words of other languages that stand in the copy."""
    for word in gained:
        languages = languages_of(word.form) or small_word_of(word.form)
        if languages:
            yield Clue((word.form,), f"“{word.text}” is a word in ", tuple((k, "") for k in languages), ".", TELLING)


def _nouns_first(lost: Sequence[Word], gained: Sequence[Word]) -> bool:
    """Whether an adjective that stood before its noun stands behind it."""
    turned = [(b, a) for a, b in pairwise(lost) if "a" in parts_of_speech(a.form) and "n" in parts_of_speech(b.form)]
    return any(same_word(c.form, n.form) and same_word(d.form, a.form) for c, d in pairwise(gained) for n, a in turned)
