"""Two wishes in one message are found by the trained model, and one wish stays one."""

from typing import List

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from assistant.wishes import Parse, Wishes, parts

WISHES = Wishes.read()


async def wishes_in(agent: Agent, language: str, text: str) -> List[str]:
    async def read(part: str) -> Parse:
        message = UserMessage(part, metadata={"language": language, "today": "2026-11-21"})
        return await agent.processor.parse_message(message)

    found = await WISHES.two_in(text, await read(text), read)
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
    assert list(parts("What do I owe? can it wait a week and be split then", "en")) == [
        ("What do I owe?", "can it wait a week and be split then"),
        ("What do I owe? can it wait a week", "be split then"),
    ]


def test_a_word_of_courtesy_is_no_part() -> None:
    assert list(parts("Hi there. What do I owe?", "en")) == []
    assert list(parts("What do I owe? And thanks!", "en")) == []


def test_a_language_without_a_lexicon_is_cut_between_sentences_alone() -> None:
    assert list(parts("aaa bbb ccc and ddd eee. fff ggg hhh", "xx")) == [
        ("aaa bbb ccc and ddd eee.", "fff ggg hhh")
    ]
