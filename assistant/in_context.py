"""What a message means where a value in it, or the question before it, says more than its words.

"You decide" is no wish for a person, "stop calling me" none for a call, and "I meant the 20th" after
an offer to pay later is about that day. Which value and which intents: in_context.yml.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Mapping, Optional

import yaml

from assistant.nlu.bare_value import is_only_a_value

FILE = Path(__file__).with_name("in_context.yml")
AFFIRM = "affirm"
#: What a button's yes carries: it agrees to that and to nothing else.
CARRIED = {"offer", "until"}

#: What Rasa makes of a text: `text`, `intent`, `entities` and the rest.
Parse = Dict[str, Any]


@dataclass(frozen=True)
class InContext:
    """Reads a message anew, with the question that waits for its answer."""

    values: Mapping[str, Mapping[str, Any]]
    intents: Mapping[str, Mapping[str, Any]]
    forms: Mapping[str, Mapping[str, Any]]
    answers: FrozenSet[str]
    beside: FrozenSet[str]

    @classmethod
    def read(cls, path: Path = FILE) -> "InContext":
        """The table of a file."""
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return cls(
            content["values"],
            content["intents"],
            content["forms"],
            frozenset(content["answers"]),
            frozenset(content["beside"]),
        )

    def meant(
        self,
        parse: Parse,
        pending: Optional[Mapping[str, Any]] = None,
        form: Optional[str] = None,
    ) -> Parse:
        """The parse with the intent that counts; `form` is the one that is active.

        `pending` is the question that waits, as actions/standing.py writes it: `amend` in it says
        which values are its own answer and what they mean, `yes` what a bare yes to it means.
        """
        if (parse.get("crisis") or {}).get("raised"):
            return parse
        parse = self._by_form(self._by_value(parse), self.forms.get(form or "", {}))
        return self._by_question(parse, pending or {})

    def _by_value(self, parse: Parse) -> Parse:
        named = _named(parse)
        by_intent = self.intents.get(_name(parse))
        if by_intent and named & set(by_intent["with"]):
            return _as(parse, by_intent["means"])
        for value, rule in self.values.items():
            if value in named and self._fits(rule, parse, named):
                return _as(_ending(parse) if rule.get("ends") else parse, rule["means"])
        return parse

    @staticmethod
    def _by_form(parse: Parse, rule: Mapping[str, Any]) -> Parse:
        named = _named(parse)
        if not rule or not named or not named <= set(rule["with"]):
            return parse
        few = len(parse.get("text", "").split()) <= rule["words"]
        return _as(parse, rule["means"]) if few and _name(parse) in rule["instead_of"] else parse

    @staticmethod
    def _fits(rule: Mapping[str, Any], parse: Parse, named: FrozenSet[str]) -> bool:
        if rule.get("alone") and is_only_a_value(parse.get("text", ""), parse.get("entities")):
            return True
        if "with" in rule and not named & set(rule["with"]):
            return False
        return _name(parse) in rule.get("instead_of", [])

    def _by_question(self, parse: Parse, pending: Mapping[str, Any]) -> Parse:
        named = _named(parse)
        if _name(parse) == AFFIRM and "yes" in pending and not named & CARRIED:
            given = [
                {"entity": k, "value": v} for k, v in pending["yes"].get("entities", {}).items()
            ]
            return {**_as(parse, pending["yes"]["intent"]), "entities": given}
        amend = pending.get("amend")
        if not amend or _name(parse) not in self.answers or named & CARRIED:
            return parse
        said = named - self.beside
        if not said or not said <= set(amend["takes"]):
            return parse
        return {**_as(parse, amend["intent"]), "amends": True}


def _name(parse: Parse) -> str:
    return str((parse.get("intent") or {}).get("name"))


def _named(parse: Parse) -> FrozenSet[str]:
    found: List[Dict[str, Any]] = parse.get("entities") or []
    return frozenset(one["entity"] for one in found if not one.get("negated"))


def _as(parse: Parse, intent: str) -> Parse:
    return {**parse, "intent": {**(parse.get("intent") or {}), "name": intent}}


def _ending(parse: Parse) -> Parse:
    """The same with its days as the last ones."""
    found = [
        {**one, "role": "end"} if one["entity"] == "date" else one for one in parse["entities"]
    ]
    return {**parse, "entities": found}
