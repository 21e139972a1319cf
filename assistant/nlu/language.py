"""Which language a message is written in, with the conversation so far as a strong hint."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.language_model import LanguageModel

LANGUAGE = "language"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=True)
class LanguageIdentifier(GraphComponent):
    """Rasa's door to `LanguageModel`.

    Config: `stay`, the chance that a person goes on in the language of the turn before. The
    conversation's language arrives as `language` in the message's metadata.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Settings that config.yml may change."""
        return {"stay": 0.95}

    def __init__(
        self, config: Dict[str, Any], storage: ModelStorage, resource: Resource, model: Any = None
    ) -> None:
        self.config = config
        self.storage = storage
        self.resource = resource
        self.model = model

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageIdentifier:
        """A component that is not trained yet."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns each language from the examples in its folder."""
        by_language: Dict[str, List[str]] = {}
        for example in training_data.intent_examples:
            by_language.setdefault(example.get(LANGUAGE), []).append(example.get(TEXT))
        self.model = LanguageModel.train(by_language)
        with self.storage.write_to(self.resource) as folder:
            self.model.save(folder)
        return self.resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Examples know their language from their folder."""
        return training_data

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LanguageIdentifier:
        """The trained component."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LanguageModel.load(folder))

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds `language` and `language_confidence` to each message."""
        for message in messages:
            before = (message.get(METADATA) or {}).get(LANGUAGE)
            language, confidence = self.model.decide(
                message.get(TEXT) or "", before, self.config["stay"]
            )
            message.set(LANGUAGE, language, add_to_output=True)
            message.set("language_confidence", confidence, add_to_output=True)
        return messages
