"""Which language a message is written in, with the conversation so far as a strong hint."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.component import TrainedComponent
from assistant.nlu.language_model import LanguageModel

LANGUAGE = "language"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class LanguageIdentifier(TrainedComponent):
    """Rasa's door to `LanguageModel`.

    Config: `stay`, the chance that a person goes on in the language of the turn before. In the
    message's metadata `language` is the conversation's so far and `languages` those on offer.
    """

    model_type = LanguageModel

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Settings that config.yml may change."""
        return {"stay": 0.95}

    def train(self, training_data: TrainingData) -> Resource:
        """Learns each language from the examples in its folder."""
        by_language: Dict[str, List[str]] = {}
        for example in training_data.intent_examples:
            by_language.setdefault(example.get(LANGUAGE), []).append(example.get(TEXT))
        return self.keep(LanguageModel.train(by_language))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples know their language from their folder."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds `language` and `language_confidence` to each message."""
        for message in messages:
            hints = message.get(METADATA) or {}
            language, confidence = self.model.decide(
                message.get(TEXT) or "",
                hints.get(LANGUAGE),
                self.config["stay"],
                spoken=hints.get("languages"),
            )
            message.set(LANGUAGE, language, add_to_output=True)
            message.set("language_confidence", confidence, add_to_output=True)
        return messages
