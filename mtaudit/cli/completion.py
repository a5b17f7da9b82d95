"""`mtaudit completion`: the script by which a shell completes commands, options and names."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")

EXAMPLES = """\b
Examples:
  echo 'eval "$(mtaudit completion bash)"' >> ~/.bashrc
  echo 'eval "$(mtaudit completion zsh)"' >> ~/.zshrc
  mtaudit completion fish > ~/.config/fish/completions/mtaudit.fish
"""


@click.command(epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> int:
    """Print the script that completes mtaudit in SHELL.

    It completes commands, options, files, formats, and the names of detectors and topics. SHELL is bash (4.4 or later),
    zsh or fish; the examples set it up for good.
    """
    from click.shell_completion import get_completion_class

    from mtaudit.cli import COMPLETE, commands

    made = get_completion_class(shell)
    assert made is not None  # click knows all of SHELLS
    click.echo(made(commands, {}, "mtaudit", COMPLETE).source())
    return 0
