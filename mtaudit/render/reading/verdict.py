"""An audit in words: the verdict in one sentence, the counts behind it, what a score means."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from mtaudit.mqm import RANKED, WEIGHT, Category, Severity
from mtaudit.records import Audit, Basis, Document, Finding, RelationKind, Role, Run, Score, Span, Suppression
from mtaudit.render.reading.failing import broke
from mtaudit.render.reading.text import one_line
from mtaudit.text.quotations import quoted
from mtaudit.text.segmentation import segment
from mtaudit.text.words import either

SEVERITIES = tuple(reversed(RANKED))
"""The severities, worst first, as they are listed everywhere."""

SIGN = {Severity.CRITICAL: "■", Severity.MAJOR: "▲", Severity.MINOR: "•", Severity.NEUTRAL: "◦"}
"""A shape for each severity, so that none depends on colour."""

RELATION = {
    RelationKind.COPY: "copy",
    RelationKind.PARTIAL: "partial copy",
    RelationKind.SHARES_QUOTES: "shares quotations only",
    RelationKind.UNRELATED: "no copy",
    RelationKind.OTHER_LANGUAGE: "in another language",
    RelationKind.NO_ORIGINAL: "no original",
}

_CLAUSES_SHOWN = 3  # a sentence that lists more is no longer read as one
_VARIANTS_SHOWN = 3
_WHY = 160  # code points of what failed; a trace of a program is no sentence
_UNIFORM = 2 / 3  # of a group's places that must have lost the same phrase, so that it may be told by that phrase
_QUOTED_LENGTH = 40  # code points; longer phrases are cut, so that the sentence stays a sentence

_CLAUSE = {
    Category.NAME: ("a name changed", "{} names changed"),
    Category.TERM: ("a term was replaced by another", "{} terms were replaced by others"),
    Category.MISTRANSLATION: ("a phrase says something else", "{} phrases say something else"),
    Category.POLARITY: ("a statement was turned into its opposite", "{} statements were turned into their opposites"),
    Category.NUMBER: ("a figure changed", "{} figures changed"),
    Category.DATE_TIME: ("a date or time changed", "{} dates or times changed"),
    Category.QUOTATION: ("a quotation is not verbatim", "{} places in quotations are not verbatim"),
    Category.ATTRIBUTION: (
        "who said something, or how, is told otherwise",
        "{} statements are told as said by others or otherwise",
    ),
    Category.OMISSION: ("a passage is missing", "{} passages are missing"),
    Category.ADDITION: ("a passage was added", "{} passages were added"),
    Category.PRONOUN: ("a pronoun changed", "{} pronouns changed"),
    Category.MODALITY: ("a claim became more or less certain", "{} claims became more or less certain"),
    Category.RESIDUE: ("a word was left in another language", "{} words were left in another language"),
    Category.FLUENCY: ("a phrase is not grammatical", "{} phrases are not grammatical"),
    Category.TYPOGRAPHY: ("a mark of punctuation is out of place", "{} marks of punctuation are out of place"),
    Category.BOILERPLATE: ("a leftover of the web page stands in the text", "{} leftovers of the web page stand in it"),
}

_OF_THE_TEXT = frozenset({Category.RESIDUE, Category.FLUENCY, Category.TYPOGRAPHY, Category.BOILERPLATE})
"""What a text shows by itself for certain; of all else one can only say, without an original, what it looks like."""

_PART = {
    Category.NAME: ("a name", "names"),
    Category.TERM: ("a term", "terms"),
    Category.MISTRANSLATION: ("a phrase", "phrases"),
    Category.POLARITY: ("a statement", "statements"),
    Category.NUMBER: ("a figure", "figures"),
    Category.DATE_TIME: ("a date or time", "dates or times"),
    Category.QUOTATION: ("a quotation", "quotations"),
    Category.ATTRIBUTION: ("an attribution", "attributions"),
    Category.OMISSION: ("a passage", "passages"),
    Category.ADDITION: ("a passage", "passages"),
    Category.PRONOUN: ("a pronoun", "pronouns"),
    Category.MODALITY: ("a claim", "claims"),
}

_NOUN = {
    Category.NAME: "the name",
    Category.TERM: "the term",
    Category.NUMBER: "the figure",
    Category.DATE_TIME: "the date or time",
    Category.PRONOUN: "the pronoun",
    Category.QUOTATION: "the quoted words",
}

_OPENING = {
    Severity.CRITICAL: "This copy misleads its readers",
    Severity.MAJOR: "This copy loses some of the meaning of its original",
    Severity.MINOR: "Small flaws were found",
    Severity.NEUTRAL: "Only remarks were found",
}

_OPENING_ALONE = {
    Severity.CRITICAL: "No original at hand, but the text itself is damaged",
    Severity.MAJOR: "No original at hand, but the text itself shows damage",
    Severity.MINOR: "No original at hand; the text itself shows small flaws",
    Severity.NEUTRAL: "No original at hand; only remarks were found in the text itself",
}

_OPENING_COVERAGE = {
    Severity.CRITICAL: "No original at hand; held against other articles on the event, this one misleads its readers",
    Severity.MAJOR: "No original at hand; other articles on the event contradict this one, or its text shows damage",
    Severity.MINOR: "No original at hand; held against other articles on the event, this one has small flaws",
    Severity.NEUTRAL: "No original at hand; held against other articles on the event, only remarks were found",
}

LIMITS = {
    Basis.PAIR: "Held against its original, difference by difference. That cannot show an error that the original has "
    "too.",
    Basis.COVERAGE: "Held against other articles on the same event. That shows what independent outlets contradict: "
    "quotations, names, terms, figures and dates that several of them give. It cannot show what this article alone "
    "tells, nor what it left out; its own wording, selection and opinion are not judged.",
    Basis.TEXT: "Judged by its text alone. That shows damage that shows by itself, as broken quotation marks or words "
    "in the wrong order. It cannot show whether names, figures and statements are right.",
}
"""What each kind of audit can and cannot show."""

_OPENINGS = {Basis.PAIR: _OPENING, Basis.COVERAGE: _OPENING_COVERAGE, Basis.TEXT: _OPENING_ALONE}

_NO_COPY = {
    RelationKind.SHARES_QUOTES: "This is not a copy: the two texts share quotations only",
    RelationKind.UNRELATED: "This is not a copy: the two texts do not correspond",
}

_ALL_SUPPRESSED = {False: "the only finding was suppressed", True: "all findings were suppressed"}

_METRIC = {
    "fidelity": (1, "How much of the meaning of the original the copy keeps, from 0 to 100."),
    "bleu": (1, "How many word sequences of the copy stand in the original too, from 0 to 100."),
    "chrf": (1, "Agreement in short letter sequences, from 0 to 100; kinder to inflection than BLEU."),
    "ter": (1, "Words to edit per 100 words of the original; 0 is best."),
    "similarity": (1, "Closeness in meaning of the words in context, from 0 to 100."),
}


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A score as it is shown: the value in its customary digits and a sentence on what it means."""

    metric: str
    value: str
    meaning: str
    signature: str


