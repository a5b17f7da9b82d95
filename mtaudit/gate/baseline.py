"""The baseline: the findings that were there when the gate was put up, in a file that is kept with the texts.

A finding is known again by its copy and its fingerprint, so that a baseline outlives inserted paragraphs, other line
breaks and the copy's next revision.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Literal

import msgspec

from mtaudit.errors import InputError
from mtaudit.mqm import RANKED, Category, Severity
from mtaudit.records import Audit, Document, Finding, Run
from mtaudit.records.packing import decoded
from mtaudit.records.rulings import Entry, Excess
from mtaudit.renamed import current

SCHEMA: Literal["mtaudit-baseline/1"] = "mtaudit-baseline/1"

_PART = re.compile(r"(#.*|:\d+)$", re.DOTALL)
"""What stands behind a file's name where it holds several articles: its id there, or its line."""


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry in the file, under the name of its copy."""

    fingerprint: str
    detector: str
    category: Category
    severity: Severity
    outlet: str
    original: str
    copy: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    schema: Literal["mtaudit-baseline/1"]
    findings: dict[str, list[_Kept]]


@dataclass(frozen=True, slots=True)
class Match:
    """What became of a baseline in a run: the entry of each finding, by audit and finding, and what has gone.

    `fixed` are the entries of copies that were judged and have the finding no more, not even graver; `gone` those of
    files that are no longer there.
    """

    known: Mapping[tuple[int, int], Entry]
    fixed: tuple[Entry, ...]
    gone: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries in order, and the folder of their file, from which copies are named.

    `remarks` is what is to be said of the file.
    """

    entries: tuple[Entry, ...]
    folder: Path
    remarks: tuple[str, ...] = ()

    @staticmethod
    def of(run: Run, folder: Path) -> Baseline:
        """All findings of a run that are no mere remark and not suppressed."""
        entries = (
            _entry(finding, audit, folder) for audit in run.audits for finding in audit.findings if _kept(finding)
        )
        return Baseline(tuple(sorted(entries)), folder)

    @staticmethod
    def read(path: Path) -> Baseline:
        """The baseline in a file. Raises InputError where there is none or it is not of this form."""
        try:
            found = decoded(path.read_bytes(), _File)
        except OSError as error:
            hint = "; `mtaudit baseline` makes one" if isinstance(error, FileNotFoundError) else ""
            raise InputError(f"{path}: cannot be read ({error.strerror or error}){hint}") from None
        except ValueError as error:
            raise InputError(f"{path}: is no baseline of mtaudit ({error})") from None
        entries = (
            Entry(name, k.outlet, k.fingerprint, current(k.detector), k.category, k.severity, k.original, k.copy)
            for name, kept in found.findings.items()
            for k in kept
        )
        old = {k.detector for kept in found.findings.values() for k in kept if current(k.detector) != k.detector}
        remarks = tuple(f"{path}: {name} is called {current(name)} now" for name in sorted(old))
        return Baseline(tuple(sorted(entries)), path.parent, remarks)

    def write(self, path: Path) -> None:
        """Writes the file whole or not at all: sorted, one finding a line. Raises OSError."""
        try:
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(path)) from None
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(self.text())
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise

    def text(self) -> str:
        """The file."""
        lines = []
        for name, entries in groupby(sorted(self.entries), key=lambda e: e.document):
            kept = ",\n".join(f"   {json.dumps(_plain(e), ensure_ascii=True)}" for e in entries)
            lines.append(f"  {json.dumps(name)}: [\n{kept}\n  ]")
        findings = "{\n" + ",\n".join(lines) + "\n }" if lines else "{}"
        return f'{{\n "schema": "{SCHEMA}",\n "findings": {findings}\n}}\n'

    def match(self, run: Run) -> Match:
        """Which findings of the run it knows.

        A finding is known by its copy and fingerprint, and not if it has become graver. One whose copy is not in the
        baseline is also known where the same fingerprint is left over from a file that is gone, or from another
        article of the same file: the copy was renamed. Each entry stands for one finding.
        """
        here = {_name(audit.copy, self.folder) for audit in run.audits}
        judged = here - {_name(audit.copy, self.folder) for audit in run.audits if audit.failures}
        missing = {name for name in {e.document for e in self.entries} - here if self._is_gone(name)}
        asked = {
            (a, f): _entry(finding, audit, self.folder)
            for a, audit in enumerate(run.audits)
            for f, finding in enumerate(audit.findings)
        }
        known = _paired(asked, self.entries, lambda e: (e.document, e.fingerprint))
        left = Counter(self.entries) - Counter(known.values())
        rest = {place: entry for place, entry in asked.items() if place not in known}
        moved = _paired(rest, [e for e in left.elements() if e.document in missing], lambda e: e.fingerprint)
        left -= Counter(moved.values())
        rest = {place: entry for place, entry in rest.items() if place not in moved}
        known |= moved | _paired(rest, left.elements(), lambda e: (_file(e.document), e.fingerprint))
        over = sorted((Counter(self.entries) - Counter(known.values())).elements())
        there = {(e.document, e.fingerprint) for e in asked.values()}
        return Match(
            known,
            tuple(e for e in over if e.document in judged and (e.document, e.fingerprint) not in there),
            tuple(e for e in over if e.document in missing),
        )

    def pruned(self, run: Run, match: Match) -> Baseline:
        """Without what is fixed or gone, and the rest as it is now named and as grave as it is now."""
        over = Counter(self.entries) - Counter(match.known.values()) - Counter(match.fixed) - Counter(match.gone)
        audits = run.audits
        now = [
            _entry(audits[a].findings[f], audits[a], self.folder)
            for a, f in match.known
            if _kept(audits[a].findings[f])
        ]
        return replace(self, entries=tuple(sorted([*over.elements(), *now])))

    def renewed(self, run: Run) -> Baseline:
        """With the run's findings in the stead of what it has of their copies; without what has gone."""
        judged = {_name(audit.copy, self.folder) for audit in run.audits if not audit.failures}
        gone = set(self.match(run).gone)
        kept = [e for e in self.entries if e.document not in judged and e not in gone]
        now = [e for e in Baseline.of(run, self.folder).entries if e.document in judged]
        return replace(self, entries=tuple(sorted([*kept, *now])))

    def excesses(self, run: Run) -> tuple[Excess, ...]:
        """Where an outlet has more findings of a severity or graver than are in the baseline.

        What the baseline has of the run's copies counts for the outlets that they have now.
        """
        outlets = {_name(audit.copy, self.folder): _whole(audit.copy.outlet or "") for audit in run.audits}
        entries = tuple(replace(e, outlet=outlets.get(e.document, e.outlet)) for e in self.entries)
        return replace(self, entries=entries).exceeded_by(Baseline.of(run, self.folder))

    def exceeded_by(self, other: Baseline) -> tuple[Excess, ...]:
        """Where another baseline has more, by outlet and severity, gravest first.

        A severity is not told where no more is over than of the next graver one, which tells it already.
        """
        allowed, found = _counts(self.entries), _counts(other.entries)
        made = []
        for outlet in sorted({outlet for outlet, _ in found}):
            told = 0
            for severity in reversed(RANKED[1:]):
                over = found[outlet, severity] - allowed[outlet, severity]
                if over > told:
                    made.append(Excess(outlet, severity, found[outlet, severity], allowed[outlet, severity]))
                told = max(told, over)
        return tuple(made)

    def _is_gone(self, name: str) -> bool:
        return "://" not in name and not any((self.folder / n).exists() for n in (name, _file(name)))


