"""Terms that a copy words otherwise: where they stand, and the features by which they are judged.

A term is a compound that names one thing ("surface area", "junior debt"); none of its words can be exchanged as it
could be elsewhere. Whether a phrase is one cannot be looked up: it shows in how rare its words are, in how they stand
together, and in how little the new words have to do with the old ones where they stand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import DETERMINERS, NEGATORS, PREPOSITIONS, is_content
from mtaudit.lexicon.wordnet import Relation, frequency, lemmas, parts_of_speech, relation, synonymy
from mtaudit.pair.bead import partners
from mtaudit.records import ComparedBead, Difference, DifferenceKind, Word

JOINTS = tables.words("term-joints")
"""What holds the halves of a longer term together ("region of interest", "signal to noise")."""

BESIDE = 3
"""Words before and behind a changed one that may belong to its term."""

LONGEST = 16
"""Words of a term, or of what stands for it, beyond which it is a clause."""

MANY = 6
"""Content words on a side from which one more says nothing new."""

FREQUENT = 2000
"""Tag count from which a word counts as common as any: "say" has so many."""

FORMAL = frozenset(
    ("abbreviation", "contraction", "date-format", "hyphenation", "number-format", "spelling", "typography")
)
"""Equivalences that leave the words as they are."""

NEAREST = (
    Relation.IDENTICAL,
    Relation.INFLECTION,
    Relation.SYNONYM,
    Relation.DERIVED,
    Relation.SIMILAR,
    Relation.HYPERNYM,
    Relation.HYPONYM,
    Relation.SIBLING,
)


@dataclass(frozen=True, slots=True)
class Rewording:
    """Words `lost` of the original that became `gained`, and the compounds that they belong to."""

    original: range
    copy: range
    lost: range
    gained: range
    differences: tuple[Difference, ...]


def rewordings(bead: ComparedBead) -> Iterator[Rewording]:
    """Changed words of a bead with the kept ones of their compound, in order."""
    partner = partners(bead)
    for lost, gained, differences in _runs(bead):
        content = _content(bead.original, lost), _content(bead.copy, gained)
        same = [bead.original[k].form for k in content[0]] == [bead.copy[k].form for k in content[1]]
        formal = all(d.equivalence in FORMAL for d in differences)
        if not same and not formal and all(content) and max(len(lost), len(gained)) <= LONGEST:
            original, copy = _compound(bead, partner, lost, gained)
            yield Rewording(original, copy, lost, gained, differences)


def _runs(bead: ComparedBead) -> Iterator[tuple[range, range, tuple[Difference, ...]]]:
    """Differences that stand side by side, or with no more than a joint between them, as one."""
    run: list[Difference] = []
    for difference in sorted(
        (d for d in bead.differences if d.kind is not DifferenceKind.MOVED),
        key=lambda d: (d.original.start, d.copy.start, d.original.stop),
    ):
        if run and not _joined(bead, run[-1], difference):
            yield _merged(run)
            run = []
        run.append(difference)
    if run:
        yield _merged(run)


def _merged(run: Sequence[Difference]) -> tuple[range, range, tuple[Difference, ...]]:
    first, last = run[0], run[-1]
    return range(first.original.start, last.original.stop), range(first.copy.start, last.copy.stop), tuple(run)


def _joined(bead: ComparedBead, first: Difference, second: Difference) -> bool:
    """Whether nothing, a hyphen or, between replaced content words, one joint stands between two differences."""
    rows, columns = range(first.original.stop, second.original.start), range(first.copy.stop, second.copy.start)
    if second.original.start < first.original.stop or second.copy.start < first.copy.stop:
        return False
    between = [bead.original[k].form for k in rows], [bead.copy[k].form for k in columns]
    if all(form == "-" for side in between for form in side):
        return True
    replaced = all(_content(bead.original, d.original) and _content(bead.copy, d.copy) for d in (first, second))
    return replaced and len(rows) == 1 and between[0] == between[1] and between[0][0] in JOINTS


def _compound(bead: ComparedBead, partner: Mapping[int, int], lost: range, gained: range) -> tuple[range, range]:
    """The words with those kept beside them that can belong to one noun phrase, on both sides."""

    def kept(i: int, j: int) -> bool:
        return (
            0 <= i < len(bead.original)
            and partner.get(i) == j
            and bead.original[i].form == bead.copy[j].form
            and (bead.original[i].form == "-" or _is_nominal(bead.original[i]))
        )

    before = behind = 0
    while before < BESIDE and kept(lost.start - before - 1, gained.start - before - 1):
        before += 1
    while behind < BESIDE and kept(lost.stop + behind, gained.stop + behind):
        if bead.original[lost.stop + behind].form.endswith("ed"):
            break
        behind += 1
    return range(lost.start - before, lost.stop + behind), range(gained.start - before, gained.stop + behind)


def without_verbs(bead: ComparedBead, found: Rewording) -> tuple[range, range]:
    """The compound on both sides without the clause's verb and what is beyond it, to be shown.

    A word that is oftener a verb may as well belong to the term ("set", "control"), so that it counts for the features.
    """
    before = next(
        (
            k
            for k in range(found.lost.start - found.original.start)
            if _is_verb(bead.original, found.lost.start - k - 1)
        ),
        found.lost.start - found.original.start,
    )
    behind = next(
        (k for k in range(found.original.stop - found.lost.stop) if _is_verb(bead.original, found.lost.stop + k)),
        found.original.stop - found.lost.stop,
    )
    return (
        range(found.lost.start - before, found.lost.stop + behind),
        range(found.gained.start - before, found.gained.stop + behind),
    )


def _is_verb(side: Sequence[Word], index: int) -> bool:
    """Whether the word is likelier a verb of the clause: none is where a noun phrase must begin with it."""
    form = side[index].form
    if _part(form) != "v" or form.endswith("ing"):
        return False
    before = side[index - 1].form if index else "the"
    return not (before in DETERMINERS or (before in PREPOSITIONS and before != "to") or before == "'s")


def _is_nominal(word: Word) -> bool:
    """Whether the word can stand in a noun phrase: a noun, an adjective, or one that no lexicon has."""
    found = parts_of_speech(word.form)
    return _is_worded(word) and (not found or bool(found & {"n", "a"}))


def _is_worded(word: Word) -> bool:
    """Whether it is a word that carries content, with letters."""
    return is_content(word) and any(c.isalpha() for c in word.form)


def _content(side: Sequence[Word], where: range) -> list[int]:
    return [k for k in where if _is_worded(side[k])]


def is_firm(bead: ComparedBead, found: Rewording) -> bool:
    """Whether the compound has the form of a term: of several words, the last a noun if only one of them changed."""
    whole, lost = _content(bead.original, found.original), _content(bead.original, found.lost)
    if len(whole) < 2 or all(_part(bead.original[k].form) == "r" for k in lost):
        return False
    last = bead.original[whole[-1]].form
    parts = parts_of_speech(last)
    if any(bead.original[k].form in NEGATORS for k in found.lost):
        return False
    return not parts or "n" in parts or last.endswith("ing")


def is_qualified(bead: ComparedBead, found: Rewording) -> bool:
    """Whether the words kept are but adjectives and participles, which qualify any noun ("planned", "key")."""
    kept = [k for k in _content(bead.original, found.original) if k not in found.lost]
    return bool(kept) and all(
        _part(bead.original[k].form) == "a" or bead.original[k].form.endswith(("ed", "ing")) for k in kept
    )


def synonymy_of_one(bead: ComparedBead, found: Rewording) -> float:
    """How freely the new word can stand for the old one where only one changed; 0 where several did."""
    lost = _content(bead.original, found.lost)
    return _exchanged(bead, found)[0][1] if len(lost) == 1 else 0.0


def features(bead: ComparedBead, found: Rewording) -> dict[str, float]:
    """Of a rewording, each from 0 to 1.

    `similarity` is the least of the differences' own in context; `support original` and `support copy` are as in
    `replacement.features`, and `unsupported …` what they lack of one half. `left …` and `right` tell of the kept word
    beside the changed ones. `rare …` are words that no text of WordNet's concordances has often. Of the lexicon's
    relations each is the share of the lost words whose nearest gained word stands so to it.
    """
    lost, gained = _content(bead.original, found.lost), _content(bead.copy, found.gained)
    return {
        **_in_context(bead, found, lost, gained),
        **_place(bead, found, lost),
        **_words(bead, found, lost, gained),
        **_relations(bead, found),
    }


def _in_context(bead: ComparedBead, found: Rewording, lost: Sequence[int], gained: Sequence[int]) -> dict[str, float]:
    met = bead.counterparts
    support = min(met.original[k].similarity for k in lost) if met else 0.0
    supported = min(met.copy[k].similarity for k in gained) if met else 0.0
    replaced = [d.similarity for d in found.differences if d.original and d.copy]
    return {
        "similarity": min(replaced, default=0.0),
        "support original": support,
        "support copy": supported,
        "unsupported original": max(0.0, 0.5 - support),
        "unsupported copy": max(0.0, 0.5 - supported),
        "closeness": bead.closeness,
        "explained": float(any(d.equivalence is not None for d in found.differences)),
    }


def _place(bead: ComparedBead, found: Rewording, lost: Sequence[int]) -> dict[str, float]:
    """How the changed words stand in their compound."""
    left = _content(bead.original, range(found.original.start, found.lost.start))
    right = _content(bead.original, range(found.lost.stop, found.original.stop))
    parts = [_part(bead.original[k].form) for k in left]
    nouns = bool(right) and _part(bead.original[right[0]].form) in ("n", "")
    alone = found.original.start == 0 and found.original.stop >= len(bead.original) - 1
    return {
        "left": float(bool(left)),
        "left noun": float(parts[-1:] in (["n"], [""])),
        "left adjective": float(parts[-1:] == ["a"]),
        "left verb": float(parts[-1:] == ["v"]),
        "right": float(bool(right)),
        "right noun": float(nouns),
        "one before a noun": float(nouns and len(lost) == 1),
        "capital kept": float(any(k > 0 and bead.original[k].text[0].isupper() for k in left + right)),
        "length": min(MANY, len(left) + len(lost) + len(right)) / MANY,
        "whole text": float(alone),
    }


def _words(bead: ComparedBead, found: Rewording, lost: Sequence[int], gained: Sequence[int]) -> dict[str, float]:
    """What the words are: how many, how common, of which part of speech."""
    kept = [k for k in _content(bead.original, found.original) if k not in found.lost]
    old, new = [bead.original[k].form for k in lost], [bead.copy[k].form for k in gained]
    common, others = [_commonness(form) for form in old], [_commonness(form) for form in new]
    beside = [_commonness(bead.original[k].form) for k in kept]
    parts = [_part(form) for form in old]
    return {
        "one": float(len(lost) == 1),
        "two": float(len(lost) == 2),
        "several": float(len(lost) > 2),
        "longer": float(len(gained) > len(lost)),
        "shorter": float(len(gained) < len(lost)),
        "common original": _mean(common),
        "common copy": _mean(others),
        "common kept": _mean(beside) if beside else 0.7,
        "rare original": float(min(common) < 0.3),
        "rare copy": float(min(others) < 0.3),
        "nouns": _mean([float(part in ("n", "")) for part in parts]),
        "verbs": _mean([float(part == "v") for part in parts]),
        "plural": _mean([float(form.endswith("s")) for form in old]),
        "long words": min(1.0, _mean([float(len(form)) for form in old]) / 12),
        "capital original": float(any(k > 0 and bead.original[k].text[0].isupper() for k in lost)),
        "capital copy": float(any(k > 0 and bead.copy[k].text[0].isupper() for k in gained)),
    }


def _relations(bead: ComparedBead, found: Rewording) -> dict[str, float]:
    exchanged = _exchanged(bead, found)
    kinds = [kind for kind, _ in exchanged]
    return {
        "synonymy": _mean([freely for _, freely in exchanged]),
        "unrelated": float(any(kind in (Relation.NONE, Relation.UNKNOWN) for kind in kinds)),
        "similar": _mean([float(kind is Relation.SIMILAR) for kind in kinds]),
        "sibling": _mean([float(kind is Relation.SIBLING) for kind in kinds]),
        "inflected": _mean([float(kind in (Relation.INFLECTION, Relation.DERIVED)) for kind in kinds]),
    }


def _exchanged(bead: ComparedBead, found: Rewording) -> list[tuple[Relation, float]]:
    """For each lost word how its partner, or else the nearest gained word, stands to it, and how freely it does."""
    partner = {k.original: k.copy for k in bead.links if k.original in found.lost}
    gained = _content(bead.copy, found.gained)[:MANY]
    made = []
    for i in _content(bead.original, found.lost)[:MANY]:
        form = bead.original[i].form
        others = [partner[i]] if partner.get(i) in gained else gained
        kinds = [(relation(form, bead.copy[j].form), synonymy(form, bead.copy[j].form)) for j in others]
        made.append(min(kinds, key=lambda k: (NEAREST.index(k[0]) if k[0] in NEAREST else len(NEAREST), -k[1])))
    return made


def _part(form: str) -> str:
    """The likeliest part of speech; empty for a word that no lexicon has."""
    found = lemmas(form)
    return found[0][0] if found else ""


def _commonness(form: str) -> float:
    return min(1.0, math.log1p(frequency(form)) / math.log(FREQUENT))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
