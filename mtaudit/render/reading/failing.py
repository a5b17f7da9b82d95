"""What broke, in words that an editor understands; what a programmer wants to know stands behind."""

from __future__ import annotations

from dataclasses import dataclass

from mtaudit.records import Document, Failure
from mtaudit.render.reading.text import one_line

QUOTED = 3
"""Sentences that are named; of more a reader is told how many."""


@dataclass(frozen=True, slots=True)
class Broke:
    """A failure as it is told: what it costs the reader, then the technical reason."""

    sentence: str
    reason: str


def broke(failure: Failure, copy: Document | None = None) -> Broke:
    """What a failure costs, on the page of the copy where one is given."""
    why = one_line(failure.why)
    if failure.of_plugin:
        return Broke(one_line(_cost(failure)), why)
    there = failure.what if copy and failure.where == copy.id else f"{failure.what}, {failure.where}"
    return Broke(one_line(there), why)


def told(failure: Failure, copy: Document | None = None) -> str:
    """The failure in one line, the reason behind; `copy` is the one whose audit tells it."""
    made = broke(failure, copy)
    return f"{made.sentence} ({made.reason})" if failure.of_plugin else f"{made.sentence}: {made.reason}"


def _cost(failure: Failure) -> str:
    if failure.what == "metric":
        return f"The score “{failure.where}” could not be worked out; everything else was."
    looked = "look at" if failure.what == "detector" else "judge a difference in"
    what = f"The check “{failure.where}” could not {looked}"
    if not failure.sentences:
        return f"{what} this article; all other checks did."
    named = [f"“{sentence}”" for sentence in failure.sentences[:QUOTED]]
    more = len(failure.sentences) - len(named)
    listed = ", ".join(named) + (f" and {more} more" if more else "")
    noun = "the sentence" if len(failure.sentences) == 1 else f"{len(failure.sentences)} sentences:"
    return f"{what} {noun} {listed}; everything else was checked."
