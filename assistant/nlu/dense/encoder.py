"""What a text means, as a pretrained sentence encoder sees it: one vector a text."""

from __future__ import annotations

from typing import Any, List, Sequence, Tuple

import numpy as np

from assistant.nlu.dense.export import EncoderError, opened

BATCH = 32
#: What a model may want, and what the tokenizer calls it.
INPUTS = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}
#: What exports call one vector a text, and one vector a token, which is averaged.
POOLED = ("sentence_embedding",)
A_TOKEN_EACH = ("last_hidden_state", "token_embeddings")
#: How one encoder is told from another; any text does that is always the same.
PROBE = "0 1 2 3"


class Encoder:
    """Texts as vectors of length 1, `dimension` numbers each. `folder` is kept as it was named.

    Raises `EncoderError` when there is none in the folder, or one that is not for sentences.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._tokenizer, self._session = opened(folder)
        self._inputs = _inputs(folder, self._session)
        self._output, self._is_pooled = _output(folder, self._session)
        self.probe = self.vectors([PROBE])[0]
        self.dimension = len(self.probe)

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """A row a text, as float32."""
        batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
        return np.vstack([self._of_batch(list(batch)) for batch in batches])

    def _of_batch(self, texts: List[str]) -> np.ndarray:
        read = self._tokenizer.encode_batch(texts)
        given = {name: _numbers(read, INPUTS[name]) for name in self._inputs}
        found = self._session.run([self._output], given)[0].astype(np.float32)
        pooled = found if self._is_pooled else _mean(found, _numbers(read, "attention_mask"))
        lengths = np.linalg.norm(pooled, axis=1, keepdims=True)
        return np.asarray(pooled / np.maximum(lengths, 1e-12))


def _numbers(read: Sequence[Any], what: str) -> np.ndarray:
    """A row a text, a column a token."""
    return np.array([getattr(one, what) for one in read], dtype=np.int64)


def _mean(of_tokens: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """The mean of each text's own tokens; what fills up a batch's shorter texts does not count."""
    counted = mask[:, :, None].astype(np.float32)
    return np.asarray((of_tokens * counted).sum(axis=1) / np.maximum(counted.sum(axis=1), 1))


def _inputs(folder: str, session: Any) -> List[str]:
    names = [given.name for given in session.get_inputs()]
    unknown = [name for name in names if name not in INPUTS]
    if unknown:
        raise EncoderError(
            f"The encoder in {folder} wants {', '.join(unknown)}, which a text alone does not give; "
            "take one that was exported for feature extraction."
        )
    return names


def _output(folder: str, session: Any) -> Tuple[str, bool]:
    """The output to take, and whether it is already one vector a text."""
    names = [given.name for given in session.get_outputs()]
    for name in (*POOLED, *A_TOKEN_EACH):
        if name in names:
            return name, name in POOLED
    raise EncoderError(
        f"The encoder in {folder} gives {', '.join(names)}, and none of "
        f"{', '.join((*POOLED, *A_TOKEN_EACH))}; take one that was exported for feature extraction."
    )
