"""Quote deviates: words in quotation marks that the other outlets quote otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import ClassVar

from mtaudit.detectors.base import Case
from mtaudit.detectors.coverage._reading import outvoted
from mtaudit.event.agreement import PRIMARY, UNLIKELY, WEAK, Agreement, against, is_damaged, telling, witnesses
from mtaudit.event.wordings import IDLE, Reading, Token, places, tokens
from mtaudit.lexicon.alike import correspondence
from mtaudit.lexicon.closed_class import NEGATORS
from mtaudit.lexicon.number_words import SMALL
from mtaudit.lexicon.pivots import bases, bundled
from mtaudit.lexicon.wordnet import known, lemma
from mtaudit.mqm import Category, Severity
from mtaudit.records import Event, Role, Span, Suspicion, Utterance, Witness

Readings = Sequence[Reading]

NUMBERS = {n: word for word, n in SMALL.items() if n <= 12} | {0: "none"}
"""Small numbers as messages write them."""

AKIN, BEGIN, END = 0.4, 3, 6
"""Correspondence of words, and letters in common at their beginning or end, from which one may be made of the other."""

LONGEST = 80
"""Code points of a wording that a message quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteDeviates:
    """Words stand in quotation marks that other outlets, who quote the same saying, have otherwise.

    A saying has one wording, and outlets that write independently of one another quote the same. Where one
    stands alone against others that agree, its words were not said: a machine that translated the article back and
    forth changed them and left the marks. Each voice counts once, however many outlets copy it; two that agree
    convict a third, a primary document convicts all. One against one convicts nobody, unless one of the two bears signs
    of a round trip; then the finding is a grade milder. How bad it is, is judged as in a pair: the deviating wording is
    held against the one that is agreed. A saying cut short is no deviation, nor is another spelling, a number in
    digits, or what an editor puts in brackets; and a saying that no two outlets have word for word, since each
    translated it, convicts nobody. Where the words that differ have nothing to do with each other, the speaker may have
    said two things in one pattern; such a finding is minor and doubtful.
    """

    category: ClassVar[Category] = Category.QUOTATION
    cases: ClassVar[tuple[Case, ...]] = (
        Case(
            "The judge called the proof “dangerously thin and contradicted by the company”.",
            "“The proof is dangerously thin and contradicted by the company,” the judge wrote.",
            "The judge wrote: “The proof is [[more and more narrow]] and contradicted by the company.”",
            why="a ruling; the first outlet quotes a part of it",
            severity=Severity.MAJOR,
        ),
        Case(
            "“We gave the match away in ten foolish minutes,” said coach Ilse Brandt.",
            "Brandt was blunt. “We gave the match away in ten foolish minutes,” said Brandt.",
            "“We [[offered]] the match in ten foolish minutes,” said Brandt.",
            why="sport",
            severity=Severity.MAJOR,
        ),
        Case(
            "“Rates will stay high until prices stop climbing,” Governor Oda Lunde said.",
            "Lunde said: “Rates will stay high until prices stop climbing.”",
            "“Rates will stay [[tall]] until prices stop climbing,” said Governor Oda Lunde.",
            why="markets",
            severity=Severity.MINOR,
        ),
        Case(
            "“We will not sell the port to anyone,” the minister said.",
            "The minister told reporters: “We will not sell the port to anyone.”",
            "“We [[will sell]] the port to anyone,” the minister said.",
            why="a denial is gone",
            severity=Severity.CRITICAL,
        ),
        Case(
            "“Forty crews are fighting the fire tonight,” said Chief Ann Moreau.",
            "Moreau said “forty crews are fighting the fire tonight”.",
            "“[[Fourteen]] crews are fighting the fire tonight,” said Moreau.",
            why="a number",
            severity=Severity.CRITICAL,
        ),
        Case(
            "“The vaccine protects small children for at least a year,” the ministry said.",
            "The ministry said: “The vaccine protects small children for at least a year.”",
            "“The vaccine protects small children [[miraculously]] for at least a year,” the ministry said.",
            why="a word that nobody else heard",
            severity=Severity.MAJOR,
        ),
        Case(
            "“The dam held,” she said, “but the valley road is under water.”",
            "She said: “The dam held, but the valley road is under water.”",
            "“The dam held, but the valley [[railway]] is under water,” she said.",
            why="split around the speaker",
            severity=Severity.MINOR,
        ),
        Case(
            "“Nobody in this town has ever seen hail like that before,” said Rosa Quint, a baker.",
            "“Nobody in this town … has ever seen hail like that,” Quint said.",
            "“Nobody in this town has ever seen [[greetings]] like that before,” Quint said.",
            why="one outlet cuts and says so",
            severity=Severity.MAJOR,
        ),
        Case(
            "Opposition leader Tom Vale spoke of “a shameful stain on the whole council”.",
            "“This vote is a shameful stain on the whole council,” Vale said.",
            "“This vote is a shameful [[spot]] on the whole council,” Vale said.",
            why="an election",
            severity=Severity.MAJOR,
        ),
        Case(
            "“The shelling stopped at dawn and the convoy crossed the bridge,” the envoy said.",
            "“The shelling stopped at dawn and the convoy [[cut]] the bridge.” He slept. and waited. for hours.",
            why="one against one, and one of the two has stops inside its clauses",
            severity=Severity.MINOR,
        ),
        Case(
            "“The labour reform is dead and buried,” the premier said.",
            "“The labor reform is dead and buried,” the premier said.",
            "“The labour reform is dead and buried”, the premier said.",
            why="spelling and typography",
        ),
        Case(
            "“Five of our boats sank within 20 minutes,” the harbour master said.",
            "“5 of our boats sank within twenty minutes,” the harbour master said.",
            "“Five of our boats sank within 20 minutes,” said the harbour master.",
            why="numbers in digits and in words",
        ),
        Case(
            "“They kept digging all night without a single light,” the foreman said.",
            "“They [the miners] kept digging all night without a single light,” the foreman said.",
            "“[The miners] kept digging all night without a single light,” the foreman said.",
            why="what an editor puts in brackets",
        ),
        Case(
            "“The results of the trial are solid and final,” Doctor Amara Osei said.",
            "“The results of the trial are firm and final,” Doctor Amara Osei said.",
            why="one against one convicts nobody",
        ),
        Case(
            "“The war has taken everything but our patience,” said the mayor, through a translator.",
            "“The war took all we had except our patience,” the mayor said.",
            "“War robbed us of all save our patience,” said the mayor.",
            why="said in another language, translated by each",
        ),
        Case(
            "“We won’t close the mine this winter,” the owner said.",
            "“We will not close the mine this winter,” the owner said.",
            "“We will not close the mine this winter,” the owner said.",
            why="a contraction",
        ),
        Case(
            "“We gave everything and I am proud of this team,” said Ilse Brandt.",
            "“We gave everything and I am proud of this team,” Brandt said.",
            "“We gave everything but I am angry with this team,” said Jon Feld, the other coach.",
            why="two people say like things",
        ),
        Case(
            "“The storm will pass us by tonight,” Hale said. “The storm will hit us hard tonight,” Hale said.",
            "“The storm will pass us by tonight,” Hale said. “The storm will hit us hard tonight,” Hale said.",
            "“The storm will hit us hard tonight,” Hale said.",
            why="one person says like things twice",
        ),
        Case(
            "“The bridge is old, unsafe and far too narrow for buses,” the engineer said.",
            "“The bridge is old, unsafe and far too narrow for buses,” the engineer said.",
            "“The bridge is … far too narrow,” the engineer said. She called it “unsafe and far too narrow”.",
            why="cut",
        ),
        Case(
            "“Turnout was higher than ever,” the commission said.",
            "“Turnout was higher than ever,” the commission said.",
            "The commission said that more people had voted than ever before.",
            why="in indirect speech",
        ),
        Case(
            "“The bond market has lost its nerve,” said Lena Roth.",
            "“The bond market has lost its nerve,” Roth said.",
            "“The bond market has lost its mind,” said Roth.",
            "“The bond market has lost its mind,” Roth said.",
            why="two against two",
        ),
        Case(
            "“For six years we have been building a bridge to this island,” the engineer said.",
            "“For six years we have been building a bridge to this island,” said the engineer.",
            "‘We have been building a bridge for six years’\n\nThe engineer was proud of the island’s new road.",
            why="joined in a headline",
        ),
    )

    def __call__(self, event: Event, article: int) -> Iterator[Suspicion]:
        """Readings of this article that the agreement of the others contradicts."""
        found: dict[Span, Suspicion] = {}
        for number, utterance in enumerate(event.utterances):
            if any(w.article == article for w in utterance.wordings):
                everywhere = places(event, utterance)
                for readings in everywhere:
                    for suspicion in _convicted(event, article, utterance, readings, everywhere, f"saying:{number}"):
                        if suspicion.copy:
                            known = found.setdefault(suspicion.copy, suspicion)
                            found[suspicion.copy] = max(known, suspicion, key=_sure)
        yield from (found[span] for span in sorted(found))


