"""An agent's side over HTTP, as the console uses it."""

from typing import Any, Self
from uuid import uuid4

import httpx

from tests.walks.waiting import until

Json = dict[str, Any]
PASSWORD = "demo"


class Desk:
    """An agent who is signed in."""

    def __init__(self, address: str, email: str) -> None:
        self._http = httpx.Client(
            base_url=f"{address}/api/staff",
            headers={"X-Requested-With": "sovinto"},
            timeout=30,
            trust_env=False,
        )
        signed_in = self._http.post("/session", json={"email": email, "password": PASSWORD})
        self.user: Json = signed_in.raise_for_status().json()["user"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def waiting(self, conversation: str) -> Json:
        """The handoff of a conversation in the list of those who wait, once it is there."""

        def find() -> Json | None:
            return self.find(conversation, "waiting")

        return until(find, "the handoff is in the queue")

    def find(self, conversation: str, state: str) -> Json | None:
        """The handoff of a conversation in one of the lists."""
        params = {"state": state, "limit": 200}
        items = self._http.get("/handoffs", params=params).raise_for_status().json()
        return next((row for row in items["items"] if row["conversation"] == conversation), None)

    def open(self, conversation: str) -> Json:
        """All about a conversation."""
        answer: Json = self._http.get(f"/conversations/{conversation}").raise_for_status().json()
        return answer

    def take(self, conversation: str) -> httpx.Response:
        """Takes a conversation; gives the answer as it came, also a refusal."""
        return self._http.post(f"/conversations/{conversation}/take")

    @property
    def cookie(self) -> str:
        """What opens the live line."""
        return self._http.cookies["sovinto_staff"]

    def write(self, conversation: str, text: str) -> httpx.Response:
        """Writes to the debtor; gives the answer as it came."""
        return self.write_as(conversation, str(uuid4()), text)

    def write_as(self, conversation: str, id: str, text: str) -> httpx.Response:
        """The same with the id that the page has given it, so that it may be sent again."""
        body = {"id": id, "text": text}
        return self._http.post(f"/conversations/{conversation}/messages", json=body)

    def close(self, conversation: str, outcome: str = "solved") -> httpx.Response:
        """Ends a conversation."""
        body = {"outcome": outcome, "note": None}
        return self._http.post(f"/conversations/{conversation}/close", json=body)

    def give_back(self, conversation: str) -> httpx.Response:
        """Lets the assistant go on."""
        return self._http.post(f"/conversations/{conversation}/return", json={"note": None})
