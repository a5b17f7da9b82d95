"""Words and their relations: forms, lemmas, opposites, synonyms, phrases, and the data file they come from."""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtaudit.lexicon.wordnet import (
    Relation,
    distance,
    falls_under,
    frequency,
    known,
    lemma,
    lemmas,
    opposite,
    parts_of_speech,
    phrases,
    relation,
    synonymy,
)
from mtaudit.lexicon.wordnet.build import build, main
from mtaudit.lexicon.wordnet.store import DATA, SECTIONS, Store

SOURCE = Path("/usr/share/wordnet")
STORE = Store()

entries = st.integers(0, 147_305).map(STORE.lemmas.__getitem__)
common = st.sampled_from(
    """
    accept reject legal illegal illegally court tribunal increase decrease say said told tell big large small hot cold
    dog wolf animal tort tortious torturous exhibit test lawful unlawful teacher buyer seller king queen north south
    quick quickly better worse best men woman went gone data before after the of parler carry_out carried_out run
    """.split()
)
words = common | entries | st.text(max_size=12)


@pytest.mark.parametrize("word", ["court", "Court", "rejected", "the", "n't", "children", "U.S.", "carried out", "ran"])
def test_known(word: str) -> None:
    assert known(word)


@pytest.mark.parametrize("word", ["parler", "être", "qwzx", "", " ", "’", "a\nb", "_"])
def test_not_known(word: str) -> None:
    assert not known(word)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("was", "be"),
        ("is", "be"),
        ("has", "have"),
        ("does", "do"),
        ("done", "do"),
        ("went", "go"),
        ("said", "say"),
        ("found", "find"),
        ("left", "leave"),
        ("led", "lead"),
        ("fell", "fall"),
        ("rose", "rise"),
        ("thought", "think"),
        ("dropped", "drop"),
        ("travelled", "travel"),
        ("hoping", "hope"),
        ("hopping", "hop"),
        ("staring", "stare"),
        ("dying", "die"),
        ("tied", "tie"),
        ("studies", "study"),
        ("uses", "use"),
        ("bigger", "big"),
        ("happiest", "happy"),
        ("worst", "bad"),
        ("faster", "fast"),
        ("children", "child"),
        ("wolves", "wolf"),
        ("lives", "life"),
        ("analyses", "analysis"),
        ("Courts", "court"),
        ("carried out", "carry out"),
        ("attorneys general", "attorney general"),
        ("running_mates", "running mate"),
    ],
)
def test_lemma_of_an_inflected_form(form: str, base: str) -> None:
    assert lemma(form) == base


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("us", id="pronoun, not the plural of u nor the country"),
        pytest.param("as", id="not the plural of a"),
        pytest.param("his", id="not the plural of hi"),
        pytest.param("less", id="determiner, not a form of little"),
        pytest.param("could", id="modals stay apart, since a changed modal matters"),
        pytest.param("news", id="not the plural of new"),
        pytest.param("species", id="not the plural of specie"),
        pytest.param("politics", id="no plural"),
        pytest.param("building", id="noun before verb"),
        pytest.param("glass", id="no plural in -ss"),
        pytest.param("parler", id="unknown"),
    ],
)
def test_lemma_of_a_word_that_is_its_own(word: str) -> None:
    assert lemma(word) == word


def test_lemmas_come_with_the_likeliest_first() -> None:
    assert lemmas("left")[:2] == (("v", "leave"), ("a", "left"))
    assert lemmas("parler") == ()
    assert lemmas("Breaches of contract") == (("n", "breach of contract"),)


def test_lemma_does_not_confuse_verbs_that_differ_by_a_final_e() -> None:
    assert ("v", "star") not in lemmas("staring")
    assert ("v", "hop") not in lemmas("hoping")


def test_parts_of_speech() -> None:
    assert parts_of_speech("rejected") == {"v", "a"}
    assert parts_of_speech("tortious") == {"a"}
    assert parts_of_speech("parler") == frozenset()


