"""Denials that a verb, an adverb or a prefix carries, and that the other side of a bead lost: "refused to sign"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mtaudit.lexicon.wordnet import Relation, lemma, relation
from mtaudit.mqm import Severity
from mtaudit.pair.bead import partners
from mtaudit.records import ComparedBead, Span, Suspicion, Word
from mtaudit.text.negation import FADING, NEARLY, denied_verbs, denies_outright, made_up_for, negators, prefixed
from mtaudit.text.words import joined

NEAR = 4
"""Words before a verb within which another word may deny it."""

SAME = frozenset((Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM))
"""How a verb and the one that stands for it on the other side may be related."""

OVER = frozenset("anymore former formerly cease stop end quit halt discontinue past previously ex once used".split())
"""Words that say in another way that something holds no longer."""


OUTSIDE = frozenset("outside beyond against opposed opposing opposition other apart excluding except besides".split())
"""Words that say in another way what a prefix denies or opposes: "non-EU", "outside the EU"."""


class Denial(NamedTuple):
    """The words that deny on one side, with the verb if they need one, and the place on the other."""

    here: range
    there: range


def lost_denials(bead: ComparedBead, *, of_copy: bool = False) -> Iterator[Denial]:
    """What the original denies by a verb, adverb or prefix and the copy states (`of_copy`: the other way round)."""
    here, there = (bead.copy, bead.original) if of_copy else (bead.original, bead.copy)
    partner = partners(bead, of_copy=of_copy)
    if len(negators(there)) > len(negators(here)):
        return
    for start, verb in denied_verbs(here):
        stands = partner.get(verb)
        if stands is None or relation(here[verb].form, there[stands].form) not in SAME:
            continue
        if start in partner and _denies(there[partner[start]].form):
            continue
        if not any(_denies(w.form) for w in there[max(0, stands - NEAR) : stands + 2]):
            yield Denial(range(start, verb + 1), range(stands, stands + 1))
    yield from _lost_prefixes(bead, here, there, partner)
    for k in range(1, len(here) - 1):
        fading = _fading(here, k)
        if fading and not any(i in partner for i in fading) and not _over(bead, there):
            before, behind = partner.get(fading.start - 1), partner.get(fading.stop)
            if before is not None and behind == before + 1:
                yield Denial(fading, range(before, behind + 1))


def _lost_prefixes(
    bead: ComparedBead, here: tuple[Word, ...], there: tuple[Word, ...], partner: Mapping[int, int]
) -> Iterator[Denial]:
    """Words that a prefix turns round here and that the other side has without it, nor says in another way."""
    for denied in prefixed(here):
        stands = partner.get(denied.words.stop - 1)
        if stands is None or there[stands].form != denied.base or denied.base in (d.base for d in prefixed(there)):
            continue
        if (
            not OUTSIDE.isdisjoint({w.form for w in there} - {w.form for w in here})
            or _over(bead, there, but=stands)
            or (stands and there[stands - 1].form == "-")
        ):
            continue
        if all(w.form != denied.base for k, w in enumerate(here) if k not in denied.words):
            yield Denial(denied.words, range(stands, stands + 1))


def carried(
    side: Sequence[Word], denial: range, spans: tuple[Span | None, Span | None], said: str, means: str
) -> Suspicion:
    """What is told of a denial that a word or a prefix carries: `said` of its words, and what it means to a reader."""
    words = [side[k] for k in denial]
    return Suspicion(
        original=spans[0],
        copy=spans[1],
        severity=Severity.MAJOR if words[0].form in NEARLY or any(prefixed(words)) else Severity.CRITICAL,
        message=f"“{joined(words)}” {said}",
        explanation=means,
        confidence=0.8,
    )


def _fading(side: tuple[Word, ...], k: int) -> range | None:
    """The words from here that say that something holds no longer or hardly ever."""
    if side[k - 1].form == "not":
        return None  # "not rarely" is often
    if side[k].form == "no" and side[k + 1].form == "longer":
        return range(k, k + 2)
    return range(k, k + 1) if side[k].form in FADING else None


def _denies(form: str) -> bool:
    return denies_outright(form) or form in FADING or form in ("not", "no", "never", "nor", "neither", "cannot")


def _over(bead: ComparedBead, side: tuple[Word, ...], *, but: int | None = None) -> bool:
    """Whether a difference brings to this side a word, `but` this one, that denies or says that something is over."""
    here = [side[k] for k in sorted(bead.changed(of_copy=side is bead.copy) - {but})]
    return made_up_for(here, ()) or any(lemma(w.form) in OVER or w.form in OVER or _denies(w.form) for w in here)
