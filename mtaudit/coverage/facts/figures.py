"""Figures with what they count, and which of them several articles give of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction

from mtaudit.coverage.facts.lines import Line, Reading, fact, one_act
from mtaudit.coverage.facts.people import People
from mtaudit.lingua.closed_class import DETERMINERS
from mtaudit.lingua.names import CALENDAR, is_capitalised
from mtaudit.lingua.number_words import SMALL
from mtaudit.lingua.origins import origin
from mtaudit.lingua.people import is_person_noun
from mtaudit.lingua.quantities import quantities
from mtaudit.lingua.quantity import CEILINGS, FLOORS, Bound, Kind, Quantity, same
from mtaudit.lingua.units import UNITS
from mtaudit.lingua.wordnet import falls_under, lemmas
from mtaudit.records import Fact, FactKind, Mention, Span

TOLLS = {
    "dead": "dead die death toll kill killed killing fatality perish fatal life body",
    "injured": "injure injured injury wound wounded hurt hospitalise hospitalize",
    "missing": "missing unaccounted trap trapped",
    "displaced": "displace displaced homeless evacuate evacuated evacuee evacuation",
    "arrested": "arrest arrested detain detained",
    "infected": "infect infected infection case",
}
"""What happens to people by numbers, and the words that say it: there are totals, and they grow."""

TOLL_OF = {form: toll for toll, forms in TOLLS.items() for form in forms.split()}

POUND = {"pound": "GBP"}
"""Units that may be of money, and the money that they then are."""

ANYONE = frozenset("people person other victim resident civilian man individual inhabitant".split())
"""Nouns that count anybody."""

TALLY = frozenset("to vote votes in favor favour against for and , with -".split())
"""Words between the two figures of a vote."""

PART = frozenset("including includes included among whom which them".split())
"""Beside a figure: it tells a part of a whole."""

GROWS = frozenset(
    "far rise rose risen rising climb grow latest revise revised initial early update updated earlier".split()
)
"""Words beside a figure that was another one earlier, or will be later."""

MEASURED = frozenset("magnitude rate level index speed depth total category grade score average capacity".split())
"""Nouns that a mere number may follow, and say all that it tells."""

LEFT, RIGHT = 5, 8
"""Words before and behind a figure among which the word that says what it counts is looked for."""

HEAD = 4
"""Words behind a figure among which its noun stands."""

LIKE = 0.3
"""Likeness of the words around from which two figures of a kind are told of the same thing."""

APART = 0.55
"""What is left of the likeness where the verbs beside two figures are other ones."""

ROUND, ABOUT, HALF = Fraction(1, 10), Fraction(3, 20), Fraction(1, 2)
"""How far a rounded figure, one that is said to be rough, and a floor or ceiling may lie off."""

MANY = 60
"""Figures of an article that are read: a table has more."""


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


Group = list[Figure]


def figure_facts(reading: Reading) -> Iterator[Fact]:
    """Each figure that articles agree on, with the others' that are given of the same thing."""
    by_key: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for lines in reading.lines:
        for figure in [f for line in lines for f in _figures(reading, line)][:MANY]:
            by_key[figure.key].append(figure)
            if figure.group:
                by_key[figure.group].append(figure)
    for key, figures in sorted(by_key.items()):
        yield from _facts(reading, key, figures)


def _figures(reading: Reading, line: Line) -> Iterator[Figure]:
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
                key[0] != "of" and not PART.isdisjoint(near),
                grows,
                _group(line, where, key),
            )


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
    if any(line.lemmas[k] in MEASURED for k in range(max(0, where.start - 2), where.start)):
        return "count", next(line.lemmas[k] for k in (where.start - 1, where.start - 2) if line.lemmas[k] in MEASURED)
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


def may_agree(a: Quantity, b: Quantity) -> bool:
    """Whether two figures of one kind may say the same: converted, rounded, bounded, or a range and what lies in it."""
    if Kind.SCORE in (a.kind, b.kind):
        return a.kind is b.kind and {a.low, a.high} == {b.low, b.high}
    if same(a, b):
        return True
    if a.unit != b.unit and None not in (a.unit, b.unit) and "$" not in (a.unit, b.unit):
        return same(a, b)
    if a.low <= b.high and b.low <= a.high:
        return True
    lesser, greater = (a, b) if a.high < b.low else (b, a)
    return _reaches(lesser, greater)


def _reaches(lesser: Quantity, greater: Quantity) -> bool:
    """Whether the greater of two figures may be meant by the lesser, or the reverse."""
    gap = greater.low - lesser.high
    if lesser.bound in FLOORS or (greater.bound in CEILINGS and greater.bound is not Bound.NEARLY):
        return gap <= greater.low * HALF
    if Bound.ABOUT in (lesser.bound, greater.bound) or greater.bound is Bound.NEARLY:
        return gap <= greater.low * ABOUT
    rounded = min(_significant(lesser.low), _significant(greater.low))
    return rounded < max(_significant(lesser.low), _significant(greater.low)) and gap <= greater.low * ROUND


def _significant(value: Fraction) -> int:
    """How many digits a figure is written with, zeros at its end aside."""
    return len(f"{float(value):.9g}".replace(".", "").lstrip("0-").rstrip("0"))


