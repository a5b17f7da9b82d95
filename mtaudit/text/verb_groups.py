"""What a verb with its helpers says: told as a fact, as possible, as reported, as to come; in which voice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from mtaudit.lexicon.closed_class import ADVERBS, ARTICLES, AUXILIARIES, DETERMINERS, MODALS, NEGATORS, is_function_word
from mtaudit.lexicon.modality import HEDGES, LIKELY, POSSIBLE, strength
from mtaudit.lexicon.tables import words
from mtaudit.lexicon.tense import Tense, Time, tense
from mtaudit.lexicon.wordnet import Relation, lemmas, parts_of_speech, relation, share
from mtaudit.records import REMEMBERED, ComparedBead, Word


class Mood(StrEnum):
    """How a verb group tells of what it tells."""

    FACT = "a fact"
    POSSIBLE = "possible"
    ABLE = "possible at the time"
    LIKELY = "likely"
    REPORTED = "reported"
    FUTURE = "to come"
    WOULD = "to come, seen from the past"
    OBLIGED = "obliged"
    HABIT = "a habit that is over"


REPORTED = words("hearsay-participles")
"""Participles that hedge in the passive: "is thought to be hiding"."""

SEEMING = frozenset("appears appear appeared seems seem seemed".split())

SEMI = {
    **dict.fromkeys(REPORTED | SEEMING, Mood.REPORTED),
    **dict.fromkeys("likely expected tipped poised bound".split(), Mood.LIKELY),
    **dict.fromkeys("going set due about scheduled".split(), Mood.FUTURE),
    **dict.fromkeys("have has had need needs needed obliged required".split(), Mood.OBLIGED),
    "able": Mood.ABLE,
    "used": Mood.HABIT,
    "ought": Mood.OBLIGED,
}
"""What with "to" helps a verb as a modal does."""

MODAL = {
    "may": Mood.POSSIBLE,
    "might": Mood.POSSIBLE,
    "could": Mood.ABLE,
    "can": Mood.ABLE,
    "will": Mood.FUTURE,
    "shall": Mood.FUTURE,
    "would": Mood.WOULD,
    "must": Mood.OBLIGED,
    "should": Mood.OBLIGED,
}

HEDGING = {POSSIBLE: Mood.REPORTED, LIKELY: Mood.LIKELY}
"""What a hedge beside the verb makes of it: "probably", "reportedly"."""

FIRST = (Mood.REPORTED, Mood.POSSIBLE, Mood.HABIT, Mood.OBLIGED, Mood.LIKELY, Mood.WOULD, Mood.FUTURE, Mood.ABLE)
"""Of several moods in one group the first of these colours the rest: "may have to pay"."""

LONGEST = 8
"""Words before a verb among which its helpers stand."""


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb at word `head` with its helpers at `words`, the last of which is the head.

    `over` tells that it is told as done: past, or perfect. `passive` is the voice; `tense` is None where no finite verb
    was found.
    """

    head: int
    words: range
    mood: Mood
    tense: Tense | None
    over: bool
    passive: bool

    @property
    def time(self) -> Time | None:
        """When it is told to happen."""
        return self.tense.time if self.tense else None


def verb_group(side: Sequence[Word], head: int) -> VerbGroup | None:
    """The group whose main verb stands there; None where the word is no verb of a clause."""
    form = side[head].form
    if (is_function_word(form) and form not in AUXILIARIES) or "v" not in parts_of_speech(form):
        return None
    helpers = _helpers(side, head)
    chain = [side[k].form for k in helpers]
    before = side[head - 1].form if head else ""
    if not chain and (before in ARTICLES or before in DETERMINERS or before == "to" or form.endswith("ing")):
        return None
    moods = {SEMI[f] for f in chain if _is_semi(chain, f)} | {MODAL[f] for f in chain if f in MODAL}
    if any(AUXILIARIES.get(f) == "be" and _with_to(chain, f) for f in chain):
        moods.add(Mood.FUTURE)
    start = helpers[0] if helpers else head
    moods |= {HEDGING[s] for w in side[max(0, start - 1) : head] if (s := strength(w.form)) and w.form in HEDGES}
    mood = next((m for m in FIRST if m in moods), Mood.FACT)
    plain = [f for f in chain if f != "to"]
    found = tense([*plain, form])
    done = "have" in (AUXILIARIES.get(f) for f in plain)
    passive = bool(plain) and AUXILIARIES.get(plain[-1]) == "be" and _is_participle(form)
    past = found is not None and found.time is Time.PAST
    over = mood is Mood.FACT and (past or done) and not form.endswith("ing")
    return VerbGroup(head, range(start, head + 1), mood, found, over, passive)


