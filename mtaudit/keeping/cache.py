"""What was found before, kept by what it was found in: one SQLite file, which any number of runs may use at once.

It may be lost, cut off or made by another version at any time; then things are found anew. Nothing here raises.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from mtaudit.folders import cache_folder

FILE = "audits-1.sqlite"
"""The number is that of its tables."""

PATIENCE = 10.0
"""Seconds to wait for another run that is writing."""

MOST = 500_000_000
"""Bytes of what is kept; from then on what was longest not asked for goes. An audit takes some 5,000."""

FRESH = 24 * 3600.0
"""Seconds for which it is not noted anew that an entry was asked for."""

TOGETHER = 500
"""Keys in one question; SQLite takes at most 999 in old versions."""

_TABLES = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, asked REAL NOT NULL) WITHOUT ROWID;
"""

_BROKEN = (sqlite3.Error, UnicodeDecodeError)
"""What a database may fail with; the latter where not even the words of its error can be read."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Info:
    """The file, how many entries it has, and the bytes that it takes on the disk."""

    path: Path
    entries: int
    size: int


class Cache:
    """An open cache, for `with`; without a path the one in the user's cache folder."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or cache_folder() / FILE
        self._db: sqlite3.Connection | None = None
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._opened() or self._renewed()

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Makes room if there is too much, and closes the file."""
        if self._db:
            self._tried(_shrunk, None)
            self._db.close()
            self._db = None

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What is kept under these keys."""
        found: dict[bytes, bytes] = {}
        wanted = iter(dict.fromkeys(keys))
        while some := tuple(islice(wanted, TOGETHER)):
            found |= self._tried(partial(_asked, keys=some), dict[bytes, bytes]())
        return found

    def put(self, key: bytes, value: bytes) -> None:
        """Keeps a value, at once and for all runs."""
        row = [key, value, time.time()]
        self._tried(lambda db: db.execute("REPLACE INTO kept VALUES (?, ?, ?)", row), None)

    def info(self) -> Info:
        """What there is."""
        entries = self._tried(lambda db: int(db.execute("SELECT count(*) FROM kept").fetchone()[0]), 0)
        return Info(self.path, entries, sum(path.stat().st_size for path in self._files()))

    def clear(self) -> int:
        """Drops everything; how many entries there were."""
        entries = self.info().entries
        self._tried(lambda db: db.executescript("DELETE FROM kept; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"), None)
        return entries

    def _opened(self) -> sqlite3.Connection | None:
        """The database; None where the file is none."""
        db = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
        try:
            db.executescript(_TABLES)
        except _BROKEN as error:
            db.close()
            if _is_damaged(error):
                return None
            raise OSError(str(error)) from None
        return db

    def _renewed(self) -> sqlite3.Connection | None:
        """The database in a new file, in place of what is none."""
        for path in self._files():
            path.unlink(missing_ok=True)
        return self._opened()

    def _files(self) -> Iterator[Path]:
        paths = (self.path.with_name(self.path.name + end) for end in ("", "-wal", "-shm"))
        return (path for path in paths if path.exists())

    def _tried(self, use: Callable[[sqlite3.Connection], Value], otherwise: Value) -> Value:
        """What the database says, or what holds without one: on a full disk, say, or where it is damaged."""
        if self._db is None:
            return otherwise
        try:
            return use(self._db)
        except _BROKEN as error:
            if _is_damaged(error):
                self._db.close()
                with suppress(OSError):
                    self._db = self._renewed()
            return otherwise


def _is_damaged(error: Exception) -> bool:
    """Whether the file is to blame, and not the disk, or another run that is writing."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return not isinstance(error, sqlite3.Error) or code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


def _asked(db: sqlite3.Connection, keys: tuple[bytes, ...]) -> dict[bytes, bytes]:
    """What is kept under these keys; it is noted that it was asked for."""
    marks = ", ".join("?" * len(keys))
    sound = "typeof(value) = 'blob' AND typeof(asked) = 'real'"
    rows = db.execute(f"SELECT key, value, asked FROM kept WHERE key IN ({marks}) AND {sound}", keys).fetchall()
    now = time.time()
    old = [(now, key) for key, _, asked in rows if asked < now - FRESH]
    if old:
        with db:
            db.execute("BEGIN")
            db.executemany("UPDATE kept SET asked = ? WHERE key = ?", old)
    return {key: value for key, value, _ in rows}


def _shrunk(db: sqlite3.Connection) -> None:
    """Drops half of what is kept, the longest not asked for, where it is too much."""
    (size,) = db.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()").fetchone()
    if size <= MOST:
        return
    (entries,) = db.execute("SELECT count(*) FROM kept").fetchone()
    oldest = "SELECT key FROM kept ORDER BY asked LIMIT ?"
    db.execute(f"DELETE FROM kept WHERE key IN ({oldest})", [entries // 2])
    db.execute("VACUUM")
