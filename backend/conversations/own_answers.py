"""Messages that the product answers by itself, without asking the assistant.

What is about more than the conversation, such as whom to write to first, is known to packages that
conversations know nothing of; so those bring their answers along in the services.
"""

from collections.abc import Callable

from backend.conversations.models import Conversation
from backend.services import Services

#: The line that answers a debtor's message, or None when it is the assistant's to answer.
OwnAnswer = Callable[[Services, Conversation, str], str | None]


def own_answer(house: Services, conversation: Conversation, text: str) -> str | None:
    """The first answer that one of them has."""
    found = (answer(house, conversation, text) for answer in house.own_answers)
    return next((line for line in found if line is not None), None)
