"""The updates that Telegram posts when a person does something."""

import json
import time
from dataclasses import dataclass
from typing import Any

from backend.demo.messengers.chat import Shown
from backend.demo.messengers.line import Line
from backend.demo.messengers.messengers import Messengers
from backend.demo.messengers.person import Person
from backend.demo.messengers.posting import post
from backend.demo.messengers.telegram.call import BOT_ID

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_CHAT_INSTANCE = "-5417735513316402981"


@dataclass(frozen=True)
class Updates:
    """What one person does in the chat with one bot. Each gives the product's status.

    `language` is that of the person's app.
    """

    line: Line
    state: Messengers
    person: Person
    language: str

    async def text(self, id: str, text: str) -> int:
        """A message with text; a command is marked as one."""
        content: dict[str, Any] = {"text": text}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            content["entities"] = [{"offset": 0, "length": length, "type": "bot_command"}]
        return await self._post(message=self._message(id, content))

    async def edit(self, id: str, text: str) -> int:
        """A message whose text the person has changed."""
        message = self._message(id, {"text": text}) | {"edit_date": int(time.time())}
        return await self._post(edited_message=message)

    async def press(self, shown: Shown, data: str) -> int:
        """A press of a button under a message."""
        query = {
            "id": str(3_024_163_312_958_440_000 + next(self.state.ids)),
            "from": self._user,
            "message": {
                "message_id": int(shown.id),
                "from": self._bot,
                "chat": self._chat,
                "date": int(shown.at.timestamp()),
                "text": shown.text,
                "reply_markup": {"inline_keyboard": _keyboard(shown)},
            },
            "chat_instance": _CHAT_INSTANCE,
            "data": data,
        }
        return await self._post(callback_query=query)

    async def attach(self, id: str, content: dict[str, Any]) -> int:
        """A message of another kind, such as a voice."""
        return await self._post(message=self._message(id, content))

    async def block(self, blocked: bool) -> int:
        """The person blocks the bot, or lets it write again."""
        now, before = ("kicked", "member") if blocked else ("member", "kicked")
        until = {"until_date": 0} if blocked else {}
        change = {
            "chat": self._chat,
            "from": self._user,
            "date": int(time.time()),
            "old_chat_member": {"user": self._bot, "status": before},
            "new_chat_member": {"user": self._bot, "status": now, **until},
        }
        return await self._post(my_chat_member=change)

    async def _post(self, **kind: Any) -> int:
        update = {"update_id": 815_204_600 + next(self.state.ids), **kind}
        set_by_bot = self.state.webhooks.get(self.line.client.id, {})
        secret = set_by_bot.get("secret") or self.line.secret("secret")
        headers = {"Content-Type": "application/json", SECRET_HEADER: secret}
        address = set_by_bot.get("url") or self.line.webhook
        return await post(address, json.dumps(update).encode(), headers)

    def _message(self, id: str, content: dict[str, Any]) -> dict[str, Any]:
        known = {"from": self._user, "chat": self._chat, "date": int(time.time())}
        return {"message_id": int(id), **known, **content}

    @property
    def _user(self) -> dict[str, Any]:
        return {
            "id": self.person.chat_id,
            "is_bot": False,
            "first_name": self.person.first_name,
            "last_name": self.person.last_name,
            "language_code": self.language,
        }

    @property
    def _chat(self) -> dict[str, Any]:
        names = {"first_name": self.person.first_name, "last_name": self.person.last_name}
        return {"id": self.person.chat_id, **names, "type": "private"}

    @property
    def _bot(self) -> dict[str, Any]:
        known = {"id": BOT_ID, "is_bot": True, "first_name": self.line.client.name}
        return known | {"username": self.line.setting("bot")}


def _keyboard(shown: Shown) -> list[list[dict[str, str]]]:
    return [
        [
            {"text": choice.title, "callback_data": choice.id}
            if choice.id is not None
            else {"text": choice.title, "url": choice.url or ""}
            for choice in row
        ]
        for row in shown.rows
    ]
