"""Words that do what the buttons of the queue do, or ask for the place in it: queue_words.yml."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from backend.conversations.models import Conversation
from backend.conversations.own_buttons import own_command
from backend.handoff.telling import BACK, CALL, PLACE, QUEUE

_FILE = Path(__file__).with_name("queue_words.yml")
_AROUND = " .,!?\"'\n"


class QueueWords(BaseModel):
    """The phrases of every language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    call: dict[str, list[str]]
    back: dict[str, list[str]]
    place: dict[str, list[str]]

    def about(self, text: str) -> str | None:
        """What a message means of the queue; None when it is about anything else."""
        said = " ".join(text.casefold().replace("’", "'").strip(_AROUND).split())
        for about, spoken in ((CALL, self.call), (BACK, self.back), (PLACE, self.place)):
            if any(said in phrases for phrases in spoken.values()):
                return about
        return None


def word_of_the_queue(conversation: Conversation, text: str) -> str | None:
    """The command of the button that the message stands for; None for any other message."""
    about = queue_words().about(text) if conversation.mode == "queue" else None
    return own_command(QUEUE, about) if about else None


@cache
def queue_words() -> QueueWords:
    """The phrases, read once."""
    return QueueWords.model_validate(yaml.safe_load(_FILE.read_text(encoding="utf-8")))
