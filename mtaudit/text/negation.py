"""Which words of a sentence turn it into its denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mtaudit.lexicon import closed_class, tables
from mtaudit.lexicon.wordnet import known, lemma, opposite, parts_of_speech
from mtaudit.records import Word

NEGATORS = closed_class.NEGATORS - {"hardly", "scarcely"}
"""Words that deny by themselves; the form of "n’t" is "not"."""

DENYING = tables.members("denials", "denying")
"""Words that can carry a denial that the other side writes with a negator ("failed to appear", "did not appear")."""

WEAK = tables.members("denials", "weak")
"""Words that can help to deny and mostly do not: that one stands near a verb says nothing of it."""

TURNING_DOWN = frozenset((("turn", "down"), ("strike", "down"), ("hold", "back"), ("stay", "away"), ("call", "off")))
"""Verbs, in base form, that deny with the word behind them."""

WITHHOLDING = tables.members("denials", "withholding")
"""Words (base forms) whose infinitive was not done: "refused to sign"."""

SHUNNING = tables.members("denials", "shunning")
"""Verbs (base forms) whose "-ing" was not done, or is no more: "avoided signing", "refrained from voting"."""

LATE, DUE = frozenset("late overdue delayed delay".split()), frozenset("time schedule".split())
"""What is late is not on time, nor on schedule."""

FADING = frozenset("hardly scarcely rarely seldom".split())
"""Adverbs that all but deny: "rarely rains"."""

NEARLY = frozenset("rarely seldom".split())
"""Those of them that leave some cases."""

STILL = frozenset("still remain remains remained".split())
"""Words by which what has yet to be done is told without a negator."""

IDLE = frozenset(("only", "just", "merely", "least", "later", "fewer", "less", "more", "longer", "long", "matter"))
"""Words before which a negator denies nothing of the sentence ("not only", "no later than", "not long ago")."""


EVILS = tables.words("evils")
"""What laws, units and drugs are named by that are against it, with "anti-" or without."""


class Prefixed(NamedTuple):
    """A word that a prefix turns round, by the indices of its parts, and what it is without the prefix."""

    words: range
    base: str


PERHAPS_DENYING = NEGATORS | {"yet"}
"""Words that deny, unless what is behind them says otherwise."""


def negators(words: Sequence[Word]) -> list[int]:
    """Indices of the words that deny; a "nor" behind another goes on with its denial."""
    found = [k for k, word in enumerate(words) if word.form in PERHAPS_DENYING and _denies_at(words, k)]
    return [k for k in found if words[k].form != "nor" or k == found[0]]


def _denies_at(words: Sequence[Word], k: int) -> bool:
    """Whether such a word denies here: a negator but in "not only" or "No. 1", and "yet" in "has yet to pay"."""
    form = words[k].form
    behind = [w.form for w in words[k + 1 : k + 3]]
    if form == "yet":
        return behind[:1] == ["to"]
    if behind and behind[0] in IDLE:
        return False
    return not (form == "no" and len(behind) == 2 and behind[0] == "." and behind[1][0].isdigit())


def said_without(words: Sequence[Word], k: int, others: Sequence[Word]) -> bool:
    """Whether the others say without a negator what the negator at `k` says.

    "Has yet to pay" is "must still pay", and "not before May" is "only in May".
    """
    forms = {word.form for word in others}
    if words[k].form == "yet":
        return not forms.isdisjoint(STILL)
    behind = {word.form for word in words[k + 1 :]}
    return not behind.isdisjoint(("before", "until", "till")) and "only" in forms


def is_denying(form: str) -> bool:
    """Whether the word can carry a denial without a negator."""
    return form in DENYING or lemma(form) in DENYING


def denies_outright(form: str) -> bool:
    """Whether the word carries a denial wherever it stands: "refuse", and not "but"."""
    return form not in WEAK and is_denying(form)


def denied_verbs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where a verb carries the denial of another ("refused to sign", "avoided signing"): the indices of both."""
    for k, word in enumerate(words[:-1]):
        base = lemma(word.form)
        after = k + 1
        if words[after].form == "to" and base in WITHHOLDING:
            after += 1
            after += after + 1 < len(words) and words[after].form.endswith("ly")
            if after < len(words) and "v" in parts_of_speech(words[after].form):
                yield k, after
        elif base in SHUNNING:
            after += words[after].form == "from"
            if after < len(words) and words[after].form.endswith("ing") and "v" in parts_of_speech(words[after].form):
                yield k, after


def prefixed(words: Sequence[Word]) -> Iterator[Prefixed]:
    """The words that a prefix turns round: "non-union", "nonbinding", "anti-war"; not "anti-terror", which is as good
    as "terror" before a unit or a law."""
    for k, word in enumerate(words):
        if word.form in ("non", "anti") and k + 2 < len(words) and words[k + 1].form == "-":
            base = words[k + 2].form
            if word.form != "anti" or base not in EVILS:
                yield Prefixed(range(k, k + 3), base)
        elif _is_non(word.form):
            yield Prefixed(range(k, k + 1), word.form.removeprefix("non"))


def turned_down(words: Sequence[Word]) -> bool:
    """Whether a word among these denies outright, wherever the sentence has it: "turned down", "refused"."""
    return any(denies_outright(word.form) for word in words) or _is_turned_down(words)


def _is_turned_down(words: Sequence[Word]) -> bool:
    return any((lemma(a.form), b.form) in TURNING_DOWN for a, b in pairwise(words))


def _is_privative(form: str) -> bool:
    """Whether a prefix or ending denies the rest of the word: "unlit", "homeless"."""
    if form.endswith("less") and known(form[:-4]):
        return True
    if _is_non(form):
        return True
    bases = (form[len(p) :] for p in ("un", "in", "im", "dis") if form.startswith(p) and len(form) > len(p) + 2)
    return any(opposite(form, base) or _is_undone(form, base) for base in bases if known(base))


def _is_non(form: str) -> bool:
    """Whether "non" is written as one with a word: "nonbinding"."""
    return form.startswith("non") and len(form) > 6 and known(form[3:])


def _is_undone(form: str, base: str) -> bool:
    """Whether an adjective in "un-" is made of a participle too short for the lexicon: "unlit", and not "union"."""
    return form.startswith("un") and "a" in parts_of_speech(form) and "v" in parts_of_speech(base)


def made_up_for(words: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether `words` deny by their meaning what `others` deny by a negator: a denying word or an opposite."""
    if any(is_denying(w.form) or _is_privative(w.form) for w in words) or _is_turned_down(words):
        return True
    if any(w.form in LATE for w in words) and any(o.form in DUE for o in others):
        return True
    denied = [o.form for o in others if not o.is_punctuation and o.form not in NEGATORS]
    return any(opposite(w.form, form) for w in words for form in denied if not w.is_punctuation)
