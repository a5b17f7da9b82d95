"""How much of a segment's meaning its copy keeps: evidence read from compared beads → a number from 0 to 1.

Likeness alone ranks a near-copy with one corruption above a faithful paraphrase. So the evidence is of three kinds:
what the words lack in context, form and tense, what became of each difference, and what a network says of each sentence
that learned from corruptions. What it says depends on how much of the rest was kept: in a sentence otherwise kept the
words plainly stand against each other, in one rewritten freely a word without a counterpart means little. Hence each
piece of evidence has two weights, one for what was kept and one for what was rewritten, and trees look at pieces
together.

All features are 0 for a verbatim copy and none grows with the length of the text: they are shares, maxima, or counts
that saturate. Weights and trees come from `training/segment.py`; no evidence may raise the score.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from mtaudit.lexicon.closed_class import AUXILIARIES, MODALS, is_content, is_function_word
from mtaudit.lexicon.tense import PAST_AUXILIARIES, PRESENT_AUXILIARIES, Time
from mtaudit.lexicon.wordnet import Relation, known, parts_of_speech, relation
from mtaudit.model.fitted import Boosted, Logistic, load, load_trees, probability
from mtaudit.pair.bead import by_bead
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Finding, Link, Word, WordTags
from mtaudit.text.verb_groups import finite

FAR = 0.4
"""Distance in context (1 - cosine) of a word from its counterpart up to which it may well say the same."""

FEW = 2.0
"""A count n weighs 1 - e^(-n/FEW): the first counts most, and after some six more no longer matter."""

MANY = 6.0
"""The same for words without a good counterpart, of which a freely rewritten sentence has many."""

KEPT = 3
"""Power of the closeness that tells kept from rewritten: 0.97 where one word in 100 changed, 0.13 where half did."""

SURE = 8.0
"""Log-odds of harm, as a network tells them, beyond which it does not matter how sure it is."""

REWRITTEN = "rewritten"
"""The one feature that is no evidence: the share of words, besides those found wrong, that were not kept."""

PLAIN = 2.0
"""Log-odds below zero from which a word's tag as BAD counts: most words of sound sentences have less."""

STRANGEST = 6.0
"""How far above that the log-odds of the strangest words go."""

LONGEST_REPEAT = 4
"""Words of a phrase that may stand twice in a row."""

BE = frozenset("be been being".split())
"""Forms of "be" that a verb group has besides its finite one."""

SENTENCE_END = frozenset(".?!")
CLOSING = SENTENCE_END | frozenset("\"')")
LEANING = frozenset(".,;:?!)")
"""Marks before which nothing is spaced."""


def segment_score(beads: Sequence[ComparedBead], findings: Iterable[Finding]) -> float:
    """How much of the meaning of these beads, read as one passage, was kept: 0 to 1.

    Edits that people hold to be harmless mostly score above 0.5, corrupting ones below it. The order of two scores says
    more than their values. `findings` are those that lie in the beads.
    """
    if not any(bead.differences or not (bead.original and bead.copy) for bead in beads):
        return 1.0
    name = "segment" if any(bead.counterparts for bead in beads) else "segment-lexical"
    return probability(log_odds(features(beads, findings), load(name), load_trees(name)))


def log_odds(found: Mapping[str, float], model: Logistic, trees: Boosted) -> float:
    """What a model, and the trees that go with it, make of the features."""
    return model.logit(defaultdict(float, weighed(found))) + trees.logit(defaultdict(float, found))


def weighed(found: Mapping[str, float]) -> dict[str, float]:
    """Each piece of evidence twice: "kept …" and "free …", which add up to it."""
    kept = (1 - found[REWRITTEN]) ** KEPT
    evidence = [(name, value) for name, value in found.items() if value and name != REWRITTEN]
    return {f"kept {k}": v * kept for k, v in evidence} | {f"free {k}": v * (1 - kept) for k, v in evidence}


def bead_scores(comparison: Comparison, findings: Iterable[Finding]) -> tuple[float | None, ...]:
    """The score of each bead, in their order; None where only one text has it, which is for a finding to judge."""
    lying = by_bead(comparison.beads, findings)
    return tuple(
        segment_score((bead,), lying[number]) if bead.original and bead.copy else None
        for number, bead in enumerate(comparison.beads)
    )