def _facts(reading: Reading, key: tuple[str, ...], figures: Sequence[Figure]) -> Iterator[Fact]:
    groups = _groups(figures)
    anchored = [g for g in groups if reading.anchors({f.article for f in g})]
    if key[0] in TOLLS:
        anchored = sorted(anchored, key=lambda g: -len({f.article for f in g}))[:1]
    strays = {id(g): _strays(reading, key, g, figures) for g in anchored}
    for group in anchored:
        mine = [f for f in strays[id(group)] if _best(reading, f, anchored) is group]
        value = _written(group[0].quantity, key)
        mentions = [_mention(f, value) for f in group] + [_mention(f, _written(f.quantity, key)) for f in mine]
        yield fact(FactKind.FIGURE, " ".join(key), mentions)


def _mention(figure: Figure, value: str) -> Mention:
    return Mention(figure.article, figure.span, value)


def _groups(figures: Sequence[Figure]) -> list[Group]:
    """The figures by value, each with those that may say the same; exact ones lead."""
    groups: list[Group] = []
    by_value: dict[tuple[Fraction, Fraction, str | None], Group] = {}
    for figure in sorted(figures, key=lambda f: (f.quantity.bound is not None, f.article, f.span)):
        q = figure.quantity
        value = q.low, q.high, q.unit
        group = by_value.get(value) or next((g for g in groups if may_agree(g[0].quantity, q)), None)
        if group is None:
            group = []
            groups.append(group)
        by_value.setdefault(value, group)
        group.append(figure)
    return groups


def _strays(reading: Reading, key: tuple[str, ...], group: Group, figures: Sequence[Figure]) -> list[Figure]:
    """What articles that never give the group's figure give in its stead."""
    theirs = {f.article for f in group}
    beside = [f.quantity for f in figures if f.article in theirs]
    by_article: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.article not in theirs:
            by_article[figure.article].append(figure)
    found: list[Figure] = []
    for mine in by_article.values():
        if any(may_agree(f.quantity, group[0].quantity) for f in mine):
            continue
        free = [f for f in mine if not f.part and not any(may_agree(f.quantity, q) for q in beside)]
        stray = _stray(reading, key, group, mine, free)
        if stray and not _has_grown(reading, key, stray, group):
            found += [f for f in mine if same(f.quantity, stray.quantity)]
    return found


def _stray(reading: Reading, key: tuple[str, ...], group: Group, mine: Sequence[Figure], free: Group) -> Figure | None:
    """The article's figure that stands for the group's: the total of a toll, an age, or that with the likest words."""
    if not free:
        return None
    if key[0] in TOLLS:
        largest = max(mine, key=lambda f: f.quantity.high)
        like = any(largest.frame & f.frame for f in group)
        return largest if like and largest in free else None
    if key[0] == "age":
        return free[0]
    if key[0] == "tally":  # one of the two is the same, or has the same digits
        return next((f for f in free if _half_agrees(f.quantity, group[0].quantity)), None)
    free = [f for f in free if f.quantity.digits or f.quantity.low > 1]
    if not free:
        return None
    best = max(free, key=lambda f: (_like(reading, f, group), _garbled(f, group)))
    least = LIKE * (HALF if _garbled(best, group) else 1 if best.quantity.digits else 1 / HALF)
    return best if _like(reading, best, group) >= least else None


def _half_agrees(a: Quantity, b: Quantity) -> bool:
    return bool({a.low, a.high} & {b.low, b.high})


def _garbled(figure: Figure, group: Group) -> bool:
    """Whether it has the digits of the group's figure in another order or scale: a slip, and no other count."""
    a, b = (sorted(str(int(q.low * 1000)).rstrip("0")) for q in (figure.quantity, group[0].quantity))
    return len(a) > 1 and a == b


def _like(reading: Reading, figure: Figure, group: Group) -> float:
    return max(
        reading.likeness(figure.frame, other.frame) * (1.0 if one_act(figure.verbs, other.verbs) else APART)
        for other in group
    )


def _best(reading: Reading, figure: Figure, groups: Sequence[Group]) -> Group:
    """The group whose words are the likest."""
    return groups[0] if len(groups) == 1 else max(groups, key=lambda g: _like(reading, figure, g))


def _has_grown(reading: Reading, key: tuple[str, ...], stray: Figure, group: Group) -> bool:
    """Whether the figure may have been another one when the article was published."""
    if key[0] not in TOLLS:
        return False
    then = _published(reading, stray.article)
    times = [t for t in (_published(reading, a) for a in {f.article for f in group}) if t]
    larger = stray.quantity.low > group[0].quantity.high
    if then and times:
        return (then > max(times)) if larger else (then < min(times))
    return stray.grows


def _published(reading: Reading, article: int) -> datetime | None:
    return reading.articles[article].document.published


def _written(quantity: Quantity, key: tuple[str, ...]) -> str:
    """The figure in plain form, with its unit or what it counts."""
    low, high = f"{float(quantity.low):.12g}", f"{float(quantity.high):.12g}"
    number = low if low == high else f"{low} to {high}"
    return f"{number} {quantity.unit or key[-1]}"
