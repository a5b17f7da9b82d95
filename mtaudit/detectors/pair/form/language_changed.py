"""Language changed: the copy is not in the original's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Role, Segment, Span, Suspicion
from mtaudit.text.language import name_of
from mtaudit.text.tongue import tongues

_ENGLISH = "The council decided on Monday that the old bridge over the river will stay closed until the end of June."
_SAME = "On Monday the council decided to keep the old bridge over the river closed until the end of June."
_FRENCH = "Le conseil a décidé lundi que le vieux pont sur la rivière restera fermé jusqu’à la fin du mois de juin."
_GERMAN = "Der Rat hat am Montag beschlossen, dass die alte Brücke über den Fluss bis Ende Juni gesperrt bleibt."
_SPANISH = "El consejo decidió el lunes que el viejo puente sobre el río seguirá cerrado hasta finales de junio."

_PORTUGUESE = "O conselho decidiu na segunda-feira que a velha ponte sobre o rio ficará fechada até ao final de junho."
_ITALIAN = "Il consiglio ha deciso lunedì che il vecchio ponte sul fiume resterà chiuso fino alla fine di giugno."
_DUTCH = "De raad besloot maandag dat de oude brug over de rivier tot eind juni gesloten blijft voor al het verkeer."
_POLISH = "Rada zdecydowała w poniedziałek, że stary most na rzece pozostanie zamknięty do końca czerwca tego roku."
_RUSSIAN = "Совет решил в понедельник, что старый мост через реку останется закрытым до конца июня этого года."
_TURKISH = "Meclis pazartesi günü nehrin üzerindeki eski köprünün haziran sonuna kadar kapalı kalmasına karar verdi."
_LONG = (
    "The ferries will run twice as often until then, the council said, and the buses will go through the valley. "
    "Those who live on the far bank have been told to leave an hour earlier, since the roads are narrow and steep."
)
_NAMES = "Ada Brook, Max Hale, Petra Lund, Jean-Luc Moreau, Karl-Heinz Roth, Rodrigo Diaz, Paolo Rossi and Ana Ibarra."
_BRITISH = "The council's grey-haired members realised on Monday that the harbour bridge will stay closed until autumn."


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChanged:
    """The copy, or a passage of it, is in another language than the original.

    A feed that delivers the half-way translation is a fault of its own, and everything else that could be
    said of such a pair would be noise: where all of the copy is in another language, the other detectors do not run.
    Of a copy that is half translated the passages are told: critical where much of it cannot be read, else major. What
    the original has in that language too is left alone, and so is what is too short to tell a language by.
    """

    share: float = 0.25
    """Share of the copy from which so much cannot be read that its readers miss the news itself."""

    category: ClassVar[Category] = Category.RESIDUE
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(_ENGLISH, f"[[{_FRENCH}]]", severity=Severity.CRITICAL),
        Case(_ENGLISH, f"[[{_GERMAN}]]", severity=Severity.CRITICAL),
        Case(_ENGLISH, f"[[{_SPANISH}]]", severity=Severity.CRITICAL),
        Case(_ENGLISH, f"[[{_PORTUGUESE}]]", severity=Severity.CRITICAL),
        Case(_ENGLISH, f"[[{_ITALIAN}]]", severity=Severity.CRITICAL),
        Case(_ENGLISH, f"[[{_DUTCH}]]", severity=Severity.CRITICAL),
        Case(_ENGLISH, f"[[{_POLISH}]]", severity=Severity.CRITICAL),
        Case(_ENGLISH, f"[[{_RUSSIAN}]]", severity=Severity.CRITICAL),
        Case(_ENGLISH, f"[[{_TURKISH}]]", severity=Severity.CRITICAL),
        Case(f"{_ENGLISH} It rained.", f"{_SAME} [[{_FRENCH}]]", severity=Severity.CRITICAL),
        Case(f"{_SAME}\n\n{_ENGLISH}", f"[[{_GERMAN}]]\n\n{_ENGLISH}", severity=Severity.CRITICAL),
        Case(
            f"{_SAME}\n\n{_LONG}\n\nThe mayor said that nobody had asked the baker.",
            f"{_SAME}\n\n{_LONG}\n\n[[Le maire a dit que personne n’avait demandé au boulanger.]]",
            severity=Severity.MAJOR,
        ),
        Case(_ENGLISH, _SAME),
        Case(f"{_ENGLISH} “{_FRENCH}”", f"{_SAME} “{_FRENCH}”", why="the original quotes it in that language"),
        Case(f"{_FRENCH} {_ENGLISH} {_SAME}", f"{_FRENCH} {_SAME} {_ENGLISH}", why="mixed as the original is"),
        Case(_ENGLISH, _NAMES, why="foreign names"),
        Case(_ENGLISH, _BRITISH, why="another English"),
        Case(_ENGLISH, f"{_SAME} “Le pont est fermé,” a sign says.", why="a foreign quotation"),
        Case(_ENGLISH, "13.4 · 17.9 · 21.0 · 18.2 · 13.3 · 12.4 · 19.1 · 14.8", why="figures"),
        Case(f"{_ENGLISH} He said so.", f"{_SAME} Il l’a dit.", why="a sentence left in another language"),
        Case("Bridge closed", "Pont fermé", why="too short to tell a language"),
        Case(_ENGLISH, "Bridge closed", why="too short to tell a language"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """One suspicion over the whole copy, or over each of its passages that the original has in English."""
        mine, theirs = comparison.original.language, comparison.copy.language
        if mine and theirs and mine != theirs:
            text = comparison.copy.text
            yield _suspicion(
                Span(len(text) - len(text.lstrip()), len(text.rstrip())),
                Severity.CRITICAL,
                f"The copy is in {name_of(theirs)}, its original in {name_of(mine)}.",
            )
            return
        passages = tuple(self._passages(comparison))
        size = sum(span.end - span.start for span, _ in passages)
        severity = Severity.CRITICAL if size >= self.share * len(comparison.copy.text) else Severity.MAJOR
        for span, language in passages:
            yield _suspicion(span, severity, f"This stands in {language}, in the original in English.")

    def _passages(self, comparison: Comparison) -> Iterator[tuple[Span, str]]:
        """The stretches of the copy in one other language, of which the original has less."""
        beads = comparison.alignment.beads
        size: Counter[str | None] = Counter()
        for segment, language in tongues(comparison.original.text, _told(b.original for b in beads)).items():
            size[language] += segment.span.end - segment.span.start
        copy = tongues(comparison.copy.text, _told(b.copy for b in beads))
        for language, run in groupby(copy.items(), key=lambda told: told[1]):
            spans = [segment.span for segment, _ in run]
            if language and sum(s.end - s.start for s in spans) > 2 * size[language]:
                yield Span.cover(*spans), language


def _told(sides: Iterable[Iterable[Segment]]) -> Iterator[Segment]:
    """The segments of one side that are the article's own."""
    return (segment for side in sides for segment in side if segment.role is not Role.DEBRIS)


def _suspicion(copy: Span, severity: Severity, message: str) -> Suspicion:
    return Suspicion(
        original=None,
        copy=copy,
        severity=severity,
        message=message,
        explanation="Readers of the original cannot read it; the last leg of the translation is missing.",
        confidence=0.95,
        group="language",
    )
