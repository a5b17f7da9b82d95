"""Name merged: a capitalised phrase of the copy takes words into a name that were none of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.detectors.pair.names._reading import together
from mtaudit.lexicon.closed_class import ADVERBS, is_content, is_function_word
from mtaudit.lexicon.wordnet import Relation, lemmas, relation
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import counts, partners, steadiness, turned
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.names import CALENDAR, MOSTLY, TITLES, is_capitalised, is_name, may_be_name, names

LONGEST = 8
"""Words of the longest phrase that is read as one name."""

WITHIN = 2
"""Small words that a name may have between two of its capitals ("Bank of the West")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMerged:
    """Words that were no name in the original are part of one in the copy.

    "Marcher's services now" becomes "Walk Now services", and "Brook's account as a last resort" the "Stream as a Last
    Resort account": a machine that no longer sees where a name ends makes up an institution. Where the name
    itself became a word, that is critical; where it was kept and its neighbour took a capital ("Marcher Now"), or
    another word came into a name ("the Seating Prime Minister" for the sitting one), it is major. Headlines in
    capitals, and nouns to which house styles give capitals beside a name ("Hale County Council"), are left alone.
    """

    close: float = 0.75
    """Share of the other words that must have been kept where no name was lost: in free translations capitals
    move with the words."""

    around: float = 0.5
    """The same where a name was lost."""

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "With [[Marcher’s services now]] suspended, users left.",
            "With [[Walk Now]] services suspended, users left.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The bank closed [[Brook’s account as a last resort]] in May.",
            "The bank closed the [[Stream as a Last Resort]] account in May.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "In the final the keeper of [[Rose’s team later]] fell.",
            "In the final the keeper of [[Pink Later]] team fell.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The court said that [[Marcher soon]] must pay.",
            "The court said that [[Marcher Soon]] must pay.",
            severity=Severity.MAJOR,
        ),
        Case(
            "On Monday [[Marcher]]’s shares fell.", "On Monday [[Walk Again]] shares fell.", severity=Severity.CRITICAL
        ),
        Case(
            "Nurses at [[Tolland again]] went on strike.",
            "Nurses at [[Tolland Again]] went on strike.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Police said the [[sitting]] prime minister of the country lost.",
            "Police said the [[Seating]] Prime Minister of the country lost.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The fire at [[Hale still]] burned on Friday.",
            "The fire at [[Hail Still]] burned on Friday.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Shares of [[Brook fast]] lost value.", "Shares of [[Stream Fast]] lost value.", severity=Severity.CRITICAL
        ),
        Case(
            "Scientists saw that [[Courir’s vaccine finally]] works.",
            "Scientists saw that [[Running Finally]] vaccine works.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The vote in Hale county on Friday was close.",
            "The vote in Hale County on Friday was close.",
            why="a style",
        ),
        Case("The prime minister met the envoys.", "The Prime Minister met the envoys.", why="a title"),
        Case("Marcher’s services now suspended", "Marcher’s Services Now Suspended", why="a headline"),
        Case("Shares of Marcher fell in May.", "Shares of Walk fell in May.", why="a name lost, another finding"),
        Case("The storm hit the west coast on Friday.", "The storm hit the West Coast on Friday.", why="a region"),
        Case("The coach said Hale now plays better.", "The coach said that Hale now plays better.", why="no capital"),
        Case("The court of appeal freed Brook.", "The Court of Appeal freed Brook.", why="an institution"),
        Case("Now Marcher has paid, the court said.", "Marcher has paid now, the court said.", why="moved"),
        Case("The bank of Ada Brook later failed.", "Later Ada Brook’s bank failed.", why="opens the sentence"),
        Case(
            "The european parliament voted in May.", "The European Parliament voted in May.", why="its right spelling"
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Phrases with capitals that hold a word which the original writes small and that is no part of a title."""
        known = names(comparison.original.text)
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences and not _shouts(bead):
                lost = _lost_names(bead, known)
                for run in _runs(bead):
                    suspicion = self._judge(bead, run, lost, known)
                    if suspicion:
                        yield suspicion

    def _judge(self, bead: ComparedBead, run: range, lost: set[int], known: frozenset[str]) -> Suspicion | None:
        partner = _partners(bead, run)
        taken = {j: partner[j] for j in run if j in partner and _is_taken(bead, partner[j], j, known)}
        rendered = {i for j in run for i in lost if partner.get(j) == i or together(bead, i, j)}
        put_in = [j for j in run if j and bead.copy[j].form in ADVERBS and bead.copy[j].form not in counts(bead)[0]]
        if rendered and (taken or put_in):
            rows = range(min(rendered | set(taken.values())), max(rendered | set(taken.values())) + 1)
            if len(rows) <= LONGEST and steadiness(bead, rows, run) >= self.around:
                return self._merged(bead, rows, run, Severity.CRITICAL)
        kept = [j for j in run if j in partner and is_name(bead.original[partner[j]], known) and j not in taken]
        for j, i in taken.items():
            beside = [k for k in kept if abs(k - j) == 1 and abs(partner[k] - i) == 1]
            if beside and bead.original[i].form == bead.copy[j].form and not _is_noun(bead.copy[j].form):
                both = sorted((j, beside[0]))
                rows = range(min(i, partner[beside[0]]), max(i, partner[beside[0]]) + 1)
                return self._merged(bead, rows, range(both[0], both[1] + 1), Severity.MAJOR)
            if self._is_strange(bead, i, j):
                return self._merged(bead, range(i, i + 1), range(j, j + 1), Severity.MAJOR)
        return None

    def _is_strange(self, bead: ComparedBead, i: int, j: int) -> bool:
        """Whether a small word became, in a name, one that does not say the same."""
        a, b = bead.original[i].form, bead.copy[j].form
        explained = any(d.equivalence and i in d.original and j in d.copy for d in bead.differences)
        if a == b or explained or relation(a, b) in (Relation.INFLECTION, Relation.DERIVED, Relation.SIMILAR):
            return False
        return steadiness(bead, range(i, i + 1), range(j, j + 1)) >= self.close

    def _merged(self, bead: ComparedBead, rows: range, columns: range, severity: Severity) -> Suspicion:
        name = next((bead.original[k].form for k in rows if is_capitalised(bead.original[k])), None)
        return became(
            *both(bead, rows, columns),
            severity,
            "Words that were no part of a name are one in the copy, so that the reader is told of somebody or "
            "something that does not exist.",
            0.92 if severity is Severity.CRITICAL else 0.8,
            message="“{}” became the name “{}”.",
            group=f"name:{name}" if name else None,
        )


def _shouts(bead: ComparedBead) -> bool:
    """Whether the copy's sentence is set in capitals, as headlines are, which prove nothing."""
    spoken = [w for w in bead.copy if is_content(w) and w.text[0].isalpha()]
    return sum(map(is_capitalised, spoken)) > MOSTLY * len(spoken)


def _lost_names(bead: ComparedBead, known: frozenset[str]) -> set[int]:
    """The names of the original's sentence that the copy's has less often."""
    mine, theirs = counts(bead)
    found = set()
    for k, word in enumerate(bead.original):
        if is_name(word, known) and theirs[word.form] < mine[word.form]:
            others = (w for w in bead.copy if is_capitalised(w) and is_content(w) and w.form not in TITLES)
            if not any(may_be_name(word, w) for w in others):
                found.add(k)
    return found


def _partners(bead: ComparedBead, run: range) -> dict[int, int]:
    """Copy → original for the phrase's words: by link, or by being the same word where neither is linked."""
    linked = partners(turned(bead))
    met = set(linked.values())
    alone = {w.form: i for i, w in enumerate(bead.original) if i not in met}
    same = {j: alone[bead.copy[j].form] for j in run if bead.copy[j].form in alone}
    return same | {j: linked[j] for j in run if j in linked and j not in same}


def _runs(bead: ComparedBead) -> Iterator[range]:
    """Stretches of the copy that read as one name: capitals, with at most two small words between any two of them."""
    side = bead.copy
    start, last, capitals = 0, -1, 0
    for k in range(len(side) + 1):
        capital = k < len(side) and _may_begin(side[k]) and (k > 0 or _may_begin(side[1] if side[1:] else side[0]))
        if capital:
            start, capitals = (k, 1) if not capitals else (start, capitals + 1)
            last = k
        elif capitals and (k == len(side) or k - last > WITHIN or not is_function_word(side[k].form)):
            if capitals > 1 and last - start < LONGEST:
                yield range(start, last + 1)
            capitals = 0


def _may_begin(word: Word) -> bool:
    """Whether the word has a capital that makes it part of a name: "Now" has, "The" and "I" may stand anywhere."""
    said = is_content(word) or word.form in ADVERBS
    return is_capitalised(word) and said and word.form not in CALENDAR


def _is_taken(bead: ComparedBead, i: int, j: int, known: frozenset[str]) -> bool:
    """Whether a word that the original writes small has a capital here that no style or title asks for."""
    a, b = bead.original[i], bead.copy[j]
    if j == 0 or not is_capitalised(b) or b.text[:2].isupper() or is_capitalised(a) or not a.text[0].isalpha():
        return False
    if i and bead.original[i - 1].form == "-":
        return False
    opens = bead.copy[j - 1].is_punctuation and bead.copy[j - 1].form not in (",", "-")
    return not opens and b.form not in TITLES and a.form not in known


def _is_noun(form: str) -> bool:
    """Whether the word is mostly a noun or an adjective, to which styles give capitals beside a name."""
    readings = [part for part, _ in lemmas(form)]
    return not readings or readings[0] in "na"
