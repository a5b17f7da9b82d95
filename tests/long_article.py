"""Articles as no newsroom writes them: very long ones with thousands of findings, and one that attacks its reader."""

from __future__ import annotations

import random
from dataclasses import replace

import test_render_sample as sample

from mtaudit.mqm import Category, Severity
from mtaudit.records import Audit, Document, Span

ATTACK = (
    "</p></mark></section><script>document.title='owned'</script>"
    "<img src=x onerror=\"document.title='owned'\"><svg onload=\"document.title='owned'\"> "
    "<a href=\"javascript:document.title='owned'\">x</a> &lt;&#x3c;&nosuch;&#0; "
    "\u202e backwards \u2066 apart \u200b </style></textarea></template></dialog> --> ]]> {{ 7*7 }} {% raw %} "
)


def long_audit(sentences: int, words: int = 20, findings: int = 3) -> Audit:
    """So many sentences of made-up words, each with so many findings of every kind, and one harmless difference."""
    chance = random.Random(7)
    syllables = [c + v for c in "bcdfglmnprst" for v in "aeiou"]
    lexicon = sorted({"".join(chance.choices(syllables, k=chance.choice((1, 2, 3, 4)))) for _ in range(3000)})
    bits = []
    for _ in range(sentences):
        original = chance.sample(lexicon, words)
        places = sorted(chance.sample(range(words), findings + 1))
        copy = [f"x{word}" if at in places else word for at, word in enumerate(original)]
        edits = [_edit(chance, original[at], copy[at]) for at in places[:-1]]
        edits.append(sample.Edit(original[places[-1]], copy[places[-1]], "spelling"))
        bits.append(sample.Bit((" ".join(original) + ".",), (" ".join(copy) + ".",), tuple(edits)))
    return sample.audit(tuple(bits))


def _edit(chance: random.Random, original: str, copy: str) -> sample.Edit:
    group = f"group {chance.randrange(500)}" if chance.random() < 0.2 else None
    severity, category = chance.choice(list(Severity)), chance.choice(list(Category))
    return sample.Edit(original, copy, "phrase-changed", severity, category, group=group)


def hostile_audit(size: int, findings: int, *, paragraphs: bool = True) -> Audit:
    """A text of so many code points, with so many findings, all of which say nothing but attacks."""
    text = (ATTACK * 10 + ("\n\n" if paragraphs else "")) * (size // (10 * len(ATTACK)))
    made = sample.lone()
    apart = len(text) // findings
    found = tuple(
        replace(
            made.findings[0],
            id=f'{ATTACK[:9]}"{number}',
            message=ATTACK,
            explanation=ATTACK,
            detector=ATTACK,
            copy=Span(number * apart, number * apart + 30),
            group=ATTACK if number % 3 == 0 else None,
        )
        for number in range(findings)
    )
    document = Document("attack", text, None, None, "javascript:document.title='owned'", ATTACK, ATTACK)
    return replace(made, copy=document, findings=found)
