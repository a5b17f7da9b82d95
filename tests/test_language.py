"""The language of a text, or an honest None."""

from __future__ import annotations

import pytest

from mtaudit.text.language import LEAST_LETTERS, SAMPLE, language_of

ENGLISH = "The ferry to the island left the dock on Thursday although the captain had been told of the fog. "
FRENCH = "Le bac pour l'île a quitté le quai jeudi, bien que le capitaine ait été prévenu du brouillard épais. "
GERMAN = "Die Fähre zur Insel verließ am Donnerstag den Hafen, obwohl der Kapitän vor dem Nebel gewarnt worden war. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param(FRENCH, "fr", id="French"),
        pytest.param(GERMAN, "de", id="German"),
        pytest.param("Ferry sinks", None, id="too short to say"),
        pytest.param("", None, id="nothing"),
        pytest.param("1234567890 " * 30, None, id="no letters"),
        pytest.param("x" * (LEAST_LETTERS - 1), None, id="one letter too few"),
        pytest.param(ENGLISH * 20 + FRENCH * 40, "en", id="only the beginning is looked at"),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_the_sample_is_shorter_than_the_text_above() -> None:
    assert len(ENGLISH * 20) > SAMPLE


@pytest.mark.parametrize("text", [ENGLISH, FRENCH])
def test_the_answer_is_always_the_same(text: str) -> None:
    assert len({language_of(text + " " * n) for n in range(5)}) == 1
