"""What a shell offers for an argument or an option's value, while the user is still writing it.

It must be there at once: nothing that judges is loaded here.
"""

from __future__ import annotations

from glob import escape, iglob
from itertools import islice
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

MOST = 200
"""Files that are offered at once; more are of no use to anybody."""

ENDINGS = {
    "text": "txt",
    "junit": "junit.xml",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "checkstyle": "checkstyle.xml",
    "markdown": "md",
}
"""How the file of a format is called that is not called like the format."""


def files(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files and folders, which the shell knows itself."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(begun, type="file")]


def formats(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """Formats of the gate."""
    from mtaudit.render.formats import GATE

    return [name for name in GATE if name.startswith(begun)]


def outputs(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """FORMAT=FILE: each format with a file of its kind, then the files that there are."""
    from mtaudit.render.formats import GATE

    name, equals, path = begun.partition("=")
    if equals:
        return [f"{name}={found}" for found in sorted(islice(iglob(f"{escape(path)}*"), MOST))]
    return [f"{known}=check.{ENDINGS.get(known, known)}" for known in GATE if known.startswith(begun)]


def names(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """What the manual has a page on."""
    from mtaudit import manual, registry

    known = {*manual.topic_names(), *registry.detector_names(), *registry.equivalence_names()}
    return sorted(name for name in known if name.startswith(begun))


def profiles(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """The profiles of the settings that are in force here; none where their file makes no sense."""
    from mtaudit import config
    from mtaudit.errors import ConfigError

    try:
        known = config.profiles(context.params.get("config"))
    except ConfigError:
        return []
    return [name for name in known if name.startswith(begun)]