def features(beads: Sequence[ComparedBead], findings: Iterable[Finding]) -> dict[str, float]:
    """The evidence against a passage by name, each from 0 to about 1, and REWRITTEN; what is not named is 0."""
    findings = tuple(findings)
    original = tuple(chain.from_iterable(bead.original for bead in beads))
    copy = tuple(chain.from_iterable(bead.copy for bead in beads))
    found = (
        _context(beads)
        | _tags(beads)
        | judged([bead.harm for bead in beads if bead.harm is not None])
        | _form(original, copy)
        | _tense(original, copy)
        | _verbs(beads)
    )
    return found | _edits(beads) | _findings(findings) | {REWRITTEN: 1 - _closeness(beads, findings)}


def judged(harms: Sequence[float]) -> dict[str, float]:
    """What a network that looked at each reworded sentence says, in log-odds of harm; the worst counts most."""
    if not harms:
        return {}
    worst = max(harms)
    harm = worst + math.log(sum(math.exp(harm - worst) for harm in harms))
    return {"harm": probability(harm), "harm, log-odds": min(1.0, max(0.0, (harm + SURE) / (2 * SURE)))}


def _saturated(count: float, few: float = FEW) -> float:
    return 1 - math.exp(-count / few)


def _closeness(beads: Sequence[ComparedBead], findings: Sequence[Finding]) -> float:
    """The share of words, besides those found wrong, that are linked with the same form: one error hides no other."""
    wrong = ([f.original for f in findings if f.original], [f.copy for f in findings if f.copy])
    sides = (
        (word, spans)
        for bead in beads
        for side, spans in zip((bead.original, bead.copy), wrong, strict=True)
        for word in side
    )
    rest = sum(not w.is_punctuation and not any(w.span.overlaps(s) for s in spans) for w, spans in sides)
    same = sum(
        not bead.copy[k.copy].is_punctuation and bead.original[k.original].form == bead.copy[k.copy].form
        for bead in beads
        for k in bead.links
    )
    return min(1.0, 2 * same / rest) if rest else 1.0


def _context(beads: Sequence[ComparedBead]) -> dict[str, float]:
    """What the words of either side lack on the other, by meaning in context; a bead with one side lacks all."""
    lost: list[float] = []
    new: list[float] = []
    small: list[float] = []
    elsewhere: list[float] = []
    for bead in beads:
        for word, link in _linked(bead, bead.original, 0):
            if is_content(word):
                lost.append(1 - link.similarity if link else 1.0)
            if link and not word.is_punctuation and word.form == bead.copy[link.copy].form:
                elsewhere.append(1 - link.similarity)
        for word, link in _linked(bead, bead.copy, 1):
            if not word.is_punctuation:
                (new if is_content(word) else small).append(1 - link.similarity if link else 1.0)
    return {
        "meaning lost": _mean(lost),
        "words lost": _saturated(sum(max(0.0, d - FAR) for d in lost), MANY),
        "words new": _saturated(sum(max(0.0, d - FAR) for d in new), MANY),
        "strangest word": max(new, default=0.0),
        "small words new": _mean(small),
        "same word in other context": _mean(elsewhere),
    }


def _tags(beads: Sequence[ComparedBead]) -> dict[str, float]:
    """What words of either side lack for want of a counterpart of their own, and what in the copy cannot stand there.

    Shares are of the original's words, so that a word more lowers none of them.
    """
    counterparts: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    strange: defaultdict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for gone, side, tags in chain.from_iterable(map(_tagged, beads)):
        for word, linked, alike in zip(side, tags.linked, tags.alike, strict=True):
            if not word.is_punctuation:
                counterparts[f"content {gone}" if is_content(word) else f"small words {gone}"].append((linked, alike))
        for name, tag in (("bad", tags.bad), ("gap", tags.gap)):
            strange[name][gone == "new"].extend(tag)
    words = max(1, sum(len(bead.original) for bead in beads))
    found: dict[str, float] = {}
    for name, values in chain.from_iterable(_lacks(name, pairs) for name, pairs in counterparts.items()):
        found[f"{name}, share"] = min(1.0, sum(values) / words)
        found[f"{name}, most"] = max(values)
    for name, (before, behind) in strange.items():
        stranger = _strangeness(max(behind, default=0.0)) - _strangeness(max(before, default=0.0))
        found[f"{name}, more"] = max(0.0, _mean(behind) - _mean(before))
        found[f"{name}, most"] = min(1.0, max(0.0, stranger / STRANGEST))
    return found


