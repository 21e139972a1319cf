"""A raised line goes before the classifier's own ranking."""

import pytest

from assistant.nlu.crisis.ranking import with_crisis_first

RANKING = [
    {"name": "report_hardship", "confidence": 0.6},
    {"name": "express_crisis", "confidence": 0.3},
    {"name": "thank", "confidence": 0.1},
]


def test_it_stands_first_and_once_and_the_others_keep_their_order() -> None:
    ranking = with_crisis_first(RANKING, "express_crisis", 0.9)
    assert [found["name"] for found in ranking] == ["express_crisis", "report_hardship", "thank"]
    assert ranking[0]["confidence"] == 0.9
    assert ranking[1]["confidence"] == pytest.approx(0.06)


def test_the_ranking_does_not_grow() -> None:
    assert len(with_crisis_first(RANKING, "other", 0.9)) == len(RANKING)


def test_there_need_be_no_ranking() -> None:
    assert with_crisis_first([], "express_crisis", 0.9) == [
        {"name": "express_crisis", "confidence": 0.9}
    ]
