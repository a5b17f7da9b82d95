"""Error categories and severities after MQM, the Multidimensional Quality Metrics (themqm.org).

mtaudit's sixteen categories each stand for one MQM error type, named in `MQM_TYPE`; the weights are
those of the MQM scorecard used for WMT (Freitag et al. 2021): neutral 0, minor 1, major 5, critical 25.
"""

from enum import StrEnum


class Severity(StrEnum):
    """How much a reader loses, from a remark to being misled; comparable by `rank`."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Position on the scale, 0 (neutral) to 3 (critical)."""
        return RANKED.index(self)

    @property
    def lowered(self) -> "Severity":
        """The next milder severity; minor and neutral stay as they are."""
        return self if self.rank <= 1 else RANKED[self.rank - 1]


RANKED = (Severity.NEUTRAL, Severity.MINOR, Severity.MAJOR, Severity.CRITICAL)

WEIGHT = {Severity.NEUTRAL: 0, Severity.MINOR: 1, Severity.MAJOR: 5, Severity.CRITICAL: 25}


class Category(StrEnum):
    """What kind of error a finding is; `MQM_TYPE` gives the MQM error type behind each."""

    NAME = "name"
    TERM = "term"
    MISTRANSLATION = "mistranslation"
    POLARITY = "polarity"
    NUMBER = "number"
    DATE_TIME = "date-time"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    OMISSION = "omission"
    ADDITION = "addition"
    PRONOUN = "pronoun"
    MODALITY = "modality"
    RESIDUE = "residue"
    FLUENCY = "fluency"
    TYPOGRAPHY = "typography"
    BOILERPLATE = "boilerplate"


SURFACE = frozenset((Category.BOILERPLATE, Category.TYPOGRAPHY))
"""Categories of findings about the page and its marks, which sound articles have as well."""

MQM_TYPE = {
    Category.NAME: "Accuracy / Mistranslation / Named entity",
    Category.TERM: "Terminology / Wrong term",
    Category.MISTRANSLATION: "Accuracy / Mistranslation",
    Category.POLARITY: "Accuracy / Mistranslation / Polarity",
    Category.NUMBER: "Accuracy / Mistranslation / Number",
    Category.DATE_TIME: "Accuracy / Mistranslation / Date or time",
    Category.QUOTATION: "Accuracy / Mistranslation / Quotation",
    Category.ATTRIBUTION: "Accuracy / Mistranslation / Attribution",
    Category.OMISSION: "Accuracy / Omission",
    Category.ADDITION: "Accuracy / Addition",
    Category.PRONOUN: "Accuracy / Mistranslation / Pronoun",
    Category.MODALITY: "Accuracy / Mistranslation / Modality",
    Category.RESIDUE: "Accuracy / Untranslated",
    Category.FLUENCY: "Linguistic conventions / Grammar",
    Category.TYPOGRAPHY: "Linguistic conventions / Punctuation",
    Category.BOILERPLATE: "Design and markup / Markup",
}
