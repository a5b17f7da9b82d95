"""Laws of audits: neither the order of the articles nor what a page puts around them changes what is found."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st
from synthetic_events import articles
from test_event_corpora import EVENTS, read_event

import mtaudit
from mtaudit.event import event_of
from mtaudit.judging.judges import Plugins
from mtaudit.judging.tracing import alone
from mtaudit.records import Audit, Document, Event, Finding
from mtaudit.render.json import report
from mtaudit.text.furniture import dateline, is_furniture
from mtaudit.text.segmentation import parsed

few = trying(max_examples=15, deadline=None)

CORPORA = Path(__file__).parent.parent / "corpora"

FURNITURE = [
    "More from Harbour Post",
    "Read more: Ten storms that changed the coast",
    "Sign up for our newsletter",
    "Share this article",
    "Photo: Lena Hart/Harbour Post",
    "Picture by Ole Strand for Northern Press",
    "Credit: Northern Press Agency",
    "By Jonas Weller",
    "Tuesday, 4 March 2031",
    "Advertisement",
    "[ad_1]",
    "© 2031 Harbour Post. All rights reserved.",
]
DATELINES = [
    "ALDERTON (NPA) — ",
    "ALDERTON, March 4 — ",
    "Alderton, 4 March (NPA) - ",
    "ALDERTON, England, Sept. 12 -- ",
]
SLIPS: list[Callable[[str], str]] = [lambda m: f"{m} ,", lambda m: f"{m} {m}", lambda m: f" {m}"]
"""What becomes of a stop or a comma under a clumsy finger."""


@lru_cache
def plugins() -> Plugins:
    return mtaudit.plugins(False)


@lru_cache
def stories() -> tuple[tuple[Document, ...], ...]:
    """Invented events: those of the corpora, and some that are made up of sentences."""
    found = []
    for name in EVENTS:
        gold, texts = read_event(name)
        found.append(tuple(
            Document(file, texts[file], outlet=told["outlet"], primary=told["primary"])
            for file, told in gold["articles"].items()
        ))  # fmt: skip
    made: defaultdict[int, list[Document]] = defaultdict(list)
    for told in articles(24):
        made[told.event].append(told.document)
    return (*found, *(tuple(told) for told in made.values() if len(told) > 2))


def audited(documents: Sequence[Document], copies: int | None = None) -> dict[str, Audit]:
    """The audits of so many of the documents, or of all that are no primary documents; the others are coverage."""
    asked = documents[:copies] if copies else [d for d in documents if not d.primary]
    made = alone(asked, [d for d in documents if d not in asked], plugins())
    assert not made.failures
    assert [audit.copy for audit in made.audits] == list(asked)
    return {audit.copy.id: audit for audit in made.audits}


def written(audit: Audit) -> bytes:
    (told,) = report(mtaudit.Run((audit,), (), (), "")).audits
    return msgspec.json.encode(told)


def essence(finding: Finding) -> tuple[object, ...]:
    """A finding without its confidence, which may move a little, and without the places of the witnesses."""
    told = frozenset((w.id, " ".join(w.words.split()), w.contradicts) for w in finding.witnesses)
    return finding.detector, finding.severity, finding.message, told


def of_coverage(event: Event, number: int) -> Counter[object]:
    """What the detectors of coverage find, wherever it stands."""
    told = (s for detector in plugins().coverage.values() for s in detector(event, number))
    return Counter(
        (s.copy, s.severity, s.message, frozenset((w.id, w.span, w.contradicts) for w in s.witnesses)) for s in told
    )


@few
@given(st.data())
def test_the_order_of_the_files_changes_nothing(data: st.DataObject) -> None:
    documents = data.draw(st.sampled_from(stories()))
    shuffled = data.draw(st.permutations(documents))
    first, second = audited(documents), audited(shuffled)
    for name, audit in first.items():
        assert written(audit) == written(second[name])


@few
@given(st.data())
def test_no_order_within_an_event_decides(data: st.DataObject) -> None:
    """Not even where what decides it is left out: ties fall by what is said, never by place."""
    texts = [parsed(d) for d in data.draw(st.sampled_from(stories()))]
    order = data.draw(st.permutations(range(len(texts))))
    first, second = event_of(texts), event_of([texts[k] for k in order])
    for place, number in enumerate(order):
        assert of_coverage(first, number) == of_coverage(second, place)


@few
@given(st.data())
def test_what_surrounds_a_story_changes_no_finding(data: st.DataObject) -> None:
    documents = list(data.draw(st.sampled_from(stories())))
    number = data.draw(st.sampled_from([k for k, d in enumerate(documents) if not d.primary]))
    changed = [*documents]
    text = documents[number].text
    change = data.draw(st.sampled_from(["furniture", "slip", "dateline"]))
    if change == "furniture":
        text = with_line(text, data.draw(st.sampled_from(FURNITURE)), data.draw(st.randoms(use_true_random=False)))
    elif change == "dateline":
        text = with_dateline(text, data.draw(st.sampled_from(DATELINES)))
    else:
        text = with_slip(text, data.draw(st.sampled_from(SLIPS)), data.draw(st.randoms(use_true_random=False)))
    changed[number] = replace(documents[number], text=text)
    before, after = audited(documents), audited(changed)
    for name in before:
        first, second = (Counter(map(essence, told[name].findings)) for told in (before, after))
        if name != documents[number].id:
            assert first == second, (name, text)
        else:
            assert not first - second, text


def with_line(text: str, line: str, random: Random) -> str:
    """The text with one more paragraph behind any of its own, or at its end."""
    paragraphs = text.split("\n\n")
    paragraphs.insert(random.randint(1, len(paragraphs)), line)
    return "\n\n".join(paragraphs)


def with_dateline(text: str, line: str) -> str:
    """The text with a dateline before its first paragraph of prose."""
    paragraphs = text.split("\n\n")
    first = next(k for k, p in enumerate(paragraphs) if p.rstrip().endswith((".", "”")))
    paragraphs[first] = line + paragraphs[first]
    return "\n\n".join(paragraphs)


def with_slip(text: str, slip: Callable[[str], str], random: Random) -> str:
    """The text with one mark of the outlet's own sentences struck wrongly."""
    own = [m for m in re.finditer(r"(?<=[a-z]{3})[.,](?= [A-Za-z])", text) if is_plain(text, m.start())]
    if not own:
        return text
    mark = random.choice(own)
    return text[: mark.start()] + slip(mark.group()) + text[mark.end() :]