def headline(audit: Audit) -> str:
    """The verdict on a copy in plain words: first what could not be checked, then what was found, the worst first.

    It tells what was found and never that a text is as it should be: nobody knows what was not found.
    """
    if audit.unread:
        return f"{audit.unread[0].upper()}{audit.unread[1:]}."
    told = _found(audit)
    return f"{unchecked(audit)} {told}" if audit.failures else told


def unchecked(audit: Audit) -> str:
    """What of an audit could not be checked, in a sentence; nothing where nothing failed."""
    if not audit.failures:
        return ""
    first, *others = audit.failures
    cost = broke(first, audit.copy)
    told = f"{cost.sentence[0].lower()}{cost.sentence[1:]}" if first.of_plugin else f"{cost.sentence}: {cost.reason}"
    cut = told.rstrip(".") if len(told) <= _WHY else f"{told[: _WHY - 1].rstrip()}…"
    more = f"; and {counted(len(others), 'other failure')}" if others else ""
    return f"Not everything could be checked: {cut}{more}."


def _found(audit: Audit) -> str:
    if audit.relation.kind is RelationKind.OTHER_LANGUAGE and (changed := unsuppressed(audit.findings)):
        return f"{changed[0].message.rstrip('.')}: nothing else was compared."
    if audit.original and audit.relation.kind in _NO_COPY:
        return f"{_NO_COPY[audit.relation.kind]}."
    findings = unsuppressed(audit.findings)
    if not findings:
        return _nothing(audit)
    clauses = [clause for _, clause in sorted(_clauses(audit, findings), key=lambda c: (-c[0], c[1]))]
    shown, rest = clauses[:_CLAUSES_SHOWN], clauses[_CLAUSES_SHOWN:]
    more = f"; and {counted(len(rest), 'kind')} of lesser damage" if rest else ""
    return f"{_OPENINGS[audit.basis][worst_severity(findings)]}: {'; '.join(shown)}{more}."


