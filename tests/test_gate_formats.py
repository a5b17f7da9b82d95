"""The gate's formats: valid by their schemas, complete, and inert whatever an article holds."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import gate_sample as gate
import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from mtaudit.records import Document, Role, Span
from mtaudit.records.rulings import Checked, Level, Status
from mtaudit.render.csv import COLUMNS, Csv
from mtaudit.render.formats import GATE, REPORT
from mtaudit.render.gate.addresses import normal, path_of, uri_of, verbatim
from mtaudit.render.gate.github import MOST, _command
from mtaudit.render.gate.jsonl import Charged, Fixed, Found, Head, Line
from mtaudit.render.gate.listing import charges, listed
from mtaudit.render.gate.markdown import Markdown
from mtaudit.render.gate.markup import allowed
from mtaudit.render.reading.text import visible
from mtaudit.render.table import escaped

SCHEMAS = Path(__file__).parent / "schemas"
SAMPLES: dict[str, Callable[[], Checked]] = {
    "whole": gate.whole,
    "clean": gate.clean,
    "empty": gate.empty,
    "hostile": gate.hostile,
    "crowded": lambda: gate.hostile(1000),  # findings in each of three copies
}
ANY_TEXT = st.text(st.characters()) | st.sampled_from(gate.NASTY)

samples = pytest.mark.parametrize("sample", SAMPLES)


def made(format_: str, sample: str) -> str:
    return GATE[format_]()(SAMPLES[sample]())


@samples
@pytest.mark.parametrize("format_", GATE)
def test_same_check_same_bytes_and_those_are_utf_8(format_: str, sample: str) -> None:
    assert made(format_, sample).encode("utf-8") == made(format_, sample).encode("utf-8")


@pytest.mark.parametrize("sample", ["whole", "clean", "empty", "hostile"])
@pytest.mark.parametrize("format_", REPORT)
def test_what_shows_a_run_takes_a_check_as_well(format_: str, sample: str) -> None:
    """There is one kind of renderer, whatever the gate has to say."""
    checked = SAMPLES[sample]()
    assert REPORT[format_]()(checked).encode("utf-8") == REPORT[format_]()(checked).encode("utf-8")


# SARIF


def sarif(sample: str) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(made("sarif", sample))
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


@samples
def test_sarif_holds_to_its_schema(sample: str) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    assert [error.json_path for error in validator.iter_errors(json.loads(made("sarif", sample)))] == []


def test_sarif_regions_are_the_phrases_however_they_are_found() -> None:
    """Lines are cut as the run's `newlineSequences` say, by the slow way."""
    run = sarif("hostile")
    text = "\n\n".join(gate.NASTY)
    lines = re.split("|".join(map(re.escape, run["newlineSequences"])), text)
    ends = re.findall("|".join(map(re.escape, run["newlineSequences"])), text)
    seen = 0
    for result in run["results"]:
        for place in (*result["locations"], *result["relatedLocations"]):
            region = place["physicalLocation"].get("region") or place["properties"]["regionInText"]
            by_offset = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
            first, last = region["startLine"] - 1, region["endLine"] - 1
            part = [line + end for line, end in zip(lines, [*ends, ""], strict=True)][first : last + 1]
            part[-1] = part[-1][: region["endColumn"] - 1]
            part[0] = part[0][region["startColumn"] - 1 :]
            assert "".join(part) == by_offset
            assert by_offset in gate.NASTY
            seen += 1
    assert seen == 2 * 3 * len(gate.NASTY)


def test_sarif_shows_the_line_around_a_phrase() -> None:
    place = sarif("whole")["results"][1]["locations"][0]["physicalLocation"]
    assert place["region"]["snippet"]["text"] == "21"
    assert place["contextRegion"]["snippet"]["text"] == "Barge sails again after 21 days"
    assert place["contextRegion"]["startLine"] == place["region"]["startLine"]


