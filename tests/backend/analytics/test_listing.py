"""The conversations behind a figure, page by page."""

from datetime import timedelta

from backend.analytics.counting import counting
from backend.services import Services
from tests.backend.analytics.past import DAY, THEN, handoff, tell, turn
from tests.backend.analytics.readers import Reader

ON_THE_DAY = {"first": DAY, "last": DAY}


async def test_pages_follow_each_other_newest_first(analyst: Reader, house: Services) -> None:
    number = counting().page + 3
    told = [
        await tell(house, turn(), at=THEN + timedelta(seconds=place)) for place in range(number)
    ]
    first = await analyst.reads("/conversations", **ON_THE_DAY)
    assert first["more"]
    before = first["items"][-1]["seq"]
    second = await analyst.reads("/conversations", **ON_THE_DAY, before=before)
    assert not second["more"]
    listed = [item["id"] for page in (first, second) for item in page["items"]]
    assert listed == told[::-1]


async def test_a_conversation_is_listed_with_how_it_went(
    lind_reader: Reader, house: Services
) -> None:
    id = await tell(house, turn(), turn(missed=True), handoff("dispute"), channel="sms")
    [item] = (await lind_reader.reads("/conversations", **ON_THE_DAY))["items"]
    assert item.pop("seq")
    assert item == {
        "id": id,
        "client": "lind",
        "language": "sv",
        "channel": "sms",
        "begun_at": "2026-03-04T10:30:00+01:00",
        "turns": 2,
        "missed": 1,
        "outcome": "person",
        "outcome_label": "Ihmisen kanssa",
        "reason": "dispute",
        "reason_label": "Kiistää velan",
        "endings": [],
    }


async def test_filters_are_all_true_together(analyst: Reader, house: Services) -> None:
    wanted = await tell(house, turn("ask_fees", missed=True), handoff("dispute"))
    await tell(house, turn("ask_fees", missed=True))
    await tell(house, handoff("dispute"))
    query = {"reason": "dispute", "missed_intent": "ask_fees", "outcome": "person"}
    assert await analyst.listed(**ON_THE_DAY, **query) == [wanted]
    assert await analyst.listed(**ON_THE_DAY, **query, hour=23) == []
