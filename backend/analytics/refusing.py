"""What cannot be counted, said in the reader's language."""

from typing import Any

from backend.analytics.wording import words
from backend.problems import Problem
from backend.services import Services


def refuse(house: Services, language: str, text: str, **values: Any) -> Problem:
    """The problem with the text's name, 422."""
    return Problem(422, text.replace("_", "-"), words(language).write(text, values))
