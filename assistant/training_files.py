"""Reads the product's files as Rasa's training data.

What Rasa's own reader does not do: an example's language is its folder's name, and the intents of
nlu_data/contract.yml are the domain's, so that a new intent needs no second entry.
"""

from pathlib import Path
from typing import Optional

import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.importers import utils
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

CONTRACT = Path(__file__).parent.parent / "nlu_data" / "contract.yml"


class LanguageFolders(RasaFileImporter):
    """Training data with one folder a language."""

    def get_nlu_data(self, language: Optional[str] = None) -> TrainingData:
        """All examples, each with `language` set to the folder that it stands in."""
        files = []
        for path in self._nlu_files:
            read = utils.training_data_from_paths([path], language or "")
            for example in read.training_examples:
                example.set("language", Path(path).parent.name)
            files.append(read)
        return TrainingData().merge(*files)  # at once, since each merge copies all examples

    def get_domain(self) -> Domain:
        """The domain's files and the contract's intents."""
        subjects = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
        intents = [intent for intents in subjects.values() for intent in intents]
        return super().get_domain().merge(Domain.from_dict({"intents": intents}))
