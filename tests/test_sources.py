"""Which of the likely originals a copy was made of: one, the nearest of its versions, or several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

import mtaudit
from mtaudit.pair.alignment import align
from mtaudit.pair.originals import Candidate, rest, sources
from mtaudit.pair.relation import Manner, made, relate
from mtaudit.records import Audit, Document, Pair, RelationKind, Run
from mtaudit.text.segmentation import segment

FERRY = """\
The ferry to Lorn ran aground in a thick fog on Thursday evening.
Its captain had asked the harbour for a pilot an hour earlier.
Divers searched the hull for leaks until long after midnight.
Forty passengers slept in the school of a nearby village.
A tug from the mainland will pull the vessel free at high tide.
The company promised every traveller a refund and a hot breakfast.
"""
CHOIR = """\
A choir from Brindle has won the national singing contest for teachers.
Its jury praised clear voices and a daring choice of modern pieces.
Prizes worth a small fortune go to new instruments for local pupils.
Tickets should go on sale before Christmas at moderate prices.
The winners perform again on Sunday inside our town hall.
"""
BANK = """\
Shares of Marcher Bank fell by a third after its chairman resigned.
Auditors had found false entries worth nine million in the books.
The regulator froze all accounts and opened an inquiry on Monday.
Small savers queued at branches in the capital since early morning.
Parliament will debate a law on guarantees for deposits next week.
"""
MORNING, NOON, LATER = (datetime(2024, 5, day, 6, tzinfo=UTC) for day in (1, 2, 4))


def found(copy: str | Document, *originals: str | Document) -> list[tuple[str, RelationKind, str]]:
    """Id of each original that the copy was made of, with the relation's kind and reason."""
    mine = copy if isinstance(copy, Document) else Document("copy", copy)
    theirs = [o if isinstance(o, Document) else Document(o.split()[1], o) for o in originals]
    candidates = [Candidate.of(align(Pair(o, mine), segment(o), segment(mine))) for o in theirs]
    return [(s.alignment.pair.original.id, s.relation.kind, s.relation.why) for s in sources(candidates)]


def ids(copy: str | Document, *originals: str | Document) -> list[str]:
    return [name for name, _, _ in found(copy, *originals)]


def lines(text: str, *which: int) -> str:
    return "\n".join(text.splitlines()[k] for k in which)


def test_of_nothing() -> None:
    assert sources([]) == ()
    assert ids(FERRY, CHOIR, BANK) == []


def test_a_round_up_is_made_of_each() -> None:
    told = found(FERRY + CHOIR + BANK, BANK, FERRY, CHOIR)
    assert sorted(name for name, _, _ in told) == ["choir", "ferry", "of"]
    assert {kind for _, kind, _ in told} == {RelationKind.PARTIAL}
    assert all(why.startswith("one of 3 originals of the copy, with 3") for _, _, why in told)


def test_a_round_up_of_excerpts() -> None:
    excerpts = "\n".join((lines(FERRY, 0, 1, 2, 3), lines(CHOIR, 0, 1, 2, 3), lines(BANK, 0, 1, 2, 3)))
    originals = [
        text + "\n".join(f"More was told of {name} {k}." for k in range(20))
        for text, name in ((FERRY, "ships"), (CHOIR, "songs"), (BANK, "money"))
    ]
    assert sorted(ids(excerpts, *originals)) == ["choir", "ferry", "of"]


@pytest.mark.parametrize(
    ("copy", "originals", "expected"),
    [
        pytest.param(FERRY, (CHOIR, FERRY), ["ferry"], id="a plain copy"),
        pytest.param(FERRY + lines(CHOIR, 1), (CHOIR, FERRY), ["ferry"], id="a sentence of another"),
        pytest.param(
            FERRY + lines(CHOIR, 1, 2), (CHOIR + BANK, FERRY), ["ferry"], id="a passage put into a whole copy"
        ),
        pytest.param(lines(FERRY, 0, 1), (CHOIR, FERRY), ["ferry"], id="an excerpt"),
        pytest.param(FERRY + BANK, (FERRY, FERRY + CHOIR), ["ferry"], id="versions explain the same"),
    ],
)
def test_one_original(copy: str, originals: Sequence[str], expected: list[str]) -> None:
    assert ids(copy, *originals) == expected


def test_the_nearest_version_is_chosen_and_named() -> None:
    first = Document("first", FERRY, published=MORNING)
    second = Document("second", FERRY.replace("Forty", "Fifty").replace("an hour", "two hours"), published=NOON)
    for copy, name, date in ((first.text, "first", "2024-05-01"), (second.text, "second", "2024-05-02")):
        (told,) = found(copy.replace("searched", "examined"), first, second)
        assert told[0] == name
        assert told[2].endswith(f"the nearest of 2 versions: {name}, dated {date} 06:00")


def test_of_equal_texts_the_earlier_and_no_word_of_versions() -> None:
    originals = [Document(name, FERRY, published=when) for name, when in (("b", NOON), ("a", MORNING), ("c", None))]
    (told,) = found(FERRY, *originals)
    assert told[0] == "a"
    assert "version" not in told[2]


