"""A message that is a value and nothing else: what it means was asked, whatever its letters resemble."""

from typing import Any, List, Mapping, Optional

#: What it is then understood as; nlu_data/contract.yml says the same.
INFORM = "inform"
#: These are wishes of their own, asked for or not: another language, plainer words, more time,
#: something else, papers.
_NO_VALUE = {"language", "more_time", "other", "plain", "rhythm", "subject"}


def is_only_a_value(text: str, entities: Optional[List[Mapping[str, Any]]]) -> bool:
    """Whether the values found leave nothing of the message but signs and spaces."""
    values = [found for found in entities or [] if found["entity"] not in _NO_VALUE]
    left = list(text)
    for found in values:
        for place in range(found["start"], min(found["end"], len(left))):
            left[place] = " "
    return bool(values) and not any(sign.isalnum() for sign in left)
