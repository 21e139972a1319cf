"""Says a text in the conversation's language: wording, plurals, money, dates and buttons."""

from pathlib import Path
from typing import Any, Dict, List, Mapping, Optional

import yaml
from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from assistant.commands import write_command
from backend.wording import AS_BEFORE, Catalogue

FOLDER = Path(__file__).parent
IDENTIFY = "identify"
#: How what the backend takes by itself begins: see backend/conversations/own_buttons.py.
OWN = "/own/"
#: What Rasa sends beside the values, of its own.
_RASAS_OWN = {"text", "buttons", "elements", "custom", "template", "image", "attachment"}
#: The text that tells what was just said again.
ONCE_MORE = "once_more"


class CatalogueGenerator(NaturalLanguageGenerator):
    """Finds texts in assistant/responses/<language>.yml and their buttons in assistant/buttons.yml.

    Values that an action sends beside the text's name fill the placeholders; after them the slots.
    `choices` among them replaces the text's usual buttons: a list of button names, or of
    {"button": name, "entities": {...}} for one that carries a value. `plan_runs` among them puts
    what a button names as `with_a_plan` in its place, and `named` (values that the person said) what
    it names as `with_a_value`. While the slot `calm` is set, buttons that are `about_money` are left
    out. `language` and `plain` among them are those of this text, whatever the slots say; `as_before`
    that it was asked for again. Only where there are no other words for it does it come in the same,
    told as said before if it `leads` the answer. `begins_with` names a text that stands before it.

    Rasa keeps each text's name and values with it (`metadata` of the event), so that it can be said
    again, in other words or in another language than it was `said_in`. It leaves out the values that
    are empty or no; they are kept as `unset`.
    """

    def __init__(
        self,
        endpoint_config: Optional[EndpointConfig] = None,
        domain: Optional[Domain] = None,
        responses: Path = FOLDER / "responses",
        buttons: Path = FOLDER / "buttons.yml",
    ) -> None:
        given = endpoint_config.kwargs if endpoint_config else {}
        self.catalogues = Catalogue.read_folder(responses)
        self.default_language = given.get("default_language", next(iter(self.catalogues)))
        content = yaml.safe_load(buttons.read_text(encoding="utf-8"))
        self.commands: Mapping[str, Mapping[str, Any]] = content["buttons"]
        self.usual_buttons: Mapping[str, List[str]] = content["under"]

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> Optional[Dict[str, Any]]:
        """The message for a text, in the conversation's language.

        Raises CatalogueError for an unknown text and KeyError for a placeholder without a value:
        the turn fails loudly rather than show half a sentence.
        """
        slots = {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None}
        values = {**slots, **kwargs}
        language = self._language(values)
        catalogue = self.catalogues[language]
        said = _said_lately(tracker)
        usual = self._filled(catalogue, utter_action, values)
        text = _fresh(usual, said)
        if text is None:
            # The same answer to another message is no better twice than one that was asked for again.
            anew = self._filled(catalogue, utter_action, {**values, AS_BEFORE: True})
            text = _fresh(anew, said)
        if text is None and kwargs.get(AS_BEFORE) and not kwargs.get("leads"):
            text = usual[-1]
        elif text is None:
            text = self._once_more(catalogue, usual[0], values, said)
        if kwargs.get("begins_with"):
            ways = self._filled(catalogue, kwargs["begins_with"], values)
            text = f"{_fresh(ways, said) or ways[0]} {text}"
        choices = kwargs.get("choices", self.usual_buttons.get(utter_action, []))
        if kwargs.get("plan_runs"):
            choices = self._with_a_plan(choices)
        choices = self._fit_for(slots.get("channel"), choices)
        if slots.get("calm"):
            choices = self._without_money(choices)
        if kwargs.get("named"):
            choices = [self._with_a_value(choice, kwargs["named"]) for choice in choices]
        if not slots.get("identified"):
            choices = self._for_a_stranger(choices)
        return {
            "text": text,
            "buttons": [self._button(catalogue, choice, values) for choice in choices],
            "said_in": language,
            "unset": {
                name: value
                for name, value in kwargs.items()
                if not value and name not in _RASAS_OWN
            },
        }

    @staticmethod
    def _filled(catalogue: Catalogue, name: str, values: Mapping[str, Any]) -> List[str]:
        """The wordings of a text that fit, with their values."""
        formatter = catalogue.formatter(values.get("country"))
        return [
            formatter.vformat(entry.text, (), values).strip()
            for entry in catalogue.wordings(name, values)
        ]

    def _fit_for(self, channel: Optional[str], choices: List[Any]) -> List[Any]:
        """Without what only the page of another channel can do."""
        only = [self._command(choice).get("channels", [channel]) for choice in choices]
        return [choice for choice, channels in zip(choices, only) if channel in channels]

    @staticmethod
    def _once_more(
        catalogue: Catalogue, text: str, values: Mapping[str, Any], said: List[str]
    ) -> str:
        """What was just said and has no other wording, told as said before."""
        formatter = catalogue.formatter(values.get("country"))
        ways = [
            formatter.vformat(entry.text, (), {**values, "text": text})
            for entry in catalogue.wordings(ONCE_MORE, values)
        ]
        return _fresh(ways, said, whole=True) or ways[0]

    def _for_a_stranger(self, choices: List[Any]) -> List[Any]:
        allowed = [choice for choice in choices if not self._command(choice).get("about_a_case")]
        hidden = len(allowed) < len(choices)
        return [IDENTIFY, *allowed] if hidden and IDENTIFY not in allowed else allowed

    def _without_money(self, choices: List[Any]) -> List[Any]:
        """After a word of despair no button takes up money by itself; a person stays within reach."""
        calm = [choice for choice in choices if not self._command(choice).get("about_money")]
        return [*calm, "person"] if choices and "person" not in calm else calm

    def _with_a_plan(self, choices: List[Any]) -> List[Any]:
        """What fits a plan that runs, each once, in the place of what makes one."""
        fitting: List[Any] = []
        for choice in choices:
            for found in self._command(choice).get("with_a_plan", [choice]):
                if found not in fitting:
                    fitting.append(found)
        return fitting

    def _with_a_value(self, choice: Any, named: Mapping[str, Any]) -> Any:
        """What says the same with a value that the person named, carrying that value."""
        for value, button in self._command(choice).get("with_a_value", {}).items():
            if value in named and isinstance(choice, str):
                return {"button": button, "entities": {value: named[value]}}
        return choice

    def _command(self, choice: Any) -> Mapping[str, Any]:
        return self.commands[choice if isinstance(choice, str) else choice["button"]]

    def _language(self, values: Mapping[str, Any]) -> str:
        wanted = values.get("language")
        return wanted if wanted in self.catalogues else self.default_language

    def _button(
        self, catalogue: Catalogue, choice: Any, values: Mapping[str, Any]
    ) -> Dict[str, Any]:
        name = choice if isinstance(choice, str) else choice["button"]
        entities = {} if isinstance(choice, str) else choice.get("entities", {})
        command = self._command(choice)
        formatter = catalogue.formatter(values.get("country"))
        title = formatter.vformat(catalogue.buttons[name], (), {**values, **entities})
        if "client_side" in command:
            return {"title": title, "payload": command["client_side"]}
        if "own" in command:
            return {"title": title, "payload": f"{OWN}{command['own']}"}
        carried = {**command.get("entities", {}), **entities}
        return {"title": title, "payload": write_command(command["intent"], carried)}


def _fresh(wordings: List[str], said: List[str], whole: bool = False) -> Optional[str]:
    """The first that is no part of what was said lately, or, with `whole`, that is none of it."""
    for text in wordings:
        if not any(text == one or (not whole and text in one) for one in said):
            return text
    return None


def _said_lately(tracker: DialogueStateTracker) -> List[str]:
    """What was said since the message before the last one, so that nothing is said twice in a row."""
    said: List[str] = []
    messages = set()
    for event in reversed(tracker.events):
        if isinstance(event, BotUttered) and event.text:
            said.append(event.text)
        elif isinstance(event, UserUttered):
            messages.add(event.message_id)
            if len(messages) == 2:
                break
    return said
