"""The one loader of word lists: `en/*.tsv`, and what a newsroom adds to them or strikes from them.

A list is a file in UTF-8: an entry a line, columns parted by tabs, the words of a column by commas, lines sorted; `#`
begins a comment. Lines that begin with `#:` tell its shape and what it may hold:

    #: set                          a word or phrase a line
    #: classes death injury         a class and its words; no class but these
    #: classes                      a class and its words; any class
    #: pairs opposite free          two words or phrases, and tags of their pair, none but these
    #: columns words also           the columns of words of a class by name, where it has several
    #: label kind nation creed      a column behind these that tells what the class is, none but these
    #: label within                 the same; anything
    #: overlapping                  a word may stand in several classes
    #: cased                        capitals count

Classes are given in the order in which the shape names them, or else in that of the list.

A newsroom's folder has files of the same names; they need not repeat the shape. What stands in them is added, and
struck where `-` is before a word, or before the first of a pair. What it adds may stand in the list already; what it
strikes must.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from types import MappingProxyType

from mtaudit.errors import LexiconError, allowed

SUFFIX = ".tsv"
STRIKE = "-"
"""Before a word: it is taken out of the list."""

OWN = Path(__file__).parent / "en"
"""Where the lists lie that come with mtaudit."""

SHAPES = ("set", "classes", "pairs")
WORDS = "words"
"""The column of a class where its list names none."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a list may hold. `names` are the classes or tags that it may use; none are told where any may be.

    `labels` are the columns behind `columns`, each with what may stand there.
    """

    kind: str
    names: tuple[str, ...] = ()
    columns: tuple[str, ...] = (WORDS,)
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    overlapping: bool = False
    cased: bool = False

    @property
    def behind(self) -> tuple[str, ...]:
        """The names of all columns behind the first."""
        return (*self.columns, *(name for name, _ in self.labels))


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
        number = self.shape.behind.index(name)
        found: dict[str, tuple[str, ...]] = {}
        for row in self.rows:
            found[row.head] = (*found.get(row.head, ()), *row.cells[number])
        if self.shape.names:
            found = {name: found.get(name, ()) for name in self.shape.names}
        return MappingProxyType(found)


def words(name: str) -> frozenset[str]:
    """The words of a set. Raises LexiconError where there is no such list, or it makes no sense."""
    return frozenset(row.head for row in _table(name, "set").rows)


def classes(name: str, column: str = WORDS) -> Mapping[str, tuple[str, ...]]:
    """Class → its words, in the order of the list, or what else is told of it in a column. Raises LexiconError."""
    return _table(name, "classes").column(column)


def members(name: str, *wanted: str) -> frozenset[str]:
    """All words of these classes. Raises LexiconError."""
    table = classes(name)
    return frozenset(word for class_ in wanted for word in table[class_])


def labels(name: str, label: str) -> Mapping[str, tuple[str, ...]]:
    """Class → what is told of it under a label, where something is. Raises LexiconError."""
    return MappingProxyType({class_: told for class_, told in classes(name, label).items() if told})


def class_of(name: str, column: str = WORDS) -> Mapping[str, str]:
    """Word → its class, in a list whose classes do not overlap. Raises LexiconError."""
    return MappingProxyType({word: class_ for class_, found in classes(name, column).items() for word in found})


def pairs(name: str, *tags: str) -> tuple[tuple[str, str], ...]:
    """The pairs that have all of these tags, the first of each before the second. Raises LexiconError."""
    return tuple((row.head, row.cells[0][0]) for row in _table(name, "pairs").rows if {*tags} <= {*row.cells[1]})


def unordered(name: str, *tags: str) -> frozenset[frozenset[str]]:
    """The pairs that have all of these tags, where either may stand for the first. Raises LexiconError."""
    return frozenset(map(frozenset, pairs(name, *tags)))


def tagged(name: str) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """All pairs, where either may stand for the first, each with its tags. Raises LexiconError."""
    return tuple((frozenset((row.head, *row.cells[0])), row.cells[1]) for row in _table(name, "pairs").rows)


def names() -> tuple[str, ...]:
    """The names of all lists, sorted."""
    return tuple(sorted(file.stem for file in OWN.glob(f"*{SUFFIX}")))


@cache
def signature() -> str:
    """The first digits of a hash over all lists, and over what the house adds to them and strikes."""
    _House.read = True
    return _hashed((*map(_own, names()), *_house_files(_House.folder)))


def changes() -> str:
    """The first digits of a hash over what the house adds to the lists and strikes; empty where it has no folder."""
    return _hashed(_house_files(_House.folder)) if _House.folder else ""


def _hashed(paths: Iterable[Path]) -> str:
    read = hashlib.sha256()
    for path in paths:
        data = path.read_bytes()
        read.update(f"{path.name}\0{len(data)}\0".encode() + data)
    return read.hexdigest()[:8]


Key = tuple[object, ...]
"""By what a thing in a list is known."""


class _House:
    """The newsroom's folder of this process; the lists are read once, so it is chosen before the first of them."""

    folder: Path | None = None
    read: bool = False


