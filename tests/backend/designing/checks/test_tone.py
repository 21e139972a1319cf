"""The voice, in two languages of the small project, and in all of the product's."""

import pytest

from backend.designing.ruled_out import words_found
from tests.backend.designing.conftest import Broken

SV, FI = "assistant/responses/sv.yml", "assistant/responses/fi.yml"
SAID = {SV: "Hej igen. Vad vill du göra?", FI: "Hei taas. Mitä haluat tehdä?"}


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [
        (SV, "Hej igen!", "exclamation"),
        (FI, "Hei taas!", "exclamation"),
        (SV, "Hej igen 🙂", "picture"),
        (SV, "Du måste INTE betala.", "capitals"),
        (SV, "Du borde ha betalat.", "tone_blame"),
        (FI, "Sinun olisi pitänyt maksaa.", "tone_blame"),
        (SV, "Det är sista varningen.", "tone_threat"),
        (FI, "Viimeinen varoitus.", "tone_threat"),
        (SV, "Vad vill ni göra?", "tone_form_of_address"),
        (FI, "Mitä te haluatte tehdä?", "tone_form_of_address"),
        (SV, "Grattis.", "tone_cheer"),
        (SV, "Jag är glad att du skrev.", "tone_feeling"),
        (FI, "Olen pahoillani.", "tone_feeling"),
        (SV, "Observera detta.", "tone_officialese"),
        (FI, "Mikäli haluat, kerro.", "tone_officialese"),
        (SV, "Du kan lita på mig.", "tone_trust"),
        (SV, "Skriv, t.ex. dvs nu.", "tone_spelling"),
        (SV, "Du har 2 delbetalning(ar) kvar.", "bracketed_ending"),
    ],
)
def test_what_the_house_does_not_say_is_found(
    project: Broken, file: str, text: str, kind: str
) -> None:
    assert (file, 9, kind) in project.changes(file, SAID[file], text).told()


def test_a_finding_says_why_and_what_to_say_instead(project: Broken) -> None:
    [found] = project.changes(SV, SAID[SV], "Vad vill ni göra?").found()
    assert str(found).splitlines() == [
        f"{SV}:9  'ni' is not how the assistant addresses people: one person is spoken to",
        "    du, dig, din",
    ]


def test_a_word_within_a_word_is_no_slip(project: Broken) -> None:
    assert project.changes(SV, SAID[SV], "Hej, Nina. Vad vill du göra?").found() == []


def test_a_title_is_held_to_the_same_words(project: Broken) -> None:
    project.changes(SV, "Vad ska jag betala?", "Vad ska ni ha?")
    assert project.told() == [(SV, 6, "tone_form_of_address")]


def test_an_abbreviation_that_is_known_everywhere_may_be_in_capitals(project: Broken) -> None:
    assert project.changes(SV, SAID[SV], "Det är ett IBAN. Vad vill du göra?").found() == []


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        ("sv", "blame", "Du har inte betalat."),
        ("sv", "threat", "Om du inte betalar går det till domstol."),
        ("nb", "blame", "Du burde ha betalt."),
        ("nb", "threat", "Dette er siste advarsel."),
        ("nb", "form_of_address", "Hva vil dere gjøre?"),
        ("nb", "spelling", "Eg veit ikkje."),
        ("da", "blame", "Det er din egen skyld."),
        ("da", "threat", "Ellers vil vi gå videre."),
        ("da", "form_of_address", "Nu kan I betale."),
        ("da", "officialese", "Betal venligst nu."),
        ("fi", "form_of_address", "Tarkista laskunne."),
        ("fi", "form_of_address", "Odottakaa hetki."),
        ("is", "blame", "Þú hefðir átt að borga."),
        ("is", "threat", "Þetta er síðasta tækifærið."),
        ("is", "form_of_address", "Hvað viljið þið gera?"),
        ("is", "officialese", "Vinsamlegast borgaðu."),
        ("en", "blame", "You failed to pay."),
        ("en", "threat", "This is the final notice."),
        ("en", "feeling", "I am sorry to hear that."),
        ("en", "spelling", "Pay the installment."),
    ],
)
def test_each_language_has_words_of_its_own(language: str, kind: str, text: str) -> None:
    assert kind in {rule.kind for _, rule in words_found(text, language)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "Vi har inte sett betalningen än."),
        ("nb", "De to betalingene er sett."),
        ("da", "I dag er der åbent."),
        ("fi", "Tilanne on nyt selvä, ja sinne pääsee."),
        ("is", "Ég sendi þér svar."),
        ("en", "We have not seen the payment yet."),
    ],
)
def test_what_is_said_kindly_is_left_alone(language: str, text: str) -> None:
    assert list(words_found(text, language)) == []
