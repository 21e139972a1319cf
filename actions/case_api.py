"""The case API as the actions see it: over HTTP, with a service token, a timeout and one retry.

Each method returns the answer's JSON as docs/http.md describes it. A read is repeated once when it
fails; so is a write, because each carries the turn's key and the API does it once.
"""

import asyncio
from copy import copy
from typing import Any

import httpx

from actions.settings import get_settings

Json = dict[str, Any]
_SUM_NOT_KNOWN = "sum-not-known"


class CaseSystemAway(Exception):
    """The case system could not be asked, or failed; nothing is known about the answer."""


class SumNotKnown(Exception):
    """What is owed cannot be stated for the day: its interest rate is not known yet."""


class Refused(Exception):
    """The case API said no, with a reason. `kind` is stable, `problem` the whole answer."""

    def __init__(self, problem: Json) -> None:
        super().__init__(problem.get("detail", ""))
        self.problem = problem
        self.kind = str(problem.get("type", "")).rpartition("/")[2]


class CaseApi:
    """One connection pool, used by all actions of this process."""

    def __init__(
        self,
        url: str,
        token: str,
        timeout_seconds: float,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._client = httpx.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=timeout_seconds,
            transport=transport,
            trust_env=False,
        )
        self._told: dict[str, str] = {}
        #: The last question whose answer has sentences in a language: {"method", "path", ...}.
        self.worded: Json | None = None

    def within(self, conversation: str, turn: str) -> "CaseApi":
        """The same API, told in which conversation it is asked, and for which message."""
        inside = copy(self)
        inside._told = {"Sovinto-Conversation": conversation, "Sovinto-Turn": turn}
        return inside

    async def in_language(self, worded: Json, language: str) -> Json:
        """The answer to such a question, asked once more for its sentences in another language."""
        asked = {name: value for name, value in worded.items() if name not in ("method", "path")}
        headers = {"Accept-Language": language}
        return await self._ask(worded["method"], worded["path"], headers=headers, **asked)

    async def client(self, client: str, language: str) -> Json:
        """Who the creditor is, when people are there, and where help is found in the country."""
        return await self._get(f"/api/clients/{client}", language=language)

    async def case(self, reference: str) -> Json:
        """What is owed and why, the plan if there is one, and what holds the case."""
        return await self._get(f"/api/cases/{reference}")

    async def balance(self, reference: str, on: str) -> Json:
        """What is owed on another day; its total is None when the interest to it is not known."""
        return await self._get(f"/api/cases/{reference}/balance", on=on)

    async def payment(
        self, reference: str, amount: int | None = None, on: str | None = None
    ) -> Json:
        """Where to pay; `amount` in minor units, else the whole balance, today or on a later day."""
        return await self._get(f"/api/cases/{reference}/payment", amount=amount, on=on)

    async def plan_options(self, reference: str) -> Json:
        """What the client's rules allow, with a few examples."""
        return await self._get(f"/api/cases/{reference}/plan-options")

    async def plan_offers(self, reference: str, terms: Json, language: str) -> Json:
        """What the rules answer to these terms: an offer, counter-offers, or a referral."""
        path = f"/api/cases/{reference}/plan-offers"
        return await self._post(path, terms, headers={"Accept-Language": language})

    async def joint_offers(self, reference: str, terms: Json, language: str) -> Json:
        """What they answer to these terms for one plan over all of the debtor's cases."""
        path = f"/api/cases/{reference}/joint-offers"
        return await self._post(path, terms, headers={"Accept-Language": language})

    async def settlement_offers(self, reference: str, wish: Json, language: str) -> Json:
        """What the rules answer to a part that is paid for all: `{amount?, by?}`."""
        path = f"/api/cases/{reference}/settlement-offers"
        return await self._post(path, wish, headers={"Accept-Language": language})

    async def change_offers(self, plan: str, terms: Json, language: str) -> Json:
        """What the rules answer to other terms for what is left of a plan that runs."""
        path = f"/api/plans/{plan}/change-offers"
        return await self._post(path, terms, headers={"Accept-Language": language})

    async def pause_offers(self, plan: str, wish: Json, language: str) -> Json:
        """What the rules answer to skipping instalments: `{instalments?, since?}`."""
        path = f"/api/plans/{plan}/pause-offers"
        return await self._post(path, wish, headers={"Accept-Language": language})

    async def plan(self, plan: str) -> Json:
        """A plan, and what may be done with it (`can`)."""
        return await self._get(f"/api/plans/{plan}")

    async def undo(self, plan: str) -> Json:
        """Takes back a yes; saying it again changes nothing."""
        return await self._post(f"/api/plans/{plan}/undo", {})

    async def payment_order(self, reference: str) -> Json:
        """The open cases with this client, in the order of paying that costs least."""
        return await self._get(f"/api/cases/{reference}/payment-order")

    async def accept(self, offer: str, case: str) -> Json:
        """Makes the offer the plan; saying it again changes nothing. One of another case is refused."""
        return await self._post(f"/api/plan-offers/{offer}/accept", {"case": case})

    async def deferral(self, reference: str, language: str, until: str | None = None) -> Json:
        """`{latest, until, notices}`: the latest date to which all may be put off, the nearest to a
        wish, and what has to be said before a yes. `latest` is None when it may not be put off.
        """
        path = f"/api/cases/{reference}/deferral"
        wished = {} if until is None else {"until": until}
        return await self._ask("GET", path, params=wished, headers={"Accept-Language": language})

    async def latest_deferral(self, reference: str) -> str | None:
        """The latest date to which all of it may be put off, or None when it may not."""
        latest: str | None = (await self._get(f"/api/cases/{reference}/deferral"))["latest"]
        return latest

    async def defer(self, reference: str, until: str, key: str) -> Json:
        """Puts the due date off."""
        return await self._post(f"/api/cases/{reference}/deferrals", {"until": until}, key)

    async def hold(self, reference: str, reason: str, note: str, key: str, **more: Any) -> Json:
        """Stops reminders and collection while something is looked into.

        `more` are `until`, and `paid_on`: then `booked_by` tells when such a payment shows here.
        """
        body = {"reason": reason, "note": note, **more}
        return await self._post(f"/api/cases/{reference}/holds", body, key)

    async def dispute(self, reference: str, text: str, key: str) -> Json:
        """Registers that the claim is disputed; it is not collected until a person has decided."""
        return await self._post(f"/api/cases/{reference}/disputes", {"text": text}, key)

    async def only_in_writing(self, reference: str, key: str) -> Json:
        """From now on the debtor is written to, and not called unless a call is asked for."""
        path = f"/api/cases/{reference}/contact"
        return await self._post(path, {"only_in_writing": True}, key)

    async def hand_over(self, conversation: str, handoff: Json, key: str) -> Json:
        """Puts the conversation in a person's queue, or promises a time when nobody is there."""
        return await self._post(f"/api/conversations/{conversation}/handoffs", handoff, key)

    async def _get(self, path: str, **query: Any) -> Json:
        given = {name: value for name, value in query.items() if value is not None}
        return await self._ask("GET", path, params=given)

    async def _post(
        self, path: str, body: Json, key: str | None = None, headers: Json | None = None
    ) -> Json:
        sent = {**(headers or {}), **({"Idempotency-Key": key} if key else {})}
        return await self._ask("POST", path, json=body, headers=sent)

    async def _ask(self, method: str, path: str, **request: Any) -> Json:
        if "Accept-Language" in request.get("headers", {}):
            asked = {name: value for name, value in request.items() if name != "headers"}
            self.worded = {"method": method, "path": path, **asked}
        request["headers"] = {**self._told, **request.get("headers", {})}
        try:
            answer = await self._send_with_one_retry(method, path, **request)
        except httpx.TransportError as error:
            raise CaseSystemAway(type(error).__name__) from error
        if answer.status_code >= 500:
            raise CaseSystemAway(f"status {answer.status_code}")
        content: Json = answer.json()
        if answer.status_code >= 400:
            refused = Refused(content)
            if refused.kind == _SUM_NOT_KNOWN:
                raise SumNotKnown from refused
            raise refused
        return content

    async def _send_with_one_retry(self, method: str, path: str, **request: Any) -> httpx.Response:
        try:
            answer = await self._client.request(method, path, **request)
            if answer.status_code < 500:
                return answer
        except httpx.TransportError:
            pass  # the second try tells whether it was a passing fault
        return await self._client.request(method, path, **request)


_apis: dict[asyncio.AbstractEventLoop, CaseApi] = {}


def case_api() -> CaseApi:
    """The API client of the running event loop."""
    loop = asyncio.get_running_loop()
    if loop not in _apis:
        settings = get_settings()
        _apis[loop] = CaseApi(
            settings.case_api_url,
            settings.service_token.get_secret_value(),
            settings.case_api_timeout_seconds,
        )
    return _apis[loop]
