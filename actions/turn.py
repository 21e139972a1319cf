"""One turn as an action sees it: what was said and meant, what is known, and what to answer."""

from functools import cached_property
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.case_api import CaseApi, Json, case_api
from actions.said import Said

Choice = str | Json
LISTEN = "action_listen"


class NotIdentified(Exception):
    """The answer would tell that there is a debt, and the person has not identified."""


class Turn:
    """Wraps dispatcher and tracker; collects the events that the action returns."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        self._dispatcher = dispatcher
        self.tracker = tracker
        self.events: list[EventType] = []
        #: True when the form's question must wait: a person has the conversation now, or a
        #: question of another kind was just asked, and there is one question a turn.
        self.form_must_wait = False
        #: True while the form will ask next, so that an answer before it brings no buttons.
        self.form_asks_next = False
        #: How this turn's texts are said, where that has just changed.
        self.manner: Json = {}
        self._before: tuple[str, Json] | None = None
        self._known: dict[str, Json] = {}

    @property
    def conversation(self) -> str:
        """The conversation's id, the same everywhere."""
        return str(self.tracker.sender_id)

    @property
    def message_id(self) -> str:
        """The message that this turn answers, by the id that it has everywhere."""
        return str(self.tracker.latest_message.get("message_id") or "")

    @property
    def key(self) -> str:
        """Makes a write of this turn harmless to repeat."""
        return self.message_id or str(self.tracker.events[-1])

    @property
    def text(self) -> str:
        """What the person wrote."""
        return self.tracker.latest_message.get("text") or ""

    @property
    def intent(self) -> str:
        """What the person wants, as it was understood."""
        return str(self.tracker.latest_message.get("intent", {}).get("name"))

    @property
    def is_surely_meant(self) -> bool:
        """Whether the intent is likely enough for what binds a person; a button's always is."""
        return bool(self.tracker.latest_message.get("sure", True))

    @property
    def entities(self) -> list[Json]:
        """The values found in the message."""
        return list(self.tracker.latest_message.get("entities", []))

    @property
    def language(self) -> str:
        """The conversation's language, which the backend sets before the first turn."""
        return str(self.manner.get("language") or self.tracker.get_slot("language"))

    @property
    def amends(self) -> bool:
        """Whether the values in the message correct what was asked about last."""
        return bool(self.tracker.latest_message.get("amends"))

    @property
    def more_follows(self) -> bool:
        """True for the first of two wishes in a message: what is asked is asked after the second."""
        metadata = self.tracker.latest_message.get("metadata") or {}
        return bool(metadata.get("more_follows"))

    @property
    def client_rule(self) -> int | None:
        """The place of the client's own rule by which a person takes over, if one does."""
        metadata = self.tracker.latest_message.get("metadata") or {}
        return metadata.get("client_rule")

    @property
    def greeting(self) -> str | None:
        """The client's own line in the welcome, in the conversation's language."""
        metadata = self.tracker.latest_message.get("metadata") or {}
        return metadata.get("greeting")

    @property
    def given_back(self) -> bool:
        """Whether a person had the conversation, and the assistant has said nothing since."""
        metadata = self.tracker.latest_message.get("metadata") or {}
        return bool(metadata.get("given_back"))

    @property
    def active_loop(self) -> str | None:
        """The form that is waiting for an answer."""
        return (self.tracker.active_loop or {}).get("name")

    @property
    def was_answered(self) -> bool:
        """True when another action has answered this message already, and a form comes after it."""
        for event in reversed(self.tracker.events):
            if event["event"] == "user":
                return False
            name = event.get("name") or ""
            if event["event"] == "action" and name.startswith("action_") and name != LISTEN:
                return True
        return False

    @cached_property
    def api(self) -> CaseApi:
        """The case API, told whose conversation this is."""
        return case_api().within(self.conversation, self.message_id)

    def value(self, entity: str) -> Any:
        """The first value of an entity in the message, or None."""
        return next((found["value"] for found in self.entities if found["entity"] == entity), None)

    def slot(self, name: str) -> Any:
        """What the conversation remembers under a name, or None."""
        return self.tracker.get_slot(name)

    def remember(self, **slots: Any) -> None:
        """Sets slots; None forgets."""
        self.events += [SlotSet(name, value) for name, value in slots.items()]

    def keep_what_was_asked(self) -> None:
        """So that the sentences in its answer can be had in another language (`worded`)."""
        worded = self.api.worded if "api" in self.__dict__ else None
        if worded is not None:
            self.remember(worded=worded)

    def leave_form(self) -> None:
        """Ends the form that is active and forgets what it was about."""
        self.form_asks_next = False
        self.events.append(ActiveLoop(None))
        self.remember(requested_slot=None, plan_terms=None, plan_outcome=None, plan_decision=None)
        self.remember(callback_phone=None)

    def say_before(self, text: str, **slots: Any) -> None:
        """Has the next text begin with this one; what is then remembered of it."""
        self._before = (text, slots)

    def say(
        self,
        text: str,
        *,
        card: Json | None = None,
        choices: list[Choice] | None = None,
        **values: Any,
    ) -> None:
        """Says a text of assistant/responses/ with its values; `choices` replace its buttons."""
        if choices is None and self.form_asks_next:
            choices = []
        given = {**values, **self.manner, **({} if choices is None else {"choices": choices})}
        if self.form_asks_next:
            given["asks_next"] = True  # what comes before a question asks nothing itself
        if self._known.get("case", {}).get("plan") is not None:
            given["plan_runs"] = True  # some buttons give way to those that fit a plan
        if self._before:
            given["begins_with"], slots = self._before
            self.remember(**slots)
            self._before = None
        shown = {"card": card} if card else None
        self._dispatcher.utter_message(response=text, json_message=shown, **given)

    def ask_yes_or_no(self, text: str, pending: Json, **values: Any) -> None:
        """Asks a question outside a form; `pending` says what a yes would do.

        After a question in the middle it is asked again: as `pending` has it (actions/standing.py),
        else in the words that are for all questions about the same.
        """
        self.form_asks_next = False
        self.form_must_wait = True
        again: Json = {
            "text": f"{pending['about']}_back",
            "choices": values.get("choices"),
            "values": {},
        }
        self.remember(pending={"again": again, **pending})
        self.say(text, **values)

    def ask_which(
        self,
        text: str,
        choices: list[Choice],
        yes: Json | None = None,
        amend: Json | None = None,
        clears_up: bool = False,
        **values: Any,
    ) -> None:
        """Asks a question with two parts, to which a yes is no answer: it asks back which.

        `yes` ({"intent": ...}) is what a yes means where there is one likely part only, and `amend`
        which values in the answer mean what (assistant/in_context.py). One that `clears_up` what a
        message meant is settled by the next one that is understood, whatever it is about.
        """
        again = {"text": text, "choices": choices, "values": values}
        given = {"yes": yes, "amend": amend}
        means = {name: value for name, value in given.items() if value is not None}
        pending = {"about": "which", "again": again, "clears_up": clears_up, **means}
        self.ask_yes_or_no(text, pending, choices=choices, **values)

    def ask_to_identify(self) -> None:
        """Tells how to identify; the backend asks for the same again when that is done."""
        self._dispatcher.utter_message(
            response="identify_first", json_message={"waits_for": "identity"}
        )

    def speak(self, **manner: Any) -> None:
        """Goes on in another `language`, or in `plain` words or not, from this turn's next text on."""
        self.manner.update(manner)
        self._known.pop("client", None)  # its words are in a language
        self.remember(**manner)

    def say_again(self, said: Said, leads: bool = False) -> None:
        """Says an earlier text once more, in other words where there are any, with card and buttons.

        One that `leads` an answer tells that it was said before; in another language it is new.
        """
        card = {"card": said.card} if said.card else None
        heard = said.language in (None, self.language)
        values = {name: value for name, value in said.values.items() if name != "begins_with"}
        given = {**values, **self.manner, "as_before": heard, "leads": leads}
        self._dispatcher.utter_message(response=said.text, json_message=card, **given)

    @property
    def case_reference(self) -> str:
        """The identified person's case. Raises NotIdentified."""
        if not self.slot("identified") or not self.slot("case"):
            raise NotIdentified
        return str(self.slot("case"))

    async def case(self) -> Json:
        """The case's facts, asked once a turn. Raises NotIdentified."""
        if "case" not in self._known:
            self._known["case"] = await self.api.case(self.case_reference)
        return self._known["case"]

    async def client(self) -> Json:
        """The creditor's profile, asked once a turn."""
        if "client" not in self._known:
            self._known["client"] = await self.api.client(self.slot("client"), self.language)
        return self._known["client"]
