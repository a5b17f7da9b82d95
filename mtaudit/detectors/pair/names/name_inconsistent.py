"""Name inconsistent: one name of the original is spelled in two ways through the copy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.wordnet import Relation, relation
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Suspicion, Word
from mtaudit.text.names import folded, is_capitalised, is_name, names, sounds_alike


@dataclass(frozen=True, slots=True, kw_only=True)
class NameInconsistent:
    """A name that the original always spells alike has several spellings in the copy.

    Kyiv's president is Zelensky, Zelenskiy and Selenskyj, and each is right somewhere; two in one article look like two
    people. The places that do not have the copy's commonest spelling (the original's, where that is among them) are
    one group: an editor decides once. Spellings that are transliterations of each other count; accents and hyphens do
    not, nor the plural, nor another name made from it ("Greece", "Greek"). Where a name became a word in one place
    and another one elsewhere, `name-translated` says so at each place.
    """

    confidence: float = 0.86
    """Above that of `word-misspelt`, which sees the letters and not the name."""

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The court fined Zelensky. Police said that [[Zelensky]] paid.",
            "The court fined Zelensky. Police said that [[Zelenskiy]] paid.",
            severity=Severity.MINOR,
        ),
        Case(
            "The envoys met Gaddafi twice. A year later [[Gaddafi]] fled. Soon Gaddafi was dead.",
            "The envoys met Gaddafi twice. A year later [[Qaddafi]] fled. Soon Gaddafi was dead.",
            severity=Severity.MINOR,
        ),
        Case(
            "The keeper Alexei Morov fell. Doctors treated [[Alexei]] Morov.",
            "The keeper Alexei Morov fell. Doctors treated [[Aleksey]] Morov.",
            severity=Severity.MINOR,
        ),
        Case(
            "A storm hit [[Kharkov]]. Ships left Kharkov at noon.",
            "A storm hit [[Kharkow]]. Ships left Kharkov at noon.",
            severity=Severity.MINOR,
        ),
        Case(
            "Shares of Tchernov fell. In May [[Tchernov]] sold.",
            "Shares of Chernov fell. In May [[Cernov]] sold.",
            severity=Severity.MINOR,
        ),
        Case(
            "The vaccine of Doctor Yusupov works. Nurses thanked [[Yusupov]].",
            "The vaccine of Doctor Yusupov works. Nurses thanked [[Yusupoff]].",
            severity=Severity.MINOR,
        ),
        Case(
            "The runner Mohamed Diallo won. Later Mohamed [[Diallo]] rested.",
            "The runner Mohamed Diallo won. Later Mohamed [[Dialo]] rested.",
            severity=Severity.MINOR,
        ),
        Case(
            "The army left Vilnov. Troops near [[Vilnov]] saw it.",
            "The army left Vilnov. Troops near [[Wilnow]] saw it.",
            severity=Severity.MINOR,
        ),
        Case(
            "The minister praised Osinski. In a speech [[Osinski]] wept.",
            "The minister praised Osinski. In a speech [[Osinsky]] wept.",
            severity=Severity.MINOR,
        ),
        Case(
            "The court fined Zelensky. Police said that Zelensky paid.",
            "The court fined Zelenskiy. Police said that Zelenskiy paid.",
            why="one spelling throughout",
        ),
        Case(
            "The court fined Zelensky. Police said that Zelenskiy paid.",
            "The court fined Zelensky. Police said that Zelenskiy paid.",
            why="the original has both",
        ),
        Case(
            "A fire struck São Bento. Rain reached São Bento.",
            "A fire struck São Bento. Rain reached Sao Bento.",
            why="an accent",
        ),
        Case(
            "The debt of Greece rose. Banks in Greece failed.",
            "The debt of Greece rose. Greek banks failed.",
            why="a word made from the name",
        ),
        Case("Nurses met Ada Brook. Then Brook spoke.", "Nurses met Ada Brook. Then she spoke.", why="a pronoun"),
        Case("Nurses met Ada Brook. Then Ada Brook spoke.", "Nurses met Ada Brook. Then Brook spoke.", why="shorter"),
        Case(
            "Police held Brook. A lawyer for Brook spoke.",
            "Police held Stream. A lawyer for Brook spoke.",
            why="a word in its stead",
        ),
        Case("The coach of Al-Nasr left. Fans of Al-Nasr wept.", "The coach of Al-Nasr left. Fans of Al Nasr wept."),
        Case(
            "The vote hurt Morov. Voters of Morov left.",
            "The vote hurt Morov. Morov’s voters left.",
            why="a possessive",
        ),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Places where a name's spelling is not the copy's usual one, each name a group."""
        known = names(comparison.original.text)
        places: dict[str, list[tuple[Word, Word]]] = defaultdict(list)
        for bead in comparison.beads:
            for link in bead.links:
                a, b = bead.original[link.original], bead.copy[link.copy]
                if is_name(a, known) and _is_spelling(a, b):
                    places[a.form].append((a, b))
        for form, pairs in places.items():
            spellings = Counter(folded(b.form) for _, b in pairs)
            if len(spellings) > 1 and not _has_both(form, spellings, known):
                usual = folded(form) if folded(form) in spellings else spellings.most_common(1)[0][0]
                yield from (self._suspicion(a, b, pairs) for a, b in pairs if folded(b.form) != usual)

    def _suspicion(self, a: Word, b: Word, pairs: list[tuple[Word, Word]]) -> Suspicion:
        others = dict.fromkeys(f"“{other.text}”" for _, other in pairs if folded(other.form) != folded(b.form))
        return became(
            (a,),
            (b,),
            Severity.MINOR,
            "The reader may take the two spellings for two names.",
            self.confidence,
            message=f"The name “{{}}” is “{{}}” here and {', '.join(others)} elsewhere.",
            group=f"name:{a.form}",
        )


def _is_spelling(a: Word, b: Word) -> bool:
    """Whether b is the name a, or a transliteration of it that is no other word or name in the lexicon."""
    if a.form == b.form:
        return True
    if not is_capitalised(b) or origin(a.form) or origin(b.form):
        return False
    return relation(a.form, b.form) in (Relation.UNKNOWN, Relation.SYNONYM) and sounds_alike(a.form, b.form)


def _has_both(form: str, spellings: Counter[str], known: frozenset[str]) -> bool:
    """Whether the original has another of the spellings itself."""
    return any(folded(name) in spellings for name in known if name != form)