def _sure(suspicion: Suspicion) -> tuple[float, int, str]:
    """By what one of several suspicions of one place is chosen."""
    return suspicion.confidence, suspicion.severity.rank, suspicion.message


def _convicted(
    event: Event,
    article: int,
    utterance: Utterance,
    readings: Readings,
    everywhere: Sequence[Readings],
    group: str,
) -> Iterator[Suspicion]:
    """What this place of the saying convicts the article of."""
    mentions = [r.mention for r in readings]
    for reading in readings:
        agreement = against(event, mentions, reading.mention) if reading.mention.article == article else None
        if not agreement:
            continue
        agreed = [r for r in readings if r.mention.value == agreement.value]
        if not (agreement.confidence == PRIMARY or agreement.weak or _is_verbatim(event, agreed, everywhere)):
            sound = [r for r in agreed if not is_damaged(event, r.mention.article)]
            if not sound or not is_damaged(event, article):
                continue
            alone = len({event.voices[r.mention.article] for r in sound}) == 1  # with whom no sound one can differ
            agreement = replace(agreement, confidence=min(1.0 if alone else WEAK, agreement.confidence), weak=True)
        quoted = telling(event, [r.mention for r in agreed])
        other = next(r for r in agreed if r.mention == quoted)
        if not is_damaged(event, article) and _is_other_line(reading, other, everywhere):
            agreement = replace(agreement, confidence=min(UNLIKELY, agreement.confidence), weak=True)
        span = _deviating(reading, other)
        tells = _is_telling(event, utterance, reading, other)
        if span and (tells or not agreement.weak) and not _is_condensed(event, utterance, reading, other):
            said = witnesses(event, mentions, reading.mention, agreement.value)
            yield _suspicion(event, span, (reading, other), agreement, said, tells, group)


