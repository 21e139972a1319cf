"""Texts as they are said: in the conversation's language, with plurals, money and buttons."""

from pathlib import Path
from typing import Any, List, Optional

import pytest
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.generator import CatalogueGenerator
from backend.wording import CatalogueError

SWEDISH = """
language: sv
locale: sv_SE
patterns: {date: d MMMM y, day: d MMMM, weekday: EEEE d MMMM, clock: HH:mm, moment: "{day} {clock}"}
nouns: {instalment: {one: "{n} delbetalning", other: "{n} delbetalningar"}}
buttons:
  {agree: "Ja", so_many: "{instalments:instalment}", pay: Betala,
  pay_so_much: "Betala {named_amount:money}", identify: Logga in}
texts:
  offer: ["{n:instalment} på {amount:money}"]
  hello: [{text: Hej}, {text: Hallå}]
  fee: [{text: Avgiften är 60 kr}, {when: {as_before: true}, text: 60 kr är avgiften}]
  once_more: [{text: "En gång till: {text}"}, {text: "Som sagt: {text}"}]
  promise: [{text: "Senast {at:time}"}]
  sign_in: [{text: Med knappen}, {when: {channel: [sms, telegram]}, text: Med länken}]
"""
BUTTONS = """
buttons:
  agree: {intent: affirm}
  so_many: {intent: propose_terms}
  pay: {intent: pay_now, about_a_case: true, with_a_value: {amount: pay_so_much}}
  pay_so_much: {intent: pay_now}
  identify: {client_side: identify}
under: {offer: [agree], hello: [pay, agree]}
"""
KRONOR = {"amount": 50000, "currency": "SEK"}


@pytest.fixture
def generator(tmp_path: Path) -> CatalogueGenerator:
    responses = tmp_path / "responses"
    responses.mkdir()
    text = SWEDISH.replace('offer: ["', 'offer: [{text: "').replace('money}"]', 'money}"}]')
    (responses / "sv.yml").write_text(text, encoding="utf-8")
    (tmp_path / "buttons.yml").write_text(BUTTONS, encoding="utf-8")
    return CatalogueGenerator(responses=responses, buttons=tmp_path / "buttons.yml")


def tracker(
    *said: str, identified: bool = True, channel: Optional[str] = "web", plain: bool = False
) -> DialogueStateTracker:
    given = {"language": "sv", "identified": identified, "channel": channel, "plain": plain}
    events: List[Any] = [SlotSet(name, value) for name, value in given.items()]
    events += [BotUttered(text) for text in said]
    slots = [AnySlot(name, mappings=[{"type": "custom"}]) for name in given]
    return DialogueStateTracker.from_events("c", events, slots)


@pytest.mark.parametrize(("n", "written"), [(1, "1 delbetalning på"), (9, "9 delbetalningar på")])
async def test_a_number_brings_the_right_plural(
    generator: CatalogueGenerator, n: int, written: str
) -> None:
    message = await generator.generate("offer", tracker(), "web", n=n, amount=KRONOR)
    assert message["text"] == f"{written} 500,00\xa0kr"


async def test_the_usual_buttons_stand_under_a_text(generator: CatalogueGenerator) -> None:
    message = await generator.generate("offer", tracker(), "web", n=2, amount=KRONOR)
    assert message["buttons"] == [{"title": "Ja", "payload": "/affirm"}]


async def test_a_stranger_sees_no_button_that_tells_of_a_case(
    generator: CatalogueGenerator,
) -> None:
    known = await generator.generate("hello", tracker(), "web")
    stranger = await generator.generate("hello", tracker(identified=False), "web")
    assert [button["title"] for button in known["buttons"]] == ["Betala", "Ja"]
    assert [button["title"] for button in stranger["buttons"]] == ["Logga in", "Ja"]


