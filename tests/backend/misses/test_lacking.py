"""Which missed messages were understood and lack only a value."""

from typing import Any

import pytest

from backend.misses.lacking import lexicon_lacking


def made_of_it(intent: str, confidence: float, entities: Any = ()) -> dict[str, Any]:
    ranking = [{"name": intent, "confidence": confidence}]
    return {"intent": intent, "ranking": ranking, "entities": list(entities)}


def test_sure_terms_without_a_value_lead_to_the_lexicon_of_the_language() -> None:
    understood = made_of_it("propose_terms", 0.98)
    assert lexicon_lacking(understood, "sv") == "assistant/nlu/lexicon/sv.yml"


@pytest.mark.parametrize(
    ("understood", "language"),
    [
        (made_of_it("propose_terms", 0.5), "sv"),
        (made_of_it("greet", 0.98), "sv"),
        (made_of_it("propose_terms", 0.98, [{"entity": "instalments", "value": 6}]), "sv"),
        (made_of_it("propose_terms", 0.98), "xx"),
        ({"ranking": []}, "sv"),
        ({}, "sv"),
    ],
)
def test_what_may_be_taught_leads_nowhere_else(understood: dict[str, Any], language: str) -> None:
    assert lexicon_lacking(understood, language) is None
