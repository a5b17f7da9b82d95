"""What outlives a run, in one SQLite file: the items that a watch has seen, their audits, and the answers of servers.

Each change is one transaction: whoever is stopped, at whatever moment, finds the file as it was before it or after.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from mtaudit.errors import InputError, UsageError
from mtaudit.ingest.web import Answer
from mtaudit.records import Audit, Document
from mtaudit.records.packing import packed, unpacked

APPLICATION, VERSION = 1836343668, 1
"""By which the file is known for ours, and the version of its tables: as store.sql sets them."""

ANSWERS_KEPT = 7 * 24 * 3600.0
"""Seconds for which an answer is kept that nobody asks for: the pages that a feed has dropped."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

_REMEDY = "name another file with --state, or move this one away"
"""What may be done about a file that is none of ours any more; nothing is ever done to it by us."""

Value = TypeVar("Value")


class State(StrEnum):
    """What became of an item that was seen."""

    AUDITED = "audited"
    UNMATCHED = "unmatched"


@dataclass(frozen=True, slots=True)
class Kept:
    """An item with the number that stays its own, and an audit for each original that it is a copy of.

    `legible` is false where another version of mtaudit kept it in a form that this one cannot read, or it is damaged;
    if even the document is, one stands there that says no more than the number.
    """

    number: int
    signature: str
    document: Document
    audits: tuple[Audit, ...]
    legible: bool = True


class Store:
    """An open file of this kind, which is made where there is none; nobody else can open it meanwhile.

    It is a `Cache` for a `Client` of mtaudit.ingest.web. Every method raises UsageError where the file cannot be
    read or written any more, as on a full disk.
    """

    def __init__(self, path: Path) -> None:
        """Raises UsageError where it is in use or cannot be made, InputError where it is a file of another kind."""
        self._path = path
        with self._telling():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=0, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file, so that another may open it."""
        self._db.close()

    def state(self, item: Document) -> State | None:
        """What became of this version of this item; None where it was never seen."""
        with self._telling():
            found = self._db.execute("SELECT audit IS NULL FROM items WHERE key = ?", [_key(item)]).fetchone()
        return None if found is None else State.UNMATCHED if found[0] else State.AUDITED

    def record(self, item: Document, audits: Sequence[Audit], signature: str) -> None:
        """Marks an item as seen and keeps its audits, both or neither; one that has none may be audited later."""
        row = [_key(item), signature, packed(item), packed(tuple(audits)) if audits else None]
        with self._telling():
            self._db.execute("REPLACE INTO items (key, signature, document, audit) VALUES (?, ?, ?, ?)", row)

    def items(self, state: State, most: int) -> Iterator[Kept]:
        """The last `most` items in this state, the newest first."""
        null = "NOT NULL" if state is State.AUDITED else "NULL"
        columns = "number, signature, document, audit"
        query = f"SELECT {columns} FROM items WHERE audit IS {null} ORDER BY number DESC LIMIT ?"
        with self._telling():
            for row in self._db.execute(query, [most]):
                yield _kept(*row)

    def signatures(self, state: State, most: int) -> tuple[str, ...]:
        """What judged the last `most` items in this state, each once."""
        null = "NOT NULL" if state is State.AUDITED else "NULL"
        query = f"SELECT signature FROM items WHERE audit IS {null} ORDER BY number DESC LIMIT ?"
        with self._telling():
            return tuple(dict.fromkeys(row[0] for row in self._db.execute(query, [most])))

    def get(self, url: str) -> Answer | None:
        """The last answer of this address, if it is still kept."""
        key = _bytes(url)
        with self._telling():
            self._db.execute("UPDATE answers SET asked = ? WHERE url = ?", [time.time(), key])
            found = self._db.execute("SELECT answer FROM answers WHERE url = ?", [key]).fetchone()
        try:
            return None if found is None else unpacked(found[0], Answer)
        except ValueError:  # another version's: asking the server anew costs little
            return None

    def put(self, url: str, answer: Answer) -> None:
        """Keeps an answer in place of the last one of this address."""
        with self._telling():
            self._db.execute("REPLACE INTO answers VALUES (?, ?, ?)", [_bytes(url), packed(answer), time.time()])

    def forget(self, before: float | None = None) -> None:
        """Drops the answers last asked for before then, in seconds since 1970; `ANSWERS_KEPT` ago if not told."""
        limit = time.time() - ANSWERS_KEPT if before is None else before
        with self._telling():
            self._db.execute("DELETE FROM answers WHERE asked < ?", [limit])

    def _prepare(self) -> None:
        """Locks the file, for as long as this process lives, and makes the tables where there are none."""
        self._refuse_others()
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("BEGIN IMMEDIATE")
        self._db.execute("COMMIT")
        if not self._number("SELECT count(*) FROM sqlite_master"):
            self._db.executescript(files("mtaudit.keeping").joinpath("store.sql").read_text("utf-8"))

    def _refuse_others(self) -> None:
        """Raises InputError for a file that is not ours, of which then not a byte has changed."""
        tables = self._number("SELECT count(*) FROM sqlite_master")
        application, version = self._number("PRAGMA application_id"), self._number("PRAGMA user_version")
        if tables and application != APPLICATION:
            raise InputError(f"{self._path}: is a database of another program; name another file with --state")
        if version > VERSION:
            raise InputError(f"{self._path}: was made by a later version of mtaudit")

    def _number(self, query: str) -> int:
        return int(self._db.execute(query).fetchone()[0])

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turns the database's errors into ours, which name the file."""
        try:
            yield
        except UnicodeDecodeError as error:  # where not even the words of the database's error can be read
            raise InputError(f"{self._path}: is damaged ({error}); {_REMEDY}") from None
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the upper bits say more than we tell
            if code in _BUSY:
                raise UsageError(f"{self._path}: is in use; another watch is running on it") from None
            if code == sqlite3.SQLITE_NOTADB:
                raise InputError(f"{self._path}: is no file of `mtaudit watch`; {_REMEDY}") from None
            if code == sqlite3.SQLITE_CORRUPT:
                raise InputError(f"{self._path}: is damaged ({error}); {_REMEDY}") from None
            raise UsageError(f"{self._path}: cannot be used ({error})") from None
        except OSError as error:
            raise UsageError(f"{error.filename or self._path}: cannot be written ({error.strerror or error})") from None


def _key(item: Document) -> bytes:
    """One version of one item."""
    return hashlib.sha256(_bytes(f"{len(item.id)}\0{item.id}{item.text}")).digest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _kept(number: int, signature: str, document: bytes, audit: bytes | None) -> Kept:
    item = Document(f"item {number}", "")
    try:
        item = unpacked(document, Document)
        return Kept(number, signature, item, () if audit is None else _audits(audit))
    except ValueError:
        return Kept(number, signature, item, (), legible=False)


def _audits(data: bytes) -> tuple[Audit, ...]:
    """An item's audits; earlier versions kept a single one."""
    try:
        return unpacked(data, tuple[Audit, ...])
    except ValueError:
        return (unpacked(data, Audit),)