async def test_an_action_may_choose_buttons_that_carry_a_value(
    generator: CatalogueGenerator,
) -> None:
    chosen = [{"button": "so_many", "entities": {"instalments": 6}}]
    message = await generator.generate(
        "offer", tracker(), "web", n=2, amount=KRONOR, choices=chosen
    )
    assert message["buttons"] == [
        {"title": "6 delbetalningar", "payload": '/propose_terms{"instalments": 6}'}
    ]


async def test_the_same_wording_is_not_said_twice_in_a_row(generator: CatalogueGenerator) -> None:
    assert (await generator.generate("hello", tracker(), "web"))["text"] == "Hej"
    assert (await generator.generate("hello", tracker("Hej"), "web"))["text"] == "Hallå"


async def test_a_text_may_begin_with_another_one(generator: CatalogueGenerator) -> None:
    message = await generator.generate(
        "offer", tracker(), "web", n=2, amount=KRONOR, begins_with="hello"
    )
    assert message["text"] == "Hej 2 delbetalningar på 500,00\N{NO-BREAK SPACE}kr"


async def test_what_it_begins_with_is_not_in_the_words_of_the_last_answer(
    generator: CatalogueGenerator,
) -> None:
    told = {"n": 2, "amount": KRONOR, "begins_with": "hello"}
    message = await generator.generate("offer", tracker("Hej"), "web", **told)
    assert message["text"].startswith("Hallå ")


@pytest.mark.parametrize(
    ("channel", "says"),
    [("web", "Med knappen"), ("sms", "Med länken"), (None, "Med knappen")],
)
async def test_a_wording_may_be_bound_to_the_channel_that_the_person_writes_in(
    generator: CatalogueGenerator, channel: Optional[str], says: str
) -> None:
    message = await generator.generate("sign_in", tracker(channel=channel), "collector")
    assert message["text"] == says


async def test_half_a_sentence_is_never_said(generator: CatalogueGenerator) -> None:
    with pytest.raises(KeyError, match="amount"):
        await generator.generate("offer", tracker(), "web", n=2)


async def test_an_unknown_text_is_an_error(generator: CatalogueGenerator) -> None:
    with pytest.raises(CatalogueError, match="nowhere"):
        await generator.generate("nowhere", tracker(), "web")


@pytest.mark.parametrize("offset", ["Z", "+00:00"])
async def test_a_moment_in_a_country_whose_clock_is_utc_is_said_as_any_other(
    generator: CatalogueGenerator, offset: str
) -> None:
    message = await generator.generate(
        "promise", tracker(), "web", at=f"2026-11-23T10:00:00{offset}"
    )
    assert message["text"] == "Senast måndag 23 november 10:00"


@pytest.mark.parametrize("channel", ["telegram", "sms", "whatsapp"])
@pytest.mark.parametrize("text", ["identify_first", "privacy_identified"])
async def test_where_there_are_no_buttons_of_ours_the_product_says_something_else(
    channel: str, text: str
) -> None:
    product = CatalogueGenerator()
    on_the_web = await product.generate(text, tracker(), "collector", site="x")
    elsewhere = await product.generate(text, tracker(channel=channel), "collector", site="x")
    assert elsewhere["text"] != on_the_web["text"]


async def test_who_was_not_understood_has_a_way_on() -> None:
    stranger = tracker(identified=False)
    message = await CatalogueGenerator().generate("rephrase", stranger, "collector")
    assert [button["payload"] for button in message["buttons"]] == ["/help", "/request_human"]


async def test_a_form_that_asks_next_has_the_choices_then() -> None:
    message = await CatalogueGenerator().generate("rephrase", tracker(), "collector", choices=[])
    assert message["buttons"] == []


async def test_a_stranger_who_asks_about_data_can_identify() -> None:
    stranger = tracker(identified=False)
    message = await CatalogueGenerator().generate("privacy", stranger, "collector", site="x")
    assert message["buttons"][0]["payload"] == "identify"


