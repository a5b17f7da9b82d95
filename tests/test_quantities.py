from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.text.quantities import Bound, Kind, quantities, same
from mtaudit.text.quantity import reversed_bounds


@pytest.mark.parametrize(
    ("text", "figure", "value", "kind", "unit"),
    [
        ("1,709 pupils", "1,709", 1709, Kind.CARDINAL, None),
        ("1 709 pupils", "1 709", 1709, Kind.CARDINAL, None),
        ("1\u202f709 pupils", "1\u202f709", 1709, Kind.CARDINAL, None),
        ("1\u00a0709 pupils", "1\u00a0709", 1709, Kind.CARDINAL, None),
        ("a factor of 1.709", "1.709", Fraction("1.709"), Kind.CARDINAL, None),
        ("1.709.000 pupils", "1.709.000", 1709000, Kind.CARDINAL, None),
        ("12,34,567 voters", "12,34,567", 1234567, Kind.CARDINAL, None),
        ("3,5 million", "3,5 million", 3500000, Kind.CARDINAL, None),
        ("twenty-one ships", "twenty-one", 21, Kind.CARDINAL, None),
        ("two hundred and five ships", "two hundred and five", 205, Kind.CARDINAL, None),
        ("three hundred thousand votes", "three hundred thousand", 300000, Kind.CARDINAL, None),
        ("half a million bees", "half a million", 500000, Kind.CARDINAL, None),
        ("two and a half million bees", "two and a half million", 2500000, Kind.CARDINAL, None),
        ("a dozen eggs", "a dozen", 12, Kind.CARDINAL, None),
        ("two dozen eggs", "two dozen", 24, Kind.CARDINAL, None),
        ("a hundred eggs", "a hundred", 100, Kind.CARDINAL, None),
        ("3 lakh voters", "3 lakh", 300000, Kind.CARDINAL, None),
        ("2 crore voters", "2 crore", 20000000, Kind.CARDINAL, None),
        ("a couple of eggs", "a couple of", 2, Kind.CARDINAL, None),
        ("a third of voters", "a third", Fraction(1, 3), Kind.CARDINAL, None),
        ("two-thirds of voters", "two-thirds", Fraction(2, 3), Kind.CARDINAL, None),
        ("three quarters of voters", "three quarters", Fraction(3, 4), Kind.CARDINAL, None),
        ("one in five voters", "one in five", Fraction(1, 5), Kind.CARDINAL, None),
        ("2½ cups", "2½", Fraction(5, 2), Kind.CARDINAL, None),
        ("a 21st birthday", "21st", 21, Kind.ORDINAL, None),
        ("a twenty-first birthday", "twenty-first", 21, Kind.ORDINAL, None),
        ("a third term", "third", 3, Kind.ORDINAL, None),
        ("a second goal", "second", 2, Kind.ORDINAL, None),
        ("up 4%", "4%", 4, Kind.PERCENT, None),
        ("up 4 per cent", "4 per cent", 4, Kind.PERCENT, None),
        ("up 4 percentage points", "4 percentage points", 4, Kind.POINTS, None),
        ("up 25 basis points", "25 basis points", Fraction(1, 4), Kind.POINTS, None),
        ("cost $5m", "$5m", 5000000, Kind.MONEY, "$"),
        ("cost US$5 million", "US$5 million", 5000000, Kind.MONEY, "USD"),
        ("cost 5 million Australian dollars", "5 million Australian dollars", 5000000, Kind.MONEY, "AUD"),
        ("cost £1.5bn", "£1.5bn", 1500000000, Kind.MONEY, "GBP"),
        ("cost 20 euros", "20 euros", 20, Kind.MONEY, "EUR"),
        ("cost 20 €", "20 €", 20, Kind.MONEY, "EUR"),
        ("cost EUR 20", "EUR 20", 20, Kind.MONEY, "EUR"),
        ("cost 50 cents", "50 cents", Fraction(1, 2), Kind.MONEY, "$"),
        ("millions of dollars", "millions of dollars", 1000000, Kind.MONEY, "$"),
        ("ran 10 km", "10 km", 10, Kind.MEASURE, "km"),
        ("a 10-mile walk", "10-mile", 10, Kind.MEASURE, "mi"),
        ("at 30 miles per hour", "30 miles per hour", 30, Kind.MEASURE, "mph"),
        ("the 100m final", "100m", 100, Kind.MEASURE, "m"),
        ("at -5°C", "-5°C", -5, Kind.MEASURE, "°C"),
        ("for half an hour", "half an hour", Fraction(1, 2), Kind.MEASURE, "hour"),
        ("a million and a half bees", "a million and a half", 1500000, Kind.CARDINAL, None),
        ("0.5 of a percentage point", "0.5 of a percentage point", Fraction(1, 2), Kind.POINTS, None),
        ("in 30C heat", "30C", 30, Kind.MEASURE, "°C"),
        ("for an hour and a half", "an hour and a half", Fraction(3, 2), Kind.MEASURE, "hour"),
        ("an 82-year-old", "82-year-old", 82, Kind.AGE, "year"),
        ("aged 82", "82", 82, Kind.AGE, "year"),
        ("a nine-month-old", "nine-month-old", 9, Kind.AGE, "month"),
    ],
)
def test_reads(text: str, figure: str, value: Fraction, kind: Kind, unit: str | None) -> None:
    (found,) = quantities(text)
    assert found.span.of(text) == figure
    assert (found.low, found.high, found.kind, found.unit) == (value, value, kind, unit)


