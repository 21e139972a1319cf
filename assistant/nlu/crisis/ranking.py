"""What a ranking of intents becomes when one is found by other means."""

from typing import Any, Dict, List


def with_crisis_first(
    ranking: List[Dict[str, Any]], crisis: str, confidence: float
) -> List[Dict[str, Any]]:
    """The others share what is left, in their order; the ranking does not grow."""
    others = [other for other in ranking if other["name"] != crisis]
    shared = [{**other, "confidence": other["confidence"] * (1 - confidence)} for other in others]
    return [{"name": crisis, "confidence": confidence}, *shared][: max(len(ranking), 1)]
