"""Settings: what a file may say, what is said of one that makes no sense, and where each value came from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtaudit
from mtaudit import manual, registry
from mtaudit.cli import main
from mtaudit.config import Settings, find, load, schema
from mtaudit.config.checking import option_types, spelt, typed
from mtaudit.detectors.base import Case
from mtaudit.errors import ConfigError, UsageError
from mtaudit.judging.judges import Plugins
from mtaudit.judging.pipeline import audit_pair
from mtaudit.mqm import Category, Severity
from mtaudit.records import Comparison, Document, Pair, Suspicion, Term


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(text: str, **options: Any) -> Settings:
    path = Path("mtaudit.toml")
    path.write_text(text, encoding="utf-8")
    return load(path, **options)


FULL = """
fail-on = "critical"
min-fidelity = 70
require-original = true
copies = ["copies", "https://b.example/rss", "-"]
originals = ["archive/*.txt"]
coverage = ["others/"]
primary = ["rulings/"]
baseline = "base.json"
ratchet = true
format = "json"
output = ["json=a.json"]

[detectors.number-changed]
level = "minor"
verbatim = 0.5

[outlet."Example Wire"]
documents = ["wire/*"]
fail-on = "minor"
min-fidelity = 10.5
levels = { name-changed = "off", glossary = "critical" }

[glossary]
"Harbour Act" = ["Harbour Law"]
Lumo = []

[[suppress]]
reason = "House style"
author = "desk"
expires = 2027-01-31
category = "name"
original = "Lumo"

