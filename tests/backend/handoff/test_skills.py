"""Who is trained for which reasons."""

from backend.handoff.reasons import reasons
from backend.handoff.skills import beyond, skills


def test_each_reason_of_a_skill_is_a_reason_and_in_one_skill_only() -> None:
    listed = [reason for of in skills().values() for reason in of]
    assert set(listed) <= reasons().keys()
    assert len(set(listed)) == len(listed)


def test_a_crisis_is_for_everybody() -> None:
    assert not any("crisis" in of for of in skills().values())


def test_whoever_has_no_skills_set_is_trained_for_all() -> None:
    assert beyond([]) == frozenset()


def test_whoever_has_one_is_not_trained_for_the_others() -> None:
    assert "dispute" in beyond(["hardship"])
    assert not beyond(["hardship"]) & {"hardship", "requested", "crisis"}
