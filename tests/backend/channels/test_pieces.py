"""A long text is cut where a reader would pause."""

from hypothesis import given
from hypothesis import strategies as st

from backend.channels.pieces import pieces, shortened


def test_a_text_is_cut_between_its_parts() -> None:
    assert pieces("One thing.\n\nAnother thing.", 16) == ["One thing.", "Another thing."]


def test_nothing_is_no_piece() -> None:
    assert pieces("  \n ", 10) == []


@given(st.text(max_size=400), st.integers(4, 50))
def test_no_piece_is_too_long_or_empty_and_nothing_is_lost(text: str, longest: int) -> None:
    found = pieces(text, longest)
    assert all(0 < len(piece) <= longest for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_title_that_is_cut_says_so() -> None:
    assert shortened("Prata med en människa", 20) == "Prata med en männis…"
    assert shortened("Ja", 20) == "Ja"
