"""Opposites and converses of news English, by field: what a lexicon of antonyms leaves out or reaches only in one form.

Written by hand as base forms in `opposites.tsv`; `mtaudit.lexicon.wordnet.opposite` knows their inflections and
derivations ("support/oppose" makes "supporters" and "opponents" opposites). A converse tells of the same event from the
other side ("lend", "borrow"), so that an exchange changes who does what. A pair stands here only if no text uses the
one for the other. Those of the closed classes are in `mtaudit.lexicon.closed_class`: they have no derivations.
"""

from __future__ import annotations

from mtaudit.lexicon.tables import tagged

CLOSED = ("closed",)
"""The tag of a pair that is no more than two words of the closed classes."""

OPPOSED = frozenset(pair for pair, tags in tagged("opposites") if tags != CLOSED)
"""All pairs but those, whichever word comes first."""
