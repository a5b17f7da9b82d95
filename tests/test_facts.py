"""What several articles tell of the same thing, and which of them the others contradict."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.event.agreement import against
from mtaudit.event.facts import facts
from mtaudit.event.facts.figures import may_agree
from mtaudit.event.facts.renderings import is_inverted, is_slip
from mtaudit.event.facts.roles import excludes
from mtaudit.event.facts.terms import look_alike
from mtaudit.ingest import document
from mtaudit.records import Event, FactKind, Parsed
from mtaudit.text.quantities import quantities
from mtaudit.text.segmentation import parsed

Told = list[tuple[int, FactKind, str]]


def article(text: str, *, published: str | None = None, primary: bool = False) -> Parsed:
    when = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return parsed(replace(document("an article"), text=text, published=when, primary=primary))


def contradicted(*articles: Parsed | str) -> Told:
    """The number of each article that is contradicted, with the kind of fact and its words; each is its own voice."""
    texts = tuple(article(a) if isinstance(a, str) else a for a in articles)
    event = Event(texts, tuple(range(len(texts))), (1.0,) * len(texts), (), facts(texts))
    return sorted(
        {
            (m.article, f.kind, m.span.of(texts[m.article].document.text))
            for f in event.facts
            for m in f.mentions
            if against(event, f.mentions, m)
        }
    )


SLIDE = (
    "A landslide near Oldham killed 37 people on Monday. Soldiers are searching for survivors.",
    "Rescuers said that 37 people were dead after the landslide near Oldham.",
)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (*SLIDE, "At least 41 people are dead near Oldham, and the toll rose again."), id="a toll that grew"
        ),
        pytest.param((*SLIDE, "The landslide near Oldham killed dozens of people."), id="no exact figure"),
        pytest.param((*SLIDE, "The landslide near Oldham killed more than 35 people."), id="a floor below"),
        pytest.param((*SLIDE, "The landslide near Oldham killed 37, including nine children."), id="a part of them"),
        pytest.param((*SLIDE, "In 1911 a landslide near Oldham killed 94 people."), id="the dead of another year"),
        pytest.param((*SLIDE, "“It killed 94 people near Oldham,” a drunk man said."), id="in a quotation"),
        pytest.param((*SLIDE, "The landslide near Oldham left 94 people missing."), id="the missing, not the dead"),
        pytest.param(
            (
                "Judge Ada Brook and her brother, the surgeon Paul Brook, met in court. She left first.",
                "Judge Ada Brook left the court first. She would not speak.",
                "The surgeon Paul Brook left the court last. He would not speak.",
            ),
            id="two people of one surname",
        ),
        pytest.param(
            (
                "Marcher Steel of Oldham lost 40 million euros last year, the firm said.",
                "Last year Marcher Steel lost 40 million euros, according to its books.",
                "Marcher Glass of Oldham, a sister of Marcher Steel, earned 90 million euros in sales.",
            ),
            id="a sister company",
        ),
        pytest.param(
            (
                "Northern Union Bank will buy Northern United Trust, both said.",
                "In Oslo, Northern Union Bank made an offer for Northern United Trust.",
                "Shares of Northern United Trust rose in Oslo.",
            ),
            id="two companies of like names",
        ),
        pytest.param(
            (
                "The club sold 300 tickets for the first match and 500 for the second.",
                "For the first match the club sold 300 tickets.",
                "For the second match the club sold 500 tickets.",
            ),
            id="two figures that count alike things",
        ),
        pytest.param(
            (
                "Pike was arrested on 3 May and will be tried from 9 June, the court said.",
                "From 9 June Pike will be tried in Oldham.",
                "Pike was arrested on 3 May in Oldham.",
            ),
            id="several dates of one case",
        ),
        pytest.param(
            (
                "The rocket rose from the cape at 9:15 p.m. local time in light rain.",
                "In light rain the rocket rose from the cape at 9:15 p.m.",
                "The rocket rose from the cape at 0215 GMT in light rain.",
            ),
            id="local time",
        ),
        pytest.param(
            (
                "The fee is 60 million euros, the club said, a record for a keeper.",
                "A record for a keeper: the fee is 60 million euros.",
                "The fee, a record for a keeper, is about $65 million.",
            ),
            id="another currency",
        ),
        pytest.param(
            (
                "The senator Ruth Vale, a former prosecutor, lost her seat.",
                "By nine votes senator Ruth Vale lost her seat.",
                "Ruth Vale, once a prosecutor, lost her seat in the chamber.",
            ),
            id="what she was before",
        ),
        pytest.param(
            (
                "The Supreme Court of Orland struck the law down, 6-3.",
                "By 6-3 the Supreme Court of Orland ended the law.",
                "The top court in Orland ended the law.",
            ),
            id="the outlet's own words for a court",
        ),
        pytest.param(
            (
                "“Nothing is safe,” warned the geologist Emil Sand.",
                "The geologist Emil Sand saw more danger. “It is not safe,” he said.",
                "Emil Sand, a scientist, was worried by the cracks.",
            ),
            id="a wider word for his trade",
        ),
    ],
)
def test_what_may_differ_is_left_alone(texts: tuple[str, ...]) -> None:
    assert contradicted(*texts) == []


def test_a_figure_that_all_others_have_otherwise_is_contradicted() -> None:
    assert contradicted(*SLIDE, "The landslide near Oldham has killed 73 people.") == [(2, FactKind.FIGURE, "73")]


def test_a_toll_grows_with_time_and_does_not_shrink() -> None:
    morning = [article(text, published="2024-05-06T08:00") for text in SLIDE]
    text = "The landslide near Oldham killed {} people."
    later, earlier = "2024-05-06T20:00", "2024-05-06T05:00"
    assert contradicted(*morning, article(text.format(52), published=later)) == []
    assert contradicted(*morning, article(text.format(19), published=earlier)) == []
    assert contradicted(*morning, article(text.format(19), published=later)) == [(2, FactKind.FIGURE, "19")]


def test_one_against_one_convicts_nobody_but_a_primary_document_does() -> None:
    ruling = "The firm shall pay a fine of 4.5 million euros for its loans."
    report = "The firm must pay a fine of 4.5 billion euros for its loans."
    assert contradicted(ruling, report) == []
    assert contradicted(article(ruling, primary=True), report) == [(1, FactKind.FIGURE, "4.5 billion euros")]


def test_weekdays_are_days_of_the_calendar_where_the_days_of_publication_are_known() -> None:
    told = (
        article("The ferry sank off Skarn on Tuesday in a gale.", published="2024-05-07T18:00"),
        article("In a gale the ferry sank off Skarn on Tuesday.", published="2024-05-08T08:00"),
    )
    same = article("The ferry sank off Skarn yesterday in a gale.", published="2024-05-08T06:00")
    zone = article("The ferry sank off Skarn on Wednesday in a gale.", published="2024-05-08T06:00")
    other = article("The ferry sank off Skarn on Saturday in a gale.", published="2024-05-08T06:00")
    assert contradicted(*told, same) == []
    assert contradicted(*told, zone) == []
    assert contradicted(*told, other) == [(2, FactKind.DATE, "Saturday")]


@pytest.mark.parametrize(("published", "day"), [("9999-12-31T18:00", "tomorrow"), ("0001-01-01T08:00", "yesterday")])
def test_a_day_beyond_the_calendar_is_none(published: str, day: str) -> None:
    texts = [article(f"The ferry to Skarn sails {day} in a gale.", published=published) for _ in range(3)]
    assert contradicted(*texts) == []


def test_a_vote_is_one_figure_in_whatever_form() -> None:
    told = (
        "The chamber passed the bill by 214 votes to 189 on Monday.",
        "On Monday the bill passed, as lawmakers voted 214-189.",
    )
    assert contradicted(*told, "The bill passed on Monday with 214 votes in favour and 189 against.") == []
    assert (2, FactKind.FIGURE, "214 votes to 198") in contradicted(
        *told, "The chamber adopted the bill by 214 votes to 198 on Monday."
    )


def test_both_agree_and_deviate_in_one_fact_with_exact_places() -> None:
    texts = [article(text) for text in (*SLIDE, "The landslide near Oldham has killed 73 people.")]
    (fact,) = (f for f in facts(texts) if f.kind is FactKind.FIGURE)
    assert fact.about == "dead"
    assert [(m.article, m.span.of(texts[m.article].document.text)) for m in fact.mentions] == [
        (0, "37"),
        (1, "37"),
        (2, "73"),
    ]
    assert [m.value for m in fact.mentions] == ["37 dead", "37 dead", "73 dead"]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("37 people", "at least 30 people", True),
        ("37 people", "at least 15 people", False),
        ("37 people", "nearly 40 people", True),
        ("37 people", "up to 50 people", True),
        ("37 people", "73 people", False),
        ("4.46 million euros", "4.5 million euros", True),
        ("100 hectares", "247 acres", True),
        ("3-1", "1-3", True),
        ("3-1", "3-2", False),
        ("9 to 10 people", "10 people", True),
    ],
)
def test_figures_agree_after_rounding_converting_and_bounding(one: str, other: str, agree: bool) -> None:
    a, b = quantities(f"They won {one}.")[0], quantities(f"They won {other}.")[0]
    if "-" in one and other == "1-3":
        b = replace(a, low=a.high, high=a.low)
    assert may_agree(a, b) is agree
    assert may_agree(b, a) is agree


def test_nouns_in_front_are_told_from_those_that_english_puts_there() -> None:
    assert is_inverted(("law", "marlow"), ("marlow", "act"))
    assert not is_inverted(("lake", "marlow"), ("marlow", "lake"))
    assert not is_inverted(("judge", "marlow"), ("marlow", "judge"))
    assert not is_inverted(("marlow", "act"), ("marlow", "act"))


def test_slips_are_told_from_transliterations_and_words() -> None:
    assert is_slip("thornbudy", "thornbury")
    assert not is_slip("zelenskiy", "zelensky")
    assert not is_slip("ivan", "iván")
    assert not is_slip("brown", "brow")


def test_roles_exclude_each_other_unless_one_may_be_both() -> None:
    assert excludes("judge", "prosecutor")
    assert excludes("finance minister", "foreign minister")
    assert not excludes("finance minister", "treasury minister")
    assert not excludes("goalkeeper", "captain")
    assert not excludes("surgeon", "professor")
    assert not excludes("lawyer", "attorney")


def test_words_look_alike_that_are_no_kin() -> None:
    assert look_alike("torturous", "tortious")
    assert not look_alike("juror", "jury")
    assert not look_alike("colour", "color")
    assert not look_alike("elected", "electing")


HOSTILE = (
    "",
    " \n\n \t",
    "word " * 10_000,
    "Judge Ada Brook 37 dead " * 2_000,
    "١٢٣ 死者37人 Москва 37 погибших",
    "“ ” ' ‘ - 37 % $ 4.5bn, . ; 37",
    "He he she. She? Mr. Mr. Mrs",
    "\ud800 37 dead \udfff Judge Ada Brook",
    "1 2 3 4 5 6 7 8 9 " * 500,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_are_read_and_convict_nobody(text: str) -> None:
    texts = [article(text), article(SLIDE[0]), article(text + " ")]
    for fact in facts(texts):
        assert all(0 <= m.span.start < m.span.end <= len(texts[m.article].document.text) for m in fact.mentions)


def test_no_articles_tell_nothing() -> None:
    assert facts([]) == ()
    assert contradicted("One article alone tells that 37 people were killed.") == []


WORDS = (
    "judge Ada Brook said she he 37 dead people on Monday Tuesday the Marlow Act court , . “ ” in Oldham field".split()
)


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), min_size=2, max_size=4))
def test_articles_that_say_the_same_never_contradict_each_other(texts: list[str]) -> None:
    same = [article(texts[0] + " ") for _ in range(3)]
    event = Event(tuple(same), (0, 1, 2), (1.0,) * 3, (), facts(same))
    assert not [m for f in event.facts for m in f.mentions if against(event, f.mentions, m)]
    mixed = [article(text) for text in texts]
    again = facts(mixed)
    assert again == facts(mixed)
    for fact in again:
        assert list(fact.mentions) == sorted(fact.mentions, key=lambda m: (m.article, m.span))
