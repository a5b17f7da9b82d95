"""Words of other languages with several senses in English: the lists, the look-up, and FreeDict's dictionaries."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from mtaudit.errors import InputError
from mtaudit.lexicon.pivots import LANGUAGES, Confusion, Entry, Lexicon, bundled, freedict, phrase_bases
from mtaudit.lexicon.pivots.lexicon import parsed
from mtaudit.text.words import words

LIST = """# a comment
banque	n	bank / bench
lecture	n	reading / ~lecture
glace	n	ice / ice cream / mirror, looking glass
"""

DICTIONARY = """00-database-info
Notes on the dictionary.
banque /bɑ̃k/ <n, fem>
1. bank
2. bench, settle
banque de données /bɑ̃k/ <n, fem>
data bank
mur /myʀ/
 [arch.] wall <n> , a thing that one cannot see through
      "im Mur"  - in the wall
 see: {muraille}
   Synonym: {muraille}
"""


def lexicon() -> Lexicon:
    return Lexicon(parsed("French", LIST))


def test_two_senses_of_one_word_are_confused() -> None:
    assert lexicon().confusions({"bank"}, {"bench"}) == (Confusion("French", "banque", "bank", "bench"),)


def test_words_of_one_sense_are_no_confusion() -> None:
    assert lexicon().confusions({"mirror"}, {"looking glass"}) == ()


def test_words_that_agree_in_one_language_are_not_confused_by_another() -> None:
    entries = [
        Entry("French", "a", (frozenset({"bank"}), frozenset({"shore"}))),
        Entry("German", "b", (frozenset({"bank", "shore"}),)),
    ]
    assert Lexicon(entries).confusions({"bank"}, {"shore"}) == ()


def test_a_false_friend_is_told_apart() -> None:
    assert lexicon().confusions({"reading"}, {"lecture"}) == (
        Confusion("French", "lecture", "reading", "lecture", True),
    )
    assert lexicon().confusions({"lecture"}, {"reading"}) == lexicon().confusions({"reading"}, {"lecture"})


def test_shared_asks_for_no_sense() -> None:
    assert [c.word for c in lexicon().shared({"mirror"}, {"looking glass"})] == ["glace"]
    assert lexicon().shared({"mirror"}, {"mirror"}) == ()
    assert lexicon().shared({"reading"}, {"lecture"}) == (), "a false friend is no translation"


def test_words_are_looked_up_in_base_form() -> None:
    assert "bank" in phrase_bases(words("the banks"))
    assert "carry out" in phrase_bases(words("carried out"))
    assert phrase_bases(words("...")) == frozenset()


def test_the_lists_are_sound() -> None:
    """Every line parses, each word stands once a part of speech, and no English word has two senses of one word."""
    for code, language in LANGUAGES.items():
        text = Path(freedict.__file__).with_name(f"{code}.txt").read_text("utf-8")
        rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
        assert all(len(row) == 3 and row[1] in set("nvarx") for row in rows), language
        assert len({(word, part) for word, part, _ in rows}) == len(rows), language
        for entry in parsed(language, text):
            english = [word for sense in (*entry.senses, entry.naive) for word in sense]
            assert all(english), entry
            assert len(english) == len(set(english)), entry


@pytest.mark.parametrize(
    ("lost", "gained", "language"),
    [
        ("share", "action", "French"),
        ("morning", "tomorrow", "Spanish"),
        ("current", "actual", "Portuguese"),
        ("castle", "lock", "German"),
        ("wall", "wall", None),
        ("begin", "start", None),
    ],
)
def test_the_lists_know(lost: str, gained: str, language: str | None) -> None:
    found = {confusion.language for confusion in bundled().confusions({lost}, {gained})}
    assert language in found if language else not found


@pytest.fixture
def dictionaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "freedict-fra-eng.dict.dz").write_bytes(gzip.compress(DICTIONARY.encode()))
    monkeypatch.setenv(freedict.VARIABLE, str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("dictionaries")
def test_a_dictionary_is_read_in_place() -> None:
    (french,) = freedict.quick()
    assert [c.word for c in french.shared({"bank"}, {"bench"})] == ["banque"]
    assert [sorted(sense) for entry in french.translations("mur") for sense in entry.senses] == [["wall"]]
    assert list(french.translations("banque de données")) == []


def test_a_plain_file_is_read_too(dictionaries: Path) -> None:
    (dictionaries / "freedict-deu-eng.dict").write_text(DICTIONARY, "utf-8")
    assert list(freedict.installed(dictionaries)) == ["French", "German"]
    assert len(freedict.everything()) == 2


@pytest.mark.usefixtures("dictionaries")
def test_large_dictionaries_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freedict, "LARGE", 10)
    assert freedict.is_slow("French")
    assert not freedict.is_slow("German"), "which is not installed"
    assert freedict.quick() == ()
    assert len(freedict.everything()) == 1


def test_the_environment_forbids_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(freedict.VARIABLE, "")
    assert freedict.folder() is None
    assert freedict.everything() == ()
    monkeypatch.delenv(freedict.VARIABLE)
    assert freedict.folder() == freedict.FOLDER


def test_a_broken_dictionary_is_named(dictionaries: Path) -> None:
    (dictionaries / "freedict-spa-eng.dict.dz").write_bytes(b"no gzip")
    with pytest.raises(InputError, match=r"freedict-spa-eng\.dict\.dz"):
        freedict.everything()


def test_languages_agree_on_words_of_one_sense() -> None:
    entries = [
        Entry("French", "a", (frozenset({"bank", "shore"}), frozenset({"sofa"}))),
        Entry("German", "b", (frozenset({"bank"}), frozenset({"shore"}))),
        Entry("Italian", "c", (frozenset({"bank", "shore"}),)),
    ]
    made = Lexicon(entries)
    assert made.agreed({"bank"}, {"shore"}) == {"French", "Italian"}
    assert made.agreed({"bank"}, {"sofa"}) == frozenset()
    assert made.agreed({"bank"}, {"bank"}) == frozenset()
