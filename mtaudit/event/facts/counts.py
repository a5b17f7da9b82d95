"""The figures of an article with what they count: people to whom something happened, things, money, ages, votes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mtaudit.event.facts.lines import Line, Reading
from mtaudit.event.facts.people import People
from mtaudit.lexicon.closed_class import DETERMINERS
from mtaudit.lexicon.number_words import SMALL
from mtaudit.lexicon.origins import origin
from mtaudit.lexicon.tables import class_of, classes, members
from mtaudit.lexicon.units import UNITS
from mtaudit.lexicon.wordnet import falls_under, lemmas
from mtaudit.records import Span
from mtaudit.text.dates import dates
from mtaudit.text.names import CALENDAR, is_capitalised
from mtaudit.text.people import is_person_noun
from mtaudit.text.quantities import quantities
from mtaudit.text.quantity import Kind, Quantity
from mtaudit.text.quotations import depth

TOLLS = classes("tolls")
"""What happens to people by numbers, and the words that say it: there are totals, and they grow."""

TOLL_OF = class_of("tolls")

POUND = {"pound": "GBP"}
"""Units that may be of money, and the money that they then are."""

ANYONE = frozenset("people person other victim resident civilian man individual inhabitant".split())
"""Nouns that count anybody."""

TALLY = frozenset("to vote votes in favor favour against for and , with -".split())
"""Words between the two figures of a vote."""

PART = frozenset("including includes included among".split())
"""Beside a figure: it tells a part of a whole, as do the words below behind "of"."""

WHOLE = frozenset("whom which them".split())

GROWS = members("beside-figures", "growing")
"""Words beside a figure that was another one earlier, or will be later."""

MEASURED = members("beside-figures", "measured")
"""Nouns that a mere number may follow, and say all that it tells."""

LEFT, RIGHT = 5, 8
"""Words before and behind a figure among which the word that says what it counts is looked for."""

HEAD = 4
"""Words behind a figure among which its noun stands."""


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A figure of an article: its class (`key`), whether it tells but a part, and whether it says to have grown."""

    article: int
    span: Span
    quantity: Quantity
    key: tuple[str, ...]
    frame: frozenset[str]
    verbs: frozenset[str]
    part: bool
    grows: bool
    group: tuple[str, ...] | None = None


def figures(reading: Reading, line: Line) -> Iterator[Figure]:
    """The figures of a line that tell how much there is of something, in order."""
    grows = any(w.form in GROWS for w in line.words)
    last: tuple[range, tuple[str, ...]] | None = None
    before: Quantity | None = None
    for quantity in quantities(line.text):
        where = line.at(quantity.span)
        key = None if quantity.rough or not where else _key(reading, line, where, quantity)
        if where and last and not key and quantity.kind is Kind.CARDINAL and _is_joined(line, last[0], where):
            key = last[1]
        if tally := _tally(line, before, quantity):
            yield tally
        last, before = ((where, key) if where and key else last), quantity
        if key:
            near = [w.form for w in line.words[max(0, where.start - LEFT) : where.stop + 3]]
            span = Span(quantity.span.start + line.start, quantity.span.end + line.start)
            yield Figure(
                line.article,
                span,
                quantity,
                key,
                line.frame(where),
                line.verbs(where),
                _is_part(line, quantity, key, near),
                grows,
                _group(line, where, key),
            )


def _is_part(line: Line, quantity: Quantity, key: tuple[str, ...], near: Sequence[str]) -> bool:
    """Whether a figure tells but a part, or what was years ago, or stands in quotation marks and is the saying's."""
    past = key[0] in TOLLS and any(day.year is not None and day.month is None for day in dates(line.text))
    part = not PART.isdisjoint(near) or any(a == "of" and b in WHOLE for a, b in pairwise(near))
    return past or (key[0] != "of" and part) or depth(line.text, quantity.span.start) > 0


