"""`mtaudit baseline`: records what is there, so that `mtaudit check` tells only what is new."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtaudit.cli.gate import gate_run
from mtaudit.cli.options import Inputs, Judging, cache_option, gathered, input_options, judging_options
from mtaudit.cli.output import said, writing
from mtaudit.cli.several import TakesSeveral

if TYPE_CHECKING:
    from mtaudit.gate import Baseline

FILE = "mtaudit-baseline.json"

EXAMPLES = """\b
Examples:
  mtaudit baseline copies/ --originals archive/
  mtaudit check copies/ --originals archive/ --baseline mtaudit-baseline.json
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What overrules the settings of a baseline."""

    baseline: Path | None
    ratchet: bool | None


@click.command(cls=TakesSeveral, epilog=EXAMPLES)
@input_options(required=False)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=f"Where it is kept.  [default: {FILE}]",
)
@click.option(
    "--ratchet/--no-ratchet", default=None, help="Refuse where any outlet would have more findings than before."
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but what is broken.")
@cache_option
@judging_options
@gathered(kept=Kept)
def baseline(inputs: Inputs, kept: Kept, quiet: bool, no_cache: bool, judging: Judging) -> int:
    """Record the findings of each COPY in a file.

    The file is sorted, one finding a line, and is meant to be kept with the texts. Where it exists, the copies that are
    checked now are recorded anew, and those that are not keep what is recorded of them.

    Exits with 1 where --ratchet refuses, 2 where anything could not be read or judged; the rest is recorded.
    """
    settings = judging.settings(inputs, kept)
    from mtaudit.gate import Baseline
    from mtaudit.render.gate.text import exceeded

    path = Path(settings["baseline"] or FILE)
    before = Baseline.read(path) if path.exists() else None
    run = gate_run(settings, judging, quiet=quiet, kept=not no_cache)
    now = before.renewed(run) if before else Baseline.of(run, path.parent)
    if before and settings["ratchet"] and (over := before.exceeded_by(now)):
        for excess in over:
            said(f"mtaudit: {path} is left as it is: {exceeded(excess)}", err=True)
        return 1
    with writing(path):
        now.write(path)
    if not quiet:
        click.echo(_told(path, before, now))
    return 2 if run.failures or any(audit.failures for audit in run.audits) else 0


def _told(path: Path, before: Baseline | None, now: Baseline) -> str:
    from mtaudit.render.reading.verdict import counted

    copies = len({entry.document for entry in now.entries})
    text = f"{path}: {counted(len(now.entries), 'finding')} in {counted(copies, 'copy', 'copies')}"
    return text + (f", {len(before.entries)} before" if before else "")