def _nothing(audit: Audit) -> str:
    """That nothing was found, and in how much: all that is known of such a copy."""
    if audit.findings:
        return f"Nothing is left to judge: {_ALL_SUPPRESSED[len(audit.findings) > 1]}."
    lone = "" if audit.original else "No original at hand: "
    told = f"{lone}{'nothing' if lone else 'Nothing'} was found in"
    if audit.failures:
        return f"{told} what could be checked."
    sentences = counted(_sentences(audit), "sentence")
    if audit.basis is Basis.PAIR:
        return f"{told} {sentences} compared with the original."
    if audit.basis is Basis.COVERAGE:
        return f"{told} {sentences} held against {counted(len(audit.consulted), 'other article')} on the event."
    return f"{told} {sentences} read for damage that shows by itself."


def _sentences(audit: Audit) -> int:
    """How many sentences of the copy were held against the original, or read; titles and captions count too."""
    if audit.comparison:
        beads = audit.comparison.alignment.beads
        return sum(len(bead.copy) for bead in beads if bead.original)
    return sum(one.role is not Role.DEBRIS for one in segment(audit.copy))


def _clauses(audit: Audit, findings: Iterable[Finding]) -> list[tuple[int, str]]:
    """What went wrong, one clause per group and per category of the rest, each with its weight."""
    groups: dict[str, list[Finding]] = {}
    findings = tuple(findings)
    for finding in findings:
        if finding.group:
            groups.setdefault(finding.group, []).append(finding)
    told = {name: clause for name, same in groups.items() if (clause := _group_clause(audit, same))}
    rest: dict[tuple[Category, bool], list[Finding]] = {}
    for finding in findings:
        if finding.group not in told:
            rest.setdefault((finding.category, bool(finding.witnesses)), []).append(finding)
    clauses = [(_weight(groups[name]), clause) for name, clause in told.items()]
    return clauses + [(_weight(same), _category_clause(audit, same)) for same in rest.values()]


def _weight(findings: Iterable[Finding]) -> int:
    """To sort by: what a reader meets at eleven places matters more than what stands at one."""
    return sum(WEIGHT[finding.severity] for finding in findings)


def _group_clause(audit: Audit, findings: list[Finding]) -> str | None:
    """One phrase of the original and what became of it, told once; None where the group is not of that kind."""
    phrases = [
        (one_line(f.original.of(audit.original.text)), one_line(f.copy.of(audit.copy.text)))
        for f in findings
        if f.original and f.copy and audit.original
    ]
    if not phrases:
        return None
    before, _ = Counter(b for b, _ in phrases).most_common(1)[0]
    after = Counter(a for b, a in phrases if b == before)
    if after.total() < max(2, _UNIFORM * len(findings)):
        return None
    times = "twice" if after.total() == 2 else f"{after.total()} times"
    subject = " ".join(filter(None, (times, _NOUN.get(worst(findings).category), _quoted(before))))
    return f"{subject} became {_variants([phrase for phrase, _ in after.most_common()])}"


