"""The trained model as it is served: what it makes of single messages."""

import logging
from pathlib import Path
from typing import Any

from assistant import rasa_patches

rasa_patches.leave_tensorflow_out()
rasa_patches.apply()

from rasa.core.agent import Agent  # noqa: E402  only after TensorFlow has been left out
from rasa.core.channels.channel import UserMessage  # noqa: E402
from rasa.utils.log_utils import configure_structlog  # noqa: E402

from assistant.tracker_store import RecentTurnsStore  # noqa: E402

MODEL = Path(__file__).parents[2] / "models" / "sovinto.tar.gz"


def load() -> Agent:
    """Rasa with the trained model, and nobody behind it."""
    configure_structlog(logging.WARNING)
    return Agent.load(str(MODEL), tracker_store=RecentTurnsStore(host="sqlite://"))


async def read(agent: Agent, language: str, text: str) -> dict[str, Any]:
    """What it makes of the first message of a conversation on a page in that language."""
    message = UserMessage(text, metadata={"language": language, "today": "2026-11-21"})
    parsed: dict[str, Any] = await agent.processor.parse_message(message)
    return parsed
