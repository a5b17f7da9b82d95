"""mtaudit audits the translation quality of syndicated news: what a repost changed, and what that does to a reader.

>>> import mtaudit
>>> audit = mtaudit.compare("The fire killed 12 people.", "The fire killed 21 people.")
>>> [(f.detector, f.severity.value) for f in audit.findings]
[('number-changed', 'critical')]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
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
    from mtaudit.keeping.incremental import Judges
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
    from mtaudit.matching import Archive

    failures, sources, folders = list(registry.failures()), list[Source | Failure](), list[Path]()
    for source in originals:
        if isinstance(source, Path) and Archive.is_archive(source):
            folders.append(source)
        else:
            sources.append(source)
    texts = _read_all(sources, "original", allow_private, failures)
    known = {(d.id, d.path, d.text) for d in texts}
    reposts = [d for d in _read_all(copies, "copy", allow_private, failures) if (d.id, d.path, d.text) not in known]
    if settings:
        reposts = settings.attributed(reposts)
    others = _read_all(coverage, "coverage", allow_private, failures)
    others += [replace(d, primary=True) for d in _read_all(primary, "primary document", allow_private, failures)]
    if kept:
        from mtaudit.keeping.incremental import audit_changed

        judges = _judges(model, settings)
        run = audit_changed(
            reposts, texts, folders, coverage=others, judges=judges, kept=kept, failures=failures, progress=progress
        )
    else:
        from mtaudit.judging.pipeline import audit_all

        archives = [*map(Archive, folders), *([Archive.of(texts)] if texts else [])]
        run = audit_all(
            reposts,
            archives,
            plugins(model, settings),
            coverage=others,
            signature=signature(model=model, settings=settings),
            failures=failures,
            progress=progress,
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


def _judges(model: Model, settings: Settings | None) -> Judges:
    """What judges, loaded only where something has to be judged."""
    from mtaudit.keeping.incremental import Judges, source_stamp
    from mtaudit.lexicon import tables
    from mtaudit.lexicon.pivots import freedict
    from mtaudit.model import encoder as semantics

    tables.use(settings.lexicon if settings else None)
    dictionaries = [(path.as_posix(), path.stat()) for path in freedict.installed(freedict.folder()).values()]
    named = (
        __version__,
        semantics.engine(None if model is True else model) if model else "",
        settings.digest if settings else "",
        tables.changes(),
        *(f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in dictionaries),
    )
    return Judges(
        key=source_stamp() + "|".join(named).encode("utf-8", "surrogatepass"),
        load=lambda: plugins(model, settings),
        signature=lambda: signature(model=model, settings=settings),
    )


def decided(run: Run, settings: Settings | None) -> Run:
    """The run with the suppressions that hold today on its findings."""
    if settings is None or not settings.suppressions:
        return run
    from datetime import date

    from mtaudit.gate import suppressed

    return suppressed(run, settings.suppressions, date.today())


def _read_all(
    sources: Iterable[Source | Failure], what: str, allow_private: bool, failures: list[Failure]
) -> list[Document]:
    documents = []
    for found in read_all(*sources, allow_private=allow_private):
        if isinstance(found, Document):
            documents.append(found)
        else:
            failures.append(replace(found, what=what, where=what if found.where == "text" else found.where))
    return documents


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
