"""What a run's page is made of: lines, plots, the sentence above them, and the interval of a fidelity."""

from __future__ import annotations

from dataclasses import replace

import many_copies
import pytest
import test_render_sample as sample

from mtaudit.metrics.fidelity import Fidelity
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Run
from mtaudit.render.html import page
from mtaudit.render.html.lines import CopyLine, copy_line
from mtaudit.render.html.overview import RunView, run_view
from mtaudit.render.html.plots import plots
from mtaudit.render.reading.verdict import fidelity, headline, interval, worst_finding

NOTHING = Run((), (), (), "s")


def view(*lines: CopyLine) -> RunView:
    return run_view(lines, NOTHING)


def line(*counts: int, outlet: str = "", value: float | None = None) -> CopyLine:
    made = copy_line(sample.lone(), "x")
    return replace(made, counts=(*counts, *[0] * (4 - len(counts))), outlet=outlet, fidelity=value)


def weighing(severity: Severity, sentences: int = 20, damaged: int = 5) -> Audit:
    """A copy of so many like sentences, some of which have a finding of this severity, with its true fidelity."""
    edits = (sample.Edit("old", "new", "x", severity),)
    made = sample.audit(
        tuple(
            sample.Bit(
                (f"Line {n} is the old one.",),
                (f"Line {n} is the {'new' if n < damaged else 'old'} one.",),
                edits if n < damaged else (),
            )
            for n in range(sentences)
        )
    )
    assert made.comparison
    return replace(made, scores=(Fidelity()(made.comparison, made.findings),))


# --- the interval


def test_the_interval_lies_around_the_fidelity_and_is_always_the_same() -> None:
    made = weighing(Severity.MAJOR)
    value, ends = fidelity(made), interval(made)
    assert value
    assert ends
    assert 0 < ends[0] < value < ends[1] < 100
    assert interval(made) == ends


def test_the_interval_is_that_of_the_draws_by_hand() -> None:
    """Each of n like sentences is damaged with probability p: the ends are those of a binomial, which is known."""
    made = weighing(Severity.MINOR, sentences=40, damaged=10)
    ends = interval(made)
    assert ends
    spread = 100 * (40 * 0.25 * 0.75) ** 0.5 / (6 * 40)
    assert ends[0] == pytest.approx(100 - 1000 / 240 - 1.96 * spread, abs=0.35)
    assert ends[1] == pytest.approx(100 - 1000 / 240 + 1.96 * spread, abs=0.35)


def test_more_text_of_the_same_kind_makes_it_narrower() -> None:
    short, long = interval(weighing(Severity.MAJOR, 12, 3)), interval(weighing(Severity.MAJOR, 120, 30))
    assert short
    assert long
    assert long[1] - long[0] < (short[1] - short[0]) / 2


@pytest.mark.parametrize(
    "made",
    [
        sample.lone(),
        weighing(Severity.NEUTRAL),
        weighing(Severity.MAJOR, 4, 1),
        weighing(Severity.MAJOR, damaged=0),
    ],
    ids=["no original", "nothing weighs", "few sentences", "no findings"],
)
def test_there_is_none_where_it_would_say_nothing(made: Audit) -> None:
    assert interval(made) is None


def test_what_is_kept_without_its_comparison_keeps_its_interval() -> None:
    made = weighing(Severity.MAJOR)
    assert interval(replace(made, comparison=None, verdicts=())) == interval(made) is not None


def test_a_ruined_copy_has_an_interval_too() -> None:
    ends = interval(weighing(Severity.CRITICAL, 20, 15))
    assert ends
    assert ends[0] == 0


# --- the sentence


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((), "No copy was audited."),
        ((line(1),), "The copy misleads its readers."),
        ((line(1), line(2)), "Both copies mislead their readers."),
        ((line(0, 0, 3),) * 3, "All 3 copies have no grave finding."),
        (
            (line(1), line(0, 1), line()),
            "1 of 3 copies misleads its readers, 1 has major findings, 1 has no grave finding.",
        ),
    ],
)
def test_the_run_is_told_in_a_sentence(lines: tuple[CopyLine, ...], told: str) -> None:
    assert view(*lines).headline == told


def test_lines_stand_gravest_first_and_in_parts() -> None:
    lines = [line(0, 2), line(1), line(1, 1), line()]
    made = run_view(lines, NOTHING, batch=3)
    assert [[c.counts[:2] for c in batch] for batch in made.batches] == [[(1, 1), (1, 0), (0, 2)], [(0, 0)]]


def test_a_copy_audited_another_way_is_not_told_as_unmatched() -> None:
    run = many_copies.run()
    made = run_view([copy_line(audit, "x") for audit in run.audits], run)
    assert [article.title for article in made.unmatched] == ["Gone without a trace"]
    assert "3 copies without an original" in made.summary
    alone = Run((sample.lone(),), (sample.lone().copy,), (), "s")
    assert "Audit of 1 copy" not in page(alone), "it is the page of its one audit"


def test_filters_that_leave_all_are_not_offered() -> None:
    filters = view(line(1, outlet="A"), line(1, outlet="A")).filters
    assert filters.outlets + filters.worst + filters.bases + filters.relations == ()
    assert [choice.name for choice in view(line(1, outlet="B"), line(outlet="A")).filters.outlets] == ["A", "B"]


# --- the plots


def test_the_distribution_counts_every_copy_once() -> None:
    spread = plots([line(value=v) for v in (0.0, 9.99, 10.0, 99.9, 100.0)]).spread
    assert spread
    assert [b.number for b in spread.bins] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    assert max(b.height for b in spread.bins) == 100
    assert plots([line(value=50.0), line()]).spread is None


def test_outlets_stand_with_the_least_faithful_first() -> None:
    lines = [
        line(1, outlet="A", value=90.0),
        line(outlet="A", value=70.0),
        line(outlet="B", value=60.0),
        line(outlet="C"),
    ]
    bars = plots(lines).outlets
    assert [(b.name, b.copies, b.critical, b.low, b.median, b.high) for b in bars] == [
        ("B", 1, 0, 60.0, 60.0, 60.0), ("A", 2, 1, 70.0, 80.0, 90.0)
    ]  # fmt: skip
    many = plots([line(outlet=str(n), value=50.0) for n in range(14)])
    assert (len(many.outlets), len(many.more)) == (10, 4)


def test_categories_are_bars_of_their_severities() -> None:
    first, second = plots([copy_line(sample.audit(), "x")]).categories[:2]
    assert (first.category, first.counts, first.total) == (Category.NAME, (1, 0, 0, 0), 1)
    assert [(p.severity, p.start, p.width) for p in first.parts] == [
        ("critical", 0.0, 50.0),
    ]
    assert second.category == Category.NUMBER


# --- what is suppressed


def test_what_is_suppressed_is_neither_told_nor_counted() -> None:
    made = many_copies.covered()
    told = copy_line(made, "x")
    assert (told.counts, told.suppressed) == ((1, 0, 0, 0), 1)
    silent = replace(made, findings=made.findings[1:])
    assert headline(silent) == "Nothing is left to judge: the only finding was suppressed."
    assert worst_finding(silent) is None
    assert copy_line(silent, "x").worst == ""


def test_ten_thousand_copies_take_less_than_5_mb() -> None:
    assert len(many_copies.page_of(10_000).encode()) < 5_000_000
