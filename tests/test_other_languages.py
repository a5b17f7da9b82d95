"""A text in another language is a finding beside its English original, else it is not judged; never is it sound."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import mtaudit
from mtaudit.cli import main
from mtaudit.mqm import Severity
from mtaudit.pair.relation import relate
from mtaudit.records import Audit, Document, RelationKind
from mtaudit.render.reading.verdict import headline
from mtaudit.text.language import code_of, english_share, language_of, name_of, settled

ENGLISH = """Council closes the mill road

The council of Brindle said on Monday that the road along the old mill will stay closed until the end of August, after \
two walls of the mill fell in the rain.

“We had to act before somebody was hurt,” said Ada Marsh, who leads the council. The work will cost 40,000 crowns.

About 300 people use the road on a working day. They will have to go through the valley, and the school bus will leave \
half an hour earlier than it did before the rain.
"""
FRENCH = """Le conseil ferme la route du moulin

Le conseil de Brindle a déclaré lundi que la route le long du vieux moulin restera fermée jusqu’à la fin d’août, \
après que deux murs du moulin sont tombés sous la pluie.

« Nous devions agir avant que quelqu’un ne soit blessé », a dit Ada Marsh, qui dirige le conseil. Les travaux \
coûteront 40 000 couronnes.

Environ 300 personnes utilisent la route un jour ouvrable. Elles devront passer par la vallée, et le car scolaire \
partira une demi-heure plus tôt qu’avant la pluie.
"""
PARAGRAPHS = ENGLISH.split("\n\n"), FRENCH.split("\n\n")
HALF = "\n\n".join([*PARAGRAPHS[0][:2], *PARAGRAPHS[1][2:]])
GERMAN = "Der Rat von Brindle sagte am Montag, dass die Straße an der alten Mühle bis Ende August gesperrt bleibt."
SHORT = "Mill road closed"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name, text in {"archive/mill": ENGLISH, "copies/fr": FRENCH, "half": HALF, "short": SHORT}.items():
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def compared(original: str | Document, copy: str | Document) -> Audit:
    return mtaudit.compare(original, copy, model=False)


class TestBesideAnEnglishOriginal:
    def test_it_is_one_critical_finding_and_the_relation_claims_nothing(self) -> None:
        audit = compared(ENGLISH, FRENCH)
        assert [(f.detector, f.severity) for f in audit.findings] == [("language-changed", Severity.CRITICAL)]
        assert audit.relation.kind is RelationKind.OTHER_LANGUAGE
        assert audit.relation.confidence == 0
        assert not audit.failures
        assert headline(audit) == "The copy is in French, its original in English: nothing else was compared."

    def test_of_a_copy_half_of_which_is_in_it_that_half_is_told(self) -> None:
        audit = compared(ENGLISH, HALF)
        (told,) = [f for f in audit.findings if f.detector == "language-changed"]
        assert told.copy
        assert told.severity is Severity.CRITICAL
        assert HALF[told.copy.start : told.copy.end] == "\n\n".join(PARAGRAPHS[1][2:]).strip()

    def test_a_long_quotation_that_the_original_has_too_is_left_alone(self) -> None:
        quoted = f"{ENGLISH}\n\n“{PARAGRAPHS[1][3].strip()}” a poster on the gate says."
        assert not compared(quoted, quoted.replace("Brindle", "Brindle ")).findings

    def test_short_texts_raise_no_alarm_and_it_is_said_that_they_cannot_be_told(
        self, work: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["compare", "short.txt", "short.txt", "--no-model"]) == 0
        told = " ".join(capsys.readouterr().out.split())
        assert "The language of the original and of the copy cannot be told; it was read as English." in told


@pytest.mark.parametrize(
    ("original", "copy", "told"),
    [
        pytest.param(FRENCH, ENGLISH, "the original is in French", id="a translation"),
        pytest.param(FRENCH, FRENCH, "both texts are in French", id="both"),
        pytest.param(FRENCH, GERMAN, "the original is in French, the copy in German", id="two others"),
        pytest.param(SHORT, FRENCH, "the copy is in French", id="beside one that is too short to tell"),
        pytest.param(FRENCH, SHORT, "the original is in French", id="too short to tell, beside one that is not"),
    ],
)
def test_without_english_beside_it_nothing_is_judged_and_that_is_a_failure(
    original: str, copy: str, told: str, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audit = compared(original, copy)
    assert not audit.findings
    assert audit.unread
    assert audit.unread.startswith(told)
    assert headline(audit).startswith(told[0].upper() + told[1:])
    (work / "original.txt").write_text(original, encoding="utf-8")
    (work / "copy.txt").write_text(copy, encoding="utf-8")
    assert main(["compare", "original.txt", "copy.txt", "--no-model", "--format", "json"]) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert [f["what"] for f in json.loads(said.out)["audits"][0]["failures"]] == ["language"]


class TestWithoutAnOriginal:
    @pytest.mark.parametrize("against", ["--originals", "--coverage"])
    def test_the_gate_ends_with_2_and_says_why(
        self, against: str, work: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        argv = [
            "check",
            "copies",
            against,
            "archive",
            "--no-model",
            "--output",
            "json=a.json",
            "--output",
            "junit=a.xml",
        ]
        assert main([*argv, "--output", "sarif=a.sarif", "--output", "csv=a.csv"]) == 2
        assert "the text is in French, and the detectors read English: nothing was judged" in capsys.readouterr().err
        for name in ("a.json", "a.xml", "a.sarif", "a.csv"):
            assert "the text is in French" in (work / name).read_text("utf-8")
        assert json.loads((work / "a.json").read_text("utf-8"))["copies"][0]["language"] == "fr"

    def test_it_is_not_called_a_copy_of_none_of_them(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        main(["check", "copies", "--originals", "archive", "--no-model"])
        assert "copies/fr.txt (in French: no original in another language can be found)" in capsys.readouterr().out

    def test_the_report_says_so_and_the_status_is_2(self, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["audit", "copies", "--originals", "archive", "--no-model"]) == 2
        assert "copies/fr.txt: not judged" in capsys.readouterr().out
        (audit,) = json.loads((work / "reports" / "report.json").read_text("utf-8"))["audits"]
        assert audit["why"] == ("no original was found among 1; one in another language cannot be found by its words")
        (page,) = [p for p in (work / "reports").rglob("*.html") if p.name != "index.html"] or [
            work / "reports" / "index.html"
        ]
        html = page.read_text("utf-8")
        assert "copy in French" in html
        assert "looks sound" not in html

    def test_half_of_it_in_english_is_judged(self) -> None:
        (audit,) = mtaudit.audit([HALF], model=False).audits
        assert not audit.failures
        assert "passage-untranslated" in {f.detector for f in audit.findings}


class TestWhatIsDeclared:
    @pytest.mark.parametrize(
        ("text", "declared", "language", "remarked"),
        [
            pytest.param(ENGLISH, "fr", "en", True, id="English, declared as French"),
            pytest.param(FRENCH, "en", "fr", True, id="French, declared as English"),
            pytest.param(FRENCH, "fr", "fr", False, id="as declared"),
            pytest.param("Rain fell on the old bridge.", "fr", None, True, id="short, and English by its small words"),
            pytest.param("Pont fermé", "fr", "fr", False, id="too short to tell: as declared"),
            pytest.param(HALF, "fr", None, True, id="half of it English"),
            pytest.param(SHORT, None, None, False, id="nobody tells"),
        ],
    )
    def test_the_words_count_before_it(
        self, text: str, declared: str | None, language: str | None, remarked: bool
    ) -> None:
        told, remarks = settled(language_of(text), declared, text)
        assert told == language
        assert bool(remarks) is remarked

    def test_a_wrong_one_turns_nothing_off(self, work: Path) -> None:
        page = f"<html lang='fr'><body><article><h1>{SHORT}</h1><p>{{}}</p></article></body></html>"
        body = "</p><p>".join(PARAGRAPHS[0][1:])
        (work / "a.html").write_text(page.format(body), encoding="utf-8")
        (work / "b.html").write_text(page.format(body.replace("40,000", "90,000")), encoding="utf-8")
        lines = [json.dumps({"id": name, "language": "fr", "text": ENGLISH}) for name in "a"]
        (work / "c.jsonl").write_text("\n".join(lines), encoding="utf-8")
        assert main(["check", "b.html", "--originals", "a.html", "--no-model"]) == 1
        (told,) = mtaudit.read_all(work / "c.jsonl")
        assert isinstance(told, Document)
        assert told.language == "en"
        assert told.remarks == ("declared as fr, reads as en",)


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "en"), ("zh_TW", "zh"), ("nb", "no"), ("FIL", "tl"), ("", "")])
def test_a_language_has_one_code(tag: str, code: str) -> None:
    assert code_of(tag) == code


def test_names_of_languages() -> None:
    assert (name_of("fr"), name_of("qx")) == ("French", "“qx”")


def test_the_share_of_english() -> None:
    assert english_share(ENGLISH) > 0.7
    assert english_share(FRENCH + GERMAN) == 0
    assert 0.2 < english_share(HALF) < 0.7
    assert english_share("") == 0


def test_a_copy_by_its_words_stays_one_whatever_the_language() -> None:
    from mtaudit.pair.alignment import align
    from mtaudit.records import Pair
    from mtaudit.text.segmentation import segment

    pair = Pair(Document("o", ENGLISH, "en"), Document("c", ENGLISH, "fr"))
    assert relate(align(pair, segment(pair.original), segment(pair.copy))).kind is RelationKind.COPY
