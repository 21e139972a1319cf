"""Yes and no to a question that was asked outside a form, and stopping what is going on."""

from actions.case_api import Json
from actions.conversation.beginning_again import begin_again
from actions.dialogue_action import DialogueAction
from actions.handing_over import hand_over
from actions.paying.deferring import agree_deferral, say_it_stands
from actions.plan.agreeing import agree
from actions.plan.changing import offer_another_day
from actions.plan.resuming import go_on
from actions.plan.undoing import ask_to_undo, ask_to_undo_plan, may_undo, undo
from actions.trouble.calm import stay
from actions.trouble.disputing import ask_whether_disputed, register_dispute
from actions.trouble.paths import PAPERS
from actions.turn import Choice, Turn

#: So many words are no mere no: "so it is wrong after all", said of papers that were asked for.
_MORE_THAN_A_NO = 3


class Affirm(DialogueAction):
    """Does what the pending question was about; without one it says that it does not know which.

    What is agreed so takes the place of a plan that was only talked about.
    """

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_affirm"

    async def act(self, turn: Turn) -> None:
        """A button carries what it agrees to, so an old one cannot agree to something new."""
        pending = turn.slot("pending") or {}
        if pending.get("about") == "offer" and not turn.is_surely_meant:
            await _ask_once_more(turn, pending)
            return
        turn.remember(pending=None)
        if pending and turn.active_loop:
            turn.leave_form()
        match pending.get("about"):
            case "offer":
                await self._agree(turn, pending["offer"])
            case "undo":
                await undo(turn, pending["plan"])
            case "deferral":
                await agree_deferral(turn, turn.value("until") or pending["until"])
            case "another_day":
                await _offer_another_day(turn)
            case "dispute":
                await register_dispute(turn, pending["text"])
            case "resume":
                go_on(turn, pending["terms"])
            case "handoff":
                await hand_over(turn, pending["reason"])
            case "agreed":
                turn.say("agreed_already")
            case "done":
                turn.say("done_already")
            case "which":
                _ask_which(turn, pending)
            case _ if turn.value("offer"):
                turn.say("plan_offer_gone", gone="button")
            case _ if not turn.active_loop and not stay(turn):
                turn.say("yes_to_what")

    @staticmethod
    async def _agree(turn: Turn, asked: str) -> None:
        """To the offer that was asked about; the button of another one agrees to nothing."""
        if turn.value("offer") in (None, asked):
            await agree(turn, asked)
        else:
            turn.say("plan_offer_gone", gone="button")


async def _ask_once_more(turn: Turn, pending: Json) -> None:
    """A half understood word agrees to nothing; after the second one a person sees to it."""
    if pending.get("unsure"):
        turn.say("uncertain", choices=[])
        await hand_over(turn, "uncertain")
        return
    turn.remember(pending={**pending, "unsure": True})
    accept: Choice = {"button": "accept_offer", "entities": {"offer": pending["offer"]}}
    turn.say("yes_to_what", choices=[accept, "person"])


def _ask_which(turn: Turn, pending: Json) -> None:
    """A yes to a question with two parts; what can be meant is what stood under it."""
    asked = pending["again"]
    choices: list[Choice] = asked["choices"]
    turn.ask_yes_or_no("which_one", pending, choices=choices, **asked["values"])


async def _offer_another_day(turn: Turn) -> None:
    case = await turn.case()
    if case["plan"] is not None:
        await offer_another_day(turn, case)
    else:
        turn.say("plan_none")


class Deny(DialogueAction):
    """Drops the pending question and shows what else there is."""

    keeps_pending = True

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_deny"

    async def act(self, turn: Turn) -> None:
        """Inside a form it answers what was asked aside; a form that asks for a value ends with it."""
        pending = turn.slot("pending") or {}
        turn.remember(pending=None)
        if pending.get("undo"):
            ask_to_undo(turn, pending["undo"], joint=bool(pending.get("joint")))
        elif pending.get("about") == PAPERS and len(turn.text.split()) >= _MORE_THAN_A_NO:
            await ask_whether_disputed(turn, pending["text"])
        elif pending.get("about") == "which" and not turn.active_loop:
            turn.say("none_of_them")
        elif pending and turn.active_loop:
            return
        elif turn.active_loop or pending or not stay(turn):
            if turn.active_loop:
                turn.leave_form()
            await self._say_what_else(turn)

    @staticmethod
    async def _say_what_else(turn: Turn) -> None:
        known = turn.slot("identified") and turn.slot("case")
        if known and (await turn.case())["plan"] is not None:
            turn.say("no_then", choices=["ask_plan_status", "change_plan", "person"])
        else:
            turn.say("no_then")


class Cancel(DialogueAction):
    """Stops what is going on; with nothing going on, what was agreed is meant."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_cancel"

    async def act(self, turn: Turn) -> None:
        """Also leaves a form. Nothing that was only talked about is kept."""
        about = (turn.slot("pending") or {}).get("about", "agreed")
        idle = about in ("agreed", "done") and not turn.active_loop
        turn.remember(pending=None, asked=None, wished=None)
        if turn.value("afresh"):
            await begin_again(turn)
            return
        if turn.active_loop:
            turn.leave_form()
        case = await turn.case() if turn.slot("identified") and turn.slot("case") else None
        plan = case["plan"] if case else None
        if plan is None:
            until = case.get("deferred_until") if case and idle else None
            say_it_stands(turn, until) if until else turn.say("cancelled")
        elif idle:
            ask_to_undo_plan(turn, plan)
        else:
            undo_too: list[Choice] = ["undo_plan"] if may_undo(plan) else []
            turn.say("cancelled", choices=["ask_plan_status", "change_plan", *undo_too, "person"])
