"""How sure, allowed or obliged: modal verbs and hedges on one scale each."""

from __future__ import annotations

POSSIBLE, LIKELY, CERTAIN, OBLIGED = "possible", "likely", "certain", "obliged"

STRENGTH = (
    dict.fromkeys(
        """
        may might could can possibly perhaps maybe possible potential potentially conceivably allegedly alleged
        reportedly reported suspected supposed supposedly purported purportedly apparent apparently seemingly
        claimed presumed presumably rumoured rumored accused
        """.split(),
        POSSIBLE,
    )
    | dict.fromkeys("would likely probably probable should ought expected plausible".split(), LIKELY)
    | dict.fromkeys(
        """
        will shall certain certainly definitely definite undoubtedly undeniably undeniable surely sure clearly
        evidently proven proved confirmed established indisputable indisputably inevitable inevitably
        unquestionably convicted
        """.split(),
        CERTAIN,
    )
    | dict.fromkeys("must need required obliged compelled forced".split(), OBLIGED)
)
"""Word (lower case) → how strong a statement it makes."""

HEDGES = frozenset(word for word, strength in STRENGTH.items() if strength == POSSIBLE) - frozenset(
    "may might could can possible potential reported claimed accused".split()
) | {"likely", "probably"}
"""Words that alone keep a statement from being a plain fact; losing one makes a suspicion a fact."""

NEAR = frozenset(
    frozenset(pair.split("/"))
    for pair in """
    could/would can/will should/must would/will will/should can/would
    """.split()
)
"""Pairs of modal verbs that tense and idiom exchange freely."""


def strength(form: str) -> str | None:
    """How strong the word makes a statement; None for words of no such kind."""
    return STRENGTH.get(form)


def changed(a: str, b: str) -> bool:
    """Whether two words of modality make statements of unlike strength, beyond what tense and idiom exchange."""
    return bool(strength(a) and strength(b) and strength(a) != strength(b) and frozenset((a, b)) not in NEAR)
