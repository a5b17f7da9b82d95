"""With what a sentence begins: asked where a stop stands, and where a capital is lacking."""

from __future__ import annotations

from mtaudit.lexicon.closed_class import DETERMINERS

BEGINS = (DETERMINERS - frozenset(("which", "that", "what", "whose"))) | frozenset(
    "it he she they we you there".split()
)
"""With these a sentence of its own begins, which only lost its capital."""
