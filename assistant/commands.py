"""What a button says to the dialogue: an intent with its values, written `/intent{"entity": value}`.

Only buttons that the backend has issued reach this place; what a person types never does.
"""

import json
import re
from typing import Any, Dict, Mapping, Tuple

_COMMAND = re.compile(r"/(?P<intent>\w+)(?P<entities>\{.*\})?", re.DOTALL)


def write_command(intent: str, entities: Mapping[str, Any]) -> str:
    """The command for an intent with its values."""
    return f"/{intent}{json.dumps(entities, sort_keys=True) if entities else ''}"


def read_command(command: str) -> Tuple[str, Dict[str, Any]]:
    """Intent and values of a command; ValueError when it is none."""
    match = _COMMAND.fullmatch(command)
    if match is None:
        raise ValueError("this is not a command")
    return match["intent"], json.loads(match["entities"] or "{}")