@samples
def test_sarif_results_are_the_findings_and_lead_to_their_rules_and_files(sample: str) -> None:
    run, checked = sarif(sample), SAMPLES[sample]()
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    found = [item.finding.fingerprint for item in listed(checked)]
    prints = [r["partialFingerprints"]["mtauditFingerprint/v1"] for r in run["results"]]
    assert prints[: len(found)] == found
    assert len(rules) == len(set(rules))
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            file = place["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][file["index"]]["location"] == file


def test_sarif_names_what_is_known_fixed_and_suppressed() -> None:
    run = sarif("whole")
    states = Counter(result["baselineState"] for result in run["results"])
    assert states == {"new": 9, "unchanged": 1, "absent": 1}
    known = next(r for r in run["results"] if r["baselineState"] == "unchanged")
    assert (known["ruleId"], known["level"]) == ("number-changed", "error")
    gone = next(r for r in run["results"] if r["baselineState"] == "absent")
    assert gone["message"]["text"] == "Fixed: “nine” became “ninety”."
    assert gone["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "c1.txt"
    silenced = [r for r in run["results"] if r.get("suppressions")]
    assert [r["ruleId"] for r in silenced] == ["word-omitted"]
    assert silenced[0]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "our house style",
            "properties": {"author": "Desk", "expires": "2099-01-02", "origin": "mtaudit.toml: suppress 1"},
        }
    ]


def test_what_is_fixed_in_an_article_of_a_feed_stands_at_the_feed() -> None:
    checked = gate.whole()
    audits = (
        replace(checked.run.audits[0], copy=replace(checked.run.audits[0].copy, id="feed.xml#2", path="feed.xml")),
    )
    entry = replace(gate.FIXED, document="feed.xml#2")
    run = replace(checked.run, audits=audits)
    log = json.loads(GATE["sarif"]()(replace(checked, run=run, rulings=checked.rulings[:1], fixed=(entry,))))
    gone = next(r for r in log["runs"][0]["results"] if r["baselineState"] == "absent")
    assert gone["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "feed.xml"


def test_sarif_without_a_baseline_has_no_baseline_states() -> None:
    assert not any("baselineState" in result for result in sarif("hostile")["results"])


def test_sarif_tells_what_is_lacking_at_the_word_before_the_gap_and_at_the_original() -> None:
    omitted = next(r for r in sarif("whole")["results"] if r["ruleId"] == "clause-omitted")
    assert omitted["relatedLocations"][0]["physicalLocation"]["region"]["snippet"]["text"] == "An inquiry began in May."
    assert omitted["relatedLocations"][0]["id"] == 1
    assert omitted["message"]["text"].endswith("See the [original](1).")
    assert omitted["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "c1.txt"


def test_sarif_tells_how_the_run_went() -> None:
    run = sarif("whole")
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    told = Counter(n["descriptor"]["id"] for n in invocation["toolExecutionNotifications"])
    assert told == {"not-audited": 2, "ratchet-exceeded": 2}
    stale = [n["descriptor"]["id"] for n in invocation["toolConfigurationNotifications"]]
    assert stale == ["suppression-expired", "suppression-unused"]
    assert {"fidelity-low", "original-missing"} <= {r["ruleId"] for r in run["results"]}
    assert sarif("clean")["invocations"][0]["exitCode"] == 0
    assert (run["columnKind"], run["automationDetails"]) == ("unicodeCodePoints", {"id": "mtaudit/"})


def test_sarif_gives_regions_only_in_the_lines_of_a_file() -> None:
    run = sarif("hostile")
    for result in run["results"]:
        place = result["locations"][0]
        in_file = place["physicalLocation"]["artifactLocation"]["uri"].startswith("evil")
        assert ("region" in place["physicalLocation"]) is in_file
        assert ("logicalLocations" in place) is not in_file


def test_sarif_rules_have_help_tags_and_the_type_of_error() -> None:
    rule = sarif("whole")["tool"]["driver"]["rules"][3]
    assert (rule["id"], rule["name"]) == ("number-changed", "NumberChanged")
    assert rule["shortDescription"]["text"] == "Says what number-changed is."
    assert rule["fullDescription"]["text"] == "Why `number-changed` matters."
    assert "`mtaudit explain number-changed`" in rule["help"]["markdown"]
    assert "`" not in rule["help"]["text"]
    assert rule["properties"]["mqm"] == "Accuracy / Mistranslation / Number"
    assert rule["properties"]["tags"] == ["translation", "number"]


def test_sarif_addresses_are_encoded_and_lead_back_to_the_file() -> None:
    run = sarif("hostile")
    uris = {artifact["location"]["uri"] for artifact in run["artifacts"]}
    assert all(re.fullmatch(r"[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]*", uri) for uri in uris)
    names = {unquote(artifact["location"]["uri"], errors="surrogateescape") for artifact in run["artifacts"]}
    assert {"evil, dir/a:b|c\n<d> @e.txt", "o\udcff|\n]]>"} <= names
    assert all(urlsplit(uri).scheme in ("", "https") for uri in uris)


def test_no_text_of_an_article_is_a_link_in_sarif() -> None:
    links = [re.findall(r"(?<!\\)\[([^\]]*)\]\(([^)]*)\)", r["message"]["text"]) for r in sarif("hostile")["results"]]
    assert set(map(tuple, links)) == {(), (("original", "1"),)}


# JUnit


def junit(sample: str) -> ET.Element:
    return ET.fromstring(made("junit", sample).encode())


@samples
def test_junit_holds_to_the_schema_of_jenkins(sample: str) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    schema.assertValid(etree.fromstring(made("junit", sample).encode()))


@samples
def test_junit_counts_what_it_holds(sample: str) -> None:
    root = junit(sample)
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases)
        errors = [case for case in cases if case.find("error") is not None]
        assert int(suite.attrib["errors"]) == len(errors)
        failed = [case for case in cases if case.find("failure") is not None]
        assert all(len([child for child in case if child.tag != "system-out"]) <= 1 for case in cases)
        assert int(suite.attrib["failures"]) == len(failed)
        assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))
    for count in ("tests", "failures", "errors"):
        assert int(root.attrib[count]) == sum(int(suite.attrib[count]) for suite in root)


