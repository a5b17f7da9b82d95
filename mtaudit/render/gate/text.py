"""What the gate found, for a person at a terminal: grouped by copy, the two phrases, a caret line under the words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.mqm import RANKED, Severity
from mtaudit.records import Audit, Document, Span, Suppression
from mtaudit.render.gate.places import Anchors, place
from mtaudit.render.reading.text import one_line, visible
from mtaudit.render.reading.verdict import counted, fidelity, judged_by, suppressed
from mtaudit.rulings import Checked, Excess, Level, Ruling, Standing

LEAST = 40
"""Characters to which lines are not cut further, however narrow the terminal."""

_ANSI = {Severity.CRITICAL: "1;31", Severity.MAJOR: "33", Severity.MINOR: "36", Severity.NEUTRAL: "2"}
_INDENT = 6
_LABEL = 10  # "original  "


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Errors in full, what is less grave as a count; nothing at all where there is nothing to say.

    Attributes:
        width: Characters per line.
        wrap: Whether to break messages that are longer; excerpts are always cut to the width.
        colour: Whether to use ANSI escapes.
        verbose: Whether to show also what is less grave, known or suppressed, and the fingerprint of each.
    """

    width: int = 100
    wrap: bool = False
    colour: bool = False
    verbose: bool = False

    def __call__(self, checked: Checked) -> str:
        """The whole of it."""
        lines = [line for number, ruled in enumerate(checked.ruled()) for line in self._copy(checked, number, *ruled)]
        lines += self._orphans(checked)
        lines += self._ratchet(checked)
        lines += self._fixed(checked)
        lines += self._suppressions(checked)
        lines += self._summary(checked, quiet=not lines)
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def _copy(self, checked: Checked, number: int, audit: Audit, rulings: tuple[Ruling, ...]) -> Iterator[str]:
        short = checked.shortfall(number)
        shown = [r for r in rulings if self.verbose or r.level is Level.ERROR]
        if not shown and not short:
            return
        said = [f"copy of {_name(audit.original)}" if audit.original else f"no original, {judged_by(audit)}"]
        value = fidelity(audit)
        said += [f"fidelity {value:.1f}"] if value is not None else []
        yield f"{self._styled(_name(audit.copy), '1')} {self._styled('(' + ', '.join(said) + ')', '2')}"
        if short:
            yield self._styled(f"  fidelity {short.fidelity:.1f} is below {short.least:g}", "31")
        anchors = Anchors(audit)
        for ruling in sorted(shown, key=lambda r: _position(anchors.of(r.finding))):
            yield from self._finding(audit, anchors, ruling)
        yield ""

    def _finding(self, audit: Audit, anchors: Anchors, ruling: Ruling) -> Iterator[str]:
        finding = ruling.finding
        at = anchors.of(finding)
        where = "–"
        if at:
            there = place(audit.copy, at)
            where = f"{there.line}:{there.column}"
        yield from self._head(where, ruling)
        if finding.original and audit.original:
            yield from self._excerpt("original", audit.original, finding.original, carets=finding.copy is None)
        if finding.copy:
            yield from self._excerpt("copy", audit.copy, finding.copy, carets=True)

    def _head(self, where: str, ruling: Ruling) -> Iterator[str]:
        """Where, how grave, and what; why it is no error."""
        finding = ruling.finding
        aside = " (in the baseline)" if ruling.standing is Standing.KNOWN else ""
        aside = f" ({suppressed(ruling.suppression)})" if ruling.suppression else aside
        aside += f" [{finding.fingerprint}]" if self.verbose else ""
        told = f"{finding.detector}: {one_line(finding.message)}{aside}"
        lead = f"  {where} {finding.severity} "
        styled = f"  {where} {self._styled(finding.severity, _ANSI[finding.severity])} "
        if not self.wrap:
            yield styled + told
            return
        lines = textwrap.wrap(
            told,
            max(LEAST, self.width),
            initial_indent=lead,
            subsequent_indent=" " * _INDENT,
            break_long_words=False,
            break_on_hyphens=False,
        )
        yield styled + lines[0][len(lead) :]
        yield from lines[1:]

    def _excerpt(self, label: str, document: Document, span: Span, *, carets: bool) -> Iterator[str]:
        """The words in their line, cut to the width around them, and the line of carets."""
        from rich.cells import cell_len

        room = max(LEAST, self.width - _INDENT - _LABEL)
        before, words, behind = _cut(document.text, span, room)
        lead = " " * _INDENT + f"{label:<{_LABEL}}"
        yield f"{self._styled(lead, '2')}{before}{self._styled(words, '1') if carets else words}{behind}"
        if carets:
            yield f"{' ' * (len(lead) + cell_len(before))}{self._styled('^' * max(1, cell_len(words)), '31')}"

    def _orphans(self, checked: Checked) -> Iterator[str]:
        style = "31" if checked.orphans_fail else "2"
        for document in checked.run.unmatched:
            yield f"{self._styled(_name(document), '1')} {self._styled('(a copy of none of the originals)', style)}"

    def _ratchet(self, checked: Checked) -> Iterator[str]:
        for excess in checked.excesses:
            yield self._styled(f"ratchet: {exceeded(excess)}", "31")

    def _fixed(self, checked: Checked) -> Iterator[str]:
        if checked.fixed:
            be = "is" if len(checked.fixed) == 1 else "are"
            yield f"{counted(len(checked.fixed), 'finding')} of the baseline {be} fixed; --prune drops what is fixed"
        for entry in checked.fixed if self.verbose else ():
            phrases = " → ".join(f"“{one_line(p)}”" for p in (entry.original, entry.copy) if p)
            yield self._styled(f"  {one_line(entry.document)}: {entry.severity} {entry.detector}: {phrases}", "2")

    def _suppressions(self, checked: Checked) -> Iterator[str]:
        for what, those in (("has expired", checked.expired), ("suppresses nothing", checked.unused)):
            for suppression in those:
                yield f"{_origin(suppression)} {what} ({one_line(suppression.reason)})"

    def _summary(self, checked: Checked, *, quiet: bool) -> Iterator[str]:
        """The counts; nothing where all is well and nobody asked for more."""
        told = checked.told()
        errors = checked.count(Level.ERROR)
        warnings = checked.count(Level.WARNING)
        known = sum(r.standing is Standing.KNOWN for rulings in checked.rulings for r in rulings)
        silenced = sum(r.suppression is not None for rulings in checked.rulings for r in rulings)
        if quiet and not warnings and not self.verbose:
            return
        parts = [f"{counted(errors, 'error')}" + (f" ({_severities(checked, Level.ERROR)})" if errors else "")]
        if warnings:
            hint = "" if self.verbose else ", --verbose shows them"
            parts.append(f"{warnings} less grave ({_severities(checked, Level.WARNING)}{hint})")
        parts += [f"{known} in the baseline"] if known else []
        parts += [f"{silenced} suppressed"] if silenced else []
        names = {audit.copy.id for audit in checked.run.audits} | {document.id for document in checked.run.unmatched}
        copies = counted(len(names), "copy", "copies")
        yield self._styled(f"{copies} checked: {'; '.join(parts)}", "1" if told or errors else "2")

    def _styled(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def exceeded(excess: Excess) -> str:
    """What an outlet has too many of."""
    outlet = one_line(excess.outlet) or "copies without an outlet"
    grave = "" if excess.severity is Severity.CRITICAL else " or graver"
    return f"{outlet}: {excess.found} {excess.severity}{grave}, the baseline has {excess.allowed}"


def _cut(text: str, span: Span, room: int) -> tuple[str, str, str]:
    """The words and what stands before and behind them in their line, as much as there is room for."""
    breaks = "\r\n"
    words = _flat(span.of(text))
    if len(words) > room - 2:
        words = words[: room - 3] + "…"
    spare = room - len(words)
    start = max((text.rfind(mark, max(0, span.start - spare), span.start) for mark in breaks), default=-1) + 1
    start = max(start, span.start - spare)
    ends = [at for mark in breaks if (at := text.find(mark, span.end, span.end + spare)) >= 0]
    end = min([*ends, span.end + spare, len(text)])
    before, behind = _flat(text[start : span.start]).lstrip(), _flat(text[span.end : end]).rstrip()
    ahead = min(len(before), max(spare // 2, spare - len(behind)))
    after = min(len(behind), spare - ahead)
    if ahead < len(before) or (start and text[start - 1] not in breaks):
        before = "…" + before[len(before) - ahead + 1 :] if ahead else ""
    if after < len(behind) or (end < len(text) and text[end] not in breaks):
        behind = behind[: max(0, after - 1)] + "…" if after else ""
    return before, words, behind


def _flat(text: str) -> str:
    """Visible, every white space a space."""
    return "".join(" " if c.isspace() else visible(c) for c in text)


def _severities(checked: Checked, level: Level) -> str:
    found = [r.finding.severity for rulings in checked.rulings for r in rulings if r.level is level]
    return ", ".join(f"{found.count(s)} {s}" for s in reversed(RANKED) if s in found)


def _position(span: Span | None) -> tuple[int, int]:
    return (span.start, span.end) if span else (-1, -1)


def _name(document: Document) -> str:
    return one_line(document.id)


def _origin(suppression: Suppression) -> str:
    return f"suppression {one_line(suppression.origin)}"
