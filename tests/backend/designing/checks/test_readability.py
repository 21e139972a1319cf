"""Messages that are hard to read."""

from tests.backend.designing.conftest import Broken

SV, FI = "assistant/responses/sv.yml", "assistant/responses/fi.yml"
SAID = {SV: "Hej igen. Vad vill du göra?", FI: "Hei taas. Mitä haluat tehdä?"}


def test_a_message_of_long_words_is_found(project: Broken) -> None:
    hard = "Betalningsskyldigheten föreligger enligt avbetalningsöverenskommelsen"
    project.changes(
        SV, SAID[SV], f"{hard}. Fordringsägaren kontaktar sedan personen om ett uppskov nu."
    )
    [found] = [one for one in project.found() if one.kind == "hard_to_read"]
    assert (found.file, found.line) == (SV, 9)
    assert "LIX" in found.says
    assert "35 is the most" in found.says


def test_a_few_long_words_alone_are_no_measure(project: Broken) -> None:
    assert project.changes(SV, SAID[SV], "Betalningspåminnelsen behövs.").found() == []


def test_a_language_of_long_words_has_a_limit_of_its_own(project: Broken) -> None:
    text = (
        "Voit maksaa koko summan kerralla tai pienemmissä erissä. Kumpi sopisi sinulle paremmin nyt"
    )
    assert project.changes(FI, SAID[FI], f"{text}?").found() == []


def test_a_sentence_that_does_not_end_is_found(project: Broken) -> None:
    project.changes(SV, SAID[SV], "Du " + "kan ta " * 11 + "det.")
    assert project.told() == [(SV, 9, "long_sentence")]
