"""What several articles agree on, and whom that convicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mtaudit.event.agreement import PRIMARY, WEAK, against, is_damaged, sentence_at, witnesses
from mtaudit.event.trust import but_surest, of_language, trust
from mtaudit.ingest import document
from mtaudit.mqm import Category, Severity
from mtaudit.records import Event, Finding, Mention, Parsed, Span, Translated
from mtaudit.text.segmentation import parsed

SOUND = "The ferry left at noon. It carried nine cars."
DAMAGED = "The ferry waited. for noon. It carried. the nine cars to the island. and back."


def text(words: str = SOUND, *, primary: bool = False) -> Parsed:
    return parsed(replace(document(words), id=words[:9] + str(primary), primary=primary))


def event(*articles: Parsed, voices: tuple[int, ...] | None = None) -> Event:
    return Event(articles, voices or tuple(range(len(articles))), tuple(map(trust, articles)), (), ())


def said(*values: str) -> list[Mention]:
    """One mention for each article; an empty value is none."""
    return [Mention(k, Span(4, 9), value) for k, value in enumerate(values) if value]


@pytest.mark.parametrize(
    ("values", "accused", "agreed"),
    [
        pytest.param("aab", 2, "a", id="two convict a third"),
        pytest.param("aab", 0, None, id="who agrees with another is not convicted"),
        pytest.param("ab", 0, None, id="one against one"),
        pytest.param("abc", 0, None, id="everyone says something else"),
        pytest.param("aabb", 0, None, id="two against two"),
        pytest.param("aaabb", 3, "a", id="three against two"),
        pytest.param("aaaabbb", 4, None, id="four against three"),
        pytest.param("a", 0, None, id="nobody else speaks of it"),
    ],
)
def test_who_is_convicted(values: str, accused: int, agreed: str | None) -> None:
    found = against(event(*(text() for _ in values)), said(*values), said(*values)[accused])
    assert (found.value if found else None) == agreed


def test_outlets_that_copy_one_another_count_once() -> None:
    articles, mentions = [text() for _ in "aab"], said("a", "a", "b")
    assert against(event(*articles), mentions, mentions[2])
    assert against(event(*articles, voices=(0, 0, 2)), mentions, mentions[2]) is None


def test_a_damaged_copy_is_convicted_by_its_sibling_and_another_voice() -> None:
    mentions = said("damaged", "sound", "sound")
    found = against(event(text(), text(), text(), voices=(0, 0, 2)), mentions, mentions[0])
    assert found
    assert (found.value, found.voices) == ("sound", 2)


def test_a_sibling_alone_convicts_nobody() -> None:
    mentions = said("damaged", "sound")
    assert against(event(text(), text(), voices=(0, 0)), mentions, mentions[0]) is None


def test_a_primary_document_outweighs_all_and_is_never_accused() -> None:
    among = event(text(primary=True), text(), text(), text())
    mentions = said("a", "b", "b", "a")
    found = against(among, mentions, mentions[1])
    assert found
    assert (found.value, found.confidence, found.weak) == ("a", PRIMARY, False)
    assert against(among, mentions, mentions[0]) is None
    assert against(among, mentions, mentions[3]) is None, "it says what the primary document says"


def test_an_article_that_says_both_is_not_convicted() -> None:
    mentions = [*said("a", "a", "b"), Mention(2, Span(0, 3), "a")]
    assert against(event(*(text() for _ in "aab")), mentions, mentions[2]) is None


def test_confidence_grows_with_voices_and_falls_with_dissent() -> None:
    def confidence(values: str) -> float:
        mentions = said(*values)
        found = against(event(*(text() for _ in values)), mentions, mentions[-1])
        assert found
        return found.confidence

    assert WEAK < confidence("aab") < confidence("aaab") < confidence("aaaab") < 1
    assert confidence("aacb") < confidence("aab")
    assert confidence("aaabb") < confidence("aaab")


def test_one_sound_text_convicts_a_damaged_one_but_weakly() -> None:
    mentions = said("a", "b")
    found = against(event(text(), text(DAMAGED)), mentions, mentions[1])
    assert found
    assert found.weak
    assert WEAK < found.confidence < 0.8
    assert [found.graded(s) for s in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)] == [
        Severity.MAJOR,
        Severity.MINOR,
        Severity.MINOR,
    ]
    assert against(event(text(), text(DAMAGED)), mentions, mentions[0]) is None


def test_two_texts_damaged_alike_do_not_outvote_a_sound_one() -> None:
    among, mentions = event(text(), text(DAMAGED), text(DAMAGED)), said("a", "b", "b")
    assert against(among, mentions, mentions[0]) is None
    convicted = against(among, mentions, mentions[1])
    assert convicted
    assert convicted.weak


@pytest.mark.parametrize(
    ("words", "damaged"),
    [
        (DAMAGED, True),
        ("He spoke of a warehouse. of the town and waited. for the guard.", True),
        ("He spoke of a warehouse. of the town and waited, ”said the guard.", False),
        ("“It was late, ”said Ann. “We left, ”said Ben.", False),
        ("She said: “Go.” He said: “No.” “Why?” she asked – “why now?”", False),
        ('"Go," he said. "Now." "No!" she said (and "why"?).', False),
        ("A slip of the keyboard. “ That is all.", False),
        ("It is made by Alder Inc. and Birch Corp. of Ohio. See no. 5.", False),
    ],
)
def test_signs_of_damage(words: str, damaged: bool) -> None:
    assert is_damaged(event(text(words)), 0) is damaged


def test_witnesses_have_their_sentence_and_copies_of_the_accused_are_none() -> None:
    among = event(text(), text("Boats. A ship left at noon."), text(), text(), voices=(0, 1, 2, 2))
    mentions = [Mention(0, Span(4, 9), "ferry"), Mention(1, Span(9, 13), "ship"), *said("", "", "x", "x")]
    found = witnesses(among, mentions, mentions[2], "ferry")
    assert [(w.words, w.sentence, w.voice, w.contradicts) for w in found] == [
        ("ferry", "The ferry left at noon.", 0, True),
        ("ship", "A ship left at noon.", 1, False),
    ]


def test_the_sentence_of_words_that_cross_a_border() -> None:
    article = text()
    assert sentence_at(article, Span(18, 30)) == SOUND
    assert sentence_at(article, Span(24, 26)) == "It carried nine cars."


# --- how far a text can be believed


def flaw(category: Category = Category.TERM) -> Finding:
    return Finding(
        id="f1",
        detector="malapropism",
        category=category,
        fingerprint="0",
        original=None,
        copy=Span(0, 3),
        severity=Severity.MAJOR,
        message="",
        explanation="",
        confidence=0.7,
    )


def test_two_flaws_make_a_poor_witness_and_one_does_not() -> None:
    article = text()
    assert trust(article) == 1.0
    assert trust(article, [flaw()]) > 0.5
    assert trust(article, [flaw(), flaw()]) < 0.5


def test_the_page_and_its_marks_cost_no_trust() -> None:
    article = text()
    page = [flaw(Category.TYPOGRAPHY)] * 9 + [flaw(Category.BOILERPLATE)]
    assert trust(article, of_language(page)) == 1.0
    assert of_language([*page, flaw()]) == (flaw(),)


def test_no_single_place_tells_that_a_machine_translated() -> None:
    sure = replace(flaw(), confidence=0.9)
    assert but_surest([sure, flaw()]) == [flaw()]
    assert but_surest([sure]) == []


def test_the_likelihood_of_a_translation_decides_where_no_flaw_is_seen() -> None:
    assert trust(text(), (), Translated(0.8)) == pytest.approx(0.2)


def test_a_primary_document_is_the_thing_itself() -> None:
    assert trust(text(DAMAGED, primary=True)) == 1.0


def test_the_more_doubtful_the_accused_the_surer_the_finding() -> None:
    mentions = said("a", "b")
    confidences = []
    for believed in (0.45, 0.05):
        among = replace(event(text(), text()), trust=(1.0, believed))
        found = against(among, mentions, mentions[1])
        assert found
        confidences.append(found.confidence)
        assert against(among, mentions, mentions[0]) is None
    assert WEAK < confidences[0] < confidences[1]
