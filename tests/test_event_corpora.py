"""The gold of the events, several outlets on one story, holds to the rules in corpora/events/README.md."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mtaudit.mqm import Category, Severity

EVENTS_FOLDER = Path(__file__).parent.parent / "corpora" / "events"
EVENTS = sorted(path.parent.name for path in EVENTS_FOLDER.glob("*/gold.json"))
KINDS = frozenset("quotation term name role figure date pronoun fluency typography residue".split())
MARKS = "“”‘’\"'"
ELLIPSIS = "…"

Gold = dict[str, Any]


def read_event(name: str) -> tuple[Gold, dict[str, str]]:
    """The gold of one event, and its articles by file name."""
    gold: Gold = json.loads((EVENTS_FOLDER / name / "gold.json").read_text(encoding="utf-8"))
    return gold, {file: (EVENTS_FOLDER / name / file).read_bytes().decode("utf-8") for file in gold["articles"]}


def wordings(gold: Gold, *, deviating: bool) -> Iterator[tuple[Gold, Gold]]:
    """Every utterance with each of its wordings that deviates, or does not."""
    for utterance in gold["utterances"]:
        for wording in utterance["wordings"]:
            if wording["deviates"] is deviating:
                yield utterance, wording


def labelled_spans(gold: Gold) -> Iterator[Gold]:
    """Every span of the gold, each with its article."""
    yield from gold["errors"] + gold["harmless"] + gold["tolerated"]
    for utterance in gold["utterances"]:
        for wording in utterance["wordings"]:
            yield wording
            yield from ({"article": wording["article"], **differs} for differs in wording.get("differs", ()))


def spoken(text: str) -> list[str]:
    """Words and ellipses, alike in British and American spelling and with either apostrophe."""
    plain = re.sub(r"\[(\w)\]", r"\1", text.lower().replace("’", "'")).replace("our", "or")
    return re.findall(rf"[\w'-]+|{ELLIPSIS}", plain)


def said_in(part: str, whole: str) -> bool:
    """Whether `part` is a run of the words of `whole`, or several in their order, parted by ellipses."""
    runs = [run.split() for run in " ".join(spoken(part)).split(ELLIPSIS) if run.strip()]
    words, start = spoken(whole), 0
    for run in runs:
        found = [at for at in range(start, len(words) - len(run) + 1) if words[at : at + len(run)] == run]
        if not found:
            return False
        start = found[0] + len(run)
    return bool(runs)


def restored(wording: Gold) -> str:
    """A deviating wording with what was said put back in the places where it differs."""
    text, origin = wording["text"], wording["start"]
    for differs in reversed(wording["differs"]):
        text = text[: differs["start"] - origin] + differs["instead_of"] + text[differs["end"] - origin :]
    return str(text)


def overlap(one: Gold, other: Gold) -> bool:
    same = one["article"] == other["article"]
    return bool(same and one["start"] < other["end"] and other["start"] < one["end"])


def test_events_are_shipped() -> None:
    assert {"trial", "earthquake", "transfer", "drug-approval", "pension-reform"} <= set(EVENTS)


@pytest.mark.parametrize("name", EVENTS)
def test_origin_names_the_licence(name: str) -> None:
    assert "Apache-2.0" in (EVENTS_FOLDER / name / "ORIGIN.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EVENTS)
def test_every_article_is_in_the_gold(name: str) -> None:
    gold, texts = read_event(name)
    assert sorted(path.name for path in (EVENTS_FOLDER / name).glob("*.txt")) == sorted(texts)
    assert len(texts) >= 4
    outlets = [article["outlet"] for article in gold["articles"].values()]
    assert len(set(outlets)) == len(outlets)


@pytest.mark.parametrize("name", EVENTS)
def test_copies_exist_and_are_near_copies(name: str) -> None:
    gold, texts = read_event(name)
    for file, article in gold["articles"].items():
        if article["copies"] is None:
            continue
        assert article["copies"] != file
        assert not gold["articles"][article["copies"]]["copies"]
        theirs = set(texts[article["copies"]].split("\n\n"))
        own = texts[file].split("\n\n")[2:]
        assert sum(paragraph in theirs for paragraph in own) >= len(own) / 2


@pytest.mark.parametrize("name", EVENTS)
def test_two_sound_outlets_stand_on_their_own(name: str) -> None:
    gold, _ = read_event(name)
    damaged = {error["article"] for error in gold["errors"]}
    independent = [file for file, article in gold["articles"].items() if not (article["copies"] or article["primary"])]
    assert len(set(independent) - damaged) >= 2
    assert damaged


@pytest.mark.parametrize("name", EVENTS)
def test_spans_quote_their_text(name: str) -> None:
    gold, texts = read_event(name)
    for span in labelled_spans(gold):
        assert texts[span["article"]][span["start"] : span["end"]] == span["text"]
        assert span["text"]
        assert span["text"] == span["text"].strip()


@pytest.mark.parametrize("name", EVENTS)
def test_ids_are_unique(name: str) -> None:
    gold, _ = read_event(name)
    for key in ("utterances", "errors"):
        ids = [label["id"] for label in gold[key]]
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", EVENTS)
def test_errors_are_well_formed(name: str) -> None:
    gold, _ = read_event(name)
    for error in gold["errors"]:
        Category(error["category"])
        Severity(error["severity"])
        assert error["kind"] in KINDS
        assert error["elsewhere"]
    assert sum(error["kind"] != "quotation" for error in gold["errors"]) >= 10


@pytest.mark.parametrize("name", EVENTS)
def test_errors_are_contradicted_by_other_articles_that_copy_none(name: str) -> None:
    gold, _ = read_event(name)
    for error in gold["errors"]:
        assert error["article"] not in error["contradicted_by"]
        assert all(gold["articles"][file]["copies"] is None for file in error["contradicted_by"])


@pytest.mark.parametrize("name", EVENTS)
def test_errors_of_other_kinds_lie_apart(name: str) -> None:
    gold, _ = read_event(name)
    errors = gold["errors"]
    assert not any(overlap(one, other) for at, one in enumerate(errors) for other in errors[at + 1 :])


@pytest.mark.parametrize("name", EVENTS)
def test_harmless_and_tolerated_spans_touch_no_error(name: str) -> None:
    gold, _ = read_event(name)
    assert len(gold["harmless"]) >= 10
    assert all(span["why"] for span in gold["harmless"])
    spans = gold["harmless"] + gold["tolerated"]
    assert not any(overlap(span, error) for span in spans for error in gold["errors"])


@pytest.mark.parametrize("name", EVENTS)
def test_utterances_are_quoted_by_two_outlets(name: str) -> None:
    gold, _ = read_event(name)
    for utterance in gold["utterances"]:
        assert utterance["speaker"]
        assert len({wording["article"] for wording in utterance["wordings"]}) >= 2


@pytest.mark.parametrize("name", EVENTS)
def test_sound_wordings_are_what_was_said(name: str) -> None:
    gold, _ = read_event(name)
    for utterance, wording in wordings(gold, deviating=False):
        assert said_in(wording["text"], utterance["canonical"]), wording
        assert "differs" not in wording


@pytest.mark.parametrize("name", EVENTS)
def test_deviating_wordings_are_what_was_said_but_for_what_differs(name: str) -> None:
    gold, _ = read_event(name)
    for utterance, wording in wordings(gold, deviating=True):
        assert not said_in(wording["text"], utterance["canonical"]), wording
        assert said_in(restored(wording), utterance["canonical"]), wording
        assert Severity(wording["severity"]).rank
        ends = [wording["start"]]
        for differs in wording["differs"]:
            assert ends[-1] <= differs["start"]
            assert spoken(differs["text"]) != spoken(differs["instead_of"])
            ends.append(differs["end"])
        assert ends[-1] <= wording["end"]


@pytest.mark.parametrize("name", EVENTS)
def test_each_deviating_wording_is_one_error(name: str) -> None:
    gold, _ = read_event(name)
    deviating = [
        (utterance["id"], wording["article"], wording["start"], wording["end"], wording["severity"])
        for utterance, wording in wordings(gold, deviating=True)
    ]
    errors = [
        (error["utterance"], error["article"], error["start"], error["end"], error["severity"])
        for error in gold["errors"]
        if error["kind"] == "quotation"
    ]
    assert sorted(deviating) == sorted(errors)


@pytest.mark.parametrize("name", EVENTS)
def test_witnesses_of_a_deviating_wording_say_what_was_said(name: str) -> None:
    gold, _ = read_event(name)
    by_utterance = {utterance["id"]: utterance for utterance in gold["utterances"]}
    for error in gold["errors"]:
        if error["kind"] == "quotation":
            sound = {w["article"] for w in by_utterance[error["utterance"]]["wordings"] if not w["deviates"]}
            assert error["contradicted_by"]
            assert set(error["contradicted_by"]) <= sound


@pytest.mark.parametrize("name", EVENTS)
def test_wordings_of_sound_outlets_stand_between_quotation_marks(name: str) -> None:
    gold, texts = read_event(name)
    damaged = {error["article"] for error in gold["errors"]}
    for _, wording in wordings(gold, deviating=False):
        file = wording["article"]
        if file not in damaged and not gold["articles"][file]["primary"]:
            assert texts[file][wording["start"] - 1] in MARKS
            assert texts[file][wording["end"]] in MARKS


def test_there_is_enough_to_measure() -> None:
    golds = [read_event(name)[0] for name in EVENTS]
    assert sum(1 for gold in golds for _ in wordings(gold, deviating=True)) >= 12
    assert sum(1 for gold in golds for _ in wordings(gold, deviating=False)) >= 30
    assert sum(any(article["copies"] for article in gold["articles"].values()) for gold in golds) >= 2
    assert sum(any(article["primary"] for article in gold["articles"].values()) for gold in golds) >= 2
