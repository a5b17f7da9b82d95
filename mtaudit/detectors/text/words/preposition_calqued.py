"""Preposition calqued: a verb or an adjective has the preposition of another language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.text._reading import symptom
from mtaudit.lexicon.closed_class import ARTICLES, DETERMINERS
from mtaudit.lexicon.tables import classes, members
from mtaudit.lexicon.wordnet import lemmas, parts_of_speech, share
from mtaudit.mqm import Category, Severity
from mtaudit.records import Parsed, Suspicion, Word
from mtaudit.text.phrases import is_hyphened, is_number, is_plain, prose

FOREIGN = classes("foreign-prepositions")
"""Verbs in their base form, and adjectives, with prepositions that English does not put behind them."""

BEHIND = frozenset(form for forms in FOREIGN.values() for form in forms) | {"to"}
"""All words that are foreign behind some verb."""

GERUNDIAL = members("verb-complements", "gerund")
"""Verbs with a gerund behind them and no infinitive."""

VERBAL = members("verb-complements", "object")
"""Verbs that take an object: their preposition is foreign only where the form is no participle, and no noun."""

SPANS = members("measure-nouns", "span")
"""What a length of time is counted in."""

POINTED = members("small-words", "pointed")
"""What makes a length of time a point in time: "since two years ago"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepositionCalqued:
    """A verb has the preposition, or the form of verb behind it, of another language.

    “Depends of”, “since three years”, “avoid to pay”: each is word for word what French, Spanish or German say. The
    sense is mostly plain, so that a reader but stumbles. Only what no standard of English has is named; what differs
    between its kinds ("protest the law", "different to") is left alone.
    """

    confidence: float = 0.7
    """280,000 words of human translations into English have but few; those who are no natives write so too."""

    category: ClassVar[Category] = Category.FLUENCY
    cases: ClassVar[tuple[Case, ...]] = (
        Case("The result [[depends of]] the weather.", severity=Severity.MINOR),
        Case("He has lived in Lima [[since three years]].", severity=Severity.MINOR),
        Case("The firm wants to [[avoid to pay]] the fine.", severity=Severity.MINOR),
        Case("The patients are [[capable to]] walk alone.", severity=Severity.MINOR),
        Case("The minister is [[responsible of]] the budget.", severity=Severity.MINOR),
        Case("They [[discussed about]] the truce for hours.", severity=Severity.MINOR),
        Case("The trial [[consists on]] two parts.", severity=Severity.MINOR),
        Case("[[Despite of]] the rain, the race began.", severity=Severity.MINOR),
        Case("The bank has been closed [[since 10 days]].", severity=Severity.MINOR),
        Case("The club was [[accused for]] fraud.", severity=Severity.MINOR),
        Case("The probe [[finished to send]] its pictures.", severity=Severity.MINOR),
        Case("The price depends on demand, and the plan consists of two parts.", why="sound"),
        Case("He has been there since three days before the war.", why="a point in time"),
        Case("She was capable, to be sure, and responsible.", why="apart by a mark"),
        Case("It was closed since two years ago.", why="a point in time"),
        Case("The lack of rain and the benefit of hindsight were clear.", why="nouns"),
        Case("The risk to life is small; the finish to the race was close.", why="nouns"),
        Case("A way to avoid to-do lists was found.", why="joined by a hyphen"),
        Case("They met to discuss, about noon, a truce.", why="apart by a mark"),
        Case("Since 10 o'clock he has waited; since two he has slept.", why="points in time"),
        Case("He is considered to be rich, and denied to no one what he had.", why="passives, and no verb behind"),
        Case("The party they oppose is against the law.", why="apart"),
    )

    def __call__(self, text: Parsed) -> Iterator[Suspicion]:
        """Words with a preposition, an infinitive or a length of time behind them that English does not put there."""
        for side in prose(text):
            for k in range(len(side) - 1):
                where = _calqued(side, k)
                if where:
                    yield symptom(
                        side,
                        where,
                        Severity.MINOR,
                        "English does not join these words so: “{}”.",
                        "The construction is that of another language.",
                        self.confidence,
                    )


def _calqued(side: Sequence[Word], k: int) -> range | None:
    """The words from k on that are joined as another language joins them."""
    if is_hyphened(side, k) or is_hyphened(side, k + 1):
        return None
    if side[k].form == "since":
        return _since(side, k)
    after = side[k + 1].form
    if after not in BEHIND:
        return None
    bases = {side[k].form, *(base for part, base in lemmas(side[k].form) if part == "v")}
    if not is_plain(side[k]) and k:
        return None
    if any(after in FOREIGN.get(base, ()) for base in bases) and _is_head(side, k):
        return range(k, k + 2)
    return range(k, k + 3) if after == "to" and bases & GERUNDIAL and _is_infinitive(side, k) else None


def _since(side: Sequence[Word], k: int) -> range | None:
    """“since three years”, if no point in time follows."""
    if k + 2 >= len(side) or not is_number(side[k + 1].form) or side[k + 2].form not in SPANS:
        return None
    behind = side[k + 3].form if k + 3 < len(side) else "."
    return range(k, k + 3) if behind not in POINTED and behind not in ("'", "'s", "-") else None


def _is_head(side: Sequence[Word], k: int) -> bool:
    """Whether the word stands as the verb or adjective that the preposition goes with, and not as a noun."""
    form, before = side[k].form, side[k - 1].form if k else ""
    if form == "despite":
        return True
    if "n" in parts_of_speech(form) and (share(form, "n") > 0.5 or before in DETERMINERS or before == "'s"):
        return False
    transitive = any(base in VERBAL for _, base in lemmas(form))
    participle = form.endswith(("ed", "ught")) and before in PASSIVE
    phrased = k + 2 < len(side) and (side[k + 2].form in DETERMINERS or not side[k + 2].is_punctuation)
    return phrased and not (transitive and participle) and not (before in ARTICLES and form not in FOREIGN)


def _is_infinitive(side: Sequence[Word], k: int) -> bool:
    """Whether a verb of this sort stands in the active voice, with an infinitive behind."""
    before, verb = side[k - 1].form if k else "", side[k + 2] if k + 2 < len(side) else None
    if verb is None or before in DETERMINERS or (side[k].form.endswith("ed") and before in PASSIVE):
        return False
    return (
        is_plain(verb) and share(side[k].form, "v") > 0.5 and share(verb.form, "v") > 0.5 and verb.form in _base(verb)
    )


PASSIVE = members("small-words", "passive")
"""What stands before a participle in the passive: "is considered to be"."""


def _base(word: Word) -> tuple[str, ...]:
    return tuple(base for part, base in lemmas(word.form) if part == "v")
