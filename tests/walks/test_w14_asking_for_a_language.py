"""W14: what was said last is said again in the language that is asked for, all of it."""

import httpx
import pytest

from tests.walks.walking import walk_through
from tests.walks.written import Talk, talks


@pytest.mark.parametrize("talk", talks("w14_asking_for_a_language"), ids=str)
def test_what_stands_is_said_again_in_the_language_that_is_asked_for(
    http: httpx.Client, talk: Talk
) -> None:
    chat = walk_through(http, talk)
    assert chat.read()["language"] == talk.then
