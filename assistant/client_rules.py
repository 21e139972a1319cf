"""A message on which the client wants a person is taken for a wish for one.

What is known of it beforehand (the case, the words) the backend has looked at: `hands_over` in a turn's
context lists the client's rules that may fit, {"rule": place, "intents": [...] or null, "said": whether
by a word of the message}. Here it is seen what the message means. What never is taken so: client_rules.yml.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Mapping, Optional

import yaml
from rasa.core.channels.channel import UserMessage

FILE = Path(__file__).with_name("client_rules.yml")
#: Where a message keeps the intent that it really had, and the rule by which it was taken otherwise.
TAKEN_FOR, CLIENT_RULE = "taken_for", "client_rule"

Fitting = Mapping[str, Any]


@dataclass(frozen=True)
class ClientRules:
    """`person` is the intent of a wish for one; the others as client_rules.yml says."""

    person: str
    never: FrozenSet[str]
    yields: FrozenSet[str]
    waits: FrozenSet[str]

    @classmethod
    def read(cls, path: Path = FILE) -> "ClientRules":
        """The table of a file."""
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        person = content.pop("person")
        return cls(person, **{name: frozenset(found) for name, found in content.items()})

    def taken(self, wishes: List[UserMessage], fitting: List[Fitting]) -> List[UserMessage]:
        """The wishes of a message; the one on which a person is wanted takes the place of all."""
        if any(_in_danger(wish) for wish in wishes):
            return wishes
        for wish in wishes:
            rule = self._rule(wish, fitting)
            if rule is not None:
                return [self._as_a_wish_for_a_person(wish, rule)]
        return wishes

    def _rule(self, wish: UserMessage, fitting: List[Fitting]) -> Optional[int]:
        intent = _intent(wish)
        if intent in self.never:
            return None
        for rule in fitting:
            if intent in self.yields and not rule["said"]:
                continue
            meant = intent in rule["intents"] if rule["intents"] else intent not in self.waits
            if meant or (rule["said"] and not rule["intents"]):
                return int(rule["rule"])
        return None

    def _as_a_wish_for_a_person(self, wish: UserMessage, rule: int) -> UserMessage:
        parse: Dict[str, Any] = dict(wish.parse_data or {})
        intent = {**(parse.get("intent") or {}), "name": self.person}
        return UserMessage(
            wish.text,
            wish.output_channel,
            wish.sender_id,
            parse_data={**parse, "intent": intent, TAKEN_FOR: _intent(wish)},
            input_channel=wish.input_channel,
            message_id=wish.message_id,
            metadata={**(wish.metadata or {}), CLIENT_RULE: rule, "more_follows": False},
        )


def _intent(wish: UserMessage) -> str:
    return str(((wish.parse_data or {}).get("intent") or {}).get("name"))


def _in_danger(wish: UserMessage) -> bool:
    return bool(((wish.parse_data or {}).get("crisis") or {}).get("raised"))