def use(folder: Path | None) -> None:
    """Read the lists with what the newsroom's folder adds to them, from now on.

    Raises LexiconError where lists were read otherwise already, where there is no such folder, and where a file of it
    has no counterpart among the lists or makes no sense.
    """
    place = folder.resolve() if folder else None
    if place == _House.folder:
        return
    if _House.read:
        raise LexiconError(
            f"{folder or 'no folder of words'}: the lists are in use already, with those of "
            f"{_House.folder or 'mtaudit alone'}; a process reads them once"
        )
    if folder and not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder; [lexicon] folder names one with files like opposites{SUFFIX}")
    for path in _house_files(folder):
        if path.stem not in names():
            raise LexiconError(f"{path}: no such list; {allowed(path.stem, names())}")
        _with_house(_laid_out(path.stem), path)
    _House.folder = place


def _house_files(folder: Path | None) -> list[Path]:
    return sorted(folder.glob(f"*{SUFFIX}")) if folder else []


def _own(name: str) -> Path:
    return OWN / f"{name}{SUFFIX}"


@cache
def _table(name: str, kind: str) -> Table:
    _House.read = True
    table = _laid_out(name)
    if table.shape.kind != kind:
        raise LexiconError(f"{name}{SUFFIX} is a list of {table.shape.kind}, not of {kind}")
    house = _House.folder / f"{name}{SUFFIX}" if _House.folder else None
    return _with_house(table, house) if house and house.exists() else table


def _text(name: str) -> str:
    try:
        return _own(name).read_text(encoding="utf-8")
    except OSError:
        raise LexiconError(f"{name}: no such list; {allowed(name, names())}") from None


def _laid_out(name: str) -> Table:
    """A list that comes with mtaudit: our tests have checked what it holds, so that nobody waits for it here."""
    text = _text(name)
    shape = _shape(text, f"{name}{SUFFIX}")
    return Table(name, shape, tuple(_rows(text, shape)))


def parse(name: str, text: str, where: str) -> Table:
    """The table of a list's text; `where` is what messages call it.

    Raises LexiconError for a line that is not sorted, has columns too many or too few, a class, tag or label that the
    list does not know, a capital where they do not count, and for what stands there twice.
    """
    shape = _shape(text, where)
    rows = tuple(_rows(text, shape))
    for row in rows:
        _check(row, shape, f"{where}:{row.line}")
    for before, row in pairwise(rows):
        if before.head > row.head or (shape.kind == "pairs" and (before.head, before.cells) > (row.head, row.cells)):
            raise LexiconError(f"{where}:{row.line}: “{row.head}” stands behind “{before.head}”; sort the lines")
    _once(rows, shape, where)
    return Table(name, shape, rows)


def _with_house(table: Table, path: Path) -> Table:
    """The list with what the house adds, without what it strikes. Raises LexiconError where that makes no sense."""
    shape = table.shape
    told = tuple(_rows(_read(path), shape))
    for row in told:
        _check(row, shape, f"{path}:{row.line}")
    struck = {key: row.line for row in told for key in _struck(row, shape)}
    there = {key for row in table.rows for key in _keys(row, shape)}
    for key, line in struck.items():
        if key not in there:
            raise LexiconError(f"{path}:{line}: “{_told(key)}” cannot be struck: {table.name}{SUFFIX} does not have it")
    added = (_unmarked(row) for row in told if not row.head.startswith(STRIKE))
    rows = _joined(list(_without(table.rows, struck.keys(), shape)), added, shape)
    if not rows:
        raise LexiconError(f"{path}: nothing would be left of {table.name}{SUFFIX}")
    _once(rows, shape, str(path))
    return replace(table, rows=tuple(rows))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: not UTF-8") from None
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror or error})") from None


def _joined(rows: list[Row], added: Iterable[Row], shape: Shape) -> list[Row]:
    """The rows with those that are added, of these only what is new; a pair that stands there gets their tags."""
    at = {key: number for number, row in enumerate(rows) for key in _keys(row, shape)}
    for row in added:
        known = {key for key in _keys(row, shape) if key in at}
        if known and shape.kind == "pairs":
            number = at[known.pop()]
            (pair, tags), (_, more) = rows[number].cells, row.cells
            rows[number] = replace(rows[number], cells=(pair, tuple(dict.fromkeys((*tags, *more)))))
        else:
            rows += _without([row], known, shape)
    return rows


def _keys(row: Row, shape: Shape) -> tuple[Key, ...]:
    """By what each thing that the row has is known: a word in its class and column, a pair, an entry."""
    if shape.kind == "classes":
        return tuple((row.head, number, word) for number, cell in enumerate(row.cells) for word in cell)
    return ((frozenset((row.head, row.cells[0][0])),),) if shape.kind == "pairs" else ((row.head,),)


def _told(key: Key) -> str:
    """What a key stands for, as a message names it."""
    return " / ".join(sorted(key[-1])) if isinstance(key[-1], frozenset) else str(key[-1])


