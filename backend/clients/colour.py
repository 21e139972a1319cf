"""A client's colour: white letters on it can be read."""

import re
from typing import Annotated

from pydantic import AfterValidator

from backend.clients.faults import wrong

#: WCAG 2.2, 1.4.3: text of normal size.
LEAST_CONTRAST = 4.5
_WRITTEN = re.compile(r"#[0-9a-f]{6}")
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def contrast_with_white(colour: str) -> float:
    """The contrast ratio (1-21) of white on `colour`, as WCAG counts it."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = sum(weight * _linear(part) for weight, part in zip(_WEIGHTS, parts, strict=True))
    return 1.05 / (light + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _can_be_read_on(colour: str) -> str:
    if not _WRITTEN.fullmatch(colour):
        raise wrong("is not a colour with six hexadecimal digits")
    ratio = contrast_with_white(colour)
    if ratio < LEAST_CONTRAST:
        raise wrong(
            f"is too light: white letters on it have a contrast of {ratio:.1f}, "
            f"and {LEAST_CONTRAST} are needed"
        )
    return colour


Colour = Annotated[str, AfterValidator(_can_be_read_on)]
