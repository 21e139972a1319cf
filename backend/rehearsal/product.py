"""One conversation with the running product, over the HTTP that the widget uses."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from backend.rehearsal.refused import Refused

_SECONDS = 20.0


@dataclass
class Product:
    """The product at an address. Every method raises Refused with a sentence on what to do."""

    url: str
    http: httpx.Client = field(init=False)
    conversation: str = ""
    _headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.http = httpx.Client(base_url=self.url, timeout=_SECONDS, trust_env=False)

    def token(self, case: str, language: str | None, reset: bool) -> dict[str, Any]:
        """What a payment page would give the person of a demo case: client and token."""
        wish = {"case": case, "language": language, "reset": reset}
        return self._ask("POST", "/demo/token", json=wish)

    def begin(self, client: str, token: str | None, language: str | None) -> dict[str, Any]:
        """Opens a conversation; it has the greeting in `messages`."""
        wanted = {"client": client, "token": token, "language": language}
        begun = self._ask("POST", "/api/chat/conversations", json=wanted)
        self.conversation = begun["id"]
        self._headers = {"Authorization": f"Bearer {begun['access_token']}"}
        return begun

    def say(self, text: str, payload: str | None = None) -> tuple[str, dict[str, Any]]:
        """Sends a message; its id, and the answers to it."""
        sent = {"id": uuid4().hex, "text": text, "payload": payload}
        path = f"/api/chat/conversations/{self.conversation}/messages"
        return sent["id"] or "", self._ask("POST", path, json=sent)

    def understood(self, message: str) -> dict[str, Any] | None:
        """What the assistant made of a message; None in production and while it has no answer."""
        path = f"/demo/conversations/{self.conversation}/understood/{message}"
        try:
            found: dict[str, Any] | None = self._ask("GET", path)["understood"]
        except Refused:
            return None
        return found

    def _ask(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        try:
            answer = self.http.request(method, path, headers=self._headers, **more)
        except httpx.TimeoutException as error:
            raise Refused("slow", f"The product at {self.url} did not answer in time.") from error
        except httpx.HTTPError as error:
            raise Refused(
                "away",
                f"Nothing answers at {self.url}. Start the product in another terminal: make run",
            ) from error
        try:
            content: dict[str, Any] = answer.json()
        except ValueError as error:
            raise Refused("other", f"What answers at {self.url} is not this product.") from error
        if answer.is_error:
            says = str(content.get("detail", f"It was refused ({answer.status_code})."))
            kind = str(content.get("type", "other")).rpartition("/")[2]
            raise Refused(kind, says)
        return content
