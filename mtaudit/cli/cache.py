"""`mtaudit cache`: what is kept of earlier runs."""

from __future__ import annotations

import click


@click.group
def cache() -> None:
    """Look at what `mtaudit check` keeps, or drop it.

    A copy that did not change, among originals and settings that did not, is not judged again. It lies in the user's
    cache folder: MTAUDIT_CACHE, or mtaudit in XDG_CACHE_HOME or ~/.cache.
    """


@cache.command
def info() -> int:
    """Tell where it lies, how many entries it has, and how much room it takes."""
    from mtaudit.keeping.cache import Cache
    from mtaudit.render.reading.verdict import counted

    with Cache() as kept:
        told = kept.info()
    click.echo(told.path)
    click.echo(f"{counted(told.entries, 'entry', 'entries')}, {told.size / 1e6:.1f} MB")
    return 0


@cache.command
def clear() -> int:
    """Drop all of it."""
    from mtaudit.keeping.cache import Cache
    from mtaudit.render.reading.verdict import counted

    with Cache() as kept:
        click.echo(f"dropped {counted(kept.clear(), 'entry', 'entries')}")
    return 0