def is_plain(text: str, at: int) -> bool:
    """Whether the line has no quotation marks: within them a comma more is the saying's."""
    line = text[text.rfind("\n", 0, at) + 1 : text.find("\n", at) if "\n" in text[at:] else len(text)]
    return not any(mark in line for mark in "“”\"'‘’")


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_above_the_headline_changes_nothing(line: str) -> None:
    documents = list(stories()[0])
    before = audited(documents)
    number = next(k for k, d in enumerate(documents) if not d.primary)
    documents[number] = replace(documents[number], text=f"{line}\n\n{documents[number].text}")
    after = audited(documents)
    for name in before:
        first, second = (Counter(map(essence, told[name].findings)) for told in (before, after))
        assert first == second if name != documents[number].id else not first - second


@few
@given(st.data())
def test_the_order_of_the_originals_changes_nothing(data: st.DataObject) -> None:
    pairs = sorted(path.parent for path in CORPORA.glob("*/original.txt"))
    originals = [Document(f"{p.name}/original", (p / "original.txt").read_text("utf-8")) for p in pairs]
    originals += [Document(f"{p.name}/again", (p / "original.txt").read_text("utf-8")) for p in pairs[:2]]
    copies = [Document(f"{p.name}/copy", (p / "copy.txt").read_text("utf-8")) for p in pairs[:2]]
    first = mtaudit.audit(copies, originals, model=False)
    second = mtaudit.audit(copies, data.draw(st.permutations(originals)), model=False)
    assert len(first.audits) == len(copies)
    assert list(map(written, first.audits)) == list(map(written, second.audits))


def test_audits_come_in_the_order_of_the_copies() -> None:
    documents = [d for d in stories()[0] if not d.primary]
    assert list(audited(documents[::-1])) == [d.id for d in documents[::-1]]


def test_two_processes_say_the_same_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for document in stories()[0]:
        (tmp_path / "articles" / document.id).write_text(document.text, "utf-8")
    said = []
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "mtaudit", "audit", "articles", "--no-model", "--out", seed]
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, cwd=tmp_path, capture_output=True, check=True
        )
        said.append((tmp_path / seed / "report.json").read_bytes())
    assert said[0] == said[1]
    assert b"quote-deviates" in said[0]


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("OLDHAM, March 4 (NPA) — The ferry sank.", "The ferry sank."),
        ("OLDHAM — The ferry sank.", "The ferry sank."),
        ("ST. MARY’S, England, Sept. 12 -- The ferry sank.", "The ferry sank."),
        ("Oldham (NPA) - Nine people died.", "Nine people died."),
        ("Oldham, 4 March 2031 – Nine people died.", "Nine people died."),
        ("OLDHAM: The ferry sank.", "The ferry sank."),
        ("Mayor Ada Holm — who won — left.", None),
        ("Hale (Labour) - a cook by trade - won.", None),
        ("NATO — the alliance — met.", None),
        ("Ada Brook: “We go.”", None),
        ("The ferry sank on March 4 — a Tuesday.", None),
        ("", None),
    ],
)
def test_datelines(paragraph: str, rest: str | None) -> None:
    assert paragraph[dateline(paragraph) :] == (paragraph if rest is None else rest)


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        *((line, True) for line in FURNITURE if not line.startswith(("By", "Tuesday"))),
        ("Photo: The old dock in 1990", False),
        ("Image: a crane lifts the wreck", False),
        ("Video shows crash", False),
        ("Photographs of the wreck were sold.", False),
        ("Pictures (Ada Brook)", True),
    ],
)
def test_credits_tell_nothing(line: str, furniture: bool) -> None:
    assert is_furniture(line) is furniture
