"""Messages with what they mean, and Rasa's files of them."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

#: Where it begins and ends in the text, and what it is.
Span = tuple[int, int, str]


@dataclass(frozen=True)
class Line:
    """A message; `intent` is "" where it means nothing that is taught."""

    text: str
    intent: str
    language: str
    spans: list[Span] = field(default_factory=list)


def write_training_data(path: Path, lines: Iterable[Line]) -> None:
    """Rasa's JSON, where a text needs no escapes; each example carries its language."""
    path.write_text(json.dumps({"rasa_nlu_data": {"common_examples": [*map(_example, lines)]}}))


def write_lines(path: Path, lines: Iterable[Line]) -> None:
    """For the process that reads them."""
    path.write_text(json.dumps([asdict(line) for line in lines]))


def _example(line: Line) -> dict[str, Any]:
    return {
        "text": line.text,
        "intent": line.intent,
        "language": line.language,
        "entities": [
            {"start": start, "end": end, "value": line.text[start:end], "entity": name}
            for start, end, name in line.spans
        ],
    }
