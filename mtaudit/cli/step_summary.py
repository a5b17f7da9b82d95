"""The summary of a step of a GitHub workflow, which its runner asks for by naming a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.cli.output import writing

if TYPE_CHECKING:
    from mtaudit.records.rulings import Checked

VARIABLE = "GITHUB_STEP_SUMMARY"
"""The variable of the environment that names it."""


def summarised(checked: Checked) -> None:
    """Adds what the gate found to the step's summary, if there is one. Raises UsageError where that is not possible."""
    if not os.environ.get(VARIABLE):
        return
    from mtaudit.render.gate.markdown import Markdown
    from mtaudit.render.table import SUMMARY

    path = Path(os.environ[VARIABLE])
    with writing(path), path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(Markdown(room=SUMMARY)(checked))
