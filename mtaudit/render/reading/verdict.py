"""An audit in words: the verdict in one sentence, the counts behind it, what a score means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mtaudit.mqm import RANKED, WEIGHT, Category, Severity
from mtaudit.records import Audit, Basis, Finding, RelationKind, Suppression
from mtaudit.render.reading.text import one_line

SEVERITIES = tuple(reversed(RANKED))
"""The severities, worst first, as they are listed everywhere."""

SIGN = {Severity.CRITICAL: "■", Severity.MAJOR: "▲", Severity.MINOR: "•", Severity.NEUTRAL: "◦"}
"""A shape for each severity, so that none depends on colour."""

RELATION = {
    RelationKind.COPY: "copy",
    RelationKind.PARTIAL: "partial copy",
    RelationKind.SHARES_QUOTES: "shares quotations only",
    RelationKind.UNRELATED: "no original",
}

LIKELY = 65
"""Per cent from which a text is called machine translated, and below a hundred less which it is called not."""

_CLAUSES_SHOWN = 3  # a sentence that lists more is no longer read as one
_QUOTED_LENGTH = 40  # code points; longer phrases are cut, so that the sentence stays a sentence

_CLAUSE = {
    Category.NAME: ("a name changed", "{} names changed"),
    Category.TERM: ("a term was replaced by another", "{} terms were replaced by others"),
    Category.MISTRANSLATION: ("a phrase says something else", "{} phrases say something else"),
    Category.POLARITY: ("a statement was turned into its opposite", "{} statements were turned into their opposites"),
    Category.NUMBER: ("a figure changed", "{} figures changed"),
    Category.DATE_TIME: ("a date or time changed", "{} dates or times changed"),
    Category.QUOTATION: ("a quotation is not verbatim", "{} places in quotations are not verbatim"),
    Category.ATTRIBUTION: ("a statement was given to someone else", "{} statements were given to someone else"),
    Category.OMISSION: ("a passage is missing", "{} passages are missing"),
    Category.ADDITION: ("a passage was added", "{} passages were added"),
    Category.PRONOUN: ("a pronoun changed", "{} pronouns changed"),
    Category.MODALITY: ("a claim became more or less certain", "{} claims became more or less certain"),
    Category.RESIDUE: ("a word was left in another language", "{} words were left in another language"),
    Category.FLUENCY: ("a phrase is not grammatical", "{} phrases are not grammatical"),
    Category.TYPOGRAPHY: ("a mark of punctuation is out of place", "{} marks of punctuation are out of place"),
    Category.BOILERPLATE: ("a leftover of the web page stands in the text", "{} leftovers of the web page stand in it"),
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
    Severity.MINOR: "This copy keeps the meaning of its original, with small flaws",
    Severity.NEUTRAL: "This copy keeps the meaning of its original",
}

_OPENING_ALONE = {
    Severity.CRITICAL: "No original at hand, but the text itself is damaged",
    Severity.MAJOR: "No original at hand, but the text itself shows damage",
    Severity.MINOR: "No original at hand; the text itself shows small flaws",
    Severity.NEUTRAL: "No original at hand; the text itself looks sound",
}

_OPENING_COVERAGE = {
    Severity.CRITICAL: "No original at hand; held against other articles on the event, this one misleads its readers",
    Severity.MAJOR: "No original at hand; other articles on the event contradict this one, or its text shows damage",
    Severity.MINOR: "No original at hand; held against other articles on the event, this one has small flaws",
    Severity.NEUTRAL: "No original at hand; the other articles on the event do not contradict this one",
}

LIMITS = {
    Basis.PAIR: "Held against its original: every difference between the two was judged.",
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

_CLEAN = "Nothing was found: this copy says what its original says"

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
    """The verdict on a copy in one plain sentence, the worst first."""
    if audit.original and audit.relation.kind in _NO_COPY:
        return f"{_NO_COPY[audit.relation.kind]}."
    opening = _OPENINGS[audit.basis]
    if not audit.findings:
        return f"{opening[Severity.NEUTRAL] if audit.original is None else _CLEAN}."
    clauses = [clause for _, clause in sorted(_clauses(audit), key=lambda c: (-c[0], c[1]))]
    shown, rest = clauses[:_CLAUSES_SHOWN], clauses[_CLAUSES_SHOWN:]
    more = f"; and {counted(len(rest), 'kind')} of lesser damage" if rest else ""
    return f"{opening[worst_severity(audit.findings)]}: {'; '.join(shown)}{more}."


def _clauses(audit: Audit) -> list[tuple[int, str]]:
    """What went wrong, one clause per group and per category of the rest, each with its MQM weight."""
    groups: dict[str, list[Finding]] = {}
    for finding in audit.findings:
        if finding.group:
            groups.setdefault(finding.group, []).append(finding)
    told = {name: clause for name, same in groups.items() if (clause := _group_clause(audit, same))}
    rest: dict[Category, list[Finding]] = {}
    for finding in audit.findings:
        if finding.group not in told:
            rest.setdefault(finding.category, []).append(finding)
    clauses = [(_weight(groups[name]), clause) for name, clause in told.items()]
    return clauses + [(_weight(same), _category_clause(same)) for same in rest.values()]


def _weight(findings: Iterable[Finding]) -> int:
    return sum(WEIGHT[finding.severity] for finding in findings)


def _group_clause(audit: Audit, findings: list[Finding]) -> str | None:
    """One phrase of the original and what became of it, told once; None where the group is not of that kind."""
    phrases = [
        (one_line(f.original.of(audit.original.text)), one_line(f.copy.of(audit.copy.text)))
        for f in findings
        if f.original and f.copy and audit.original
    ]
    before, after = {b for b, _ in phrases}, {a for _, a in phrases}
    if len(phrases) < max(2, len(findings)) or len(before) > 1:
        return None
    times = "twice" if len(findings) == 2 else f"{len(findings)} times"
    subject = " ".join(filter(None, (times, _NOUN.get(findings[0].category), _quoted(before.pop()))))
    return f"{subject} became {_quoted(after.pop()) if len(after) == 1 else 'something else'}"


def _category_clause(findings: list[Finding]) -> str:
    one, many = _CLAUSE[findings[0].category]
    return one if len(findings) == 1 else many.format(len(findings))


def _quoted(phrase: str) -> str:
    return f"“{phrase if len(phrase) <= _QUOTED_LENGTH else phrase[: _QUOTED_LENGTH - 1].rstrip() + '…'}”"


def worst_severity(findings: Iterable[Finding]) -> Severity:
    """The worst severity among the findings; neutral where there are none."""
    return max((f.severity for f in findings), key=lambda s: s.rank, default=Severity.NEUTRAL)


def worst_finding(audit: Audit) -> Finding | None:
    """The finding to name first: of the worst severity, the surest, the earliest."""
    return min(audit.findings, key=lambda f: (-f.severity.rank, -f.confidence), default=None)


def tally(findings: Iterable[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, worst first, zeros included."""
    counts = Counter(f.severity for f in findings)
    return {severity: counts[severity] for severity in SEVERITIES}


