import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.dates import MONTHS, WEEKDAYS, DateMention, compatible, contradiction, dates


def said(mention: DateMention) -> dict[str, int]:
    names = ("year", "month", "day", "weekday", "hour", "minute", "decade", "quarter", "half_year")
    return {name: getattr(mention, name) for name in names if getattr(mention, name) is not None}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("on May 17, 2019, in", "May 17, 2019", {"year": 2019, "month": 5, "day": 17}),
        ("on 17 May 2019", "17 May 2019", {"year": 2019, "month": 5, "day": 17}),
        ("on the 17th of May", "17th of May", {"month": 5, "day": 17}),
        ("on May 17th", "May 17th", {"month": 5, "day": 17}),
        ("on Sept. 12", "Sept. 12", {"month": 9, "day": 12}),
        ("on Jan.13 that", "Jan.13", {"month": 1, "day": 13}),
        ("on 2019-05-17", "2019-05-17", {"year": 2019, "month": 5, "day": 17}),
        ("on 17/05/2019", "17/05/2019", {"year": 2019, "month": 5, "day": 17}),
        ("Friday, July 21, 2017", "Friday, July 21, 2017", {"year": 2017, "month": 7, "day": 21, "weekday": 4}),
        ("Tuesday 8th April, 2014", "Tuesday 8th April, 2014", {"year": 2014, "month": 4, "day": 8, "weekday": 1}),
        ("in March 2018", "March 2018", {"year": 2018, "month": 3}),
        ("in March, 2018", "March, 2018", {"year": 2018, "month": 3}),
        ("in March", "March", {"month": 3}),
        ("in May", "May", {"month": 5}),
        ("until September", "September", {"month": 9}),
        ("on Tuesday", "Tuesday", {"weekday": 1}),
        ("on Tues. they", "Tues.", {"weekday": 1}),
        ("in 1999", "1999", {"year": 1999}),
        ("a 2013 incident", "2013", {"year": 2013}),
        ("in 1868", "1868", {"year": 1868}),
        ("in the 1990s", "1990s", {"decade": 1990}),
        ("in the '80s", "'80s", {"decade": 1980}),
        ("in the nineties", "nineties", {"decade": 1990}),
        ("at 9 p.m. today", "9 p.m.", {"hour": 21, "minute": 0}),
        ("at 4.30am", "4.30am", {"hour": 4, "minute": 30}),
        ("at 12 a.m. sharp", "12 a.m.", {"hour": 0, "minute": 0}),
        ("at 21:00", "21:00", {"hour": 21, "minute": 0}),
        ("at 21h30", "21h30", {"hour": 21, "minute": 30}),
        ("at 0930 GMT", "0930 GMT", {"hour": 9, "minute": 30}),
        ("at noon", "noon", {"hour": 12, "minute": 0}),
        ("at midnight", "midnight", {"hour": 0, "minute": 0}),
        ("at five o’clock", "five o’clock", {"hour": 5, "minute": 0}),
        ("in Q3 2020", "Q3 2020", {"quarter": 3, "year": 2020}),
        ("in fiscal Q1", "fiscal Q1", {"quarter": 1}),
        ("in 4Q21 sales", "4Q21", {"quarter": 4, "year": 2021}),
        ("in Q2 FY22", "Q2 FY22", {"quarter": 2, "year": 2022}),
        ("in the third quarter of 2021", "the third quarter of 2021", {"quarter": 3, "year": 2021}),
        ("its fourth-quarter profit", "fourth-quarter", {"quarter": 4}),
        ("in the final quarter", "the final quarter", {"quarter": 4}),
        ("in H1", "H1", {"half_year": 1}),
        ("in the second half of the year", "the second half of the year", {"half_year": 2}),
        ("in the first half", "the first half", {"half_year": 1}),
        ("at 9 in the evening", "9 in the evening", {"hour": 21, "minute": 0}),
    ],
)
def test_reads(text: str, words: str, expected: dict[str, int]) -> None:
    (found,) = dates(text)
    assert found.span.of(text) == words
    assert said(found) == expected


