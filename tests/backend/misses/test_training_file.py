"""A line goes into a file, and out again, and nothing else of the file changes."""

import pytest
import yaml

from backend.misses.training_file import IntentNotThere, with_line, without_line

FILE = """\
version: "3.1"
# The debtor's words.
nlu:
- intent: ask_balance   # how much
  examples: |
    - paljonko velkaa
    - mikä on saldo

- intent: ask_fees
  examples: |
    - mistä tämä kulu
"""


def test_a_line_becomes_the_last_one_of_its_intent() -> None:
    written, number = with_line(FILE, "ask_balance", "mitä mä oon velkaa")
    assert number == 8
    assert written == FILE.replace(
        "    - mikä on saldo\n", "    - mikä on saldo\n    - mitä mä oon velkaa\n"
    )


def test_at_the_end_of_a_file_without_a_last_line_break() -> None:
    written, number = with_line(FILE.rstrip("\n"), "ask_fees", "liian kallis kulu")
    assert written.splitlines()[number - 1] == "    - liian kallis kulu"
    assert written.splitlines()[number - 2] == "    - mistä tämä kulu"


def test_a_line_that_is_there_stays_where_it_is() -> None:
    assert with_line(FILE, "ask_balance", "paljonko velkaa") == (FILE, 6)


def test_line_ends_stay_as_they_are() -> None:
    windows = FILE.replace("\n", "\r\n")
    written, _ = with_line(windows, "ask_balance", "uusi")
    assert written.count("\r\n") == windows.count("\r\n") + 1
    assert "\n" not in written.replace("\r\n", "")


@pytest.mark.parametrize(
    "line", ['saldo: "mikä"', "#mitä", "- viiva", "{x}", "'", "å 🙏", "a: b # c", "|", "100 %"]
)
def test_whatever_people_write_comes_back_as_it_was(line: str) -> None:
    written, _ = with_line(FILE, "ask_balance", line)
    block = yaml.safe_load(written)["nlu"][0]["examples"]
    assert block.splitlines()[-1] == f"- {line}"
    assert without_line(written, "ask_balance", line) == FILE


def test_taking_out_a_line_that_is_not_there_changes_nothing() -> None:
    assert without_line(FILE, "ask_balance", "uusi") == FILE
    assert without_line(FILE, "other", "uusi") == FILE


def test_only_the_line_under_its_own_intent_is_taken_out() -> None:
    assert without_line(FILE, "ask_fees", "paljonko velkaa") == FILE


def test_an_intent_that_the_file_lacks_is_refused() -> None:
    with pytest.raises(IntentNotThere):
        with_line(FILE, "greet", "moi")


def test_a_file_that_is_no_yaml_is_refused() -> None:
    with pytest.raises(yaml.YAMLError):
        with_line(FILE + "\toops: [", "ask_fees", "uusi")
