"""A call is promised at once, and its time may be picked after it or said with the wish."""

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import turn as turns
from actions.callback.steps import ConcludeCallback

TIMES = ["2026-11-26T09:00:00+01:00", "2026-11-26T13:00:00+01:00"]


class CallApi:
    """Promises the first time, and offers all of them."""

    def __init__(self) -> None:
        self.handoffs: list[dict[str, Any]] = []

    def within(self, _conversation: str, _turn: str) -> "CallApi":
        """The same."""
        return self

    worded = None

    async def hand_over(self, _conversation: str, handoff: dict[str, Any], key: str) -> Any:
        """What was asked is kept."""
        self.handoffs.append(handoff)
        at = handoff.get("at") or TIMES[0]
        return {"reference": "H-1", "promised_at": at, "times": TIMES, "created": True}


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> CallApi:
    """The case system's part."""
    api = CallApi()
    monkeypatch.setattr(turns, "case_api", lambda: api)
    return api


async def concluded(text: str, *before: str, **entities: object) -> dict[str, Any]:
    def said(text: str, intent: str, found: dict[str, object]) -> dict[str, Any]:
        values = [{"entity": name, "value": value} for name, value in found.items()]
        return {"intent": {"name": intent}, "entities": values, "text": text, "message_id": "m1"}

    message = said(text, "inform" if before else "request_callback", {} if before else entities)
    events = [
        {"event": "user", "text": one, "parse_data": said(one, "request_callback", entities)}
        for one in before
    ]
    events.append({"event": "user", "text": text, "parse_data": message})
    slots = {"callback_phone": "0701740605", "language": "sv", "identified": False}
    tracker = Tracker("c1", slots, message, events, False, None, {}, None)
    dispatcher = CollectingDispatcher()
    await ConcludeCallback().run(dispatcher, tracker, {})
    said_then: dict[str, Any] = dispatcher.messages[-1]
    return said_then


async def test_without_a_wish_the_earliest_is_promised_and_others_are_offered(
    calls: CallApi,
) -> None:
    told = await concluded("ring mig på 0701740605")
    assert not {"at", "on", "clock"} & set(calls.handoffs[0])
    assert (told["chosen"], told["others"]) == (False, True)
    assert told["choices"] == [{"button": "call_at", "entities": {"until": TIMES[1]}}]


async def test_a_picked_time_is_asked_for_and_said(calls: CallApi) -> None:
    told = await concluded("torsdag kl. 13", until=TIMES[1])
    assert calls.handoffs[0]["at"] == TIMES[1]
    assert (told["promised_at"], told["chosen"]) == (TIMES[1], True)


@pytest.mark.parametrize(
    ("text", "entities", "wished"),
    [
        ("ring mig i morgon", {"date": "2026-11-26"}, {"on": "2026-11-26"}),
        ("ring 14:30", {}, {"clock": "14:30"}),
        ("ring 9:05 den 27", {"date": "2026-11-27"}, {"on": "2026-11-27", "clock": "09:05"}),
        ("ring mig, 070-174 06 05", {}, {}),
        ("ring mig någon gång", {"date": "som vanligt"}, {}),
    ],
)
async def test_a_time_that_was_said_is_wished_for(
    calls: CallApi, text: str, entities: dict[str, object], wished: dict[str, str]
) -> None:
    await concluded(text, **entities)
    asked = calls.handoffs[0]
    assert {name: asked[name] for name in ("at", "on", "clock") if name in asked} == wished


async def test_a_time_said_before_the_number_is_not_lost(calls: CallApi) -> None:
    await concluded("0701740605", "ring mig i morgon 14:30", date="2026-11-26")
    assert (calls.handoffs[0]["on"], calls.handoffs[0]["clock"]) == ("2026-11-26", "14:30")
