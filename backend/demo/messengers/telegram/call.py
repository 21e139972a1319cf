"""One call of the Bot API: whose bot, with which parameters."""

import json
from dataclasses import dataclass
from typing import Any

from backend.demo.messengers.answers import Refused
from backend.demo.messengers.chat import Chat, Choice
from backend.demo.messengers.line import Line
from backend.demo.messengers.messengers import Messengers

#: Bots have ids of their own; this one stands for the bot of every client.
BOT_ID = 7_261_440_395
LONGEST_DATA_BYTES = 64


@dataclass(frozen=True)
class Call:
    """A method's parameters, and what they name."""

    line: Line
    state: Messengers
    sent: dict[str, Any]

    def get(self, name: str, default: Any = None) -> Any:
        """A parameter as it was sent."""
        return self.sent.get(name, default)

    @property
    def bot(self) -> dict[str, Any]:
        """The bot as a User."""
        name = self.line.setting("bot")
        return {"id": BOT_ID, "is_bot": True, "first_name": self.line.client.name, "username": name}

    @property
    def person(self) -> str:
        """The chat's id. Refused when it is missing or a name."""
        person = str(self.get("chat_id", ""))
        if not person:
            raise Refused("chat_missing")
        if not person.isdecimal():
            raise Refused("chat_not_found")
        return person

    @property
    def chat(self) -> Chat:
        """The chat. Refused when the person has blocked the bot."""
        chat = self.state.chat("telegram", self.line.client.id, self.person)
        if chat.stopped:
            raise Refused("blocked")
        return chat

    def keyboard(self) -> list[list[Choice]]:
        """The inline keyboard of `reply_markup`; empty without one. Refused when it is malformed."""
        markup = self.get("reply_markup")
        if not markup:
            return []
        try:
            found = json.loads(markup) if isinstance(markup, str) else markup
            rows = found.get("inline_keyboard", [])
            return [[self._choice(button) for button in row] for row in rows]
        except (ValueError, AttributeError, TypeError) as error:
            raise Refused("wrong_markup") from error

    @staticmethod
    def _choice(button: dict[str, Any]) -> Choice:
        title, data, url = button.get("text"), button.get("callback_data"), button.get("url")
        if not title or (data is None) == (url is None):
            raise Refused("wrong_button")
        if data is not None and not 1 <= len(str(data).encode()) <= LONGEST_DATA_BYTES:
            raise Refused("wrong_button")
        return Choice(title=title, id=data, url=url)
