"""A list of twelve or more English words is data: it lies in `mtaudit/lexicon/en/`, and no module holds one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mtaudit"
FOLDERS = ("lexicon", "text", "pair", "event", "detectors", "equivalences")
MODULES = {
    path.relative_to(PACKAGE).as_posix(): path
    for folder in FOLDERS
    for path in sorted((PACKAGE / folder).rglob("*.py"))
}

MANY = 12
"""Words from which on a list is data."""

_LISTED = re.compile(r"[\w'’.\-*/|:;,=+&\s]+")
"""Of what a string is made that lists words; brackets, backslashes and question marks make a regular expression."""

_WORD = re.compile(r"[a-z][a-z'’-]+", re.IGNORECASE)

EXCEPTIONS = {
    "detectors/pair/figures/quantifier_changed.py": {
        "SEVERITY": "how grave one share is for another: code for each pair"
    },
    "detectors/text/marks/apostrophe_parted.py": {"_NEGATED": "part of a regular expression"},
    "detectors/text/words/adjective_behind_noun.py": {"COMPLETED": "endings"},
    "detectors/text/words/article_stranded.py": {"FAITHFUL": "seven pairs, each with a case"},
    "text/dates.py": {"MONTHS": "the grammar of dates", "_HOURS_AHEAD": "zones of time, by their hours"},
    "text/names.py": {"CALLED": "senses of WordNet", "SOUNDS": "spellings, in the order in which they are tried"},
    "text/relative_days.py": {"_UNIT": "part of a regular expression"},
    "text/verb_groups.py": {"SEMI": "the grammar of verb groups: what makes which mood"},
    "lexicon/closed_class.py": {
        "PERSONAL_PRONOUNS": "a table of grammar: person, number, gender and case",
        "AUXILIARIES": "a table of grammar: forms of three verbs",
        "CLITICS": "a table of grammar: what each may stand for",
    },
    "lexicon/degrees.py": {"_IRREGULAR": "a table of grammar: comparison without an ending"},
    "lexicon/fates.py": {"_IDLE": "what makes two words of the list tell something else: needs a case each"},
    "lexicon/foreign.py": {"NAMELY": "no English words"},
    "lexicon/number_words.py": {
        "SMALL": "the grammar of numerals: each word is its place",
        "ORDINALS": "the grammar of numerals: each word is its place",
    },
    "lexicon/units.py": {
        "_WRITTEN": "regular expressions",
        "_MONEY_WORDS": "regular expressions",
        "_SYMBOLS": "signs that the regular expressions below name one by one",
    },
    "lexicon/wordnet/__init__.py": {"__all__": "names of code"},
    "lexicon/wordnet/morphy.py": {"RULES": "endings that the rules of detachment take off and put on"},
    "lexicon/wordnet/store.py": {"SECTIONS": "names of a file's parts"},
}
"""Module → the names that may be bound to so many words in it, each with why it is no list for a linguist."""


def lists(source: str) -> Iterator[str]:
    """The names that a module or one of its classes binds to a literal list of many words."""
    tree = ast.parse(source)
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    for statement in (statement for body in bodies for statement in body):
        match statement:
            case (
                ast.Assign(targets=[target, *_], value=value) | ast.AnnAssign(target=target, value=ast.expr() as value)
            ):
                if ast.unparse(target) != "cases" and words(value) >= MANY:
                    yield ast.unparse(target)


def words(value: ast.expr) -> int:
    """How many words stand in the strings of a value that do nothing but list them; sentences are messages."""
    made = {id(part) for node in ast.walk(value) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    strings = [
        node.value
        for node in ast.walk(value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in made
    ]
    return sum(len(_WORD.findall(text)) for text in strings if _LISTED.fullmatch(text) and not text.endswith("."))


@pytest.mark.parametrize("module", MODULES)
def test_a_module_holds_no_list_of_words(module: str) -> None:
    found = set(lists(MODULES[module].read_text(encoding="utf-8")))
    assert found - set(EXCEPTIONS.get(module, ())) == set(), "move them to mtaudit/lexicon/en/"


def test_every_exception_is_one() -> None:
    assert {
        (module, name)
        for module, names in EXCEPTIONS.items()
        for name in names.keys() - set(lists(MODULES[module].read_text(encoding="utf-8")))
    } == set()


@pytest.mark.parametrize(
    "source",
    [
        "A = 'a1 bb cc dd ee ff gg hh ii jj kk ll mm'.split()",
        "A = frozenset(('aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh', 'ii', 'jj', 'kk', 'll'))",
        "A: dict[str, str] = {'aa': 'bb cc dd', 'ee': 'ff gg hh', 'ii': 'jj kk ll'}",
        "class C:\n    A = 'aa/bb cc/dd ee/ff gg/hh ii/jj kk/ll'",
    ],
)
def test_a_list_is_seen(source: str) -> None:
    assert list(lists(source)) == ["A"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("A = 'aa bb cc'.split()", id="few words"),
        pytest.param("A = words('speech')", id="data"),
        pytest.param(r"A = r'(?:aa|bb|cc|dd|ee|ff|gg|hh|ii|jj|kk|ll)\b'", id="a regular expression"),
        pytest.param("A = 'The copy says that aa bb cc dd ee ff gg hh ii jj kk.'", id="a message"),
        pytest.param("class C:\n    cases = (Case('aa bb cc dd ee ff gg hh ii jj kk ll'),)", id="cases"),
    ],
)
def test_what_is_no_list(source: str) -> None:
    assert list(lists(source)) == []
