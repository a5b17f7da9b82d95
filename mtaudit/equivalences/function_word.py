"""Function word: articles, auxiliaries, relative pronouns and bare prepositions that carry no fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.lingua.closed_class import AUXILIARIES
from mtaudit.records import ComparedBead, Difference, DifferenceKind

LIGHT = (
    frozenset("a an the this that these those such which who whom whose 's '".split())
    | frozenset("of to in on at by for with as into onto upon about through within during it its there then".split())
    | frozenset("and also so just still already now".split())
    | (frozenset(AUXILIARIES) - {"do", "does", "did", "done", "doing"})
    | {"do", "does", "did"}
)
"""Words that may come and go. Not among them: negators, modals, persons, and pairs of opposites (from/to
stay in only as "to", since "from" is not light)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionWord:
    """Only light function words were added, dropped or exchanged.

    Another language has other articles and prepositions, and a round trip shuffles them: "in violation of
    the Act", "in violation of Act". Words that negate, oppose, quantify or refer to persons are not light.
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("Later the minister spoke at a hearing in court.", "Later minister spoke in the hearing at court."),
        Same("The land that floods covered is dry.", "The land which the floods have covered is dry."),
        Same("It has warned the owners that it closes.", "It warned owners it closes."),
        Unlike("Flights from Oslo stopped.", "Flights to Oslo stopped."),
        Unlike("She left with her dog.", "She left without her dog."),
        Unlike("He may leave.", "He must leave."),
        Unlike("It did not rain.", "It did rain."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether every word of the difference is light, or a comma."""
        if difference.kind is DifferenceKind.MOVED:
            return False
        both = (*bead.lost(difference), *bead.gained(difference))
        return any(not w.is_punctuation for w in both) and all(w.form in LIGHT or w.form in (",", "-") for w in both)
