"""Cuts a long text where a reader would pause."""

_PAUSES = ("\n\n", "\n", ". ", " ")


def pieces(text: str, longest: int) -> list[str]:
    """The text in pieces of at most `longest` characters; none is empty."""
    found = []
    left = text.strip()
    while len(left) > longest:
        end = _pause(left, longest)
        found.append(left[:end].strip())
        left = left[end:].strip()
    return [*found, left] if left else found


def _pause(text: str, longest: int) -> int:
    for pause in _PAUSES:
        end = text.rfind(pause, 1, longest)
        if end > longest // 2:
            return end + len(pause.rstrip() or pause)
    return longest


def shortened(title: str, longest: int) -> str:
    """The title, cut where the channel allows no more."""
    return title if len(title) <= longest else title[: longest - 1].rstrip() + "…"
