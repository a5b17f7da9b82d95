"""No module binds a name twice: the second would replace the first without a word, and nobody would see it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for folder in ("mtaudit", "tests", "training") for path in (ROOT / folder).rglob("*.py"))


def bound(body: list[ast.stmt]) -> Iterator[str]:
    """The names that the statements of one module or class bind, one behind the other; branches are alternatives."""
    for statement in body:
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                if not statement.decorator_list or isinstance(statement, ast.ClassDef):
                    yield statement.name  # a decorated function may be an overload, a setter, one of several commands
            case ast.Assign():
                nodes = (node for target in statement.targets for node in ast.walk(target))
                yield from (n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.Import() | ast.ImportFrom():
                yield from (alias.asname or alias.name for alias in statement.names)


def twice(source: str) -> list[str]:
    """What is bound more than once in the module or in one of its classes."""
    tree = ast.parse(source)
    bodies = [tree.body, *(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]
    return [name for body in bodies for name, times in Counter(bound(body)).items() if times > 1 and name != "_"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_name_is_bound_once(path: Path) -> None:
    assert twice(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "A = 1\nA = 2",
        "A: int = 1\nA: int = 2",
        "A, B = 1, 2\nB = 3",
        "def a(): ...\ndef a(): ...",
        "from x import a\ndef a(): ...",
        "class C:\n    a = 1\n    def a(self): ...",
    ],
)
def test_a_second_binding_is_seen(source: str) -> None:
    assert twice(source)


@pytest.mark.parametrize("source", ["if X:\n    A = 1\nelse:\n    A = 2", "A = 1\nA += 2", "for _ in X: ...\n_ = 1"])
def test_a_branch_or_a_sum_is_no_second_binding(source: str) -> None:
    assert twice(source) == []
