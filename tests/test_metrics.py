"""The metrics are sacreBLEU's, and fidelity is plain arithmetic."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sacrebleu

import mtaudit
from mtaudit.alignment import align
from mtaudit.metrics.base import streams
from mtaudit.metrics.bleu import Bleu
from mtaudit.metrics.chrf import Chrf
from mtaudit.metrics.fidelity import Fidelity
from mtaudit.metrics.ter import Ter
from mtaudit.mqm import Severity
from mtaudit.records import Alignment, Document, Finding, Pair
from mtaudit.segmentation import segment

ORIGINAL = """\
The ferry to Lorn ran aground in a fog on Thursday.
Its captain had asked the harbour for a pilot.
Divers searched the hull until after midnight.
"""
COPY = """\
The ferry  to Lorn ran aground in a mist on Thursday.
[ad_1]
Divers searched the shell until after midnight.
Rain is forecast.
"""
HYPOTHESES = [
    "The ferry to Lorn ran aground in a mist on Thursday.",
    "",
    "Divers searched the shell until after midnight.",
    "Rain is forecast.",
]
REFERENCES = [*ORIGINAL.splitlines(), ""]


def aligned(original: str, copy: str) -> Alignment:
    pair = Pair(Document("o", original), Document("c", copy))
    return align(pair, segment(pair.original), segment(pair.copy))


@pytest.fixture
def finding() -> Finding:
    audit = mtaudit.compare("The fire killed 12 people.", "The fire killed 21 people.")
    return audit.findings[0]


def test_a_bead_is_a_segment_and_debris_of_the_copy_is_none() -> None:
    assert streams(aligned(ORIGINAL, COPY)) == (HYPOTHESES, [REFERENCES])


def test_the_values_are_those_of_sacrebleu() -> None:
    alignment = aligned(ORIGINAL, COPY)
    assert Bleu()(alignment, ()).value == round(sacrebleu.corpus_bleu(HYPOTHESES, [REFERENCES]).score, 4)
    assert Ter()(alignment, ()).value == round(sacrebleu.corpus_ter(HYPOTHESES, [REFERENCES]).score, 4)
    for order in (0, 2):
        expected = sacrebleu.corpus_chrf(HYPOTHESES, [REFERENCES], word_order=order).score
        assert Chrf(word_order=order)(alignment, ()).value == round(expected, 4)


def test_a_verbatim_copy_has_the_best_of_all_scores() -> None:
    alignment = aligned(ORIGINAL, ORIGINAL)
    values = [metric(alignment, ()).value for metric in (Bleu(), Chrf(), Ter(), Fidelity())]
    assert values == [100, 100, 0, 100]


@pytest.mark.parametrize(
    ("metric", "signature"),
    [
        (Bleu(), f"nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:{sacrebleu.__version__}"),
        (Chrf(), f"nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|version:{sacrebleu.__version__}"),
        (Ter(), f"nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:{sacrebleu.__version__}"),
        (Fidelity(), "fidelity|mqm:1/5/25|per:100w|clip:0"),
        (Fidelity(per_words=1000), "fidelity|mqm:1/5/25|per:1000w|clip:0"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_signature_names_the_options(metric: Bleu | Chrf | Ter | Fidelity, signature: str) -> None:
    score = metric(aligned(ORIGINAL, COPY), ())
    assert score.signature == signature
    assert score.metric == type(metric).__name__.lower()


@pytest.mark.parametrize(
    ("severities", "words", "value"),
    [
        pytest.param([], 50, 100, id="no finding"),
        pytest.param(["neutral"], 50, 100, id="a neutral one costs nothing"),
        pytest.param(["minor"], 100, 99, id="1 per 100 words"),
        pytest.param(["minor"], 50, 98, id="a shorter text suffers more"),
        pytest.param(["minor", "major", "critical"], 200, 84.5, id="1 + 5 + 25 on 200 words"),
        pytest.param(["critical"] * 3, 50, 0, id="never below 0"),
        pytest.param(["minor"], 0, 0, id="no words at all"),
    ],
)
def test_fidelity(finding: Finding, severities: list[str], words: int, value: float) -> None:
    findings = [replace(finding, severity=Severity(severity)) for severity in severities]
    original = "rain " * words + "…"
    assert Fidelity()(aligned(original, original), findings).value == value
