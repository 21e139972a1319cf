"""When a message is taken for a wish for a person, because the client wants one."""

from typing import Any, Dict, List, Optional

import yaml
from rasa.core.channels.channel import UserMessage

from assistant.client_rules import ClientRules

RULES = ClientRules.read()


def wish(intent: str, **more: Any) -> UserMessage:
    parse = {"text": "?", "intent": {"name": intent, "confidence": 0.9}, "entities": [], **more}
    return UserMessage("?", sender_id="c1", parse_data=parse, metadata={"more_follows": True})


def rule(place: int, intents: Optional[List[str]] = None, said: bool = False) -> Dict[str, Any]:
    return {"rule": place, "intents": intents, "said": said}


def taken(wishes: List[UserMessage], *fitting: Dict[str, Any]) -> List[str]:
    found = RULES.taken(wishes, list(fitting))
    return [one.parse_data["intent"]["name"] for one in found]


def test_without_a_rule_all_is_as_it_was() -> None:
    assert taken([wish("request_plan"), wish("ask_fees")]) == ["request_plan", "ask_fees"]


def test_a_rule_for_any_meaning_takes_the_first_message_that_says_something() -> None:
    assert taken([wish("ask_fees")], rule(0)) == ["request_human"]
    assert taken([wish("greet")], rule(0)) == ["greet"]
    assert taken([wish("open")], rule(0)) == ["open"]
    assert taken([wish("nlu_fallback")], rule(0)) == ["request_human"]


def test_a_rule_with_meanings_takes_those_and_no_others() -> None:
    plans = rule(0, ["request_plan"])
    assert taken([wish("request_plan")], plans) == ["request_human"]
    assert taken([wish("ask_fees")], plans) == ["ask_fees"]


def test_a_word_of_the_clients_is_enough_also_in_a_greeting() -> None:
    assert taken([wish("greet")], rule(0, said=True)) == ["request_human"]
    assert taken([wish("greet")], rule(0, ["request_plan"], said=True)) == ["greet"]


def test_what_gets_a_person_by_itself_goes_its_own_way() -> None:
    for intent in ("express_crisis", "dispute_debt", "report_death", "request_human"):
        assert taken([wish(intent)], rule(0, said=True)) == [intent]


def test_a_complaint_keeps_its_reason_unless_a_word_of_the_clients_is_in_it() -> None:
    assert taken([wish("complain")], rule(0)) == ["complain"]
    assert taken([wish("complain")], rule(0, said=True)) == ["request_human"]


def test_despair_beside_another_wish_is_never_taken_otherwise() -> None:
    danger = wish("request_plan", crisis={"raised": True})
    assert taken([danger], rule(0)) == ["request_plan"]


def test_one_wish_takes_the_place_of_both_and_nothing_follows_it() -> None:
    [only] = RULES.taken([wish("ask_fees"), wish("request_plan")], [rule(3, ["request_plan"])])
    assert only.metadata == {"more_follows": False, "client_rule": 3}
    assert only.parse_data["taken_for"] == "request_plan"


def test_each_intent_of_the_table_is_one_that_there_is() -> None:
    with open("nlu_data/contract.yml", encoding="utf-8") as file:
        subjects = yaml.safe_load(file)
    known = {intent for intents in subjects.values() for intent in intents} | {"open", "come_back"}
    assert RULES.never | RULES.yields | RULES.waits | {RULES.person} <= known
