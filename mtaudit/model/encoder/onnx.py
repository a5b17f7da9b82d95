"""The forward pass of a BERT encoder by onnxruntime, which fuses its steps: the extra `[fast]`.

Each layer is a graph of its own, made here of the same weights, so that a call runs no layer too many and nothing but
the weights lies in the model's folder. Shorter texts of a batch are padded; attention is told how long each is.
The operators are those of onnxruntime's domain com.microsoft, as its optimiser makes them of a BERT; see
https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

from mtaudit.model.encoder.network import Input, attention_input, told_what_is_missing

if TYPE_CHECKING:
    from mtaudit.model.encoder.network import Array, Weights
    from mtaudit.model.encoder.weights import Shape

FUSED = "com.microsoft"

VERSIONS = {"": 17, FUSED: 1}
"""The operator sets: those of 2022, known to every onnxruntime that is allowed."""

FORMAT = 9
"""The version of the ONNX format that goes with them."""

PROVIDERS = ("CPUExecutionProvider",)


class OnnxNetwork:
    """A `Network` run by onnxruntime on one thread per call. Raises InputError where weights are missing."""

    runtime = f"onnxruntime-{onnxruntime.__version__}"

    def __init__(self, shape: Shape, weights: Weights) -> None:
        self._input = Input(shape, weights)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # the encoder runs batches side by side
        options.enable_cpu_mem_arena = False  # each layer would keep one: 40 MB more, and no faster
        options.log_severity_level = 3  # errors alone, which are raised too
        with told_what_is_missing():
            self._layers = [
                onnxruntime.InferenceSession(_layer(shape, weights, f"encoder.layer.{k}"), options, providers=PROVIDERS)
                for k in range(shape.layers)
            ]

    def run(self, texts: Sequence[Sequence[int]], layers: Sequence[int]) -> list[Array]:
        """As `Network` has it."""
        lengths = np.array([len(text) for text in texts], dtype=np.int32)
        filled = np.arange(lengths.max()) < lengths[:, None]
        rows = self._input(texts)
        hidden = np.zeros((*filled.shape, rows.shape[1]), dtype=np.float32)
        hidden[filled] = rows
        found = [rows] if 0 in layers else []
        for number, layer in enumerate(self._layers[: max(layers)], start=1):
            (hidden,) = layer.run(None, {"hidden": hidden, "lengths": lengths})
            if number in layers:
                found.append(hidden[filled])
        return found


def _layer(shape: Shape, weights: Weights, layer: str) -> bytes:
    """A layer as an ONNX model: "hidden" (texts, pieces, hidden) and "lengths" (texts) → "new", shaped as "hidden".

    Names with a dot are tensors, named as in the file of the weights but for the layer; raises KeyError for a missing
    one.
    """
    mix, out, wide, narrow = "mix", "attention.output.dense", "intermediate.dense", "output.dense"

    def normalised(rows: str, skipped: str, dense: str, new: str) -> onnx.NodeProto:
        norm = dense.replace("dense", "LayerNorm")
        inputs = [rows, skipped, f"{norm}.weight", f"{norm}.bias", f"{dense}.bias"]
        return helper.make_node("SkipLayerNormalization", inputs, [new], domain=FUSED, epsilon=shape.epsilon)

    attend = ["hidden", f"{mix}.weight", f"{mix}.bias", "lengths"]
    nodes = [
        helper.make_node("Attention", attend, ["context"], domain=FUSED, num_heads=shape.heads),
        helper.make_node("MatMul", ["context", f"{out}.weight"], ["attended"]),
        normalised("attended", "hidden", out, "between"),
        helper.make_node("MatMul", ["between", f"{wide}.weight"], ["widened"]),
        helper.make_node("BiasGelu", ["widened", f"{wide}.bias"], ["active"], domain=FUSED),
        helper.make_node("MatMul", ["active", f"{narrow}.weight"], ["narrowed"]),
        normalised("narrowed", "between", narrow, "new"),
    ]
    mixed = dict(zip((f"{mix}.weight", f"{mix}.bias"), attention_input(weights, layer), strict=True))
    tensors = {
        name: mixed[name] if name in mixed else weights[f"{layer}.{name}"]
        for node in nodes
        for name in node.input
        if "." in name
    }
    number, size = onnx.TensorProto.FLOAT, ("texts", "pieces", shape.hidden)
    graph = helper.make_graph(
        nodes,
        "layer",
        inputs=[
            helper.make_tensor_value_info("hidden", number, size),
            helper.make_tensor_value_info("lengths", onnx.TensorProto.INT32, ("texts",)),
        ],
        outputs=[helper.make_tensor_value_info("new", number, size)],
        initializer=[numpy_helper.from_array(tensor.T, name) for name, tensor in tensors.items()],
    )
    sets = [helper.make_opsetid(domain, version) for domain, version in VERSIONS.items()]
    serialised: bytes = helper.make_model(graph, ir_version=FORMAT, opset_imports=sets).SerializeToString()
    return serialised