def _tagged(bead: ComparedBead) -> Iterator[tuple[str, Sequence[Word], WordTags]]:
    """The sides that were looked at, with what lacks on the other; a side alone lacks all."""
    if bead.tags:
        yield "lost", bead.original, bead.tags[0]
        yield "new", bead.copy, bead.tags[1]
    elif not (bead.original and bead.copy):
        nothing = (0.0,) * len(bead.original or bead.copy)
        yield "lost" if bead.original else "new", bead.original or bead.copy, WordTags(*[nothing] * 4)


def _lacks(name: str, counterparts: Sequence[tuple[float, float]]) -> Iterator[tuple[str, Sequence[float]]]:
    """What words lack for want of a counterpart by place, by meaning and, where they carry content, by both."""
    by_place, by_meaning = ([1 - sure for sure in surely] for surely in zip(*counterparts, strict=True))
    yield name, by_place
    yield f"{name}, by meaning", by_meaning
    if name.startswith("content"):
        yield f"{name}, by both", [a * b for a, b in zip(by_place, by_meaning, strict=True)]


def _strangeness(probability: float) -> float:
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return max(0.0, math.log(bounded / (1 - bounded)) + PLAIN)


def _linked(bead: ComparedBead, side: Sequence[Word], number: int) -> Iterator[tuple[Word, Link | None]]:
    """The words that were looked at in context with their links; without a link where the other side has no words."""
    if not (bead.original and bead.copy):
        yield from ((word, None) for word in side)
    elif bead.counterparts:
        links = (bead.counterparts.original, bead.counterparts.copy)[number]
        yield from zip(side, links, strict=True)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _form(original: Sequence[Word], copy: Sequence[Word]) -> dict[str, float]:
    """What shows without knowing what words mean: length, names, figures, case, marks, repetition, unknown words."""
    forms, others = Counter(w.form for w in original), Counter(w.form for w in copy)
    lost, new = forms - others, others - forms
    texts = {w.text for w in original}
    spoken = [w for w in copy if not w.is_punctuation]
    longer = math.log((1 + len(spoken)) / (1 + sum(not w.is_punctuation for w in original)))
    cased = sum(w.form in forms and w.text not in texts for w in spoken)
    marks = [Counter(w.form for w in side if w.is_punctuation) for side in (original, copy)]
    unknown = (w for w in spoken if w.form.isalpha() and w.form not in forms and not is_function_word(w.form))
    pairs = [Counter(pairwise(w.form for w in side)) for side in (original, copy)]
    before, behind = (side.total() for side in pairs)
    kept = (pairs[0] & pairs[1]).total()
    return {
        "pairs of words lost": (before - kept) / max(1, before),
        "pairs of words new": (behind - kept) / max(1, behind),
        "small words in excess": _missing(copy, forms, new, _is_small) / max(1, len(copy)),
        "longer": max(0.0, longer),
        "shorter": max(0.0, -longer),
        "names lost": _saturated(_missing(original, others, lost, _is_name)),
        "names new": _saturated(_missing(copy, forms, new, _is_name)),
        "figures lost": _saturated(_missing(original, others, lost, _is_figure)),
        "figures new": _saturated(_missing(copy, forms, new, _is_figure)),
        "case": cased / max(1, len(spoken)),
        "lower case at the start": float(bool(original and copy) and _falls(original[0].text, copy[0].text)),
        "end lost": float(
            bool(original and copy) and original[-1].form in SENTENCE_END and copy[-1].form not in CLOSING
        ),
        "marks new": _saturated((marks[1] - marks[0]).total()),
        "marks spaced": _saturated(max(0, _spaced(copy) - _spaced(original))),
        "repetition": float(_repeats(copy) > _repeats(original)),
        "unknown words": _saturated(sum(w.text[0].islower() and not known(w.form) for w in unknown)),
    }


