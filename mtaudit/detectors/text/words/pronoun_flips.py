"""Pronoun flips: "he" or "she" where the text has named but people of the other sex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.closed_class import Gender
from mtaudit.lexicon.origins import origin
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.antecedents import antecedents, gender
from mtaudit.text.names import names
from mtaudit.text.phrases import WHOLE
from mtaudit.text.quotations import quoted

SEXES = (Gender.MASCULINE, Gender.FEMININE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PronounFlips:
    """“He” or “she” stands where everyone named so far is of the other sex.

    Many languages leave the pronoun out, or give it the sex of a noun, so that a translation has to guess: Judge Ada
    Brook "said … He added". A reader takes it for someone else's act or words. It is said only where the text has
    named at least one person, all of them plainly of the other sex, by a title ("Ms."), a noun ("woman") or a
    first name that hardly anyone of the other sex has, and where nobody else is spoken of that could be meant, named
    in the same sentence or hidden in a quotation.
    """

    confidence: float = 0.6
    """Who goes by another pronoun than one's name suggests is named so in sound news too."""

    category: ClassVar[Category] = Category.PRONOUN
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Judge Barbara Holt ruled on Friday. [[He]] rejected the claim.", severity=Severity.MAJOR),
        Case("Ms. Oduya sold her shares in May. In June [[he]] bought them back.", severity=Severity.MAJOR),
        Case("Chancellor Angela Brandt spoke in Bonn. “We must act,” [[he]] said.", severity=Severity.MAJOR),
        Case("Striker Kevin Doyle scored twice. Late in the game [[she]] was hurt.", severity=Severity.MAJOR),
        Case("Robert Lund found the comet in March. [[Her]] telescope stood in a garden.", severity=Severity.MAJOR),
        Case("A woman won the vote. Then [[he]] thanked the town.", severity=Severity.MAJOR),
        Case("Mr. Okafor led the clinic until June. [[She]] left after a row.", severity=Severity.MAJOR),
        Case("General Pedro Ruiz took the hill. On Monday [[she]] left for the coast.", severity=Severity.MAJOR),
        Case("Nancy Weld, 41, runs the town. [[His]] term ends in May.", severity=Severity.MAJOR),
        Case("Judge Barbara Holt ruled on Friday. She rejected the claim.", why="her own pronoun"),
        Case("Judge Barbara Holt heard Kevin Doyle. He left.", why="a man was named"),
        Case("Judge Barbara Holt heard a witness. He left.", why="another person"),
        Case("Judge Barbara Holt met Xi Wenling. He left.", why="a name that does not tell"),
        Case("He left before Judge Barbara Holt spoke.", why="nobody was named before"),
        Case("Ms. Oduya spoke. “He is a liar,” she said.", why="within a quotation"),
        Case("Ms. Oduya spoke. As he left, Mr. Lund waved.", why="named later in the sentence"),
        Case("The judge spoke. He left.", why="nothing tells the sex"),
        Case("Taylor Holt won. She wept. Robin Lund lost. He slept.", why="names of both sexes"),
        Case("Robert Lund sold the yacht. She sank in May.", why="a ship"),
        Case("Robert Lund lost to the incumbent. She praised England and her allies.", why="an office"),
        Case("Maria Lund blamed Trump. He was silent.", why="a surname alone"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Pronouns outside of quotations that can mean nobody who was named, in the order of the text."""
        sides = tuple(side for s, side in zip(text.segments, text.words, strict=True) if s.role in WHOLE)
        if not any(gender(word.form) for side in sides for word in side):
            return
        people: dict[int, list[tuple[int, Gender]]] = {}
        for number, k, sex in antecedents(sides, names(text.document.text)):
            people.setdefault(number, []).append((k, sex))
        hidden = frozenset(k for span in quoted(text.document.text) for k in range(span.start, span.end))
        named: set[Gender] = set()
        spoken: set[Gender] = set()
        for number, side in enumerate(sides):
            for k in _strangers(side, people.get(number, []), named, spoken):
                if side[k].span.start not in hidden:
                    yield self._told(side, k)

    def _told(self, side: Sequence[Word], k: int) -> Suspicion:
        found = symptom(
            side,
            range(k, k + 1),
            Severity.MAJOR,
            "“{}” can mean nobody whom the text has named so far.",
            "The pronoun was guessed, or the name that it stands for was lost: another seems to act or speak.",
            self.confidence,
        )
        return replace(found, group=f"{side[k].form} for {'a woman' if gender(side[k].form) is SEXES[0] else 'a man'}")


def _strangers(
    side: Sequence[Word], people: Sequence[tuple[int, Gender]], named: set[Gender], spoken: set[Gender]
) -> Iterator[int]:
    """Pronouns of a sentence that go with nobody in it nor before.

    Those whom it brings in are added to `named`, the sex of pronouns that bring in people by themselves to `spoken`.
    """
    here = named | {sex for _, sex in people}
    for k, word in enumerate(side):
        sex = gender(word.form)
        known = named | {s for j, s in people if j < k}
        if word.form == "her" and any(map(_is_nation, side)):
            continue
        if sex is not None and known and here | spoken == {_other(sex)}:
            yield k
        elif sex is not None:
            spoken.add(sex)
    named |= here


def _is_nation(word: Word) -> bool:
    """Whether the word names a country, which some call "she"."""
    found = origin(word.form)
    return found is not None and not found.derived


def _other(sex: Gender) -> Gender:
    return SEXES[1 - SEXES.index(sex)]