def test_frequency_orders_common_before_rare_words() -> None:
    assert frequency("the") >= frequency("say") > frequency("tribunal") > frequency("parler") == 0
    assert frequency("said") >= frequency("say")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("court", "Court", Relation.IDENTICAL),
        ("junior debt", "junior_debt", Relation.IDENTICAL),
        ("reject", "rejected", Relation.INFLECTION),
        ("went", "gone", Relation.INFLECTION),
        ("court", "tribunal", Relation.SYNONYM),
        ("automobiles", "cars", Relation.SYNONYM),
        ("carried out", "executed", Relation.SYNONYM),
        ("toward", "towards", Relation.SYNONYM),
        ("tort", "tortious", Relation.SIMILAR),
        ("legally", "legal", Relation.SIMILAR),
        ("accurately", "precisely", Relation.SIMILAR),
        ("reject", "rejection", Relation.DERIVED),
        ("lorry", "truck", Relation.HYPERNYM),
        ("truck", "lorry", Relation.HYPONYM),
        ("dog", "wolf", Relation.SIBLING),
        ("tortious", "torturous", Relation.NONE),
        ("exhibit", "test", Relation.NONE),
        ("third", "twenty", Relation.NONE),
        ("parler", "talk", Relation.UNKNOWN),
        ("us", "america", Relation.UNKNOWN),
    ],
)
def test_relation(a: str, b: str, expected: Relation) -> None:
    assert relation(a, b) is expected


OPPOSITE = [
    ("legal", "illegal"),
    ("legal", "illegally"),
    ("lawful", "unlawful"),
    ("rejected", "accepts"),
    ("accept", "rejection"),
    ("before", "after"),
    ("less", "more"),
    ("wives", "husband"),
    ("buyer", "seller"),
    ("better", "worse"),
    ("agree", "disagreement"),
    ("violence", "non-violence"),
]


@pytest.mark.parametrize(("a", "b"), OPPOSITE)
def test_opposites_never_pass_for_synonyms(a: str, b: str) -> None:
    assert opposite(a, b)
    assert relation(a, b) is Relation.ANTONYM
    assert synonymy(a, b) == 0.0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("valuable", "invaluable", id="in- that negates nothing"),
        pytest.param("flammable", "inflammable", id="both mean the same"),
        pytest.param("loose", "unloose", id="both mean the same, verb"),
        pytest.param("covered", "discovered", id="dis- before a participle"),
        pytest.param("formed", "informed", id="in- of a verb"),
        pytest.param("differently", "indifferently", id="adverb of an exception"),
        pytest.param("ion", "union", id="no prefix"),
        pytest.param("der", "under", id="no word"),
        pytest.param("side", "inside", id="in- of place"),
        pytest.param("rejected", "rejects", id="forms of one lemma"),
    ],
)
def test_not_opposite(a: str, b: str) -> None:
    assert not opposite(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("big", "small"), ("permits", "prohibits"), ("freed", "confined"), ("increase", "fell"), ("fast", "slow")],
)
def test_opposites_through_other_words(a: str, b: str) -> None:
    assert relation(a, b) is Relation.ANTONYM


def test_synonymy_tells_main_senses_from_rare_ones() -> None:
    assert synonymy("tumor", "tumour") == 1.0
    assert synonymy("automobiles", "cars") > 0.9
    assert synonymy("judge", "try") < 0.05
    assert synonymy("exhibit", "test") == 0.0


def test_synonymy_adds_up_the_senses_of_spelling_variants() -> None:
    assert synonymy("labor", "labour") > 0.5


