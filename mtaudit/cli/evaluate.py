"""`mtaudit evaluate`: findings and alignment against a corpus with gold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtaudit.cli.language_model import chosen_model
from mtaudit.cli.options import model_options
from mtaudit.errors import InputError

if TYPE_CHECKING:
    from mtaudit.records import Audit


@click.command
@click.argument("corpus", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--floors",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="What must at least be reached; floors.toml of the corpus where there is one.",
)
@model_options
def evaluate(corpus: Path, floors: Path | None, model_dir: Path | None, no_model: bool) -> int:
    """Measure precision and recall on a CORPUS.

    A corpus is a folder of labelled pairs, and of events that several articles tell, under events/. Exits with 1 when
    a figure is below its floor.
    """
    import mtaudit
    from mtaudit.evaluation import evaluate as measured

    model = chosen_model(model_dir, no_model)

    def cover(articles: Sequence[Path], primary: Sequence[Path]) -> Iterable[Audit]:
        run = mtaudit.audit(articles, primary=primary, model=model)
        for failure in run.failures:
            if failure.what in ("copy", "primary document"):
                raise InputError(failure.why)
        return run.audits

    evaluation = measured(corpus, partial(mtaudit.compare, model=model), cover)
    for line in evaluation.lines():
        click.echo(line)
    inside = corpus / "floors.toml"
    floors = floors or (inside if inside.exists() else None)
    violations = evaluation.violations(floors) if floors else []
    for violation in violations:
        click.echo(f"mtaudit: {violation}", err=True)
    return 1 if violations else 0
