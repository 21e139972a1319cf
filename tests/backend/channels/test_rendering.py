"""One message as each channel can show it."""

import pytest

from backend.channels.known import CHANNELS
from backend.channels.said import Choice, Link, Said
from backend.channels.wording import words_in

WORDS = words_in("sv", "SE")
SHORT = (Choice("Ja", "b_1"), Choice("Nej", "b_2"))
LONG = (Choice("Hur mycket är jag skyldig?", "b_1"), Choice("Prata med en människa", "b_2"))
LINK = Link("Logga in", "https://pay.test/?link=x", 30)


def rendered(channel: str, said: Said) -> list[dict]:
    return CHANNELS[channel].render(said, WORDS)


def test_telegram_has_one_button_a_row() -> None:
    [body] = rendered("telegram", Said("Går det bra?", SHORT))
    assert body["text"] == "Går det bra?"
    assert body["reply_markup"]["inline_keyboard"] == [
        [{"text": "Ja", "callback_data": "b_1"}],
        [{"text": "Nej", "callback_data": "b_2"}],
    ]


def test_telegram_has_a_button_that_opens_the_link() -> None:
    [body] = rendered("telegram", Said("Vem är du?", SHORT, LINK))
    keyboard = body["reply_markup"]["inline_keyboard"]
    assert keyboard[0] == [{"text": "Logga in", "url": "https://pay.test/?link=x"}]
    assert "30 minuter" in body["text"]


def test_a_text_message_numbers_its_choices() -> None:
    [body] = rendered("sms", Said("Går det bra?", SHORT))
    assert body["Body"] == "Går det bra?\n\nSvara med en siffra:\n1. Ja\n2. Nej"


def test_a_text_message_has_its_link_in_words() -> None:
    [body] = rendered("sms", Said("Vem är du?", (), LINK))
    assert "Logga in: https://pay.test/?link=x\n" in body["Body"]


def test_a_text_message_has_no_space_that_makes_it_dear() -> None:
    [body] = rendered("sms", Said("Det är 4\u00a0860,00\u00a0kr.", ()))
    assert body["Body"] == "Det är 4 860,00 kr."


def test_short_choices_are_reply_buttons() -> None:
    [body] = rendered("whatsapp", Said("Går det bra?", SHORT))
    interactive = body["interactive"]
    assert (interactive["type"], interactive["body"]["text"]) == ("button", "Går det bra?")
    assert interactive["action"]["buttons"][0] == {
        "type": "reply",
        "reply": {"id": "b_1", "title": "Ja"},
    }


def test_long_or_many_choices_are_a_list_that_keeps_all_words() -> None:
    many = tuple(Choice(f"Val {n}", f"b_{n}") for n in range(4))
    for choices in (LONG, many):
        [body] = rendered("whatsapp", Said("Välj gärna", choices))
        assert body["interactive"]["type"] == "list"
        [section] = body["interactive"]["action"]["sections"]
        assert len(section["rows"]) == len(choices)
        assert all(len(row["title"]) <= 24 for row in section["rows"])
    [body] = rendered("whatsapp", Said("Välj gärna", LONG))
    row = body["interactive"]["action"]["sections"][0]["rows"][0]
    assert (row["title"], row["description"]) == ("Hur mycket är jag skyld…", LONG[0].title)


def test_more_choices_than_a_list_has_are_numbered() -> None:
    many = tuple(Choice(f"Val {n}", f"b_{n}") for n in range(11))
    [body] = rendered("whatsapp", Said("Välj gärna", many))
    assert body["type"] == "text"
    assert body["text"]["body"].endswith("11. Val 10")


@pytest.mark.parametrize(
    ("channel", "longest"), [("telegram", 4096), ("sms", 1600), ("whatsapp", 1024)]
)
def test_a_long_text_comes_in_pieces_and_the_choices_last(channel: str, longest: int) -> None:
    bodies = rendered(channel, Said("Ett ord till. " * 400, SHORT))
    texts = [body.get("Body") or body.get("text") or body["interactive"]["body"] for body in bodies]
    flat = [text if isinstance(text, str) else text.get("body") or text["text"] for text in texts]
    assert len(bodies) > 1
    assert all(0 < len(text) <= longest for text in flat)
    assert "b_1" in str(bodies[-1]) or "1. Ja" in flat[-1]
    assert sum(text.count("Ett ord till.") for text in flat) == 400
