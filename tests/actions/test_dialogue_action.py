"""What an action does where the case API says a no that it did not foresee."""

from rasa_sdk.executor import CollectingDispatcher

from actions.dialogue_action import DialogueAction
from actions.turn import Turn
from tests.actions.conftest import CaseSystem, tracker_of


class AsksForNothingThatIs(DialogueAction):
    """Asks for a payment of nothing, which the case API refuses."""

    def name(self) -> str:
        """A name of no action of the domain."""
        return "action_asks_for_nothing"

    async def act(self, turn: Turn) -> None:
        """Foresees no refusal."""
        await turn.api.settlement_offers(turn.case_reference, {"amount": 0}, turn.language)


async def test_a_refusal_that_nobody_foresaw_gets_a_person_and_the_turn_is_done(
    case_system: CaseSystem,  # noqa: F811
):
    dispatcher = CollectingDispatcher()
    await AsksForNothingThatIs().run(dispatcher, tracker_of("SE-1001", "help", "sv", {}), {})
    assert dispatcher.messages[0]["response"] == "not_done"
    assert [handoff["reason"] for handoff in case_system.handoffs] == ["technical"]
