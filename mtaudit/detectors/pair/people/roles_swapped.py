"""Roles swapped: who did it and who suffered it changed places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became, both
from mtaudit.lexicon.closed_class import ARTICLES, AUXILIARIES, COORDINATORS, content, is_function_word
from mtaudit.lexicon.number_words import SMALL, TENS
from mtaudit.lexicon.speech import is_speech
from mtaudit.lexicon.tables import members, words
from mtaudit.lexicon.wordnet import Relation, lemma, parts_of_speech, relation
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Suspicion, Word
from mtaudit.text.names import CALENDAR
from mtaudit.text.verb_groups import Mood, verb_group

MUTUAL = words("mutual-verbs")
"""Verbs whose two sides can change places and the same is said."""

TIMES = members("times", "beside")
"""Words of times, which stand beside the phrases around a verb without belonging to them."""

ONE_DEED = frozenset(
    (Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM, Relation.SIMILAR, Relation.HYPERNYM, Relation.HYPONYM)
)
"""How two verbs are related that may tell of one deed: "defeated", "beat"; those of the other side are opposites."""

NUMBERS = frozenset((*SMALL, *TENS))

LONGEST = 6
"""Words of the longest phrase that is looked for on the other side of the verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesSwapped:
    """Two phrases changed places across a verb, or the verb its voice, so that doer and sufferer are exchanged.

    "The bank sued the city" has all the words of "the city sued the bank". Word order means little in languages with
    cases, and a machine that comes from one puts the wrong phrase first. A reader is misled about who did what:
    critical. Where the verb changed its voice along with the order ("the city was sued by the bank") nothing is
    exchanged. Verbs that hold both ways ("met", "played"), verbs of speech, whose order is free, and "be" are left
    alone. The rest of the sentence may differ: the phrases beside the verb are held against each other.
    """

    category: ClassVar[Category] = Category.MISTRANSLATION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "On Friday the [[bank sued the city]].", "On Friday the [[city sued the bank]].", severity=Severity.CRITICAL
        ),
        Case(
            "[[Brook has beaten Hale]] in the final.",
            "[[Hale has beaten Brook]] in the final.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The city [[sued]] the bank on Friday.",
            "The city [[was sued by]] the bank on Friday.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The city [[was sued by]] the bank on Friday.",
            "The city [[sued]] the bank on Friday.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "On day five [[Sweden defeated Peru]] in Rome, and it rained.",
            "On the fifth day, [[Peru beat Sweden]] in Rome while it rained.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Near the river, [[troops attacked rebels]].",
            "Close to the river, [[rebels attacked troops]].",
            severity=Severity.CRITICAL,
        ),
        Case("The minister [[was shot by]] a guard.", "The minister [[shot]] a guard.", severity=Severity.CRITICAL),
        Case(
            "[[A virus kills the bacteria]] in the lab.",
            "In the lab [[a bacteria kills the virus]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The [[lawyers sued the paper]] in May.",
            "The [[paper sued the lawyers]] in May.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Last year [[Ghana imported rice]] from Togo.",
            "[[Rice imported Ghana]] last year from Togo.",
            severity=Severity.CRITICAL,
        ),
        Case("The bank sued the city.", "The city was sued by the bank."),
        Case("Norway plays Chile on Friday.", "Chile plays Norway on Friday.", why="a match holds both ways"),
        Case("“It is over,” said Brook.", "“It is over,” Brook said.", why="a speaker’s place is free"),
        Case("In Rome, Peru beat Sweden.", "Peru beat Sweden in Rome.", why="only a place moved"),
        Case("Rebels, troops said, attacked.", "Troops said rebels attacked.", why="the same doers"),
        Case("The vaccine protects children.", "Children are protected by the vaccine.", why="voice and order"),
        Case("The mayor met the bishop.", "The bishop met the mayor."),
        Case("The winner is Brook.", "Brook is the winner."),
        Case("Brook and Hale sang.", "Hale and Brook sang."),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Beads that differ by an exchange across a verb, or by the voice of a verb whose neighbours stayed."""
        for bead in comparison.beads:
            if bead.differences and bead.original and bead.copy:
                places = _exchange(bead.original, bead.copy) or _voice(bead) or _parties(bead)
                if places:
                    yield became(
                        *both(bead, *places),
                        Severity.CRITICAL,
                        "The words are the same, and the reader is told that the one did what the other did.",
                        0.85,
                        message="Who did it and whom it was done to changed places.",
                    )


def _exchange(original: Sequence[Word], copy: Sequence[Word]) -> tuple[range, range] | None:
    """Where the two differ, if only by two phrases that changed places across a verb."""
    mine, theirs = [w.form for w in original], [w.form for w in copy]
    shortest = min(len(mine), len(theirs))
    head = next((k for k in range(shortest) if mine[k] != theirs[k]), shortest)
    tail = next((k for k in range(shortest - head) if mine[-1 - k] != theirs[-1 - k]), shortest - head)
    inside = range(head, len(mine) - tail), range(head, len(theirs) - tail)
    x, y = mine[inside[0].start : inside[0].stop], theirs[inside[1].start : inside[1].stop]
    if len(x) != len(y) or len(x) < 3:
        return None
    for first in range(1, min(LONGEST, len(x) - 2) + 1):
        for second in range(1, min(LONGEST, len(x) - first - 1) + 1):
            if x[:first] == y[-first:] and x[-second:] == y[:second]:
                between = x[first : len(x) - second]
                if (
                    between == y[second : len(y) - first]
                    and _acts(between)
                    and _nouns(original, inside[0], first, second)
                ):
                    return inside
    return None


def _acts(between: Sequence[str]) -> bool:
    """Whether there is a verb between the two that does not hold both ways, and nothing that joins them."""
    if any(form in COORDINATORS or not form[0].isalnum() for form in between):
        return False
    verbs = [
        lemma(f) for f in between if f not in AUXILIARIES and not is_function_word(f) and "v" in parts_of_speech(f)
    ]
    return bool(verbs) and MUTUAL.isdisjoint(verbs)


def _nouns(side: Sequence[Word], inside: range, first: int, second: int) -> bool:
    """Whether both phrases name someone or something, and neither a day."""
    phrases = side[inside.start : inside.start + first], side[inside.stop - second : inside.stop]
    return all(
        any(w.text[0].isupper() or "n" in parts_of_speech(w.form) for w in content(phrase))
        and not any(w.form in CALENDAR or w.is_punctuation for w in phrase)
        for phrase in phrases
    )


def _voice(bead: ComparedBead) -> tuple[range, range] | None:
    """Where a verb between kept words became passive with "by", or such a passive became active."""
    mine, theirs = [w.form for w in bead.original], [w.form for w in bead.copy]
    equal = {(k.original, k.copy) for k in bead.links if mine[k.original] == theirs[k.copy]}
    for link in bead.links:
        i, j = link.original, link.copy
        a, b = mine[i], theirs[j]
        if lemma(a) != lemma(b) or "v" not in parts_of_speech(a) or is_function_word(a):
            continue
        if _passive(theirs, j) and not _passive(mine, i) and _stays(bead, equal, (i - 1, j - 2), (i + 1, j + 2)):
            return range(i, i + 1), range(j - 1, j + 2)
        if _passive(mine, i) and not _passive(theirs, j) and _stays(bead, equal, (i - 2, j - 1), (i + 2, j + 1)):
            return range(i - 1, i + 2), range(j, j + 1)
    return None


def _parties(bead: ComparedBead) -> tuple[range, range] | None:
    """Where, around one verb, who acts on one side is who suffers on the other, and the other way round."""
    lost = {w.form for d in bead.differences for w in content(bead.lost(d))}
    if lost.isdisjoint(w.form for d in bead.differences for w in content(bead.gained(d))):
        return None
    there: dict[tuple[frozenset[str], frozenset[str]], tuple[int, tuple[range, range]]] = {}
    for head, roles in _clauses(bead.copy):
        there.setdefault(_named(bead.copy, roles), (head, roles))
    for head, roles in _clauses(bead.original):
        doer, sufferer = _named(bead.original, roles)
        verb, theirs = there.get((sufferer, doer), (-1, roles))
        crossed = verb >= 0 and doer and sufferer and doer.isdisjoint(sufferer)
        if crossed and relation(bead.original[head].form, bead.copy[verb].form) in ONE_DEED:
            return _cover(*roles), _cover(*theirs)
    return None


def _clauses(side: Sequence[Word]) -> Iterator[tuple[int, tuple[range, range]]]:
    """The verbs that do not hold both ways, each with who does it and who suffers it."""
    for head, word in enumerate(side):
        if is_function_word(word.form) or "v" not in parts_of_speech(word.form):
            continue
        roles = None if is_speech(word.form) or lemma(word.form) in MUTUAL else _roles(side, head)
        if roles:
            yield head, roles


def _named(side: Sequence[Word], roles: tuple[range, range]) -> tuple[frozenset[str], frozenset[str]]:
    """The content words of the two phrases."""
    doer, sufferer = (frozenset(w.form for w in content(side[r.start : r.stop])) for r in roles)
    return doer, sufferer


def _roles(side: Sequence[Word], head: int) -> tuple[range, range] | None:
    """The phrase of who does it and that of who suffers it, next to a verb; None where one is not there."""
    group = verb_group(side, head)
    if group is None or (group.time is None and group.mood is Mood.FACT):
        return None
    behind = head + 1
    by = group.passive and behind < len(side) and side[behind].form == "by"
    if group.passive and not by:
        return None
    left, right = _phrase(side, group.words.start, -1), _phrase(side, behind + by, 1)
    if not left or not right:
        return None
    return (right, left) if group.passive else (left, right)


def _phrase(side: Sequence[Word], start: int, step: int) -> range:
    """The noun phrase that begins here, or ends right before here: an article, adjectives, nouns and names."""
    k = first = start if step > 0 else start - 1
    while 0 <= k < len(side) and abs(k - first) < LONGEST and _in_phrase(side[k]):
        article = side[k].form in ARTICLES
        named = step > 0 and k > first and side[k - 1].text[0].isupper() and not side[k].text[0].isupper()
        if (article and step > 0 and k > first) or named:
            break
        k += step
        if article and step < 0:
            break
    return range(first, k) if step > 0 else range(k + 1, start)


def _in_phrase(word: Word) -> bool:
    if word.is_punctuation or word.form[0].isdigit() or word.form in CALENDAR | TIMES | NUMBERS:
        return False
    if word.form in ARTICLES:
        return True
    noun = word.text[0].isupper() or not {"n", "a"}.isdisjoint(parts_of_speech(word.form))
    return noun and not is_function_word(word.form)


def _cover(a: range, b: range) -> range:
    return range(min(a.start, b.start), max(a.stop, b.stop))


def _passive(forms: Sequence[str], k: int) -> bool:
    return 0 < k < len(forms) - 1 and AUXILIARIES.get(forms[k - 1]) == "be" and forms[k + 1] == "by"


def _stays(bead: ComparedBead, equal: set[tuple[int, int]], before: tuple[int, int], behind: tuple[int, int]) -> bool:
    """Whether the same words stand before and behind the verb on both sides, the latter a noun phrase."""
    if before not in equal or behind not in equal:
        return False
    word = bead.original[behind[0]]
    noun = word.form in ARTICLES or word.text[0].isupper() or "n" in parts_of_speech(word.form)
    return noun and not bead.original[before[0]].is_punctuation and not is_function_word(bead.original[before[0]].form)
