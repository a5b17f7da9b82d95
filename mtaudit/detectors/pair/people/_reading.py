"""What the detectors of people share: which words tell a person's sex."""

from __future__ import annotations

from mtaudit.lexicon.closed_class import Gender

SEXED = frozenset((Gender.MASCULINE, Gender.FEMININE))
"""Genders of one sex: "he" and "she", but neither "it" nor "they"."""