@pytest.mark.parametrize(
    ("text", "figure", "low", "high", "kind"),
    [
        ("10–15 people came", "10–15", 10, 15, Kind.CARDINAL),
        ("10 to 15 miles", "10 to 15 miles", 10, 15, Kind.MEASURE),
        ("between 10 and 15 people", "10 and 15", 10, 15, Kind.CARDINAL),
        ("$5-10 million", "$5-10 million", 5000000, 10000000, Kind.MONEY),
        ("16- to 18-year-olds", "16- to 18-year-olds", 16, 18, Kind.AGE),
        ("won 2-1", "2-1", 2, 1, Kind.SCORE),
        ("won 3 – 0", "3 – 0", 3, 0, Kind.SCORE),
        ("a vote of 230-to-197", "230-to-197", 230, 197, Kind.SCORE),
    ],
)
def test_reads_two_ends(text: str, figure: str, low: int, high: int, kind: Kind) -> None:
    (found,) = quantities(text)
    assert found.span.of(text) == figure
    assert (found.low, found.high, found.kind) == (Fraction(low), Fraction(high), kind)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("one of the best", id="a pronoun"),
        pytest.param("no one came", id="nobody"),
        pytest.param("they hate one another", id="each other"),
        pytest.param("one should know", id="people in general"),
        pytest.param("the one they want", id="a definite pronoun"),
        pytest.param("one day, he left", id="some day"),
        pytest.param("Covid-19", id="a name"),
        pytest.param("an F-16", id="a type of aircraft"),
        pytest.param("4chan", id="a name that begins with a digit"),
        pytest.param("version 1.2.3", id="a version"),
        pytest.param("call 555-123-4567", id="a telephone number"),
        pytest.param("https://example.org/2/34", id="an address"),
        pytest.param("in 1999", id="a year"),
        pytest.param("the 1990s", id="a decade"),
        pytest.param("on May 17, 2019", id="a date"),
        pytest.param("at 9.30 p.m.", id="a clock time"),
        pytest.param("a split second", id="a moment"),
        pytest.param("wait a second.", id="a moment at the end"),
        pytest.param("second-hand cars", id="used"),
        pytest.param("at first", id="in the beginning"),
        pytest.param("", id="nothing"),
    ],
)
def test_leaves_alone(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "bound", "extent"),
    [
        ("at least 12 people", Bound.LEAST, "at least 12"),
        ("no fewer than 12 people", Bound.LEAST, "no fewer than 12"),
        ("12 or more people", Bound.LEAST, "12 or more"),
        ("more than $12", Bound.OVER, "more than $12"),
        ("over a third of it", Bound.OVER, "over a third"),
        ("up to 12 people", Bound.MOST, "up to 12"),
        ("at most one", Bound.MOST, "at most one"),
        ("fewer than 12 people", Bound.UNDER, "fewer than 12"),
        ("nearly 12 people", Bound.NEARLY, "nearly 12"),
        ("about 12 people", Bound.ABOUT, "about 12"),
        ("12 people", None, "12"),
    ],
)
def test_bounds(text: str, bound: Bound | None, extent: str) -> None:
    (found,) = quantities(text)
    assert (found.bound, found.extent.of(text)) == (bound, extent)


