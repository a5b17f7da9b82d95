"""The terminal view: what was found, passage by passage, original beside copy."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import groupby
from typing import TYPE_CHECKING

from mtaudit.mqm import Severity
from mtaudit.records import Audit, Basis, Document, Failure, RelationKind, Run
from mtaudit.records.rulings import Checked
from mtaudit.render.reading import failing
from mtaudit.render.reading.marks import Line, Note, Piece
from mtaudit.render.reading.names import names
from mtaudit.render.reading.passages import Correspondence, Passage, passages
from mtaudit.render.reading.remarks import languages, remarks
from mtaudit.render.reading.text import one_line
from mtaudit.render.reading.verdict import (
    LIMITS,
    RELATION,
    SIGN,
    counted,
    differences,
    fidelity,
    headline,
    interval,
    route,
    score_lines,
    seen,
    suppressed,
    tally,
    unaudited,
    unsuppressed,
    worst_severity,
)
from mtaudit.render.reading.witnesses import Statement, agreement, shown_name, statements

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_SEEN = 3  # kinds of damage that are told above the passages
_COLUMNS_FROM = 80  # columns narrower than 38 characters break news prose into ribbons
_STYLE = {
    Severity.CRITICAL: "bold underline red",
    Severity.MAJOR: "underline yellow",
    Severity.MINOR: "underline cyan",
    Severity.NEUTRAL: "underline",
}
_RAISED = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_SHORT = {
    Correspondence.OMITTED: "left out of the copy",
    Correspondence.ADDED: "not in the original",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """Every passage with findings, its findings beneath it; the rest is counted, not shown.

    Words of a finding are underlined in the colour of its severity, or stand in [brackets] without
    colour; the raised number leads to the finding. ▸ marks where words are missing.

    Attributes:
        width: Characters per line; original and copy stand side by side from 80.
        colour: Whether to use ANSI escapes. NO_COLOR in the environment (no-color.org) overrules it.
    """

    width: int = 100
    colour: bool = False

    def __call__(self, checked: Checked) -> str:
        """The whole view."""
        from rich.console import Console, Group

        colour = self.colour and not os.environ.get("NO_COLOR")
        console = Console(
            file=StringIO(),
            width=self.width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            highlight=False,
            legacy_windows=False,
            _environ={},
        )
        with console.capture() as captured:
            console.print(Group(*self._blocks(checked.run, colour)))
        return "\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n"

    def _blocks(self, run: Run, colour: bool) -> Iterator[RenderableType]:
        short = names(audit.copy.id for audit in run.audits)
        for audit in run.audits:
            yield from _header(audit, short[audit.copy.id])
            yield from self._body(audit, colour)
            yield from _scores(audit)
            yield from _failures(audit.failures, audit.copy)
        yield from _unmatched(unaudited(run))
        yield from _failures(run.failures)

    def _body(self, audit: Audit, colour: bool) -> Iterator[RenderableType]:
        for told, stretch in groupby(passages(audit), key=_is_told):
            if not told:
                yield from _collapsed(list(stretch))
                continue
            for passage in stretch:
                yield self._sides(passage, colour)
                yield _notes(passage.notes)

    def _sides(self, passage: Passage, colour: bool) -> RenderableType:
        from rich.table import Table
        from rich.text import Text

        label = _SHORT.get(passage.kind, "") if passage.kind else ""
        original = _marked(passage.original, colour) if passage.original else Text(f"({label})", "dim")
        copy = _marked(passage.copy, colour) if passage.copy else Text(f"▸ ({label})", "dim")
        if passage.moved:
            copy = Text.assemble(("(moved) ", "dim"), copy)
        grid = Table.grid(padding=(0, 3 if self.width >= _COLUMNS_FROM else 1), expand=True)
        if passage.kind is None:
            grid.add_column(ratio=1)
            grid.add_row(copy)
        elif self.width >= _COLUMNS_FROM:
            grid.add_column(ratio=1)
            grid.add_column(ratio=1)
            grid.add_row(original, copy)
        else:
            grid.add_column(width=8, style="dim")
            grid.add_column(ratio=1)
            grid.add_row("original", original)
            grid.add_row("copy", copy)
        return grid


def _header(audit: Audit, name: str) -> Iterator[RenderableType]:
    from rich.rule import Rule
    from rich.text import Text

    yield Rule(style="dim")
    yield Text.assemble((_name(audit.copy), "bold"), (f"  {one_line(name)}" if audit.copy.title else "", "dim"))
    if audit.original:
        yield Text(f"{_related(audit)} {_name(audit.original)}", "dim")
    yield Text(headline(audit))
    for remark in (languages(audit), *remarks(audit)):
        if remark:
            yield Text(one_line(remark))
    yield from _basis(audit)
    if told := seen(audit):
        yield Text(f"Seen in the text: {'; '.join(told[:_SEEN])}", "dim")
    if audit.pivot:
        yield Text(f"{route(audit)}: {one_line(audit.pivot.evidence[0])}", "dim")
    value, ends = fidelity(audit), interval(audit)
    parts: list[tuple[str, str]] = [] if value is None else [(f"Fidelity {value:.1f}", "bold")]
    parts += [(f"({ends[0]:.0f}–{ends[1]:.0f})", "dim")] if ends else []
    findings = unsuppressed(audit.findings)
    for severity, number in tally(findings).items():
        if number:
            parts.append((f"{SIGN[severity]} {number} {severity}", _STYLE[severity].replace("underline", "")))
    hidden = len(audit.findings) - len(findings)
    parts += [(f"{hidden} suppressed", "dim")] if hidden else []
    if audit.comparison:
        parts.append((differences(audit), "dim"))
    yield Text("  ").join(Text(*part) for part in parts)
    yield Text()


def _related(audit: Audit) -> str:
    copied = audit.relation.kind in (RelationKind.COPY, RelationKind.PARTIAL)
    return f"{RELATION[audit.relation.kind]} {'of' if copied else '· original:'}"


def _basis(audit: Audit) -> Iterator[RenderableType]:
    """What a copy without an original was judged by, and what that can and cannot show."""
    from rich.text import Text

    if audit.basis is Basis.PAIR:
        return
    yield Text(LIMITS[audit.basis], "dim")
    for article in audit.consulted:
        primary = " (primary document)" if article.primary else ""
        name = one_line(article.outlet or shown_name(article.id))
        yield Text(f"  · {name}{primary}{': ' + one_line(article.title) if article.title else ''}", "dim")


def _name(document: Document) -> str:
    outlet = f" ({one_line(document.outlet)})" if document.outlet else ""
    return one_line(document.title or document.id) + outlet


def _is_told(passage: Passage) -> bool:
    return bool(passage.notes) or passage.kind in _SHORT or passage.moved


def _collapsed(stretch: list[Passage]) -> Iterator[RenderableType]:
    from rich.text import Text

    kinds = Counter("same" if p.kind is Correspondence.EQUAL else "alone" if p.kind is None else "" for p in stretch)
    if kinds["alone"]:
        told = f"{counted(kinds['alone'], 'paragraph')} without findings"
    else:
        same = f"{counted(kinds['same'], 'sentence')} the same"
        other = f"{counted(kinds[''], 'sentence')} with harmless differences"
        told = ", ".join(part for part, number in ((same, kinds["same"]), (other, kinds[""])) if number)
    yield Text(f"… {told}", "dim")
    yield Text()


def _marked(lines: Iterable[Line], colour: bool) -> Text:
    from rich.text import Text

    text = Text()
    for line in lines:
        if text:
            text.append(" ")
        before: tuple[Note, ...] = ()
        for piece in line.pieces:
            _append(text, piece, colour, len([n for n in piece.notes if n not in before]))
            before = piece.notes
    return text


def _append(text: Text, piece: Piece, colour: bool, opening: int) -> None:
    """Add the words; without colour in brackets, which nest as the findings do."""
    words = _on_a_line(piece.text)
    if not piece.notes:
        text.append(words, "dim" if piece.harmless else None)
        return
    style = _STYLE[worst_severity(note.finding for note in piece.notes)]
    if not piece.text:
        text.append("▸", style.replace("underline", ""))
    else:
        text.append(words if colour else "[" * opening + words, style)
    for note in piece.ends:
        closing = "]" if piece.text and not colour else ""
        text.append(closing + note.label.translate(_RAISED), "dim")


def _on_a_line(text: str) -> str:
    """One line, with a space kept at either end."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _notes(notes: Iterable[Note]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=2, justify="right")
    grid.add_column(justify="right")
    grid.add_column(ratio=1)
    for note in notes:
        finding = note.finding
        sign = Text(SIGN[finding.severity], _STYLE[finding.severity].replace("underline", ""))
        aside = f"; {suppressed(finding.suppression)}" if finding.suppression else ""
        message = Text.assemble(one_line(finding.message), (f"  {finding.severity}, {finding.detector}{aside}", "dim"))
        grid.add_row(sign, Text(note.label, "dim"), message)
        for told in statements(finding) if note.leads else ():
            grid.add_row("", "", _statement(told))
        if agreed := agreement(finding):
            grid.add_row("", "", Text(f"{agreed.sentence}; confidence {finding.confidence:.0%}", "dim"))
    grid.add_row()
    return grid


def _statement(told: Statement) -> Text:
    """What a witness says, its words in question in bold."""
    from rich.text import Text

    sign = "≠" if told.contradicts else "·"
    primary = " (primary)" if told.primary else ""
    return Text.assemble((f"{sign} {told.outlet}{primary}: ", "dim"), told.before, (told.words, "bold"), told.after)


def _scores(audit: Audit) -> Iterator[RenderableType]:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column()
    grid.add_column(justify="right")
    grid.add_column(style="dim", overflow="fold")
    for score in score_lines(audit):
        grid.add_row(Text(score.metric), Text(score.value), Text(one_line(score.signature)))
    if audit.scores:
        yield grid
        yield Text()


def _unmatched(documents: Iterable[Document]) -> Iterator[RenderableType]:
    from rich.text import Text

    for document in documents:
        yield Text(f"no original: {_name(document)}")


def _failures(failures: Iterable[Failure], copy: Document | None = None) -> Iterator[RenderableType]:
    from rich.text import Text

    for failure in failures:
        yield Text(f"failed: {failing.told(failure, copy)}", "red")
