"""The speaking steps of `plan_form`: asking for terms, and for a yes to what the rules allow."""

from actions.case_api import Json
from actions.dialogue_action import DialogueAction
from actions.plan.shown import offer_card, offer_values
from actions.turn import Choice, Turn


class AskPlanTerms(DialogueAction):
    """Asks what fits a month, with the smallest instalment and a few ready plans as buttons."""

    resumes_form = False

    def name(self) -> str:
        """The name by which Rasa's form asks for the slot."""
        return "action_ask_plan_terms"

    async def act(self, turn: Turn) -> None:
        """Asks in the way that fits what went before."""
        options = await turn.api.plan_options(turn.case_reference)
        currency = options["currency"]
        smallest = {"amount": options["smallest_instalment"], "currency": currency}
        choices: list[Choice] = [
            {
                "button": "so_many_instalments",
                "entities": {
                    "instalments": example["instalments"],
                    "each": {"amount": example["instalment"], "currency": currency},
                },
            }
            for example in options["examples"]
        ]
        turn.say(
            _question(turn), smallest=smallest, most=options["most_instalments"], choices=choices
        )
        turn.remember(asked="amount")


class AskPlanDecision(DialogueAction):
    """Shows the plan that the rules allow, says why when it is not the one wished for, and asks."""

    resumes_form = False

    def name(self) -> str:
        """The name by which Rasa's form asks for the slot."""
        return "action_ask_plan_decision"

    async def act(self, turn: Turn) -> None:
        """Asks for a yes; after a question in the middle only shortly."""
        outcome: Json = turn.slot("plan_outcome")
        offer = outcome["offers"][0]
        values = offer_values(offer)
        choices = _decision_choices(outcome)
        turn.remember(asked="decision")
        if turn.tracker.slots.get("asked") == "decision" and turn.was_answered:
            turn.say("plan_back", choices=choices, **values)
        elif outcome["outcome"] == "smallest":
            turn.say("plan_smallest", choices=choices, **values)
        else:
            if outcome["outcome"] == "counter":
                turn.say("plan_reason", reason=_reasons(outcome))
            text = "plan_offer" if outcome["outcome"] == "offer" else "plan_counter"
            turn.say(text, card=offer_card(offer, "offered"), choices=choices, **values)


def _question(turn: Turn) -> str:
    asked = turn.slot("asked") or ""
    if asked == "again":
        return "plan_terms_again"
    if asked.startswith("refused"):
        return "plan_terms_unclear"
    return "plan_terms_back" if turn.was_answered else "plan_terms"


def _decision_choices(outcome: Json) -> list[Choice]:
    first, *others = outcome["offers"]
    choices: list[Choice] = [{"button": "accept_offer", "entities": {"offer": first["id"]}}]
    choices += [
        {
            "button": "so_many_instalments",
            "entities": {
                "instalments": other["instalments"],
                "each": {"amount": other["instalment"], "currency": other["currency"]},
            },
        }
        for other in others[:2]
    ]
    choices.append("person" if outcome["outcome"] == "smallest" else "less_a_month")
    return choices


def _reasons(outcome: Json) -> str:
    return " ".join(reason["text"] for reason in outcome["reasons"])
