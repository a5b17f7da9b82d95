"""What lies in a model's folder: the shape of the network, its vocabulary and its weights.

The weights are a safetensors file: eight bytes with the length of a header (little-endian), the header (JSON: name →
type, shape, place), then the numbers. It is mapped into memory, so that only what is used is read.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from mtaudit.errors import InputError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

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


def read_shape(folder: Path) -> Shape:
    """The shape as `config.json` and `sentence_bert_config.json` give it.

    Raises InputError for a file that cannot be read and for a network of another kind.
    """
    config, sentence = _read_json(folder / CONFIG), _read_json(folder / SENTENCE_CONFIG)
    kind = (config.get("model_type"), config.get("hidden_act"), config.get("position_embedding_type", "absolute"))
    if kind != ("bert", "gelu", "absolute"):
        raise InputError(f"{folder / CONFIG}: expected a BERT with erf-GELU and absolute positions, not {kind}")
    try:
        shape = Shape(
            layers=int(config["num_hidden_layers"]),
            heads=int(config["num_attention_heads"]),
            hidden=int(config["hidden_size"]),
            epsilon=float(config["layer_norm_eps"]),
            window=min(int(sentence["max_seq_length"]), int(config["max_position_embeddings"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{folder}: its configuration lacks a number: {error}") from error
    if shape.window < 3 or shape.heads < 1 or shape.hidden % shape.heads:
        raise InputError(f"{folder}: {shape} is not the shape of an encoder")
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
        return {
            name: _tensor(data[start:], entry["shape"], entry["data_offsets"])
            for name, entry in header.items()
            if name != "__metadata__" and entry["dtype"] == "F32"
        }
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: a tensor lies outside the file or has no place: {error}") from error


def _read_header(path: Path, data: NDArray[np.uint8]) -> tuple[int, dict[str, dict[str, list[int]]]]:
    """Where the numbers start, and what the header says."""
    size = struct.unpack("<Q", data[:8].tobytes())[0] if len(data) >= 8 else MAX_HEADER + 1
    if size > min(MAX_HEADER, len(data) - 8):
        raise InputError(f"{path}: not a safetensors file, or cut short")
    try:
        header = json.loads(data[8 : 8 + size].tobytes())
    except ValueError as error:
        raise InputError(f"{path}: the header of the weights is not JSON: {error}") from error
    if not isinstance(header, dict):
        raise InputError(f"{path}: the header of the weights is not a JSON object")
    return 8 + size, header


def _tensor(data: NDArray[np.uint8], shape: list[int], place: list[int]) -> Array:
    begin, end = place
    if not 0 <= begin <= end <= len(data):
        raise ValueError(f"bytes {begin} to {end} of {len(data)}")
    numbers: Array = np.require(data[begin:end].view("<f4"), np.float32, ["C", "A"])
    return numbers.reshape(shape)


def _read_json(path: Path) -> dict[str, object]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: the configuration cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise InputError(f"{path}: the configuration is not a JSON object")
    return content