def test_an_unrelated_article_is_no_version() -> None:
    assert "version" not in found(FERRY, FERRY, CHOIR)[0][2]


@pytest.mark.parametrize(
    ("original", "copy", "doubtful"),
    [
        pytest.param(LATER, MORNING, True, id="the original is later"),
        pytest.param(MORNING, LATER, False, id="the copy is later"),
        pytest.param(MORNING.replace(hour=20), MORNING, False, id="the same day"),
        pytest.param(LATER, None, False, id="one date"),
        pytest.param(None, MORNING, False, id="the other date"),
    ],
)
def test_dates_against_the_direction(original: datetime | None, copy: datetime | None, doubtful: bool) -> None:
    pair = Pair(Document("o", FERRY, published=original), Document("c", FERRY, published=copy))
    relation = relate(align(pair, segment(pair.original), segment(pair.copy)))
    assert relation.kind is RelationKind.COPY
    assert (relation.confidence < 0.7) is doubtful
    assert relation.why.endswith("later than the copy (2024-05-01): it may be the copy") is doubtful


def manner(original: str, copy: str) -> Manner | None:
    pair = Pair(Document("o", original), Document("c", copy))
    return made(align(pair, segment(pair.original), segment(pair.copy)))[0]


def test_how_the_copy_was_made() -> None:
    evenly = """\
The ferry to Lorn has run aground in a dense fog on Thursday evening.
Its captain had requested the port for a pilot an hour before.
Divers searched the hull for leaks until well after midnight.
Forty passengers slept at the school of a neighbouring village.
A tug of the mainland will pull the ship free at high tide.
The company promised to each traveller a refund and a hot breakfast.
"""
    freely = """\
Fog drove a ferry for Lorn onto the rocks late on Thursday.
An hour earlier its captain radioed and begged the harbour to send help.
Well past midnight, divers were still feeling their way along the hull.
Some forty people spent the night on the floor of a village school.
Once the tide is in, a mainland tug is going to drag the vessel off.
Everybody aboard gets money back, and breakfast too, says the company.
"""
    assert manner(FERRY, FERRY) is Manner.VERBATIM
    assert manner(FERRY, FERRY.replace("Forty", "Fifty").replace("searched", "examined")) is Manner.VERBATIM
    assert manner(FERRY, FERRY.replace("the", "a").replace("had", "has")) is Manner.EDITED
    assert manner(FERRY, evenly) is Manner.ROUND_TRIP
    assert manner(FERRY, freely) is Manner.REWRITTEN
    assert manner("Rain fell for days.", "It was wet for days.") is None, "too short to tell"
    assert manner("", "") is Manner.VERBATIM


def test_what_nobody_explains() -> None:
    copy, original = Document("copy", FERRY + CHOIR), Document("ferry", FERRY)
    candidate = Candidate.of(align(Pair(original, copy), segment(original), segment(copy)))
    left = rest([candidate])
    assert left
    assert left.text == CHOIR.strip()
    whole = Document("copy", FERRY + lines(CHOIR, 0))
    assert rest([Candidate.of(align(Pair(original, whole), segment(original), segment(whole)))]) is None


def audited(*copies: str) -> Run:
    originals = [Document(name, text) for name, text in (("ferry", FERRY), ("choir", CHOIR), ("bank", BANK))]
    return mtaudit.audit([Document(f"c{k}", text) for k, text in enumerate(copies)], originals, model=False)


def names(audit: Audit) -> str:
    assert audit.original
    return audit.original.id


def test_each_part_is_audited_against_its_original_alone() -> None:
    wrong = CHOIR.replace("won", "lost")
    own = "A stranger on the pier sold nine hot pies to tired divers that night."
    copy = "[ad_1]\n\n" + FERRY + own + "\n" + wrong
    run = audited(copy)
    assert not run.unmatched
    first, second = sorted(run.audits, key=names, reverse=True)
    assert [names(first), names(second)] == ["ferry", "choir"]
    told = [(names(a), f.detector, f.copy.of(copy) if f.copy else "") for a in (first, second) for f in a.findings]
    assert ("ferry", "clause-added", own) in told, "what nobody explains is told once, with the part before it"
    assert [name for name, detector, _ in told if detector == "clause-added"] == ["ferry"]
    assert any(name == "choir" and "lost" in words for name, _, words in told)
    assert not any(name == "ferry" and words and words in wrong for name, _, words in told)


def test_parts_tile_the_copy() -> None:
    copy = CHOIR + "\nNobody knows why.\n\n" + BANK + FERRY
    run = audited(copy)
    spans = [s.span for a in run.audits if a.comparison for b in a.comparison.alignment.beads for s in b.copy]
    assert len(run.audits) == 3
    assert sorted(spans) == [s.span for s in segment(Document("c0", copy))]


def test_a_round_up_in_a_large_archive_is_found_part_by_part() -> None:
    others = [Document(f"x{k}", f"{FERRY.replace('Lorn', f'Port{k}')} Day {k} was wet.") for k in range(30)]
    run = mtaudit.audit([Document("c", FERRY + BANK)], [*others, Document("bank", BANK)], model=False)
    assert "bank" in {names(a) for a in run.audits}
    assert len(run.audits) == 2
