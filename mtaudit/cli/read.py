"""`mtaudit read`: what was understood of a page."""

from __future__ import annotations

import click

from mtaudit.cli import lines
from mtaudit.cli.completing import files
from mtaudit.cli.options import format_option, private_option
from mtaudit.cli.output import said
from mtaudit.cli.reading import read_each


@click.command
@click.argument("source", metavar="FILE|URL", shell_complete=files)
@format_option
@private_option
def read(source: str, format_: str, allow_private: bool) -> int:
    """Show what was understood of a page.

    Tells title, outlet, author, date, language and address, what was remarked at reading, and each paragraph with its
    role, so that a fault of extraction is seen before the copy is blamed. A feed shows all its articles. Exits with 2
    when something could not be read.
    """
    from mtaudit.ingest import Reader, named
    from mtaudit.records import Failure
    from mtaudit.render.document import as_json, as_text

    shown = as_json if format_ == "json" else as_text
    status = 0
    with Reader(allow_private=allow_private) as reader:
        for number, found in enumerate(read_each(reader, [named(source)], None)):
            if isinstance(found, Failure):
                said(lines.broken(found), err=True)
                status = 2
            else:
                click.echo(("\n" if number and format_ == "text" else "") + shown(found))
    return status
