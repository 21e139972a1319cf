"""Values in a message as Rasa entities: amounts, dates, counts, contacts, and named languages."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional

import yaml
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, METADATA, TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.features import fold
from assistant.nlu.values import read_values
from assistant.nlu.values.lexicon_files import languages, lexicon

_NAMES = Path(__file__).parent / "language_names.yml"
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class ValueExtractor(GraphComponent, EntityExtractorMixin):
    """Rasa's door to `read_values`.

    The message's metadata may carry `asked` (what the assistant asked for) and `today`; otherwise
    today is ASSISTANT_TODAY or the machine's day.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Settings that config.yml may change."""
        return {"longest_text": 2000}

    def __init__(self, config: Dict[str, Any]) -> None:
        self.config = config
        names = yaml.safe_load(_NAMES.read_text(encoding="utf-8"))
        self.languages = {fold(name): code for code, called in names.items() for name in called}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ValueExtractor:
        """The component; it has nothing to learn. Reading the words takes time, so it is done now."""
        for language in languages():
            lexicon(language)
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds the values found to each message's entities."""
        for message in messages:
            text = (message.get(TEXT) or "")[: self.config["longest_text"]]
            metadata = message.get(METADATA) or {}
            values = read_values(
                text,
                language=message.get("language"),
                today=_today(metadata.get("today")),
                asked=metadata.get("asked"),
            )
            entities = [
                {
                    "entity": found.entity,
                    "value": found.json_value(),
                    "start": found.start,
                    "end": found.end,
                    "extractor": type(self).__name__,
                    **found.extra,
                }
                for found in values
            ]
            named = list(self._named_languages(text))
            message.set(ENTITIES, entities + named, add_to_output=True)
        return messages

    def _named_languages(self, text: str) -> Iterator[Dict[str, Any]]:
        for word in _WORD.finditer(text):
            code = self.languages.get(fold(word.group()))
            if code:
                yield {
                    "entity": "language",
                    "value": code,
                    "start": word.start(),
                    "end": word.end(),
                    "extractor": type(self).__name__,
                }


def _today(given: Optional[str]) -> date:
    pinned = given or os.environ.get("ASSISTANT_TODAY")
    return date.fromisoformat(pinned) if pinned else date.today()
