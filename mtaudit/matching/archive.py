"""An archive of originals, found by the words that tell most: those that fewest other originals have.

Kept by tantivy, on disk or in memory. An entry is one version of an article: an article that changed is added beside
its older version, and what is already there is not added twice. A commit is atomic: after a crash the archive is what
it was at the last one.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtaudit.errors import InputError, UsageError
from mtaudit.lexicon.closed_class import FUNCTION_WORDS, is_function_word
from mtaudit.matching.damage import REMEDY, Damaged, damaged, sheltered
from mtaudit.matching.entries import Entries, Filed, Held
from mtaudit.records import Document

if TYPE_CHECKING:
    import tantivy

TELLING = 32
"""Words of a copy that are asked for: with them the original is found even when 60 % of its words were replaced."""

LEAST_ALIKE = 0.1
"""Share of those words, weighed by how rare they are, from which two articles may be on one subject."""

CLOSER = 8
"""Articles, of those that share them, that are held against all of a copy's words, and not the most telling only: a
paragraph of another article, with the names in it, may tell more than the rest."""

NEAR = 0.5
"""Share of the likeliest article's score that one must have for that; a copy's original has twice the score of one that
is merely on the same event."""

LONGEST = 40
"""Code points of a word that is looked up; longer ones are addresses and noise."""

COMMIT = 100_000
"""Documents between two commits: what a crash may cost. With 20,000 the index is merged so often that building takes an
eighth more of processor time."""

ON_DISK, IN_MEMORY = 300_000_000, 20_000_000
"""Bytes that a writer may hold before it writes a segment; fewer and larger segments are searched faster."""

ENTRIES = "entries"
"""The file with the documents themselves."""

MARK = "mtaudit-archive"
"""A file that tells the folder of an archive from any other."""

_ANALYZER = "mtaudit"


class Archive:
    """Originals that a copy may be held against."""

    def __init__(self, folder: Path | None = None) -> None:
        """The archive in a folder, which is made where there is none; in memory without one.

        Raises InputError where the folder holds something else or cannot be read.
        """
        self._folder = folder
        self._analyzer = _analyzer()
        with sheltered(folder):
            self._index = _memory() if folder is None else _opened(folder)
            self._index.register_tokenizer(_ANALYZER, self._analyzer)
            self._index.reload()
        self._entries: Entries = Held() if folder is None else Filed(folder / ENTRIES)

    @classmethod
    def of(cls, originals: Iterable[Document]) -> Archive:
        """An archive in memory of these originals, which finds the same whatever order they come in."""
        made = cls()
        made.add(originals)
        return made

    @staticmethod
    def is_archive(folder: Path) -> bool:
        """Whether the folder holds an archive."""
        return (folder / MARK).is_file()

    def __len__(self) -> int:
        with sheltered(self._folder):
            return int(self._index.searcher().num_docs)

    def add(self, originals: Iterable[Document]) -> int:
        """Adds what is not there yet; how many that were.

        Raises UsageError where another process is adding, Damaged where the index cannot be used.
        """
        import tantivy

        count = 0
        fresh: set[str] = set()
        with self._writer() as writer:
            for original in originals:
                key = _key(original)
                with sheltered(self._folder):
                    if key in fresh or self._has(key):
                        continue
                    entry = tantivy.Document()
                    entry.add_text("key", key)
                    entry.add_text("body", _searchable(original.text))
                    entry.add_bytes("place", self._entries.add(original))
                    writer.add_document(entry)
                    fresh.add(key)
                    count += 1
                    if len(fresh) >= COMMIT:
                        self._entries.settle()
                        writer.commit()
                        self._index.reload()
                        fresh.clear()
        with sheltered(self._folder):
            self._index.reload()
        return count

    def candidates(self, copy: Document, most: int = 3) -> tuple[Document, ...]:
        """At most `most` originals that share the copy's telling words, the likeliest first.

        Raises InputError where one of them cannot be read, Damaged where the index cannot be used.
        """
        with sheltered(self._folder):
            return self._likeliest(copy, most)

    def _likeliest(self, copy: Document, most: int) -> tuple[Document, ...]:
        import tantivy

        known, unknown = self._rarity(copy.text)
        rarity = dict(sorted(known.items(), key=lambda item: (-item[1], item[0]))[:TELLING])
        schema = self._index.schema
        query = tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "body", word)) for word in rarity]
        )
        searcher = self._index.searcher()
        hits = searcher.search(query, max(most, CLOSER)).hits
        found: list[tuple[float, Document]] = []
        for _, address in [h for k, h in enumerate(hits) if k < most or float(h[0]) >= NEAR * float(hits[0][0])]:
            original = self._entries.get(bytes(searcher.doc(address)["place"][0]))
            held = set(self._analyzer.analyze(_searchable(original.text)))
            shared = sum(rare for word, rare in rarity.items() if word in held)
            if shared >= LEAST_ALIKE * (sum(rarity.values()) + unknown):
                found.append((sum(rare**2 for word, rare in known.items() if word in held), original))
        found.sort(key=lambda one: (-one[0], one[1].id, one[1].text))
        return tuple(original for _, original in found[:most])

    def _rarity(self, text: str) -> tuple[dict[str, float], float]:
        """How rare the words of the text are that the archive has; and, together, as many as are asked for of others.

        As BM25 has it, the logarithm of how many articles there are to each that has the word.
        """
        searcher = self._index.searcher()
        total = searcher.num_docs
        forms = dict.fromkeys(self._analyzer.analyze(_searchable(text)))
        frequency = {form: searcher.doc_freq("body", form) for form in forms if not is_function_word(form)}
        unknown = min(TELLING, sum(not number for number in frequency.values()))
        known = {form: math.log(1 + total / number) for form, number in frequency.items() if number}
        return known, unknown * math.log(1 + 2 * total)

    def _has(self, key: str) -> bool:
        return int(self._index.searcher().doc_freq("key", key)) > 0

    @contextmanager
    def _writer(self) -> Iterator[tantivy.IndexWriter]:
        """A writer whose additions are committed at the end, and given up where an error ends them."""
        try:
            writer = self._index.writer(ON_DISK, 0) if self._folder else self._index.writer(IN_MEMORY, 1)
        except ValueError as error:
            raise UsageError(f"{self._folder}: another process is adding to it ({error})") from None
        try:
            yield writer
        finally:
            self._entries.settle()
        with sheltered(self._folder):
            writer.commit()
            writer.wait_merging_threads()


def _key(original: Document) -> str:
    """One version of one article: its address and its text."""
    address = original.url or original.path or original.id
    return hashlib.sha256(f"{address}\0{original.text}".encode("utf-8", "surrogatepass")).hexdigest()


def _searchable(text: str) -> str:
    return text.encode(errors="replace").decode()


def _analyzer() -> tantivy.TextAnalyzer:
    import tantivy

    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in (
        tantivy.Filter.remove_long(LONGEST),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.custom_stopword(sorted(FUNCTION_WORDS)),  # half of all words, and none is asked for
        tantivy.Filter.stemmer("english"),
    ):
        builder = builder.filter(step)
    return builder.build()


def _schema() -> Any:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("body", tokenizer_name=_ANALYZER, index_option="freq")
    builder.add_bytes_field("place", stored=True)
    return builder.build()


def _memory() -> tantivy.Index:
    import tantivy

    return tantivy.Index(_schema())


def _opened(folder: Path) -> tantivy.Index:
    import tantivy

    try:
        if folder.exists() and not Archive.is_archive(folder) and any(folder.iterdir()):
            raise InputError(f"{folder}: is a folder with other things in it, not an archive")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()
        if damage := damaged(folder):
            raise Damaged(folder, damage)
        return tantivy.Index(_schema(), path=str(folder))
    except (OSError, ValueError) as error:
        raise InputError(f"{folder}: no archive can be opened there ({error}); {REMEDY}") from None
