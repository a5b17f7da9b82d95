"""Opposites and converses of news English, by field: what a lexicon of antonyms leaves out or reaches only in one form.

Written by hand as base forms in `opposites.tsv`; `mtaudit.lexicon.wordnet.opposite` knows their inflections and
derivations ("support/oppose" makes "supporters" and "opponents" opposites). A converse tells of the same event from the
other side ("lend", "borrow"), so that an exchange changes who does what. A pair stands here only if no text uses the
one for the other. Those of the closed classes have no derivations, and stand apart.
"""

from __future__ import annotations

from mtaudit.lexicon.tables import tagged, unordered

OPPOSITES = unordered("opposites", "closed")
"""Pairs of closed classes, opposed in these forms alone."""

OPPOSED = frozenset(pair for pair, tags in tagged("opposites") if tags != ("closed",))
"""All other pairs, whichever word comes first."""
