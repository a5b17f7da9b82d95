"""Dates and weekdays with what happened then, and which of them several articles give of the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mtaudit.event.facts.lines import Line, Reading, fact, one_act
from mtaudit.lexicon import tables
from mtaudit.lexicon.closed_class import MODALS
from mtaudit.lexicon.speech import is_speech
from mtaudit.lexicon.wordnet import lemma, lemmas
from mtaudit.records import Fact, FactKind, Mention, Span
from mtaudit.text.date_mention import DateMention, compatible, contradiction
from mtaudit.text.dates import MONTHS, WEEKDAYS, dates
from mtaudit.text.quotations import depth
from mtaudit.text.relative_days import relative_days

LIKE = 0.45
"""Likeness of the words around from which two dates are told of the same thing."""

APART = 0.7
"""What is left of the likeness where the verbs beside the two dates are other ones."""

MANY = 60
"""Dates of an article that are read."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """A date of an article; `frame` are the words around, `events` the nearest verbs and nouns among them."""

    article: int
    span: Span
    date: DateMention
    frame: frozenset[str]
    verbs: frozenset[str]
    resolved: bool


def date_facts(reading: Reading) -> Iterator[Fact]:
    """Each date that articles agree on, with the others' that are given of the same thing."""
    found = [d for lines in reading.lines for d in [d for line in lines for d in _dated(reading, line)][:MANY]]
    groups = _groups(found)
    anchored = [g for g in groups if reading.anchors({d.article for d in g})]
    strays: defaultdict[int, list[Dated]] = defaultdict(list)
    for stray, number in _strays(reading, found, anchored):
        strays[number].append(stray)
    for number, group in enumerate(anchored):
        value = _written(group[0].date)
        mentions = [_mention(d, value) for d in group] + [_mention(d, _written(d.date)) for d in strays[number]]
        yield fact(FactKind.DATE, " ".join(sorted(_shared(group))[:4]) or value, mentions)


def _mention(dated: Dated, value: str) -> Mention:
    return Mention(dated.article, dated.span, value)


def _dated(reading: Reading, line: Line) -> Iterator[Dated]:
    """The days, months and years of a line, as days of the calendar where the article's own day is known."""
    published = reading.articles[line.article].document.published
    today = published.date() if published else None
    for mention in dates(line.text):
        where = line.at(mention.span)
        if (
            where
            and mention.decade is None
            and not _is_saying(line, where)
            and not depth(line.text, mention.span.start)
        ):
            day = replace(mention, hour=None, minute=None, zone=None, quarter=None, half_year=None)
            if (day.weekday, day.day, day.month, day.year) != (None,) * 4:
                known = _resolved(line, day, today)
                yield _made(line, where, mention.span, known or day, known is not None)
            elif mention.hour is not None:
                yield _made(line, where, mention.span, mention, False)
    for relative in relative_days(line.text):
        where = line.at(relative.span)
        if where and today and relative.unit == "day" and not relative.counted and not _is_saying(line, where):
            known = _on(today, relative.offset, relative.span)
            yield from [_made(line, where, relative.span, known, True)] if known else []


def _made(line: Line, where: range, span: Span, day: DateMention, resolved: bool) -> Dated:
    return Dated(
        line.article,
        Span(span.start + line.start, span.end + line.start),
        day,
        _frame(line, where),
        line.verbs(where),
        resolved,
    )


def _frame(line: Line, where: range) -> frozenset[str]:
    """The content words around without those of other dates."""
    calendar = {name.casefold() for name in (*MONTHS, *WEEKDAYS)}
    return frozenset(form for form in line.clause(where) if form not in calendar)


def _on(today: date, later: int, span: Span) -> DateMention | None:
    """So many days later; None where the calendar does not go so far."""
    number = today.toordinal() + later
    if not 1 <= number <= date.max.toordinal():
        return None
    day = date.fromordinal(number)
    return DateMention(span, day.year, day.month, day.day, day.weekday())


def _resolved(line: Line, day: DateMention, today: date | None) -> DateMention | None:
    """A weekday or a day of a month as one of the calendar, told from the day of publication.

    A weekday is the last one, or today; nothing where the line looks ahead.
    """
    ahead = any(w.form in MODALS or w.form in ("next", "due", "scheduled", "last") for w in line.words)
    if today is None or ahead or day.weekday is None or day.day is not None:
        return None
    return _on(today, -((today.weekday() - day.weekday) % 7), day.span)


def _is_saying(line: Line, where: range) -> bool:
    """Whether a verb of speech stands right beside: when somebody spoke differs from speaker to speaker."""
    near = range(max(0, where.start - 3), min(len(line.words), where.stop + 2))
    return any(
        is_speech(line.words[k].form) and lemmas(line.words[k].form)[:1] and lemma(line.words[k].form) in _SAID
        for k in near
        if k not in where
    )


_SAID = tables.words("announcing-verbs")