def test_two_days_of_one_month_are_two_dates() -> None:
    text = "on December 5 and 6"
    assert [(d.span.of(text), d.month, d.day) for d in dates(text)] == [("December 5", 12, 5), ("6", 12, 6)]
    text = "from 5-6 December"
    assert [(d.span.of(text), d.month, d.day) for d in dates(text)] == [("5", 12, 5), ("6 December", 12, 6)]


def test_a_range_of_years_is_two_years() -> None:
    assert [d.year for d in dates("in the 2018-19 season")] == [2018, 2019]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They may march again.", id="verbs"),
        pytest.param("Theresa May stepped down.", id="a surname"),
        pytest.param("April Jones won.", id="a first name"),
        pytest.param("2,019 people came.", id="a count with a separator"),
        pytest.param("2019 people came.", id="a count like a year"),
        pytest.param("more than 2000 were ill", id="a bounded count"),
        pytest.param("$1999", id="a price"),
        pytest.param("1500 metres", id="a distance"),
        pytest.param("He sat in the sun.", id="words like weekdays"),
        pytest.param("the second half of the list", id="the half of something else"),
        pytest.param("the third quarter-final", id="a round"),
        pytest.param("the H1-B visa", id="a designator"),
        pytest.param("won 3-1", id="a score"),
        pytest.param("version 1.2.3", id="a version"),
        pytest.param("the decency of all", id="a word that begins like a month"),
        pytest.param("", id="nothing"),
    ],
)
def test_leaves_alone(text: str) -> None:
    assert dates(text) == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("September 29th", "29 September"),
        ("September 29", "Sept. 29"),
        ("May 17, 2019", "17 May 2019"),
        ("May 17, 2019", "May 17"),
        ("Friday, May 17", "17 May"),
        ("2019-05-17", "17/05/2019"),
        ("05/04/2019", "May 4, 2019"),
        ("05/04/2019", "5 April 2019"),
        ("9 p.m.", "21:00"),
        ("9:30", "21:30"),
        ("9:30", "9.30am"),
        ("noon", "12 p.m."),
        ("in the 1980s", "in the '80s"),
    ],
)
def test_compatible(a: str, b: str) -> None:
    (left,), (right,) = dates(a), dates(b)
    assert compatible(left, right)
    assert compatible(right, left)


@pytest.mark.parametrize(
    ("a", "b", "field"),
    [
        ("May 17", "May 18", "day"),
        ("May 17", "17 March", "month"),
        ("May 17, 2019", "May 17, 2018", "year"),
        ("Friday, May 17", "Tuesday, May 17", "weekday"),
        ("9 p.m.", "9 a.m.", "hour"),
        ("09:30", "21:30", "hour"),
        ("9:30", "9:45", "minute"),
        ("in the 1980s", "in the 1990s", "decade"),
        ("on Tuesday", "in 2019", None),
    ],
)
def test_not_compatible(a: str, b: str, field: str | None) -> None:
    (left,), (right,) = dates(a), dates(b)
    assert not compatible(left, right)
    assert contradiction(left, right) == field


@given(st.text(alphabet="0123456789 .,-/:'MayondTuesSept.pm", max_size=40) | st.text(max_size=60))
def test_spans_lie_inside_and_a_date_is_compatible_with_itself(text: str) -> None:
    found = dates(text)
    for mention in found:
        assert mention.span.end <= len(text)
        assert compatible(mention, mention)
    for before, behind in pairwise(found):
        assert before.span.end <= behind.span.start


_FORMS = (
    "{month} {day}, {year}", "{day} {month} {year}", "{month} {day}th, {year}", "the {day}th of {month} {year}",
    "{weekday}, {month} {day}, {year}", "{year}-{number:02}-{day:02}", "{short}. {day}, {year}",
)  # fmt: skip


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(_FORMS))
def test_every_form_of_a_date_is_the_same_day(date: datetime.date, form: str) -> None:
    month = MONTHS[date.month - 1]
    short = month[:4] if month == "September" else month[:3]
    written = form.format(
        year=date.year, month=month, day=date.day, weekday=WEEKDAYS[date.weekday()], number=date.month,
        short=short,
    )  # fmt: skip
    if short == month:
        written = written.replace("May.", "May")
    (found,) = dates(f"The ferry sank on {written}.")
    assert (found.year, found.month, found.day) == (date.year, date.month, date.day)
    assert found.weekday in (None, date.weekday())
