"""The segment score: what must raise it, what must lower it, and what must not move it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mtaudit
from mtaudit.judging.segment_score import REWRITTEN, features, log_odds, segment_score, weighed
from mtaudit.model.fitted import Boosted, Tree, load, load_trees
from mtaudit.records import Audit, ComparedBead, Counterparts, Finding, Link, Word, WordTags

ORIGINAL = "Divers searched the hull of the ferry until after midnight, the harbour master said on Friday."
FILLER = "Rain fell on the islands all day. Roads in the north were closed. Schools stayed open in most towns."


def scored(audit: Audit) -> float:
    assert audit.comparison is not None
    return segment_score(audit.comparison.beads, audit.findings)


def score(copy: str, original: str = ORIGINAL) -> float:
    return scored(mtaudit.compare(original, copy, model=False))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(
            "Divers searched the hull of the ferry until after midnight, the harbour master stated on Friday.",
            "Divers searched the hull of the ferry until after midnight, the harbour bishop said on Friday.",
            id="a synonym, a word of another sense",
        ),
        pytest.param(
            "On Friday the harbour master said that divers searched the ferry’s hull until after midnight.",
            "Divers did not search the hull of the ferry until after midnight, the harbour master said on Friday.",
            id="a paraphrase, a negation",
        ),
        pytest.param(
            "On Friday the harbour master said that divers searched the ferry’s hull until after midnight.",
            "Divers searched the hull of the ferry until after midday, the harbour master said on Friday.",
            id="a paraphrase, an opposite",
        ),
        pytest.param(
            "Divers searched the hull of the ferry until past midnight, the harbour master said on Friday.",
            "Divers searched the ferry hull, the harbour master said.",
            id="a small word, what was lost",
        ),
        pytest.param(
            "Divers searched the hull of the ferry until after midnight, the harbor master said on Friday.",
            "Divers saerched the hull of the ferry until after midnight, the harbour master said on Friday.",
            id="a spelling, a misspelling",
        ),
        pytest.param(
            "Divers searched the ferry’s hull until after midnight, the harbour master said on Friday.",
            "Searched ferry the midnight hull harbour of after Divers until Friday, the said master on the.",
            id="a small change of order, none left",
        ),
        pytest.param(ORIGINAL, ORIGINAL.lower(), id="case"),
        pytest.param(ORIGINAL, ORIGINAL.removesuffix("."), id="the full stop"),
        pytest.param(ORIGINAL, ORIGINAL.replace("ferry", "ferry ferry"), id="a word twice"),
    ],
)
def test_the_faithful_copy_scores_above_the_corrupted_one(better: str, worse: str) -> None:
    assert score(better) > score(worse)


def test_a_verbatim_copy_scores_1_and_nothing_else_does() -> None:
    assert score(ORIGINAL) == 1
    assert score(f"{ORIGINAL}\n\n{FILLER}", f"{ORIGINAL}\n\n{FILLER}") == 1
    assert score(ORIGINAL.replace("Divers", "Frogmen")) < 1


def test_more_of_the_same_corruption_is_worse() -> None:
    copies = [ORIGINAL]
    for word, other in (("hull", "song"), ("ferry", "bishop"), ("harbour", "carpet"), ("Friday", "Monday")):
        copies.append(copies[-1].replace(word, other))
    scores = [score(copy) for copy in copies]
    assert all(a > b for a, b in pairwise(scores))


@pytest.mark.parametrize(
    "corrupted",
    [
        pytest.param(ORIGINAL.replace("after midnight", "before midnight"), id="opposite"),
        pytest.param(ORIGINAL.replace("Divers searched", "Divers did not search"), id="negation"),
        pytest.param(ORIGINAL.replace("Friday", "Monday"), id="day"),
    ],
)
def test_a_corruption_is_not_drowned_by_verbatim_text_around_it(corrupted: str) -> None:
    """Nor is it made graver: the evidence is shares, maxima and counts that saturate."""
    alone = mtaudit.compare(ORIGINAL, corrupted, model=False)
    within = mtaudit.compare(f"{ORIGINAL} {FILLER}", f"{corrupted} {FILLER}", model=False)
    assert scored(alone) < 0.5
    assert scored(within) < 0.5


def test_harmless_edits_do_not_add_up_to_a_corruption() -> None:
    original = (
        "The rain didn’t stop. The colour of the sky was grey. Over 100 roads were closed. It is twelve miles away."
    )
    copy = "The rain did not stop. The color of the sky was gray. Over 100 roads were closed. It is 12 miles away."
    corrupted = original.replace("Over 100", "Over 900")
    assert score(copy, original) > score(corrupted, original)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ORIGINAL.replace(",", " ,").split()), max_size=20).map(" ".join))
def test_every_copy_has_a_score_between_0_and_1_and_only_evidence_between_0_and_1(copy: str) -> None:
    audit = mtaudit.compare(ORIGINAL, copy or ".", model=False)
    assert audit.comparison is not None
    found = features(audit.comparison.beads, audit.findings)
    assert all(value >= 0 for value in found.values())
    assert all(value <= 1 for name, value in found.items() if name not in ("longer", "shorter"))
    assert sum(weighed(found).values()) == pytest.approx(sum(v for k, v in found.items() if k != REWRITTEN))
    assert 0 <= segment_score(audit.comparison.beads, audit.findings) <= 1


@pytest.mark.parametrize("name", ["segment", "segment-lexical"])
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_evidence_raises_the_score(name: str, data: st.DataObject) -> None:
    model, trees = load(name), load_trees(name)
    assert len(model.weights) > 30
    assert len(trees.trees) > 30
    names = sorted({*trees.features, *(k.split(" ", 1)[1] for k in model.weights)} - {REWRITTEN})
    share = st.floats(0, 1)
    less = {REWRITTEN: data.draw(share)} | {k: data.draw(share) for k in data.draw(st.sets(st.sampled_from(names)))}
    more = less | {k: data.draw(share) + less.get(k, 0) for k in data.draw(st.sets(st.sampled_from(names)))}
    assert log_odds(more, model, trees) <= log_odds(less, model, trees)


def test_a_tree_leads_to_the_leaf_that_the_features_ask_for() -> None:
    tree = Tree(feature=[0, 1], threshold=[0.5, 0.2], below=[-1, -2], above=[1, -3], leaves=[1.0, 2.0, 3.0])
    assert [tree(values) for values in ((0.5, 9.0), (0.6, 0.2), (0.6, 0.3))] == [1.0, 2.0, 3.0]
    boosted = Boosted("1", "here", "nothing", ["a", "b"], [tree, tree])
    assert boosted.logit({"a": 0.6, "b": 0.3}) == 6.0
    with pytest.raises(KeyError):
        boosted.logit({"a": 0.6})


def test_a_word_more_and_a_word_less_are_told_where_each_word_has_one_counterpart_of_its_own() -> None:
    audit = mtaudit.compare(ORIGINAL, ORIGINAL.replace("ferry", "old ferry"), model=False)
    assert audit.comparison is not None
    (bead,) = audit.comparison.beads

    def told(side: tuple[Word, ...], alone: str, strange: float) -> WordTags:
        linked = tuple(0.0 if w.form == alone else 1.0 for w in side)
        return WordTags(linked, linked, tuple(strange if w.form == alone else 0.0 for w in side), (0.0,) * len(side))

    tagged = replace(bead, tags=(told(bead.original, "", 0.0), told(bead.copy, "old", 0.9)))
    before, after = features((bead,), ()), features((tagged,), ())
    told_now = {name: value for name, value in after.items() if value and name not in before}
    assert set(told_now) == {
        "content new, share", "content new, most", "content new, by meaning, share", "content new, by meaning, most",
        "content new, by both, share", "content new, by both, most", "bad, more", "bad, most",
    }  # fmt: skip
    assert told_now["content new, share"] == pytest.approx(1 / len(bead.original))


@pytest.mark.parametrize(
    ("copy", "told"),
    [
        ("The mayor opens the bridge and thanked the builders.", {"verbs in another time", "time: present for past"}),
        ("The mayor will open the bridge and thanked the builders.", {"verbs in another time", "time: future"}),
        (
            "The mayor was opening the bridge and thanked the builders.",
            {"verbs in another aspect", "aspect: progressive"},
        ),
        ("The mayor had opened the bridge and thanked the builders.", {"verbs in another aspect", "aspect: perfect"}),
        ("The builders were thanked and the bridge opened by the mayor.", set()),
    ],
)
def test_verbs_are_held_against_each_other_by_time_and_aspect(copy: str, told: set[str]) -> None:
    audit = mtaudit.compare("The mayor opened the bridge and thanked the builders.", copy, model=False)
    assert audit.comparison is not None
    found = features(audit.comparison.beads, ())
    kinds = ("verbs in", "time:", "aspect:")
    assert {name for name, value in found.items() if value and name.startswith(kinds)} == told


def test_with_a_language_model_the_less_alike_the_words_the_worse() -> None:
    audit = mtaudit.compare(ORIGINAL, ORIGINAL.replace("Divers", "Frogmen"), model=False)
    assert audit.comparison is not None
    (bead,) = audit.comparison.beads

    def alike(similarity: float) -> float:
        links = tuple(Link(k, k, similarity) for k in range(len(bead.original)))
        return segment_score((replace(bead, counterparts=Counterparts(links, links)),), audit.findings)

    scores = [alike(similarity) for similarity in (1.0, 0.8, 0.6, 0.4, 0.2)]
    assert all(a > b for a, b in pairwise(scores))


def test_the_scores_of_an_audit_are_those_of_its_beads() -> None:
    original = (
        f"{ORIGINAL}\n\nA choir of forty pupils sang carols in the old chapel until the candles went out.\n\n{FILLER}"
    )
    copy = f"{ORIGINAL.replace('Divers', 'Pilots')}\n\n{FILLER.replace('Rain', 'No rain')}"
    audit = mtaudit.compare(original, copy, model=False)
    assert audit.comparison is not None
    assert len(audit.bead_scores) == len(audit.comparison.beads)
    for bead, score in zip(audit.comparison.beads, audit.bead_scores, strict=True):
        inside = [f for f in audit.findings if _lies_in(f, bead)]
        assert score == (segment_score((bead,), inside) if bead.original and bead.copy else None)
    assert None in audit.bead_scores
    assert 1.0 in audit.bead_scores


def _lies_in(finding: Finding, bead: ComparedBead) -> bool:
    """Held against every segment, one by one."""
    span, segments = (finding.copy, bead.bead.copy) if finding.copy else (finding.original, bead.bead.original)
    return span is not None and any(segment.span.overlaps(span) for segment in segments)