def _groups(found: Sequence[Dated]) -> list[list[Dated]]:
    """The dates by value, those that most articles have first."""
    groups: dict[tuple[object, ...], list[Dated]] = {}
    yearless: dict[tuple[object, ...], list[Dated]] = {}
    for dated in sorted(found, key=lambda d: (d.date.year is None, _written(d.date), d.date.either_order)):
        sort = _sort(dated.date)[1:]
        group = groups.setdefault((*sort, dated.date.year), []) if dated.date.year else yearless.setdefault(sort, [])
        if dated.date.year:
            yearless.setdefault(sort, group)
        group.append(dated)
    made = {id(group): group for group in (*groups.values(), *yearless.values())}
    return sorted(made.values(), key=lambda group: (-len({d.article for d in group}), _written(group[0].date)))


def _sort(day: DateMention) -> tuple[object, ...]:
    """By what a date is told (a day of a month, a weekday, a month, a year, a clock) and which it is."""
    if day.hour is not None:
        return "clock", "clock", day.hour % 12 if day.either_half else day.hour, day.minute
    if day.day is not None:
        return "day", "day", *(sorted((day.day, day.month or 0)) if day.either_order else (day.month, day.day))
    if day.weekday is not None:
        return "weekday", "weekday", day.weekday
    return ("month", "month", day.month) if day.month is not None else ("year", "year", day.year)


def _alike(a: DateMention, b: DateMention) -> bool:
    """Whether two dates are told in one way, so that they can be held against each other."""
    return _sort(a)[0] == _sort(b)[0]


def _same(a: DateMention, b: DateMention) -> bool:
    return _alike(a, b) and compatible(a, b)


def _strays(reading: Reading, found: Sequence[Dated], anchored: Sequence[list[Dated]]) -> Iterator[tuple[Dated, int]]:
    """Each date that no other article has, with the number of the group that is told of the same thing.

    The article has no date that agrees with the group, and no article has both.
    """
    by_article: defaultdict[int, list[Dated]] = defaultdict(list)
    for dated in found:
        by_article[dated.article].append(dated)
    for dated in found:
        best = max(
            (
                (_like(reading, dated, group), -n)
                for n, group in enumerate(anchored)
                if _rivals(dated, group, by_article)
            ),
            default=(0.0, 0),
        )
        if best[0] >= LIKE:
            yield dated, -best[1]
        else:
            turned = next(
                (n for n, g in enumerate(anchored) if _is_turned(reading, dated, g) and _rivals(dated, g, by_article)),
                None,
            )
            if turned is not None:
                yield dated, turned


def _rivals(dated: Dated, group: Sequence[Dated], by_article: dict[int, list[Dated]]) -> bool:
    """Whether the date contradicts the group's, which its article never gives, as those of the group never give it."""
    day, theirs = dated.date, group[0].date
    if not _alike(day, theirs) or contradiction(day, theirs) is None or _is_near(dated, group[0]):
        return False
    if dated.resolved != group[0].resolved or (day.hour is not None and not _is_other_hour(day, theirs)):
        return False
    if any(_same(d.date, theirs) for d in by_article[dated.article]):
        return False
    return not any(_same(d.date, day) for article in {g.article for g in group} for d in by_article[article])


def _is_turned(reading: Reading, dated: Dated, group: Sequence[Dated]) -> bool:
    """Whether it is the group's time of day, to the minute, on the other half of the day, or its day turned around."""
    a, b = dated.date, group[0].date
    if a.day and b.day:
        turned = a.month == b.month and a.day != b.day and f"{a.day}" == f"{b.day}"[::-1]
        return turned and any(reading.likeness(dated.frame, other.frame, 1) >= LIKE for other in group)
    if a.hour is None or b.hour is None or a.either_half or b.either_half:
        return False
    return bool(a.minute) and a.minute == b.minute and abs(a.hour - b.hour) == 12


def _is_other_hour(a: DateMention, b: DateMention) -> bool:
    """Whether two clock times differ by more than the zones of two clocks: in minutes, or by half a day."""
    apart = abs((a.hour or 0) - (b.hour or 0))
    return a.minute != b.minute or apart == 12


def _is_near(a: Dated, b: Dated) -> bool:
    """Whether two days that were told from the days of publication are a day apart: clocks differ by zone."""
    if not (a.resolved and b.resolved):
        return False
    days = [date(d.date.year or 1, d.date.month or 1, d.date.day or 1) for d in (a, b)]
    return abs(days[0] - days[1]) <= DAY


def _like(reading: Reading, dated: Dated, group: Sequence[Dated]) -> float:
    return max(
        reading.likeness(dated.frame, other.frame) * (1 if one_act(dated.verbs, other.verbs) else APART)
        for other in group
    )


def _shared(group: Sequence[Dated]) -> frozenset[str]:
    frames = [d.frame for d in group]
    return frozenset.intersection(*frames)


def _written(day: DateMention) -> str:
    """The date in plain form."""
    parts = [
        WEEKDAYS[day.weekday] if day.weekday is not None and day.day is None else "",
        f"{day.day}" if day.day else "",
        MONTHS[day.month - 1] if day.month and 1 <= day.month <= 12 else "",
        f"{day.year}" if day.year else "",
        f"{day.hour}:{day.minute or 0:02}" if day.hour is not None else "",
    ]
    return " ".join(part for part in parts if part)
