"""An archive of many originals: how long it takes to build, how much memory, how fast and how surely it finds one.

`pytest -m benchmark -s tests/benchmarks/test_archive.py` prints the figures for 20,000 articles, and with
`MTAUDIT_ARTICLES=1000000` for as many as that. Among them stand the originals of the round-trip corpus, where that is
at hand (see test_originals.py): each of its copies must find its own.

The articles are made one after another and are never held: 330 to 530 words, in phrases of the small words, those of
WordNet and names, as unevenly spread as words are; and in each run of ten articles, as of ten desks on one event, the
same names and subjects.
The process that builds measures itself. Its memory is the highest resident size, files mapped by the index included.
"""

from __future__ import annotations

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import pytest

import mtaudit
from mtaudit.lexicon.closed_class import FUNCTION_WORDS
from mtaudit.lexicon.wordnet.store import Store
from mtaudit.matching import Archive
from mtaudit.records import Document

ARTICLES = int(os.environ.get("MTAUDIT_ARTICLES", "20000"))
SHARED = Path(os.environ.get("MTAUDIT_SHARED") or Path(__file__).parents[3] / "shared")
ROUNDTRIP = SHARED / "roundtrip"

MOST_BYTES = 1_500_000_000
"""Of memory that building may take, of however many articles."""

MOST_MILLISECONDS = 10
"""Of processor time that a query may take, by the median."""

COPIES = 1000
"""Articles of which a copy is looked for."""

REPLACED = 0.45
"""Share of a copy's words that are others than its original's."""

EVENT = 10
"""Articles in a row that are on one event."""

NAMES = 60
"""Words that the articles on an event have in common, each in every other of them."""

SENTENCE = 5
"""Phrases in one."""

PHRASES = 2**18
"""Phrases that all articles draw from, so that even words that hardly anyone uses stand in hundreds of a million."""


@dataclass(frozen=True, slots=True)
class Built:
    """What building cost; `made` are the seconds of it that went into making the articles up."""

    seconds: float
    made: float
    processor: float
    bytes: int
    articles: int


@cache
def vocabulary() -> list[str]:
    """Words, the frequent ones first: the small ones, those of WordNet in no order, and made-up names."""
    chance = random.Random(1)
    small, known = sorted(w for w in FUNCTION_WORDS if w.isalpha()), wordnet()
    chance.shuffle(small)
    chance.shuffle(known)
    parts = "ba dor fen gal hin jo kel lu mar nev os pri quo ren sul tam ur vek wis yor zan".split()
    names = {"".join(chance.choices(parts, k=chance.randint(2, 4))).capitalize() for _ in range(150_000)}
    return small + known + sorted(names, key=lambda name: name[::-1])


def wordnet() -> list[str]:
    """The words in it that are no phrases."""
    words = Store().lemmas
    return sorted({w for w in map(words.__getitem__, range(words.find("zymurgy"))) if w.isalpha()})


@cache
def phrases() -> list[str]:
    """Phrases of four words, each word as often as it is used: after Zipf and Mandelbrot."""
    known = vocabulary()
    shares = 1 / (np.arange(len(known)) + 2.7)
    numbers = np.random.default_rng(2).choice(len(known), size=(PHRASES, 4), p=shares / shares.sum())
    return [" ".join([known[k] for k in four]) for four in numbers.tolist()]


def drawn(chance: np.random.Generator, number: int) -> list[str]:
    known = phrases()
    return [known[k] for k in chance.integers(PHRASES, size=number).tolist()]


