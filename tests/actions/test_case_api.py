"""The case API from the actions' side, at the edge of the network."""

from collections.abc import Callable

import httpx
import pytest

from actions.case_api import CaseApi, CaseSystemAway, Refused

Handler = Callable[[httpx.Request], httpx.Response]


def api(handler: Handler) -> CaseApi:
    return CaseApi("http://cases", "secret", 1.0, httpx.MockTransport(handler))


async def test_the_service_token_is_sent() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["Authorization"] == "Bearer secret"
        return httpx.Response(200, json={"reference": "SE-1001"})

    assert await api(answer).case("SE-1001") == {"reference": "SE-1001"}


async def test_a_failing_read_is_tried_once_more() -> None:
    answers = iter([httpx.Response(503), httpx.Response(200, json={"latest": "2026-12-21"})])
    assert await api(lambda _: next(answers)).latest_deferral("SE-1001") == "2026-12-21"


async def test_a_write_that_is_tried_again_carries_the_same_key() -> None:
    keys = []

    def answer(request: httpx.Request) -> httpx.Response:
        keys.append(request.headers["Idempotency-Key"])
        if len(keys) == 1:
            raise httpx.ReadTimeout("no answer", request=request)
        return httpx.Response(200, json={"reference": "D-1"})

    await api(answer).dispute("SE-1001", "never ordered", key="turn-7:dispute")
    assert keys == ["turn-7:dispute"] * 2


async def test_a_case_system_that_stays_away_is_told_apart() -> None:
    with pytest.raises(CaseSystemAway):
        await api(lambda _: httpx.Response(500)).case("SE-1001")


async def test_a_connection_that_fails_twice_is_a_case_system_that_is_away() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    with pytest.raises(CaseSystemAway):
        await api(refuse).case("SE-1001")


async def test_a_refusal_is_not_tried_again_and_names_its_kind() -> None:
    calls = []

    def refuse(request: httpx.Request) -> httpx.Response:
        calls.append(request)
        problem = {"type": "/problems/offer-expired", "detail": "The offer has expired."}
        return httpx.Response(409, json=problem)

    with pytest.raises(Refused) as refusal:
        await api(refuse).accept("an-offer", "SE-1001")
    assert refusal.value.kind == "offer-expired"
    assert len(calls) == 1


async def test_the_language_of_reasons_is_asked_for() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["Accept-Language"] == "fi"
        return httpx.Response(200, json={"outcome": "offer"})

    await api(answer).plan_offers("FI-1001", {"amount": 4000}, "fi")


async def test_a_write_tells_in_which_conversation_it_is_done() -> None:
    told = []

    def answer(request: httpx.Request) -> httpx.Response:
        told.append(request.headers.get("Sovinto-Conversation"))
        return httpx.Response(200, json={"until": "2026-12-21"})

    shared = api(answer)
    await shared.within("c-1", "t-1").defer("SE-1001", "2026-12-21", key="turn-7")
    await shared.within("c-2", "t-2").accept("offer", "SE-1001")
    await shared.defer("SE-1001", "2026-12-21", key="turn-8")
    assert told == ["c-1", "c-2", None]
