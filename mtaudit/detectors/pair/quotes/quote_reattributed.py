"""Quote reattributed: a statement is ascribed to another person of the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.lexicon.closed_class import ADVERBS, ARTICLES, is_content
from mtaudit.lexicon.speech import SOURCES, is_speech, speaks, stance
from mtaudit.mqm import Category, Severity
from mtaudit.records import ComparedBead, Comparison, Difference, DifferenceKind, Suspicion, Word
from mtaudit.text.names import CALENDAR, TITLES, is_capitalised, is_common, may_be_name, names
from mtaudit.text.words import joined

NEAR = 4
"""Words from a speaker's name within which the verb stands: "the mayor, Ada Hale, said"."""

LONGEST = 8
"""Words of the longest name with its titles: a longer row of capitals is a headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteReattributed:
    """The speaker of a statement was exchanged with somebody else whom the article names.

    The words are right and the mouth is wrong: a reader who quotes the copy accuses the wrong person. A pronoun that
    was resolved to the nearest name, or a name lost and guessed, does it. Names and titles of one person, which the
    original uses side by side, stand for each other ("Brook", "the mayor", "Ada Brook"), as do pronouns. Speakers of
    whom the original knows nothing are left to the detectors of names.
    """

    category: ClassVar[Category] = Category.ATTRIBUTION
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "Ada Brook sued Max Hale. “It was a lie,” [[Brook]] said.",
            "Ada Brook sued Max Hale. “It was a lie,” [[Hale]] said.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Then Turner met Olsen in Oslo. According to [[Olsen]], rates will fall.",
            "Then Turner met Olsen in Oslo. According to [[Turner]], rates will fall.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Coach Rossi benched Diaz. “He was tired,” said [[Rossi]].",
            "Coach Rossi benched Diaz. “He was tired,” said [[Diaz]].",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The army shelled the port, and [[Kovac]] told Weber that children died.",
            "The army shelled the port, and [[Weber]] told Weber that children died.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "NASA and Boeing differ. [[NASA]] reported that the probe was lost.",
            "NASA and Boeing differ. [[Boeing]] reported that the probe was lost.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Dr. Lund treated Petra Voss. [[Lund]] explained that the drug had failed.",
            "Dr. Lund treated Petra Voss. [[Voss]] explained that the drug had failed.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "The governor met the senator. The [[governor]] said the dam was safe.",
            "The governor met the senator. The [[senator]] said the dam was safe.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Polls in Ghana favour Mensah over Addo. “We will win,” [[Addo]] declared.",
            "Polls in Ghana favour Mensah over Addo. “We will win,” [[Mensah]] declared.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Storms hit the coast, [[Ibarra]] said, before Quine left.",
            "Storms hit the coast, [[Quine]] said, before Quine left.",
            severity=Severity.CRITICAL,
        ),
        Case(
            "Mayor Ada Brook resigned. “I am tired,” Brook said.",
            "Mayor Ada Brook resigned. “I am tired,” Ada said.",
            why="one person",
        ),
        Case("Mayor Brook resigned. “It is over,” Brook said.", "Mayor Brook resigned. “It is over,” the mayor said."),
        Case("Brook met Hale. “It is over,” Brook said.", "Brook met Hale. “It is over,” he said.", why="a pronoun"),
        Case("Brook met Hale in Oslo.", "Hale met Hale in Oslo.", why="no statement"),
        Case("Brook said Hale would go.", "Hale would go, said Brook.", why="turned round"),
        Case("Brook met Hale. “No,” said Brook.", "Brook met Hale. “No,” said Brooke.", why="a spelling"),
        Case("Brook met Hale. “No,” said Hale.", "Brook met Hale. “No,” said Max Hale.", why="a longer name"),
        Case("Police said the dam was safe.", "Officials said the dam was safe.", why="no other person of the article"),
        Case("Hale said Brook had lied in court.", "Hale said Voss had lied in court.", why="not the speaker"),
        Case(
            "On Friday Hale left. In June Brook said no.", "On Friday Hale left. In May Brook said no.", why="a month"
        ),
        Case("Brook met Hale. Hale left later.", "Brook met Hale. Brook left later.", why="nothing is said"),
        Case("Hale left. Brook said no.", "Hale left. Zander said no.", why="nobody the article names"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Speakers replaced by another name or title of the original."""
        persons = _persons(comparison)
        for bead in comparison.beads:
            for difference in bead.differences:
                if difference.kind is not DifferenceKind.REPLACED or difference.equivalence:
                    continue
                lost, gained = _people(bead.lost(difference)), _people(bead.gained(difference))
                told = lost and gained and all(w.form in persons for w in lost + gained)
                if told and _are_others(lost, gained, persons) and _speak(bead, difference):
                    yield _suspicion(bead, difference, lost, gained)


