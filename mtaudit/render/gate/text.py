"""What the gate found, for a person at a terminal: grouped by copy, the two phrases, a caret line under the words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from mtaudit.mqm import RANKED, Severity
from mtaudit.records import Audit, Document, Finding, Span, Suppression
from mtaudit.records.rulings import Checked, Excess, Level, Ruling, Standing
from mtaudit.render.gate.places import place
from mtaudit.render.reading.remarks import orphan
from mtaudit.render.reading.text import one_line, visible
from mtaudit.render.reading.verdict import basis, counted, fidelity, grouped, leaders, suppressed, worst
from mtaudit.render.reading.witnesses import Statement, statements

LEAST = 40
"""Characters to which lines are not cut further, however narrow the terminal."""

ORPHANS = 3
"""Copies without an original that are named where they do no harm; more are counted."""

PLACES = 8
"""Other places of a group that are named; more are counted."""

WITNESSES = 2
"""Articles that contradict the copy which are quoted; --verbose quotes all."""

_LONGEST_NAME = 24
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
        pruned: Whether what is fixed is dropped from the baseline, so that nobody needs be told how.
    """

    width: int = 100
    wrap: bool = False
    colour: bool = False
    verbose: bool = False
    pruned: bool = False

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
        doubt = audit.relation.doubt
        if not shown and not short and not doubt:
            return
        said, value = [basis(audit)], fidelity(audit)
        said += [f"fidelity {value:.1f}"] if value is not None else []
        yield f"{self._styled(_name(audit.copy), '1')} {self._styled('(' + ', '.join(said) + ')', '2')}"
        if doubt:
            yield f"  {one_line(doubt)}"
        if short:
            yield self._styled(f"  fidelity {short.fidelity:.1f} is below {short.least:g}", "31")
        ordered = {r.finding.id: r for r in sorted(shown, key=lambda r: _position(r.finding.at))}
        for group in grouped(ruling.finding for ruling in ordered.values()):
            lead = worst(group)
            yield from self._finding(audit, ordered[lead.id])
            yield from self._also(audit, [ordered[finding.id] for finding in group if finding is not lead])
        yield ""

    def _finding(self, audit: Audit, ruling: Ruling) -> Iterator[str]:
        finding = ruling.finding
        yield from self._head(_where(audit, ruling), ruling)
        if finding.original and audit.original:
            yield from self._excerpt("original", audit.original, finding.original, carets=finding.copy is None)
        if finding.copy:
            yield from self._excerpt("copy", audit.copy, finding.copy, carets=True)
        against = [statement for statement in statements(finding) if statement.contradicts and statement.words]
        for statement in against if self.verbose else against[:WITNESSES]:
            yield self._witness(statement)

    def _also(self, audit: Audit, others: list[Ruling]) -> Iterator[str]:
        """The other places of a group, which is told once, by its worst."""
        if self.verbose:
            for ruling in others:
                yield from self._head(_where(audit, ruling), ruling)
            return
        if others:
            places = [_where(audit, ruling) for ruling in others[:PLACES]]
            more = f" and {len(others) - PLACES} more" if len(others) > PLACES else ""
            yield self._styled(f"{' ' * _INDENT}{'also at':<{_LABEL}}{', '.join(places)}{more}", "2")

    def _witness(self, statement: Statement) -> str:
        """Who says otherwise, and in which words."""
        cut = len(statement.outlet) > _LONGEST_NAME
        who = f"{statement.outlet[: _LONGEST_NAME - 1]}…" if cut else statement.outlet
        lead = " " * _INDENT + f"{'witness':<{_LABEL}}"
        room = max(LEAST, self.width - _INDENT - _LABEL - len(who) - 2)
        span = Span(len(statement.before), len(statement.before) + len(statement.words))
        told = "".join(_cut(f"{statement.before}{statement.words}{statement.after}", span, room))
        return f"{self._styled(lead, '2')}{who}: {told}"

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
        """All of them by name where they matter; else those that are many are only counted, as feeds have many."""
        lone = checked.run.unmatched
        if len(lone) > ORPHANS and not (checked.orphans_fail or self.verbose):
            told = f"{counted(len(lone), 'copy', 'copies')} of none of the originals; --verbose names them"
            yield self._styled(told, "2")
            return
        style = "31" if checked.orphans_fail else "2"
        for document in lone:
            yield f"{self._styled(_name(document), '1')} {self._styled(f'({orphan(document)})', style)}"

    def _ratchet(self, checked: Checked) -> Iterator[str]:
        for excess in checked.excesses:
            yield self._styled(f"ratchet: {exceeded(excess)}", "31")

    def _fixed(self, checked: Checked) -> Iterator[str]:
        if checked.fixed:
            be = "is" if len(checked.fixed) == 1 else "are"
            hint = "" if self.pruned else "; --prune drops what is fixed"
            yield f"{counted(len(checked.fixed), 'finding')} of the baseline {be} fixed{hint}"
        for entry in checked.fixed if self.verbose else ():
            phrases = " → ".join(f"“{one_line(p)}”" for p in (entry.original, entry.copy) if p)
            yield self._styled(f"  {one_line(entry.document)}: {entry.severity} {entry.detector}: {phrases}", "2")

    def _suppressions(self, checked: Checked) -> Iterator[str]:
        for suppression in checked.expired:
            yield f"{_origin(suppression)} expired on {suppression.expires} ({one_line(suppression.reason)})"
        for suppression in checked.unused:
            yield f"{_origin(suppression)} suppresses nothing ({one_line(suppression.reason)})"

    def _summary(self, checked: Checked, *, quiet: bool) -> Iterator[str]:
        """The counts; nothing where all is well and nobody asked for more."""
        told = checked.told()
        errors = checked.count(Level.ERROR)
        warnings = len(once(checked, Level.WARNING))
        known = sum(r.standing is Standing.KNOWN for rulings in checked.rulings for r in rulings)
        silenced = sum(r.suppression is not None for rulings in checked.rulings for r in rulings)
        if quiet and not warnings and not self.verbose:
            return
        broken = sum(1 for _ in checked.failures())
        parts = [f"{broken} not read or judged"] if broken else []
        parts.append(
            numbered(checked, Level.ERROR, "error", "errors")
            + (f" ({_severities(checked, Level.ERROR)})" if errors else "")
        )
        if warnings:
            hint = "" if self.verbose else f", --verbose shows {'it' if warnings == 1 else 'them'}"
            less = numbered(checked, Level.WARNING, "less grave", "less grave")
            parts.append(f"{less} ({_severities(checked, Level.WARNING)}{hint})")
        parts += [f"{counted(len(checked.shortfalls), 'fidelity', 'fidelities')} too low"] if checked.shortfalls else []
        parts += ["more findings than the ratchet allows"] if checked.excesses else []
        parts += [f"{known} in the baseline"] if known else []
        parts += [f"{silenced} suppressed"] if silenced else []
        copies = counted(checked.copies, "copy", "copies")
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
    found = [finding.severity for finding in once(checked, level)]
    return ", ".join(f"{found.count(s)} {s}" for s in reversed(RANKED) if s in found)


def _where(audit: Audit, ruling: Ruling) -> str:
    if not ruling.finding.at:
        return "–"
    there = place(audit.copy, ruling.finding.at)
    return f"{there.line}:{there.column}"


def once(checked: Checked, level: Level) -> tuple[Finding, ...]:
    """What is told as an error or as a warning: each group of a copy by its worst, whose level counts."""
    told: list[Finding] = []
    for rulings in checked.rulings:
        levels = {r.finding.id: r.level for r in rulings if r.level is not Level.NOTE}
        lead = leaders(r.finding for r in rulings if r.finding.id in levels)
        told += [finding for finding in lead if levels[finding.id] is level]
    return tuple(told)


def numbered(checked: Checked, level: Level, one: str, many: str) -> str:
    """How many findings there are of this level, and at how many places where groups have several."""
    number, places = len(once(checked, level)), checked.count(level)
    return f"{counted(number, one, many)}{f' in {places} places' if 0 < number < places else ''}"


def _position(span: Span | None) -> tuple[int, int]:
    return (span.start, span.end) if span else (-1, -1)


def _name(document: Document) -> str:
    return one_line(document.id)


def _origin(suppression: Suppression) -> str:
    return f"suppression {one_line(suppression.origin)}"
