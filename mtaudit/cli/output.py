"""Where a run goes: to the reader's terminal, to a file, to a folder."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from mtaudit.errors import UsageError

JOBS = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
"""Variables of the environment by which a job of a CI server is known."""

_COMMAND = re.compile(r"(?m)^\s*::|##(?=(?:vso|teamcity)?\[)")
"""What begins a command in a log: of GitHub at the head of a line or, as of old, anywhere; of Azure and TeamCity."""


def on_terminal() -> bool:
    """Whether a person reads standard output; Python has none where it was closed from the start."""
    return sys.stdout is not None and sys.stdout.isatty()


def said(text: str, *, nl: bool = True, err: bool = False, colour: bool | None = None) -> None:
    """Prints lines for people, of which the runner of a CI job, where one reads them, takes none for its command."""
    in_job = any(os.environ.get(name) for name in JOBS)
    harmless = _COMMAND.sub(lambda found: f"{found[0][:-1]} {found[0][-1]}", text) if in_job else text
    click.echo(harmless, nl=nl, err=err, color=colour)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns the system's refusal to write into a UsageError that names the file."""
    try:
        yield
    except OSError as error:
        raise UsageError(f"{error.filename or path}: cannot be written ({error.strerror or error})") from None


def saved(text: str, path: Path) -> None:
    """Writes a text as UTF-8, in a folder that need not be there; raises UsageError where that is not possible."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[Callable[[int, int, str], None] | None]:
    """A bar on standard error that is told (done, total, what); None where nobody would see it, or wants to."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, what: bar.update(task, completed=done, total=total, description=escape(what))
