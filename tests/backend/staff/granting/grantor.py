"""Somebody at the console who agrees things with one debtor."""

from typing import Any

import httpx

from tests.backend.conversations.fixtures import Visitor
from tests.backend.staff.people import Somebody

Answer = dict[str, Any]


class Grantor:
    """A user, and the debtor's conversation."""

    def __init__(self, user: Somebody, debtor: Visitor) -> None:
        self.http, self.id = user.http, user.id
        self.debtor = debtor
        self._conversation = f"/api/staff/conversations/{debtor.id}"

    async def takes(self) -> None:
        """Takes the conversation."""
        assert (await self.http.post(f"{self._conversation}/take")).status_code == 200

    async def asks(self, kind: str = "plan", **body: Any) -> httpx.Response:
        """Asks what may be agreed; with `keep`, makes it."""
        return await self.http.post(
            f"{self._conversation}/plan-offers", json={"kind": kind, **body}
        )

    async def looks(self, kind: str = "plan", **terms: Any) -> Answer:
        """What may be agreed on these terms."""
        answer = await self.asks(kind, terms=terms)
        assert answer.status_code == 200, answer.text
        found: Answer = answer.json()
        return found

    async def makes(self, kind: str = "plan", *, note: str | None = None, **terms: Any) -> Answer:
        """Looks at the offer and makes the nearest."""
        seen = (await self.looks(kind, **terms))["offers"][0]
        answer = await self.asks(kind, terms=terms, keep=seen["schedule"], note=note)
        assert answer.status_code == 200, answer.text
        [made] = answer.json()["offers"]
        return dict(made)

    async def does(self, offer: Answer, what: str) -> httpx.Response:
        """Sends or accepts."""
        return await self.http.post(f"/api/staff/plan-offers/{offer['id']}/{what}")

    async def reads(self) -> Answer:
        """All about the conversation."""
        found: Answer = (await self.http.get(self._conversation)).json()
        return found

    async def states(self) -> list[str]:
        """Where the offers of the conversation stand, the newest first."""
        return [grant["state"] for grant in (await self.reads())["granted"]]

    async def approvals(self) -> list[Answer]:
        """What waits for the user's yes."""
        answer = await self.http.get("/api/staff/approvals")
        assert answer.status_code == 200, answer.text
        return list(answer.json()["items"])

    async def decides(
        self, offer: Answer, approved: bool, note: str | None = None
    ) -> httpx.Response:
        """Says yes or no."""
        body = {"approved": approved, "note": note}
        return await self.http.post(f"/api/staff/approvals/{offer['id']}", json=body)


def kind_of(answer: httpx.Response) -> tuple[int, str]:
    """Status and the last part of the problem's type."""
    return answer.status_code, answer.json()["type"].rpartition("/")[2]
