"""Denials that the original of a bead has and the copy lost: by a negator, a verb, an adverb or a prefix.

What a copy denies anew is what the bead turned round lost (`mtaudit.pair.bead.turned`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from mtaudit.lexicon import tables
from mtaudit.lexicon.wordnet import Relation, lemma, relation
from mtaudit.mqm import Severity
from mtaudit.pair.bead import changed_words, partners
from mtaudit.records import ComparedBead, DifferenceKind, Word
from mtaudit.text.negation import (
    FADING,
    NEARLY,
    NEGATORS,
    denied_verbs,
    denies_outright,
    is_denying,
    made_up_for,
    negators,
    prefixed,
    said_without,
    turned_down,
)

NEAR = 4
"""Words before a verb within which another word may deny it."""

SAME = frozenset((Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM))
"""How a verb and the one that stands for it on the other side may be related."""

OVER = tables.words("no-longer")
"""Words that say in another way that something holds no longer."""

OUTSIDE = frozenset("outside beyond against opposed opposing opposition other apart excluding except besides".split())
"""Words that say in another way what a prefix denies or opposes: "non-EU", "outside the EU"."""


LONGEST = 6
"""Words of a difference up to which a negator in it is lost; in a longer one the sentence was reworded."""

BESIDE = 4
"""Words before and behind a difference within which it may make up for a negator."""


class Denial(NamedTuple):
    """The words of the original that deny, with the verb if they need one, and the place in the copy."""

    here: range
    there: range


def lost_negators(bead: ComparedBead, *, explained: bool, both: bool) -> Iterator[int]:
    """Negators of the original that are neither linked to one of the copy nor made up for.

    What was exchanged beside it makes up for one; `explained`, also where an equivalence says that it is harmless, and
    where `both` may be gone together, if a word that denies went with it ("did not deny", "confirmed").
    """
    mine, theirs = negators(bead.original), negators(bead.copy)
    surplus = len(mine) - len(theirs)
    if surplus <= 0:
        return
    kept = {k.original for k in bead.links if k.copy in theirs}
    trusted = [d for d in bead.differences if d.original and (explained or d.equivalence is None or not d.copy)]
    refused = any(d.kind is DifferenceKind.MOVED for d in bead.differences) and any(
        turned_down(bead.gained(d)) for d in bead.differences
    )
    for i in mine:
        if i in kept or surplus <= 0 or said_without(bead.original, i, bead.copy):
            continue
        within = next((d for d in bead.differences if i in d.original), None)
        if within and len(within.original) > LONGEST:
            continue
        around = [d for d in trusted if i in range(d.original.start - BESIDE, d.original.stop + BESIDE)]
        gained, given = ([w for d in around for w in side(d)] for side in (bead.gained, bead.lost))
        denied = both and any(is_denying(w.form) for w in given if w.form not in NEGATORS)
        if not (denied or refused or made_up_for(gained, given)):
            surplus -= 1
            yield i


def lost_denials(bead: ComparedBead) -> Iterator[Denial]:
    """What the original denies by a verb, adverb or prefix and the copy states."""
    here, there = bead.original, bead.copy
    partner = partners(bead)
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
    yield from _lost_prefixes(bead, partner)
    for k in range(1, len(here) - 1):
        fading = _fading(here, k)
        if fading and not any(i in partner for i in fading) and not _over(bead):
            before, behind = partner.get(fading.start - 1), partner.get(fading.stop)
            if before is not None and behind == before + 1:
                yield Denial(fading, range(before, behind + 1))


def gravity(denying: Sequence[Word]) -> Severity:
    """How bad it is that these words, a verb, an adverb or a prefix among them, deny on one side only."""
    return Severity.MAJOR if denying[0].form in NEARLY or any(prefixed(denying)) else Severity.CRITICAL


def _lost_prefixes(bead: ComparedBead, partner: Mapping[int, int]) -> Iterator[Denial]:
    """Words that a prefix turns round here and that the copy has without it, nor says in another way."""
    here, there = bead.original, bead.copy
    for denied in prefixed(here):
        stands = partner.get(denied.words.stop - 1)
        if stands is None or there[stands].form != denied.base or denied.base in (d.base for d in prefixed(there)):
            continue
        if (
            not OUTSIDE.isdisjoint({w.form for w in there} - {w.form for w in here})
            or _over(bead, but=stands)
            or (stands and there[stands - 1].form == "-")
        ):
            continue
        if all(w.form != denied.base for k, w in enumerate(here) if k not in denied.words):
            yield Denial(denied.words, range(stands, stands + 1))


def _fading(side: tuple[Word, ...], k: int) -> range | None:
    """The words from here that say that something holds no longer or hardly ever."""
    if side[k - 1].form == "not":
        return None  # "not rarely" is often
    if side[k].form == "no" and side[k + 1].form == "longer":
        return range(k, k + 2)
    return range(k, k + 1) if side[k].form in FADING else None


def _denies(form: str) -> bool:
    return denies_outright(form) or form in FADING or form in ("not", "no", "never", "nor", "neither", "cannot")


def _over(bead: ComparedBead, *, but: int | None = None) -> bool:
    """Whether a difference brings to the copy a word, `but` this one, that denies or says that something is over."""
    here = [w for w in changed_words(bead) if but is None or w is not bead.copy[but]]
    return made_up_for(here, ()) or any(lemma(w.form) in OVER or w.form in OVER or _denies(w.form) for w in here)
