"""The command line: one file per command; each parses, calls the library, prints, and returns a status."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from mtaudit.errors import MtauditError
from mtaudit.version import __version__

COMMANDS = (
    "compare",
    "audit",
    "check",
    "baseline",
    "watch",
    "index",
    "read",
    "config",
    "detectors",
    "explain",
    "evaluate",
    "model",
    "cache",
    "completion",
    "manual",
)
"""In the order of the help; each is the function of this name in the file of this name."""

COMPLETE = "_MTAUDIT_COMPLETE"
"""The variable of the environment by which a shell asks what it may offer."""

BROKEN_PIPE = 141
"""What a shell reports for a program whose reader went away: 128 + SIGPIPE."""

INTERRUPTED = 130
"""What a shell reports after Ctrl-C: 128 + SIGINT."""


class Commands(click.Group):
    """Opens a command's file only when it is asked for; the libraries behind it load when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, message="mtaudit %(version)s")
def commands() -> None:
    """Audit what machine translation did to syndicated news.

    mtaudit puts a reposted copy beside its original, sentence by sentence, gives every difference a verdict,
    and shows those that matter, with their cause. A copy without an original it holds against other articles on the
    event, or judges by its text alone.
    """


def main(argv: list[str] | None = None) -> int:
    """Runs `mtaudit` and returns its exit status: 2 for a mistake of the user, who is told and spared a traceback."""
    try:
        status = commands.main(args=argv, prog_name="mtaudit", complete_var=COMPLETE, standalone_mode=False)
        if sys.stdout is not None:  # as where standard output was closed
            sys.stdout.flush()
    except MtauditError as error:
        click.echo(f"mtaudit: {error}", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OSError as error:  # what names a file was told above: this is standard output, on a full disk, say
        sys.stdout = None  # else Python tries to write what is left once more at exit
        click.echo(f"mtaudit: {error.filename or 'standard output'}: {error.strerror or error}", err=True)
        return 2
    except click.Abort:
        return INTERRUPTED
    except SystemExit as left:  # how click and rich leave quietly when the reader of a pipe has gone
        return BROKEN_PIPE if left.code else 0  # 0: the shell has been told what it may offer
    return status or 0
