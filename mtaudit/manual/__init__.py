"""The manual: one Markdown page per detector and equivalence, made of its docstring, options and cases.

What concerns them all is told on pages of its own, written by hand in `topics/`.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from mtaudit.detectors.base import Case, Detector
from mtaudit.equivalences.base import Equivalence, Same
from mtaudit.mqm import MQM_TYPE, RANKED, WEIGHT
from mtaudit.registry import COVERAGE_DETECTORS, PAIR_DETECTORS, TEXT_DETECTORS, Registered

PAGES = Path(__file__).parent / "pages"
"""Where the written pages lie; `mtaudit manual` brings them up to date."""

TOPICS = Path(__file__).parent / "topics"
"""Where the pages written by hand lie."""


def pages(detectors: Iterable[Registered[Detector]], equivalences: Iterable[Registered[Equivalence]]) -> dict[str, str]:
    """The pages of these plug-ins by name, and their table of contents as `index`."""
    detectors, equivalences = tuple(detectors), tuple(equivalences)
    made = {entry.name: _detector_page(entry) for entry in detectors}
    made |= {entry.name: _equivalence_page(entry) for entry in equivalences}
    return made | {"index": _index(detectors, equivalences)}


def topics() -> dict[str, str]:
    """The pages on what concerns all detectors, by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(TOPICS.glob("*.md"))}


def topic_names() -> tuple[str, ...]:
    """The names of those pages, sorted."""
    return tuple(sorted(path.stem for path in TOPICS.glob("*.md")))


def topic_summaries() -> dict[str, str]:
    """What each of those pages is about, in one sentence, by name."""
    return {name: page.split("\n")[2] for name, page in topics().items()}


def write(made: Mapping[str, str], folder: Path = PAGES) -> None:
    """Makes `folder` hold exactly these pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in stale(made, folder):
        path = folder / f"{name}.md"
        if name in made:
            path.write_text(made[name], encoding="utf-8", newline="\n")
        else:
            path.unlink()


def stale(made: Mapping[str, str], folder: Path = PAGES) -> list[str]:
    """The names whose page in `folder` is missing, differs from the one made now, or has nothing behind it."""
    written = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in made.keys() | written.keys() if made.get(name) != written.get(name))


def _detector_page(entry: Registered[Detector]) -> str:
    detector = entry.plugin
    points = ", ".join(f"{severity} {WEIGHT[severity]}" for severity in RANKED)
    facts = (
        "Kind: detector",
        f"Category: {detector.category} (MQM: {MQM_TYPE[detector.category]})",
        f"Severity: set for each finding; it costs {points} points",
        f"Runs: {_order(entry)}",
    )
    flagged = [_case(case, entry.group) for case in detector.cases if case.flagged]
    spared = [_case(case, entry.group) for case in detector.cases if not case.flagged]
    return _page(entry, facts, ("Flagged", flagged), ("Left alone", spared))


def _case(case: Case, group: str) -> Example:
    """A case with what each of its texts is, and the severity of what is flagged."""
    whats = {
        TEXT_DETECTORS.group: ("Text",),
        PAIR_DETECTORS.group: ("Original", "Copy"),
        COVERAGE_DETECTORS.group: tuple(f"Outlet {number}" for number, _ in enumerate(case.texts, 1)),
    }[group]
    graded = (("Severity", str(case.severity)),) if case.severity else ()
    return (*zip(whats, case.texts, strict=True), *graded), case.why


def _order(entry: Registered[Detector]) -> str:
    """On what it runs, and when."""
    if entry.group == TEXT_DETECTORS.group:
        return "on a text without an original"
    if entry.group == COVERAGE_DETECTORS.group:
        return "on a text without an original, where there are other articles on the same event"
    if getattr(entry.plugin, "general", False):
        return "on a pair, after all others, on what no equivalence and no special detector has claimed"
    return "on a pair, before the general detectors, on all differences"


def _equivalence_page(entry: Registered[Equivalence]) -> str:
    cases: list[tuple[bool, Example]] = [
        (isinstance(case, Same), ((("Original", case.original), ("Copy", case.copy)), ""))
        for case in entry.plugin.cases
    ]
    same = [example for is_same, example in cases if is_same]
    unlike = [example for is_same, example in cases if not is_same]
    return _page(entry, ("Kind: equivalence",), ("Harmless", same), ("Not explained by it", unlike))


def _index(detectors: Iterable[Registered[Detector]], equivalences: Iterable[Registered[Equivalence]]) -> str:
    def contents(entries: Iterable[Registered[object]]) -> str:
        return "\n".join(f"- [{entry.name}]({entry.name}.md): {entry.summary}" for entry in entries)

    return _joined(
        "# Manual",
        "Every difference between an original and its copy gets a verdict: an equivalence says why it is harmless, "
        "or a detector makes it a finding.",
        "## Topics",
        "\n".join(f"- [{name}](../topics/{name}.md): {told}" for name, told in topic_summaries().items()),
        "## Detectors",
        contents(detectors),
        "## Equivalences",
        contents(equivalences),
    )


Example = tuple[tuple[tuple[str, str], ...], str]
"""Texts, each with what it is, and why, which may be empty."""


def _page(entry: Registered[object], facts: Iterable[str], *examples: tuple[str, list[Example]]) -> str:
    options = list(_options(entry.plugin))
    parts = [f"# {entry.name}", entry.summary, "\n".join(f"- {fact}" for fact in facts), entry.rationale]
    if options:
        parts += ["## Options", "\n".join(options)]
    for title, shown in examples:
        if shown:
            parts += [f"## {title}", *(_example(number, example) for number, example in enumerate(shown, 1))]
    return _joined(*parts)


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _example(number: int, example: Example) -> str:
    texts, why = example
    lines = [f"{what}: {_shown(text)}" for what, text in texts] + ([f"Why: {_escaped(why)}"] if why else [])
    indent = " " * len(f"{number}. ")
    return f"{number}. " + f"\n\n{indent}".join(lines)


def _shown(text: str) -> str:
    """A case's text with `[[…]]` in bold and its paragraphs on one line."""
    return re.sub(r"\[\[(.*?)\]\](?!\])", r"**\1**", _escaped(" ¶ ".join(text.split("\n")), but="[]")).strip()


def _escaped(text: str, *, but: str = "") -> str:
    return "".join(f"\\{c}" if c in "\\`*_<>[]" and c not in but else c for c in text)


def _options(plugin: object) -> Iterator[str]:
    if not dataclasses.is_dataclass(plugin) or isinstance(plugin, type):
        return
    told = _told(type(plugin))
    for field in dataclasses.fields(plugin):
        told_here = f": {told[field.name]}" if field.name in told else ""
        yield f"- `{field.name}` = `{_value(getattr(plugin, field.name))}`{told_here}"


def _value(value: object) -> str:
    """A default as it may be shown; sets are sorted so that the page does not depend on their order."""
    if isinstance(value, frozenset | set):
        return "{" + ", ".join(sorted(map(repr, value))) + "}"
    return repr(value)


def _told(plugin_class: type) -> dict[str, str]:
    """What the string below each field says of it; nothing where the source is not at hand."""
    try:
        source = inspect.getsource(plugin_class)
    except OSError:
        return {}
    body = ast.parse(textwrap.dedent(source)).body[0]
    assert isinstance(body, ast.ClassDef)
    told = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                told[name] = " ".join(text.split())
    return told
