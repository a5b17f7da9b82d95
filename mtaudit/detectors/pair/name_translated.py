"""Name translated: a name of the original is an ordinary word or another name in the copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lingua.closed_class import is_function_word
from mtaudit.lingua.names import TITLES, is_capitalised, may_be_name, names
from mtaudit.lingua.origins import is_derived_pair
from mtaudit.lingua.wordnet import Relation, distance, lemma, parts_of_speech, relation
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Link, Suspicion, Word

CLASSES = ("organization", "document", "law")
"""What the common word of a long name mostly is; a person's name is none of these."""

COUSINS = frozenset((Relation.HYPERNYM, Relation.HYPONYM, Relation.SIBLING))
"""Relations that make a changed word of a long name inexact rather than wrong: "Act" and "Law"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTranslated:
    """A name of the original is rendered as an ordinary word, or as another name.

    A machine that takes a company's name for a verb, or a senator's for a colour, tells readers of people and
    firms that do not exist; a name exchanged for another accuses the wrong one. All places where one name
    was lost are one group, since an editor decides about them once. A name that keeps its spelling but for
    inflection, accents or a transliteration is the same name. A rendering counts where a word beside the name was
    kept, and then wherever the same rendering of it stands. Where only the common word in a long name
    changed ("Act", "Law"), the finding is major, not critical.
    """

    alike: float = 0.88
    """Jaro-Winkler similarity from which two spellings are one name ("Zelensky", "Zelenskyy")."""

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Shares of [[Marcher]] fell after its chief left.", "Shares of [[Walk]] fell after its chief left."),
        Case("Police in [[Lisbon]] held two men.", "Police in [[Madrid]] held two men."),
        Case("The strike hit [[Courir]] on Monday.", "The strike hit [[Running]] on Monday."),
        Case("A vote by Senator Ada [[Rose]] settled it.", "A vote by Senator Ada [[Pink]] settled it."),
        Case("Late on Friday [[Brook]] scored twice.", "Late on Friday [[Stream]] scored twice."),
        Case("Kyiv said Zelensky would speak.", "Kyiv said Zelenskyy would speak.", "a transliteration"),
        Case("The crisis in Greece hit banks.", "The Greek crisis hit banks.", "derived from the name"),
        Case("Police said that Marcher had paid.", "Police said that it had paid.", "a pronoun"),
        Case("In May the United Kingdom left.", "In May the UK left.", "an abbreviation"),
        Case("A ship sank off Malta.", "A boat sank off Malta.", "no name"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Every lost name with what stands in its place, grouped by name."""
        known = names(comparison.original.text)
        others = names(comparison.copy.text) | known
        renderings: dict[str, set[str]] = defaultdict(set)
        sure: list[tuple[ComparedBead, int, int]] = []
        unsure: list[tuple[ComparedBead, int, int]] = []
        for bead in comparison.beads:
            for link in self._exchanged(bead, known):
                in_place = _beside_equal(bead, link)
                (sure if in_place else unsure).append((bead, link.original, link.copy))
                if in_place:
                    renderings[bead.original[link.original].form].add(lemma(bead.copy[link.copy].form))
            unsure += [(bead, i, j) for i, j in self._loose(bead, known)]
        taken: set[tuple[int, int]] = set()
        for bead, i, j in sure + unsure:
            here = bead.original[i].span.start, bead.copy[j].span.start
            seen = lemma(bead.copy[j].form) in renderings[bead.original[i].form]
            if seen and not any(here[0] == a or here[1] == b for a, b in taken):
                taken.add(here)
                yield self._suspicion(bead, i, j, others)

    def _exchanged(self, bead: ComparedBead, known: frozenset[str]) -> Iterator[Link]:
        """Names linked to a word that cannot be the same name."""
        mine, theirs = [w.form for w in bead.original], [w.form for w in bead.copy]
        harmless = [d for d in bead.differences if d.equivalence]
        for link in bead.links:
            a, b = bead.original[link.original], bead.copy[link.copy]
            if a.form == b.form or not self._is_name(a, known):
                continue
            if theirs.count(a.form) >= mine.count(a.form) or may_be_name(a, b, self.alike):
                continue
            if is_derived_pair(a.form, b.form):
                continue
            if any(link.original in d.original and link.copy in d.copy for d in harmless):
                continue
            if not self._in_phrase(bead, link.original, link.copy):
                yield link

    def _loose(self, bead: ComparedBead, known: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Names linked to no content word, with each unlinked word of the copy that might be their rendering."""
        linked = (
            {k.original for k in bead.links if not is_function_word(bead.copy[k.copy].form)},
            {k.copy for k in bead.links},
        )
        theirs = {w.form for w in bead.copy}
        free = [j for j, w in enumerate(bead.copy) if j not in linked[1] and not w.is_punctuation]
        for i, word in enumerate(bead.original):
            if i not in linked[0] and word.form not in theirs and self._is_name(word, known):
                yield from ((i, j) for j in free)

    def _is_name(self, word: Word, known: frozenset[str]) -> bool:
        return is_capitalised(word) and len(word.form) > 2 and word.form in known and word.form not in TITLES

    def _in_phrase(self, bead: ComparedBead, i: int, j: int) -> bool:
        """Whether the copy writes the name's initials or the initials' name here ("EU", "European Union")."""
        a, b = bead.original[i], bead.copy[j]
        for short, word in ((a, b), (b, a)):
            letters = short.form.replace(".", "")
            if short.text.isupper() and 2 <= len(letters) <= 5 and is_capitalised(word) and word.form[0] in letters:
                return not word.text.isupper()
        return False

    def _suspicion(self, bead: ComparedBead, i: int, j: int, others: frozenset[str]) -> Suspicion:
        a, b = bead.original[i], bead.copy[j]
        to_name = is_capitalised(b) and b.form in others and parts_of_speech(b.form) <= {"n"}
        inexact = relation(a.form, b.form) in COUSINS and _is_class(a.form) and _in_long_name(bead.original, i)
        if to_name:
            message = f"The name “{a.text}” was exchanged for “{b.text}”."
            explanation = "The reader is told of someone or something else; check who is meant."
        else:
            message = f"The name “{a.text}” became the word “{b.text}”."
            explanation = (
                "The name was translated as if it were an ordinary word, so the reader cannot tell who is meant."
            )
        return Suspicion(
            original=a.span,
            copy=b.span,
            severity=Severity.MAJOR if inexact else Severity.CRITICAL,
            message=message,
            explanation=explanation,
            confidence=0.7 if inexact else 0.85 if to_name else 0.9,
            group=f"name:{a.form}",
        )


def _beside_equal(bead: ComparedBead, link: Link) -> bool:
    """Whether a word right beside the name was kept, or the sentence begins or ends there on both sides."""
    rows, columns = (-1, len(bead.original)), (-1, len(bead.copy))
    kept = {(k.original, k.copy) for k in bead.links if bead.original[k.original].form == bead.copy[k.copy].form}
    beside = [(link.original + step, link.copy + step) for step in (-1, 1)]
    return any(pair in kept or pair in zip(rows, columns, strict=True) for pair in beside)


def _is_class(form: str) -> bool:
    """Whether the word says what sort of body or paper a long name stands for."""
    return any((distance(form, kind) or 9) <= 3 for kind in CLASSES)


def _in_long_name(side: tuple[Word, ...], index: int) -> bool:
    """Whether another capitalised word stands beside this one."""
    near = [side[k] for k in (index - 1, index + 1) if 0 <= k < len(side)]
    return any(is_capitalised(w) and not is_function_word(w.form) for w in near)
