"""How much of what people do the written conversations show, in each language."""

from typing import get_args

import pytest

from tests.stories.written import Pattern, conversations, languages

FEWEST = 40
FLOWS_OF_A_PATTERN = 3


@pytest.mark.parametrize("language", languages())
def test_a_language_has_enough_conversations(language: str) -> None:
    titles = [one.title for one in conversations(language)]
    assert len(titles) >= FEWEST
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("pattern", get_args(Pattern))
def test_a_pattern_is_shown_in_several_flows(pattern: str, language: str) -> None:
    flows = {one.flow for one in conversations(language) if one.pattern == pattern}
    assert len(flows) >= FLOWS_OF_A_PATTERN, sorted(flows)
