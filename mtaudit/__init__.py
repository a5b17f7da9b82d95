"""mtaudit audits the translation quality of syndicated news: what a repost changed, and what that does to a reader.

>>> import mtaudit
>>> audit = mtaudit.compare("The fire killed 12 people.", "The fire killed 21 people.")
>>> [(f.detector, f.severity.value) for f in audit.findings]
[('number-changed', 'critical')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.errors import InputError, MtauditError
from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Document, Failure, Finding, Run, Score, Span, Url
from mtaudit.version import __version__

if TYPE_CHECKING:
    from mtaudit.config import Settings
    from mtaudit.judging.judges import Plugins
    from mtaudit.keeping.cache import Cache
    from mtaudit.keeping.incremental import Remembered
    from mtaudit.matching import Archive
    from mtaudit.model.encoder.encoder import Encoder

__all__ = [
    "Audit",
    "Category",
    "Document",
    "Failure",
    "Finding",
    "InputError",
    "MtauditError",
    "Run",
    "Score",
    "Severity",
    "Span",
    "Url",
    "__version__",
    "audit",
    "compare",
    "read",
    "read_all",
    "signature",
]

Source = Document | Path | Url | str
"""A document, a path to one, its web address, or the text itself: a `str` that is no `Url` is never fetched."""

Model = Path | bool
"""A folder with the language model, True for the installed one, False for none."""


def read(source: Source, *, allow_private: bool = False) -> Document:
    """The one document of a `Path` to a file, of a `Url`, or of a `str` that is the text itself.

    Addresses in private networks are refused unless `allow_private`. Raises InputError when it cannot be read, is empty
    or binary, or holds several articles.
    """
    from mtaudit import ingest

    if isinstance(source, Document):
        return source
    if not isinstance(source, Path | Url):
        return ingest.document(source)
    with ingest.Reader(allow_private=allow_private) as reader:
        return reader.read(source)


def read_all(*sources: Source | Failure, allow_private: bool = False) -> Iterator[Document | Failure]:
    """All documents of files and addresses that may hold many, as they are read: feeds, sitemaps, JSON lines.

    One that cannot be read is a Failure and costs only itself. Where a feed gives no full text, the page that it
    links to is fetched.
    """
    from mtaudit import ingest

    with ingest.Reader(allow_private=allow_private) as reader:
        for source in sources:
            if isinstance(source, Document | Failure):
                yield source
            elif isinstance(source, Path | Url):
                yield from reader.read_all(source)
            else:
                try:
                    yield ingest.document(source)
                except InputError as error:
                    yield Failure("reading", "text", str(error))


def compare(original: Source, copy: Source, *, model: Model = True, settings: Settings | None = None) -> Audit:
    """Hold one copy against its original.

    Nothing is downloaded here: where no language model is installed, meaning is judged by lexicons alone. `settings`
    are those of `mtaudit.config.load()`, by default none. Raises InputError when either text cannot be read,
    ModelMissing (an MtauditError) when `model` is a folder without one.
    """
    from mtaudit.judging.pipeline import audit_pair
    from mtaudit.records import Pair

    repost = read(copy)
    pair = Pair(read(original), settings.attributed([repost])[0] if settings else repost)
    audited = audit_pair(pair, plugins(model, settings))
    return decided(Run((audited,), (), (), ""), settings).audits[0]


def audit(
    copies: Iterable[Source | Failure],
    originals: Iterable[Source | Failure] = (),
    *,
    coverage: Iterable[Source | Failure] = (),
    primary: Iterable[Source | Failure] = (),
    model: Model = True,
    allow_private: bool = False,
    progress: Callable[[int, int, str], None] | None = None,
    settings: Settings | None = None,
    kept: Cache | None = None,
) -> Run:
    """Find each copy's original and audit it; without one, hold it against other articles on the same event.

    These are found among `coverage`, the other copies, and `primary`: rulings, press releases and other documents that
    articles quote, whose wording is right. Each may be, or come out of, anything that `read_all` takes; an original may
    also be the folder of an archive (`mtaudit index`). What cannot be read becomes one of the run's `failures`; a copy
    that is a copy of none of the originals is listed as `unmatched`; a document that is among the originals itself is
    not audited against itself. `model` and `settings` are as in `compare`. With `kept`, what did not change since an
    earlier run is taken from there, and the audits come without their comparison and verdicts.
    """
    from mtaudit import registry
    from mtaudit.judging.runs import NOTHING, Seated, audit_all
    from mtaudit.matching import Archive

    given = tuple(originals)
    folders = [source for source in given if isinstance(source, Path) and Archive.is_archive(source)]
    texts, lost = _documents("original", (source for source in given if source not in folders), allow_private)
    known = {(d.id, d.path, d.text) for d in texts}
    read, unread = _documents("copy", copies, allow_private)
    reposts = [d for d in read if (d.id, d.path, d.text) not in known]
    others, unheard = _documents("coverage", coverage, allow_private)
    cited, uncited = _documents("primary document", primary, allow_private)
    lazy = _Bench(texts, folders, model, settings)
    run = audit_all(
        settings.attributed(reposts) if settings else reposts,
        lazy if kept else Seated(lazy.archives, lazy.plugins, lazy.signature),
        coverage=[*others, *(replace(d, primary=True) for d in cited)],
        failures=[*registry.failures(), *lost, *unread, *unheard, *uncited],
        progress=progress,
        kept=lazy.remembered(kept) if kept else NOTHING,
    )
    return decided(run, settings)


def signature(*, model: Model = True, settings: Settings | None = None) -> str:
    """What makes a run reproducible: version, language model and what ran it, lexicons, dictionaries and lists by hash.

    Settings that judge differently than the defaults are in it too, by hash; the words of a newsroom are in that of the
    lists.
    """
    from mtaudit.lexicon import pivots, tables, wordnet

    tables.use(settings.lexicon if settings else None)
    encoder = _encoder(model)
    engine = f"minilm-{encoder.digest[:8]}-{encoder.runtime}" if encoder else "lexical"
    lexicons = f"wordnet:{wordnet.signature()}|pivots:{pivots.signature()}|words:{tables.signature()}"
    digest = settings.digest if settings else ""
    return f"mtaudit|v:{__version__}|engine:{engine}|{lexicons}" + (f"|settings:{digest}" if digest else "")


@dataclass(frozen=True)
class _Bench:
    """What judges, and what copies are held against, each made when first asked for: it takes its time to load."""

    originals: Sequence[Document]
    folders: Sequence[Path]
    model: Model
    settings: Settings | None

    @cached_property
    def archives(self) -> Sequence[Archive]:
        """Those on the disk, and one of all other originals."""
        from mtaudit.matching import Archive

        return (*map(Archive, self.folders), *([Archive.of(self.originals)] if self.originals else []))

    @cached_property
    def plugins(self) -> Plugins:
        """What judges."""
        return plugins(self.model, self.settings)

    @cached_property
    def signature(self) -> str:
        """What names the judges."""
        return signature(model=self.model, settings=self.settings)

    @property
    def sought(self) -> bool:
        """Whether there are originals."""
        return bool(self.originals or self.folders)

    def remembered(self, kept: Cache) -> Remembered:
        """What the same judges found before in copies held against the same originals."""
        from mtaudit.keeping.incremental import Remembered, stamp
        from mtaudit.lexicon import tables

        tables.use(self.settings.lexicon if self.settings else None)
        judges = stamp(self.model, self.settings.digest if self.settings else "")
        return Remembered(kept, judges, self.originals, self.folders)


def decided(run: Run, settings: Settings | None) -> Run:
    """The run with the suppressions that hold today on its findings."""
    if settings is None or not settings.suppressions:
        return run
    from datetime import date

    from mtaudit.gate import suppressed

    return suppressed(run, settings.suppressions, date.today())


def _documents(
    what: str, sources: Iterable[Source | Failure], allow_private: bool
) -> tuple[list[Document], list[Failure]]:
    """The documents that can be read; and a failure that says `what` it is for each other."""
    documents, failures = [], []
    for found in read_all(*sources, allow_private=allow_private):
        if isinstance(found, Document):
            documents.append(found)
        else:
            failures.append(replace(found, what=what, where=what if found.where == "text" else found.where))
    return documents, failures


def _encoder(model: Model) -> Encoder | None:
    from mtaudit.model import encoder as semantics

    return semantics.load(None if model is True else model) if model else None


def plugins(model: Model, settings: Settings | None = None) -> Plugins:
    """What judges: all that is installed, as the settings have it, with the language model that `model` names.

    Raises LexiconError where the lists of words are in use already, with others than those of the settings.
    """
    from mtaudit.lexicon import tables

    tables.use(settings.lexicon if settings else None)  # before any of these is loaded, and its lists with it
    from mtaudit import registry
    from mtaudit.judging.judges import Plugins

    installed = Plugins(
        {r.name: r.plugin for r in registry.equivalences()},
        {r.name: r.plugin for r in registry.pair_detectors()},
        {r.name: r.plugin for r in registry.metrics()},
        _encoder(model),
        {r.name: r.plugin for r in registry.coverage_detectors()},
        {r.name: r.plugin for r in registry.text_detectors()},
    )
    return settings.judging(installed) if settings else installed
