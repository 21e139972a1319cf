"""The classifier with a tiny encoder beside its sparse features: trained, kept, loaded and asked."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Optional

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.concept_lexicon import ConceptLexicon
from assistant.nlu.dense.encoder import Encoder
from assistant.nlu.dense.export import EncoderError
from assistant.nlu.dense.weighing import DenseWeighing
from assistant.nlu.intent_model import IntentModel
from assistant.nlu.intents import SparseIntentClassifier
from tests.assistant.nlu.dense import tiny_encoder

#: Words that no lexicon has. Those with one vector mean the same, and share no run of letters.
WORDS = {
    "0": [0.6, 0.8],
    "blim": [1.0, 0.0],
    "zorp": [1.0, 0.0],
    "dasg": [0.0, 1.0],
    "quex": [0.0, 1.0],
}
OTHER_NUMBERS = {word: [-first, second] for word, (first, second) in WORDS.items()}
THREE_NUMBERS = {word: [*vector, 0.0] for word, vector in WORDS.items()}
EXAMPLES = [
    ("blim", "deny"),
    ("blim blim", "deny"),
    ("dasg", "affirm"),
    ("dasg dasg", "affirm"),
] * 3
CONTEXT = ExecutionContext(GraphSchema({}))
RESOURCE = Resource("classifier")


@dataclass(frozen=True)
class Kept:
    """A classifier as training left it, and again as it is loaded."""

    trained: SparseIntentClassifier
    loaded: SparseIntentClassifier


def _train_and_load(folder: Path, encoder: Optional[str]) -> Kept:
    storage = LocalModelStorage.create(folder)
    config = {
        **SparseIntentClassifier.get_default_config(),
        "encoder": encoder,
        "encoder_weight": 2.0,
    }
    classifier = SparseIntentClassifier.create(config, storage, RESOURCE, CONTEXT)
    examples = [
        Message(data={"text": text, "intent": intent, "language": "en"})
        for text, intent in EXAMPLES
    ]
    classifier.train(TrainingData(examples))
    return Kept(classifier, SparseIntentClassifier.load(config, storage, RESOURCE, CONTEXT))


@pytest.fixture(scope="module")
def dense(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    encoder = tiny_encoder.write(tmp_path_factory.mktemp("tiny"), WORDS)
    return _train_and_load(tmp_path_factory.mktemp("model"), encoder)


def _understood(classifier: SparseIntentClassifier, text: str) -> Dict[str, Any]:
    message = Message(data={"text": text, "language": "en"})
    classifier.process([message])
    return message.get("intent")


def test_a_word_that_no_line_has_is_understood_by_its_meaning(dense: Kept) -> None:
    assert _understood(dense.loaded, "zorp")["name"] == "deny"
    assert _understood(dense.loaded, "quex")["name"] == "affirm"


def test_without_an_encoder_such_words_are_all_one(tmp_path: Path) -> None:
    sparse = _train_and_load(tmp_path, None).loaded
    assert _understood(sparse, "blim")["name"] == "deny"
    assert _understood(sparse, "zorp") == _understood(sparse, "quex")


def test_what_is_loaded_predicts_the_same(dense: Kept) -> None:
    for text in ["zorp", "blim quex", "🙂"]:
        again = dense.loaded.model.probabilities(text, "en")
        assert again == pytest.approx(dense.trained.model.probabilities(text, "en"), abs=0.01)


def test_a_message_alone_weighs_what_it_weighs_among_many(dense: Kept) -> None:
    weighing = dense.trained.model.weighing
    among_many = weighing.rows(["zorp blim", "quex"], ["en", "en"]).toarray()[0]
    alone = np.zeros(len(among_many))
    for row, value in weighing.weighted("zorp blim", "en"):
        alone[row] += value
    assert among_many == pytest.approx(alone, abs=1e-5)
    assert alone[-2:] == pytest.approx([2.0, 0.0])  # the encoder's block, times its weight


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (THREE_NUMBERS, "gives 3 numbers, and not 2"),
        (OTHER_NUMBERS, "gives other numbers"),
    ],
)
def test_another_encoder_in_the_folder_is_refused(
    tmp_path: Path, now: Dict[str, List[float]], change: str
) -> None:
    encoder = Encoder(tiny_encoder.write(tmp_path / "tiny", WORDS))
    texts, intents = zip(*EXAMPLES)
    weighing = DenseWeighing(ConceptLexicon({}), encoder=encoder, weight=1.0)
    model = IntentModel.train(texts, intents, ["en"] * len(texts), weighing, 1, 10.0)
    model.save(tmp_path)
    tiny_encoder.write(tmp_path / "tiny", now)
    with pytest.raises(EncoderError, match=f"{change}.*make train"):
        IntentModel.load(tmp_path)


def test_another_encoder_in_the_folder_is_learnt_from_anew(tmp_path: Path) -> None:
    config = {"encoder": tiny_encoder.write(tmp_path, WORDS)}
    before = SparseIntentClassifier.fingerprint_addon(config)
    tiny_encoder.write(tmp_path, WORDS)
    assert SparseIntentClassifier.fingerprint_addon(config) == before
    tiny_encoder.write(tmp_path, OTHER_NUMBERS)
    assert SparseIntentClassifier.fingerprint_addon(config) != before


def test_without_an_encoder_its_libraries_are_not_even_loaded() -> None:
    script = """
import sys
from assistant import rasa_patches
rasa_patches.leave_tensorflow_out()
from assistant.nlu.intents import ConceptLexicon, SparseIntentClassifier, Weighing
Weighing(ConceptLexicon({})).learn(["a b", "a b"], ["en", "en"])
print(sorted({"onnxruntime", "tokenizers"} & set(sys.modules)))
"""
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert found.stdout.strip() == "[]", found.stderr
