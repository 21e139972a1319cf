"""What our trained components share: a model of our own behind Rasa's door."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

from assistant.nlu.checksum import checksum


class TrainedComponent(GraphComponent):
    """A graph component around `model`, which is made by training and kept in Rasa's storage.

    `model_type` has `load(folder)`, and its models have `save(folder)`.
    """

    model_type: ClassVar[Any]

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
    ) -> TrainedComponent:
        """A component that is not trained yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TrainedComponent:
        """The trained component."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, cls.model_type.load(folder))

    @classmethod
    def learns_from(cls, config: Dict[str, Any]) -> List[Path]:
        """The folders that training reads besides the examples: our own code and lexicons."""
        return [Path(__file__).parent]

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> str:
        """Rasa's cache gives back what was trained before unless this has changed."""
        return checksum(cls.learns_from(config))

    def keep(self, model: Any) -> Resource:
        """Keeps a model that was just trained."""
        self.model = model
        with self.storage.write_to(self.resource) as folder:
            model.save(folder)
        return self.resource
