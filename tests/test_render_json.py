"""The JSON report holds to the contract `mtaudit/1`, key by key."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import msgspec
import test_render_sample as sample

from mtaudit.gate import ungated
from mtaudit.mqm import Category
from mtaudit.records import Bead, Document, Pair, Role, Run, Score, Segment, Span
from mtaudit.render.json import Json, Report, Stream, report
from mtaudit.render.reading.passages import correspondence

ARTICLE = ["id", "path", "url", "title", "outlet", "author", "published", "language", "text"]
PHRASE = ["start", "end", "text"]
FINDING = ["id", "detector", "category", "severity", "original", "copy", "message", "explanation", "confidence",
           "group", "fingerprint", "suppression", "witnesses", "agreement"]  # fmt: skip
AUDIT = ["original", "copy", "relation", "confidence", "why", "remarks", "basis", "alignment", "differences",
         "findings", "scores", "pivot", "consulted", "failures"]  # fmt: skip


def decoded(run: Run) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(Json()(ungated(run)))
    return made


def test_written_audit_by_audit_it_is_the_same_to_the_byte() -> None:
    for run in (
        sample.run(),
        sample.run(sample.audit(), sample.lone()),
        Run((), (), (), "“\ud800"),
        Run((sample.lone(),), (), (), ""),
    ):
        pieces: list[str] = []
        stream = Stream(pieces.append, run.signature)
        for audit in run.audits:
            stream.add(audit)
        stream.end(run.unmatched, run.failures)
        assert "".join(pieces) == Json()(ungated(run))


def test_author_and_date_of_a_document() -> None:
    zone = timezone(timedelta(hours=2))
    written = Document("a", "Rain.", author="Ada \ud800", published=datetime(2024, 5, 17, 9, 30, tzinfo=zone))
    (told,) = decoded(Run((), (written,), (), ""))["unmatched"]
    assert told["author"].startswith("Ada ")
    assert told["published"] == "2024-05-17T09:30:00+02:00"


def test_every_key_of_the_contract_stands_in_its_order() -> None:
    made = decoded(sample.run())
    audit = made["audits"][0]
    assert list(made) == ["schema", "signature", "audits", "unmatched", "failures"]
    assert made["schema"] == "mtaudit/1"
    assert list(audit) == AUDIT
    assert list(audit["original"]) == list(audit["copy"]) == list(made["unmatched"][0]) == ARTICLE
    assert list(audit["alignment"][0]) == ["original", "copy", "kind", "moved", "similarity", "fidelity"]
    assert list(audit["alignment"][0]["original"][0]) == ["start", "end"]
    assert list(audit["differences"][0]) == ["kind", "original", "copy", "similarity", "verdict", "reason"]
    assert list(audit["differences"][0]["original"]) == PHRASE
    assert list(audit["findings"][0]) == FINDING
    assert list(audit["scores"]) == ["fidelity", "bleu", "chrf", "ter", "similarity"]
    assert audit["scores"]["bleu"] == {"value": 41.25, "signature": "bleu|v:1", "interval": None}
    assert audit["pivot"] == {
        "languages": [{"language": "French", "confidence": 0.93}],
        "evidence": ["French “prise” is both “plug” and “hold”."],
    }
    assert made["failures"] == [{"what": "reading", "where": "broken.html", "why": "it is empty", "sentences": []}]


def test_what_was_not_measured_is_null() -> None:
    audit = decoded(sample.only(sample.lone()))["audits"][0]
    assert audit["original"] is None
    assert audit["alignment"] == audit["differences"] == []
    assert set(audit["scores"].values()) == {None}
    assert audit["pivot"] is None


def test_a_metric_of_a_plug_in_follows_the_five() -> None:
    audit = replace(sample.audit(), scores=(Score("comet", 0.5, "comet|v:1"),))
    scores = decoded(sample.only(audit))["audits"][0]["scores"]
    assert list(scores)[-1] == "comet"


def test_beads_are_named_by_what_became_of_them() -> None:
    kinds = [bead["kind"] for bead in decoded(sample.run())["audits"][0]["alignment"]]
    assert kinds == ["changed", "changed", "equal", "equal", "changed", "split", "omitted", "added"]


def test_how_much_a_bead_kept_is_null_where_it_was_not_judged() -> None:
    audit = sample.audit()
    assert audit.comparison is not None
    scores = (0.98766, None, *(1.0 for _ in audit.comparison.beads[2:]))
    judged = decoded(sample.only(replace(audit, bead_scores=scores)))["audits"][0]["alignment"]
    assert [bead["fidelity"] for bead in judged[:3]] == [0.9877, None, 1.0]
    assert {bead["fidelity"] for bead in decoded(sample.only(audit))["audits"][0]["alignment"]} == {None}


def test_two_segments_that_became_one_are_merged() -> None:
    pair = Pair(Document("o", "A. B."), Document("c", "A. B."))
    segments = Segment(Span(0, 2), Role.BODY, 0), Segment(Span(3, 5), Role.BODY, 0)
    assert correspondence(Bead(segments, (Segment(Span(0, 5), Role.BODY, 0),), 1.0), pair) == "merged"


def test_spans_give_back_their_text() -> None:
    audit = decoded(sample.run())["audits"][0]
    for entry in (*audit["differences"], *audit["findings"]):
        for side in ("original", "copy"):
            if phrase := entry[side]:
                assert audit[side]["text"][phrase["start"] : phrase["end"]] == phrase["text"]


def test_every_difference_has_a_verdict_with_its_reason() -> None:
    audit = decoded(sample.run())["audits"][0]
    ids = {finding["id"] for finding in audit["findings"]}
    for difference in audit["differences"]:
        assert (difference["verdict"] == "finding") == (difference["reason"] in ids)


def test_similarities_have_four_digits() -> None:
    audit = decoded(sample.run())["audits"][0]
    assert audit["alignment"][0]["similarity"] == 0.8765
    assert audit["differences"][0]["similarity"] == 0.4124


def test_the_report_reads_back_as_it_was_written() -> None:
    run = sample.run()
    assert msgspec.json.decode(Json()(ungated(run)), type=Report) == report(run)


def test_the_same_run_gives_the_same_bytes() -> None:
    assert Json()(ungated(sample.run())) == Json()(ungated(sample.run()))


def test_a_lone_surrogate_is_replaced_and_shifts_no_span() -> None:
    copy = Document("c\udcff", "a\ud800b", path="\udcff.txt")
    audit = replace(sample.lone(), copy=copy, findings=())
    made = decoded(sample.only(audit))["audits"][0]["copy"]
    assert made["text"] == "a\ufffdb"
    assert made["path"] == "\ufffd.txt"


def test_every_category_is_written_by_its_name() -> None:
    found = decoded(sample.run())["audits"][0]["findings"]
    assert {f["category"] for f in found} <= {str(category) for category in Category}
