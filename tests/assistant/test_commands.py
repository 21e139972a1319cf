"""Commands that buttons stand for."""

import pytest

from assistant.commands import read_command, write_command


def test_what_is_written_is_read_again() -> None:
    command = write_command("propose_terms", {"instalments": 6, "each": {"amount": 1}})
    assert read_command(command) == ("propose_terms", {"instalments": 6, "each": {"amount": 1}})


def test_an_intent_alone_is_a_command() -> None:
    assert write_command("affirm", {}) == "/affirm"
    assert read_command("/affirm") == ("affirm", {})


@pytest.mark.parametrize("text", ["affirm", "/", "/affirm@0.9", "/affirm{", "/affirm {}"])
def test_other_text_is_no_command(text: str) -> None:
    with pytest.raises(ValueError):
        read_command(text)
