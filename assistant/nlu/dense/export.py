"""The folder of an exported encoder: `model.onnx` and `tokenizer.json`, opened and made ready.

ONNX Runtime and tokenizers are only needed here, and only once an encoder is opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Tuple

MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
#: Tokens of a message that are read, where the tokenizer itself does not say fewer.
MOST_TOKENS = 128


class EncoderError(Exception):
    """Why there is no encoder to use, as a sentence that says what to do."""


def opened(folder: str) -> Tuple[Any, Any]:
    """A `tokenizers.Tokenizer` and an `onnxruntime.InferenceSession`, or `EncoderError`."""
    for name in (MODEL, TOKENIZER):
        if not (Path(folder) / name).is_file():
            raise EncoderError(
                f"There is no {Path(folder) / name}. config.yml names {folder} as the encoder: put "
                f"{MODEL} and {TOKENIZER} there, or take the line out."
            )
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise EncoderError(
            f"{error.name} is not installed, which the encoder in {folder} needs: `make setup` "
            "installs requirements/encoder.txt where config.yml names an encoder."
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # a message has one core
    try:
        tokenizer = Tokenizer.from_file(str(Path(folder) / TOKENIZER))
        session = onnxruntime.InferenceSession(
            str(Path(folder) / MODEL), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # neither library has a narrower class for a file it cannot read
        raise EncoderError(
            f"The encoder in {folder} cannot be read; are its files whole, and not only pointers to "
            f"a large-file store? {error}"
        ) from error
    _cut_and_fill(tokenizer)
    return tokenizer, session


def _cut_and_fill(tokenizer: Any) -> None:
    """Long texts are cut, and the others of a batch filled up to its longest, not to a fixed length."""
    cut: Dict[str, Any] = dict(tokenizer.truncation or {})
    cut["max_length"] = min(MOST_TOKENS, cut.get("max_length", MOST_TOKENS))
    tokenizer.enable_truncation(**cut)
    fill: Dict[str, Any] = dict(tokenizer.padding or {})
    tokenizer.enable_padding(**{**fill, "length": None, "pad_to_multiple_of": None})
