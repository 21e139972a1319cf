"""W8: too much a month is lowered to the floor of the rules, and then put off or left to a person."""

import httpx
import pytest

from tests.walks.case_system import CaseSystem
from tests.walks.walking import begin_walk, say_line
from tests.walks.written import Talk, talks

#: Thirty days after the pinned day, by the rules of each client in the file.
LATEST = "2026-12-21"


@pytest.mark.parametrize("talk", talks("w8_too_much"), ids=str)
def test_too_much_is_lowered_to_the_floor_and_then_put_off(
    talk: Talk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, talk)
    for line in talk.says:
        say_line(chat, line, talk.language)
    case = cases.case(talk.case)
    assert case["plan"] is None
    assert case["deferred_until"] == LATEST


@pytest.mark.parametrize("talk", talks("w8_below_the_floor"), ids=str)
def test_what_is_too_much_even_at_the_floor_is_for_a_person(
    talk: Talk, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = begin_walk(http, talk)
    for line in talk.says:
        say_line(chat, line, talk.language)
    assert cases.case(talk.case)["plan"] is None