[profile.wire]
fail-on = "minor"
glossary.Lumo = ["Luma"]
[profile.wire.detectors.number-changed]
level = "off"
[[profile.wire.suppress]]
reason = "wire only"
outlet = "Example Wire"
"""


def test_without_a_file_all_is_as_by_default() -> None:
    found = load()
    assert found == Settings()
    assert (found["fail-on"], found["min-fidelity"], found["originals"], found.digest) == ("major", None, (), "")
    assert {value.origin for value in found.values.values()} == {"default"}
    assert found.policy.fail_on is Severity.MAJOR


def test_all_that_a_file_may_say() -> None:
    found = settings(FULL)
    policy = found.policy
    assert (policy.fail_on, policy.min_fidelity, policy.require_original, policy.ratchet) == (
        "critical",
        70,
        True,
        True,
    )
    assert (policy.severity("Example Wire"), policy.least("Example Wire")) == (Severity.MINOR, 10.5)
    assert (policy.severity("Other"), policy.least(None)) == (Severity.CRITICAL, 70)
    assert found["copies"] == ("copies", "https://b.example/rss", "-")
    assert (found["originals"], found["baseline"], found["output"]) == (
        ("archive/*.txt",),
        "base.json",
        ("json=a.json",),
    )
    assert found.levels.everywhere == {"number-changed": Severity.MINOR}
    assert found.levels.outlets == {"Example Wire": {"name-changed": None, "glossary": Severity.CRITICAL}}
    assert found.options == {"number-changed": {"verbatim": 0.5}}
    assert found.glossary == (Term("Harbour Act", ("Harbour Law",)), Term("Lumo"))
    (one,) = found.suppressions
    assert (one.reason, one.author, one.expires) == ("House style", "desk", date(2027, 1, 31))
    assert (one.category, one.original, one.origin) == (Category.NAME, "Lumo", "mtaudit.toml: suppress[1]")


def test_a_profile_goes_before_the_rest_and_adds_suppressions() -> None:
    found = settings(FULL, profile="wire")
    assert (found["fail-on"], found["min-fidelity"]) == ("minor", 70)
    assert found.levels.everywhere == {"number-changed": None}
    assert found.options == {"number-changed": {"verbatim": 0.5}}
    assert found.glossary == (Term("Harbour Act", ("Harbour Law",)), Term("Lumo", ("Luma",)))
    assert [s.origin for s in found.suppressions] == [
        "mtaudit.toml: suppress[1]",
        "mtaudit.toml, profile wire: suppress[1]",
    ]


def test_each_value_knows_where_it_came_from() -> None:
    found = settings(FULL, profile="wire").overruled({"min-fidelity": 5.0, "ratchet": None, "copies": ()})
    origins = {value.name: value.origin for value in found.values.values()}
    assert origins["fail-on"] == "mtaudit.toml, profile wire"
    assert origins["min-fidelity"] == "--min-fidelity"
    assert origins["ratchet"] == origins["copies"] == "mtaudit.toml"
    assert origins['outlet."Example Wire".levels.name-changed'] == "mtaudit.toml"
    assert found["min-fidelity"] == 5.0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("fail_on = 'major'", "fail_on: no such key; did you mean fail-on? known are baseline, copies,"),
        ("fail-on = 'majro'", "fail-on: “majro” is not allowed; did you mean major? known are critical, major, minor"),
        ("fail-on = 'neutral'", "fail-on: “neutral” is not allowed"),
        ("min-fidelity = 'x'", "min-fidelity: must be a number, not text"),
        ("min-fidelity = nan", "min-fidelity: must be a finite number"),
        ("[detectors.number-changed]\nverbatim = inf", "detectors.number-changed.verbatim: must be a finite number"),
        ("min-fidelity = 101", "min-fidelity: must be a number <= 100.0"),
        ("require-original = 1", "require-original: must be true or false, not a whole number"),
        ("originals = ['a', 1]", r"originals[2]: must be text, not a whole number"),
        ("originals = ['']", r"originals[1]: must not be empty"),
        ("format = 'jsno'", "format: no such format: jsno; did you mean json or jsonl?"),
        ("output = ['json=a', 'jsno=b']", "output[2]: no such format: jsno; did you mean json or jsonl?"),
        ("output = ['json']", "output[1]: must be FORMAT=FILE"),
        ("output = 'json=a'", "output: must be a list, not text"),
        ("detectors = 1", "detectors: must be a table"),
        ("[detectors.number-changd]", "detectors.number-changd: no such detector; did you mean number-changed"),
        ("[detectors]\nnumber-changed = 'off'", "detectors.number-changed: must be a table"),
        (
            "[detectors.number-changed]\nlevel = 'of'",
            "detectors.number-changed.level: “of” is not allowed; did you mean off?",
        ),
        (
            "[detectors.number-changed]\nverbtim = 1",
            "detectors.number-changed.verbtim: no such option; did you mean verbatim?",
        ),
        (
            "[detectors.number-changed]\nverbatim = 'a'",
            "detectors.number-changed.verbatim: must be a number, not text",
        ),
        ("[detectors.glossary]\nterms = []", "detectors.glossary.terms: no such option; known are level"),
        ("outlet = 3", "outlet: must be a table"),
        ("outlet.A = 3", "outlet.A: must be a table"),
        (
            "[outlet.'A B']\nfidelty = 1",
            'outlet."A B".fidelty: no such key; did you mean min-fidelity? known are documents,',
        ),
        ("[outlet.A]\nlevels = {a = 'off'}", "outlet.A.levels.a: no such detector"),
        ("[outlet.A]\nlevels = {glossary = 'on'}", "outlet.A.levels.glossary: “on” is not allowed"),
        ("[glossary]\nLumo = 'x'", "glossary.Lumo: must be a list, not text"),
        ("[glossary]\n'' = []", "an empty name"),
        ("suppress = 1", "suppress: must be a list of tables, each written [[suppress]]"),
        ("[[suppress]]\nreason = 'x'", "suppress[1]: names nothing; give at least one of fingerprint, detector,"),
        ("[[suppress]]\ndetector = 'number-changed'", "suppress[1]: needs a reason"),
        ("[[suppress]]\nreason = ' '\noutlet = 'x'", "suppress[1]: needs a reason"),
        (
            "[[suppress]]\nreason = 'x'\noutlet = 'x'\nexpires = 'soon'",
            "suppress[1].expires: must be a date, such as 2027-01-31",
        ),
        (
            "[[suppress]]\nreason = 'x'\ncategory = 'nam'",
            "suppress[1].category: “nam” is not allowed; did you mean name?",
        ),
        ("[[suppress]]\nreason = 'x'\ndetector = 'nam'", "suppress[1].detector: no such detector"),
        ("[profile.a.profile.b]", "profile.a.profile: no such key"),
        ("[profile.a]\nfail-on = 1", "profile.a.fail-on: "),
        ("a = ", "is not TOML"),
        ("a = '\x00'", "is not TOML"),
    ],
)
def test_a_mistake_is_told_with_file_key_and_what_is_allowed(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as raised:
        settings(text)
    assert str(raised.value).startswith("mtaudit.toml: ")
    assert told in str(raised.value)


def test_bytes_that_are_no_text_are_told() -> None:
    Path("mtaudit.toml").write_bytes(b"fail-on = '\xff'")
    with pytest.raises(ConfigError, match="is not TOML"):
        load()


def test_a_file_that_is_missing_or_a_profile_that_is_unknown_is_told() -> None:
    with pytest.raises(ConfigError, match=r"no\.toml: cannot be read"):
        load(Path("no.toml"))
    with pytest.raises(UsageError, match=r"there is no mtaudit.toml here or above"):
        load(profile="wire")
    with pytest.raises(UsageError, match=r"did you mean wire\? known are wire"):
        settings(FULL, profile="wires")
    with pytest.raises(UsageError, match="it has none"):
        settings("", profile="wires")


def test_the_nearest_file_is_found_upward(folder: Path) -> None:
    deep = folder / "a" / "b"
    deep.mkdir(parents=True)
    (folder / "pyproject.toml").write_text("[tool.mtaudit]\nfail-on = 'minor'\n", encoding="utf-8")
    assert find(deep) == folder / "pyproject.toml"
    assert load(start=deep)["fail-on"] == "minor"
    (folder / "a" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert find(deep) == folder / "pyproject.toml", "a project without settings of ours does not count"
    (folder / "mtaudit.toml").write_text("fail-on = 'critical'\n", encoding="utf-8")
    assert find(deep) == folder / "mtaudit.toml", "our own file goes before the project's"
    (folder / "a" / "mtaudit.toml").write_text("", encoding="utf-8")
    assert find(deep) == folder / "a" / "mtaudit.toml"


@pytest.mark.parametrize("text", ["[tool]\nmtaudit = 1", "tool = 1"])
def test_a_project_with_a_table_of_another_form(text: str) -> None:
    Path("pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"must be a table|has no table \[tool.mtaudit\]"):
        load(Path("pyproject.toml"))


def test_paths_are_those_of_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "mtaudit.toml").write_text(FULL, encoding="utf-8")
    (folder / "below").mkdir()
    monkeypatch.chdir("below")
    found = load()
    assert found["copies"] == ("../copies", "https://b.example/rss", "-")
    assert (found["originals"], found["baseline"]) == (("../archive/*.txt",), "../base.json")
    assert found["output"] == ("json=../a.json",)
    assert found.files == ("../mtaudit.toml",)


@pytest.mark.parametrize(
    "line",
    [
        "output = ['json=../out.json']",
        "output = ['json=here.json', 'sarif=/tmp/out.sarif']",
        "output = ['json=a/../../out.json']",
        "output = ['json=link/out.json']",
        "output = ['json=leads-out.json']",
        "output = ['json=circle']",
        "baseline = '../base.json'",
        "[profile.wire]\noutput = ['json=../out.json']",
    ],
)
def test_settings_that_were_found_write_below_their_folder(line: str, folder: Path) -> None:
    (folder / "house").mkdir()
    os.chdir("house")
    Path("link").symlink_to(folder)
    Path("leads-out.json").symlink_to(folder / "other.json")
    Path("circle").symlink_to("circle")
    Path("mtaudit.toml").write_text(line, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        load(profile="wire" if "wire" in line else None)
    told = str(raised.value)
    assert told.startswith("mtaudit.toml")
    assert "lies outside the folder of these settings, which were found and not named; allowed are files " in told
    assert load(Path("mtaudit.toml")).files == ("mtaudit.toml",), "settings that are named may write anywhere"


def test_settings_above_write_below_their_folder_and_not_only_below_ours(folder: Path) -> None:
    (folder / "mtaudit.toml").write_text("output = ['json=out/a.json']\nbaseline = 'base.json'", encoding="utf-8")
    (folder / "deep").mkdir()
    os.chdir("deep")
    assert load()["output"] == ("json=../out/a.json",)


def test_a_command_refuses_settings_that_write_elsewhere(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house").mkdir()
    os.chdir("house")
    Path("a.txt").write_text("It rained.")
    text = "copies = ['a.txt']\noriginals = ['a.txt']\noutput = ['json=../out.json']"
    Path("mtaudit.toml").write_text(text, encoding="utf-8")
    assert main(["check", "--no-model"]) == 2
    assert capsys.readouterr().err.startswith("mtaudit: mtaudit.toml: output: ../out.json lies outside")
    assert not (folder / "out.json").exists()


@given(st.binary(max_size=80) | st.text(max_size=40).map(str.encode) | st.just(b"min-fidelity = " + b"9" * 5000))
def test_law_any_bytes_are_settings_or_a_mistake_that_is_told(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, suppress(ConfigError):
        Path(folder, "mtaudit.toml").write_bytes(data)
        load(start=Path(folder))


def test_a_copy_gets_the_outlet_whose_documents_it_is_one_of() -> None:
    found = settings("[outlet.Wire]\ndocuments = ['wire/*', '*.example/wire/*']")

    def outlet(copy: Document) -> str | None:
        return found.attributed([copy])[0].outlet

    assert outlet(Document("wire/a.txt", "x", path="wire/a.txt")) == "Wire"
    assert outlet(Document("../there/wire/a.txt", "x", path="../there/wire/a.txt")) == "Wire"
    assert outlet(Document("u", "x", url="https://b.example/wire/9")) == "Wire"
    assert outlet(Document("other/a.txt", "x", path="other/a.txt")) is None
    assert outlet(Document("wire/a.txt", "x", outlet="Post")) == "Post"


ORIGINAL = "The Harbour Act was passed in May. A fire killed 12 people at Lumo on Monday, said the mayor."
COPY = ORIGINAL.replace("Harbour Act", "Harbour Law").replace("12", "21")


def found_by(text: str, copy: Document | str = COPY) -> list[tuple[str, Severity]]:
    audit = mtaudit.compare(ORIGINAL, copy, model=False, settings=settings(text))
    return [(f.detector, f.severity) for f in audit.findings]


def test_levels_options_and_glossary_reach_the_audit() -> None:
    plain = found_by("")
    assert ("number-changed", Severity.CRITICAL) in plain
    assert len(plain) == 2
    assert ("number-changed", Severity.MINOR) in found_by("[detectors.number-changed]\nlevel = 'minor'")
    assert [name for name, _ in found_by("[glossary]\n'Harbour Act' = ['Harbour Law']")] == ["number-changed"]
    assert "number-changed" not in dict(found_by("[detectors.number-changed]\nlevel = 'off'"))


def test_options_are_those_of_the_detector_that_judges() -> None:
    made = settings("[detectors.clause-added]\nleast = 9\n[detectors.word-added]\nmost = 1").judging(
        mtaudit.plugins(False)
    )
    by_default = mtaudit.plugins(False).detectors
    changed = {name: d for name, d in made.detectors.items() if d != by_default[name]}
    assert {name: repr(d) for name, d in changed.items()} == {
        "clause-added": repr(replace(by_default["clause-added"], least=9)),  # type: ignore[type-var]
        "word-added": repr(replace(by_default["word-added"], most=1)),  # type: ignore[type-var]
    }
    original = "The court freed Hale on Friday."
    copy = "The court freed Hale on Friday because two key witnesses had changed their stories."
    strict = mtaudit.compare(original, copy, model=False, settings=settings("[detectors.clause-added]\nleast = 20"))
    assert [f.detector for f in mtaudit.compare(original, copy, model=False).findings] == ["clause-added"]
    assert "clause-added" not in {f.detector for f in strict.findings}


def test_options_reach_the_detectors_of_every_kind() -> None:
    plugins = mtaudit.plugins(False)
    kinds = {**plugins.detectors, **plugins.coverage, **plugins.text}
    assert set(kinds) == set(registry.detector_names())
    named = {name: next(iter(options)) for name in kinds if (options := option_types(name))}
    tables = "\n".join(
        f"[detectors.{name}]\n{option.replace('_', '-')} = {float(value) if isinstance(value, Fraction) else value}"
        for name, option in named.items()
        if isinstance(value := getattr(kinds[name], option), int | float | Fraction)
    )
    made = settings(tables).judging(plugins)
    assert {**made.detectors, **made.coverage, **made.text} == kinds


def test_what_an_off_detector_has_seen_is_harmless_and_told_by_no_other() -> None:
    audit = mtaudit.compare(
        "A fire killed 12 people.",
        "A fire killed 21 people.",
        model=False,
        settings=settings("[detectors.number-changed]\nlevel = 'off'"),
    )
    assert audit.findings == ()
    assert [(v.harmless, v.reason) for v in audit.verdicts] == [(True, "off")]
    assert next(s.value for s in audit.scores if s.metric == "fidelity") == 100


def test_a_detector_that_is_off_may_break() -> None:
    class Broken:
        category: ClassVar[Category] = Category.NAME
        general: ClassVar[bool] = False
        cases: ClassVar[tuple[Case, ...]] = ()

        def __call__(self, comparison: Comparison) -> Iterator[Suspicion]:
            raise RuntimeError("broke")

    plain = Plugins({}, {"number-changed": Broken()}, {})
    pair = Pair(Document("o", ORIGINAL, "en"), Document("c", COPY, "en"))
    assert [failure.where for failure in audit_pair(pair, plain).failures] == ["number-changed"]
    off = settings("[detectors.number-changed]\nlevel = 'off'").judging(plain)
    assert audit_pair(pair, off).failures == ()


def test_levels_of_an_outlet_go_before_those_of_all() -> None:
    text = "[detectors.number-changed]\nlevel = 'minor'\n[outlet.Wire]\nlevels = {number-changed = 'major'}"
    assert ("number-changed", Severity.MAJOR) in found_by(text, Document("c", COPY, "en", outlet="Wire"))
    assert ("number-changed", Severity.MINOR) in found_by(text, Document("c", COPY, "en", outlet="Post"))


def test_the_signature_tells_settings_that_judge_and_only_those() -> None:
    plain = mtaudit.signature(model=False)
    assert mtaudit.signature(model=False, settings=settings("fail-on = 'minor'\n[outlet.A]\nmin-fidelity = 3")) == plain
    texts = [
        "[detectors.number-changed]\nlevel = 'minor'",
        "[glossary]\nLumo = []",
        "[outlet.A.levels]\nglossary = 'off'",
    ]
    signed = {mtaudit.signature(model=False, settings=settings(text)) for text in texts}
    assert len(signed) == 3
    assert all(s.startswith(f"{plain}|settings:") for s in signed)


def test_suppressions_are_on_the_findings_of_an_audit_and_in_its_signature() -> None:
    made = settings("[[suppress]]\nreason = 'ours'\ndetector = 'number-changed'")
    (audit,) = mtaudit.audit([COPY], [ORIGINAL], model=False, settings=made).audits
    assert [f.suppression and f.suppression.reason for f in audit.findings if f.detector == "number-changed"] == [
        "ours"
    ]
    run = mtaudit.audit([COPY], [ORIGINAL], model=False, settings=made)
    assert run.signature.startswith(mtaudit.signature(model=False) + "|suppressions:")


@pytest.mark.parametrize("entry", registry.detectors(), ids=lambda entry: entry.name)
def test_every_option_of_every_detector_can_be_set_to_what_it_is(entry: registry.Registered[Any]) -> None:
    for option, kind in option_types(entry.name).items():
        value = getattr(entry.plugin, option)
        plain = float(value) if isinstance(value, Fraction) else value
        assert typed(plain, kind) == value


def test_a_detector_is_found_without_loading_the_others() -> None:
    assert registry.detector_names() == tuple(entry.name for entry in registry.detectors())
    assert registry.detector("number-changed").name == "number-changed"
    with pytest.raises(mtaudit.MtauditError, match="did you mean"):
        registry.detector("number-changd")


def test_keys_are_spelt_as_toml_writes_them() -> None:
    key = ("outlet", "Example “Wire”\n", "levels", "number-changed")
    assert tomllib.loads(f"{spelt(key)} = 1") == {"outlet": {key[1]: {"levels": {"number-changed": 1}}}}


def test_the_published_schema_is_the_current_one() -> None:
    assert schema.FILE.read_text("utf-8") == schema.text(), "remake it with `mtaudit manual`"


def test_the_schema_knows_every_key_and_detector() -> None:
    made = schema.schema()
    definitions = made["$defs"]
    assert set(definitions["Detectors"]["properties"]) == {*registry.detector_names(), "glossary"}
    assert definitions["Detectors"]["properties"]["number-changed"]["properties"]["verbatim"] == {"type": "number"}
    keys = set(tomllib.loads(FULL))
    assert keys | {"lexicon"} == set(definitions["ConfigFile"]["properties"]), "its folder is read once in a process"
    assert definitions["ConfigFile"]["additionalProperties"] is False
    for pointer in _pointers(made):
        assert pointer.rpartition("/")[2] in definitions


def _pointers(part: object) -> list[str]:
    if isinstance(part, dict):
        here = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return here + [p for inner in part.values() for p in _pointers(inner)]
    return [p for inner in part for p in _pointers(inner)] if isinstance(part, list) else []


def test_the_example_of_the_manual_is_accepted() -> None:
    """In a process of its own: one reads the lists of words once."""
    page = manual.topics()["config"]
    Path("mtaudit.toml").write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    Path("words").mkdir()
    command = [sys.executable, "-m", "mtaudit", "config", "--profile", "wire", "--format", "json"]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    values = {value["key"]: value["value"] for value in found["values"]}
    assert values["fail-on"] == "minor"
    assert values["lexicon.folder"] == "words"
    assert len(found["suppressions"]) == 1


class TestCommand:
    """`mtaudit config`."""

    def test_what_it_prints_can_be_read_again(self, capsys: pytest.CaptureFixture[str]) -> None:
        made = settings(FULL)
        assert main(["config"]) == 0
        text = capsys.readouterr().out
        assert "# mtaudit.toml\n" in text
        assert '"fail-on' not in text
        Path("again.toml").write_text(text, encoding="utf-8")
        again = load(Path("again.toml"))
        assert {k: v.value for k, v in again.values.items()} == {k: v.value for k, v in made.values.items()}
        assert [s.reason for s in again.suppressions] == ["House style"]

    def test_it_names_the_origins(self, capsys: pytest.CaptureFixture[str]) -> None:
        settings(FULL)
        assert main(["config", "--profile", "wire"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert any(
            line.startswith('fail-on = "minor" ') and line.endswith("# mtaudit.toml, profile wire") for line in lines
        )

    def test_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        settings(FULL)
        assert main(["config", "--format", "json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert {"key": "fail-on", "value": "critical", "origin": "mtaudit.toml"} in told["values"]
        assert told["suppressions"][0]["expires"] == "2027-01-31"

    def test_the_schema(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["config", "--schema"]) == 0
        assert capsys.readouterr().out == schema.FILE.read_text("utf-8")

    def test_a_mistake_ends_with_2_and_no_traceback(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("mtaudit.toml").write_text("fail-on = 1", encoding="utf-8")
        assert main(["config"]) == 2
        assert capsys.readouterr().err.startswith("mtaudit: mtaudit.toml: fail-on: ")
        assert main(["config", "--no-config"]) == 0
        assert main(["config", "--no-config", "--profile", "x"]) == 2
