"""What is left of a text before it is stored."""

import pytest

from backend.conversations.debtor_text import LONGEST_TEXT, TextRefused, read_debtor_text


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  hej  ", "hej"),
        ("hej\x00\x07 du", "hej du"),
        ("en\r\ntvå\rtre", "en\ntvå\ntre"),
        ("a\tb", "a b"),
        ("A\u030a", "Å"),
        ("\U0001f44d\U0001f3fd", "\U0001f44d\U0001f3fd"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("❤\ufe0f", "❤\ufe0f"),
        ("half \ud83d a character", "half  a character"),
        ("\u202eright to left", "right to left"),
        ("/affirm", "/affirm"),
        ("mitt nummer är 811228-9874", "mitt nummer är ••••••"),
        ("?", "?"),
    ],
)
def test_a_text_is_stored_clean(typed: str, stored: str) -> None:
    assert read_debtor_text(typed) == stored


@pytest.mark.parametrize(
    "typed", ["", "   ", "\n\n", "\x00\x1b", "\u200b\u200d", "\ufe0f", "\u2028"]
)
def test_a_text_in_which_nothing_is_seen_is_empty(typed: str) -> None:
    with pytest.raises(TextRefused) as refused:
        read_debtor_text(typed)
    assert (refused.value.status, refused.value.kind) == (422, "message-empty")


def test_the_longest_text_is_taken() -> None:
    assert len(read_debtor_text("å" * LONGEST_TEXT)) == LONGEST_TEXT


def test_a_longer_text_is_refused() -> None:
    with pytest.raises(TextRefused) as refused:
        read_debtor_text("å" * (LONGEST_TEXT + 1))
    assert (refused.value.status, refused.value.kind) == (413, "message-too-long")
