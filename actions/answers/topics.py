"""Finds the answer to a question by its intent."""

from collections.abc import Awaitable, Callable

from actions.answers import conversation, debt, law, paying, plans
from actions.turn import Turn

Answer = Callable[[Turn], Awaitable[None]]

TOPICS: dict[str, Answer] = {
    **conversation.TOPICS,
    **debt.TOPICS,
    **law.TOPICS,
    **paying.TOPICS,
    **plans.TOPICS,
}


async def answer(turn: Turn, topic: str) -> None:
    """Answers a topic; a topic without an answer is an error of the rules, and fails loudly."""
    await TOPICS[topic](turn)
