"""A debtor who says one thing after the other to the real actions over the real case API."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.dialogue_action import DialogueAction
from tests.actions.conftest import written

LANGUAGES = ["sv", "nb", "da", "fi", "is", "en"]
HELPLINES = {"name": "A line", "phone": "116 123", "emergency": "112"}
Said = list[dict[str, Any]]


class Debtor:
    """What was remembered is there the next time; `form` is what is waiting for an answer."""

    def __init__(self, case: str | None, language: str = "sv", client: str = "se-energi") -> None:
        self.case, self.form = case, None
        known = {"identified": True, "case": case} if case else {}
        self.slots: dict[str, Any] = {
            **known,
            "client": client,
            "language": language,
            "helplines": HELPLINES,
        }
        self._turns = 0

    async def says(
        self, intent: str, *actions: DialogueAction, text: str = "?", **entities: Any
    ) -> Said:
        """What the actions answer, each written with the real texts."""
        self._turns += 1
        message = {
            "text": text,
            "message_id": f"m{self._turns}",
            "intent": {"name": intent},
            "entities": [{"entity": name, "value": value} for name, value in entities.items()],
        }
        told: Said = []
        for action in actions:
            dispatcher = CollectingDispatcher()
            loop = {"name": self.form} if self.form else {}
            tracker = Tracker("c1", dict(self.slots), message, [], False, None, loop, "")
            for event in await action.run(dispatcher, tracker, {}):
                if event["event"] == "slot":
                    self.slots[event["name"]] = event["value"]
                if event["event"] == "active_loop":
                    self.form = event["name"]
                if event["event"] == "followup":
                    self.follows = event["name"]
            told += dispatcher.messages
        for one in told:
            # The slots fill what a message does not, as the assistant's own generator does it.
            filled = {**self.slots, **one}
            one["written"] = written(filled, str(self.slots["language"]), self.case or "SE-1001")
        return told


def names(told: Said) -> list[str]:
    """The names of the texts."""
    return [one["response"] for one in told]


def buttons(told: Said) -> list[str]:
    """The names of the buttons that can be pressed."""
    chosen = next((one["choices"] for one in reversed(told) if one.get("choices")), [])
    return [one["button"] if isinstance(one, dict) else one for one in chosen]