def _tally(line: Line, first: Quantity | None, second: Quantity) -> Figure | None:
    """The result of a vote, as one figure: "214 votes to 189", "214 to 189", "214 in favour and 189 against"."""
    if first is None or "vote" not in line.lemmas or {first.kind, second.kind} != {Kind.CARDINAL}:
        return None
    a, b = line.at(first.span), line.at(second.span)
    between = [w.form for w in line.words[a.stop : b.start]] if a and b else [""]
    if a and a.start and line.words[a.start - 1].form == "from":
        return None
    if not between or not TALLY.issuperset(between) or {"to", "against"}.isdisjoint([*between, *_behind(line, b)]):
        return None
    span = Span(first.span.start, second.span.end)
    whole = replace(first, span=span, extent=span, high=second.high, kind=Kind.SCORE)
    where = range(a.start, b.stop)
    return Figure(line.article, line.span(where), whole, ("tally",), line.frame(where), line.verbs(where), False, False)


def _behind(line: Line, where: range) -> list[str]:
    return [w.form for w in line.words[where.stop : where.stop + 1]]


def _is_joined(line: Line, first: range, second: range) -> bool:
    """Whether two figures are told in one breath: "from 65 to 67", "300 tickets for one match and 500 for two"."""
    return second.start > first.stop and line.words[second.start - 1].form in ("to", "and", "or", "from")


def _key(reading: Reading, line: Line, where: range, quantity: Quantity) -> tuple[str, ...] | None:
    """What sort of thing the figure tells: only figures of one sort are held against each other."""
    if quantity.kind is Kind.MONEY or quantity.unit == "pound":
        return "money", POUND.get(
            quantity.unit or "", "$" if (quantity.unit or "").endswith("D") else quantity.unit or ""
        )
    if quantity.kind is Kind.MEASURE and quantity.unit:
        return "measure", UNITS[quantity.unit].dimension if quantity.unit in UNITS else quantity.unit
    if quantity.kind is Kind.SCORE and "vote" in line.lemmas:
        return ("tally",)
    if quantity.kind in (Kind.PERCENT, Kind.POINTS, Kind.SCORE):
        return (quantity.kind.value,)
    if quantity.kind is Kind.AGE or _is_age(line, where, reading.names[line.article]):
        name = _beside(line, where, reading.names[line.article]) or _spoken_of(reading, line, where)
        return ("age", name) if name else None
    if quantity.kind is not Kind.CARDINAL or quantity.part:
        return None
    return _counted(line, where)


def _is_age(line: Line, where: range, known: frozenset[str]) -> bool:
    """Whether the figure stands between commas behind a name: "Brook, 41,"."""
    words = line.words
    return (
        len(where) == 1
        and where.start >= 2
        and words[where.start - 1].form == ","
        and words[where.start - 2].form in known
        and (where.stop == len(words) or words[where.stop].form in (",", "."))
        and words[where.start].text.isdigit()
        and len(words[where.start].text) <= 2
    )


def _beside(line: Line, where: range, known: frozenset[str]) -> str | None:
    """The last word of the name right before or behind an age."""
    words = line.words
    behind = [k for k in range(where.stop, min(len(words), where.stop + HEAD)) if is_capitalised(words[k])]
    run = [words[k].form for k in behind if words[k].form in known and not origin(words[k].form)]
    if where.start >= 2 and words[where.start - 1].form in (",", "(") and words[where.start - 2].form in known:
        return words[where.start - 2].form
    return run[-1] if run else None


def _spoken_of(reading: Reading, line: Line, where: range) -> str | None:
    """The only person whom the line names before the place, or else the line before: who "the 41-year-old" is."""
    people = People.of(reading)
    near = [n.key for n in people.on(line) if n.words.start < where.start]
    if not near:
        lines = reading.lines[line.article]
        before = lines.index(line) - 1
        near = [n.key for n in people.on(lines[before])] if before >= 0 else []
    return near[0] if len(set(near)) == 1 else None


