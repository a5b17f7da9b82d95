"""Set phrases of an original of which a copy keeps a part and exchanges a word, or exchanges them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.closed_class import is_content
from mtaudit.lexicon.pivots import bases, bundled
from mtaudit.lexicon.set_phrases import is_idiom, set_phrases
from mtaudit.lexicon.wordnet import Relation, distance, kindred, lemma, parts_of_speech, relation, synonymy
from mtaudit.mqm import Severity
from mtaudit.pair.bead import partners
from mtaudit.records import ComparedBead, DifferenceKind, Suspicion
from mtaudit.text.names import is_capitalised

NEAR = 5
"""Steps in WordNet's hierarchy below which one noun of a compound may stand for another ("phone company", "firm");
an idiom has no such freedom."""

FREE = 0.1
"""Synonymy from which a word of a term listed by us may stand for another ("rate rise", "rate increase")."""

LONGEST = 8
"""Words from a phrase's first within which one must have changed; there are few longer phrases."""

BEADS = 2048
"""Beads whose broken phrases are remembered, more than an article has: two detectors ask for them in turn."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Words of the original that make up a set phrase, and those of the copy in its place.

    `far` tells that it is lost: the words are unlike, and the phrase is of our own lists or another language has them
    in senses apart.
    """

    original: range
    copy: range
    idiom: bool
    far: bool


@lru_cache(maxsize=BEADS)
def broken_phrases(bead: ComparedBead) -> tuple[Broken, ...]:
    """All of a bead, in order; of phrases that share words the first and longest."""
    return tuple(_found(bead))


def told(bead: ComparedBead, found: Broken, *, what: str, worst: Severity, lost: str, near: str) -> Suspicion:
    """What is told of a broken phrase, with one explanation where it is lost and another where the words are near."""
    message = f"The {what} “{{}}” became “{{}}”."
    words = both(bead, found.original, found.copy)
    if found.far:
        return became(*words, worst, lost, 0.8, message=message)
    return became(*words, Severity.MINOR, near, 0.6, message=message)


def _found(bead: ComparedBead) -> Iterator[Broken]:
    forms = [w.form for w in bead.original]
    changed = _changed(bead)
    partner = partners(bead)
    behind = 0
    starts = {k for i in changed for k in range(max(0, i - LONGEST + 1), i + 1) if forms[k].isalpha()}
    for start in sorted(starts):
        if start < behind:
            continue
        for length, entry, listed in set_phrases(forms, start):
            inside = range(start, start + length)
            broken = _broken(bead, inside, entry, partner, changed, listed=listed)
            if broken:
                yield broken
                behind = inside.stop
                break


def _changed(bead: ComparedBead) -> dict[int, range]:
    """The words of the original that no equivalence explains, each with what stands for its phrase, if anything."""
    return {
        i: d.copy
        for d in bead.differences
        if d.kind in (DifferenceKind.REPLACED, DifferenceKind.OMITTED) and d.equivalence in (None, "synonym")
        for i in d.original
        if bead.original[i].form.isalpha() and is_content(bead.original[i])
    }


def _broken(
    bead: ComparedBead, inside: range, entry: str, partner: dict[int, int], changed: dict[int, range], *, listed: bool
) -> Broken | None:
    content = [i for i in inside if is_content(bead.original[i])]
    lost = [i for i in content if i in changed]
    there = {partner[i] for i in inside if i in partner} | {j for i in lost for j in changed[i]}
    if not lost or not there or any(is_capitalised(bead.original[i]) and i for i in lost):
        return None
    exchanged = [(bead.original[i].form, bead.copy[partner[i]].form) for i in lost if i in partner]
    copy = range(min(there), max(there) + 1)
    if len(exchanged) < len(lost):
        copy = _widened(bead, copy)
        if not listed or not _is_literal(bead, copy, content):
            return None
    if len(copy) > len(inside) + 2 or not any(is_content(bead.copy[j]) for j in copy):
        return None
    idiom = is_idiom(entry) if listed else len(inside) >= 3 and "v" in parts_of_speech(entry)
    if (
        _same(bead, copy, entry)
        or _stands(bead, inside)
        or not _ruined(exchanged, len(content), len(inside), listed=listed, idiom=idiom)
    ):
        return None
    sure = listed or idiom or any(bundled().confusions(bases(a), bases(b)) for a, b in exchanged)
    return Broken(inside, copy, idiom, sure and _is_far(exchanged, idiom=idiom))


def _widened(bead: ComparedBead, copy: range) -> range:
    """The words with those added right beside them, where a term's other words may have gone."""
    start, stop = copy.start, copy.stop
    for difference in bead.differences:
        if difference.kind is DifferenceKind.ADDED and difference.copy.start <= stop and difference.copy.stop >= start:
            start, stop = min(start, difference.copy.start), max(stop, difference.copy.stop)
    return range(start, stop)


def _is_far(exchanged: list[tuple[str, str]], *, idiom: bool) -> bool:
    """Whether it cannot be guessed: an idiom's noun, two words of a term, or one that is unlike, became others."""
    if not exchanged or (len(exchanged) > 1 and not idiom):
        return True
    if idiom:
        return all("n" in parts_of_speech(form) for form in exchanged[-1])
    return any(relation(a, b) in (Relation.NONE, Relation.UNKNOWN, Relation.ANTONYM) for a, b in exchanged)


def _is_literal(bead: ComparedBead, copy: range, content: list[int]) -> bool:
    """Whether the copy still says one of the words, and others beside it."""
    said = [bead.copy[j].form for j in copy if is_content(bead.copy[j])]
    return len(said) >= 2 and not {bead.original[i].form for i in content}.isdisjoint(said)


def _stands(bead: ComparedBead, inside: range) -> bool:
    """Whether the phrase stands in the copy after all, at another place."""
    phrase = [bead.original[k].form for k in inside]
    forms = [word.form for word in bead.copy]
    return any(forms[k : k + len(phrase)] == phrase for k in range(len(forms) - len(phrase) + 1))


def _same(bead: ComparedBead, copy: range, entry: str) -> bool:
    """Whether the lexicon has the copy's words as a phrase for the same."""
    said = " ".join(bead.copy[j].form for j in copy)
    base = " ".join([lemma(bead.copy[copy.start].form), *(bead.copy[j].form for j in copy[1:])])
    return entry in (said, base) or relation(entry, said) is Relation.SYNONYM or synonymy(entry, base) > 0


def _ruined(exchanged: list[tuple[str, str]], content: int, length: int, *, listed: bool, idiom: bool) -> bool:
    """Whether the exchanged words are too far from each other for the phrase to stay what it is."""
    if listed:
        return idiom or not exchanged or any(not _is_free(a, b) for a, b in exchanged)
    if len(exchanged) == content and length < 3:
        return False
    near = length == 2 and any((distance(a, b) or NEAR) < NEAR for a, b in exchanged)
    return not near and not all(_is_close(a, b) for a, b in exchanged)


def _is_free(a: str, b: str) -> bool:
    """Whether b is a form of a, or can stand for it in more than a rare sense."""
    return relation(a, b) in (Relation.IDENTICAL, Relation.INFLECTION, Relation.DERIVED) or synonymy(a, b) >= FREE


def _is_close(a: str, b: str) -> bool:
    """Whether a word of a phrase was exchanged for one close enough to keep the phrase."""
    return relation(a, b) is not Relation.NONE or kindred(a, b)
