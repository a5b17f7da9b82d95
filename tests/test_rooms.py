"""How far a pair's audit goes through the house: which packages it enters, and how often it asks the same."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from mtaudit.ingest import document
from mtaudit.judging.judges import Plugins
from mtaudit.judging.runs import Seated, audit_all
from mtaudit.matching import Archive
from mtaudit.pair import originals
from mtaudit.pair.relation import relate
from mtaudit.records import Alignment, Relation

ORIGINAL = "The ferry to the island left the dock on Thursday. Its captain knew of the fog. It hurt 12 people."
COPY = "The boat to the island left the dock on Thursday. Its captain knew of the fog. It hurt 21 people."

STAGES = {"judging", "lexicon", "model", "pair", "records", "text"}
"""What a pair's audit enters where nothing judges."""

ALL = STAGES | {"detectors", "equivalences", "metrics", "mqm", "renamed"}
"""What it enters with everything that is installed: besides, the plug-ins, the scale of severities, and older names."""

ENTERED = """
import json, sys
import mtaudit
from mtaudit.judging.judges import Plugins
from mtaudit.judging.pipeline import audit_pair
from mtaudit.ingest import document
from mtaudit.records import Pair

judges, entered = mtaudit.plugins(False) if sys.argv[1] == "all" else Plugins({}, {}, {}), set()
pair = Pair(*map(document, sys.argv[2:]))

def noted(frame, event, _):
    if event == "call":
        name = frame.f_globals.get("__name__", "").split(".")
        entered.update(name[1:2] if name[0] == "mtaudit" else ())

sys.setprofile(noted)
audit_pair(pair, judges)
sys.setprofile(None)
print(json.dumps(sorted(entered)))
"""
"""Run in a process of its own: what another test has made the program remember is not asked for again."""


@pytest.mark.parametrize(("judges", "rooms"), [("none", STAGES), ("all", ALL)])
def test_the_rooms_that_a_pairs_audit_enters(judges: str, rooms: set[str]) -> None:
    command = [sys.executable, "-c", ENTERED, judges, ORIGINAL, COPY]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    entered = set(json.loads(done.stdout))
    print(f"\nwith {judges} of the plug-ins: {len(entered)} rooms ({', '.join(sorted(entered))})")
    assert entered == rooms


@pytest.mark.parametrize("times", [1, 2], ids=["one archive", "the same original in two archives"])
def test_how_a_pair_stands_is_asked_once(times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def noted(alignment: Alignment) -> Relation:
        asked.append(alignment.pair.original.id)
        return relate(alignment)

    monkeypatch.setattr(originals, "relate", noted)
    archive = Archive.of([document(ORIGINAL, id="ferry")])
    run = audit_all([document(COPY, id="copy")], Seated([archive] * times, Plugins({}, {}, {}), "signed"))
    assert [audit.original.id for audit in run.audits if audit.original] == ["ferry"]
    assert asked == ["ferry"]