def _is_verbatim(event: Event, agreed: Readings, everywhere: Sequence[Readings]) -> bool:
    """Whether two independent ones of those that agree here have the same words wherever both quote the saying.

    Where none have, each outlet translated the saying, or remembers it, and that two share a word proves nothing.
    """
    return any(
        event.voices[a.mention.article] != event.voices[b.mention.article]
        and not any(_differ(a.wording, b.wording, readings) for readings in everywhere)
        for a, b in combinations(agreed, 2)
    )


def _differ(a: int, b: int, readings: Readings) -> bool:
    """Whether two wordings have other words at a place."""
    values = {r.mention.value for r in readings if r.wording in (a, b)}
    return len(values) > 1


def _is_other_line(own: Reading, agreed: Reading, everywhere: Sequence[Readings]) -> bool:
    """Whether the two are rather two lines of one pattern ("we will rebuild the school … the mill") than one saying.

    They are where most words that differ have nothing to do with each other in any language; a machine puts words for
    others that have.
    """
    akin: Counter[bool] = Counter()
    for readings in everywhere:
        here, there = ([r for r in readings if r.wording == k.wording] for k in (own, agreed))
        if here and there and here[0].mention.value != there[0].mention.value:
            a, b = (tuple(t for t in r[0].said if t.content) for r in (here, there))
            if a and b and not all("#" in t.norm[0] for t in (*a, *b)):
                akin[any(_is_akin(x, y) for x in a for y in b)] += 1
    return akin[False] > akin[True]


