"""Title changed: a senator becomes a congressman, a spokeswoman the president, a foreign minister one of finance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.detectors.pair._replacement import stands_as_noun
from mtaudit.lexicon.tables import classes
from mtaudit.lexicon.wordnet import Relation, lemma, relation
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import counts, partners
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.names import is_capitalised
from mtaudit.text.people import role_of, same_portfolio, same_role

SAME = frozenset(
    (Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM, Relation.HYPERNYM, Relation.HYPONYM, Relation.DERIVED)
)
"""Relations in which two words for a role can be of one person: a wider word tells less, not something else."""

IN_CHARGE = frozenset("minister ministers secretary secretaries ministry department".split())
"""What a field of government stands before."""

OFFICES = classes("offices")
"""An office of two words, and the words by which one of the two is wrongly rendered beside the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleChanged:
    """The title, office or role of a person became another one.

    A senator is no congressman, a captain no colonel, and a spokeswoman is not the president she speaks for; an office
    translated word by word ("the general lawyer" for "the attorney general") is none at all. Words that can name one
    role are the same ("lawmaker", "senator"; "premier", "prime minister"), as is a wider word in the lexicon
    ("official"), and a pronoun or name in the title's stead. The field of a minister counts too: "foreign minister",
    "finance minister". Deputies and former holders are `status-changed`'s, man and woman `kinship-changed`'s.
    """

    confidence: float = 0.84
    """Above those of detectors that see only that one noun stands for another, or that a set phrase was broken."""

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "[[Senator]] Ada Hale voted against the bill.",
            "[[Congressman]] Ada Hale voted against the bill.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The [[captain]] ordered his men to leave.",
            "The [[colonel]] ordered his men to leave.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Doctors were late, a [[spokeswoman]] said.",
            "Doctors were late, a [[president]] said.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The [[attorney general]] sued three banks.",
            "The [[general lawyer]] sued three banks.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The [[foreign]] minister met the envoys.",
            "The [[finance]] minister met the envoys.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Ada Brook, the [[governor]] of the province, spoke.",
            "Ada Brook, the [[mayor]] of the province, spoke.",
            severity=Severity.MAJOR,
        ),
        Case("A [[nurse]] warned of measles.", "A [[surgeon]] warned of measles.", severity=Severity.MAJOR),
        Case("The [[goalkeeper]] was sent off.", "The [[referee]] was sent off.", severity=Severity.MAJOR),
        Case("The [[prime minister]] lost the vote.", "The [[first minister]] lost the vote.", severity=Severity.MAJOR),
        Case("The [[bishop]] opened the hospital.", "The [[rabbi]] opened the hospital.", severity=Severity.MAJOR),
        Case("An [[economist]] predicted the fall.", "A [[historian]] predicted the fall.", severity=Severity.MAJOR),
        Case(
            "The court heard the [[plaintiff]] on Monday.",
            "The court heard the [[bailiff]] on Monday.",
            severity=Severity.MAJOR,
        ),
        Case("Senator Ada Hale voted against the bill.", "Lawmaker Ada Hale voted against the bill.", why="wider"),
        Case("The prime minister lost the vote.", "The premier lost the vote.", why="another word for it"),
        Case("The attorney general sued three banks.", "The prosecutor general sued three banks.", why="another name"),
        Case("A spokeswoman said doctors were late.", "A spokesperson said doctors were late.", why="the same role"),
        Case("The captain scored after the break.", "The skipper scored after the break.", why="the same role"),
        Case("The finance minister met the envoys.", "The treasury secretary met the envoys.", why="one field"),
        Case("The major storm hit the coast in May.", "The general storm hit the coast in May.", why="no person"),
        Case("A lawyer spoke for the bank.", "An attorney spoke for the bank.", why="the same role"),
        Case("The governor waved to the crowd.", "She waved to the crowd.", why="a pronoun"),
        Case("The judge and the lawyer left.", "The lawyer and the judge left.", why="order"),
        Case("The physicist won a prize.", "The scientist won a prize.", why="wider"),
        Case("They judge the plan by its cost.", "They coach the plan by its cost.", why="verbs"),
        Case("The home secretary resigned.", "The interior minister resigned.", why="one office"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Words for roles and fields that stand for each other and are not the same, and offices broken up."""
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                partner = partners(bead)
                offices = list(self._offices(bead, partner))
                yield from (suspicion for _, suspicion in offices)
                broken = {i for where, _ in offices for i in where}
                for link in bead.links:
                    if link.original not in broken and self._is_other(bead, link.original, link.copy):
                        where = range(link.original, link.original + 1), range(link.copy, link.copy + 1)
                        yield self._suspicion(bead, *where)

    def _is_other(self, bead: ComparedBead, i: int, j: int) -> bool:
        a, b = bead.original[i], bead.copy[j]
        if a.form == b.form or _both_sides(bead, a.form, b.form):
            return False
        field = same_portfolio(a.form, b.form)
        if field is not None:
            return not field and _is_in_charge(bead.original, i) and _is_in_charge(bead.copy, j)
        one, other = role_of(a.form), role_of(b.form)
        if not one or not other or same_role(one, other) or relation(one, other) in SAME:
            return False
        if _is_part(bead.original, i) or _is_part(bead.copy, j):
            return False
        return _is_person(bead.original, i) and _is_person(bead.copy, j)

    def _offices(self, bead: ComparedBead, partner: dict[int, int]) -> Iterator[tuple[range, Suspicion]]:
        """Offices of two words of which the copy has one word beside a wrong rendering of the other."""
        theirs = [w.form for w in bead.copy]
        for i in range(len(bead.original) - 1):
            office = f"{bead.original[i].form} {lemma(bead.original[i + 1].form)}"
            if office in OFFICES and not _has(theirs, *office.split()):
                where = _rendering(theirs, office, [partner[k] for k in (i, i + 1) if k in partner])
                if where:
                    rows = range(i, i + 2)
                    yield rows, self._suspicion(bead, rows, where)

    def _suspicion(self, bead: ComparedBead, rows: range, columns: range) -> Suspicion:
        told = "The reader is told of a person of another office or role, who may be someone else."
        return became(*both(bead, rows, columns), Severity.MAJOR, told, self.confidence)


def _rendering(theirs: Sequence[str], office: str, linked: Sequence[int]) -> range | None:
    """Where, beside a word linked with the office, the copy has one of its words with a wrong one for the other."""
    parts = office.split()
    for j in sorted({k for at in linked for k in (at - 1, at)}):
        if 0 <= j < len(theirs) - 1:
            pair = [theirs[j], lemma(theirs[j + 1])]
            kept = [form for form in pair if form in parts]
            wrong = [form for form in pair if form in OFFICES[office]]
            if pair != parts and kept and wrong and (len(set(pair)) == 2):
                return range(j, j + 2)
    return None


def _has(theirs: Sequence[str], first: str, second: str) -> bool:
    """Whether the copy names the office somewhere, in its own words."""
    return any(a == first and lemma(b) == second for a, b in pairwise(theirs))


def _is_part(side: Sequence[Word], k: int) -> bool:
    """Whether the word is a part of an office of two words, or joined to another by a hyphen."""
    near = [side[i].form for i in (k - 1, k + 1) if 0 <= i < len(side)]
    before = f"{side[k - 1].form} {lemma(side[k].form)}" if k else ""
    return before in OFFICES or ("-" in near and side[k].form != "president")


def _is_in_charge(side: Sequence[Word], k: int) -> bool:
    """Whether a field of government stands before its minister."""
    return k + 1 < len(side) and side[k + 1].form in IN_CHARGE


def _is_person(side: Sequence[Word], k: int) -> bool:
    """Whether a word for a role stands for a person here: before a name, or as a noun that no other noun follows."""
    behind = side[k + 1] if k + 1 < len(side) else None
    if is_capitalised(side[k]) and behind and is_capitalised(behind):
        return True
    idle = behind is None or behind.is_punctuation or not _is_bare_noun(side, k + 1)
    return idle and stands_as_noun(side, k)


def _is_bare_noun(side: Sequence[Word], k: int) -> bool:
    """Whether the word, in lower case, is a noun to which the one before it is joined ("general election")."""
    word = side[k]
    return not is_capitalised(word) and side[k - 1].form in ("general", "major", "chief") and stands_as_noun(side, k)


def _both_sides(bead: ComparedBead, a: str, b: str) -> bool:
    """Whether either word stands as often on both sides, so that the two have only changed places."""
    mine, theirs = counts(bead)
    return mine[a] == theirs[a] or mine[b] == theirs[b]
