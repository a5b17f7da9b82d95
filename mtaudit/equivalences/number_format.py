"""Figures written in another form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from mtaudit.equivalences.base import Same, Unlike
from mtaudit.pair.figures import explains, matched_quantities
from mtaudit.records import ComparedBead, Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFormat:
    """The same figure in another form: digits or words, separators, currency signs, converted units.

    Every outlet has its house style for figures, and a translation follows that of its own: "1,709" becomes
    "1 709", "%" becomes "per cent", "£2.8m" becomes "2.8 million pounds". The difference is harmless where all
    of its words belong to quantities that have the same value, kind and unit on both sides. A measure may be
    converted, as long as it is rounded rightly. Words that bound the figure count as part of it where both
    sides bound it in the same way: "over 100" is "more than 100", but not "about 100".
    """

    cases: ClassVar[tuple[Same | Unlike, ...]] = (
        Same("Twelve ships sank.", "12 ships sank."),
        Same("Some 1,709 pupils took part.", "Some 1 709 pupils took part."),
        Same("Prices rose 4% in a year.", "Prices rose 4 per cent in a year."),
        Same("The bridge cost £2.8m to repair.", "The bridge cost 2.8 million pounds to repair."),
        Same("The farm covers 40 acres.", "The farm covers 16 hectares."),
        Same("Two-thirds of the harvest was lost.", "2/3 of the harvest was lost."),
        Same("The club has more than 300 members.", "The club has over 300 members."),
        Unlike("Twelve ships sank.", "21 ships sank."),
        Unlike("Rates rose by 2 percent.", "Rates rose by 2 percentage points."),
        Unlike("The ticket costs $40.", "The ticket costs €40."),
        Unlike("The trail is 12 miles long.", "The trail is 12 km long."),
        Unlike("The club has more than 300 members.", "The club has about 300 members."),
        Unlike("A loan of 5 million euros was granted.", "A loan of 5 billion euros was granted."),
    )

    def __call__(self, bead: ComparedBead, difference: Difference) -> bool:
        """Whether every word of the difference belongs to a quantity that the other side has too."""
        return explains(matched_quantities(bead), bead, difference)
