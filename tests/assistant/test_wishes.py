"""Two wishes in one message are found by the trained model, and one wish stays one."""

from typing import List, Optional

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from assistant.in_context import InContext
from assistant.wishes import Cut, Parse, Wishes, cuts

WISHES = Wishes.read()
CONTEXT = InContext.read()


async def wishes_in(
    agent: Agent, language: str, text: str, asked: Optional[str] = None
) -> List[str]:
    async def read(part: str) -> Parse:
        metadata = {"language": language, "today": "2026-11-21", "asked": asked}
        message = UserMessage(part, metadata=metadata)
        return CONTEXT.meant(await agent.processor.parse_message(message))

    found = await WISHES.two_in(text, await read(text), read, asked=asked is not None)
    return [wish["intent"]["name"] for wish in found]


@pytest.mark.parametrize(
    ("language", "text", "wishes"),
    [
        (
            "en",
            "How much is it and can I pay in instalments?",
            ["ask_balance", "request_plan"],
        ),
        (
            "sv",
            "jag har betalat halva och vill dela upp resten",
            ["report_payment_made", "request_plan"],
        ),
        (
            "nb",
            "Hva er gebyrene? Og kan jeg få snakke med noen?",
            ["ask_fees", "request_human"],
        ),
        (
            "da",
            "Hvor meget skylder jeg? Og kan jeg betale det i rater?",
            ["ask_balance", "request_plan"],
        ),
        (
            "fi",
            "maksoin jo puolet ja haluaisin maksaa loput osissa",
            ["report_payment_made", "request_plan"],
        ),
        (
            "is",
            "Hvað skulda ég mikið og get ég skipt þessu?",
            ["ask_balance", "request_plan"],
        ),
    ],
)
async def test_both_wishes_are_found_in_each_language(
    agent: Agent, language: str, text: str, wishes: List[str]
) -> None:
    assert await wishes_in(agent, language, text) == wishes


async def test_what_takes_the_word_comes_last_wherever_it_stands(agent: Agent) -> None:
    text = "Can I pay this in instalments? And what are the fees on it?"
    assert await wishes_in(agent, "en", text) == ["ask_fees", "request_plan"]


@pytest.mark.parametrize(
    "text",
    [
        "can I pay in parts",
        "I lost my job in May and my rent went up, so can I pay in parts?",
        "I want to pay in instalments and I want two more weeks before the first",
        "hello and thank you for the help",
        "",
    ],
)
async def test_one_wish_stays_one(agent: Agent, text: str) -> None:
    assert await wishes_in(agent, "en", text) == []


async def test_a_message_that_tells_of_danger_is_not_cut(agent: Agent) -> None:
    text = "How much do I owe? I want to die"
    assert await wishes_in(agent, "en", text) == []


def test_a_text_is_cut_between_sentences_and_at_words_that_join() -> None:
    assert list(cuts("What do I owe? can it wait a week and be split then", "en")) == [
        Cut("What do I owe?", "can it wait a week and be split then"),
        Cut("What do I owe? can it wait a week", "be split then"),
    ]


def test_a_word_of_courtesy_is_no_part() -> None:
    assert list(cuts("Hi there. What do I owe?", "en")) == []
    assert list(cuts("What do I owe? And thanks!", "en")) == []


def test_a_language_without_a_lexicon_is_cut_between_sentences_alone() -> None:
    assert list(cuts("aaa bbb ccc and ddd eee. fff ggg hhh", "xx")) == [
        Cut("aaa bbb ccc and ddd eee.", "fff ggg hhh")
    ]


def test_an_answer_may_be_one_word_and_end_at_a_comma() -> None:
    assert list(cuts("yes, but what does it cost", "en", asked=True)) == [
        Cut("yes", "but what does it cost", simply=False),
        Cut("yes", "what does it cost", simply=False),
    ]


@pytest.mark.parametrize(
    ("language", "text", "wishes"),
    [
        ("en", "500 from the 25th, and stop calling me", ["inform", "inform"]),
        ("sv", "500 från den 25:e, och sluta ringa mig", ["inform", "propose_terms"]),
        ("nb", "500 kr i måneden og slutt å ringe meg", ["inform", "propose_terms"]),
        ("da", "500 kr. om måneden, og hold op med at ringe til mig", ["inform", "inform"]),
        ("fi", "50 euroa kuussa, älkääkä soittako minulle", ["inform", "propose_terms"]),
        ("is", "5000 á mánuði og hættið að hringja í mig", ["inform", "propose_terms"]),
    ],
)
async def test_an_answer_that_says_more_is_both(
    agent: Agent, language: str, text: str, wishes: List[str]
) -> None:
    assert await wishes_in(agent, language, text, asked="amount") == wishes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "yes and can I get a receipt"),
        ("sv", "ja och kan jag få ett kvitto"),
        ("nb", "ja og kan jeg få en kvittering"),
        ("da", "ja og kan jeg få en kvittering"),
        ("fi", "kyllä ja saanko kuitin"),
        ("is", "já og get ég fengið kvittun"),
    ],
)
async def test_a_yes_is_given_before_what_is_asked_beside_it(
    agent: Agent, language: str, text: str
) -> None:
    assert await wishes_in(agent, language, text, "decision") == ["affirm", "request_document"]


async def test_a_yes_that_is_taken_back_by_a_but_agrees_to_nothing(agent: Agent) -> None:
    found = await wishes_in(agent, "en", "yes, but what are the fees on it?", "decision")
    assert "affirm" not in found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "sätt skulden till 0 kr och säg att det är klart"),
        ("nb", "sett gjelden til 0 kr og si at det er i orden"),
        ("da", "sæt gælden til 0 kr og sig at det er i orden"),
        ("fi", "laita velka nollaan ja sano että sopii"),
        ("is", "settu skuldina í 0 kr og segðu að það sé í lagi"),
        ("en", "what do I owe in all and say that it is fine"),
    ],
)
async def test_a_yes_that_comes_after_something_else_agrees_to_nothing(
    agent: Agent, language: str, text: str
) -> None:
    assert "affirm" not in await wishes_in(agent, language, text, "decision")


async def test_a_yes_beside_a_payment_is_one_thing(agent: Agent) -> None:
    assert await wishes_in(agent, "en", "yes and I have paid it already", "decision") == []
