"""How long a message may be, on a page and as a text message."""

import pytest

from tests.backend.designing.conftest import Broken

SV, FI = "assistant/responses/sv.yml", "assistant/responses/fi.yml"
SAID = {SV: "Hej igen. Vad vill du göra?", FI: "Hei taas. Mitä haluat tehdä?"}


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [
        (SV, "Hej. Vad vill du? Och när?", "two_questions"),
        (FI, "Hei. Mitä haluat? Ja milloin?", "two_questions"),
        (FI, "Hei " * 100 + ".", "too_long"),
        (SV, "Hej. Vi. Är. Här. Nu. Hos. Dig.", "many_sentences"),
    ],
)
def test_what_goes_on_is_found(project: Broken, file: str, text: str, kind: str) -> None:
    assert (file, 9, kind) in project.changes(file, SAID[file], text).told()


def test_the_values_count_as_they_are_said(project: Broken) -> None:
    amounts = " ".join(["{total:money}"] * 25)
    told = project.changes(SV, "Summan är {total:money}.", f"Summan är {amounts}.").told()
    assert (SV, 11, "too_long") not in told  # 25 amounts of 12 letters
    amounts = " ".join(["{total:money}"] * 30)
    project.changes(SV, "Summan är {total:money}", f"Summan är {amounts}")
    assert (SV, 11, "too_long") in project.told()


def test_a_text_message_with_dear_letters_may_be_shorter(project: Broken) -> None:
    text = "þ" + " hej" * 70
    assert (SV, 9, "many_parts") in project.changes(SV, SAID[SV], text).told()


def test_the_same_length_in_its_own_alphabet_is_cheap(project: Broken) -> None:
    text = "Ø" + " hej" * 70
    assert "many_parts" not in project.changes(SV, SAID[SV], text).kinds()


def test_what_is_not_sent_as_a_text_message_costs_nothing(project: Broken) -> None:
    text = "þ" + " hej" * 70
    project.changes(SV, f"- text: {SAID[SV]}", f"- when: {{channel: web}}\n      text: {text}")
    assert "many_parts" not in project.kinds()


def test_a_title_that_does_not_fit_is_found(project: Broken) -> None:
    project.changes(SV, "Vad ska jag betala?", "Vad är det som jag ska betala för?")
    assert project.told() == [(SV, 6, "button_too_long")]
