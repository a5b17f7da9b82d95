"""The verdict in words: it tells what was found and what was not checked, and promises nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import gate_sample
import many_copies
import pytest
import test_render_sample as sample

from mtaudit.gate import ungated
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Basis, Failure, RelationKind
from mtaudit.render.gate.text import Text
from mtaudit.render.html import page
from mtaudit.render.html.view import audit_view
from mtaudit.render.markdown import Markdown
from mtaudit.render.reading.verdict import headline, judged_by, seen, sureness
from mtaudit.render.terminal import Terminal


def test_where_nothing_was_found_the_verdict_says_that_and_in_how_much() -> None:
    made = replace(sample.audit(), findings=(), verdicts=())
    assert headline(made) == "Nothing was found in 7 sentences compared with the original."
    assert "Nothing was found" in page(sample.only(made))


def test_of_a_copy_without_original_no_more_is_told_than_what_was_read() -> None:
    alone = replace(sample.lone(), findings=())
    assert headline(alone) == (
        "No original at hand: nothing was found in 2 sentences read for damage that shows by itself."
    )
    assert headline(replace(alone, basis=Basis.COVERAGE, consulted=many_copies.covered().consulted)) == (
        "No original at hand: nothing was found in 2 sentences held against 3 other articles on the event."
    )


PROMISES = re.compile(
    r"\b(?:sound|faithful\w*|safe|correct\w*|intact|undamaged|reliable|flawless|accurate\w*|true|fine|clean|trust\w*"
    r"|keeps? the meaning|says? what|no errors?|(?:do|does) not contradict|machine translated|\d+\s%)",
    re.IGNORECASE,
)


def verdicts() -> Iterator[str]:
    """What is said at the top of a page, for whatever was found, in every category, by every kind of audit."""
    failed = Failure("detector", "number-changed", "ValueError: no")
    for basis, kind, severity in product(Basis, RelationKind, (None, *Severity)):
        for category, failures, suppressed, group in product(Category, ((), (failed,)), (False, True), (None, "x")):
            edit = sample.Edit("calm", "quiet", "x", severity, category, group=group)
            bit = sample.Bit(("It was calm.",), ("It was quiet.",), (edit,) if severity else ())
            made = sample.audit((bit, bit))
            findings = tuple(replace(f, suppression=gate_sample.HOUSE if suppressed else None) for f in made.findings)
            relation = replace(made.relation, kind=kind)
            made = replace(made, basis=basis, relation=relation, failures=failures, findings=findings)
            if basis is not Basis.PAIR:
                made = replace(made, original=None, comparison=None, verdicts=())
            yield headline(made)
            yield from seen(made)
            yield judged_by(made)


def test_no_verdict_promises_anything() -> None:
    told = set(verdicts())
    assert len(told) > 100
    assert [sentence for sentence in told if PROMISES.search(sentence)] == []


@pytest.mark.parametrize("made", [sample.audit(), sample.lone(), many_copies.covered()])
@pytest.mark.parametrize("found", [False, True])
def test_what_could_not_be_checked_is_told_before_what_was_found(made: Audit, found: bool) -> None:
    broken = (Failure("detector", "number-changed", "it stopped"), Failure("dictionary", made.copy.id, "unreadable"))
    told = headline(replace(made, failures=broken, findings=made.findings if found else ()))
    first, rest = told.split("; and 1 other failure. ", 1)
    cost = "the check “number-changed” could not look at this article; all other checks did"
    assert first == f"Not everything could be checked: {cost}"
    assert rest == headline(made) if found else rest.lower().endswith("nothing was found in what could be checked.")
    told = headline(replace(made, failures=broken[1:]))
    assert told.startswith("Not everything could be checked: dictionary: unreadable. ")


def test_a_group_is_told_by_its_worst_place_and_counted_once() -> None:
    def bit(number: int, severity: Severity) -> sample.Bit:
        edit = sample.Edit(f"Ferry {number}", f"Barge {number}", "name-translated", severity, Category.NAME, group="x")
        return sample.Bit((f"Ferry {number} left.",), (f"Barge {number} left.",), (edit,))

    severities = [Severity.MINOR, Severity.MAJOR, Severity.CRITICAL, Severity.CRITICAL, Severity.MINOR]
    made = sample.audit(tuple(bit(n, severity) for n, severity in enumerate(severities)))
    surer = tuple(replace(f, confidence=0.99) if f.id == "f4" else f for f in made.findings)
    made = replace(made, findings=surer)
    (card,) = audit_view(made, "a").cards
    assert (card.message, card.severity, card.lead.after) == ("“Ferry 3” became “Barge 3”.", "critical", "Barge 3")
    assert [place.after for place in card.places] == [f"Barge {n}" for n in range(5)]
    view = audit_view(made, "a")
    assert [(count.severity, count.number) for count in view.counts] == [("critical", 1)]
    assert [(count.severity, count.number) for count in view.marked.severities] == [
        ("critical", 2), ("major", 1), ("minor", 2),
    ]  # fmt: skip
    assert headline(made) == "This copy misleads its readers: a name changed."
    assert "■ 1 critical" in Terminal()(ungated(sample.only(made)))
    (row,) = (line for line in Markdown()(ungated(sample.only(made))).splitlines() if line.startswith("| ■"))
    assert "7:1, 1:1, 3:1, 5:1, 9:1 | Ferry 3 | Barge 3 |" in row
    gate = Text()(gate_sample.ruled(sample.only(made)))
    assert "  7:1 critical name-translated: “Ferry 3” became “Barge 3”." in gate
    assert "also at   5:1, 3:1" not in gate
    assert "also at   3:1, 5:1" in gate
    assert "1 copy checked: 1 error in 3 places (1 critical)" in gate


@pytest.mark.parametrize(("confidence", "word"), [(0.95, "sure"), (0.8, "likely"), (0.5, "unsure")])
def test_a_confidence_that_nobody_measured_is_told_in_a_word(confidence: float, word: str) -> None:
    assert sureness(confidence) == word
