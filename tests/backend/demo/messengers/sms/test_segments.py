"""How many SMS a text takes."""

import pytest

from backend.demo.messengers.sms.segments import segments


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 1),
        ("å" * 160, 1),
        ("æøÆØñÑ", 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("þ" * 70, 1),
        ("þ" * 71, 2),
        ("😟" * 35, 1),
        ("😟" * 36, 2),
    ],
)
def test_a_text_is_split_as_telephone_companies_split_it(text, number):
    assert segments(text) == number