def _missing(
    side: Sequence[Word], other: Counter[str], fewer: Counter[str], counts: Callable[[Sequence[Word], int], bool]
) -> int:
    """How many words of a kind the other side lacks, of those of which it has fewer."""
    mine = Counter(w.form for k, w in enumerate(side) if w.form in fewer and counts(side, k))
    return sum(max(0, number - other[form]) for form, number in mine.items())


def _is_name(side: Sequence[Word], index: int) -> bool:
    return index > 0 and side[index].text[0].isupper() and not is_function_word(side[index].form)


def _is_small(side: Sequence[Word], index: int) -> bool:
    return is_function_word(side[index].form)


def _is_figure(side: Sequence[Word], index: int) -> bool:
    return any(c.isdigit() for c in side[index].text)


def _falls(original: str, copy: str) -> bool:
    return original[0].isupper() and copy[0].islower()


def _spaced(side: Sequence[Word]) -> int:
    return sum(w.spaced and w.text in LEANING for w in side[1:])


def _repeats(side: Sequence[Word]) -> int:
    """How many phrases stand twice in a row; "had had" and "that that" are English."""
    forms = [w.form for w in side]
    found = sum(
        forms[k] == forms[k + size] and forms[k : k + size] == forms[k + size : k + 2 * size]
        for size in range(2, LONGEST_REPEAT + 1)
        for k in range(len(forms) - 2 * size + 1)
    )
    return found + sum(a == b and a.isalpha() and a not in ("had", "that") for a, b in pairwise(forms))


def _tense(original: Sequence[Word], copy: Sequence[Word]) -> dict[str, float]:
    """How far the two sides differ in how often they speak of the past, of what may be, and of what is being done."""
    left, right = (Counter(w.form for w in side) for side in (original, copy))

    def more(forms: frozenset[str]) -> int:
        return sum(right[form] - left[form] for form in forms)

    turned = more(PAST_AUXILIARIES) * more(PRESENT_AUXILIARIES) < 0
    return {
        "tense: past": _saturated(abs(more(PAST_AUXILIARIES))),
        "tense: turned": _saturated(min(abs(more(PAST_AUXILIARIES)), abs(more(PRESENT_AUXILIARIES))) * turned),
        "tense: be": _saturated(abs(more(BE))),
        "tense: modals": _saturated(sum(abs(right[form] - left[form]) for form in MODALS)),
    }


def _verbs(beads: Sequence[ComparedBead]) -> dict[str, float]:
    """How often verbs that stand for each other are told in another time or aspect, and how far the sides differ in it.

    A verb counts by how probably it is one.
    """
    counts = [defaultdict[str, float](float), defaultdict[str, float](float)]
    turned = shifted = 0.0
    for bead in beads:
        sides = [finite(side) for side in (bead.original, bead.copy)]
        for of_side, found in zip(counts, sides, strict=True):
            for tense, sure in found.values():
                of_side[tense.time] += sure
                of_side["perfect"] += sure * tense.perfect
                of_side["progressive"] += sure * tense.progressive
        for link in bead.links:
            if link.original in sides[0] and link.copy in sides[1]:
                (a, before), (b, now) = sides[0][link.original], sides[1][link.copy]
                sure = min(before, now)
                turned += sure * (a.time is not b.time)
                shifted += sure * ((a.perfect, a.progressive) != (b.perfect, b.progressive))
    more = {kind: counts[1][kind] - counts[0][kind] for kind in (*Time, "perfect", "progressive")}
    return {
        "verbs in another time": _saturated(turned),
        "verbs in another aspect": _saturated(shifted),
        "time: past for present": _saturated(max(0.0, min(more[Time.PAST], -more[Time.PRESENT]))),
        "time: present for past": _saturated(max(0.0, min(more[Time.PRESENT], -more[Time.PAST]))),
        "time: future": _saturated(abs(more[Time.FUTURE])),
        "aspect: perfect": _saturated(abs(more["perfect"])),
        "aspect: progressive": _saturated(abs(more["progressive"])),
    }


