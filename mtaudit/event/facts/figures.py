"""Which figures several articles give of the same thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction

from mtaudit.event.facts.counts import TOLLS, Figure, figures
from mtaudit.event.facts.lines import Reading, fact, one_act
from mtaudit.records import Fact, FactKind, Mention
from mtaudit.text.quantity import CEILINGS, FLOORS, Bound, Kind, Quantity, same

LIKE = 0.3
"""Likeness of the words around from which two figures of a kind are told of the same thing."""

APART = 0.55
"""What is left of the likeness where the verbs beside two figures are other ones."""

ROUND, ABOUT, HALF = Fraction(1, 10), Fraction(3, 20), Fraction(1, 2)
"""How far a rounded figure, one that is said to be rough, and a floor or ceiling may lie off."""

WHOLE = Fraction(100)
"""What the shares of the two parts of a whole add up to, in percent."""

MANY = 60
"""Figures of an article that are read: a table has more."""

FARTHEST = 30
"""How many times one toll may be the other."""

Group = list[Figure]


def figure_facts(reading: Reading) -> Iterator[Fact]:
    """Each figure that articles agree on, with the others' that are given of the same thing."""
    by_key: defaultdict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for lines in reading.lines:
        for figure in [f for line in lines for f in figures(reading, line)][:MANY]:
            by_key[figure.key].append(figure)
            if figure.group:
                by_key[figure.group].append(figure)
    for key, found in sorted(by_key.items()):
        yield from _facts(reading, key, found)


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


def _completes(a: Quantity, b: Quantity) -> bool:
    """Whether two shares are the two parts of a whole: 96 percent of the votes are counted, 4 percent are not."""
    return a.kind is b.kind is Kind.PERCENT and a.low + b.high == WHOLE


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
    """The figures by value, each with those that may say the same; exact ones lead, the most frequent first."""
    groups: list[Group] = []
    by_value: dict[tuple[Fraction, Fraction, str], Group] = {}
    spread = Counter(value for value, _ in {(_value(f), f.article) for f in figures})
    for figure in sorted(figures, key=lambda f: (f.quantity.bound is not None, -spread[_value(f)], *_value(f))):
        q, value = figure.quantity, _value(figure)
        group = by_value.get(value) or next((g for g in groups if may_agree(g[0].quantity, q)), None)
        if group is None:
            group = []
            groups.append(group)
        by_value.setdefault(value, group)
        group.append(figure)
    return groups


def _value(figure: Figure) -> tuple[Fraction, Fraction, str]:
    return figure.quantity.low, figure.quantity.high, figure.quantity.unit or ""


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
        if any(may_agree(f.quantity, group[0].quantity) or _completes(f.quantity, group[0].quantity) for f in mine):
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
        return largest if like and largest in free and _is_near(largest, group) else None
    if key[0] == "age":
        return free[0]
    if key[0] == "tally":  # one of the two is the same, or has the same digits
        return next((f for f in free if _half_agrees(f.quantity, group[0].quantity)), None)
    free = [f for f in free if f.quantity.digits or f.quantity.low > 1]
    if not free:
        return None
    best = max(free, key=lambda f: (_like(reading, f, group), _garbled(f, group)))
    scaled = [f for f in free if _is_scaled(f, group) and _like(reading, f, group, least=1) >= LIKE]
    if scaled and _like(reading, best, group) < LIKE:
        return scaled[0]
    least = LIKE * (HALF if _garbled(best, group) else 1 if best.quantity.digits else 1 / HALF)
    return best if _like(reading, best, group) >= least else None


def _is_near(figure: Figure, group: Group) -> bool:
    """Whether a toll is of the order of the group's, or has its digits: the dead of another war are told of too."""
    lesser, greater = sorted((figure.quantity.high, group[0].quantity.high))
    return greater <= lesser * FARTHEST or _garbled(figure, group)


def _half_agrees(a: Quantity, b: Quantity) -> bool:
    return bool({a.low, a.high} & {b.low, b.high})


def _garbled(figure: Figure, group: Group) -> bool:
    """Whether it has the digits of the group's figure in another order or scale: a slip, and no other count."""
    a, b = (sorted(str(int(q.low * 1000)).rstrip("0")) for q in (figure.quantity, group[0].quantity))
    return len(a) > 1 and a == b


def _is_scaled(figure: Figure, group: Group) -> bool:
    """Whether it has the very digits of the group's figure, at least two, by another power of ten."""
    a, b = (f"{float(q.low):.12g}".replace(".", "").strip("0") for q in (figure.quantity, group[0].quantity))
    return len(a) > 1 and a == b and figure.quantity.low != group[0].quantity.low


def _like(reading: Reading, figure: Figure, group: Group, least: int = 2) -> float:
    return max(
        reading.likeness(figure.frame, other.frame, least) * (1.0 if one_act(figure.verbs, other.verbs) else APART)
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