def finite(side: Sequence[Word]) -> dict[int, tuple[Tense, float]]:
    """The tense of each finite verb group by the word of its main verb, and how probably that is a verb, 0 to 1."""
    groups = [(g, g.tense) for k in range(len(side)) if (g := verb_group(side, k)) and g.tense]
    helpers = {k for g, _ in groups for k in g.words[:-1]}
    return {
        g.head: (told, 1.0 if len(g.words) > 1 else share(side[g.head].form, "v"))
        for g, told in groups
        if g.head not in helpers
    }


def _helpers(side: Sequence[Word], head: int) -> list[int]:
    """The words before a verb that help it, without adverbs between them, in order."""
    found: list[int] = []
    for k in range(head - 1, max(-1, head - 1 - LONGEST), -1):
        form = side[k].form
        follows_to = bool(found) and side[found[-1]].form == "to"
        helps = (form in AUXILIARIES and not (follows_to and AUXILIARIES[form] == "do")) or form in MODALS
        opens_to = form == "to" and k > 0 and (side[k - 1].form in SEMI or AUXILIARIES.get(side[k - 1].form) == "be")
        if helps or opens_to or (follows_to and form in SEMI):
            found.append(k)
        elif not (form in ADVERBS or form in NEGATORS or form.endswith("ly")):
            break
    return found[::-1]


def _is_participle(form: str) -> bool:
    """Whether the form can be the past participle of a verb."""
    bases = [base for part, base in lemmas(form) if part == "v"]
    return not form.endswith("ing") and (any(base != form for base in bases) or form.endswith("ed"))


def same_verb(a: str, b: str) -> bool:
    """Whether two forms are of one verb, or of two that say the same."""
    return relation(a, b) in (Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM)


@lru_cache(maxsize=REMEMBERED)
def paired(bead: ComparedBead) -> tuple[tuple[VerbGroup, VerbGroup], ...]:
    """The groups of one verb that stand for each other on the two sides and are not written alike."""
    return tuple(_paired(bead))


def _paired(bead: ComparedBead) -> Iterator[tuple[VerbGroup, VerbGroup]]:
    mine, theirs = [w.form for w in bead.original], [w.form for w in bead.copy]
    for link in bead.links:
        i, j = link.original, link.copy
        a, b = mine[i], theirs[j]
        if mine[max(0, i - LONGEST) : i + 1] == theirs[max(0, j - LONGEST) : j + 1]:
            continue
        if "v" not in parts_of_speech(a) or not same_verb(a, b):
            continue
        left, right = verb_group(bead.original, link.original), verb_group(bead.copy, link.copy)
        if left and right and _forms(bead.original, left) != _forms(bead.copy, right):
            yield left, right


def told_apart(bead: ComparedBead, a: VerbGroup, b: VerbGroup) -> tuple[range, range]:
    """The words of the two groups without those at either end that are the same, so long as one is left on both."""
    mine, theirs = _forms(bead.original, a), _forms(bead.copy, b)
    longest = min(len(mine), len(theirs)) - 1
    tail = next((k for k in range(longest) if mine[-1 - k] != theirs[-1 - k]), longest)
    head = next((k for k in range(longest - tail) if mine[k] != theirs[k]), longest - tail)
    return range(a.words.start + head, a.words.stop - tail), range(b.words.start + head, b.words.stop - tail)


def _forms(side: Sequence[Word], group: VerbGroup) -> list[str]:
    return [side[k].form for k in group.words]


def _is_semi(chain: Sequence[str], form: str) -> bool:
    """Whether it helps with a "to" behind it and, but for "seems", "used" and the like, a "be" before it."""
    if form not in SEMI or not _with_to(chain, form):
        return False
    alone = form in SEEMING or SEMI[form] in (Mood.OBLIGED, Mood.HABIT)
    return alone or any(AUXILIARIES.get(f) == "be" for f in chain[: chain.index(form)])


def _with_to(chain: Sequence[str], form: str) -> bool:
    """Whether a "to" stands right behind the helper."""
    k = chain.index(form)
    return k + 1 < len(chain) and chain[k + 1] == "to"
