"""A debtor's side of a chat over HTTP, as small as the widget's own."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx

from tests.walks.waiting import until

Json = dict[str, Any]
SECONDS = 60.0


class Chat:
    """One open conversation; `last` is what was said in answer to the last message."""

    def __init__(self, http: httpx.Client, begun: Json) -> None:
        self.http = http
        self.id: str = begun["id"]
        self.access_token: str = begun["access_token"]
        self.greeting: list[Json] = begun["messages"]
        self._take(begun)

    def _take(self, answer: Json) -> None:
        self.last: list[Json] = answer["messages"]
        self.language: str = answer.get("language", "")
        self.mode: str = answer["mode"]

    @property
    def path(self) -> str:
        """Where the conversation is."""
        return f"/api/chat/conversations/{self.id}"

    @property
    def key(self) -> dict[str, str]:
        """The header that opens it."""
        return {"Authorization": f"Bearer {self.access_token}"}

    def send(
        self, text: str, *, payload: str | None = None, id: str | None = None
    ) -> httpx.Response:
        """Sends a message and gives the answer as it came, also a refusal."""
        body: Json = {"id": id or str(uuid4()), "text": text}
        if payload is not None:
            body["payload"] = payload
        return self.http.post(f"{self.path}/messages", json=body, headers=self.key)

    def say(self, text: str, *, payload: str | None = None, id: str | None = None) -> list[Json]:
        """Says something and gives the answers."""
        answer = self.send(text, payload=payload, id=id)
        assert answer.status_code == httpx.codes.OK, answer.text
        self._take(answer.json())
        return self.last

    def press(self, button: Json) -> list[Json]:
        """Presses a button that was offered."""
        return self.say(button["title"], payload=button["payload"])

    def identify(self, token: str) -> httpx.Response:
        """Shows a payment-page token; gives the answer as it came."""
        answer = self.http.post(f"{self.path}/identify", json={"token": token}, headers=self.key)
        if answer.status_code == httpx.codes.OK:
            self._take(answer.json())
        return answer

    def read(self) -> Json:
        """All of the conversation, as a page that was loaded again gets it."""
        answer = self.http.get(self.path, headers=self.key)
        assert answer.status_code == httpx.codes.OK, answer.text
        whole: Json = answer.json()
        return whole

    def transcript(self) -> list[Json]:
        """All that was said."""
        said: list[Json] = self.read()["messages"]
        return said

    def wait_for_card(self, kind: str, seconds: float = SECONDS) -> Json:
        """The latest card of a kind, once there is one."""
        return until(lambda: last_card(self.transcript(), kind), f"a {kind} card", seconds)


def open_chat(
    http: httpx.Client,
    client: str,
    *,
    case: str | None = None,
    token: str | None = None,
    language: str | None = None,
    reset: bool = True,
) -> Chat:
    """Opens a chat; with a `case` as its debtor, and the case as new unless `reset` is False."""
    if case is not None:
        token = page_token(http, case, reset=reset)
    answer = begin(http, {"client": client, "token": token, "language": language})
    assert answer.status_code == httpx.codes.CREATED, answer.text
    return Chat(http, answer.json())


def begin(http: httpx.Client, wanted: Json) -> httpx.Response:
    """Begins a conversation; gives the answer as it came, also a refusal."""
    return http.post("/api/chat/conversations", json=wanted)


def page_token(
    http: httpx.Client, case: str, *, reset: bool = False, language: str | None = None
) -> str:
    """A token such as the client's payment page makes; `reset` makes the case as new."""
    wish = {"case": case, "reset": reset, "language": language}
    token: str = http.post("/demo/token", json=wish).raise_for_status().json()["token"]
    return token


def cards(messages: list[Json]) -> list[Json]:
    """The cards of messages, in order."""
    return [message["card"] for message in messages if message["card"]]


def last_card(messages: list[Json], kind: str) -> Json | None:
    """The latest card of a kind."""
    return next((card for card in reversed(cards(messages)) if card["type"] == kind), None)


def buttons(messages: list[Json]) -> list[Json]:
    """The buttons that can be pressed now: those of the last message that has any."""
    offered: list[list[Json]] = [said["buttons"] for said in messages if said["buttons"]]
    return offered[-1] if offered else []


def text_of(messages: list[Json]) -> str:
    """What the messages say, with plain spaces, however a language groups its digits."""
    said = "\n".join(message["text"] for message in messages)
    return said.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def said_by(messages: list[Json], sender: str) -> Iterator[str]:
    """What one side has said."""
    return (message["text"] for message in messages if message["sender"] == sender)
