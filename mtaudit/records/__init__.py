"""The values passed between the stages: frozen, with tuples inside, each true from the moment it is made.

All positions are code points in a document's `text`, which never changes after ingest.
"""

from mtaudit.records.document import PROSE, Document, Marked, Parsed, Role, Segment, Span, Url, Word
from mtaudit.records.event import Consulted, Event, Fact, FactKind, Mention, Utterance, Witness, Wording
from mtaudit.records.finding import Finding, Suppression, Suspicion, Term, Verdict
from mtaudit.records.pair import (
    REMEMBERED,
    Alignment,
    Bead,
    ComparedBead,
    Comparison,
    Counterparts,
    Difference,
    DifferenceKind,
    Link,
    Pair,
    Relation,
    RelationKind,
    WordTags,
)
from mtaudit.records.run import LANGUAGE, PLUGINS, Audit, Basis, Failure, Pivot, Run, Score, Trace, Translated

__all__ = [
    "LANGUAGE",
    "PLUGINS",
    "PROSE",
    "REMEMBERED",
    "Alignment",
    "Audit",
    "Basis",
    "Bead",
    "ComparedBead",
    "Comparison",
    "Consulted",
    "Counterparts",
    "Difference",
    "DifferenceKind",
    "Document",
    "Event",
    "Fact",
    "FactKind",
    "Failure",
    "Finding",
    "Link",
    "Marked",
    "Mention",
    "Pair",
    "Parsed",
    "Pivot",
    "Relation",
    "RelationKind",
    "Role",
    "Run",
    "Score",
    "Segment",
    "Span",
    "Suppression",
    "Suspicion",
    "Term",
    "Trace",
    "Translated",
    "Url",
    "Utterance",
    "Verdict",
    "Witness",
    "Word",
    "WordTags",
    "Wording",
]
