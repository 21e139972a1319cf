"""A client's own canned replies are checked with its file."""

import pytest

from backend.clients.checking import check_file
from tests.backend.clients.files import DEMO, demo_text

FILE = DEMO / "se-energi.yaml"
BEFORE, AFTER = demo_text("se-energi").split("replies:\n")[0], "\nplans:\n  - from: 2024-03-01"
REST = demo_text("se-energi").split("plans:\n  - from: 2024-03-01")[1]


def faults(replies: str) -> list[str]:
    return [
        fault.says for fault in check_file(FILE, f"{BEFORE}replies: {replies}\n{AFTER}{REST}")[1]
    ]


@pytest.mark.parametrize(
    "replies",
    [
        "{goodbye: {text: {sv: Tack.}}}",
        "{advice: null}",
        "{new: {title: {sv: Nytt}, text: {sv: 'Kvar {total:money}.', en: 'Left {total:money}.'}}}",
    ],
)
def test_a_right_one_is_taken(replies: str) -> None:
    assert faults(replies) == []


@pytest.mark.parametrize(
    ("replies", "says"),
    [
        ("{new: {text: {sv: Hej.}}}", "has no title"),
        ("{new: null}", "the house has no such reply"),
        ("{goodbye: {text: {is: Takk.}}}", "is not one of the client's languages"),
        ("{goodbye: {text: {sv: 'Hej {namn}.'}}}", "has {namn} in it"),
        ("{goodbye: {text: {sv: 'Hej {total}.'}}}", "write {total:money}"),
        ("{goodbye: {text: {sv: 'Hej {total:money'}}}", "brace without its partner"),
        ("{goodbye: {text: {sv: 'Hej!'}}}", "has '!' in it"),
        ("{goodbye: {text: {}}}", "at least 1"),
    ],
)
def test_what_is_wrong_is_said_with_its_cure(replies: str, says: str) -> None:
    assert any(says in fault for fault in faults(replies)), faults(replies)
