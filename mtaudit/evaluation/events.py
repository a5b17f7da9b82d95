"""Findings in articles on one event held against gold: recall by kind of error, precision by category.

A gold error is found when a finding of minor or worse overlaps it and is no longer than four times its span plus forty
characters. A finding is right when it so fits a gold error of its article, of whatever kind; a minor one on a tolerated
span is right too. A harmless span is left alone unless a finding of major or worse lies on it and on no gold error. An
article without errors is sound, and kept so unless a finding of major or worse lies in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from mtaudit.errors import InputError
from mtaudit.evaluation.tally import Tally
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Finding
from mtaudit.records.packing import decoded

Cover = Callable[[Sequence[Path], Sequence[Path]], Iterable[Audit]]
"""Audits the articles of the first files, without originals, with the second ones as primary documents."""

OF = {
    "quotations": (Category.QUOTATION,),
    "terms": (Category.TERM,),
    "names": (Category.NAME,),
    "figures": (Category.NUMBER,),
    "dates": (Category.DATE_TIME,),
    "pronouns": (Category.PRONOUN,),
    "roles": (Category.MISTRANSLATION, Category.ATTRIBUTION, Category.MODALITY),
    "typography": (Category.TYPOGRAPHY,),
    "fluency": (Category.FLUENCY,),
    "residue": (Category.RESIDUE,),
}
"""What figures call a kind of error, which begins alike, and the categories of findings by which precision is told."""


class GoldArticle(msgspec.Struct, frozen=True):
    """An article of an event; `copies` names the one that it is a near copy of."""

    primary: bool
    outlet: str | None = None
    copies: str | None = None


class Marked(msgspec.Struct, frozen=True):
    """A range of code points in an article."""

    article: str
    start: int
    end: int


class GoldError(Marked, frozen=True):
    """An error that a person marked."""

    kind: str
    category: Category
    severity: Severity


class Gold(msgspec.Struct, frozen=True):
    """What a person found in the articles, which are named by their files beside the gold file."""

    articles: dict[str, GoldArticle]
    errors: list[GoldError]
    harmless: list[Marked]
    tolerated: list[Marked]


class _Placed(Protocol):
    """What has a range of code points."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def event(path: Path, cover: Cover) -> Tally:
    """The counts of one event; raises InputError where its gold cannot be read."""
    try:
        gold = decoded(path.read_bytes(), Gold)
        _check(gold)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {error}") from None
    files = {primary: [n for n, a in gold.articles.items() if a.primary is primary] for primary in (False, True)}
    audits = cover(*([path.parent / name for name in files[primary]] for primary in (False, True)))
    found = {Path(audit.copy.path or "").name: audit.findings for audit in audits}
    counts: Counter[str] = Counter()
    for name in files[False]:
        _count(gold, name, [f for f in found.get(name, ()) if f.severity.rank >= Severity.MINOR.rank], counts)
    return Tally(counts)


def _check(gold: Gold) -> None:
    """Raises ValueError for an error of a kind, or a span of an article, that is not known."""
    for error in gold.errors:
        if not error.kind or not any(key.startswith(error.kind) for key in OF):
            raise ValueError(f"an error of the kind '{error.kind}'; known are the beginnings of {', '.join(OF)}")
    for marked in (*gold.errors, *gold.harmless, *gold.tolerated):
        if marked.article not in gold.articles:
            raise ValueError(f"a span of the article '{marked.article}'; it names {', '.join(gold.articles) or 'none'}")


def _count(gold: Gold, name: str, findings: Sequence[Finding], counts: Counter[str]) -> None:
    """Adds what was found in one article, and what not."""
    errors = [e for e in gold.errors if e.article == name]
    tolerated = [t for t in gold.tolerated if t.article == name]
    grave = [f for f in findings if f.severity.rank >= Severity.MAJOR.rank]
    for error in errors:
        key = next(key for key in OF if key.startswith(error.kind))
        counts[f"gold {key}"] += 1
        counts[f"found {key}"] += any(_fits(f, error) for f in findings)
    for finding in findings:
        lenient = finding.severity is Severity.MINOR and any(_overlap(finding, t) for t in tolerated)
        right = lenient or any(_fits(finding, e) for e in errors)
        for key in ("all", *(key for key, categories in OF.items() if finding.category in categories)):
            counts[f"judged {key}"] += 1
            counts[f"right {key}"] += right
    for edit in gold.harmless:
        if edit.article == name:
            hit = [f for f in grave if _overlap(f, edit) and not any(_overlap(f, e) for e in errors)]
            counts["harmless"] += 1
            counts["left alone"] += not hit
    if not errors:
        counts["sound"] += 1
        counts["kept sound"] += not grave


def _overlap(finding: Finding, marked: _Placed) -> bool:
    return finding.copy is not None and finding.copy.start < marked.end and marked.start < finding.copy.end


def _fits(finding: Finding, error: _Placed) -> bool:
    if finding.copy is None or not _overlap(finding, error):
        return False
    return finding.copy.end - finding.copy.start <= 4 * (error.end - error.start) + 40


def figures(total: Tally) -> dict[str, float]:
    """Every figure of the events that a floor can hold, by name, between 0 and 1."""
    found = {"precision": total.share("right all", "judged all")}
    for key in OF:
        if total.counts[f"gold {key}"]:
            found[f"{key}-recall"] = total.share(f"found {key}", f"gold {key}")
            found[f"{key}-precision"] = total.share(f"right {key}", f"judged {key}")
    return {**found, "harmless": total.share("left alone", "harmless"), "sound": total.share("kept sound", "sound")}


def lines(events: Mapping[str, Tally]) -> list[str]:
    """A row per event and kind of error: how many were found, and how many findings of that kind are right."""
    rows = [f"{'event':20} {'found':>9} {'right':>9} {'harmless':>9} {'sound':>7}"]
    total = Tally.of(events.values())
    for name, tally in (*sorted(events.items()), ("all", total)):
        found, gold = (sum(tally.counts[f"{what} {key}"] for key in OF) for what in ("found", "gold"))
        rows.append(
            f"{name:20} {f'{found}/{gold}':>9} {_of(tally, 'right all', 'judged all'):>9} "
            f"{_of(tally, 'left alone', 'harmless'):>9} {_of(tally, 'kept sound', 'sound'):>7}"
        )
    rows.append("")
    for key in OF:
        if total.counts[f"gold {key}"]:
            right = _of(total, f"right {key}", f"judged {key}")
            rows.append(f"{key:20} {_of(total, f'found {key}', f'gold {key}'):>9} {right:>9}")
    return rows


def _of(tally: Tally, part: str, whole: str) -> str:
    return f"{tally.counts[part]}/{tally.counts[whole]}"
