"""What the person wants: a sparse linear classifier over several languages at once.

Each feature counts twice: once shared by all languages, lightly, and once in the block of the
message's own language. One model so learns from all and is not confused by words that two
languages write alike. Confidence is a softmax with one temperature, fitted on held-out examples.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.bare_value import INFORM, is_only_a_value
from assistant.nlu.component import TrainedComponent
from assistant.nlu.concept_lexicon import ConceptLexicon
from assistant.nlu.dense.encoder import Encoder
from assistant.nlu.dense.weighing import DenseWeighing
from assistant.nlu.intent_model import IntentModel
from assistant.nlu.weighing import Weighing

LANGUAGE = "language"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SparseIntentClassifier(TrainedComponent, IntentClassifier):
    """Rasa's door to `IntentModel`; config: `typo_copies`, `strength`, `ranking`, `longest_text`.

    `encoder` names the folder of a sentence encoder, and `encoder_weight` how much its block counts
    beside a language's own, which counts 1 (docs/understanding.md); without it there is none.
    """

    model_type = IntentModel

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Settings that config.yml may change."""
        return {
            "typo_copies": 1,
            "strength": 10.0,
            "ranking": 5,
            "longest_text": 600,
            "encoder": None,
            "encoder_weight": 1.0,
        }

    @classmethod
    def learns_from(cls, config: Dict[str, Any]) -> List[Path]:
        """As `TrainedComponent.learns_from`, and the encoder's folder."""
        encoder = config.get("encoder")
        return super().learns_from(config) + ([Path(encoder)] if encoder else [])

    def train(self, training_data: TrainingData) -> Resource:
        """Learns from all examples with an intent; each carries its language."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        model = IntentModel.train(
            texts=[example.get(TEXT) for example in examples],
            intents=[example.get(INTENT) for example in examples],
            languages=[example.get(LANGUAGE) for example in examples],
            weighing=self._weighing(),
            typo_copies=self.config["typo_copies"],
            strength=self.config["strength"],
        )
        return self.keep(model)

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds `intent` and `intent_ranking` to each message."""
        for message in messages:
            text = (message.get(TEXT) or "")[: self.config["longest_text"]]
            ranking = self._rank(text, message.get(LANGUAGE))
            asked = (message.get(METADATA) or {}).get("asked")
            if asked and is_only_a_value(message.get(TEXT) or "", message.get(ENTITIES)):
                ranking = [
                    {"name": INFORM, "confidence": 1.0},
                    *({**other, "confidence": 0.0} for other in ranking if other["name"] != INFORM),
                ]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _weighing(self) -> Weighing:
        concepts = ConceptLexicon.read()
        if not self.config["encoder"]:
            return Weighing(concepts)
        encoder = Encoder(self.config["encoder"])
        return DenseWeighing(concepts, encoder=encoder, weight=self.config["encoder_weight"])

    def _rank(self, text: str, language: str) -> List[Dict[str, Any]]:
        probabilities = self.model.probabilities(text, language)
        best = np.argsort(probabilities)[::-1][: self.config["ranking"]]
        return [
            {"name": self.model.intents[index], "confidence": float(probabilities[index])}
            for index in best
        ]