def _struck(row: Row, shape: Shape) -> Iterator[Key]:
    if shape.kind == "classes":
        yield from (
            (head, number, str(word)[1:]) for head, number, word in _keys(row, shape) if str(word).startswith(STRIKE)
        )
    elif row.head.startswith(STRIKE):
        yield from _keys(replace(row, head=row.head[1:].strip()), shape)


def _without(rows: Iterable[Row], keys: Set[Key], shape: Shape) -> Iterator[Row]:
    """What is left of the rows without what these keys stand for."""
    for row in rows:
        if shape.kind == "classes":
            cells = tuple(
                tuple(word for word in cell if (row.head, number, word) not in keys)
                for number, cell in enumerate(row.cells)
            )
            if any(cells):
                yield replace(row, cells=cells)
        elif keys.isdisjoint(_keys(row, shape)):
            yield row


def _unmarked(row: Row) -> Row:
    return replace(row, cells=tuple(tuple(w for w in cell if not w.startswith(STRIKE)) for cell in row.cells))


def _shape(text: str, where: str) -> Shape:
    shape: Shape | None = None
    for told in (line[2:].split() for line in text.splitlines() if line.startswith("#:")):
        match told:
            case [("set" | "classes" | "pairs") as kind, *known]:
                shape = Shape(kind, tuple(known))
            case ["columns", *columns] if shape and columns:
                shape = replace(shape, columns=tuple(columns))
            case ["label", label, *known] if shape:
                shape = replace(shape, labels=(*shape.labels, (label, tuple(known))))
            case ["overlapping"] if shape:
                shape = replace(shape, overlapping=True)
            case ["cased"] if shape:
                shape = replace(shape, cased=True)
            case _:
                raise LexiconError(f"{where}: “#: {' '.join(told)}” is none of {', '.join(SHAPES)}, columns …")
    if shape is None:
        raise LexiconError(f"{where}: no line “#: set”, “#: classes …” or “#: pairs …” tells its shape")
    return shape


def _rows(text: str, shape: Shape) -> Iterator[Row]:
    """The rows as they are written, each with all columns that the shape has."""
    missing = ((),) * _most(shape)
    for number, line in enumerate(text.splitlines(), 1):
        head, *columns = line.partition("#")[0].rstrip().lstrip(" ").split("\t")
        if head or columns:
            cells = tuple(tuple(filter(None, map(str.strip, column.split(",")))) for column in columns)
            yield Row(number, head, (*cells, *missing[len(cells) :]))


def _most(shape: Shape) -> int:
    """How many columns there may be behind the first."""
    return {"set": 0, "classes": len(shape.behind), "pairs": 2}[shape.kind]


def _check(row: Row, shape: Shape, at: str) -> None:
    """Raises LexiconError where a row is not of the shape."""
    if not row.head.strip() or len(row.cells) > _most(shape) or not any((*row.cells, shape.kind == "set")):
        least = min(1, _most(shape))
        filled = sum(map(bool, row.cells))
        raise LexiconError(
            f"{at}: “{row.head}” has {filled} columns behind it, not {least} to {_most(shape)}, parted by tabs"
        )
    for word in () if shape.cased else (row.head, *chain.from_iterable(row.cells)):
        if word != word.lower():
            raise LexiconError(f"{at}: “{word}” has a capital; words stand in lower case")
    if shape.kind == "pairs":
        if len(row.cells[0]) != 1:
            raise LexiconError(f"{at}: a pair is two words or phrases, parted by a tab, then its tags")
        _known(row.cells[1], shape.names, "tag", at)
        if len({*row.cells[1]}) < len(row.cells[1]):
            raise LexiconError(f"{at}: a tag stands there twice")
    elif shape.kind == "classes":
        _known((row.head,), shape.names, "class", at)
        for (label, names), told in zip(shape.labels, row.cells[len(shape.columns) :], strict=True):
            _known(told, names, label, at)


def _known(told: Iterable[str], names: tuple[str, ...], what: str, at: str) -> None:
    """Raises LexiconError for a name that is none of those that may stand there; none are told where any may."""
    for name in told:
        if names and name not in names:
            raise LexiconError(f"{at}: {name}: no such {what}; {allowed(name, names)}")


def _once(rows: Iterable[Row], shape: Shape, where: str) -> None:
    """Raises LexiconError where an entry stands twice, or a word in a column; labels are told of many classes."""
    seen: dict[Key, Row] = {}
    for row in rows:
        for key in _keys(row, shape):
            if shape.kind == "classes":
                _, number, word = key
                if number >= len(shape.columns):  # type: ignore[operator]  # the second of a word's key is a number
                    continue
                if not shape.overlapping:
                    key = (number, word)
            if key in seen:
                first = seen[key]
                told = f"{row.head} / {row.cells[0][0]}" if shape.kind == "pairs" else key[-1]
                raise LexiconError(
                    f"{where}:{row.line}: “{told}” stands there twice, first under “{first.head}”, line {first.line}"
                )
            seen[key] = row