def _is_akin(own: Token, other: Token) -> bool:
    """Whether a machine can have put the one word for the other: they mean or look alike, or one is no English."""
    a, b = own.word, other.word
    near = correspondence(a, b) >= AKIN or a.form[:BEGIN] == b.form[:BEGIN] or a.form[-END:] == b.form[-END:]
    return near or not known(a.form) or bool(bundled().confusions(bases(a.form), bases(b.form)))


def _deviating(reading: Reading, agreed: Reading) -> Span | None:
    """The words that deviate, without those at either end that agree; None for a mere cut.

    Where only a denial was cut, which is no mere cut, the words on both sides of the gap.
    """
    own, other = list(reading.said), list(agreed.said)
    while own and other and own[0].norm == other[0].norm:
        own, other = own[1:], other[1:]
    while own and other and own[-1].norm == other[-1].norm:
        own, other = own[:-1], other[:-1]
    lost = Counter(t.norm for t in other) - Counter(t.norm for t in own)
    if not Counter(t.norm for t in own) - Counter(t.norm for t in other) - Counter(IDLE):
        if not NEGATORS & lost.keys():
            return None
        return reading.mention.span
    return Span.cover(*(t.span for t in own))


def _is_telling(event: Event, utterance: Utterance, own: Reading, agreed: Reading) -> bool:
    """Whether one of the two has content, or a denial, that the other has nowhere, and not only small words."""
    here, there = (_telling(reading.said) for reading in (own, agreed))
    all_here, all_there = (_telling(_tokens(event, utterance, reading)) for reading in (own, agreed))
    return bool(here - all_there or there - all_here)


def _tokens(event: Event, utterance: Utterance, reading: Reading) -> Sequence[Token]:
    """All words of the wording that has the reading."""
    wording = utterance.wordings[reading.wording]
    return tokens(event.articles[wording.article].document.text, wording.span)


def _is_condensed(event: Event, utterance: Utterance, own: Reading, agreed: Reading) -> bool:
    """Whether it is a headline that has nothing but words of the saying: headlines cut and join what was said."""
    segments = event.articles[own.mention.article].segments
    headline = any(s.role is Role.HEADLINE and s.span.overlaps(own.mention.span) for s in segments)
    here, there = (_telling(_tokens(event, utterance, reading)) for reading in (own, agreed))
    return headline and here <= there


def _telling(said: Sequence[Token]) -> set[str]:
    return {lemma(t.norm) for t in said if t.content or t.norm in NEGATORS}


def _suspicion(
    event: Event,
    span: Span,
    readings: tuple[Reading, Reading],
    agreement: Agreement,
    said: tuple[Witness, ...],
    tells: bool,
    group: str,
) -> Suspicion:
    return outvoted(
        event, readings[0].mention.article, span, agreement, said,
        severity=agreement.graded(Severity.MAJOR if tells else Severity.MINOR),
        message=_message(event, span, *readings, said),
        explanation=(
            "A saying has one wording. Words stand in these quotation marks that were most likely never said: a "
            "machine that translates an article changes its quotations like all the rest and leaves the marks."
        ),
        group=group,
    )  # fmt: skip


def _message(event: Event, span: Span, own: Reading, agreed: Reading, said: Sequence[Witness]) -> str:
    """What stands here and what elsewhere, in a sentence."""
    here = _short(span.of(event.articles[own.mention.article].document.text))
    there = _short(agreed.mention.span.of(event.articles[agreed.mention.article].document.text))
    told = _told(said, event.voices[own.mention.article])
    if not agreed.said:
        return f"“{here}” stands in the quotation, which {told} without it."
    if not own.said:
        return f"The quotation lacks “{there}”, which {told}."
    return f"The quotation says “{here}”, where {told} “{there}”."


def _told(said: Sequence[Witness], voice: int) -> str:
    """Who has it otherwise, in words, among all voices, that of the copy included."""
    against_it, among = len({w.voice for w in said if w.contradicts}), len({voice, *(w.voice for w in said)})
    if any(w.primary and w.contradicts for w in said):
        return "the document itself has"
    if against_it == 1:
        return "another outlet quotes"
    of = f" of {NUMBERS.get(among, among)}" if among > against_it else ""
    return f"{NUMBERS.get(against_it, against_it)}{of} outlets quote"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[:LONGEST] + "…"
