"""Small talk, who the assistant is, and when people are there."""

from actions.turn import Turn


async def greet(turn: Turn) -> None:
    """Hello again."""
    turn.say("greet" if not turn.active_loop else "greet_back")


async def goodbye(turn: Turn) -> None:
    """Leaves the door open."""
    turn.say("goodbye")


async def thank(turn: Turn) -> None:
    """A short reply."""
    turn.say("thank")


async def help_(turn: Turn) -> None:
    """What the assistant can do; without a case nothing that hints at one."""
    turn.say("help_identified" if turn.slot("identified") else "help")


async def ask_if_bot(turn: Turn) -> None:
    """Yes, it is automated."""
    turn.say("ask_if_bot")


async def chitchat(turn: Turn) -> None:
    """Friendly and short."""
    turn.say("chitchat")


async def out_of_scope(turn: Turn) -> None:
    """Says what it cannot do, and what it can."""
    turn.say("out_of_scope")


async def abuse(turn: Turn) -> None:
    """Stays calm."""
    turn.say("abuse")


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
    """What is kept and how to get a copy."""
    client = await turn.client()
    turn.say("privacy", site=client["agency"]["site"])


TOPICS = {
    "greet": greet,
    "goodbye": goodbye,
    "thank": thank,
    "help": help_,
    "ask_if_bot": ask_if_bot,
    "chitchat": chitchat,
    "out_of_scope": out_of_scope,
    "abuse": abuse,
    "ask_opening_hours": ask_opening_hours,
    "ask_privacy": ask_privacy,
}
