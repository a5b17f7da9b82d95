"""Function word: articles, auxiliaries, relative pronouns and bare prepositions that carry no fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.lexicon.closed_class import AUXILIARIES
from mtaudit.lexicon.tables import members
from mtaudit.records import ComparedBead, Difference, DifferenceKind

LIGHT = (
    members("light-words", "slight")
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
        Unlike("It is usual to pay.", "Is usual to pay."),
        Unlike("Rain and wind hit the coast.", "Rain wind hit the coast."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether every word of the difference is light, or a comma."""
        if difference.kind is DifferenceKind.MOVED:
            return False
        both = (*bead.lost(difference), *bead.gained(difference))
        if _subject_lost(bead, difference) or _joint_lost(bead, difference):
            return False
        return any(not w.is_punctuation for w in both) and all(w.form in LIGHT or w.form in (",", "-") for w in both)


def _joint_lost(bead: ComparedBead, difference: Difference) -> bool:
    """Whether an "and" is gone for which the copy has nothing, neither here nor elsewhere."""
    lost = [w.form for w in bead.lost(difference)]
    return (
        lost == ["and"]
        and not difference.copy
        and not any(w.form == "and" for d in bead.differences for w in bead.gained(d))
    )


def _subject_lost(bead: ComparedBead, difference: Difference) -> bool:
    """Whether "it" is gone from before its verb, where no verb before could share the subject."""
    lost = [k for k in difference.original if bead.original[k].form == "it"]
    if not lost or any(w.form == "it" for w in bead.gained(difference)):
        return False
    before, behind = lost[0] - 1, lost[0] + 1
    verb = behind < len(bead.original) and bead.original[behind].form in AUXILIARIES
    return verb and (before < 0 or bead.original[before].form not in ("and", "or", ","))
