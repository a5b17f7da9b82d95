"""`mtaudit manual`: writes the manual's pages and the settings' schema, or tells which are stale.

It is for those who work on mtaudit.
"""

from __future__ import annotations

import click


@click.command(hidden=True)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when a page is stale.")
def manual(check: bool) -> int:
    """Bring the pages in mtaudit/manual/pages, and the schema of the settings, up to date with the plug-ins."""
    from mtaudit import registry
    from mtaudit.config import schema
    from mtaudit.manual import PAGES, pages, stale, write

    made = pages(
        [entry for entry in registry.detectors() if entry.built_in],
        [entry for entry in registry.equivalences() if entry.built_in],
    )
    names = stale(made)
    if not check:
        write(made)
    for name in names:
        click.echo(f"{PAGES / name}.md {'is stale' if check else 'written' if name in made else 'removed'}")
    current = schema.FILE.exists() and schema.FILE.read_text(encoding="utf-8") == schema.text()
    if not current:
        click.echo(f"{schema.FILE} {'is stale' if check else 'written'}")
        if not check:
            schema.FILE.write_text(schema.text(), encoding="utf-8", newline="\n")
    return 1 if check and (names or not current) else 0
