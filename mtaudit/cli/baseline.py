"""`mtaudit baseline`: records what is there, so that `mtaudit check` tells only what is new."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtaudit.cli.gate import cache_option, gate_inputs, gate_run
from mtaudit.cli.language_model import chosen_model, model_options
from mtaudit.cli.output import said, writing
from mtaudit.cli.reading import private_option
from mtaudit.cli.settings import chosen_settings, config_options
from mtaudit.cli.several import TakesSeveral

if TYPE_CHECKING:
    from mtaudit.gate import Baseline

FILE = "mtaudit-baseline.json"

EXAMPLES = """\b
Examples:
  mtaudit baseline copies/ --originals archive/
  mtaudit check copies/ --originals archive/ --baseline mtaudit-baseline.json
"""


@click.command(cls=TakesSeveral, epilog=EXAMPLES)
@gate_inputs
@click.option(
    "--baseline",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=f"Where it is kept.  [default: {FILE}]",
)
@click.option(
    "--ratchet/--no-ratchet", default=None, help="Refuse where any outlet would have more findings than before."
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but what is broken.")
@cache_option
@config_options
@private_option
@model_options
def baseline(
    copies: tuple[str, ...],
    originals: tuple[str, ...],
    coverage: tuple[str, ...],
    primary: tuple[str, ...],
    path: Path | None,
    ratchet: bool | None,
    quiet: bool,
    no_cache: bool,
    config: Path | None,
    no_config: bool,
    profile: str | None,
    allow_private: bool,
    model_dir: Path | None,
    no_model: bool,
) -> int:
    """Record the findings of each COPY in a file.

    The file is sorted, one finding a line, and is meant to be kept with the texts. Where it exists, the copies that are
    checked now are recorded anew, and those that are not keep what is recorded of them.

    Exits with 1 where --ratchet refuses, 2 where anything could not be read or judged; the rest is recorded.
    """
    given = {
        "copies": copies,
        "originals": originals,
        "coverage": coverage,
        "primary": primary,
        "baseline": str(path) if path else None,
        "ratchet": ratchet,
    }
    settings = chosen_settings(config, no_config, profile).overruled(given)
    from mtaudit.gate import Baseline
    from mtaudit.render.gate.text import exceeded

    path = Path(settings["baseline"] or FILE)
    before = Baseline.read(path) if path.exists() else None
    model = chosen_model(model_dir, no_model)
    run = gate_run(settings, model=model, allow_private=allow_private, quiet=quiet, kept=not no_cache)
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