def test_junit_has_a_case_per_copy_in_the_suite_of_its_outlet() -> None:
    outcomes = {
        (suite.attrib["name"], case.attrib["name"]): [child.tag for child in case]
        for suite in junit("whole")
        for case in suite.iter("testcase")
    }
    assert outcomes == {
        ("Example Post", "c1.txt"): ["failure", "system-out"],
        ("Example Post", "lone"): ["error", "system-out"],
        ("Example Post", "orphan"): ["failure"],
        ("ratchet", "Example Post"): ["failure"],
        ("ratchet", "copies without an outlet"): ["failure"],
        ("reading", "broken.html"): ["error"],
    }


@pytest.mark.parametrize(
    ("copy", "suite"),
    [
        (Document("a/b.txt", "x", path="a/b.txt"), "a"),
        (Document("b.txt", "x", path="./b.txt", outlet=" "), "."),
        (Document("feeds/f.xml#2", "x", path="feeds/f.xml"), "feeds/f.xml"),
        (Document("https://b.example/a", "x", url="https://b.example/a"), "b.example"),
        (Document("a/b.txt", "x", path="a/b.txt", outlet="Example\nPost"), "Example Post"),
    ],
)
def test_a_copy_stands_in_the_suite_of_its_outlet_feed_folder_or_host(copy: Document, suite: str) -> None:
    checked = gate.clean()
    run = replace(checked.run, audits=(replace(checked.run.audits[0], copy=copy),))
    root = ET.fromstring(GATE["junit"]()(replace(checked, run=run)).encode())
    assert [made.attrib["name"] for made in root] == [suite]


