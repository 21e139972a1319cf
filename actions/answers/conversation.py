"""What the assistant can do, when people are there, and which data is kept."""

from actions.conversation.with_me_again import take_up_from_a_person
from actions.handing_over import hand_over
from actions.known_case import known_case
from actions.said import last_answer
from actions.turn import Turn

_ENOUGH_INSULTS = 2
PRIVACY = "privacy"
#: What the button says that asks for more than a copy.
_CORRECTION = "correction"


async def greet(turn: Turn) -> None:
    """Hello again; what can be chosen differs where a plan runs."""
    if await take_up_from_a_person(turn):
        return
    await known_case(turn)
    turn.say("greet" if not turn.active_loop else "greet_back")


async def help_(turn: Turn) -> None:
    """What the assistant can do; without a case nothing that hints at one."""
    if await take_up_from_a_person(turn):
        return
    turn.say("help_identified" if turn.slot("identified") else "help")


async def ask_opening_hours(turn: Turn) -> None:
    """The client's hours in words."""
    client = await turn.client()
    agency = client["agency"]
    turn.say(
        "opening_hours",
        hours=client["hours"],
        open_now=client["open_now"],
        phone=agency["phone"],
        next_opening=client["next_opening"],
    )


async def ask_privacy(turn: Turn) -> None:
    """What is kept and how to get a copy; whoever is identified can take it at once.

    What is to be corrected or erased (GDPR, articles 16 and 17) is a person's to decide: by a button, or
    by asking again, which most likely means more than a copy.
    """
    site = (await turn.client())["agency"]["site"]
    if not turn.slot("identified"):
        turn.say("privacy", site=site)
    elif turn.value("other") == _CORRECTION:
        turn.say("privacy_correction", choices=[])
        await hand_over(turn, PRIVACY)
    elif any(said.text == "privacy_identified" for said in last_answer(turn.tracker.events)):
        turn.ask_yes_or_no("privacy_person", {"about": "handoff", "reason": PRIVACY})
    else:
        turn.say("privacy_identified", card={"type": "export"}, site=site)


async def abuse(turn: Turn) -> None:
    """Met calmly once; who is angry twice gets a person without having to ask for one."""
    if _insults(turn) < _ENOUGH_INSULTS:
        turn.say("abuse")
        return
    if turn.active_loop:
        turn.leave_form()
    turn.say("anger", choices=[])
    await hand_over(turn, "anger")


def _insults(turn: Turn) -> int:
    """How many messages of the conversation were understood as insults, this one too."""
    said = (event for event in turn.tracker.events if event["event"] == "user")
    intents = [((event.get("parse_data") or {}).get("intent") or {}).get("name") for event in said]
    return intents.count(turn.intent)


TOPICS = {
    "abuse": abuse,
    "greet": greet,
    "help": help_,
    "ask_opening_hours": ask_opening_hours,
    "ask_privacy": ask_privacy,
}