def test_distance() -> None:
    assert distance("court", "tribunal") == 0
    assert distance("lorry", "truck") == 1
    assert distance("dog", "animal") == 2
    assert distance("hope", "parler") is None


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("they pulled the plug on it", 1, ((3, "pull the plug"),)),
        ("breaches of contract", 0, ((3, "breach of contract"),)),
        (
            "the supreme court of the united states",
            1,
            ((6, "supreme court of the united states"), (2, "supreme court")),
        ),
        ("restraint of trade", 0, ((3, "restraint of trade"),)),
        ("attorneys general", 0, ((2, "attorney general"),)),
        ("running mates", 0, ((2, "running mate"),)),
        ("restraint of", 0, ()),
        ("court", 0, ()),
    ],
)
def test_phrases(text: str, start: int, expected: tuple[tuple[int, str], ...]) -> None:
    assert phrases(text.split(), start) == expected


CONVERSE = {Relation.HYPERNYM: Relation.HYPONYM, Relation.HYPONYM: Relation.HYPERNYM}


@given(words, words)
def test_relation_is_symmetric_up_to_its_direction(a: str, b: str) -> None:
    forth, back = relation(a, b), relation(b, a)
    assert back is CONVERSE.get(forth, forth) or {forth, back} == {Relation.HYPERNYM}


@given(words)
def test_a_word_is_identical_to_itself(word: str) -> None:
    assert relation(word, word) is Relation.IDENTICAL
    assert synonymy(word, word) == 1.0
    assert not opposite(word, word)


@given(words, words)
def test_measures_are_symmetric_and_within_bounds(a: str, b: str) -> None:
    assert opposite(a, b) == opposite(b, a)
    assert distance(a, b) == distance(b, a)
    assert 0.0 <= synonymy(a, b) == synonymy(b, a) <= 1.0


@given(words, words)
def test_only_synonyms_and_forms_have_synonymy(a: str, b: str) -> None:
    close = {Relation.IDENTICAL, Relation.INFLECTION, Relation.SYNONYM}
    assert (synonymy(a, b) > 0) == (relation(a, b) in close)


@given(words)
def test_the_lemma_of_a_known_word_is_known_and_among_its_own_lemmas(word: str) -> None:
    base = lemma(word)
    if lemmas(word):
        assert known(base)
        assert base in [found for _, found in lemmas(base)]


def test_what_a_noun_mostly_names() -> None:
    assert falls_under("nurse", "person")
    assert falls_under("mayors", "person")
    assert not falls_under("table", "person")
    assert not falls_under("dog", "person")
    assert not falls_under("zorbly", "person")
    assert not falls_under("nurse", "zorbly")


def test_the_data_file_holds_words_and_numbers_only() -> None:
    """Glosses are sentences: they would show as lines with spaces, quotation marks or semicolons."""
    assert DATA.stat().st_size < 8_000_000
    text = [name for name in SECTIONS if name.endswith(("_heads", "_text"))]
    lines = [line for name in text for line in STORE._data[slice(*STORE._extents[name])].decode("ascii").split("\n")]
    assert not [line for line in lines if not re.fullmatch(r"[a-z0-9_.'/-]*", line)]
    assert max(map(len, lines)) < 80
    assert STORE._extents[SECTIONS[-1]][1] == DATA.stat().st_size


def test_every_lemma_is_found_under_its_number() -> None:
    numbers = range(0, 147_306, 13)
    lines = [STORE.lemmas[number] for number in numbers]
    assert [STORE.lemmas.find(line) for line in lines] == list(numbers)
    assert all(one < next_one for one, next_one in pairwise(lines))


def test_importing_does_not_read_the_data() -> None:
    code = "import mtaudit.lexicon.wordnet.morphy as m; assert '_data' not in vars(m.STORE)"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.skipif(not (SOURCE / "index.noun").exists(), reason="WordNet's own files (wordnet-base) are not installed")
def test_the_data_file_is_what_the_script_builds() -> None:
    assert build(SOURCE) == DATA.read_bytes()


def test_build_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "data.noun" in capsys.readouterr().err
    assert main([]) == 2
