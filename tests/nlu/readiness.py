"""How ready a language is, by what it understands of each intent in nlu_data/contract.yml."""

from collections.abc import Mapping
from pathlib import Path

import yaml

CONTRACT = Path(__file__).resolve().parents[2] / "nlu_data" / "contract.yml"
LEVELS = ("required", "usable", "complete")
NONE = "not ready"
#: Of an intent's unseen messages so many must be understood for the intent to count as there.
LEAST_OF_AN_INTENT = 0.5

IMPORTANCE: dict[str, str] = {
    intent: about["importance"]
    for intents in yaml.safe_load(CONTRACT.read_text(encoding="utf-8")).values()
    for intent, about in intents.items()
}


def level(shares: Mapping[str, float]) -> str:
    """The highest level of which all intents, and all of the levels below it, are there.

    `shares` has for each intent how much of it is understood, 0 to 1; one that is missing is not.
    """
    reached = NONE
    for name in LEVELS:
        needed = [intent for intent, importance in IMPORTANCE.items() if importance == name]
        if any(shares.get(intent, 0) < LEAST_OF_AN_INTENT for intent in needed):
            break
        reached = name
    return reached
