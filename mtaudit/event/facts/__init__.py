"""What several articles on one event tell of the same thing: names, roles, terms, figures, dates and pronouns.

A fact is anchored in what at least two articles have in common, or a primary document has. To it belong, article by
article, the places that tell the same and those that tell something else of the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from mtaudit.event.facts.dates import date_facts
from mtaudit.event.facts.figures import figure_facts
from mtaudit.event.facts.lines import Reading
from mtaudit.event.facts.names import name_facts
from mtaudit.event.facts.pronouns import pronoun_facts
from mtaudit.event.facts.roles import role_facts
from mtaudit.event.facts.terms import term_facts
from mtaudit.records import Fact, Parsed

__all__ = ["facts"]

READERS = (name_facts, role_facts, term_facts, figure_facts, date_facts, pronoun_facts)


def facts(articles: Sequence[Parsed]) -> tuple[Fact, ...]:
    """The facts of an event in the order of their kinds; the mentions of each in the order of the articles."""
    reading = Reading.of(articles)
    return tuple(fact for read in READERS for fact in read(reading))
