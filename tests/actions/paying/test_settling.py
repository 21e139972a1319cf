"""A part that is paid for all of it: what cannot be meant is answered with what the rules would take."""

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.paying.settling import Settle
from tests.actions.conftest import CaseSystem, tracker_of


@pytest.mark.parametrize("amount", ["0", "1" + "0" * 15])
async def test_a_sum_that_cannot_be_meant_is_answered_as_a_wish_without_a_sum(
    case_system: CaseSystem,  # noqa: F811
    amount: str,
):
    assert await settling(amount=amount) == await settling()


async def settling(**entities: str) -> list[str]:
    """The texts that answer a wish to pay a part for all."""
    dispatcher = CollectingDispatcher()
    await Settle().run(dispatcher, tracker_of("SE-1001", "request_discount", "sv", entities), {})
    return [message["response"] for message in dispatcher.messages]
