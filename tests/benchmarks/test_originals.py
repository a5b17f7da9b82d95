"""Copies and their originals among real articles, which are read where they lie: `pytest -s` prints the figures.

The round-trip corpus and the samples stand in the folder that MTAUDIT_SHARED names, or in `shared` beside the
repository.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import mtaudit
from mtaudit.judging.judges import Plugins
from mtaudit.judging.runs import Seated, audit_all
from mtaudit.matching import Archive
from mtaudit.pair.alignment import align
from mtaudit.pair.originals import COPIES
from mtaudit.pair.relation import Manner, made, relate
from mtaudit.records import Alignment, Audit, Document, Pair, Relation, RelationKind, Segment
from mtaudit.text.segmentation import segment

SHARED = Path(os.environ.get("MTAUDIT_SHARED") or Path(__file__).parents[3] / "shared")
ROUNDTRIP, SEEDS = SHARED / "roundtrip", SHARED / "seeds"

pytestmark = pytest.mark.skipif(
    not (ROUNDTRIP.is_dir() and SEEDS.is_dir()),
    reason=f"{SHARED} does not hold the real articles; set MTAUDIT_SHARED to the folder that does",
)

UNLIKE = 10_000
"""Pairs of unlike articles."""

ROUND_UPS = 20
"""Texts made of two to four copies of one kind, for each kind."""


@cache
def documents(folder: str) -> dict[str, Document]:
    """The documents of a folder of the corpus by the name of their file."""
    return {path.stem: mtaudit.read(path) for path in sorted((ROUNDTRIP / folder).glob("*.txt"))}


@cache
def segments(document: Document) -> tuple[Segment, ...]:
    return segment(document)


def aligned(original: Document, copy: Document) -> Alignment:
    return align(Pair(original, copy), segments(original), segments(copy))


def original_of(name: str) -> str:
    return name.rsplit(".", 1)[0]


def kind_of(name: str) -> str:
    return name.rsplit(".", 1)[1]


def audits(copies: Iterable[Document], originals: Iterable[Document]) -> Sequence[Audit]:
    run = audit_all(tuple(copies), Seated([Archive.of(originals)], Plugins({}, {}, {}), ""))
    assert not run.failures
    return run.audits


def names(found: Iterable[Audit]) -> list[str]:
    return [Path(a.original.id).stem for a in found if a.original]


@cache
def unlike() -> tuple[Relation, ...]:
    """The relations of a sample of all pairs of a copy and an original of another article."""
    originals, copies = documents("originals"), documents("copies")
    pairs = [(o, c) for o in originals for c in copies if original_of(c) != o]
    chosen = random.Random(5).sample(pairs, min(UNLIKE, len(pairs)))
    return tuple(relate(aligned(originals[o], copies[c])) for o, c in chosen)


@cache
def like() -> tuple[Relation, ...]:
    """The relations of all copies with their originals."""
    originals = documents("originals")
    return tuple(relate(aligned(originals[original_of(n)], c)) for n, c in documents("copies").items())


def test_all_copies_are_copies() -> None:
    print(f"\ncopies: {len(like())}, by relation: {Counter(r.kind.value for r in like())}")
    assert {r.kind for r in like()} == {RelationKind.COPY}


def test_no_unlike_article_is_a_copy() -> None:
    print(f"\nunlike pairs: {len(unlike())}, by relation: {Counter(r.kind.value for r in unlike())}")
    assert not [r for r in unlike() if r.kind in COPIES]


def test_the_confidence_is_calibrated() -> None:
    """In each range of confidence about as many are right as it says; more where there were no errors at all."""
    judged = [(r.confidence, r.kind in COPIES) for r in like()] + [
        (r.confidence, r.kind not in COPIES) for r in unlike()
    ]
    print()
    for low, high in pairwise((0.0, 0.6, 0.8, 0.9, 0.95, 1.0)):
        inside = [(sure, right) for sure, right in judged if low < sure <= high]
        if inside:
            said, held = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            print(f"confidence {low:.2f}–{high:.2f}: {len(inside):5} relations, said {said:.3f}, right {held:.3f}")
            assert held >= said


def test_the_samples() -> None:
    samples = {path.name[:3]: mtaudit.read(path) for path in sorted(SEEDS.glob("0*.txt"))}
    relations = {name: relate(aligned(samples["003"], d)) for name, d in samples.items() if name != "003"}
    for name, relation in relations.items():
        print(f"\n{name}: {relation.kind}, {relation.confidence:.2f}, {relation.why}")
    assert {name for name, relation in relations.items() if relation.kind in COPIES} == {"000"}
    assert relations["000"].kind is RelationKind.COPY
    assert Manner.ROUND_TRIP.value in relations["000"].why


def test_each_copy_has_its_original_alone() -> None:
    copies = documents("copies")
    found = audits(copies.values(), documents("originals").values())
    assert [(Path(a.copy.id).stem, name) for a, name in zip(found, names(found), strict=True)] == [
        (name, original_of(name)) for name in copies
    ]


def test_without_its_original_no_copy_has_one() -> None:
    """Not even one pieced together from several."""
    originals = documents("originals")
    for left_out in originals:
        others = [d for name, d in originals.items() if name != left_out]
        orphans = [d for name, d in documents("copies").items() if original_of(name) == left_out]
        assert names(audits(orphans, others)) == []


@pytest.mark.parametrize(("share", "floor"), [(1.0, 1.0), (0.5, 0.75)], ids=["whole", "halves"])
def test_round_ups(share: float, floor: float) -> None:
    """Copies of two to four articles one behind the other, or the first half of each: all originals and no other."""
    chance = random.Random(7)
    originals = documents("originals")
    archive = tuple(originals.values())
    wanted = hit = extra = 0
    for kind in ("rt", "hy", "ce", "cl", "hp"):
        of_kind = [name for name in documents("copies") if kind_of(name) == kind]
        for number in range(ROUND_UPS):
            parts = chance.sample(of_kind, 2 + number % 3)
            text = "\n\n".join(_beginning(documents("copies")[name], share) for name in parts)
            found, expected = set(names(audits([Document("c", text)], archive))), set(map(original_of, parts))
            wanted, hit, extra = wanted + len(expected), hit + len(found & expected), extra + len(found - expected)
    print(f"\nround-ups of {share:.0%} of each: {hit} of {wanted} originals found, {extra} others")
    assert hit >= floor * wanted
    assert extra <= 0.02 * wanted


def _beginning(document: Document, share: float) -> str:
    inside = segments(document)
    return document.text[: inside[max(1, round(share * len(inside))) - 1].span.end]


def test_the_manner_of_the_copies() -> None:
    """The round trips are told from the edits; who edited, a person (hp) or a machine (hy), the words do not tell."""
    originals = documents("originals")
    told: Counter[tuple[str, Manner | None]] = Counter(
        (kind_of(name), made(aligned(originals[original_of(name)], copy))[0])
        for name, copy in documents("copies").items()
    )
    print("\n     " + "  ".join(f"{m.name:10}" for m in Manner))
    for kind in ("cl", "ce", "hy", "hp", "rt"):
        print(f"{kind:4} " + "  ".join(f"{told[kind, m]:<10}" for m in Manner))
    trips = sum(n for (kind, _), n in told.items() if kind == "rt")
    others = sum(n for (kind, _), n in told.items() if kind != "rt")
    assert told["rt", Manner.ROUND_TRIP] >= 0.95 * trips
    assert (
        sum(told[k, Manner.ROUND_TRIP] + told[k, Manner.REWRITTEN] for k in ("cl", "ce", "hy", "hp")) <= 0.01 * others
    )
    assert told["cl", Manner.VERBATIM] >= 0.9 * sum(n for (kind, _), n in told.items() if kind == "cl")
