"""How a command's inputs are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mtaudit.cli.options import Inputs
    from mtaudit.ingest import Reader, Source
    from mtaudit.judging.runs import Progress
    from mtaudit.records import Document, Failure


class Read(NamedTuple):
    """What a run is made of, as it was read; an archive stands among the originals as its folder."""

    copies: list[Document | Failure]
    originals: list[Document | Failure | Path]
    coverage: list[Document | Failure]
    primary: list[Document | Failure]


def read_inputs(named: Inputs, *, allow_private: bool, quiet: bool = False, told: bool = False) -> Read:
    """Reads what a user named, with a bar that tells which source comes next.

    Raises InputError, once all that is broken has been told, where nothing at all is left of the copies, or of any
    other kind that was asked for: a run without would say something else than what was wanted. Where what broke is
    `told` in the command's own formats, the copies may all be lacking.
    """
    from mtaudit.cli.output import progress
    from mtaudit.ingest import Reader, expand
    from mtaudit.matching import Archive

    archives = [Path(name) for name in named.originals if Archive.is_archive(Path(name))]
    texts = [name for name in named.originals if Path(name) not in archives]
    with Reader(allow_private=allow_private) as reader, progress(quiet=quiet) as bar:
        sources, reposts, others, quoted = (
            list(read_each(reader, expand(words), bar))
            for words in (texts, named.copies, named.coverage, named.primary)
        )
    read = Read(reposts, [*archives, *sources], others, quoted)
    if not told:
        _some_of("copy", named.copies, read.copies)
    _some_of("original", named.originals, read.originals)
    _some_of("coverage", named.coverage, read.coverage)
    _some_of("primary document", named.primary, read.primary)
    return read


def _some_of(kind: str, words: Sequence[str], found: Sequence[Document | Failure | Path]) -> None:
    """Raises InputError where nothing of a kind that was named could be read, the reasons before it, a line each."""
    from mtaudit.cli import lines
    from mtaudit.cli.output import said
    from mtaudit.errors import InputError
    from mtaudit.matching import Archive
    from mtaudit.records import Failure

    broken = [one for one in found if isinstance(one, Failure)]
    empty = [one for one in found if isinstance(one, Path) and not len(Archive(one))]
    if not words or len(broken) + len(empty) < len(found):
        return
    told = [lines.broken(failure) for failure in broken] + [f"mtaudit: {one}: is an empty archive" for one in empty]
    *before, last = told or [f"mtaudit: {' '.join(words)}: holds no article"]
    for line in before:
        said(line, err=True)
    raise InputError(f"{last.removeprefix('mtaudit: ')}; there is no {kind} to go on with, and nothing was written")


def read_each(reader: Reader, sources: Sequence[Source], told: Progress | None) -> Iterator[Document | Failure]:
    """All documents of all sources, and what could not be read of them, or held none at all.

    The bar is told which source comes next.
    """
    from mtaudit.ingest import STANDARD_INPUT
    from mtaudit.records import Failure

    for done, source in enumerate(sources):
        if told:
            told(done, len(sources), f"reading {source}")
        found = None
        for found in reader.read_all(source):
            yield found
        if found is None:
            name = "standard input" if source == STANDARD_INPUT else str(source)
            yield Failure("reading", name, f"{name}: holds no article")