def _edits(beads: Sequence[ComparedBead]) -> dict[str, float]:
    """What was replaced, omitted, added and moved, by what explains it; "alone" between neighbours that stayed."""
    counts: defaultdict[str, float] = defaultdict(float)
    worst = 0.0
    for bead in beads:
        for difference in bead.differences:
            alone = _is_alone(bead, difference)
            for name in _kinds(bead, difference):
                counts[name] += 1
                counts[f"{name} alone"] += alone
            if (
                difference.kind is DifferenceKind.REPLACED
                and not difference.equivalence
                and _says_something(bead, difference)
            ):
                counts["far replacements"] += max(0.0, 1 - difference.similarity - FAR)
                worst = max(worst, (1 - difference.similarity) * alone)
    return {name: _saturated(count) for name, count in counts.items()} | {"worst replacement alone": worst}


def _is_alone(bead: ComparedBead, difference: Difference) -> bool:
    """Whether the words on either side of the difference, or the bead's ends, are the same in both texts."""

    def form(side: Sequence[Word], index: int) -> str | None:
        return side[index].form if 0 <= index < len(side) else None

    rows, columns = difference.original, difference.copy
    return all(
        form(bead.original, i) == form(bead.copy, j)
        for i, j in ((rows.start - 1, columns.start - 1), (rows.stop, columns.stop))
    )


def _says_something(bead: ComparedBead, difference: Difference) -> bool:
    return any(is_content(w) for w in (*bead.lost(difference), *bead.gained(difference)))


def _kinds(bead: ComparedBead, difference: Difference) -> Iterator[str]:
    """What there is to count about a difference."""
    lost, gained = (
        [w for w in side if not w.is_punctuation] for side in (bead.lost(difference), bead.gained(difference))
    )
    content = _says_something(bead, difference)
    if difference.equivalence:
        yield f"explained: {difference.equivalence}"
        if len(lost) == len(gained) == 1:
            yield from _pairwise(lost[0].form, gained[0].form)
    elif not lost and not gained:
        yield "marks"
    else:
        size = "words" if content else "small words"
        yield f"{size} {difference.kind}"
        if difference.kind is DifferenceKind.REPLACED and content:
            before, behind = ([w.form for w in side if is_content(w)] for side in (lost, gained))
            if len(before) == len(behind) == 1:
                yield f"relation: {relation(before[0], behind[0]).name.lower()}"
                yield from _pairwise(before[0], behind[0])
            elif len(before) != len(behind):
                yield "fewer words" if len(before) > len(behind) else "more words"
        if difference.kind is DifferenceKind.OMITTED and content:
            yield from sorted({f"omitted {min(parts_of_speech(w.form), default='?')}" for w in lost})


def _pairwise(before: str, behind: str) -> Iterator[str]:
    """What shows in two single words that stand for each other."""
    if before in AUXILIARIES and AUXILIARIES[before] == AUXILIARIES.get(behind):
        yield "auxiliary inflected"
    if sorted(before) == sorted(behind) and before != behind:
        yield "letters changed places"
    if known(before) and known(behind) and not is_function_word(before):
        if parts_of_speech(before).isdisjoint(parts_of_speech(behind)):
            yield "other part of speech"
        elif relation(before, behind) is Relation.INFLECTION and "v" in parts_of_speech(before):
            yield "verb inflected"


def _findings(findings: Iterable[Finding]) -> dict[str, float]:
    """The gravest finding of each category, and how many there are of each severity, each as sure as it is."""
    gravest: dict[str, float] = {}
    counts: defaultdict[str, float] = defaultdict(float)
    for finding in findings:
        name = f"finding: {finding.category}"
        gravest[name] = max(gravest.get(name, 0.0), finding.confidence * (1 + finding.severity.rank) / 4)
        counts[f"findings {finding.severity}"] += finding.confidence
    return gravest | {name: _saturated(count) for name, count in counts.items()}
