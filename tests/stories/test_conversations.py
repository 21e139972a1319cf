"""Real text in, through the trained model and the running product."""

import httpx
import pytest

from tests.stories.playing import check_ending, play
from tests.stories.written import Conversation, conversations
from tests.walks.case_system import CaseSystem


@pytest.mark.parametrize("written", conversations(), ids=str)
def test_a_conversation_goes_as_it_is_written(
    written: Conversation, http: httpx.Client, cases: CaseSystem
) -> None:
    chat = play(http, written)
    check_ending(chat, cases, written.case, written.then)
