"""What a judge has found in a conversation."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What may be wrong with a conversation."""

    FIGURE = "wrong figure"
    RULE = "rule violation"
    LOOP = "loop"
    REPEAT = "repeated sentence"
    LANGUAGE = "answer in another language"
    FAILURE = "failure"


@dataclass(frozen=True)
class Finding:
    """A fault, in which turn (counted from the greeting, 0), and what was found."""

    fault: Fault
    turn: int
    what: str
