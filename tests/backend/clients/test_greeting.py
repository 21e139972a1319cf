"""A client's own line in the welcome."""

import pytest

from backend.clients.greeting import greeting_faults


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Bra att du hör av dig."),
        ("fi", "Mukavaa, että otit yhteyttä."),
        ("is", "Gott að heyra frá þér."),
        ("en", "Feel free to ask anything that interests you."),
    ],
)
def test_a_kind_line_is_right(language: str, text: str):
    assert list(greeting_faults(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("sv", "Välkommen!", "has '!' in it"),
        ("nb", "Velkommen", "is not a whole sentence"),
        ("en", "We are here for you. " * 6 + "Ask.", "has 130 characters"),
        ("en", "Call 020 123.", "has a figure in it"),
        ("en", "See http://x.example.", "has 'http' in it"),
        ("sv", "Vi hjälper er.", "has “er” in it"),
        ("sv", "Här ordnar du din skuld.", "hints at a debt with “skuld”"),
        ("nb", "Vi sender ingen purringer her.", "hints at a debt with “purringer”"),
        ("da", "Betal i ro og mag.", "hints at a debt with “Betal”"),
        ("fi", "Autamme laskun kanssa.", "hints at a debt with “laskun”"),
        ("is", "Velkomin í innheimtu.", "hints at a debt with “innheimtu”"),
        ("en", "Good to talk about your payments.", "hints at a debt with “payments”"),
    ],
)
def test_a_line_that_shouts_or_tells_is_refused(language: str, text: str, wrong: str):
    found = [fault for fault, cure in greeting_faults(text, language) if cure]
    assert wrong in found