def _counted(line: Line, where: range) -> tuple[str, ...] | None:
    """What a mere number counts: people to whom something happened, or the things of the noun behind or before it."""
    for k in range(where.start - 1, max(-1, where.start - 3), -1):
        if line.words[k].form in MEASURED:  # the noun itself: "scored 17 goals" tells no score
            return "count", line.words[k].form
    if (
        where.stop + 1 < len(line.words)
        and line.lemmas[where.stop + (line.words[where.stop].form == "-")] == "magnitude"
    ):
        return "count", "magnitude"
    if shared := _share(line, where):
        return shared
    head = _noun_behind(line, where)
    toll = _toll(line, where)
    if toll and (head is None or head in ANYONE or TOLL_OF.get(head)):
        return (toll,)
    if toll and head and is_person_noun(head):
        return toll, head
    if head:
        return "count", "people" if head in ANYONE else head
    if _is_town(line, where):
        return "count", "people"
    before = [k for k in range(max(0, where.start - 3), where.start) if line.lemmas[k]]
    if (
        before
        and line.words[before[-1]].text.islower()
        and lemmas(line.words[before[-1]].form)[:1]
        and lemmas(line.words[before[-1]].form)[0][0] == "n"
    ):
        return "count", line.lemmas[before[-1]]
    return None


def _share(line: Line, where: range) -> tuple[str, ...] | None:
    """What a figure is a part of, where that is counted too: "three of the 156 patients"."""
    behind = [w.form for w in line.words[where.stop : where.stop + 3]]
    skip = 2 if behind[1:2] and behind[1] in DETERMINERS else 1
    k = where.stop + skip
    if behind[:1] != ["of"] or k + 1 >= len(line.words) or not line.words[k].text.isdigit() or not line.lemmas[k + 1]:
        return None
    return "of", f"{line.words[k].text} {line.lemmas[k + 1]}"


def _is_town(line: Line, where: range) -> bool:
    """Whether the figure tells how many live in a place: "a town of 18,000"."""
    before = line.words[max(0, where.start - 2) : where.start]
    return len(before) == 2 and before[1].form == "of" and falls_under(before[0].form, "district", 0.3)


def _group(line: Line, where: range, key: tuple[str, ...]) -> tuple[str, ...] | None:
    """The noun of a group whose members are counted: "a team of 26 rescuers", which others call "a 26-strong team"."""
    if key[0] == "of":
        return "count", key[1].partition(" ")[2]
    before = line.words[max(0, where.start - 2) : where.start]
    if key[0] != "count" or len(before) < 2 or before[1].form != "of" or lemmas(before[0].form)[:1] == ():
        return None
    noun = line.lemmas[where.start - 2]
    return ("count", noun) if falls_under(noun, "group", 0.3) and noun != key[1] else None


def _noun_behind(line: Line, where: range) -> str | None:
    """The last noun of the run behind a figure: "37 hospital beds"."""
    found = None
    start = where.stop
    if [w.form for w in line.words[start : start + 1]] == ["of"] and start + 3 < len(line.words):
        start = start + 3 if line.words[start + 1].form in DETERMINERS and _is_number(line, start + 2) else start
    for k in range(start, min(len(line.words), start + HEAD)):
        if line.words[k].form == "-":
            continue
        parts = lemmas(line.words[k].form)
        if not line.lemmas[k] or not parts or line.words[k].form in CALENDAR:
            break
        if parts[0][0] == "n" or (k == start and any(part == "n" for part, _ in parts)):
            found = line.lemmas[k]
        elif found or parts[0][0] == "v":
            break
    return found


def _is_number(line: Line, k: int) -> bool:
    """Whether a number stands there: "two of the three bridges"."""
    word = line.words[k]
    return word.text[0].isdigit() or word.form in SMALL


def _toll(line: Line, where: range) -> str | None:
    """The nearest word that says what happened to people, with no other figure in between."""
    best: tuple[int, str] | None = None
    for step, reach in ((1, RIGHT), (-1, LEFT)):
        for distance in range(1, reach + 1):
            k = (where.stop - 1 if step > 0 else where.start) + step * distance
            if not 0 <= k < len(line.words) or line.words[k].form in (";", ":") or line.words[k].text[0].isdigit():
                break
            toll = TOLL_OF.get(line.lemmas[k]) or TOLL_OF.get(line.words[k].form)
            if toll and (best is None or distance < best[0]):
                best = distance, toll
                break
    return best[1] if best else None
