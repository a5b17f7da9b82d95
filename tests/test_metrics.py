"""The metrics are sacreBLEU's; similarity and fidelity are plain arithmetic."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sacrebleu
from hypothesis import given, settings
from hypothesis import strategies as st

import mtaudit
from mtaudit.metrics.base import streams
from mtaudit.metrics.bleu import Bleu
from mtaudit.metrics.chrf import Chrf
from mtaudit.metrics.fidelity import Fidelity
from mtaudit.metrics.similarity import Similarity
from mtaudit.metrics.ter import Ter
from mtaudit.mqm import Severity
from mtaudit.pair.alignment import align
from mtaudit.pair.comparison import compare
from mtaudit.records import Comparison, Counterparts, Document, Finding, Link, Pair
from mtaudit.text.segmentation import segment

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


def compared(original: str, copy: str) -> Comparison:
    pair = Pair(Document("o", original), Document("c", copy))
    return compare(align(pair, segment(pair.original), segment(pair.copy)))


@pytest.fixture
def finding() -> Finding:
    audit = mtaudit.compare("The fire killed 12 people.", "The fire killed 21 people.")
    return audit.findings[0]


def test_a_bead_is_a_segment_and_debris_of_the_copy_is_none() -> None:
    assert streams(compared(ORIGINAL, COPY).alignment) == (HYPOTHESES, [REFERENCES])


def test_the_values_are_those_of_sacrebleu() -> None:
    comparison = compared(ORIGINAL, COPY)
    assert Bleu()(comparison, ()).value == round(sacrebleu.corpus_bleu(HYPOTHESES, [REFERENCES]).score, 4)
    assert Ter()(comparison, ()).value == round(sacrebleu.corpus_ter(HYPOTHESES, [REFERENCES]).score, 4)
    for order in (0, 2):
        expected = sacrebleu.corpus_chrf(HYPOTHESES, [REFERENCES], word_order=order).score
        assert Chrf(word_order=order)(comparison, ()).value == round(expected, 4)


sentences = st.lists(st.sampled_from("rain fell on the wide cold harbour , ".split()), min_size=1, max_size=30)
edits = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from("rain fell snow .".split())), max_size=4
)


def edited(words: list[str], changes: list[tuple[int, int, str]]) -> list[str]:
    """The words with others put in, some left out, and some moved."""
    for put, taken, word in changes:
        words = [*words[:put], word, *words[put:]]
        moved = words[taken : taken + 2]
        words = words[:taken] + words[taken + 2 :]
        words = words if put % 3 else words + moved
    return words


@given(original=sentences, changes=edits)
@settings(deadline=None)
def test_where_shifts_are_not_sought_sacrebleu_finds_none(
    original: list[str], changes: list[tuple[int, int, str]]
) -> None:
    reference, hypothesis = " ".join(original), " ".join(edited(original, changes))
    comparison = compared(reference, hypothesis)
    hypotheses, references = streams(comparison.alignment)
    assert Ter()(comparison, ()).value == round(sacrebleu.corpus_ter(hypotheses, references).score, 4)


def test_a_verbatim_copy_has_the_best_of_all_scores() -> None:
    comparison = compared(ORIGINAL, ORIGINAL)
    values = [metric(comparison, ()).value for metric in (Bleu(), Chrf(), Ter(), Fidelity())]
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
    score = metric(compared(ORIGINAL, COPY), ())
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
    assert Fidelity()(compared(original, original), findings).value == value


def in_context(comparison: Comparison, similarity: float = 1.0) -> Comparison:
    """As with a language model that finds every word's counterpart at its own place, this much alike."""
    beads = []
    for bead in comparison.beads:
        here, there = len(bead.original), len(bead.copy)
        links = Counterparts(
            original=tuple(Link(k, min(k, there - 1), similarity) for k in range(here)),
            copy=tuple(Link(min(k, here - 1), k, similarity) for k in range(there)),
        )
        forms = [[w.form for w in side if not w.is_punctuation] for side in (bead.original, bead.copy)]
        beads.append(replace(bead, counterparts=links if forms[0] != forms[1] and all(forms) else None))
    return replace(comparison, beads=tuple(beads), vectors="minilm-00000000|layer:6")


@pytest.mark.parametrize(
    ("original", "copy", "value"),
    [
        pytest.param("Rain fell.", "Rain fell.", 100, id="verbatim"),
        pytest.param("Rain fell.", "rain fell.", 100 * 2.95 / 3, id="another case costs 0.05 of its word"),
        pytest.param("Rain fell!", "Rain fell.", 100 * 2.9 / 3, id="another mark costs 0.1 of it"),
        pytest.param("Rain fell", "Rain fell.", 200 * 2.9 / 3 / (1 + 2.9 / 3), id="a mark more, 0.1 of precision"),
        pytest.param("Rain fell.", "Snow fell.", 100 * (0.8 * 2.9) / 3, id="another word costs 0.1 of its cosine"),
        pytest.param("Rain fell.\n\nIt froze.", "Rain fell.", 200 * 0.5 / 1.5, id="a lost sentence counts 0"),
        pytest.param("Rain fell.", "Rain fell.\n\n[ad_1]", 100, id="debris of the copy counts nothing"),
        pytest.param("!", "Rain fell.", 0, id="nothing in common"),
    ],
)
def test_similarity(original: str, copy: str, value: float) -> None:
    score = Similarity()(in_context(compared(original, copy), 0.8), ())
    assert score is not None
    assert score.value == pytest.approx(value, abs=1e-3)


def test_without_a_language_model_similarity_is_not_measured() -> None:
    assert Similarity()(compared(ORIGINAL, COPY), ()) is None


def test_the_signature_of_similarity_names_model_layer_and_options() -> None:
    score = Similarity(case=0.0)(in_context(compared(ORIGINAL, COPY)), ())
    assert score is not None
    assert score.signature == "similarity|minilm-00000000|layer:6|case:0.0|form:0.1|rescale:no|v:1"
