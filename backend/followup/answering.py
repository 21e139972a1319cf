"""Answers a debtor who writes that they want no reminders, or want them again."""

from backend.conversations.models import Conversation
from backend.followup.refusals import LONGEST, refusals
from backend.followup.telling import followup_texts
from backend.services import Services


def answer_about_reminders(house: Services, conversation: Conversation, text: str) -> str | None:
    """The line that says what holds now and how to change it; None for any other message.

    Of somebody who is not known there is nothing to promise.
    """
    if conversation.case_reference is None or len(text) > LONGEST:
        return None
    wanted = refusals().wants_reminders(text)
    if wanted is None:
        return None
    language = conversation.language
    values = {"wanted": wanted, "phrase": refusals().phrase(language, wanted=not wanted)}
    country = house.clients.get(conversation.client).country
    return followup_texts()[language].write("reminders", values, country)
