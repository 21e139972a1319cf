"""W13: the same content in plainer words, kept on until the usual ones are asked for."""

import httpx
import pytest

from tests.walks.walking import walk_through
from tests.walks.written import Talk, talks


@pytest.mark.parametrize("talk", talks("w13_plain_words"), ids=str)
def test_plainer_words_are_kept_on_when_they_are_asked_for(http: httpx.Client, talk: Talk) -> None:
    walk_through(http, talk)
