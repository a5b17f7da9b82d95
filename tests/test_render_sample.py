"""A run made by hand for the tests of the renderers, and the laws it must hold to be worth testing with."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import SequenceMatcher

from mtaudit.mqm import Category, Severity
from mtaudit.records import (
    Alignment,
    Audit,
    Basis,
    Bead,
    ComparedBead,
    Comparison,
    Difference,
    DifferenceKind,
    Document,
    Failure,
    Finding,
    Link,
    Pair,
    Pivot,
    Relation,
    RelationKind,
    Role,
    Run,
    Score,
    Segment,
    Span,
    Verdict,
    Word,
)


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of one bead that differ; a severity makes it a finding, without one it is harmless by `why`."""

    original: str
    copy: str
    why: str
    severity: Severity | None = None
    category: Category = Category.MISTRANSLATION
    kind: DifferenceKind = DifferenceKind.REPLACED
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Bit:
    """A bead to be: its sentences, side by side."""

    original: tuple[str, ...]
    copy: tuple[str, ...]
    edits: tuple[Edit, ...] = ()
    role: Role = Role.BODY
    moved: bool = False


FERRY = "name:Ferry"
LOST, GAINED = DifferenceKind.OMITTED, DifferenceKind.ADDED
NAMED = Category.NAME

BITS = (
    Bit(
        ("Ferry sails again after 12 days",),
        ("Barge sails again after 21 days",),
        (
            Edit("Ferry", "Barge", "name-translated", Severity.CRITICAL, NAMED, group=FERRY),
            Edit("12", "21", "number-changed", Severity.CRITICAL, Category.NUMBER),
        ),
        Role.HEADLINE,
    ),
    Bit(("The harbour at dawn.",), ("The harbor at dawn.",), (Edit("harbour", "harbor", "spelling"),), Role.CAPTION),
    Bit(("The sea was calm.",), ("The sea was calm.",)),
    Bit(("Nobody was hurt.",), ("Nobody was hurt.",)),
    Bit(
        ("Ferry Lines will not pay the full fine, the mayor said.",),
        ("Barge Lines won't pay the fine, the mayor said.",),
        (
            Edit("Ferry", "Barge", "name-translated", Severity.MAJOR, NAMED, group=FERRY),
            Edit("will not", "won't", "contraction"),
            Edit("full", "", "word-omitted", Severity.MINOR, Category.OMISSION, LOST),
        ),
        moved=True,
    ),
    Bit(
        ("The port opens at six and closes at ten.",),
        ("The port opens at six.", "It closes at ten truly."),
        (
            Edit("and", "It", "function-word"),
            Edit("", "truly", "word-added", Severity.NEUTRAL, Category.ADDITION, GAINED),
        ),
    ),
    Bit(
        ("An inquiry began in May.",),
        (),
        (Edit("An inquiry began in May.", "", "clause-omitted", Severity.MAJOR, Category.OMISSION, LOST),),
    ),
    Bit(
        (),
        ("[ad_1]",),
        (Edit("", "[ad_1]", "debris-left", Severity.MINOR, Category.BOILERPLATE, GAINED),),
        Role.DEBRIS,
    ),
)


PIVOT = Pivot((("French", 0.93),), ("French “prise” is both “plug” and “hold”.",))


def document(id_: str, sentences: list[str], title: str) -> Document:
    return Document(
        id_, "\n\n".join(sentences), "en", f"{id_}.txt", f"https://example.org/{id_}", title, "Example Post",
        datetime(2024, 3, 1, tzinfo=UTC),
    )  # fmt: skip


