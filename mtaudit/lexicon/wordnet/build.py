"""Makes `relations.dat` from the files of WordNet 3.0: `python -m mtaudit.lexicon.wordnet.build /usr/share/wordnet`.

Only words and the relations between them are kept; glosses and examples are not. Same input, same bytes.
The formats read are those of the manual pages wndb(5WN), cntlist(5WN) and morphy(7WN).
"""

from __future__ import annotations

import struct
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mtaudit.lexicon.wordnet.store import BLOCK, COUNT_BITS, DATA, KIND_BITS, MAGIC, PARTS_OF_SPEECH, SECTIONS, Kind

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_TYPES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}

BETWEEN_SYNSETS = {
    "@": Kind.HYPERNYM,
    "@i": Kind.HYPERNYM,
    "&": Kind.SIMILAR,
    "$": Kind.SIMILAR,
    "^": Kind.ALSO,
    "=": Kind.ATTRIBUTE,
    "*": Kind.ENTAILMENT,
    ">": Kind.CAUSE,
}
BETWEEN_SENSES = {
    "!": Kind.ANTONYM,
    "+": Kind.DERIVED,
    "<": Kind.DERIVED,
    "\\": Kind.PERTAINYM,
    "^": Kind.ALSO_WORD,
}


class Pointer(NamedTuple):
    """A relation of one synset, or of its word number `source`, to another; words count from 1, 0 is all of them."""

    symbol: str
    goal: tuple[str, int]
    source: int
    target: int


class Synset(NamedTuple):
    """One line of a data file without its gloss."""

    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]


Place = tuple[str, int]
"""Part of speech and offset: how WordNet's files name a synset."""


def read_synsets(folder: Path) -> dict[Place, Synset]:
    """All synsets by place, in the order of the files."""
    return {
        (part, int(line[:8])): _synset(line.partition(" | ")[0].split())
        for part, name in FILES.items()
        for line in _lines(folder / f"data.{name}")
    }


def _synset(fields: Sequence[str]) -> Synset:
    count = int(fields[3], 16)
    words = tuple(fields[4 + 2 * i].partition("(")[0].lower() for i in range(count))
    rest = fields[5 + 2 * count :]
    pointers = []
    for i in range(int(fields[4 + 2 * count])):
        symbol, offset, part, ends = rest[4 * i : 4 * i + 4]
        goal = ("a" if part == "s" else part, int(offset))
        pointers.append(Pointer(symbol, goal, int(ends[:2], 16), int(ends[2:], 16)))
    return Synset(words, tuple(pointers))


def read_senses(folder: Path) -> dict[str, dict[str, list[Place]]]:
    """Lemma → part of speech → its synsets, the most frequent sense first."""
    index: defaultdict[str, dict[str, list[Place]]] = defaultdict(dict)
    for part, name in FILES.items():
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            index[fields[0]][part] = [(part, int(offset)) for offset in fields[-int(fields[2]) :]]
    return index


def read_counts(folder: Path) -> dict[tuple[str, str, int], int]:
    """Lemma, part of speech and number of the sense from 0 → how often it was tagged."""
    counts = {}
    for line in _lines(folder / "cntlist.rev"):
        key, number, count = line.split()
        lemma, _, rest = key.partition("%")
        counts[lemma, SENSE_TYPES[rest[0]], int(number) - 1] = int(count)
    return counts


