"""Writes an encoder that ONNX Runtime and tokenizers really load: a table of vectors, a row a word."""

from pathlib import Path
from typing import Dict, List, Sequence

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing

#: Words that every tiny encoder has; the padding's vector is large, so that counting it would show.
SPECIAL = ["[PAD]", "[UNK]", "[END]"]
LOUD = 100.0


def write(
    folder: Path,
    words: Dict[str, Sequence[float]],
    inputs: Sequence[str] = ("input_ids", "attention_mask"),
    output: str = "last_hidden_state",
) -> str:
    """The folder's name. A `sentence_embedding` is the largest of each number."""
    dimension = len(next(iter(words.values())))
    table = [[LOUD] * dimension, [0.0] * dimension, [0.0] * dimension, *words.values()]
    folder.mkdir(parents=True, exist_ok=True)
    _write_tokenizer(folder, [*SPECIAL, *words])
    _write_model(folder, np.array(table, dtype=np.float32), inputs, output)
    return str(folder)


def _write_tokenizer(folder: Path, words: List[str]) -> None:
    tokenizer = Tokenizer(
        WordLevel({word: number for number, word in enumerate(words)}, unk_token="[UNK]")
    )
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.post_processor = TemplateProcessing(single="$A [END]", special_tokens=[("[END]", 2)])
    # Some exports fill up every text to a fixed length, which would cost their time a message.
    tokenizer.enable_padding(pad_id=0, pad_token="[PAD]", length=16)
    tokenizer.save(str(folder / "tokenizer.json"))


def _write_model(folder: Path, table: np.ndarray, inputs: Sequence[str], output: str) -> None:
    pooled = output == "sentence_embedding"
    steps = [helper.make_node("Gather", ["table", "input_ids"], ["each" if pooled else output])]
    if pooled:
        steps.append(helper.make_node("ReduceMax", ["each"], [output], axes=[1], keepdims=0))
    shape = ["texts", table.shape[1]] if pooled else ["texts", "tokens", table.shape[1]]
    graph = helper.make_graph(
        steps,
        "tiny",
        [
            helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"])
            for name in inputs
        ],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape)],
        [numpy_helper.from_array(table, "table")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(folder / "model.onnx"))
