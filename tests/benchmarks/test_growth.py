"""How the time of an audit grows with a single sentence that has no end: in proportion to its length, or nearly so.

Run alone with `pytest -m benchmark -s`. It holds the processor time of a text against that of one half as long, the
better of two runs, in the same process; both say other things on either side, which is the most work.
"""

from __future__ import annotations

import random
import time

import pytest

import mtaudit

SHORT, LONG = 1000, 2000
MOST = 2.5
"""Times as long for twice as many words: 2 is in proportion, 4 grows with the square."""

RUNS = 2
KINDS = {
    "prose": """the a council minister harbour court ruling said report storm damaged old bridge near town river after
    week while people officials plan money spent new school garden road water power station train company workers
    strike demand higher wages north south field farm ship sailor captain judge lawyer police officer evidence letter
    paper mayor vote election campaign budget deficit tax reform law parliament debate question""".split(),
    "number words": "one two three four five six seven eight nine twelve twenty thirty hundred million".split(),
    "negators": "not never no nobody nothing none nor neither without cannot nowhere".split(),
}


def sentence(words: list[str], length: int, seed: int) -> str:
    chance = random.Random(seed)
    return f"The {' '.join(chance.choices(words, k=length))}."


def spent(words: list[str], length: int) -> float:
    """Processor seconds of an audit, the best of the runs, each of a text that no cache knows."""
    times = []
    for run in range(RUNS):
        original, copy = (sentence(words, length, 10 * length + 2 * run + side) for side in (0, 1))
        start = time.process_time()
        mtaudit.compare(original, copy, model=False)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.benchmark
@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_words_take_about_twice_the_time(kind: str) -> None:
    mtaudit.compare("The ship sank at two.", "The ferry sank at three.", model=False)  # reads the word lists
    short, long = (spent(KINDS[kind], length) for length in (SHORT, LONG))
    print(f"\n{kind}: {SHORT} words {short:.2f} s, {LONG} words {long:.2f} s, {long / short:.1f} times as long")
    assert long <= MOST * short
