"""The requests that Twilio posts: a message that came in, and what became of one that went out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import yaml

from backend.demo.messengers.line import Line
from backend.demo.messengers.messengers import Messengers
from backend.demo.messengers.person import Person
from backend.demo.messengers.posting import post
from backend.demo.messengers.sms.segments import segments
from backend.demo.messengers.sms.signing import HEADER, signature

API_VERSION = "2010-04-01"
_KEYWORDS = Path(__file__).parent / "keywords.yaml"


@dataclass(frozen=True)
class Requests:
    """What one person texts to one number. Each gives the product's status."""

    line: Line
    state: Messengers
    person: Person

    async def text(self, id: str, text: str) -> int:
        """A message with text. Twilio looks for its own stop words first."""
        await self._heed(text.strip().upper())
        return await self._post(self._received(id, text))

    async def attach(self, id: str, media: Mapping[str, str]) -> int:
        """A picture message; `media` has its MediaContentType0 and MediaUrl0."""
        return await self._post(self._received(id, "") | {"NumMedia": "1", **media})

    async def _heed(self, word: str) -> None:
        chat = self.state.chat("sms", self.line.client.id, self.person.number)
        for name, keyword in _keywords().items():
            if word in keyword["words"] and chat.stopped != (name == "stop"):
                await chat.stop(name == "stop")
                await chat.show(sid(), keyword["answer"], segments=segments(keyword["answer"]))

    def _received(self, id: str, text: str) -> dict[str, str]:
        country = self.line.client.country
        places = {f"{end}{place}": "" for end in ("To", "From") for place in _PLACES}
        return {
            **places,
            "ToCountry": country,
            "FromCountry": country,
            "SmsMessageSid": id,
            "SmsSid": id,
            "MessageSid": id,
            "SmsStatus": "received",
            "NumMedia": "0",
            "NumSegments": str(segments(text)),
            "Body": text,
            "From": self.person.number,
            "To": self.line.setting("number"),
            "AccountSid": self.line.secret("account"),
            "ApiVersion": API_VERSION,
        }

    async def _post(self, fields: Mapping[str, str]) -> int:
        return await post_signed(self.line, self.line.webhook, fields)


async def report(line: Line, address: str, id: str, to: str, status: str) -> int:
    """What became of a message that went out: sent, delivered, undelivered or failed."""
    fields = {
        "SmsSid": id,
        "MessageSid": id,
        "SmsStatus": status,
        "MessageStatus": status,
        "To": to,
        "From": line.setting("number"),
        "AccountSid": line.secret("account"),
        "ApiVersion": API_VERSION,
    }
    return await post_signed(line, address, fields)


async def post_signed(line: Line, address: str, fields: Mapping[str, str]) -> int:
    """Posts a form with its signature."""
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        HEADER: signature(line.secret("token"), address, fields),
    }
    return await post(address, urlencode(fields).encode(), headers)


def sid(kind: str = "SM") -> str:
    """An id such as Twilio gives: two letters and 32 hexadecimal figures."""
    return kind + uuid4().hex


_PLACES = ("State", "City", "Zip")


@cache
def _keywords() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(_KEYWORDS.read_text(encoding="utf-8"))
    return found
