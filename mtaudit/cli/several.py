"""Options that take several values: `--originals a b c`, where click knows only `--originals a --originals b`."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import click


class TakesSeveral(click.Command):
    """A command whose repeatable options take every word up to the next option, `--`, or the end."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parses the arguments, with the options repeated as click wants them."""
        repeatable = {name for p in self.params if isinstance(p, click.Option) and p.multiple for name in p.opts}
        if ctx.resilient_parsing and args and args[-1] in repeatable:  # a shell completes the value that it lacks
            args = args[:-1]
        return super().parse_args(ctx, list(spread(args, repeatable)))


def spread(args: list[str], repeatable: Collection[str]) -> Iterator[str]:
    """Repeats a repeatable option before each of its values: `-x a b` → `-x a -x b`.

    Written as one word, `--opt=a` takes that one value. Raises click.UsageError for an option without a value.
    """
    words = iter(args)
    word = next(words, None)
    while word is not None and word != "--":
        if word not in repeatable:
            yield word
            word = next(words, None)
            continue
        option, count = word, 0
        while (word := next(words, None)) is not None and not _is_option(word):
            yield from (option, word)
            count += 1
        if not count:
            raise click.UsageError(f"Option '{option}' needs at least one value.")
    if word is not None:
        yield from (word, *words)


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"
