"""A data file and its lines."""

import pytest

from backend.clients.written import Written

TEXT = """\
# a comment
name: Lomvi
plans:
  - when: {balance: {up_to: 10}}
    instalment: {at_least: 3}

  - instalments:
      at_most: 0
"""


@pytest.mark.parametrize(
    ("location", "line", "value"),
    [
        (("name",), 2, "Lomvi"),
        (("plans",), 3, ""),
        (("plans", 0, "when", "balance", "up_to"), 4, "10"),
        (("plans", 1, "instalments", "at_most"), 8, "0"),
        (("plans", 1, "rhythm"), 7, None),
        (("colour",), 1, None),
        ((), 1, ""),
    ],
)
def test_a_value_is_found_with_its_line(location, line: int, value: str | None):
    written = Written.read(TEXT)
    assert (written.line(location), written.value(location)) == (line, value)


def test_keys_that_stand_twice_are_found_at_any_depth():
    text = "a: 1\nb:\n  - {c: 1, c: 2}\na: 3\n"
    assert list(Written.read(text).repeated_keys()) == [("a", 1, 4), ("c", 3, 3)]


def test_a_day_stays_as_it_is_written():
    assert Written.read("days: [2027-05-14, 12-31]").data == {"days": ["2027-05-14", "12-31"]}