async def test_what_is_empty_or_no_is_kept_with_a_text_so_that_it_can_be_said_again(
    generator: CatalogueGenerator,
) -> None:
    message = await generator.generate(
        "offer",
        tracker(),
        "web",
        n=2,
        amount=KRONOR,
        late=False,
        choices=[],
        elements=[],
        text=None,
    )
    assert message["unset"] == {"late": False, "choices": []}


async def test_the_language_of_this_text_goes_before_the_conversations() -> None:
    product = CatalogueGenerator()
    message = await product.generate("language_changed", tracker(), "web", language="en")
    assert message["text"] == product.catalogues["en"].texts["language_changed"][0].text


async def test_who_asked_for_plainer_words_gets_them() -> None:
    product = CatalogueGenerator()
    values = {"reference": "H-1"}
    usual = await product.generate("handoff_queue", tracker(), "web", **values)
    plain = await product.generate("handoff_queue", tracker(plain=True), "web", **values)
    assert plain["text"] not in (usual["text"], "")


async def test_a_button_of_the_page_is_left_out_in_messaging_apps(
    generator: CatalogueGenerator,
) -> None:
    generator.commands = {**generator.commands, "pay": {"intent": "pay_now", "channels": ["web"]}}
    for channel, titles in (("web", ["Betala", "Ja"]), ("sms", ["Ja"])):
        said = await generator.generate("hello", tracker(channel=channel), "sovinto")
        assert said
        assert [button["title"] for button in said["buttons"]] == titles


def spoken(*turns: List[str]) -> DialogueStateTracker:
    """What was said in each turn, each in answer to a message of its own."""
    given = {"language": "sv", "identified": True, "channel": "web"}
    events: List[Any] = [SlotSet(name, value) for name, value in given.items()]
    for number, said in enumerate(turns):
        events.append(UserUttered("?", message_id=f"m{number}"))
        events += [BotUttered(text) for text in said]
    slots = [AnySlot(name, mappings=[{"type": "custom"}]) for name in given]
    return DialogueStateTracker.from_events("c", events, slots)


async def test_what_has_one_wording_is_told_as_said_before(generator: CatalogueGenerator) -> None:
    said: List[List[str]] = []
    for _ in range(4):
        message = await generator.generate("offer", spoken(*said, []), "web", n=2, amount=KRONOR)
        said.append([message["text"]])
    texts = [text for (text,) in said]
    assert all(before != after for before, after in zip(texts, texts[1:], strict=False))
    assert all(texts[0] in text for text in texts)


async def test_the_same_answer_to_another_question_comes_in_other_words(
    generator: CatalogueGenerator,
) -> None:
    first = await generator.generate("fee", spoken([]), "web")
    second = await generator.generate("fee", spoken([first["text"]], []), "web")
    assert [first["text"], second["text"]] == ["Avgiften är 60 kr", "60 kr är avgiften"]


async def test_what_is_asked_for_again_and_has_one_wording_is_led_in_once(
    generator: CatalogueGenerator,
) -> None:
    before = spoken(["2 delbetalningar på 500,00\xa0kr"], [])
    values = {"n": 2, "amount": KRONOR, "as_before": True}
    first = await generator.generate("offer", before, "web", leads=True, **values)
    next_ = await generator.generate("offer", before, "web", leads=False, **values)
    assert first["text"] == "En gång till: 2 delbetalningar på 500,00\xa0kr"
    assert next_["text"] == "2 delbetalningar på 500,00\xa0kr"


async def test_what_was_said_first_of_many_is_not_said_again_either(
    generator: CatalogueGenerator,
) -> None:
    before = spoken(["Hej", "a", "b", "c", "d"], [])
    assert (await generator.generate("hello", before, "web"))["text"] == "Hallå"


async def test_a_value_that_was_named_stands_on_the_button(generator: CatalogueGenerator) -> None:
    message = await generator.generate(
        "hello", tracker(), "web", named={"amount": 500}, named_amount=KRONOR
    )
    assert message["buttons"][0] == {
        "title": "Betala 500,00\xa0kr",
        "payload": '/pay_now{"amount": 500}',
    }
