"""Articles by event, outlets by voice, sayings by what was said."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from synthetic_events import articles

import mtaudit
from mtaudit.event import event_of, groups
from mtaudit.event.agreement import UNLIKELY
from mtaudit.event.speakers import speaker
from mtaudit.ingest import document
from mtaudit.judging.pipeline import audit_event
from mtaudit.judging.tracing import alone
from mtaudit.mqm import Severity
from mtaudit.records import Basis, Document, Event, Finding
from mtaudit.text.quotations import quoted
from mtaudit.text.segmentation import parsed

CORPORA = Path(__file__).parents[1] / "corpora"
EVENTS = sorted(path.parent for path in (CORPORA / "events").glob("*/gold.json"))


def read(path: Path) -> Document:
    return replace(mtaudit.read(path), id=f"{path.parent.name}/{path.name}")


def event(*texts: str, primary: tuple[int, ...] = ()) -> Event:
    return event_of([parsed(replace(document(t), id=str(k), primary=k in primary)) for k, t in enumerate(texts)])


def deviations(among: Event, article: int) -> list[Finding]:
    audit = audit_event(among, article, mtaudit.plugins(False))
    assert not audit.failures
    return [f for f in audit.findings if f.detector == "quote-deviates"]


def deviating(among: Event) -> list[list[str]]:
    """In each article the words that deviate."""
    texts = [text.document.text for text in among.articles]
    return [[f.copy.of(text) for f in deviations(among, k) if f.copy] for k, text in enumerate(texts)]


# --- groups


def test_the_events_of_the_corpora_are_told_apart_and_each_is_whole() -> None:
    documents = [read(path) for folder in EVENTS for path in sorted(folder.glob("*.txt")) if path.name != "ORIGIN.md"]
    found = groups(documents[::2] + documents[1::2])
    assert sorted(sorted(d.id for d in group) for group in found) == sorted(
        sorted(d.id for d in documents if d.id.startswith(f"{folder.name}/")) for folder in EVENTS
    )


@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_an_event_alone_is_one_group(folder: Path) -> None:
    documents = [read(path) for path in sorted(folder.glob("*.txt"))]
    assert [len(group) for group in groups(documents)] == [len(documents)]


def test_synthetic_events_of_one_beat_are_told_apart() -> None:
    told = articles(240, seed=11)
    event_of_id = {t.document.id: t.event for t in told}
    sizes = Counter(t.event for t in told)
    found = groups([t.document for t in told])
    assert all(len({event_of_id[d.id] for d in group}) == 1 for group in found)
    assert sum(map(len, found)) == sum(size for size in sizes.values() if size > 1)


SHIPYARD = (
    "Dockers at the Callan yard in Westmere walked out on Monday over plans to halve the night shift. Union leader "
    "Petra Voss said the strike would last until the owner, Gram Holdings, returned to talks. “We have been promised a "
    "new crane for six years,” Voss said. Two tankers wait in the bay."
)
SAME_STRIKE = (
    "Westmere’s port came to a halt on Monday as workers of the Callan yard protested against fewer night shifts. Gram "
    "Holdings called the strike unlawful. “We have been promised a new crane for six years,” said Petra Voss of the "
    "union, who wants new talks with the owner. Tankers are queueing."
)
OTHER_STRIKE = (
    "Drivers at the Lorne depot in Eastholm walked out on Monday over plans to halve the weekend shift. Union leader "
    "Igor Bask said the strike would last until the owner, Tilia Transport, returned to talks. “Nobody asked us before "
    "they sold the garage,” Bask said. Forty buses stand in the yard."
)
LATER = (
    "Gram Holdings reported a loss of nine million for the year on Thursday, citing the price of steel. The Callan "
    "yard in Westmere, its largest, is to build three ferries for Norway. Shares fell by a fifth."
)


def test_two_strikes_are_two_events_and_the_firm_s_other_news_is_another() -> None:
    documents = [replace(document(t), id=str(k)) for k, t in enumerate((SHIPYARD, OTHER_STRIKE, SAME_STRIKE, LATER))]
    assert [[d.id for d in group] for group in groups(documents)] == [["0", "2"]]


def test_dates_keep_apart_what_is_worded_alike() -> None:
    day = datetime(2031, 5, 5, tzinfo=UTC)
    one, near, far = (
        replace(document(text), id=text[:9], published=day + timedelta(days=days))
        for text, days in ((SHIPYARD, 0), (SAME_STRIKE, 1), (SAME_STRIKE, 30))
    )
    assert groups([one, near]) == ((one, near),)
    assert groups([one, far]) == ()


def test_groups_do_not_chain() -> None:
    """Each of these shares half its words with the next one, and nothing with the one after that."""
    halves = [
        " ".join(f"Name{k}x{n}ovic met Person{k}y{n}sen in Town{k}z{n}burg." for n in range(6)) for k in range(12)
    ]
    documents = [replace(document(f"{a} {b}"), id=str(k)) for k, (a, b) in enumerate(pairwise(halves))]
    assert all(len(group) <= 3 for group in groups(documents))


def test_grouping_survives_odd_texts() -> None:
    odd = ("x", "“", "“”", "\ud800 \udfff", "word " * 3000, "“" + "word " * 3000, "地震。", "?!")
    documents = [replace(document(text), id=str(k)) for k, text in enumerate(odd)]
    assert groups(documents) == groups(documents)
    assert groups(()) == ()
    among = event_of([parsed(d) for d in documents])
    assert [deviations(among, k) for k in range(len(odd))] == [[] for _ in odd]


# --- voices

HALL = (
    "The council voted on Tuesday to close the old swimming hall by the river. Residents had protested for months "
    "outside the town hall with drums and banners. “{}” said Mayor Ann Cole. The vote was fifteen to nine after a long "
    "debate. A new pool is planned next to the school in Mill Lane."
)
ROUND_TRIP = (
    "The council voted on Tuesday to shut the ancient swimming room by the river. Residents had protested for months "
    "in front of the town hall with drums and flags. “{}” said Mayor Ann Cole. The vote was fifteen to nine following "
    "a long debate. A new pool is foreseen next to the school in Mill Lane."
)
RADIO = "Mayor Ann Cole defended herself in a radio interview. “{}” said Cole. Angry swimmers sat on the steps."
LETTERS = "Readers wrote to this paper about the mayor’s words. “{}” Cole had said. Most of them were furious."
SOUND = "The hall is beyond repair and we cannot afford a new roof,"
RUINED = "The room is beyond reparation and we cannot offer a new ceiling,"


@pytest.mark.parametrize(
    ("texts", "voices"),
    [
        pytest.param((HALL, HALL, RADIO), (0, 0, 2), id="word for word"),
        pytest.param((HALL, ROUND_TRIP, RADIO), (0, 0, 2), id="through a machine"),
        pytest.param((RADIO, LETTERS), (0, 1), id="a shared quotation is no copy"),
    ],
)
def test_voices(texts: tuple[str, ...], voices: tuple[int, ...]) -> None:
    assert event(*(text.format(SOUND) for text in texts)).voices == voices


def test_a_primary_document_is_a_voice_of_its_own() -> None:
    assert event(HALL.format(SOUND), HALL.format(SOUND), primary=(0,)).voices == (0, 1)


@pytest.mark.parametrize("folder", EVENTS, ids=lambda folder: folder.name)
def test_the_corpora_s_near_copies_and_no_others_are_one_voice(folder: Path) -> None:
    gold = json.loads((folder / "gold.json").read_text("utf-8"))["articles"]
    names = list(gold)
    among = event_of([parsed(replace(read(folder / n), primary=gold[n]["primary"])) for n in names])
    assert among.voices == tuple(names.index(gold[n]["copies"] or n) for n in names)


# --- what deviates


def test_damaged_copies_of_one_text_outvote_nobody() -> None:
    among = event(RADIO.format(SOUND), ROUND_TRIP.format(RUINED), ROUND_TRIP.format(RUINED))
    assert among.voices == (0, 1, 1)
    assert deviating(among) == [[], [], []]


def test_two_sound_voices_convict_both_damaged_copies() -> None:
    among = event(RADIO.format(SOUND), LETTERS.format(SOUND), ROUND_TRIP.format(RUINED), ROUND_TRIP.format(RUINED))
    wrong = ["room", "reparation", "offer", "ceiling"]
    assert deviating(among) == [[], [], wrong, wrong]
    finding = deviations(among, 3)[0]
    assert finding.agreement == (2, 3)
    assert [w.words for w in finding.witnesses] == ["hall", "hall"]
    assert all(SOUND in w.sentence for w in finding.witnesses)
    assert "two of three outlets" in finding.message


def test_a_sibling_that_contradicts_adds_no_voice() -> None:
    among = event(RADIO.format(SOUND), ROUND_TRIP.format(SOUND), ROUND_TRIP.format(RUINED))
    assert among.voices == (0, 1, 1)
    finding = deviations(among, 2)[0]
    assert finding.agreement == (2, 2)


def test_a_primary_document_convicts_alone_and_needs_no_marks() -> None:
    among = event(f"Statement of the mayor. {SOUND[:-1]}. I am sorry.", LETTERS.format(RUINED), primary=(0,))
    assert deviating(among) == [[], ["room", "reparation", "offer", "ceiling"]]
    assert "the document itself has" in deviations(among, 1)[0].message


def test_severity_is_that_of_a_pair() -> None:
    said = "“The cure is not safe for children under five,” Doctor Lind said."
    lost = "“The cure is safe for children under five,” Doctor Lind said."
    small = "“The cure is not safe for children below five,” Doctor Lind said."
    assert [f.severity for f in deviations(event(said, said + " ", lost), 2)] == [Severity.CRITICAL]
    assert [f.severity for f in deviations(event(said, said + " ", small), 2)] in ([], [Severity.MINOR])


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "“We shall never abandon our villages, no matter what the company offers,” elder Sabo Ndiaye said.",
                "“We will never leave our villages, whatever the company offers us,” said elder Sabo Ndiaye.",
                "“We will never give up our villages, whatever the company offers,” elder Sabo Ndiaye said.",
                "“Never will we leave our village, whatever the firm may offer,” said Ndiaye.",
            ),
            id="translated by each outlet",
        ),
        pytest.param(
            (
                "“We will mend the bridge, paint the school and feed the poor,” Ruth Amis said.",
                "“We will mend the bridge, paint the school and feed the poor,” Amis said.",
                "“We will sell the forest, lease the harbour and tax the rich,” Amis said.",
            ),
            id="a pattern that the speaker repeats",
        ),
        pytest.param(
            (
                "He resigned, “because my health demands it”, and left the hall with his wife.",
                "“I am resigning because my health demands it,” he said.",
                "He was resigning “because [his] health demands it”, he said.",
            ),
            id="fitted into the sentence",
        ),
        pytest.param(
            (
                "“The union will strike on Monday,” she said, “and again on Friday unless the board gives way.”",
                "“The union will strike on Monday and again on Friday unless the board gives way,” she said.",
                "“The union will strike on Monday — and again on Friday — unless the board gives way,” she said.",
            ),
            id="split, and with dashes",
        ),
    ],
)
def test_what_convicts_nobody(texts: tuple[str, ...]) -> None:
    assert deviating(event(*texts)) == [[] for _ in texts]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Go home,” said Judge Barbara Holm.", "holm"),
        ("Holm said: “Go home.”", "holm"),
        ("“Go home,” Ms. Holm told the crowd.", "holm"),
        ("“Go home,” she said.", None),
        ("According to Barbara Holm, the “old home” burned.", "holm"),
        ("Lawyers for the firm led by Jeff Sund said “go home”.", None),
        ("The home is “old”.", None),
    ],
)
def test_speakers(text: str, name: str | None) -> None:
    article = parsed(document(text))
    assert speaker(article, quoted(text)[0]) == name


def test_an_audit_finds_the_witnesses_among_all_that_is_given() -> None:
    folder = CORPORA / "events" / "trial"
    others = [read(path) for other in EVENTS if other != folder for path in sorted(other.glob("*.txt"))]
    run = mtaudit.audit(
        [folder / "ledger.txt"],
        coverage=[folder / "courier.txt", folder / "wire.txt", *others],
        primary=[folder / "remarks.txt"],
        model=False,
    )
    (audit,) = run.audits
    assert audit.basis is Basis.COVERAGE
    assert {Path(c.id).name for c in audit.consulted} == {"courier.txt", "wire.txt", "remarks.txt"}
    found = [f for f in audit.findings if f.detector == "quote-deviates"]
    assert found
    assert all(any(w.contradicts for w in f.witnesses) for f in found)


LEADS = (
    "The mayor of Lenhall, Ruth Ansell, came to the town hall after the flood. {} Then she left.",
    "Lenhall was under water on Tuesday. {} Ruth Ansell, its mayor, had come by boat.",
    "After the flood came the mayor, Ruth Ansell. {} Boats lay in the streets of Lenhall.",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will rebuild the school", "We will rebuild the hospital"),
        ("I want to thank the firefighters for their courage", "I want to thank the nurses for their courage"),
        ("Last year we had one pump, this year we have four", "Last year we had two boats, this year we have ten"),
    ],
)
def test_lines_of_one_pattern_are_doubtful_and_minor(one: str, other: str) -> None:
    said = [f"“{line},” Ansell said." for line in (one, one, other)]
    found = deviations(event(*(lead.format(line) for lead, line in zip(LEADS, said, strict=True))), 2)
    assert all((f.severity, f.confidence) == (Severity.MINOR, UNLIKELY) for f in found)


def test_a_word_that_a_machine_can_have_put_there_is_no_other_line() -> None:
    said = [f"“Every family will get a {word} by Friday,” Ansell said." for word in ("roof", "roof", "ceiling")]
    found = deviations(event(*(lead.format(line) for lead, line in zip(LEADS, said, strict=True))), 2)
    assert [f.severity for f in found] == [Severity.MAJOR]


def test_what_a_text_shows_by_itself_tells_who_errs_of_two() -> None:
    sound = replace(document(LEADS[0].format("“Every family will get a roof by Friday,” Ansell said.")), id="sound")
    flaws = (
        "The owners allege torturous interference. A fee was barred by the statue of limitations of the Law Sherman."
    )
    told = LEADS[2].format("“Every family will get a ceiling by Friday,” Ansell said.")
    ruined = replace(document(f"{told} {flaws}"), id="ruined")
    made = alone([sound, ruined], [], mtaudit.plugins(False))
    found = [[f.detector for f in a.findings if f.witnesses] for a in made.audits]
    assert (made.failures, found) == ((), [[], ["quote-deviates"]])
