"""Name altered: a name lost or gained a letter or two and is another name, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rapidfuzz.distance import OSA

from mtaudit.detectors.base import Case
from mtaudit.detectors.claims import became
from mtaudit.lexicon.closed_class import is_function_word
from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.spelling import same_word
from mtaudit.lexicon.wordnet import falls_under, parts_of_speech
from mtaudit.mqm import Category, Severity
from mtaudit.pair.bead import counts
from mtaudit.records import ComparedBead, Comparison, Link, Suspicion, Word
from mtaudit.text.names import CALENDAR, TITLES, is_capitalised, is_common, is_name, names, sounds_alike
from mtaudit.text.people import kin, persons, role_of

LONG = 6
"""Letters from which a name may differ by two and still be seen to be the same."""

OF_A_KIND = ("ist", "ian", "ite", "ese")
"""Endings of words for people of a kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAltered:
    """A name has a letter more, less or other than the original's, and so is another name or none.

    Ward is not Wards, and Brooks not Brook: a machine that takes a name for a noun puts it into the plural or takes
    its "s" away. That is major, since such names are those of other people. A name altered into another that the
    original has as well mixes two people up: critical. Any other slip of one or two letters is minor: the reader sees
    who is meant. A family in the plural ("the Wards"), nouns of a people or party, two transliterations, accents, and
    names in the plural that the original has too are left alone.
    """

    category: ClassVar[Category] = Category.NAME
    general: ClassVar[bool] = False
    cases: ClassVar[tuple[Case, ...]] = (
        Case("Lawyers for [[Ward]] met on Tuesday.", "Lawyers for [[Wards]] met on Tuesday.", severity=Severity.MAJOR),
        Case(
            "Police let the runner Ada [[Brooks]] go on Friday.",
            "Police let the runner Ada [[Brook]] go on Friday.",
            severity=Severity.MAJOR,
        ),
        Case(
            "The shares of [[Tarrow]] fell in May.", "The shares of [[Tarrows]] fell in May.", severity=Severity.MAJOR
        ),
        Case(
            "The coach praised Harlan and Harlow. Doctors treated [[Harlan]] later.",
            "The coach praised Harlan and Harlow. Doctors treated [[Harlow]] later.",
            severity=Severity.CRITICAL,
        ),
        Case("The storm hit [[Tolland]] on Friday.", "The storm hit [[Torland]] on Friday.", severity=Severity.MINOR),
        Case(
            "A judge sent [[Kessler]] to prison for a year.",
            "A judge sent [[Kestler]] to prison for a year.",
            severity=Severity.MINOR,
        ),
        Case(
            "In the final [[Benwick]] scored twice.", "In the final [[Fenwick]] scored twice.", severity=Severity.MINOR
        ),
        Case("The army left [[Dravo]] at dawn.", "The army left [[Drano]] at dawn.", severity=Severity.MINOR),
        Case("The vaccine of [[Norvex]] works.", "The vaccine of [[Norbex]] works.", severity=Severity.MINOR),
        Case("Voters of [[Hale]] stayed at home.", "Voters of [[Hales]] stayed at home.", severity=Severity.MAJOR),
        Case("Kyiv said Zelensky would speak.", "Kyiv said Zelenskyy would speak.", why="a transliteration"),
        Case("Police met the family of Ward.", "Police met the Wards.", why="a family"),
        Case("A Republican voted against the bill.", "Republicans voted against the bill.", why="people of a party"),
        Case("The debt of Marcher’s bank rose.", "The debt of Marcher bank rose.", why="a possessive"),
        Case("The storm hit São Bento on Friday.", "The storm hit Sao Bento on Friday.", why="an accent"),
        Case("In the final Benwick scored twice.", "In the final she scored twice.", why="a pronoun"),
        Case("In May the Labour Act passed.", "In May the Labor Act passed.", why="another spelling"),
        Case("The court met Ward. The Wards wept.", "The court met the Wards. They wept.", why="a family"),
        Case("Scientists in Tolland saw it.", "Scientists in Tolland-East saw it.", why="a longer name"),
        Case("Shares of Meta fell in May.", "Shares of Beta fell in May.", why="another word, another finding"),
    )

    def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
        """Names linked with a name nearly the same."""
        known = names(comparison.original.text)
        people = persons(comparison.original.text)
        for bead in comparison.beads:
            if not bead.differences:
                continue
            mine, theirs = counts(bead)
            for link in bead.links:
                a, b = bead.original[link.original], bead.copy[link.copy]
                if a.form == b.form or not is_name(a, known) or theirs[a.form] >= mine[a.form]:
                    continue
                found = _judge(bead, link, known, people)
                if found:
                    yield _altered(a, b, *found)


def _judge(
    bead: ComparedBead, link: Link, known: frozenset[str], people: frozenset[str]
) -> tuple[Severity, float] | None:
    """How bad an altered name is and how sure that is; None where it may be the same name or another matter."""
    a, b = bead.original[link.original], bead.copy[link.copy]
    if not is_capitalised(b) or is_function_word(b.form) or b.form in CALENDAR or not (a.form + b.form).isalpha():
        return None
    if origin(a.form) or origin(b.form) or _is_kind(a.form) or _is_kind(b.form) or same_word(a.form, b.form):
        return None
    if b.form in (a.form + "s", a.form + "es") or a.form in (b.form + "s", b.form + "es"):
        return (Severity.MAJOR, 0.91) if _is_plural_wrong(bead, link, known, people) else None
    if b.form not in known and (is_common(b.form) or sounds_alike(a.form, b.form)):
        return None
    if OSA.distance(a.form, b.form) > (2 if min(len(a.form), len(b.form)) >= LONG else 1):
        return None
    return (Severity.CRITICAL, 0.91) if b.form in known else (Severity.MINOR, 0.6)


def _is_kind(form: str) -> bool:
    """Whether the word names people of a kind ("Marxist"), a body or a law, and so has a plural of its own."""
    if role_of(form) or form in TITLES or kin(form) or form.removesuffix("s").endswith(OF_A_KIND):
        return True
    return any(falls_under(form, kind) for kind in ("organization", "law", "document"))


def _is_plural_wrong(bead: ComparedBead, link: Link, known: frozenset[str], people: frozenset[str]) -> bool:
    """Whether a name got or lost its "s" where no family, and no possessive that lost its mark, is spoken of."""
    a, b = bead.original[link.original], bead.copy[link.copy]
    if b.form in known and a.form in known:
        return False
    behind = bead.original[link.original + 1 : link.original + 2]
    before = bead.copy[link.copy - 1].form if link.copy else ""
    if before in ("the", "both", "two") or any(w.form in ("'s", "'") for w in behind):
        return False
    return a.form in people or not _in_institution(bead, link)


def _in_institution(bead: ComparedBead, link: Link) -> bool:
    """Whether the name is a common noun beside a capitalised adjective or class ("United States", "Sports Union")."""
    side, k = bead.original, link.original
    near = [side[i] for i in (k - 1, k + 1) if 0 < i < len(side)]
    classes = [w for w in near if is_capitalised(w) and (_is_kind(w.form) or parts_of_speech(w.form) & {"a", "v"})]
    return is_common(side[k].form) and bool(classes)


def _altered(a: Word, b: Word, severity: Severity, confidence: float) -> Suspicion:
    return became(
        (a,),
        (b,),
        severity,
        "A name of other letters is that of someone or something else."
        if severity is not Severity.MINOR
        else "The name is misspelt; the reader can still see who is meant.",
        confidence,
        message="The name “{}” became “{}”.",
        group=f"name:{a.form}",
    )
