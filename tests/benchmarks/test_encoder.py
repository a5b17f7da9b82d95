"""The encoder side by side with sentence-transformers on torch: the same vectors, at the same speed, in little memory.

Both runtimes are measured, numpy and, where the extra `[fast]` is installed, onnxruntime.

Run with `pytest tests/benchmarks/test_encoder.py -s`, with the model installed (or its folder in MTAUDIT_MODEL), the
real articles (see MTAUDIT_SHARED) and in MTAUDIT_TORCH the Python of an environment that has sentence-transformers:
`pip install torch sentence-transformers` in one of its own, for it is large.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mtaudit.model.encoder import model
from mtaudit.model.encoder.encoder import Encoder
from mtaudit.model.encoder.forward import NumpyNetwork
from mtaudit.model.encoder.network import Runtime

SHARED = Path(os.environ.get("MTAUDIT_SHARED") or Path(__file__).parents[3] / "shared")
ORIGINALS = SHARED / "roundtrip" / "originals"

SENTENCES, ROUNDS = 200, 9

THEIRS = """
import json, os, sys, time
os.environ["HF_HUB_OFFLINE"] = "1"
import torch
from sentence_transformers import SentenceTransformer
torch.set_num_threads(len(os.sched_getaffinity(0)))
model = SentenceTransformer(sys.argv[1], device="cpu")
for line in sys.stdin:
    texts = json.loads(line)
    start = time.perf_counter()
    vectors = model.encode(texts, batch_size=32, normalize_embeddings=True, show_progress_bar=False)
    print(json.dumps([time.perf_counter() - start, vectors.tolist()]), flush=True)
"""

OURS = """
import json, re, sys
from pathlib import Path
if sys.argv[2] == "numpy":
    sys.modules["onnxruntime"] = None
from mtaudit.model.encoder.encoder import Encoder
encoder = Encoder(Path(sys.argv[1]))
assert encoder.runtime.startswith(sys.argv[2])
encoder.encode(json.load(sys.stdin))
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""
"""What the process itself took at most; getrusage would count what its parent held when it was started."""


@pytest.fixture(scope="module")
def folder() -> Path:
    found = Path(os.environ["MTAUDIT_MODEL"]) if "MTAUDIT_MODEL" in os.environ else model.path()
    if found is None:
        pytest.skip("all-MiniLM-L6-v2 is not installed: `mtaudit model install`, or name its folder in MTAUDIT_MODEL")
    return found


@pytest.fixture(scope="module", params=["numpy", "onnxruntime"])
def encoder(folder: Path, request: pytest.FixtureRequest) -> Encoder:
    return Encoder(folder, NumpyNetwork if request.param == "numpy" else onnx_network())


def onnx_network() -> Runtime:
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed: the extra [fast]")
    from mtaudit.model.encoder.onnx import OnnxNetwork

    return OnnxNetwork


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    if not ORIGINALS.is_dir():
        pytest.skip(f"{SHARED} does not hold the real articles; set MTAUDIT_SHARED to the folder that does")
    texts = " ".join(path.read_text(encoding="utf-8") for path in sorted(ORIGINALS.glob("*.txt")))
    found = sorted({s.strip() for s in re.split(r"(?<=[.!?])\s+|\n", texts) if 20 < len(s.strip()) < 500})
    return found[:: len(found) // SENTENCES][:SENTENCES]


@pytest.fixture(scope="module")
def theirs(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that encodes each line of texts with sentence-transformers and tells how long it took."""
    python = os.environ.get("MTAUDIT_TORCH")
    if not python:
        pytest.skip("MTAUDIT_TORCH does not name the Python of an environment with sentence-transformers")
    command = [python, "-c", THEIRS, str(folder)]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe, stderr=nothing) as process:
        yield process


def test_same_vectors_and_at_least_the_speed_of_torch(
    encoder: Encoder, sentences: list[str], theirs: subprocess.Popen[str]
) -> None:
    assert theirs.stdin is not None
    assert theirs.stdout is not None
    times: dict[str, list[float]] = {"ours": [], "torch": []}
    farthest = 0.0
    for _ in range(ROUNDS):
        theirs.stdin.write(json.dumps(sentences) + "\n")
        theirs.stdin.flush()
        seconds, expected = json.loads(theirs.stdout.readline())
        times["torch"].append(seconds)
        start = time.perf_counter()
        found = encoder.sentences(sentences)
        times["ours"].append(time.perf_counter() - start)
        farthest = max(farthest, float(np.abs(found - np.array(expected)).max()))
    speed = {name: len(sentences) / min(seconds) for name, seconds in times.items()}  # the least disturbed round
    ratio = speed["ours"] / speed["torch"]
    print(f"\nrounds in seconds: { {name: [round(s, 2) for s in seconds] for name, seconds in times.items()} }")
    print(f"{encoder.runtime} {speed['ours']:.0f}, torch {speed['torch']:.0f} sentences/s: {ratio:.2f} times", end=" ")
    print(f"the speed; vectors differ by at most {farthest:.1e}")
    assert farthest <= 1e-5
    assert ratio >= 1.0


def test_onnxruntime_gives_the_vectors_of_numpy_sooner(folder: Path, sentences: list[str]) -> None:
    encoders = [Encoder(folder, runtime) for runtime in (NumpyNetwork, onnx_network())]
    times: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for encoder, seconds in zip(encoders, times, strict=True):
            start = time.perf_counter()
            encoder.sentences(sentences)
            seconds.append(time.perf_counter() - start)
    (tokens, vectors), (others, other_vectors) = (encoder.encode(sentences) for encoder in encoders)
    farthest = max(float(np.abs(t.matrix - o.matrix).max()) for t, o in zip(tokens, others, strict=True))
    numpy_speed, onnx_speed = (len(sentences) / min(seconds) for seconds in times)
    print(f"\nnumpy {numpy_speed:.0f}, {encoders[1].runtime} {onnx_speed:.0f} sentences/s:", end=" ")
    print(
        f"{onnx_speed / numpy_speed:.2f} times the speed; vectors of pieces differ by at most {farthest:.1e}", end=", "
    )
    print(f"of sentences by {float(np.abs(vectors - other_vectors).max()):.1e}")
    assert farthest <= 2e-5
    assert onnx_speed > numpy_speed


def test_layers_beyond_the_one_asked_for_cost_nothing(encoder: Encoder, sentences: list[str]) -> None:
    def seconds(layer: int) -> float:
        start = time.perf_counter()
        encoder.tokens(sentences, layer)
        return time.perf_counter() - start

    shallow, deep = (min(seconds(layer) for _ in range(ROUNDS)) for layer in (3, 6))
    print(f"\nthird layer {len(sentences) / shallow:.0f}, sixth {len(sentences) / deep:.0f} sentences/s")
    assert shallow <= 0.65 * deep


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak of one process")
@pytest.mark.parametrize("runtime", ["numpy", "onnxruntime"])
def test_peak_memory(folder: Path, runtime: str, sentences: list[str]) -> None:
    if runtime != "numpy":
        onnx_network()
    command = [sys.executable, "-c", OURS, str(folder), runtime]
    told = subprocess.run(command, input=json.dumps(sentences), capture_output=True, text=True, check=True).stdout
    print(f"\n{runtime}: peak memory {int(told) // 1024} MiB")
    assert int(told) < 600 * 1024