def audit(bits: tuple[Bit, ...] = BITS, title: str = "Barge sails again") -> Audit:
    original = document("o1", [s for bit in bits for s in bit.original], "Ferry sails again")
    copy = document("c1", [s for bit in bits for s in bit.copy], title)
    beads: list[ComparedBead] = []
    findings: list[Finding] = []
    verdicts: list[Verdict] = []
    starts = [0, 0]
    for index, bit in enumerate(bits):
        sides = []
        for side, sentences in enumerate((bit.original, bit.copy)):
            segments = []
            for sentence in sentences:
                segments.append(Segment(Span(starts[side], starts[side] + len(sentence)), bit.role, index))
                starts[side] += len(sentence) + 2
            sides.append(tuple(segments))
        bead = Bead(sides[0], sides[1], 0.87654321 if all(sides) else 0.0, bit.moved)
        words = words_of(original.text, sides[0]), words_of(copy.text, sides[1])
        differences = []
        for edit in bit.edits:
            ranges = find(words[0], edit.original, original.text), find(words[1], edit.copy, copy.text)
            difference = Difference(edit.kind, *ranges, 0.41236)
            differences.append(difference)
            name = f"f{len(findings) + 1}"
            verdicts.append(Verdict(difference, index, edit.severity is None, edit.why if not edit.severity else name))
            if edit.severity:
                spans = [Span(w[r[0]].span.start, w[r[-1]].span.end) if r else None
                         for w, r in zip(words, ranges, strict=True)]  # fmt: skip
                findings.append(finding(edit, name, spans[0], spans[1]))
        beads.append(ComparedBead(bead, *words, equal(*words), tuple(differences)))
    alignment = Alignment(Pair(original, copy), tuple(bead.bead for bead in beads))
    scores = (
        Score("bleu", 41.25, "bleu|v:1"),
        Score("fidelity", 61.0, "fidelity|v:1", (48.4, 72.6)),
        Score("similarity", 0.9, "similarity|v:1"),
    )
    relation = Relation(RelationKind.COPY, 0.98, "7 of 8 sentences correspond")
    comparison = Comparison(alignment, tuple(beads))
    return Audit(copy, original, relation, comparison, tuple(verdicts), tuple(findings), scores, (), PIVOT)


def finding(edit: Edit, name: str, original: Span | None, copy: Span | None) -> Finding:
    assert edit.severity
    return Finding(
        original=original,
        copy=copy,
        severity=edit.severity,
        message=f"“{edit.original}” became “{edit.copy}”.",
        explanation="It was read as a common word.",
        confidence=0.9,
        group=edit.group,
        id=name,
        detector=edit.why,
        category=edit.category,
        fingerprint=f"print-{name}",
    )


def words_of(text: str, segments: tuple[Segment, ...]) -> tuple[Word, ...]:
    matches = [
        m for s in segments for m in re.compile(r"\w+(?:'\w+)?|[^\w\s]").finditer(text, s.span.start, s.span.end)
    ]
    return tuple(
        Word(Span(*m.span()), m[0], m[0].lower(), not m.start() or text[m.start() - 1].isspace()) for m in matches
    )


def equal(original: tuple[Word, ...], copy: tuple[Word, ...]) -> tuple[Link, ...]:
    blocks = SequenceMatcher(None, [w.form for w in original], [w.form for w in copy], False).get_matching_blocks()
    return tuple(Link(block.a + k, block.b + k, 1.0) for block in blocks for k in range(block.size))


def find(words: tuple[Word, ...], phrase: str, text: str) -> range:
    """The words that are the phrase; for no phrase an empty range, whose place says nothing."""
    if not phrase:
        return range(0)
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if text[words[start].span.start : words[end - 1].span.end] == phrase:
                return range(start, end)
    raise AssertionError(f"{phrase!r} is not in the words")


def lone() -> Audit:
    """A copy without an original, with a finding in its second paragraph."""
    text = "The sea was calm.\n\nIt was « calme » there."
    copy = Document("lone", text, outlet="Example Post")
    edit = Edit("", "« calme »", "residue-left", Severity.MAJOR, Category.RESIDUE)
    start = text.index("«")
    found = finding(edit, "r1", None, Span(start, start + 9))
    return Audit(copy, None, Relation(RelationKind.UNRELATED, 1.0, ""), None, (), (found,), (), (), basis=Basis.TEXT)


def run(*audits: Audit) -> Run:
    failure = Failure("reading", "broken.html", "it is empty")
    return Run(audits or (audit(), lone()), (lone().copy,), (failure,), "mtaudit|0.1|test")


def only(made: Audit) -> Run:
    return Run((made,), (), (), "mtaudit|0.1|test")


def titled(title: str) -> Audit:
    made = audit()
    return replace(made, copy=replace(made.copy, title=title))


def test_the_spans_of_the_sample_lie_on_its_words() -> None:
    made = audit()
    assert made.original
    assert [f.copy and f.copy.of(made.copy.text) for f in made.findings][:2] == ["Barge", "21"]
    assert [f.original and f.original.of(made.original.text) for f in made.findings][:2] == ["Ferry", "12"]


def test_every_kind_of_bead_and_severity_stands_in_the_sample() -> None:
    made = audit()
    assert made.comparison
    kinds = {bead.kind for bead in made.comparison.alignment.beads}
    assert kinds == {"matched", "split", "omitted", "added"}
    assert {f.severity for f in made.findings} == set(Severity)
