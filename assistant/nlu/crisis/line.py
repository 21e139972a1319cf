"""The second line in Rasa's pipeline: it stands after the intent classifier and may overrule it.

The classifier weighs all meanings against each other, and a message that tells of debts, a family and a
wish to be gone has many of them. This line asks one question alone, so that danger is not outvoted; it
must be surer of it only where the classifier is certain of another meaning.
"""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant.nlu.bare_value import is_only_a_value
from assistant.nlu.component import TrainedComponent
from assistant.nlu.crisis.lexicon import CrisisLexicon
from assistant.nlu.crisis.model import CrisisModel, Verdict
from assistant.nlu.crisis.ranking import with_crisis_first
from assistant.nlu.crisis.training import Aims, train
from assistant.nlu.intents import LANGUAGE

#: What a message is then understood as; nlu_data/contract.yml says the same.
EXPRESS_CRISIS = "express_crisis"
INTENT_RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CrisisLine(TrainedComponent, IntentClassifier):
    """Rasa's door to `CrisisModel`.

    Config: `least_recall` and `most_false_alarms`, which the threshold is fitted to, the latter first;
    `confidence`, the least with which a raised line is acted upon; `against`, from which confidence in
    another intent on the line is raised only when danger is at least as likely as `then` says.
    """

    model_type = CrisisModel

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Settings that config.yml may change."""
        return {
            "least_recall": 0.98,
            "most_false_alarms": 0.01,
            "confidence": 0.9,
            "against": 0.95,
            "then": 0.8,
            "typo_copies": 2,
            "penalty": 0.5,
            "longest_text": 600,
        }

    def train(self, training_data: TrainingData) -> Resource:
        """Learns those of the intent against all others."""
        examples = [example for example in training_data.intent_examples if example.get(TEXT)]
        model = train(
            texts=[example.get(TEXT) for example in examples],
            in_danger=[example.get(INTENT) == EXPRESS_CRISIS for example in examples],
            languages=[example.get(LANGUAGE) for example in examples],
            lexicon=CrisisLexicon.read(),
            aims=Aims(self.config["least_recall"], self.config["most_false_alarms"]),
            typo_copies=self.config["typo_copies"],
            penalty=self.config["penalty"],
        )
        return self.keep(model)

    def process(self, messages: List[Message]) -> List[Message]:
        """Adds `crisis`; where the line is raised, `intent` and `intent_ranking` say so too."""
        for message in messages:
            verdict = self._judge(message)
            ranking = message.get(INTENT_RANKING) or []
            best = ranking[0]["confidence"] if ranking else 0.0
            own, other = (best, 0.0) if _is_crisis(ranking) else (0.0, best)
            certain_of_another = other >= self.config["against"]
            if verdict.raised and (
                verdict.probability >= self.config["then"] or not certain_of_another
            ):
                confidence = max(verdict.probability, self.config["confidence"], own)
                ranking = with_crisis_first(ranking, EXPRESS_CRISIS, confidence)
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(INTENT_RANKING, ranking, add_to_output=True)
            found = {"raised": _is_crisis(ranking), "probability": verdict.probability}
            message.set("crisis", found, add_to_output=True)
        return messages

    def _judge(self, message: Message) -> Verdict:
        """A long message is judged by its beginning and by its end, where the worst is often said."""
        text, longest = message.get(TEXT) or "", self.config["longest_text"]
        if is_only_a_value(text, message.get(ENTITIES)):
            return Verdict(False, 0.0)
        parts = [text[:longest], text[-longest:]] if len(text) > longest else [text]
        return max(self.model.judge(part, message.get(LANGUAGE)) for part in parts)


def _is_crisis(ranking: List[Dict[str, Any]]) -> bool:
    return bool(ranking) and ranking[0]["name"] == EXPRESS_CRISIS