def _people(side: Sequence[Word]) -> list[Word]:
    """The names and titles of a stretch that has no other content; nothing where it has."""
    found = [w for w in side if is_content(w) or w.form in CALENDAR]
    named = all(w.form in TITLES or (is_capitalised(w) and w.form not in CALENDAR) for w in found)
    return found if named else []


def _persons(comparison: Comparison) -> dict[str, set[str]]:
    """Each name and title of the original with those that stand beside it in one name: "Mayor Ada Brook"."""
    known = names(comparison.original.text)
    persons: dict[str, set[str]] = defaultdict(set)
    for bead in comparison.beads:
        for name in _names(bead.original):
            alone = len(name) == 1 and name[0] is bead.original[0] and not name[0].text.isupper()
            if len(name) <= LONGEST and not (alone and is_common(name[0].form) and name[0].form not in known):
                for word in name:
                    persons[word.form] |= {w.form for w in name}
    return persons


def _names(side: Sequence[Word]) -> Iterator[list[Word]]:
    """Rows of names and titles; a comma joins a name with a title before or behind it ("the mayor, Ada Brook")."""
    row: list[Word] = []
    for k, word in enumerate(side):
        if _is_part(word):
            row.append(word)
            continue
        behind = next((w for w in side[k + 1 : k + 3] if w.form not in ARTICLES), None)
        titled = row and behind and (row[-1].form in TITLES or behind.form in TITLES)
        if word.form in ARTICLES | {"."} or (word.form == "," and titled):
            continue
        if row:
            yield row
        row = []
    if row:
        yield row


def _are_others(lost: Sequence[Word], gained: Sequence[Word], persons: Mapping[str, set[str]]) -> bool:
    """Whether no name or title of the one is one of the other, nor stands beside it in the original."""
    for a, b in product(lost, gained):
        if a.form == b.form or b.form in persons[a.form]:
            return False
        if a.form not in TITLES and b.form not in TITLES and may_be_name(a, b):
            return False
    return True


def _speak(bead: ComparedBead, difference: Difference) -> bool:
    """Whether on both sides the person is the one who says something."""
    sides = (bead.original, difference.original), (bead.copy, difference.copy)
    return all(_is_speaker(side, where) for side, where in sides)


def _is_speaker(side: Sequence[Word], where: range) -> bool:
    """Whether a verb of speech follows the person, or "said" or "according to" precedes."""
    before = [w.form for w in side[max(0, where.start - NEAR) : where.start] if w.form not in ARTICLES]
    if before[-2:] == ["according", "to"]:
        return True
    after = where.stop
    while after < len(side) and (side[after].form in ADVERBS or _is_part(side[after])):
        after += 1
    if after < len(side) and _says(side, after):
        return True
    verb = where.start - 1
    while verb >= 0 and (side[verb].form in ARTICLES or _is_part(side[verb])):
        verb -= 1
    ends = after >= len(side) or side[after].is_punctuation
    return verb >= 0 and ends and _says(side, verb)


def _says(side: Sequence[Word], k: int) -> bool:
    """Whether a verb of speech stands there as one."""
    return (is_speech(side[k].form) or stance(side[k].form) is not None) and speaks(side, k)


def _is_part(word: Word) -> bool:
    """Whether the word is another part of the person's name or title."""
    return is_content(word) and (is_capitalised(word) or word.form in TITLES | SOURCES)


def _suspicion(bead: ComparedBead, difference: Difference, lost: Sequence[Word], gained: Sequence[Word]) -> Suspicion:
    was, became = joined(lost), joined(gained)
    return Suspicion(
        original=bead.original_span(difference.original),
        copy=bead.copy_span(difference.copy),
        severity=Severity.CRITICAL,
        message=f"What “{was}” said is ascribed to “{became}”.",
        explanation="Somebody else of the article is said to have said it.",
        confidence=0.95,
    )
