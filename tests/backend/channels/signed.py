"""Recorded payloads, and the signatures that go with them.

Written apart from the product's own verifying: from the providers' documents, step by step.
"""

import base64
import hmac
from pathlib import Path
from urllib.parse import unquote_plus

from backend.channels.secrets import demo_secret
from backend.settings import Settings

FOLDER = Path(__file__).parents[2] / "payloads"
CONTENT_TYPES = {
    "telegram": "application/json",
    "sms": "application/x-www-form-urlencoded; charset=utf-8",
    "whatsapp": "application/json",
}


def recorded(channel: str, name: str) -> bytes:
    """The bytes of a recorded payload."""
    [file] = (FOLDER / channel).glob(f"{name}.*")
    content = file.read_bytes()
    return content.rstrip(b"\n") if file.suffix == ".form" else content


def names(channel: str, event: str) -> list[str]:
    """The recorded payloads of an event."""
    return sorted(file.stem for file in (FOLDER / channel).glob(f"{event}__*"))


def signed(settings: Settings, channel: str, client: str, content: bytes) -> dict[str, str]:
    """The headers with which the channel sends the content."""
    return {"Content-Type": CONTENT_TYPES[channel], **_SIGN[channel](settings, client, content)}


def _telegram(settings: Settings, client: str, content: bytes) -> dict[str, str]:
    return {"X-Telegram-Bot-Api-Secret-Token": demo_secret(client, "telegram", "secret")}


def _sms(settings: Settings, client: str, content: bytes) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in content.decode().split("&")]
    fields = sorted((unquote_plus(name), unquote_plus(value)) for name, _, value in pairs)
    text = f"{settings.public_url}/channels/sms"
    for name, value in fields:
        text += name + value
    key = demo_secret(client, "sms", "token").encode()
    digest = hmac.digest(key, text.encode(), "sha1")
    return {"X-Twilio-Signature": base64.b64encode(digest).decode()}


def _whatsapp(settings: Settings, client: str, content: bytes) -> dict[str, str]:
    key = demo_secret(client, "whatsapp", "secret").encode()
    return {"X-Hub-Signature-256": "sha256=" + hmac.digest(key, content, "sha256").hex()}


_SIGN = {"telegram": _telegram, "sms": _sms, "whatsapp": _whatsapp}
