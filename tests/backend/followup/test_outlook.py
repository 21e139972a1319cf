"""What would be done, without doing it."""

from datetime import date

from backend.followup.outlook import outlook
from tests.backend.followup.debtor import Debtor


async def test_it_tells_what_is_due_and_what_comes_and_leaves_no_trace(debtor: Debtor):
    found = await outlook(debtor.on(date(2026, 11, 30)))
    assert [(due.kind, due.act, due.why) for due in found.now] == [("coming", "say", None)]
    assert [(later.kind, str(later.from_moment.date())) for later in found.later] == [
        ("missed", "2026-12-07"),
        ("broken", "2026-12-18"),
    ]
    assert await debtor.reminder("coming") is None
    assert len(await debtor.messages()) == 1


async def test_it_may_be_of_one_case(debtor: Debtor):
    found = await outlook(debtor.on(date(2026, 11, 30)), "LI-other")
    assert (found.now, found.later) == ((), ())


async def test_it_says_why_something_waits(debtor: Debtor):
    found = await outlook(debtor.on(date(2026, 12, 20)))
    assert [(due.kind, due.act, due.why) for due in found.now] == [
        ("missed", "wait", "hours"),
        ("broken", "wait", "not_answered_yet"),
    ]
