"""Where to pay: all of it, the part that was named, or the next instalment of a plan."""

from tests.actions.conftest import Ask, written


async def test_the_account_for_a_part_comes_with_that_part(ask: Ask):
    ((text, message),) = await ask("SE-1001", "ask_how_to_pay", amount=1000)
    assert text == "pay_part"
    assert message["custom"]["card"]["amount"] == 100000


async def test_more_than_is_owed_is_asked_of_nobody(ask: Ask):
    ((text, message),) = await ask("SE-1001", "ask_how_to_pay", amount=9000)
    assert text == "how_to_pay"
    assert message["custom"]["card"]["amount"] == 486000


async def test_a_part_beside_a_plan_counts_towards_it(ask: Ask):
    ((text, message),) = await ask("SE-1002", "ask_how_to_pay", amount=100)
    assert text == "pay_part"
    assert "räknas in i din plan" in written(message, "sv", "SE-1002")
