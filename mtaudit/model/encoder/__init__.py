"""Meaning: contextual vectors of words and sentences, and where the model's weights come from.

The encoder is a BERT, run in numpy or, where the extra `[fast]` is installed, by onnxruntime. Where the model is not
installed, `load` gives None, and mtaudit goes on with its lexical engine; nothing is downloaded here.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from mtaudit.model.encoder import model

if TYPE_CHECKING:
    from mtaudit.model.encoder.encoder import Encoder

__all__ = ["load"]


def load(directory: Path | None = None) -> Encoder | None:
    """The encoder of the model in `directory` or, without one, of the installed model: None where there is none.

    The same folder gives the same encoder. Raises ModelMissing where `directory` holds no model, InputError where a
    model cannot be read.
    """
    folder = model.path(directory)
    return None if folder is None else _encoder(folder.absolute())


def engine(directory: Path | None = None) -> str:
    """What names the encoder that `load` would give, without loading it; "" where there is no model."""
    folder = model.path(directory)
    if folder is None:
        return ""
    return "|".join((model.digest(folder), *(f"onnxruntime {version}" for version in _versions("onnxruntime"))))


def _versions(package: str) -> tuple[str, ...]:
    try:
        return (metadata.version(package),)
    except metadata.PackageNotFoundError:
        return ()


@lru_cache(maxsize=2)
def _encoder(folder: Path) -> Encoder:
    from mtaudit.model.encoder.encoder import Encoder

    return Encoder(folder)
