"""Reads the product's files as Rasa's training data.

What Rasa's own reader does not do: an example's language is its folder's name, the intents of
nlu_data/contract.yml are the domain's, and so is every text of assistant/responses/. A new intent or
text needs no second entry.
"""

from pathlib import Path
from typing import Any, Dict, Optional, Text

import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.importers import utils
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from backend.wording import Catalogue

RESPONSES = Path(__file__).parent / "responses"
CONTRACT = Path(__file__).parent.parent / "nlu_data" / "contract.yml"


class LanguageFolders(RasaFileImporter):
    """Training data with one folder a language, and responses from the text catalogues."""

    def get_nlu_data(self, language: Optional[Text] = None) -> TrainingData:
        """All examples, each with `language` set to the folder that it stands in."""
        merged = TrainingData()
        for path in self._nlu_files:
            read = utils.training_data_from_paths([path], language or "")
            for example in read.training_examples:
                example.set("language", Path(path).parent.name)
            merged = merged.merge(read)
        return merged

    def get_domain(self) -> Domain:
        """The domain's files, the contract's intents, and a stub for each text.

        The text itself comes from the generator.
        """
        subjects = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
        responses: Dict[str, Any] = {
            f"utter_{key}": [{"text": key}]
            for catalogue in Catalogue.read_folder(RESPONSES).values()
            for key in catalogue.texts
        }
        added = {
            "intents": [intent for intents in subjects.values() for intent in intents],
            "responses": responses,
        }
        return super().get_domain().merge(Domain.from_dict(added))