def test_junit_tells_both_phrases_and_keeps_what_is_known_for_the_record() -> None:
    case = next(junit("whole").iter("testcase"))
    failure, output = case.find("failure"), case.find("system-out")
    assert failure is not None
    assert failure.attrib["message"] == (
        "The fidelity is 61.0; at least 80 is asked for. 1 critical, 1 major: “Ferry” became “Barge”."
    )
    assert failure.text
    assert "1:1 critical name-translated" in failure.text
    assert "  original: Ferry\n  copy:     Barge" in failure.text
    assert output is not None
    assert output.text
    assert "(in the baseline)" in output.text
    assert "(suppressed: our house style (Desk, until 2099-01-02))" in output.text
    assert "number-changed" not in failure.text


def test_junit_skips_a_copy_without_an_original_where_none_is_asked_for() -> None:
    assert len(junit("hostile").findall(".//skipped")) == 1


@given(ANY_TEXT)
def test_xml_takes_any_text(text: str) -> None:
    root = ET.Element("a", b=allowed(text))
    root.text = allowed(text)
    parsed = etree.fromstring(ET.tostring(root))
    assert parsed.attrib["b"] == allowed(text)


# Checkstyle


@samples
def test_checkstyle_has_the_documented_form(sample: str) -> None:
    root = ET.fromstring(made("checkstyle", sample).encode())
    checked = SAMPLES[sample]()
    assert root.tag == "checkstyle"
    assert "version" in root.attrib
    names = [file.attrib["name"] for file in root]
    assert len(names) == len(set(names))
    for file in root:
        assert (file.tag, set(file.attrib)) == ("file", {"name"})
        for error in file:
            assert error.tag == "error"
            assert {"line", "severity", "message", "source"} <= set(error.attrib) <= {
                "line", "column", "severity", "message", "source"
            }  # fmt: skip
            assert int(error.attrib["line"]) >= 1
            assert int(error.get("column", "1")) >= 1
            assert error.attrib["severity"] in ("ignore", "info", "warning", "error")
    sources = Counter(error.attrib["source"] for error in root.iter("error"))
    expected = Counter(f"mtaudit.{i.finding.detector}" for i in listed(checked) if i.pressing)
    assert sources == expected + Counter(f"mtaudit.{charge.matter}" for charge in charges(checked))


# GitLab


@samples
def test_gitlab_has_the_documented_keys_and_unique_fingerprints(sample: str) -> None:
    issues = json.loads(made("gitlab", sample))
    for issue in issues:
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert re.fullmatch(r"[0-9a-f]{32}", issue["fingerprint"])
        assert issue["description"]
        assert list(issue["location"]) == ["path", "lines"]
        assert issue["location"]["path"]
        assert not issue["location"]["path"].startswith("./")
        assert 1 <= issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    expected = sum(i.pressing for i in listed(SAMPLES[sample]())) + len(list(charges(SAMPLES[sample]())))
    assert len(issues) == expected


def test_gitlab_shows_also_the_second_of_two_alike() -> None:
    checked = gate.ruled(gate.whole().run)
    row = tuple(gate.ruling(replace(r.finding, fingerprint="same")) for r in checked.rulings[0])
    issues = json.loads(GATE["gitlab"]()(replace(checked, rulings=(row, *checked.rulings[1:]))))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_gitlab_leaves_out_what_is_known_or_suppressed() -> None:
    names = {issue["check_name"] for issue in json.loads(made("gitlab", "whole"))}
    assert not names & {"number-changed", "word-omitted", "word-added"}
    assert {"name-translated", "ratchet-exceeded"} <= names


# GitHub

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)", re.DOTALL)


