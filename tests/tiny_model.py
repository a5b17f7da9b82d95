"""A BERT of six layers with random weights, and a package index on loopback that has it."""

from __future__ import annotations

import hashlib
import json
import struct
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mtaudit.model.encoder import model

Array = NDArray[np.float32]

PIECES = (
    "[PAD] [UNK] [CLS] [SEP] the court un ##aff ##able will not ' ’ . , - \" “ $ 5 ##0 € cafe strasse 北 京 a ##b ##c"
    " ab ##₂ co ό ##σ ! it s _ ᄒ ##ᅡᆫ"
).split()
VOCABULARY = {piece: number for number, piece in enumerate(PIECES)}

LAYERS, HEADS, HIDDEN, WIDE, WINDOW = 6, 2, 8, 16, 10


def safetensors(path: Path, tensors: dict[str, Array]) -> None:
    """Writes tensors as a file of weights, with some of another type among them."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    body = b"\x01" * 8
    header["ids"] = {"dtype": "I64", "shape": [1], "data_offsets": [0, 8]}
    for name, values in tensors.items():
        data = values.astype("<f4").tobytes()
        place = [len(body), len(body) + len(data)]
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": place}
        body += data
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + body)


def write_model(folder: Path) -> None:
    """Writes the model into a folder."""
    random = np.random.default_rng(7)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(PIECES), HIDDEN),
        "embeddings.position_embeddings.weight": (WINDOW + 2, HIDDEN),
        "embeddings.token_type_embeddings.weight": (2, HIDDEN),
    }
    dense = {"attention.self.query": (HIDDEN, HIDDEN), "attention.self.key": (HIDDEN, HIDDEN)}
    dense |= {"attention.self.value": (HIDDEN, HIDDEN), "attention.output.dense": (HIDDEN, HIDDEN)}
    dense |= {"intermediate.dense": (WIDE, HIDDEN), "output.dense": (HIDDEN, WIDE)}
    norms = ["embeddings.LayerNorm"]
    for layer in (f"encoder.layer.{k}" for k in range(LAYERS)):
        for name, (rows, columns) in dense.items():
            shapes |= {f"{layer}.{name}.weight": (rows, columns), f"{layer}.{name}.bias": (rows,)}
        norms += [f"{layer}.attention.output.LayerNorm", f"{layer}.output.LayerNorm"]
    for norm in norms:
        shapes |= {f"{norm}.weight": (HIDDEN,), f"{norm}.bias": (HIDDEN,)}
    tensors = {name: random.normal(0, 0.7, shape).astype(np.float32) for name, shape in shapes.items()}
    safetensors(folder / "model.safetensors", tensors)
    config = {"model_type": "bert", "hidden_act": "gelu", "num_hidden_layers": LAYERS, "num_attention_heads": HEADS}
    config |= {"hidden_size": HIDDEN, "layer_norm_eps": 1e-12, "max_position_embeddings": WINDOW + 2}
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": WINDOW}))
    (folder / "vocab.txt").write_text("\n".join(PIECES) + "\n", encoding="utf-8")


def write_wheel(model_folder: Path, wheel: Path) -> None:
    """Packs the model as the package index has it."""
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in model.NEEDED:
            archive.write(model_folder / name, f"mtaudit_tiny_model/model/{name}")
        archive.writestr("mtaudit_tiny_model/rest", bytes(600_000))  # pip tells no progress below 512 kB
        about = "mtaudit_tiny_model-1.0.dist-info"
        archive.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: mtaudit-tiny-model\nVersion: 1.0\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")


def released(folder: Path, **changed: str) -> model.Release:
    """The model in a folder as a release, with some of the SHA-256 as given."""
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in model.NEEDED} | changed
    return model.Release("tiny", "mtaudit-tiny-model", "1.0", "mtaudit_tiny_model/model", files)


class Index(ThreadingHTTPServer):
    """A package index with one wheel, which it may hold back half-way or until several have asked for it.

    `asked` counts the requests for the wheel, `pages` those for anything else.
    """

    daemon_threads = True

    def __init__(self, wheel: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.wheel = wheel
        self.gate = threading.Barrier(1)
        self.stalled, self.go = threading.Event(), threading.Event()
        self.go.set()
        self.asked = self.pages = 0


class _Handler(BaseHTTPRequestHandler):
    server: Index

    def do_GET(self) -> None:
        if self.path.endswith(".whl"):
            self.server.asked += 1
            self.server.gate.wait(60)
            content, kind = self.server.wheel.read_bytes(), "application/octet-stream"
        else:
            self.server.pages += 1
            content, kind = f'<a href="/{self.server.wheel.name}">wheel</a>'.encode(), "text/html"
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2])
        self.wfile.flush()
        if self.path.endswith(".whl") and not self.server.go.is_set():
            self.server.stalled.set()
            self.server.go.wait(60)
            return
        self.wfile.write(content[len(content) // 2 :])

    def log_message(self, format: str, *args: object) -> None: ...
