"""The speaking steps of `plan_form`: asking for terms, and for a yes to what the rules allow."""

from actions.case_api import Json
from actions.dialogue_action import DialogueAction
from actions.handing_over import hand_over
from actions.other_cases import say_other_cases
from actions.plan.joint import TALKED_OF_ALL, joint_card, joint_values, say_what_is_left_out
from actions.plan.shown import offer_card, offer_values, reasons_in_words
from actions.trouble.meeting import knows_of_hardship
from actions.turn import Choice, Turn


class AskPlanTerms(DialogueAction):
    """Asks what fits a month, with the smallest instalment and a few ready plans as buttons."""

    resumes_form = False

    def name(self) -> str:
        """The name by which Rasa's form asks for the slot."""
        return "action_ask_plan_terms"

    async def act(self, turn: Turn) -> None:
        """Asks in the way that fits what went before, with the other cases in mind."""
        others = await say_other_cases(turn, await turn.case(), choices=[])
        options = await turn.api.plan_options(turn.case_reference)
        currency = options["currency"]
        smallest = {"amount": options["smallest_instalment"], "currency": currency}
        choices: list[Choice] = [
            {
                "button": "so_many_instalments",
                "entities": {
                    "instalments": example["instalments"],
                    "amount": {"amount": example["instalment"], "currency": currency},
                },
            }
            for example in options["examples"]
        ]
        choices += ["one_plan"] if others else []
        if turn.slot("plan_outcome") == TALKED_OF_ALL:
            choices = ["only_this_case"]  # the ready plans are this case's
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
        values = offer_values(outcome["offers"][0])
        turn.remember(asked="decision", wished=None)
        asked = turn.tracker.slots.get("asked")
        if asked == "day_of_month":
            turn.remember(asked=asked)
            turn.say("plan_day_which", choices=[accept_choice(outcome["offers"][0])])
        elif asked == "change":
            turn.remember(asked="amount")
            turn.say("plan_change_what", choices=decision_choices(outcome))
        elif asked == "uncertain":
            turn.say("uncertain", choices=[])
            await hand_over(turn, "uncertain")
        elif asked == "undecided":
            turn.say("plan_undecided", choices=decision_choices(outcome), **values)
        elif asked == "unsure" or (asked == "decision" and turn.was_answered):
            turn.say("plan_back", choices=decision_choices(outcome), **values)
        elif outcome["outcome"] == "smallest":
            later = await turn.api.latest_deferral(turn.case_reference) is not None
            choices = _choices_at_the_smallest(outcome, later) + _advice(turn)
            turn.say("plan_smallest", choices=choices, later=later, **values)
        else:
            _show(turn, outcome, values, by_default=asked == "default")


def _show(turn: Turn, outcome: Json, values: Json, by_default: bool = False) -> None:
    """The plan, what it costs beside paying today and waiting, and the question.

    The comparison and what ends a plan are said with the first offer; with the next ones only what
    differs. What the law wants said before a yes is said each time.
    """
    offer = outcome["offers"][0]
    again = bool(turn.slot("plan_compared"))
    say_what_is_left_out(turn, outcome)
    if offer.get("joint"):
        _show_joint(turn, outcome)
    elif by_default:
        turn.say("plan_default", card=offer_card(offer, "offered"), choices=[], **values)
    elif outcome["outcome"] == "counter":
        reason = reasons_in_words(outcome)
        card = offer_card(offer, "offered")
        turn.say("plan_counter", card=card, choices=[], reason=reason, **values)
    else:
        turn.say("plan_offer", card=offer_card(offer, "offered"), choices=[], **values)
    if values["adds"] or not again:
        turn.say("plan_compared", choices=[], again=again, **values)
    choices = decision_choices(outcome) + _advice(turn)
    turn.say("plan_question", choices=choices, again=again, **values)
    turn.remember(plan_compared=True)


def _show_joint(turn: Turn, outcome: Json) -> None:
    offer = outcome["offers"][0]
    if outcome["outcome"] == "counter":
        turn.say("plan_reason", choices=[], reason=reasons_in_words(outcome))
    card = joint_card(offer, "offered")
    turn.say("plan_joint", card=card, choices=[], **joint_values(offer))


def _choices_at_the_smallest(outcome: Json, later: bool) -> list[Choice]:
    accept = accept_choice(outcome["offers"][0])
    return [accept, *(["request_deferral"] if later else []), "person"]


def _advice(turn: Turn) -> list[Choice]:
    """Where free advice is found, within reach of who told what makes it hard to pay."""
    return ["ask_debt_advice"] if knows_of_hardship(turn) else []


def _question(turn: Turn) -> str:
    asked = turn.slot("asked") or ""
    if asked == "again":
        return "plan_terms_again"
    if asked.startswith("refused"):
        return "plan_terms_unclear"
    if asked == "afresh":
        return "plan_terms"
    if asked == "back":
        return "plan_terms_back"
    return "plan_terms_back" if turn.was_answered else "plan_terms"


def decision_choices(outcome: Json) -> list[Choice]:
    """Yes to the nearest offer, the other ones, and a way down."""
    first, *others = outcome["offers"]
    instead: list[Choice] = [
        {
            "button": "so_many_instalments",
            "entities": {
                "instalments": other["instalments"],
                "amount": {"amount": other["instalment"], "currency": other["currency"]},
            },
        }
        for other in others[:2]
        if not outcome.get("lowered") or other["instalment"] <= first["instalment"]
    ]
    alone: list[Choice] = ["only_this_case"] if first.get("joint") else []
    return [accept_choice(first), *instead, "less_a_month", *alone]


def accept_choice(offer: Json) -> Choice:
    """The button that says yes to this offer and to no other."""
    return {"button": "accept_offer", "entities": {"offer": offer["id"]}}
