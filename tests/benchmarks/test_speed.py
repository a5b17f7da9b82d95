"""How long an audit takes beside what people run today: sacreBLEU for a figure and difflib for the view; and, with the
language model, beside encoding the sentences of both texts once.

Run alone with `pytest -m benchmark -s`. It prints and holds no time against a limit, which a busy machine would break.
"""

from __future__ import annotations

import difflib
import gc
import os
import statistics
import time
from collections.abc import Callable
from functools import _lru_cache_wrapper, partial
from itertools import permutations
from pathlib import Path

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

import mtaudit
from mtaudit.metrics.base import streams
from mtaudit.model import encoder as semantics
from mtaudit.records import Document
from mtaudit.text.segmentation import segment

CORPORA = Path(__file__).parents[2] / "corpora"


def pairs() -> list[tuple[str, str]]:
    """Two stories each, about 1000 words: every ordered choice of two."""
    read = [
        tuple((folder / f"{side}.txt").read_text("utf-8") for side in ("original", "copy"))
        for folder in sorted(CORPORA.iterdir())
        if (folder / "original.txt").exists()
    ]
    return [(f"{a[0]}\n\n{b[0]}", f"{a[1]}\n\n{b[1]}") for a, b in permutations(read, 2)]


LEXICON = ("mtaudit.lexicon.wordnet", "mtaudit.lexicon.alike", "mtaudit.lexicon.spelling")
"""Modules whose caches are of words rather than of texts: warm after the first articles of a run."""

MODEL = "mtaudit.model.encoder"
"""Where the loaded language model is kept, which a run loads once."""


def forget(*, lexicon: bool) -> None:
    """Empties the caches of mtaudit and sacreBLEU that depend on the text, with or without those of single words."""
    for found in gc.get_objects():
        if isinstance(found, _lru_cache_wrapper) and (found.cache_info().maxsize or 0) > 1:  # others hold data files
            module = str(getattr(found, "__module__", ""))
            kept = () if lexicon else LEXICON
            if module.startswith(("mtaudit.", "sacrebleu.")) and not module.startswith((MODEL, *kept)):
                found.cache_clear()


def usual(original: Document, copy: Document, hypotheses: list[str], references: list[list[str]]) -> None:
    """What a researcher runs today: BLEU, chrF++ and TER, and difflib's two columns, a sentence on a line."""
    for metric in (BLEU(), CHRF(word_order=2), TER()):
        metric.corpus_score(hypotheses, references)
    left, right = ([s.span.of(d.text) for s in segment(d)] for d in (original, copy))
    difflib.HtmlDiff().make_file(left, right)


def took(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


@pytest.mark.benchmark
def test_an_audit_beside_bleu_chrf_ter_and_difflib() -> None:
    texts = pairs()
    mtaudit.compare(*texts[0], model=False)
    cold, warm, theirs = [], [], []
    for original, copy in texts:
        forget(lexicon=True)
        cold.append(took(partial(mtaudit.compare, original, copy, model=False)))
        forget(lexicon=False)
        warm.append(took(partial(mtaudit.compare, original, copy, model=False)))
        audit = mtaudit.compare(original, copy, model=False)
        assert audit.original is not None
        assert audit.comparison is not None
        hypotheses, references = streams(audit.comparison.alignment)
        forget(lexicon=True)
        theirs.append(took(partial(usual, audit.original, audit.copy, hypotheses, references)))
    first, later, other = (statistics.median(times) for times in (cold, warm, theirs))
    words = statistics.mean(len(original.split()) for original, _ in texts)
    print(f"\n{words:.0f} words, median of {len(texts)} pairs:")
    print(f"  mtaudit.compare, no word seen before    {first:.3f} s, {first / other:.2f} times the last line")
    print(f"  mtaudit.compare, its words seen before  {later:.3f} s, {later / other:.2f} times the last line")
    print(f"  BLEU + chrF++ + TER + difflib.HtmlDiff  {other:.3f} s")


@pytest.mark.benchmark
def test_an_audit_in_context_beside_encoding_its_sentences() -> None:
    encoder = semantics.load(Path(os.environ["MTAUDIT_MODEL"]) if "MTAUDIT_MODEL" in os.environ else None)
    if encoder is None:
        pytest.skip("all-MiniLM-L6-v2 is not installed: `mtaudit model install`, or name its folder in MTAUDIT_MODEL")
    texts = pairs()
    mtaudit.compare(*texts[0], model=encoder.folder)
    audits, encodings = [], []
    for original, copy in texts:
        sentences = sorted({s.span.of(t) for t in (original, copy) for s in segment(Document("text", t))})
        forget(lexicon=False)
        encodings.append(took(partial(encoder.sentences, sentences)))
        audits.append(took(partial(mtaudit.compare, original, copy, model=encoder.folder)))
    audit, encoding = statistics.median(audits), statistics.median(encodings)
    print(
        f"\naudit {audit:.3f} s, sentences encoded once {encoding:.3f} s by {encoder.runtime}: {audit / encoding:.2f}"
    )
