"""`mtaudit check`: the gate."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtaudit.cli.completing import formats, outputs
from mtaudit.cli.gate import gate_run
from mtaudit.cli.options import Inputs, Judging, cache_option, gathered, input_options, judging_options
from mtaudit.cli.output import on_terminal, said, saved, writing
from mtaudit.cli.several import TakesSeveral
from mtaudit.cli.step_summary import summarised
from mtaudit.errors import UsageError, allowed
from mtaudit.render.formats import GATE

if TYPE_CHECKING:
    from mtaudit.config import Settings
    from mtaudit.gate import Baseline
    from mtaudit.records import Run
    from mtaudit.records.rulings import Checked, Rule

EXAMPLES = """\b
Examples:
  mtaudit check copies/ --originals archive/
  mtaudit check feed.jsonl --originals originals.index --fail-on critical --min-fidelity 80
  mtaudit check copies/ --coverage others/ --primary rulings/
  mtaudit check copies/ --originals archive/ --output sarif=check.sarif --output junit=check.xml
  mtaudit baseline copies/ --originals archive/
  mtaudit check copies/ --originals archive/ --baseline mtaudit-baseline.json --prune
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What overrules the settings of the gate."""

    fail_on: str | None
    min_fidelity: float | None
    require_original: bool | None
    baseline: Path | None
    ratchet: bool | None
    format: str | None
    output: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How much is printed."""

    quiet: bool
    verbose: bool
    color: str


@click.command(cls=TakesSeveral, epilog=EXAMPLES)
@input_options(required=False)
@click.option(
    "--fail-on",
    type=click.Choice(("critical", "major", "minor")),
    help="The least severity of a new finding that closes the gate.  [default: major]",
)
@click.option(
    "--min-fidelity",
    type=click.FloatRange(0, 100),
    metavar="N",
    help="A copy below this fidelity, 0 to 100, closes it too.",
)
@click.option("--require-original", is_flag=True, default=None, help="So does a copy without an original.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Tell only what is not in this file, which `mtaudit baseline` made.",
)
@click.option("--prune", is_flag=True, help="Drop from the baseline what is fixed.")
@click.option(
    "--ratchet/--no-ratchet",
    default=None,
    help="More findings for an outlet than the baseline has, of whatever severity, close the gate too.",
)
@click.option(
    "--format",
    metavar="FORMAT",
    shell_complete=formats,
    help=f"What to print: {', '.join(GATE)}.  [default: text]",
)
@click.option(
    "--output",
    multiple=True,
    metavar="FORMAT=FILE...",
    shell_complete=outputs,
    help="Write this besides, any number of them.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but what is broken: the exit status tells.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Show also what is less grave, known or suppressed, and fingerprints."
)
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="Whether to use colours; auto: on a terminal without NO_COLOR.",
)
@cache_option
@judging_options
@gathered(gate=Gate, shown=Shown)
def check(inputs: Inputs, gate: Gate, prune: bool, shown: Shown, no_cache: bool, judging: Judging) -> int:
    """Check each COPY against its original: the gate for CI.

    Says where a copy tells something else than its original, and nothing where all is well. COPY and PATH are what
    `mtaudit audit` takes; the settings (`mtaudit config`) may name them.

    A copy without an original is held against the other articles on its event, those of --coverage and the other
    copies, and judged by its text alone. What is found so counts like all else; a text alone shows nothing graver than
    major, so that it closes the gate with --fail-on major or minor and never with critical. That the original is
    missing closes the gate only with --require-original.

    Exits with 0 where the gate is open, 1 where findings close it, and 2 where anything could not be read or judged.
    """
    settings = judging.settings(inputs, gate)
    if shown.quiet and shown.verbose:
        raise click.UsageError("--quiet and --verbose exclude each other.")
    outputs = list(_outputs(settings["output"]))
    _known(settings["format"])
    kept = _baseline(settings, prune)
    run = gate_run(settings, judging, quiet=shown.quiet, kept=not no_cache, told=True)
    formats = {settings["format"], *(name for name, _ in outputs)}
    checked = _checked(run, settings, kept, _rules(run, every="sarif" in formats) if formats - {"text"} else ())
    for name, path in outputs:
        saved(GATE[name]()(checked), path)
    if "github" in formats:
        summarised(checked)
    if not shown.quiet:
        _printed(checked, settings["format"], shown, prune)
    if prune and kept and run.audits:
        _pruned(run, kept, Path(settings["baseline"]), shown.quiet)
    return checked.status.code


def _baseline(settings: Settings, prune: bool) -> Baseline | None:
    """The baseline, read before any work is done. Raises InputError, or UsageError for what makes no sense without."""
    from mtaudit.gate import Baseline

    if settings["baseline"]:
        found = Baseline.read(Path(settings["baseline"]))
        for remark in found.remarks:
            said(f"mtaudit: {remark}", err=True)
        return found
    if prune or settings["ratchet"]:
        raise click.UsageError(f"--{'prune' if prune else 'ratchet'} needs --baseline.")
    return None


def _checked(run: Run, settings: Settings, baseline: Baseline | None, rules: tuple[Rule, ...]) -> Checked:
    from datetime import date

    from mtaudit import gate

    return gate.check(
        run,
        settings.policy,
        baseline=baseline,
        baseline_name=settings["baseline"],
        suppressions=settings.suppressions,
        today=date.today(),
        rules=rules,
    )


def _rules(run: Run, *, every: bool) -> tuple[Rule, ...]:
    """What is to be known of every detector, or of those that found something: then the others are not even loaded."""
    from mtaudit import registry
    from mtaudit.records.rulings import Rule

    found = {entry.name: entry.plugin.category for entry in registry.detectors()} if every else {}
    found |= {finding.detector: finding.category for audit in run.audits for finding in audit.findings}
    rules = []
    for name, category in sorted(found.items()):
        entry = registry.described(name)
        rules.append(Rule(name, category, entry.summary, entry.rationale))
    return tuple(rules)


def _outputs(words: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Formats and files of `--output`. Raises click.UsageError for what is none."""
    for word in words:
        name, equals, path = word.partition("=")
        if not equals or not path:
            raise click.UsageError(f"--output {word}: write FORMAT=FILE, such as json=check.json.")
        _known(name)
        yield name, Path(path)


def _known(name: str) -> None:
    if name not in GATE:
        raise UsageError(f"{name}: no such format; {allowed(name, GATE)}")


def _printed(checked: Checked, name: str, shown: Shown, prune: bool) -> None:
    if name != "text":
        click.echo(GATE[name]()(checked), nl=False)
        return
    width, colour = shutil.get_terminal_size((100, 24)).columns, _coloured(shown.color)
    text = GATE[name](width=width, wrap=on_terminal(), colour=colour, verbose=shown.verbose, pruned=prune)(checked)
    said(text.encode(errors="replace").decode(), nl=False, colour=colour)


def _coloured(choice: str) -> bool:
    """Whether to use colours, by the option, NO_COLOR (no-color.org), and whether a person reads."""
    if choice != "auto":
        return choice == "always"
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _pruned(run: Run, baseline: Baseline, path: Path, quiet: bool) -> None:
    """Writes the baseline without what is fixed or gone, where anything is."""
    left = baseline.pruned(run, baseline.match(run))
    if left.entries == baseline.entries:
        return
    with writing(path):
        left.write(path)
    if not quiet:
        click.echo(f"{path}: {len(baseline.entries)} findings before, {len(left.entries)} now", err=True)
