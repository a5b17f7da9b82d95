"""How long an audit takes beside what people run today: sacreBLEU for a figure and difflib for the view.

Run alone with `pytest -m benchmark -s`. It prints and holds no time against a limit, which a busy machine would break.
"""

from __future__ import annotations

import difflib
import gc
import statistics
import time
from collections.abc import Callable
from functools import _lru_cache_wrapper
from itertools import permutations
from pathlib import Path

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

import mtaudit
from mtaudit.metrics.base import streams
from mtaudit.records import Document
from mtaudit.segmentation import segment

CORPORA = Path(__file__).parents[2] / "corpora"


def pairs() -> list[tuple[str, str]]:
    """Two stories each, about 1000 words: every ordered choice of two."""
    read = [
        tuple((folder / f"{side}.txt").read_text("utf-8") for side in ("original", "copy"))
        for folder in sorted(CORPORA.iterdir())
        if (folder / "original.txt").exists()
    ]
    return [(f"{a[0]}\n\n{b[0]}", f"{a[1]}\n\n{b[1]}") for a, b in permutations(read, 2)]


def forget() -> None:
    """Empties every cache of mtaudit, but for those that hold the lexicon's data and the plug-ins."""
    kept = ("mtaudit.lingua.wordnet.store", "mtaudit.registry", "mtaudit.render.html")
    for found in gc.get_objects():
        if isinstance(found, _lru_cache_wrapper):
            module = str(getattr(found, "__module__", ""))
            if module.startswith("mtaudit.") and module not in kept and found.cache_info().maxsize is not None:
                found.cache_clear()


def usual(original: Document, copy: Document, hypotheses: list[str], references: list[list[str]]) -> None:
    """What a researcher runs today: BLEU, chrF++ and TER, and difflib's two columns, a sentence on a line."""
    for metric in (BLEU(), CHRF(word_order=2), TER()):
        metric.corpus_score(hypotheses, references)
    sides = [[s.span.of(d.text) for s in segment(d)] for d in (original, copy)]
    difflib.HtmlDiff().make_file(*sides)


def took(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


@pytest.mark.benchmark
def test_an_audit_beside_bleu_chrf_ter_and_difflib() -> None:
    texts = pairs()
    mtaudit.compare(*texts[0])
    ours, warm, theirs = [], [], []
    for original, copy in texts:
        forget()
        ours.append(took(lambda a=original, b=copy: mtaudit.compare(a, b)))
        warm.append(took(lambda a=original, b=copy: mtaudit.compare(a, b)))
        audit = mtaudit.compare(original, copy)
        assert audit.original is not None
        assert audit.comparison is not None
        hypotheses, references = streams(audit.comparison.alignment)
        forget()
        theirs.append(took(lambda a=audit.original, b=audit.copy, h=hypotheses, r=references: usual(a, b, h, r)))
    a, again, b = (statistics.median(times) for times in (ours, warm, theirs))
    print(f"\n{statistics.mean(len(o.split()) for o, _ in texts):.0f} words, median of {len(texts)} pairs, seconds:")
    print(f"  mtaudit.compare, caches empty          {a:.3f}")
    print(f"  the same text again                    {again:.3f}")
    print(f"  BLEU + chrF++ + TER + difflib.HtmlDiff {b:.3f}")
    print(f"  ratio                                  {a / b:.2f}")