def test_a_floor_reverses_a_ceiling() -> None:
    assert reversed_bounds(Bound.LEAST, Bound.MOST)
    assert reversed_bounds(Bound.UNDER, Bound.OVER)
    assert not reversed_bounds(Bound.LEAST, Bound.OVER)
    assert not reversed_bounds(Bound.LEAST, None)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("twelve", "12"),
        ("1,709", "1 709"),
        ("half a million", "500,000"),
        ("£2.8m", "2.8 million pounds"),
        ("$5", "5 US dollars"),
        ("30 cents", "$0.30"),
        ("40 acres", "16 hectares"),
        ("100 km", "62 miles"),
        ("2300 miles", "3700 km"),
        ("two weeks", "14 days"),
        ("90 minutes", "one and a half hours"),
        ("18 mph", "8 m/s"),
        ("50°F", "10°C"),
        ("half of it", "50%"),
        ("a third of it", "33%"),
        ("one in five", "20 percent"),
        ("a 10-year-old", "10 years"),
        ("200 pounds", "91 kg"),
        ("1-2", "1 to 2"),
    ],
)
def test_same(a: str, b: str) -> None:
    (left,), (right,) = quantities(a), quantities(b)
    assert same(left, right)
    assert same(right, left)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("12", "21"),
        ("twelve", "twenty"),
        ("5 million", "5 billion"),
        ("$5", "€5"),
        ("US$5", "A$5"),
        ("4%", "4 percentage points"),
        ("4%", "4"),
        ("third", "three"),
        ("third", "second"),
        ("100 km", "100 miles"),
        ("100 yards", "100 metres"),
        ("10 metres", "10 feet"),
        ("30 °C", "30 °F"),
        ("five weeks", "five months"),
        ("hundreds", "a hundred"),
        ("hundreds", "thousands"),
        ("2-1", "1-2"),
        ("10 to 15", "10 to 50"),
        ("half of it", "a quarter of it"),
        ("0 miles", "3 km"),
    ],
)
def test_unlike(a: str, b: str) -> None:
    (left,), (right,) = quantities(a), quantities(b)
    assert not same(left, right)
    assert not same(right, left)


@given(st.text(alphabet="0123456789 .,-–/$£%'a½:km\u00a0", max_size=40) | st.text(max_size=60))
def test_spans_lie_inside_and_a_quantity_is_the_same_as_itself(text: str) -> None:
    found = quantities(text)
    for quantity in found:
        assert quantity.span.end <= quantity.extent.end <= len(text)
        assert quantity.extent.start <= quantity.span.start
        assert same(quantity, quantity)
    for before, behind in pairwise(found):
        assert before.span.end <= behind.span.start


_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"  # noqa: E501
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def in_words(number: int) -> str:
    """The number in British English, the slow and obvious way."""
    if number < 20:
        return _ONES.split()[number]
    if number < 100:
        return _TENS.split()[number // 10 - 2] + (f"-{in_words(number % 10)}" if number % 10 else "")
    if number < 1000:
        return f"{in_words(number // 100)} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(number // scale)} {name}" + (joint + in_words(rest) if rest else "")
    raise AssertionError(number)


@given(
    st.integers(min_value=2, max_value=10**12 - 1), st.sampled_from(["{:,}", "{}", " ", "\u00a0", "\u202f", "words"])
)
def test_every_form_of_a_number_is_the_same_quantity(number: int, form: str) -> None:
    if form == "words":
        written = in_words(number)
    elif "{" in form:
        written = form.format(number)
    else:
        written = f"{number:,}".replace(",", form)
    text = f"They counted more than {written} penguins."
    (found,) = quantities(text)
    assert found.span.of(text) == written
    assert (found.low, found.kind, found.bound) == (Fraction(number), Kind.CARDINAL, Bound.OVER)
    assert found.high == found.low