def _variants(phrases: list[str]) -> str:
    """What a phrase became, the most frequent first."""
    more = len(phrases) - _VARIANTS_SHOWN + 1
    if more > 1:
        return f"{', '.join(map(_quoted, phrases[: _VARIANTS_SHOWN - 1]))} and {more} other things"
    return either([_quoted(phrase) for phrase in phrases])


def _category_clause(audit: Audit, findings: list[Finding]) -> str:
    category = findings[0].category
    if category is Category.QUOTATION and audit.original:
        damaged, all_ = _quotations(audit.original, findings)
        if 1 < damaged <= all_:
            return f"{damaged} of {all_} quotations are not verbatim"
    number = len(leaders(findings))
    if audit.original or category in _OF_THE_TEXT:
        one, many = _CLAUSE[category]
        return one if number == 1 else many.format(number)
    one, many = _PART[category]
    if findings[0].witnesses:
        return f"{one} is contradicted" if number == 1 else f"{number} {many} are contradicted"
    return f"{one} looks wrong" if number == 1 else f"{number} {many} look wrong"


def _quotations(original: Document, findings: Iterable[Finding]) -> tuple[int, int]:
    """How many quotations of the original have a finding in them, and how many it has; inner ones are not counted."""
    outer: list[Span] = []
    for span in quoted(original.text):
        if not outer or not outer[-1].overlaps(span):
            outer.append(span)
    starts = [span.start for span in outer]
    damaged = set()
    for finding in findings:
        if finding.original:
            before = bisect_right(starts, finding.original.end - 1)
            if before and outer[before - 1].overlaps(finding.original):
                damaged.add(before)
    return len(damaged), len(outer)


def _quoted(phrase: str) -> str:
    return f"“{phrase if len(phrase) <= _QUOTED_LENGTH else phrase[: _QUOTED_LENGTH - 1].rstrip() + '…'}”"


