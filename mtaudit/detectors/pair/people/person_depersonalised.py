"""Person depersonalised: "she" becomes "it", "who" becomes "which", Hale becomes "the Hale"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import added, became
from mtaudit.detectors.pair.people._reading import SEXED
from mtaudit.lexicon.closed_class import PERSONAL_PRONOUNS, is_function_word
from mtaudit.lexicon.wordnet import lemmas
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import counts, partners, turned
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.names import is_capitalised
from mtaudit.text.people import is_person_noun, persons

THINGS = frozenset(("it", "its", "itself"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDepersonalised:
    """A person of the original is a thing in the copy.

    Languages that give sex to things come back with "it" for a person, one word for "who" and "which" with the wrong
    one, and a name that is also a word with an article ("the Rose"). The reader no longer sees that somebody acted.
    Where a person is named before the pronoun in its sentence, or the pronoun opens the sentence, it is major, else
    minor: a ship, an animal or a country may be "she". A name counts where the original shows by a title or an age that
    it is a person's, and never gives it an article. A thing made a person ("he" for a company) is `pronoun-changed`'s.
    """

    confidence: float = 0.85
    """Where a person is named before; half as much more than where none is."""

    category: ClassVar[Category] = Category.PRONOUN
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The judge said [[she]] would rule on Friday.",
            "The judge said [[it]] would rule on Friday.",
            severity=Severity.MAJOR,
        ),
        Case("The keeper broke [[his]] hand in May.", "The keeper broke [[its]] hand in May.", severity=Severity.MAJOR),
        Case(
            "Ada Brook ran until doctors stopped [[her]].",
            "Ada Brook ran until doctors stopped [[it]].",
            severity=Severity.MAJOR,
        ),
        Case(
            "[[He]] warned of a storm on the coast.", "[[It]] warned of a storm on the coast.", severity=Severity.MAJOR
        ),
        Case(
            "The captain, [[who]] steered the ship, was hurt.",
            "The captain, [[which]] steered the ship, was hurt.",
            severity=Severity.MINOR,
        ),
        Case(
            "Voters [[who]] had queued were sent home.",
            "Voters [[which]] had queued were sent home.",
            severity=Severity.MINOR,
        ),
        Case(
            "The whale raised [[her]] tail near the boat.",
            "The whale raised [[its]] tail near the boat.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The vote made Senator Ada Rose a winner. Later Rose thanked the nurses.",
            "The vote made Senator Ada Rose a winner. Later [[the]] Rose thanked the nurses.",
            severity=Severity.MAJOR,
        ),
        Case(
            "Mr. Brook sold shares. Police asked Brook about them.",
            "Mr. Brook sold shares. Police asked [[the]] Brook about them.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The scientist blamed [[herself]] for it.",
            "The scientist blamed [[itself]] for it.",
            severity=Severity.MAJOR,
        ),
        Case("The bank said it would appeal.", "The bank said he would appeal.", why="a thing made a person"),
        Case("The judge said she would rule.", "The judge said he would rule.", why="another person"),
        Case("The keeper broke his hand.", "The keeper broke the hand.", why="an article will do"),
        Case("A bank which failed was sold.", "A bank that failed was sold.", why="no person"),
        Case("The captain, who steered, was hurt.", "The captain that steered was hurt.", why="that will do"),
        Case("The company, who lost money, was sold.", "The company, which lost money, was sold.", why="no person"),
        Case("It was he who won the race.", "He was the one who won the race.", why="an idle pronoun"),
        Case(
            "Mr. Brook sold shares. The Brook campaign paid.",
            "Mr. Brook sold shares. The Brook campaign has paid.",
            why="said of the campaign",
        ),
        Case("Marcher sold a bank. Marcher paid.", "Marcher sold a bank. The Marcher paid.", why="no person is shown"),
        Case("She said it would rain.", "It would rain, she said.", why="order"),
        Case("The voters kept their cards.", "The voters kept its cards.", why="a number, not a person"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Pronouns for people that became those for things, and articles put before people's names."""
        named = persons(comparison.original.text)
        for bead in comparison.beads:
            if bead.original and bead.copy and bead.differences:
                yield from self._pronouns(bead)
                yield from self._articles(bead, named)

    def _pronouns(self, bead: ComparedBead) -> Iterator[Suspicion]:
        mine, theirs = counts(bead)
        for link in bead.links:
            a, b = bead.original[link.original], bead.copy[link.copy]
            relative = a.form in ("who", "whom") and b.form == "which"
            if not relative and not (_is_sexed(a.form) and b.form in THINGS):
                continue
            if mine[b.form] >= theirs[b.form] or theirs[a.form] >= mine[a.form]:
                continue
            if not relative:
                sure = link.copy == 0 or _names_person(bead.original[: link.original])
                yield self._suspicion(a, b, Severity.MAJOR if sure else Severity.MINOR)
            elif _follows_person(bead.original, link.original):
                yield self._suspicion(a, b, Severity.MINOR)

    def _articles(self, bead: ComparedBead, named: frozenset[str]) -> Iterator[Suspicion]:
        """An article of the copy right before a person's name, which stands alone and has none in the original."""
        partner = partners(turned(bead))
        for j in range(len(bead.copy) - 1):
            article, name, i = bead.copy[j], bead.copy[j + 1], partner.get(j + 1)
            if article.form not in ("the", "a") or i is None or name.form not in named or j in partner:
                continue
            if bead.original[i].form == name.form and not _is_modifier(bead.copy, j + 1):
                yield added(
                    (article,),
                    Severity.MAJOR,
                    "With the article the reader takes the name for that of a thing.",
                    self.confidence,
                    message=f"“{name.text}”, a person, became “{{}} {name.text}”.",
                )

    def _suspicion(self, a: Word, b: Word, severity: Severity) -> Suspicion:
        confidence = self.confidence if severity is Severity.MAJOR else 0.7
        return became((a,), (b,), severity, "What the original says of a person the copy says of a thing.", confidence)


def _is_sexed(form: str) -> bool:
    return any(reading.gender in SEXED for reading in PERSONAL_PRONOUNS.get(form, ()))


def _names_person(side: Sequence[Word]) -> bool:
    """Whether a noun for a person, or two words of a name, stand there."""
    pairs = pairwise(side)
    return any(is_person_noun(w.form) for w in side) or any(_is_name(a) and _is_name(b) for a, b in pairs)


def _is_name(word: Word) -> bool:
    return is_capitalised(word) and not is_function_word(word.form)


def _follows_person(side: Sequence[Word], k: int) -> bool:
    """Whether the word before, past a comma, is a noun for a person, or ends a name of two words."""
    before = [w for w in side[max(0, k - 3) : k] if not w.is_punctuation]
    return bool(before) and (is_person_noun(before[-1].form) or all(_is_name(w) for w in before[-2:]))


def _is_modifier(side: Sequence[Word], k: int) -> bool:
    """Whether a word that the name goes with follows it ("the Brook campaign", "the Brook-led team")."""
    if k + 1 == len(side):
        return False
    behind = side[k + 1]
    if behind.form in ("'s", "-"):
        return behind.form == "-"
    return not behind.is_punctuation and not is_function_word(behind.form) and _could_be_noun(behind)


def _could_be_noun(word: Word) -> bool:
    readings = [part for part, _ in lemmas(word.form)]
    return is_capitalised(word) or not readings or (readings[0] in "na" and not word.form.endswith("ed"))
