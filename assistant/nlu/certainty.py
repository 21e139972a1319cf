"""How sure the assistant has to be before it acts: the more is at stake, the surer."""

from __future__ import annotations

from typing import Any, Dict, List

from rasa.core.constants import DEFAULT_NLU_FALLBACK_THRESHOLD
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, METADATA
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu.outright import ranked

SURE = "sure"
PLAUSIBLE = "plausible"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class CertaintyByRisk(FallbackClassifier):
    """Rasa's fallback with a threshold for each kind of intent.

    Config, beside Rasa's `threshold` and `ambiguity_threshold`: `by_risk`, names of kinds with
    `at_least` (0 to 1) and their `intents`; `binding`, from which on a message may bind somebody to
    money without being asked again; `plausible`, from which on a meaning is worth asking about;
    `alike`, groups of intents that lead to the same, so that asking which was meant would help nobody:
    where the two likeliest are of one group, they count together. Adds to each message `sure`, which
    what was typed as a command never is, and `plausible`, the likeliest two intents that are, best
    first.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Rasa's defaults, no kinds, and nothing binding below 0.9."""
        return {
            **FallbackClassifier.get_default_config(),
            "by_risk": {},
            "binding": 0.9,
            "plausible": 0.2,
            "alike": [],
        }

    def process(self, messages: List[Message]) -> List[Message]:
        """Takes an intent back that is not certain enough; what is said outright goes first."""
        for message in messages:
            _hear_what_is_said_outright(message)
            understood = message.get(INTENT) or {}
            typed_command = (message.get(METADATA) or {}).get("typed_command", False)
            certain = understood.get("confidence", 0.0) >= self.component_config["binding"]
            message.set(SURE, certain and not typed_command, add_to_output=True)
            message.set(PLAUSIBLE, self._plausible(message), add_to_output=True)
            needed = self._needed(understood.get("name"), message.get("intent_ranking") or [])
            FallbackClassifier({**self.component_config, **needed}).process([message])
        return messages

    def _needed(self, intent: Any, ranking: List[Dict[str, Any]]) -> Dict[str, float]:
        """The thresholds for this meaning; the second likeliest is no rival where it is alike."""
        threshold = self._threshold(intent)
        if self._alike(ranking):
            rest = max(0.0, threshold - ranking[1]["confidence"])
            return {"threshold": rest, "ambiguity_threshold": 0.0}
        return {"threshold": threshold}

    def _alike(self, ranking: List[Dict[str, Any]]) -> bool:
        names = {found["name"] for found in ranking[:2]}
        return len(names) == 2 and any(
            names <= set(group) for group in self.component_config["alike"]
        )

    def _plausible(self, message: Message) -> List[str]:
        ranking = message.get("intent_ranking") or []
        least = self.component_config["plausible"]
        likeliest = ranking[:1] if self._alike(ranking) else ranking[:2]
        return [found["name"] for found in likeliest if found["confidence"] >= least]

    def _threshold(self, intent: Any) -> float:
        for kind in self.component_config["by_risk"].values():
            if intent in kind["intents"]:
                return float(kind["at_least"])
        return float(self.component_config.get("threshold", DEFAULT_NLU_FALLBACK_THRESHOLD))


def _hear_what_is_said_outright(message: Message) -> None:
    ranking = ranked(message.get("intent_ranking") or [], message.get(ENTITIES) or [])
    if ranking is not None:
        message.set(INTENT, ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
