"""The public benchmarks, read where they lie, each cut by document into a half to fit on and one to report on.

They stand in the folder `benchmarks` of the one that MTAUDIT_SHARED names, or of `shared` beside the repository. Rows
are given as they are in the files; all that belongs to one original text falls into the same half, in every set.
"""

from __future__ import annotations

import gzip
import json
import os
import random
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

Half = Literal["fit", "report"]
Row = dict[str, Any]

SHARED = Path(os.environ.get("MTAUDIT_SHARED") or Path(__file__).parents[2] / "shared")
BENCHMARKS = SHARED / "benchmarks"


@cache
def read(name: str) -> tuple[Row, ...]:
    """All rows of a set, in the order of its file. Raises FileNotFoundError where the set is not at hand."""
    with gzip.open(BENCHMARKS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        return tuple(json.loads(line) for line in file)


@cache
def rows(name: str, half: Half) -> tuple[Row, ...]:
    """The rows of one half of a set."""
    return tuple(row for row in read(name) if half_of(name, row) == half)


def sample(name: str, half: Half, size: int, **wanted: object) -> list[Row]:
    """At most `size` rows of a half that have these values, the same on every call, in the order of the file."""
    found = [row for row in rows(name, half) if all(row[key] == value for key, value in wanted.items())]
    if len(found) <= size:
        return found
    chosen = sorted(random.Random(name).sample(range(len(found)), size))
    return [found[k] for k in chosen]


def half_of(name: str, row: Row) -> Half:
    """The half into which a row falls."""
    return "fit" if sha256(document(name, row).encode()).digest()[0] < 128 else "report"


def document(name: str, row: Row) -> str:
    """What a row belongs to, by its text or name: rows that share it are not to be parted."""
    match name:
        case "contratico_rt":
            return str(row["id"]).rsplit("/", 1)[1]
        case "wmt20_zhen_mqm" | "wmt21_zhen_mqm":
            return str(row["doc"])
        case "human_refs" if row["set"] == "wmt20-zhen":
            text = str(row["ref"])
            return _documents().get(text, text)
        case _:
            text = next(row[side] for side in ("ref", "original", "a") if side in row)
            return text if isinstance(text, str) else " ".join(text)


@cache
def _documents() -> dict[str, str]:
    """The document of each reference of WMT 2020, whose references stand in two of the sets."""
    return {row["ref"]: row["doc"] for row in read("wmt20_zhen_mqm")}
