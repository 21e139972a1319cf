"""Where something failed, for the log: without its message, which may quote what somebody wrote."""

import traceback
from pathlib import Path


def place_of(error: BaseException) -> str:
    """The kind of error with its innermost file and line, e.g. `KeyError at lines.py:18`."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"
