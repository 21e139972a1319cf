"""Finds the answer to a question by its intent: a function that asks the case, or only a text."""

from collections.abc import Awaitable, Callable

from actions.answers import charges, conversation, debt, law, paying, plans, several
from actions.turn import Turn

Answer = Callable[[Turn], Awaitable[None]]

TOPICS: dict[str, Answer] = {
    **charges.TOPICS,
    **conversation.TOPICS,
    **debt.TOPICS,
    **law.TOPICS,
    **paying.TOPICS,
    **plans.TOPICS,
    **several.TOPICS,
}


async def answer(turn: Turn, topic: str) -> None:
    """Answers a topic. One that needs nothing from the case is just a text of the same name."""
    if topic in TOPICS:
        await TOPICS[topic](turn)
    else:
        turn.say(topic)
