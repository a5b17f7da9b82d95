"""The data file `relations.dat`: how it is laid out, and a reader that maps it into memory and looks up what is asked.

The file is a header of section ends followed by sections of little-endian numbers or of sorted lines, each aligned
to four bytes. Lemmas, synsets and senses are numbered; a sense is one lemma in one synset. The senses of a lemma
stand together, by part of speech and then from the most to the least frequent.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from bisect import bisect_right
from enum import IntEnum
from functools import cached_property
from pathlib import Path

MAGIC = b"mtaudit-wordnet 1\n\0\0"
DATA = Path(__file__).with_name("relations.dat")

PARTS_OF_SPEECH = "nvar"
BLOCK = 64
"""Lines between two entries of the directory of a word list: 32 to 128 measured alike, 64 keeps the directory small."""

COUNT_BITS = 15
KIND_BITS = 24
"""A sense is `synset << COUNT_BITS | tag count`; a pointer is `kind << KIND_BITS | number of its goal`."""

SECTIONS = (
    "lemma_heads",  # lines: every BLOCK-th lemma
    "lemma_blocks",  # where each block of lemmas begins
    "lemma_text",  # lines: all lemmas, sorted
    "exception_heads",
    "exception_blocks",
    "exception_text",  # lines: all irregular forms, sorted
    "exception_starts",  # irregular form → its first base
    "exception_bases",  # part of speech << KIND_BITS | lemma
    "parts",  # part of speech → its first synset
    "lemma_starts",  # lemma → its first sense
    "senses",  # synset << COUNT_BITS | tag count
    "synset_starts",  # synset → its first member
    "members",  # senses
    "breadths",  # synset → how many direct hyponyms it has
    "link_starts",  # synset → its first link
    "links",  # kind << KIND_BITS | synset
    "lexical_sources",  # senses with pointers of their own, sorted, one entry per pointer
    "lexical_links",  # kind << KIND_BITS | sense
)


class Kind(IntEnum):
    """What a pointer says of its goal.

    Up to CAUSE they lead from synset to synset, the others from sense to sense; ANTONYM does both.
    """

    HYPERNYM = 0
    SIMILAR = 1
    ALSO = 2
    ATTRIBUTE = 3
    ENTAILMENT = 4
    CAUSE = 5
    ANTONYM = 6
    DERIVED = 7
    PERTAINYM = 8
    ALSO_WORD = 9


class WordList:
    """Sorted lines, found by number or by text. A directory of every BLOCK-th line leads to the block to search."""

    def __init__(self, data: mmap.mmap, heads: bytes, blocks: memoryview, start: int) -> None:
        self._data = data
        self._heads = heads.split(b"\n")
        self._blocks = [start + offset for offset in blocks]

    def find(self, line: str) -> int:
        """The number of this line, -1 if there is none."""
        key = line.encode(errors="replace")
        block = bisect_right(self._heads, key) - 1
        if block < 0 or b"\n" in key:
            return -1
        start = self._blocks[block]
        at = self._data.find(b"\n%b\n" % key, start, self._blocks[block + 1] + 1)
        return -1 if at < 0 else block * BLOCK + self._data[start:at].count(b"\n")

    def begins(self, prefix: str) -> bool:
        """Whether any line begins with this text."""
        key = prefix.encode(errors="replace")
        block = max(bisect_right(self._heads, key) - 1, 0)
        end = self._blocks[min(block + 2, len(self._blocks) - 1)]
        return self._data.find(b"\n" + key, self._blocks[block], end) >= 0

    def __getitem__(self, number: int) -> str:
        block, line = divmod(number, BLOCK)
        return self._data[self._blocks[block] + 1 : self._blocks[block + 1]].split(b"\n")[line].decode()


class Store:
    """The data file, mapped on first use. All numbers it takes and gives are those of the file."""

    def __init__(self, path: Path = DATA) -> None:
        self._path = path

    @cached_property
    def _data(self) -> mmap.mmap:
        with self._path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if data[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{self._path} is not a WordNet data file of this version; rebuild it")
        return data

    @cached_property
    def _extents(self) -> dict[str, tuple[int, int]]:
        body = len(MAGIC) + 4 * len(SECTIONS)
        ends = _numbers(self._data[len(MAGIC) : body])
        extents, start = {}, body
        for name, end in zip(SECTIONS, ends, strict=True):
            extents[name] = (start, end)
            start = end + -end % 4
        return extents

    def _section(self, name: str) -> memoryview:
        start, end = self._extents[name]
        return _numbers(memoryview(self._data)[start:end])

    def _words(self, name: str) -> WordList:
        start, end = self._extents[f"{name}_heads"]
        return WordList(
            self._data, self._data[start:end], self._section(f"{name}_blocks"), self._extents[f"{name}_text"][0]
        )

    @cached_property
    def lemmas(self) -> WordList:
        """All lemmas, lower case, words of a phrase joined by underscores."""
        return self._words("lemma")

    @cached_property
    def _exceptions(self) -> WordList:
        return self._words("exception")

    @cached_property
    def _exception_starts(self) -> memoryview:
        return self._section("exception_starts")

    @cached_property
    def _exception_bases(self) -> memoryview:
        return self._section("exception_bases")

    @cached_property
    def _parts(self) -> list[int]:
        return list(self._section("parts"))

    @cached_property
    def _lemma_starts(self) -> memoryview:
        return self._section("lemma_starts")

    @cached_property
    def _senses(self) -> memoryview:
        return self._section("senses")

    @cached_property
    def _synset_starts(self) -> memoryview:
        return self._section("synset_starts")

    @cached_property
    def _members(self) -> memoryview:
        return self._section("members")

    @cached_property
    def _breadths(self) -> memoryview:
        return self._section("breadths")

    @cached_property
    def _link_starts(self) -> memoryview:
        return self._section("link_starts")

    @cached_property
    def _links(self) -> memoryview:
        return self._section("links")

    @cached_property
    def _lexical_sources(self) -> memoryview:
        return self._section("lexical_sources")

    @cached_property
    def _lexical_links(self) -> memoryview:
        return self._section("lexical_links")

    def bases(self, form: str) -> list[tuple[str, int]]:
        """Part of speech and lemma for every base of an irregular form."""
        number = self._exceptions.find(form)
        if number < 0:
            return []
        found = self._exception_bases[self._exception_starts[number] : self._exception_starts[number + 1]]
        return [(PARTS_OF_SPEECH[base >> KIND_BITS], base & _GOAL) for base in found]

    def part_of_speech(self, synset: int) -> str:
        """n, v, a or r."""
        return PARTS_OF_SPEECH[bisect_right(self._parts, synset) - 1]

    def senses(self, lemma: int) -> range:
        """The senses of a lemma in all its parts of speech."""
        return range(self._lemma_starts[lemma], self._lemma_starts[lemma + 1])

    def synset(self, sense: int) -> int:
        """The synset a sense belongs to."""
        found: int = self._senses[sense] >> COUNT_BITS
        return found

    def count(self, sense: int) -> int:
        """How often a sense was tagged in WordNet's semantic concordances."""
        found: int = self._senses[sense] & _COUNT
        return found

    def lemma(self, sense: int) -> int:
        """The lemma of a sense."""
        return bisect_right(self._lemma_starts, sense) - 1

    def members(self, synset: int) -> list[int]:
        """The senses in a synset."""
        return list(self._members[self._synset_starts[synset] : self._synset_starts[synset + 1]])

    def breadth(self, synset: int) -> int:
        """How many direct hyponyms and instances a synset has."""
        found: int = self._breadths[synset]
        return found

    def linked(self, synset: int, kind: Kind) -> list[int]:
        """The synsets a synset points to in this way."""
        links = self._links[self._link_starts[synset] : self._link_starts[synset + 1]]
        return [link & _GOAL for link in links if link >> KIND_BITS == kind]

    def pointed(self, senses: range, kind: Kind) -> list[int]:
        """The senses that any of some consecutive senses points to in this way."""
        start = bisect_right(self._lexical_sources, senses.start - 1)
        end = bisect_right(self._lexical_sources, senses.stop - 1, start)
        return [link & _GOAL for link in self._lexical_links[start:end] if link >> KIND_BITS == kind]


_COUNT = (1 << COUNT_BITS) - 1
_GOAL = (1 << KIND_BITS) - 1


def _numbers(data: bytes | memoryview) -> memoryview:
    """Little-endian unsigned numbers of four bytes, without a copy where the machine is little-endian too."""
    if sys.byteorder == "little":
        return memoryview(data).cast("I")
    numbers = array("I", bytes(data))
    numbers.byteswap()
    return memoryview(numbers)
