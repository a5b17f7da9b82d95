"""How well words are linked and phrases judged, against people: MultiMWA and iSTS, read where they lie.

Run: `MTAUDIT_MODEL=$(mtaudit model path) pytest tests/benchmarks/test_agreement.py -s`. The sets stand in the folder
that MTAUDIT_SHARED names, or in `shared` beside the repository; nothing was fitted on the rows measured here.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mtaudit.model import encoder as semantics
from mtaudit.model.encoder.encoder import Encoder
from training.judging import area
from training.phrase_equivalence import phrases
from training.sets import BENCHMARKS, read, rows
from training.word_alignment import agreement, by_form, in_context, prepared

pytestmark = pytest.mark.skipif(
    not BENCHMARKS.is_dir(), reason=f"{BENCHMARKS} does not hold the benchmarks; set MTAUDIT_SHARED to their parent"
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = semantics.load(Path(os.environ["MTAUDIT_MODEL"]) if "MTAUDIT_MODEL" in os.environ else None)
    if found is None:
        pytest.skip("all-MiniLM-L6-v2 is not installed: `mtaudit model install`, and name its folder in MTAUDIT_MODEL")
    return found


@pytest.mark.parametrize(
    ("domain", "sure", "every", "either"),
    [pytest.param("mtref", 0.865, 0.867, 0.9, id="MTRef"), pytest.param("wiki", 0.97, 0.97, 0.97, id="Wikipedia")],
)
def test_links_by_vectors(encoder: Encoder, domain: str, sure: float, every: float, either: float) -> None:
    given = [r for r in read("multimwa") if (r["domain"], r["split"]) == (domain, "dev")]
    found = agreement(prepared(given, encoder), in_context)
    print(f"\n{domain} dev, {len(given)} pairs, by vectors: {found}")
    assert found.sure >= sure
    assert found.all >= every
    assert found.either >= either


@pytest.mark.parametrize(
    ("domain", "either"), [pytest.param("mtref", 0.81, id="MTRef"), pytest.param("wiki", 0.968, id="Wikipedia")]
)
def test_links_by_form(domain: str, either: float) -> None:
    given = [r for r in read("multimwa") if (r["domain"], r["split"]) == (domain, "dev")]
    found = agreement(prepared(given, None), by_form)
    print(f"\n{domain} dev, {len(given)} pairs, by form: {found}")
    assert found.either >= either


@pytest.mark.parametrize(("by_vectors", "every", "changed"), [(True, 0.915, 0.82), (False, 0.91, 0.815)])
def test_phrases_that_say_the_same(
    by_vectors: bool, every: float, changed: float, request: pytest.FixtureRequest
) -> None:
    reader = request.getfixturevalue("encoder") if by_vectors else None
    found = list(phrases(rows("ists16", "report"), reader))
    judged = [(p.judged(), p.same, p.changed) for p in found]
    areas = {
        "all": area([j for j, _, _ in judged], [s for _, s, _ in judged]),
        "changed": area([j for j, _, c in judged if c], [s for _, s, c in judged if c]),
    }
    print(
        f"\niSTS, half to report on, {len(found)} pairs of phrases, by {'vectors' if by_vectors else 'form'}: {areas}"
    )
    assert areas["all"] >= every
    assert areas["changed"] >= changed