def counted(number: int, one: str, many: str | None = None) -> str:
    """The number with its noun: 1 finding, 2 findings."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def differences(audit: Audit) -> str:
    """How many differences there are and what became of them, as the report's promise that none was skipped."""
    harmless = sum(v.harmless for v in audit.verdicts)
    total = len(audit.verdicts)
    return f"{counted(total, 'difference')}: {harmless} harmless, {total - harmless} in findings"


def route(audit: Audit) -> str:
    """Through which language or languages the copy probably went, each with its probability; nothing where unknown."""
    if audit.pivot is None:
        return ""
    return "Probably through " + " or ".join(
        f"{language} ({int(100 * share)}\u00a0%)" for language, share in audit.pivot.languages
    )


def origin(audit: Audit) -> str:
    """Whether a text without an original was machine translated, in a sentence; nothing where that cannot be told."""
    if audit.translated is None:
        return ""
    percent = round(100 * audit.translated.probability)
    if percent >= LIKELY:
        return f"Probably machine translated ({percent}\u00a0%)"
    if percent <= 100 - LIKELY:
        return f"Probably not machine translated ({percent}\u00a0%)"
    return f"Whether it was machine translated cannot be told ({percent}\u00a0%)"


def fidelity(audit: Audit) -> float | None:
    """The value of the fidelity score; None where it was not measured."""
    return next((s.value for s in audit.scores if s.metric == "fidelity"), None)


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
