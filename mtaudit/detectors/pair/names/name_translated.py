"""Name translated: a name of the original is an ordinary word or another name in the copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.origins import is_derived_pair, is_within, origin
from mtaudit.lexicon.wordnet import Relation, distance, falls_under, lemma, parts_of_speech, relation
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import counts, steadiness
from mtaudit.records import ComparedBead, Comparison, Link, Suspicion, Word
from mtaudit.text.names import TITLES, is_capitalised, is_common, is_first_name, is_name, may_be_name, names
from mtaudit.text.people import stands_in
from mtaudit.text.words import words

CLASSES = ("organization", "document", "law")
"""What the common word of a long name mostly is; a person's name is none of these."""

BODIES = ("organization", "document", "law", "facility", "district", "activity", "building")
"""What the name of an institution has among its words, in the lexicon's hierarchy."""

INFLECTED = "inflection"
"""The equivalence that sees in "Dries" a form of "dry"; whether a name has forms is judged here."""

COUSINS = frozenset((Relation.HYPERNYM, Relation.HYPONYM, Relation.SIBLING))
"""Relations that make a changed word of a long name inexact rather than wrong: "Act" and "Law"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTranslated:
    """A name of the original is rendered as an ordinary word, or as another name.

    A machine that takes a company's name for a verb, or a senator's for a colour, tells readers of people and
    firms that do not exist; a name exchanged for another accuses the wrong one. All places where one name
    was lost are one group, since an editor decides about them once, and each says how else the copy renders it. A name
    that keeps its spelling but for inflection, accents or a transliteration is the same name. A rendering counts where
    a word beside the name was kept, and then wherever the same rendering of it stands. A noun for what the name stands
    for, with an article ("the state" for Wisconsin, "the company", "the senator"), only refers to it. Where a common
    word in a long name changed ("Act", "Law"), the finding is major, not critical, and minor where the words beside
    the name changed too: institutions have several English names. Words of nationality, religion and party are
    `nationality-changed`'s.
    """

    alike: float = 0.88
    """Jaro-Winkler similarity from which two spellings are one name ("Zelensky", "Zelenskyy")."""

    kept: float = 0.4
    """Share of the other words that must have been kept for the word beside a name to prove its rendering. 1,500
    segments with two sound translations have 102 findings without it, 88 with it; at 0.5 a name that opens a reworded
    headline is lost (corpora/)."""

    whole: float = 0.75
    """Share of the other words that must have been kept for a changed word in an institution's name to be
    major, and for a country or initials to be taken for a word."""

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Shares of [[Marcher]] fell after its chief left.",
            "Shares of [[Walk]] fell after its chief left.",
            severity=Severity.CRITICAL,
        ),
        Case("Police in [[Lisbon]] held two men.", "Police in [[Madrid]] held two men.", severity=Severity.CRITICAL),
        Case(
            "The strike hit [[Courir]] on Monday.", "The strike hit [[Running]] on Monday.", severity=Severity.CRITICAL
        ),
        Case(
            "A vote by Senator Ada [[Rose]] settled it.",
            "A vote by Senator Ada [[Pink]] settled it.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "[[Leo]] Harker lost his vines to the frost.",
            "[[Lion]] Harker lost his vines to the frost.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Late on Friday [[Brook]] scored twice.",
            "Late on Friday [[Stream]] scored twice.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Doctors at [[Mercy]] treated the wounded.",
            "Doctors at [[Thanks]] treated the wounded.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The keeper of [[Dries]] stopped the ball.",
            "The keeper of [[Dry]] stopped the ball.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Scientists of [[Orange]] found the gap.",
            "Scientists of [[fruit]] found the gap.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The storm reached [[Cork]] before noon.",
            "The storm reached [[plug]] before noon.",
            severity=Severity.CRITICAL,
        ),
        Case("Voters of [[Hope]] stayed at home.", "Voters of [[Wish]] stayed at home.", severity=Severity.CRITICAL),
        Case(
            "The judge cited the Tenancy [[Act]] of 1998.",
            "The judge cited the Tenancy [[Law]] of 1998.",
            severity=Severity.MAJOR,
        ),
        Case("Kyiv said Zelensky would speak.", "Kyiv said Zelenskyy would speak.", why="a transliteration"),
        Case("The crisis in Greece hit banks.", "The Greek crisis hit banks.", why="derived from the name"),
        Case("Police said that Marcher had paid.", "Police said that it had paid.", why="a pronoun"),
        Case("In May the United Kingdom left.", "In May the UK left.", why="an abbreviation"),
        Case("A ship sank off Malta.", "A boat sank off Malta.", why="no name"),
        Case(
            "Courts in Wisconsin counted the votes.", "Courts in the state counted the votes.", why="the kind of place"
        ),
        Case("Shares of Marcher fell in May.", "Shares of the company fell in May.", why="the kind of body"),
        Case("Doctors told Hale to rest for a week.", "Doctors told the senator to rest for a week.", why="a title"),
        Case("The storm hit São Bento on Friday.", "The storm hit Sao Bento on Friday.", why="an accent"),
        Case("The fleet lost the Stoiky at sea.", "The fleet lost the Stoyky at sea.", why="a transliteration"),
        Case("Nurses in Lisbon met Ada Brook.", "Nurses in Lisbon met Brook.", why="a shorter name"),
        Case("A Kenyan runner won the race.", "A Nigerian runner won the race.", why="a nationality, another finding"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Every lost name with what stands in its place, grouped by name."""
        known = names(comparison.original.text)
        others = names(comparison.copy.text) | known
        renderings: dict[str, set[str]] = defaultdict(set)
        sure: list[tuple[ComparedBead, int, int]] = []
        unsure: list[tuple[ComparedBead, int, int]] = []
        said = frozenset(w.form for w in words(comparison.original.text))
        for bead in comparison.beads:
            for link in self._exchanged(bead, known, said):
                in_place = self._is_in_place(bead, link)
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
                yield self._suspicion(bead, i, j, others, _elsewhere(bead, i, j, renderings))

    def _exchanged(self, bead: ComparedBead, known: frozenset[str], said: frozenset[str]) -> Iterator[Link]:
        """Names linked to a word that cannot be the same name, given all words of the original."""
        mine, theirs = counts(bead)
        harmless = [d for d in bead.differences if d.equivalence and d.equivalence != INFLECTED]
        for link in bead.links:
            a, b = bead.original[link.original], bead.copy[link.copy]
            if a.form == b.form or not (is_name(a, known) or is_first_name(bead.original, link.original)):
                continue
            if theirs[a.form] >= mine[a.form] or may_be_name(a, b, self.alike):
                continue
            if is_derived_pair(a.form, b.form):
                continue
            if any(link.original in d.original and link.copy in d.copy for d in harmless):
                continue
            if stands_in(bead.copy, link.copy, said):
                continue
            if not self._in_phrase(bead, link.original, link.copy):
                yield link

    def _loose(self, bead: ComparedBead, known: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Names that the copy lacks, with each unlinked word of it that might be their rendering."""
        linked = (
            {k.original for k in bead.links if bead.original[k.original].form == bead.copy[k.copy].form},
            {k.copy for k in bead.links},
        )
        free = [j for j, w in enumerate(bead.copy) if j not in linked[1] and not w.is_punctuation]
        for i, word in enumerate(bead.original):
            if i not in linked[0] and word.form not in counts(bead)[1] and is_name(word, known):
                yield from ((i, j) for j in free)

    def _is_in_place(self, bead: ComparedBead, link: Link) -> bool:
        """Whether the word beside the name was kept in a sentence kept well enough to prove the rendering.

        A country or initials are hardly ever taken for a word: there the sentence must have been kept.
        """
        a, b = bead.original[link.original], bead.copy[link.copy]
        rare = (origin(a.form) or a.text.isupper()) and not is_capitalised(b)
        where = range(link.original, link.original + 1), range(link.copy, link.copy + 1)
        return _beside_equal(bead, link) and steadiness(bead, *where) >= (self.whole if rare else self.kept)

    def _in_phrase(self, bead: ComparedBead, i: int, j: int) -> bool:
        """Whether the copy writes the name's initials or the initials' name here ("EU", "European Union")."""
        a, b = bead.original[i], bead.copy[j]
        for short, word in ((a, b), (b, a)):
            letters = short.form.replace(".", "")
            if short.text.isupper() and 2 <= len(letters) <= 5 and is_capitalised(word) and word.form[0] in letters:
                return not word.text.isupper()
        return False

    def _suspicion(self, bead: ComparedBead, i: int, j: int, others: frozenset[str], elsewhere: str) -> Suspicion:
        a, b = bead.original[i], bead.copy[j]
        to_name = is_capitalised(b) and b.form in others and parts_of_speech(b.form) <= {"n"}
        severity = self._severity(bead, i, j)
        return became(
            (a,),
            (b,),
            severity,
            (
                "The reader is told of someone or something else; check who is meant."
                if to_name
                else "The name was translated as if it were an ordinary word, so the reader cannot tell who is meant."
            )
            + elsewhere,
            0.7 if severity is not Severity.CRITICAL else 0.85 if to_name else 0.9,
            message="The name “{}” was exchanged for “{}”." if to_name else "The name “{}” became the word “{}”.",
            group=f"name:{a.form}",
        )

    def _severity(self, bead: ComparedBead, i: int, j: int) -> Severity:
        """Critical, but for the common words in the long name of a body, a law or a place."""
        a, b = bead.original[i].form, bead.copy[j].form
        one, other = origin(a), origin(b)
        if one and other and is_within(one.name, other.name):
            return Severity.MINOR
        if relation(a, b) in COUSINS and _is_class(a) and _in_long_name(bead.original, i):
            return Severity.MAJOR
        if not _in_institution(bead.original, i) or not is_common(b):
            return Severity.CRITICAL
        whole = steadiness(bead, range(i, i + 1), range(j, j + 1)) >= self.whole
        return Severity.MAJOR if whole else Severity.MINOR


def _elsewhere(bead: ComparedBead, i: int, j: int, renderings: Mapping[str, set[str]]) -> str:
    """A sentence that says how else the copy renders the name; nothing where it has one rendering."""
    others = sorted(renderings[bead.original[i].form] - {lemma(bead.copy[j].form)})
    return f" Elsewhere the copy has {', '.join(f'“{other}”' for other in others)} for it." if others else ""


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


def _in_institution(side: tuple[Word, ...], index: int) -> bool:
    """Whether the word is a common one in a long name that has a word for a body, a paper, a place or a task.

    A name of three words of which another is a common one as well is such a name, but not one with a title.
    """
    if not is_common(side[index].form) or not _in_long_name(side, index):
        return False
    start, stop = index, index + 1
    while start and is_capitalised(side[start - 1]):
        start -= 1
    while stop < len(side) and is_capitalised(side[stop]):
        stop += 1
    others = [side[k].form for k in range(start, stop) if k != index and not is_function_word(side[k].form)]
    if any(falls_under(form, kind) for form in (*others, side[index].form) for kind in BODIES):
        return True
    common = [form for form in others if is_common(form) and not falls_under(form, "person")]
    return len(others) > 1 and bool(common) and TITLES.isdisjoint(others)