def article(number: int) -> Document:
    """The article of this number, the same in every run."""
    chance = np.random.Generator(np.random.SFC64(number))
    said = [s for s, there in zip(_subjects(number // EVENT), chance.random(NAMES) < 0.5, strict=True) if there]
    parts = drawn(chance, int(chance.integers(75, 125)))
    for at, subject in zip(chance.integers(len(parts), size=len(said)).tolist(), said, strict=True):
        parts[at] += f" {subject}"
    lines = [" ".join(parts[at : at + SENTENCE]) + "." for at in range(0, len(parts), SENTENCE)]
    return Document(f"article-{number}", "\n\n".join(lines), "en", title=lines[0])


@lru_cache(maxsize=1)
def _subjects(event: int) -> list[str]:
    known = vocabulary()
    return [known[k] for k in np.random.default_rng(10**9 + event).integers(len(known), size=NAMES).tolist()]


def reworded(original: Document, seed: int) -> Document:
    """A copy with so many of its words replaced by others, drawn as all words are."""
    chance = np.random.default_rng(2 * 10**9 + seed)
    words = original.text.split()
    others = " ".join(drawn(chance, len(words) // 4 + 1)).split()
    replaced = (chance.random(len(words)) < REPLACED).tolist()
    return Document("copy", " ".join(o if r else w for w, o, r in zip(words, others, replaced, strict=False)))


def corpus(folder: str) -> dict[str, Document]:
    """The documents of a folder of the round-trip corpus by the name of their file; none where it is not at hand."""
    return {path.stem: mtaudit.read(path) for path in sorted((ROUNDTRIP / folder).glob("*.txt"))}


def build(folder: Path, articles: int) -> Built:
    """Builds the archive of so many articles, the corpus in their midst, in this process."""
    phrases()
    making = 0.0

    def made(number: int) -> Document:
        nonlocal making
        start = time.perf_counter()
        text = article(number)
        making += time.perf_counter() - start
        return text

    def everything() -> Iterator[Document]:
        half = articles // 2
        yield from map(made, range(half))
        yield from corpus("originals").values()
        yield from map(made, range(half, articles))

    start, processor = time.perf_counter(), time.process_time()
    archive = Archive(folder)
    archive.add(everything())
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Built(time.perf_counter() - start, making, time.process_time() - processor, highest, len(archive))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("archive")


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    """The archive, built by a process of its own."""
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, __file__, str(folder), str(ARTICLES)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=True,
        capture_output=True,
        text=True,
    )
    return Built(**json.loads(run.stdout))


@pytest.mark.benchmark
def test_building(built: Built) -> None:
    print(
        f"\n{built.articles:,} articles: {built.seconds:.0f} s, of which {built.made:.0f} s made them up; "
        f"{built.processor:.0f} s of processor time; {built.bytes / 1e9:.2f} GB of memory"
    )
    assert built.articles == ARTICLES + len(corpus("originals"))
    assert built.bytes <= MOST_BYTES


@dataclass(frozen=True, slots=True)
class Asked:
    """What an archive gave as the likeliest original, in how many milliseconds, and how many of processor time."""

    first: Document | None
    passed: float
    processor: float

    @classmethod
    def of(cls, archive: Archive, copy: Document) -> Asked:
        start, processor = time.perf_counter(), time.process_time()
        found = archive.candidates(copy, most=1)
        passed, processor = time.perf_counter() - start, time.process_time() - processor
        return cls(found[0] if found else None, 1000 * passed, 1000 * processor)


def judge(what: str, asked: Sequence[Asked], right: int, floor: float) -> None:
    """Prints the figures and holds them against what must be reached."""
    processor = statistics.median(a.processor for a in asked)
    print(
        f"\n{len(asked):,} {what}: recall@1 {right / len(asked):.4f}; a query takes {processor:.1f} ms of processor "
        f"time, {statistics.median(a.passed for a in asked):.1f} ms as the machine is now (medians)"
    )
    assert right >= floor * len(asked)
    assert processor <= MOST_MILLISECONDS


@pytest.mark.benchmark
@pytest.mark.usefixtures("built")
def test_finding_reworded_articles(folder: Path) -> None:
    archive = Archive(folder)
    numbers = range(0, ARTICLES, max(1, ARTICLES // COPIES))
    asked = [Asked.of(archive, reworded(article(n), n)) for n in numbers]
    right = sum(a.first == article(n) for a, n in zip(asked, numbers, strict=True))
    judge(f"copies with {REPLACED:.0%} of their words replaced, among {len(archive):,}", asked, right, 0.99)


@pytest.mark.benchmark
@pytest.mark.skipif(not ROUNDTRIP.is_dir(), reason=f"{SHARED} does not hold the real articles; set MTAUDIT_SHARED")
@pytest.mark.usefixtures("built")
def test_finding_the_originals_of_round_trips(folder: Path) -> None:
    archive = Archive(folder)
    copies = corpus("copies")
    asked = [Asked.of(archive, copy) for copy in copies.values()]
    stems = [Path(a.first.id).stem if a.first else "" for a in asked]
    right = sum(stem == name.rsplit(".", 1)[0] for stem, name in zip(stems, copies, strict=True))
    judge(f"copies of the corpus among {len(archive):,}", asked, right, 0.999)


if __name__ == "__main__":
    print(json.dumps(asdict(build(Path(sys.argv[1]), int(sys.argv[2])))))
