"""Residue left: a word of another language that was not translated back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.foreign import NAMELY, is_foreign_script, languages_of, small_word_of
from mtaudit.lexicon.speech import is_speech
from mtaudit.lexicon.spelling import common_spelling, misspelt
from mtaudit.lexicon.wordnet import known, lemma, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import partners, steadiness, turned
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Span, Suspicion, Word
from mtaudit.text.names import CALENDAR, is_capitalised, names

UNTRANSLATED = "The word was left untranslated on the way back."


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidueLeft:
    """A word of the copy belongs to another language and is not the original's.

    What a machine could not translate it leaves: an article, a preposition, a whole noun. Small words are known by
    lists of the closed classes of a dozen languages, others by their script, or by standing in no English lexicon where
    the original has an English word. Names and words that the original has itself are left alone. A small word is
    minor; a word of another script, or one that took the place of a content word in a sentence that was otherwise kept,
    withholds what it says and is major, and so is a foreign "has" before a verb of speech ("a writes Hale"), from which
    nobody can tell who says it. An English word is taken for a foreign one only where it stands alone in a small word's
    place: "because" may become "due to".
    """

    close: float = 0.75
    """Share of the other words that must have been kept for a word to have surely taken the place of the original's."""

    category: ClassVar[Category] = Category.RESIDUE
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The price [[of]] bread rose.", "The price [[de]] bread rose.", severity=Severity.MINOR),
        Case("The [[government]] fell on Monday.", "The [[gobierno]] fell on Monday.", severity=Severity.MAJOR),
        Case("The [[harbour]] was closed on Monday.", "The [[港]] was closed on Monday.", severity=Severity.MAJOR),
        Case("Rain [[and]] wind hit the coast.", "Rain [[und]] wind hit the coast.", severity=Severity.MINOR),
        Case("The clerk wrote it down.", "[[Écrit]] the clerk wrote it down.", severity=Severity.MINOR),
        Case(
            "“It is over,” the clerk wrote.",
            "“It is over,” [[a writes]] the clerk.",
            why="the “a” of a French “a écrit”",
            severity=Severity.MAJOR,
        ),
        Case("The fire began [[before]] midnight.", "The fire began [[avant]] midnight.", severity=Severity.MINOR),
        Case("Voters chose Hale [[with]] great joy.", "Voters chose Hale [[mit]] great joy.", severity=Severity.MINOR),
        Case("The [[vaccine]] works in children.", "The [[impfstoff]] works in children.", severity=Severity.MAJOR),
        Case("The road was closed because of snow.", "The road was closed due to snow.", why="an English phrase"),
        Case("They came as one.", "They have come as one.", why="English words that are foreign ones too"),
        Case("The clerk gave a written reply.", "A written reply came from the clerk.", why="an article"),
        Case("He drove to Rio de Janeiro.", "He drove to Rio de Janeiro."),
        Case("The price of bread rose.", "The prices of bread went up."),
        Case("He met Müller in the café.", "In the café he met Müller."),
        Case("Analysts called it a selloff.", "Analysts called it a sell-off."),
        Case("The government fell.", "The govornment fell.", why="misspelt, not foreign"),
        Case("Москва is cold, he said.", "Москва is very cold, he said.", why="the original's own"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """New words of the copy that are of another language, or of none while the original's is English."""
        mine = frozenset(w.form for b in comparison.beads for w in b.original)
        named = names(comparison.copy.text) | names(comparison.original.text)
        for bead in comparison.beads:
            yield from _articles(bead)
            for difference in bead.differences:
                if bead.original and difference.equivalence is None and difference.kind is not DifferenceKind.MOVED:
                    yield from self._in_difference(bead, difference, mine, named)

    def _in_difference(
        self, bead: ComparedBead, difference: Difference, mine: frozenset[str], named: frozenset[str]
    ) -> Iterator[Suspicion]:
        yield from self._scripts(bead, difference, mine)
        partner = partners(turned(bead))
        withheld = _withholds(bead, difference, self.close)
        for j in difference.copy:
            word = bead.copy[j]
            if word.form in mine or not word.form.isalpha() or _glued(bead, j) or _in_name(bead, j):
                continue
            if is_foreign_script(word.form):
                continue
            other = bead.original[partner[j]] if j in partner else None
            spoken = _spoken(word, named, j == 0) or (_stands_for(bead, j, other) if other else None)
            if not spoken or (other and misspelt(word.form, other.form) and not languages_of(word.form)):
                continue
            small = bool(small_word_of(word.form)) or (
                other is not None and (is_function_word(other.form) or not known(other.form))
            )
            if other is not None and (other.is_punctuation or (not known(other.form) and not languages_of(word.form))):
                other = None
            severity = Severity.MAJOR if withheld and not small else Severity.MINOR
            was = (other,) if other else ()
            yield became(was, (word,), severity, UNTRANSLATED, 0.85, message=f"“{{1}}” is {spoken}.")

    def _scripts(self, bead: ComparedBead, difference: Difference, mine: frozenset[str]) -> Iterator[Suspicion]:
        """Runs of words in another script, each with what it stands for where nothing else was replaced with it."""
        run: list[int] = []
        for j in (*difference.copy, len(bead.copy)):
            if j in difference.copy and bead.copy[j].form not in mine and is_foreign_script(bead.copy[j].form):
                run.append(j)
            elif run:
                where = range(run[0], run[-1] + 1)
                was, now = both(bead, difference.original if where == difference.copy else range(0), where)
                yield became(was, now, Severity.MAJOR, UNTRANSLATED, 0.9, message="“{1}” is in another script.")
                run = []


def _articles(bead: ComparedBead) -> Iterator[Suspicion]:
    """An "a" of the copy alone that stands before what can only be a verb: no article, but another language's word."""
    if not bead.original:
        return
    kept = {k.copy for k in bead.links if bead.original[k.original].form == "a"}
    for j, (word, behind) in enumerate(pairwise(bead.copy)):
        if word.form == "a" and j not in kept and behind.text.islower() and parts_of_speech(behind.form) == {"v"}:
            speaks = is_speech(behind.form)
            yield Suspicion(
                original=None,
                copy=Span.cover(word.span, behind.span) if speaks else word.span,
                severity=Severity.MAJOR if speaks else Severity.MINOR,
                message=f"“{word.text}” is no article before “{behind.text}”.",
                explanation="A small word was left untranslated on the way back, and hides who says this."
                if speaks
                else "A small word was left untranslated on the way back.",
                confidence=0.8,
            )


def _withholds(bead: ComparedBead, difference: Difference, close: float) -> bool:
    """Whether the difference took the place of a content word in a sentence that was otherwise kept."""
    lost = bead.lost(difference)
    if not any(not w.is_punctuation and not is_function_word(w.form) for w in lost):
        return False
    return steadiness(bead, difference.original, difference.copy) >= close


def _glued(bead: ComparedBead, j: int) -> bool:
    """Whether a hyphen or stop joins the word to its neighbours, as in prefixes and addresses."""
    near = [bead.copy[k] for k in (j - 1, j + 1) if 0 <= k < len(bead.copy)]
    return any(w.text in "-‐‑/@" for w in near)


def _in_name(bead: ComparedBead, j: int) -> bool:
    """Whether the small word stands in a foreign name: "Rio de la Plata"."""
    if bead.copy[j].form not in NAMELY:
        return False
    before, behind = j - 1, j + 1
    while before >= 0 and bead.copy[before].form in NAMELY:
        before -= 1
    while behind < len(bead.copy) and bead.copy[behind].form in NAMELY:
        behind += 1
    return all(0 <= k < len(bead.copy) and is_capitalised(bead.copy[k]) for k in (before, behind))


def _stands_for(bead: ComparedBead, j: int, other: Word) -> str | None:
    """What an English-looking word is where it can only be a foreign one, for what it stands for; else None."""
    word = bead.copy[j]
    if is_function_word(other.form) and not is_function_word(word.form) and not is_capitalised(word):
        languages = () if _is_phrase(bead, j) else small_word_of(word.form)
        return "a word of " + " or ".join(languages[:3]) if languages else None
    if is_capitalised(word) and other.form in CALENDAR and not known(word.form):
        return "no English word"
    beside = [bead.copy[k] for k in (j - 1, j + 1) if 0 <= k < len(bead.copy)]
    plain = known(other.form) and not is_capitalised(other) and not any(map(is_capitalised, beside))
    if is_capitalised(word) and not word.text.isupper() and plain and not known(word.form) and not _built(word.form):
        return "no English word"
    return None


def _is_phrase(bead: ComparedBead, j: int) -> bool:
    """Whether the word and others beside it came together in the place of something: "due to"."""
    kept = {k.copy for k in bead.links if bead.original[k.original].form == bead.copy[k.copy].form}
    beside = [k for k in (j - 1, j + 1) if 0 <= k < len(bead.copy) and not bead.copy[k].is_punctuation]
    return any(k not in kept for k in beside)


def _spoken(word: Word, named: frozenset[str], opens: bool) -> str | None:
    """What language the word seems to be of, in words; None for English and for names."""
    languages = languages_of(word.form)
    capital = word.text[0].isupper()
    if languages and not (capital and not opens):
        return "a word of " + " or ".join(languages[:3])
    if word.form.isascii() and (capital or len(word.form) < 4):
        return None
    if word.form in named and capital:
        return None
    if known(word.form) or known(common_spelling(word.form)) or known(lemma(word.form)) or _built(word.form):
        return None
    return "no English word"


def _built(form: str) -> bool:
    """Whether a known word stands behind a living prefix or before a living ending."""
    prefixes = (
        "anti",
        "non",
        "re",
        "un",
        "pre",
        "post",
        "co",
        "over",
        "under",
        "out",
        "super",
        "multi",
        "inter",
        "micro",
        "cyber",
        "tele",
    )
    endings = (
        "s",
        "ed",
        "ing",
        "er",
        "ers",
        "ly",
        "ness",
        "ish",
        "like",
        "less",
        "able",
        "ist",
        "ists",
        "ism",
        "ization",
        "isation",
        "ised",
        "ized",
    )
    if any(form.startswith(p) and len(form) > len(p) + 2 and known(form[len(p) :]) for p in prefixes):
        return True
    if any(form.endswith(e) and (known(form[: -len(e)]) or known(form[: -len(e)] + "e")) for e in endings):
        return True
    return any(len(form) >= 7 and known(form[:k]) and known(form[k:]) for k in range(3, len(form) - 2))
