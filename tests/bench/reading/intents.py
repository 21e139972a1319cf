"""How well messages of public sets are understood, by our classifier and by what it replaces."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline, make_union

from assistant.nlu.concept_lexicon import ConceptLexicon
from assistant.nlu.intent_model import IntentModel
from assistant.nlu.weighing import Weighing
from tests.bench.reading.cases import row
from tests.bench.reading.public_sets import Example, banking, dialects
from tests.bench.reading.scores import calibration_error

STRENGTH = 10.0
#: One probability an intent, for one message.
Reader = Callable[[str], np.ndarray]
Learner = Callable[[list[Example], str], tuple[list[str], Reader]]


def intents(folder: Path) -> Iterator[dict[str, str]]:
    """Rows a set: ours, ours without the concept lexicon, and counts with logistic regression."""
    sets = {
        "BANKING77, 10 an intent": (*banking(folder, 10), "en"),
        "BANKING77, 30 an intent": (*banking(folder, 30), "en"),
        "BANKING77, full": (*banking(folder), "en"),
        "NorSID, all dialects": (*dialects(folder), "nb"),
    }
    learners: dict[str, Learner] = {
        "ours": _ours(ConceptLexicon.read()),
        "without concepts": _ours(ConceptLexicon({})),
        "as Rasa's light pipeline": _counts,
    }
    for name, (train, test, language) in sets.items():
        for who, learner in learners.items():
            yield _measured(f"{name}: {who}", learner, train, test, language)


def _ours(concepts: ConceptLexicon) -> Learner:
    def learn(train: list[Example], language: str) -> tuple[list[str], Reader]:
        texts, wanted = zip(*train, strict=True)
        languages = [language] * len(train)
        model = IntentModel.train(texts, wanted, languages, Weighing(concepts), 0, STRENGTH)
        return model.intents, lambda text: model.probabilities(text, language)

    return learn


def _counts(train: list[Example], language: str) -> tuple[list[str], Reader]:
    """What CountVectorsFeaturizer twice and LogisticRegressionClassifier do by default."""
    texts, wanted = zip(*train, strict=True)
    counted = make_union(CountVectorizer(), CountVectorizer(analyzer="char_wb", ngram_range=(1, 4)))
    pipeline = make_pipeline(counted, LogisticRegression(class_weight="balanced", max_iter=100))
    pipeline.fit(texts, wanted)
    return list(pipeline.classes_), lambda text: pipeline.predict_proba([text])[0]


def _measured(
    what: str, learner: Learner, train: list[Example], test: list[Example], language: str
) -> dict[str, str]:
    began = time.perf_counter()
    names, read = learner(train, language)
    trained = time.perf_counter()
    chances = np.array([read(text) for text, _ in test])
    each = (time.perf_counter() - trained) / len(test) * 1000
    found = np.array([names[place] for place in chances.argmax(axis=1)])
    wanted = np.array([intent for _, intent in test])
    right = found == wanted
    macro = f1_score(wanted, found, average="macro", zero_division=0)
    measured = (
        f"{right.mean():.1%}, macro-F1 {macro:.3f}, "
        f"calibration error {calibration_error(chances.max(axis=1), right):.3f}"
    )
    return row(what, measured, f"trained in {trained - began:.0f} s, {each:.2f} ms each")
