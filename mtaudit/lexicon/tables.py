"""The one loader of word lists: `en/*.tsv`, and what a newsroom adds to them or strikes from them.

A list is a file in UTF-8: an entry a line, columns parted by tabs, the words of a column by commas, lines sorted; `#`
begins a comment. Lines that begin with `#:` tell its shape and what it may hold:

    #: set                          a word or phrase a line
    #: classes death injury         a class and its words; no class but these
    #: classes                      a class and its words; any class
    #: pairs opposite free          two words or phrases, and tags of their pair, none but these
    #: columns words also           the columns of words of a class by name, where it has several
    #: overlapping                  a word may stand in several classes
    #: cased                        capitals count

A newsroom's folder has files of the same names; they need not repeat the shape. What stands in them is added, and
struck where `-` is before a word, or before the first of a pair.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from mtaudit.errors import LexiconError, allowed

SUFFIX = ".tsv"
STRIKE = "-"
"""Before a word: it is taken out of the list."""

SHAPES = ("set", "classes", "pairs")
WORDS = "words"
"""The column of a class where its list names none."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a list may hold. `names` are the classes or tags that it may use; none are told where any may be."""

    kind: str
    names: tuple[str, ...] = ()
    columns: tuple[str, ...] = (WORDS,)
    overlapping: bool = False
    cased: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: a word, a pair, or a class, with what stands in its further columns, and its line."""

    line: int
    head: str
    cells: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it is in force, with its shape; its rows are those of the file, then those of the house."""

    name: str
    shape: Shape
    rows: tuple[Row, ...] = field(repr=False)

    def column(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """Class → its words of this column, in the order of the list."""
        number = self.shape.columns.index(name)
        found: dict[str, tuple[str, ...]] = {}
        for row in self.rows:
            found[row.head] = (*found.get(row.head, ()), *row.cells[number])
        return MappingProxyType(found)


def words(name: str) -> frozenset[str]:
    """The words of a set. Raises LexiconError where there is no such list, or it makes no sense."""
    return frozenset(row.head for row in _table(name, "set").rows)


def classes(name: str, column: str = WORDS) -> Mapping[str, tuple[str, ...]]:
    """Class → its words, in the order of the list. Raises LexiconError."""
    return _table(name, "classes").column(column)


def members(name: str, *wanted: str) -> frozenset[str]:
    """All words of these classes. Raises LexiconError."""
    table = classes(name)
    return frozenset(word for class_ in wanted for word in table[class_])


def class_of(name: str, column: str = WORDS) -> Mapping[str, str]:
    """Word → its class, in a list whose classes do not overlap. Raises LexiconError."""
    return MappingProxyType({word: class_ for class_, found in classes(name, column).items() for word in found})


def pairs(name: str, *tags: str) -> tuple[tuple[str, str], ...]:
    """The pairs that have all of these tags, the first of each before the second. Raises LexiconError."""
    return tuple((row.head, row.cells[0][0]) for row in _table(name, "pairs").rows if {*tags} <= {*row.cells[1]})


def unordered(name: str, *tags: str) -> frozenset[frozenset[str]]:
    """The pairs that have all of these tags, where either may stand for the first. Raises LexiconError."""
    return frozenset(map(frozenset, pairs(name, *tags)))


def names() -> tuple[str, ...]:
    """The names of all lists, sorted."""
    return tuple(sorted(file.name.removesuffix(SUFFIX) for file in _own().iterdir() if file.name.endswith(SUFFIX)))


def signature() -> str:
    """The first digits of a hash over all lists, and over what the house adds to them."""
    read = hashlib.sha256()
    for name in names():
        read.update(f"{name}\0{_text(name)}\0".encode())
    for path in _house_files(_House.folder):
        read.update(f"{path.name}\0".encode() + path.read_bytes())
    return read.hexdigest()[:8]


class _House:
    """The newsroom's folder of this process; the lists are read once, so it is chosen before the first of them."""

    folder: Path | None = None
    read: bool = False


def use(folder: Path | None) -> None:
    """Read the lists with what the newsroom's folder adds to them, from now on.

    Raises LexiconError where lists were read otherwise already, where there is no such folder, and where a file of it
    has no counterpart among the lists or makes no sense.
    """
    if folder == _House.folder:
        return
    if _House.read:
        raise LexiconError(f"{folder}: the word lists are in use already, with {_House.folder or 'no folder'}")
    if folder and not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder; [lexicon] folder names one with files like opposites{SUFFIX}")
    for path in _house_files(folder):
        if path.stem not in names():
            raise LexiconError(f"{path}: no such list; {allowed(path.stem, names())}")
        _with_house(_parsed(path.stem), path)
    _House.folder = folder


def _house_files(folder: Path | None) -> list[Path]:
    return sorted(folder.glob(f"*{SUFFIX}")) if folder else []


def _own() -> Path:
    return Path(str(files("mtaudit.lexicon"))) / "en"


@cache
def _table(name: str, kind: str) -> Table:
    _House.read = True
    table = _parsed(name)
    if table.shape.kind != kind:
        raise LexiconError(f"{name}{SUFFIX} is a list of {table.shape.kind}, not of {kind}")
    house = _House.folder / f"{name}{SUFFIX}" if _House.folder else None
    return _with_house(table, house) if house and house.exists() else table


def _text(name: str) -> str:
    try:
        return (_own() / f"{name}{SUFFIX}").read_text(encoding="utf-8")
    except OSError:
        raise LexiconError(f"{name}: no such list; {allowed(name, names())}") from None


def _parsed(name: str) -> Table:
    return parse(name, _text(name), f"{name}{SUFFIX}")


def parse(name: str, text: str, where: str) -> Table:
    """The table of a list's text; `where` is what messages call it.

    Raises LexiconError for a line that is not sorted, has columns too many or too few, a class or tag that the list
    does not know, a capital where they do not count, and for what stands there twice.
    """
    shape = _shape(text, where)
    rows = tuple(_rows(text, shape, where))
    for before, row in pairwise(rows):
        if before.head > row.head or (shape.kind == "pairs" and (before.head, before.cells) > (row.head, row.cells)):
            raise LexiconError(f"{where}:{row.line}: “{row.head}” stands behind “{before.head}”; sort the lines")
    _once(rows, shape, where)
    return Table(name, shape, rows)


def _with_house(table: Table, path: Path) -> Table:
    """The list with what the house adds, without what it strikes."""
    try:
        added = tuple(_rows(path.read_text(encoding="utf-8"), table.shape, str(path)))
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: not UTF-8") from None
    struck = {key for row in added for key in _struck(row, table.shape)}
    kept = [_without(row, struck, table.shape) for row in table.rows]
    new = [_without_marks(row) for row in added if not row.head.startswith(STRIKE)]
    rows = tuple(row for row in (*kept, *new) if row and (row.cells == () or any(row.cells)))
    _once(rows, table.shape, str(path))
    return replace(table, rows=rows)


def _struck(row: Row, shape: Shape) -> Iterator[tuple[str, ...]]:
    if shape.kind == "classes":
        yield from ((row.head, word[1:]) for cell in row.cells for word in cell if word.startswith(STRIKE))
    elif row.head.startswith(STRIKE):
        yield (row.head[1:], *row.cells[0]) if shape.kind == "pairs" else (row.head[1:],)


def _without(row: Row, struck: set[tuple[str, ...]], shape: Shape) -> Row | None:
    if shape.kind == "classes":
        return replace(row, cells=tuple(tuple(w for w in cell if (row.head, w) not in struck) for cell in row.cells))
    return None if _key(row, shape) in struck else row


def _without_marks(row: Row) -> Row:
    return replace(row, cells=tuple(tuple(w for w in cell if not w.startswith(STRIKE)) for cell in row.cells))


def _key(row: Row, shape: Shape) -> tuple[str, ...]:
    return (row.head, *row.cells[0]) if shape.kind == "pairs" else (row.head,)


def _shape(text: str, where: str) -> Shape:
    shape: Shape | None = None
    for told in (line[2:].split() for line in text.splitlines() if line.startswith("#:")):
        match told:
            case [("set" | "classes" | "pairs") as kind, *known]:
                shape = Shape(kind, tuple(known))
            case ["columns", *columns] if shape and columns:
                shape = replace(shape, columns=tuple(columns))
            case ["overlapping"] if shape:
                shape = replace(shape, overlapping=True)
            case ["cased"] if shape:
                shape = replace(shape, cased=True)
            case _:
                raise LexiconError(f"{where}: “#: {' '.join(told)}” is none of {', '.join(SHAPES)}, columns …")
    if shape is None:
        raise LexiconError(f"{where}: no line “#: set”, “#: classes …” or “#: pairs …” tells its shape")
    return shape


def _rows(text: str, shape: Shape, where: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        told = line.partition("#")[0].rstrip()
        if not told.strip():
            continue
        if not shape.cased and told != told.lower():
            raise LexiconError(f"{where}:{number}: “{told}” has a capital; words stand in lower case")
        head, *columns = told.split("\t")
        cells = tuple(tuple(w.strip() for w in column.split(",") if w.strip()) for column in columns)
        yield Row(number, head, _checked(head, cells, shape, f"{where}:{number}"))


def _checked(head: str, cells: tuple[tuple[str, ...], ...], shape: Shape, at: str) -> tuple[tuple[str, ...], ...]:
    """The further columns of a row, all that its shape has; raises LexiconError where they are not of that shape."""
    most = {"set": 0, "classes": len(shape.columns), "pairs": 2}[shape.kind]
    least = min(1, most)
    if not head.strip() or not least <= len(cells) <= most:
        raise LexiconError(f"{at}: “{head}” has {len(cells)} columns behind it, not {least} to {most}, parted by tabs")
    filled = (*cells, *[()] * (most - len(cells)))
    if shape.kind == "pairs" and len(filled[0]) != 1:
        raise LexiconError(f"{at}: a pair is two words or phrases, parted by a tab, then its tags")
    used = {"set": (), "classes": (head,), "pairs": filled[-1] if most == 2 else ()}[shape.kind]
    for name in used:
        if shape.names and name not in shape.names:
            raise LexiconError(
                f"{at}: {name}: no such {'class' if shape.kind == 'classes' else 'tag'}; known are "
                f"{', '.join(shape.names)}"
            )
    return filled


def _once(rows: Iterable[Row], shape: Shape, where: str) -> None:
    """Raises LexiconError where an entry, or a word in a column, stands twice."""
    seen: dict[tuple[object, ...], Row] = {}
    for row in rows:
        keys: Iterable[tuple[object, ...]]
        if shape.kind == "classes":
            scope = row.head if shape.overlapping else ""
            keys = [(scope, number, word) for number, cell in enumerate(row.cells) for word in cell]
        elif shape.kind == "pairs":
            keys = [(frozenset((row.head, row.cells[0][0])),)]
        else:
            keys = [(row.head,)]
        for key in keys:
            if key in seen:
                told = key[-1] if shape.kind != "pairs" else f"{row.head} / {row.cells[0][0]}"
                first = seen[key]
                raise LexiconError(
                    f"{where}:{row.line}: “{told}” stands there twice, first under “{first.head}”, line {first.line}"
                )
            seen[key] = row
