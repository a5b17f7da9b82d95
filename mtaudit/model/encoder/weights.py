"""What lies in a model's folder: the shape of the network, its vocabulary and its weights.

The weights are a safetensors file: eight bytes with the length of a header (little-endian), the header (JSON: name →
type, shape, place), then the numbers. It is mapped into memory, so that only what is used is read.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
import numpy as np

from mtaudit.errors import InputError
from mtaudit.records.packing import decoded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

Read = TypeVar("Read")

CONFIG, SENTENCE_CONFIG, VOCABULARY, WEIGHTS = (
    "config.json",
    "sentence_bert_config.json",
    "vocab.txt",
    "model.safetensors",
)

MAX_HEADER = 100_000_000
"""Bytes of a safetensors header at most, as its specification has it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a BERT encoder; `window` is how many pieces it reads at once, [CLS] and [SEP] included."""

    layers: int
    heads: int
    hidden: int
    epsilon: float
    window: int


class _Config(msgspec.Struct):
    """What is used of `config.json`."""

    model_type: str
    hidden_act: str
    num_hidden_layers: int
    num_attention_heads: int
    hidden_size: int
    layer_norm_eps: float
    max_position_embeddings: int
    position_embedding_type: str = "absolute"


class _SentenceConfig(msgspec.Struct):
    """What is used of `sentence_bert_config.json`."""

    max_seq_length: int


class _Entry(msgspec.Struct):
    """A tensor in the header of a safetensors file; `__metadata__`, which has none of these, is of no type."""

    dtype: str = ""
    shape: tuple[int, ...] = ()
    data_offsets: tuple[int, int] = (0, 0)


def read_shape(folder: Path) -> Shape:
    """The shape as `config.json` and `sentence_bert_config.json` give it.

    Raises InputError for a file that cannot be read and for a network of another kind.
    """
    config, sentence = _read(folder / CONFIG, _Config), _read(folder / SENTENCE_CONFIG, _SentenceConfig)
    kind = (config.model_type, config.hidden_act, config.position_embedding_type)
    if kind != ("bert", "gelu", "absolute"):
        raise InputError(f"{folder / CONFIG}: expected a BERT with erf-GELU and absolute positions, not {kind}")
    window = min(sentence.max_seq_length, config.max_position_embeddings)
    shape = Shape(
        config.num_hidden_layers, config.num_attention_heads, config.hidden_size, config.layer_norm_eps, window
    )
    if window < 3 or shape.layers < 1 or shape.heads < 1 or shape.hidden < 1 or shape.hidden % shape.heads:
        raise InputError(f"{folder / CONFIG}: {shape} is not the shape of an encoder")
    return shape


def read_vocabulary(folder: Path) -> dict[str, int]:
    """Piece → number, from a file with one piece a line."""
    path = folder / VOCABULARY
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: the vocabulary cannot be read: {error}") from error
    pieces = {line.rstrip("\r"): number for number, line in enumerate(lines) if line}
    missing = [piece for piece in ("[UNK]", "[CLS]", "[SEP]") if piece not in pieces]
    if missing:
        raise InputError(f"{path}: the vocabulary lacks {', '.join(missing)}")
    return pieces


def read_weights(path: Path) -> dict[str, Array]:
    """Name → numbers (float32, read-only, mapped from the file); tensors of any other type are left out.

    Raises InputError for a file that cannot be read, is cut short or has a header that makes no sense.
    """
    try:
        data = np.memmap(path, dtype=np.uint8, mode="r")
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: the weights cannot be read: {error}") from error
    start, header = _read_header(path, data)
    try:
        return {name: _tensor(data[start:], entry) for name, entry in header.items() if entry.dtype == "F32"}
    except ValueError as error:
        raise InputError(f"{path}: a tensor does not fit its place: {error}") from error


def _read_header(path: Path, data: NDArray[np.uint8]) -> tuple[int, dict[str, _Entry]]:
    """Where the numbers start, and what the header says."""
    size = struct.unpack("<Q", data[:8].tobytes())[0] if len(data) >= 8 else MAX_HEADER + 1
    if size > min(MAX_HEADER, len(data) - 8):
        raise InputError(f"{path}: not a safetensors file, or cut short")
    try:
        return 8 + size, decoded(data[8 : 8 + size].tobytes(), dict[str, _Entry])
    except ValueError as error:
        raise InputError(f"{path}: the header of the weights makes no sense: {error}") from error


def _tensor(data: NDArray[np.uint8], entry: _Entry) -> Array:
    begin, end = entry.data_offsets
    if not 0 <= begin <= end <= len(data):
        raise ValueError(f"bytes {begin} to {end} of {len(data)}")
    numbers: Array = np.require(data[begin:end].view("<f4"), np.float32, ["C", "A"])
    return numbers.reshape(entry.shape)


def _read(path: Path, kind: type[Read]) -> Read:
    try:
        return decoded(path.read_bytes(), kind)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: the configuration cannot be read: {error}") from error