def _paired(
    asked: Mapping[tuple[int, int], Entry], entries: Iterable[Entry], key: Callable[[Entry], object]
) -> dict[tuple[int, int], Entry]:
    """For each of the asked for the first entry with the same key that is not milder and not spent."""
    shelf: defaultdict[object, list[Entry]] = defaultdict(list)
    for entry in entries:
        shelf[key(entry)].append(entry)
    paired = {}
    for place, entry in asked.items():
        there = shelf[key(entry)]
        found = next((e for e in there if e.severity.rank >= entry.severity.rank), None)
        if found:
            there.remove(found)
            paired[place] = found
    return paired


def _counts(entries: Iterable[Entry]) -> Counter[tuple[str, Severity]]:
    """How many there are of each outlet and severity, the graver ones counted in."""
    return Counter((e.outlet, s) for e in entries for s in RANKED[1 : e.severity.rank + 1])


def _kept(finding: Finding) -> bool:
    return finding.severity is not Severity.NEUTRAL and finding.suppression is None


def _entry(finding: Finding, audit: Audit, folder: Path) -> Entry:
    original = finding.original.of(audit.original.text) if finding.original and audit.original else ""
    return Entry(
        document=_name(audit.copy, folder),
        outlet=_whole(audit.copy.outlet or ""),
        fingerprint=finding.fingerprint,
        detector=finding.detector,
        category=finding.category,
        severity=finding.severity,
        original=_short(original),
        copy=_short(finding.copy.of(audit.copy.text) if finding.copy else ""),
    )


def _name(copy: Document, folder: Path) -> str:
    """The copy as the file names it, wherever the command is run from: files relative to the file's folder."""
    if copy.path is None or not copy.id.startswith(copy.path):
        return _whole(copy.id)
    relative = Path(os.path.relpath(copy.path, folder)).as_posix()
    return _whole(relative + copy.id[len(copy.path) :])


def _file(name: str) -> str:
    """The file of a copy's name."""
    return _PART.sub("", name)


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs, which no file of JSON may hold."""
    return text.encode("utf-8", "replace").decode()


def _short(phrase: str, longest: int = 80) -> str:
    """Enough of a phrase for a person to know it again."""
    plain = _whole(" ".join(phrase.split()))
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


def _plain(entry: Entry) -> dict[str, str]:
    return {name: str(getattr(entry, name)) for name in _Kept.__struct_fields__}
