"""How much a clue says about the language in between: `python -m training.pivots`, the figures of
`mtaudit/judging/causes.py`.

Real round trips of ContraTICO through French and Spanish, and through Hindi, Tagalog and Chinese, none of which is
among the languages of the lists. For French and Spanish: the share of the phrases judged wrong that a word of theirs
explains, in copies through it and in copies through the unrelated languages; the ratio is the weight of such a clue.
Then how often copies of some sentences are given the right language, a wrong one, or none.
"""

from __future__ import annotations

from collections import Counter

from mtaudit.judging.causes import LOOSE, SENSE, SENSES, clues
from mtaudit.lexicon.pivots import freedict
from mtaudit.mqm import Category
from mtaudit.records import Audit
from training.judging import audited, plugins
from training.sets import Half, sample

ROWS = 1500
"""Sentences per language."""

TOGETHER = 40
"""Sentences that make up a copy: as long as an article."""

THROUGH = {"fr": "French", "es": "Spanish", "hi": "", "tl": "", "zh": ""}


def main() -> None:
    """Print the figures."""
    for half in ("fit", "report"):
        print(half)
        copies = {code: _copies(code, half) for code in THROUGH}
        _rates(copies)
        _verdicts(copies)


def _copies(code: str, half: Half) -> list[Audit]:
    judges = plugins(model=False)
    rows = [r for r in sample("contratico_rt", half, ROWS, lang=code) if not r["unchanged_foreign"]]
    stretches = [rows[k : k + TOGETHER] for k in range(0, len(rows), TOGETHER)]
    return [
        audited("\n\n".join(r["orig"] for r in stretch), "\n\n".join(r["rt"] for r in stretch), judges)
        for stretch in stretches
    ]


def _rates(copies: dict[str, list[Audit]]) -> None:
    dictionaries = freedict.quick()
    found: Counter[tuple[str, str, float]] = Counter()
    judged: Counter[str] = Counter()
    for code, audits in copies.items():
        for audit in audits:
            for finding in audit.findings:
                if audit.comparison and finding.original and finding.copy and finding.category in SENSES:
                    if finding.category is Category.QUOTATION:
                        continue
                    judged[code] += 1
                    seen = list(clues(audit.comparison, finding, dictionaries))
                    for language in ("French", "Spanish"):
                        weight = max((c.weight for c in seen if language in c.languages), default=0.0)
                        found[code, language, weight] += 1
    print("judged", dict(judged))
    for language in ("French", "Spanish"):
        for weight, name in ((SENSE, "sense"), (LOOSE, "loose")):
            rates = {code: found[code, language, weight] / max(1, judged[code]) for code in THROUGH}
            print(language, name, {code: round(rate, 4) for code, rate in rates.items()})


def _verdicts(copies: dict[str, list[Audit]]) -> None:
    for code, audits in copies.items():
        told = Counter(audit.pivot.languages[0][0] if audit.pivot else "none" for audit in audits)
        print("through", code, dict(told))


if __name__ == "__main__":
    main()
