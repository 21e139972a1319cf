"""What a debtor typed, made fit to be stored."""

import unicodedata

from backend.privacy import mask

LONGEST_TEXT = 20_000
#: As much as the assistant reads of one message; its channel refuses more.
LONGEST_FOR_ASSISTANT = 2_000

_LINE_BREAKS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " "}
# Marks that turn the direction of all text after them.
_TURNS_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class TextRefused(Exception):
    """The text cannot be taken; `status` and `kind` are the problem's."""

    def __init__(self, status: int, kind: str) -> None:
        super().__init__(kind)
        self.status, self.kind = status, kind


def read_debtor_text(typed: str, country: str | None = None) -> str:
    """The text without control characters, in one normal form, with identity numbers masked.

    Raises TextRefused when nothing is left to read, or it is longer than LONGEST_TEXT characters.
    """
    for written, meant in _LINE_BREAKS.items():
        typed = typed.replace(written, meant)
    kept = "".join(character for character in typed if _is_text(character))
    text = unicodedata.normalize("NFC", kept).strip()
    if len(text) > LONGEST_TEXT:
        raise TextRefused(413, "message-too-long")
    if not any(_is_seen(character) for character in text):
        raise TextRefused(422, "message-empty")
    return mask(text, country)


def _is_text(character: str) -> bool:
    if character in _TURNS_DIRECTION:
        return False
    # Cc: control characters. Cs: halves of characters, which no database takes.
    return character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CZM"
