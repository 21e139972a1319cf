"""What is said outright outweighs what the classifier makes of the words around it."""

from typing import Any, Dict, List, Optional

import pytest

from assistant.nlu.outright import ranked


def _ranked(subject: str, intent: str, confidence: float = 0.9) -> Optional[List[Dict[str, Any]]]:
    ranking = [{"name": intent, "confidence": confidence}, {"name": "ask_fees", "confidence": 0.05}]
    return ranked(ranking, [{"entity": "subject", "value": subject}])


@pytest.mark.parametrize(
    ("subject", "intent", "means"),
    [
        ("under_age", "report_hardship", "report_representative"),
        ("under_age", "propose_terms", "report_representative"),
        ("identity_theft", "dispute_debt", "report_wrong_person"),
        ("papers", "ask_claim_origin", "request_document"),
    ],
)
def test_the_phrase_decides(subject: str, intent: str, means: str) -> None:
    ranking = _ranked(subject, intent)
    assert ranking is not None
    assert ranking[0]["name"] == means
    assert intent in [found["name"] for found in ranking[1:]]


@pytest.mark.parametrize("subject", ["under_age", "identity_theft", "papers"])
def test_danger_is_never_outweighed(subject: str) -> None:
    assert _ranked(subject, "express_crisis") is None


@pytest.mark.parametrize("intent", ["dispute_debt", "report_payment_made", "request_plan"])
def test_papers_that_are_only_named_beside_a_clear_wish_change_nothing(intent: str) -> None:
    assert _ranked("papers", intent) is None
    unsure = _ranked("papers", intent, 0.3)
    assert unsure is not None
    assert unsure[0]["name"] == "request_document"


def test_a_child_that_is_mentioned_changes_nothing_by_itself() -> None:
    assert _ranked("child", "report_hardship") is None