def read_exceptions(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Irregular form, part of speech and base."""
    for part, name in FILES.items():
        for line in _lines(folder / f"{name}.exc"):
            form, *bases = line.split()
            yield from ((form, part, base) for base in bases)


def _lines(path: Path) -> list[str]:
    """The lines of a file without the licence notice, which is indented."""
    return [line for line in path.read_text(encoding="ascii").splitlines() if not line.startswith(" ")]


def build(folder: Path) -> bytes:
    """The data file made from the WordNet files in a folder.

    Raises OSError where one is missing.
    """
    synsets, index, counts = read_synsets(folder), read_senses(folder), read_counts(folder)
    places = {place: number for number, place in enumerate(synsets)}
    lemmas = {lemma: number for number, lemma in enumerate(sorted(index))}
    sections: dict[str, bytes] = {}

    senses: dict[tuple[str, Place], int] = {}
    packed: list[int] = []
    starts = [0]
    for lemma in lemmas:
        for part in PARTS_OF_SPEECH:
            for rank, place in enumerate(index[lemma].get(part, ())):
                senses[lemma, place] = len(packed)
                packed.append(places[place] << COUNT_BITS | counts.get((lemma, part, rank), 0))
        starts.append(len(packed))
    sections |= _word_list("lemma", list(lemmas))
    sections["lemma_starts"], sections["senses"] = _pack(starts), _pack(packed)
    sections["parts"] = _pack(min(n for (p, _), n in places.items() if p == part) for part in PARTS_OF_SPEECH)

    members = [[senses[word, place] for word in synset.words] for place, synset in synsets.items()]
    sections["synset_starts"], sections["members"] = _rows(members)
    sections |= _links(synsets, places)
    sections |= _lexical_links(synsets, senses)
    sections |= _exceptions(folder, lemmas)
    return _join(sections)


def _links(synsets: dict[Place, Synset], places: dict[Place, int]) -> dict[str, bytes]:
    rows, breadths = [], Counter[int]()
    for synset in synsets.values():
        row = sorted(
            BETWEEN_SYNSETS[p.symbol] << KIND_BITS | places[p.goal]
            for p in synset.pointers
            if p.symbol in BETWEEN_SYNSETS and p.source == 0
        )
        row += sorted({Kind.ANTONYM << KIND_BITS | places[p.goal] for p in synset.pointers if p.symbol == "!"})
        breadths.update(link for link in row if link >> KIND_BITS == Kind.HYPERNYM)
        rows.append(row)
    starts, links = _rows(rows)
    return {"link_starts": starts, "links": links, "breadths": _pack(breadths[n] for n in range(len(rows)))}


def _lexical_links(synsets: dict[Place, Synset], senses: dict[tuple[str, Place], int]) -> dict[str, bytes]:
    links = sorted(
        (
            senses[synset.words[p.source - 1], place],
            BETWEEN_SENSES[p.symbol] << KIND_BITS | senses[synsets[p.goal].words[p.target - 1], p.goal],
        )
        for place, synset in synsets.items()
        for p in synset.pointers
        if p.symbol in BETWEEN_SENSES and p.source
    )
    return {"lexical_sources": _pack(source for source, _ in links), "lexical_links": _pack(link for _, link in links)}


def _exceptions(folder: Path, lemmas: dict[str, int]) -> dict[str, bytes]:
    bases: defaultdict[str, set[int]] = defaultdict(set)
    for form, part, base in read_exceptions(folder):
        if base in lemmas:
            bases[form].add(PARTS_OF_SPEECH.index(part) << KIND_BITS | lemmas[base])
    sections = _word_list("exception", sorted(bases))
    sections["exception_starts"], sections["exception_bases"] = _rows([sorted(bases[form]) for form in sorted(bases)])
    return sections


def _word_list(name: str, lines: Sequence[str]) -> dict[str, bytes]:
    """Sorted lines with a directory of every BLOCK-th; each block begins at the line feed before its first line."""
    blocks, at = [], 0
    for number, line in enumerate(lines):
        if number % BLOCK == 0:
            blocks.append(at)
        at += len(line) + 1
    return {
        f"{name}_heads": "\n".join(lines[::BLOCK]).encode(),
        f"{name}_blocks": _pack([*blocks, at]),
        f"{name}_text": ("\n" + "\n".join(lines) + "\n").encode(),
    }


def _rows(rows: Iterable[Sequence[int]]) -> tuple[bytes, bytes]:
    """Rows of numbers as where each begins, with one more for the end, and all of them in one."""
    items: list[int] = []
    starts = [0]
    for row in rows:
        items.extend(row)
        starts.append(len(items))
    return _pack(starts), _pack(items)


def _pack(numbers: Iterable[int]) -> bytes:
    listed = list(numbers)
    return struct.pack(f"<{len(listed)}I", *listed)


def _join(sections: dict[str, bytes]) -> bytes:
    at, ends, body = len(MAGIC) + 4 * len(SECTIONS), [], bytearray()
    for name in SECTIONS:
        ends.append(at + len(body) + len(sections[name]))
        body += sections[name] + bytes(-len(sections[name]) % 4)
    return MAGIC + _pack(ends) + bytes(body)


def main(argv: Sequence[str]) -> int:
    """Writes the data file; returns 2 where the folder is not given or lacks a file."""
    if len(argv) != 1:
        print("usage: python -m mtaudit.lexicon.wordnet.build FOLDER-OF-WORDNET-3.0", file=sys.stderr)
        return 2
    try:
        data = build(Path(argv[0]))
    except OSError as error:
        print(f"not a folder of WordNet 3.0: {error}", file=sys.stderr)
        return 2
    DATA.write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