def unsuppressed(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that nobody suppressed: what a headline tells and counts count."""
    return tuple(finding for finding in findings if finding.suppression is None)


def unaudited(run: Run, audited: Collection[str] = ()) -> tuple[Document, ...]:
    """The copies without an original of which there is no audit of another kind either.

    `audited` are the names of copies with an audit that is not among those of the run.
    """
    known = {audit.copy.id for audit in run.audits} | set(audited)
    return tuple(document for document in run.unmatched if document.id not in known)


def worst_severity(findings: Iterable[Finding]) -> Severity:
    """The worst severity among the findings; neutral where there are none."""
    return max((f.severity for f in findings), key=lambda s: s.rank, default=Severity.NEUTRAL)


def worst(findings: Iterable[Finding]) -> Finding:
    """The finding by which several are told: of the worst severity, the surest, the earliest.

    One that is suppressed is told by only where all are.
    """
    return min(findings, key=lambda f: (f.suppression is not None, -f.severity.rank, -f.confidence))


def leaders(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for each group, its worst, and each that stands alone, in the order of their first places."""
    return tuple(map(worst, grouped(findings)))


def grouped(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """The findings by groups, in the order of their first places; one that stands alone is a group of one."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(group_of(finding), []).append(finding)
    return tuple(map(tuple, groups.values()))


def group_of(finding: Finding) -> str:
    """What the findings of one group have in common and no others."""
    return f"group {finding.group}" if finding.group else f"alone {finding.id}"


def worst_finding(audit: Audit) -> Finding | None:
    """The finding to name first; none that is suppressed."""
    findings = unsuppressed(audit.findings)
    return worst(findings) if findings else None


def tally(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, worst first, zeros included; a group counts once, by its worst."""
    counts = Counter(f.severity for f in leaders(findings))
    return {severity: counts[severity] for severity in SEVERITIES}


def counted(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun: 1 finding, 2 findings."""
    return f"{number} {one if number == 1 else many or one + 's'}"


SURE, LIKELY = 0.85, 0.65
"""Confidence from which something is called sure, and likely."""


def sureness(confidence: float) -> str:
    """How sure something is, in a word: the number behind it was chosen and not measured, so no reader is shown it."""
    return "sure" if confidence >= SURE else "likely" if confidence >= LIKELY else "unsure"


def percent(share: float) -> str:
    """Rounded down, so that only certainty is shown as 100 %."""
    return f"{int(100 * share)}\u00a0%"


def differences(audit: Audit) -> str:
    """How many differences there are and what became of them, as the report's promise that none was skipped."""
    harmless = sum(v.harmless for v in audit.verdicts)
    total = len(audit.verdicts)
    return f"{counted(total, 'difference')}: {harmless} harmless, {total - harmless} in findings"


def route(audit: Audit) -> str:
    """Through which language or languages the copy probably went; nothing where unknown.

    Each has its probability where there is an original: of a text alone nobody measured one.
    """
    told = through(audit)
    return f"Probably through {told}" if told else ""


def through(audit: Audit) -> str:
    """The same without a verb."""
    if audit.pivot is None:
        return ""
    measured = audit.basis is Basis.PAIR
    return " or ".join(
        f"{language} ({percent(share)})" if measured else language for language, share in audit.pivot.languages
    )


def judged_by(audit: Audit) -> str:
    """By what a copy was judged, in a few words."""
    if audit.basis is Basis.COVERAGE:
        return f"held against {counted(len(audit.consulted), 'other article')} on the event"
    return "judged by its text alone" if audit.basis is Basis.TEXT else "held against its original"


def seen(audit: Audit) -> tuple[str, ...]:
    """What the text of a copy without an original shows by itself, a sentence for each kind, the gravest first."""
    kinds: dict[str, list[Finding]] = {}
    for finding in unsuppressed(audit.findings) if audit.original is None else ():
        if not finding.witnesses:
            kinds.setdefault(finding.detector, []).append(finding)
    ranked = sorted(kinds.values(), key=lambda same: (-worst_severity(same).rank, -len(same)))
    return tuple(_of_a_kind(same) for same in ranked)


def _of_a_kind(findings: Sequence[Finding]) -> str:
    """The worst of them, and at how many places there is such a one."""
    told = one_line(worst(findings).message).rstrip(".")
    return f"{told} ({len(findings)} such places)" if len(findings) > 1 else told


def fidelity(audit: Audit) -> float | None:
    """The value of the fidelity score; None where it was not measured."""
    found = score(audit, "fidelity")
    return found.value if found else None


def interval(audit: Audit) -> tuple[float, float] | None:
    """Low and high end of the fidelity, 0 to 100; None where it was not measured, or nothing can be said of it."""
    found = score(audit, "fidelity")
    return found.interval if found else None


def score(audit: Audit, metric: str) -> Score | None:
    """The audit's score of this metric; None where it was not measured."""
    return next((s for s in audit.scores if s.metric == metric), None)


def score_lines(audit: Audit) -> tuple[ScoreLine, ...]:
    """The scores in their customary order, others after them by name."""
    order = list(_METRIC)
    known = sorted(audit.scores, key=lambda s: (order.index(s.metric) if s.metric in order else len(order), s.metric))
    lines = []
    for score in known:
        digits, meaning = _METRIC.get(score.metric, (2, "A metric added by a plug-in."))
        lines.append(ScoreLine(score.metric, f"{score.value:.{digits}f}", meaning, score.signature))
    return tuple(lines)


def suppressed(suppression: Suppression) -> str:
    """Why a finding is no matter, by whom and until when."""
    by = [part for part in (suppression.author, suppression.expires and f"until {suppression.expires}") if part]
    return one_line(f"suppressed: {suppression.reason}" + (f" ({', '.join(by)})" if by else ""))


def basis(audit: Audit) -> str:
    """What the copy was held against, in one visible line."""
    if audit.original:
        return f"copy of {one_line(audit.original.id)}"
    return f"no original, {judged_by(audit)}"