def unescaped(text: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def commands(sample: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as GitHub's runner reads them."""
    read = []
    for line in made("github", sample).split("\n")[:-1]:
        match = _COMMAND.fullmatch(line)
        assert match, line
        properties = (part.partition("=") for part in match[2].split(","))
        read.append((match[1], {k: unescaped(v) for k, _, v in properties}, unescaped(match[3])))
    return read


@samples
def test_github_gets_no_more_annotations_than_it_shows(sample: str) -> None:
    kinds = Counter(kind for kind, _, _ in commands(sample))
    assert kinds["error"] <= MOST
    assert kinds["warning"] <= MOST
    assert kinds["notice"] <= 1
    assert bool(kinds) is (sample in ("whole", "hostile", "crowded"))


def test_github_gets_the_gravest_first_and_a_count_of_the_rest() -> None:
    read = commands("crowded")
    ranks = [p["title"].partition(" ")[0] for kind, p, _ in read if kind == "error" and "line" in p]
    assert ranks
    assert set(ranks) == {"critical"}
    assert re.search(r"; \d{3,4} more are not shown here$", read[-1][2])


def test_github_gets_files_and_messages_back_as_they_are() -> None:
    paths = {p["file"] for _, p, _ in commands("hostile") if "file" in p}
    assert "evil, dir/a:b|c\n<d> @e.txt" in paths
    kind, properties, message = commands("whole")[6]
    assert (kind, properties["title"], properties["line"], properties["col"], properties["endColumn"]) == (
        "error", "critical name-translated", "1", "1", "6",
    )  # fmt: skip
    assert message == "“Ferry” became “Barge”. It was read as a common word."


@given(ANY_TEXT, ANY_TEXT)
def test_a_command_of_github_is_one_line_that_says_what_was_meant(path: str, message: str) -> None:
    line = _command("error", message, file=path)
    assert "\n" not in line
    assert "\r" not in line
    match = _COMMAND.fullmatch(line)
    assert match
    assert unescaped(match[2].removeprefix("file=")) == visible(path)
    assert unescaped(match[3]) == visible(message)


# Markdown


def rendered(text: str) -> str:
    html: str = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(text)
    return html


@samples
def test_markdown_does_nothing_that_an_article_says(sample: str) -> None:
    html = rendered(made("markdown", sample))
    tags = set(re.findall(r"</?([a-zA-Z][a-zA-Z0-9]*|!)", html))
    ours = set("h3 p ul li strong details summary b table thead tbody tr th td sub".split())
    assert tags <= ours  # no link, picture, script, code or emphasis of a stranger
    assert "@channel" not in html
    assert "://" not in html
    assert "#12" not in html


@samples
def test_markdown_is_no_longer_than_there_is_room_for(sample: str) -> None:
    for room in (1_500, 5_000, 60_000):
        text = Markdown(room=room)(SAMPLES[sample]())
        assert len(text.encode()) <= room
        assert text.count("<details") == text.count("</details>")


def test_markdown_has_a_row_per_group_with_the_gravest_first() -> None:
    html = rendered(made("markdown", "whole"))
    rows = re.findall(r"<tr>\n<td>(.*?)</td>", html)
    assert rows == ["■ critical", "▲ major", "• minor", "▲ major"]
    assert "original-missing" in html
    assert "there is no room" not in html


def test_markdown_says_how_many_copies_it_leaves_out() -> None:
    text = Markdown(room=20_000)(gate.many(200))
    shown = text.count("<details")
    assert 0 < shown < 200
    assert f"… and {200 - shown} copies with findings that there is no room for." in text


@given(ANY_TEXT)
def test_a_cell_of_markdown_is_one_line_of_plain_text(text: str) -> None:
    html = rendered(f"| a | b |\n|---|---|\n| {escaped(text)} | x |")
    assert html.count("<td>") == 2
    cell = html.partition("<td>")[2].partition("</td>")[0]
    assert "<" not in cell


# CSV


def rows(sample: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(made("csv", sample).removeprefix("\ufeff"), newline="")))


@samples
def test_csv_has_a_row_per_finding_and_matter_and_no_formula(sample: str) -> None:
    checked = SAMPLES[sample]()
    read = rows(sample)
    assert len(read) == sum(1 for _ in listed(checked)) + sum(1 for _ in charges(checked))
    for row in read:
        assert tuple(row) == COLUMNS
        assert not any(value.startswith(tuple("=+-@\t\r＝＋－＠")) for value in row.values())
        assert not any("\n" in value or "\r" in value for value in row.values())


def test_csv_begins_with_a_mark_that_excel_needs_unless_told_otherwise() -> None:
    assert Csv()(gate.whole()).startswith("\ufeff")
    assert Csv(mark=False)(gate.whole()) == Csv()(gate.whole())[1:]


def test_csv_tells_standing_reason_and_place() -> None:
    row = next(r for r in rows("whole") if r["detector"] == "word-omitted")
    assert (row["level"], row["standing"], row["suppressed because"], row["suppressed until"]) == (
        "note", "new", "our house style", "2099-01-02",
    )  # fmt: skip
    known = next(r for r in rows("whole") if r["detector"] == "number-changed")
    assert (known["standing"], known["line"], known["column"], known["original phrase"], known["copy phrase"]) == (
        "known", "1", "25", "12", "21",
    )  # fmt: skip


# JSON lines


@samples
def test_json_lines_hold_to_their_types_one_finding_a_line(sample: str) -> None:
    checked = SAMPLES[sample]()
    text = made("jsonl", sample)
    assert text.endswith("\n")
    lines = [msgspec.json.decode(line, type=Line) for line in text.split("\n")[:-1]]
    kinds = Counter(type(line) for line in lines)
    findings = sum(len(audit.findings) for audit in checked.run.audits)
    told = {Head: 1, Found: findings, Fixed: len(checked.fixed), Charged: len(list(charges(checked)))}
    assert kinds == Counter(told)
    assert isinstance(lines[0], Head)
    assert lines[0].exit == checked.status.code


def test_a_finding_of_json_lines_has_its_document() -> None:
    found = json.loads(made("jsonl", "whole").split("\n")[1])
    assert found["type"] == "finding"
    assert (found["document"]["id"], found["document"]["original"]) == ("c1.txt", "o1.txt")
    assert (found["finding"]["copy"]["text"], found["finding"]["level"]) == ("Barge", "error")


# Addresses


@pytest.mark.parametrize(
    ("path", "uri", "relative"),
    [
        ("a b/ü#1?.txt", "a%20b/%C3%BC%231%3F.txt", True),
        ("c:d.txt", "c%3Ad.txt", True),
        ("/var/feed/a.txt", "file:///var/feed/a.txt", False),
        ("https://b.example/ä?q=[1]&r=%2F#t", "https://b.example/%C3%A4?q=%5B1%5D&r=%2F#t", False),
        ("http://[::1]:80/100%#a#b", "http://[::1]:80/100%25#a%23b", False),
        ("bad\udcff.txt", "bad%FF.txt", True),
        ("lone\ud800.txt", "lone%3F.txt", True),
    ],
)
def test_uri_of_a_path(path: str, uri: str, relative: bool) -> None:
    assert uri_of(path) == (uri, relative)


def test_a_path_is_told_without_needless_dots() -> None:
    assert normal("./a/../b.txt") == "b.txt"
    assert path_of(Document("x", "t", path="./c.txt")) == "c.txt"
    assert path_of(Document("x", "t", url="https://b.example/a")) == "https://b.example/a"
    assert path_of(Document("x", "t", url="javascript:alert(1)")) == "x"


@pytest.mark.parametrize(
    ("document", "own"),
    [
        (Document("a.txt", "t", path="a.txt"), True),
        (Document("a", "t", path="a"), True),
        (Document("feed.xml#2", "t", path="feed.xml"), False),
        (Document("a.html", "t", path="a.html"), False),
        (Document("a.txt.gz", "t", path="a.txt.gz"), False),
        (Document("a.txt", "t", path="a.txt", url="https://b.example/a"), False),
        (Document("text-1", "t"), False),
    ],
)
def test_the_lines_of_plain_text_are_those_of_its_file(document: Document, own: bool) -> None:
    assert verbatim(document) is own


def test_marked_paragraphs_come_from_a_page() -> None:
    from mtaudit.records import Marked

    assert not verbatim(Document("a", "t", path="a", marked=(Marked(Span(0, 1), Role.QUOTE),)))


def test_the_samples_are_what_they_are_taken_for() -> None:
    assert gate.whole().status is Status.BROKEN
    assert gate.clean().status is Status.CLEAN
    assert {r.level for rulings in gate.whole().rulings for r in rulings} == set(Level)
