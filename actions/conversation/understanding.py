"""When a message was not understood, or says a value that nobody asked for."""

from actions.answers import answer
from actions.case_api import Json
from actions.conversation.in_a_row import times_in_a_row
from actions.conversation.naming import named_values
from actions.conversation.offering_a_person import offer_a_person
from actions.conversation.repeating import say_in_the_words_wished_for
from actions.conversation.with_me_again import take_up_from_a_person
from actions.dialogue_action import DialogueAction
from actions.plan import terms
from actions.plan.changing import ask_what, offer_a_change
from actions.plan.resuming import go_on, is_left_off, terms_left_off
from actions.plan.undecided import is_undecided
from actions.standing import stands
from actions.trouble.calm import stay
from actions.turn import Choice, Turn

MISUNDERSTOOD = "action_misunderstood"
#: Other words, then choices, then a person; after that it begins with other words again.
MISSES = 3
#: What the intents behind a button of `choices` are called in assistant/buttons.yml.
OFFERED_TOPICS = {
    "ask_balance",
    "ask_breakdown",
    "ask_how_to_pay",
    "pay_now",
    "report_payment_made",
    "request_deferral",
    "request_plan",
    "dispute_debt",
    "ask_plan_status",
    "ask_opening_hours",
    "ask_debt_advice",
    "ask_case_status",
    "ask_legitimacy",
    "ask_payment_order",
    "change_plan",
}

#: What a message may be taken for that wishes another plan than the one that runs.
ABOUT_A_PLAN = {"change_plan", "propose_terms", "request_deferral", "report_missed_instalment"}
VALUES_OF_A_PLAN = (
    "amount",
    "date",
    "day_of_month",
    "instalments",
    "duration",
    "more_time",
    "rhythm",
)


class Misunderstood(DialogueAction):
    """First it asks which of the likely meanings it was, or for other words; then it offers choices,
    then a person.
    """

    asks_again = True

    def name(self) -> str:
        """The action's name in the domain."""
        return MISUNDERSTOOD

    async def act(self, turn: Turn) -> None:
        """Counts the misses in a row, in threes; a question that stands is asked again after it."""
        if stay(turn) or (_seems_about_a_plan(turn) and await _offer_a_change(turn)):
            return
        misses = (times_in_a_row(turn, MISUNDERSTOOD) - 1) % MISSES + 1
        if misses == 1 and not _plausible(turn) and await take_up_from_a_person(turn):
            return
        if misses == 1 and await say_in_the_words_wished_for(turn):
            return
        asked = bool(turn.active_loop) or stands(turn)
        meant = _plausible(turn)
        if misses == 1 and meant and not asked:
            yes = {"intent": meant[0]} if len(meant) == 1 else None
            choices: list[Choice] = [*meant, "person"]
            named = await named_values(turn)
            turn.ask_which("did_you_mean", choices, yes, clears_up=True, **named)
        elif misses == 1 or (misses == 2 and asked):
            turn.say("rephrase")  # the choices of what was asked come again below it
        elif misses == 2:
            named = await named_values(turn)
            turn.ask_which("choose", _likely(turn), clears_up=True, **named)
        else:
            await offer_a_person(turn)


class Inform(DialogueAction):
    """A bare value outside a form: a sum or a date most likely starts a plan, so it asks."""

    asks_again = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_inform"

    async def act(self, turn: Turn) -> None:
        """Says what it read and asks what to do with it."""
        if turn.value("contact"):
            turn.case_reference  # noqa: B018 - a stranger is told how to identify; else it is noted
        elif stay(turn):
            return
        elif is_undecided(turn) and (turn.active_loop or stands(turn)):
            turn.say("yours_to_decide")
        elif turn.active_loop:
            turn.say("value_not_read")
        elif await _was_taken_up(turn):
            return
        elif is_undecided(turn):
            await answer(turn, "help")
        elif stands(turn):
            turn.say("value_not_read")
        elif turn.slot("identified"):
            choices: list[Choice] = ["request_plan", "pay_now", "person"]
            named = await named_values(turn)
            turn.ask_which("value_for_what", choices, clears_up=True, **named)
        else:
            turn.say("identify_first")  # a name or a number tells nothing about who is there


async def _was_taken_up(turn: Turn) -> bool:
    """Whether the value was about a plan that was left off, or about the one that runs."""
    if is_left_off(turn):
        return await _go_on_with(turn)
    return _was_about_a_plan(turn) and await _offer_a_change(turn)


async def _go_on_with(turn: Turn) -> bool:
    """Takes up the plan that was left off with the value that was named."""
    currency = (await turn.case())["currency"]
    wished = terms.merged(terms_left_off(turn), turn.entities, currency)
    if wished is not None:
        go_on(turn, wished)
    return wished is not None


def _was_about_a_plan(turn: Turn) -> bool:
    """Whether a change was just talked about, or the value can be nothing else."""
    about = (turn.slot("pending") or {}).get("about")
    return about in ("agreed", "offer") or turn.value("skip") is not None


def _seems_about_a_plan(turn: Turn) -> bool:
    """Whether the likeliest meaning is about a plan and a value is there: two weak signs together."""
    if turn.active_loop or not turn.slot("identified"):
        return False
    ranking: list[Json] = turn.tracker.latest_message.get("intent_ranking", [])
    likeliest = [found["name"] for found in ranking if found["name"] != "nlu_fallback"][:1]
    valued = any(turn.value(entity) is not None for entity in VALUES_OF_A_PLAN)
    if turn.value("skip") is not None or turn.value("other") is not None:
        return True
    return valued and bool(ABOUT_A_PLAN.intersection(likeliest))


async def _offer_a_change(turn: Turn) -> bool:
    case = await turn.case()
    if case["plan"] is None:
        return False
    if await offer_a_change(turn, case):
        return True
    if turn.value("other") is None:
        return False
    await ask_what(turn, case["plan"])
    return True


def _plausible(turn: Turn) -> list[Choice]:
    """What the message may well have meant, at most two, of what a button can say."""
    plausible: list[str] = turn.tracker.latest_message.get("plausible", [])
    return [name for name in plausible if name in OFFERED_TOPICS]


def _likely(turn: Turn) -> list[Choice]:
    """The two likeliest meanings of what was said, and a person."""
    ranking: list[Json] = turn.tracker.latest_message.get("intent_ranking", [])
    likely = [found["name"] for found in ranking if found["name"] in OFFERED_TOPICS]
    usual = ["ask_balance", "request_plan"]
    topics = list(dict.fromkeys(likely + usual))[:2]
    return [*topics, "person"]
