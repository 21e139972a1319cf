"""The numbers of a message with one more block: what an encoder takes it to mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack

from assistant.nlu.dense.encoder import Encoder
from assistant.nlu.dense.export import EncoderError
from assistant.nlu.weighing import Weighing, Weighted

#: How far the same encoder's numbers may lie apart on two machines.
NEAR = 0.02


@dataclass
class DenseWeighing(Weighing):
    """The encoder's numbers stand behind the vocabulary's columns; as a block they count `weight`."""

    encoder: Encoder = field(kw_only=True)
    weight: float = field(kw_only=True)

    @classmethod
    def beside(cls, sparse: Weighing, remembered: Mapping[str, Any]) -> DenseWeighing:
        """A trained one again. Raises `EncoderError` when the folder has another encoder now."""
        encoder = Encoder(remembered["folder"])
        before = np.array(remembered["probe"], dtype=np.float32)
        if encoder.dimension != len(before):
            change = f"gives {encoder.dimension} numbers, and not {len(before)}"
        elif not np.allclose(encoder.probe, before, atol=NEAR):
            change = "gives other numbers"
        else:
            return cls(
                sparse.concepts,
                sparse.vocabulary,
                sparse.rarity,
                encoder=encoder,
                weight=remembered["weight"],
            )
        raise EncoderError(
            f"The encoder in {encoder.folder} {change} than when the model was trained: put that one "
            "back, or train anew with `make train`."
        )

    def learn(self, texts: Sequence[str], languages: Sequence[str]) -> csr_matrix:
        """As `Weighing.learn`; of the encoder nothing is learnt."""
        return self._with_meaning(super().learn(texts, languages), texts)

    def rows(self, texts: Sequence[str], languages: Sequence[str]) -> csr_matrix:
        """As `Weighing.rows`."""
        return self._with_meaning(super().rows(texts, languages), texts)

    def weighted(self, text: str, language: str) -> Weighted:
        """As `Weighing.weighted`."""
        meaning = self.weight * self.encoder.vectors([text])[0]
        behind = enumerate(meaning.tolist(), len(self.vocabulary))
        return super().weighted(text, language) + list(behind)

    def words(self) -> Dict[str, Any]:
        """As `Weighing.words`, with what `beside` takes; the encoder itself stays in its folder."""
        encoder = {
            "folder": self.encoder.folder,
            "weight": self.weight,
            "probe": self.encoder.probe.tolist(),
        }
        return {**super().words(), "encoder": encoder}

    def _with_meaning(self, sparse: csr_matrix, texts: Sequence[str]) -> csr_matrix:
        meaning = csr_matrix(self.weight * self.encoder.vectors(texts), dtype=np.float32)
        return hstack([sparse, meaning]).tocsr()
