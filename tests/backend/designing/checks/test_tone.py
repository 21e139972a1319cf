"""The house style, in two languages."""

import pytest

from tests.backend.designing.conftest import Broken

SV, FI = "assistant/responses/sv.yml", "assistant/responses/fi.yml"
SAID = {SV: "Hej igen. Vad vill du göra?", FI: "Hei taas. Mitä haluat tehdä?"}


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [
        (SV, "Hej igen!", "exclamation"),
        (FI, "Hei taas!", "exclamation"),
        (SV, "Du borde ha betalat.", "tone_blame"),
        (FI, "Sinun olisi pitänyt maksaa.", "tone_blame"),
        (SV, "Det är sista varningen.", "tone_threat"),
        (FI, "Viimeinen varoitus.", "tone_threat"),
        (SV, "Vad vill ni göra?", "tone_form_of_address"),
        (FI, "Mitä te haluatte tehdä?", "tone_form_of_address"),
        (SV, "Grattis.", "tone_cheer"),
        (SV, "Hej. Vad vill du? Och när?", "two_questions"),
        (FI, "Hei. Mitä haluat? Ja milloin?", "two_questions"),
        (SV, "Du har 2 delbetalning(ar) kvar.", "bracketed_ending"),
        (FI, "Hei " * 100 + ".", "too_long"),
        (SV, "Hej. " * 7, "many_sentences"),
    ],
)
def test_what_the_house_does_not_say_is_found(
    project: Broken, file: str, text: str, kind: str
) -> None:
    assert (file, 9, kind) in project.changes(file, SAID[file], text).told()


def test_a_word_within_a_word_is_no_slip(project: Broken) -> None:
    assert project.changes(SV, SAID[SV], "Hej, Nina. Vad vill du göra?").found() == []


def test_a_title_that_does_not_fit_is_found(project: Broken) -> None:
    project.changes(SV, "Vad ska jag betala?", "Vad är det som jag ska betala för?")
    assert project.told() == [(SV, 6, "button_too_long")]


def test_a_language_that_is_hard_to_read_is_told_of(project: Broken) -> None:
    hard = "Betalningsskyldigheten föreligger omedelbart enligt avbetalningsöverenskommelsen"
    assert "hard_to_read" in project.changes(SV, SAID[SV], hard).kinds()
