"""Language changed: the copy is not in the original's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Span, Suspicion

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
_NAMES = "Ada Brook, Max Hale, Petra Lund, Jean-Luc Moreau, Karl-Heinz Roth, Rodrigo Diaz, Paolo Rossi and Ana Ibarra."
_BRITISH = "The council's grey-haired members realised on Monday that the harbour bridge will stay closed until autumn."


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChanged:
    """Copy and original are in different languages.

    A feed that delivers the half-way translation is a fault of its own, and everything else that could be
    said of such a pair would be noise: where this detector finds something, the others do not run.
    """

    category: ClassVar[Category] = Category.RESIDUE
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(_ENGLISH, f"[[{_FRENCH}]]"),
        Case(_ENGLISH, f"[[{_GERMAN}]]"),
        Case(_ENGLISH, f"[[{_SPANISH}]]"),
        Case(_ENGLISH, f"[[{_PORTUGUESE}]]"),
        Case(_ENGLISH, f"[[{_ITALIAN}]]"),
        Case(_ENGLISH, f"[[{_DUTCH}]]"),
        Case(_ENGLISH, f"[[{_POLISH}]]"),
        Case(_ENGLISH, f"[[{_RUSSIAN}]]"),
        Case(_ENGLISH, f"[[{_TURKISH}]]"),
        Case(_ENGLISH, _SAME),
        Case(f"{_FRENCH} {_ENGLISH} {_SAME}", f"{_FRENCH} {_SAME} {_ENGLISH}", "mixed as the original is"),
        Case(_ENGLISH, _NAMES, "foreign names"),
        Case(_ENGLISH, _BRITISH, "another English"),
        Case(_ENGLISH, f"{_SAME} “Le pont est fermé,” a sign says.", "a foreign quotation"),
        Case(_ENGLISH, "13.4 · 17.9 · 21.0 · 18.2 · 13.3 · 12.4 · 19.1 · 14.8", "figures"),
        Case(f"{_ENGLISH} He said so.", f"{_SAME} Il l’a dit.", "a sentence left in another language"),
        Case("Bridge closed", "Pont fermé", "too short to tell a language"),
        Case(_ENGLISH, "Bridge closed", "too short to tell a language"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """One suspicion over the whole copy."""
        mine, theirs = comparison.original.language, comparison.copy.language
        if mine and theirs and mine != theirs:
            text = comparison.copy.text
            start = len(text) - len(text.lstrip())
            yield Suspicion(
                original=None,
                copy=Span(start, len(text.rstrip())),
                severity=Severity.CRITICAL,
                message=f"The copy is in another language (“{theirs}”) than the original (“{mine}”).",
                explanation="Readers of the original cannot read it; the last leg of the translation is missing.",
                confidence=0.95,
                group="language",
            )
