"""Problems whose sentence is in the reader's language: the text has the problem's name."""

from backend.live import TooFast
from backend.problems import Problem
from backend.services import Services
from backend.texts import say


def refusal(house: Services, language: str, status: int, kind: str, **values: str) -> Problem:
    """The problem `kind`, with the text of the same name."""
    return Problem(status, kind, say(house.texts, language, kind.replace("-", "_"), **values))


def too_fast(house: Services, language: str, seconds: int) -> TooFast:
    """The problem too-fast, with the time to wait."""
    return TooFast(say(house.texts, language, "too_fast"), seconds)
