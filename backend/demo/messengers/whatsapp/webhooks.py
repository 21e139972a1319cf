"""The webhooks that WhatsApp posts: what a person writes, and what became of our messages."""

import base64
import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from typing import Any

from backend.demo.messengers.line import Line
from backend.demo.messengers.person import Person
from backend.demo.messengers.posting import post

SIGNATURE_HEADER = "X-Hub-Signature-256"
ACCOUNT = "102290129340398"
WINDOW_SECONDS = 24 * 60 * 60


@dataclass(frozen=True)
class Webhooks:
    """What one person does in the chat with one number. Each gives the product's status."""

    line: Line
    person: Person

    async def text(self, id: str, text: str) -> int:
        """A message with text."""
        return await self._write(id, "text", {"body": text})

    async def press(self, id: str, shown: str, title: str, button: str, menu: bool) -> int:
        """A press of a reply button, or of a row of a list, under the message `shown`."""
        kind = "list_reply" if menu else "button_reply"
        content = {"type": kind, kind: {"id": button, "title": title}}
        context = {"context": {"from": self.line.setting("number").removeprefix("+"), "id": shown}}
        return await self._write(id, "interactive", content, **context)

    async def attach(self, id: str, kind: str, content: dict[str, Any]) -> int:
        """A message of another kind, such as a voice."""
        return await self._write(id, kind, content)

    async def _write(self, id: str, kind: str, content: dict[str, Any], **more: Any) -> int:
        message = {
            "from": self.person.wa_id,
            "id": id,
            "timestamp": str(int(time.time())),
            **more,
            "type": kind,
            kind: content,
        }
        name = f"{self.person.first_name} {self.person.last_name}"
        contact = {"profile": {"name": name}, "wa_id": self.person.wa_id}
        return await post_signed(self.line, contacts=[contact], messages=[message])


async def report(line: Line, id: str, to: str, status: str) -> int:
    """What became of a message that went out: sent, delivered or read."""
    told: dict[str, Any] = {
        "id": id,
        "status": status,
        "timestamp": str(int(time.time())),
        "recipient_id": to,
    }
    if status != "read":
        told["conversation"] = {"id": _conversation(line, to), "origin": {"type": "service"}}
        told["pricing"] = {
            "billable": False,
            "pricing_model": "PMP",
            "category": "service",
            "type": "free_customer_service",
        }
    if status == "sent":
        told["conversation"]["expiration_timestamp"] = str(int(time.time()) + WINDOW_SECONDS)
    return await post_signed(line, statuses=[told])


async def post_signed(line: Line, **content: Any) -> int:
    """Posts a change of the field `messages`, signed over its bytes."""
    value = {
        "messaging_product": "whatsapp",
        "metadata": {
            "display_phone_number": line.setting("number").removeprefix("+"),
            "phone_number_id": line.setting("phone_number_id"),
        },
        **content,
    }
    changes = [{"value": value, "field": "messages"}]
    written = {
        "object": "whatsapp_business_account",
        "entry": [{"id": ACCOUNT, "changes": changes}],
    }
    body = json.dumps(written, separators=(",", ":")).encode()
    signature = hmac.new(line.secret("secret").encode(), body, hashlib.sha256).hexdigest()
    headers = {"Content-Type": "application/json", SIGNATURE_HEADER: f"sha256={signature}"}
    return await post(line.webhook, body, headers)


def wamid(number: int) -> str:
    """A message's id such as WhatsApp gives."""
    return "wamid." + base64.b64encode(f"HBgLdemo{number:012}".encode()).decode()


def _conversation(line: Line, to: str) -> str:
    return hashlib.md5(f"{line.client.id} {to}".encode(), usedforsecurity=False).hexdigest()
