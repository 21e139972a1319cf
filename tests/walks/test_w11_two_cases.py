"""W11: a debtor with two cases hears of the other one once, and in which order to pay."""

import httpx
import pytest

from tests.walks.chat import said_by
from tests.walks.walking import begin_walk, say_line
from tests.walks.written import Talk, talks


@pytest.mark.parametrize("talk", talks("w11_two_cases"), ids=str)
def test_the_other_case_is_mentioned_once_and_the_order_is_told(
    talk: Talk, http: httpx.Client
) -> None:
    chat = begin_walk(http, talk)
    for line in talk.says:
        say_line(chat, line, talk.language)
    told = list(said_by(chat.transcript(), "assistant"))
    chat.say(talk.says[0].line)
    assert len(chat.last) == 1, "the other case is not brought up again"
    assert len(set(told)) == len(told)
