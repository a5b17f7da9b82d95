"""All detectors of a text alone on hostile texts: none breaks, none is slow on long ones, none speaks of nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit import registry
from mtaudit.mqm import Severity
from mtaudit.records import Document, Suspicion
from mtaudit.text.segmentation import parsed


def judged(text: str) -> list[tuple[str, Suspicion]]:
    document = parsed(Document("t", text, "en"))
    return [(entry.name, s) for entry in registry.text_detectors() for s in entry.plugin(document)]


HOSTILE = {
    "empty": "",
    "blank": " \n\n\t ",
    "marks alone": '“”"«».,;:!?' * 500,
    "one mark": "“",
    "one letter": "é",
    "a long word": "a" * 100_000,
    "a long word with accents": "é" * 50_000,
    "questions": "a?t" * 20_000,
    "no punctuation": "the dam broke at noon and the army came " * 1_000,
    "a sentence of ten thousand words": "The dam, “the old one, broke und the army. of Kelmar came " * 1_000 + ".",
    "foreign words alone": "und nach avec pour " * 2_500,
    "numbers": "1.000.000,5 % 5 $ 20.01.2021 21h30 " * 1_000,
    "tags": "<a <b </p & &amp; &#39 [x_1 " * 2_000,
    "one sentence again and again": "The dam above Kelmar broke at noon on Monday. " * 1_000,
    "letters and spaces": "é è à ó " * 5_000,
    "another script": "大坝在中午破裂了。军队来了。" * 1_000,
    "surrogates": "The dam \ud800 broke \udfff. at noon.",
    "controls": "The dam\x00 broke\x1b[31m. at noon\u202e.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts(text: str) -> None:
    for name, suspicion in judged(text):
        assert suspicion.copy is not None, name
        assert suspicion.copy.end <= len(text), name
        assert 0 < suspicion.confidence < 1, name
        assert suspicion.severity is not Severity.CRITICAL, name
        assert len(suspicion.message) < 400, name


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="ab éÉ.,;:“”\"«»’'-?!$%&<>[]()15\nÃ\ufffdThefo", max_size=120))
def test_any_text(text: str) -> None:
    first = judged(text)
    assert first == judged(text)
    assert all(s.copy and s.copy.of(text).strip() for _, s in first)
