"""`mtaudit watch`: what is new in feeds, audited as it comes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtaudit.cli.completing import files
from mtaudit.cli.options import Judging, judging_options, originals_option, out_option
from mtaudit.cli.output import said, writing
from mtaudit.cli.several import TakesSeveral

if TYPE_CHECKING:
    from mtaudit.records import Audit

STATE = "watch.sqlite"

_SECONDS = {"s": 1, "m": 60, "h": 3600}

_INTERVAL = re.compile(r"([0-9]{1,6})([smh])")


def _interval(context: click.Context, parameter: click.Parameter, value: str) -> int:
    """30s, 10m or 1h in seconds. Raises click.BadParameter for anything else, and for none at all."""
    found = _INTERVAL.fullmatch(value)
    if not found or not int(found[1]):
        raise click.BadParameter(f"'{value}' is no interval; write 30s, 10m or 1h.", context, parameter)
    return int(found[1]) * _SECONDS[found[2]]


@click.command(cls=TakesSeveral)
@click.argument("feeds", nargs=-1, required=True, metavar="FEED...", shell_complete=files)
@originals_option
@click.option(
    "--every", callback=_interval, default="10m", show_default=True, metavar="TIME", help="How often: 30s, 10m, 1h."
)
@click.option("--once", is_flag=True, help="One round, then exit: for a scheduler.")
@out_option
@click.option(
    "--state",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=f"Where it is kept what was seen.  [default: {STATE} in the report's folder]",
)
@judging_options
def watch(
    feeds: tuple[str, ...],
    originals: tuple[str, ...],
    every: int,
    once: bool,
    out: Path,
    state: Path | None,
    judging: Judging,
) -> int:
    """Audit what is new in each FEED.

    Looks at the feeds every so often, audits the items that it has not seen and those whose text changed, prints a
    line for each, and writes the report of the newest 500. FEED and PATH are what `mtaudit audit` takes. What could
    not be read is told and tried again in the next round, and so is an item without an original while its feed has it.

    It may be stopped at any moment: an item is marked as seen together with its audit. Ctrl-C ends it. With --once it
    exits with 2 when something could not be read.
    """
    settings = judging.settings()
    import mtaudit
    from mtaudit.ingest import STANDARD_INPUT, Reader
    from mtaudit.ingest.web.client import Client
    from mtaudit.keeping import watching
    from mtaudit.keeping.store import Store
    from mtaudit.records import Failure, Run
    from mtaudit.render.html import Site

    if not once and STANDARD_INPUT in (*feeds, *originals):
        raise click.UsageError("Standard input (-) can be read once only: give --once, or the name of a file.")

    site = Site(out)

    def decided(kept: Iterable[tuple[int, Audit | Failure]]) -> Iterator[tuple[int, Audit | Failure]]:
        """The kept audits, with the suppressions that hold now."""
        for number, audit in kept:
            if not isinstance(audit, Failure):
                (audit,) = mtaudit.decided(Run((audit,), (), (), ""), settings).audits
            yield number, audit

    def write(report: watching.Report) -> None:
        with writing(out):
            site.write(decided(report.audits()), mtaudit.decided(report.rest, settings))

    with (
        Store(state or out / STATE) as store,
        Client(allow_private=judging.allow_private, cache=store) as client,
        Reader(client=client) as reader,
    ):
        model = judging.model()
        watched = watching.Watch(
            feeds=feeds,
            originals=originals,
            reader=reader,
            store=store,
            plugins=mtaudit.plugins(model, settings),
            signature=mtaudit.signature(model=model, settings=settings),
        )
        failed = watching.watch(watched, every=None if once else every, tell=_tell, write=write)
    click.echo(f"report: {out / 'index.html'}")
    return 2 if failed else 0


def _tell(news: object) -> None:
    """Prints an item, or what broke, at once: whoever reads a pipe should not wait for a round to end."""
    from mtaudit.cli import lines
    from mtaudit.records import Audit, Document, Failure

    if isinstance(news, Audit):
        said(lines.audited(news))
        for line in lines.broken_in(news):
            said(line, err=True)
    elif isinstance(news, Document):
        said(lines.unmatched(news))
    elif isinstance(news, Failure):
        said(lines.broken(news), err=True)
